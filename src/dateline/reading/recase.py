"""Text in capitals in the case in which the parser was taught to read it."""

import re

from dateline.codebook.layout import Layout
from dateline.reading.aligned import Aligned
from dateline.reading.stamps import MONTH

CAPITAL_SHARE = 0.85  # of the letters of a section, above which it counts as written in capitals
MIN_LETTERS = 12


def is_capitals(text: str) -> bool:
    """Whether a section is written in capitals; a short one (an acronym, a place) never counts."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(map(str.isupper, letters)) / len(letters) > CAPITAL_SHARE


def recase(aligned: Aligned, layout: Layout) -> Aligned:
    """The section in ordinary case: lower case but for the beginnings of sentences and for names."""
    text = aligned.text
    lowered = "".join(lower if len(lower := character.lower()) == 1 else character for character in text)
    out = list(lowered)
    for match in re.finditer(r"(?:^|[.!?][\"')]*\s+|\" ?)\W*(\w)", text):
        out[match.start(1)] = text[match.start(1)]
    for match in re.finditer(
        rf"\b{MONTH}|\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", text, re.I
    ):
        out[match.start()] = text[match.start()]
    return Aligned("".join(out), aligned.origins)
