"""Which claims are worth comparing: those that share a key of group, country and day."""

from dateline.linking.days import REACH
from dateline.model.profile import Profile

ANYWHERE = "-"
MONTH_DAYS = 30
MONTHS = 2  # a total over more is too large to be compared with its parts one by one


def filed(profile: Profile) -> tuple[str, ...]:
    """The keys under which others find the claim, sorted: "group|country|when".

    `when` is a day ("d738000") of a claim about days, the day after its last included so that claims a day apart meet;
    a month ("t24600") of a total; only the first month ("l24600") of what may have been in many; the day of the report
    ("u738000") of a claim of which nothing else is known. An exact number stands behind the last day
    ("e738000killed12") and, of a claim that names no day, behind that of its report ("n738004killed12"): so it meets
    earlier news that it takes up. A claim that names no country is filed under those of its story.
    """
    return _keys(profile, [*_filed_when(profile), *_filed_numbers(profile)])


def sought(profile: Profile) -> tuple[str, ...]:
    """The keys under which the claim finds others, sorted: its own, and as a part those of totals, and back.

    Whether two claims meet is the same whichever of them seeks.
    """
    when = [*_filed_when(profile), *_sought_numbers(profile)]
    if profile.first is None or profile.last is None:
        return _keys(profile, when)
    months = _months(profile.first, profile.last)
    if len(months) > MONTHS:
        return _keys(profile, when)
    return _keys(profile, when + (_days(profile.first, profile.last) if profile.is_total else months))


def _filed_when(profile: Profile) -> list[str]:
    if profile.first is None or profile.last is None:
        return [] if profile.written is None else [f"u{profile.written}", f"u{profile.written + 1}"]
    months = _months(profile.first, profile.last)
    if len(months) > MONTHS:
        return [f"l{profile.first // MONTH_DAYS}"]
    return months if profile.is_total else _days(profile.first, profile.last + 1)


def _filed_numbers(profile: Profile) -> list[str]:
    days = [] if profile.last is None or profile.is_total else [f"e{profile.last}"]
    return _with_numbers(profile, days + [f"n{day}" for day in _reports(profile)])


def _sought_numbers(profile: Profile) -> list[str]:
    last = [] if profile.last is None or profile.is_total else [profile.last]
    later = [f"n{day}" for ended in last for day in range(ended, ended + REACH + 1)]
    return _with_numbers(
        profile, later + [f"e{day}" for told in _reports(profile) for day in range(told - REACH, told + 1)]
    )


def _reports(profile: Profile) -> list[int]:
    """The day of the report of a claim that names no day of its own."""
    return [profile.written] if profile.names_no_day and profile.written is not None else []


def _with_numbers(profile: Profile, days: list[str]) -> list[str]:
    return [f"{day}{counts}{number}" for day in days for counts, number in sorted(profile.exact_numbers)]


def _keys(profile: Profile, when: list[str]) -> tuple[str, ...]:
    places = profile.countries or profile.of_story or (ANYWHERE,)
    return tuple(sorted(f"{profile.group}|{place}|{moment}" for place in places for moment in when))


def _days(first: int, last: int) -> list[str]:
    return [f"d{day}" for day in range(first, last + 1)]


def _months(first: int, last: int) -> list[str]:
    return [f"t{month}" for month in range(first // MONTH_DAYS, last // MONTH_DAYS + 1)]
