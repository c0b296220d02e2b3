"""Code the stories of a ledger anew, with the coder, codebook and model that are installed now."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from dateline.actions.changed import ClaimChanges, changes_of
from dateline.actions.coding import Coding, Unread, code_each, shipped_coding
from dateline.actions.received import as_received
from dateline.model.coded import CodedStory
from dateline.model.record import Record, coded_story_record
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.filters import Filters
    from dateline.ledger.open import Ledger


@dataclass(frozen=True, slots=True)
class Recoded:
    """A story that was coded anew, and how its claims differ.

    `is_kept` is True when the new record was written. `handed_on` are decided claims whose id is another now, and
    `orphaned` those that are coded no more; decisions about both are kept.
    """

    path: str
    story: Record
    changes: ClaimChanges
    is_kept: bool
    handed_on: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()

    def record(self) -> dict[str, Any]:
        """A plain dictionary, for programs."""
        story = {name: self.story[name] for name in ("id", "path_or_url", "outlet", "published", "headline")}
        return {
            "story": story,
            "gone": list(self.changes.gone),
            "new": list(self.changes.new),
            "changed": [one.record() for one in self.changes.changed],
            "handed_on": list(self.handed_on),
            "orphaned": list(self.orphaned),
        }


RerunEvent = Recoded | Unread


def stories_to_rerun(
    settings: Settings | None = None,
    filters: "Filters | None" = None,
    coding: Coding | None = None,
    *,
    is_all: bool = False,
) -> list[str]:
    """The ids of the stories asked for that another coder coded, or all of them. Raises LedgerError."""
    from dateline.ledger.filters import Filters
    from dateline.ledger.open import open_ledger
    from dateline.ledger.queries import coders_of_stories

    settings = settings or Settings()
    coder = asdict((coding or shipped_coding(settings)).coder)
    with open_ledger(settings.ledger).reading() as connection:
        found = coders_of_stories(connection, filters or Filters())
        return [story for story, before in found if is_all or before != coder]


def rerun(
    stories: list[str], settings: Settings | None = None, coding: Coding | None = None, *, is_diff: bool = False
) -> Iterator[RerunEvent]:
    """Code some stories anew, one event for each in order; with `is_diff` nothing is written.

    Each story is replaced, and the events it tells of are told anew, in one transaction, so that a run that is stopped
    goes on where it was. A story that cannot be coded any more stays as it is. Raises LedgerError.
    """
    from dateline.ledger.open import open_ledger, open_writable_ledger
    from dateline.ledger.recode import coded_record

    settings = settings or Settings()
    open_ledger(settings.ledger)  # a rerun makes no ledger
    ledger = open_ledger(settings.ledger) if is_diff else open_writable_ledger(settings.ledger)
    coding = coding or shipped_coding(settings)

    def received() -> Iterator[Any]:
        for story_id in stories:
            with ledger.reading() as connection:
                record = coded_record(connection, story_id)
            yield as_received(record)

    for item in code_each(received(), coding.code):
        if isinstance(item, CodedStory):
            yield _recoded(ledger, _as_kept(coded_story_record(item, coding.coder)), settings, is_diff=is_diff)
        elif isinstance(item, Unread):
            yield item


def _as_kept(record: Record) -> Record:
    """A record as the ledger gives it back, to be compared with one that it gave."""
    kept: Record = json.loads(json.dumps(record))
    return kept


def _recoded(ledger: "Ledger", record: Record, settings: Settings, *, is_diff: bool) -> Recoded:
    from dateline.actions.renew import renew
    from dateline.ledger.recode import coded_record, decided_among, replace

    story_id = record["story"]["id"]
    with ledger.reading() if is_diff else ledger.writing() as connection:
        before = coded_record(connection, story_id)
        changes = changes_of(before["claims"], record["claims"])
        decided = decided_among(connection, [claim["id"] for claim in before["claims"]])
        is_other = before != record
        if is_other and not is_diff:
            replace(connection, record, {old: new for old, new in changes.successors.items() if old in decided})
            if before["claims"] != record["claims"]:
                renew(connection, [story_id], f"story {story_id}: coded anew", settings)
    return Recoded(
        path=record["story"]["path_or_url"],
        story=record["story"],
        changes=changes,
        is_kept=is_other and not is_diff,
        handed_on=tuple(sorted(decided & changes.successors.keys())),
        orphaned=tuple(sorted(decided & {claim["id"] for claim in changes.gone})),
    )
