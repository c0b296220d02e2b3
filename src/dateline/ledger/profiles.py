"""What linking keeps of claims, and which of them hang together; filled anew whenever a story or decision asks it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, or_, select

from dateline.ledger.batches import batches
from dateline.ledger.judgements import judgements_about
from dateline.ledger.tables import joined, linked_stories, profile_claims, profile_keys, profiles, stories
from dateline.model.profile import Profile, profile_from_record, profile_record

Pair = tuple[str, str]


class LedgerProfiles:
    """The profiles of a ledger, as `linking.stage.Known` asks for them."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def sharing(self, keys: Sequence[str]) -> list[Profile]:
        """Those that are filed under one of the keys."""
        ids = set[str]()
        for batch in batches(keys):
            query = select(profile_keys.c.profile_id).where(profile_keys.c.key.in_(batch))
            ids.update(self.connection.execute(query).scalars())
        return self.profiles(sorted(ids))

    def profiles(self, ids: Sequence[str]) -> list[Profile]:
        """Those with these ids."""
        return self._found(profiles.c.id, ids, select(profiles.c.record))

    def holding(self, claims: Sequence[str]) -> list[Profile]:
        """Those that some of the claims belong to."""
        query = select(profiles.c.record).join(profile_claims, profile_claims.c.profile_id == profiles.c.id).distinct()
        return self._found(profile_claims.c.claim_id, claims, query)

    def of_story(self, story_id: str) -> list[Profile]:
        """Those of a story."""
        return self._found(profiles.c.story_id, [story_id], select(profiles.c.record))

    def joined_with(self, ids: Sequence[str]) -> list[Pair]:
        """The pairs that are one happening, of which one is among the ids."""
        return [(row.one, row.other) for row in self._pairs(ids) if not row.is_part]

    def parts_with(self, ids: Sequence[str]) -> list[Pair]:
        """The pairs of which one is part of the other, and one is among the ids."""
        return [(row.one, row.other) for row in self._pairs(ids) if row.is_part]

    def why_joined(self, ids: Sequence[str]) -> dict[Pair, tuple[float, str]]:
        """With how many points and why pairs are one happening, of which both are among the ids."""
        pairs = (row for row in self._pairs(ids) if not row.is_part and {row.one, row.other} <= set(ids))
        return {(row.one, row.other): (row.points, row.why) for row in pairs}

    def judgements(self, claims: Sequence[str]) -> Mapping[Pair, str]:
        """What people decided about pairs of which one is among the claims."""
        return judgements_about(self.connection, claims)

    def put(self, profile: Profile, keys: Iterable[str], pairs: Sequence[Mapping[str, Any]]) -> None:
        """Keep a profile under its keys, with the pairs it makes (the columns of `joined`)."""
        self.connection.execute(
            insert(profiles).values(id=profile.id, story_id=profile.story, record=profile_record(profile))
        )
        self._insert(profile_claims, [{"claim_id": claim, "profile_id": profile.id} for claim in profile.claims])
        self._insert(profile_keys, [{"key": key, "profile_id": profile.id} for key in keys])
        self._insert(joined, pairs)

    def forget(self, ids: Sequence[str]) -> None:
        """Take profiles out, with their keys and pairs."""
        for batch in batches(ids):
            for column in (profiles.c.id, profile_claims.c.profile_id, profile_keys.c.profile_id):
                self.connection.execute(delete(column.table).where(column.in_(batch)))
            self.connection.execute(delete(joined).where(or_(joined.c.one.in_(batch), joined.c.other.in_(batch))))

    def forget_all(self) -> None:
        """Take everything out, so that all stories wait to be linked again."""
        for table in (joined, profile_keys, profile_claims, profiles, linked_stories):
            self.connection.execute(delete(table))

    def waiting(self) -> list[str]:
        """The stories that are not linked yet, in the order of adding."""
        query = select(stories.c.id).where(stories.c.id.not_in(select(linked_stories.c.story_id)))
        return list(self.connection.execute(query.order_by(stories.c.number)).scalars())

    def mark_linked(self, story_id: str) -> None:
        """Note that a story is linked."""
        self.connection.execute(delete(linked_stories).where(linked_stories.c.story_id == story_id))
        self.connection.execute(insert(linked_stories).values(story_id=story_id))

    def _insert(self, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self.connection.execute(insert(table), list(rows))

    def _found(self, column: Any, values: Sequence[str], query: Select[Any]) -> list[Profile]:
        found: list[Profile] = []
        for batch in batches(values):
            found += map(profile_from_record, self.connection.execute(query.where(column.in_(batch))).scalars())
        return sorted(found, key=lambda profile: profile.id)

    def _pairs(self, ids: Sequence[str]) -> list[Any]:
        found: list[Any] = []
        for batch in batches(ids):
            is_among = or_(joined.c.one.in_(batch), joined.c.other.in_(batch))
            found += self.connection.execute(select(joined).where(is_among)).all()
        return found
