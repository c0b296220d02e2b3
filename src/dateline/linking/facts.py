"""Reads from the words of a sentence what makes two near copies differ: figures, days, names and denials."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from dateline.codebook.codebook import Codebook
from dateline.codebook.names import NameIndex, fold
from dateline.encoder.frequency import rank

Kind = Literal["figure", "day", "name", "denial"]
Value = tuple[str, str]  # kind and value of a fact
IsName = Callable[[str], bool]

_WORD = re.compile(
    r"\d{1,2}[:.]?\d\d(?!\d)(?= ?(?:[ap]\.?m|gmt|hrs|h\b))|\d+(?:st|nd|rd|th)\b|\d+(?:[.,]\d+)*"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*",
    re.I,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|0\d+")
_CLOCK_MARKS = frozenset({"am", "pm", "gmt", "hrs"})
_YEAR = re.compile(r"(?:19|20)\d\d")
LAST_DAY = 31
SHORTEST_NAME = 3  # letters
COMMON = 2_500  # place in the list by frequency: "general secretary" and "miss out" have no name after the title


@dataclass(frozen=True, slots=True)
class Word:
    """A word as two writers may both have it (`key`: no capitals, accents, apostrophes), and as it is written."""

    key: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a later version may put right, at words [start, end) of its sentence.

    `value` is what is compared: a number in digits, "7-5" for 5 July, "monday", a name's key, "not".
    """

    kind: Kind
    value: str
    text: str
    start: int
    end: int

    @property
    def kind_and_value(self) -> Value:
        """What two facts have in common that say the same."""
        return self.kind, self.value


@dataclass(frozen=True)
class Vocabulary:
    """The words of the codebook that facts are known by. `names` gives what each name at [start, end) of a text is."""

    numerals: dict[str, tuple[str, int]]
    months: dict[str, int]
    weekdays: dict[str, int]
    denials: frozenset[str]
    no_names: frozenset[str]
    titles: frozenset[str]
    labels: frozenset[str]
    names: NameIndex

    @cached_property
    def marked(self) -> frozenset[str]:
        """The words that a figure, a day or a denial may begin with."""
        return frozenset(("no", *self.numerals, *self.months, *self.weekdays)) | self.denials


def vocabulary(codebook: Codebook) -> Vocabulary:
    """What of the codebook is needed here; abbreviations that are common words ("sat", "mar") are left out."""
    calendar = codebook.calendar
    return Vocabulary(
        {word: (numeral.kind, numeral.value) for word, numeral in codebook.quantities.numerals.items()},
        {_key(word): number for word, number in calendar.months.items() if word not in calendar.needs_number},
        {_key(word): number for word, number in calendar.weekdays.items() if word not in calendar.needs_number},
        frozenset({"not", "never", *_denials(codebook)}),
        frozenset(codebook.titles) | frozenset(calendar.months) | frozenset(calendar.weekdays),
        frozenset(codebook.titles),
        frozenset(word for word, kinds in codebook.quantities.units.items() if "label" in kinds),
        codebook.names,
    )


def _denials(codebook: Codebook) -> Iterator[str]:
    """The forms of the verbs that turn what is said round."""
    for cue in codebook.reporting.cues:
        if cue.stance == "deny" and len(cue.slots) == 1:
            stem = cue.key[:-1] if cue.key[-1] in "ye" else cue.key
            yield from (cue.key, cue.key + "s", cue.key + "ing")
            yield from (stem + "ed", stem + "ied", stem + "ies", stem + "ing")


def words_of(text: str) -> tuple[Word, ...]:
    """The words and numbers of a stretch; hyphens part words, "didn't" is "did" and "not"."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        written = match.group()
        key = _key(written)
        if key.endswith("nt") and written[-2:-1] in "'’ʼ`´" and len(key) > 3:
            found += [
                Word(_AUXILIARIES.get(key, key[:-2]), written, match.start()),
                Word("not", written, match.start()),
            ]
        else:
            found.append(Word(key.replace(",", "") if key[0].isdigit() else key, written, match.start()))
    return tuple(found)


_AUXILIARIES = {"wont": "will", "cant": "can", "shant": "shall"}


@cache
def _key(written: str) -> str:
    folded = re.sub(r"['.]", "", fold(written)) if not written[0].isdigit() else written.lower()
    return folded or written.lower()


def facts_of(
    text: str, words: Sequence[Word], vocabulary: Vocabulary, is_name: IsName, *, is_cased: bool = True
) -> tuple[Fact, ...]:
    """The facts of a sentence, in order; `is_name` knows the story's names by their keys.

    A party or country that the codebook knows is the same under each of its names: ISIS and Daesh, Syria and Syrian.
    `is_cased` is whether the story marks names by capitals. Where it does not, what follows a title is a name, too.
    """
    found: list[Fact] = []
    known = _known(text, words, vocabulary, is_cased=is_cased and not text.islower())
    position = 0
    while position < len(words):
        key = words[position].key
        if position in known:
            fact: Fact | None = known[position]
        elif key[0].isdigit() or key in vocabulary.marked:
            fact = (
                _clock(words, position)
                or _numbered(words, position, vocabulary)
                or _day(words, position, vocabulary)
                or _figure(words, position, vocabulary)
                or _denial(words, position, vocabulary)
            )
        else:
            fact = _name(words, position, vocabulary, is_name, is_cased=is_cased)
        if fact and fact.value:
            found.append(fact)
        position = fact.end if fact else position + 1
    return tuple(found)


def _known(text: str, words: Sequence[Word], vocabulary: Vocabulary, *, is_cased: bool) -> dict[int, Fact]:
    """The names that the codebook knows, by the word that they begin at."""
    found: dict[int, Fact] = {}
    starts = [word.start for word in words]
    for match in vocabulary.names.find(text, is_cased=is_cased):
        if match.is_acronym and not is_cased:
            continue  # "who" and "us" are no organisations
        first, last = bisect_left(starts, match.start), bisect_left(starts, match.end)
        meaning = match.meanings[0]
        if first < last:
            is_country = meaning.form in {"country", "people"} and meaning.country
            own = " ".join(word.key for word in words[first:last])
            identity = meaning.party.id if meaning.party else meaning.country if is_country else own
            found[first] = _fact("name", identity or own, words, first, last)
    return found


def _fact(kind: Kind, value: str, words: Sequence[Word], start: int, end: int) -> Fact:
    return Fact(kind, value, " ".join(word.text for word in words[start:end]), start, end)


def _clock(words: Sequence[Word], start: int) -> Fact | None:
    """The time of day, which says nothing of how many: a fact without a value."""
    is_marked = start + 1 < len(words) and words[start + 1].key in _CLOCK_MARKS and words[start].key.isdigit()
    is_clock = is_marked or _CLOCK.fullmatch(words[start].text)
    return _fact("day", "", words, start, start + 1) if is_clock else None


def _numbered(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> Fact | None:
    """A number that says which one, and not how many, is a name: "case no. 214", "section 144", "flight 17"."""
    is_no = words[start].key == "no" and start + 1 < len(words) and words[start + 1].key[0].isdigit()
    at = start + is_no
    is_labelled = is_no or (start > 0 and words[start - 1].key in vocabulary.labels)
    is_one = is_labelled and words[at].key.isdigit()
    return Fact("name", words[at].key, words[at].text, at, at + 1) if is_one else None


def _day(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> Fact | None:
    """ "5 July", "July 5th", "Monday", "2021": a day, a weekday or a year."""
    first = words[start]
    following = words[start + 1] if start + 1 < len(words) else None
    if following:
        for month, day in ((first, following), (following, first)):
            number = _ordinal(day.key)
            if month.key in vocabulary.months and number and (month.text[0].isupper() or first.text.islower()):
                return _fact("day", f"{vocabulary.months[month.key]}-{number}", words, start, start + 2)
    if first.key in vocabulary.weekdays:
        return _fact("day", str(vocabulary.weekdays[first.key]), words, start, start + 1)
    if _YEAR.fullmatch(first.text):
        return _fact("day", first.text, words, start, start + 1)
    return None


def _ordinal(key: str) -> int | None:
    digits = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", key)
    return int(digits[1]) if digits and 0 < int(digits[1]) <= LAST_DAY else None


def _figure(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> Fact | None:
    """A number in digits or words: "1,037", "twenty-seven", "1.2 million", "no". A lone "one" counts nothing."""
    if words[start].key == "no":
        return _fact("figure", "0", words, start, start + 1)
    total, current, position = 0.0, None, start
    while position < len(words):
        key = words[position].key
        kind, value = vocabulary.numerals.get(key, ("", 0))
        if key[0].isdigit():
            if current is not None or not re.fullmatch(r"\d+(\.\d+)?", key):
                break
            current = float(key)
        elif kind in {"unit", "ten"}:
            if current and not _joins(current, value):
                break
            current = (current or 0) + value
        elif kind in {"hundred", "scale", "group"} and (current is not None or len(key) > 2):
            current = (1 if current is None else current) * value
            if kind != "hundred":
                total, current = total + current, 0.0
        elif not (key == "and" and current and current % 100 == 0 and _is_small(words, position + 1, vocabulary)):
            break
        position += 1
    if position == start or (position == start + 1 and words[start].key == "one"):
        return None
    if position < len(words) and words[position].key in _CLOCK_MARKS:
        return _fact("day", "", words, start, position)
    return _fact("figure", f"{total + (current or 0):g}", words, start, position)


def _joins(number: float, value: int) -> bool:
    """Whether a number word goes on with the number before it: "twenty" and "seven", "three hundred" and "twelve"."""
    return value < (10 if number % 100 else 100) and number % 10 == 0


def _is_small(words: Sequence[Word], position: int, vocabulary: Vocabulary) -> bool:
    return position < len(words) and vocabulary.numerals.get(words[position].key, ("", 0))[0] in {"unit", "ten"}


def _denial(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> Fact | None:
    return _fact("denial", "not", words, start, start + 1) if words[start].key in vocabulary.denials else None


def _name(words: Sequence[Word], start: int, vocabulary: Vocabulary, is_name: IsName, *, is_cased: bool) -> Fact | None:
    key = words[start].key
    if len(key) < SHORTEST_NAME or key in vocabulary.no_names:
        return None
    follows_title = not is_cased and start > 0 and words[start - 1].key in vocabulary.titles
    is_one = is_name(key) or (follows_title and rank(key) > COMMON)
    return _fact("name", key, words, start, start + 1) if is_one else None
