"""Lines that name the writers."""

import pytest

from dateline.codebook.layout import Layout
from dateline.reading.byline import find_byline


@pytest.mark.parametrize(
    ("line", "names", "agency", "published"),
    [
        ("Imran Saeed 9 minutes ago Tue 06th July 2021 | 05:30 PM", "Imran Saeed", None, "2021-07-06T17:30"),
        ("By Ana Lopez", "Ana Lopez", None, None),
        ("By Ana Lopez and Ben Okoro, Reuters", "Ana Lopez and Ben Okoro", "Reuters", None),
        ("By ANA LOPEZ AND BEN OKORO", "ANA LOPEZ AND BEN OKORO", None, None),
        ("By Ana Lopez – Ostan", "Ana Lopez", None, None),
        ("Ana Lopez, Reuters", "Ana Lopez", "Reuters", None),
        ("Ana Lopez in Ostan", "Ana Lopez", None, None),
        ("Ana Lopez | 5 July 2021", "Ana Lopez", None, "2021-07-05"),
        ("Ana Lopez, Staff Writer", "Ana Lopez", None, None),
    ],
)
def test_bylines(layout: Layout, line: str, names: str, agency: str | None, published: str | None) -> None:
    byline = find_byline(line, layout)
    assert byline is not None
    assert (byline.names, byline.agency, byline.stamp and byline.stamp.iso) == (names, agency, published)


@pytest.mark.parametrize(
    "line",
    [
        "Ana Lopez",
        "Shelling in Ostan",
        "Rebels Condemn Council for Talks",
        "Northern Forces Kill 16 Rebels in Valley",
        "By Monday, the rebels had left.",
        "2021-07-05",
        "| ·",
        "",
    ],
)
def test_what_is_no_byline(layout: Layout, line: str) -> None:
    assert find_byline(line, layout) is None
