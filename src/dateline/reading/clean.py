"""Mends what keeps the parser from reading a section, each character knowing where it was received."""

import re
from collections.abc import Callable

from dateline.reading.aligned import Aligned

Change = tuple[int, int, str]
_QUOTES = {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'"}
_CHARACTERS = re.compile("[" + "".join(_QUOTES) + "]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e]+")
_SPACE = re.compile(r"\s+")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]\.)+$|\b(?:www|http)\S*$|\w@\S*$")


def mend(aligned: Aligned) -> Aligned:
    """The section as the parser should see it; of spellings only "IS" is changed, to "ISIS".

    `surrender.""It is` becomes `surrender." "It is`, `""As we meet""` of CSV origin `"As we meet"`.
    """
    for step in (_invisible, _straight, _doubled, _spaces, _glued, _editorial, _group, _bullets):
        aligned = aligned.replaced(step(aligned.text))
    return aligned


def _each(pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Callable[[str], list[Change]]:
    def changes(text: str) -> list[Change]:
        return [
            (match.start(), match.end(), new if isinstance(new, str) else new(match))
            for match in pattern.finditer(text)
            if match.group() != (new if isinstance(new, str) else new(match))
        ]

    return changes


_invisible = _each(_INVISIBLE, "")
_spaces = _each(_SPACE, " ")
# `''` is a double quote of typewriters and TeX.
_straight = _each(re.compile(f"{_CHARACTERS.pattern}|''(?!')"), lambda match: _QUOTES.get(match.group(), '"'))
_editorial = _each(
    re.compile(
        r"\[(?:NAME|PASSAGE|WORDS?|SENTENCE|SPELLING|TITLE|FIGURE|DATE|AS|SIC|CONTINUED|TEXT|END|BEGIN|REPORTER|APPLAUSE|LAUGHTER|QUESTION|ANSWER|PAUSE|SHOUTS|VIDEO|UNIDENTIFIED)\b[^\]]{0,40}\]",
        re.I,
    ),
    lambda match: " " * len(match.group()),
)
# The parser knows the group's four letters as a name, and its two as a verb.
_group = _each(re.compile(r"(?<![A-Z] )\bIS\b(?! [A-Z]{2})"), "ISIS")
_bullets = _each(re.compile(r"^\s*[•▪●◦‣∙·■►]\s*"), lambda match: " " * len(match.group()))


def _doubled(text: str) -> list[Change]:
    """Doubled and tripled quotation marks: one mark inside a word boundary, two marks between two quotes."""
    changes: list[Change] = []
    for match in re.finditer(r'"{2,}', text):
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < len(text) else " "
        closes, opens = not before.isspace() and before not in "([", not after.isspace() and after not in ".,;:!?)]"
        changes.append((match.start(), match.end(), '" "' if closes and opens else '"'))
    return changes


# A sentence glued to the one before (`fled.The army`), to a quote (`ended."She said`, `told"They`), a word to a comma.
_GLUE = re.compile(
    r"(?<=[a-z0-9)\]%][.!?])(?=[A-Z][a-z]|\"[A-Z])"
    r"|(?<=[a-z][.!?,]\")(?=[A-Za-z])"
    r"|(?<=[a-z],)(?=[A-Za-z]{2})"
    r"|(?<=\w[.!?;:])(?=[A-Z][a-z]+ )"
)


def _glued(text: str) -> list[Change]:
    return [
        (match.start(), match.start(), " ")
        for match in _GLUE.finditer(text)
        if not _ABBREVIATED.search(text, max(0, match.start() - 30), match.start())
    ]
