"""Keys of incident templates: alternatives, references and optional fills."""

import pytest

from dateline.evaluation.muc4.read import read_fill, read_template
from dateline.evaluation.muc4.slots import Fill


@pytest.mark.parametrize(
    ("line", "fill"),
    [
        ("ATTACK", Fill(("ATTACK",))),
        ("-", None),
        ("*", None),
        ('"THE RED BAND" / "RED BAND"', Fill(("THE RED BAND", "RED BAND"))),
        ('? "MEN"', Fill(("MEN",), (), is_optional=True)),
        ('GUN: "-"', Fill(("GUN",))),
        ('RIFLE / GUN: "CARBINE" / "M-1"', Fill(("RIFLE", "GUN"), ("CARBINE", "M-1"))),
        ('"HEAD OF THE \\"NORTH\\" OFFICE": "ANA SOL"', Fill(('HEAD OF THE "NORTH" OFFICE',), ("ANA SOL",))),
    ],
)
def test_a_line_of_a_key(line: str, fill: Fill | None) -> None:
    assert read_fill(line) == fill


def test_a_colon_is_part_of_a_place() -> None:
    assert read_fill("PERU: LIMA (CITY)", is_plain=True) == Fill(("PERU: LIMA (CITY)",))


def test_an_optional_template() -> None:
    template = read_template({"MESSAGE: TEMPLATE": ["1 (OPTIONAL)"], "INCIDENT: TYPE": ["ARSON"]})
    assert template.is_optional
    assert template.of("inc-type") == (Fill(("ARSON",)),)
    assert template.of("hum-tgt-name") == ()
