"""Numbers that count neither people nor things: dates, ages, money, distances, scores, names."""

from collections.abc import Collection

from dateline.codebook.quantities import QuantityRules, UnitKind
from dateline.coding.figures.numerals import DASHES, Number, is_digits
from dateline.model.reading import Reading
from dateline.model.token import Token

_YEARS = range(1900, 2100)
_OLDEST = 115
_PLURAL = frozenset({"NNS", "NNPS"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "ROOT", "attr", "dative", "dep"})
_BEHIND_A_NAME = frozenset({"nummod", "appos", "npadvmod", "nmod", "compound"})
_AFTER_PRONOUN = frozenset({"another", "by", "who", "that", "which", "'s", "’s"})
_CLOSING = frozenset({",", ")", ".", ";"})


def is_no_count(
    reading: Reading, first: int, last: int, head: int, number: Number, rules: QuantityRules, *, may_be_time: bool
) -> bool:
    """Whether the number at tokens `first` to `last` is none of the story's figures; `head` is its noun.

    A total may be no time: "put the toll at 17".
    """
    around = _Around(reading, first, last, head, rules)
    return (
        _is_measured(around)
        or (around.word(-1) == "of" and around.is_a(-2, "parent"))
        or _is_name(around)
        or _is_age(around, number)
        or (may_be_time and _is_time(around))
        or _is_score_or_share(around)
        or _is_pronoun(around)
        or _is_negation(around)
    )


class _Around:
    """A number with its neighbours in the sentence; beyond its ends words are empty."""

    def __init__(self, reading: Reading, first: int, last: int, head: int, rules: QuantityRules) -> None:
        self.reading, self.rules = reading, rules
        self.first, self.last = first, last
        sentence = reading.sentences[reading.tokens[first].sentence]
        self._begin, self._end = sentence.first, sentence.last
        self.begins_sentence = first == sentence.first
        self.is_own = first <= head <= last
        self.number = reading.tokens[first]
        self.head = reading.tokens[head]
        self.counts_plural = head > last and self.head.tag in _PLURAL

    def token(self, offset: int) -> Token | None:
        """The token so many places before the number (-1, -2, ...) or behind it (1, 2, ...)."""
        index = self.first + offset if offset < 0 else self.last + offset
        return self.reading.tokens[index] if self._begin <= index < self._end else None

    def word(self, offset: int) -> str:
        """The lower-case text of that token."""
        token = self.token(offset)
        return token.text.lower() if token else ""

    def is_a(self, offset: int, *kinds: UnitKind) -> bool:
        """Whether the word there is a unit of one of the kinds."""
        return self.rules.is_a(self.word(offset), *kinds)

    def is_number(self, offset: int) -> bool:
        """Whether a number stands there."""
        word = self.word(offset)
        return is_digits(word) or word in self.rules.numerals.keys() - {"a", "an", "half"}

    @property
    def text(self) -> str:
        """The lower-case words of the number."""
        return self.reading.span_of(self.first, self.last).text.lower()

    @property
    def is_in_digits(self) -> bool:
        """Whether the number is one token of digits."""
        return self.first == self.last and is_digits(self.number.text)


def _is_measured(around: _Around) -> bool:
    """Hours, miles, litres, dollars, percent; or a hyphen makes it part of a word: "a 48-hour truce", "two-storey"."""
    if around.is_a(-1, "currency"):
        return True
    if not around.is_own and _is_measure(around.rules, around.head):
        return True
    hyphen, unit = around.token(1), around.token(2)
    if hyphen and hyphen.text in DASHES and hyphen.start == around.reading.tokens[around.last].end and unit:
        is_qualifier = (hyphen.text, unit.text.lower()) in around.rules.qualifiers["after"]  # "thirty-odd"
        return unit.start == hyphen.end and not is_qualifier and not around.is_a(2, "size")
    if hyphen is None or not _is_measure(around.rules, hyphen):
        return False
    # "two barrel bombs" are bombs, but "a four mile chase" and "120mm mortars" are measures.
    is_part_of_name = hyphen.relation == "compound" and hyphen.head == around.head.index
    is_glued = hyphen.start == around.reading.tokens[around.last].end
    return is_glued or not is_part_of_name or around.rules.is_a(hyphen.lemma, "time", "distance")


def _is_measure(rules: QuantityRules, token: Token) -> bool:
    return rules.is_measure(token.lemma) or rules.is_measure(token.text.lower())


def _is_name(around: _Around) -> bool:
    """ "Resolution 1701", "Highway 1", "M-60", "No. 5", "190 Pine St.", "911", "1." before a paragraph."""
    is_address = (
        not around.is_own and not around.counts_plural and around.rules.is_a(around.head.text.lower(), "address")
    )
    if around.rules.is_a(around.text, "known") or (around.is_in_digits and is_address):
        return True
    if around.begins_sentence and around.is_in_digits and around.is_own and around.word(1) in {".", ")"}:
        return True
    before = around.token(-1)
    if before is None:
        return False
    if before.text in DASHES and before.end == around.number.start:
        further = around.token(-2)
        return further is not None and further.end == before.start and any(map(str.isalnum, further.text))
    if before.text == "." and around.is_a(-2, "label"):
        return True
    hangs_left = around.number.head == before.index and around.number.relation in _BEHIND_A_NAME
    if hangs_left and before.part_of_speech in {"PROPN", "NOUN"} and around.is_in_digits:
        return True
    if around.is_own:
        return around.is_a(-1, "label")
    return around.number.tag.startswith("NNP") and around.number.relation == "compound" and not around.begins_sentence


def _is_age(around: _Around, number: Number) -> bool:
    """ "aged 12", "aged between 12 and 15", "a soldier, 23,", "(23)"; in brackets also telephone numbers."""
    if around.is_a(-1, "aged") or around.is_a(-2, "aged"):
        return True
    if not around.is_own or around.first != around.last:
        return False
    before, after, person = around.word(-1), around.word(1), around.token(-2)
    if before == "(" and after == ")":
        return True
    if before != "," or person is None or number.high is None or number.high > _OLDEST:
        return False
    if after in _CLOSING:
        return person.text.isalpha() and person.tag not in _PLURAL and person.part_of_speech != "VERB"
    return after in {"and", "-", "--", "–", "—", ":"} and person.tag == "NNP" and around.is_in_digits


def _is_time(around: _Around) -> bool:
    """Dates that reading resolved and what it may have left: "March 12", "2016", "his late 20's", "at 8"."""
    start, end = around.number.start, around.reading.tokens[around.last].end
    if any(time.start < end and start < time.end for time in around.reading.times):
        return True
    # The parser may split "29 | Jul 2016", so the next word counts even beyond the sentence.
    following = around.reading.tokens[around.last + 1 : around.last + 2]
    near = [around.word(-1), around.word(-2) if around.word(-1) == "." else "", around.head.lemma]
    near.extend(token.text.lower() for token in following)
    if any(around.rules.is_a(word, "month") for word in near) and not around.counts_plural:
        return True
    if _is_years(around.text):
        return True
    if not around.is_in_digits:
        return False
    if _is_year(around.number.text):
        return not around.counts_plural or around.word(1) == "of"
    if around.word(-1) in {"late", "early", "mid"} or around.word(1) in {"'s", "’s"}:
        return True
    return around.is_own and around.word(-1) == "at" and around.number.relation == "pobj"


def _is_year(text: str) -> bool:
    return len(text) == len("2016") and text.isdigit() and int(text) in _YEARS


def _is_years(text: str) -> bool:
    """ "2014-2016" """
    return len(text) == len("2014-2016") and _is_year(text[:4]) and text[4] in DASHES and _is_year(text[5:])


def _is_score_or_share(around: _Around) -> bool:
    """ "2-0", "one in five", "two out of three", "a quarter of a million", "2016-06-18", "555 1234"."""
    before, after = around.word(-1), around.word(1)
    if before in DASHES | {"/", ":"} or after in {"/", ":"}:
        return is_digits(around.word(-2)) or is_digits(around.word(2))
    if _is_one_in(around):
        return True
    if (after, around.word(2)) == ("out", "of"):
        return around.is_number(3)
    if (around.word(-2), before) == ("out", "of"):
        return True
    if around.text.startswith("a ") and before == "of" and around.is_a(-2, "share"):
        return True
    return is_digits(before) or is_digits(after)


def _is_one_in(around: _Around) -> bool:
    """Either number of "one in five Syrians"; in "killed one in two attacks" both are counts."""
    if around.word(1) == "in" and around.is_number(2):
        one = around.number
    elif around.word(-1) == "in" and around.is_number(-2):
        one = around.reading.tokens[around.first - 2]
    else:
        return False
    return one.text.lower() in {"one", "1"} and one.relation not in {"dobj", "nsubjpass"}


def _is_pronoun(around: _Around) -> bool:
    """ "one" that stands for a noun or a person: "the one", "one another", "one of the largest", "one can"."""
    if around.text != "one":
        return False
    if around.word(-1) == "from" and "another" in {around.word(offset) for offset in range(2, 6)}:
        return True  # "from one village to another"
    before, after = around.token(-1), around.token(1)
    if after is not None and after.text.lower() == "of":
        inside = around.reading.tokens[around.last + 2 : max(around.head.index, around.last + 2)]
        return _has_tag(inside, {"JJS", "RBS"})
    if not around.is_own or around.rules.noun_kinds(around.word(1)):
        return False  # "one dead"
    if before is not None and _has_tag([before], {"DT", "PDT", "WDT", "JJ", "JJS", "JJR", "PRP$"}):
        return True
    if after is not None and (after.tag == "MD" or after.text.lower() in _AFTER_PRONOUN):
        return True
    return around.number.relation not in _ARGUMENTS


def _has_tag(tokens: Collection[Token], tags: Collection[str]) -> bool:
    return any(token.tag in tags for token in tokens)


def _is_negation(around: _Around) -> bool:
    """A "no" that counts nothing: "no longer", "No, ..."; a "both" of "both X and Y"; an "any" that is not denied."""
    if around.text == "any":
        return not _is_denied(around)
    if around.text == "no":
        return around.is_own or around.number.relation != "det"
    if around.text != "both":
        return False
    return around.number.relation in {"cc", "preconj"} or any(
        around.reading.tokens[child].relation == "conj" for child in around.reading.children[around.head.index]
    )


def _is_denied(around: _Around) -> bool:
    """Whether what stands over the number is negated: "did not cause any casualties", "without causing any"."""
    above = [around.number.index, *around.reading.ancestors(around.number.index)]
    if any(around.reading.tokens[index].lemma == "without" for index in above):
        return True
    negations = (child for index in above for child in around.reading.children[index])
    return any(around.reading.tokens[child].relation == "neg" for child in negations)
