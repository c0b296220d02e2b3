"""What users write becomes filters, or one error with every mistake."""

from datetime import UTC, datetime

import pytest

from dateline.actions.asked import asked
from dateline.errors import ConfigurationError

NOW = datetime(2021, 7, 5, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("earliest", "latest", "first", "last"),
    [
        ("2021-07-05", "2021-07-05", "2021-07-05", "2021-07-05"),
        ("2021-07", "2021-07", "2021-07-01", "2021-07-31"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("2021", "2021", "2021-01-01", "2021-12-31"),
        (None, None, None, None),
    ],
)
def test_days(earliest: str | None, latest: str | None, first: str | None, last: str | None) -> None:
    filters = asked(earliest=earliest, latest=latest)
    assert (filters.earliest, filters.latest) == (first, last)


@pytest.mark.parametrize(
    ("since", "instant"),
    [
        ("30m", "2021-07-05T11:30:00.000000Z"),
        ("12h", "2021-07-05T00:00:00.000000Z"),
        ("2d", "2021-07-03T12:00:00.000000Z"),
        ("1w", "2021-06-28T12:00:00.000000Z"),
        ("2021-07-05T10:00+02:00", "2021-07-05T08:00:00.000000Z"),
        ("2021-07-05T08:00:00.123456Z", "2021-07-05T08:00:00.123456Z"),
    ],
)
def test_since(since: str, instant: str) -> None:
    assert asked(since=since, now=NOW).since == instant


@pytest.mark.parametrize("since", ["2021-07-05", "2021-07", "2021"])
def test_since_a_date_is_local_time(since: str) -> None:
    day = datetime.fromisoformat((since + "-01-01")[:10]).astimezone(UTC)
    assert asked(since=since).since == day.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def test_case_does_not_matter() -> None:
    filters = asked(types=["retreat/withdraw"], statuses=["Denied"], countries=["afg", "SY", "south sudan"])
    assert (filters.types, filters.statuses, filters.countries) == (
        ("retreat/withdraw",),
        ("denied",),
        ("AFG", "SYR", "SSD"),
    )


def test_all_mistakes_at_once() -> None:
    with pytest.raises(ConfigurationError) as caught:
        asked(["FIGHT"], ["happened"], countries=["Karsu"], earliest="July", latest="2021-02-30", since="soon")
    message = str(caught.value)
    for word in ("'FIGHT'", "ASSAULT", "'happened'", "background", "'Karsu'", "'July'", "'2021-02-30'", "'soon'"):
        assert word in message
