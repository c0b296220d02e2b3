"""Values in words, marks in sentences, and widths of columns."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.render_claim import party_words, place_words, source_words, time_words
from dateline.cli.render_figure import rungs
from dateline.cli.render_story import marked
from dateline.cli.tables import fitted, stretch_words
from dateline.model.event import FigureClaim


def party(name: str, text: str, **more: object) -> dict[str, Any]:
    return {"name": name, "text": text, "kind": "rebel", "country": "AFG", "certainty": "fact", **more}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (party("Taliban", "the Taliban"), "Taliban (rebel, AFG)"),
        (party("Taliban", "the\ninsurgents"), "Taliban (rebel, AFG) “the insurgents”"),
        (party("gunmen", "Gunmen", country=None, certainty="suspected"), "gunmen (rebel, suspected)"),
        (party("gunmen", "gunmen", country=None, certainty=None), "gunmen (rebel)"),
    ],
)
def test_parties(values: dict[str, Any], words: str) -> None:
    assert party_words(values) == words


def place(**more: object) -> dict[str, Any]:
    bagram = {"name": "Bagram Air Base", "text": "Bagram Air Base", "country": "AFG", "precision": "site"}
    return {**bagram, "lat": 34.946, "lon": 69.265, "uncertainty_km": None, **more}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (place(), "Bagram Air Base, AFG (34.95, 69.27; site)"),
        (place(uncertainty_km=3.2), "Bagram Air Base, AFG (34.95, 69.27; site ±3 km)"),
        (place(text="the base"), "Bagram Air Base, AFG (34.95, 69.27; site) “the base”"),
        (place(lat=None, lon=None, country=None, precision="region"), "Bagram Air Base (region)"),
        (place(lat=0.0, lon=0.0), "Bagram Air Base, AFG (0.00, 0.00; site)"),
    ],
)
def test_places(values: dict[str, Any], words: str) -> None:
    assert place_words(values) == words


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "words"),
    [
        ("Monday", "2021-07-05", "2021-07-05", "Monday → 2021-07-05"),
        ("another\nweekend", "2021-07-03", "2021-07-04", "another weekend → 2021-07-03 to 2021-07-04"),
        ("since May", "2021-05-01", None, "since May → 2021-05-01 or later"),
        ("before Tuesday", None, "2021-07-05", "before Tuesday → 2021-07-05 or earlier"),
        ("Monday", None, None, "Monday (which day is not known)"),
        ("2021-07-05", "2021-07-05", "2021-07-05", "2021-07-05"),
    ],
)
def test_times(text: str, earliest: str | None, latest: str | None, words: str) -> None:
    assert time_words({"text": text, "earliest": earliest, "latest": latest}) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2021-07-03", "2021-07-04", "2021-07-03/04"),
        ("2021-06-28", "2021-07-05", "2021-06-28/07-05"),
        ("2020-12-31", "2021-01-01", "2020-12-31/2021-01-01"),
        ("2021-07-01", "2021-07-31", "2021-07"),
        ("2021-01-01", "2021-12-31", "2021"),
        ("2021-07-05", None, "2021-07-05/.."),
        (None, "2021-07-05", "../2021-07-05"),
    ],
)
def test_stretches_in_tables(earliest: str | None, latest: str | None, words: str) -> None:
    assert stretch_words(earliest, latest) == words


def test_sources() -> None:
    assert source_words({"name": "Atta Noori", "cue": {"text": "said"}}) == "Atta Noori (said)"
    assert source_words({"name": "Atta Noori", "cue": None}) == "Atta Noori"
    assert source_words({"name": None, "cue": {"text": "reportedly"}}) == "somebody unnamed (reportedly)"


@pytest.mark.parametrize(
    ("text", "triggers", "shown"),
    [
        ("They fled and fought.", [(5, 9), (14, 20)], "They [fled] and [fought]."),
        ("They fled and fought.", [(14, 20), (5, 9), (5, 9)], "They [fled] and [fought]."),
        ("They took  control\nof it.", [(5, 18)], "They [took control] of it."),
        ("They took control of it.", [(5, 17), (10, 17)], "They [took control] of it."),
        ("No trigger [here].", [], "No trigger [here]."),
    ],
)
def test_triggers_are_marked(text: str, triggers: list[tuple[int, int]], shown: str) -> None:
    spans = [{"start": start + 100, "end": end + 100} for start, end in triggers]
    assert marked(text, 100, spans, in_brackets=True).plain == shown
    assert marked(text, 100, spans, in_brackets=False).plain == " ".join(text.split())


def test_fitted_takes_from_the_widest() -> None:
    assert fitted([8, 30, 50], [None, 10, 20], 60) == [8, 26, 26]
    assert fitted([8, 30, 50], [None, 10, 20], 100) == [8, 30, 50]
    assert fitted([8, 30, 50], [None, 10, 20], 10) == [8, 10, 20]


@given(
    st.lists(st.tuples(st.integers(1, 90), st.one_of(st.none(), st.integers(1, 30))), min_size=1), st.integers(1, 300)
)
def test_fitted_fits_when_it_can(columns: list[tuple[int, int | None]], available: int) -> None:
    natural, least = [width for width, _ in columns], [floor for _, floor in columns]
    widths = fitted(natural, least, available)
    floors = [width if floor is None else min(width, floor) for width, floor in columns]
    assert all(floor <= width <= most for floor, width, most in zip(floors, widths, natural, strict=True))
    assert sum(widths) <= max(available, sum(floors))
    if sum(natural) > available >= sum(floors):
        assert sum(widths) == available


def test_what_became_of_a_number_is_told_by_what_stands_or_by_another_number() -> None:
    def said(claim: str, number: int, by: str | None) -> FigureClaim:
        return FigureClaim(claim, number, number, "police", "2021-07-05", by)

    steps = [
        said("headline", 19, "lead"),
        said("lead", 19, "later"),
        said("later", 23, "again"),
        said("again", 23, None),
    ]
    assert [(rung.step.claim, rung.times, rung.stands) for rung in rungs(steps)] == [
        ("lead", 2, False),
        ("again", 2, True),
    ]
