"""Which claims a mention is a place of: read from the words between the two."""

from dataclasses import dataclass

from dateline.codebook.place_words import PlaceWords
from dateline.model.place import PlaceRole
from dateline.model.reading import Reading
from dateline.model.token import Token
from dateline.placing.mention import Mention
from dateline.placing.roles import MODIFIERS, SUBJECTS, VIOLENT, Way, role_in
from dateline.placing.trees import Trees

# What is agreed or offered in a clause below these lies elsewhere: "agreed to open an office in X".
_OF_WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "CONCEDE"})
_OTHER_TIMES = frozenset({"after", "before", "since", "following", "despite"})
_CAPITAL = 3


@dataclass(frozen=True, slots=True)
class Belonging:
    """A claim (by index) that a mention belongs to, and its role there."""

    claim: int
    role: PlaceRole


def belongings(trees: Trees, mention: Mention, words: PlaceWords) -> list[Belonging]:
    """The claims a mention is a place of; none when it is a home, a speaker's town or a party.

    In "gunmen raided the school in the town of X" X is where the raid was; in "a soldier based in X said" it is
    nothing; in "fled into X" it is a destination.
    """
    if mention.is_embedded or mention.is_home:
        return []
    reading = trees.reading
    token = _outermost(reading, mention.head)
    above = reading.tokens[token.head]
    if token.relation in {"pobj", "pcomp"} and above.index != token.index:
        preposition, governor = _preposition(reading, above)
        if preposition == "by" and governor is not None and governor.lemma in words["passing"]:
            preposition = "near"  # "a patrol passing by X"
        if preposition == "between" and governor is not None and governor.lemma in words["line"] and not mention.vague:
            preposition = "near"  # "on the road between X and Y"
        if governor is None:
            return _of_clause(trees, mention, Way(preposition, "prep", True), token, words)
        found = _attached(trees, mention, preposition, governor, words)
        return found + [one for one in _relative(trees, mention) if one.claim not in {other.claim for other in found}]
    return _bare(trees, mention, token, above, words)


def _outermost(reading: Reading, head: int) -> Token:
    """The first of a coordination or apposition, whose place in the sentence the others share."""
    token = reading.tokens[head]
    if token.text == "here" and reading.tokens[token.head].part_of_speech in {"NOUN", "PROPN"}:
        token = reading.tokens[token.head]  # "at X Square here"
    for _ in range(6):
        above = reading.tokens[token.head]
        is_noun = above.part_of_speech in {"NOUN", "PROPN"} or (above.text[:1].isupper() and above.relation == "pobj")
        if token.relation not in {"conj", "appos"} or not is_noun:
            break
        token = above
    return token


def _preposition(reading: Reading, token: Token) -> tuple[str, Token | None]:
    """The preposition that counts and the word it hangs on: "out of X" means from, "south of X" near."""
    lemma = token.lemma
    above = reading.tokens[token.head]
    while above.index != token.index:
        if above.part_of_speech in {"ADP", "SCONJ"} and token.relation in {"prep", "pcomp"}:
            if above.lemma in {"from", "out"}:
                lemma = "from"
            elif above.lemma in {"into", "near", "outside", "around"}:
                lemma = above.lemma
        elif above.part_of_speech in {"ADV", "ADJ"} and token.relation == "prep":
            if above.lemma in {
                "close",
                "next",
                "adjacent",
                "north",
                "south",
                "east",
                "west",
                "northeast",
                "northwest",
                "southeast",
                "southwest",
            }:
                lemma = "near"
            elif above.part_of_speech == "ADJ":
                return lemma, above
        else:
            return lemma, above
        token, above = above, reading.tokens[above.head]
    return lemma, None


def _attached(trees: Trees, mention: Mention, preposition: str, governor: Token, words: PlaceWords) -> list[Belonging]:
    """Walks up from the word a prepositional phrase hangs on to the trigger it tells the place of."""
    reading = trees.reading
    token, is_direct, crossed = governor, True, False
    for _ in range(10):
        if claims := trees.at(token.index):
            if crossed:
                claims = [claim for claim in claims if trees.claims[claim].event.plover not in _OF_WORDS]
            if _is_talked_of(trees, token, mention, words):
                return []
            way = Way(preposition, "prep", is_direct)
            return _roles(trees, claims, mention, way, words)
        above = reading.tokens[token.head]
        if is_clause(token):
            found = _of_verb(trees, mention, preposition, token, is_direct, words)
            if found is not None:
                return found
            crossed = True
        elif token.lemma in words["talk"] and _is_before_or_after(reading, token):
            return []  # "the war ended after talks in X"
        elif is_direct and mention.offset is None and _is_home_of(token, preposition):
            return []
        elif above.lemma == "with" and not is_direct and preposition in words["where"]:
            return []  # "a flight with stops in X was hijacked"
        elif above.part_of_speech in {"ADP", "SCONJ"}:
            _, outer = _preposition(reading, above)
            if outer is None:
                return []
            above = outer
        elif token.relation in MODIFIERS:
            return []
        if above.index == token.index:
            return []
        token, is_direct = above, False
    return []


def _is_before_or_after(reading: Reading, noun: Token) -> bool:
    above = reading.tokens[noun.head]
    return noun.relation in {"pobj", "pcomp"} and above.lemma in _OTHER_TIMES


def _is_talked_of(trees: Trees, trigger: Token, mention: Mention, words: PlaceWords) -> bool:
    """Whether a trigger is what talks or a statement are about, and the place a town of talks: "talks on war in X"."""
    if mention.name.lower() not in words["seat"]:
        return False
    above = [trees.reading.tokens[index] for index in trees.reading.ancestors(trigger.index)][:4]
    return any(token.lemma in words["talk"] and token.part_of_speech == "NOUN" for token in above)


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause; the parser tags some nouns as verbs ("airstrikes"), not their relations."""
    return token.part_of_speech in {"VERB", "AUX"} and token.relation not in {"pobj", "nsubj", "nsubjpass", "compound"}


def _of_verb(
    trees: Trees, mention: Mention, preposition: str, verb: Token, is_direct: bool, words: PlaceWords
) -> list[Belonging] | None:
    """A place that hangs on a verb which is no trigger: its claims, or None to go on upwards."""
    reading = trees.reading
    is_where = preposition in words["where"] | words["near"]
    if verb.lemma in words["reporting"] and any(
        reading.tokens[child].relation == "ccomp" for child in reading.children[verb.index]
    ):
        is_fronted = mention.first < verb.index and mention.first - reading.sentences[verb.sentence].first <= 8
        said = list(trees.said_under(verb.index))
        if is_fronted and is_direct and is_where and not _is_seat(mention, words):
            return [Belonging(claim, "where") for claim in said]
        # "said on X one of their buildings in Y was hit": the parser gave the clause's subject to "said".
        inside = [claim for claim in said if verb.index < mention.first < trees.heads[claim]]
        if inside and not is_direct and not any(_has_subject(reading, trees.heads[claim]) for claim in inside):
            return _roles(trees, inside, mention, Way(preposition, "prep", False), words)
        return []
    if not is_where and (preposition not in words["away"] or verb.relation == "acl"):
        return []  # "a convoy travelling from X was ambushed": the way of the convoy
    claims = list(trees.below(verb.index))
    if claims:
        return _roles(trees, claims, mention, Way(preposition, "prep", False), words)
    if verb.relation in {"acl", "relcl"}:
        return [] if verb.lemma in words["seated"] else None
    return None if verb.relation in {"xcomp", "advcl", "pcomp", "prep"} else []


def _has_subject(reading: Reading, verb: int) -> bool:
    return any(reading.tokens[child].relation in SUBJECTS for child in reading.children[verb])


def _is_seat(mention: Mention, words: PlaceWords) -> bool:
    """A town that speakers speak from: a capital, or the seat of an organisation."""
    return mention.name.lower() in words["seat"] or any(
        candidate.capital == _CAPITAL for candidate in mention.candidates[:2]
    )


def _is_home_of(noun: Token, preposition: str) -> bool:
    """ "gunmen from X", "the people of X", "analyst Y in X": where a party lives, not where something happens."""
    if preposition in {"from", "of"}:
        return True
    return noun.part_of_speech == "PROPN" and noun.entity in {"PERSON", "ORG", "NORP"}


def _relative(trees: Trees, mention: Mention) -> list[Belonging]:
    """ "in the city of X, where the mayor was kidnapped": the place is that of the clause behind it."""
    reading = trees.reading
    found: list[Belonging] = []
    family = {*range(mention.first, mention.last + 1), mention.head}
    for position, head in enumerate(trees.heads):
        current = head
        while current >= 0 and reading.tokens[current].relation in {"conj", "xcomp"}:
            current = reading.tokens[current].head
        if current < 0 or reading.tokens[current].relation != "relcl" or reading.tokens[current].head not in family:
            continue
        if any(reading.tokens[child].text.lower() == "where" for child in reading.children[current]):
            found.append(Belonging(position, "where"))
    return found


def _of_clause(trees: Trees, mention: Mention, way: Way, token: Token, words: PlaceWords) -> list[Belonging]:
    """A headline or fragment whose root is the preposition: the claims of that sentence."""
    sentence = token.sentence
    claims = [index for index, claim in enumerate(trees.claims) if claim.sentence == sentence]
    return _roles(trees, claims, mention, way, words) if way.preposition in words["where"] else []


def _bare(trees: Trees, mention: Mention, token: Token, above: Token, words: PlaceWords) -> list[Belonging]:
    """A place without a preposition: subject, object, or a noun in front of another."""
    reading = trees.reading
    way = Way(None, token.relation, True)
    relative = _relative(trees, mention)
    if token.relation in MODIFIERS and not trees.at(above.index):
        return []
    claims = trees.at(above.index)
    if not claims and token.relation in SUBJECTS and above.lemma in words["suffering"]:
        claims = list(trees.below(above.index))
        return [Belonging(claim, "target") for claim in claims if trees.claims[claim].event.plover in VIOLENT]
    if not claims and token.relation == "dobj" and above.relation in {"xcomp", "conj"}:
        claims = trees.at(above.head)
        way = Way(None, token.relation, False)
    found = _roles(trees, claims, mention, way, words)
    if token.relation == "npadvmod" and not found and reading.tokens[above.head].index in trees.by_token:
        found = [Belonging(claim, "where") for claim in trees.at(above.head)]
    return found or relative


def _roles(trees: Trees, claims: list[int], mention: Mention, way: Way, words: PlaceWords) -> list[Belonging]:
    return [
        Belonging(position, role)
        for position in claims
        if (role := role_in(trees.claims[position], trees, position, way, mention, words))
    ]
