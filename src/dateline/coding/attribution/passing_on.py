"""Who passes on what another says: "the paper quoted the mayor as saying", "Reuters, citing officials, said"."""

from collections.abc import Iterator, Mapping

from dateline.coding.attribution.cues import CueMatch
from dateline.coding.attribution.phrase import SourcePhrase
from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.sources import subject_of, wide_phrase
from dateline.model.reading import Reading

Classes = Mapping[str, frozenset[str]]
_AT_MEDIUM = frozenset({"to", "with", "on", "by", "in", "for", "from", "through", "via"})


def attach_passers_on(reading: Reading, sayings: list[Saying], classes: Classes) -> None:
    """Gives sayings the ones who pass them on, and those cited the content of the report that cites them."""
    for saying in sayings:
        _attach_quoted(reading, saying, classes.get("quoting", frozenset()))
        _attach_receiver(reading, saying, classes.get("receiving", frozenset()))
        saying.media.extend(_media(reading, saying.match, classes))
        saying.media.extend(_readers(reading, saying, classes))
    _drop_quoting(sayings)
    for saying in sayings:
        if saying.is_citing:
            _attach_cited(reading, sayings, saying)


def _attach_quoted(reading: Reading, saying: Saying, quoting: frozenset[str]) -> None:
    """In "the paper quoted the mayor as saying" and "the mayor was quoted by the paper as saying" he speaks."""
    verb = _quoting_verb(reading, saying.match, quoting)
    if verb is None:
        return
    saying.quoting = verb
    spoken_of = next((c for c in reading.children[verb] if reading.tokens[c].relation == "dobj"), None)
    if spoken_of is None:
        saying.passer = _agent(reading, verb) or _agent(reading, saying.match.last)
        return
    subject, _ = subject_of(reading, verb)
    saying.source = _phrase(reading, spoken_of, saying.match)
    if subject is not None:
        saying.passer = _phrase(reading, subject, CueMatch(saying.match.cue, verb, verb, verb))


def _quoting_verb(reading: Reading, match: CueMatch, quoting: frozenset[str]) -> int | None:
    """The verb above "as saying", or the head of "was quoted as saying"."""
    token = reading.tokens[match.head]
    if match.cue.frame == "undergo":
        return match.head
    above = reading.tokens[token.head]
    if token.tag != "VBG" or above.lemma != "as":
        return None
    for index in (above.head, reading.tokens[above.head].head):
        if reading.tokens[index].lemma in quoting:
            return index
    return None


def _drop_quoting(sayings: list[Saying]) -> None:
    """ "cited the mayor as saying" is one saying: what is cited is who speaks."""
    spoken = {saying.quoting: saying for saying in sayings if saying.quoting is not None}
    for saying in sayings:
        other = spoken.get(saying.match.head)
        if other is not None and other is not saying:
            if not other.stretches and not other.carried:
                other.stretches, other.carried = saying.stretches, saying.carried
            saying.stretches, saying.carried = [], []


def _attach_receiver(reading: Reading, saying: Saying, receiving: frozenset[str]) -> None:
    """ "Relief workers received reports of killings": somebody reports them, and the workers pass it on."""
    token = reading.tokens[saying.match.head]
    if saying.match.cue.part_of_speech != "n" or token.relation != "dobj" or not saying.is_statement:
        return
    verb = reading.tokens[token.head]
    if verb.lemma not in receiving:
        return
    subject, _ = subject_of(reading, verb.index)
    if subject is not None and subject != token.index:
        saying.passer = _phrase(reading, subject, CueMatch(saying.match.cue, verb.index, verb.index, verb.index))


def _media(reading: Reading, match: CueMatch, classes: Classes) -> Iterator[int]:
    """The nouns of media in "said in a statement carried by the agency", "said on state television"."""
    if match.cue.part_of_speech != "v":
        return
    documents = classes.get("document", frozenset()) | classes.get("remarks", frozenset())
    for child in reading.children[match.head]:
        token = reading.tokens[child]
        if token.relation == "advcl" and token.tag == "VBG" and token.lemma in classes.get("speaking", frozenset()):
            yield from _behind_prepositions(reading, child)
        elif token.relation == "prep" and token.lemma in {"in", "on", "during", "via", "through"}:
            for noun in _objects(reading, child):
                if reading.tokens[noun].lemma in documents:
                    yield from _carriers(reading, noun, classes.get("carrying", frozenset()))
                elif token.lemma == "on":
                    yield noun


def _readers(reading: Reading, saying: Saying, classes: Classes) -> Iterator[int]:
    """The media in "a document seen by the agency" and "the mayor, quoted by the radio"."""
    if saying.source is None:
        return
    verbs = classes.get("quoting", frozenset())
    if reading.tokens[saying.source.head].lemma in classes.get("document", frozenset()):
        verbs |= classes.get("receiving", frozenset())
    for child in reading.children[saying.source.head]:
        if reading.tokens[child].tag == "VBN" and reading.tokens[child].lemma in verbs:
            yield from _behind_prepositions(reading, child)


def _carriers(reading: Reading, document: int, carrying: frozenset[str]) -> Iterator[int]:
    """ "an interview with the radio", "a statement published on Sunday by the agency"."""
    yield from _behind_prepositions(reading, document)
    for child in reading.children[document]:
        if reading.tokens[child].tag == "VBN" and reading.tokens[child].lemma in carrying:
            yield from _behind_prepositions(reading, child)


def _behind_prepositions(reading: Reading, index: int) -> Iterator[int]:
    for child in reading.children[index]:
        token = reading.tokens[child]
        if token.relation in {"prep", "agent", "dative"} and token.lemma in _AT_MEDIUM:
            yield from _objects(reading, child)


def _objects(reading: Reading, preposition: int) -> Iterator[int]:
    return (inner for inner in reading.children[preposition] if reading.tokens[inner].relation == "pobj")


def _attach_cited(reading: Reading, sayings: list[Saying], cited: Saying) -> None:
    """What is reported "citing officials" is theirs, and whoever reports it passes it on."""
    above = list(reading.ancestors(cited.match.head))
    found = None
    for saying in sayings:
        if saying is cited or saying.is_citing or not saying.is_statement or saying.source is None:
            continue
        is_near = reading.tokens[saying.match.head].sentence == reading.tokens[cited.match.head].sentence
        heads = [saying.match.head] if saying.source.is_shared else [saying.match.head, saying.source.head]
        place = min((above.index(head) for head in heads if head in above), default=None)
        if is_near and saying.stretches and place is not None and (found is None or place < found[0]):
            found = (place, saying)
    if found is None:
        return
    saying = found[1]
    cited.stretches, cited.carried = list(saying.stretches), list(saying.carried)
    saying.passes_on = True
    source, phrase = saying.source, cited.source
    if source is not None and phrase is not None and source.head < cited.match.first <= source.last:
        last = cited.match.first - 1
        while last > source.head and reading.tokens[last].part_of_speech == "PUNCT":
            last -= 1
        saying.source = SourcePhrase(source.head, source.first, last)


def _agent(reading: Reading, verb: int) -> SourcePhrase | None:
    for child in reading.children[verb]:
        token = reading.tokens[child]
        if token.relation == "agent" or (token.relation == "prep" and token.lemma == "by"):
            for inner in _objects(reading, child):
                return SourcePhrase(inner, *wide_phrase(reading, inner))
    return None


def _phrase(reading: Reading, head: int, match: CueMatch) -> SourcePhrase:
    """A noun with all that hangs on it, as far as the reporting words and the "as" before them."""
    barrier = frozenset(range(match.first, match.last + 1)) | {reading.tokens[match.head].head}
    return SourcePhrase(head, *wide_phrase(reading, head, barrier - {head}))
