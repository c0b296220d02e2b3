"""Which stories are no news of conflict, and what becomes of their claims."""

from collections.abc import Callable

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.stage import code
from dateline.coding.triage import NOT_CONFLICT_NEWS, judge, tells_of_conflict
from dateline.model.reading import Reading

ReadBody = Callable[..., Reading]

# a body, its topic or None
CASES = [
    ("The goalkeeper repelled every attack and the striker won the match with a late penalty in the derby.", "sport"),
    ("Rebels shot dead the goalkeeper and two fans of the club before the derby, police said.", None),
    ("Investors fled to bonds and shares surrendered their gains as traders attacked the currency.", "markets"),
    ("Gunmen stormed the central bank, killed two guards and took 30 hostages. Shares fell.", None),
    ("In the film's first episode the actress plays a queen who bombs a city; the sequel is a thriller.", "screen"),
    ("Militants bombed the film festival, killing an actress and nine soldiers at a checkpoint.", None),
    ("The quake struck at dawn. An aftershock destroyed homes and a landslide killed three.", "nature"),
    ("Troops shelled the village the earthquake had spared; rebels and refugees fled.", None),
]


@pytest.mark.parametrize(("body", "topic"), CASES)
def test_topic(read_body: ReadBody, body: str, topic: str | None) -> None:
    judgement = judge(read_body(body), load_codebook().topics)
    assert (judgement.topic.name if judgement else None) == topic


def test_claims_of_sport_are_left_out_and_an_issue_says_so(read_body: ReadBody) -> None:
    coded = next(code([read_body(CASES[0][0])], load_codebook(), None))
    assert coded.claims == ()
    assert [issue.code for issue in coded.issues if issue.code == NOT_CONFLICT_NEWS] == [NOT_CONFLICT_NEWS]


def test_a_topic_keeps_the_types_it_does_not_suppress(read_body: ReadBody) -> None:
    body = "The quake struck at dawn. An aftershock destroyed homes. Japan sent 40 rescuers and offered aid to Chile."
    coded = next(code([read_body(body)], load_codebook(), None))
    assert {claim.event.plover for claim in coded.claims} & {"AID", "AGREE"}
    assert not {claim.event.plover for claim in coded.claims} & {"ASSAULT", "COERCE"}


def test_what_a_drill_tells_is_possible(read_body: ReadBody) -> None:
    body = "The annual drill began on Monday. Infantry stormed a trench. The exercise was simulated by marines."
    coded = next(code([read_body(body)], load_codebook(), None))
    stormed = [claim for claim in coded.claims if claim.trigger.text == "stormed"]
    assert [(claim.status, "drill" in claim.why) for claim in stormed] == [("possible", True)]


@pytest.mark.parametrize(
    ("body", "tells"),
    [
        ("The train hit a van at a level crossing and left nine people hurt.", False),
        ("The council was bombarded with letters and the mayor came under fire.", False),
        ("Frigates bombarded the harbour.", True),
        ("Gunmen hit a van at a crossing and left nine people hurt.", True),
        ("Another 300 people fled on Monday.", True),
    ],
)
def test_words_of_conflict_are_not_those_that_look_alikes_borrow(read_body: ReadBody, body: str, tells: bool) -> None:
    reading = read_body(body, headline="Evening bulletin")
    assert tells_of_conflict(reading, load_codebook().topics) is tells
