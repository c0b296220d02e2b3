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
