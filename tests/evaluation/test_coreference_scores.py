"""The scorer of stories grouped by event, on stories of its own."""

import json
from pathlib import Path

import pytest

from dateline.evaluation.coreference import Placed, b_cubed, coreference_scores
from tests.linking.test_likeness import TEXTS


def test_stories_in_their_groups(tmp_path: Path) -> None:
    rows = [
        {"id": name, "text": text, "topic": "fires" if "fire" in name else "votes", "subtopic": name.rstrip(" 123")}
        for name, text in TEXTS.items()
    ]
    file = tmp_path / "stories.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    result = coreference_scores(file)
    assert (result.n, result.scores["event_b3"], result.scores["lookalikes_apart"]) == (6, 1.0, 1.0)


def test_b_cubed() -> None:
    assert b_cubed([Placed(0.5, 1.0), Placed(0.5, 1.0)]) == pytest.approx(2 / 3)
    assert b_cubed([]) == 0.0
