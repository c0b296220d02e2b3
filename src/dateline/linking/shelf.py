"""What finding copies asks of whoever keeps the stories known so far, and the shelf that keeps them in memory."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from dateline.linking.report import Order, Stretch
from dateline.model.link import Link
from dateline.model.story import Story

NEAREST = 64  # stories that are looked at for one fingerprint, on either side: what more share is a stock phrase


class Known(Protocol):
    """The stories known so far, by fingerprint and by id, and the link of each. A ledger has it, and `Shelf`."""

    def has(self, story_id: str) -> bool:
        """Whether a story was kept."""

    def keep(self, story: Story, stretches: Sequence[Stretch], order: Order, prints: Iterable[int]) -> None:
        """Adds a story under its fingerprints."""

    def forget(self, order: Order, prints: Iterable[int]) -> None:
        """Takes a story out, with its link."""

    def before(self, order: Order, prints: Iterable[int]) -> Mapping[Order, int]:
        """The stories before this place with some of the fingerprints, and how many; NEAREST for each, the last."""

    def after(self, order: Order, prints: Iterable[int]) -> Mapping[Order, int]:
        """The stories after this place with some of the fingerprints, and how many; NEAREST for each, the first."""

    def text(self, story_id: str) -> tuple[Story, Sequence[Stretch]] | None:
        """A story that was kept."""

    def link(self, story_id: str) -> Link | None:
        """The link of a story."""

    def put_link(self, story_id: str, link: Link | None) -> None:
        """Puts a link in the place of that which the story had."""


class Shelf:
    """Keeps stories in memory."""

    def __init__(self) -> None:
        self.links: dict[str, Link] = {}
        self._stories: dict[str, tuple[Story, Sequence[Stretch]]] = {}
        self._lists: defaultdict[int, list[Order]] = defaultdict(list)

    def has(self, story_id: str) -> bool:
        """Whether a story was kept."""
        return story_id in self._stories

    def keep(self, story: Story, stretches: Sequence[Stretch], order: Order, prints: Iterable[int]) -> None:
        """Adds a story under its fingerprints."""
        self._stories[story.id] = story, stretches
        for number in prints:
            insort(self._lists[number], order)

    def forget(self, order: Order, prints: Iterable[int]) -> None:
        """Takes a story out, with its link."""
        *_, story_id = order
        del self._stories[story_id]
        self.links.pop(story_id, None)
        for number in prints:
            self._lists[number].remove(order)

    def before(self, order: Order, prints: Iterable[int]) -> Mapping[Order, int]:
        """The stories before this place with some of the fingerprints, and how many; NEAREST for each, the last."""
        found: Counter[Order] = Counter()
        for listed in (self._lists.get(number, []) for number in prints):
            at = bisect_left(listed, order)
            found.update(listed[max(0, at - NEAREST) : at])
        return found

    def after(self, order: Order, prints: Iterable[int]) -> Mapping[Order, int]:
        """The stories after this place with some of the fingerprints, and how many; NEAREST for each, the first."""
        found: Counter[Order] = Counter()
        for listed in (self._lists.get(number, []) for number in prints):
            at = bisect_left(listed, order)
            found.update(other for other in listed[at : at + NEAREST + 1] if other != order)
        return found

    def text(self, story_id: str) -> tuple[Story, Sequence[Stretch]] | None:
        """A story that was kept."""
        return self._stories.get(story_id)

    def link(self, story_id: str) -> Link | None:
        """The link of a story."""
        return self.links.get(story_id)

    def put_link(self, story_id: str, link: Link | None) -> None:
        """Puts a link in the place of that which the story had."""
        if link:
            self.links[story_id] = link
        else:
            self.links.pop(story_id, None)
