"""Descriptions to identities: nationality, owner and role noun ("Afghan government troops", "the group's fighters")."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from dateline.codebook.codebook import Codebook
from dateline.codebook.role_nouns import RoleNoun
from dateline.coding.parties.identity import STATE_KINDS, Identity
from dateline.coding.parties.mentions import Mention, Mentions
from dateline.coding.parties.nouns import is_plural, modifier_kind, name_kind, plain_name, role_noun
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.figure import Population
from dateline.model.party import Kind
from dateline.model.reading import Reading

Identify = Callable[[int, int, int], Identity | None]
_OWNING_PREPOSITIONS = ("of", "for", "from", "with", "at", "in")
_MEMBER_FORMS = frozenset({"person", "group", "office", "organ", "quantity"})
# What is no state and has a president or a secretary all the same; ministers are of states only.
_HEADS_OF_BODIES = frozenset({"president", "secretary"})
_BODIES: frozenset[Kind] = frozenset(
    {"business", "labour", "ngo", "civil-society", "media", "education", "medical", "party", "igo"}
)
# Those who belong to a people or a faith are described by it; only organisations lend members their identity.
_NO_OWNERS: frozenset[Kind] = frozenset({"ethnic", "religious"})


class Descriptions:
    """Describes the phrases of a story by their role nouns. `identify` resolves owners, pronouns included."""

    def __init__(self, reading: Reading, codebook: Codebook, mentions: Mentions, identify: Identify) -> None:
        self.reading = reading
        self.nouns = codebook.role_nouns
        self.mentions = mentions
        self._identify = identify

    def described(self, role: RoleNoun | None, head: int, first: int, last: int, *, is_linked: bool) -> Identity | None:
        """The identity of a phrase with a role noun, or None for a bare quantity. Without a role it counts ("two of").

        `is_linked` lets owners refer back ("its fighters").
        """
        inner = self._object_of(head, ("of",))
        if role is None or role.form == "quantity":
            if inner is not None:
                return self._other(inner, is_linked)
            if role is None:
                return None
        owner = self._owner(role, head, first, last, is_linked)
        is_name = name_kind(self.reading, self.nouns, first, head) is not None
        is_member = owner is not None and owner.is_named and not owner.is_person and not (is_name and owner.id is None)
        if owner is not None and is_member and self._lends_identity(owner, role, head):
            return replace(owner, is_person=False)
        if role.form == "quantity":
            kind = modifier_kind(self.reading, self.nouns, first, head - 1)
            return (
                None
                if kind is None
                else Identity(plain_name(self.reading, first, last, head, self.mentions), None, kind)
            )
        if self._is_abstract(role, head, first):
            return None
        if role.form == "group" and (named := self._name_behind(head)) is not None:
            return named
        if role.unit == "vehicle" and owner is not None and owner.is_named and self._acts(head):
            return owner
        kind = self._kind(role, head, first, owner)
        is_of_several = inner is not None and self._is_of_several(inner)
        country = self._country(role, head, first, last) or (owner.country if owner and not is_of_several else None)
        if country is None and kind in STATE_KINDS and self._is_of_the_story(role, head):
            country = self.mentions.dominant_country
        name = plain_name(self.reading, first, last, head, self.mentions)
        if owner is not None and owner.evidence is not None and owner.is_named:
            return Identity(name, country, kind, evidence=owner.evidence)
        return Identity(name, country, kind)

    def population(self, head: int) -> tuple[Population, str]:
        """The population and the unit that a noun counts; what stands behind "of" for a quantity."""
        first, _ = noun_phrase(self.reading, head)
        role = role_noun(self.reading, self.nouns, first, head)
        inner = self._object_of(head, ("of",))
        if (role is None or role.form == "quantity") and inner is not None:
            return self.population(inner)
        if role is None or role.form == "quantity":
            mention = self.mentions.at(head)
            is_people = mention is not None and mention.meaning is not None and mention.meaning.form == "people"
            return ("civilian" if is_people else "unknown"), "person"
        if role.is_weak:
            last = head - len(role.lemmas)
            for word in range(last, first - 1, -1):
                found = self.nouns.modifiers.get((self.reading.tokens[word].lemma,))
                if found is not None and found.population != "unknown":
                    return found.population, role.unit
        return role.population, role.unit

    def _owner(self, role: RoleNoun, head: int, first: int, last: int, is_linked: bool) -> Identity | None:
        """The party a phrase belongs to: its possessor, a named modifier, or the object of "of" or "for"."""
        for child in self.reading.children[head]:
            token = self.reading.tokens[child]
            if token.relation == "poss" and first <= child < head:
                if token.part_of_speech == "PRON" and not is_linked:
                    return None
                if (owner := self._other(child, is_linked)) is not None:
                    return owner
        # An abbreviation the parser took for another word ("IS fighters") stands before the phrase it cut.
        before = self.mentions.at(first - 1) if first > 0 else None
        if before is not None and before.is_acronym and before.last == first - 1 and first == head:
            first = before.first
        for mention in self.mentions.within(first, head - 1):
            if mention.is_identity and mention.meaning is not None and mention.meaning.party is not None:
                party = mention.meaning.party
                if party.kind not in _NO_OWNERS:
                    return Identity(
                        party.name, party.country, party.kind, party.id, is_named=True, is_person=party.is_person
                    )
        is_loose = role.form in {"office", "quantity"} or (role.is_weak and role.form != "organ")
        if is_loose or role.form == "person":
            inner = self._object_of(head, ("of", "for", "from", "with", "at") if is_loose else ("of",))
            if inner is not None and self.reading.tokens[inner].part_of_speech in {"NOUN", "PROPN"}:
                return self._other(inner, is_linked)
        return None

    def _suffers(self, head: int) -> bool:
        """Whether a person is the object or the subject of a passive, and so no voice of those they work for."""
        return self.reading.tokens[head].relation in {"nsubjpass", "dobj"}

    def _lends_identity(self, owner: Identity, role: RoleNoun, head: int) -> bool:
        if role.form not in _MEMBER_FORMS or owner.kind in _NO_OWNERS:
            return False
        if owner.kind == "media" and role.form == "person" and self._suffers(head):
            return False  # a broadcaster's fixer who is beaten is not the broadcaster
        if owner.kind == "government" and owner.id is None:
            return False  # a country: its army is not its government
        if owner.kind == "civilian" or (role.form == "office" and not role.is_weak and owner.kind == "party"):
            return False
        return owner.kind != "individual"

    def _kind(self, role: RoleNoun, head: int, first: int, owner: Identity | None) -> Kind:
        if role.unit == "vehicle" and self._acts(head):
            modifier = modifier_kind(self.reading, self.nouns, first, head - len(role.lemmas))
            if role.population == "military" or modifier in STATE_KINDS:
                return modifier if modifier not in {None, "government"} else "military"
        named = name_kind(self.reading, self.nouns, first, head)
        is_head = role.kind == "government" and role.lemmas[-1] in _HEADS_OF_BODIES
        if is_head and (body := self._body(role, head, first, owner)):
            return body
        if not role.is_weak:
            is_telling = named is not None and self.reading.tokens[head].text.lower() in self.nouns.names
            return named if is_telling and named is not None and is_plural(self.reading.tokens[head]) else role.kind
        found = modifier_kind(self.reading, self.nouns, first, head - len(role.lemmas))
        if found == "civilian" and role.form == "office":
            found = None  # a civilian official holds a civil office
        if found is None and self._is_of_a_residence(first, head):
            found = "government"
        if (
            found is None
            and owner is not None
            and not owner.is_person
            and owner.kind not in {"facility", "civilian", "other"}
        ):
            found = owner.kind
        if found is None and role.form == "group" and (inner := self._object_of(head, ("of",))) is not None:
            content = self._other(inner, is_linked=False)  # "a group of 30 men"
            found = content.kind if content is not None else None
        return found or named or role.kind

    def _body(self, role: RoleNoun, head: int, first: int, owner: Identity | None) -> Kind | None:
        """The kind of what is no state and has a president or a secretary: "the company's vice president"."""
        if owner is not None and owner.kind in _BODIES and not owner.is_person:
            return owner.kind
        last = head - len(role.lemmas)
        is_unknown = any(
            self.reading.tokens[index].entity == "ORG" and index not in self.mentions
            for index in range(first, last + 1)
        )
        return "individual" if is_unknown and modifier_kind(self.reading, self.nouns, first, last) is None else None

    def _is_of_a_residence(self, first: int, head: int) -> bool:
        """Whether what stands for a government goes before: "the Kremlin spokesman"."""
        names = self.mentions.within(first, head - 1)
        return any(name.is_identity and name.meaning is not None and name.meaning.form == "residence" for name in names)

    def _country(self, role: RoleNoun, head: int, first: int, last: int) -> str | None:
        """The country named in the phrase, nearest to the head first, or in what directly hangs on it."""
        inside = [m for m in self.mentions.within(first, last) if m.is_identity and m.meaning is not None]
        before = [m for m in inside if m.last < head]
        if self._is_any_of(before):
            return None
        for mention in (*reversed(before), *(m for m in inside if m.first > head)):
            if mention.first > head and self._is_of_several(mention.last):
                return None
            if mention.meaning is not None and mention.meaning.country is not None:
                return mention.meaning.country
        inner = self._object_of(head, _OWNING_PREPOSITIONS) if role.kind != "other" else None
        mention_behind = self.mentions.at(inner) if inner is not None else None
        meaning = mention_behind.meaning if mention_behind is not None and mention_behind.is_identity else None
        if meaning is None or meaning.party is not None or (inner is not None and self._is_of_several(inner)):
            return None
        return meaning.country

    def _is_any_of(self, names: list[Mention]) -> bool:
        """Whether a phrase names two countries beside each other: "Syrian or Russian jets" are of neither."""
        return any(
            one.meaning is not None
            and other.meaning is not None
            and one.meaning.country != other.meaning.country
            and None not in {one.meaning.country, other.meaning.country}
            and other.first - one.last == 2
            and self.reading.tokens[one.last + 1].lemma in {"or", "and", "/"}
            for one, other in pairwise(names)
        )

    def _is_of_several(self, name: int) -> bool:
        """Whether other countries stand beside a name: "the foreign ministers of Iran and Iraq"."""
        beside = (
            self.mentions.at(child)
            for child in self.reading.children[name]
            if self.reading.tokens[child].relation == "conj"
        )
        return any(
            mention is not None and mention.meaning is not None and mention.meaning.country for mention in beside
        )

    def _is_of_the_story(self, role: RoleNoun, head: int) -> bool:
        """Whether a force or office without a country is that of the country the story is about: no ministers of
        several countries, no jets that come from anywhere."""
        is_any = is_plural(self.reading.tokens[head]) and role.form in {"organ", "office"} and not role.is_weak
        return not is_any and role.unit != "vehicle"

    def _acts(self, head: int) -> bool:
        """Whether a vehicle does something, so that those aboard are meant: "an army helicopter strafed"."""
        token = self.reading.tokens[head]
        behind_by = token.relation == "pobj" and self.reading.tokens[token.head].lemma == "by"
        is_acting = token.relation == "nsubj" and self.reading.tokens[token.head].part_of_speech == "VERB"
        return behind_by or is_acting

    def _is_abstract(self, role: RoleNoun, head: int, first: int) -> bool:
        """A weak collective noun in the bare singular is no party: "by force"; but "a coalition air strike"."""
        token = self.reading.tokens[head]
        if token.relation == "compound" and role.kind == "military":
            return False
        is_weak_group = role.is_weak and role.form == "group"
        return (is_weak_group or role.form == "apart") and token.tag == "NN" and first == head

    def _name_behind(self, head: int) -> Identity | None:
        """ "the group Hezbollah": the party whose name follows its description."""
        mention = self.mentions.at(head + 1) if head + 1 < len(self.reading.tokens) else None
        if mention is None or mention.first != head + 1 or not mention.is_identity or mention.meaning is None:
            return None
        party = mention.meaning.party
        if party is None or party.is_person or party.kind in _NO_OWNERS or party.kind == "media":
            return None
        return Identity(party.name, party.country, party.kind, party.id, is_named=True)

    def _other(self, head: int, is_linked: bool) -> Identity | None:
        first, last = noun_phrase(self.reading, head)
        if is_linked:
            return self._identify(head, first, last)
        return self._plain(head, first, last)

    def _plain(self, head: int, first: int, last: int) -> Identity | None:
        mention = self.mentions.at(head)
        if mention is not None and mention.is_identity and mention.meaning is not None:
            if (party := mention.meaning.party) is not None:
                return Identity(party.name, party.country, party.kind, party.id, None, True, party.is_person)
            return None
        role = role_noun(self.reading, self.nouns, first, head)
        return None if role is None else self.described(role, head, first, last, is_linked=False)

    def _object_of(self, head: int, prepositions: tuple[str, ...]) -> int | None:
        """The noun behind one of the prepositions that hang on the head."""
        for child in self.reading.children[head]:
            if self.reading.tokens[child].relation == "prep" and self.reading.tokens[child].lemma in prepositions:
                for inner in self.reading.children[child]:
                    if self.reading.tokens[inner].relation in {"pobj", "pcomp"}:
                        return inner
        return None
