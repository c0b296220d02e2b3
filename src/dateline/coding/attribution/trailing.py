"""Reporting clauses at the edge of a sentence that the parser missed, for texts that have lost their commas."""

from dataclasses import replace

from dateline.coding.attribution.cues import CueMatch
from dateline.coding.attribution.phrase import SourcePhrase
from dateline.coding.attribution.sources import behind_lost_comma
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.reading import Reading, Sentence
from dateline.model.token import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PLAIN = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_MODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_NAME_WORDS = 8  # longer phrases are rarely one source without a preposition
_WORDS_BEHIND = 10  # "said in a statement on Saturday": what is longer is content
_WORDS_OF_SOURCE = 20  # "said the council, an alliance of groups that fight in the south"


def trailing_clause(
    reading: Reading, match: CueMatch, plain: frozenset[str]
) -> tuple[CueMatch, SourcePhrase, tuple[int, int]] | None:
    """The cue, its source and its content (first and last token), where the sentence ends with the reporting clause.

    "The attack caused only damage the source told our reporter" gives "the source" and what stands before it;
    "Three were found dead said the council" gives "the council". `plain` are the verbs that may stand so.
    None where it is no such clause.
    """
    token = reading.tokens[match.head]
    cue = match.cue
    if not cue.is_statement or cue.part_of_speech != "v" or token.lemma not in plain or token.tag not in _PLAIN:
        return None
    if cue.frame not in {"subject", "addressee"} or (match.is_passive and _has_auxiliary(reading, match)):
        return None
    if match.is_passive and any(reading.tokens[child].relation == "agent" for child in reading.children[match.head]):
        return None  # "in an attack claimed by the group"
    sentence = reading.sentences[token.sentence]
    last = _last_word(reading, sentence)
    found = _behind(reading, match, sentence, last) or _before(reading, match, sentence, last)
    if found is None:
        return None
    content = (sentence.first, min(found.first, match.first) - 1)
    if not _is_clause(reading, *content) and not _is_set_off_participle(reading, *content):
        return None
    return replace(match, is_passive=False), found, _unpunctuated(reading, *content)


def inverted_source(reading: Reading, match: CueMatch) -> SourcePhrase | None:
    """The phrase right behind a verb that a closing quotation mark precedes: `..." said the council adding that`."""
    if match.cue.frame != "subject" or not match.cue.is_statement or not match.first:
        return None
    before = reading.tokens[match.first - 1]
    is_behind_quote = any(0 <= reading.tokens[match.first].start - quote.end <= 3 for quote in reading.quotes)
    first = match.last + 1
    if not is_behind_quote or before.part_of_speech != "PUNCT" or first >= len(reading.tokens):
        return None
    token = reading.tokens[first]
    if token.sentence != before.sentence or (token.part_of_speech != "PROPN" and token.lemma not in {"a", "an", "the"}):
        return None
    head = first
    while head + 1 < len(reading.tokens) and reading.tokens[head].part_of_speech in _MODIFIERS | {"DET"}:
        if reading.tokens[head + 1].part_of_speech not in _MODIFIERS:
            break
        head += 1
    return SourcePhrase(head, first, head) if reading.tokens[head].part_of_speech in {"NOUN", "PROPN"} else None


def phrase_before(reading: Reading, match: CueMatch) -> SourcePhrase | None:
    """The noun phrase that ends right before a reporting verb: "the council", "a source at the base"."""
    sentence = reading.sentences[reading.tokens[match.head].sentence]
    head = _before_insertion(reading, sentence, match.first - 1)
    if head < sentence.first or reading.tokens[head].part_of_speech not in {"NOUN", "PROPN", "PRON"}:
        return None
    if reading.tokens[head].part_of_speech == "PRON":
        is_subject = reading.tokens[head].text.lower() in {"he", "she", "it", "they"}
        return SourcePhrase(head, head, head) if is_subject else None
    phrase = _phrase_ending_at(reading, sentence, head)
    return phrase if phrase is None else _with_first(reading, sentence, phrase)


def _with_first(reading: Reading, sentence: Sentence, phrase: SourcePhrase) -> SourcePhrase:
    """The first of two that speak behind a comma: ", residents and a local official said"."""
    joint = phrase.first - 1
    noun = joint - 1
    first = noun
    while first > sentence.first and reading.tokens[first - 1].part_of_speech in _MODIFIERS | {"DET"}:
        first -= 1
    is_joint = joint > sentence.first and reading.tokens[joint].part_of_speech == "CCONJ"
    if not is_joint or reading.tokens[noun].part_of_speech not in {"NOUN", "PROPN"}:
        return phrase
    is_set_off = first > sentence.first and reading.tokens[first - 1].text == ","
    return SourcePhrase(noun, first, phrase.last) if is_set_off else phrase


def _before_insertion(reading: Reading, sentence: Sentence, index: int) -> int:
    """Back over adverbs, days and what stands between commas: "the mayor, speaking to the radio, said"."""
    tokens = reading.tokens
    while index > sentence.first:
        if (
            tokens[index].part_of_speech in {"ADV", "AUX"}
            or tokens[index].entity in {"DATE", "TIME"}
            or (tokens[index].lemma == "on" and tokens[index + 1].entity in {"DATE", "TIME"})
        ):
            index -= 1
        elif tokens[index].text == ",":
            opening = next((at for at in range(index - 1, sentence.first, -1) if tokens[at].text == ","), None)
            if opening is None or tokens[opening + 1].tag not in {"VBG", "VBN", "WP", "IN"}:
                return index
            index = opening - 1
        else:
            return index
    return index


def subject_before(reading: Reading, match: CueMatch) -> SourcePhrase | None:
    """The last subject before a participle that the parser left without one: "condemned the raid adding that"."""
    first = reading.sentences[reading.tokens[match.head].sentence].first
    quoted = [(quote.start, quote.end) for quote in reading.quotes]
    for index in range(match.first - 1, first - 1, -1):
        token = reading.tokens[index]
        if token.relation == "nsubj" and not any(start <= token.start < end for start, end in quoted):
            return SourcePhrase(index, *noun_phrase(reading, index), is_shared=True)
    return None


def _before(reading: Reading, match: CueMatch, sentence: Sentence, last: int) -> SourcePhrase | None:
    if last - match.last > _WORDS_BEHIND or _is_clause(reading, match.last + 1, last):
        return None
    has_object = any(reading.tokens[child].relation == "dobj" for child in reading.children[match.head])
    if has_object and match.cue.frame != "addressee":
        return None
    phrase = phrase_before(reading, match)
    if phrase is None or phrase.first <= sentence.first + 2:
        return None
    return behind_lost_comma(reading, phrase, match)


def _behind(reading: Reading, match: CueMatch, sentence: Sentence, last: int) -> SourcePhrase | None:
    first = match.last + 1
    if match.cue.frame == "addressee" or "object" in match.cue.content:
        return None  # what stands there is who is told, or what is reported
    if first > last or last - first > _WORDS_OF_SOURCE or _is_clause(reading, first, last):
        return None
    if any(reading.tokens[child].part_of_speech == "PRON" for child in _subjects(reading, match) if child < first):
        return None  # "though they maintain a presence"
    token = reading.tokens[first]
    if (token.part_of_speech != "PROPN" and token.lemma not in {"a", "an", "the"}) or token.entity in {"DATE", "TIME"}:
        return None
    end = first
    while (
        end < last and reading.tokens[end + 1].part_of_speech in _MODIFIERS | {"ADP"} and not _is_time(reading, end + 1)
    ):
        end += 1
    while end > first and reading.tokens[end].part_of_speech == "ADP":
        end -= 1
    inside = [index for index in range(first, end + 1) if not first <= reading.tokens[index].head <= end]
    head = next((index for index in inside if reading.tokens[index].part_of_speech in {"NOUN", "PROPN"}), None)
    return SourcePhrase(head, first, end) if head is not None else None


def _subjects(reading: Reading, match: CueMatch) -> list[int]:
    return [child for child in reading.children[match.head] if reading.tokens[child].relation == "nsubj"]


def _phrase_ending_at(reading: Reading, sentence: Sentence, last: int) -> SourcePhrase | None:
    """Back from the last noun to its determiner, over one preposition at most, or to the beginning of the name."""
    first, head, prepositions = last, last, 0
    while first > sentence.first and last - first < _NAME_WORDS + 3 * prepositions:
        token, before = reading.tokens[first], reading.tokens[first - 1]
        if token.part_of_speech == "DET":
            if before.part_of_speech == "ADP" and prepositions == 0 and _is_of_source(reading, first - 1):
                first, head, prepositions = first - 2, first - 2, 1
                continue
            return SourcePhrase(head, first, last)
        if (
            before.part_of_speech in _MODIFIERS | {"DET", "PART"}
            or before.text in {"-", "'s", "’s"}
            or before.tag == "VBN"
        ):
            first -= 1
        elif before.part_of_speech == "ADP" and prepositions == 0 and _is_of_source(reading, first - 1):
            first, head, prepositions = first - 2, first - 2, 1
        else:
            break
    if reading.tokens[first].part_of_speech == "DET":
        return SourcePhrase(head, first, last)
    if reading.tokens[last].part_of_speech != "PROPN":
        if reading.tokens[last].tag != "NNS":
            return None
        first = last
        while first > sentence.first and reading.tokens[first - 1].part_of_speech in {"ADJ", "NOUN"}:
            first -= 1
        return SourcePhrase(last, first, last)
    name = last
    while name > sentence.first and reading.tokens[name - 1].part_of_speech == "PROPN":
        name -= 1
    return SourcePhrase(last, name, last)


def _is_of_source(reading: Reading, preposition: int) -> bool:
    """Whether a preposition joins a source to its home: "a source at the base", "Council for Relief"."""
    if reading.tokens[preposition].lemma not in {"of", "for", "at", "from", "in"}:
        return False
    before = reading.tokens[preposition - 1] if preposition else None
    return before is not None and before.part_of_speech in {"NOUN", "PROPN"}


def _is_clause(reading: Reading, first: int, last: int) -> bool:
    return any(_is_finite(reading, reading.tokens[index]) for index in range(first, last + 1))


def _is_set_off_participle(reading: Reading, first: int, last: int) -> bool:
    """ "Two villages burned, the ministry said": the past tense looks like a participle, the comma tells."""
    return (
        last > first
        and reading.tokens[last].text == ","
        and any(
            reading.tokens[index].tag == "VBN" and reading.tokens[index].relation == "acl"
            for index in range(first, last)
        )
    )


def _is_finite(reading: Reading, token: Token) -> bool:
    if token.tag in _FINITE or (token.tag == "VBN" and token.relation == "ROOT"):
        return True
    children = reading.children[token.index]
    return token.tag == "VBN" and any(reading.tokens[child].relation == "dobj" for child in children)


def _is_time(reading: Reading, index: int) -> bool:
    return reading.tokens[index].part_of_speech == "ADP" and any(
        reading.tokens[child].entity in {"DATE", "TIME"} for child in reading.children[index]
    )


def _has_auxiliary(reading: Reading, match: CueMatch) -> bool:
    return any(reading.tokens[child].relation in {"auxpass", "nsubjpass"} for child in reading.children[match.head])


def _last_word(reading: Reading, sentence: Sentence) -> int:
    last = sentence.last - 1
    while last > sentence.first and reading.tokens[last].part_of_speech == "PUNCT":
        last -= 1
    return last


def _unpunctuated(reading: Reading, first: int, last: int) -> tuple[int, int]:
    while last > first and reading.tokens[last].text in {",", ";", ":", "-", "--"}:
        last -= 1
    return first, last
