"""The tables of quantities: what they hold, what an overlay changes, and which mistakes they report."""

from fractions import Fraction
from pathlib import Path

import pytest

from dateline.codebook.quantities import Bound, QuantityRules, read_quantities
from dateline.codebook.tables import Tables


def _rules(overlay: Path | None = None) -> QuantityRules:
    tables = Tables(overlay)
    rules = read_quantities(tables)
    assert tables.problems == []
    return rules


def _problems(overlay: Path) -> list[str]:
    tables = Tables(overlay)
    read_quantities(tables)
    return tables.problems


def test_shipped_tables_have_no_mistakes() -> None:
    rules = _rules()
    assert rules.numerals["dozen"].value == 12
    assert rules.vague[("dozens",)].low == 24
    assert rules.qualifiers["before"][("more", "than")].rule == "more-than"
    assert rules.is_measure("km")
    assert not rules.is_measure("soldier")
    assert rules.noun_kinds("fatality") == {"killed"}


@pytest.mark.parametrize(
    ("bound", "number", "is_upper", "expected"),
    [
        (Bound(Fraction("0.9"), 0), 1600, False, 1440),
        (Bound(Fraction("1.1"), 0), 300, True, 330),
        (Bound(Fraction("0.9"), 0), 15, False, 13),
        (Bound(Fraction("1.1"), 0), 15, True, 17),
        (Bound(Fraction(1), 1), 1000, False, 1001),
        (Bound(Fraction(1), -1), 0, True, 0),
        (Bound(Fraction(1), 0), None, True, None),
    ],
)
def test_bounds_are_rounded_outwards(bound: Bound, number: int | None, is_upper: bool, expected: int | None) -> None:
    assert bound.of(number, is_upper=is_upper) == expected


def test_an_overlay_changes_the_factor_of_a_rule(tmp_path: Path) -> None:
    overlay = "rule\tphrases\tplace\tlow\thigh\tnot_after\nabout\tabout|some\tbefore\tn*0.8\tn*1.2\n"
    (tmp_path / "qualifiers.tsv").write_text(overlay, encoding="utf-8")
    before = _rules(tmp_path).qualifiers["before"]
    assert before[("about",)].bounds(100, 100) == (80, 120)
    assert ("roughly",) not in before


def test_an_overlay_switches_a_vague_count_off(tmp_path: Path) -> None:
    (tmp_path / "vague_counts.tsv").write_text(
        "rule\tphrases\tlow\thigh\tafter\nmultiple\tmultiple\toff\n", encoding="utf-8"
    )
    assert ("multiple",) not in _rules(tmp_path).vague


@pytest.mark.parametrize(
    ("file", "content", "expected"),
    [
        ("numbers.tsv", "word\tkind\tvalue\nzillion\tbig\t9", "kind must be one of"),
        ("numbers.tsv", "word\tkind\tvalue\nzillion\tscale\tmany", "value must be a whole number"),
        ("vague_counts.tsv", "rule\tphrases\tlow\thigh\tafter\nmany\tmany\t9\t3", "low 9 is above high 3"),
        ("vague_counts.tsv", "rule\tphrases\tlow\thigh\tafter\nmany\tmany", "must not both be empty"),
        ("qualifiers.tsv", "rule\tphrases\tplace\tlow\thigh\tnot_after\nx\ty\tabove\tn\tn", "place must be one of"),
        ("qualifiers.tsv", "rule\tphrases\tplace\tlow\thigh\tnot_after\nx\ty\tbefore\t2n\tn", "low must be n"),
        ("units.tsv", "kind\twords\nspeed\tknot", "kind must be one of"),
    ],
)
def test_mistakes_are_reported_with_their_line(tmp_path: Path, file: str, content: str, expected: str) -> None:
    (tmp_path / file).write_text(content + "\n", encoding="utf-8")
    problems = _problems(tmp_path)
    assert len(problems) == 1
    assert problems[0].startswith(f"{file}:2: ")
    assert expected in problems[0]
