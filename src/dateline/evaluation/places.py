"""Scores toponym recognition and resolution against LGL (Lieberman et al. 2010) and GeoVirus (Gritta et al. 2018)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from dateline.codebook.codebook import Codebook, load_codebook
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.gazetteer.distance import distance_km
from dateline.gazetteer.gazetteer import Gazetteer, open_gazetteer
from dateline.model.coded import CodedStory
from dateline.model.ids import story_id, text_id
from dateline.model.story import Story
from dateline.placing.resolve import Toponym, toponyms
from dateline.reading.stage import read
from dateline.settings import SHIPPED, Settings

NEAR_KM = 161.0  # 100 miles, the convention of the field since Leidner


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """A toponym of the gold; `lat` and `lon` are None where the annotators found no place."""

    start: int
    end: int
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class ArticleCounts:
    """What one article adds: toponyms of gold and ours, those found, and errors in km.

    `near` are found within 161 km, `near_exact` of these those with exactly the gold's span; `resolvable` are gold
    toponyms with coordinates, `unplaced` those of ours that stand on one without.
    """

    gold: int
    ours: int
    found: int
    near: int
    near_exact: int
    resolvable: int
    unplaced: int
    errors: tuple[float, ...]


def places_scores(
    path: Path, settings: Settings = SHIPPED
) -> tuple[int, dict[str, float], dict[str, tuple[float, float]]]:
    """The number of articles, the scores, and 95 % bootstrap intervals over articles.

    `path` is a file of one JSON object a line with "text" and "toponyms" (start, end, lat, lon). A toponym of ours
    is found when it overlaps one of the gold, each counting once; recognition counts every toponym of both sides.
    `f1_161km` is end to end: of the gold toponyms with coordinates, and of all of ours on such or on nothing, those
    found within 161 km; in `f1_161km_exact` only those whose span is exactly the gold's. A hit on a gold toponym
    without coordinates counts for recognition only. `accuracy_161km` and `median_error_km` are over the found ones.

    Published systems mostly report two halves: recognition, and accuracy within 161 km over toponyms that are given or
    that the system itself found (Gritta et al. 2020, "A pragmatic guide to geoparsing evaluation"). The second is to
    be compared with `accuracy_161km`, and flatters whoever finds few; the end-to-end scores multiply both and have no
    common published counterpart. Whether demonyms ("Afghan") and datelines count differs from paper to paper; here
    the gold file decides.
    """
    codebook = load_codebook(settings.codebook)
    gazetteer = open_gazetteer(settings.codebook, settings.gazetteer)
    counts = [article_counts(record, codebook, gazetteer) for record in _records(path)]
    scores = _scores(counts)
    return len(counts), scores, {name: interval(counts, partial(_score, name)) for name in scores}


def article_counts(record: dict[str, Any], codebook: Codebook, gazetteer: Gazetteer) -> ArticleCounts:
    """The counts of one article."""
    gold = [GoldToponym(item["start"], item["end"], item["lat"], item["lon"]) for item in record["toponyms"]]
    return compare(gold, found_in(record, codebook, gazetteer))


def found_in(record: dict[str, Any], codebook: Codebook, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    """The toponyms that placing finds in an article of the gold."""
    text = record["text"]
    story = Story(
        id=story_id(text_id(text), record["id"], None),
        text_id=text_id(text),
        path_or_url=record["id"],
        outlet=None,
        credit=None,
        headline=None,
        byline=None,
        dateline=None,
        published=None,
        published_text=None,
        language="en",
        text=text,
    )
    reading = next(read([story], codebook, gazetteer))
    coded = CodedStory(reading, tuple(None for _ in reading.sentences), (), (), ())
    return toponyms(coded, gazetteer, codebook)


def compare(gold: Sequence[GoldToponym], ours: Sequence[Toponym]) -> ArticleCounts:
    """Counts of one article: each gold toponym takes the one of ours with its span, else the first that overlaps it."""
    left = list(ours)
    found = near = near_exact = unplaced = 0
    errors: list[float] = []
    for toponym in gold:
        overlapping = [one for one in left if one.start < toponym.end and toponym.start < one.end]
        if not overlapping:
            continue
        hit = next((one for one in overlapping if _is_same_span(one, toponym)), overlapping[0])
        left.remove(hit)
        found += 1
        if toponym.lat is None or toponym.lon is None:
            unplaced += 1
            continue
        error = distance_km(hit, _Point(toponym.lat, toponym.lon))
        errors.append(error)
        near += error <= NEAR_KM
        near_exact += error <= NEAR_KM and _is_same_span(hit, toponym)
    resolvable = sum(toponym.lat is not None for toponym in gold)
    return ArticleCounts(len(gold), len(ours), found, near, near_exact, resolvable, unplaced, tuple(errors))


def _is_same_span(one: Toponym, toponym: GoldToponym) -> bool:
    return (one.start, one.end) == (toponym.start, toponym.end)


@dataclass(frozen=True, slots=True)
class _Point:
    lat: float
    lon: float


def _scores(counts: Sequence[ArticleCounts]) -> dict[str, float]:
    names = ("gold", "ours", "found", "near", "near_exact", "resolvable", "unplaced")
    gold, ours, found, near, near_exact, resolvable, unplaced = (
        sum(getattr(count, name) for count in counts) for name in names
    )
    placeable = max(resolvable + ours - unplaced, 1)
    errors = [error for count in counts for error in count.errors]
    precision, recall = found / max(ours, 1), found / max(gold, 1)
    return {
        "recognition_precision": precision,
        "recognition_recall": recall,
        "recognition_f1": 2 * found / max(gold + ours, 1),
        "f1_161km": 2 * near / placeable,
        "f1_161km_exact": 2 * near_exact / placeable,
        "accuracy_161km": near / max(len(errors), 1),
        "median_error_km": median(errors) if errors else 0.0,
    }


def _score(name: str, counts: Sequence[ArticleCounts]) -> float:
    return _scores(counts)[name]


def _records(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):  # texts hold other line ends too
        if not line.strip():
            continue
        record = json.loads(line)
        if not {"id", "text", "toponyms"} <= record.keys():
            raise UnreadableError(f"{path.name}:{number} has no id, text and toponyms; is it a geoparsing file?")
        yield record
