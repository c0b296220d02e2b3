"""Speakers who stand as a label before or behind what they say: "Army: ...", "Bomb kills four - police"."""

from collections.abc import Mapping

from dateline.coding.attribution.cues import CueMatch
from dateline.coding.attribution.phrase import SourcePhrase, speaks
from dateline.model.reading import Reading

_LABEL_WORDS = 10  # longer than any name with its title; what is longer is a clause
_WORDS_BEHIND = 6
_VERBS = frozenset({"VERB", "AUX"})


def label_of(reading: Reading, match: CueMatch, classes: Mapping[str, frozenset[str]]) -> SourcePhrase | None:
    """The label before a colon, from the beginning of the sentence, or the one that ends a headline."""
    before = _before(reading, match, classes) if match.cue.frame == "before" else None
    return before or _behind(reading, match, classes)


def _before(reading: Reading, match: CueMatch, classes: Mapping[str, frozenset[str]]) -> SourcePhrase | None:
    first = reading.sentences[reading.tokens[match.head].sentence].first
    last = match.first - 1
    return _label(reading, first, last, classes) if 0 <= last - first < _LABEL_WORDS else None


def _behind(reading: Reading, match: CueMatch, classes: Mapping[str, frozenset[str]]) -> SourcePhrase | None:
    sentence = reading.sentences[reading.tokens[match.head].sentence]
    first, last = match.last + 1, sentence.last - 1
    while last > first and reading.tokens[last].part_of_speech == "PUNCT":
        last -= 1
    if sentence.part != "headline" or match.first == sentence.first or not 0 <= last - first < _WORDS_BEHIND:
        return None
    label = _label(reading, first, last, classes)
    if label is None or match.cue.frame == "before":
        return label
    return label if _is_spaced(reading, match) and not _may_be_outlet(reading, label, classes) else None


def _label(reading: Reading, first: int, last: int, classes: Mapping[str, frozenset[str]]) -> SourcePhrase | None:
    tokens = reading.tokens[first : last + 1]
    inside = [token.index for token in tokens if not first <= token.head <= last]
    head = inside[0] if len(inside) == 1 else last
    noun = reading.tokens[head]
    if noun.entity in {"GPE", "LOC", "FAC", "DATE"} or any(token.part_of_speech in _VERBS for token in tokens):
        return None
    return SourcePhrase(head, first, last) if speaks(noun, classes) and noun.part_of_speech != "PRON" else None


def _may_be_outlet(reading: Reading, label: SourcePhrase, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a name behind a dash is none of a person, an acronym or a body: it may be the page's, "- Valley Post"."""
    noun = reading.tokens[label.head]
    lemmas = {token.text.lower() for token in reading.tokens[label.first : label.last + 1]}
    if lemmas & classes.get("medium", frozenset()):
        return True
    is_body = bool(lemmas & (classes.get("body", frozenset()) | classes.get("person", frozenset())))
    return noun.part_of_speech == "PROPN" and not (is_body or noun.entity == "PERSON" or noun.text.isupper())


def _is_spaced(reading: Reading, match: CueMatch) -> bool:
    text = reading.story.text
    return not text[reading.tokens[match.first].start - 1].strip()
