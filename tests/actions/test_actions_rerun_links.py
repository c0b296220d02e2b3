"""Comparing all stories anew when the rules of linking are others than those that a ledger was made with."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dateline.actions.add import add
from dateline.actions.coding import Coding
from dateline.actions.remove import remove
from dateline.actions.rerun_links import rerun_links
from dateline.actions.stories import stories
from dateline.ledger.links import LedgerStories
from dateline.ledger.open import open_writable_ledger
from dateline.linking.shelf import NEAREST
from dateline.model.coded import CodedStory, Coder
from dateline.model.link import Link
from dateline.model.story import Story
from dateline.settings import Settings
from tests.actions.test_actions_rerun import MakeCoded
from tests.conftest import TEXT


@pytest.fixture
def settings(tmp_path: Path, make_coded: MakeCoded, coder: Coder) -> Settings:
    """A ledger with a story, a copy of it, and a story that is removed."""

    def code(given: Iterable[Story]) -> Iterator[CodedStory]:
        yield from map(make_coded, given)

    chosen = Settings(ledger=tmp_path / "test.db")
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(0) + " " * number, encoding="utf-8")
        list(add(tmp_path / f"{number}.txt", chosen, coding=Coding(code, coder)))
    remove(next(row.id for row in stories(chosen)), chosen)
    return chosen


def links(settings: Settings) -> dict[str, Link]:
    return {row.id: row.link for row in stories(settings) if row.link}


def put(settings: Settings, story: str, link: Link | None) -> None:
    with open_writable_ledger(settings.ledger).writing() as connection:
        LedgerStories(connection, NEAREST).put_link(story, link)


def test_the_rules_of_before_change_nothing(settings: Settings) -> None:
    before = links(settings)
    assert len(before) == 1
    seen: list[str] = []
    assert rerun_links(settings, at_each=seen.append) == []
    assert (links(settings), len(seen)) == (before, 2)


def test_a_link_of_other_rules_is_told_and_then_renewed(settings: Settings) -> None:
    ((copy, right),) = links(settings).items()
    wrong = Link(copy, right.of, "version", "by rules of before", ("figure: 1 -> 2",))
    put(settings, copy, wrong)
    (told,) = rerun_links(settings, is_diff=True)
    assert (told.story, told.before, told.after) == (copy, wrong, right)
    assert links(settings) == {copy: wrong}
    assert rerun_links(settings) == [told]
    assert links(settings) == {copy: right}
    assert rerun_links(settings, is_diff=True) == []


def test_a_link_that_the_rules_of_before_did_not_find(settings: Settings) -> None:
    ((copy, right),) = links(settings).items()
    put(settings, copy, None)
    assert [(one.before, one.after) for one in rerun_links(settings)] == [(None, right)]
    assert links(settings) == {copy: right}
