"""A noun phrase to a Party: by name, by nationality and role noun, by title, or by what it refers back to."""

from dataclasses import dataclass, replace
from functools import cached_property

from dateline.codebook.codebook import Codebook
from dateline.codebook.role_nouns import RoleNoun
from dateline.coding.mentions import Mention, Mentions
from dateline.coding.phrases import noun_phrase
from dateline.model.figure import Population
from dateline.model.party import Certainty, Kind, Party
from dateline.model.reading import Reading
from dateline.model.span import Span

STATE_KINDS: frozenset[Kind] = frozenset(
    {"government", "legislature", "judiciary", "military", "intelligence", "police"}
)
ORGANISED_FORMS = frozenset({"person", "group", "office", "organ", "quantity"})


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a phrase is: what a Party says beside its words. `evidence` is where an antecedent stands."""

    name: str
    country: str | None
    kind: Kind
    id: str | None = None
    evidence: Span | None = None


class Parties:
    """The parties of one story."""

    def __init__(self, reading: Reading, codebook: Codebook) -> None:
        self.reading = reading
        self.codebook = codebook
        self.mentions = Mentions(reading, codebook.names)
        self._resolved: dict[tuple[int, int, int, bool], Identity | None] = {}
        self._evidence: dict[tuple[int, int, str], Span] = {}

    def party(
        self, head: int, first: int, last: int, certainty: Certainty | None = None, *, as_government: bool = False
    ) -> Party | None:
        """The party that the noun phrase of tokens `first` to `last` with the head noun `head` names, or None.

        `as_government` takes a capital for its government ("Kabul said"). None for things and abstractions.
        "Afghan government troops" gives the name as it stands, country AFG, kind military.
        """
        key = (head, first, last, as_government)
        if key not in self._resolved:
            self._resolved[key] = self._identity(head, first, last, as_government)
        identity = self._resolved[key]
        if identity is None:
            return None
        span = self.reading.span_of(first, last)
        if identity.evidence:
            self._evidence[span.start, span.end, identity.name] = identity.evidence
        return Party(
            span.text, span.start, span.end, identity.name, identity.country, identity.kind, identity.id, certainty
        )

    def is_party(self, head: int) -> bool:
        """Whether the noun phrase around a head noun is a party."""
        return self.party(head, *noun_phrase(self.reading, head)) is not None

    def population(self, head: int) -> tuple[Population, str]:
        """The population and the unit that a noun counts: ("military", "soldier") for "troops"."""
        first, last = noun_phrase(self.reading, head)
        role = self._role(first, head)
        if role is not None and role.form == "quantity":
            inner = self._of_object(head, last)
            return self.population(inner) if inner is not None else ("unknown", "person")
        return (role.population, role.unit) if role else ("unknown", "person")

    def evidence_of(self, party: Party) -> Span | None:
        """The words of the antecedent that a party took its name from, or None."""
        return self._evidence.get((party.start, party.end, party.name))

    def _identity(self, head: int, first: int, last: int, as_government: bool) -> Identity | None:
        mention = self.mentions.at(head)
        if mention is not None and mention.is_identity and mention.last == head:
            return self._named(mention, as_government)
        role = self._role(first, head)
        if role is None:
            return None
        if role.form == "quantity":
            inner = self._of_object(head, last)
            if inner is not None:
                return self._identity(inner, *noun_phrase(self.reading, inner), False)
        return self._described(role, head, first, last)

    def _named(self, mention: Mention, as_government: bool) -> Identity | None:
        meaning = mention.meaning
        if meaning is None:
            return None
        text = self.reading.span_of(mention.first, mention.last).text
        if meaning.party is not None:
            party = meaning.party
            return Identity(party.name, party.country, party.kind, party.id)
        if meaning.form in {"country", "residence"} or (meaning.form == "capital" and as_government):
            return Identity(text, meaning.country, "government")
        if meaning.form == "people":
            return Identity(text, meaning.country, "civilian")
        return None

    def _described(self, role: RoleNoun, head: int, first: int, last: int) -> Identity | None:
        modifiers = [m for m in self.mentions.within(first, last) if m.is_identity and m.meaning is not None]
        owner = next((m.meaning.party for m in modifiers if m.meaning and m.meaning.party), None)
        if owner is not None and owner.kind != "ethnic" and role.form in ORGANISED_FORMS:
            return Identity(owner.name, owner.country, owner.kind, owner.id)
        country = next((m.meaning.country for m in modifiers if m.meaning and m.meaning.country), None)
        kind = role.kind
        if role.is_weak:
            kind = self._modifier_kind(first, head - len(role.lemmas)) or kind
        if role.form == "quantity" and kind == "other":
            return None
        if country is None and kind in STATE_KINDS:
            country = self.mentions.dominant_country
        return Identity(self._name(first, last), country, kind)

    def _role(self, first: int, head: int) -> RoleNoun | None:
        """The longest role noun that ends at the head."""
        nouns = self.codebook.role_nouns
        lemmas = [token.lemma for token in self.reading.tokens[first : head + 1]]
        for length in range(min(nouns.longest, len(lemmas)), 0, -1):
            found = nouns.nouns.get(tuple(lemmas[-length:]))
            if found is not None:
                return found
        return nouns.nouns.get((self.reading.tokens[head].text.lower(),))

    def _modifier_kind(self, first: int, last: int) -> Kind | None:
        nouns = self.codebook.role_nouns
        for index in range(last, first - 1, -1):
            lemma = (self.reading.tokens[index].lemma,)
            found = nouns.modifiers.get(lemma) or nouns.nouns.get(lemma)
            if found is not None and not found.is_weak and found.form != "quantity":
                return found.kind
        return None

    def _of_object(self, head: int, last: int) -> int | None:
        for child in self.reading.children[head]:
            if self.reading.tokens[child].lemma == "of" and child <= last + 1:
                return next(
                    (i for i in self.reading.children[child] if self.reading.tokens[i].relation == "pobj"), None
                )
        return None

    def _name(self, first: int, last: int) -> str:
        skipped = {"DET", "NUM", "PRON", "ADV", "PUNCT"}
        while first < last and self.reading.tokens[first].part_of_speech in skipped:
            first += 1
        return " ".join(self.reading.span_of(first, last).text.split())
