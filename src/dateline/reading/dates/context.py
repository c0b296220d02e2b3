"""What time expressions are set against, and what every meaning promises."""

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is set against.

    `published` is the day of the report or None, `moment` its clock time when known; `tense` that of the governing
    verb, `is_direct` whether the expression hangs on that verb and not on a noun; `last` the bounds of the day that
    the text spoke of last, for "the following day".
    """

    published: date | None
    phases: PhaseTable
    moment: datetime | None = None
    tense: Tense = "unknown"
    is_direct: bool = False
    last: Bounds | None = None

    @property
    def is_future(self) -> bool:
        """Of days of the week also the present: "the talks begin on Monday"."""
        return self.tense in ("future", "present")


class Meaning(Protocol):
    """An expression's meaning. `bounds` is None when the context does not say enough; nothing is guessed."""

    def bounds(self, context: Context) -> Bounds | None: ...


def nearest_year(context: Context, make: Callable[[int], Bounds]) -> Bounds | None:
    """The bounds in the year that suits the tense and lies nearest to the report."""
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
    return best[1] if best else None
