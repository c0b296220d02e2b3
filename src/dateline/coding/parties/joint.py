"""Two parties in one phrase: "Indian and Chinese soldiers" are those of two states."""

from dataclasses import replace

from dateline.coding.parties.mentions import Mentions
from dateline.model.party import Party
from dateline.model.reading import Reading

_ADJECTIVES = frozenset({"amod", "compound", "nmod", "poss"})


def apart(reading: Reading, mentions: Mentions, party: Party, head: int) -> tuple[Party, ...]:
    """The party of each country that a phrase with the head noun `head` coordinates; else the party alone.

    The words of the first are its adjective, those of the last the rest of the phrase.
    """
    if party.id is not None:
        return (party,)
    for child in reading.children[head]:
        token = reading.tokens[child]
        if token.relation not in _ADJECTIVES or child > head or token.start < party.start:
            continue
        partners = [inner for inner in reading.children[child] if reading.tokens[inner].relation == "conj"]
        if any(reading.tokens[inner].lemma == "or" for inner in reading.children[child]):
            continue  # "Syrian or Russian jets" are those of one
        codes = [_country(mentions, index) for index in (child, *partners)]
        if len(partners) == 1 and None not in codes and codes[0] != codes[1]:
            noun = reading.story.text[reading.tokens[partners[0]].end : party.end].strip()
            return (
                _one(reading, party, child, child, noun, codes[0]),
                _one(reading, party, partners[0], head, noun, codes[1]),
            )
    return (party,)


def _country(mentions: Mentions, index: int) -> str | None:
    mention = mentions.at(index)
    return mention.meaning.country if mention is not None and mention.meaning is not None else None


def _one(reading: Reading, party: Party, first: int, last: int, noun: str, country: str | None) -> Party:
    span = reading.span_of(first, last)
    name = " ".join(f"{reading.tokens[first].text} {noun}".split())
    return replace(party, text=span.text, start=span.start, end=span.end, name=name, country=country)
