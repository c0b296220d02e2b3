"""The dateline: the words before a report that say where, when and for whom it was filed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.codebook.layout import Layout
from dateline.reading.stamps import MONTH, WEEKDAY, iso_day, month_number, stamps

_WORD = rf"(?-i:(?!(?i:(?:{MONTH}|{WEEKDAY})\s*[\d(,]|NO DATE))[A-ZÀ-Þ][\w’'.]*(?:-[\w’']+)*)"
_JOIN = r"(?:of|de|del|al|el|la|the|and|da|do)"
_NAME = rf"{_WORD}(?:[ -](?:{_JOIN}[ -])?{_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:\s?/\s?{_NAME}){{0,2}}(?:,\s{_NAME})?"
_PLACE = rf"(?P<place>{_NAMES}(?:\s?[(\[](?-i:[A-Z][\w .]+)[)\]](?=,|\s+[(\[]))?)"
_DATE = (
    rf"(?P<date>(?:{WEEKDAY},?\s)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{MONTH})"
    rf"|(?P<month2>{MONTH})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,?\s(?P<year>(?:19|20)?\d\d))?(?![\d:])"
    rf"|NO DATE|{WEEKDAY})"
)
_BRACKET = r"(?P<bracket>[(\[][^()\[\]]{1,90}[)\]]|/[A-Z][\w -]{1,30}/)"
_MARK = r"(?:\s*[-–—―]{1,3}|\s*:(?!\d)|(?<=/)\.)"
_FBIS = r"(?:\s*\[[^\[\]]{3,160}\]){0,6}"
_DATELINE = re.compile(
    rf"{_PLACE}(?:(?:,|\s?[-–—])?\s*{_DATE})?[,.]?"
    rf"(?:\s*{_BRACKET}(?:\s*{_DATE.replace('?P<', '?P<late_')})?,?(?P<mark>{_MARK})?"
    rf"|\s(?-i:(?P<wire>[A-Z]{{3,10}}))(?P<wire_mark>{_MARK})|(?P<bare_mark>{_MARK}))"
    rf"{_FBIS}\s*",
    re.IGNORECASE,
)
_NAMED_PLACE = re.compile(_NAMES)
_BRACKET_ONLY = re.compile(r"[(\[](?P<names>[^()\[\]]{2,60})[)\]]\s*(?P<mark>[-–—]{1,2}|:)\s*")
_WITHIN = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z]{3})")
WITHIN = 500  # characters
MAX_PLACE_WORDS = 7

IsPlace = Callable[[str], bool]


def never(_: str) -> bool:
    """Knows no place."""
    return False


@dataclass(frozen=True, slots=True)
class Filed:
    """A dateline at [start, end) of the story's text.

    `names` are the agencies or outlets in its brackets; month, day and year are what it says, each None when it does
    not; `end` is where the report begins.
    """

    start: int
    end: int
    place: str | None
    month: int | None
    day: int | None
    year: int | None
    names: tuple[str, ...]

    def day_of(self, published: str | None) -> str | None:
        """The day as ISO; a missing year is that of the last such day up to the day after publication."""
        if self.month is None or self.day is None:
            return None
        if self.year is not None:
            return iso_day(self.year, self.month, self.day)
        if not published:
            return None
        year = int(published[:4])
        same = iso_day(year, self.month, self.day)
        # A story filed on 31 December is published on 1 January, and time zones may put the dateline a day ahead.
        return same if same and same <= _next_day(published[:10]) else iso_day(year - 1, self.month, self.day)


def find_dateline(text: str, start: int, end: int, layout: Layout, is_place: IsPlace = never) -> Filed | None:
    """The dateline that begins at `start`, or None.

    `is_place` knows names of towns: "Kabul: Three soldiers" is a dateline, "Monitor: Three soldiers" is none.

    `Kabul, July 5 (Reuters) - More than ...` gives Kabul, 7, 5 and Reuters, and ends before "More".
    """
    match = _DATELINE.match(text, start, end)
    if not match:
        return _bracket_only(text, start, end, layout)
    place = re.sub(r"(?<=[A-Za-z]{4})\.$", "", match["place"].strip(" ,"))
    bracket = match["bracket"] or ""
    names = _names(bracket)
    if wire := match["wire"] or _last_of(place, layout):
        names, place = (wire,), place.removesuffix(wire).rstrip(" ,")
    named = layout.outlet(place)
    if named and named.kind == "agency" and not match["bracket"] and " " not in place:
        return Filed(start, match.end(), None, *_day(match), (place,))  # "AFP - Rebels ..."
    if not _is_filed_from(place, match, names, layout, text[match.end() : match.end() + 1], is_place):
        return None
    stamp = next(stamps(bracket), None)
    month, day, year = _day(match)
    if stamp and stamp.iso:
        year = year or int(stamp.iso[:4])
        if month is None:
            month, day = int(stamp.iso[5:7]), int(stamp.iso[8:10])
    bare = re.sub(r"\s*[(\[].*", "", place).lower()
    return Filed(
        start,
        match.end(),
        None if bare in layout.words["no-place"] else _spelled(place),
        month,
        day,
        year,
        names,
    )


def find_dateline_within(text: str, start: int, end: int, layout: Layout) -> Filed | None:
    """A dateline behind the first sentence or two of a paragraph, which are a headline or a summary run into it.

    It must be plain: a place in capitals, and brackets or a dash: `... leaves 45 dead. MOSCOW (Sputnik) At least`.
    """
    for match in _WITHIN.finditer(text, start, min(end, start + WITHIN)):
        filed = find_dateline(text, match.end(), end, layout)
        if filed and filed.place and (filed.names or text[filed.end - 2] in "–—-"):
            return filed
    return None


def find_place_line(text: str, start: int, end: int, is_place: IsPlace) -> Filed | None:
    """A dateline that is a paragraph of its own: "BAMAKO, Mali"."""
    line = text[start:end]
    first = line.split(",")[0]
    is_name = _NAMED_PLACE.fullmatch(line) and len(line.split()) <= MAX_PLACE_WORDS
    if not is_name or first.upper() != first or not is_place(first):
        return None
    return Filed(start, end, _spelled(line), None, None, None, ())


def _last_of(place: str, layout: Layout) -> str | None:
    """The agency that stands behind a place: "Kidal, SANA-"."""
    last = place.rpartition(", ")[2]
    known = layout.outlet(last) if last != place else None
    return last if known and known.kind == "agency" and re.fullmatch(r"[A-Z]{3,10}", last) else None


def _bracket_only(text: str, start: int, end: int, layout: Layout) -> Filed | None:
    """ "(Reuters) - Gunmen ..." names no place."""
    match = _BRACKET_ONLY.match(text, start, end)
    if match and any(layout.outlet(name) for name in _names(match["names"])):
        return Filed(start, match.end(), None, None, None, None, _names(match["names"]))
    return None


def _is_filed_from(
    place: str, match: re.Match[str], names: Iterable[str], layout: Layout, following: str, is_place: IsPlace
) -> bool:
    """Whether the words before the mark can be a dateline's place.

    A mark is needed, unless a known agency stands in brackets behind a place in capitals or a date (some copies lose
    marks).
    """
    plain = re.sub(r"\s*[(\[][^)\]]*[)\]]", "", place)
    words = plain.lower().split()
    if not _NAMED_PLACE.fullmatch(plain) or len(words) > MAX_PLACE_WORDS or not _LOWER_WORDS.isdisjoint(words):
        return False
    if {plain.lower(), words[0].rstrip(",")} & layout.words["label"]:
        return False
    first_name = re.split(r"\s?[,/]", plain)[0]
    is_capitals = first_name.upper() == first_name and len(first_name) > 2
    has_date = bool(match["date"] or match["late_date"])
    mark = match["mark"] or match["bare_mark"] or match["wire_mark"]
    is_known = any(layout.outlet(name) for name in names)
    if match["bracket"]:
        return (is_capitals or has_date) and is_known if not mark else is_known or has_date or is_capitals
    if names:
        return is_known  # "Tehran, March 4, IRNA -"
    if not mark or following.islower():
        return False
    if has_date or is_place(first_name) or (is_capitals and mark.strip() != ":"):
        return True
    # "Cox's Bazar, Bangladesh – Three": an unknown name in ordinary letters needs a dash and a country behind it.
    return mark.strip() != ":" and "," in plain and len(words) <= 4


def _day(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Month, day and year."""
    prefix = "" if match["day"] or match["day2"] else "late_"
    day = match[f"{prefix}day"] or match[f"{prefix}day2"]
    month = match[f"{prefix}month"] or match[f"{prefix}month2"]
    year = match[f"{prefix}year"]
    if not day or not month:
        return None, None, None
    return month_number(month), int(day), _full_year(year)


def _full_year(year: str | None) -> int | None:
    """A year of two digits lies between 1950 and 2049."""
    if year is None:
        return None
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 50 else 2000)


def _names(bracket: str) -> tuple[str, ...]:
    """The outlets or agencies in the brackets: "(UrduPoint / Pakistan Point News - 5th Jul, 2021 )" has two."""
    inner = bracket.strip("()[]/ ")
    stamp = next(stamps(inner), None)
    if stamp:
        inner = inner[: stamp.start] + inner[stamp.end :]
    parts = (part.strip(" -–—,:.") for part in re.split(r"\s*/\s*|,\s+|\s+[–—]\s+|;\s*", inner))
    return tuple(part for part in parts if re.search(r"[A-Za-z]{2}", part) and not re.fullmatch(r"(?i)updated?", part))


def _spelled(place: str) -> str:
    """A place in capitals as it is written elsewhere: "GOMA, DR Congo" is "Goma, DR Congo"."""
    words = re.split(r"(?<=[ ,/(-])", place)
    capitals = place.upper() == place
    spelled: list[str] = []
    for word in words:
        letters = re.sub(r"\W", "", word)
        if word.upper() == word and (len(letters) > 3 or (capitals and len(letters) == 3) or letters in _SMALL):
            spelled.append(word.lower() if spelled and letters in {"OF", "DE", "DEL", "AND"} else word.capitalize())
        else:
            spelled.append(word)
    return re.sub(r"\s+", " ", "".join(spelled)).strip()


_LOWER_WORDS = frozenset(
    {
        "on",
        "in",
        "at",
        "to",
        "for",
        "by",
        "with",
        "from",
        "is",
        "are",
        "as",
        "vs",
        "after",
        "over",
        "against",
        "how",
        "why",
    }
)
_SMALL = {"ST", "EL", "LA", "AL", "DE", "OF", "LE", "BO", "SAN", "NO", "DEL", "AND"}


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
