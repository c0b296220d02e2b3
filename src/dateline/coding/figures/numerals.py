"""Number words to bounds: digits, spelled numbers, vague counts and ranges, without their qualifiers."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from dateline.codebook.quantities import Phrase, QuantityRules

DASHES = frozenset({"-", "–", "—"})
_DIGITS = re.compile(r"\d+|\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:\.\d{3})+|\d+\.\d+")
_THOUSAND = 1000
_LONGEST_PHRASE = 5


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression: words `first` to `last` (included), inclusive bounds, None for an open end."""

    first: int
    last: int
    low: int | None
    high: int | None
    rule: str


def phrase_at(words: Sequence[str], at: int, phrases: Collection[Phrase]) -> Phrase | None:
    """The longest of the phrases that begins at a word."""
    for length in range(min(_LONGEST_PHRASE, len(words) - at), 0, -1):
        phrase = tuple(words[at : at + length])
        if phrase in phrases:
            return phrase
    return None


def read_number(words: Sequence[str], at: int, rules: QuantityRules) -> Number | None:
    """The number expression that begins at a word, if one does; `words` are lower-case.

    "two and a half million" is 2500000, "20 to 30" the range 20-30, "tens of thousands" 20000-99999.
    """
    if not _may_begin(words, at, rules):
        return None
    opener = phrase_at(words, at, rules.qualifiers["open"])
    if opener:
        number = _range(words, at + len(opener), rules, is_opened=True)
        return replace(number, first=at) if number else None
    return _range(words, at, rules, is_opened=False) or read_single(words, at, rules)


def read_single(words: Sequence[str], at: int, rules: QuantityRules) -> Number | None:
    """The number that begins at a word, exact or vague, and no range."""
    if not _may_begin(words, at, rules):
        return None
    return _vague(words, at, rules) or _exact(words, at, rules)


def is_digits(word: str) -> bool:
    """Whether a word is a number in digits: "12", "1,037", "1.2"."""
    return _DIGITS.fullmatch(word) is not None


def _may_begin(words: Sequence[str], at: int, rules: QuantityRules) -> bool:
    """Whether it is worth to look: most words begin no number."""
    return at < len(words) and (words[at] in rules.openings or words[at][:1].isdigit())


def _range(words: Sequence[str], at: int, rules: QuantityRules, *, is_opened: bool) -> Number | None:
    """Two numbers with "to", "or" or a dash between them; "and" joins only after "between"."""
    lower = read_single(words, at, rules)
    if lower is None or not lower.low:
        return None
    joint = phrase_at(words, lower.last + 1, rules.qualifiers["between"])
    if joint is None or (joint == ("and",) and not is_opened):
        return None
    upper = read_single(words, lower.last + 1 + len(joint), rules)
    if upper is None or upper.high is None:
        return None
    low = lower.low * _shared_scale(words, lower, upper, rules)
    if low >= upper.high:
        return None
    return Number(lower.first, upper.last, low, upper.high, rules.qualifiers["between"][joint].rule)


def _shared_scale(words: Sequence[str], lower: Number, upper: Number, rules: QuantityRules) -> int:
    """What the first number of a range leaves to the second: "2 to 3 million", "10-15,000", "one to two dozen"."""
    last = rules.numerals.get(words[upper.last])
    if lower.low is None or upper.high is None or lower.first != lower.last:
        return 1
    if last and last.kind in {"hundred", "scale", "group"} and upper.first < upper.last:
        scale = last.value
    elif "," in words[upper.last] and upper.high % _THOUSAND == 0:
        scale = _THOUSAND
    else:
        return 1
    return scale if lower.low * scale < upper.high else 1


def _vague(words: Sequence[str], at: int, rules: QuantityRules) -> Number | None:
    """A vague count, with a scale behind it: "dozens", "several hundred", "tens of thousands"."""
    phrase = phrase_at(words, at, rules.vague)
    if phrase is None:
        return None
    vague = rules.vague[phrase]
    end = at + len(phrase)
    if vague.after and (end >= len(words) or words[end] not in vague.after):
        return None
    scale_at = end + 1 if words[end : end + 1] == ["of"] else end
    multiplier = _multiplier(words[scale_at], rules) if scale_at < len(words) else None
    if multiplier is None or vague.high == 0:
        return Number(at, end - 1, vague.low, vague.high, vague.rule)
    scale, is_group = multiplier
    low = None if vague.low is None else vague.low * scale
    high = None if vague.high is None else vague.high * scale if is_group else (vague.high + 1) * scale - 1
    return Number(at, scale_at, low, high, vague.rule)


def _multiplier(word: str, rules: QuantityRules) -> tuple[int, bool] | None:
    """The value of a multiplier in the singular or plural ("hundred", "thousands"), and whether it groups ("dozen")."""
    for form in (word, word.removesuffix("s")):
        numeral = rules.numerals.get(form)
        if numeral and len(form) > 2 and numeral.kind in {"hundred", "scale", "group"}:
            return numeral.value, numeral.kind == "group"
    return None


def _exact(words: Sequence[str], at: int, rules: QuantityRules) -> Number | None:
    """A number in digits or words: "1,037", "twenty-seven", "half a million", "1.5 m"."""
    reader = _Reader(words, at, rules)
    reader.read()
    value = reader.total + (reader.current or 0)
    if reader.end == at or not reader.is_number or value.denominator != 1:
        return None
    return Number(at, reader.end - 1, int(value), int(value), "exact")


class _Reader:
    """Adds up the words of one number. `room` is what may still be added: after "twenty" less than ten."""

    def __init__(self, words: Sequence[str], at: int, rules: QuantityRules) -> None:
        self.words = words
        self.rules = rules
        self.at = self.end = at
        self.total = Fraction(0)
        self.current: Fraction | None = None
        self.room: float = float("inf")
        self.ceiling: float = float("inf")
        self.is_number = False

    def read(self) -> None:
        """Takes words as long as they belong to the number."""
        self._opening()
        while self.end < len(self.words) and self._take():
            self.is_number = True

    def _kind(self, at: int) -> str | None:
        numeral = self.rules.numerals.get(self.words[at]) if at < len(self.words) else None
        return numeral.kind if numeral else None

    def _opening(self) -> None:
        """ "a hundred", "half a million", "a half million": an article or a half before a multiplier."""
        at, factor = self.end, Fraction(1)
        if self._kind(at) == "article":
            at += 1
        if self._kind(at) == "half":
            factor, at = Fraction(1, 2), at + 1
            at += self._kind(at) == "article" or self.words[at : at + 1] == ["-"]
        if at > self.end and self._kind(at) in {"hundred", "scale", "group"} and len(self.words[at]) > 1:
            self.current, self.room, self.end = factor, 0, at

    def _take(self) -> bool:
        """Takes the next word, with a hyphen or an "and" before it; False when it belongs to something else."""
        at = self.end
        word = self.words[at]
        if at > self.at and word in DASHES and self._kind(at + 1) in {"unit", "hundred", "scale", "group"}:
            return self._is_joined() and self._add(at + 1)
        if word == "and" and self._half_follows(at):
            return True
        if word == "and" and self.total + (self.current or 0) >= 100 and self.room >= 100:
            return self._kind(at + 1) in {"unit", "ten"} and self._add(at + 1)
        return self._add(at)

    def _is_joined(self) -> bool:
        """Whether a hyphen may continue what has been read: not behind digits, where it makes a range or a label."""
        return not is_digits(self.words[self.end - 1])

    def _half_follows(self, at: int) -> bool:
        """ "one and a half million" """
        if self.current is None or self.words[at + 1 : at + 3] != ["a", "half"] or self._kind(at + 3) != "scale":
            return False
        self.current += Fraction(1, 2)
        self.end = at + 3
        return True

    def _add(self, at: int) -> bool:
        word = self.words[at]
        numeral = self.rules.numerals.get(word)
        is_taken = False
        if is_digits(word):
            is_taken = self._digits(at)
        elif numeral and numeral.kind in {"unit", "ten"}:
            if numeral.value < self.room:
                self.current = (self.current or Fraction(0)) + numeral.value
                self.room = 10 if numeral.kind == "ten" else 0
                is_taken = True
        elif numeral and numeral.kind in {"hundred", "scale", "group"}:
            is_taken = self._multiply(numeral.kind, numeral.value)
        if is_taken:
            self.end = at + 1
        return is_taken

    def _digits(self, at: int) -> bool:
        """Digits begin a number; a point before three digits groups thousands unless a scale follows."""
        if self.current is not None or self.total:
            return False
        word = self.words[at].replace(",", "")
        if re.fullmatch(r"\d{1,3}(\.\d{3})+", word) and self._kind(at + 1) != "scale":
            word = word.replace(".", "")
        self.current, self.room = Fraction(word), 0
        return True

    def _multiply(self, kind: str, value: int) -> bool:
        """A multiplier needs something to multiply; scales come down ("two million three hundred thousand")."""
        if self.current is None or value >= self.ceiling:
            return False
        if kind == "scale":
            self.total += self.current * value
            self.current, self.ceiling, self.room = None, value, value
        else:
            self.current *= value
            self.room = value if kind == "hundred" else 0
            self.ceiling = self.ceiling if kind == "hundred" else 0
        return True
