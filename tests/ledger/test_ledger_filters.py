"""Each filter finds what it should and nothing else; words are looked for in the whole story."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from dateline.errors import ConfigurationError
from dateline.ledger.filters import Filters
from dateline.ledger.folding import folded, folded_pattern
from dateline.ledger.instants import instant
from dateline.ledger.open import open_writable_ledger
from dateline.ledger.queries import coded_stories, count_claims, count_stories, list_claims, list_stories
from dateline.ledger.search import fts_query
from dateline.ledger.stories import add_story
from dateline.model.coded import CodedStory, Coder
from dateline.model.record import coded_story_record
from dateline.model.story import Story


@pytest.fixture(scope="module")
def connection(
    tmp_path_factory: pytest.TempPathFactory,
    make_story: Callable[..., Story],
    make_coded: Callable[[Story], CodedStory],
    coder: Coder,
) -> Iterator[Connection]:
    path: Path = tmp_path_factory.mktemp("filters") / "test.db"
    ledger = open_writable_ledger(path)
    for extra in ("A café near Fāryāb burned.", "Nobody crossed the border."):
        with ledger.writing() as connection:
            add_story(connection, coded_story_record(make_coded(make_story(extra)), coder))
    with ledger.reading() as connection:
        yield connection


@pytest.mark.parametrize(
    ("asked", "claims", "stories"),
    [
        ({}, 4, 2),
        ({"types": ("RETREAT",)}, 2, 2),
        ({"types": ("retreat/withdraw", "ASSAULT/aerial")}, 2, 2),
        ({"types": ("RETREAT", "ASSAULT")}, 4, 2),
        ({"types": ("AID",)}, 0, 0),
        ({"statuses": ("denied",)}, 2, 2),
        ({"parties": ("karsu army",)}, 2, 2),
        ({"parties": ("SOLDIERS",)}, 2, 2),
        ({"parties": ("KRS",)}, 2, 2),
        ({"parties": ("sold",)}, 0, 0),
        ({"parties": ("sold*",)}, 2, 2),
        ({"parties": ("karsu army", "northern")}, 4, 2),
        ({"places": ("Ostan",)}, 2, 2),
        ({"places": ("lower valley",)}, 2, 2),
        ({"countries": ("krs",)}, 2, 2),
        ({"countries": ("AFG",)}, 0, 0),
        ({"countries": ("KRS",), "statuses": ("denied",)}, 0, 0),
        ({"sources": ("Governor",)}, 2, 2),
        ({"earliest": "2021-07-05"}, 2, 2),
        ({"earliest": "2021-07-06"}, 0, 0),
        ({"latest": "2021-07-05"}, 2, 2),
        ({"latest": "2021-07-04"}, 0, 0),
        ({"earliest": "2021-07-01", "latest": "2021-07-31"}, 2, 2),
        ({"words": "cafe FARYAB"}, 2, 1),
        ({"words": '"the border"'}, 2, 1),
        ({"words": '"border the"'}, 0, 0),
        ({"words": "cross* nobody"}, 2, 1),
        ({"words": "leave"}, 4, 2),
        ({"words": "café OR border"}, 0, 0),
        ({"words": 'leave"'}, 4, 2),
        ({"words": "NEAR( headline:leave"}, 0, 0),
        ({"since": "2000-01-01T00:00:00.000000Z"}, 4, 2),
        ({"since": "2999-01-01T00:00:00.000000Z"}, 0, 0),
    ],
)
def test_filters(connection: Connection, asked: dict[str, Any], claims: int, stories: int) -> None:
    filters = Filters(**asked)
    assert count_claims(connection, filters) == len(list(list_claims(connection, filters))) == claims
    assert count_stories(connection, filters) == len(list(list_stories(connection, filters))) == stories
    exported = list(coded_stories(connection, filters))
    assert sum(len(record["claims"]) for record in exported) == claims
    assert len(exported) == stories


def test_the_last_story_comes_first_and_a_limit_holds(connection: Connection) -> None:
    newest, oldest = list_stories(connection, Filters())
    assert newest.added_at >= oldest.added_at
    assert [row.story_id for row in list_claims(connection, Filters(), limit=3)] == [newest.id] * 2 + [oldest.id]
    assert [row.id for row in list_stories(connection, Filters(stories=(oldest.id,)))] == [oldest.id]


@pytest.mark.parametrize("asked", [{"words": "-"}, {"words": ""}, {"parties": ("!",)}, {"sources": ("*",)}])
def test_nothing_to_look_for_says_so(connection: Connection, asked: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match="to look for in"):
        count_claims(connection, Filters(**asked))


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("Taliban",), " taliban "),
        (("Fāryāb", None, "the Houthis'"), " faryab the houthis "),
        (("AK-47", ""), " ak 47 "),
        (("100%_sure",), " 100 sure "),
        (("  ",), " "),
    ],
)
def test_folded_names(names: tuple[str | None, ...], words: str) -> None:
    assert folded(*names) == words


def test_patterns_hold_whole_words_or_beginnings() -> None:
    assert folded_pattern("UN") == "% un %"
    assert folded_pattern("Tali*") == "% tali%"


def test_words_in_the_language_of_the_index() -> None:
    assert fts_query('taliban "border crossing" surrend*') == '"taliban" AND "border crossing" AND "surrend"*'


def test_instants_sort_as_text() -> None:
    assert len(instant()) == len("2026-11-05T09:30:00.000000Z")
