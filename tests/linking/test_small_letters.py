"""Copies, versions and look-alikes among bulletins that write no capitals."""

import pytest

from dateline.linking.copies import CopyIndex
from dateline.linking.report import ReportReader
from tests.linking.test_copies import add, story

BULLETIN = """This story is from March 9, 2021. belapur police on friday arrested dinesh jadhav of wadgaon village.
the arrest followed a complaint by suresh kulkarni that a mob had set his shop on fire after the procession.
a case (no. 214) under section 436 was registered at the belapur police station and two vehicles were seized.
inspector singh said that jadhav would be produced before the court and that others were being looked for."""
NAMES = {"belapur": "umarkhed", "jadhav": "waghmare", "wadgaon": "pimpri"}


@pytest.fixture(scope="module")
def reader() -> ReportReader:
    return ReportReader(is_place=lambda _: False)


def put(words: dict[str, str]) -> str:
    text = BULLETIN
    for one, other in words.items():
        assert one in text
        text = text.replace(one, other)
    return text


ANOTHER = {
    "names of no known place": NAMES,
    "a person and a case": {"dinesh jadhav": "mahesh waghmare", "214": "377"},
    "who follows a title, and a place": {"inspector singh": "inspector sharma", "wadgaon": "pimpri"},
}


@pytest.mark.parametrize("kind", ANOTHER)
def test_another_event_in_the_same_words(kind: str, index: CopyIndex) -> None:
    assert add(index, story(BULLETIN, 8), story(put(ANOTHER[kind]), 12)) == []


def test_one_name_put_right_is_a_version(index: CopyIndex) -> None:
    (link,) = add(index, story(BULLETIN, 8), story(put({"kulkarni": "deshmukh"}), 12))
    assert (link.kind, link.changed) == ("version", ("name: kulkarni -> deshmukh",))


def test_the_number_of_a_case_is_no_count_that_rises(index: CopyIndex) -> None:
    (link,) = add(index, story(BULLETIN, 8), story(put({"214": "241"}), 12))
    assert (link.kind, link.changed) == ("version", ("name: 214 -> 241",))


def test_other_english_words_are_no_names(index: CopyIndex) -> None:
    edited = put({"arrested": "apprehended", "complaint": "grievance", "registered": "lodged", "vehicles": "jeeps"})
    (link,) = add(index, story(BULLETIN, 8), story(edited, 12, "Northern Courier"))
    assert (link.kind, link.changed) == ("copy", ())
