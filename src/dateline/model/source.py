"""Who says so."""

from dataclasses import dataclass
from typing import Literal

from dateline.model.party import Kind
from dateline.model.span import Span

Quoted = Literal["direct", "indirect", "mixed"]


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
