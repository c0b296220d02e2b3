"""The versions of a report, the earliest first, and what each was coded as before it was coded anew."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from dateline.actions.changed import ClaimChanges, changes_of
from dateline.model.link import Link
from dateline.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Version:
    """One story of a chain: the origin, whose `link` is None, or a later version of another one.

    `copies` are the stories that repeat it. `is_asked` marks the story asked for, or the one that it is a copy of.
    """

    story: str
    published: str | None
    outlet: str | None
    headline: str | None
    claims: int
    link: Link | None
    copies: tuple[str, ...]
    is_asked: bool
    is_latest: bool

    def record(self) -> dict[str, Any]:
        """A plain dictionary, for programs."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class CodedBefore:
    """What the story asked for was coded as until some moment, by what, and how the coding that followed differs."""

    until: str
    coder: str
    changes: ClaimChanges


@dataclass(frozen=True, slots=True)
class Versions:
    """All that is kept of a report."""

    chain: tuple[Version, ...]
    coded_before: tuple[CodedBefore, ...]


def versions(beginning: str, settings: Settings | None = None) -> Versions:
    """The chain of the story (or of the story of the claim) whose id begins so. Raises UnknownIdError, LedgerError."""
    from dateline.actions.renew import linked_ledger
    from dateline.ledger import queries

    with linked_ledger(settings).reading() as connection:
        story = queries.find(connection, beginning).story_id
        return Versions(tuple(_chain(connection, story)), tuple(_coded_before(connection, story)))


def _chain(connection: "Connection", story: str) -> list[Version]:
    from dateline.ledger.links import by_publication, chain_of
    from dateline.ledger.queries import story_row

    origin, links = chain_of(connection, story)
    renewing = {one: link for one, link in links.items() if link.kind == "version"}
    asked = story
    while asked in links and asked not in renewing:
        asked = links[asked].of
    ordered = by_publication(connection, [origin, *renewing])
    chain = []
    for one in ordered:
        row = story_row(connection, one)
        copies = tuple(link.story for link in links.values() if link.kind == "copy" and link.of == one)
        told = row.published, row.outlet, row.headline, row.claims
        chain.append(Version(one, *told, renewing.get(one), copies, one == asked, one == ordered[-1]))
    return chain


def _coded_before(connection: "Connection", story: str) -> list[CodedBefore]:
    from dateline.ledger.recode import coded_record, versions_of

    kept = versions_of(connection, story)
    then = [record for _, record in kept[1:]] + [coded_record(connection, story)] if kept else []
    found = []
    for (until, record), after in zip(kept, then, strict=True):
        coder = f"{record['coder']['name']} {record['coder']['version']}"
        found.append(CodedBefore(until, coder, changes_of(record["claims"], after["claims"])))
    return found
