"""Which noun a number counts, by the parse and, where the parse fails, by the words that follow."""

from dateline.codebook.quantities import QuantityRules
from dateline.model.reading import Reading
from dateline.model.token import Token

_NOMINAL = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT", "PART"})
_PLURAL = frozenset({"NNS", "NNPS"})
_TO_THE_NOUN = frozenset(
    {"nummod", "quantmod", "amod", "det", "predet", "compound", "nmod", "advmod", "npadvmod", "neg"}
)
# Words that may stand between a number and its "of": "three more of the rebels".
_MORE = frozenset({"more", "other", "others", "further"})


def counted_head(reading: Reading, first: int, last: int, rules: QuantityRules) -> int:
    """The noun that the number at tokens `first` to `last` counts; a token of the number when there is none.

    "dozens of districts" counts "districts", "two of the rebels" counts "rebels", "a 300-strong force" counts "force"
    and "27 were killed and 12 wounded" counts nothing that is named.
    """
    core = _core(reading, first, last)
    head = (
        _sized(reading, last, rules)
        or _partitive(reading, last)
        or _modified(reading, core, first, last)
        or _following(reading, first, last)
        or core
    )
    return _shared(reading, _whole_word(reading, last, head)) if head > last else head


def _core(reading: Reading, first: int, last: int) -> int:
    """The token of the number by which it hangs on the rest of the sentence."""
    outward = [index for index in range(first, last + 1) if not first <= reading.tokens[index].head <= last]
    numbers = [index for index in outward if reading.tokens[index].part_of_speech not in {"ADP", "CCONJ", "DET", "ADV"}]
    roots = [index for index in range(first, last + 1) if reading.tokens[index].head == index]
    return (numbers or roots or outward or [last])[-1]


def _whole_word(reading: Reading, last: int, head: int) -> int:
    """The noun itself where the parse stops short of it or runs on into the next headline.

    "two co-workers" are workers, "5 robberies Rain expected today" robberies.
    """
    for token in reading.tokens[last + 1 : head]:
        if token.tag in _PLURAL and reading.tokens[head].tag == "NNP":
            return token.index
    hyphen = reading.tokens[head + 1 : head + 3]
    is_glued = len(hyphen) > 1 and hyphen[0].text == "-" and reading.tokens[head].end == hyphen[0].start
    return hyphen[1].index if is_glued and hyphen[1].tag in _PLURAL else head


def _shared(reading: Reading, head: int) -> int:
    """ "70 regime and rebel fighters": the plural that both modifiers share."""
    if reading.tokens[head].tag != "NN":
        return head
    for child in reading.children[head]:
        token = reading.tokens[child]
        is_numbered = any(reading.tokens[below].relation == "nummod" for below in reading.children[child])
        if token.relation == "conj" and token.tag == "NNS" and not is_numbered:
            return child
    return head


def _sized(reading: Reading, last: int, rules: QuantityRules) -> int | None:
    """ "a 12-member gang", "300-strong force": the noun whose size it is."""
    sentence_end = reading.sentences[reading.tokens[last].sentence].last
    if last + 2 >= sentence_end or reading.tokens[last + 1].text not in {"-", "–"}:
        return None
    size = reading.tokens[last + 2]
    if not rules.is_a(size.text.lower(), "size") or reading.tokens[last].end != reading.tokens[last + 1].start:
        return None
    head = reading.tokens[size.head]
    return head.index if head.index > size.index and head.part_of_speech in _NOMINAL else size.index


def _partitive(reading: Reading, last: int) -> int | None:
    """The noun behind "of"."""
    sentence_end = reading.sentences[reading.tokens[last].sentence].last
    at = last + 1
    while at < sentence_end and reading.tokens[at].lemma in _MORE:
        at += 1
    if at + 2 < sentence_end and reading.tokens[at].text == "," and reading.tokens[at + 2].tag not in {"WP", "PRP"}:
        at += 1  # "dozens, if not hundreds, of villagers", but not "12, of whom three"
    if at + 1 < sentence_end and (reading.tokens[at].lemma, reading.tokens[at + 1].lemma) == ("out", "of"):
        at += 1  # "five out of the nine soldiers"
    if at >= sentence_end or reading.tokens[at].lemma != "of":
        return None
    for child in reading.children[at]:
        if reading.tokens[child].relation in {"pobj", "pcomp"} and child > at:
            return _named_behind(reading, child, sentence_end)
    return _noun_run(reading, at + 1, sentence_end)


def _named_behind(reading: Reading, noun: int, end: int) -> int:
    """ "two of them children": the noun that says who they are."""
    is_pronoun = reading.tokens[noun].lemma in {"they", "them", "whom", "who"}
    behind = reading.tokens[noun + 1] if noun + 1 < end else None
    return behind.index if is_pronoun and behind is not None and behind.tag in _PLURAL else noun


def _modified(reading: Reading, core: int, first: int, last: int) -> int | None:
    """The noun to the right that the parser hangs the number on."""
    head = reading.tokens[reading.tokens[core].head]
    while head.relation == "compound" and head.head > head.index:
        head = reading.tokens[head.head]  # "two barrel bombs" are bombs
    if head.index <= last or reading.tokens[core].relation not in _TO_THE_NOUN:
        return None
    if head.part_of_speech in {"NOUN", "PROPN", "ADJ", "PRON"} and not _is_apart(reading, last, head.index):
        return head.index
    return None


def _is_apart(reading: Reading, last: int, head: int) -> bool:
    """Whether a verb, a preposition or a comma stands between: "kills 16 outside bakery", "four dead, dozens hurt"."""
    between = reading.tokens[last + 1 : head]
    if any(token.text in {",", ";"} for token in between[1:]) and between[0].lemma in {"dead", "missing"}:
        return True
    return any(token.tag in {"VBD", "VBZ", "VBP", "MD"} or token.part_of_speech == "ADP" for token in between)


def _following(reading: Reading, first: int, last: int) -> int | None:
    """The noun that follows at once where the parser sees no link: "1.5 m people"."""
    end = reading.sentences[reading.tokens[last].sentence].last
    noun = _noun_run(reading, last + 1, end)
    return noun if noun is not None and reading.tokens[noun].tag in _PLURAL | {"NNP"} else None


def _noun_run(reading: Reading, start: int, end: int) -> int | None:
    """The last noun of a run of adjectives and nouns that begins at a token."""
    found: int | None = None
    for index in range(start, end):
        token = reading.tokens[index]
        if not _may_stand_inside(token, is_first=index == start):
            break
        if token.part_of_speech in _NOMINAL | {"PRON"}:
            found = index
            if token.tag in _PLURAL:
                break
    return found


def _may_stand_inside(token: Token, *, is_first: bool) -> bool:
    if token.part_of_speech == "PUNCT":
        return token.text == "-" and not is_first
    return token.part_of_speech in _INSIDE or (is_first and token.part_of_speech in {"DET", "PRON"})
