"""Reporting words found in the words of a story."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook.reporting import CueClass, Reporting, ReportingCue
from dateline.model.reading import Reading
from dateline.model.token import Token

_CLASS_TAGS: dict[CueClass, frozenset[str]] = {
    "v": frozenset({"VERB", "AUX"}),
    "n": frozenset({"NOUN"}),
}


@dataclass(frozen=True, slots=True)
class CueMatch:
    """A reporting cue at tokens `first` to `last` (included); `head` is the token that carries the grammar."""

    cue: ReportingCue
    head: int
    first: int
    last: int
    is_passive: bool = False


def find_cues(reading: Reading, reporting: Reporting) -> Iterator[CueMatch]:
    """The reporting words of a story in the order of the text, the longest entry for each head word.

    In "he went on to say that" the words "went on to say" are the cue, and "say" does not count again; of two entries
    the one with the word as it stands goes before the one with its lemma ("citing" before "cite").
    """
    taken: set[int] = set()

    def rank(match: CueMatch) -> tuple[int, int, bool]:
        as_written = reading.tokens[match.head].text.lower() in match.cue.slots[match.cue.head]
        return match.first - match.last, match.first, not as_written

    for match in sorted(_matches(reading, reporting), key=rank):
        if not taken.intersection(range(match.first, match.last + 1)):
            taken.update(range(match.first, match.last + 1))
            yield match


def _matches(reading: Reading, reporting: Reporting) -> Iterator[CueMatch]:
    for token in reading.tokens:
        keys = {token.lemma, token.text.lower()}
        for key in sorted(keys):
            for cue in reporting.by_head.get(key, ()):
                match = _match(reading, cue, token)
                if match is not None:
                    yield match


def _match(reading: Reading, cue: ReportingCue, token: Token) -> CueMatch | None:
    allowed = _CLASS_TAGS.get(cue.part_of_speech)
    if allowed and (token.part_of_speech not in allowed or _is_name(token)):
        return None
    passive = cue.part_of_speech == "v" and is_passive(reading, token)
    if (cue.frame == "undergo") != passive and cue.frame == "undergo":
        return None
    first = _along(reading, token, cue.slots[: cue.head][::-1], -1)
    end = len(cue.slots) - cue.ahead
    last = _along(reading, token, cue.slots[cue.head + 1 : end], 1)
    if first is None or last is None or _along(reading, reading.tokens[last], cue.slots[end:], 1) is None:
        return None
    return CueMatch(cue, token.index, first, last, passive)


def _along(reading: Reading, token: Token, slots: tuple[frozenset[str], ...], step: int) -> int | None:
    """The index of the last word of the slots in one direction, adverbs between them skipped, or None."""
    position = token.index
    for slot in slots:
        position += step
        while _in_sentence(reading, position, token) and not _fits(reading.tokens[position], slot):
            if reading.tokens[position].part_of_speech not in {"ADV", "PART"}:
                return None
            position += step
        if not _in_sentence(reading, position, token):
            return None
    return position


def _in_sentence(reading: Reading, position: int, token: Token) -> bool:
    return 0 <= position < len(reading.tokens) and reading.tokens[position].sentence == token.sentence


def _fits(token: Token, slot: frozenset[str]) -> bool:
    return token.lemma in slot or token.text.lower() in slot


def _is_name(token: Token) -> bool:
    """Whether a word that could be a cue is somebody's name here: "Gulnoza Said"."""
    return token.entity == "PERSON" and token.text[:1].isupper() and token.relation != "ROOT"


def lacks_finite_verb(reading: Reading, token: Token) -> bool:
    """Whether the parser read `the forces charged that ...` as a noun with a participle: the noun is the root."""
    return token.relation == "acl" and reading.tokens[token.head].relation == "ROOT"


def is_passive(reading: Reading, token: Token) -> bool:
    """Whether a verb is passive: "was told", "militants believed to be inside"."""
    relations = {reading.tokens[child].relation for child in reading.children[token.index]}
    if relations & {"nsubjpass", "auxpass"}:
        return True
    if lacks_finite_verb(reading, token):
        return False
    if token.relation == "conj" and token.tag == "VBN" and not relations & {"aux", "nsubj"}:
        return is_passive(reading, reading.tokens[token.head])  # "was taken away and charged with theft"
    return token.tag == "VBN" and token.relation in {"acl", "advcl"} and not relations & {"aux", "nsubj"}
