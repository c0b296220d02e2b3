"""Whose a quote is: by the reporting word beside it, or because a quote goes on."""

from dataclasses import dataclass

from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.trailing import subject_before
from dateline.model.reading import Quote, Reading

_MARKS = frozenset("\"“”„‟‘’'«»‹›`‚")
_SPOKEN_WORDS = 4  # shorter quotes without a reporting word beside them are titles or scare quotes
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A quote with its marks: [start, end) of the story's text."""

    quote: Quote
    start: int
    end: int
    paragraph: int


def speeches(reading: Reading) -> list[Speech]:
    """The outer quotes of a story, in text order."""
    found: list[Speech] = []
    reach = 0
    for quote in reading.quotes:
        words = reading.within(quote.start, quote.end)
        if quote.start < reach or not words or _is_separator(reading, quote):
            continue
        reach = quote.end
        start, end = _with_marks(reading.story.text, quote)
        found.append(Speech(quote, start, end, reading.sentences[words[0].sentence].paragraph))
    return found


def _is_separator(reading: Reading, quote: Quote) -> bool:
    """Whether a lone « opens no quote but parts a headline from the name of a site, or goes on from one that does."""
    text = reading.story.text
    return "«" in text and "»" not in text and not quote.is_closed and (quote.continues or text[quote.start - 1] == "«")


def attach_quotes(reading: Reading, sayings: list[Saying]) -> None:
    """Gives each saying the quotes that are its content, and keeps content on its side of the quotation marks.

    `"We left. They followed," said Amin.` makes both sentences the content of "said"; the quotes that follow with no
    reporting word of their own are carried by the same saying.
    """
    quotes = speeches(reading)
    _clip(reading, sayings, quotes)
    owners: list[Saying | None] = []
    for speech in quotes:
        owner = _beside(reading, sayings, speech)
        if owner is not None:
            owner.stretches = _merged([*owner.stretches, (speech.start, speech.end)])
        owners.append(owner)
    _carry_on(reading, sayings, quotes, owners)


def _clip(reading: Reading, sayings: list[Saying], quotes: list[Speech]) -> None:
    """What is said inside a quote stays inside it."""
    for saying in sayings:
        place = reading.tokens[saying.match.head].start
        for speech in quotes:
            if speech.quote.start <= place < speech.quote.end:
                clipped = [
                    (max(start, speech.quote.start), min(end, speech.quote.end)) for start, end in saying.stretches
                ]
                saying.stretches = [(start, end) for start, end in clipped if start < end]


def _beside(reading: Reading, sayings: list[Saying], speech: Speech) -> Saying | None:
    """The saying whose content the quote is part of, else the one whose reporting word stands beside it."""
    outside = [
        saying
        for saying in sayings
        if not speech.start <= reading.tokens[saying.match.head].start < speech.end
        and not _in_source(reading, saying, speech)
    ]
    leading = [s for s in outside if s.is_statement and s.source is not None and _is_next_to(reading, s, speech)]
    if leading:
        return leading[-1]
    overlapping = [
        saying
        for saying in outside
        if any(start < speech.end and speech.start < end for start, end in saying.stretches)
    ]
    if overlapping:
        statements = [saying for saying in overlapping if saying.is_statement] or overlapping
        verbs = [saying for saying in statements if saying.match.cue.frame not in {"object", "none"}] or statements
        return min(verbs, key=lambda saying: _distance(reading, saying, speech))
    near = [saying for saying in outside if _may_introduce(reading, saying, speech)]
    if near:
        return min(near, key=lambda saying: _distance(reading, saying, speech))
    return _behind_colon(reading, outside, speech)


def _behind_colon(reading: Reading, outside: list[Saying], speech: Speech) -> Saying | None:
    """A colon alone, whose sentence tells who speaks: "The mayor took the floor: ..."."""
    colon = next((s for s in outside if s.match.cue.frame == "before" and _is_next_to(reading, s, speech)), None)
    if colon is not None and colon.source is None:
        colon.source = subject_before(reading, colon.match)
    return colon


def _may_introduce(reading: Reading, saying: Saying, speech: Speech) -> bool:
    """Whether a reporting verb without content of its own stands right before or behind the quote."""
    match = saying.match
    if not saying.is_statement or match.cue.frame in {"object", "none"}:
        return False
    words = reading.within(speech.quote.start, speech.quote.end)
    sentence = reading.tokens[match.head].sentence
    text = reading.story.text
    if saying.source is None:
        return False
    if _leads_on(reading, saying, speech):
        return True
    if match.cue.part_of_speech == "n":
        return False
    clause_start = min(reading.tokens[saying.source.first].start, reading.tokens[match.first].start)
    clause_end = max(reading.tokens[saying.source.last].end, reading.tokens[match.last].end)
    if clause_start >= speech.end:
        # behind: `...," said Amin`, at most a few words between the mark and the clause
        gap = text[speech.end : clause_start]
        return (
            not saying.stretches
            and sentence <= words[-1].sentence + 1
            and len(gap.split()) <= 2
            and "\n\n" not in gap
            and not any(mark in gap for mark in ".!?")
        )
    if clause_end <= speech.start:
        gap = text[clause_end : speech.start]
        if gap.rstrip().endswith((":", ",")) and sentence >= words[0].sentence - 1:
            return not saying.stretches and len(gap.split()) <= 16 and "." not in gap
        return not saying.stretches and sentence == words[0].sentence and len(gap.split()) <= 3
    return False


def _is_next_to(reading: Reading, saying: Saying, speech: Speech) -> bool:
    """Whether only a comma or colon stands between a reporting verb and the quote behind it: `adding, "We stayed"`."""
    end = reading.tokens[saying.match.last].end
    return end < speech.start and reading.story.text[end : speech.start].strip() in {",", ":", ""}


def _leads_on(reading: Reading, saying: Saying, speech: Speech) -> bool:
    """Whether the saying's sentence ends with a colon right before the quote: "issued the following statement:"."""
    text = reading.story.text[: speech.start].rstrip()
    if not text.endswith(":"):
        return False
    colon = reading.token_at(len(text) - 1)
    head = reading.tokens[saying.match.head]
    return colon is not None and head.sentence == colon.sentence and head.index < colon.index


def _carry_on(reading: Reading, sayings: list[Saying], quotes: list[Speech], owners: list[Saying | None]) -> None:
    """Quotes without a reporting word go on with the one who spoke before."""
    _carry_back(quotes, owners)
    for number, speech in enumerate(quotes):
        if owners[number] is not None or not _is_spoken(reading, speech):
            continue
        owner = _earlier_in_paragraph(reading, sayings, speech)
        if (
            owner is None
            and number
            and owners[number - 1] is not None
            and _goes_on(reading, quotes[number - 1], speech)
        ):
            owner = owners[number - 1]
        if owner is None and number + 1 < len(quotes) and quotes[number + 1].paragraph == speech.paragraph:
            owner = owners[number + 1]
        if owner is not None:
            owner.carried.append((speech.start, speech.end))
            owners[number] = owner


def _carry_back(quotes: list[Speech], owners: list[Saying | None]) -> None:
    """A quote that no mark closes is of whoever speaks in the one that opens the next paragraph."""
    for number in range(len(quotes) - 2, -1, -1):
        speech, following = quotes[number], quotes[number + 1]
        owner = owners[number + 1]
        is_next = following.paragraph == speech.paragraph + 1
        if owners[number] is None and owner is not None and is_next and not speech.quote.is_closed:
            owner.carried.append((speech.start, speech.end))
            owners[number] = owner


def _earlier_in_paragraph(reading: Reading, sayings: list[Saying], speech: Speech) -> Saying | None:
    """The last statement before the quote in the sentence before it, in the same paragraph."""
    sentence = reading.tokens[reading.within(speech.quote.start, speech.quote.end)[0].index].sentence
    found: Saying | None = None
    for saying in sayings:
        token = reading.tokens[saying.match.head]
        if (
            saying.is_statement
            and saying.source is not None
            and saying.match.cue.part_of_speech == "v"
            and saying.match.cue.frame in {"subject", "addressee", "undergo", "before"}
            and saying.stretches
            and token.start < speech.start
            and reading.sentences[token.sentence].paragraph == speech.paragraph
            and token.sentence <= sentence
            and not any(start <= token.start < end for start, end in _quoted(reading))
        ):
            found = saying
    return found


def _quoted(reading: Reading) -> list[tuple[int, int]]:
    return [(quote.start, quote.end) for quote in reading.quotes]


def _goes_on(reading: Reading, before: Speech, speech: Speech) -> bool:
    """Whether a quote follows in the next paragraph, which it opens, or in the same."""
    if speech.quote.continues:
        return True
    first = min(s.first for s in reading.sentences if s.paragraph == speech.paragraph and s.last > s.first)
    opens = reading.tokens[first].start >= speech.start - 1
    return before.paragraph == speech.paragraph or (opens and speech.paragraph - before.paragraph == 1)


def _is_spoken(reading: Reading, speech: Speech) -> bool:
    words = [word for word in reading.within(speech.quote.start, speech.quote.end) if word.part_of_speech != "PUNCT"]
    if len(words) < _SPOKEN_WORDS and speech.quote.is_closed:
        return False
    begins = reading.story.text[speech.quote.start : speech.quote.start + 1]
    return any(word.tag in _FINITE for word in words) and (not begins.islower() or len(words) > 12)


def _in_source(reading: Reading, saying: Saying, speech: Speech) -> bool:
    if saying.source is None:
        return False
    return (
        reading.tokens[saying.source.first].start < speech.start
        and speech.end <= reading.tokens[saying.source.last].end
    )


def _distance(reading: Reading, saying: Saying, speech: Speech) -> int:
    token = reading.tokens[saying.match.head]
    return min(abs(token.start - speech.end), abs(speech.start - token.end))


def _with_marks(text: str, quote: Quote) -> tuple[int, int]:
    """The quote's stretch with its marks, doubled ones too; of two glued quotes each keeps its own."""
    start, end = quote.start, quote.end
    if start and text[start - 1] in _MARKS:
        start -= 1
        if start and text[start - 1] == text[start] and (start == 1 or not text[start - 2].strip()):
            start -= 1
    if end < len(text) and text[end] in _MARKS:
        end += 1
        if end < len(text) and text[end] == text[end - 1] and not text[end + 1 : end + 2].strip():
            end += 1
    return start, end


def _merged(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
