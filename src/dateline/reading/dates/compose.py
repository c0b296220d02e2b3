"""Joins expressions with what stands around them: days with their parts, phases, ranges, since and until."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from dateline.codebook.calendar import Calendar
from dateline.reading.dates.combined import Night, Phased, Range, Related
from dateline.reading.dates.dated import Day, DayOfMonth, Month, Months, OfYear, Season, Years
from dateline.reading.dates.events import with_counts
from dateline.reading.dates.found import Item
from dateline.reading.dates.line import Line
from dateline.reading.dates.relative import Overnight, Recent, Shift, Weekday, Weekend, Whole

Pair = Callable[[Item, Item, str], Item | None]
EARLY_LATE = re.compile(r"(?:\b(?:very )?(?P<when>early|late|earlier|later)(?: on| in the day on)? )$")
NIGHT_TO_DAY = re.compile(r" (?:(?P<before>to|into)|(?P<of>of|from|between)|on|,)? ?(?:the )?")
PART_TO_DAY = re.compile(r" (?:of |on |, ?)?(?:the )?")
DAY_TO_PART = re.compile(r"(?: ?,)? (?:in |at |around |about |by |just |shortly |before |after |early |late |the )*")
RANGE = re.compile(r" ?(?:-|to|until|till|through|thru|into) ?")
COORDINATED = re.compile(r"(?: ?,)? (?:and |or |to )?(?:on )?")
APPOSED = re.compile(r"(?P<open> ?\( ?(?:on )?| ?, (?:on )?)")
DEICTIC = (Weekday, Shift)
CUT = (Month, OfYear, Years, Whole, Months, Season, Weekend)


def compose(items: list[Item], line: Line, calendar: Calendar) -> list[Item]:
    """The items with their surroundings taken in, still in order and apart."""
    items = _pairs(items, line, _apposition)
    items = _pairs(items, line, _day_and_part)
    items = _pairs(items, line, _apposition)  # "Sunday night, December 27"
    items = [_with_early_or_late(item, line) for item in items]
    items = [_with_phase(item, line, calendar) for item in items]
    items = _with_shared_years(items, line)
    items = _pairs(items, line, _range)
    items = with_counts(items, line)
    done: list[Item] = []
    for item in items:
        related = _with_relation(item, line, calendar)
        done.append(related if not done or related.first >= done[-1].last else item)
    return done


def _pairs(items: list[Item], line: Line, join: Pair) -> list[Item]:
    done: list[Item] = []
    for item in items:
        joined = join(done[-1], item, line.text) if done else None
        if joined is not None:
            done[-1] = joined
        else:
            done.append(item)
    return done


def _apposition(left: Item, right: Item, text: str) -> Item | None:
    """ "Tuesday (tomorrow)", "Today (on Sunday)", "Sunday, 4 July": the date wins, then what stands in brackets."""
    gap = APPOSED.fullmatch(text[left.last : right.first])
    if gap is None or left.meaning is None or right.meaning is None:
        return None
    in_brackets = "(" in gap["open"]
    if in_brackets and not re.match(r" ?\)", text[right.last :]):
        return None
    last = right.last + text[right.last :].index(")") + 1 if in_brackets else right.last
    if isinstance(right.meaning, Day) and isinstance(left.meaning, DEICTIC):
        return replace(right, first=left.first, last=last, part=left.part or right.part)
    if in_brackets and isinstance(left.meaning, (*DEICTIC, Day)) and isinstance(right.meaning, DEICTIC):
        meaning = left.meaning if isinstance(left.meaning, Day) else right.meaning
        return replace(left, last=last, meaning=meaning, part=left.part or right.part)
    return None


def _night(left: Item, right: Item, between: str) -> Item | None:
    """ "in the night to Monday", "overnight on Saturday"; of "the night of Sunday to Monday" the first two."""
    if left.part != "night" or right.part or not isinstance(left.meaning, Overnight | None):
        return None
    gap = NIGHT_TO_DAY.fullmatch(between)
    if gap is None or not isinstance(right.meaning, (*DEICTIC, Day, DayOfMonth, Range)) or left.is_clock:
        return None
    if isinstance(right.meaning, Range) or gap["of"] or (gap["before"] is None and left.meaning is None):
        return replace(right, first=left.first, part="night")
    return replace(right, first=left.first, meaning=Night(right.meaning, ends=gap["before"] is not None), part="night")


def _day_and_part(left: Item, right: Item, text: str) -> Item | None:
    """ "Sunday night", "at dawn on Saturday", "Monday at 8 am", "2:00 am (0100 GMT) on Wednesday"."""
    gap = text[left.last : right.first]
    if (night := _night(left, right, gap)) is not None:
        return night
    if left.meaning is None and right.meaning is not None:
        if not PART_TO_DAY.fullmatch(gap):
            return None
        return replace(right, first=left.first, part=left.part, is_clock=left.is_clock)
    if right.meaning is None and left.meaning is not None:
        if not DAY_TO_PART.fullmatch(gap):
            return None
        is_clock = left.is_clock if left.part else right.is_clock
        return replace(left, last=right.last, part=left.part or right.part, is_clock=is_clock)
    if left.meaning is None and right.meaning is None and DAY_TO_PART.fullmatch(gap):
        return replace(left, last=right.last)
    return None


def _with_early_or_late(item: Item, line: Line) -> Item:
    """ "late Sunday", "early on Monday", "earlier today"."""
    if not isinstance(item.meaning, (Day, Weekday, Shift)) or (
        isinstance(item.meaning, Shift) and item.meaning.high > 2
    ):
        return item
    if not (match := EARLY_LATE.search(line.text[: item.first])):
        return item
    part = {"early": "early morning", "late": "evening"}.get(match["when"])
    return replace(item, first=match.start("when"), part=item.part or part)


def _with_phase(item: Item, line: Line, calendar: Calendar) -> Item:
    """ "early July", "mid-February", "at the end of last year", "earlier this week"."""
    if not isinstance(item.meaning, CUT):
        return item
    match = _phases(calendar).search(line.text[: item.first])
    if match is None:
        return item
    meaning = Phased(
        calendar.phase_words[match["phase"]], item.meaning, "earlier" in match["phase"], "later" in match["phase"]
    )
    return replace(item, first=match.start(), meaning=meaning)


def _with_shared_years(items: list[Item], line: Line) -> list[Item]:
    """ "Jan. 1 and Jan. 3, 2017": a year that stands once in a list counts for all of it."""
    items = list(items)
    for index in range(len(items) - 2, -1, -1):
        left, right = items[index], items[index + 1]
        gap = line.text[left.last : right.first]
        if not isinstance(left.meaning, Day | Month) or not isinstance(right.meaning, Day | Month):
            continue
        if not COORDINATED.fullmatch(gap):
            continue
        if left.meaning.year is None and right.meaning.year:
            items[index] = replace(left, meaning=replace(left.meaning, year=right.meaning.year))
        elif left.meaning.year and right.meaning.year is None and left.meaning.month <= right.meaning.month:
            items[index + 1] = replace(right, meaning=replace(right.meaning, year=left.meaning.year))
    return items


def _range(left: Item, right: Item, text: str) -> Item | None:
    """ "from Monday to Wednesday", "between 30 June and 2 July", "March - May 2014"."""
    if left.meaning is None or right.meaning is None or isinstance(right.meaning, Related | Recent):
        return None
    before = re.search(r"\b(?:from|between) (?:late |early |the )*$", text[: left.first])
    gap = text[left.last : right.first]
    of_night = re.search(r"\bbetween ", text[left.first : left.last]) if left.part == "night" else None
    opening = before or of_night
    is_between = opening is not None and opening[0].startswith("between") and re.fullmatch(r" and (?:the )?", gap)
    if not is_between and not RANGE.fullmatch(gap):
        return None
    first = before.start() if before else left.first
    part = "night" if left.part == "night" and right.part is None else None
    return replace(right, first=first, meaning=Range(left.meaning, right.meaning), part=part)


def _with_relation(item: Item, line: Line, calendar: Calendar) -> Item:
    """ "since April", "by Tuesday evening", "until mid-July"; not "by Tuesday's vote" nor "before dawn on Saturday"."""
    if item.meaning is None or isinstance(item.meaning, Related | Recent):
        return item
    match = _relations(calendar).search(line.text[: item.first])
    if match is None:
        return item
    relation = calendar.relations[match["relation"]]
    following = line.after(item.last)
    if following is not None and following.tag in ("POS", "NN", "NNS", "NNP", "NNPS", "JJ") and relation != "since":
        return item
    starts_with_part = item.part is not None and item.head_at > item.first
    if relation in ("before", "after") and starts_with_part and not isinstance(item.meaning, Range):
        return replace(item, first=match.start())
    return replace(item, first=match.start(), meaning=Related(relation, item.meaning))


@cache
def _phases(calendar: Calendar) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<phase>{_alternatives(calendar.phase_words)})(?: ?- ?| )(?:the )?$")


@cache
def _relations(calendar: Calendar) -> re.Pattern[str]:
    rough = "(?:at least |about |around |roughly |late |early )*"
    return re.compile(rf"(?<!\w)(?P<relation>{_alternatives(calendar.relations)}) {rough}(?:the )?$")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
