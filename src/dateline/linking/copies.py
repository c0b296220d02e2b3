"""Finds, among the stories known so far, the one that a new story is a copy or a version of."""

from collections.abc import Iterable, Sequence
from itertools import islice

from dateline.linking.align import Aligned, align, share
from dateline.linking.changes import balance, changes, is_another
from dateline.linking.judge import MOST, PART, Verdict, judge
from dateline.linking.report import Order, Report, ReportReader, Stretch
from dateline.linking.shelf import Known, Shelf
from dateline.model.link import Link
from dateline.model.story import Story

LOOKED_AT = 8  # candidates that are compared sentence by sentence
FEWEST_SHARED = 2  # fingerprints
BESIDE = 3  # candidates for what the first of them does not have
NEARLY_AS_CLOSE = 0.05
BETTER = 0.2  # by so much more of a story must stand in one for it to be the version of that, and not another's copy

Judged = tuple[Report, Verdict]


class CopyIndex:
    """Links stories as they come. The links are a function of the set of stories, not of the order of adding.

    That holds as far as candidates reach: the LOOKED_AT earlier stories that share most with one.
    `known` keeps the stories; without one they are kept in memory. All is rebuilt by adding the stories again.
    """

    def __init__(self, known: Known | None = None, reader: ReportReader | None = None) -> None:
        self.links: dict[str, Link] = {}
        self._reader = reader or ReportReader()
        self._known: Known = known or Shelf(self._reader)

    def add(self, story: Story, stretches: Iterable[Stretch]) -> tuple[Link, ...]:
        """Adds a story and gives the links that are new or changed, its own first; a link replaces that of its story.

        `stretches` are the story's sentences or sections (start, end, part). Each story has at most one link, to an
        earlier one. A story that comes late may change the links of later ones. A story that is known gives none.
        """
        if self._known.get(story.id):
            return ()
        report = self._reader.report(story, stretches)
        self._known.keep(report)
        later = self._reports(order for order in self._ranked(report.prints) if order > report.order)
        touched = [other for other in later if other.id not in self.links or judge(align(report, other))]
        return tuple(link for other in (report, *touched) if (link := self._renewed(other)))

    def _renewed(self, report: Report) -> Link | None:
        """The story's link when it is another than before."""
        link = best_link(report, self._candidates(report))
        if link is None or link == self.links.get(report.id):
            return None
        self.links[report.id] = link
        return link

    def _candidates(self, report: Report) -> list[Report]:
        """The earlier stories that share most with a report, and those that share most of what is left then."""
        ranked = (order for order in self._ranked(report.prints) if order < report.order)
        found = self._reports(islice(ranked, LOOKED_AT))
        rest = report.prints - found[0].prints if found else frozenset[int]()
        if len(rest) >= PART * len(report.prints):
            others = (order for order in self._ranked(rest) if order < report.order)
            known = {other.id for other in found}
            found += [other for other in self._reports(islice(others, BESIDE)) if other.id not in known]
        return found

    def _ranked(self, prints: frozenset[int]) -> list[Order]:
        """The stories that share fingerprints, those that share most first."""
        shared = self._known.sharing(prints)
        enough = sorted((-number, order) for order, number in shared.items() if number >= FEWEST_SHARED)
        return [order for _, order in enough]

    def _reports(self, orders: Iterable[Order]) -> list[Report]:
        return [report for *_, story in orders if (report := self._known.get(story))]


def best_link(report: Report, earlier: Sequence[Report]) -> Link | None:
    """The link of a report among earlier ones: copy of the first that has it all, else version of the latest."""
    laid = [align(other, report) for other in earlier]
    judged = [(aligned.earlier, verdict) for aligned in laid if (verdict := judge(aligned))]
    copies = [(other, verdict) for other, verdict in judged if verdict.kind == "copy"]
    versions = [(other, verdict) for other, verdict in judged if verdict.kind == "version"]
    copy = min(_closest(copies), key=lambda item: item[0].order, default=None)
    version = max(_closest(versions), key=lambda item: item[0].order, default=None)
    if copy and version and version[1].coverage >= copy[1].coverage + BETTER:
        copy = None
    chosen = copy or version
    return _link(report, *chosen) if chosen else merged(report, laid)


def _closest(judged: Sequence[Judged]) -> list[Judged]:
    """Those that are as close as any, or nearly."""
    best = max((verdict.closeness for _, verdict in judged), default=0.0)
    return [(other, verdict) for other, verdict in judged if verdict.closeness >= best - NEARLY_AS_CLOSE]


def _link(report: Report, other: Report, verdict: Verdict) -> Link:
    return Link(report.id, other.id, verdict.kind, verdict.why, verdict.changed)


def merged(report: Report, laid: Sequence[Aligned]) -> Link | None:
    """The copy link of a report put together from several, to the one that most of it is from."""
    parts = [part for part in laid if part.coverage >= PART and not is_another(balance(part)) and not changes(part)]
    parts.sort(key=lambda part: (-part.coverage, part.earlier.order))
    held: dict[int, float] = {}
    used: list[Aligned] = []
    for part in parts:
        fresh = {n: much for n, much in part.held.items() if n not in held}
        if share(report, fresh) >= PART:
            used.append(part)
            held |= fresh
    if len(used) < 2 or share(report, held) < MOST:
        return None
    names = " and ".join(part.earlier.id for part in used)
    why = f"{len(held)} of {len(report.told)} sentences stand in {names}"
    return Link(report.id, used[0].earlier.id, "copy", why)
