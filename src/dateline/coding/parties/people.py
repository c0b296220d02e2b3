"""People named in a story: their full names, and what titles, offices and appositions say of them."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from dateline.codebook.codebook import Codebook
from dateline.coding.parties.identity import STATE_KINDS, Identity
from dateline.coding.parties.mentions import Mentions
from dateline.coding.parties.nouns import role_noun, words
from dateline.coding.parties.offices import office_bearer
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.party import Kind
from dateline.model.reading import Reading

Describe = Callable[[int, int, int], Identity | None]
_NAME_PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "de", "del", "la", "da", "dos", "van", "von", "der", "ben", "ag", "-", "y"}
)
_LOCATIVE = frozenset({"in", "near", "around", "outside", "inside", "into", "toward", "towards", "at", "across"})
_ROLES_OF_NAMES = frozenset({"compound", "nmod", "flat"})


class People:
    """The people of a story. `describe(head, first, last)` resolves a phrase by its role noun ("defence minister")."""

    def __init__(self, reading: Reading, codebook: Codebook, mentions: Mentions, describe: Describe) -> None:
        self.reading = reading
        self.codebook = codebook
        self.mentions = mentions
        self._describe = describe
        self.known: dict[str, Identity] = {}
        self._middle: dict[str, Identity] = {}

    def learn(self) -> None:
        """Notes the people whom the story introduces, by their last names: the first who bears it, full names first."""
        titled: dict[str, Identity] = {}
        for token in self.reading.tokens:
            if token.part_of_speech != "PROPN" or token.relation in _ROLES_OF_NAMES:
                continue
            first, _ = noun_phrase(self.reading, token.index)
            start = self.name_start(token.index, first)
            if start is None:
                continue
            if start == token.index:
                is_new = token.entity in {"PERSON", ""} and self.mentions.at(start) is None
                if is_new and self._has_title(first, start):
                    span = self.reading.span_of(start, start)
                    identity = replace(self._introduced(start, first, start), evidence=span)
                    titled.setdefault(self._surname(start), identity)
                continue
            identity = self._known_person(token.index) or self._introduced(token.index, first, start)
            surname = self._surname(token.index)
            introduced = replace(identity, evidence=self.reading.span_of(start, token.index))
            if surname not in self.known or self.known[surname].kind == "individual":
                self.known[surname] = introduced
            mention = self.mentions.at(token.index)
            low = min(start, mention.first) if mention is not None and introduced.id is not None else start
            for index in range(low + 1, token.index):  # "Carlos Ruiz Lara" is Ruiz as often as Lara
                if self.reading.tokens[index].text[:1].isupper() and not self.is_title(index):
                    self._middle.setdefault(self._surname(index), introduced)
        for surname, identity in titled.items():
            if surname not in self._middle:
                self.known.setdefault(surname, identity)

    def at(self, head: int, first: int) -> Identity | None:
        """The person whose name ends at a head noun, or None when it is no person's name.

        "Defence Minister Ana Ruiz" gives Ana Ruiz, a government; a later "Ruiz" the same.
        """
        start = self.name_start(head, first)
        if start is None:
            return None
        own = self._introduced(head, first, start)
        known = self.known.get(self._surname(head))
        if known is None and start == head and (fuller := self._middle.get(self._surname(head))) is not None:
            return fuller
        if known is not None and self._is_end_of(start, head, known):
            is_same_words = known.evidence is not None and known.evidence.end == self.reading.tokens[head].end
            known = replace(known, evidence=None) if is_same_words else known
            return known if own.kind == "individual" or known.id else own
        return own

    def name_start(self, head: int, first: int) -> int | None:
        """The first token of the personal name that ends at `head`, or None when nothing says it is one."""
        tokens = self.reading.tokens
        if not tokens[head].text[:1].isupper():
            return None
        is_known = self._surname(head) in self.known or self._surname(head) in self._middle
        if tokens[head].part_of_speech != "PROPN" and not is_known:
            return None
        if self._is_other_name(head) or self._surname(head) in self._places:
            return None
        if self.is_title(head) and self._surname(head) not in self._full_names and not self._is_last_name(head, first):
            return None
        start = head
        while start > first and self._is_part(start - 1, head):
            start -= 1
        while start < head and tokens[start].text.lower() in {"-", "y"}:
            start += 1
        if start > 0 and start == head and tokens[start - 1].part_of_speech == "DET":
            return None
        has_title = self._has_title(first, start)
        is_name = tokens[head].entity == "PERSON" or has_title or self._surname(head) in self._full_names
        is_known = self._surname(head) in self.known or (start == head and self._surname(head) in self._middle)
        return start if is_name or is_known or self._has_office(start, head) else None

    def _has_title(self, first: int, start: int) -> bool:
        """Whether a title goes before a name, and is no part of it: "General Motors"."""
        last = start - 1
        while last > first and self.reading.tokens[last].text == ".":
            last -= 1
        is_company = self.reading.tokens[last].entity == self.reading.tokens[start].entity == "ORG"
        return last >= first and self.is_title(last) and not is_company

    def _is_last_name(self, head: int, first: int) -> bool:
        """Whether a mere form of address ends a longer name: "Zaw Min Tun"."""
        is_address = self.codebook.titles.get(self._surname(head).rstrip("."), "office") is None
        before = self.reading.tokens[head - 1] if head > first else None
        return is_address and before is not None and before.part_of_speech == "PROPN" and not self.is_title(head - 1)

    def _has_office(self, start: int, head: int) -> bool:
        """Whether two or more words of a name stand in apposition to what a person is: "Ana Ruiz, a judge"."""
        if start == head:
            return False
        token = self.reading.tokens[head]
        around = [child for child in self.reading.children[head] if self.reading.tokens[child].relation == "appos"]
        if token.relation == "appos":
            around.append(token.head)
        roles = [
            role_noun(self.reading, self.codebook.role_nouns, noun_phrase(self.reading, noun)[0], noun)
            for noun in around
            if self.reading.tokens[noun].part_of_speech == "NOUN"
        ]
        return any(role is not None and role.form in {"person", "office"} for role in roles)

    def is_title(self, index: int) -> bool:
        """Whether a word is a form of address, a rank or an office."""
        word = self.reading.tokens[index].text.lower().rstrip(".")
        if word in self.codebook.titles:
            return True
        role = self.codebook.role_nouns.nouns.get((word,))
        if role is None or role.form not in {"office", "person"}:
            return False
        return role.form == "office" or self.reading.tokens[index].part_of_speech != "PROPN"

    @cached_property
    def _places(self) -> frozenset[str]:
        """The last words of names that the story uses as places: "in Camp Ruiz", "the Camp Ruiz area"."""
        found: set[str] = set()
        for token in self.reading.tokens:
            if token.part_of_speech != "PROPN":
                continue
            head = self.reading.tokens[token.head]
            role = self.codebook.role_nouns.nouns.get((head.lemma,))
            if token.relation == "compound" and head.part_of_speech == "NOUN" and role is not None:
                if role.unit == "place" and token.index == head.index - 1:
                    found.add(token.text.lower())
            elif token.relation == "pobj" and head.lemma in _LOCATIVE:
                found.add(token.text.lower())
        return frozenset(found)

    def _known_person(self, head: int) -> Identity | None:
        mention = self.mentions.at(head)
        if mention is None or mention.meaning is None or mention.meaning.party is None:
            return None
        party = mention.meaning.party
        if not party.is_person or mention.first == mention.last:
            return None
        return Identity(party.name, party.country, party.kind, party.id, is_named=True, is_person=True)

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
        own = self._told(head, first, start)
        word = self.reading.tokens[head].text
        return (office_bearer(self.codebook, own, word, self.mentions.year) if start == head else None) or own

    def _told(self, head: int, first: int, start: int) -> Identity:
        name = self._name(start, head)
        before = self._before(head, first, start) or self._apposition(head)
        if before is not None and before.kind == "other":
            before = replace(before, kind="individual")
        if before is not None:
            country = before.country or self._country_behind(head)
            return replace(before, name=name, country=country, id=None, is_named=True, is_person=True, evidence=None)
        kind: Kind = "individual"
        if start > first:
            kind = self._title_kind(first, start - 1) or kind
        country = self.mentions.dominant_country if kind in STATE_KINDS else None
        return Identity(name, country, kind, is_named=True, is_person=True)

    def _before(self, head: int, first: int, start: int) -> Identity | None:
        """ "US Defense Secretary" before the name, described as a phrase of its own."""
        last = start - 1
        while last >= first and (self._is_rank(last) or self.reading.tokens[last].part_of_speech in {"PUNCT", "ADP"}):
            last -= 1
        if last < first or role_noun(self.reading, self.codebook.role_nouns, first, last) is None:
            return None
        return self._describe(last, first, last)

    def _country_behind(self, head: int) -> str | None:
        """ "President Ana Ruiz of Chile": the country behind "of"."""
        for child in self.reading.children[head]:
            if self.reading.tokens[child].lemma == "of":
                for inner in self.reading.children[child]:
                    mention = self.mentions.at(inner)
                    if mention is not None and mention.meaning is not None and mention.meaning.form == "country":
                        return mention.meaning.country
        return None

    def _is_rank(self, index: int) -> bool:
        """Whether a word is a form of address or a rank behind an office: "army spokesman Brig Ana Ruiz"."""
        word = self.reading.tokens[index].text.lower().rstrip(".")
        is_rank = self.codebook.titles.get(word, "other") in {None, "military", "police"}
        return not word or (is_rank and (word,) not in self.codebook.role_nouns.nouns)

    def _apposition(self, head: int) -> Identity | None:
        """ "Ana Ruiz, a judge" and "the judge, Ana Ruiz"."""
        nouns = [child for child in self.reading.children[head] if self.reading.tokens[child].relation == "appos"]
        if self.reading.tokens[head].relation == "appos":
            nouns.append(self.reading.tokens[head].head)
        for noun in nouns:
            if self.reading.tokens[noun].part_of_speech == "NOUN" or self._is_office(noun):
                return self._describe(noun, *noun_phrase(self.reading, noun))
        return None

    def _is_office(self, noun: int) -> bool:
        """Whether an office is written like a name: "the Vice President, Ana Ruiz"."""
        role = role_noun(self.reading, self.codebook.role_nouns, noun_phrase(self.reading, noun)[0], noun)
        return role is not None and role.form == "office"

    def _title_kind(self, first: int, last: int) -> Kind | None:
        tokens = self.reading.tokens
        for start in range(first, last + 1):
            title = " ".join(word for token in tokens[start : last + 1] if (word := token.text.lower().rstrip(".")))
            if (kind := self.codebook.titles.get(title)) is not None:
                return kind
        return None

    def _is_part(self, index: int, head: int) -> bool:
        token = self.reading.tokens[index]
        if self.is_title(index) and token.entity != "PERSON":
            return False
        if self._is_other_name(index):
            return False
        if token.entity != "PERSON" and self.reading.tokens[head].entity == "PERSON":
            return token.text.lower() in _NAME_PARTICLES
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
        is_loose = meaning.form in {"place", "people"} or (meaning.party is not None and meaning.party.kind == "ethnic")
        return not (is_loose and mention.first == mention.last and self.reading.tokens[index].entity == "PERSON")

    def _is_end_of(self, start: int, head: int, known: Identity) -> bool:
        """ "Ruiz" or "Del Ruiz" is the end of "Ana Del Ruiz", as the story or the codebook writes it."""
        written = self._name(start, head).lower()
        full = (known.evidence.text if known.evidence else "", known.name)
        return any(name.lower().endswith(written) for name in full)

    def _surname(self, head: int) -> str:
        return self.reading.tokens[head].text.lower()

    def _name(self, start: int, head: int) -> str:
        return words(self.reading, start, head)
