"""What a claim says of the people and the things that were attacked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.coding.syntax.phrases import noun_phrase
from dateline.evaluation.muc4.phrases import Phrase, names_in_apposition, phrase_of
from dateline.evaluation.muc4.spared import owners
from dateline.evaluation.muc4.story import ARMED_OPPOSITION, STATE_ARMED, Told
from dateline.evaluation.muc4.unresolved import unresolved_targets
from dateline.evaluation.muc4.victims import HumanTarget, PhysicalTarget
from dateline.evaluation.muc4.words import set_fill, word_list
from dateline.model.claim import Claim
from dateline.model.figure import Figure
from dateline.model.party import Party

_TERRITORY = word_list("territory")
_NOBODY = word_list("nobody")
_MILITARY_WORDS = word_list("military")
_ONE_THING = word_list("one thing in the plural")
_NEAR_BOMB = frozenset(
    {"in", "at", "near", "outside", "inside", "under", "beside", "behind", "against", "on", "by", "of", "to"}
)


def targets_of(told: Told, claim: Claim) -> tuple[list[HumanTarget], list[PhysicalTarget]]:
    """The human and the physical targets of a claim."""
    people: list[HumanTarget] = []
    things: list[PhysicalTarget] = []
    for party in (*claim.targets, *unresolved_targets(told, claim)):
        phrase = phrase_of(told.reading, told.codebook, party)
        if phrase is None:
            known = _known_by_name(told, claim, party)
            if known is not None:
                people.append(known)
            continue
        lemma = phrase.head.lemma
        if lemma in _TERRITORY or lemma in _NOBODY or told.is_country(party.text):
            continue
        kind = _physical_type(told, claim, party, phrase)
        if kind is None and phrase.head.text.isupper() and len(phrase.words) == 1:
            continue  # an acronym is no person
        if party.kind == "other" and not _may_suffer(told, claim, phrase, kind):
            continue
        if kind is not None:
            things.append(_thing(told, claim, party, phrase, kind))
            people.extend(named_people(told, claim, owners(told, party), frozenset()))
        else:
            people.extend(_persons(told, claim, party, phrase))
    if told.family(claim) == "BOMBING" and not things:
        things.extend(_bombed(told, claim))
    if not people:
        people.extend(_counted(told, claim))
    return people, things


def named_people(told: Told, claim: Claim, parties: Iterable[Party], effects: frozenset[str]) -> Iterator[HumanTarget]:
    """Those of some parties that a name tells of, with effects that are not the claim's."""
    for party in parties:
        phrase = phrase_of(told.reading, told.codebook, party)
        if phrase is not None:
            person = _person(told, claim, party, phrase)
            if person.name is not None:
                yield replace(person, effects=effects)


def _may_suffer(told: Told, claim: Claim, phrase: Phrase, kind: str | None) -> bool:
    """Whether words that coding knows no party in tell a target: a name, people by a known noun or number, a thing."""
    head = phrase.head
    if kind is not None:
        is_weapon = set_fill("inc-instr-type", phrase.words[-1:], phrase.lemmas[-1:]) is not None
        return not is_weapon and head.part_of_speech == "NOUN" and claim.event.mode == "destroy"
    if told.family(claim) is None or not (told.human_effects(claim) or told.family(claim) == "KIDNAPPING"):
        return False
    if head.part_of_speech == "PROPN":
        is_place = any(place.start <= head.start < place.end for place in claim.places)
        return not is_place and head.entity not in {"GPE", "LOC", "FAC", "ORG"} and phrase.name is not None
    is_counted = any(f.start <= head.start < f.end and f.low for f in claim.figures)
    return is_counted or set_fill("hum-tgt-type", phrase.words, phrase.lemmas) is not None


def _bombed(told: Told, claim: Claim) -> list[PhysicalTarget]:
    """What a bomb exploded in or in front of: the explosion's place is its target, when it is a thing and no town."""
    reading, found = told.reading, []
    heads = [token.index for token in reading.within(claim.trigger.start, claim.trigger.end)]
    prepositions = [
        child for head in heads for child in reading.children[head] if reading.tokens[child].relation == "prep"
    ]
    while prepositions:
        preposition = prepositions.pop(0)
        if reading.tokens[preposition].lemma not in _NEAR_BOMB:
            continue
        for child in reading.children[preposition]:
            token = reading.tokens[child]
            if token.relation == "prep":
                prepositions.append(child)
            if token.relation != "pobj":
                continue
            if token.lemma in {"front", "outskirt", "part", "entrance", "facade", "door", "vicinity", "side"}:
                prepositions.extend(c for c in reading.children[child] if reading.tokens[c].lemma == "of")
                continue
            span = reading.span_of(*noun_phrase(reading, child))
            phrase = phrase_of(reading, told.codebook, span)
            role = told.role_noun(phrase.lemmas) if phrase else None
            kind = set_fill("phys-tgt-type", phrase.words, phrase.lemmas, phrase.all_words) if phrase else None
            if (
                kind == "TRANSPORTATION ROUTE"
                or (role is not None and role.form == "person")
                or (role is not None and role.kind in STATE_ARMED)
            ):
                continue
            if (
                phrase
                and kind
                and token.lemma not in _TERRITORY
                and (token.lemma[:1].islower())
                and not token.entity.startswith(("DATE", "TIME", "GPE"))
            ):
                party = Party(
                    span.text, span.start, span.end, span.text, None, "facility" if role is None else role.kind, None
                )
                found.append(_thing(told, claim, party, phrase, kind))
    return found


def _counted(told: Told, claim: Claim) -> list[HumanTarget]:
    """Those whom only a figure speaks of: "left 10 dead", "and five wounded"."""
    effects = {"killed": "DEATH", "injured": "INJURY"}
    found = []
    for figure in claim.figures:
        if figure.counts not in effects or not figure.low or figure.part_of is not None:
            continue
        phrase = phrase_of(told.reading, told.codebook, figure)
        words = [word for word in (phrase.lemmas if phrase else ()) if word.isalpha()]
        head = words[-1] if words and phrase and phrase.head.part_of_speech == "NOUN" else "person"
        number = written_number(figure) or "PLURAL"
        text = (phrase.description if phrase and head != "person" else None) or "people"
        kind = {"military": "military", "civilian": "civilian"}.get(figure.population, "civilian")
        found.append(
            HumanTarget(
                None,
                text,
                head,
                set_fill("hum-tgt-type", words, words) or _type_by_kind(kind),
                number,
                None,
                frozenset({effects[figure.counts]}),
                kind,
                claim.sentence,
            )
        )
    return found


def _physical_type(told: Told, claim: Claim, party: Party, phrase: Phrase) -> str | None:
    """The type of a thing, or None for people."""
    if phrase.name:
        return None
    role = told.role_noun(phrase.lemmas)
    is_thing = party.kind == "facility" or (role is not None and role.form == "facility")
    if (
        not is_thing
        and (role is None or role.form in {"group", "organ"})
        and party.kind not in STATE_ARMED | ARMED_OPPOSITION
    ):
        is_thing = told.family(claim) in {"BOMBING", "ARSON"} or claim.event.mode == "destroy"
    if not is_thing:
        return None
    return set_fill("phys-tgt-type", phrase.words, phrase.lemmas, phrase.all_words) or "OTHER"


def _thing(told: Told, claim: Claim, party: Party, phrase: Phrase, kind: str) -> PhysicalTarget:
    words, number = set(phrase.lemmas), _number(claim, party, phrase)
    return PhysicalTarget(
        id=phrase.description or phrase.head.text,
        head=phrase.head.lemma,
        type=kind,
        number="1" if number == "PLURAL" and phrase.head.lemma in _ONE_THING else number,
        nation=phrase.nation,
        effect=told.physical_effect(claim),
        is_military=bool(words & _MILITARY_WORDS) or "air force" in " ".join(phrase.words) or party.kind == "military",
    )


def _persons(told: Told, claim: Claim, party: Party, phrase: Phrase) -> list[HumanTarget]:
    """The person of a phrase, with the name behind it; or a group, with the names of its members."""
    person = _person(told, claim, party, phrase)
    names = [] if person.name else names_in_apposition(told.reading, told.codebook, phrase.head)
    if not names:
        return [person]
    members = [replace(person, name=told.full_name(name), number="1") for name in names]
    return members if person.number == "1" else [person, *members]


def _person(told: Told, claim: Claim, party: Party, phrase: Phrase) -> HumanTarget:
    name = told.full_name(phrase.name) if phrase.name else None
    description = phrase.description
    if name is None and (bearer := _bearer(told, party, phrase)) is not None:
        name, description = bearer, description if phrase.head.part_of_speech == "NOUN" else None
    if name and not description:
        description = told.description_of(name)
    lemmas = list(phrase.lemmas) if not (name and description) else description.lower().split() + list(phrase.lemmas)
    kind = set_fill("hum-tgt-type", list(phrase.words), lemmas)
    return HumanTarget(
        name=name,
        description=description,
        head=phrase.head.lemma,
        type=kind or _type_by_kind(party.kind),
        number="1" if name else _number(claim, party, phrase),
        nation=phrase.nation,
        effects=told.human_effects(claim),
        kind=party.kind,
        sentence=claim.sentence,
    )


def _bearer(told: Told, party: Party, phrase: Phrase) -> str | None:
    """The name of the person whom a phrase without a name stands for: "the mayor", or a family name alone."""
    word = phrase.head.text
    if phrase.head.part_of_speech == "PROPN" and word.istitle() and word.isalpha():
        full = told.full_name(word)
        return full if " " in full else None
    words = party.name.split()
    is_name = len(words) > 1 and all(word[:1].isupper() and word.isalpha() for word in words)
    if party.id is not None or not is_name or party.name.upper() in " ".join(party.text.upper().split()):
        return None
    return told.full_name(party.name) if told.is_written(party.name) else None


def _known_by_name(told: Told, claim: Claim, party: Party) -> HumanTarget | None:
    """A pronoun that stands for somebody with a name, or for a phrase told before."""
    words = party.name.split()
    if not words or not words[0][:1].isupper() or party.id is not None:
        return None
    full = told.full_name(" ".join(word.title() if word.isupper() else word for word in words))
    if not told.is_written(full):
        return None
    description = told.description_of(full)
    kind = set_fill("hum-tgt-type", (description or "").lower().split(), (description or "").lower().split())
    return HumanTarget(
        full, description, words[-1].lower(), kind or _type_by_kind(party.kind), "1", None, told.human_effects(claim),
        party.kind, claim.sentence,
    )  # fmt: skip


def _type_by_kind(kind: str) -> str:
    return {
        "government": "GOVERNMENT OFFICIAL", "legislature": "GOVERNMENT OFFICIAL", "judiciary": "LEGAL OR JUDICIAL",
        "military": "ACTIVE MILITARY", "police": "LAW ENFORCEMENT", "intelligence": "LAW ENFORCEMENT",
        "party": "POLITICAL FIGURE", "opposition": "POLITICAL FIGURE",
    }.get(kind, "CIVILIAN")  # fmt: skip


def _number(claim: Claim, party: Party, phrase: Phrase) -> str:
    """The number of a target: from the figure on its words, else 1 or PLURAL by its noun."""
    figure = next((f for f in claim.figures if f.start < party.end and party.start < f.end and f.low), None)
    if figure is not None and (written := written_number(figure)):
        return written
    return "PLURAL" if phrase.is_plural or phrase.head.lemma in {"people", "group", "population", "family"} else "1"


def written_number(figure: Figure) -> str | None:
    """A figure as the templates write it: 50, 6-8, 6-, ~100; PLURAL for several or dozens."""
    low, high = figure.low, figure.high
    if low is None:
        return None
    if low == high:
        return str(low)
    if figure.qualifier and high is not None and low < high and _is_about(figure):
        return f"~{(low + high) // 2}"
    if high is None:
        is_exclusive = set((figure.qualifier or "").lower().split()) & {"more", "over"}
        return f"{low - 1 if is_exclusive else low}-"
    if not any(char.isdigit() for char in figure.text) and "between" not in figure.text.lower():
        return "PLURAL"
    return f"{low} - {high}"


def _is_about(figure: Figure) -> bool:
    words = (figure.qualifier or "").lower().split()
    return bool(set(words) & {"about", "around", "some", "approximately", "roughly", "nearly", "almost"})
