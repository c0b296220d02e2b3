"""Who acts, and who is acted upon."""

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.model.span import Span

Kind = Literal[
    "government", "legislature", "judiciary", "military", "intelligence", "police", "militia", "rebel",
    "unidentified-armed", "criminal", "party", "opposition", "civilian", "refugee", "protester", "media", "medical",
    "education", "religious", "ethnic", "business", "labour", "civil-society", "ngo", "igo", "facility", "individual",
    "other",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
Certainty = Literal["fact", "claimed", "accused", "suspected", "possible", "denied"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)


@dataclass(frozen=True, slots=True)
class Party(Span):
    """A party of a claim; the span is its noun phrase.

    `name` is the resolved name ("Taliban"), `country` ISO 3166-1 alpha-3 or None, `id` an id of the codebook or None;
    `certainty` says how sure the report is that this party did it, and is None for targets.
    """

    name: str
    country: str | None
    kind: Kind
    id: str | None
    certainty: Certainty | None = None
