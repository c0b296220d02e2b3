"""What is said below places that lie in disputed territory: which territories, by which view, and no opinion."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from dateline.exports.wording import NO_OPINION

if TYPE_CHECKING:
    from rich.console import Console


def print_borders_note(console: "Console", places: Iterable[Mapping[str, Any]]) -> None:
    """Print the note when one of the places, as public JSON, is disputed."""
    from rich.padding import Padding
    from rich.text import Text

    from dateline.cli.terminal import show

    if note := borders_note(places):
        show(console, Padding(Text(note, style="dim"), (1, 0, 0, 0)))


def borders_note(places: Iterable[Mapping[str, Any]]) -> str:
    """The note, or nothing. Example: "Disputed (view of borders: neutral): Crimea. Names and borders express ..."."""
    disputes = [place["disputed"] for place in places if place.get("disputed")]
    if not disputes:
        return ""
    views = ", ".join(sorted({one["view"] for one in disputes}))
    territories = ", ".join(sorted({one["territory"] for one in disputes}))
    return f"Disputed (view of borders: {views}): {territories}. {NO_OPINION}"


def places_of(claims: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The places of claims as public JSON."""
    return [place for claim in claims for place in claim["places"]]
