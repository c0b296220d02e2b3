"""What weekdays are reckoned from: the day of filing, of publication, or none, which the story says."""

import pytest

from dateline.model.ids import text_id
from dateline.model.reading import Reading
from dateline.model.story import Story
from dateline.reading.stage import read

TEXT = "Troops leave the valley\n\nRebels shelled the market on Monday, the governor said."
RUN_IN = (
    "Troops leave the valley\n\n2021-07-26\n\n"
    "Troops leave the valley AFP Tuesday 6 Jul 2021 Rebels shelled the market on Monday the governor said."
)


def _read(text: str, published: str | None = None) -> Reading:
    identity = text_id(text)
    story = Story(identity[:16], identity, "v.txt", None, None, None, None, None, published, None, "en", text)
    return next(read([story]))


def _issues(reading: Reading) -> list[tuple[str, str]]:
    return [(issue.code, reading.story.text[issue.start : issue.end]) for issue in reading.issues]


def test_an_open_weekday_is_a_doubt() -> None:
    assert _issues(_read(TEXT)) == [("no-publication-date", "Monday")]


def test_a_dated_story_has_none() -> None:
    assert _issues(_read(TEXT, "2021-07-06")) == []


def test_the_day_at_the_head_of_the_report_counts_before_another_day_of_publication() -> None:
    reading = _read(RUN_IN)
    assert (reading.story.published, reading.story.written_at) == ("2021-07-26", "2021-07-06")
    assert [(time.text, time.earliest, time.latest) for time in reading.times] == [
        ("Monday", "2021-07-05", "2021-07-05")
    ]
    assert _issues(reading) == [("dates-contradict", "Tuesday 6 Jul 2021")]


@pytest.mark.parametrize(
    ("dateline", "published", "written_at"),
    [
        ("GOMA, July 2 (Reuters) - ", "2021-07-06", "2021-07-02"),
        ("GOMA, July 6 (Reuters) - ", "2021-07-06T16:20", "2021-07-06T16:20"),
        ("GOMA, March 2 (Reuters) - ", "2021-07-06", "2021-07-06"),
        ("GOMA (Reuters) - ", "2021-07-06T16:20", "2021-07-06T16:20"),
        ("GOMA, July 2, 2021 (Reuters) - ", None, "2021-07-02"),
    ],
)
def test_the_dateline_comes_first(dateline: str, published: str | None, written_at: str) -> None:
    reading = _read(TEXT.replace("Rebels", f"{dateline}Rebels"), published)
    assert reading.story.written_at == written_at
