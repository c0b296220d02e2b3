"""The scorer of police actions, on sentences of its own."""

import json
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.police import classes_of, mended, police_scores, police_story, sentence_counts
from dateline.pipeline import code
from dateline.settings import Settings

CASES = [
    ("police arrested four bakers in the market on monday.", {"ARREST", "ANY_ACTION"}),
    ("four bakers were arrested in the market on monday.", {"ARREST", "ANY_ACTION"}),
    ("the police shot dead two bakers in the market.", {"KILL", "FORCE", "ANY_ACTION"}),
    ("police opened fire on the bakers.", {"FORCE", "ANY_ACTION"}),
    ("the bakers attacked the mill on monday.", set()),
    ("police will arrest the bakers.", set()),
    ("three bakers were wounded in the firing.", {"FORCE", "ANY_ACTION"}),
    ("the bakers were lathi-charged.", {"FORCE", "ANY_ACTION"}),
    ("the police have launched a massive operation against the bakers.", {"ANY_ACTION"}),
]


@pytest.mark.parametrize(("sentence", "classes"), CASES)
def test_classes(sentence: str, classes: set[str]) -> None:
    coded = next(iter(code([police_story(sentence)], Settings())))
    assert classes_of(coded) == classes, [claim.why for claim in coded.claims]


def test_counts_of_a_sentence() -> None:
    counts = sentence_counts({"ARREST"}, ["ARREST", "FORCE"])
    assert (counts["ARREST right"], counts["FORCE found"], counts["FORCE gold"]) == (1, 0, 1)


def test_scores(tmp_path: Path) -> None:
    path = tmp_path / "sentences.jsonl"
    records = [
        {"doc_id": 1, "sent_text": sentence, "sent_labels": sorted(classes | {"ANY_ACTION"})}
        for sentence, classes in CASES[:2]
    ]
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    result = police_scores(path)
    assert result.n == 1
    assert result.scores["arrest_f1"] == 1.0
    assert result.intervals["arrest_f1"] == (1.0, 1.0)


def test_letters_read_wrongly_are_mended() -> None:
    assert mended("the baker\u00e2\u20ac\u2122s mill") == "the baker\u2019s mill"
    assert mended("the baker\u2019s mill") == "the baker\u2019s mill"


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.jsonl"
    path.write_text("no json", encoding="utf-8")
    with pytest.raises(UnreadableError):
        police_scores(path)
