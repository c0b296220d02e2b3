"""The abbreviations a story explains itself: "Committee for Displaced Farmers (CDF)"."""

from collections.abc import Callable, Iterator

from dateline.coding.parties.identity import Identity
from dateline.coding.parties.mentions import Mentions
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.reading import Reading

Describe = Callable[[int, int, int], Identity | None]
LONGEST = 10


def abbreviations(reading: Reading, mentions: Mentions, describe: Describe) -> dict[str, Identity]:
    """What each abbreviation in brackets behind a name stands for; those the codebook knows are left to it."""
    found: dict[str, Identity] = {}
    for last, short in _bracketed(reading):
        written = reading.span_of(short, short).text
        if mentions.at(short) is not None or not (written.isupper() and 2 <= len(written) <= LONGEST):
            continue
        head = _head_of_name(reading, last)
        first = noun_phrase(reading, head)[0]
        while first < last and reading.tokens[first].part_of_speech == "DET":
            first += 1
        if first >= last:
            continue
        span = reading.span_of(first, last)
        identity = describe(head, first, last)
        found[reading.tokens[short].text] = Identity(
            name=identity.name if identity and identity.id else " ".join(span.text.split()),
            country=identity.country if identity else None,
            kind=identity.kind if identity else "other",
            id=identity.id if identity else None,
            evidence=span,
            is_named=True,
        )
    return found


def _bracketed(reading: Reading) -> Iterator[tuple[int, int]]:
    """The last word of a name and the one word in brackets behind it."""
    tokens = reading.tokens
    for index in range(len(tokens) - 3):
        before, opening, _, closing = tokens[index : index + 4]
        if opening.text in {"(", "["} and closing.text in {")", "]"} and before.part_of_speech in {"PROPN", "NOUN"}:
            yield index, index + 2


def _head_of_name(reading: Reading, last: int) -> int:
    """The head of the name that ends at a token: "Committee" in "Committee for Displaced Farmers"."""
    head = last
    for ancestor in reading.ancestors(last):
        token = reading.tokens[ancestor]
        if ancestor > last or token.part_of_speech not in {"PROPN", "NOUN", "ADP"}:
            break
        if token.part_of_speech == "PROPN" or (token.part_of_speech == "NOUN" and token.text[:1].isupper()):
            head = ancestor
    return head
