"""The scores of UCDP's places leave areas out, keep Ukraine apart and count an empty answer as wrong."""

import json
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.ucdp import ucdp_scores


def event(name: str, description: str, country: str, lat: float, lon: float, precision: str = "1") -> dict[str, str]:
    return {
        "where_prec": precision, "where_coordinates": name, "where_description": description, "country": country,
        "latitude": str(lat), "longitude": str(lon),
    }  # fmt: skip


def write(path: Path, events: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in events), encoding="utf-8")
    return path


def test_events_are_placed_by_their_names_with_the_country_given(tmp_path: Path) -> None:
    path = write(
        tmp_path / "ged.jsonl",
        [
            event("Kunduz town", "the bazaar of Kunduz", "Afghanistan", 36.73, 68.86),
            event("Goma town", "", "DR Congo (Zaire)", -1.68, 29.22),
            event("Qwrtzpf village", "", "Afghanistan", 34.0, 66.0),
            event("Bakhmut town", "near Bakhmut", "Ukraine", 48.59, 38.0),
            event("Afghanistan", "all over the country", "Afghanistan", 34.0, 66.0, precision="6"),
        ],
    )
    n, scores, intervals = ucdp_scores(path)
    assert n == 4
    assert scores["within_25km"] == pytest.approx(2 / 3)
    assert scores["placed"] == pytest.approx(2 / 3)
    assert scores["ukraine_within_25km"] == 1.0
    assert intervals["ukraine_within_25km"][1] == 1.0


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text('{"text": "x"}\n', encoding="utf-8")
    with pytest.raises(UnreadableError, match="lacks country"):
        ucdp_scores(path)
