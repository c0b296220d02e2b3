"""Events end to end, with a coding made by hand: add, list, show, trace, judge, correct."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.actions.add import add
from dateline.actions.asked import asked
from dateline.actions.claims import claims
from dateline.actions.coding import Coding
from dateline.actions.contradictions import contradictions
from dateline.actions.correct import Wanted, correct
from dateline.actions.events import Asked, count_events, events, show_event
from dateline.actions.figures import figures
from dateline.actions.judge import judge
from dateline.actions.remove import remove
from dateline.actions.restore import restore
from dateline.actions.show import show
from dateline.actions.stories import stories
from dateline.actions.trace import trace
from dateline.errors import ConfigurationError, UnknownIdError
from dateline.model.coded import CodedStory, Coder
from dateline.model.story import Story
from dateline.settings import Settings
from dateline.sources.metadata import Metadata
from tests.conftest import TEXT


@pytest.fixture
def settings(tmp_path: Path, make_coded: Callable[[Story], CodedStory], coder: Coder) -> Settings:
    """A ledger with two stories of one departure."""
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    chosen = Settings(ledger=tmp_path / "test.db")
    list(add([tmp_path / "0.txt", tmp_path / "1.txt"], chosen, coding=Coding(lambda all: map(make_coded, all), coder)))
    return chosen


def departure_of(settings: Settings) -> list[str]:
    return sorted(row.claim.id for row in claims(settings) if row.claim.event.plover == "RETREAT")


def test_two_stories_are_one_event(settings: Settings) -> None:
    (event,) = events(settings, Asked(asked(types=["RETREAT"])))
    assert (event.stories, event.status, list(event.claims)) == (2, "reported", departure_of(settings))
    assert [origin.name for origin in event.origins] == ["Governor of Karsu"]
    assert count_events(settings, Asked(statuses=("denied",))) == count_events(settings) - 1
    for beginning in (event.id, event.id[:8], event.claims[1][:8]):
        assert show_event(beginning, settings).event.id == event.id
    assert "both withdraw" in show_event(event.id, settings).why[0][2]


def test_figures_are_listed_by_a_rule(settings: Settings) -> None:
    (row,) = figures(settings, counts=["fled"], rule="latest")
    assert (row.figure.low, row.figure.best, row.figure.high) == (40, 40, None)
    assert row.record()["event"]["id"] == row.event.id
    assert list(figures(settings, counts=["killed"])) == []
    with pytest.raises(ConfigurationError, match="nothing counts 'dead'"):
        list(figures(settings, counts=["dead"]))
    with pytest.raises(ConfigurationError, match=r"no rule 'mean'.*lowest"):
        list(figures(settings, rule="mean"))
    with pytest.raises(ConfigurationError, match=r"no status 'occurred' of an event"):
        list(events(settings, Asked(statuses=("occurred",))))


def test_a_value_is_traced_to_its_words(settings: Settings) -> None:
    (event,) = events(settings, Asked(asked(types=["RETREAT"])))
    traced = trace(event.id[:8], "figures", settings)
    assert [one.claim for one in traced] == departure_of(settings) or len(traced) == 2
    for one in traced:
        span, begins = one.spans[0], one.sentence_start
        assert one.sentence[span["start"] - begins : span["end"] - begins] == span["text"] == "At least 40"
    assert [one.value for one in trace(event.claims[0], "status", settings)] == ["occurred"]
    assert len(trace(event.claims[0], "attribution", settings)[0].spans) == 2
    with pytest.raises(ConfigurationError, match=r"no field 'colour' to trace"):
        trace(event.id, "colour", settings)
    with pytest.raises(UnknownIdError, match="no event has an id"):
        trace("zzz", "time", settings)


def test_a_person_keeps_two_claims_apart_and_takes_it_back(settings: Settings) -> None:
    (event,) = events(settings, Asked(asked(types=["RETREAT"])))
    one, other = departure_of(settings)
    judged = judge(one[:8], other[:8], "different", settings, "another day", "ana")
    assert judged.is_new
    assert len(set(judged.events)) == 2
    assert event.id in judged.events
    assert not judge(other, one, "different", settings).is_new
    again = judge(one, other, "unsure", settings)
    assert set(again.events) == {event.id}
    renewed = show_event(event.id, settings).event
    assert (renewed.claims, len(renewed.aliases)) == (event.claims, 1)
    assert show_event(renewed.aliases[0], settings).event.id == event.id
    assert renewed.history[0].what == "first told"
    with pytest.raises(ConfigurationError, match="the same claim"):
        judge(one, one, "same", settings)


def test_a_correction_renews_the_event(settings: Settings) -> None:
    one, other = departure_of(settings)
    correct(one, Wanted(status="planned"), settings, "only ordered", "ana")
    assert show_event(one, settings).event.status == "planned"
    assert show_event(one, settings).event.id != show_event(other, settings).event.id
    correct(one, Wanted(undo=("status",)), settings, None, "ana")
    assert show_event(one, settings).event.id == show_event(other, settings).event.id


def test_a_denial_of_what_another_tells_is_a_contradiction(settings: Settings) -> None:
    assert list(contradictions(settings)) == []
    one, _ = departure_of(settings)
    correct(one, Wanted(status="denied"), settings, "he denied it", "ana")
    (found,) = contradictions(settings)
    assert found.event.status == "contested"
    assert found.record()["denied_by"] == ["Governor of Karsu"]


def test_a_copy_in_another_paper_is_no_second_origin(tmp_path: Path) -> None:
    body = (
        "Gunmen shot dead two teachers outside a school in Taiz on Monday.\n\n"
        "The attackers fled in a white pickup towards the old customs house, and shops in the street stayed shut.\n\n"
        "It was the third killing of teachers in the city since the new term began in August."
    )
    chosen = Settings(ledger=tmp_path / "copies.db", no_model=True)
    for number, (outlet, headline) in enumerate((("Valley Post", "Two teachers shot"), ("Hill Times", "Taiz killing"))):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"{headline}\n\n{body}", encoding="utf-8")
        list(add([file], chosen, Metadata(outlet=outlet, published=f"2024-05-14T0{number}:00")))
    killing = next(event for event in events(chosen) if event.stories == 2)
    assert (killing.copies, killing.status, len(killing.origins)) == (1, "reported", 1)
    copy, original = stories(chosen)
    assert copy.link is not None
    assert (copy.link.of, copy.link.kind, original.link) == (original.id, "copy", None)
    assert show(copy.id, chosen).link == copy.link
    remove(original.id, chosen)
    assert [row.link for row in stories(chosen)] == [None]
    restore(original.id, chosen)
    assert next(stories(chosen)).link == copy.link
