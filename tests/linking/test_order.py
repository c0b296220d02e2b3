"""Events are a function of the set of claims and decisions: of their order nothing depends but ids and history."""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from dateline.actions.events import events, rebuild
from dateline.actions.read import read
from dateline.actions.remove import remove
from dateline.actions.renew import renew
from dateline.actions.restore import restore
from dateline.actions.stories import stories
from dateline.ledger.open import open_writable_ledger
from dateline.ledger.stories import add_story
from dateline.linking.memory import Memory
from dateline.model.coded import CodedStory, Coder
from dateline.model.event import event_record
from dateline.model.link import Link
from dateline.model.record import Record, coded_story_record
from dateline.settings import Settings
from tests.linking.conftest import MakeTelling, coded_by_rules, figure, time

DEMO = Path(__file__).parents[2] / "demo" / "stories"
OTHERS = Path(__file__).parent / "stories"
LINKED = 5  # three copies, an update on the same page, and one that calls the toll of before an earlier one
CODER = Coder("dateline", "0.1.0", "c" * 64, "d" * 64, None)


@cache
def records() -> tuple[Record, ...]:
    stories = [*read(DEMO, Settings(no_model=True)), *read(OTHERS, Settings(no_model=True))]
    return tuple(coded_story_record(story, CODER) for story in stories if isinstance(story, CodedStory))


def added(path: Path, stories: Sequence[Record]) -> Settings:
    """A ledger with the stories, added in this order."""
    for story in stories:
        with open_writable_ledger(path).writing() as connection:
            add_and_link(connection, story)
    return Settings(ledger=path)


def add_and_link(connection: Connection, story: Record) -> None:
    if add_story(connection, story) == "new":
        renew(connection, [story["story"]["id"]], "a story", Settings())


def told(settings: Settings) -> list[dict[str, Any]]:
    """The events without ids and history; of which event one is part is told by that event's claims."""
    found = list(events(settings))
    claims = {event.id: event.claims for event in found}
    plain = []
    for event in found:
        record = event_record(event)
        for name in ("id", "aliases", "history"):
            del record[name]
        plain.append({**record, "part_of": claims.get(event.part_of or "")})
    return sorted(plain, key=lambda record: record["claims"])


def links(settings: Settings) -> dict[str, Link]:
    """The copies and versions, by story."""
    return {row.id: row.link for row in stories(settings) if row.link}


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_of_adding_gives_the_same_events(tmp_path: Path, seed: int) -> None:
    shuffled = list(records())
    random.Random(seed).shuffle(shuffled)
    one, other = added(tmp_path / "one.db", records()), added(tmp_path / "other.db", shuffled)
    assert told(one) == told(other)
    assert links(one) == links(other)
    assert len(links(one)) == LINKED


def test_adding_twice_and_rebuilding_change_nothing(tmp_path: Path) -> None:
    settings = added(tmp_path / "one.db", records())
    before = [event_record(event) for event in events(settings)]
    added(settings.ledger, records())
    assert [event_record(event) for event in events(settings)] == before
    rebuild(settings)
    again = {event.id: event_record(event) for event in events(settings)}
    plain = {name: value for record in before for name, value in [(record["id"], {**record, "history": ()})]}
    assert {name: {**record, "history": ()} for name, record in again.items()} == plain


def test_removing_and_restoring_a_story_changes_nothing(tmp_path: Path) -> None:
    settings = added(tmp_path / "one.db", records())
    before = told(settings)
    story = next(record["story"]["id"] for record in records() if record["story"]["outlet"] == "Highland Post")
    linked = links(settings)
    remove(story, settings)
    assert {name: link for name, link in linked.items() if story not in (name, link.of)} == links(settings)
    crossing = max(events(settings), key=lambda event: event.stories)
    assert (crossing.status, crossing.stories) == ("corroborated", 7)
    restore(story, settings)
    assert told(settings) == before
    assert links(settings) == linked


@pytest.mark.parametrize("seed", range(5))
def test_any_order_in_memory(seed: int) -> None:
    stories = [*coded_by_rules(DEMO)]
    groups = []
    for number in (seed, seed + 100):
        shuffled = [list(story) for story in stories]
        chance = random.Random(number)
        chance.shuffle(shuffled)
        memory = Memory()
        for story in shuffled:
            chance.shuffle(story)
            memory.add(story)
        groups.append(memory.happenings())
    assert groups[0] == groups[1]


@pytest.mark.parametrize("seed", range(10))
def test_what_names_no_day_joins_in_any_order(telling: MakeTelling, seed: int) -> None:
    chance = random.Random(seed)
    claims = [
        telling(
            f"story {number}",
            on=f"2021-07-{chance.randint(5, 16):02}",
            time=chance.choice((None, time("2021-07-05"), time("2021-07-09"))),
            status=chance.choice(("occurred", "background")),
            figures=(figure(chance.randint(12, 13), 13, "killed"),),
        )
        for number in range(12)
    ]
    forty = (figure(40, 40, "killed"),)
    news = telling("news", time=time("2021-07-05"), figures=forty)
    retold = telling("retold", on="2021-07-11", time=None, status="background", figures=forty)
    claims += [news, retold]
    groups = []
    for _ in range(3):
        memory = Memory()
        for claim in claims:
            memory.add([claim])
        groups.append(memory.happenings())
        chance.shuffle(claims)
    assert groups[0] == groups[1] == groups[2]
    assert {news.claim.id, retold.claim.id} in [{profile.id for profile in group} for group in groups[0]]
