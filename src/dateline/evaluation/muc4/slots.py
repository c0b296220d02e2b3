"""The slots of a MUC-4 template, their fills, and the template itself: for keys and responses alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# The slots that are scored, by the names of the official score reports, with their names in the keys.
SLOTS: dict[str, str] = {
    "inc-date": "INCIDENT: DATE",
    "inc-loc": "INCIDENT: LOCATION",
    "inc-type": "INCIDENT: TYPE",
    "inc-stage": "INCIDENT: STAGE OF EXECUTION",
    "inc-instr-id": "INCIDENT: INSTRUMENT ID",
    "inc-instr-type": "INCIDENT: INSTRUMENT TYPE",
    "perp-inc-cat": "PERP: INCIDENT CATEGORY",
    "perp-ind-id": "PERP: INDIVIDUAL ID",
    "perp-org-id": "PERP: ORGANIZATION ID",
    "perp-org-conf": "PERP: ORGANIZATION CONFIDENCE",
    "phys-tgt-id": "PHYS TGT: ID",
    "phys-tgt-type": "PHYS TGT: TYPE",
    "phys-tgt-num": "PHYS TGT: NUMBER",
    "phys-tgt-nation": "PHYS TGT: FOREIGN NATION",
    "phys-tgt-effect": "PHYS TGT: EFFECT OF INCIDENT",
    "phys-tgt-total-num": "PHYS TGT: TOTAL NUMBER",
    "hum-tgt-name": "HUM TGT: NAME",
    "hum-tgt-desc": "HUM TGT: DESCRIPTION",
    "hum-tgt-type": "HUM TGT: TYPE",
    "hum-tgt-num": "HUM TGT: NUMBER",
    "hum-tgt-nation": "HUM TGT: FOREIGN NATION",
    "hum-tgt-effect": "HUM TGT: EFFECT OF INCIDENT",
    "hum-tgt-total-num": "HUM TGT: TOTAL NUMBER",
}


@dataclass(frozen=True, slots=True)
class Fill:
    """One filler: its alternative wordings, and those of the filler of another slot that it refers to.

    A response has one wording and at most one reference. `is_optional` marks key fills that need not be given.
    """

    options: tuple[str, ...]
    references: tuple[str, ...] = ()
    is_optional: bool = False


def fill(value: str, reference: str | None = None) -> Fill:
    """A response's filler."""
    return Fill((value,), (reference,) if reference else ())


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: the fills of each slot; slots that are empty or do not apply have none."""

    fills: Mapping[str, tuple[Fill, ...]] = field(default_factory=dict)
    is_optional: bool = False

    def of(self, slot: str) -> tuple[Fill, ...]:
        """The fills of a slot."""
        return self.fills.get(slot, ())
