"""Conversions from other calendars, against days that are on record."""

from datetime import date

import pytest

from dateline.reading.dates.eras import easter, hijri_day, hijri_year, solar_day


@pytest.mark.parametrize(
    ("era", "day"),
    [
        ((1442, 9, 1), date(2021, 4, 13)),
        ((1445, 9, 1), date(2024, 3, 11)),
        ((1443, 10, 1), date(2022, 5, 2)),
        ((1400, 1, 1), date(1979, 11, 20)),
    ],
)
def test_hijri_within_a_day_of_the_sighting(era: tuple[int, int, int], day: date) -> None:
    assert abs((hijri_day(*era) - day).days) <= 1


def test_hijri_year() -> None:
    assert hijri_year(date(2021, 7, 5)) == 1442
    assert all(hijri_year(hijri_day(year, 1, 1)) == year for year in range(1300, 1500))
    assert all(hijri_year(hijri_day(year, 12, 29)) == year for year in range(1300, 1500))


@pytest.mark.parametrize(
    ("era", "day"),
    [
        ((1357, 2, 7), date(1978, 4, 27)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1399, 1, 1), date(2020, 3, 20)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1400, 4, 15), date(2021, 7, 6)),
        ((1403, 12, 30), date(2025, 3, 20)),
    ],
)
def test_solar(era: tuple[int, int, int], day: date) -> None:
    assert solar_day(*era) == day


@pytest.mark.parametrize("day", [date(2016, 3, 27), date(2019, 4, 21), date(2021, 4, 4), date(2024, 3, 31)])
def test_easter(day: date) -> None:
    assert easter(day.year) == day
