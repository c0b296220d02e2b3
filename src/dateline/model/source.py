"""Who says so."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.party import Kind
from dateline.model.span import Span

Quoted = Literal["direct", "indirect", "mixed"]
Grade = Literal["A", "B", "C", "D", "E", "F"]
UNGRADED: Grade = "F"  # where everybody starts
GRADES: dict[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}


def grade_key(name: str) -> str:
    """The name of a source as grades are kept under it: any case, any spaces, without an article."""
    return " ".join(name.split()).casefold().removeprefix("the ")


@dataclass(frozen=True, slots=True)
class Source(Span):
    """One link of the chain of who says so.

    `name` is None for a source without a name ("reportedly"): the span is then the cue. `cue` is the reporting word.
    """

    name: str | None
    kind: Kind
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what in which words: spans of the source, of the reporting words and of the content."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: Quoted
    name: str | None
