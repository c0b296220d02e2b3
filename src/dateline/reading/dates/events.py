"""Time counted from an event that has no date of its own: "since the start of the invasion"."""

from collections.abc import Iterator

from dateline.model.token import Token
from dateline.reading.dates.combined import Related
from dateline.reading.dates.found import Item
from dateline.reading.dates.line import Line

LONGEST = 8  # words; what is longer has a clause in it and is mostly a misparse


def since_events(line: Line, items: list[Item]) -> Iterator[Item]:
    """ "since" with a noun phrase that holds no time expression: open at its beginning, ended by the report."""
    for token in line.tokens:
        if token.lemma != "since" or token.relation != "prep":
            continue
        noun = next((other for other in line.tokens if other.head == token.index and other.relation == "pobj"), None)
        if noun is None or noun.part_of_speech != "NOUN":
            continue
        last = _last_of_phrase(line, noun)
        first_at, last_at = line.position(token), line.position(last) + len(last.text)
        if last.index - token.index <= LONGEST and not any(first_at < i.last and i.first < last_at for i in items):
            yield Item(first_at, last_at, Related("since"), head_at=first_at)


def _last_of_phrase(line: Line, noun: Token) -> Token:
    """The last word of the noun with what follows it by "of" and the like; no clauses and no other prepositions."""
    last = noun
    for token in line.tokens[noun.index - line.tokens[0].index + 1 :]:
        is_phrase = token.relation in ("compound", "amod", "det", "poss", "case", "pobj", "nummod")
        if token.index != last.index + 1 or not (token.lemma in ("of", "against", "in") or is_phrase):
            break
        last = token
    while last.part_of_speech in ("ADP", "DET", "ADJ") and last.index > noun.index:
        last = line.tokens[last.index - 1 - line.tokens[0].index]
    return last
