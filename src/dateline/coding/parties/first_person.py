"""Who "I" and "we" are: whoever says the words."""

from collections.abc import Callable

from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.party import Certainty, Party
from dateline.model.reading import Reading
from dateline.model.source import Source

FIRST_PERSON = frozenset({"i", "we", "me", "us"})
PartyAt = Callable[[int, int, int], Party | None]


def speaker_at(
    reading: Reading, head: int, speaker: Source | None, certainty: Certainty | None, party_at: PartyAt
) -> Party | None:
    """The party that the pronoun at token `head` stands for; None for other words, and when nobody named speaks.

    `speaker` is the one whose words the pronoun stands in. A country and an id are taken over from his own phrase,
    which `party_at` (head, first and last token) resolves, when that is the same party.
    """
    token = reading.tokens[head]
    if token.text.lower() not in FIRST_PERSON or speaker is None or speaker.name is None:
        return None
    known = _party_of(reading, speaker, party_at)
    country, identity = (known.country, known.id) if known is not None and known.name == speaker.name else (None, None)
    return Party(token.text, token.start, token.end, speaker.name, country, speaker.kind, identity, certainty)


def _party_of(reading: Reading, speaker: Source, party_at: PartyAt) -> Party | None:
    inside = [token for token in reading.tokens if speaker.start <= token.start < speaker.end]
    heads = [token.index for token in inside if all(token.head != other.index for other in inside if other != token)]
    return party_at(heads[0], *noun_phrase(reading, heads[0])) if heads else None
