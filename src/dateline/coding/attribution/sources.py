"""Which noun phrase is the source of a reporting word."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.coding.attribution.cues import CueMatch
from dateline.coding.attribution.labels import label_of
from dateline.coding.attribution.phrase import SourcePhrase
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_BORROWING = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "parataxis", "dep"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_MAKERS = frozenset({"by", "from"})


def source_of(reading: Reading, match: CueMatch, classes: Mapping[str, frozenset[str]]) -> SourcePhrase | None:
    """The phrase of the source, or None for a source that is not named; `classes` are those of `speakers.tsv`."""
    phrase = _grammatical_source(reading, match, classes)
    return phrase if phrase is None else behind_lost_comma(reading, phrase, match)


def behind_lost_comma(reading: Reading, phrase: SourcePhrase, match: CueMatch) -> SourcePhrase:
    """In "... near the town of Amara state television said" the town ends what is said, and the source comes next.

    Texts that lost their commas leave a place or a plural noun before a source that closes the sentence: before a
    person's name ("hospitals Amin Karimi said"), a nationality ("Amara Iraqi radio") or a kind of source ("Amara local
    sources").
    """
    if phrase.last >= match.first or phrase.is_shared:
        return phrase
    for index in range(min(phrase.last, match.first - 1) - 1, phrase.first - 1, -1):
        here, behind = reading.tokens[index], reading.tokens[index + 1]
        is_plain = behind.text[:1].islower() and behind.part_of_speech in {"ADJ", "NOUN"}
        is_place = is_plain and here.part_of_speech == "PROPN" and here.entity in {"GPE", "LOC", "FAC"}
        is_nation = behind.entity == "NORP" and behind.part_of_speech == "ADJ" and here.text[:1].isupper()
        is_person = here.tag == "NNS" and here.text.islower() and behind.entity == "PERSON"
        if is_person or ((is_place or is_nation) and _stands_behind_preposition(reading, index)):
            head = phrase.head if phrase.head > index else phrase.last
            return replace(phrase, first=index + 1, head=head)
    return phrase


def _stands_behind_preposition(reading: Reading, index: int) -> bool:
    """Whether a preposition leads to a name: "with Amara local sources" is no phrase, "Amara local officials" is."""
    while index >= 0 and reading.tokens[index].text[:1].isupper():
        index -= 1
    return index >= 0 and reading.tokens[index].part_of_speech == "ADP"


def _grammatical_source(
    reading: Reading, match: CueMatch, classes: Mapping[str, frozenset[str]]
) -> SourcePhrase | None:
    frame = match.cue.frame
    if frame == "object":
        return _object_source(reading, match)
    if frame == "maker":
        return _maker(reading, match, classes.get("voicing", frozenset()))
    if frame == "none":
        return None
    if frame in {"before", "behind"}:
        return label_of(reading, match, classes)
    if match.is_passive and frame != "undergo":
        return _agent(reading, match)
    return _subject_source(reading, match, classes.get("document", frozenset()))


def subject_of(reading: Reading, verb: int, speaking: frozenset[str] = frozenset()) -> tuple[int | None, bool]:
    """The head of a verb's subject, and whether it is borrowed from another verb or is the noun it hangs on.

    `speaking` are nouns that can speak: of "condemned the attack saying that" the subject speaks, not the attack; of
    "shared a video saying that" the video.
    """
    own = [child for child in reading.children[verb] if _is_subject(reading, child)]
    if own:  # of two, in "Two villages burned, the ministry said", the nearer one speaks
        return max((child for child in own if child < verb), default=own[0]), False
    token = reading.tokens[verb]
    if token.relation in {"acl", "relcl"} and reading.tokens[token.head].part_of_speech in _NOMINAL:
        return (token.tag == "VBG" and _subject_above(reading, token.head, speaking)) or token.head, True
    if token.relation in _BORROWING and token.head != verb:
        return subject_of(reading, token.head, speaking)[0], True
    if token.tag == "VBG":
        return _subject_above(reading, verb, speaking), True
    return None, False


def _is_subject(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.relation in _SUBJECTS and (token.part_of_speech in _NOMINAL or token.entity == "PERSON")


def _subject_above(reading: Reading, index: int, speaking: frozenset[str]) -> int | None:
    """The subject of the nearest verb above, or None when the word itself can speak or no verb has a subject."""
    if reading.tokens[index].lemma in speaking or reading.tokens[index].relation in _SUBJECTS:
        return None
    for above in reading.ancestors(index):
        for child in reading.children[above]:
            if reading.tokens[child].relation in _SUBJECTS and child < index:
                return child
    return None


def wide_phrase(reading: Reading, head: int, barrier: frozenset[int] = frozenset()) -> tuple[int, int]:
    """The first and last token (included) of a phrase with all that hangs on it, as far as no barrier is met."""
    first = last = head
    words = reading.subtree(head)
    for index in reversed([word for word in words if word < head]):
        if index in barrier or first - index > 1:
            break
        first = index
    for index in [word for word in words if word > head]:
        if index in barrier or index - last > 1:
            break
        last = index
    while (
        last > head and reading.tokens[last].part_of_speech == "PUNCT" and reading.tokens[last].text not in {")", '"'}
    ):
        last -= 1
    return first, last


def _subject_source(reading: Reading, match: CueMatch, speaking: frozenset[str]) -> SourcePhrase | None:
    head, is_shared = subject_of(reading, match.head, speaking)
    if head is None or (reading.tokens[head].lemma in {"it", "there"} and reading.tokens[head].relation == "expl"):
        head, is_shared = _misread_subject(reading, match), False
    if head is None:
        return None
    return _phrase(reading, head, match, is_shared)


def _misread_subject(reading: Reading, match: CueMatch) -> int | None:
    """In `..., said Mr Karimi` the parser now and then takes the subject for an object or an adverbial."""
    for child in reading.children[match.head]:
        token = reading.tokens[child]
        is_close = token.relation in {"dobj", "oprd", "npadvmod", "attr", "dep"} and child - match.last <= 6
        if is_close and child > match.last and token.part_of_speech == "PROPN" and _follows_quote(reading, match):
            return child
    return None


def _follows_quote(reading: Reading, match: CueMatch) -> bool:
    before = reading.tokens[match.first - 1] if match.first else None
    return before is not None and before.text in {'"', ",", "''", "”", "'", "’", "?", "!"}


def _agent(reading: Reading, match: CueMatch) -> SourcePhrase | None:
    for child in reading.children[match.head]:
        if reading.tokens[child].relation == "agent" or (
            reading.tokens[child].relation == "prep" and reading.tokens[child].lemma == "by"
        ):
            for inner in reading.children[child]:
                if reading.tokens[inner].relation == "pobj":
                    return _phrase(reading, inner, match, False)
    return None


def _object_source(reading: Reading, match: CueMatch) -> SourcePhrase | None:
    last = match.last
    for index in (last, match.head):
        for child in reading.children[index]:
            if child > last and reading.tokens[child].relation in {"pobj", "dobj", "pcomp"}:
                return _phrase(reading, child, match, False)
    if last + 1 < len(reading.tokens) and reading.tokens[last + 1].sentence == reading.tokens[last].sentence:
        # "per Valley Radio" is now and then read as one name; the words behind the cue are the source.
        token = reading.tokens[last + 1]
        head = (
            token.head if token.relation in {"compound", "det", "amod", "poss"} and token.head > last else token.index
        )
        if reading.tokens[head].part_of_speech in _NOMINAL:
            return _phrase(reading, head, match, False)
    return None


def _maker(reading: Reading, match: CueMatch, voicing: frozenset[str]) -> SourcePhrase | None:
    for child in reading.children[match.head]:
        if reading.tokens[child].relation == "poss":
            return _phrase(reading, child, match, False)
    behind = [match.last + 1] if match.last + 1 < len(reading.tokens) else []
    for child in (*reading.children[match.head], *behind):
        token = reading.tokens[child]
        if token.lemma in _MAKERS and token.relation in {"prep", "agent"}:
            for inner in reading.children[child]:
                if reading.tokens[inner].relation == "pobj":
                    return _phrase(reading, inner, match, False)
        if token.tag == "VBN" and token.relation == "acl":  # "a statement issued by the police"
            agent = _agent(reading, CueMatch(match.cue, child, child, child, True))
            if agent is not None:
                return agent
    return giver_of(reading, match.head, voicing)


def giver_of(reading: Reading, noun: int, voicing: frozenset[str]) -> SourcePhrase | None:
    """Who gives voice to a noun: "the minister expressed fears", "the army issued a statement"."""
    token = reading.tokens[noun]
    if token.relation != "dobj" or reading.tokens[token.head].lemma not in voicing:
        return None
    head, is_shared = subject_of(reading, token.head)
    if head is None or head == noun:
        return None
    first, last = wide_phrase(reading, head, frozenset({token.head}))
    return SourcePhrase(head, _without_coordinator(reading, first, head), last, is_shared)


def _phrase(reading: Reading, head: int, match: CueMatch, is_shared: bool) -> SourcePhrase:
    barrier = frozenset(range(match.first, match.last + 1))
    if is_shared and reading.tokens[match.head].relation in {"acl", "relcl"}:
        first, last = noun_phrase(reading, head)
    else:
        first, last = wide_phrase(reading, head, barrier)
    if match.cue.part_of_speech == "p":
        last = _before_main_clause(reading, match, head, last)
    first = _without_coordinator(reading, first, head)
    return SourcePhrase(head, first, last, is_shared)


def _before_main_clause(reading: Reading, match: CueMatch, head: int, last: int) -> int:
    """In "According to early results, most voters ..." the parser may take the main subject for an apposition."""
    comma = next((index for index in range(head + 1, last + 1) if reading.tokens[index].text == ","), None)
    sentence = reading.sentences[reading.tokens[match.head].sentence]
    if comma is None or match.first > sentence.first + 1:
        return last
    opens_apposition = reading.tokens[comma + 1].lemma in {"a", "an", "the", "who", "which", "his", "her", "its"}
    return last if opens_apposition and comma + 1 < last else comma - 1


def _without_coordinator(reading: Reading, first: int, head: int) -> int:
    while first < head and reading.tokens[first].part_of_speech in {"PUNCT", "CCONJ", "SPACE"}:
        first += 1
    return first
