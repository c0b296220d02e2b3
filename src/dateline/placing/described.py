"""The place that a short description names, as coders of events write it: "X village, Y district", "10 km north of X".

No parser reads these: they are no sentences. The country is given, so a spelling may be guessed that a story would not
allow; but a guess that lies far from what is surely named is none, and with no name known the country is what is told.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.codebook.place_words import PlaceWords
from dateline.gazetteer.candidate import RESPELLED, Candidate, PlaceKind
from dateline.gazetteer.distance import distance_km, moved
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.names import ARTICLES
from dateline.placing.beside import offset_in
from dateline.placing.choose import choose
from dateline.placing.mention import Mention, Offset
from dateline.placing.names import INNER

_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*['’]?|[(),;:/\n]")
_INNER = INNER | ARTICLES
_NORTHERN = re.compile(r"^((?:north|south)?-?(?:north|south|east|west))ern\b", re.IGNORECASE)
_LONGEST = 6  # words of a name
_RANK: dict[PlaceKind, int] = {"admin2": 1, "admin1": 2, "region": 2, "water": 2, "country": 3, "continent": 4}
_LENIENT_KM = 30.0
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:[a-z]+ (?:of )?)?$")
_BETWEEN_KM = 150.0  # "between X and Y" has a middle when the two lie no farther apart


@dataclass(frozen=True, slots=True)
class Described:
    """The place told by a description: a point (WGS 84 degrees), its radius, and the gazetteer's place behind it."""

    lat: float
    lon: float
    uncertainty_km: float
    place: Candidate


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """A name in a description: its words `first` to `last`, the kinds told beside it, where it stands.

    `is_part` says that it stands inside a longer name, which is unknown: the least sort of evidence. `is_guess` says
    that a letter differs.
    """

    first: int
    last: int
    text: str
    candidates: tuple[Candidate, ...]
    kinds: frozenset[str]
    offset: Offset | None
    is_between: bool
    is_part: bool = False
    is_guess: bool = False


def described(
    phrases: Sequence[str], countries: Sequence[str], gazetteer: Gazetteer, words: PlaceWords
) -> Described | None:
    """The most specific place that the first telling phrase names; the country when none of its names is known.

    The later phrases tell the same place in other words. `countries` are ISO 3166-1 alpha-3 codes; spellings are
    guessed for the first. `described(["Sangin bazaar, Helmand"], ["AFG"], ...)` is the town in Helmand. None when the
    gazetteer lacks the country, too.
    """
    named = [_Phrase(phrase, countries, gazetteer, words).names() for phrase in phrases]
    everything = [name for each in named for name in each]
    mentions = [_mention(index, name, everything) for index, name in enumerate(everything)]
    choices = choose(mentions, dict.fromkeys(countries, 1.0 / len(countries)))
    told = {
        name: choice.candidate
        for name, choice in zip(everything, choices, strict=True)
        if choice and choice.candidate.country in countries
    }
    inside = {name: place for name, place in told.items() if not _is_contradicted(name, told)}
    for is_part in (False, True):
        for each in named:
            if known := [name for name in each if name in inside and name.is_part <= is_part]:
                return _most_specific(known, inside)
    country = gazetteer.country(countries[0])
    return None if country is None else Described(country.lat, country.lon, country.radius_km, country)


def _is_contradicted(name: _Named, told: dict[_Named, Candidate]) -> bool:
    """Whether a place lies far from one that is told more surely: "Alga" in another province than the one named."""
    return any(
        other is not name
        and _doubt(name, told[name]) > _doubt(other, place)
        and distance_km(told[name], place) > _reach(told[name], place)
        for other, place in told.items()
    )


def _reach(place: Candidate, other: Candidate) -> float:
    """How far from the middle of another place this one may lie and be in it or beside it, in km."""
    if other.kind == "admin1" and place.admin1 == other.name:
        return math.inf
    is_elsewhere = other.kind == "admin1" and place.admin1 is not None
    return _LENIENT_KM + (other.radius_km / 2 if is_elsewhere else place.radius_km + other.radius_km)


def _doubt(name: _Named, place: Candidate) -> int:
    """How far a name may mean another place: units named as units least, parts of longer names and guesses most."""
    if name.is_part or name.is_guess:
        return 3
    if place.match == RESPELLED:
        return 2
    return 0 if place.kind in name.kinds and place.kind in {"admin1", "admin2"} else 1


def _most_specific(known: list[_Named], told: dict[_Named, Candidate]) -> Described:
    name = min(known, key=lambda one: (one.is_part, _RANK.get(told[one].kind, 0)))
    place = told[name]
    if name.is_between:
        following = known.index(name) + 1
        if following < len(known):
            other = told[known[following]]
            apart = distance_km(place, other)
            if apart <= _BETWEEN_KM:
                return Described((place.lat + other.lat) / 2, (place.lon + other.lon) / 2, max(3.0, apart / 2), place)
    if name.offset is None:
        return Described(place.lat, place.lon, place.radius_km, place)
    distance, bearing = name.offset.distance_km, name.offset.bearing
    if distance is None or bearing is None:
        return Described(place.lat, place.lon, place.radius_km + (distance or 25.0), place)
    return Described(*moved(place, distance, bearing), place.radius_km + distance / 4, place)


class _Phrase:
    """A phrase in words and marks, and the names in it that the gazetteer knows in some countries."""

    def __init__(self, text: str, countries: Sequence[str], gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._text, self._countries, self._gazetteer, self._words = text, countries, gazetteer, words
        self._tokens = list(_WORD.finditer(text))
        self._lower = [token.group().lower() for token in self._tokens]

    def names(self) -> list[_Named]:
        """The known names, with a mark where a longer name is unknown."""
        found: list[_Named] = []
        for first, last in self._runs():
            position, inside, covered = first, list[_Named](), 0
            while position <= last:
                name = self._longest(position, last)
                if name is not None:
                    inside.append(name)
                    covered += name.last - name.first + 1
                    position = name.last
                elif self._lower[position] in self._words["direction"]:
                    covered += 1
                position += 1
            if inside and covered == last - first + 1:
                found.extend(inside)
            elif guess := self._guess(first, last):
                found.append(guess)
            else:
                found.extend(replace(name, is_part=True) for name in inside if name.candidates[0].match < RESPELLED)
        return found

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Runs of capitalised words; the nouns for kinds of place end them, small words of a name do not."""
        first: int | None = None
        last = 0
        for index, token in enumerate(self._tokens):
            if self._is_name(index):
                first, last = index if first is None else first, index
            elif first is not None and not (token.group().lower() in _INNER and index - last < 3):
                yield first, last
                first = None
        if first is not None:
            yield first, last

    def _is_name(self, index: int) -> bool:
        """Whether a word is written like a name: "Maliha", "al-Malihah", "North" in "North Darfur"."""
        lower = self._lower[index]
        if lower in self._words["direction"]:
            return _is_capital(self._tokens[index].group()) and _is_capital(self._word(index + 1))
        return not (lower in self._words["never"] or lower in self._words.kinds) and _is_capital(self._word(index))

    def _word(self, index: int) -> str:
        return self._tokens[index].group() if index < len(self._tokens) else ""

    def _longest(self, first: int, end: int) -> _Named | None:
        for last in range(min(end, first + _LONGEST - 1), first - 1, -1):
            text = self._between(first, last)
            for name in dict.fromkeys((text, _NORTHERN.sub(r"\1", text))):
                for found in (self._gazetteer.lookup(name), self._gazetteer.respelled(name)):
                    if here := [one for one in found if one.country in self._countries]:
                        return self._named(first, last, here)
        return None

    def _guess(self, first: int, last: int) -> _Named | None:
        """A whole run by a name that differs by a letter."""
        found = self._gazetteer.misspelt(self._between(first, last), self._countries[0])
        return replace(self._named(first, last, found), is_guess=True) if found else None

    def _between(self, first: int, last: int) -> str:
        return self._text[self._tokens[first].start() : self._tokens[last].end()]

    def _named(self, first: int, last: int, found: Sequence[Candidate]) -> _Named:
        start = self._tokens[first].start()
        before = self._text[max(0, start - 90) : start]
        return _Named(
            first, last, self._between(first, last), tuple(found), self._kinds(first, last), offset_in(before),
            _BETWEEN.search(before) is not None,
        )  # fmt: skip

    def _kinds(self, first: int, last: int) -> frozenset[str]:
        """The kinds told by the noun behind a name, or by that in front of it with "of"."""
        kinds = self._words.kinds
        if last + 1 < len(self._tokens) and self._lower[last + 1] in kinds:
            return kinds[self._lower[last + 1]]
        if first > 1 and self._lower[first - 1] == "of":
            return kinds.get(self._lower[first - 2], frozenset())
        return kinds.get(self._word(first - 1), frozenset()) if first > 0 else frozenset()


def _is_capital(text: str) -> bool:
    return text[:1].isupper() or any(part[:1].isupper() for part in text.split("-")[1:])


def _mention(index: int, name: _Named, everything: list[_Named]) -> Mention:
    """A mention that every other name may hold but another form of itself."""
    own = {candidate.id for candidate in name.candidates}
    containers = tuple(
        other for other, one in enumerate(everything) if not own & {candidate.id for candidate in one.candidates}
    )
    return Mention(index, index, index, name.text, name.candidates, kinds=name.kinds, containers=containers)
