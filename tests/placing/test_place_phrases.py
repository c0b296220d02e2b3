"""The project's list of phrases of news that tell where: each has its place, its role and its precision, or none."""

from pathlib import Path

import pytest

from dateline.model.claim import Plover

PHRASES = Path(__file__).with_name("phrases.txt")


def rows() -> list[list[str]]:
    lines = PHRASES.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]


def cases() -> list[object]:
    return [
        pytest.param(
            row, id=f"{row[0][:50]} {row[4]}", marks=[pytest.mark.xfail(strict=True, reason=row[9])] if row[9] else []
        )
        for row in rows()
    ]


def test_the_list_is_long_enough() -> None:
    assert len(rows()) >= 200
    assert all(len(row) == 10 for row in rows())


@pytest.mark.parametrize("row", cases())
def test_a_phrase_tells_its_place(placed, row: list[str]) -> None:  # type: ignore[no-untyped-def]
    text, trigger, plover, role, name, country, precision, lat, lon, _ = row
    typed: Plover = plover  # type: ignore[assignment]
    coded = placed(text, (trigger, typed))
    named = [one for one in coded.claims[0].places if name.lower() in f"{one.name} {one.text}".lower()]
    if role == "never":
        assert not named
        return
    fitting = [
        place
        for place in named
        if (not role or place.role == role)
        and (place.country or "") == country
        and (not precision or place.precision == precision)
    ]
    assert fitting, coded.claims[0].places
    place = fitting[0]
    assert coded.reading.story.text[place.start : place.end] == place.text
    if lat:
        assert place.lat is not None and place.lon is not None
        assert abs(place.lat - float(lat)) < 0.3 and abs(place.lon - float(lon)) < 0.3
    elif precision in {"country", "region", "line"}:
        assert place.lat is None
