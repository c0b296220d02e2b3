"""From a value of an event or claim to the words it was read from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.errors import ConfigurationError, UnknownIdError
from dateline.exports.wording import correction_note, value_note
from dateline.model.correction import standing_value
from dateline.model.record import Record
from dateline.model.values import list_of, values_of
from dateline.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.ledger.queries import ClaimRow

FIELDS = ("type", "status", "actors", "targets", "instruments", "places", "time", "figures", "attribution")


@dataclass(frozen=True, slots=True)
class Traced:
    """A value of a claim with the words it stands on.

    `value` is its public JSON (of a type or status, the word); `spans` point into the story's text, and the first of
    them lies in `sentence`, which begins at `sentence_start`. `note` says in words when a person decided about it, and
    what had been coded from these words; empty when nobody did.
    """

    claim: str
    story: str
    outlet: str | None
    published: str | None
    field: str
    value: Any
    spans: tuple[Mapping[str, Any], ...]
    sentence: str
    sentence_start: int
    note: str = ""

    def record(self) -> dict[str, Any]:
        """A plain dictionary, for programs."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def trace(beginning: str, field: str, settings: Settings | None = None) -> list[Traced]:
    """The values that a field has in a claim, or in all claims of an event, each with its words.

    Raises UnknownIdError, LedgerError, and ConfigurationError for a field that there is not.
    """
    from dateline.actions.renew import linked_ledger
    from dateline.ledger.queries import Found, claim_row

    wanted = {"origins": "attribution", "event": "type", "label": "type"}.get(field.lower(), field.lower())
    if wanted not in FIELDS:
        raise ConfigurationError(f"there is no field {field!r} to trace; it is one of {', '.join(FIELDS)}")
    with linked_ledger(settings).reading() as connection:
        found: list[Traced] = []
        for claim, story in _claims(connection, beginning):
            row = claim_row(connection, Found("claim", claim, story))
            found += _values(connection, row, wanted)
        return found


def _claims(connection: "Connection", beginning: str) -> list[tuple[str, str]]:
    """The claims of an event, or the one claim, with their stories."""
    from dateline.ledger.events import claims_of, find_event
    from dateline.ledger.queries import find, stories_of_claims

    try:
        thing = find(connection, beginning)
        if thing.kind == "claim":
            return [(thing.id, thing.story_id)]
    except UnknownIdError:
        pass  # then it is an event's
    return stories_of_claims(connection, claims_of(connection, find_event(connection, beginning)))


def _values(connection: "Connection", row: "ClaimRow", field: str) -> Iterator[Traced]:
    from dateline.ledger.queries import sentence_at

    for value, spans, note in _found(row.record, field):
        sentence, start = sentence_at(connection, row.story_id, spans[0]["start"])
        plain = tuple({name: span[name] for name in ("text", "start", "end")} for span in spans)
        about = row.claim.id, row.story_id, row.outlet, row.published
        yield Traced(*about, field, value, plain, sentence, start, note.strip(" ()"))


def _found(record: Record, field: str) -> Iterator[tuple[Any, Sequence[Mapping[str, Any]], str]]:
    """The values of a field, each with its spans and who decided about it."""
    if field in ("type", "status"):
        value = standing_value(record, "type" if field == "type" else "status")
        yield value, (record["trigger"], *record["evidence"]), correction_note(record, field)
    else:
        for one in values_of(record):
            if list_of(one.field) == field and one.value:
                yield one.value, [one.value, *([one.value["cue"]] if one.value.get("cue") else [])], value_note(one)
