"""The scorer of look-alikes, on sentences of its own."""

from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.lookalikes import lookalikes_scores, read_lines
from dateline.evaluation.tasks import TASKS

LINES = """# A comment.

== weather
Fog lay over the harbour until noon.

== real
ASSAULT | Rebels shelled the harbour.
PROTEST | Rebels shelled the harbour.
"""


def test_scores(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(LINES, encoding="utf-8")
    result = lookalikes_scores(path)
    assert result.n == 3
    assert result.scores == {"false_occurred": 0.0, "real_found": 0.5}
    path.write_text(LINES.replace("Fog lay over", "Rebels shelled"), encoding="utf-8")
    assert lookalikes_scores(path).scores["false_occurred"] == 100.0


@pytest.mark.parametrize(
    "line", ["Fog lay over the harbour.", "== weather\nASSAULT | Fog lay.", "== real\nFog lay.", "== real\nFOG | Fog."]
)
def test_a_line_that_says_too_little_or_too_much(line: str, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(UnreadableError, match="line"):
        list(read_lines(path))


def test_the_own_set_is_large_and_says_nothing_twice() -> None:
    lines = list(read_lines(TASKS["lookalikes"].file(None)))
    assert len({line.sentence for line in lines}) == len(lines)
    assert sum(line.theme != "real" for line in lines) >= 300
    assert sum(line.theme == "real" for line in lines) >= 100
