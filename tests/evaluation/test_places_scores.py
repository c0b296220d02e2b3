"""The scores of places count each toponym once, and a missing point is nobody's mistake."""

import json
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.places import GoldToponym, _scores, compare, places_scores
from dateline.placing.resolve import Toponym

GOLD_FILE = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "geoparsing" / "geovirus.jsonl"


def toponym(start: int, end: int, lat: float, lon: float) -> Toponym:
    return Toponym(start, end, "x", lat, lon, "own:x")


def test_a_toponym_is_found_when_it_overlaps_and_right_when_it_is_near() -> None:
    gold = [GoldToponym(0, 5, 10.0, 10.0), GoldToponym(10, 15, 20.0, 20.0), GoldToponym(30, 35, None, None)]
    ours = [toponym(0, 5, 10.5, 10.0), toponym(12, 18, 40.0, 20.0), toponym(30, 35, 1.0, 1.0), toponym(50, 55, 0, 0)]
    counts = compare(gold, ours)
    assert (counts.gold, counts.ours, counts.found, counts.near, counts.resolvable) == (3, 4, 3, 1, 2)
    scores = _scores([counts])
    assert scores["accuracy_161km"] == 0.5
    assert scores["f1_161km"] == pytest.approx(2 / 5)


def test_the_exact_span_is_taken_first_and_scored_beside_the_others() -> None:
    gold = [GoldToponym(0, 10, 10.0, 10.0), GoldToponym(20, 30, 10.0, 10.0)]
    ours = [toponym(0, 4, 50.0, 50.0), toponym(0, 10, 10.0, 10.0), toponym(20, 26, 10.0, 10.0)]
    scores = _scores([compare(gold, ours)])
    assert scores["f1_161km"] == pytest.approx(4 / 5)
    assert scores["f1_161km_exact"] == pytest.approx(2 / 5)


def test_a_hit_on_a_toponym_without_a_point_counts_for_recognition_only() -> None:
    scores = _scores([compare([GoldToponym(0, 5, None, None)], [toponym(0, 5, 1.0, 1.0)])])
    assert scores["recognition_f1"] == 1.0
    assert scores["f1_161km"] == 0.0


def test_nothing_found_scores_zero() -> None:
    scores = _scores([compare([GoldToponym(0, 5, 1.0, 1.0)], [])])
    assert scores["f1_161km"] == scores["recognition_recall"] == 0.0


def test_a_text_of_ones_own_is_scored(tmp_path: Path) -> None:
    text = "Shells fell on Kunduz on Monday. The Afghan army fled to Tajikistan."
    spans = [("Kunduz", 36.73, 68.86), ("Afghan", 33.0, 66.0), ("Tajikistan", 39.0, 71.0)]
    toponyms = [
        {"start": text.index(word), "end": text.index(word) + len(word), "lat": lat, "lon": lon}
        for word, lat, lon in spans
    ]
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps({"id": "1", "text": text, "toponyms": toponyms}) + "\n", encoding="utf-8")
    articles, scores, intervals = places_scores(path)
    assert articles == 1
    assert scores["f1_161km"] == 1.0
    assert intervals["f1_161km"] == (1.0, 1.0)


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text('{"words": 1}\n', encoding="utf-8")
    with pytest.raises(UnreadableError, match="geoparsing"):
        places_scores(path)


@pytest.mark.skipif(not GOLD_FILE.is_file(), reason="the gold set is not here")
def test_a_sample_of_the_gold_stays_above_its_floor(tmp_path: Path) -> None:
    sample = tmp_path / "sample.jsonl"
    sample.write_text("\n".join(GOLD_FILE.read_text(encoding="utf-8").splitlines()[:20]), encoding="utf-8")
    assert places_scores(sample)[1]["f1_161km"] > 0.6
