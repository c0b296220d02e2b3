"""Which claim a mention belongs to, and as what: read from the words between the two."""

from dataclasses import dataclass

from dateline.gazetteer.words import PlaceWords
from dateline.model.claim import Claim
from dateline.model.place import PlaceRole
from dateline.model.reading import Reading
from dateline.placing.mention import Mention
from dateline.placing.phrases import BORDERS

SPEECH = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
VIOLENT = frozenset({"ASSAULT", "COERCE"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})
_TARGETING = frozenset({"of", "on", "against", "upon", "at"})
_CLAUSES = frozenset({"ccomp", "relcl"})


@dataclass(frozen=True, slots=True)
class Belonging:
    """The claim (by index) that a mention belongs to and its role there; `steps` is how far apart they are."""

    claim: int
    role: PlaceRole
    steps: int


class Trees:
    """The claims of a story by the tokens of their triggers."""

    def __init__(self, reading: Reading, claims: tuple[Claim, ...]) -> None:
        self.reading = reading
        self.claims = claims
        self.by_token: dict[int, list[int]] = {}
        self.heads: list[int] = []
        for position, claim in enumerate(claims):
            tokens = reading.within(claim.trigger.start, claim.trigger.end)
            indices = [token.index for token in tokens]
            inside = set(indices)
            head = next(
                (index for index in indices if reading.tokens[index].head not in inside), indices[0] if indices else -1
            )
            self.heads.append(head)
            for index in indices:
                self.by_token.setdefault(index, []).append(position)


def belonging(trees: Trees, mention: Mention, words: PlaceWords) -> list[Belonging]:
    """The claims a mention is a place of; usually one, none when it is a home, a speaker's town or a party.

    In "gunmen raided the school in the town of X" X is where the raid was; in "a soldier based in X said" it is
    nothing; in "fled into X" a destination.
    """
    if mention.is_embedded or mention.is_home:
        return []
    reading = trees.reading
    current = mention.head
    preposition: str | None = None
    relation: str | None = None
    passed_verb = False
    for steps in range(14):
        token = reading.tokens[current]
        if steps and current in trees.by_token:
            role_found = [
                Belonging(position, role, steps)
                for position in trees.by_token[current]
                if (
                    role := role_in(
                        trees.claims[position],
                        reading,
                        trees.heads[position],
                        relation,
                        preposition,
                        mention,
                        words,
                        passed_verb,
                    )
                )
            ]
            if role_found:
                return role_found
            if relation in {"nsubj", "poss"}:
                return []
        above = reading.tokens[token.head]
        if above.index == current:
            return []
        if token.relation in {"pobj", "pcomp"} and above.part_of_speech in {"ADP", "SCONJ", "ADV", "VERB"}:
            if preposition is None or preposition == "of":
                preposition = _outer_preposition(reading, above.index)
        elif (
            token.relation == "prep"
            and above.part_of_speech in {"NOUN", "PROPN", "PRON", "NUM"}
            and above.index not in trees.by_token
        ):
            if _is_home_of(reading, above.index, preposition, words):
                return []
        elif token.relation in {"acl", "relcl"} and above.index not in trees.by_token:
            if token.lemma in words["seated"] and _is_party_noun(reading, above.index, words):
                return []
            passed_verb = True
        elif token.relation in {"compound", "poss", "amod", "nmod"} and above.lemma in words["people"]:
            return []
        if token.relation in _CLAUSES and above.lemma in words["reporting"] and above.index not in trees.by_token:
            return []
        if relation is None or (preposition is None and token.relation not in {"appos", "conj"}):
            relation = token.relation
        if token.part_of_speech in {"VERB", "AUX"} and current != mention.head:
            passed_verb = True
        current = above.index
    return []


def _outer_preposition(reading: Reading, index: int) -> str:
    """ "from inside X" and "out of X" mean from; "close to X" means near."""
    token = reading.tokens[index]
    above = reading.tokens[token.head]
    lemma = token.lemma
    if lemma == "to" and above.lemma in {"close", "next", "adjacent"}:
        return "near"
    if above.part_of_speech == "ADP" and token.relation in {"prep", "pcomp"} and above.lemma in {"from", "into", "out"}:
        return "from" if above.lemma in {"from", "out"} else "into"
    return lemma


def _is_party_noun(reading: Reading, index: int, words: PlaceWords) -> bool:
    token = reading.tokens[index]
    return (
        token.entity in {"PERSON", "ORG", "NORP"} or token.lemma in words["people"] or token.part_of_speech == "PROPN"
    )


def _is_home_of(reading: Reading, noun: int, preposition: str | None, words: PlaceWords) -> bool:
    """ "gunmen from X", "analyst Y in X", "a spokesman in X": where a party lives, not where something happens."""
    if preposition == "from":
        return True
    if preposition == "of":
        return _is_party_noun(reading, noun, words)
    return reading.tokens[noun].entity == "PERSON" and reading.tokens[noun].part_of_speech == "PROPN"


def role_in(
    claim: Claim,
    reading: Reading,
    head: int,
    relation: str | None,
    preposition: str | None,
    mention: Mention,
    words: PlaceWords,
    passed_verb: bool,
) -> PlaceRole | None:
    """The role that a preposition, or a place in the grammar without one, gives under a claim's trigger."""
    start, end = reading.tokens[mention.first].start, reading.tokens[mention.last].end
    if any(
        party.start < end and start < party.end and party.end - party.start <= end - start + 4 for party in claim.actors
    ):
        if preposition in {None, "by"}:
            return None
    if claim.event.plover in SPEECH:
        return None
    lemma = reading.tokens[head].lemma
    moving = (
        claim.event.plover == "RETREAT"
        or any(word in words["moving"] for word in claim.trigger.text.lower().split())
        or lemma in words["moving"]
    )
    is_country = bool(mention.candidates) and mention.candidates[0].kind == "country"
    if preposition is None:
        return _bare_role(claim, relation, lemma, moving, is_country, mention, words)
    if mention.offset is not None and preposition in {"of", "from"}:
        return "near"
    if preposition in words["near"] or preposition in {"near"}:
        return "near"
    if preposition in {"toward", "towards", "into", "to", "onto"}:
        if moving:
            return "destination"
        return (
            "target"
            if claim.event.plover in VIOLENT and preposition == "into"
            else (
                "destination"
                if preposition != "to" or not is_country
                else "destination"
                if claim.event.plover in {"AID", "RETREAT", "MOBILIZE"}
                else None
            )
        )
    if preposition == "from":
        return "origin" if moving or claim.event.plover in VIOLENT | {"AID", "MOBILIZE"} else None
    if preposition in words["through"] and (moving or preposition in {"via", "through"}):
        return "via" if preposition != "over" else "where"
    if preposition in _TARGETING:
        if preposition == "at":
            return "where"
        if claim.event.plover not in VIOLENT:
            return (
                ("where" if preposition == "on" else "origin" if moving and preposition == "of" else None)
                if not is_country
                else None
            )
        return "target"
    if preposition in words["where"]:
        return "where"
    if preposition == "between":
        return None if not mention.vague else "where"
    if preposition in {"by", "with", "than", "as", "for", "about", "against", "without", "like", "despite"}:
        return None
    return "where"


def _bare_role(
    claim: Claim, relation: str | None, lemma: str, moving: bool, is_country: bool, mention: Mention, words: PlaceWords
) -> PlaceRole | None:
    """A place without a preposition: the object, the subject of a passive, or a noun before a noun."""
    if relation in _OBJECTS:
        if mention.vague == "border" or lemma in words["passing"]:
            return "via"
        if lemma in words["leaving"]:
            return "origin"
        if lemma in words["reaching"] or moving:
            return "destination" if relation == "dobj" else "where"
        return "target" if claim.event.plover in VIOLENT else None
    if relation in {"compound", "poss", "nmod", "amod"}:
        return None if is_country or claim.event.plover not in VIOLENT | {"PROTEST"} or relation == "poss" else "where"
    if relation in {"npadvmod", "advmod"}:
        return "where"
    return None


def crosses_border(mention: Mention, reading: Reading) -> bool:
    """Whether a mention is a border."""
    return reading.tokens[mention.head].lemma in BORDERS
