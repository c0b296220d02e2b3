"""Who a phrase is, before it becomes a Party: name, country, kind, id, and the words it was taken from."""

from dataclasses import dataclass

from dateline.model.party import Kind
from dateline.model.span import Span

STATE_KINDS: frozenset[Kind] = frozenset(
    {"government", "legislature", "judiciary", "military", "intelligence", "police"}
)
ARMED_NON_STATE: frozenset[Kind] = frozenset({"rebel", "militia", "criminal", "unidentified-armed"})


@dataclass(frozen=True, slots=True)
class Identity:
    """What a Party says beside its own words.

    `evidence` is where the antecedent stands when name, country, kind and id were taken from one; `is_named` tells
    proper names from descriptions ("Taliban" from "insurgents"); `is_person` people from groups.
    """

    name: str
    country: str | None
    kind: Kind
    id: str | None = None
    evidence: Span | None = None
    is_named: bool = False
    is_person: bool = False

    def is_same(self, other: "Identity") -> bool:
        """Whether two phrases name one party."""
        return (self.id or self.name.lower(), self.country) == (other.id or other.name.lower(), other.country)
