"""The main incident of a story, put together from its claims: where and when people were harmed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model.claim import Claim, Status
from dateline.model.coded import CodedStory
from dateline.model.party import Kind
from dateline.model.place import Place
from dateline.model.time import Time

# What is done to people; penalties by courts are told of the doers more often than of the victims.
_HARM = {"ASSAULT": 1.0, "COERCE": 0.9, "SANCTION": 0.3}
_CERTAIN: dict[Status, float] = {"occurred": 1.0, "ongoing": 0.9, "background": 0.6, "possible": 0.4}
_NOBODY: frozenset[Kind] = frozenset({"facility", "government", "other"})
_NEAR = 2  # sentences between an incident and the town where it was: the rest of the story may be elsewhere
_LEAD = 3  # sentences at the top that tell the news
_TOWN = frozenset({"settlement", "site", "near"})
# How much the incident's places, its parties, the towns close to it, and the whole story count for its country.
_PLACES, _PARTIES, _TOWNS, _STORY = 1.0, 0.5, 1.0, 2.0
# The same for its town: the places of its claims, and the towns that the story names.
_OWN_TOWNS, _NAMED_TOWNS = 1.0, 3.0
# Territories with a code of their own that reports count to a state.
_STATES = {"HKG": "CHN", "MAC": "CHN", "PRI": "USA"}


@dataclass(frozen=True, slots=True)
class Incident:
    """Where and when: an alpha-3 code, the spellings of a town, an ISO day; what is not told is None or ()."""

    country: str | None
    city: tuple[str, ...]
    day: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """What a story names: the share of each country (alpha-3 code), and its towns as (name, country, sentence)."""

    countries: Mapping[str, float]
    towns: Sequence[tuple[str, str | None, int]]


def main_incident(coded: CodedStory, named: Named) -> Incident:
    """The incident that the headline and the lead tell.

    Claims of harm to people count more the nearer to the top they stand and the surer they are; those of the same kind
    of act as the weightiest belong to the incident. Its country is the one most told by its places and parties, helped
    by what the whole story names. Its town is chosen in that country among those told within two sentences of it; its
    day is that of its claims, else of other claims of harm, else the first that the top of the story gives.
    """
    ranked = sorted(
        ((weight, claim) for claim in coded.claims if (weight := _weight(coded, claim)) > 0), key=lambda pair: -pair[0]
    )
    kind = _main_kind(ranked)
    own = [(weight, claim) for weight, claim in ranked if _kind(claim) == kind]
    towns = _near(own, named)
    country = _country(own, named.countries, towns)
    return Incident(country, _city(own, towns, country), _day(own) or _day(ranked) or _first_day(coded))


def state_of(country: str | None) -> str | None:
    """The state that a country or territory belongs to: CHN for HKG."""
    return _STATES.get(country or "", country)


def _weight(coded: CodedStory, claim: Claim) -> float:
    """How likely a claim tells the main incident."""
    harm = _HARM.get(claim.event.plover, 0.0) * _CERTAIN.get(claim.status, 0.0)
    if any(party.kind not in _NOBODY for party in claim.targets):
        harm *= 2
    part = coded.reading.sentences[claim.sentence].part
    if part == "headline":
        return 3 * harm
    return harm * (2 if claim.sentence <= _LEAD else 1 / (1 + 0.1 * (claim.sentence - _LEAD)))


def _kind(claim: Claim) -> str:
    return claim.event.mode or claim.event.label


def _main_kind(ranked: Sequence[tuple[float, Claim]]) -> str | None:
    weights: Counter[str] = Counter()
    for weight, claim in ranked:
        weights[_kind(claim)] += weight  # type: ignore[assignment]  # counters add floats too
    return max(weights, key=lambda kind: weights[kind], default=None)


def _near(own: Sequence[tuple[float, Claim]], named: Named) -> list[tuple[float, str, str | None]]:
    """The towns close to the incident's claims, as (weight, name, country): as likely as the weightiest of these."""
    weighed = [
        (max((weight for weight, claim in own if abs(at - claim.sentence) <= _NEAR), default=0.0), name, where)
        for name, where, at in named.towns
    ]
    return [town for town in weighed if town[0]]


def _country(
    own: Sequence[tuple[float, Claim]], in_play: Mapping[str, float], towns: Sequence[tuple[float, str, str | None]]
) -> str | None:
    """The country most told by the incident's claims, the towns close to them, and the whole story."""
    votes: dict[str, float] = {}
    for named, share in in_play.items():
        state = state_of(named) or named
        votes[state] = votes.get(state, 0.0) + _STORY * share
    by_places = [(weight, country) for weight, claim in own for country in _countries_of_places(claim)]
    by_parties = [(weight, country) for weight, claim in own for country in _countries_of_parties(claim)]
    by_towns = [(weight, country) for weight, _, where in towns if (country := state_of(where))]
    for told, importance in ((by_places, _PLACES), (by_parties, _PARTIES), (by_towns, _TOWNS)):
        total = sum(weight for weight, _ in told)
        for weight, state in told:
            votes[state] = votes.get(state, 0.0) + importance * weight / total
    return max(votes, key=lambda country: votes[country], default=None)


def _countries_of_places(claim: Claim) -> set[str]:
    return {state for place in claim.places if (state := state_of(place.country))}


def _countries_of_parties(claim: Claim) -> set[str]:
    return {state for party in (*claim.actors, *claim.targets) if (state := state_of(party.country))}


def _city(
    own: Sequence[tuple[float, Claim]], towns: Sequence[tuple[float, str, str | None]], country: str | None
) -> tuple[str, ...]:
    """The town most told by the incident's claims and close to them, in all its spellings; () where none is near."""
    votes: dict[str, float] = {}
    spellings: dict[str, set[str]] = {}

    def vote(told: Sequence[tuple[float, str, str]], importance: float) -> None:
        total = sum(weight for weight, _, _ in told)
        for weight, name, spelling in told:
            votes[name] = votes.get(name, 0.0) + importance * weight / total
            spellings.setdefault(name, set()).update((name, spelling))

    vote(
        [
            (weight, place.name, place.text)
            for weight, claim in own
            for place in claim.places
            if _is_town(place) and state_of(place.country) == country
        ],
        _OWN_TOWNS,
    )
    vote([(weight, name, name) for weight, name, where in towns if state_of(where) == country], _NAMED_TOWNS)
    return tuple(sorted(spellings[max(votes, key=lambda name: votes[name])])) if votes and country else ()


def _is_town(place: Place) -> bool:
    return place.precision in _TOWN and place.role in {"where", "near", "target", "origin"}


def _day(claims: Sequence[tuple[float, Claim]]) -> str | None:
    """The day that the weightiest claim with a day gives."""
    return next((day for _, claim in claims if claim.time is not None and (day := _one_day(claim.time))), None)


def _first_day(coded: CodedStory) -> str | None:
    """The first day that the top of the story gives."""
    end = max((sentence.end for sentence in coded.reading.sentences[: _LEAD + 1]), default=0)
    return next((day for time in coded.reading.times if time.start < end and (day := _one_day(time))), None)


def _one_day(time: Time) -> str | None:
    return time.earliest if time.precision == "day" and time.earliest == time.latest else None
