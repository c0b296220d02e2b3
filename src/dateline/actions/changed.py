"""What coding a story anew changes: claims that are gone, new, or other than they were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model.record import Record

FIELDS = (
    "trigger", "type", "status", "actors", "targets", "instruments", "places", "time", "figures", "attribution"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim before and after, and the names of the fields that differ."""

    before: Record
    after: Record
    fields: tuple[str, ...]

    def record(self) -> dict[str, Any]:
        """A plain dictionary, for programs."""
        sides = {"before": self.before, "after": self.after}
        values = {name: {side: field_of(claim, name) for side, claim in sides.items()} for name in self.fields}
        return {"claim": self.after["id"], "was": self.before["id"], "fields": values}


@dataclass(frozen=True, slots=True)
class ClaimChanges:
    """How the claims of a story differ; `successors` gives for an id that is gone the one that the claim has now."""

    gone: tuple[Record, ...]
    new: tuple[Record, ...]
    changed: tuple[ChangedClaim, ...]
    successors: Mapping[str, str]

    @property
    def are_none(self) -> bool:
        """Whether nothing differs that a reader of claims would see."""
        return not (self.gone or self.new or self.changed)


def changes_of(before: Sequence[Record], after: Sequence[Record]) -> ClaimChanges:
    """Compare the claims of one story as coded before and after.

    A claim is the same when its id is; else when the words of its trigger overlap those of one that is gone, the
    longest overlap first: a trigger that grew from "crossed" to "crossed the border" is no new claim.
    """
    old, new = ({record["id"]: record for record in records} for records in (before, after))
    gone, come = ([one for name, one in here.items() if name not in there] for here, there in ((old, new), (new, old)))
    pairs = sorted(
        ((overlap, one["id"], other["id"]) for one in gone for other in come if (overlap := _overlap(one, other))),
        key=lambda pair: (-pair[0], pair[1:]),
    )
    successors: dict[str, str] = {}
    for _, one, other in pairs:
        if one not in successors and other not in successors.values():
            successors[one] = other
    now = {name: successors.get(name, name) for name in old}
    same = [(record, new[now[name]]) for name, record in old.items() if now[name] in new]
    changed = [ChangedClaim(*pair, fields) for pair in same if (fields := _differing(*pair))]
    return ClaimChanges(
        tuple(one for one in gone if one["id"] not in successors),
        tuple(one for one in come if one["id"] not in successors.values()),
        tuple(changed),
        successors,
    )


def field_of(claim: Record, name: str) -> Any:
    """A field of a claim as it is compared: without where in the text it stands, which the trigger alone tells."""
    if name == "type":
        return {part: claim["event"][part] for part in ("plover", "mode")}
    if name == "trigger":
        return {part: claim["trigger"][part] for part in ("text", "start", "end")}
    value = claim[name]
    return [_plain(one) for one in value] if isinstance(value, list) else _plain(value)


def _plain(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    plain = {name: part for name, part in value.items() if name not in ("start", "end")}
    return plain | {"cue": plain["cue"]["text"]} if plain.get("cue") else plain


def _differing(before: Record, after: Record) -> tuple[str, ...]:
    return tuple(name for name in FIELDS if field_of(before, name) != field_of(after, name))


def _overlap(one: Record, other: Record) -> int:
    """How many characters two triggers share."""
    start = max(one["trigger"]["start"], other["trigger"]["start"])
    end = min(one["trigger"]["end"], other["trigger"]["end"])
    return int(max(0, end - start))
