"""Incident templates made from the claims of short reports."""

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.evaluation.muc4 import coded_reports
from dateline.evaluation.muc4.read import Report
from dateline.evaluation.muc4.slots import Template
from dateline.evaluation.muc4.templates import templates
from dateline.settings import Settings


def _templates(text: str) -> tuple[Template, ...]:
    coded = next(coded_reports([Report("T-1", text, ())], Settings()))
    return templates(coded, load_codebook())


def _values(template: Template, slot: str) -> list[str]:
    return [fill.options[0].upper() for fill in template.of(slot)]


@pytest.fixture(scope="module")
def murder() -> Template:
    (template,) = _templates(
        "   LIMA, 12 MAR 89 -- [TEXT] SHINING PATH GUERRILLAS TODAY KILLED MAYOR ANA SOLORZANO IN AYACUCHO.  "
        "THE GUERRILLAS ALSO WOUNDED TWO OF HER BODYGUARDS."
    )
    return template


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("inc-type", "ATTACK"),
        ("inc-stage", "ACCOMPLISHED"),
        ("inc-date", "12 MAR 89"),
        ("perp-inc-cat", "TERRORIST ACT"),
        ("perp-org-id", "SHINING PATH"),
        ("perp-org-conf", "REPORTED AS FACT"),
        ("hum-tgt-name", "ANA SOLORZANO"),
        ("hum-tgt-desc", "MAYOR"),
        ("hum-tgt-type", "GOVERNMENT OFFICIAL"),
        ("hum-tgt-effect", "DEATH"),
    ],
)
def test_a_murder(murder: Template, slot: str, value: str) -> None:
    assert value in _values(murder, slot)


def test_a_bomb_that_destroys_a_thing() -> None:
    (template,) = _templates("   BOGOTA, 3 JUL 89 -- [TEXT] YESTERDAY A BOMB DESTROYED AN OIL PIPELINE IN ARAUCA.")
    assert _values(template, "phys-tgt-type") == ["ENERGY"]
    assert _values(template, "phys-tgt-effect") == ["DESTROYED"]
    assert _values(template, "inc-instr-type") == ["BOMB"]
    assert _values(template, "inc-date") == ["02 JUL 89"]


@pytest.mark.parametrize(
    ("text", "slot", "values"),
    [
        # Where coding knows no party, what stands in the target's place is the target.
        ("TERRORISTS DESTROYED TWO JUNCTION BOXES IN LIMA TODAY.", "phys-tgt-id", ["JUNCTION BOXES"]),
        # The home's owner is a target too, and so is who escapes.
        ("GUERRILLAS ATTACKED THE RESIDENCE OF JUDGE ANA SOLORZANO IN LIMA TODAY.", "hum-tgt-name", ["ANA SOLORZANO"]),
        (
            "A BOMB EXPLODED AT A BANK IN LIMA TODAY. JUDGE ANA SOLORZANO ESCAPED UNHARMED.",
            "hum-tgt-effect",
            ["NO INJURY OR DEATH"],
        ),
        # Arson and bombs damage at least.
        ("TERRORISTS BURNED DOWN A FACTORY IN LIMA TODAY.", "phys-tgt-effect", ["SOME DAMAGE"]),
        ("A BOMB EXPLODED AT A BANK IN LIMA TODAY.", "phys-tgt-effect", ["SOME DAMAGE"]),
        # The chain of places goes over the province, and the capital may go without its name.
        ("GUERRILLAS KILLED A TEACHER IN HUANTA TODAY.", "inc-loc", ["PERU: AYACUCHO: HUANTA"]),
        ("GUERRILLAS KILLED A TEACHER IN THIS CAPITAL TODAY.", "inc-loc", ["PERU: LIMA"]),
        # Whose rebels they are is told behind the noun, or nearby.
        ("REBELS BELONGING TO SHINING PATH KILLED A TEACHER IN LIMA.", "perp-org-id", ["SHINING PATH"]),
        ("GUNMEN KILLED A TEACHER IN LIMA TODAY. SHINING PATH IS ACTIVE THERE.", "perp-org-id", ["SHINING PATH"]),
        ("GUNMEN KILLED A TEACHER IN LIMA TODAY. SHINING PATH IS ACTIVE THERE.", "perp-org-conf", []),
    ],
)
def test_fills(text: str, slot: str, values: list[str]) -> None:
    (template,) = _templates(f"   LIMA, 12 MAR 89 -- [TEXT] {text}")
    assert _values(template, slot) == values


def test_nobody_is_killed_twice() -> None:
    (template,) = _templates(
        "   LIMA, 12 MAR 89 -- [TEXT] GUNMEN KILLED MAYOR ANA SOLORZANO TODAY.  SHE TOOK OFFICE IN 1986.  "
        "SOLORZANO WAS MURDERED ONLY 3 DAYS AFTER THE VOTE OF 9 MARCH."
    )
    assert _values(template, "hum-tgt-name") == ["ANA SOLORZANO"]


@pytest.mark.parametrize(
    "text",
    [
        "GUERRILLAS KILLED FOUR SOLDIERS IN AYACUCHO TODAY.",
        "TROOPS KILLED FIVE GUERRILLAS IN AYACUCHO TODAY.",
        "GUERRILLAS KILLED A TEACHER IN AYACUCHO IN 1982.",
        "THE WAR HAS KILLED MORE THAN 60,000 PEOPLE.",
    ],
)
def test_what_is_no_relevant_incident(text: str) -> None:
    assert _templates(f"   LIMA, 12 MAR 89 -- [TEXT] {text}") == ()
