"""Coding the ledger anew: what changes is told, what was is kept, and every decision stands."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.actions.add import add
from dateline.actions.changed import changes_of
from dateline.actions.claims import claims
from dateline.actions.coding import Coding, shipped_coding
from dateline.actions.correct import Wanted, correct
from dateline.actions.corrections import corrections
from dateline.actions.events import show_event
from dateline.actions.judge import judge
from dateline.actions.rerun import Recoded, rerun, stories_to_rerun
from dateline.ledger.filters import Filters
from dateline.ledger.links import LedgerStories
from dateline.ledger.open import open_ledger
from dateline.ledger.recode import coded_record, versions_of
from dateline.linking.shelf import NEAREST
from dateline.model.claim import Claim
from dateline.model.coded import CodedStory, Coder
from dateline.model.ids import claim_id
from dateline.model.link import Link
from dateline.model.span import Span
from dateline.model.story import Story
from dateline.settings import Settings
from tests.conftest import TEXT

Recode = Callable[[Claim], Claim | None]
MakeCoded = Callable[[Story], CodedStory]


def coding_that(recode: Recode, make_coded: MakeCoded, coder: Coder, version: str = "0.2.0") -> Coding:
    """A later coder, which codes each claim as `recode` has it, or not at all."""

    def code(stories: Iterable[Story]) -> Iterator[CodedStory]:
        for story in stories:
            coded = make_coded(story)
            yield replace(coded, claims=tuple(new for one in coded.claims if (new := recode(one)) is not None))

    return Coding(code, replace(coder, version=version))


def longer(claim: Claim) -> Claim:
    """The departure with "left Karsu" as its trigger, and so with another id."""
    if claim.event.plover != "RETREAT":
        return claim
    trigger = Span("left Karsu", claim.trigger.start, claim.trigger.end + len(" Karsu"))
    return replace(claim, trigger=trigger, id=claim_id("a story", trigger.start, trigger.end, claim.trigger.start))


def departure(settings: Settings, story: str | None = None) -> str:
    found = [row for row in claims(settings) if row.claim.event.plover == "RETREAT"]
    return next(row.claim.id for row in found if story in (None, row.story_id))


@pytest.fixture
def settings(tmp_path: Path, make_coded: MakeCoded, coder: Coder) -> Settings:
    """A ledger with one story."""
    (tmp_path / "0.txt").write_text(TEXT.format(0), encoding="utf-8")
    chosen = Settings(ledger=tmp_path / "test.db")
    list(add(tmp_path / "0.txt", chosen, coding=coding_that(lambda one: one, make_coded, coder, "0.1.0")))
    return chosen


@pytest.fixture
def again(settings: Settings, make_coded: MakeCoded, coder: Coder) -> Callable[..., Recoded]:
    """Code the story anew."""

    def runs(recode: Recode, is_diff: bool = False) -> Recoded:
        coding = coding_that(recode, make_coded, coder)
        (found,) = rerun(stories_to_rerun(settings, coding=coding), settings, coding, is_diff=is_diff)
        assert isinstance(found, Recoded)
        return found

    return runs


def planned(claim: Claim) -> Claim:
    return replace(claim, status="planned") if claim.status == "occurred" else claim


def without_shelling(claim: Claim) -> Claim | None:
    return claim if claim.event.plover == "RETREAT" else None


def shorter_figure(claim: Claim) -> Claim:
    """The number without its qualifier, so that its words are others."""
    figures = tuple(replace(one, text="40", start=one.end - 2, low=40, high=40) for one in claim.figures)
    return replace(claim, figures=figures, actors=())


def test_corrected_values_stand_whatever_is_coded_then(settings: Settings, again: Callable[..., Recoded]) -> None:
    values = (("figure1", "12 to 15"), ("place2", "Kabul, AFG, settlement"), ("actor1", "Taliban"))
    correct(departure(settings), Wanted(values=values, reject=("place1",)), settings, "read again", "ana")
    again(lambda claim: longer(shorter_figure(claim)))  # another trigger, other words of the number, nobody who acts
    event = show_event(departure(settings), settings).event
    assert [(figure.low, figure.high) for figure in event.figures] == [(12, 15)]
    assert [party.name for party in event.actors] == ["Taliban"]
    assert [place.name for place in event.places] == ["Kabul"]
    assert [len(list(claims(settings, Filters(places=(name,))))) for name in ("Kabul", "Karsu", "Ostan")] == [1, 1, 0]
    assert [len(list(claims(settings, Filters(parties=(name,))))) for name in ("Taliban", "Karsu Army")] == [1, 0]
    correct(departure(settings), Wanted(undo=("figure1", "place1", "place2", "actor1")), settings, None, "ana")
    event = show_event(departure(settings), settings).event
    assert ([one.low for one in event.figures], event.actors, len(event.places)) == ([40], (), 2)


def test_times_sources_and_added_values_stand_whatever_is_coded_then(
    settings: Settings, again: Callable[..., Recoded]
) -> None:
    wanted = Wanted(values=(("time", "2021-07-03"), ("attribution1", "UNHCR")), adds=(("target", "the bridge"),))
    correct(departure(settings), wanted, settings, "read again", "ana")
    again(lambda claim: replace(longer(claim), time=None, attribution=()))
    event = show_event(departure(settings), settings).event
    assert (event.time and event.time.earliest, [party.name for party in event.targets]) == (
        "2021-07-03",
        ["the bridge"],
    )
    assert [origin.name for origin in event.origins] == ["UNHCR"]
    assert len(list(claims(settings, Filters(sources=("UNHCR",), latest="2021-07-04")))) == 1
    correct(departure(settings), Wanted(undo=("time", "attribution1", "target1")), settings, None, "ana")
    event = show_event(departure(settings), settings).event
    assert (event.time, event.targets, [origin.name for origin in event.origins]) == (None, (), ["no outlet named"])


def test_the_same_coding_changes_nothing_but_the_coder(settings: Settings, again: Callable[..., Recoded]) -> None:
    before = [row.record for row in claims(settings)]
    added = [row.added_at for row in claims(settings)]
    found = again(lambda one: one)
    assert (found.changes.are_none, found.is_kept) == (True, True)
    assert [row.record for row in claims(settings)] == before
    assert [row.added_at for row in claims(settings)] == added


def test_a_diff_tells_and_writes_nothing(settings: Settings, again: Callable[..., Recoded]) -> None:
    before = settings.ledger.read_bytes()
    found = again(planned, is_diff=True)
    (changed,) = found.changes.changed
    assert (changed.fields, changed.record()["fields"]) == (
        ("status",),
        {"status": {"before": "occurred", "after": "planned"}},
    )
    assert not found.is_kept
    assert settings.ledger.read_bytes() == before


def test_what_was_coded_before_is_kept_as_a_version(settings: Settings, again: Callable[..., Recoded]) -> None:
    with open_ledger(settings.ledger).reading() as connection:
        story = next(iter(claims(settings))).story_id
        before = coded_record(connection, story)
    again(planned)
    assert show_event(departure(settings), settings).event.status == "planned"
    with open_ledger(settings.ledger).reading() as connection:
        ((_, version),) = versions_of(connection, story)
    assert version["claims"] == before["claims"]
    assert version["coder"]["version"] == "0.1.0"
    assert "text" not in version["story"]


def test_a_decision_survives(settings: Settings, again: Callable[..., Recoded]) -> None:
    correct(departure(settings), Wanted(status="ongoing"), settings, "still under way", "ana")
    found = again(planned)
    assert found.orphaned == found.handed_on == ()
    (row,) = [row for row in claims(settings) if row.claim.event.plover == "RETREAT"]
    assert (row.claim.status, row.record["corrections"][0]["value"]) == ("planned", "ongoing")
    assert show_event(row.claim.id, settings).event.status == "reported"


def test_a_decision_goes_on_to_the_claim_whose_trigger_overlaps(
    settings: Settings, again: Callable[..., Recoded]
) -> None:
    old = departure(settings)
    correct(old, Wanted(status="planned"), settings, "only ordered", "ana")
    found = again(longer)
    new = departure(settings)
    assert old != new
    assert found.handed_on == (old,)
    assert found.changes.changed[0].fields == ("trigger",)
    (row,) = [row for row in claims(settings) if row.claim.id == new]
    assert [(one["value"], one["by"], one["reason"]) for one in row.record["corrections"]] == [
        ("planned", "ana", "only ordered")
    ]
    assert [(row.claim, row.is_orphaned) for row in corrections(settings)[0]] == [(new, False)]
    assert {row.claim for row in corrections(settings, is_all=True)[0]} == {new, old}


def test_a_decision_about_a_claim_that_is_coded_no_more_is_kept(
    settings: Settings, again: Callable[..., Recoded]
) -> None:
    shelling = next(row.claim.id for row in claims(settings) if row.claim.event.plover == "ASSAULT")
    correct(shelling, Wanted(accept=("status",)), settings, None, "ana")
    found = again(without_shelling)
    assert found.orphaned == (shelling,)
    assert [claim["id"] for claim in found.changes.gone] == [shelling]
    assert [(row.claim, row.is_orphaned) for row in corrections(settings)[0]] == [(shelling, True)]


def test_two_claims_stay_apart(settings: Settings, tmp_path: Path, make_coded: MakeCoded, coder: Coder) -> None:
    (tmp_path / "1.txt").write_text(TEXT.format(1), encoding="utf-8")
    list(add(tmp_path / "1.txt", settings, coding=coding_that(lambda one: one, make_coded, coder, "0.1.0")))
    first, second = sorted({row.story_id for row in claims(settings)})
    judge(departure(settings, first), departure(settings, second), "different", settings, "another day", "ana")
    coding = coding_that(
        lambda one: replace(longer(one), id=claim_id(one.id, 0, 0, 0)) if one.status == "occurred" else one,
        make_coded,
        coder,
    )
    assert len(list(rerun(stories_to_rerun(settings, coding=coding), settings, coding))) == 2
    one, other = (show_event(departure(settings, story), settings).event for story in (first, second))
    assert one.id != other.id


def test_links_of_copies_and_versions_stand(tmp_path: Path) -> None:
    text = TEXT.format("of no matter")
    for number, told in enumerate((text, text.replace("40 soldiers", "52 soldiers"))):
        (tmp_path / f"{number}.txt").write_text(told, encoding="utf-8")
    settings = Settings(ledger=tmp_path / "test.db")
    coding = shipped_coding(settings)
    list(add(tmp_path, settings, coding=coding))
    ids = sorted({row.story_id for row in claims(settings)})

    def kept_links() -> list[Link | None]:
        with open_ledger(settings.ledger).reading() as connection:
            return [LedgerStories(connection, NEAREST).link(story) for story in ids]

    before = kept_links()
    assert [link.kind for link in before if link] == ["version"]
    newer = replace(coding, coder=replace(coding.coder, version="9.0"))
    assert len(list(rerun(stories_to_rerun(settings, coding=newer), settings, newer))) == 2
    assert kept_links() == before


def test_a_story_that_cannot_be_coded_stays_as_it_is(
    settings: Settings, tmp_path: Path, make_coded: MakeCoded, coder: Coder
) -> None:
    (tmp_path / "9.txt").write_text(TEXT.format(8), encoding="utf-8")
    list(add(tmp_path / "9.txt", settings, coding=coding_that(lambda one: one, make_coded, coder, "0.1.0")))

    def code(stories: Iterable[Story]) -> Iterator[CodedStory]:
        for story in stories:
            if "Paragraph 8" in story.text:
                raise ValueError("a head without a tail")
            yield make_coded(story)

    coding = Coding(code, replace(coder, version="0.2.0"))
    found = list(rerun(stories_to_rerun(settings, coding=coding), settings, coding))
    assert [type(one).__name__ for one in found] == ["Recoded", "Unread"]
    assert len(stories_to_rerun(settings, coding=coding)) == 1
    assert len(list(claims(settings))) == 4


def test_the_longest_overlap_is_the_same_claim() -> None:
    def claim(name: str, start: int, end: int) -> dict[str, object]:
        trigger = {"text": "x" * (end - start), "start": start, "end": end}
        lists = ("actors", "targets", "instruments", "places", "figures", "attribution")
        empty: dict[str, object] = {name: [] for name in lists}
        event = {"plover": "COERCE", "mode": None, "acled": None, "label": ""}
        return {"id": name, "trigger": trigger, "event": event, "status": "occurred", "time": None, **empty}

    changes = changes_of(
        [claim("a", 0, 10), claim("b", 20, 30), claim("c", 50, 55)],
        [claim("d", 8, 24), claim("e", 0, 9), claim("c", 50, 55)],
    )
    assert dict(changes.successors) == {"a": "e", "b": "d"}
    assert (changes.gone, changes.new) == ((), ())
