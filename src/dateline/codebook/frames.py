"""Frames: the grammatical homes of a predicate's parties."""

from dataclasses import dataclass
from typing import Literal, cast, get_args

from dateline.codebook.tables import Row, Tables

FrameRole = Literal["actor", "target", "instrument"]
ROLES: tuple[str, ...] = get_args(FrameRole)


@dataclass(frozen=True, slots=True)
class Frame:
    """For each voice the role that each home gives; a home is "subject", "object", "dative", "possessor", "modifier"
    or a preposition. See `data/frames.tsv` for what each frame is for."""

    name: str
    active: dict[str, FrameRole]
    passive: dict[str, FrameRole]
    nominal: dict[str, FrameRole]


def read_frames(tables: Tables) -> dict[str, Frame]:
    """All frames by name."""
    frames: dict[str, Frame] = {}
    for row in tables.rows("frames.tsv", ("frame", "active", "passive", "nominal")):
        if row["frame"] in frames and not row.is_overlay:
            tables.problem(row, f"the frame {row['frame']!r} stands twice")
        frames[row["frame"]] = Frame(
            row["frame"], _homes(tables, row, "active"), _homes(tables, row, "passive"), _homes(tables, row, "nominal")
        )
    return frames


def _homes(tables: Tables, row: Row, column: str) -> dict[str, FrameRole]:
    homes: dict[str, FrameRole] = {}
    for pair in row[column].split():
        home, _, role = pair.partition("=")
        if role not in ROLES:
            tables.problem(row, f"{pair!r} is not home=role with a role of {', '.join(ROLES)}")
        else:
            homes[home] = cast(FrameRole, role)
    return homes
