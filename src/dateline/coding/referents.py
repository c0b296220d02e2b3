"""Links within a story: definite phrases and pronouns to the party they refer back to. No link rather than a wrong one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.codebook.codebook import Codebook
from dateline.codebook.role_nouns import RoleNoun
from dateline.coding.identity import ARMED_NON_STATE, Identity
from dateline.coding.mentions import Mentions
from dateline.coding.nouns import is_plural, role_noun
from dateline.coding.phrases import noun_phrase
from dateline.model.party import Kind
from dateline.model.reading import Reading

Identify = Callable[[int, int, int], Identity | None]
PERSONAL = {"he": "one", "she": "one", "him": "one", "her": "one", "his": "one", "hers": "one"}
PLURAL = {"they": "many", "them": "many", "their": "many", "theirs": "many"}
NEUTER = {"it": "group", "its": "group"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
PHRASE_RELATIONS = SUBJECTS | {"dobj", "pobj", "attr", "appos", "conj", "poss", "ROOT", "dative", "agent", "oprd", "dep"}
# How many sentences back a group noun or a pronoun may reach.
REACH = 2
GROUP_KINDS: frozenset[Kind] = ARMED_NON_STATE | {
    "party", "opposition", "ngo", "civil-society", "igo", "religious", "protester", "labour", "business", "media",
}  # fmt: skip
FITTING_KINDS: dict[Kind, frozenset[Kind]] = {
    "rebel": frozenset({"rebel", "militia"}),
    "militia": frozenset({"militia", "rebel"}),
    "criminal": frozenset({"criminal"}),
    "unidentified-armed": frozenset({"rebel", "militia", "criminal"}),
    "ngo": frozenset({"ngo", "civil-society"}),
    "civil-society": frozenset({"civil-society", "ngo"}),
    "igo": frozenset({"igo"}),
    "party": frozenset({"party"}),
    "media": frozenset({"media"}),
    "opposition": frozenset({"opposition", "party"}),
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A phrase that may be referred back to. `number` is "one", "many" or "group" (one or many)."""

    head: int
    first: int
    last: int
    sentence: int
    is_subject: bool
    is_definite: bool
    number: str
    role: RoleNoun | None
    identity: Identity | None


class Referents:
    """The antecedents of a story. `identify(head, first, last)` resolves a phrase by its own words alone."""

    def __init__(self, reading: Reading, codebook: Codebook, mentions: Mentions, identify: Identify) -> None:
        self.reading = reading
        self.codebook = codebook
        self.mentions = mentions
        self._identify = identify

    def antecedent(self, head: int, first: int) -> Identity | None:
        """Whom a pronoun or a definite phrase refers back to, with the antecedent's words as evidence, or None."""
        token = self.reading.tokens[head]
        word = token.text.lower()
        if token.tag in {"WP", "WDT"} and token.relation in SUBJECTS | {"dobj"}:
            return self._relative(head)
        if token.part_of_speech == "PRON" or token.tag == "PRP$":
            number = PERSONAL.get(word) or PLURAL.get(word) or NEUTER.get(word)
            if number == "group" and self._is_expletive(head):
                return None
            return self._pronoun(head, number) if number else None
        if self._is_definite(head, first):
            role = role_noun(self.reading, self.codebook.role_nouns, first, head)
            if role is not None and not self._has_names(head, first):
                return self._definite(head, role)
        return None

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The story's noun phrases in order."""
        return tuple(
            self._entity(token.index)
            for token in self.reading.tokens
            if token.part_of_speech in {"NOUN", "PROPN"} and token.relation in PHRASE_RELATIONS
        )

    def _entity(self, head: int) -> Entity:
        first, last = noun_phrase(self.reading, head)
        token = self.reading.tokens[head]
        role = role_noun(self.reading, self.codebook.role_nouns, first, head)
        identity = self._identify(head, first, last)
        number = "many" if is_plural(token) else "one"
        if (role is not None and role.form in {"group", "organ"} and number == "one") or (
            identity is not None and identity.is_named and not identity.is_person
        ):
            number = "group"
        if any(self.reading.tokens[child].relation == "conj" for child in self.reading.children[head]):
            number = "many"
        return Entity(
            head=head,
            first=first,
            last=last,
            sentence=token.sentence,
            is_subject=token.relation in SUBJECTS,
            is_definite=self._is_definite(head, first),
            number=number,
            role=role,
            identity=identity,
        )

    def _relative(self, head: int) -> Identity | None:
        """ "rebels who fled": the noun that the clause hangs on."""
        verb = self.reading.tokens[self.reading.tokens[head].head]
        while verb.relation in {"conj", "xcomp", "ccomp"}:
            verb = self.reading.tokens[verb.head]
        if verb.relation != "relcl":
            return None
        first, last = noun_phrase(self.reading, verb.head)
        identity = self._identify(verb.head, first, last)
        return replace(identity, evidence=self.reading.span_of(first, last)) if identity else None

    def _definite(self, head: int, role: RoleNoun) -> Identity | None:
        lemma = self.reading.tokens[head].lemma
        before = [entity for entity in self.entities if entity.head < head]
        for entity in reversed(before):
            noun = self.reading.tokens[entity.head]
            if noun.lemma != lemma or entity.identity is None or is_plural(noun) != is_plural(self.reading.tokens[head]):
                continue
            if entity.identity.is_named:
                return self._link(entity)
            if not entity.is_definite:
                return self._link(entity) if entity.identity.country and entity.role == role else None
        if role.form == "office":
            return self._office(role, before)
        if role.form == "group" and role.is_weak and role.kind == "other":
            near = self._near(before, head)
            return self._only(entity for entity in near if self._is_group(entity, GROUP_KINDS))
        if role.form not in {"person", "group"} or role.kind not in FITTING_KINDS:
            return None
        fitting = [entity for entity in before if self._is_group(entity, FITTING_KINDS[role.kind])]
        return self._only(fitting) or self._only(self._near(fitting, head))

    def _office(self, role: RoleNoun, before: list[Entity]) -> Identity | None:
        """ "the president" after "President Ana Ruiz", when one bears the office alone."""
        bearers = [
            entity
            for entity in before
            if entity.identity is not None
            and entity.identity.is_person
            and any(
                role_noun(self.reading, self.codebook.role_nouns, entity.first, index) == role
                for index in range(entity.first, entity.head)
            )
        ]
        return self._only(bearers)

    def _pronoun(self, head: int, number: str) -> Identity | None:
        """The one fitting phrase of the sentence so far, else the subject of one of the sentences before.

        Words in quotes and outside have different speakers and do not refer to each other; a pronoun of the same
        number that stands between passes on what it refers to, or nothing.
        """
        sentence = self.reading.tokens[head].sentence
        is_object = self.reading.tokens[head].relation not in SUBJECTS | {"poss"}
        candidates = [
            entity
            for entity in self.entities
            if sentence - REACH <= entity.sentence <= sentence
            and entity.head < head
            and self._agrees(entity, number)
            and self._shares_speaker(entity.head, head)
        ]
        for back in range(REACH + 1):
            if (earlier := self._earlier_pronoun(head, sentence - back, number)) is not None:
                return self.antecedent(earlier, earlier)
            there = [entity for entity in candidates if entity.sentence == sentence - back]
            if not back and is_object:
                there = [entity for entity in there if self._clause(entity.head) != self._clause(head)]
            subjects = [entity for entity in there if entity.is_subject]
            if there:
                return self._only(subjects or there)
        return None

    def _earlier_pronoun(self, head: int, sentence: int, number: str) -> int | None:
        """The last subject pronoun of the same number before `head` in a sentence."""
        words = PERSONAL if number == "one" else PLURAL if number == "many" else NEUTER
        if sentence < 0:
            return None
        for token in reversed(self.reading.words(self.reading.sentences[sentence])):
            if token.index < head and token.relation in SUBJECTS and token.text.lower() in words:
                if not (number == "group" and self._is_expletive(token.index)):
                    return token.index
        return None

    def _shares_speaker(self, one: int, other: int) -> bool:
        return (self._quote(one) is None) == (self._quote(other) is None)

    def _agrees(self, entity: Entity, number: str) -> bool:
        identity = entity.identity
        if identity is None or identity.kind == "facility":
            return False
        if number == "one":
            return entity.number == "one" and (identity.is_person or (entity.role is not None and entity.role.unit == "person"))
        if number == "many":
            return entity.number in {"many", "group"} and not identity.is_person and not self._is_country(entity)
        return entity.number == "group" and not identity.is_person

    def _only(self, entities: Iterable[Entity]) -> Identity | None:
        """The identity that all of the entities share; None when they differ, or there is none."""
        entities = list(entities)
        if not entities or entities[-1].identity is None:
            return None
        latest = entities[-1].identity
        if all(entity.identity is not None and entity.identity.is_same(latest) for entity in entities):
            return self._link(entities[-1])
        return None

    def _link(self, entity: Entity) -> Identity | None:
        if entity.identity is None:
            return None
        return replace(entity.identity, evidence=self.reading.span_of(entity.first, entity.last))

    def _near(self, entities: Iterable[Entity], head: int) -> list[Entity]:
        """The entities of the nearest sentence that has any, not further back than REACH."""
        sentence = self.reading.tokens[head].sentence
        for back in range(REACH + 1):
            here = [entity for entity in entities if entity.sentence == sentence - back]
            if any(entity.identity is not None and entity.identity.is_named for entity in here):
                return here
        return []

    def _is_group(self, entity: Entity, kinds: frozenset[Kind]) -> bool:
        identity = entity.identity
        return identity is not None and identity.is_named and not identity.is_person and identity.kind in kinds

    def _is_country(self, entity: Entity) -> bool:
        mention = self.mentions.at(entity.head)
        return mention is not None and mention.meaning is not None and mention.meaning.form == "country"

    def _is_definite(self, head: int, first: int) -> bool:
        return self.reading.tokens[first].lemma in {"the", "this", "these", "those", "that"} and first < head

    def _has_names(self, head: int, first: int) -> bool:
        return bool(self.mentions.within(first, head)) or any(
            self.reading.tokens[index].part_of_speech == "PROPN" for index in range(first, head + 1)
        )

    def _is_expletive(self, head: int) -> bool:
        """ "it is an emergency", "it was late", "it emerged that": no antecedent."""
        token = self.reading.tokens[head]
        if token.relation not in SUBJECTS:
            return False
        verb = self.reading.tokens[token.head]
        below = {self.reading.tokens[child].relation for child in self.reading.children[verb.index]}
        if verb.lemma == "be" and below & {"attr", "acomp", "ccomp", "advcl"}:
            return True
        return token.relation == "nsubjpass" and "ccomp" in below

    def _clause(self, index: int) -> int:
        """The verb whose clause a word stands in."""
        for ancestor in self.reading.ancestors(index):
            if self.reading.tokens[ancestor].part_of_speech in {"VERB", "AUX"}:
                return ancestor
        return index

    def _quote(self, index: int) -> int | None:
        """The number of the quote that a word stands in, or None."""
        start = self.reading.tokens[index].start
        for number, quote in enumerate(self.reading.quotes):
            if quote.start <= start < quote.end:
                return number
        return None
