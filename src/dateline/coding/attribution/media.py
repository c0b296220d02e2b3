"""Media that pass on what they are told: "told the Valley news agency"; reporters in general pass nothing on."""

from collections.abc import Callable, Mapping

from dateline.coding.attribution.phrase import plain
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.source import Source
from dateline.model.span import Span

PartyOf = Callable[[int, int, int], Party | None]


def medium_of(
    reading: Reading, head: int, cue: Span, party_of: PartyOf, classes: Mapping[str, frozenset[str]]
) -> Source | None:
    """The medium at a head noun, if it has a name; `classes` are those of `speakers.tsv`."""
    token = reading.tokens[head]
    first, last = noun_phrase(reading, head)
    phrase = reading.tokens[first : last + 1]
    party = party_of(head, first, last)
    is_medium = party is not None and party.kind == "media"
    is_general = token.lemma in classes.get("audience", frozenset()) and token.part_of_speech != "PROPN"
    if is_general and (party is None or party.id is None):
        party = _employer(reading, head, party_of)
        if party is None:
            return None
    is_named = any(word.part_of_speech == "PROPN" for word in phrase)
    is_called_medium = bool({word.lemma for word in phrase} & classes.get("medium", frozenset()))
    if not is_medium and not (is_named and (is_called_medium or _is_acronym(token.text))):
        return None
    name = party.name if is_medium and party is not None else plain(reading, first, last)
    span = reading.span_of(first, last)
    return Source(span.text, span.start, span.end, name, "media", cue)


def _employer(reading: Reading, head: int, party_of: PartyOf) -> Party | None:
    """ "told a Valley News reporter": the known medium that somebody writes for."""
    named = (party_of(child, *noun_phrase(reading, child)) for child in reading.children[head] if child < head)
    return next((party for party in named if party is not None and party.id and party.kind == "media"), None)


def _is_acronym(text: str) -> bool:
    return 2 <= len(text) <= 6 and text.isupper() and text.isalpha()
