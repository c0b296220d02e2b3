"""Who says what: direct, indirect and mixed quotation, and the chain of sources for each word."""

from collections import defaultdict

from dateline.codebook.codebook import Codebook
from dateline.coding.attribution.chains import Attributed, Reported, speaker_of
from dateline.coding.attribution.coordinated import divide
from dateline.coding.attribution.learned import NO_CUE, weigh
from dateline.coding.attribution.media import PartyOf
from dateline.coding.attribution.passing_on import attach_passers_on
from dateline.coding.attribution.quoted import attach_quotes
from dateline.coding.attribution.sayings import Saying, cue_span, find_sayings, is_negated
from dateline.coding.attribution.speakers import Speakers
from dateline.coding.attribution.statements import attach_statements
from dateline.encoder.scores import Scores
from dateline.model.reading import Reading, Sentence
from dateline.model.source import Attribution, Quoted, Source
from dateline.model.span import Span

__all__ = ["Attributed", "attribute"]


def attribute(reading: Reading, codebook: Codebook, party_of: PartyOf, scores: Scores | None = None) -> Attributed:
    """All attributions of a story, the speaker of each sentence, and for each word the chain of who says so.

    `party_of(head, first, last)` resolves a source's noun phrase (token indices, both ends included) to a party, or
    to None. The list of attributions has the outermost ones, as PolNeAR has it: what a speaker says that others say
    belongs to his words, and only the chain goes into it. Of `"They left," said Amin, a farmer. "We stayed."` both
    quotes are Amin's. With `scores` of the learned head sources and contents take the extent that it sees.
    """
    sayings = find_sayings(reading, codebook.reporting)
    divide(reading, sayings, codebook.reporting.speakers.get("adding", frozenset()))
    attach_quotes(reading, sayings)
    attach_statements(reading, sayings)
    attach_passers_on(reading, sayings, codebook.reporting.speakers)
    if scores is not None:
        sayings = weigh(reading, sayings, scores, codebook.reporting)
    speakers = Speakers(reading, party_of, codebook.reporting.speakers)
    reported: list[Reported] = []
    attributions: list[Attribution] = []
    for saying in sayings:
        stretches = [*saying.stretches, *saying.carried]
        if not stretches:
            speakers.note_document(saying)
            continue
        source = speakers.source(saying, _around(saying, reading, reported))
        reported.extend(_reported(reading, speakers, saying, source))
        attributions.append(_attribution(reading, saying, source))
    return Attributed(reading, _outermost(attributions, reported), _speakers(reading, reported), tuple(reported))


def _reported(reading: Reading, speakers: Speakers, saying: Saying, source: Source) -> list[Reported]:
    """What the chain is made of; what somebody did not say, or what the reader is asked, is no part of it.

    "We" outside a quote is the story's own voice, and a commitment that nobody is said to have made is no saying.
    """
    is_title = _is_title(reading, saying, source)
    is_own_voice = source.name is None and source.text.lower() in {"you", "i", "we", "our", "us", "my"}
    is_nobodys = saying.source is None and saying.match.cue.stance == "plan" and saying.match.cue.part_of_speech == "n"
    if is_negated(reading, saying.match) or is_own_voice or is_nobodys or is_title:
        return []
    if saying.match.cue is NO_CUE and saying.source is None:
        return []
    is_relay = saying.match.cue.frame == "object" and saying.match.cue.part_of_speech == "p"
    return [
        Reported(
            start,
            end,
            saying.match.cue,
            cue_span(reading, saying.match),
            (source, *speakers.passers_on(saying)),
            order=-1 if saying.is_citing else int(is_relay),
            is_relay=is_relay or saying.passes_on,
            is_main=_is_main(reading, saying),
            is_quote=any(start <= quote.start <= start + 2 and quote.end + 2 >= end for quote in reading.quotes),
        )
        for start, end in (*saying.stretches, *saying.carried)
    ]


def _is_title(reading: Reading, saying: Saying, source: Source) -> bool:
    """Whether what stands beside a colon or dash tells the subject or the outlet: "Mali: ...", "... - Valley Post"."""
    frame = saying.match.cue.frame
    if frame not in {"before", "behind"}:
        return False
    is_name = saying.source is not None and reading.tokens[saying.source.head].part_of_speech == "PROPN"
    return (frame == "behind" and source.kind == "media") or (
        is_name and source.kind == "government" and source.text == source.name
    )


def _is_main(reading: Reading, saying: Saying) -> bool:
    """Whether the reporting words, or the verb of "quoted him as saying", are the main verb of their sentence."""
    words = {*range(saying.match.first, saying.match.last + 1), saying.quoting}
    return any(reading.tokens[index].relation == "ROOT" for index in words if index is not None)


def _around(saying: Saying, reading: Reading, reported: list[Reported]) -> Source | None:
    """The speaker of the content that a saying stands in."""
    place = reading.tokens[saying.match.head].start
    inside = [stretch for stretch in reported if stretch.start <= place < stretch.end and stretch.cue.is_statement]
    return min(inside, key=lambda stretch: stretch.end - stretch.start).links[0] if inside else None


def _outermost(attributions: list[Attribution], reported: list[Reported]) -> tuple[Attribution, ...]:
    """Those whose reporting words stand in no other's content; "per the radio" takes "the group said" into nothing."""
    relays = {(stretch.cue_span.start, stretch.cue_span.end) for stretch in reported if stretch.is_relay}
    kept: list[Attribution] = []
    outer: list[Span] = []
    for attribution in sorted(attributions, key=_extent, reverse=True):
        if any(span.start <= cue.start < span.end for span in outer for cue in attribution.cue):
            continue
        kept.append(attribution)
        if all((cue.start, cue.end) not in relays for cue in attribution.cue):
            outer.extend(attribution.content)
    return tuple(attribution for attribution in attributions if attribution in kept)


def _extent(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)


def _speakers(reading: Reading, reported: list[Reported]) -> tuple[Source | None, ...]:
    by_sentence: defaultdict[int, list[Reported]] = defaultdict(list)
    for stretch in reported:
        for token in reading.within(stretch.start, stretch.end):
            if not by_sentence[token.sentence] or by_sentence[token.sentence][-1] is not stretch:
                by_sentence[token.sentence].append(stretch)
    return tuple(
        speaker_of(sentence, _root(reading, sentence), by_sentence[sentence.index]) for sentence in reading.sentences
    )


def _root(reading: Reading, sentence: Sentence) -> int:
    roots = (token.start for token in reading.words(sentence) if token.relation == "ROOT")
    return next(roots, sentence.start)


def _attribution(reading: Reading, saying: Saying, source: Source) -> Attribution:
    stretches = sorted([*saying.stretches, *saying.carried])
    phrase = saying.source
    sources = [*saying.more_sources, *([] if phrase is None else [(phrase.first, phrase.last)])]
    return Attribution(
        source=tuple(reading.span_of(first, last) for first, last in sorted(sources)),
        cue=() if saying.match.cue is NO_CUE else (cue_span(reading, saying.match),),
        content=tuple(reading.span(start, end) for start, end in stretches),
        quoted=_quoted(reading, stretches),
        name=source.name,
    )


def _quoted(reading: Reading, stretches: list[tuple[int, int]]) -> Quoted:
    """Direct when all words of the content stand in quotation marks, mixed when some do."""
    inside = outside = 0
    for start, end in stretches:
        for token in reading.within(start, end):
            if token.part_of_speech == "PUNCT":
                continue
            if any(quote.start <= token.start < quote.end for quote in reading.quotes):
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"
