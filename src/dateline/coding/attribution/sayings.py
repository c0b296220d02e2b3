"""Sayings: a reporting word with its source and its content, before the source has a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from dateline.codebook.reporting import Reporting
from dateline.coding.attribution.contents import adjunct_preposition, content_of, is_infinitive
from dateline.coding.attribution.cues import CueMatch, find_cues
from dateline.coding.attribution.phrase import SourcePhrase, speaks
from dateline.coding.attribution.sources import source_of
from dateline.coding.attribution.trailing import inverted_source, phrase_before, subject_before, trailing_clause
from dateline.model.reading import Reading
from dateline.model.span import Span

_HINDERING = frozenset({"prevent", "stop", "keep", "bar", "ban", "block", "deter", "discourage", "prohibit"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})


@dataclass(slots=True)
class Saying:
    """A cue, its source phrase and, as [start, end) of the story's text, the stretches of its content.

    `media` are the head nouns of who is told and of who carries it; `carried` are stretches that go on elsewhere, in
    later quotes; `more_sources` are words of the source (token indices, both ends included) that stand apart from it.
    `passer` is who quotes the source, with the verb `quoting`; `passes_on` marks that the source itself only quotes
    another.
    """

    match: CueMatch
    source: SourcePhrase | None
    media: list[int]
    stretches: list[tuple[int, int]] = field(default_factory=list)
    carried: list[tuple[int, int]] = field(default_factory=list)
    passer: SourcePhrase | None = None
    quoting: int | None = None
    passes_on: bool = False
    more_sources: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_statement(self) -> bool:
        """Whether somebody is said to have said it."""
        return self.match.cue.is_statement

    @property
    def is_citing(self) -> bool:
        """Whether the cue is a participle whose object is the source: "citing two officials"."""
        return self.match.cue.frame == "object" and self.match.cue.part_of_speech == "v"


def find_sayings(reading: Reading, reporting: Reporting) -> list[Saying]:
    """One saying for each reporting word, in text order; those whose content is not found yet have no stretches."""
    matches = list(find_cues(reading, reporting))
    heads = frozenset(match.head for match in matches if match.cue.is_statement)
    sayings: list[Saying] = []
    for match in sorted(matches, key=lambda match: match.first):
        source = source_of(reading, match, reporting.speakers)
        if source is not None and match.cue.frame == "object" and not _is_voice(reading, match, source, reporting):
            plain = _plain_verb(reading, match, reporting)
            if plain is None:
                continue
            match, source = plain, source_of(reading, plain, reporting.speakers)
        if _is_purpose(reading, match, source, reporting.speakers):
            continue
        stretches = [
            (reading.tokens[first].start, reading.tokens[last].end)
            for first, last in content_of(reading, match, source, heads)
            if first <= last
        ]
        saying = Saying(match, source, list(_listeners(reading, match)), stretches)
        _mend(reading, saying, reporting.speakers.get("plain", frozenset()))
        if saying.source is None and sayings and reading.tokens[match.head].tag == "VBG":
            before = sayings[-1]  # `..." said the council adding that ...`
            if before.source is not None and reading.tokens[match.head].head == before.match.head:
                saying.source = replace(before.source, is_shared=True)
        sayings.append(saying)
    return sayings


def _is_voice(reading: Reading, match: CueMatch, source: SourcePhrase, reporting: Reporting) -> bool:
    """Whether somebody speaks: in "according to plan", "per head" and "citing a lack of fuel" nobody does."""
    head, classes = reading.tokens[source.head], reporting.speakers
    if head.part_of_speech == "PROPN":
        return True
    if head.lemma in classes.get("measure", frozenset()):
        return False
    return match.cue.part_of_speech != "v" or speaks(head, classes)


def _is_purpose(
    reading: Reading, match: CueMatch, source: SourcePhrase | None, classes: Mapping[str, frozenset[str]]
) -> bool:
    """Whether an infinitive has no speaker: "a count is under way to confirm how many left" says nothing."""
    if source is None or not source.is_shared or not is_infinitive(reading, reading.tokens[match.head]):
        return False
    return match.cue.is_statement and not speaks(reading.tokens[source.head], classes)


def _plain_verb(reading: Reading, match: CueMatch, reporting: Reporting) -> CueMatch | None:
    """The match as one of the verb itself: who is "citing a lack of fuel" says that there is a lack of fuel."""
    if match.cue.part_of_speech != "v":
        return None
    cues = reporting.by_head.get(reading.tokens[match.head].lemma, ())
    plain = next((cue for cue in cues if cue.frame == "subject" and len(cue.slots) == 1), None)
    return replace(match, cue=plain, is_passive=False) if plain is not None else None


def _mend(reading: Reading, saying: Saying, plain: frozenset[str]) -> None:
    """Finds by the order of the words what the parse does not show."""
    if saying.source is not None and reading.tokens[saying.source.head].entity in {"DATE", "TIME"}:
        saying.source = phrase_before(reading, saying.match)
    if saying.source is not None and _is_across_marks(reading, saying.match, saying.source):
        saying.source = None
    if saying.source is not None and _has_clause(reading, saying.match, saying.source):
        nearer = phrase_before(reading, saying.match)
        if nearer is not None and nearer.first > saying.source.head:
            begin = reading.sentences[reading.tokens[saying.match.head].sentence].first
            saying.source = nearer
            saying.stretches = [(reading.tokens[begin].start, reading.tokens[nearer.first - 1].end)]
            return
    inverted = inverted_source(reading, saying.match) if saying.source is None else None
    if inverted is not None:
        saying.source = inverted
        begin = reading.tokens[inverted.first].start
        saying.stretches = [(start, stop) for start, stop in saying.stretches if stop <= begin]
        return
    if not saying.stretches or (saying.source is None and saying.match.cue.part_of_speech == "v"):
        found = trailing_clause(reading, saying.match, plain)
        if found is not None:
            saying.match, saying.source, (first, last) = found
            saying.stretches = [(reading.tokens[first].start, reading.tokens[last].end)]
            return
    if saying.source is None and reading.tokens[saying.match.head].tag == "VBG" and saying.match.cue.frame == "subject":
        saying.source = subject_before(reading, saying.match)
    is_finite = reading.tokens[saying.match.head].tag in {"VBD", "VBZ", "VBP"} and not saying.match.is_passive
    if saying.source is None and is_finite and saying.match.cue.frame in {"subject", "addressee"}:
        saying.source = phrase_before(reading, saying.match)


def _has_clause(reading: Reading, match: CueMatch, source: SourcePhrase) -> bool:
    """Whether a whole sentence stands in a source, as in texts that lost their commas: "the raid killed two the army
    said"; relative clauses with their pronouns are no such sentence."""
    if source.is_shared or source.last >= match.first or match.cue.part_of_speech != "v":
        return False
    tokens = reading.tokens[source.head + 1 : source.last + 1]
    if any(token.tag in {"WP", "WDT", "WP$", "WRB"} or token.text == "," for token in tokens):
        return False
    return any(
        (token.tag in {"VBD", "VBZ", "VBP"} and token.part_of_speech == "VERB")
        or (
            token.tag == "VBN"
            and any(reading.tokens[child].relation == "dobj" for child in reading.children[token.index])
        )
        for token in tokens
    )


def _is_across_marks(reading: Reading, match: CueMatch, source: SourcePhrase) -> bool:
    """Whether a quotation mark stands between the source's noun and the reporting word: then it is another's word."""
    cue, noun = reading.tokens[match.head].start, reading.tokens[source.head].start
    return any((q.start <= cue < q.end) != (q.start <= noun < q.end) for q in reading.quotes)


def is_negated(reading: Reading, match: CueMatch) -> bool:
    """Whether the reporting itself is denied or hindered: "did not say whether", "to prevent them from reporting"."""
    if any(reading.tokens[child].relation == "neg" for child in reading.children[match.head]):
        return True
    token = reading.tokens[match.head]
    preposition = reading.tokens[token.head]
    is_behind_from = token.relation == "pcomp" and preposition.lemma == "from"
    return is_behind_from and reading.tokens[preposition.head].lemma in _HINDERING


def cue_span(reading: Reading, match: CueMatch) -> Span:
    """The reporting words with their auxiliaries and the preposition that leads on: "has called for"."""
    first, last = match.first, match.last
    for child in sorted(reading.children[match.head], reverse=True):
        if child < first and reading.tokens[child].relation in _AUXILIARIES and first - child <= 2:
            first = child
    preposition = adjunct_preposition(reading, match)
    return reading.span_of(first, preposition if preposition is not None else last)


def _listeners(reading: Reading, match: CueMatch) -> Iterator[int]:
    if match.is_passive or match.cue.part_of_speech != "v":
        return
    for child in reading.children[match.head]:
        token = reading.tokens[child]
        if token.relation in {"dobj", "dative"} and child > match.last and match.cue.frame == "addressee":
            if token.part_of_speech == "ADP":
                yield from (inner for inner in reading.children[child] if reading.tokens[inner].relation == "pobj")
            else:
                yield child
        elif token.relation in {"prep", "dative"} and token.lemma == "to":
            yield from (inner for inner in reading.children[child] if reading.tokens[inner].relation == "pobj")
