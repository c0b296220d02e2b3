"""Weekdays without a day of publication stay open, and the story says so."""

from dateline.model.ids import text_id
from dateline.model.story import Story
from dateline.reading.stage import read

TEXT = "Troops leave the valley\n\nRebels shelled the market on Monday, the governor said."


def _issues(published: str | None) -> list[tuple[str, str]]:
    identity = text_id(TEXT)
    story = Story(identity[:16], identity, "v.txt", None, None, None, None, None, published, None, "en", TEXT)
    return [(issue.code, TEXT[issue.start : issue.end]) for issue in next(read([story])).issues]


def test_an_open_weekday_is_a_doubt() -> None:
    assert _issues(None) == [("no-publication-date", "Monday")]


def test_a_dated_story_has_none() -> None:
    assert _issues("2021-07-06") == []
