"""Datelines in the styles of the wires."""

import pytest

from dateline.codebook.layout import Layout
from dateline.reading.dateline import find_dateline

TOWNS = {"Ostan", "KARSU"}


@pytest.mark.parametrize(
    ("text", "place", "day", "names", "rest"),
    [
        ("OSTAN, July 5 (Reuters) - Five", "Ostan", "2021-07-05", ("Reuters",), "Five"),
        ("Ostan, July 5 (One / Two - 5th Jul, 2021 ) :Five", "Ostan", "2021-07-05", ("One", "Two"), "Five"),
        ("OSTAN, DR Congo (AP) — Five", "Ostan, DR Congo", None, ("AP",), "Five"),
        ("OSTAN/KARSU - Five", "Ostan/Karsu", None, (), "Five"),
        ("OSTAN (Reuters) Five", "Ostan", None, ("Reuters",), "Five"),
        ("OSTAN, Sept. 26 (UPI) — Five", "Ostan", "2020-09-26", ("UPI",), "Five"),
        ("OSTAN, Dec 31. /TASS/. Five", "Ostan", "2020-12-31", ("TASS",), "Five"),
        ("Ostan [India], Oct 12 (KNO): Five", "Ostan [India]", "2020-10-12", ("KNO",), "Five"),
        ("SAN OSTAN (PERU), 11 DEC 89 (A - EFE) -- [TEXT] A", "San Ostan (Peru)", "1989-12-11", ("A - EFE",), "A"),
        ("OSTAN, 27 APR 90 [RADIO X) -- [SPEECH]\n[MAYOR] [TEXT] FIVE", "Ostan", "1990-04-27", ("RADIO X",), "FIVE"),
        ("CLANDESTINE, 8 JUN 88 (RADIO X)-- [TEXT] FIVE", None, "1988-06-08", ("RADIO X",), "FIVE"),
        ("NO CITY (PERU), NO DATE -- [TEXT] FIVE", None, None, (), "FIVE"),
        ("Ostan, Peru – Five", "Ostan, Peru", None, (), "Five"),
        ("KARSU: Five", "Karsu", None, (), "Five"),
        ("Ostan: Five", "Ostan", None, (), "Five"),
        ("(Reuters) - Five", None, None, ("Reuters",), "Five"),
    ],
)  # fmt: skip
def test_datelines(
    layout: Layout, text: str, place: str | None, day: str | None, names: tuple[str, ...], rest: str
) -> None:
    filed = find_dateline(text, 0, len(text), layout, TOWNS.__contains__)
    assert filed is not None
    assert (filed.place, filed.day_of("2021-07-05"), filed.names, text[filed.end :]) == (place, day, names, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Monitor: Five dead",
        "Police: Five dead",
        "UPDATE: Five dead",
        "SHAME: Five dead",
        "Peru: Five dead",
        "Afghan officials — Five",
        "President Juan Carlos Pinto — Five",
        "WAR ON TERROR: The army",
        "U.S. President Doe said",
        "Ostan is calm",
        "Rebels - the army",
    ],
)
def test_what_is_no_dateline(layout: Layout, text: str) -> None:
    assert find_dateline(text, 0, len(text), layout, TOWNS.__contains__) is None


def test_a_year_is_not_guessed_without_a_publication(layout: Layout) -> None:
    text = "OSTAN, July 5 (Reuters) - Five"
    filed = find_dateline(text, 0, len(text), layout)
    assert filed is not None
    assert filed.day_of(None) is None
    assert filed.day_of("2021-01-02") == "2020-07-05"
    assert filed.day_of("2021-07-04") == "2021-07-05"  # time zones
