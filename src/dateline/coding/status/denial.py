"""What a denial leaves standing: the act, when only who did it is denied."""

from dateline.coding.syntax.grammar import is_verbal
from dateline.model.reading import Reading

_DENIALS = frozenset({"deny", "disclaim", "disavow", "disown"})
# "denied any involvement in the bombing": what is denied is a part in it.
_PARTS = frozenset({
    "involvement", "responsibility", "role", "part", "hand", "participation", "complicity", "link", "connection",
    "knowledge", "authorship", "blame", "anything",
})  # fmt: skip
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "'s"})


def leaves_act_standing(reading: Reading, head: int) -> bool:
    """Whether the predicate at `head` has happened although what stands over it is denied.

    "denied carrying out the strike that killed 12", "denied involvement in the bombing": the strike, the deaths and
    the bombing are taken for granted, the author is disputed. "denied that it had bombed the town", "denied an
    attack": the act itself is denied.
    """
    if _is_denied_gerund(reading, head):
        return True
    path = _path_to_denial(reading, head)
    if path is None:
        return False
    in_relative_clause = any(reading.tokens[index].relation == "relcl" for index in (head, *path))
    if not in_relative_clause and not _is_definite_noun(reading, head):
        return False
    return all(_lets_through(reading, index, head) for index in path)


def is_aside(reading: Reading, head: int) -> bool:
    """Whether a predicate only tells which place is meant: "denied there were rebels in the village where two died"."""
    return any(
        reading.tokens[index].relation == "relcl"
        and any(reading.tokens[child].lemma == "where" for child in reading.children[index])
        for index in (head, *reading.ancestors(head))
    )


def _path_to_denial(reading: Reading, head: int) -> list[int] | None:
    """The tokens between a predicate and the verb of denying over it, or None without one."""
    path: list[int] = []
    for index in reading.ancestors(head):
        if reading.tokens[index].lemma in _DENIALS and is_verbal(reading.tokens[index]):
            return path
        path.append(index)
    return None


def _lets_through(reading: Reading, index: int, head: int) -> bool:
    """Whether a word on the way leaves the act alone: "that it had" and "reports of" are about the act itself."""
    token = reading.tokens[index]
    if token.part_of_speech == "NOUN":
        return token.lemma in _PARTS or _carries(reading, index, head)
    return not is_verbal(token) or all(reading.tokens[child].relation != "mark" for child in reading.children[index])


def _is_denied_gerund(reading: Reading, head: int) -> bool:
    """ "The group denied carrying out the strike": the strike stands, that the group did it is denied."""
    token = reading.tokens[head]
    own = {reading.tokens[child].relation for child in reading.children[head]}
    if token.tag != "VBG" or own & {"nsubj", "nsubjpass", "neg"} or token.head == token.index:
        return False
    return token.relation in {"xcomp", "ccomp", "pcomp", "dobj"} and reading.tokens[token.head].lemma == "deny"


def _carries(reading: Reading, noun: int, head: int) -> bool:
    """Whether the predicate stands in the relative clause of a definite noun: "the strike that killed 12"."""
    inner = [child for child in reading.children[noun] if reading.tokens[child].relation == "relcl"]
    is_inside = any(head == child or child in reading.ancestors(head) for child in inner)
    return is_inside and _is_definite_noun(reading, noun)


def _is_definite_noun(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return token.part_of_speech in {"NOUN", "PROPN"} and any(
        reading.tokens[child].text.lower() in _DEFINITE or reading.tokens[child].relation == "poss"
        for child in reading.children[index]
    )
