"""The scorer of time expressions, on a small text of its own, and on MEANTIME where it is at hand."""

from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.timex import edtf_of_value, same_value, timex_scores
from dateline.model.time import Time, TimePrecision

MEANTIME = Path(__file__).parents[3] / "shared" / "gold" / "temporal" / "meantime_en"
WORDS = [
    (0, "Bridge shelled"), (1, "July 5 , 2021"), (2, "Shells hit the bridge on Sunday ."),
    (3, "The war began in 2014 and ended now ."), (4, "On Monday nothing was marked ."),
]  # fmt: skip


def write_document(folder: Path) -> None:
    tokens: list[str] = []
    ids: dict[str, int] = {}
    for sentence, words in WORDS:
        for word in words.split():
            ids.setdefault(word, len(tokens))
            tokens.append(f'<token number="{len(tokens)}" sentence="{sentence}" t_id="{len(tokens)}">{word}</token>')
    marks = [
        ("CREATION_TIME", "DATE", "2021-07-05", ["July", "5", ",", "2021"]),
        ("NONE", "DATE", "2021-07-04", ["Sunday"]),
        ("NONE", "DATE", "2013", ["2014"]),
        ("NONE", "DATE", "PRESENT_REF", ["now"]),
        ("NONE", "DATE", "2021", ["war"]),
    ]
    timexes = [
        f'<TIMEX3 functionInDocument="{function}" type="{kind}" value="{value}" beginPoint="" endPoint="">'
        + "".join(f'<token_anchor t_id="{ids[word]}"/>' for word in words)
        + "</TIMEX3>"
        for function, kind, value, words in marks
    ]
    content = f"<Document>{''.join(tokens)}<Markables>{''.join(timexes)}</Markables></Document>"
    (folder / "bridge.xml").write_text(content, encoding="utf-8")


def test_scores_of_a_small_text(tmp_path: Path) -> None:
    write_document(tmp_path)
    n, scores, intervals = timex_scores(tmp_path)
    assert n == 1
    assert scores["relaxed_precision"] == 1.0
    assert scores["relaxed_recall"] == pytest.approx(2 / 3)
    assert scores["value"] == 0.5
    assert set(intervals) == set(scores)
    assert all(low <= scores[name] <= high for name, (low, high) in intervals.items())


def test_nothing_to_score(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no TIMEX3"):
        timex_scores(tmp_path)


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2009-05-14", "2009-05-14"),
        ("2009-05", "2009-05"),
        ("2009", "2009"),
        ("2009-W20", "2009-05-11/2009-05-17"),
        ("2009-W20-WE", "2009-05-16/2009-05-17"),
        ("2009-Q3", "2009-07/2009-09"),
        ("2009-H1", "2009-01/2009-06"),
        ("2009-SP", "2009-21"),
        ("199", "199X"),
        ("2009-06-01T12:00Z", "2009-06-01"),
        ("2009-02-30", None),
        ("2009-W53-WE", "2010-01-02/2010-01-03"),
        ("2010-W53", None),
        ("2011-06-XX", "2011-06"),
        ("FY2007", None),
    ],
)
def test_edtf_of_value(value: str, edtf: str | None) -> None:
    assert edtf_of_value(value) == edtf


@pytest.mark.parametrize(
    ("gold", "edtf", "precision", "is_same"),
    [
        ("2021-07", "2021-07", "month", True),
        ("2021-07", "2021-07-01/2021-07-10~", "month", True),
        ("2021-07", "2021-07-05", "day", False),
        ("2021-04", "2021-04/2021-07-05", "after", True),
        ("2021-07-05", "2021-04/2021-07-05", "after", False),
        ("2021-08-31", "../2021-08-31", "before", True),
        ("2021-07-04", "2021-07-04/2021-07-05", "days", True),
        ("PAST_REF", "../2021-07-05", "unknown", True),
        ("XXXX-XX-XX", None, "unknown", True),
        ("XXXX-XX-XX", "../2021-07-05", "after", True),
        ("2021-06", "../2021-06-10~", "before", True),
        ("2021", None, "unknown", False),
    ],
)
def test_same_value(gold: str, edtf: str | None, precision: TimePrecision, is_same: bool) -> None:
    time = Time("x", 0, 1, edtf, None, None, precision, None)
    assert same_value(gold, time, "2021-07-05") is is_same


@pytest.mark.parametrize(
    ("text", "precision", "ends", "is_same"),
    [
        ("after October", "after", ("2020-11-01", None), True),
        ("since October", "after", ("2020-11-01", None), False),
        ("after 30 October", "after", ("2020-10-31", None), False),
    ],
)
def test_what_comes_after(
    text: str, precision: TimePrecision, ends: tuple[str | None, str | None], is_same: bool
) -> None:
    time = Time(text, 0, 1, f"{ends[0]}/..", *ends, precision, None)
    assert same_value("2020-10", time, "2021-07-05") is is_same


@pytest.mark.skipif(not MEANTIME.exists(), reason="MEANTIME is not at hand")
def test_meantime_keeps_its_floor() -> None:
    n, scores, _ = timex_scores(MEANTIME / "corpus_airbus")
    assert n == 30
    assert scores["relaxed_f1"] >= 0.92
    assert scores["value_f1"] >= 0.81
