"""The project's own list of places is sound, and a list with mistakes names them all."""

from pathlib import Path

import pytest

from dateline.errors import CodebookError
from dateline.gazetteer.own import COLUMNS, read_own_places


def test_the_shipped_list_reads_without_mistakes() -> None:
    places = read_own_places()
    assert len(places) > 700
    assert all(place.radius_km > 0 for place in places)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    lines = [
        "\t".join(COLUMNS),
        "Nowhere\t\tXX\t\t95\t10\tsettlement\t3",
        "\t\tAFG\t\t34\tx\thut\t3",
        "Twice\t\tAFG\t\t34\t68\tcamp\t3",
        "Twice\t\tAFG\t\t34\t68\tcamp\t3",
    ]
    path = tmp_path / "places.tsv"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        read_own_places(path)
    told = " ".join(caught.value.problems)
    for word in (
        "lat must lie between",
        "three capital letters",
        "lon must be a number",
        "kind must be",
        "stands twice",
    ):
        assert word in told


def test_a_wrong_header_is_told(tmp_path: Path) -> None:
    path = tmp_path / "places.tsv"
    path.write_text("name\tlat\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="the columns must be"):
        read_own_places(path)
