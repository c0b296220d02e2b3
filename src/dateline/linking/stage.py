"""Claims to happenings: which claims tell of one event, told anew only for what a change touches."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.linking.blocking import sought
from dateline.linking.cluster import Pair, clusters, components, judged, points_of
from dateline.linking.match import compare
from dateline.linking.profile import profile_of
from dateline.linking.within import within
from dateline.model.profile import Profile
from dateline.model.telling import Telling


class Known(Protocol):
    """What linking asks of the stories that are there already. The ledger has it."""

    def sharing(self, keys: Sequence[str]) -> Iterable[Profile]:
        """The profiles that are filed under one of the keys."""

    def profiles(self, ids: Sequence[str]) -> Iterable[Profile]:
        """The profiles with these ids."""

    def holding(self, claims: Sequence[str]) -> Iterable[Profile]:
        """The profiles that some of the claims belong to."""

    def joined_with(self, ids: Sequence[str]) -> Iterable[Pair]:
        """The pairs of profiles that are one happening as far as the two tell, of which one is among the ids."""

    def judgements(self, claims: Sequence[str]) -> Mapping[Pair, str]:
        """What people decided about pairs of claims of which one is among these."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two profiles that are one happening as far as these two tell, or (`is_part`) one is part of the other."""

    one: str
    other: str
    is_part: bool
    points: float
    why: str


def profiles_of(tellings: Sequence[Telling], known: Known) -> list[Profile]:
    """The happenings of one story."""
    judgements = known.judgements([telling.claim.id for telling in tellings])
    return within(map(profile_of, tellings), judgements)


def join(profile: Profile, known: Known) -> Iterator[Joined]:
    """Those among the profiles known that one hangs together with. Told whichever of two comes first."""
    judgements = known.judgements(profile.claims)
    candidates = {other.id: other for other in known.sharing(sought(profile))}
    decided = {claim for pair in judgements for claim in pair} - set(profile.claims)
    candidates |= {other.id: other for other in known.holding(sorted(decided))}
    for other in (candidates[name] for name in sorted(candidates) if name != profile.id):
        match, verdict = compare(profile, other), _verdict(profile, other, judgements)
        one, two = sorted((profile.id, other.id))
        if verdict == "same" or (verdict != "different" and match.is_same):
            yield Joined(one, two, False, match.points, match.why)
        elif match.is_part and verdict != "different":
            yield Joined(one, two, True, match.points, match.why)


def happenings(ids: Sequence[str], known: Known) -> list[tuple[Profile, ...]]:
    """The happenings that some profiles and all that hang together with them tell of."""
    found = []
    for component in _touched(ids, known):
        profiles = {profile.id: profile for profile in known.profiles(component)}
        judgements = known.judgements([claim for profile in profiles.values() for claim in profile.claims])

        def points(
            one: str, other: str, by_id: Mapping[str, Profile] = profiles, told: Mapping[Pair, str] = judgements
        ) -> float:
            decided = judged((one, other), {(one, other): _verdict(by_id[one], by_id[other], told) or ""})
            return points_of(compare(by_id[one], by_id[other])) if decided is None else decided

        found += [tuple(profiles[name] for name in group) for group in clusters(component, points)]
    return sorted(found, key=lambda group: group[0].id)


def _touched(ids: Sequence[str], known: Known) -> list[tuple[str, ...]]:
    """All profiles that hang together with some over joined pairs, part by part."""
    seen, waiting, pairs = set(ids), list(ids), set[Pair]()
    while waiting:
        found = set(known.joined_with(waiting))
        pairs |= found
        waiting = sorted({name for pair in found for name in pair} - seen)
        seen.update(waiting)
    return components(seen, sorted(pairs))


def _verdict(one: Profile, other: Profile, judgements: Mapping[Pair, str]) -> str | None:
    """What people decided about two profiles: "different" before "same" when they contradict themselves."""
    pairs = {(min(a, b), max(a, b)) for a in one.claims for b in other.claims}
    verdicts = {verdict for pair, verdict in judgements.items() if pair in pairs}
    return next((verdict for verdict in ("different", "same") if verdict in verdicts), None)
