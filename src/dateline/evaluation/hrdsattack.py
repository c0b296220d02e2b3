"""Scores country, town and day of attacks on rights defenders (HRDsAttack), from the main incident of each article."""

import html
import json
import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from functools import cache, partial
from pathlib import Path
from typing import Any

from dateline.codebook.codebook import load_codebook
from dateline.codebook.names import fold
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.incident import Incident, Named, main_incident, state_of
from dateline.evaluation.result import Result
from dateline.gazetteer.candidate import Candidate
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.model.coded import CodedStory
from dateline.model.ids import text_id
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.placing.choose import choose
from dateline.placing.context import countries_in_play, dateline_country
from dateline.placing.mentions import find_mentions
from dateline.settings import SHIPPED, Settings

FIELDS = ("country", "city", "day")
_NOTHING = frozenset({"", "none", "unknown", "null", "nan"})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ALIKE = 0.85  # likeness of two spellings of one name: "Turrkey", "Beijin"
Outcome = dict[str, tuple[bool, bool, bool]]


def hrdsattack_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`country`, `city` and `day`: the share right where the gold has a value; `false_fills`: of the three fields that
    the gold leaves empty, the share that we fill, and the same by field.

    `path` is a JSON list of samples with "merged_sample". A day is right when year, month and day are, as far as the
    gold gives them; a gold country that is none ("Africa") is left out.
    """
    records = hrdsattack_records(path)
    outcomes = [
        compare(record["merged_sample"], main_incident(coded, named(coded, settings)))
        for record, coded in zip(records, code(map(hrdsattack_story, records), settings), strict=True)
    ]
    scores = {name: _right(name, outcomes) for name in FIELDS}
    scores["false_fills"] = _false(FIELDS, outcomes)
    scores.update({f"{name}_false_fills": _false((name,), outcomes) for name in FIELDS})
    intervals = {name: interval(outcomes, partial(_right, name)) for name in FIELDS}
    return Result(len(outcomes), scores, intervals)


def named(coded: CodedStory, settings: Settings = SHIPPED) -> Named:
    """The countries and towns that a story names, the town of its dateline included."""
    codebook, reading = load_codebook(settings.codebook), coded.reading
    gazetteer = open_gazetteer(settings.codebook, settings.gazetteer)
    mentions = find_mentions(reading, gazetteer, codebook)
    damped = countries_in_play(coded, mentions, gazetteer, codebook.demonyms)
    weights = {key: weight**2 for key, weight in damped.items() if "/" not in key}
    total = sum(weights.values())
    towns = [
        (mention.name, choice.candidate.country, reading.tokens[mention.first].sentence)
        for mention, choice in zip(mentions, choose(mentions, damped), strict=True)
        if choice is not None and _is_town(choice.candidate) and not mention.is_embedded
    ]
    if reading.story.dateline is not None and reading.story.dateline.place:
        town = reading.story.dateline.place.split(",")[0]
        towns.append((town, dateline_country(reading, gazetteer), 0))
    return Named({country: weight / total for country, weight in weights.items()}, towns)


def _is_town(candidate: Candidate) -> bool:
    """A town, or a territory that is one, as Hong Kong is."""
    return candidate.kind == "settlement" or (
        candidate.kind == "country" and state_of(candidate.country) != candidate.country
    )


def hrdsattack_records(path: Path) -> list[dict[str, Any]]:
    """The samples of a file."""
    try:
        records: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{path} is no JSON list of samples: {error}") from error
    return records


def hrdsattack_story(record: dict[str, Any]) -> Story:
    """An article as a story, with its title for a headline and its day of publication."""
    sample = record["sample"]
    body = re.sub(r"<[^>]+>", "", re.sub(r"</p>\s*", "\n\n", sample["Input.article_interface"]))
    text = f"{sample['Input.title']}\n\n{html.unescape(body).strip()}"
    identity = text_id(text)
    published = sample["Input.publish_date"][:10]
    return Story(identity[:16], identity, "gold", None, None, None, None, None, published, None, "en", text)


def compare(gold: dict[str, Any], found: Incident) -> Outcome:
    """For each field: whether the gold has a value, whether we have one, and whether it is right."""
    countries, city, day = gold_countries(gold["country"]), _value(gold["city"]), gold_day(gold)
    ours = state_of(found.country)
    outcome: Outcome = {
        "city": (city is not None, bool(found.city), city is not None and _is_named(city, found.city)),
        "day": (day is not None, found.day is not None, day is not None and _is_day(day, found.day)),
    }
    if countries or _value(gold["country"]) is None:
        outcome["country"] = (bool(countries), ours is not None, ours in countries)
    return outcome


def gold_countries(value: Any) -> frozenset[str]:
    """The codes of the country or countries that a gold value names."""
    words = _value(value)
    if words is None:
        return frozenset()
    names = _country_names()
    found = set()
    for part in re.split(r"\band\b|[,;/(]", words):
        name = re.sub(r"^the ", "", fold(part).strip())
        alike = get_close_matches(name, names, n=1, cutoff=_ALIKE) if name else []
        if alike:
            found.add(state_of(names[alike[0]]) or "")
    return frozenset(found)


def gold_day(gold: dict[str, Any]) -> tuple[int | None, int, int] | None:
    """Year (None when it is not given), month and day of month, or None when month or day is missing."""
    month, day = _value(gold["month"]), _number(gold["date"])
    if month is None or day is None or not 1 <= day <= 31:
        return None
    number = _number(month)
    if number is None and month[:3].lower() in _MONTHS:
        number = _MONTHS.index(month[:3].lower()) + 1
    return (_number(gold["year"]), number, day) if number else None


def _is_day(gold: tuple[int | None, int, int], ours: str | None) -> bool:
    if ours is None:
        return False
    found = date.fromisoformat(ours)
    return (found.month, found.day) == gold[1:] and gold[0] in {None, found.year}


def _is_named(gold: str, ours: Sequence[str]) -> bool:
    """Whether a spelling of ours is the gold's, or one holds the other ("Central Delhi")."""
    name = fold(gold)
    for spelling in map(fold, ours):
        if re.search(rf"\b{re.escape(spelling)}\b", name) or re.search(rf"\b{re.escape(name)}\b", spelling):
            return True
    return bool(get_close_matches(name, [fold(spelling) for spelling in ours], n=1, cutoff=_ALIKE))


def _value(value: Any) -> str | None:
    text = "" if value is None else str(value).strip()
    return None if text.casefold() in _NOTHING else text


def _number(value: Any) -> int | None:
    text = _value(value)
    return int(float(text)) if text and re.fullmatch(r"\d+(\.0)?", text) else None


@cache
def _country_names() -> dict[str, str]:
    return {
        fold(name): country.alpha3
        for country in load_codebook().countries.values()
        for name in (*country.places, *country.adjectives, *country.aliases, country.name)
    }


def _right(name: str, outcomes: Sequence[Outcome]) -> float:
    scored = [outcome[name] for outcome in outcomes if name in outcome and outcome[name][0]]
    return sum(right for _, _, right in scored) / max(1, len(scored))


def _false(names: Sequence[str], outcomes: Sequence[Outcome]) -> float:
    empty = [outcome[name] for outcome in outcomes for name in names if name in outcome and not outcome[name][0]]
    return sum(filled for _, filled, _ in empty) / max(1, len(empty))
