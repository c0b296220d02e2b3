"""Makes copies, versions and look-alikes of stories, the same at every run, to measure the linking of stories with."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Expected = Literal["copy", "version", "none"]
SEED = 20210705
FEWEST_NAMES = 6  # put for others in a look-alike

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
OUTLETS = ("The Harbour Post", "Northern Courier", "Delta Observer", "Plain Speaker", "Evening Ledger Online")
FURNITURE = (
    "Read more: What we know so far",
    "We use cookies to improve your experience. Accept all cookies",
    "Sign up for our daily newsletter",
    "Photo: A street in the old town on an earlier day",
    "Share this article on Facebook Twitter WhatsApp",
    "Follow us on Twitter for the latest updates",
    "Advertisement",
    "All rights reserved. No part of this page may be reproduced.",
    "Also read: Five things to watch this week",
)
HEADLINES = ("What we know about the day's events", "More bloodshed as conflict drags on", "A day in brief: the latest")

_DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.I)
_FIGURE = re.compile(rf"(?<![\w.,:/-])(?:\d{{1,3}}(?:,\d{{3}})?|{'|'.join(NUMBERS)})(?![\w,:/-]|\.\d)", re.I)
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec"
)
_NEAR_MONTH = re.compile(rf"(?:{_MONTHS})\.?,? $", re.I)
_MONTH_NEXT = re.compile(rf" (?:{_MONTHS})\b", re.I)
_DATE = re.compile(rf"\b({_MONTHS}) (\d{{1,2}})\b", re.I)
NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]{3,}\b")
_WORD = re.compile(r"[a-z]+")
_SENTENCE = re.compile(r"(?<=[a-z0-9)\"][.!?])\s+")


@dataclass(frozen=True, slots=True)
class Source:
    """A real story that others are made of; its sentences are the report without furniture."""

    key: str
    headline: str
    sentences: tuple[str, ...]
    published: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Made:
    """A story made of one or two sources (`family`), how, and what linking should say of it."""

    kind: str
    family: tuple[str, ...]
    expected: Expected
    headline: str
    sentences: tuple[str, ...]
    published: str
    outlet: str


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a plain text, roughly."""
    return tuple(sentence for sentence in _SENTENCE.split(text) if len(sentence.split()) > 2)


class Maker:
    """Makes stories of sources. `is_town` knows the places in texts without capitals; `others` gives synonyms."""

    def __init__(
        self,
        names: Sequence[str],
        towns: Sequence[str],
        small: frozenset[str],
        synonyms: dict[str, str],
        is_town: Callable[[str], bool],
    ) -> None:
        self.chance = random.Random(SEED)
        self._names, self._towns, self._synonyms, self._is_town = names, towns, synonyms, is_town
        self._known, self._small = frozenset(names), small

    def copy(self, kind: str, source: Source, other: Source) -> Made | None:
        """A copy of a kind; None where the story is too short for it."""
        makers: dict[str, Callable[[], Sequence[str] | None]] = {
            "edited": lambda: self.edited(source.sentences),
            "truncated": lambda: self.truncated(source.sentences),
            "re-headlined": lambda: source.sentences,
            "merged": lambda: self.merged(source.sentences, other.sentences),
            "furniture": lambda: self.furnished(source.sentences),
            "quoted": lambda: self.quoted(source),
            "respun": lambda: self.respun(source.sentences),
        }
        sentences = makers[kind]()
        if not sentences:
            return None
        family = (source.key, other.key) if kind == "merged" else (source.key,)
        latest = max(source, other, key=lambda one: one.published) if kind == "merged" else source
        return self._made(kind, family, "copy", latest, sentences, self.chance.choice(OUTLETS))

    def version(self, source: Source) -> Made | None:
        """A later version of the same outlet, with one thing changed and now and then the end cut off."""
        change = self.chance.choice((self._raised, self._raised, self._redated, self._renamed, self._denied))
        sentences = change(list(source.sentences))
        if not sentences or sentences == list(source.sentences):
            return None
        is_last_kept = sentences[-1] == source.sentences[-1]
        if len(sentences) > 5 and is_last_kept and self.chance.random() < 0.3:
            sentences = sentences[:-1]
        kind = f"updated {change.__name__.strip('_')}"
        return self._made(kind, (source.key,), "version", source, sentences, source.outlet)

    def lookalike(self, source: Source) -> Made | None:
        """Another event in the same words: names, places, days and figures redrawn, and now and then only a half.

        None where there is too little to redraw: six names, a day or a figure, half of the sentences.
        """
        names: dict[str, str] = {}
        shift = self.chance.randint(1, 6)
        sentences = [self._redrawn(sentence, names, shift) for sentence in source.sentences]
        originals = source.sentences
        if len(sentences) > 5 and self.chance.random() < 0.3:
            half = slice(len(sentences) // 2) if self.chance.random() < 0.5 else slice(len(sentences) // 2, None)
            sentences, originals = sentences[half], originals[half]
        redrawn = sum(one != other for one, other in zip(sentences, originals, strict=True))
        text = " ".join(sentences)
        drawn = sum(name in text for name in names.values())
        days = _DAY.findall(text), _DAY.findall(" ".join(originals))
        figures = _FIGURE.findall(text), _FIGURE.findall(" ".join(originals))
        is_other = days[0] != days[1] or figures[0] != figures[1]
        if drawn < FEWEST_NAMES or redrawn < len(sentences) / 2 or not is_other:
            return None
        return self._made("look-alike", (source.key,), "none", source, sentences, source.outlet)

    def _made(
        self,
        kind: str,
        family: tuple[str, ...],
        expected: Expected,
        source: Source,
        sentences: Sequence[str],
        outlet: str,
    ) -> Made:
        headline = source.headline if kind != "re-headlined" else self.chance.choice(HEADLINES)
        hour = f"{source.published[:10]}T{self.chance.randint(10, 23)}:{self.chance.randint(10, 59)}"
        return Made(kind, family, expected, headline, tuple(sentences), hour, outlet)

    def edited(self, sentences: Sequence[str]) -> list[str] | None:
        """A sentence less, some other words, numbers in words, "Monday" for "on Monday"."""
        if len(sentences) < 3:
            return None
        left = self.chance.randrange(1, len(sentences))
        kept = [sentence for n, sentence in enumerate(sentences) if n != left]
        swapped = [self._swapped(sentence, 0.3) for sentence in kept]
        worded = [self._worded(sentence) for sentence in swapped]
        return [re.sub(r"\bon (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)", "", text) for text in worded]

    @staticmethod
    def _worded(sentence: str) -> str:
        """Small figures in words, but for days of a month."""

        def word(match: re.Match[str]) -> str:
            is_day = _NEAR_MONTH.search(sentence[: match.start()]) or _MONTH_NEXT.match(sentence[match.end() :])
            return match.group() if is_day else NUMBERS[int(match.group()) - 2]

        return re.sub(r"(?<![\w.,:/-])[2-9](?= [a-z])", word, sentence)

    def truncated(self, sentences: Sequence[str]) -> list[str] | None:
        """The beginning."""
        if len(sentences) < 4:
            return None
        return list(sentences[: max(2, round(len(sentences) * self.chance.uniform(0.3, 0.7)))])

    def merged(self, sentences: Sequence[str], others: Sequence[str]) -> list[str] | None:
        """The larger parts of two stories, one after the other."""
        if len(sentences) < 4 or len(others) < 4:
            return None
        return [*sentences[: round(len(sentences) * 0.7)], *others[: round(len(others) * 0.7)]]

    def furnished(self, sentences: Sequence[str]) -> list[str]:
        """With the furniture of a page between the paragraphs."""
        found = list(sentences)
        for line in self.chance.sample(FURNITURE, 4):
            found.insert(self.chance.randint(0, len(found)), f"\n\n{line}\n\n")
        return [*found, "\n\nWith inputs from agencies\n\n"]

    def quoted(self, source: Source) -> list[str] | None:
        """Some sentences of a story under a line of the quoting paper's own, which names it."""
        count = len(source.sentences)
        if count < 5:
            return None
        start = self.chance.randint(0, count // 2)
        part = source.sentences[start : start + max(2, count // 3)]
        return [*part, f"The report was carried by {source.outlet}."]

    def respun(self, sentences: Sequence[str]) -> list[str] | None:
        """Other words wherever there are some, and the sentences in another order."""
        if len(sentences) < 3:
            return None
        swapped = [self._swapped(sentence, 0.9) for sentence in sentences]
        self.chance.shuffle(swapped)
        return swapped

    def _swapped(self, sentence: str, rate: float) -> str:
        def swap(match: re.Match[str]) -> str:
            other = self._synonyms.get(match.group())
            return other if other and self.chance.random() < rate else match.group()

        return _WORD.sub(swap, sentence)

    def _raised(self, sentences: list[str]) -> list[str] | None:
        """A figure of one of the first sentences raised wherever it stands."""
        for n, sentence in enumerate(sentences[:4]):
            for match in _FIGURE.finditer(sentence):
                if self._is_count(sentence, match):
                    higher = self._higher(match.group())
                    word = re.compile(rf"(?<![\w.,:/-]){re.escape(match.group())}(?![\w:/-]|[.,]\d)")
                    return [word.sub(higher, text) if m >= n else text for m, text in enumerate(sentences)]
        return None

    @staticmethod
    def _is_count(sentence: str, match: re.Match[str]) -> bool:
        is_date = _NEAR_MONTH.search(sentence[: match.start()]) or _MONTH_NEXT.match(sentence[match.end() :])
        return not is_date and bool(re.match(r" [a-z]", sentence[match.end() :])) and match.group() not in {"0", "1"}

    def _higher(self, figure: str) -> str:
        plain = figure.replace(",", "")
        if not plain.isdigit():
            return str(NUMBERS.index(plain.lower()) + 2 + self.chance.randint(1, 9))
        return f"{int(plain) + self.chance.randint(1, max(3, int(plain) // 3)):,}"

    def _redated(self, sentences: list[str]) -> list[str] | None:
        found = next((match.group() for text in sentences for match in _DAY.finditer(text)), None)
        if found is None:
            return None
        day = self.chance.choice([day for day in WEEKDAYS if day.lower() != found.lower()])
        return [text.replace(found, day if found[0].isupper() else day.lower()) for text in sentences]

    def _renamed(self, sentences: list[str]) -> list[str] | None:
        """Another name for one that a story with capitals has, wherever it stands."""
        names = [match.group() for text in sentences for match in NAME.finditer(text)]
        names = [name for name in names if name in self._known]
        if len(set(names)) < 5:
            return None
        old = self.chance.choice(names)
        new = self.chance.choice(self._names)
        return [re.sub(rf"\b{old}\b", new, text) for text in sentences]

    def _denied(self, sentences: list[str]) -> list[str] | None:
        """Something that was so is not so."""
        for n, sentence in enumerate(sentences[:6]):
            if match := re.search(r"\b(?:was|were|had|has|have|is|are)\b(?! not| no\b)", sentence):
                return [*sentences[:n], f"{sentence[: match.end()]} not{sentence[match.end() :]}", *sentences[n + 1 :]]
        return None

    def _redrawn(self, sentence: str, names: dict[str, str], shift: int) -> str:
        def figure(match: re.Match[str]) -> str:
            if match.group().isdigit():
                return str(self.chance.randint(2, max(9, int(match.group()) * 2)))
            return self.chance.choice(NUMBERS) if match.group().lower() in NUMBERS else match.group()

        def day(match: re.Match[str]) -> str:
            moved = WEEKDAYS[(WEEKDAYS.index(match.group().capitalize()) + shift) % 7]
            return moved if match.group()[0].isupper() else moved.lower()

        def name(match: re.Match[str]) -> str:
            known = match.group()
            if known.lower() not in self._small:
                return names.setdefault(known, self.chance.choice(self._names))
            return known

        def town(match: re.Match[str]) -> str:
            if self._is_town(match.group()):
                return names.setdefault(match.group(), self.chance.choice(self._towns))
            return match.group()

        sentence = _DAY.sub(day, _FIGURE.sub(figure, sentence))
        sentence = _DATE.sub(lambda match: f"{match[1]} {(int(match[2]) + shift * 3) % 28 + 1}", sentence)
        return _WORD.sub(town, sentence) if sentence.islower() else NAME.sub(name, sentence)
