"""Scores attribution against PolNeAR: sources, cues and contents of news texts, marked by people (LREC 2018)."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from dateline.codebook.codebook import load_codebook
from dateline.coding.attribution.attribute import attribute
from dateline.coding.stage import scored
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.model.ids import story_id, text_id
from dateline.model.source import Attribution
from dateline.model.story import Story
from dateline.pipeline import open_encoder
from dateline.reading.stage import read
from dateline.settings import SHIPPED, Settings

Counts = Counter[str]
Spans = list[tuple[int, int]]
PARTS = ("content", "source", "cue")
_WORD = re.compile(r"\w+")


def quotes_scores(
    path: Path, settings: Settings = SHIPPED
) -> tuple[int, dict[str, float], dict[str, tuple[float, float]]]:
    """The number of articles, the scores, and 95 % bootstrap intervals over articles.

    `path` is a file of one JSON object a line with "text" and "attributions" (lists of [start, end) under "source",
    "cue" and "content"). For each part `*_token_f1` counts words (runs of letters and digits) that stand in such a
    part of any attribution, in gold and in ours. An attribution of ours matches the gold one whose content shares
    most words with its own, if that is half of the words of both (Jaccard); `attribution_f1` counts matches,
    `source_exact` the share of matches whose source has exactly the gold's words.
    """
    records = _records(path)
    counts = [
        article_counts(record["text"], record["attributions"], found)
        for record, found in zip(records, attributions_of(records, settings), strict=True)
    ]
    scores = _scores(counts)
    intervals = {name: interval(counts, partial(_score, name)) for name in scores}
    return len(counts), scores, intervals


def attributions_of(records: Sequence[dict[str, Any]], settings: Settings) -> Iterator[tuple[Attribution, ...]]:
    """What attribution says of each article of the gold."""
    codebook = load_codebook(settings.codebook)
    gazetteer = open_gazetteer(settings.codebook, settings.gazetteer)
    for reading, scores in scored(read(map(_story, records), codebook, gazetteer), open_encoder(settings)):
        yield attribute(reading, codebook, lambda head, first, last: None, scores).attributions


def _story(record: dict[str, Any]) -> Story:
    text = record["text"]
    return Story(
        id=story_id(text_id(text), record["id"], None),
        text_id=text_id(text),
        path_or_url=record["id"],
        outlet=None,
        credit=None,
        headline=None,
        byline=None,
        dateline=None,
        published=record.get("date"),
        published_text=None,
        language="en",
        text=text,
    )


def article_counts(text: str, gold: Sequence[dict[str, Any]], found: Sequence[Attribution]) -> Counts:
    """What one article adds to the scores: true and false words of each part, and matched attributions."""
    words = [match.span() for match in _WORD.finditer(text)]
    counts: Counts = Counter()
    expected = [{part: _words(words, _spans(record, part)) for part in PARTS} for record in gold]
    ours = [{part: _words(words, _own_spans(attribution, part)) for part in PARTS} for attribution in found]
    for part in PARTS:
        wanted = set().union(*(record[part] for record in expected))
        had = set().union(*(record[part] for record in ours))
        counts[f"{part}_true"] += len(wanted & had)
        counts[f"{part}_wanted"] += len(wanted)
        counts[f"{part}_had"] += len(had)
    counts["gold"], counts["ours"] = len(expected), len(ours)
    for record, own in _matches(expected, ours):
        counts["matched"] += 1
        counts["exact"] += record["source"] == own["source"]
    return counts


def _matches(
    expected: list[dict[str, set[int]]], ours: list[dict[str, set[int]]]
) -> list[tuple[dict[str, set[int]], dict[str, set[int]]]]:
    """Pairs of attributions whose contents share at least half of their words, the best first, each once."""
    pairs = sorted(
        (
            (-share, wanted, had)
            for wanted, record in enumerate(expected)
            for had, own in enumerate(ours)
            if (share := _jaccard(record["content"], own["content"])) >= 0.5
        ),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    matched = []
    for _, wanted, had in pairs:
        if wanted not in taken[0] and had not in taken[1]:
            taken[0].add(wanted)
            taken[1].add(had)
            matched.append((expected[wanted], ours[had]))
    return matched


def _scores(counts: Iterable[Counts]) -> dict[str, float]:
    total: Counts = Counter()
    for some in counts:
        total.update(some)
    scores: dict[str, float] = {}
    for part in PARTS:
        scores[f"{part}_token_f1"] = _f1(total[f"{part}_true"], total[f"{part}_had"], total[f"{part}_wanted"])
    scores["attribution_f1"] = _f1(total["matched"], total["ours"], total["gold"])
    scores["source_exact"] = total["exact"] / total["matched"] if total["matched"] else 0.0
    return scores


def _score(name: str, counts: Sequence[Counts]) -> float:
    return _scores(counts)[name]


def _f1(true: int, had: int, wanted: int) -> float:
    return 2 * true / (had + wanted) if had + wanted else 0.0


def _jaccard(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


def _spans(record: dict[str, Any], part: str) -> Spans:
    return [(start, end) for start, end in record.get(part) or []]


def _own_spans(attribution: Attribution, part: str) -> Spans:
    return [(span.start, span.end) for span in getattr(attribution, part)]


def _words(words: list[tuple[int, int]], spans: Spans) -> set[int]:
    """The indices of the words that lie in one of the spans, at least in part."""
    return {
        index for index, (start, end) in enumerate(words) if any(start < last and first < end for first, last in spans)
    }


def _records(path: Path) -> list[dict[str, Any]]:
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{path} is no file of one JSON object a line: {error}") from error
