"""Topics: what a story is about besides conflict, by the words of each."""

from dataclasses import dataclass
from typing import cast

from dateline.codebook.tables import Row, Tables
from dateline.model.claim import PLOVER_TYPES, STATUSES, Plover, Status

CONFLICT = "conflict"
ALL_TYPES = "*"


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic's words, strong ones and weak ones, and what it means for a story's claims.

    Claims of the types `suppresses` are dropped, or get the status `becomes` unless that is None. `ratio` is how many
    times the points of conflict a story's points for the topic must be at least.
    """

    name: str
    suppresses: frozenset[Plover]
    becomes: Status | None
    ratio: float
    strong: frozenset[str]
    weak: frozenset[str]


def read_topics(tables: Tables) -> dict[str, Topic]:
    """The topics by name, the words of conflict among them; an overlay row replaces the shipped one."""
    topics: dict[str, Topic] = {}
    for row in tables.rows("triage.tsv", ("topic", "suppresses", "becomes", "ratio", "strong", "weak")):
        if row["topic"] in topics and not row.is_overlay:
            tables.problem(row, f"the topic {row['topic']!r} stands twice")
        topics[row["topic"]] = Topic(
            row["topic"],
            _types(tables, row),
            _status(tables, row),
            _ratio(tables, row),
            frozenset(row.list("strong")),
            frozenset(row.list("weak")) - frozenset(row.list("strong")),
        )
    if CONFLICT not in topics:
        tables.problems.append(f"triage.tsv: has no row {CONFLICT!r}")
    return topics


def _types(tables: Tables, row: Row) -> frozenset[Plover]:
    if row["suppresses"] == ALL_TYPES:
        return frozenset(PLOVER_TYPES)
    for name in row.list("suppresses"):
        if name not in PLOVER_TYPES:
            tables.problem(row, f"{name!r} is no PLOVER type; they are {', '.join(PLOVER_TYPES)}")
    return frozenset(cast(Plover, name) for name in row.list("suppresses"))


def _status(tables: Tables, row: Row) -> Status | None:
    if row["becomes"] in {"", "none"}:
        return None
    if row["becomes"] not in STATUSES:
        tables.problem(row, f"becomes must be none or one of {', '.join(STATUSES)}, not {row['becomes']!r}")
    return cast(Status, row["becomes"])


def _ratio(tables: Tables, row: Row) -> float:
    try:
        return float(row["ratio"] or 0)
    except ValueError:
        tables.problem(row, f"ratio must be a number, not {row['ratio']!r}")
        return 0
