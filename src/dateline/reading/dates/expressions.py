"""The time expressions themselves, one pattern each, without what stands around them.

The line that patterns run over is lower case, so words in capitals are free to stand for the calendar's vocabulary
and for the few shapes that recur; `patterns.py` spells them out. Among matches that begin together the longest wins,
among equals the first of the table.
"""

import re
from itertools import pairwise

from dateline.reading.dates.combined import Counted, Phased, Range, Related
from dateline.reading.dates.context import Meaning
from dateline.reading.dates.dated import Day, DayOfMonth, Month, Months, OfYear, Season, WeekOf, Years, half, quarter
from dateline.reading.dates.eras import Named, OtherEra
from dateline.reading.dates.found import Found
from dateline.reading.dates.patterns import Build
from dateline.reading.dates.relative import (
    Overnight,
    Recent,
    Shift,
    Spoken,
    Unclear,
    Weekday,
    Weekend,
    Whole,
    Window,
    YearBefore,
)

ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4,
    "latter": 2,
}  # fmt: skip
WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
RELATIVE_DAYS = {
    "today": 0, "yesterday": -1, "the day before yesterday": -2, "tomorrow": 1, "the day after tomorrow": 2,
    "tonight": 0, "tonite": 0,
}  # fmt: skip
TEXT_OFFSETS = {
    "previous": -1,
    "before": -1,
    "preceding": -1,
    "prior": -1,
    "following": 1,
    "next": 1,
    "after": 1,
    "same": 0,
}


def _numeric(found: Found) -> Meaning | None:
    """Day and month in figures: read when one of them can be no month, left open otherwise."""
    first, second = found.day, found.second
    if 12 < first <= 31 and 0 < second <= 12:
        return Day(second, first, found.year)
    if (0 < first <= 12 < second <= 31) or first == second:
        return Day(first, second, found.year)
    return Unclear() if 0 < first <= 12 and 0 < second <= 12 else None


def _days(found: Found) -> Meaning | None:
    first, last = (Day(found.month, day, found.year) for day in (found.day, found.second))
    return Range(first, last) if found.day < found.second else None


def _list_of_days(found: Found) -> Meaning | None:
    """ "July 1, 2 and 3", "5 and 6 July": the days from the first to the last."""
    days = [int(number) for number in [*re.findall(r"\d+", found.word("list")), found.word("day")]]
    if not found.word("list").endswith("and "):
        days = days[-1:] + days[:-1]
    is_rising = all(first < last for first, last in pairwise(days)) and days[-1] <= 31
    return Range(*(Day(found.month, day, found.year) for day in (days[0], days[-1]))) if is_rising else None


def _of_a_year(found: Found) -> Meaning:
    """What is followed by "last year": a day, a month, a quarter, a half, the first so many months, a season."""
    from_text = found.word("which") in ("the previous", "the following")
    if found.word("month"):
        part: Day | Month | Months | Season = Day(found.month, found.day) if found.day else Month(found.month)
    elif found.word("season"):
        part = Season(found.season)
    else:
        part = _months(found)
    return OfYear(part, Whole("year", found.offset, from_text))


def _months(found: Found) -> Months:
    if found.word("quarter"):
        return quarter(ORDINALS[found.word("quarter")], found.year)
    if found.word("half"):
        return half(ORDINALS[found.word("half")], found.year)
    return Months(1, max(1, min(found.count[1], 12)), found.year)


def _years(found: Found) -> Meaning | None:
    first, end = found.number("year"), found.word("to")
    last = int(str(first)[: 4 - len(end)] + end)
    return Years(first, last) if first < last <= first + 100 else None


def _year(found: Found) -> Meaning | None:
    return Years(found.year, found.year) if found.year else None


def _decade(found: Found) -> Meaning:
    first = found.number("decade") * 10 or 1900 + 10 * found.number("tens")
    return Years(first, first + 9, "decade")


def _relative_day(found: Found) -> Meaning:
    offset = RELATIVE_DAYS[found.word("relative")]
    return Shift("day", abs(offset), abs(offset), 1 if offset > 0 else -1)


def _ago(found: Found) -> Meaning | None:
    low, high = found.count if found.word("number") else (2, 9)
    return Shift(found.unit, low, high, -1, is_rough=bool(found.word("rough"))) if high else None


def _apart(found: Found) -> Meaning:
    return Shift(found.unit, *found.count, 1 if found.word("on") else -1, from_text=True)


def _counted(found: Found) -> Meaning | None:
    low, high = found.count if found.word("number") else (1, 1)
    if found.word("way") == "of":
        low = high = 0
    return Counted(Shift(found.unit, low, high, -1 if found.word("way") in ("before", "prior to") else 1))


def _spoken(found: Found) -> Meaning:
    return Related(found.calendar.relations[found.word("relation")], Spoken())


def _whole(found: Found) -> Meaning:
    if found.unit == "weekend":
        return Weekend(found.which)
    return Whole(found.unit, found.offset, from_text=found.word("which") in ("the previous", "the following"))


def _window(found: Found) -> Meaning:
    return Window(found.unit, *(found.count if found.word("number") else (1, 1)), -1 if found.word("back") else 1)


def _of_the_text(found: Found) -> Meaning:
    return Whole(found.calendar.units.get(found.word("unit"), "day"), TEXT_OFFSETS.get(found.word("way"), 0), True)


def _phase_of_unit(found: Found) -> Meaning:
    words = found.word("phase").replace("-", "- ").strip()
    phase = found.calendar.phase_words.get(words) or found.calendar.phase_words[words.rstrip("- ")]
    return Phased(phase, Whole(found.unit, 0), words.startswith("earlier"), words.startswith("later"))


def _named(found: Found) -> Meaning:
    days = found.calendar.days
    name = found.word("name")
    return Named(days[name] if name in days else days[name.replace("-", " ")], found.year)


def _hijri(found: Found) -> Meaning:
    return OtherEra(
        "hijri", found.number("era") or None, found.look("hijri", found.calendar.hijri_months), found.day or None
    )


def _solar(found: Found) -> Meaning:
    return OtherEra(
        "solar", found.number("era") or None, found.look("solar", found.calendar.solar_months), found.day or None
    )


EXPRESSIONS: tuple[tuple[str, Build], ...] = (
    # Days of the calendar
    ("YEARDASHMONTH_NUMBERDASHDAY_NUMBER(?:t[0-9:]+z?)?", lambda f: Day(f.number("month_number"), f.day, f.year)),
    (r"DAY_NUMBER ?(?P<mark>[/.]) ?(?P<second>\d\d?) ?(?P=mark) ?YEAR", _numeric),
    (r"DAY_NUMBER(?P<mark>[/.])(?P<second>\d\d?)(?P=mark)(?P<short>\d\d)", _numeric),
    ("(?:ON)?DAY(?: of | day of |DASH| )MONTH(?:COMMA | of |DASH| )YEAR", lambda f: Day(f.month, f.day, f.year)),
    (r"(?:ON)?DAY MONTH '?(?P<short>\d\d)", lambda f: Day(f.month, f.day, f.year)),
    ("(?:ON)?DAY(?: of | day of |DASH| )MONTH", lambda f: Day(f.month, f.day)),
    ("the ORDINAL(?: day)? of MONTH(?:COMMA? YEAR)?",
     lambda f: Day(f.month, f.look("ordinal", f.calendar.ordinals), f.year)),
    ("(?:ON)?MONTH (?:the )?DAY(?:COMMA? (?:of )?YEAR)?", lambda f: Day(f.month, f.day, f.year)),
    ("MONTH DAY(?P<list>(?:COMMA \\d\\d?)*(?: ?,)? and \\d\\d?)(?:COMMA? YEAR)?", _list_of_days),
    ("(?P<list>LISTED(?:COMMA LISTED)*(?: ?,)? and )DAY(?: of)? MONTH(?:COMMA? YEAR)?", _list_of_days),
    ("(?:(?<=on )|(?<=by )|(?<=since )|(?<=until )|(?<=before )|(?<=after ))the ORDINAL_DAY(?! of| MONTH)",
     lambda f: DayOfMonth(f.day)),
    ("(?:the )?ORDINAL_DAY of (?P<which>this|last|next|the) month", lambda f: DayOfMonth(f.day, f.offset)),
    ("MONTH DAY(?:DASH| to | through | until )TO_DAY(?:COMMA? YEAR)?", _days),
    ("(?:between|from) MONTH DAY (?:and|to|until|through) TO_DAY(?:COMMA? YEAR)?", _days),
    ("(?:from )?DAY(?:DASH| to | through | until )TO_DAY(?: of)? MONTH(?:COMMA? YEAR)?", _days),
    ("between DAY and TO_DAY(?: of)? MONTH(?:COMMA? YEAR)?", _days),
    ("DAY HIJRI ERA", _hijri),
    ("(?:the )?DAY of HIJRI(?: ERA)?", _hijri),
    (r"on DAY HIJRI(?! 1[34]\d\d)", _hijri),
    ("HIJRI (?:DAYCOMMA )?ERA", _hijri),
    ("DAY SOLAR ERA", _solar),
    ("(?:the )?DAY of SOLAR(?: ERA)?", _solar),
    (r"on DAY SOLAR(?! 1[34]\d\d)", _solar),
    ("SOLAR (?:DAYCOMMA )?ERA", _solar),
    ("(?:the )?NAMED(?:COMMA? (?:of )?YEAR)?", _named),
    # Months, seasons, years
    ("MONTH(?:COMMA | of |DASH| )YEAR", lambda f: Month(f.month, f.year)),
    ("MONTH", lambda f: Month(f.month)),
    ("(?P<which>last|this past|this|this coming|next) MONTH", lambda f: Month(f.month, None, f.which)),
    ("(?:MONTH(?: DAY)?|(?:the )?QUARTER(?: |DASH)quarter|(?:the )?HALF half|the first NUMBER months|(?:the )?SEASON)"
     "(?:COMMA| of)? (?P<which>WHICH) year", _of_a_year),
    ("DAY MONTH(?:COMMA| of)? (?P<which>WHICH) year", _of_a_year),
    ("(?:(?:the )?HALF half|the first NUMBER months) of YEAR", _months),
    ("the (?P<week>first|second|third|fourth|last|final) week (?:of|in) MONTH(?:COMMA? YEAR)?",
     lambda f: WeekOf(WEEKS[f.word("week")], Month(f.month, f.year))),
    ("(?:the )?SEASON(?:COMMA | of | )YEAR", lambda f: Season(f.season, f.year)),
    ("(?P<which>this|last|next|this past|this coming|the coming) SEASON", lambda f: Season(f.season, None, f.which)),
    ("(?:the )?QUARTER(?: |DASH)(?:fiscal )?quarter(?:COMMA? (?:of |in )?YEAR)?", _months),
    ("(?:the )?(?P<which>last|this|next|previous) quarter", lambda f: Whole("quarter", f.offset)),
    (r"q(?P<day>[1-4])(?: (?:of )?YEAR)?", lambda f: quarter(f.day, f.year)),
    (r"YEARDASH(?P<to>(?:1[5-9]|20)\d\d|\d\d)", _years),
    ("YEAR", _year),
    (r"(?:the )?(?P<decade>(?:1[5-9]|20)\d)0 ?'?s", _decade),
    (r"(?:the ?'? ?|' ?|(?<=the [2-9]0s and )|(?<=the [2-9]0s or ))(?P<tens>[2-9])0 ?'?s", _decade),
    (r"(?:(?<=in )|(?<=since )|(?<=of )|(?<=until )|(?<=from ))' ?(?P<short>\d\d)", _year),
    # The days of the week
    ("(?:(?P<which>last|next|this|this past|this coming|the previous|the following|past|coming) )?WEEKDAY",
     lambda f: Weekday(f.weekday, f.which)),
    ("WEEKDAY(?:COMMA | of | )(?P<which>last|this|next) week", lambda f: Weekday(f.weekday, week=f.offset)),
    ("(?P<which>last|this|next) week (?:on )?WEEKDAY", lambda f: Weekday(f.weekday, week=f.offset)),
    ("(?:(?P<which>this|last|next|this past|the past|the previous|previous|this coming|the coming|past|coming|"
     "another|the|a) )?(?:long )?(?P<unit>weekend)", _whole),
    # Against the day of the report
    ("(?P<relative>today|yesterday|tomorrow|tonight|the day before yesterday|the day after tomorrow)", _relative_day),
    ("(?:(?P<rough>ROUGH) )?NUMBER UNIT ago", _ago),
    ("(?P<unit>hours|days|weeks|months|years|decades) ago", _ago),
    ("NUMBER UNIT from (?:now|today)", lambda f: Shift(f.unit, *f.count, 1)),
    ("in NUMBER UNIT ' time", lambda f: Shift(f.unit, *f.count, 1)),
    ("(?P<which>last|this|next|the previous|the following|this coming|the coming|the current) "
     "(?P<unit>week|month|year|decade|century)", _whole),
    ("so far this (?P<unit>week|month|year)", lambda f: Phased("early", Whole(f.unit, 0), is_earlier=True)),
    ("(?<=comes )(?:(?P<rough>ROUGH|just|only) )?NUMBER UNIT after", _ago),
    (r"(?P<which>this) (?P<unit>weeks|months|years)(?= \w)", _whole),
    ("(?:the )?(?:(?P<back>past|last|previous|preceding)|next|coming|following) NUMBER UNIT"
     "(?! of (?:the|a|his|her|its|their|this|that))", _window),
    ("the last (?P<unit>week|month|year|decade|century)(?! of)", lambda f: Window(f.unit, 1, 1, -1)),
    ("(?:the|this) past (?P<unit>week|month|year|decade|century)", lambda f: Window(f.unit, 1, 1, -1)),
    ("the (?:past|last) (?P<unit>day|night)", lambda f: Window("day", 1, 1, -1)),
    ("(?:the )?(?:more |most )?(?:recent|past) PLURAL", lambda f: Recent(-1)),
    ("(?:the )?coming PLURAL", lambda f: Recent(1)),
    ("overnight|during the night|in the night", lambda f: Overnight()),
    ("PHASE (?:the|this) (?P<unit>week|month|year|decade|century)", _phase_of_unit),
    # Against the day the text spoke of last
    ("NUMBER UNIT (?:earlier|previously|before that|before then|prior)(?! than| to)", _apart),
    ("NUMBER UNIT (?P<on>later|after that|afterwards|after then)(?! than)", _apart),
    ("NUMBER UNIT (?P<way>after|before|following|prior to)(?= )", _counted),
    ("(?:the|that) (?:very )?(?P<way>previous|preceding|following|next|same) (?P<unit>day|week|month|year|night)",
     _of_the_text),
    ("that (?:same )?(?P<unit>day|week|month|year|night)", _of_the_text),
    ("the (?P<unit>day|week|month|year) (?P<way>before|after)(?= [,.;:)]|$)", _of_the_text),
    ("the (?P<unit>day|week|month|year) (?P<way>previous|prior)(?! to)", _of_the_text),
    ("the (?P<unit>day) (?P<way>before|after|of)(?= )", _counted),
    ("(?:the|that) same (?P<span>day|week|month|quarter|period)(?: of| in)? "
     "(?:last year|the (?:previous|preceding|prior) year|the year before|a year (?:ago|earlier|before|previously))",
     lambda f: YearBefore(f.word("span"))),
    ("(?:earlier|later|late|early)(?: on)?(?: in)? (?:the|that)(?: same)? day", _of_the_text),
    ("on (?:that|the same) occasion", _of_the_text),
    ("(?P<relation>since|by|until|till|before) (?:then|that (?:date|time|point))", _spoken),
)  # fmt: skip

# Parts of the day; the first shapes are clock times. They name no day of their own.
CLOCKS: tuple[str, ...] = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.][0-5]\d)* ?(?P<half>am|pm|a\.m\.|p\.m\.|a\.m|p\.m)(?:ZONE)*",
    r"(?P<hour>[01]?\d|2[0-3])[:.][0-5]\d(?:ZONE)+",
    r"(?P<hour>[01]?\d|2[0-3]):[0-5]\d",
    r"(?P<hours>[0-2]\d[0-5]\d)(?:ZONE)+",
    r"(?P<hour>[01]?\d) ?o ?' ?clock",
    r"(?:(?<=at )|(?<=approximately ))(?P<hours>(?:[01]\d|2[0-3])[0-5]\d)(?:ZONE)*",
    r"(?P<hours>(?:[01]\d|2[0-3])[0-5]\d)(?= (?:on (?:DAY MONTH|WEEKDAY)|today|yesterday|last night|this))",
)
PARTS: tuple[str, ...] = (
    "(?:in |during |at |by |around |about )(?:the )?PART",
    "(?:just )?(?:before|after|around) PART",
    "(?P<this>this|last|that|the same|the next|the following|the previous) PART",
    "(?:later|earlier) (?:in |on )?(?:the|that) PART",
    "(?:the )?PART(?= (?:of|on|from|between|to|into) )",
    "PART",
)
