"""What commands print for programs: one JSON object a line."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dateline.cli.terminal import output_for_programs
from dateline.exports.json_lines import json_line

if TYPE_CHECKING:
    from dateline.ledger.queries import ClaimRow


def print_json(record: Mapping[str, Any]) -> None:
    """Print one line."""
    output_for_programs().write(json_line(record))


def claim_object(row: "ClaimRow") -> dict[str, Any]:
    """A claim in the shape of the public JSON, with the story that makes it."""
    story = {"id": row.story_id} | {name: getattr(row, name) for name in ("outlet", "credit", "headline", "published")}
    story |= {"link": row.link and asdict(row.link), "renewed_by": row.renewed_by}
    return {**row.record, "story": story, "added_at": row.added_at}
