"""List the corrections of a ledger, and hand them on as sentences to train with."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dateline.actions.whole_file import whole_file
from dateline.model.record import Record
from dateline.model.values import list_of
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.corrections import CorrectionRow


@dataclass(frozen=True, slots=True)
class TrainingExported:
    """How many sentences were written, and how many were left out, for which of the two reasons.

    `values` counts the decisions about single values, which no sentence tells: the model learns none of them.
    """

    written: int
    undecided: int
    overlapping: int
    values: int


def corrections(
    settings: Settings | None = None, limit: int | None = None, *, is_all: bool = False
) -> "tuple[list[CorrectionRow], int]":
    """The corrections that stand, the last first, and how many there are; `is_all` adds those that stand no more.

    Raises LedgerError.
    """
    from dateline.ledger.corrections import count_history, history
    from dateline.ledger.open import open_ledger

    with open_ledger((settings or Settings()).ledger).reading() as connection:
        return history(connection, limit, is_all=is_all), count_history(connection, is_all=is_all)


def export_training(out: TextIO | Path, settings: Settings | None = None) -> TrainingExported:
    """Write the sentences whose claims are decided, marked as `training/GUIDELINES.md` has it; equal lines once.

    A file is there whole or not at all. Raises LedgerError, and ResourceError when the file cannot be written.
    """
    from dateline.exports.training_lines import HEAD, LeftOut, training_lines
    from dateline.ledger.open import open_ledger
    from dateline.ledger.queries import decided_stories

    seen: set[str] = set()
    left_out, values = dict.fromkeys(LeftOut, 0), 0
    with open_ledger((settings or Settings()).ledger).reading() as connection, whole_file(out) as file:
        file.write(HEAD)
        for record in decided_stories(connection):
            values += sum(list_of(one["field"]) is not None for one in _corrections_of(record))
            for line in training_lines(record):
                if isinstance(line, LeftOut):
                    left_out[line] += 1
                elif line not in seen:
                    seen.add(line)
                    file.write(f"{line}\n")
    return TrainingExported(len(seen), left_out[LeftOut.UNDECIDED], left_out[LeftOut.OVERLAPPING], values)


def _corrections_of(record: Record) -> Iterator[Record]:
    return (one for claim in record["claims"] for one in claim.get("corrections", ()))
