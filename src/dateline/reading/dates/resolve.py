"""Time expressions of a story, resolved in text order against its publication and what it spoke of last."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from dateline.codebook.calendar import Calendar
from dateline.model.reading import Sentence
from dateline.model.story import Story
from dateline.model.time import Time
from dateline.model.token import Token
from dateline.reading.dates.bounds import Bounds, day_bounds
from dateline.reading.dates.checks import is_date, without_counted_day
from dateline.reading.dates.combined import Counted, Related
from dateline.reading.dates.compose import compose
from dateline.reading.dates.context import Context
from dateline.reading.dates.dated import Day, DayOfMonth, Month, OfYear
from dateline.reading.dates.events import since_events
from dateline.reading.dates.found import Item
from dateline.reading.dates.grammar import grammar
from dateline.reading.dates.line import Line
from dateline.reading.dates.relative import Overnight, Shift, Weekday
from dateline.reading.dates.tense import Governor, Verbs

NIGHTLY = frozenset({"night", "midnight"})


def resolve_times(
    story: Story, sentences: Sequence[Sentence], tokens: Sequence[Token], calendar: Calendar
) -> tuple[Time, ...]:
    """All time expressions of a story's sentences, in text order, apart from each other.

    They are set against the day on which the story was written (`Story.written_at`). Without it what is relative stays
    open: it is returned with nulls and the precision "unknown". Zones are not converted. Durations ("for eight
    days") are no dates and not returned. In a story of Monday 5 July 2021 "fled on Saturday" gives 2021-07-03.
    """
    published, moment = _anchor(story)
    context = Context(published, calendar.phases, moment)
    times: list[Time] = []
    for sentence in sentences:
        line = Line(tokens[sentence.first : sentence.last])
        if not line.tokens:
            continue
        context = _read_sentence(story, sentence, line, calendar, context, times)
    return tuple(times)


def _anchor(story: Story) -> tuple[date | None, datetime | None]:
    given = story.written_at
    if not given:
        return None, None
    try:
        moment = datetime.fromisoformat(given)
    except ValueError:
        return None, None
    return moment.date(), moment if len(given) > len("2021-07-05") else None


def _read_sentence(
    story: Story, sentence: Sentence, line: Line, calendar: Calendar, context: Context, times: list[Time]
) -> Context:
    """Adds the times of one sentence; gives the context for the next one."""
    items = [without_counted_day(item, line) for item in grammar(calendar).items(line)]
    items = compose([item for item in items if is_date(item, line, calendar)], line, calendar)
    items = sorted([*items, *since_events(line, items)], key=lambda item: item.first)
    if not items:
        return replace(context, told=None)
    verbs = Verbs(line.tokens, sentence.part, calendar)
    resolved: list[tuple[Item, Bounds | None]] = []
    for item in items:
        head = line.words(item.head_at, item.head_at + 1)[0].index
        governor = verbs.governor(head, line.words(item.first, item.last)[-1].index)
        told = context.told if verbs.is_narrated(governor) else None
        here = replace(context, tense=governor.tense, is_direct=governor.is_direct, told=told)
        bounds, spoken = _resolved(item, here)
        if item.meaning is not None:
            context = _remembered(context, item, spoken, verbs, governor)
        resolved.append((item, bounds))
    days = [
        bounds for item, bounds in resolved if bounds and isinstance(item.meaning, Day | DayOfMonth | Weekday | Shift)
    ]
    for item, bounds in resolved:
        if (item.meaning is None or isinstance(item.meaning, Overnight)) and days:
            bounds = _on_the_day(item, days, context) or bounds
        elif item.meaning is None and not item.is_clock:
            continue
        if item.meaning is None and not item.is_clock and item.head_at == item.first:
            continue  # a bare "night" beside a day elsewhere in the sentence: night goggles, the night shift
        times.append(_time(story, line, item, bounds))
    return context


def _resolved(item: Item, context: Context) -> tuple[Bounds | None, Bounds | None]:
    """The days of an item, and those that "that day" will mean after it: of a night its first day, of "since April"
    April; None after what could not be resolved."""
    try:
        bounds = item.meaning.bounds(context) if item.meaning else None
        spoken = bounds
        if isinstance(item.meaning, Related):
            spoken = item.meaning.of.bounds(context) if item.meaning.of else context.last
        # A night runs into the next day; a clock time in the night does not.
        if bounds and (evening := bounds.earliest) and item.part in NIGHTLY and not item.is_clock:
            bounds, spoken = bounds.into_the_next_day(), day_bounds(evening)
    except (ValueError, OverflowError):  # "900 centuries ago" lies beyond the years that dates can have
        return None, None
    return bounds, spoken


def _remembered(context: Context, item: Item, spoken: Bounds | None, verbs: Verbs, governor: Governor) -> Context:
    """The context with what later expressions may lean on."""
    if verbs.is_telling(governor) and not isinstance(item.meaning, Related):
        return replace(context, told=None)
    day = spoken.one_day if spoken else None
    event = verbs.event_of(governor) if day and not isinstance(item.meaning, Counted | Related) else None
    if event is not None:
        is_new = context.events.get(event, day) == day
        context = replace(context, events={**context.events, event: day if is_new else None})
    is_dated = isinstance(item.meaning, OfYear) or (
        isinstance(item.meaning, Day | Month) and (item.meaning.year is not None or context.told is not None)
    )
    told = spoken.earliest if spoken and is_dated and verbs.is_narrated(governor) else None
    return replace(context, last=spoken, told=told)


def _on_the_day(item: Item, days: list[Bounds], context: Context) -> Bounds | None:
    """A bare clock time, part of the day or night takes the sentence's day, if there is but one."""
    day = days[0].one_day
    if day is None or any(other.one_day != day for other in days):
        return None
    if isinstance(item.meaning, Overnight):
        return Overnight(day).bounds(context)
    return day_bounds(day)


def _time(story: Story, line: Line, item: Item, bounds: Bounds | None) -> Time:
    start, end = line.offset(item.first, is_end=False), line.offset(item.last, is_end=True)
    text = story.text[start:end]
    if bounds is None:
        return Time(text, start, end, None, None, None, "unknown", item.part)
    earliest, latest = (day.isoformat() if day else None for day in (bounds.earliest, bounds.latest))
    is_long = item.part in NIGHTLY and bounds.grain not in ("day", "days", "before", "after")
    return Time(text, start, end, bounds.edtf, earliest, latest, bounds.grain, None if is_long else item.part)
