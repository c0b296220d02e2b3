"""Phrases that stand where a predicate's target stands, though coding knows no party in them."""

import re
from collections.abc import Iterator

from dateline.coding.syntax.homes import Clause, clause_of_words
from dateline.coding.syntax.phrases import conjuncts, noun_phrase
from dateline.evaluation.muc4.story import Told
from dateline.model.claim import Claim
from dateline.model.party import Party

# "why" tells the voice and the frame that a claim was read by.
_READ_BY = re.compile(r"\((active|passive|nominal), (\w+)\)")


def unresolved_targets(told: Told, claim: Claim) -> Iterator[Party]:
    """The target phrases of a claim that none of its parties covers, as parties of no known kind."""
    reading = told.reading
    found = _READ_BY.search(claim.why)
    trigger = reading.within(claim.trigger.start, claim.trigger.end)
    if found is None or not trigger:
        return
    words = tuple(token.index for token in trigger)
    head = next((index for index in words if reading.tokens[index].head not in words), words[0])
    clause = clause_of_words(reading, head, words)
    homes = getattr(told.codebook.frames[found[2]], found[1])
    taken = [(party.start, party.end) for party in (*claim.targets, *claim.actors)]
    for index in _heads(told, clause, homes):
        token = reading.tokens[index]
        if index in words or token.part_of_speech not in {"NOUN", "PROPN"} or token.entity in {"DATE", "TIME"}:
            continue
        span = reading.span_of(*noun_phrase(reading, index))
        if not any(start <= token.start < end for start, end in taken):
            yield Party(span.text, span.start, span.end, span.text, None, "other", None)


def _heads(told: Told, clause: Clause, homes: dict[str, str]) -> Iterator[int]:
    seen: set[int] = set()
    for home, role in homes.items():
        if role != "target" or home in {"modifier", "possessor"}:
            continue
        for head in clause.heads(home):
            for index in conjuncts(told.reading, head):
                if index not in seen:
                    seen.add(index)
                    yield index
