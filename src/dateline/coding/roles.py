"""Who did it to whom: the phrases around a predicate, put into the roles that its frame gives them."""

from collections.abc import Callable

from dateline.codebook.frames import Frame, FrameRole
from dateline.coding.candidate import Candidate, Filler
from dateline.coding.predicates import Match
from dateline.coding.syntax.grammar import SUBJECTS, Homes, governing_verb, is_verbal
from dateline.coding.syntax.homes import Clause, clause_of
from dateline.coding.syntax.phrases import noun_phrase
from dateline.coding.syntax.subjects import doer_of, governor_of_preposition
from dateline.model.reading import Reading
from dateline.model.token import Token

KindOf = Callable[[int], str | None]
# Parties that act by force or order: what else stands before a participle rather suffers the act.
_DOERS = frozenset(
    {"military", "rebel", "police", "militia", "unidentified-armed", "criminal", "government", "intelligence"}
    | {"party", "opposition", "protester", "individual"}
)
# "the country's worst massacre": a territory that has an event is where it was.
_TERRITORY = frozenset({"country", "nation", "region", "state", "province", "city", "town", "world", "area", "capital"})
# "his murder", "the mayor's kidnapping": whoever has such an act suffered it, unless they bear arms or it says of whom.
_VICTIMS_COUNTS = frozenset({"killed", "injured", "abducted", "missing", "arrested", "freed"})
_ARMED = frozenset({"military", "police", "intelligence", "rebel", "militia", "unidentified-armed", "criminal"})
# The homes of one side of a meeting or a clash, and those that tell all of them.
_TO_THE_OTHER = frozenset({"with", "against"})
_TOWARDS = ("object", "dative", "with", "to")
_ALL_SIDES = frozenset({"between", "among", "possessor", "by", "modifier"})
_WIELDERS = _ARMED | {"government"}
# A modifier of an event noun that is one of these is what the act was done to: "school attack", "civilian casualties".
_SUFFERS = frozenset({"facility", "civilian", "refugee", "media", "medical", "education", "individual"})


def fill_roles(
    reading: Reading, match: Match, frames: dict[str, Frame], light_verbs: dict[str, str], kind_of: KindOf
) -> Candidate:
    """The candidate for a match, with its fillers in the order of the text; a head fills one role only."""
    frame = frames[match.predicate.frame]
    assignment = getattr(frame, match.clause.voice)
    clause = match.clause
    if clause.voice == "nominal":
        clause = _with_light_verb(reading, match, light_verbs)
    elif clause.voice == "active":
        clause = _with_doer(reading, match.head, _with_inner_object(reading, match), kind_of)
        clause = _with_refused(reading, match, clause, kind_of)
    words = set(match.tokens)
    found: dict[int, Filler] = {}
    for home, heads in clause.homes.items():
        role: FrameRole | None = assignment.get(home)
        if role is None:
            continue
        for head in heads:
            # "rebel attack" is a predicate of two words, one of which says who did it.
            names_party = home in {"possessor", "modifier"} and kind_of(head) in _DOERS
            if (head in words and not names_party) or head in found:
                continue
            if home == "possessor" and _is_territory(reading, head, match):
                continue
            wielders = _wielders(reading, head, match, kind_of) if role == "actor" and home in {"subject", "by"} else []
            for wielder in wielders:
                found.setdefault(wielder, Filler(role, home, wielder, *_phrase(reading, wielder, "modifier", words)))
            if wielders:
                continue
            actual: FrameRole | None = role
            if home == "modifier":
                actual = _modifier_role(role, kind_of(head))
            elif home == "possessor" and _is_victim(reading, match, clause, kind_of(head)):
                actual = "target"
            if actual is not None:
                found[head] = Filler(actual, home, head, *_phrase(reading, head, home, words))
    fillers = tuple(sorted(found.values(), key=lambda filler: filler.head))
    return Candidate(match.predicate, match.head, match.tokens[0], match.tokens[-1], clause.voice, fillers)


def _with_doer(reading: Reading, head: int, clause: Clause, kind_of: KindOf) -> Clause:
    """ "shelled the market killing six": where no comma stands the parser gives the participle to the market."""
    token = reading.tokens[head]
    if token.relation != "acl" or token.tag != "VBG" or reading.tokens[token.head].relation not in {"dobj", "pobj"}:
        return clause
    is_next = all(reading.tokens[between].head == head for between in range(token.head + 1, head))
    if is_next and any(kind_of(subject) in _DOERS for subject in clause.heads("subject")):
        return clause
    verb = governing_verb(reading, token.head)
    if verb is None:
        return clause
    around = clause_of(reading, verb)
    if around.voice == "active" and reading.tokens[verb].relation == "acl":
        around = _with_doer(reading, verb, around, kind_of)
    doers = around.heads("by") if around.voice == "passive" else around.heads("subject")
    return Clause(clause.voice, {**clause.homes, "subject": doers})


def _with_refused(reading: Reading, match: Match, clause: Clause, kind_of: KindOf) -> Clause:
    """ "refused to meet the envoy", "declined to give arms to Mali": what is refused is refused to a party of it."""
    if match.predicate.event.plover != "REJECT" or clause.heads("object"):
        return clause
    refused = [
        child
        for child in reading.children[match.head]
        if reading.tokens[child].relation == "xcomp" and reading.tokens[child].tag == "VB"
    ]
    inner = [clause_of(reading, verb) for verb in refused]
    parties = [head for one in inner for home in _TOWARDS for head in one.heads(home) if kind_of(head) is not None]
    return Clause(clause.voice, {**clause.homes, "object": parties}) if parties else clause


def _wielders(reading: Reading, head: int, match: Match, kind_of: KindOf) -> list[int]:
    """ "fired by rebel artillery", "army mortars hit the market": whoever has the weapon did it."""
    if match.predicate.event.plover not in {"ASSAULT", "COERCE"} or kind_of(head) is not None:
        return []
    return [
        child
        for child in reading.children[head]
        if child < head
        and reading.tokens[child].relation in {"compound", "amod", "nmod", "poss"}
        and kind_of(child) in _WIELDERS
    ]


def _is_territory(reading: Reading, head: int, match: Match) -> bool:
    """ "the country's worst massacre", "Syria's civil war": whose event it is tells where it was."""
    token = reading.tokens[head]
    return token.lemma in _TERRITORY or (match.predicate.frame == "mutual" and token.entity == "GPE")


def _phrase(reading: Reading, head: int, home: str, words: set[int]) -> tuple[int, int]:
    """The noun phrase, cut so that it does not reach over the predicate itself."""
    if home == "modifier" and reading.tokens[head].part_of_speech == "ADJ":
        return head, head
    first, last = noun_phrase(reading, head)
    words = words - {head}
    before = [word for word in words if first <= word < head]
    behind = [word for word in words if head < word <= last]
    return (max(before) + 1 if before else first), (min(behind) - 1 if behind else last)


def _modifier_role(role: FrameRole, kind: str | None) -> FrameRole | None:
    if kind is None:
        return None
    return "target" if role == "actor" and kind in _SUFFERS else role


def _is_victim(reading: Reading, match: Match, clause: Clause, kind: str | None) -> bool:
    counts = {counted for role, counted in match.predicate.counts if role == "target"}
    if not counts & _VICTIMS_COUNTS or any(_names_someone(reading, clause, home) for home in ("of", "against", "on")):
        return False
    return kind not in _ARMED or _names_someone(reading, clause, "by")


def _names_someone(reading: Reading, clause: Clause, home: str) -> bool:
    """Whether a home holds a party; "on Monday" holds none."""
    return any(reading.tokens[head].entity not in {"DATE", "TIME"} for head in clause.heads(home))


def _with_inner_object(reading: Reading, match: Match) -> Clause:
    """ "attempted to murder the mayor": the object of the last verb of a predicate in several words."""
    clause = match.clause
    inner = [index for index in match.tokens if index > match.head and is_verbal(reading.tokens[index])]
    if clause.heads("object") or not inner:
        return clause
    around = clause_of(reading, inner[-1])
    if around.voice != "active" or not around.heads("object"):
        return clause
    return Clause("active", {**clause.homes, "object": around.heads("object")})


def _with_light_verb(reading: Reading, match: Match, light_verbs: dict[str, str]) -> Clause:
    """The noun's clause with the parties of its light verb: "the coalition conducted 10 airstrikes on the town"."""
    homes: Homes = {home: list(heads) for home, heads in match.clause.homes.items()}
    verb = light_verb_of(reading, match.head, light_verbs)
    if verb is None:
        if match.predicate.frame == "mutual" and homes.keys() & _TO_THE_OTHER and not homes.keys() & _ALL_SIDES:
            homes["by"] = _partner(reading, match)
        return Clause("nominal", homes)
    around = clause_of(reading, verb)
    takes = _takes(reading, match.head, verb, light_verbs)
    doers = around.heads("by") if around.voice == "passive" else around.heads("subject")
    doers = [head for head in doers if head != match.head]
    # "the mayor's murder was carried out by two men"; a source that "gave a death toll" has nobody's death.
    is_shared = around.voice == "passive" or "possessor" not in homes
    if doers and takes in {"actor", "aspect"} and is_shared and match.predicate.frame != "undergo":
        homes.setdefault("by", doers)
    # "the army faces clashes with rebels"; "the army faces clashes in the west" are others'.
    if doers and takes == "target" and (match.predicate.frame != "mutual" or "with" in homes):
        homes.setdefault("against", doers)
    if takes == "both":  # "subjected villagers to torture", "were subjected to torture by"
        homes.setdefault("by", doers)
        homes.setdefault("of", around.heads("subject" if around.voice == "passive" else "object"))
    for home, heads in around.homes.items():
        if home not in {"subject", "object", "dative", "by", takes == "both" and "to"}:
            homes.setdefault(home, heads)
    return Clause("nominal", {home: heads for home, heads in homes.items() if heads})


def _partner(reading: Reading, match: Match) -> list[int]:
    """ "speaking after a meeting with colleagues, the minister said", "killed in clashes with the army": who is the
    other side."""
    preposition = reading.tokens[reading.tokens[match.head].head]
    verb = reading.tokens[preposition.head]
    if preposition.relation != "prep" or not is_verbal(verb):
        return []
    if match.predicate.event.plover == "CONSULT":
        return doer_of(reading, verb.index) if preposition.lemma in {"after", "at", "during", "in", "following"} else []
    return clause_of(reading, verb.index).heads("subject") if preposition.lemma in {"in", "during"} else []


def _takes(reading: Reading, noun: int, verb: int, light_verbs: dict[str, str]) -> str:
    preposition = reading.tokens[_first_of_list(reading, noun).head]
    key = f"{reading.tokens[verb].lemma} {preposition.lemma}"
    return light_verbs.get(key) or light_verbs.get(reading.tokens[verb].lemma, "none")


def _first_of_list(reading: Reading, noun: int) -> Token:
    token = reading.tokens[noun]
    while token.relation == "conj":
        above = reading.tokens[token.head]
        if is_verbal(above) and above.relation not in {"pobj", "dobj"}:
            break
        token = above
    return token


def light_verb_of(reading: Reading, noun: int, light_verbs: dict[str, str]) -> int | None:
    """The light verb that an event noun is the object or subject of, straight or through coordination.

    A verb that needs a preposition stands with it in the table: "resort to", "come under".
    """
    token = _first_of_list(reading, noun)
    above = reading.tokens[token.head]
    if token.relation == "pobj" and above.relation == "prep":
        verb = reading.tokens[governor_of_preposition(reading, above.index)]
        return verb.index if is_verbal(verb) and f"{verb.lemma} {above.lemma}" in light_verbs else None
    if token.relation not in {"dobj", "nsubjpass", "attr", *SUBJECTS}:
        return None
    if not is_verbal(above) or above.lemma not in light_verbs:
        return None
    return None if token.relation == "nsubj" and light_verbs[above.lemma] == "actor" else above.index
