"""Pronouns to the party they stand for, where only one can be meant. No link rather than a wrong one."""

from typing import Literal

from dateline.coding.parties.entities import SUBJECTS, Entities, Entity
from dateline.coding.parties.genders import pronoun_gender
from dateline.coding.parties.identity import ARMED_NON_STATE, Identity
from dateline.coding.parties.mentions import Mentions
from dateline.model.party import Kind

Number = Literal["one", "many", "group"]
_PRONOUNS: dict[Number, frozenset[str]] = {
    "one": frozenset({"he", "she", "him", "her", "his", "hers"}),
    "many": frozenset({"they", "them", "their", "theirs"}),
    "group": frozenset({"it", "its"}),
}
# Organisations of these kinds are "they" as often as "it"; an aid agency or a ministry is "it".
_MANY_HEADED: frozenset[Kind] = ARMED_NON_STATE | {"military", "police", "party", "opposition", "protester", "ethnic"}
_DONE_TO_ONE = frozenset({
    "arrest", "detention", "release", "killing", "murder", "extradition", "abduction", "kidnapping", "imprisonment",
    "trial", "prosecution", "execution", "assassination", "deportation", "dismissal", "transfer",
})  # fmt: skip
_ORDERING = frozenset({"order", "demand", "urge", "call", "seek", "request", "authorise", "authorize", "welcome"})
_COMPLEMENTS = frozenset({"attr", "acomp", "ccomp", "advcl"})


class Pronouns:
    """The antecedents of the pronouns of a story."""

    def __init__(self, entities: Entities, mentions: Mentions) -> None:
        self.entities = entities
        self.reading = entities.reading
        self.mentions = mentions

    def antecedent(self, head: int) -> Identity | None:
        """What the pronoun at a token stands for: someone named in the sentence so far or in the one before."""
        token = self.reading.tokens[head]
        if token.tag in {"WP", "WDT"}:
            return self.entities.relative(head) if token.relation in SUBJECTS | {"dobj"} else None
        number = self._number(head)
        if number is None:
            return None
        return self._neuter(head) if number == "group" else self._personal(head, number)

    def _number(self, head: int) -> Number | None:
        word = self.reading.tokens[head].text.lower()
        for number, words in _PRONOUNS.items():
            if word in words:
                return None if number == "group" and self._is_expletive(head) else number
        return None

    def _personal(self, head: int, number: Number) -> Identity | None:
        """The one fitting phrase of the sentence so far, else of the sentence before; of people, subjects first.

        Words in quotes and outside have different speakers and do not refer to each other; a pronoun of the same
        number that stands between passes on what it refers to, or nothing.
        """
        sentence = self.reading.tokens[head].sentence
        is_object = self.reading.tokens[head].relation not in SUBJECTS | {"poss"} or self._has_what_is_ordered(head)
        for place in (sentence, sentence - 1):
            if (earlier := self._earlier(head, place, number)) is not None:
                return self.antecedent(earlier)
            there = [
                entity
                for entity in self.entities.all
                if entity.sentence == place
                and entity.head < head
                and self._may_mean(entity, head, number)
                and not (is_object and self._is_own_subject(entity, head))
            ]
            if place == sentence and is_object:
                there = [entity for entity in there if not self._shares_clause(entity, head)]
            if there:
                subjects = [entity for entity in there if entity.is_subject] if number == "one" else []
                return self.entities.only(subjects or there)
        return None

    def _neuter(self, head: int) -> Identity | None:
        """ "it": the nearest subject before, thing or party; it links only when that is a party."""
        if self.reading.tokens[head].relation not in SUBJECTS | {"poss"}:
            return None
        sentence = self.reading.tokens[head].sentence
        before = [
            entity
            for entity in self.entities.all
            if entity.head < head and entity.is_subject and sentence - 1 <= entity.sentence <= sentence
        ]
        nearest = before[-1] if before else None
        earlier = self._earlier(head, sentence, "group")
        if earlier is not None and (nearest is None or earlier > nearest.head):
            return self._neuter(earlier)
        return self.entities.link(nearest) if nearest is not None and self._may_mean(nearest, head, "group") else None

    def _may_mean(self, entity: Entity, head: int, number: Number) -> bool:
        is_same_speaker = self._is_quoted(entity.head) == self._is_quoted(head)
        is_fitting = self.entities.genders.fits(self.reading.tokens[head].text, entity.gender)
        return (
            is_fitting and self._agrees(entity, number) and is_same_speaker and not self._is_said_by(entity.head, head)
        )

    def _agrees(self, entity: Entity, number: Number) -> bool:
        identity = entity.identity
        if identity is None or identity.kind == "facility":
            return False
        if number == "one":
            is_one = identity.is_person or (entity.role is not None and entity.role.unit == "person")
            return is_one and entity.number == "one"
        if identity.is_person or (number == "many" and self._is_country(entity)):
            return False
        if number == "many" and entity.number == "group":
            return identity.kind in _MANY_HEADED
        return entity.number == number

    def _is_own_subject(self, entity: Entity, head: int) -> bool:
        """Whether a phrase names the one who acts on the pronoun: in "police pursued them" not the police."""
        verb = self._clause(head)
        subjects = [other for other in self.entities.all if other.is_subject and self._clause(other.head) == verb]
        return any(
            other.identity is not None and entity.identity is not None and other.identity.is_same(entity.identity)
            for other in subjects
        )

    def _has_what_is_ordered(self, head: int) -> bool:
        """ "the judge ordered his arrest", "demanded her release": not of whoever orders or demands it."""
        token = self.reading.tokens[head]
        noun = self.reading.tokens[token.head]
        if token.relation != "poss" or noun.lemma not in _DONE_TO_ONE:
            return False
        return self.reading.tokens[self._clause(head)].lemma in _ORDERING

    def _shares_clause(self, entity: Entity, head: int) -> bool:
        """An object does not refer to its own subject: "the rebels attacked them", "soldiers came, shooting them"."""
        if self._is_told_by_clause(entity, head):
            return True
        if not entity.is_subject:
            return self._clause(entity.head) == self._clause(head)
        verb = self._clause(head)
        while self.reading.tokens[entity.anchor].head != verb:
            relations = {self.reading.tokens[child].relation for child in self.reading.children[verb]}
            if relations & SUBJECTS or self.reading.tokens[verb].head == verb:
                return False
            verb = self._clause(verb)
        return True

    def _is_told_by_clause(self, entity: Entity, head: int) -> bool:
        """ "officers taken hostage by them", "the men who attacked them": not those whom the clause is about."""
        verb = self.reading.tokens[self._clause(head)]
        if verb.relation != "acl" or verb.head not in {entity.head, entity.anchor}:
            return verb.relation == "relcl" and verb.head == entity.head and self._relative_acts(verb.index)
        return verb.tag in {"VBN", "VBG"}

    def _relative_acts(self, verb: int) -> bool:
        """Whether a relative pronoun is a clause's subject: "who attacked them", but not "whose homes they burned"."""
        children = (self.reading.tokens[child] for child in self.reading.children[verb])
        return any(child.relation in SUBJECTS and child.tag in {"WP", "WDT"} for child in children)

    def _earlier(self, head: int, sentence: int, number: Number) -> int | None:
        """The last subject pronoun of the same number before `head` in a sentence."""
        if sentence < 0:
            return None
        for token in reversed(self.reading.words(self.reading.sentences[sentence])):
            is_before = token.index < head and token.relation in SUBJECTS
            is_same = token.text.lower() in _PRONOUNS[number] and self._number(token.index) == number
            if is_before and is_same and pronoun_gender(token.text) == pronoun_gender(self.reading.tokens[head].text):
                return token.index
        return None

    def _is_said_by(self, index: int, pronoun: int) -> bool:
        """Whether a word stands in what the pronoun is said to say before it: "a boy was hurt, he said"."""
        verb = self.reading.tokens[pronoun].head
        return index < pronoun and any(
            self.reading.tokens[word].head == verb and self.reading.tokens[word].relation in {"ccomp", "parataxis"}
            for word in (index, *self.reading.ancestors(index))
        )

    def _is_expletive(self, head: int) -> bool:
        """ "it is an emergency", "it was late", "it emerged that": no antecedent."""
        token = self.reading.tokens[head]
        if token.relation not in SUBJECTS:
            return False
        below = {self.reading.tokens[child].relation for child in self.reading.children[token.head]}
        if self.reading.tokens[token.head].lemma == "be" and below & _COMPLEMENTS:
            return True
        return token.relation == "nsubjpass" and "ccomp" in below

    def _clause(self, index: int) -> int:
        """The verb whose clause a word stands in."""
        for ancestor in self.reading.ancestors(index):
            if self.reading.tokens[ancestor].part_of_speech in {"VERB", "AUX"}:
                return ancestor
        return index

    def _is_quoted(self, index: int) -> bool:
        start = self.reading.tokens[index].start
        return any(quote.start <= start < quote.end for quote in self.reading.quotes)

    def _is_country(self, entity: Entity) -> bool:
        mention = self.mentions.at(entity.head)
        return mention is not None and mention.meaning is not None and mention.meaning.form == "country"
