"""ACLED sub-events that a predicate leaves open, because they depend on who acts against whom."""

from dataclasses import dataclass

from dateline.codebook.tables import Tables
from dateline.model.claim import PLOVER_TYPES
from dateline.model.figure import COUNTS
from dateline.model.party import KINDS


@dataclass(frozen=True, slots=True)
class SubEventRule:
    """For events of a PLOVER type whose parties have these kinds; an empty set or string holds for all."""

    plover: str
    counts: str
    actors: frozenset[str]
    targets: frozenset[str]
    acled: str


def read_sub_events(tables: Tables) -> tuple[SubEventRule, ...]:
    """The rules of `acled.tsv`, in order."""
    rules: list[SubEventRule] = []
    for row in tables.rows("acled.tsv", ("plover", "counts", "actor", "target", "acled")):
        actors, targets = frozenset(row.list("actor")), frozenset(row.list("target"))
        if row["plover"] not in PLOVER_TYPES or (row["counts"] and row["counts"] not in COUNTS):
            tables.problem(row, f"unknown type {row['plover']!r} or counts {row['counts']!r}")
        for kind in sorted((actors | targets) - set(KINDS)):
            tables.problem(row, f"unknown kind {kind!r}; the kinds are {', '.join(KINDS)}")
        rules.append(SubEventRule(row["plover"], row["counts"], actors, targets, row["acled"]))
    return tuple(rules)
