"""Which stories of a ledger are copies or versions of others, and the fingerprints by which that is found."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, tuple_, update

from dateline.ledger.batches import batches
from dateline.ledger.stories import texts_of
from dateline.ledger.tables import fingerprints, stories, story_links
from dateline.model.link import Link
from dateline.model.reading import Part
from dateline.model.story import Story

Order = tuple[str, int, str]
_PLACE = (fingerprints.c.published, fingerprints.c.brevity, fingerprints.c.story_id)
_HERE = tuple_(bindparam("published"), bindparam("brevity"), bindparam("story"))
_LISTED = select(*_PLACE).where(fingerprints.c.number == bindparam("fingerprint")).limit(bindparam("nearest"))
_BEFORE = _LISTED.where(tuple_(*_PLACE) < _HERE).order_by(*(column.desc() for column in _PLACE))
_AFTER = _LISTED.where(tuple_(*_PLACE) > _HERE).order_by(*_PLACE)


class LedgerStories:
    """The stories of a ledger, as `linking.shelf.Known` asks for them; what they tell stands in the ledger already."""

    def __init__(self, connection: Connection, nearest: int) -> None:
        """`nearest` stories are read of each fingerprint, before and after a place."""
        self._connection = connection
        self._nearest = nearest

    def has(self, story_id: str) -> bool:
        """Whether a story was kept."""
        return self._connection.execute(select(story_links.c.story_id).where(_is_of(story_id))).first() is not None

    def keep(self, story: Story, stretches: object, order: Order, prints: Iterable[int]) -> None:
        """Adds a story under its fingerprints."""
        published, brevity, story_id = order
        place = {"published": published, "brevity": brevity, "story_id": story_id}
        self._connection.execute(insert(story_links).values(story_id=story.id))
        if rows := [{"number": number, **place} for number in sorted(prints)]:
            self._connection.execute(insert(fingerprints), rows)

    def forget(self, order: Order, prints: Iterable[int]) -> None:
        """Takes a story out, with its link."""
        *_, story_id = order
        for batch in batches(sorted(prints)):
            is_listed = fingerprints.c.number.in_(batch), fingerprints.c.story_id == story_id
            self._connection.execute(delete(fingerprints).where(*is_listed))
        self._connection.execute(delete(story_links).where(_is_of(story_id)))

    def before(self, order: Order, prints: Iterable[int]) -> Mapping[Order, int]:
        """The stories before this place with some of the fingerprints, and how many; for each the last ones."""
        return self._sharing(_BEFORE, order, prints)

    def after(self, order: Order, prints: Iterable[int]) -> Mapping[Order, int]:
        """The stories after this place with some of the fingerprints, and how many; for each the first ones."""
        return self._sharing(_AFTER, order, prints)

    def text(self, story_id: str) -> tuple[Story, list[tuple[int, int, Part]]] | None:
        """A story that was kept."""
        return next(texts_of(self._connection, [story_id]), None)

    def link(self, story_id: str) -> Link | None:
        """The link of a story."""
        return link_of(self._connection, story_id)

    def put_link(self, story_id: str, link: Link | None) -> None:
        """Puts a link in the place of that which the story had."""
        values: dict[str, Any] = dict.fromkeys(("of_id", "kind", "why", "changed"))
        if link:
            values = {"of_id": link.of, "kind": link.kind, "why": link.why, "changed": list(link.changed)}
        self._connection.execute(update(story_links).where(_is_of(story_id)).values(**values))

    def _sharing(self, query: Any, order: Order, prints: Iterable[int]) -> Mapping[Order, int]:
        published, brevity, story = order
        place = {"published": published, "brevity": brevity, "story": story, "nearest": self._nearest}
        found: Counter[Order] = Counter()
        for number in prints:
            rows = self._connection.execute(query, {"fingerprint": number, **place})
            found.update((row[0], row[1], row[2]) for row in rows)
        return found


def forget_links(connection: Connection) -> None:
    """Take all fingerprints and links out, so that all stories can be compared again."""
    for table in (fingerprints, story_links):
        connection.execute(delete(table))


def link_of(connection: Connection, story_id: str) -> Link | None:
    """The link of a story."""
    return next(iter(_links(connection, [story_id])), None)


def links_of(connection: Connection, story_ids: Sequence[str]) -> tuple[Link, ...]:
    """The links of some stories, and those of the stories that they hang on, sorted by story."""
    found: dict[str, Link] = {}
    waiting = set(story_ids)
    while waiting:
        links = _links(connection, sorted(waiting))
        found |= {link.story: link for link in links}
        waiting = {link.of for link in links} - found.keys()
    return tuple(found[story] for story in sorted(found))


def links_to(connection: Connection, story_ids: Sequence[str]) -> tuple[Link, ...]:
    """The links of all that hang on some stories, also over others, the first published first."""
    found: list[Link] = []
    waiting = list(story_ids)
    while waiting:
        links: list[Link] = []
        for batch in batches(waiting):
            links += map(_link, connection.execute(select(story_links).where(story_links.c.of_id.in_(batch))))
        found += links
        waiting = sorted(link.story for link in links)
    told = {link.story: link for link in found}
    return tuple(told[story] for story in by_publication(connection, sorted(told)))


def copies_of(connection: Connection, story_id: str) -> tuple[str, ...]:
    """The stories that are copies of this very one, the first published first."""
    is_copy = story_links.c.of_id == story_id, story_links.c.kind == "copy"
    found = connection.execute(select(story_links.c.story_id).where(*is_copy)).scalars()
    return tuple(by_publication(connection, list(found)))


def by_publication(connection: Connection, story_ids: Sequence[str]) -> list[str]:
    """Stories in the order of their publication, those without a time last, and then of their adding."""
    rows: list[tuple[str, int, str]] = []
    for batch in batches(story_ids):
        query = select(stories.c.published, stories.c.number, stories.c.id).where(stories.c.id.in_(batch))
        rows += [(row.published or "9999", row.number, row.id) for row in connection.execute(query)]
    return [story_id for _, _, story_id in sorted(rows)]


def chain_of(connection: Connection, story_id: str) -> tuple[str, dict[str, Link]]:
    """The origin that a story hangs on (itself when it hangs on none), and all links of what hangs on that one."""
    above = {link.story: link for link in links_of(connection, [story_id])}
    origin = story_id
    while origin in above:
        origin = above[origin].of
    return origin, {link.story: link for link in links_to(connection, [origin])}


def renewals_of(connection: Connection, story_id: str) -> tuple[Link, ...]:
    """The later versions of a story, the first published first: the last supersedes it. Copies have none."""
    origin, links = chain_of(connection, story_id)
    versions = {story: link for story, link in links.items() if link.kind == "version"}
    if not versions or story_id not in (origin, *versions):
        return ()
    ordered = by_publication(connection, [origin, *versions])
    return tuple(versions[story] for story in ordered[ordered.index(story_id) + 1 :] if story in versions)


def _links(connection: Connection, story_ids: Sequence[str]) -> list[Link]:
    found: list[Link] = []
    for batch in batches(story_ids):
        is_one = story_links.c.story_id.in_(batch), story_links.c.of_id.is_not(None)
        rows = connection.execute(select(story_links).where(*is_one))
        found += map(_link, rows)
    return found


def _link(row: Row[Any]) -> Link:
    return Link(row.story_id, row.of_id, row.kind, row.why, tuple(row.changed))


def _is_of(story_id: str) -> Any:
    return story_links.c.story_id == story_id
