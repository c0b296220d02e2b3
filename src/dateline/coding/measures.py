"""Numbers that count neither people nor things: dates, ages, money, distances, scores, names."""

from dateline.codebook.quantities import QuantityRules
from dateline.coding.numerals import DASHES, Number, is_digits
from dateline.model.reading import Reading
from dateline.model.token import Token

_YEARS = range(1900, 2100)
_OLDEST = 115
_PLURAL = frozenset({"NNS", "NNPS"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj", "ROOT", "attr", "dative", "dep"})


_ZERO_DETERMINERS = frozenset({"no"})


def is_no_count(reading: Reading, first: int, last: int, head: int, number: Number, rules: QuantityRules) -> bool:
    """Whether the number at tokens `first` to `last` is none of the story's figures; `head` is its noun."""
    around = _Around(reading, first, last, head, rules)
    return (
        around.is_in_time()
        or around.is_measured()
        or around.is_name()
        or around.is_age(number)
        or around.is_year(number)
        or around.is_day()
        or around.is_score_or_share()
        or around.is_pronoun()
        or around.is_negation()
    )


class _Around:
    """A number with its neighbours."""

    def __init__(self, reading: Reading, first: int, last: int, head: int, rules: QuantityRules) -> None:
        self.reading, self.first, self.last, self.head, self.rules = reading, first, last, head, rules
        sentence = reading.sentences[reading.tokens[first].sentence]
        self._begin, self._end = sentence.first, sentence.last
        self.is_own = first <= head <= last

    def token(self, index: int) -> Token | None:
        """A token of the sentence, or None beyond its ends."""
        return self.reading.tokens[index] if self._begin <= index < self._end else None

    def word(self, index: int) -> str:
        """The lower-case text of a token of the sentence, empty beyond its ends."""
        token = self.token(index)
        return token.text.lower() if token else ""

    def is_in_time(self) -> bool:
        """Part of a time expression that reading has resolved."""
        start, end = self.reading.tokens[self.first].start, self.reading.tokens[self.last].end
        return any(time.start < end and start < time.end for time in self.reading.times)

    def is_measured(self) -> bool:
        """Counts hours, miles, litres, dollars or percent, or has a currency before it."""
        if self.rules.is_a(self.word(self.first - 1), "currency"):
            return True
        head = self.reading.tokens[self.head]
        if not self.is_own and (self.rules.is_measure(head.lemma) or self.rules.is_measure(head.text.lower())):
            return True
        after = self.last + 1
        is_hyphened = (
            self.word(after) in DASHES and self.reading.tokens[self.last].end == self.reading.tokens[after].start
        )
        if is_hyphened:
            after += 1
            return bool(self.token(after)) and not self.rules.is_a(self.word(after), "size")
        unit = self.token(after)
        if unit is None or not (self.rules.is_measure(unit.lemma) or self.rules.is_measure(unit.text.lower())):
            return False
        is_glued = self.reading.tokens[self.last].end == unit.start
        return is_glued or not (unit.relation == "compound" and unit.head == self.head)

    def is_name(self) -> bool:
        """ "Resolution 1701", "Highway 1", "M-60", "No. 5"."""
        before = self.token(self.first - 1)
        if before is None:
            return False
        number = self.reading.tokens[self.first]
        if before.text in DASHES and before.end == number.start:
            further = self.token(self.first - 2)
            return further is not None and further.end == before.start and any(map(str.isalnum, further.text))
        if before.text == "." and self.rules.is_a(self.word(self.first - 2), "label"):
            return True
        hangs_left = number.head == before.index and number.relation in {
            "nummod",
            "appos",
            "npadvmod",
            "nmod",
            "compound",
        }
        if hangs_left and before.part_of_speech in {"PROPN", "NOUN"} and is_digits(number.text):
            return True
        if not self.is_own:
            return number.tag.startswith("NNP") and number.relation == "compound" and self.first > self._begin
        return self.rules.is_a(before.text.lower(), "label")

    def is_age(self, number: Number) -> bool:
        """ "aged 12", "a soldier, 23,", "(23)": only where no noun is counted."""
        at = self.first - 1
        if self.word(at) in {"between", "about", "around", "under", "over", "just", "from", "only"}:
            at -= 1
        if self.rules.is_a(self.word(at), "aged"):
            return True
        if not self.is_own or number.high is None or number.high > _OLDEST or self.first != self.last:
            return False
        person = self.token(self.first - 2)
        is_apart = self.word(self.first - 1) in {",", "("} and self.word(self.last + 1) in {",", ")", ".", ";"}
        return is_apart and person is not None and person.tag in {"NN", "NNP", "NNPS"}

    def is_year(self, number: Number) -> bool:
        """Four digits without a comma that count no plural noun."""
        text = self.reading.tokens[self.last].text
        if not (is_digits(text) and len(text) == 4 and int_or_zero(text) in _YEARS):
            return False
        return self.is_own or self.reading.tokens[self.head].tag not in _PLURAL or self.word(self.last + 1) == "of"

    def is_day(self) -> bool:
        """ "March 12", "12 March", "at 8"."""
        months = self.rules.is_a(self.word(self.first - 1), "month") or self.rules.is_a(
            self.word(self.last + 1), "month"
        )
        if months or (self.word(self.first - 1) == "." and self.rules.is_a(self.word(self.first - 2), "month")):
            return True
        number = self.reading.tokens[self.first]
        return (
            self.is_own and self.word(self.first - 1) == "at" and number.relation == "pobj" and is_digits(number.text)
        )

    def is_score_or_share(self) -> bool:
        """ "2-0", "one in five", "two out of three", "2016-06-18", "555 1234"."""
        before, after = self.word(self.first - 1), self.word(self.last + 1)
        if before in DASHES | {"/", ":"} or after in {"/", ":"}:
            return is_digits(self.word(self.first - 2)) or is_digits(self.word(self.last + 2))
        if after == "in" and self._is_number(self.last + 2):
            return not self.reading.tokens[self.last + 2].text.isdigit() or self.is_own
        if (after, self.word(self.last + 2)) == ("out", "of") or (self.word(self.first - 2), before) == ("out", "of"):
            return True
        if before == "in" and self._is_number(self.first - 2):
            return True
        return is_digits(before) or is_digits(after)

    def _is_number(self, index: int) -> bool:
        token = self.token(index)
        return token is not None and (
            token.text.lower() in self.rules.numerals and token.text.lower() not in {"a", "an"}
        )

    def is_pronoun(self) -> bool:
        """ "one" that stands for a noun or a person: "the one", "one another", "one of the largest", "no one"."""
        if self.first != self.last or self.word(self.first) != "one":
            return False
        before, after = self.token(self.first - 1), self.token(self.last + 1)
        if before is not None and before.tag in {"DT", "PDT", "WDT", "JJ", "JJS", "JJR", "PRP$"} and self.is_own:
            return True
        if after is not None and after.text.lower() in {"another", "by", "who", "that", "which", "'s", "’s"}:
            return self.is_own
        if after is not None and after.text.lower() == "of":
            return any(self.reading.tokens[index].tag in {"JJS", "RBS"} for index in range(self.last + 2, self.head))
        return self.is_own and self.reading.tokens[self.first].relation not in _ARGUMENTS

    def is_negation(self) -> bool:
        """A "no" that counts nothing: "no fewer than", "no longer", "No, ..."."""
        if self.first != self.last or self.word(self.first) not in _ZERO_DETERMINERS:
            return False
        return self.is_own or self.reading.tokens[self.first].relation != "det"


def int_or_zero(text: str) -> int:
    """The whole number of a text of digits, else 0."""
    return int(text) if text.isdigit() else 0
