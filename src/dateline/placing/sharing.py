"""Claims of one sentence that share a place: "killing three and wounding five in X"."""

from dataclasses import replace

from dateline.model.claim import Claim
from dateline.model.place import Place
from dateline.placing.trees import Trees

# Across these a claim is another matter: what is said, and what is told of a noun.
_SEPARATING = frozenset({"ccomp", "relcl", "parataxis"})
_OTHER_TIME = frozenset(
    {
        "after", "before", "since", "until", "because", "although", "though", "if", "unless", "while", "whereas",
        "following", "follow", "despite", "without",
    }
)  # fmt: skip
_FARTHEST = 6
_SHARING = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "AID", "SANCTION"})


def shared(trees: Trees, places: dict[int, tuple[Place, ...]]) -> tuple[Claim, ...]:
    """The claims with their own places, or those of the nearest claim that the sentence joins them to."""
    return tuple(
        replace(claim, places=places[index] if index in places else _inherited(trees, places, index))
        for index, claim in enumerate(trees.claims)
    )


def _inherited(trees: Trees, places: dict[int, tuple[Place, ...]], index: int) -> tuple[Place, ...]:
    claim = trees.claims[index]
    if claim.event.plover not in _SHARING:
        return ()
    near: list[tuple[int, int]] = []
    for other in places:
        if (
            other == index
            or trees.claims[other].sentence != claim.sentence
            or trees.claims[other].event.plover not in _SHARING
            or (_is_told_as_fact(trees.claims[other]) and not _is_told_as_fact(claim))
        ):
            continue
        distance = _distance(trees, trees.heads[index], trees.heads[other])
        if distance is not None:
            near.append((distance, other))
    if not near:
        return ()
    moves = claim.event.plover == "RETREAT"
    return tuple(
        place if place.role != "target" else replace(place, role="where")
        for place in places[min(near)[1]]
        if place.role in {"where", "near", "target"} or moves
    )


def _is_told_as_fact(claim: Claim) -> bool:
    """Whether a claim is of what happened; what is planned or feared need not be where something was.

    The other way round it is: "launched an offensive to retake X".
    """
    return claim.status not in {"planned", "possible"}


def _distance(trees: Trees, one: int, other: int) -> int | None:
    """Steps in the tree between two triggers when one governs the other or both hang on one verb, else None."""
    up, down = _path(trees, one), _path(trees, other)
    common = next((index for index in up if index in down), None)
    if common is None:
        return None
    steps = up.index(common) + down.index(common)
    return steps if steps <= _FARTHEST else None


def _path(trees: Trees, index: int) -> list[int]:
    """The token and those above it, up to where another matter begins."""
    path = [index]
    tokens = trees.reading.tokens
    while tokens[index].head != index and not _separates(trees, index):
        index = tokens[index].head
        path.append(index)
    return path


def _separates(trees: Trees, index: int) -> bool:
    """Whether a clause tells another time or matter: what is said, a relative, "after", "since" or "because"."""
    token = trees.reading.tokens[index]
    if token.relation == "acl" and any(trees.claims[claim].event.plover == "ACCUSE" for claim in trees.at(index)):
        return True  # "a man accused of the murder was arrested in X"
    if token.relation in _SEPARATING:
        # "a bombardment which killed ten": the relative clause of an event tells the same event.
        return not (token.relation == "relcl" and trees.at(token.head))
    if token.relation == "prep":
        return token.lemma in _OTHER_TIME | {"over", "for"}  # "jailed over an attack in X"
    children = [trees.reading.tokens[child] for child in trees.reading.children[index]]
    return token.relation == "advcl" and any(
        child.relation in {"mark", "advmod"} and child.lemma in _OTHER_TIME for child in children
    )
