"""Structured doubts about data: what the program noticed and did not settle by guessing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Issue:
    """One doubt, with the words it is about.

    `code` is a stable slug such as "place-ambiguous" or "no-publication-date"; `start` and `end` are code points
    into the story's text, end exclusive, both 0 when the doubt is about the whole story.
    """

    code: str
    start: int
    end: int
    message: str
