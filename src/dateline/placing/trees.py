"""The claims of a story by the words of their triggers, and how far apart words of a sentence are in its grammar."""

from collections.abc import Iterator

from dateline.model.claim import Claim
from dateline.model.reading import Reading

# Between a verb and a trigger below it these relations keep to one event: "fighting continued", "came under attack".
_INNER = frozenset(
    {"nsubj", "nsubjpass", "dobj", "attr", "oprd", "acomp", "prep", "pobj", "conj", "xcomp", "agent", "pcomp"}
)


class Trees:
    """Claims found by token; `heads[i]` is the token of claim i's trigger that its other words hang on."""

    def __init__(self, reading: Reading, claims: tuple[Claim, ...]) -> None:
        self.reading = reading
        self.claims = claims
        self.heads: list[int] = []
        self.by_token: dict[int, list[int]] = {}
        for position, claim in enumerate(claims):
            indices = [token.index for token in reading.within(claim.trigger.start, claim.trigger.end)]
            inside = set(indices)
            outer = [index for index in indices if reading.tokens[index].head not in inside]
            outer.extend(index for index in indices if reading.tokens[index].head == index)
            self.heads.append(outer[0] if outer else -1)
            for index in indices:
                self.by_token.setdefault(index, []).append(position)

    def at(self, index: int) -> list[int]:
        """The claims whose trigger has this token."""
        return self.by_token.get(index, [])

    def below(self, verb: int) -> Iterator[int]:
        """The claims whose trigger stands in a phrase of a verb that reports nothing itself."""
        tokens = self.reading.tokens
        for position, head in enumerate(self.heads):
            if head < 0 or tokens[head].sentence != tokens[verb].sentence:
                continue
            current = head
            for _ in range(4):
                if tokens[current].relation not in _INNER or tokens[current].head == current:
                    break
                current = tokens[current].head
                if current == verb:
                    yield position
                    break
                if self.at(current):
                    break

    def said_under(self, verb: int) -> Iterator[int]:
        """The claims of what a reporting verb says: its complement and what is joined to that."""
        tokens = self.reading.tokens
        for position, head in enumerate(self.heads):
            if head < 0 or tokens[head].sentence != tokens[verb].sentence:
                continue
            current, clauses = head, 0
            for _ in range(6):
                clauses += tokens[current].relation == "ccomp"
                if tokens[current].relation in {"relcl", "acl"} or tokens[current].head == current:
                    break
                current = tokens[current].head
                if current == verb:
                    if clauses == 1:
                        yield position
                    break
