"""Fillers and templates compared with a key: what earns a point, half of one, or none."""

import pytest

from dateline.evaluation.muc4.align import align_templates, assign
from dateline.evaluation.muc4.match import credit, date_credit, location_credit, number_credit, string_credit
from dateline.evaluation.muc4.score import Tally, all_slots, score_report, score_slot
from dateline.evaluation.muc4.slots import Fill, Template, fill


@pytest.mark.parametrize(
    ("response", "key", "points"),
    [
        ("THE 3 WEAVERS", "WEAVERS", 1),
        ("OLD WEAVERS WHO WERE WITNESSES", "WEAVERS", 1),
        ("WEAVERS", "OLD WEAVERS", 0.5),
        ("SOL", "ANA MARIA SOL", 0.5),
        ("WEAVERS", "JUDGES", 0),
        ("BRIDGE", "BRIDGE OVER THE CANAL", 0.5),
        ("DRIVER OF THE MAYOR", "MAYOR", 0.5),
    ],
)
def test_strings(response: str, key: str, points: float) -> None:
    assert string_credit(response, key) == points


@pytest.mark.parametrize(
    ("response", "key", "points"),
    [("7", "7", 1), ("7", "5 - 7", 0.5), ("7", "~7", 0.5), ("7", "8", 0), ("PLURAL", "PLURAL", 1), ("3", "PLURAL", 0)],
)
def test_numbers(response: str, key: str, points: float) -> None:
    assert number_credit(response, key) == points


@pytest.mark.parametrize(
    ("response", "key", "points"),
    [
        ("26 AUG 89", "26 AUG 89", 1),
        ("26 AUG 89", "25 AUG 89 - 26 AUG 89", 0.5),
        ("26 AUG 89", "- 26 AUG 89", 0.5),
        ("- 26 AUG 89", "26 AUG 89", 0.5),
        ("- 26 AUG 89", "25 AUG 89", 0),
        ("27 AUG 89", "26 AUG 89", 0),
    ],
)
def test_dates(response: str, key: str, points: float) -> None:
    assert date_credit(response, key) == points


@pytest.mark.parametrize(
    ("response", "key", "points"),
    [
        ("PERU: LIMA", "PERU: LIMA (CITY)", 1),
        ("PERU", "PERU: LIMA (CITY)", 0.5),
        ("PERU: PUNO", "PERU: LIMA (CITY)", 0.5),
        ("CHILE: LIMA", "PERU: LIMA (CITY)", 0.5),
        ("CHILE: ARICA", "PERU: LIMA (CITY)", 0),
        ("PERU: LIMA", "PERU: LIMA (CITY) - PUNO (CITY)", 0.5),
    ],
)
def test_places(response: str, key: str, points: float) -> None:
    assert location_credit(response, key) == points


@pytest.mark.parametrize(
    ("slot", "response", "key", "points"),
    [
        ("inc-type", fill("ATTACK"), Fill(("ARSON",)), 0.5),
        ("inc-type", fill("ARSON"), Fill(("ATTACK",)), 0),
        ("inc-instr-type", fill("GUN", "M-16"), Fill(("MACHINE GUN",), ("M-16",)), 0.5),
        ("hum-tgt-type", fill("CIVILIAN", "WEAVERS"), Fill(("CIVILIAN",), ("WEAVERS",)), 1),
        ("hum-tgt-type", fill("CIVILIAN", "JUDGES"), Fill(("CIVILIAN",), ("WEAVERS",)), 0.5),
        ("perp-org-conf", fill("SUSPECTED OR ACCUSED"), Fill(("SUSPECTED OR ACCUSED BY AUTHORITIES",)), 0.5),
        ("hum-tgt-desc", fill("MAYOR", "SOL"), Fill(("MAYOR",), ("LUNA",)), 0.5),
    ],
)
def test_slots(slot: str, response: Fill, key: Fill, points: float) -> None:
    assert credit(slot, response, key) == points


def test_the_best_assignment_is_not_the_greedy_one() -> None:
    assert assign([[0.9, 0.8], [0.8, 0.1], [0.0, 0.0]]) == [(0, 1), (1, 0)]
    assert assign([]) == []


def _attack(town: str, victim: str) -> Template:
    return Template({"inc-type": (fill("ATTACK"),), "inc-loc": (fill(town),), "hum-tgt-name": (fill(victim),)})


def test_templates_are_aligned_by_their_content() -> None:
    ours = [_attack("PERU: PUNO", "ANA SOL"), _attack("PERU: LIMA", "LUIS LUNA")]
    assert align_templates(ours, ours[::-1]) == [(0, 1), (1, 0)]


def test_templates_without_common_content_are_not_aligned() -> None:
    ours, key = [_attack("PERU: LIMA", "ANA SOL")], [_attack("PERU: LIMA", "LUIS LUNA")]
    tallies = score_report(ours, key)
    assert tallies["template-id"] == Tally(spurious=1, missing=1)
    assert all_slots(tallies) == Tally(spurious=3, missing=3)


def test_an_optional_template_is_not_missed() -> None:
    optional = Template(_attack("PERU: LIMA", "ANA SOL").fills, is_optional=True)
    assert all_slots(score_report([], [optional])) == Tally()


def test_an_optional_fill_is_not_missed() -> None:
    key = Template({"perp-ind-id": (Fill(("MEN",), (), is_optional=True), Fill(("REBELS",)))})
    assert score_slot("perp-ind-id", Template(), key) == Tally(missing=1)


def test_rates() -> None:
    tally = Tally(correct=2, partial=1, incorrect=1, spurious=1, missing=1)
    assert (tally.possible, tally.actual) == (5, 5)
    assert tally.recall == tally.precision == tally.f1 == 0.5
    assert tally.overgeneration == 0.2
