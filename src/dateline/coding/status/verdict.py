"""Has it happened? The status of a predicate from its grammar, the cues that govern it, and its date."""

from collections.abc import Iterator
from datetime import date, timedelta

from dateline.codebook.status import StatusCues
from dateline.coding.candidate import Candidate
from dateline.coding.status.modifiers import modifiers, words_before
from dateline.coding.status.scope import climb
from dateline.coding.status.tenses import Verdict, tense_of
from dateline.model.claim import Status
from dateline.model.reading import Reading
from dateline.model.time import Time

__all__ = ["Verdict", "status_of"]

# News reports the last days; what ended longer before publication is history to this report.
NEWS_DAYS = 14
# When cues contradict each other the first of these wins: what may not have happened is not counted as happened.
_ORDER: tuple[Status, ...] = ("denied", "planned", "possible", "background", "ongoing")


def status_of(
    reading: Reading, candidate: Candidate, cues: StatusCues, light_verbs: dict[str, str], time: Time | None
) -> Verdict:
    """The status of a candidate. Without any cue a past or perfect verb, or an event noun, has occurred."""
    found = list(_governing(reading, candidate, cues, light_verbs))
    for status in _ORDER[:3]:
        for verdict in found:
            if verdict.status == status:
                return verdict
    if history := _history(reading, time):
        return history
    for verdict in found:
        # "three days earlier" is a day of the news: its words say when, and no more.
        if verdict.status == "background" and not (time and verdict.why.strip('"') in time.text.split()):
            return verdict
    tense = tense_of(reading, candidate, light_verbs)
    if tense.status != "occurred":
        return tense
    return next((verdict for verdict in found if verdict.status == "ongoing"), tense)


def _governing(
    reading: Reading, candidate: Candidate, cues: StatusCues, light_verbs: dict[str, str]
) -> Iterator[Verdict]:
    """The cues over a predicate, from its own modifiers up through what governs it."""
    node = candidate.head
    for part in range(candidate.first, candidate.last + 1):
        if part != node and reading.tokens[part].head != node:
            yield from modifiers(reading, part, cues)
    yield from words_before(reading, node, cues)
    yield from climb(reading, node, cues, light_verbs)


def _history(reading: Reading, time: Time | None) -> Verdict | None:
    published = reading.story.written_at
    if time is None or time.latest is None or published is None:
        return None
    if date.fromisoformat(time.latest) < date.fromisoformat(published[:10]) - timedelta(days=NEWS_DAYS):
        return Verdict("background", f'"{time.text}" is more than {NEWS_DAYS} days before publication')
    if time.earliest is None and any(unit in time.text.lower().split() for unit in ("months", "years", "decades")):
        return Verdict("background", f'"{time.text}" is a span of months or years')
    if time.earliest and date.fromisoformat(time.earliest) > date.fromisoformat(published[:10]):
        return Verdict("planned", f'"{time.text}" is after publication')
    return None
