"""What a user asks of the ledger, in the user's words, as filters."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ConfigurationError
from dateline.model.claim import PLOVER_TYPES, STATUSES

if TYPE_CHECKING:
    from dateline.ledger.filters import Filters

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def asked(
    types: Sequence[str] = (),
    statuses: Sequence[str] = (),
    parties: Sequence[str] = (),
    places: Sequence[str] = (),
    countries: Sequence[str] = (),
    sources: Sequence[str] = (),
    earliest: str | None = None,
    latest: str | None = None,
    words: str | None = None,
    since: str | None = None,
    now: datetime | None = None,
    is_removed: bool = False,
    codebook: Path | None = None,
) -> "Filters":
    """Filters from what a user wrote. Raises ConfigurationError with every mistake at once.

    `countries` are names or codes, as the codebook knows them with its overlay `codebook`; `earliest` and `latest` are
    a day, a month or a year ("2021-07" begins on its first day and ends on its last); `since` is such a date, or a date
    and time, in local time, or a stretch before `now`: "90m", "12h", "2d", "1w".
    """
    from dateline.ledger.filters import Filters

    problems = [*_unknown_types(types), *_unknown_statuses(statuses)]
    first = _days(earliest, problems)
    last = _days(latest, problems)
    filters = Filters(
        types=tuple(types),
        statuses=tuple(name.lower() for name in statuses),
        parties=tuple(parties),
        places=tuple(places),
        countries=_countries(countries, codebook, problems),
        sources=tuple(sources),
        earliest=first and first[0],
        latest=last and last[1],
        words=words,
        since=_since(since, now, problems),
        is_removed=is_removed,
    )
    if problems:
        raise ConfigurationError("; ".join(problems))
    return filters


def _unknown_types(types: Sequence[str]) -> list[str]:
    unknown = [name for name in types if name.partition("/")[0].upper() not in PLOVER_TYPES]
    return [f"there is no event type {name!r}; the types are {', '.join(PLOVER_TYPES)}" for name in unknown]


def _unknown_statuses(statuses: Sequence[str]) -> list[str]:
    unknown = [name for name in statuses if name.lower() not in STATUSES]
    return [f"there is no status {name!r}; it is one of {', '.join(STATUSES)}" for name in unknown]


def _countries(asked_for: Sequence[str], codebook: Path | None, problems: list[str]) -> tuple[str, ...]:
    """The alpha-3 codes of countries given by code or name, in any case."""
    from dateline.codebook.countries import read_countries
    from dateline.codebook.tables import Tables

    if not asked_for:
        return ()
    known: dict[str, str] = {}
    for code, country in read_countries(Tables(codebook)).items():
        known |= {name.casefold(): code for name in (country.alpha2, country.name, *country.aliases, code)}
    problems += [
        f"there is no country {name!r}; give its name or its three letters in ISO 3166-1, such as AFG"
        for name in asked_for
        if name.casefold() not in known
    ]
    return tuple(known.get(name.casefold(), name) for name in asked_for)


def _days(written: str | None, problems: list[str]) -> tuple[str, str] | None:
    """The first and last day of a day, month or year."""
    if written is None:
        return None
    try:
        if re.fullmatch(r"\d{4}", written):
            return f"{written}-01-01", f"{written}-12-31"
        if month := re.fullmatch(r"(\d{4})-(\d{2})", written):
            return f"{written}-01", f"{written}-{monthrange(int(month[1]), int(month[2]))[1]:02}"
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
            day = datetime.fromisoformat(written).date().isoformat()
            return day, day
    except ValueError:  # a month 13, a 30 February: reported like any other text
        pass
    problems.append(f"{written!r} is no date; write 2021-07-05, 2021-07 or 2021")
    return None


def _since(written: str | None, now: datetime | None, problems: list[str]) -> str | None:
    from dateline.ledger.instants import instant

    if written is None:
        return None
    if stretch := re.fullmatch(r"(\d{1,5})([mhdw])", written):
        return instant((now or datetime.now().astimezone()) - timedelta(**{_UNITS[stretch[2]]: int(stretch[1])}))
    try:
        if not re.fullmatch(r"\d{4}(-\d{2})?", written):
            return instant(datetime.fromisoformat(written))
    except ValueError:
        problems.append(f"{written!r} is no moment; write 2021-07-05, 2021-07-05T16:20, 12h, 2d or 1w")
        return None
    days = _days(written, problems)
    return instant(datetime.fromisoformat(days[0])) if days else None
