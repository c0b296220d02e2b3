"""Scores what is taken for news of conflict among sentences that only use its words: sport, markets, films, storms."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.result import Result
from dateline.model.claim import PLOVER_TYPES
from dateline.model.coded import CodedStory
from dateline.model.ids import text_id
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.settings import SHIPPED, Settings

REAL = "real"
HEADLINE = "Evening bulletin"
PUBLISHED = "2024-05-14"
_NEWS = frozenset({"occurred", "ongoing"})


class Line(NamedTuple):
    """A sentence with its theme and, of a real one, the types of which it tells."""

    theme: str
    sentence: str
    types: frozenset[str]


class Outcome(NamedTuple):
    """What the coder made of one sentence: whether it told news, and whether of a right type."""

    is_real: bool
    is_news: bool
    is_right: bool


def lookalikes_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`false_occurred`: of 100 look-alikes those told as news; `real_found`: of the real sentences those told right.

    `path` has one sentence a line; lines that begin with `==` name the theme of what follows. Under the theme "real"
    the sentences are news, each behind the types that are right and a bar. Each sentence is read alone, under a
    headline that says nothing; any claim that has occurred or is going on is news.
    """
    lines = list(read_lines(path))
    coded = code([_story(line.sentence) for line in lines], settings)
    outcomes = [outcome_of(line, story) for line, story in zip(lines, coded, strict=True)]
    groups = {
        "false_occurred": [float(outcome.is_news) for outcome in outcomes if not outcome.is_real],
        "real_found": [float(outcome.is_right) for outcome in outcomes if outcome.is_real],
    }
    means = {"false_occurred": partial(_mean, 100.0), "real_found": partial(_mean, 1.0)}
    scores = {name: means[name](values) for name, values in groups.items()}
    return Result(len(lines), scores, {name: interval(values, means[name]) for name, values in groups.items()})


def read_lines(path: Path) -> Iterator[Line]:
    """The sentences of a file; raises UnreadableError at a line of no theme or with an unknown type."""
    theme = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        if line.startswith("== "):
            theme = line[3:].strip()
            continue
        types, _, sentence = line.rpartition(" | ")
        named = frozenset(types.split("/")) if types else frozenset()
        if theme is None or named - frozenset(PLOVER_TYPES) or bool(named) != (theme == REAL):
            raise UnreadableError(f"{path}, line {number}: it needs a theme, and types if and only if it is {REAL}")
        yield Line(theme, sentence, named)


def outcome_of(line: Line, story: CodedStory) -> Outcome:
    """What the claims that are news make of a sentence."""
    told = {claim.event.plover for claim in story.claims if claim.status in _NEWS}
    return Outcome(line.theme == REAL, bool(told), bool(told & line.types))


def _story(sentence: str) -> Story:
    text = f"{HEADLINE}\n\n{sentence}\n"
    identity = text_id(text)
    return Story(identity[:16], identity, "own", None, None, None, None, None, PUBLISHED, None, "en", text)


def _mean(scale: float, values: Sequence[float]) -> float:
    return scale * sum(values) / len(values) if values else 0.0
