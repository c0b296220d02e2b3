"""Scores the grouping of stories by what they tell of, on ECB+: topics with two events that look alike."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from dateline.codebook.codebook import load_codebook
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.police import police_records
from dateline.evaluation.result import Result
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.linking.likeness import matters
from dateline.linking.report import ReportReader
from dateline.model.story import Story
from dateline.settings import SHIPPED, Settings


class Placed(NamedTuple):
    """Of a story: which share of its group tells of its event, and which share of its event is in its group."""

    precision: float
    recall: float


def coreference_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`event_b3`: B-cubed F1 of stories grouped by their event; `lookalikes_apart`: look-alike pairs kept apart.

    `path` has one JSON object a line with "id", "text", "topic" and "subtopic", the event that the story tells of. Two
    events of one topic are look-alikes. All stories are grouped at once and by their texts alone: nothing is said of
    topics, days or outlets. `event_b3_precision` and `event_b3_recall` are the two halves.
    """
    reader = ReportReader(
        load_codebook(settings.codebook), gazetteer=open_gazetteer(settings.codebook, settings.gazetteer)
    )
    records = list(police_records(path))
    stories = {record["id"]: _story(record["id"], record["text"]) for record in records}
    groups = matters([reader.report(story, [(0, len(story.text), "body")]) for story in stories.values()])
    event = {record["id"]: str(record["subtopic"]) for record in records}
    topic = {record["id"]: str(record["topic"]) for record in records}
    group = {story: number for number, members in enumerate(groups) for story in members}
    placed = [_placed(story, group, event) for story in sorted(stories)]
    pairs = combinations(sorted(stories), 2)
    alike = [(one, two) for one, two in pairs if topic[one] == topic[two] and event[one] != event[two]]
    apart = [group[one] != group[two] for one, two in alike]
    scores = {
        "event_b3": b_cubed(placed),
        "event_b3_precision": mean(one.precision for one in placed),
        "event_b3_recall": mean(one.recall for one in placed),
        "lookalikes_apart": mean(apart),
    }
    bounds = {"event_b3": interval(placed, b_cubed), "lookalikes_apart": interval(apart, partial(mean), 200)}
    return Result(len(stories), scores, bounds)


def _placed(story: str, group: dict[str, int], event: dict[str, str]) -> Placed:
    """B-cubed (Bagga and Baldwin 1998) of one story."""
    beside = {other for other in group if group[other] == group[story]}
    wanted = {other for other in event if event[other] == event[story]}
    common = len(beside & wanted)
    return Placed(common / len(beside), common / len(wanted))


def b_cubed(placed: Sequence[Placed]) -> float:
    """F1 of the mean precision and the mean recall."""
    precision, recall = mean(one.precision for one in placed), mean(one.recall for one in placed)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def mean(values: Iterable[float]) -> float:
    """The mean, 0 of nothing."""
    found = list(values)
    return sum(found) / max(1, len(found))


def _story(number: str, text: str) -> Story:
    return Story(number, number, "gold", None, None, None, None, None, None, None, "en", text)
