"""Which place a name means: every candidate gets a score from the story, and the score can be read."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.gazetteer.candidate import RESPELLED, Candidate
from dateline.gazetteer.distance import distance_km
from dateline.gazetteer.names import key_of
from dateline.placing.context import unit_key, with_chosen
from dateline.placing.mention import Mention

# Weights by hand from the real stories and the benchmarks' kinds of error, not fitted to either.
_SHARE_WEIGHT = 6.0
_UNIT_WEIGHT = 3.0
_CONTAINER_WEIGHT = 6.0
_CUE_WEIGHT = 3.0
_NEAR_WEIGHT = 2.5
_NEAR_KM = 150.0
_SAME_PLACE_KM = 60.0
_KIND_PRIOR = {
    "country": 7.0, "admin1": 3.0, "admin2": 0.5, "settlement": 1.0, "section": 0.0, "airfield": 0.0, "facility": 1.5,
    "crossing": 2.0, "camp": 1.5, "line": 1.5, "region": 3.0, "water": 3.0, "continent": 4.0,
}  # fmt: skip
_MATCH_PRIOR = (1.0, 0.0, -1.0, -2.0)
_LEAST_SHARE_OF_RESPELLED = 0.15  # a guess at a spelling is made only in a country that the story is about
_WIDE_NAME = 2.5  # the main name of a country or unit hardly ever means a town of that name elsewhere
_CONVINCING = 3.2
_CONVINCING_ALONE = 1.5  # enough when no other place of that name comes near:
_CLEAR = 1.5
_MARGIN = 0.35


Anchor = tuple[str, Candidate]  # the key of a name and the place that was chosen for it


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a mention. `why` lists the parts of the score.

    `is_convincing` is False when the best score is weak, `is_ambiguous` when another place elsewhere scores nearly
    as much; a claim then keeps the name without a point.
    """

    candidate: Candidate
    score: float
    is_convincing: bool
    is_ambiguous: bool
    why: str


def choose(mentions: Sequence[Mention], shares: Mapping[str, float]) -> tuple[Choice | None, ...]:
    """For each mention its place, or None when the gazetteer knows none of that name.

    One name has one sense in a story: the mention with the strongest evidence decides. Two rounds: the second also
    rewards candidates near the places that the first chose with certainty.
    """
    first = _round(mentions, shares, ())
    anchors = tuple(
        (key_of(mention.name), choice.candidate)
        for mention, choice in zip(mentions, first, strict=True)
        if choice
        and choice.is_convincing
        and not choice.is_ambiguous
        and choice.candidate.kind not in {"country", "water", "continent"}
    )
    shares = with_chosen(shares, [candidate for _, candidate in anchors])
    return _one_sense(mentions, _round(mentions, shares, anchors))


def holds(container: Mention, candidate: Candidate) -> bool:
    """Whether some reading of a mention is the country or unit that a candidate lies in."""
    for other in container.candidates:
        if other.kind == "country" and other.country == candidate.country and candidate.kind != "country":
            return True
        same_country = other.country == candidate.country
        if (
            other.kind == "admin1"
            and same_country
            and candidate.admin1
            and key_of(other.name) == key_of(candidate.admin1)
        ):
            return True
        if (
            other.kind == "admin2"
            and same_country
            and candidate.admin2
            and key_of(other.name) == key_of(candidate.admin2)
        ):
            return True
        if other.id != candidate.id and other.kind in {"region", "settlement", "admin2"} and other.radius_km > 0:
            reach = other.radius_km + (10.0 if other.kind == "settlement" else 0.0)
            if _is_smaller(candidate, other) and distance_km(other, candidate) <= reach:
                return True
    return False


def _is_smaller(candidate: Candidate, other: Candidate) -> bool:
    return candidate.kind in {"settlement", "section", "facility", "camp", "airfield"} and (
        candidate.radius_km < other.radius_km or candidate.population < other.population
    )


def _round(
    mentions: Sequence[Mention], shares: Mapping[str, float], anchors: Sequence[Anchor]
) -> tuple[Choice | None, ...]:
    return tuple(_best(mention, mentions, shares, anchors) for mention in mentions)


def _best(
    mention: Mention, mentions: Sequence[Mention], shares: Mapping[str, float], anchors: Sequence[Anchor]
) -> Choice | None:
    scored: list[tuple[float, int, Candidate, str]] = []
    for order, candidate in enumerate(mention.candidates):
        if _is_named_after_country(candidate, mention):
            continue
        if candidate.match == RESPELLED and shares.get(candidate.country or "", 0.0) < _LEAST_SHARE_OF_RESPELLED:
            continue
        parts = score_parts(candidate, mention, mentions, shares, anchors)
        why = ", ".join(f"{name} {value:+.1f}" for name, value in parts.items() if value)
        scored.append((sum(parts.values()), -order, candidate, why))
    if not scored:
        return None
    scored.sort(key=lambda item: (item[0], item[1]), reverse=True)
    best_score, _, best, why = scored[0]
    rival = next((item[0] for item in scored[1:] if _is_elsewhere(item[2], best)), None)
    return Choice(
        candidate=best,
        score=best_score,
        is_convincing=best_score >= _CONVINCING
        or (best_score >= _CONVINCING_ALONE and (rival is None or best_score - rival >= _CLEAR)),
        is_ambiguous=rival is not None and best_score - rival < _MARGIN,
        why=why,
    )


def _is_named_after_country(candidate: Candidate, mention: Mention) -> bool:
    """Whether a town is known by its country's name only for short: "Mexico" is not the city, unless a word says so."""
    return (
        candidate.kind == "settlement"
        and candidate.match > 0
        and not mention.kinds
        and any(
            one.kind == "country" and one.match == 0 and one.country == candidate.country for one in mention.candidates
        )
    )


def _is_elsewhere(other: Candidate, best: Candidate) -> bool:
    """Whether a place is another than the best one, and not the unit that is named after it, or the other way round."""
    apart = distance_km(other, best)
    if apart <= _SAME_PLACE_KM + best.radius_km:
        return False
    units = [one for one in (other, best) if one.kind in {"admin1", "admin2"}]
    return not (other.country == best.country and any(apart <= unit.radius_km for unit in units))


def score_parts(
    candidate: Candidate,
    mention: Mention,
    mentions: Sequence[Mention],
    shares: Mapping[str, float],
    anchors: Sequence[Anchor],
) -> dict[str, float]:
    """The parts of a candidate's score by name; the score is their sum."""
    parts = {
        "kind": _KIND_PRIOR[candidate.kind] + 0.75 * candidate.capital,
        "size": 0.8 * max(0.0, math.log10(max(candidate.population, 1)) - 3) if candidate.kind != "country" else 0.0,
        "name": _MATCH_PRIOR[candidate.match] * (_WIDE_NAME if _is_wide(candidate) else 1.0),
        "story": _SHARE_WEIGHT * _share(candidate, mention, shares),
        "kind named": _cue(candidate, mention),
        "unit": _UNIT_WEIGHT * shares.get(unit_key(candidate), 0.0) if candidate.admin1 else 0.0,
        "container": _container(candidate, mention, mentions),
        "near": _near(candidate, mention, anchors),
    }
    if candidate.id.startswith("own:"):
        parts["own list"] = 0.5
    return parts


def _is_wide(candidate: Candidate) -> bool:
    """A country, a unit of the first level, or one of the own table's seas and regions."""
    is_own = candidate.id.startswith("own:")
    return candidate.kind in {"country", "admin1"} or (is_own and candidate.kind in {"region", "water"})


def _share(candidate: Candidate, mention: Mention, shares: Mapping[str, float]) -> float:
    """The share of the place's country in the story; an area of several countries fits the one most told of."""
    if candidate.country is None and _is_wide(candidate) and not mention.kinds:
        return max(shares.values(), default=0.0)
    return shares.get(candidate.country or "", 0.0)


def _cue(candidate: Candidate, mention: Mention) -> float:
    if not mention.kinds:
        return 0.0
    if candidate.kind in mention.kinds:
        return _CUE_WEIGHT
    if candidate.kind == "country":
        return -2 * _CUE_WEIGHT
    related = {
        "admin1": "region",
        "admin2": "settlement",
        "settlement": "admin2",
        "section": "settlement",
        "region": "admin1",
    }
    return 0.0 if related.get(candidate.kind) in mention.kinds or "facility" in mention.kinds else -_CUE_WEIGHT / 2


def _container(candidate: Candidate, mention: Mention, mentions: Sequence[Mention]) -> float:
    held = sum(_CONTAINER_WEIGHT for index in mention.containers if holds(mentions[index], candidate))
    if mention.anchor is not None and any(
        distance_km(other, candidate) < 120 for other in mentions[mention.anchor].candidates[:5]
    ):
        held += _CONTAINER_WEIGHT
    return min(held, 1.5 * _CONTAINER_WEIGHT)


def _near(candidate: Candidate, mention: Mention, anchors: Sequence[Anchor]) -> float:
    if candidate.kind in {"country", "continent"}:
        return 0.0
    key = key_of(mention.name)
    reach = candidate.radius_km if candidate.kind == "admin1" else 0.0
    nearest = min(
        (max(0.0, distance_km(candidate, anchor) - reach) for name, anchor in anchors if name != key), default=None
    )
    return 0.0 if nearest is None else _NEAR_WEIGHT * math.exp(-nearest / _NEAR_KM)


def _one_sense(mentions: Sequence[Mention], choices: Sequence[Choice | None]) -> tuple[Choice | None, ...]:
    strongest: dict[tuple[str, frozenset[str]], Choice] = {}
    plain: dict[str, Choice] = {}
    for mention, choice in zip(mentions, choices, strict=True):
        if choice is None:
            continue
        key = key_of(mention.name)
        for index, known in (((key, mention.kinds), strongest.get((key, mention.kinds))),):
            if known is None or choice.score > known.score:
                strongest[index] = choice
        if key not in plain or choice.score > plain[key].score:
            plain[key] = choice
    final: list[Choice | None] = []
    for mention, choice in zip(mentions, choices, strict=True):
        if choice is None:
            final.append(None)
            continue
        key = key_of(mention.name)
        best = plain[key]
        same_kind = not mention.kinds or best.candidate.kind in mention.kinds
        known_here = any(candidate.id == best.candidate.id for candidate in mention.candidates)
        final.append(best if same_kind and known_here else strongest[key, mention.kinds])
    return tuple(final)
