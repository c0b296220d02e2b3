"""Places in countries that a story does not speak of: a wrong country is worse than none."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.gazetteer.candidate import RESPELLED, Candidate
from dateline.gazetteer.distance import distance_km
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.names import key_of
from dateline.placing.choose import Choice, holds
from dateline.placing.context import Weights
from dateline.placing.mention import Mention
from dateline.placing.surroundings import is_resolved

_IN_PLAY = 0.1  # of what the rest of a story says about countries
_MAIN_COUNTRY = 0.3
_CAPITAL = 3
_WORLD_CITY = 1_000_000  # inhabitants: named without its country
_NEAR_KM = 100.0  # two places that a report calls near each other lie within a province
_ABROAD_KM = 800.0  # a large town so near to the story's places may lie across a border
_TOWN = 100_000  # a larger town stands behind a comma without lying in the unit before it
_LEAST_UNIQUE = 10_000  # a smaller place of a unique name may as well be a word of the language
_SITES = frozenset({"section", "facility", "airfield", "camp"})
_SMALL_KINDS = frozenset({"settlement", "section", "admin2"})


def with_respellings(mentions: Sequence[Mention], weights: Weights, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, with more candidates for a name that only places in countries out of play bear.

    These are places of a country that the story is mainly about, whose name another writer would spell so.
    """
    return tuple(_respelled(mention, weights, gazetteer) for mention in mentions)


def without_outsiders(
    mentions: Sequence[Mention], choices: Sequence[Choice | None], weights: Weights
) -> tuple[Choice | None, ...]:
    """The choices, None where the place lies in a country out of play or outside the unit named beside it.

    Such a place needs strong evidence: to be a world city, a capital or a place of the project's list, to be a town
    whose main name only one country has, or to be told by the country or unit beside it ("Soran in Iraq").
    """
    weak = [
        choice is not None and _is_weak(mention, choice, weights)
        for mention, choice in zip(mentions, choices, strict=True)
    ]
    sure = [
        choice.candidate
        for choice, is_weak in zip(choices, weak, strict=True)
        if choice is not None
        and is_resolved(choice)
        and not is_weak
        and choice.candidate.kind in {"settlement", "admin1"}
    ]

    def stays(index: int, choice: Choice) -> bool:
        mention, candidate = mentions[index], choice.candidate
        if any(holds(mentions[container], candidate) for container in mention.containers):
            return True
        is_neighbour = candidate.population >= _TOWN and any(distance_km(one, candidate) < _ABROAD_KM for one in sure)
        return not (weak[index] and not is_neighbour) and not _is_contradicted(mention, choice, choices)

    return tuple(
        choice if choice is not None and stays(index, choice) else None for index, choice in enumerate(choices)
    )


def _respelled(mention: Mention, weights: Weights, gazetteer: Gazetteer) -> Mention:
    known = mention.candidates
    if not known or any(one.match == RESPELLED for one in known):
        return mention
    if any(_is_strong(one, mention) or not _is_outside(one, mention, weights) for one in known):
        return mention
    main = {
        country for country in weights.total if weights.share_without(country, key_of(mention.name)) > _MAIN_COUNTRY
    }
    more = tuple(one for one in gazetteer.respelled(mention.name) if one.country in main)
    return replace(mention, candidates=(*known, *more)) if more else mention


def _is_weak(mention: Mention, choice: Choice, weights: Weights) -> bool:
    return _is_outside(choice.candidate, mention, weights) and not _is_strong(choice.candidate, mention)


def _is_outside(candidate: Candidate, mention: Mention, weights: Weights) -> bool:
    country = candidate.country
    least = _MAIN_COUNTRY if candidate.match == RESPELLED else _IN_PLAY
    return country is not None and weights.share_without(country, key_of(mention.name)) < least


def _is_strong(candidate: Candidate, mention: Mention) -> bool:
    if candidate.kind not in _SMALL_KINDS or candidate.id.startswith(("own:", "overlay:")):
        return True
    if candidate.capital == _CAPITAL or candidate.population >= _WORLD_CITY:
        return True
    if candidate.population < _LEAST_UNIQUE or candidate.match > 0:
        return False
    return len({one.country for one in mention.candidates if one.match != RESPELLED}) == 1


def _is_contradicted(mention: Mention, choice: Choice, choices: Sequence[Choice | None]) -> bool:
    """Whether what is named beside a small place lies elsewhere: "X, Y department", "X Square in Y", "X near Y"."""
    candidate = choice.candidate
    if candidate.kind not in _SMALL_KINDS | _SITES or candidate.population >= _TOWN:
        return False
    for index in mention.containers:
        beside = choices[index]
        if not is_resolved(beside) or beside is None:
            continue
        place = beside.candidate
        if place.country != candidate.country and (place.kind in {"country", "admin1"} or candidate.kind in _SITES):
            return True
        if place.kind == "admin1" and candidate.admin1 not in {None, place.name}:
            return True
    near = choices[mention.beside] if mention.beside is not None else None
    return near is not None and is_resolved(near) and distance_km(near.candidate, candidate) > _NEAR_KM
