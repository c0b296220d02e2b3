"""The sources a story has named so far, and which of them a pronoun or a noun takes up."""

from dataclasses import dataclass

from dateline.coding.attribution.phrase import SourcePhrase
from dateline.coding.parties.genders import Gender, Genders, pronoun_gender
from dateline.model.party import Kind
from dateline.model.reading import Reading
from dateline.model.token import Token

_LONGEST = 25  # words of a source's phrase that are looked at


@dataclass(frozen=True, slots=True)
class Met:
    """A source met earlier: its name and kind, whether it is a person, the nouns it was called by, and its gender.

    `position` is the token of its head noun.
    """

    name: str
    kind: Kind
    is_person: bool
    nouns: frozenset[str]
    position: int
    gender: Gender | None = None


class Recalled:
    """The sources met so far, in the order of the text. `roles` are nouns and titles of people who speak."""

    def __init__(self, reading: Reading, genders: Genders, roles: frozenset[str]) -> None:
        self._reading = reading
        self._genders = genders
        self._roles = roles
        self._met: list[Met] = []

    @property
    def latest(self) -> Met | None:
        """The last source met."""
        return self._met[-1] if self._met else None

    def last(self, pronoun: str, *, is_person: bool) -> Met | None:
        """The last source that a pronoun may take up; "she" takes up no man."""
        fitting = (met for met in reversed(self._met) if met.is_person == is_person)
        return next((met for met in fitting if self._genders.fits(pronoun, met.gender)), None)

    def called(self, noun: str) -> Met | None:
        """The last source that was called by a noun, given as a lemma."""
        return next((met for met in reversed(self._met) if noun in met.nouns), None)

    def person_called(self, surname: str) -> str | None:
        """The name of the last person with a last name; some names have it first or in the middle: "Li Wen"."""
        people = [met.name for met in reversed(self._met) if met.is_person]
        last = next((name for name in people if name.split()[-1] == surname), None)
        return last or next((name for name in people if surname in name.split()), None)

    def note(self, name: str, kind: Kind, is_person: bool, noun: Token) -> None:
        """Remembers who made a document by the document's noun."""
        self._met.append(Met(name, kind, is_person, frozenset({noun.lemma}), noun.index))

    def remember(self, name: str, kind: Kind, is_person: bool, phrase: SourcePhrase) -> None:
        """Remembers a source with the nouns of its phrase."""
        nouns = frozenset(
            self._reading.tokens[index].lemma
            for index in range(phrase.first, min(phrase.last, phrase.first + _LONGEST) + 1)
            if self._reading.tokens[index].part_of_speech in {"NOUN", "PROPN"} and self._tells_of(index, phrase.head)
        )
        gender = self._gender(name, phrase) if is_person else None
        known = next((met for met in reversed(self._met) if met.name == name), None)
        if known is not None:
            nouns |= known.nouns
            gender = gender or known.gender
        self._met.append(Met(name, kind, is_person, nouns, phrase.head, gender))

    def _tells_of(self, index: int, head: int) -> bool:
        """Whether a noun of a source's phrase names the source and not another: of "the union's leader" the leader."""
        tokens = self._reading.tokens
        above = tokens[tokens[index].head]
        if index == head or (tokens[index].relation in {"appos", "conj"} and above.relation != "pobj"):
            return True
        if tokens[index].lemma in self._roles:
            return True
        is_before_name = tokens[index].relation in {"compound", "nmod"} and above.part_of_speech == "PROPN"
        return is_before_name and not any(
            tokens[between].lemma in self._roles for between in range(index + 1, above.index)
        )

    def _gender(self, name: str, phrase: SourcePhrase) -> Gender | None:
        """What the pronoun, the words of the phrase or the first name tell."""
        head = self._reading.tokens[phrase.head]
        told = pronoun_gender(head.text) or self._genders.of_phrase(self._reading, phrase.head, phrase.first)
        return told or self._genders.of_words(name.split()[:-1])
