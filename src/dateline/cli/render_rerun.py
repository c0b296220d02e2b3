"""What a rerun changes, for people: claims gone, new and changed, and the sum of it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.actions.changed import field_of
from dateline.cli.render_claim import SHOWN_ID
from dateline.cli.tables import UNKNOWN
from dateline.cli.terminal import show

if TYPE_CHECKING:
    from dateline.actions.changed import ChangedClaim, ClaimChanges
    from dateline.actions.rerun import Recoded
    from dateline.actions.rerun_links import Relinked
    from dateline.model.link import Link

INDENT = 4
STYLES = {"new": "green", "gone": "red", "changed": "yellow"}


class RerunSum:
    """Counts what a rerun changes."""

    def __init__(self) -> None:
        self.stories = self.changed_stories = self.handed_on = self.orphaned = 0
        self.claims: Counter[str] = Counter()
        self.fields: Counter[str] = Counter()

    def count(self, recoded: "Recoded") -> None:
        """Count one story."""
        changes = recoded.changes
        self.stories += 1
        self.changed_stories += not changes.are_none
        self.claims.update(gone=len(changes.gone), new=len(changes.new), changed=len(changes.changed))
        self.fields.update(name for one in changes.changed for name in one.fields)
        self.handed_on += len(recoded.handed_on)
        self.orphaned += len(recoded.orphaned)

    def summary(self, total: int, *, is_diff: bool) -> str:
        """The sum in words."""
        if not total:
            return "0 stories to code anew: all asked for were coded by this program, codebook and model"
        verb = "would be coded anew" if is_diff else "coded anew"
        of = "" if self.stories == total else f" of {total:,}"
        parts = [
            f"{self.stories:,}{of} stor{'y' if total == 1 else 'ies'} {verb}, {self.changed_stories:,} with changes"
        ]
        parts.append("claims: " + ", ".join(f"{self.claims[kind]:,} {kind}" for kind in ("gone", "new", "changed")))
        if self.fields:
            parts.append("fields: " + ", ".join(f"{name} {count:,}" for name, count in self.fields.most_common()))
        if self.handed_on:
            parts.append(f"{self.handed_on:,} decided claims under another id, with their decisions")
        if self.orphaned:
            parts.append(f"{self.orphaned:,} decided claims are coded no more; the decisions are kept")
        return "; ".join(parts)


def print_recoded(console: Console, recoded: "Recoded") -> None:
    """Print one story with its changes."""
    story = recoded.story
    head = Text(f"{story['id'][:SHOWN_ID]}  ")
    head.append(" ".join((story["headline"] or recoded.path).split()), style="bold")
    lines = change_lines(recoded.changes, {*recoded.handed_on, *recoded.orphaned})
    show(console, Group(head, Padding(lines, (0, 0, 1, INDENT))))


def print_relinked(console: Console, relinked: "Relinked") -> None:
    """Print one story with the link that it had and the one that it has."""
    head = Text(f"{relinked.story[:SHOWN_ID]}  ")
    head.append(" ".join(relinked.headline.split()), style="bold")
    lines = Table.grid(padding=(0, 2, 0, 0))
    lines.add_column(no_wrap=True)
    lines.add_column(ratio=1)
    for kind, link in (("gone", relinked.before), ("new", relinked.after)):
        if link:
            lines.add_row(Text(kind, style=STYLES[kind]), _link(link))
    show(console, Group(head, Padding(lines, (0, 0, 1, INDENT))))


def _link(link: "Link") -> str:
    return "\n".join((f"{link.kind} of {link.of[:SHOWN_ID]}: {link.why}", *link.changed))


def change_lines(changes: "ClaimChanges", decided: Collection[str] = ()) -> Table:
    """One line for each claim that is gone, new or changed; `decided` are those that somebody decided about."""
    lines = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        lines.add_column(no_wrap=True)
    lines.add_column(ratio=1)
    for kind, claims in (("gone", changes.gone), ("new", changes.new)):
        for claim in claims:
            note = " (decided about; the decision is kept)" if claim["id"] in decided else ""
            lines.add_row(Text(kind, style=STYLES[kind]), claim["id"][:SHOWN_ID], f"{_claim(claim)}{note}")
    for changed in changes.changed:
        words = "\n".join([_claim(changed.before), *_fields(changed)])
        lines.add_row(Text("changed", style=STYLES["changed"]), changed.after["id"][:SHOWN_ID], words)
    return lines


def _claim(claim: Mapping[str, Any]) -> str:
    mode = f" {claim['event']['mode']}" if claim["event"]["mode"] else ""
    return f"“{' '.join(claim['trigger']['text'].split())}” {claim['event']['plover']}{mode}, {claim['status']}"


def _fields(changed: "ChangedClaim") -> Iterator[str]:
    for name in changed.fields:
        yield f"{name}: {_words(name, changed.before)} → {_words(name, changed.after)}"


def _words(name: str, claim: Mapping[str, Any]) -> str:
    """A field in a few words."""
    value = field_of(dict(claim), name)
    if name == "type":
        return " ".join(part for part in value.values() if part)
    if name == "time":
        return (value["edtf"] or value["text"]) if value else UNKNOWN
    if not isinstance(value, list):
        return str(value["text"] if isinstance(value, Mapping) else value)
    return ", ".join(_item(name, one) for one in value) or UNKNOWN


def _item(name: str, one: Mapping[str, Any]) -> str:
    said = " ".join(one["text"].split())
    if name == "figures":
        return f"{said} ({one['counts']})"
    return f"{one['name']} ({one['role']})" if name == "places" else one.get("name") or said
