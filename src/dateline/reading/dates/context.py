"""What time expressions are set against, and what every meaning promises."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from dateline.codebook.calendar import Phase
from dateline.reading.dates.bounds import Bounds

Which = Literal["", "this", "last", "next"]
Tense = Literal["past", "perfect", "present", "future", "unknown"]
PhaseTable = dict[tuple[Phase, str], tuple[int, int]]
# Against the tense of a verb that does not govern the date itself, a day counts as this many times farther off:
# "called off the rally on April 20" is tomorrow on the 19th, yet "fled in November" in June is last November.
# The verb that governs it weighs more, yet is not proof either: dates a year off are mostly given with their year.
AGAINST_TENSE = 4
AGAINST_OWN_TENSE = 12
# A date without its year this near to the report is recent news, even where the text tells of an earlier year.
RECENT_DAYS = 31


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is set against.

    `published` is the day of the report or None, `moment` its clock time when known; `tense` that of the governing
    verb, `is_direct` whether the expression hangs on that verb and not on a noun; `last` the bounds of the day that
    the text spoke of last, for "the following day"; `told` the day of the date just before, if that had its year and a
    main verb in the past, or follows on one that had; `events` the days of the events that the text has dated, None
    for an event with two.
    """

    published: date | None
    phases: PhaseTable
    moment: datetime | None = None
    tense: Tense = "unknown"
    is_direct: bool = False
    last: Bounds | None = None
    told: date | None = None
    events: Mapping[str, date | None] = field(default_factory=dict)

    @property
    def is_future(self) -> bool:
        """Of days of the week also the present: "the talks begin on Monday"."""
        return self.tense in ("future", "present")


class Meaning(Protocol):
    """An expression's meaning. `bounds` is None when the context does not say enough; nothing is guessed."""

    def bounds(self, context: Context) -> Bounds | None: ...


def nearest_year(context: Context, make: Callable[[int], Bounds]) -> Bounds | None:
    """The bounds in the year the text tells of, or in the one that suits the tense and is nearest to the report."""
    today = context.published
    if today is None:
        return None
    best: tuple[float, Bounds] | None = None
    for year in (today.year, today.year - 1, today.year + 1):
        try:
            found = make(year)
        except ValueError:  # 29 February
            continue
        if found.earliest is None or found.latest is None:
            continue
        distance = float(max((found.earliest - today).days, (today - found.latest).days, 0))
        against = found.latest < today if context.tense == "future" else found.earliest > today
        if against:
            is_sure = context.is_direct and context.tense in ("past", "perfect", "future")
            distance *= AGAINST_OWN_TENSE if is_sure else AGAINST_TENSE
        if best is None or distance < best[0]:
            best = distance, found
    if best is None:
        return None
    return _as_told(context, make, best[1])


def _as_told(context: Context, make: Callable[[int], Bounds], nearest: Bounds) -> Bounds:
    """In "In June 2009 he was jailed. In August he was freed" August goes with June, if it is not of late."""
    told, today = context.told, context.published
    if told is None or today is None or nearest.latest is None:
        return nearest
    if (today - nearest.latest).days <= RECENT_DAYS:
        return nearest
    try:
        found = make(told.year)
        slack = RECENT_DAYS if found.unit == "day" else 0  # "was due on March 21, 1929. On March 20 ..."
        if found.latest and (told - found.latest).days > slack:
            found = make(told.year + 1)
    except ValueError:
        return nearest
    return found if found.latest and found.latest < today else nearest
