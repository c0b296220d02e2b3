"""Stories that say of themselves that they renew another one."""

from dataclasses import replace

import pytest

from dateline.linking.copies import CopyIndex
from dateline.linking.report import ReportReader
from dateline.linking.shelf import Shelf
from dateline.model.story import Story
from tests.linking.test_copies import HEADLINE, ORIGINAL, REPHRASED, SENTENCES, WIRE, add, story

MARKED = "UPDATE 2-Death toll at Marasha market rises"


REWRITTEN = story(REPHRASED, 15, head=MARKED)


def test_a_marked_story_is_a_version_however_much_was_rewritten(index: CopyIndex) -> None:
    (link,) = add(index, ORIGINAL, REWRITTEN)
    assert (link.story, link.of, link.kind) == (REWRITTEN.id, ORIGINAL.id, "version")
    assert link.why == "marked 'UPDATE 2-'; both open with front, haddad, lina, marasha, northern"


UNMARKED = {
    "no mark": story(REPHRASED, 15),
    "sent again": story(REPHRASED, 15, head=MARKED.replace("UPDATE 2", "RPT")),
    "another outlet": story(REPHRASED, 15, "Northern Courier", head=MARKED),
    "three days later": replace(REWRITTEN, published="2021-07-08T15:00", id="later"),
    "another weekday": story(REPHRASED.replace("Monday", "Friday"), 15, head=MARKED),
    "other names": story(REPHRASED.replace("Marasha", "Qasr").replace("Northern Front", "Lake Men"), 15, head=MARKED),
    "another headline": story(REPHRASED, 15, head="UPDATE 2-Wheat prices fall again"),
}


@pytest.mark.parametrize("kind", UNMARKED)
def test_what_is_no_version(kind: str, index: CopyIndex) -> None:
    assert add(index, ORIGINAL, UNMARKED[kind]) == []


def test_marked_versions_form_a_chain_whatever_the_order(index: CopyIndex, reader: ReportReader) -> None:
    third = story(REPHRASED.replace("12 dead", "19 dead"), 18, head=MARKED.replace("2", "3"))
    stories: tuple[Story, ...] = (ORIGINAL, REWRITTEN, third)
    expected = {REWRITTEN.id: ORIGINAL.id, third.id: REWRITTEN.id}
    for order in (stories, stories[::-1], (REWRITTEN, third, ORIGINAL)):
        index = CopyIndex(Shelf(), reader)
        add(index, *order)
        found = {item.id: link.of for item in stories if (link := index.known.link(item.id))}
        assert found == expected
    index.remove(REWRITTEN.id)
    link = index.known.link(third.id)
    assert link is not None
    assert link.of == ORIGINAL.id


def test_a_repeat_under_a_mark_is_a_copy(index: CopyIndex) -> None:
    assert [link.kind for link in add(index, ORIGINAL, story(WIRE, 9, head=f"REFILE-{HEADLINE}"))] == ["copy"]


NOW = "The dead were 15 by evening, Haddad said, updating an earlier toll of 12."


def test_who_calls_a_figure_an_earlier_one_tells_a_later_version(index: CopyIndex) -> None:
    later = story("\n".join((NOW, *SENTENCES[1:])), 12, "Northern Courier")
    copied = story("\n".join((NOW, *SENTENCES[1:])), 13, "Delta Observer")
    links = add(index, ORIGINAL, later, copied)
    assert [(link.story, link.of, link.kind) for link in links] == [
        (later.id, ORIGINAL.id, "version"),
        (copied.id, later.id, "copy"),
    ]
    assert links[0].changed == ("figure: 12 -> 15",)


@pytest.mark.parametrize("toll", ["updating an earlier toll of 8", "in spite of an earlier truce"])
def test_an_earlier_figure_that_the_other_does_not_have_is_no_evidence(toll: str, index: CopyIndex) -> None:
    text = "\n".join((NOW.replace("updating an earlier toll of 12", toll), *SENTENCES[1:]))
    assert [link.kind for link in add(index, ORIGINAL, story(text, 12, "Northern Courier"))] == ["copy"]
