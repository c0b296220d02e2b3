"""Finds, among the stories known so far, the one that a new story is a copy or a version of."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence

from dateline.linking.align import Aligned, align, share
from dateline.linking.judge import MOST, PART, Verdict, is_unchanged, judge
from dateline.linking.report import Order, Report, ReportReader, Stretch
from dateline.linking.shelf import Known
from dateline.model.link import Link
from dateline.model.story import Story

LOOKED_AT = 8  # candidates that are compared sentence by sentence
FEWEST_SHARED = 2  # fingerprints
BESIDE = 3  # candidates for what the first of them does not have
NEARLY_AS_CLOSE = 0.05
AT_HAND = 2_000  # reports kept as they are; others are read again when they are asked for

Judged = tuple[Report, Verdict]


class CopyIndex:
    """Links stories as they come. The links are a function of the set of stories, not of the order of adding.

    That holds as far as candidates reach: of the stories that share a run of words the nearest in time (`shelf`), of
    these the LOOKED_AT that share most. `known` keeps the stories and links.
    """

    def __init__(self, known: Known, reader: ReportReader) -> None:
        self.known = known
        self._reader = reader
        self._at_hand: OrderedDict[str, Report] = OrderedDict()

    def add(self, story: Story, stretches: Iterable[Stretch]) -> tuple[str, ...]:
        """Adds a story and gives the ids of the stories whose link is another than before, its own first.

        `stretches` are the story's sentences or sections (start, end, part). Each story has at most one link, to an
        earlier one. A story that comes late may change the links of later ones. A story that is known changes none.
        """
        if self.known.has(story.id):
            return ()
        report = self._reader.report(story, stretches)
        self._put_at_hand(report)
        self.known.keep(story, report.stretches, report.order, report.kept_prints)
        return self._renewed([report, *self._touched(report)])

    def remove(self, story_id: str) -> tuple[str, ...]:
        """Takes a story out and gives the ids of the others whose link is another than before."""
        if not self.known.has(story_id) or (report := self._report(story_id)) is None:
            return ()
        touched = self._touched(report)
        self.known.forget(report.order, report.kept_prints)
        return self._renewed(touched)

    def _touched(self, report: Report) -> list[Report]:
        """The later reports whose links may depend on this one: those that it has some part in."""
        ranked = _ranked(self.known.after(report.order, report.prints))
        ranked += [order for order in _ranked(self.known.after(report.order, report.renews)) if order not in ranked]
        laid = (align(report, other) for other in self._reports(ranked))
        return [aligned.later for aligned in laid if aligned.coverage >= PART or judge(aligned)]

    def _renewed(self, reports: Iterable[Report]) -> tuple[str, ...]:
        """The reports among these that have another link now."""
        changed = []
        for report in reports:
            link = best_link(report, self._candidates(report))
            if link != self.known.link(report.id):
                self.known.put_link(report.id, link)
                changed.append(report.id)
        return tuple(changed)

    def _candidates(self, report: Report) -> list[Report]:
        """The earlier stories that share most with a report, and those that share most of what is left then.

        For a story that says that it renews another one, those too of its outlet that open with the same names.
        """
        found = self._reports(_ranked(self.known.before(report.order, report.prints))[:LOOKED_AT])
        rest = report.prints - found[0].prints if found else frozenset[int]()
        more = [rest] if len(rest) >= PART * len(report.prints) else []
        for prints in (*more, *([report.opens] if report.is_renewing else [])):
            known = {other.id for other in found}
            ranked = _ranked(self.known.before(report.order, prints), is_latest_first=prints is report.opens)
            others = self._reports(ranked[:BESIDE])
            found += [other for other in others if other.id not in known]
        return found

    def _reports(self, orders: Iterable[Order]) -> list[Report]:
        return [report for *_, story in orders if (report := self._report(story))]

    def _report(self, story_id: str) -> Report | None:
        if story_id in self._at_hand:
            self._at_hand.move_to_end(story_id)
            return self._at_hand[story_id]
        kept = self.known.text(story_id)
        return self._put_at_hand(self._reader.report(*kept)) if kept else None

    def _put_at_hand(self, report: Report) -> Report:
        self._at_hand[report.id] = report
        if len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return report


def _ranked(shared: Mapping[Order, int], *, is_latest_first: bool = False) -> list[Order]:
    """The stories that share fingerprints, those that share most first, and of these the earliest or latest."""
    enough = [order for order, number in sorted(shared.items(), reverse=is_latest_first) if number >= FEWEST_SHARED]
    return sorted(enough, key=lambda order: -shared[order])


def best_link(report: Report, earlier: Sequence[Report]) -> Link | None:
    """The link of a report among earlier ones: copy of the first that has it all, else version of the latest."""
    laid = [align(other, report) for other in earlier]
    judged = [(aligned.earlier, verdict) for aligned in laid if (verdict := judge(aligned))]
    copies = [(other, verdict) for other, verdict in judged if verdict.kind == "copy"]
    versions = [(other, verdict) for other, verdict in judged if verdict.kind == "version"]
    copy = min(_closest(copies), key=lambda item: item[0].order, default=None)
    version = max(_closest(versions), key=lambda item: item[0].order, default=None)
    if copy and version and version[1].closeness > copy[1].closeness + NEARLY_AS_CLOSE:
        copy = None  # an edited copy of the same original stands further off
    chosen = copy or version
    if chosen and (copy or chosen[1].coverage >= MOST):
        return _link(report, *chosen)
    return merged(report, laid) or (_link(report, *chosen) if chosen else None)


def _closest(judged: Sequence[Judged]) -> list[Judged]:
    """Those that are as close as any, or nearly."""
    best = max((verdict.closeness for _, verdict in judged), default=0.0)
    return [(other, verdict) for other, verdict in judged if verdict.closeness >= best - NEARLY_AS_CLOSE]


def _link(report: Report, other: Report, verdict: Verdict) -> Link:
    return Link(report.id, other.id, verdict.kind, verdict.why, verdict.changed)


def merged(report: Report, laid: Sequence[Aligned]) -> Link | None:
    """The copy link of a report put together from several, to the one that most of it is from."""
    parts = [part for part in laid if part.coverage >= PART and is_unchanged(part)]
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
