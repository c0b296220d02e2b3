"""A noun phrase to a Party: by name, by nationality and role noun, by title, or by what it refers back to."""

from dataclasses import replace
from functools import cached_property

from dateline.codebook.codebook import Codebook
from dateline.coding.parties.abbreviations import abbreviations
from dateline.coding.parties.descriptions import Descriptions
from dateline.coding.parties.identity import Identity
from dateline.coding.parties.mentions import Mention, Mentions
from dateline.coding.parties.nouns import name_kind, plain_name, role_noun, words
from dateline.coding.parties.people import People
from dateline.coding.parties.referents import Referents
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.figure import Population
from dateline.model.party import Certainty, Party
from dateline.model.reading import Reading
from dateline.model.span import Span

_ATTRIBUTIVE = frozenset({"amod", "advmod", "nmod"})


class Parties:
    """The parties of one story."""

    def __init__(self, reading: Reading, codebook: Codebook) -> None:
        self.reading = reading
        self.codebook = codebook
        self.mentions = Mentions(reading, codebook.names, codebook.role_nouns.nouns)
        self.people = People(reading, codebook, self.mentions, self._office)
        self._descriptions = Descriptions(reading, codebook, self.mentions, self.identity)
        self._identities: dict[tuple[int, int, int, bool], Identity | None] = {}
        self._evidence: dict[tuple[int, int, str], Span] = {}
        self._abbreviations: dict[str, Identity] = {}
        self.people.learn()
        self._abbreviations.update(abbreviations(reading, self.mentions, self.plain))

    def party(
        self, head: int, first: int, last: int, certainty: Certainty | None = None, *, as_government: bool = False
    ) -> Party | None:
        """The party that the noun phrase of tokens `first` to `last` with the head noun `head` names, or None.

        `as_government` takes a capital for its government ("Kabul said"). None for things and abstractions.
        "1,037 Afghan government troops" gives the name "Afghan government troops", country AFG, kind military;
        "the insurgents" after "the Taliban" gives the Taliban, with the Taliban's words as evidence.
        """
        identity = self.identity(head, first, last, as_government=as_government)
        if identity is None:
            return None
        span = self.reading.span_of(first, last)
        if identity.evidence is not None:
            self._evidence[span.start, span.end, identity.name] = identity.evidence
        return Party(
            span.text, span.start, span.end, identity.name, identity.country, identity.kind, identity.id, certainty
        )

    def referent(self, head: int) -> tuple[Party, Span] | None:
        """What a pronoun or a definite phrase refers back to, with the antecedent's words; None when not sure."""
        party = self.party(head, *noun_phrase(self.reading, head))
        evidence = self.evidence_of(party) if party else None
        return (party, evidence) if party and evidence else None

    def is_party(self, head: int) -> bool:
        """Whether the noun phrase around a head noun is a party."""
        return self.party(head, *noun_phrase(self.reading, head)) is not None

    def population(self, head: int) -> tuple[Population, str]:
        """The population and the unit that a noun counts: ("military", "soldier") for "troops"."""
        return self._descriptions.population(head)

    def evidence_of(self, party: Party) -> Span | None:
        """The words of the antecedent that a party took its name from, or None."""
        return self._evidence.get((party.start, party.end, party.name))

    def identity(self, head: int, first: int, last: int, *, as_government: bool = False) -> Identity | None:
        """As `party`, without the phrase's own words."""
        key = (head, first, last, as_government)
        if key not in self._identities:
            self._identities[key] = None  # a phrase that leads back to itself refers to nothing
            own = None
            if self.reading.tokens[head].part_of_speech != "PRON":
                own = self._resolve(head, first, last, as_government=as_government, is_linked=True)
            linked = self._referents.antecedent(head, first)
            self._identities[key] = linked if linked is not None and _says_more(linked, own) else own
        return self._identities[key]

    def plain(self, head: int, first: int, last: int) -> Identity | None:
        """As `identity`, from the phrase's own words alone: nothing is looked up in what went before."""
        if self.reading.tokens[head].part_of_speech == "PRON":
            return None
        return self._resolve(head, first, last, as_government=False, is_linked=False)

    def _office(self, head: int, first: int, last: int) -> Identity | None:
        """What a phrase says by its role noun, whoever bears the office."""
        role = role_noun(self.reading, self.codebook.role_nouns, first, head)
        if role is None or role.form == "thing":
            return None
        return self._descriptions.described(role, head, first, last, is_linked=False)

    @cached_property
    def _referents(self) -> Referents:
        return Referents(self.reading, self.codebook, self.mentions, self.plain)

    def _resolve(self, head: int, first: int, last: int, *, as_government: bool, is_linked: bool) -> Identity | None:
        token = self.reading.tokens[head]
        mention = self.mentions.at(head)
        if mention is not None and mention.is_identity and not self._is_part_of_name(mention):
            named = self._named(mention, as_government or self._speaks(head))
            if named is not None:
                return named
        if token.text in self._abbreviations:
            return self._abbreviations[token.text]
        if (shortened := self._shortened(head, first)) is not None:
            return shortened
        is_place = mention is not None and mention.meaning is not None and mention.meaning.party is None
        if (person := self.people.at(head, first)) is not None:
            return None if is_place and " " not in person.name else person
        if token.relation in _ATTRIBUTIVE and token.part_of_speech not in {"NOUN", "PROPN", "NUM", "PRON"}:
            return None  # "a suspected attack", "a major assault": what a noun is like is nobody
        role = role_noun(self.reading, self.codebook.role_nouns, first, head)
        if role is not None and role.form in {"office", "person"} and (bearer := self._bearer(head)) is not None:
            return bearer
        if role is not None and role.form == "thing":
            return None
        if role is not None or token.part_of_speech == "NUM":
            described = self._descriptions.described(role, head, first, last, is_linked=is_linked)
            is_voice = described is not None and described.kind == "facility" and self._speaks(head)
            kind = self.codebook.role_nouns.names.get(token.lemma) if is_voice else None
            return described if kind is None or described is None else replace(described, kind=kind)
        is_bare = mention is None and not self.mentions.within(first, head)
        kind = name_kind(self.reading, self.codebook.role_nouns, first, head)
        if token.part_of_speech == "PROPN" and ((token.entity == "ORG" and is_bare) or kind is not None):
            return Identity(self._proper_name(head, first), None, kind or "other", is_named=True)
        return None

    def _named(self, mention: Mention, as_government: bool) -> Identity | None:
        meaning = mention.meaning
        if meaning is None:
            return None
        if (party := meaning.party) is not None:
            if party.is_person and not self._is_sure_person(mention):
                return None
            return Identity(party.name, party.country, party.kind, party.id, is_named=True, is_person=party.is_person)
        if meaning.form in {"country", "residence"} or (meaning.form == "capital" and as_government):
            country = self.codebook.countries[meaning.country or ""]
            return Identity(country.name, country.alpha3, "government", is_named=True)
        is_modifier = self.reading.tokens[mention.last].relation in {"amod", "compound", "nmod"}
        if meaning.form == "people" and is_modifier:  # "the Russian invasion": the state's
            return Identity(
                self.codebook.countries[meaning.country or ""].name, meaning.country, "government", is_named=True
            )
        if meaning.form == "people":
            return Identity(
                words(self.reading, mention.first, mention.last), meaning.country, "civilian", is_named=True
            )
        return None

    def _is_sure_person(self, mention: Mention) -> bool:
        """A family name alone is not the codebook's person when the story introduces another bearer of it."""
        if mention.last > mention.first or mention.meaning is None or mention.meaning.party is None:
            return True
        known = self.people.known.get(self.reading.tokens[mention.last].text.lower())
        return known is None or known.id == mention.meaning.party.id

    def _is_part_of_name(self, mention: Mention) -> bool:
        """ "Michael Jordan" is not the country, "Luis Castro" not the one the codebook knows."""
        tokens = self.reading.tokens
        before = tokens[mention.first - 1] if mention.first > 0 else None
        if before is None or before.sentence != tokens[mention.first].sentence or before.part_of_speech != "PROPN":
            return False
        party = mention.meaning.party if mention.meaning is not None else None
        if party is not None and not party.is_person and party.kind != "ethnic":
            return False
        is_one_name = before.entity == "PERSON" and tokens[mention.first].entity == "PERSON"
        return is_one_name and self.mentions.at(before.index) is None and not self.people.is_title(before.index)

    def _speaks(self, head: int) -> bool:
        """Whether a capital is the subject of a reporting verb: "Kabul denied"."""
        token = self.reading.tokens[head]
        if token.relation != "nsubj":
            return False
        return any(
            self.reading.tokens[child].relation in {"ccomp", "xcomp"} for child in self.reading.children[token.head]
        )

    def _bearer(self, head: int) -> Identity | None:
        """ "the group's director, Ana Ruiz": the person in apposition to an office."""
        for child in self.reading.children[head]:
            token = self.reading.tokens[child]
            if token.relation == "appos" and token.part_of_speech == "PROPN":
                first, last = noun_phrase(self.reading, child)
                person = self.plain(child, first, last)
                if person is not None and person.is_person:
                    return person
        return None

    def _shortened(self, head: int, first: int) -> Identity | None:
        """ "the Observatory" after "the Syrian Observatory for Human Rights": one word of a long name."""
        token = self.reading.tokens[head]
        name = plain_name(self.reading, first, head, head, self.mentions)
        if not token.text[:1].isupper() or name != token.text or self.reading.tokens[first].lemma != "the":
            return None
        named = {
            mention.meaning.party.id: (mention, mention.meaning.party)
            for mention in reversed(self.mentions.all)
            if not mention.first <= head <= mention.last
            and mention.last > mention.first
            and mention.meaning is not None
            and mention.meaning.party is not None
            and not mention.meaning.party.is_person
            and any(self.reading.tokens[i].text == token.text for i in range(mention.first, mention.last + 1))
        }
        if len(named) != 1:
            return None
        mention, party = next(iter(named.values()))
        evidence = self.reading.span_of(mention.first, mention.last)
        return Identity(party.name, party.country, party.kind, party.id, evidence, is_named=True)

    def _proper_name(self, head: int, first: int) -> str:
        start = head
        while start > first and self.reading.tokens[start - 1].entity == "ORG":
            start -= 1
        while start < head and self.reading.tokens[start].part_of_speech == "DET":
            start += 1
        return words(self.reading, start, head)


def _says_more(linked: Identity, own: Identity | None) -> bool:
    """Whether an antecedent tells more than the phrase itself does: a name, or a country."""
    return own is None or linked.is_named or (linked.country is not None and own.country is None)
