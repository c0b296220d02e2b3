"""People named in a story: their full names, and what titles, offices and appositions say of them."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from dateline.codebook.codebook import Codebook
from dateline.coding.identity import Identity
from dateline.coding.mentions import Mentions
from dateline.coding.nouns import role_noun
from dateline.coding.phrases import noun_phrase
from dateline.model.party import Kind
from dateline.model.reading import Reading

Describe = Callable[[int, int, int], Identity | None]
_NAME_PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "del", "la", "da", "dos", "van", "von", "der", "ben", "ag", "-", "y"})
_ROLES_OF_NAMES = frozenset({"compound", "nmod", "flat"})


class People:
    """The people of a story. `describe(head, first, last)` resolves a phrase by its role noun ("defence minister")."""

    def __init__(self, reading: Reading, codebook: Codebook, mentions: Mentions, describe: Describe) -> None:
        self.reading = reading
        self.codebook = codebook
        self.mentions = mentions
        self._describe = describe
        self.known: dict[str, Identity] = {}

    def learn(self) -> None:
        """Notes the people whom the story introduces by a full name, by their last names; the first who bears it."""
        for token in self.reading.tokens:
            if token.part_of_speech != "PROPN" or token.relation in _ROLES_OF_NAMES:
                continue
            first, _ = noun_phrase(self.reading, token.index)
            start = self.name_start(token.index, first)
            if start is None or start == token.index:
                continue
            identity = self._introduced(token.index, first, start)
            surname = self._surname(token.index)
            if surname not in self.known or self.known[surname].kind == "individual":
                self.known[surname] = replace(identity, evidence=self.reading.span_of(start, token.index))

    def at(self, head: int, first: int) -> Identity | None:
        """The person whose name ends at a head noun, or None when it is no person's name.

        "Defence Minister Ana Ruiz" gives Ana Ruiz, a government; a later "Ruiz" the same.
        """
        start = self.name_start(head, first)
        if start is None:
            return None
        own = self._introduced(head, first, start)
        known = self.known.get(self._surname(head))
        if known is not None and (start == head or self._name(start, head).lower() == known.name.lower()):
            is_same_words = known.evidence is not None and known.evidence.end == self.reading.tokens[head].end
            known = replace(known, evidence=None) if is_same_words else known
            return known if own.kind == "individual" or known.id else own
        return own

    def name_start(self, head: int, first: int) -> int | None:
        """The first token of the personal name that ends at `head`, or None when nothing says it is one."""
        tokens = self.reading.tokens
        if tokens[head].part_of_speech != "PROPN" or self.is_title(head) or self._is_other_name(head):
            return None
        start = head
        while start > first and self._is_part(start - 1, head):
            start -= 1
        while start < head and tokens[start].text.lower() in {"-", "y"}:
            start += 1
        has_title = start > 0 and start - 1 >= first and self.is_title(start - 1)
        if tokens[head].entity == "PERSON" or has_title or self._surname(head) in self._full_names:
            return start
        return None

    def is_title(self, index: int) -> bool:
        """Whether a word is a form of address, a rank or an office."""
        word = self.reading.tokens[index].text.lower().rstrip(".")
        if word in self.codebook.titles:
            return True
        role = self.codebook.role_nouns.nouns.get((word,))
        return role is not None and role.form in {"office", "person"} and (role.form == "office" or not role.is_weak)

    @cached_property
    def _full_names(self) -> frozenset[str]:
        return frozenset(
            token.text.lower()
            for token in self.reading.tokens
            if token.entity == "PERSON"
            and token.part_of_speech == "PROPN"
            and token.index > 0
            and self.reading.tokens[token.index - 1].entity == "PERSON"
            and self.reading.tokens[token.index - 1].sentence == token.sentence
        )

    def _introduced(self, head: int, first: int, start: int) -> Identity:
        """A person by what stands before the name or in apposition to it."""
        name = self._name(start, head)
        before = self._before(head, first, start) or self._apposition(head)
        if before is not None:
            return replace(before, name=name, id=None, is_named=True, is_person=True, evidence=None)
        kind: Kind = "individual"
        if start > first:
            kind = self._title_kind(first, start - 1) or kind
        return Identity(name, None, kind, is_named=True, is_person=True)

    def _before(self, head: int, first: int, start: int) -> Identity | None:
        """ "US Defense Secretary" before the name, described as a phrase of its own."""
        last = start - 1
        while last >= first and self.reading.tokens[last].part_of_speech in {"PUNCT", "ADP"}:
            last -= 1
        if last < first or role_noun(self.reading, self.codebook.role_nouns, first, last) is None:
            return None
        return self._describe(last, first, last)

    def _apposition(self, head: int) -> Identity | None:
        for child in self.reading.children[head]:
            token = self.reading.tokens[child]
            if token.relation == "appos" and token.part_of_speech == "NOUN":
                first, last = noun_phrase(self.reading, child)
                return self._describe(child, first, last)
        return None

    def _title_kind(self, first: int, last: int) -> Kind | None:
        tokens = self.reading.tokens
        for start in range(first, last + 1):
            words = " ".join(token.text.lower() for token in tokens[start : last + 1]).rstrip(".")
            if (kind := self.codebook.titles.get(words)) is not None:
                return kind
        return None

    def _is_part(self, index: int, head: int) -> bool:
        token = self.reading.tokens[index]
        if self.is_title(index) and token.entity != "PERSON":
            return False
        if self._is_other_name(index):
            return False
        if token.part_of_speech == "PROPN":
            return not self.is_title(index) and self._role_ends(index) is None
        return token.text.lower() in _NAME_PARTICLES or (token.text in {'"', "'"} and token.entity == "PERSON")

    def _role_ends(self, index: int) -> object | None:
        word = self.reading.tokens[index].text.lower()
        return self.codebook.role_nouns.nouns.get((word,))

    def _is_other_name(self, index: int) -> bool:
        """A country, a place or an organisation; a town's name inside a person's name does not count."""
        mention = self.mentions.at(index)
        if mention is None or mention.meaning is None:
            return False
        meaning = mention.meaning
        if meaning.party is not None and meaning.party.is_person:
            return False
        return not (meaning.form == "place" and self.reading.tokens[index].entity == "PERSON")

    def _surname(self, head: int) -> str:
        return self.reading.tokens[head].text.lower()

    def _name(self, start: int, head: int) -> str:
        return " ".join(self.reading.span_of(start, head).text.split())
