"""The makers and the scorer of copies, on stories of its own."""

import json
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.copied import Maker, Source, sentences_of
from dateline.evaluation.copies import Outcome, news_sources, precision, recall

TEXT = (
    "Raiders burned 14 houses in Talim on Monday and drove the herds of the village away. "
    "Two elders were wounded, said the mayor, Bako Idris, who fled to Garun. "
    "Soldiers from Garun arrived in the evening and found the wells blocked. "
    "The raiders had been seen near Kusa on Saturday. "
    "The mayor asked the governor, Sani Dauda, for tents and grain. "
    "Eight families have gone to Zarma, where the school takes them in."
)
SOURCE = Source("talim", "Raid on Talim", sentences_of(TEXT), "2020-02-03", "Plains Gazette")
NAMES = ["Talim", "Bako", "Idris", "Garun", "Kusa", "Sani", "Dauda", "Zarma", "Mirko", "Olen", "Petra"]


@pytest.fixture
def maker() -> Maker:
    return Maker(NAMES, ["zarma"], frozenset({"the", "and"}), {"burned": "torched"}, lambda word: word == "zarma")


def test_each_kind_of_copy_is_made(maker: Maker) -> None:
    for kind in ("edited", "truncated", "re-headlined", "merged", "furniture", "quoted", "respun"):
        made = maker.copy(kind, SOURCE, SOURCE)
        assert made is not None, kind
        assert (made.expected, made.family[0]) == ("copy", "talim")
        assert made.published > SOURCE.published


def test_a_version_differs_from_its_source(maker: Maker) -> None:
    made = [maker.version(SOURCE) for _ in range(20)]
    assert {item.kind for item in made if item} >= {"updated raised", "updated redated", "updated denied"}
    assert all(item.sentences != SOURCE.sentences for item in made if item)


def test_a_lookalike_has_other_names_and_figures(maker: Maker) -> None:
    made = [item for _ in range(20) if (item := maker.lookalike(SOURCE))]
    assert made
    assert all(item.expected == "none" and item.sentences[0] != SOURCE.sentences[0] for item in made)


def test_precision_and_recall() -> None:
    outcomes = [
        Outcome("edited", "copy", "copy", True),
        Outcome("edited", "copy", "none", False),
        Outcome("look-alike", "none", "copy", False),
        Outcome("look-alike", "none", "none", True),
    ]
    assert precision("copy", outcomes) == 0.5
    assert recall("copy", outcomes) == 0.5
    assert recall("version", outcomes) == 0.0


def test_stories_that_share_text_are_left_out(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is not there"):
        news_sources(tmp_path / "fa_kes.jsonl")
    rows = [{"id": key, "title": "Raid", "text": TEXT, "date": "2020-02-03", "source": "x"} for key in "abc"]
    (tmp_path / "fa_kes.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    pairs = "id_a\tid_b\tcontainment8\na\tb\t0.9\nb\tc\t0.1\n"
    (tmp_path / "fa_kes_shared_text_pairs.tsv").write_text(pairs, encoding="utf-8")
    assert [source.key for source in news_sources(tmp_path / "fa_kes.jsonl")] == ["c"]
