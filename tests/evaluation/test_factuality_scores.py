"""The scorer of factuality, on sentences of its own."""

import json
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.factuality import (
    factuality_meantime_scores,
    factuality_scores,
    judge,
    meantime_documents,
    uds_documents,
)
from dateline.settings import Settings

RECORDS = [
    {"text": "The mill burned on Monday .", "targets": [{"span1": [2, 3], "label": 2.5}], "idx": 0},
    {"text": "The baker will sell his mill .", "targets": [{"span1": [3, 4], "label": -1.0}], "idx": 1},
    {"text": "The mayor did not visit the mill .", "targets": [{"span1": [4, 5], "label": 1.0}], "idx": 2},
]
MENTION = '<EVENT_MENTION certainty="{}" polarity="{}" time="{}"><token_anchor t_id="{}"/></EVENT_MENTION>'


@pytest.fixture
def uds(tmp_path: Path) -> Path:
    path = tmp_path / "sentences.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in RECORDS), encoding="utf-8")
    return path


@pytest.fixture
def meantime(tmp_path: Path) -> Path:
    words = ["Mill", "burns", "The", "mill", "burned", "and", "the", "owner", "will", "leave"]
    tokens = "".join(
        f'<token sentence="{int(number > 1)}" t_id="{number}">{word}</token>' for number, word in enumerate(words)
    )
    mentions = (
        MENTION.format("CERTAIN", "POS", "NON_FUTURE", 4)
        + MENTION.format("CERTAIN", "POS", "FUTURE", 9)
        + MENTION.format("", "", "", 1)
    )
    text = f"<Document>{tokens}<Markables>{mentions}</Markables></Document>"
    (tmp_path / "mill.xml").write_text(text, encoding="utf-8")
    return tmp_path


def test_words_are_marked_where_they_stand(uds: Path) -> None:
    for (_, story, marked), words in zip(uds_documents(uds), ["burned", "sell", "visit"], strict=True):
        assert [story.text[mark.start : mark.end] for mark in marked] == [words]


def test_precision_and_recall(uds: Path) -> None:
    result = factuality_scores(uds)
    assert result.n == 3
    assert result.scores == {"occurred_precision": 1.0, "occurred_recall": 0.5}


def test_a_verdict_says_why(uds: Path) -> None:
    rules = Settings(no_model=True)
    judged = [one for sentence in judge(list(uds_documents(uds)), rules) for one in sentence]
    assert [one.verdict.status for one in judged] == ["occurred", "planned", "denied"]
    assert judged[2].verdict.why == '"not"'


def test_meantime_leaves_out_what_has_no_values(meantime: Path) -> None:
    [(_, story, marked)] = meantime_documents(meantime)
    assert [(story.text[mark.start : mark.end], mark.happened) for mark in marked] == [
        ("burned", True),
        ("leave", False),
    ]
    assert factuality_meantime_scores(meantime).scores == {"occurred_precision": 1.0, "occurred_recall": 1.0}


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.jsonl"
    path.write_text("no json", encoding="utf-8")
    with pytest.raises(UnreadableError):
        factuality_scores(path)
