"""The scorer of killed and injured, on articles of its own."""

import json
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.gvdb import gvdb_scores, gvdb_story
from dateline.evaluation.victims import toll_of
from dateline.pipeline import code
from dateline.settings import Settings

# title, text, killed, injured
CASES = [
    ("Baker shot in mill", "A baker was shot in the leg on Monday, police said.", 0, 1),
    ("Baker hurt in mill", "A baker suffered three gunshot wounds at a mill on Monday, police said.", 0, 1),
    ("Two dead after shooting", "Two men were shot and killed at a mill on Monday.", 2, 0),
    ("Shooting at mill", "One man was killed and three women were injured in the shooting.", 1, 3),
    ("Baker dies", "A baker was shot on Monday. He died of his injuries.", 1, 0),
    ("Three shot, one fatally", "Three men were shot at a mill. One of the men died.", 1, 2),
    ("Miller kills wife", "A miller killed his wife and then killed himself, police said.", 2, 0),
    ("Man found", "Officers found a man suffering from gunshot wounds. He was pronounced dead.", 1, 0),
    ("Shooting at mill", "One man was shot in the back and a 29-year-old woman was shot in the arm at a mill.", 0, 2),
    ("Vigil", "A man was shot dead on Monday. A vigil was held for 145 people killed in the city in 2015.", 1, 0),
    ("Shots at mill", "A gunman fired at the mill on Monday. No one was injured.", 0, 0),
]


def record(title: str, text: str, killed: int, injured: int) -> dict[str, object]:
    victims = [{"outcome": ["killed"]}] * killed + [{"outcome": ["injured"]}] * injured
    return {"title": title, "text": title + text, "n_killed": killed, "n_injured": injured, "victims": victims}


@pytest.mark.parametrize(("title", "text", "killed", "injured"), CASES)
def test_toll(title: str, text: str, killed: int, injured: int) -> None:
    coded = next(iter(code([gvdb_story(record(title, text, killed, injured))], Settings())))
    assert tuple(toll_of(coded)) == (killed, injured)


def test_articles_without_an_outcome_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(json.dumps(record(*case)) for case in CASES[-2:]), encoding="utf-8")
    result = gvdb_scores(path)
    assert result.n == 1
    assert result.scores == {"killed_exact": 1.0, "injured_exact": 1.0, "both_exact": 1.0}


def test_the_title_stands_alone() -> None:
    story = gvdb_story(record(*CASES[0]))
    assert story.text.count(CASES[0][0]) == 1


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    story = gvdb_story(record("Baker shot | Valley Gazette", "A baker was shot.", 0, 1))
    assert story.text.startswith("Baker shot\n\n")


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.jsonl"
    path.write_text("no json", encoding="utf-8")
    with pytest.raises(UnreadableError):
        gvdb_scores(path)
