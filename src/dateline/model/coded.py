"""A story that has been coded: what `dateline read --json` prints, one object a story."""

from dataclasses import dataclass

from dateline.issues import Issue
from dateline.model.claim import Claim
from dateline.model.reading import Reading
from dateline.model.source import Attribution, Source

SCHEMA = "dateline.coded-story/1"


@dataclass(frozen=True, slots=True)
class Coder:
    """Which program, vocabulary, gazetteer, model and view of disputed borders coded a story.

    `codebook`, `gazetteer` and `model` are sha256 digests, `borders` is the name of the view.
    """

    name: str
    version: str
    codebook: str
    gazetteer: str
    model: str | None
    borders: str = "neutral"


@dataclass(frozen=True, slots=True)
class CodedStory:
    """A reading with what coding and placing made of it.

    `speakers` has one entry for each sentence of the reading: whom the sentence's content comes from, or None.
    """

    reading: Reading
    speakers: tuple[Source | None, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]
