"""The stories known so far, as finding copies needs them: by fingerprint and by id."""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Mapping
from typing import Protocol

from dateline.linking.report import Order, Report, ReportReader, Stretch
from dateline.model.story import Story

LONGEST_LIST = 64  # stories kept for one fingerprint: what more stories share is a stock phrase
AT_HAND = 2_000  # reports kept as they are; others are read again when they are asked for


class Known(Protocol):
    """What is needed of the stories known so far; whoever keeps stories hands in an object that has it."""

    def keep(self, report: Report) -> None:
        """Adds a report under its fingerprints."""

    def sharing(self, prints: frozenset[int]) -> Mapping[Order, int]:
        """Of the reports that have some of the fingerprints the order, and how many of them each has."""

    def get(self, story_id: str) -> Report | None:
        """A report that was kept."""


class Shelf:
    """Keeps stories in memory. A fingerprint lists its first stories only, so that no look-up grows with the rest."""

    def __init__(self, reader: ReportReader) -> None:
        self._reader = reader
        self._stories: dict[str, tuple[Story, tuple[Stretch, ...]]] = {}
        self._reports: OrderedDict[str, Report] = OrderedDict()
        self._lists: defaultdict[int, list[Order]] = defaultdict(list)

    def keep(self, report: Report) -> None:
        """Adds a report under its fingerprints."""
        self._stories[report.id] = report.story, report.stretches
        self._put_at_hand(report)
        for number in report.prints:
            if len(self._lists[number]) < LONGEST_LIST:
                self._lists[number].append(report.order)

    def sharing(self, prints: frozenset[int]) -> Mapping[Order, int]:
        """Of the reports that have some of the fingerprints the order, and how many of them each has."""
        return Counter(story for number in prints for story in self._lists.get(number, ()))

    def get(self, story_id: str) -> Report | None:
        """A report that was kept."""
        if story_id in self._reports:
            self._reports.move_to_end(story_id)
            return self._reports[story_id]
        if story_id not in self._stories:
            return None
        report = self._reader.report(*self._stories[story_id])
        self._put_at_hand(report)
        return report

    def _put_at_hand(self, report: Report) -> None:
        self._reports[report.id] = report
        if len(self._reports) > AT_HAND:
            self._reports.popitem(last=False)
