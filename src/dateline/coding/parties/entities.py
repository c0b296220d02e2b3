"""The noun phrases of a story in order, as what later phrases and pronouns may refer back to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from dateline.codebook.role_nouns import RoleNoun, RoleNouns
from dateline.coding.parties.genders import Gender, Genders
from dateline.coding.parties.identity import Identity
from dateline.coding.parties.nouns import is_plural, role_noun
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.reading import Reading

Identify = Callable[[int, int, int], Identity | None]
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PHRASE_RELATIONS = SUBJECTS | {
    "dobj",
    "pobj",
    "attr",
    "appos",
    "conj",
    "poss",
    "ROOT",
    "dative",
    "agent",
    "oprd",
    "dep",
}
DEFINITES = frozenset({"the", "this", "these", "those", "that"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A phrase that may be referred back to. `number` is "one", "many" or "group" (one or many).

    `anchor` is the head noun that carries the grammar: the first one of a coordination. `gender` is None when nothing
    tells it.
    """

    head: int
    anchor: int
    first: int
    last: int
    sentence: int
    is_subject: bool
    is_definite: bool
    number: str
    role: RoleNoun | None
    identity: Identity | None
    gender: Gender | None = None


class Entities:
    """All entities of a story. `identify(head, first, last)` resolves a phrase by its own words alone."""

    def __init__(self, reading: Reading, nouns: RoleNouns, genders: Genders, identify: Identify) -> None:
        self.reading = reading
        self.genders = genders
        self._nouns = nouns
        self._identify = identify
        self._by_name: dict[str, Gender] = {}
        self.all = tuple(
            self._entity(token.index)
            for token in reading.tokens
            if token.part_of_speech in {"NOUN", "PROPN"} and token.relation in PHRASE_RELATIONS
        )

    def link(self, entity: Entity) -> Identity | None:
        """The entity's identity, with its words as evidence."""
        if entity.identity is None:
            return None
        return replace(entity.identity, evidence=self.reading.span_of(entity.first, entity.last))

    def only(self, entities: Iterable[Entity]) -> Identity | None:
        """The identity that all of some entities share; None when they differ, or there is none."""
        chosen = list(entities)
        if not chosen or chosen[-1].identity is None:
            return None
        latest = chosen[-1].identity
        if all(entity.identity is not None and entity.identity.is_same(latest) for entity in chosen):
            return self.link(chosen[-1])
        return None

    def relative(self, head: int) -> Identity | None:
        """What a relative pronoun stands for: "rebels who fled" gives the noun that the clause hangs on."""
        verb = self.reading.tokens[self.reading.tokens[head].head]
        while verb.relation in {"conj", "xcomp", "ccomp"}:
            verb = self.reading.tokens[verb.head]
        if verb.relation != "relcl":
            return None
        first, last = noun_phrase(self.reading, verb.head)
        identity = self._identify(verb.head, first, last)
        return replace(identity, evidence=self.reading.span_of(first, last)) if identity else None

    def _entity(self, head: int) -> Entity:
        first, last = noun_phrase(self.reading, head)
        token = self.reading.tokens[head]
        role = role_noun(self.reading, self._nouns, first, head)
        identity = self._identify(head, first, last)
        anchor = head
        while self.reading.tokens[anchor].relation == "conj":
            anchor = self.reading.tokens[anchor].head
        return Entity(
            head=head,
            anchor=anchor,
            first=first,
            last=last,
            sentence=token.sentence,
            is_subject=self.reading.tokens[anchor].relation in SUBJECTS,
            is_definite=first < head and self.reading.tokens[first].lemma in DEFINITES,
            number=self._number(head, role, identity),
            role=role,
            identity=identity,
            gender=self._gender(head, first, identity),
        )

    def _gender(self, head: int, first: int, identity: Identity | None) -> Gender | None:
        """What the phrase tells, else what the person's first name or an earlier phrase for the same person told."""
        told = self.genders.of_phrase(self.reading, head, first)
        if identity is None or not identity.is_person:
            return told
        told = told or self.genders.of_words(identity.name.split()[:-1]) or self._by_name.get(identity.name)
        if told is not None:
            self._by_name[identity.name] = told
        return told

    def _number(self, head: int, role: RoleNoun | None, identity: Identity | None) -> str:
        if any(self.reading.tokens[child].relation == "conj" for child in self.reading.children[head]):
            return "many"
        if identity is not None and identity.is_named and not identity.is_person:
            return "group"
        if is_plural(self.reading.tokens[head]):
            return "many"
        return "group" if role is not None and role.form in {"group", "organ"} else "one"
