"""Stories that are held in memory, for a set that is linked at once."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.linking.blocking import filed
from dateline.linking.cluster import Pair
from dateline.linking.stage import Joined, happenings, join, profiles_of
from dateline.model.profile import Profile
from dateline.model.telling import Telling


class Memory:
    """What linking knows, as `linking.stage.Known` has it; stories are taken in one by one."""

    def __init__(self, judgements: Mapping[Pair, str] | None = None) -> None:
        self.joined: dict[Pair, Joined] = {}
        self._judgements = dict(judgements or {})
        self._profiles: dict[str, Profile] = {}
        self._by_claim: dict[str, str] = {}
        self._keys: dict[str, set[str]] = {}

    def add(self, tellings: Sequence[Telling]) -> None:
        """Take in the claims of one more story; one that is there already changes nothing."""
        for profile in profiles_of(tellings, self):
            if profile.id in self._profiles:
                continue
            self.joined |= {(joined.one, joined.other): joined for joined in join(profile, self)}
            self._profiles[profile.id] = profile
            self._by_claim |= dict.fromkeys(profile.claims, profile.id)
            for key in filed(profile):
                self._keys.setdefault(key, set()).add(profile.id)

    def happenings(self) -> list[tuple[Profile, ...]]:
        """The happenings of all stories."""
        return happenings(sorted(self._profiles), self)

    def sharing(self, keys: Sequence[str]) -> list[Profile]:
        """Those that are filed under one of the keys."""
        return self.profiles(sorted({name for key in keys for name in self._keys.get(key, ())}))

    def profiles(self, ids: Iterable[str]) -> list[Profile]:
        """Those with these ids."""
        return [self._profiles[name] for name in ids if name in self._profiles]

    def holding(self, claims: Sequence[str]) -> list[Profile]:
        """Those that some of the claims belong to."""
        return self.profiles(sorted({self._by_claim[claim] for claim in claims if claim in self._by_claim}))

    def joined_with(self, ids: Sequence[str]) -> list[Pair]:
        """The joined pairs of which one is among the ids."""
        wanted = set(ids)
        return [pair for pair, joined in self.joined.items() if not joined.is_part and wanted & set(pair)]

    def judgements(self, claims: Sequence[str]) -> dict[Pair, str]:
        """What was decided about pairs of which one is among the claims."""
        wanted = set(claims)
        return {pair: verdict for pair, verdict in self._judgements.items() if wanted & set(pair)}
