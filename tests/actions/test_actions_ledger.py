"""What a user can do, end to end, with a coding made by hand and real files."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import dateline
from dateline.actions.add import Added, Known, RemovedBefore, add
from dateline.actions.asked import asked
from dateline.actions.claims import claims, count_claims
from dateline.actions.coding import Coding, Unread
from dateline.actions.export import export
from dateline.actions.read import read
from dateline.actions.remove import remove
from dateline.actions.restore import restore
from dateline.actions.show import show
from dateline.actions.stories import count_stories, stories
from dateline.errors import ConfigurationError, LedgerError, ResourceError
from dateline.model.coded import CodedStory, Coder
from dateline.model.story import Story
from dateline.settings import Settings
from tests.conftest import TEXT


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(ledger=tmp_path / "test.db")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    return folder


@pytest.fixture
def coding(make_coded: Callable[[Story], CodedStory], coder: Coder) -> Coding:
    return Coding(lambda stories: map(make_coded, stories), coder)


def test_reading_keeps_nothing(folder: Path, settings: Settings, coding: Coding) -> None:
    results = list(read([folder, folder / "none.txt"], settings, coding=coding))
    assert [type(result) for result in results] == [CodedStory, CodedStory, CodedStory, Unread]
    assert [type(result) for result in read(str(folder / "0.txt"), settings, coding=coding)] == [CodedStory]
    assert not settings.ledger.exists()


def test_adding_twice_changes_nothing_and_parses_nothing(folder: Path, settings: Settings, coding: Coding) -> None:
    def refuse(stories: Iterable[Story]) -> Iterator[CodedStory]:
        for story in stories:
            raise AssertionError(f"{story.path_or_url} is known and must not be parsed")
        yield from ()

    assert [type(event) for event in add([folder], settings, coding=coding)] == [Added] * 3
    second = list(add([folder], settings, coding=Coding(refuse, coding.coder)))
    assert [type(event) for event in second] == [Known] * 3
    assert (count_stories(settings), count_claims(settings)) == (3, 6)


def test_the_same_text_in_two_files_is_one_story(folder: Path, settings: Settings, coding: Coding) -> None:
    (folder / "9.txt").write_text(TEXT.format(0), encoding="utf-8")
    assert [type(event) for event in add([folder], settings, coding=coding)] == [Added, Added, Added, Known]


def test_what_cannot_be_read_is_told_and_the_others_go_on(folder: Path, settings: Settings, coding: Coding) -> None:
    (folder / "1.txt").write_bytes(b"")
    events = list(add([folder], settings, coding=coding))
    assert [type(event) for event in events] == [Added, Unread, Added]


def test_a_removed_story_stays_removed_until_restored(folder: Path, settings: Settings, coding: Coding) -> None:
    first, *_ = add([folder], settings, coding=coding)
    assert isinstance(first, Added)
    assert remove(first.story_id[:8], settings).is_new
    assert not remove(first.story_id, settings).is_new
    again = list(add([folder], settings, coding=coding))
    assert isinstance(again[0], RemovedBefore)
    assert show(first.story_id, settings).removed_at is not None
    assert count_stories(settings) == 2
    assert restore(first.story_id[:8], settings).is_new
    assert count_stories(settings) == 3
    assert show(first.story_id, settings).removed_at is None


def test_a_claim_is_shown_with_its_story_and_can_be_removed(folder: Path, settings: Settings, coding: Coding) -> None:
    list(add([folder], settings, coding=coding))
    row = next(claims(settings, asked(types=["assault"])))
    shown = show(row.claim.id, settings)
    assert shown.claim == row
    assert shown.story["story"]["id"] == row.story_id
    assert remove(row.claim.id, settings, by="ada").kind == "claim"
    assert count_claims(settings) == 5


def test_a_decision_makes_no_ledger(settings: Settings) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        remove("abc", settings)
    assert not settings.ledger.exists()


def test_since_tells_what_is_new(folder: Path, settings: Settings, coding: Coding) -> None:
    list(add([folder / "0.txt", folder / "1.txt"], settings, coding=coding))
    last = next(stories(settings)).added_at
    list(add([folder], settings, coding=coding))
    assert count_stories(settings, asked(since="1h")) == 3
    assert {row.path_or_url.rpartition("/")[2] for row in stories(settings, asked(since=last))} == {"1.txt", "2.txt"}


@pytest.mark.parametrize("name", ["json", "csv", "geojson"])
def test_export_into_a_file(folder: Path, settings: Settings, coding: Coding, tmp_path: Path, name: str) -> None:
    list(add([folder], settings, coding=coding))
    out = tmp_path / f"out.{name}"
    exported = export(name, out, settings, asked(types=["RETREAT"]))
    assert (exported.stories, exported.claims) == (3, 3)
    text = out.read_bytes().decode("utf-8")
    if name == "geojson":
        assert len(json.loads(text)["features"]) == 3
    else:
        assert len(text.splitlines()) == 3 + (name == "csv")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_an_export_that_fails_leaves_the_old_file(settings: Settings, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("before", encoding="utf-8")
    with pytest.raises(LedgerError):
        export("csv", out, settings)
    assert out.read_text(encoding="utf-8") == "before"
    with pytest.raises(ConfigurationError, match="the formats are"):
        export("xls", out, settings)


def test_an_export_into_no_folder_says_so(folder: Path, settings: Settings, coding: Coding, tmp_path: Path) -> None:
    list(add([folder], settings, coding=coding))
    with pytest.raises(ResourceError, match="cannot be written: No such file or directory; name another"):
        export("csv", tmp_path / "none" / "out.csv", settings)


def test_the_public_names_are_these_and_come_when_asked_for() -> None:
    assert dateline.__all__ == [
        "DatelineError", "Settings", "add", "claims", "coded_story_record", "export", "load_settings", "read",
        "remove", "restore", "show", "stories",
    ]  # fmt: skip
    for name in dateline.__all__:
        assert getattr(dateline, name).__name__ == name
    assert dateline.__version__
    assert set(dateline.__all__) < set(dir(dateline))
    with pytest.raises(AttributeError, match="it has DatelineError"):
        dateline.nothing  # noqa: B018
