"""Definite phrases and pronouns to the party they refer back to: no link rather than a wrong one."""

from collections.abc import Iterable
from functools import cached_property

from dateline.codebook.codebook import Codebook
from dateline.codebook.role_nouns import RoleNoun
from dateline.coding.parties.entities import DEFINITES, Entities, Entity, Identify
from dateline.coding.parties.genders import Genders
from dateline.coding.parties.identity import ARMED_NON_STATE, Identity
from dateline.coding.parties.mentions import Mentions
from dateline.coding.parties.nouns import behind_home, is_plural, role_noun
from dateline.coding.parties.pronouns import Pronouns
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.party import Kind
from dateline.model.reading import Reading

# How many sentences back a group noun ("the group") may reach.
REACH = 2
GROUP_KINDS: frozenset[Kind] = ARMED_NON_STATE | {
    "party", "opposition", "ngo", "civil-society", "igo", "religious", "protester", "labour",
}  # fmt: skip
# Prepositions that tell which one is meant: "the head of the clinic".
RESTRICTIVE = frozenset({"of", "for", "from", "against", "behind", "between"})
# The kinds of named parties that a noun of each kind may refer back to.
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


class Referents:
    """The antecedents of a story. `identify(head, first, last)` resolves a phrase by its own words alone."""

    def __init__(self, reading: Reading, codebook: Codebook, mentions: Mentions, identify: Identify) -> None:
        self.reading = reading
        self.mentions = mentions
        self._nouns = codebook.role_nouns
        self._genders = Genders(codebook.reporting.speakers)
        self._identify = identify

    def antecedent(self, head: int, first: int) -> Identity | None:
        """Whom a pronoun or a definite phrase refers back to, with the antecedent's words as evidence, or None.

        "the insurgents" is the Taliban when the story has named no other rebels so far.
        """
        token = self.reading.tokens[head]
        if token.part_of_speech == "PRON" or token.tag in {"PRP$", "WP", "WDT"}:
            return self._pronouns.antecedent(head)
        if first == head or self.reading.tokens[first].lemma not in DEFINITES or self._has_names(head, first):
            return None
        role = role_noun(self.reading, self._nouns, first, head)
        if role is None or role.form in {"quantity", "thing"} or not self._is_bare(head, role):
            return None
        before = [entity for entity in self._entities.all if entity.head < head]
        same = self._same_noun(before, head)
        if same is not None:
            is_same_party = same.role == role or (same.identity is not None and same.identity.is_person)
            return self._entities.link(same) if is_same_party else None
        return self._described(role, head, before)

    @cached_property
    def _entities(self) -> Entities:
        return Entities(self.reading, self._nouns, self._genders, self._identify)

    @cached_property
    def _pronouns(self) -> Pronouns:
        return Pronouns(self._entities, self.mentions)

    def _same_noun(self, before: list[Entity], head: int) -> Entity | None:
        """The last earlier phrase of the same noun that is named or introduced a party: "troops", then "the troops"."""
        noun = self.reading.tokens[head]
        for entity in reversed(before):
            other = self.reading.tokens[entity.head]
            if other.lemma != noun.lemma or entity.identity is None or is_plural(other) != is_plural(noun):
                continue
            if entity.identity.is_named or not entity.is_definite:
                return entity
        return None

    def _described(self, role: RoleNoun, head: int, before: list[Entity]) -> Identity | None:
        """The one named party that fits the noun."""
        if role.form in {"office", "person"} and not is_plural(self.reading.tokens[head]):
            bearers = [entity for entity in before if self._bears(entity, role)]
            if bearers or role.form == "office":
                return self._entities.only(bearers)
        if role.form == "group" and role.is_weak and role.kind == "other":
            return self._entities.only(self._nearest(before, head))
        if role.form not in {"person", "group"} or role.kind not in FITTING_KINDS:
            return None
        kinds = FITTING_KINDS[role.kind]
        return self._entities.only(entity for entity in before if self._is_named_group(entity, kinds))

    def _is_bare(self, head: int, role: RoleNoun) -> bool:
        """Whether the phrase says nothing of its own: "the anti-regime fighters" are not whoever fights."""
        first, last = noun_phrase(self.reading, head)
        if last > head or any(self._is_restrictive(child, head) for child in self.reading.children[head]):
            return False
        behind = behind_home(self.reading, first + 1, head)
        words = self.reading.tokens[behind : head - len(role.lemmas) + 1]
        return all((token.lemma,) in self._nouns.modifiers or token.part_of_speech == "NUM" for token in words)

    def _is_restrictive(self, child: int, head: int) -> bool:
        """ "the head of the clinic", "the troops coming from the coast": words behind that tell which one is meant."""
        token = self.reading.tokens[child]
        if token.lemma in RESTRICTIVE:
            return True
        return token.relation in {"acl", "relcl"} and child > head and self.reading.tokens[head + 1].text != ","

    def _bears(self, entity: Entity, role: RoleNoun) -> bool:
        """Whether a phrase names a person with an office or a rank: "Defence Minister Ana Ruiz" is "the minister"."""
        if entity.identity is None or not entity.identity.is_person:
            return False
        beside = [child for child in self.reading.children[entity.head] if self._is_apposed(child)]
        if self._is_apposed(entity.head):
            beside.append(self.reading.tokens[entity.head].head)
        told = [role_noun(self.reading, self._nouns, entity.first, index) for index in range(entity.first, entity.head)]
        told += [role_noun(self.reading, self._nouns, noun_phrase(self.reading, noun)[0], noun) for noun in beside]
        return any(other is not None and other.lemmas[-len(role.lemmas) :] == role.lemmas for other in told)

    def _is_apposed(self, index: int) -> bool:
        return self.reading.tokens[index].relation == "appos"

    def _nearest(self, entities: Iterable[Entity], head: int) -> list[Entity]:
        """The named groups of the nearest sentence that has any, not further back than REACH."""
        sentence = self.reading.tokens[head].sentence
        groups = [entity for entity in entities if self._is_named_group(entity, GROUP_KINDS)]
        for back in range(REACH + 1):
            if here := [entity for entity in groups if entity.sentence == sentence - back]:
                return here
        return []

    def _is_named_group(self, entity: Entity, kinds: frozenset[Kind]) -> bool:
        identity = entity.identity
        return identity is not None and identity.is_named and not identity.is_person and identity.kind in kinds

    def _has_names(self, head: int, first: int) -> bool:
        first = behind_home(self.reading, first + 1, head) if first < head else first
        return bool(self.mentions.within(first, head)) or any(
            self.reading.tokens[index].part_of_speech == "PROPN" for index in range(first, head + 1)
        )
