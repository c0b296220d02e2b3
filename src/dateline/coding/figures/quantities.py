"""Finds the numbers of a story that count people or things, with their bounds and the noun they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook.quantities import Qualifier, QuantityRules
from dateline.coding.figures.counted import counted_head
from dateline.coding.figures.measures import is_no_count
from dateline.coding.figures.numerals import Number, phrase_at, read_number, read_single
from dateline.coding.figures.tolls import Toll, container_of, is_case, toll_of
from dateline.model.reading import Reading, Sentence
from dateline.model.token import Token

_GLUED = re.compile(r"(\d[\d,.]*)(k|m|mn|bn|mln|\+)|(\d[\d,.]*)([-–—])(\d[\d,.]*)")
_BEFORE_SPACE = re.compile(r"[1-9]\d{0,2}(?:,\d{3})*")
_AFTER_SPACE = re.compile(r"\d00|0\d\d")
_LONGEST_QUALIFIER = 5


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Tokens `first` to `last` (included) are the number with its qualifier; `head` is the noun counted, or a token of
    the number itself when no noun stands there ("nine wounded"). The bounds are inclusive, None is an open end, 0 is
    zero. `qualifier` is the wording that bounds the number, `rule` the name of the rule that gave the bounds.

    `container` is the noun whose "of" phrase holds the number ("the bodies of 70 villagers": "bodies"). `toll` says
    that the words around the number make it a toll: "killed" for "12 dead" and "three deaths", "casualty" for "no
    casualties", "total" for "bringing the total to 31"; `is_total` marks what a toll or total comes to, `is_case`
    a noun that only says how often something happened ("36 cases of detention").

    "At least 12 soldiers": first and last cover "At least 12", the head is "soldiers", 12 to None, rule "at-least".
    """

    first: int
    last: int
    head: int
    low: int | None
    high: int | None
    qualifier: str | None
    rule: str
    container: int | None = None
    toll: Toll | None = None
    is_total: bool = False
    is_case: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence's words, lower-case, with the first and last token of each.

    "300k" and "20–30" are one token and more words, "12 000" two tokens and one word.
    """

    texts: list[str]
    firsts: list[int]
    lasts: list[int]

    @classmethod
    def of(cls, tokens: tuple[Token, ...]) -> "_Words":
        texts: list[str] = []
        firsts: list[int] = []
        lasts: list[int] = []
        for token in tokens:
            text = token.text.lower()
            if texts and _groups_digits(texts[-1], text) and tokens[0].index < token.index == lasts[-1] + 1:
                texts[-1] += "," + text
                lasts[-1] = token.index
                continue
            match = _GLUED.fullmatch(text)
            parts = [part for part in match.groups() if part] if match else [text]
            texts.extend(parts)
            firsts.extend([token.index] * len(parts))
            lasts.extend([token.index] * len(parts))
        return cls(texts, firsts, lasts)


def _groups_digits(before: str, text: str) -> bool:
    """Whether two words are one number whose thousands are set apart by a space: "12 000"."""
    return _BEFORE_SPACE.fullmatch(before) is not None and _AFTER_SPACE.fullmatch(text) is not None


def find_quantities(reading: Reading, rules: QuantityRules) -> tuple[Quantity, ...]:
    """The counts of a story, in the order of the text.

    Dates, times of day, ages, money, measures, shares, scores and numbers that are names ("Resolution 1701") are none.
    """
    return tuple(quantity for sentence in reading.sentences for quantity in _in_sentence(reading, sentence, rules))


def _in_sentence(reading: Reading, sentence: Sentence, rules: QuantityRules) -> Iterator[Quantity]:
    words = _Words.of(reading.words(sentence))
    at = 0
    while at < len(words.texts):
        number = read_number(words.texts, at, rules)
        if number is None:
            at += 1
            continue
        if words.texts[at] == "from" and number.high and _is_own(reading, words, number, rules):
            at += 1  # "rose from 10 to 15": two numbers, no range
            number = read_single(words.texts, at, rules)
            if number is None:
                continue
        quantity = _quantity(reading, words, number, rules)
        if quantity:
            yield quantity
        at = number.last + 1


def _is_own(reading: Reading, words: _Words, number: Number, rules: QuantityRules) -> bool:
    """Whether the number counts no noun that is named."""
    first, last = words.firsts[number.first], words.lasts[number.last]
    return first <= counted_head(reading, first, last, rules) <= last


def _quantity(reading: Reading, words: _Words, number: Number, rules: QuantityRules) -> Quantity | None:
    """The number with its qualifiers and its noun, or None when it is no count."""
    first, last = words.firsts[number.first], words.lasts[number.last]
    head = counted_head(reading, first, last, rules)
    comes_to_total = toll_of(reading, first, last, head, rules, is_zero=False)[1]
    if is_no_count(reading, first, last, head, number, rules, may_be_time=not comes_to_total):
        return None
    low, high, rule, wording = number.low, number.high, number.rule, None
    start, end = number.first, number.last
    for at, stop, qualifier in _qualifiers(reading, words, number, rules):
        start, end = min(start, at), max(end, stop)
        bounds = qualifier.bounds(low, high)
        if bounds != (low, high):
            low, high = bounds
            rule = qualifier.rule
            wording = reading.span_of(words.firsts[at], words.lasts[stop]).text
    first, last = words.firsts[start], words.lasts[end]
    toll, is_total = toll_of(reading, first, last, head, rules, is_zero=high == 0)
    container = container_of(reading, first, head, rules)
    return Quantity(
        first, last, head, low, high, wording, rule, container, toll, is_total, is_case(reading, head, rules)
    )


def _qualifiers(
    reading: Reading, words: _Words, number: Number, rules: QuantityRules
) -> Iterator[tuple[int, int, Qualifier]]:
    """The qualifiers around a number from the inside out: first and last word of each, and what it does.

    "at least another 12" gives "another", then "at least".
    """
    if number.high == 0:
        return
    phrase = phrase_at(words.texts, number.last + 1, rules.qualifiers["after"])
    if phrase and not _begins_number(words, number.last + len(phrase), rules):
        yield number.last + 1, number.last + len(phrase), rules.qualifiers["after"][phrase]
    start = number.first
    while found := _qualifier_before(reading, words, start, rules):
        start, qualifier, last = found
        yield start, last, qualifier


def _qualifier_before(
    reading: Reading, words: _Words, start: int, rules: QuantityRules
) -> tuple[int, Qualifier, int] | None:
    for length in range(min(_LONGEST_QUALIFIER, start), 0, -1):
        qualifier = rules.qualifiers["before"].get(tuple(words.texts[start - length : start]))
        if qualifier is None:
            continue
        token = reading.tokens[words.firsts[start - length]]
        before = reading.tokens[token.index - 1] if start - length > 0 else None
        if token.relation == "prt" or (before and before.lemma in qualifier.not_after):
            return None
        return start - length, qualifier, start - 1
    return None


def _begins_number(words: _Words, last: int, rules: QuantityRules) -> bool:
    """Whether a qualifier's last word in truth stands before the next number: "12 and more than 40"."""
    return (last + 1 < len(words.texts) and read_number(words.texts, last + 1, rules) is not None) or (
        words.texts[last + 1 : last + 2] == ["than"]
    )
