"""Words that tie an act to its author: claims, admissions, denials and accusations of responsibility."""

from dataclasses import dataclass
from typing import cast, get_args

from dateline.codebook.tables import Tables
from dateline.model.party import Certainty


@dataclass(frozen=True, slots=True)
class Tie:
    """`words` are lemmas in order ("*" is a gap), `author` and `act` the homes where both stand."""

    words: tuple[str, ...]
    author: str
    act: str
    certainty: Certainty


def read_ties(tables: Tables) -> tuple[Tie, ...]:
    """The rows of `responsibility.tsv`, those of more words first."""
    ties: dict[tuple[str, str, str], Tie] = {}
    for row in tables.rows("responsibility.tsv", ("words", "author", "act", "certainty")):
        if row["certainty"] not in get_args(Certainty):
            tables.problem(row, f"certainty must be one of {', '.join(get_args(Certainty))}")
        key = (row["words"], row["author"], row["act"])
        if key in ties and not row.is_overlay:
            tables.problem(row, f"{row['words']!r} stands twice")
        ties[key] = Tie(tuple(row["words"].split()), row["author"], row["act"], cast(Certainty, row["certainty"]))
    return tuple(sorted(ties.values(), key=lambda tie: -len(tie.words)))
