"""The versions of a report for people: which story renews which, what that changed, and earlier codings."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dateline.cli.render_claim import SHOWN_ID
from dateline.cli.render_rerun import change_lines
from dateline.cli.tables import UNKNOWN
from dateline.cli.terminal import show

if TYPE_CHECKING:
    from dateline.actions.versions import CodedBefore, Version, Versions

INDENT = 4


def print_versions(console: Console, found: "Versions") -> None:
    """Print the chain, the earliest first, what the story asked for was coded as before, and the sum."""
    for version in found.chain:
        show(console, _version(version, is_alone=len(found.chain) == 1))
    for one in found.coded_before:
        show(console, Padding(_coded_before(one), (1, 0, 0, 0)))
    copies = sum(len(version.copies) for version in found.chain)
    parts = [_counted(len(found.chain), "version", "versions"), _counted(copies, "copy", "copies")]
    if found.coded_before:
        parts.append(f"coded anew {_counted(len(found.coded_before), 'time', 'times')}")
    show(console, Text(f"\n{', '.join(parts)}"))


def _version(version: "Version", *, is_alone: bool) -> Group:
    head = Text(f"{version.story[:SHOWN_ID]}  ")
    published = (version.published or UNKNOWN).replace("T", " ")
    head.append(f"{published}  {version.outlet or 'no outlet named'}", style="bold")
    if not is_alone and version.is_latest:
        head.append("  latest", style="green")
    if version.is_asked and not is_alone:
        head.append("  asked for", style="cyan")
    return Group(head, Padding(Group(*_lines(version)), (0, 0, 0, INDENT)))


def _lines(version: "Version") -> Iterator[RenderableType]:
    yield Text(" ".join((version.headline or "(no headline)").split()))
    if version.link:
        yield Text(f"version of {version.link.of[:SHOWN_ID]}: {version.link.why}", style="dim")
        yield from (Text(change) for change in version.link.changed)
    yield Text(_counted(version.claims, "claim", "claims"), style="dim")
    if version.copies:
        yield Text(f"copied by {', '.join(copy[:SHOWN_ID] for copy in version.copies)}", style="dim")


def _coded_before(one: "CodedBefore") -> Group:
    head = Text(f"coded by {one.coder} until {one.until[:16].replace('T', ' ')} UTC; then", style="bold")
    if one.changes.are_none:
        return Group(head, Text(f"{' ' * INDENT}nothing changed in its claims"))
    return Group(head, Padding(change_lines(one.changes), (0, 0, 0, INDENT)))


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
