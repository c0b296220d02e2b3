"""Whose voice a source is: the body or person of the codebook that its words name, and what else they say of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.codebook.codebook import Codebook
from dateline.codebook.names import NameMatch
from dateline.codebook.parties import KnownParty
from dateline.linking.words import content_words, stem
from dateline.model.party import Kind
from dateline.model.source import Source, grade_key

UNNAMED = "somebody unnamed"
NOBODY_SAID = "no outlet named"
# Heads of a name that hide who it is; such an origin is one for each story, and is never taken for another's.
_HIDING = """
official source resident witness doctor soldier officer villager local activist survivor relative worker diplomat
councillor lawmaker commander fighter refugee medic neighbour eyewitness people authority elder analyst
journalist reporter editor correspondent photographer
"""
_ANONYMOUS = frozenset(_HIDING.split())
STATE = frozenset({"government", "military", "police", "intelligence"})
_WITH_ORGANS = STATE | {"medical", "legislature", "individual", "other"}
_OF_A_COUNTRY = frozenset({"country", "people", "residence"})
_SAYS_NO_MORE = frozenset({"she", "him", "her", "they", "them", "you", "who", "which"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom one claim goes back to.

    It speaks as or for `bodies` (ids of the codebook, outlets) and `organs` (and other names that are told apart by
    country only); `is_whole` when it is one of these and nobody of it. `words` are those that say more than the
    country. `story` is set when the voice is known only as that story's.
    """

    name: str
    kind: Kind
    words: frozenset[str] = frozenset()
    country: str | None = None
    story: str | None = None
    bodies: frozenset[str] = frozenset()
    organs: frozenset[str] = frozenset()
    is_whole: bool = False


def is_hidden(name: str) -> bool:
    """Whether the name of an origin hides who it is. Example: "official", "residents (2)", "somebody unnamed"."""
    words = [word for word in name.casefold().split() if word.isalpha()]
    return name.startswith((UNNAMED, NOBODY_SAID)) or not words or stem(words[-1]) in _ANONYMOUS


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What the words by which a source is named mean: whom they name, and what they say besides."""

    organ: str | None
    parties: tuple[KnownParty, ...]
    countries: frozenset[str]
    words: frozenset[str]
    beyond: frozenset[str]


class Voices:
    """Makes voices of sources and outlets, with the names of a codebook."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook
        self._mouthpieces = codebook.reporting.speakers.get("mouthpiece", frozenset())

    def of_outlet(self, name: str) -> Voice:
        """The voice of an outlet or an agency: one under all its names."""
        outlet = self._codebook.layout.outlet(name)
        usual = outlet.name if outlet else name
        known = (match for match in self._codebook.names.find(usual) if (match.start, match.end) == (0, len(usual)))
        ids = (meaning.party.id for match in known for meaning in match.meanings if meaning.party)
        return Voice(name, "media", bodies=frozenset({next(ids, _called(usual))}), is_whole=True)

    def of_source(self, source: Source, phrases: Iterable[str], root: str, year: int | None) -> Voice:
        """The voice of a source; `phrases` are all words for it in its story, `root` is the story or its original.

        "Ostland's defence ministry", "the MoD" and "defence ministry spokesman Amin Karimi" share a body.
        """
        is_any_medium = source.kind == "media" and source.name is not None and source.name.islower()  # "local media"
        if source.name is None or is_any_medium or is_hidden(source.name):
            return Voice(source.name or UNNAMED, source.kind, story=root)
        if source.kind == "media":
            return self.of_outlet(source.name)
        name = self._phrase(source.name, year)
        named = [name, *(self._phrase(text, year) for text in sorted({source.text, *phrases} - {source.name}))]
        bodies = frozenset(body for phrase in named for body in self._bodies(phrase, source.kind))
        organs = frozenset(phrase.organ for phrase in named if phrase.organ and self._speaks_for(phrase))
        words = frozenset(word for phrase in named for word in phrase.words) - _SAYS_NO_MORE
        countries = frozenset(country for phrase in named for country in phrase.countries)
        if not (words - self._mouthpieces or bodies or organs or countries):
            return Voice(source.name, source.kind, words, story=root)  # "a spokesman", of anybody
        organs = organs if source.kind in _WITH_ORGANS else frozenset()
        return Voice(
            source.name,
            source.kind,
            words,
            country=min(countries) if len(countries) == 1 else None,
            bodies=bodies,
            organs=organs | ({_called(source.name)} if " " in source.name else set()),
            is_whole=bool(bodies | organs) and not name.beyond - self._mouthpieces,
        )

    def _phrase(self, text: str, year: int | None) -> _Phrase:
        matches = self._codebook.names.find(text)
        parties = [(match, party) for match in matches if (party := _party(match, year)) is not None]
        nations = {match: _country(match) for match in matches if _country(match)}
        bodies = [(match, party) for match, party in parties if not party.is_person]
        organ = self._codebook.organs.find(_without(text, (match for match, _ in bodies)))
        spans = [*nations, *(match for match, _ in parties)]
        left = _without(text, spans)
        if organ:
            left = left[: organ[1]] + " " * (organ[2] - organ[1]) + left[organ[2] :]
        known = {party.country for _, party in parties if party.country and party.kind != "media"}
        return _Phrase(
            organ[0] if organ else next((found for _, party in bodies if (found := self._organ_of(party))), None),
            tuple(party for _, party in parties),
            frozenset(known) or frozenset(country for country in nations.values() if country),
            frozenset(content_words(_without(text, nations))),
            frozenset(content_words(left)),
        )

    def _organ_of(self, party: KnownParty) -> str | None:
        """The organ that a known party is: the Kenya Defence Forces are the armed forces of Kenya."""
        country = self._codebook.countries.get(party.country or "")
        own = content_words(" ".join((country.name, *country.aliases, *country.adjectives))) if country else ()
        for name in party.names:
            found = self._codebook.organs.find(name)
            if found and set(content_words(name[: found[1]] + name[found[2] :])) <= set(own):
                return found[0]
        return None

    def _bodies(self, phrase: _Phrase, kind: Kind) -> Iterator[str]:
        """The known parties that somebody named so speaks as or for."""
        for party in phrase.parties:
            if party.is_person or (kind in {party.kind, "individual", "other"} and self._speaks_for(phrase)):
                yield party.id

    def _speaks_for(self, phrase: _Phrase) -> bool:
        """Whether whoever is named so speaks for the whole body: no officer, prisoner or friend of it."""
        return not phrase.beyond or bool(phrase.words & self._mouthpieces)


def _party(match: NameMatch, year: int | None) -> KnownParty | None:
    """The only known party that a name means in a year."""
    known = [name.party for name in match.meanings if name.party and (year is None or name.party.existed_in(year))]
    return known[0] if len(known) == 1 else None


def _country(match: NameMatch) -> str | None:
    """The only country that a name means, as a state or a people."""
    codes = {name.country for name in match.meanings if name.form in _OF_A_COUNTRY}
    return codes.pop() if len(codes) == 1 else None


def _without(text: str, matches: Iterable[NameMatch]) -> str:
    """The text with blanks in the place of names."""
    for match in matches:
        text = text[: match.start] + " " * (match.end - match.start) + text[match.end :]
    return text


def _called(name: str) -> str:
    """The body of a name that the codebook does not know."""
    return f"called {grade_key(name)}"
