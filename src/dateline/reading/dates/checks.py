"""Tells dates from their look-alikes with the parse: the modal "may", the verb "march", the number 2016, names."""

import re

from dateline.codebook.calendar import Calendar
from dateline.model.token import Token
from dateline.reading.dates.combined import Range, Related
from dateline.reading.dates.dated import Day, DayOfMonth, Month, Years
from dateline.reading.dates.eras import Named
from dateline.reading.dates.found import Item
from dateline.reading.dates.line import Line
from dateline.reading.dates.relative import Spoken, Weekday

OLD = 1800  # a bare year before this one needs a preposition
HYPHENED = frozenset({"mid", "early", "late", "pre", "post", "end"})
COUNTABLE = frozenset({"NNS", "NNPS"})


def is_date(item: Item, line: Line, calendar: Calendar) -> bool:
    """Whether the parse agrees that the item is a date and no other word, number or name."""
    meaning = item.meaning
    if meaning is not None and (before := _before(item, line)) is not None and before.lemma in ("every", "each"):
        return False
    if isinstance(meaning, Month) and meaning.year is None and not _is_month(item, line, calendar):
        return False
    if isinstance(meaning, Years) and line.text[item.first : item.last].isdecimal() and not _is_year(item, line):
        return False
    if isinstance(meaning, Named) and meaning.year is None and not meaning.day.at[0]:
        return line.token(item.last - 1).relation != "compound"  # the Christmas market
    if item.is_clock and line.text[item.first : item.last].isdecimal():
        following = line.after(item.last)
        return following is None or not following.tag.startswith("NN")  # at 1446 Main Road
    if isinstance(meaning, Related) and isinstance(meaning.of, Spoken) and meaning.relation == "by":
        following = line.after(item.last)
        return following is None or following.tag != "NNP"  # by then President So-and-so
    if isinstance(meaning, DayOfMonth) and meaning.offset is None:
        following = line.after(item.last)
        return line.token(item.last - 1).relation != "amod" and (following is None or following.text != "-")
    if isinstance(meaning, Day | Month | Weekday):
        return not _is_part_of_name(item, line, calendar)
    return True


def without_counted_day(item: Item, line: Line) -> Item:
    """ "in July 20 people died" is July, and "July 20" a day; of "July 4 and 5 people died" July 4 is the day."""
    if isinstance(item.meaning, Range) and isinstance(item.meaning.first, Day):
        following = line.after(item.last)
        numbers = [word for word in line.words(item.first, item.last) if word.text.isdecimal()]
        if following is None or following.tag not in COUNTABLE or item.meaning.first.year or len(numbers) < 2:
            return item
        last = line.position(numbers[0]) + len(numbers[0].text)
        is_list = " and " in line.text[last : item.last] and line.token(item.first).text != numbers[0].text
        return Item(item.first, last, item.meaning.first, head_at=item.head_at) if is_list else item
    if not isinstance(item.meaning, Day) or item.meaning.year is not None:
        return item
    words = line.words(item.first, item.last)
    number, following = words[-1], line.after(item.last)
    if len(words) != 2 or not number.text.isdecimal() or following is None:
        return item
    preposition = line.token(item.first - 1).text.lower() if item.first else ""
    counts = number.relation == "nummod" and number.head >= following.index and preposition != "on"
    if following.tag in COUNTABLE and (counts or preposition == "in"):
        return Item(item.first, item.first + len(words[0].text), Month(item.meaning.month), head_at=item.first)
    return item


def _is_month(item: Item, line: Line, calendar: Calendar) -> bool:
    token = line.token(item.head_at)
    if line.text[item.head_at : item.last] in calendar.needs_capital and not line.cased[item.head_at].isupper():
        return False
    if token.tag == "MD" or token.tag.startswith("VB"):
        return False
    neighbours = [other for other in (line.after(item.last), _before(item, line)) if other is not None]
    return not (token.entity == "PERSON" and any(other.entity == "PERSON" for other in neighbours))


def _is_year(item: Item, line: Line) -> bool:
    """A figure that counts a plural noun is no year, unless an article stands before: "the 2008 elections"."""
    token, before, following = line.token(item.first), _before(item, line), line.after(item.last)
    if int(line.text[item.first : item.last]) < OLD and (before is None or before.tag != "IN"):
        return False  # rather a clock time or a house number
    hyphened = re.search(r"(\w+) ?- ?$", line.text[: item.first])
    if hyphened and not (hyphened[1] in HYPHENED or hyphened[1].isdecimal()):
        return False  # the number plate MI-1630; "mid-2015" and "2014-2016" are years
    if before is not None and before.text.lower() in ("$", "no.", "number", "about", "some", "nearly", "around", "us$"):
        return before.text.lower() in ("about", "around") and token.relation == "pobj"
    if following is not None and following.tag == "NNP" and before is not None and before.tag == "NNP":
        return False  # the Russell 2000 Index
    if following is not None and following.text.lower() in (
        "%",
        "km",
        "percent",
        "metres",
        "meters",
        "kilometers",
        "block",
    ):
        return False
    if token.relation == "nummod" and following is not None and following.tag in COUNTABLE:
        return before is not None and before.tag in ("DT", "PRP$", "IN", "POS")
    return True


def _is_part_of_name(item: Item, line: Line, calendar: Calendar) -> bool:
    following = line.after(item.last)
    if following is None or (noun := following.text.lower()) not in calendar.name_nouns:
        return False
    if not following.text[:1].isupper():  # as in a text of capitals only, where a known kind of name is enough
        return noun not in calendar.needs_capital and following.relation != "compound"
    return not _is_title(line)


def _is_title(line: Line) -> bool:
    """Whether nearly all words have a capital, as in some headlines: capitals then say nothing of names."""
    words = [token for token in line.tokens if token.text[:1].isalpha() and len(token.text) > 3]
    return len(words) > 2 and sum(token.text[:1].isupper() for token in words) > 0.8 * len(words)


def _before(item: Item, line: Line) -> Token | None:
    return line.token(item.first - 1) if item.first > 0 else None
