"""What a person decided about a field of a claim; it stands beside what the machine coded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from dateline.model.values import coded_item, list_of

CorrectionKind = Literal["accept", "edit", "reject", "add"]
Field = Literal["claim", "status", "type"]
FIELDS: tuple[Field, ...] = get_args(Field)
CODED_FIELDS: tuple[Field, ...] = ("status", "type")  # those that the machine gives a value
NO_EVENT = "none"  # the value of a claim that is rejected


@dataclass(frozen=True, slots=True)
class Correction:
    """A decision that stands, as in `corrections` of a claim's public JSON.

    `field` is one of FIELDS, or the key of a value (`model.values`). `value` is what holds now: of an `accept` the
    machine's, of an `edit` the person's, of an `add` one that the machine had missed, of a `reject` of the field
    `claim` ("this is no event") NO_EVENT; parties, places and the like are whole, and None when rejected. `at` is an
    instant.
    """

    field: str
    kind: CorrectionKind
    value: Any
    reason: str | None
    by: str
    at: str


def coded_value(claim: Mapping[str, Any], field: str) -> Any:
    """What the machine coded for the field of a claim, given as its public JSON; None when it coded nothing there."""
    if list_of(field):
        return coded_item(claim, field)
    return claim["event"]["plover"] if field == "type" else claim["status"]


def correction_of(claim: Mapping[str, Any], field: str) -> Mapping[str, Any] | None:
    """The correction that stands for the field of a claim, or None."""
    return next((one for one in claim.get("corrections", ()) if one["field"] == field), None)


def standing_value(claim: Mapping[str, Any], field: Field) -> str:
    """What holds for the status or type of a claim: a person's value before the machine's."""
    found = correction_of(claim, field)
    return str(found["value"] if found else coded_value(claim, field))
