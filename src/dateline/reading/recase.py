"""Text in capitals in the case in which the parser was taught to read it."""

import re
from collections.abc import Callable, Collection, Iterator
from itertools import chain

from dateline.codebook.names import PARTICLES, NameIndex
from dateline.reading.aligned import Aligned
from dateline.reading.stamps import MONTH
from dateline.reading.vocabulary import is_english, parts_of_speech

CAPITAL_SHARE = 0.85  # of the letters of a section, above which it counts as written in capitals
MIN_LETTERS = 12
PLACE_WORDS = 4  # the longest name of a place that is looked up

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?:^|(?<![.\s][A-Z])[.!?][\"')\]]*\s+|[,:]\s+\")\W*(\w)")
_DERIVED = re.compile(r"(?:.{4}(?:ed|ing|ers|ation|ations|ness|ment|ments|ly|ized|ised))$")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z](?=\. )|\b[A-Z]{1,3}-?\d+\b")
_CALENDAR = re.compile(
    rf"\b(?:(?=(?!MAY\b|MARCH\b)(?:{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b))(\w))"
    r"|(?<=\d\s)(?=(?:MAY|MARCH)\b)(\w)|\b(?=(?:MAY|MARCH)\s\d)(\w)",
    re.IGNORECASE,
)
# "(FMLN)", "[FMLN]", "ARENA [NATIONALIST REPUBLICAN ALLIANCE]"
_ACRONYM = re.compile(r"\(([A-Z][A-Z0-9-]{1,9})[);]|\[([A-Z][A-Z0-9-]{1,5})\]|\b([A-Z]{2,8})\s\[(?=[A-Z]+\s[A-Z]+)")
_DETERMINERS = frozenset(
    {"A", "AN", "THE", "THIS", "THAT", "THESE", "THOSE", "HIS", "HER", "ITS", "THEIR", "OUR", "MY", "ANY", "EACH"}
)
_MARKS = re.compile(r"\[([A-Z]+)\]")


def is_capitals(text: str) -> bool:
    """Whether a section is written in capitals; a short one (an acronym, a place) never counts."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) >= MIN_LETTERS and sum(map(str.isupper, letters)) / len(letters) > CAPITAL_SHARE


class Recaser:
    """Recases sections. `names` are the codebook's, `is_place` knows names of places, `titles` words before names,
    `given` first names in lower case, `common` nouns that are no family names."""

    def __init__(
        self,
        names: NameIndex,
        is_place: Callable[[str], bool],
        titles: Collection[str],
        given: Collection[str] = (),
        common: Collection[str] = (),
    ) -> None:
        self.names = names
        self.is_place = is_place
        self.titles = titles
        self.given = given
        self.common = common

    def recase(
        self, aligned: Aligned, known_acronyms: Collection[str] = (), known_people: Collection[str] = ()
    ) -> Aligned:
        """The section in lower case but for beginnings of sentences, names and acronyms; of the same length.

        `THE SALVADORAN ARMY (FAES) ATTACKED CHALATENANGO` becomes `The Salvadoran army (FAES) attacked Chalatenango`.
        """
        text = aligned.text
        out = [lower if len(lower := character.lower()) == 1 else character for character in text]
        words = list(_WORD.finditer(text))
        for start, end in chain(self._marked(text), self._named(text, words), self._places(text, words)):
            out[start:end] = text[start:end]
        for word in words:
            if word.group() in known_acronyms or _is_spelled(word.group()):
                out[word.start() : word.end()] = word.group()
        for position, word in enumerate(words):
            if word.group() in known_people and not _is_determined(text, words, position):
                out[word.start()] = word.group()[0]
        return Aligned("".join(out), aligned.origins)

    def people(self, text: str) -> frozenset[str]:
        """The words of the names that begin with a first name, which are nouns or no words: MORALES, of DIEGO MORALES.

        A person named in full once is called by the family name afterwards.
        """
        words = list(_WORD.finditer(text))
        found: set[str] = set()
        for position, word in enumerate(words[:-1]):
            following = words[position + 1]
            is_first_name = word.group().lower() in self.given and not _is_quality(word.group())
            if not is_first_name or not _touch(text, word, following):
                continue
            # HECTOR is a verb as well, so only what is no English word makes it a name.
            if _is_foreign(following.group()) or (_is_nominal(word.group()) and self._is_surname(following.group())):
                found.update({word.group(), following.group()})
                last = words[position + 2] if position + 2 < len(words) else None
                if last is not None and _touch(text, following, last) and self._is_surname(last.group()):
                    is_middle = following.group().lower() in self.given
                    found.update({last.group()} if is_middle or _is_foreign(last.group()) else ())
        return frozenset(found)

    def _is_surname(self, word: str) -> bool:
        plain = word.lower()
        is_common = plain in self.titles or plain in self.common or plain.removesuffix("s") in self.common
        return len(word) > 1 and word.isalpha() and _is_nominal(word) and not is_common

    def acronyms(self, text: str) -> frozenset[str]:
        """The short words that stand alone in brackets somewhere in the story, by which it introduces its acronyms."""
        found = {match[1] or match[2] or match[3] for match in _ACRONYM.finditer(text)}
        found -= {mark for mark in _MARKS.findall(text) if is_english(mark.lower())}  # "[TEXT]"
        return frozenset(
            word
            for word in found
            if _is_nominal(word) and all(name.is_acronym for name in self.names.find(word, is_cased=False))
        )

    def _marked(self, text: str) -> Iterator[tuple[int, int]]:
        """Beginnings of sentences, initials, days and months, and the codebook's names."""
        for match in chain(_SENTENCE.finditer(text), _CALENDAR.finditer(text)):
            yield match.end() - 1, match.end()
        for match in _INITIALS.finditer(text):
            yield match.span()
        for name in self.names.find(text, is_cased=False):
            if not name.is_acronym:
                yield from _initials(text, name.start, name.end)
            elif not is_english(text[name.start : name.end].lower()):  # "IS", "UP" and "FACT" are parties elsewhere
                yield name.start, name.end

    def _named(self, text: str, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
        """Words that are not English, with a title and a noun beside them: PRESIDENT CARLOS PEREZ, TOROLA RIVER."""
        foreign = [_is_foreign(word.group()) for word in words]
        for position, word in enumerate(words):
            is_after = position > 0 and _touch(text, words[position - 1], word)
            if foreign[position]:
                yield from _initials(text, *word.span())
                yield from self._before(text, words, position)
            elif (
                is_after and foreign[position - 1] and words[position - 1].group().isalpha() and _is_noun(word.group())
            ):
                yield word.start(), word.start() + 1

    def _before(self, text: str, words: list[re.Match[str]], position: int) -> Iterator[tuple[int, int]]:
        """A first name that is an English noun as well, and a title: CHIEF EDGAR CORONADO."""
        before = position - 1
        if before < 0 or not _touch(text, words[before], words[position]):
            return
        is_first = before == 0 or not _touch(text, words[before - 1], words[before])
        name = words[before].group()
        if _is_noun(name) if is_first else _is_nominal(name) and self._is_title(words[before - 1]):
            yield words[before].start(), words[before].start() + 1
            if is_first:
                return
            before -= 1
        if self._is_title(words[before]):
            yield words[before].start(), words[before].start() + 1

    def _is_title(self, word: re.Match[str]) -> bool:
        return word.group().lower() in self.titles

    def _places(self, text: str, words: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
        for position in range(len(words)):
            yield from self._place(text, words, position)

    def _place(self, text: str, words: list[re.Match[str]], position: int) -> Iterator[tuple[int, int]]:
        """The longest name of a place that begins at a word; a single word must be a noun and nothing else."""
        for count in range(min(PLACE_WORDS, len(words) - position), 0, -1):
            first, last = words[position], words[position + count - 1]
            if count > 1 and re.search(r"[^\w\s'-]", text[first.start() : last.end()]):
                continue
            if count > 1 and is_function(first.group()) and first.group() not in {"EL", "LA", "LOS", "LAS"}:
                return
            if count == 1 and parts_of_speech(first.group().lower()) - {"noun"}:
                return
            if is_function(last.group()) or (count == 1 and not parts_of_speech(first.group().lower())):
                continue
            if count == 1 and _is_determined(text, words, position):  # "HIS SON", "A CAR": towns elsewhere
                return
            if self.is_place(text[first.start() : last.end()]):
                yield from _initials(text, first.start(), last.end())
                return


def is_function(word: str) -> bool:
    """Whether a word is a particle, article, preposition or pronoun."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return word.lower() in STOP_WORDS or word.lower() in PARTICLES


def _initials(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The first letters of the words of a name, but for its small words."""
    for word in re.finditer(r"[^\W\d_]+", text[start:end]):
        if word.start() == 0 or (word.group().lower() not in PARTICLES and len(word.group()) > 1):
            yield start + word.start(), start + word.start() + 1


def _touch(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    return text[word.end() : following.start()].isspace()


def _is_determined(text: str, words: list[re.Match[str]], position: int) -> bool:
    """Whether an article or a possessive stands before a word: then it is a common noun."""
    before = words[position - 1] if position else None
    return before is not None and before.group() in _DETERMINERS and _touch(text, before, words[position])


def _is_foreign(word: str) -> bool:
    """Whether a word is not English; compounds and what ends like a derived word are taken for English."""
    parts = [part for part in re.split(r"['’-]", word.lower()) if part not in {"s", "t"}]
    return len(word) > 1 and not all(is_english(part) or _DERIVED.search(part) for part in parts)


def _is_noun(word: str) -> bool:
    """Whether a word is a noun in the singular and nothing else."""
    return not word.endswith("S") and parts_of_speech(word.lower()) == {"noun"} and not is_function(word)


def _is_nominal(word: str) -> bool:
    """Whether a word can be a name: it is a noun, or no word at all."""
    return not is_function(word) and parts_of_speech(word.lower()) <= {"noun"}


def _is_quality(word: str) -> bool:
    """Whether a word is an adjective or adverb, as SAID is."""
    return bool(parts_of_speech(word.lower()) & {"adj", "adv"})


def _is_spelled(word: str) -> bool:
    """Whether a word can only be spelled: FMLN, PRTC."""
    return word == "I" or (1 < len(word) <= 6 and not re.search(r"[AEIOUY]", word.upper()) and _is_foreign(word))
