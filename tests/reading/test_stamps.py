"""Dates of publication as pages print them."""

import pytest

from dateline.reading.stamps import stamp_at, stamps


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mon 05th July 2021 | 04:20 PM", "2021-07-05T16:20"),
        ("Saturday 18 Jun 2016", "2016-06-18"),
        ("Thu Jul 7 2016", "2016-07-07"),
        ("April 19th, 2021", "2021-04-19"),
        ("2021-07-05", "2021-07-05"),
        ("23-04-2016", "2016-04-23"),
        ("01.10.2017", "2017-10-01"),
        ("04/23/2016", "2016-04-23"),
        ("04/05/2016", None),
        ("5 July 2021 at 12:05 am", "2021-07-05T00:05"),
        ("5 July 2021, 16:20 GMT", "2021-07-05T16:20+00:00"),
        ("2021-07-05T16:20:00+05:30", "2021-07-05T16:20+05:30"),
        ("31 June 2021", None),
    ],
)
def test_stamps(text: str, iso: str | None) -> None:
    stamp = stamp_at(text)
    assert stamp is not None
    assert (stamp.iso, stamp.text) == (iso, text)


@pytest.mark.parametrize("text", ["5 July", "July 2021", "20210705", "1.2.3", "12 people in 2016"])
def test_what_is_no_stamp(text: str) -> None:
    assert list(stamps(text)) == []
