"""What a story is about, as weights of countries and units: by names, adjectives, parties and the dateline."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.gazetteer.candidate import Candidate
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.names import key_of
from dateline.model.coded import CodedStory
from dateline.model.reading import Reading
from dateline.placing.mention import Mention

_DATELINE_WEIGHT = 2.0
_LARGE, _HUGE = 50_000, 1_000_000  # inhabitants
_PARTY_WEIGHT = 0.5
_LEAST_REST = 1.0  # less than one name of a country says nothing about the others
_SHARED_NAME_WEIGHT = 0.25  # Georgia, Niger: a country's name that a unit of another one bears


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a story says about each country: `total`, and of that what each name (by its key) says itself."""

    total: Mapping[str, float]
    by_name: Mapping[str, Mapping[str, float]]

    def share_without(self, country: str, key: str) -> float:
        """A country's share of what the rest of the story says about countries; 1 when it says nothing."""
        own = self.by_name.get(key, {})
        rest = sum(self.total.values()) - sum(own.values())
        if rest < _LEAST_REST:
            return 1.0
        return (self.total.get(country, 0.0) - own.get(country, 0.0)) / rest


def countries_in_play(
    coded: CodedStory, mentions: Sequence[Mention], gazetteer: Gazetteer, demonyms: dict[str, str]
) -> dict[str, float]:
    """Each country's share of what the story says about countries, and each unit's of what it says about units.

    Countries stand under their alpha-3 code, units under `unit_key`; both sorts sum to 1, or there are none.
    """
    return {**_shares(weights_of(coded, mentions, gazetteer, demonyms).total), **_shares(_units(mentions))}


def weights_of(
    coded: CodedStory, mentions: Sequence[Mention], gazetteer: Gazetteer, demonyms: Mapping[str, str]
) -> Weights:
    """What a story says about countries: their names, adjectives and parties, its dateline, and its places.

    A place whose name is found in one country only counts for that country, the more the larger it is.
    """
    total: defaultdict[str, float] = defaultdict(float)
    by_name: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        if not mention.candidates:
            continue
        for spoken_for, weight in _evidence(mention):
            total[spoken_for] += weight
            by_name[key_of(mention.name)][spoken_for] += weight
    for token in coded.reading.tokens:
        if token.text[:1].isupper() and (country := demonyms.get(token.text)):
            total[country] += 1.0
    for claim in coded.claims:
        for country in {party.country for party in claim.actors + claim.targets if party.country}:
            total[country] += _PARTY_WEIGHT
    if country := dateline_country(coded.reading, gazetteer):
        total[country] += _DATELINE_WEIGHT
    return Weights(total, by_name)


def with_chosen(shares: Mapping[str, float], chosen: Sequence[Candidate]) -> dict[str, float]:
    """The weights after a first choice: half of what was known before, half the places that were chosen surely."""
    countries: defaultdict[str, float] = defaultdict(float)
    units: defaultdict[str, float] = defaultdict(float)
    for candidate in chosen:
        if candidate.country:
            countries[candidate.country] += 1.0
            if candidate.admin1 or candidate.kind == "admin1":
                units[unit_key(candidate)] += 1.0
    found = {**_shares(countries), **_shares(units)}
    if not found:
        return dict(shares)
    return {key: (shares.get(key, 0.0) + found.get(key, 0.0)) / 2 for key in shares.keys() | found.keys()}


def _evidence(mention: Mention) -> Iterator[tuple[str, float]]:
    """The countries that a mention speaks for, with weights."""
    first = mention.candidates[0]
    countries = {candidate.country for candidate in mention.candidates}
    unit_countries = {one.country for one in mention.candidates if one.kind == "admin1" and one.match == 0}
    if first.kind == "country" and first.country:
        yield first.country, _SHARED_NAME_WEIGHT if unit_countries else 1.0
    elif len(countries) == 1 and first.country and not mention.is_embedded:
        yield first.country, 0.5 + (0.5 if first.kind == "admin1" or first.population > _LARGE else 0)
    elif len(unit_countries) == 1 and (country := next(iter(unit_countries))):
        yield country, 0.75
    elif first.country and first.population > _HUGE:
        yield first.country, _SHARED_NAME_WEIGHT


def unit_key(candidate: Candidate) -> str:
    """The key under which the share of a candidate's first-level unit stands, country and name: "USA/ohio"."""
    unit = candidate.name if candidate.kind == "admin1" else candidate.admin1 or ""
    return f"{candidate.country}/{key_of(unit)}"


def _units(mentions: Sequence[Mention]) -> dict[str, float]:
    """First-level units by how often they, or places found in them only, are named."""
    weights: defaultdict[str, float] = defaultdict(float)
    for mention in mentions:
        units = {unit_key(candidate) for candidate in mention.candidates if candidate.kind == "admin1"}
        for unit in units:
            weights[unit] += 1.0 / len(units)
        if len(mention.candidates) == 1 and mention.candidates[0].admin1 and not mention.is_embedded:
            weights[unit_key(mention.candidates[0])] += 0.5
    return weights


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    damped = {key: math.sqrt(weight) for key, weight in weights.items()}
    total = sum(damped.values())
    return {key: weight / total for key, weight in damped.items()}


def dateline_country(reading: Reading, gazetteer: Gazetteer) -> str | None:
    """The country of the town that the story was filed from."""
    dateline = reading.story.dateline
    if dateline is None or not dateline.place:
        return None
    candidates = gazetteer.lookup(dateline.place)
    if not candidates and "," in dateline.place:
        candidates = gazetteer.lookup(dateline.place.split(",")[0])
    best = max(candidates, key=lambda candidate: (candidate.population, -candidate.match), default=None)
    return best.country if best else None
