"""Cues that change whether an event has happened: negation, intention, doubt, history."""

from dataclasses import dataclass
from functools import cached_property

from dateline.codebook.tables import Tables
from dateline.model.claim import STATUSES, Status

_LINKS = frozenset({"of", "from", "to", "off", "in", "on", "out", "as", "short"})
POSITIONS = frozenset({"modifier", "complement", "object", "preposition", "argument", "circumstance"})


@dataclass(frozen=True)
class StatusCues:
    """For each position the status that a cue gives; see `data/status.tsv` for the positions.

    A cue is a lemma, or for `object` a lemma and the preposition behind it ("call for").
    """

    modifier: dict[str, Status]
    complement: dict[str, Status]
    object: dict[str, Status]
    preposition: dict[str, Status]
    argument: dict[str, Status]
    circumstance: dict[str, Status]

    @cached_property
    def denying(self) -> frozenset[str]:
        """The words that deny, in whatever position; of "call off" each word."""
        tables = (self.modifier, self.complement, self.object, self.preposition, self.argument, self.circumstance)
        found = (cue for table in tables for cue, status in table.items() if status == "denied")
        return frozenset(word for cue in found for word in cue.split() if word not in _LINKS)


def read_status_cues(tables: Tables) -> StatusCues:
    """All cues of `status.tsv`."""
    cues: dict[str, dict[str, Status]] = {position: {} for position in POSITIONS}
    for row in tables.rows("status.tsv", ("cue", "position", "status")):
        if row["position"] not in POSITIONS or row["status"] not in STATUSES:
            tables.problem(row, f"position is one of {', '.join(sorted(POSITIONS))}, status of {', '.join(STATUSES)}")
            continue
        known = cues[row["position"]]
        if row["cue"] in known and not row.is_overlay:
            tables.problem(row, f"the cue {row['cue']!r} stands twice as {row['position']}")
        known[row["cue"]] = row["status"]
    return StatusCues(**cues)
