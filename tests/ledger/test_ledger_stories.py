"""Stories and claims go in once, come back as they were, and can be removed and restored."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dateline.errors import UnknownIdError
from dateline.ledger.decisions import decide, removed_among
from dateline.ledger.filters import Filters
from dateline.ledger.open import Ledger, open_writable_ledger
from dateline.ledger.queries import claim_row, coded_stories, count_claims, count_stories, find, list_stories
from dateline.ledger.stories import add_story, presence, story_record
from dateline.ledger.tables import metadata
from dateline.model.coded import CodedStory, Coder
from dateline.model.record import Record, coded_story_record
from dateline.model.story import Story

MakeRecord = Callable[..., Record]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return open_writable_ledger(tmp_path / "test.db")


@pytest.fixture(scope="session")
def make_record(
    make_story: Callable[..., Story], make_coded: Callable[[Story], CodedStory], coder: Coder
) -> MakeRecord:
    return lambda *given: coded_story_record(make_coded(make_story(*given)), coder)


def put(ledger: Ledger, record: Record) -> str:
    with ledger.writing() as connection:
        return add_story(connection, record)


def as_json(record: Record) -> Record:
    return json.loads(json.dumps(record))  # type: ignore[no-any-return]


def test_a_story_comes_back_as_it_was_added(ledger: Ledger, make_record: MakeRecord) -> None:
    record = make_record("An accent: Fāryāb — “quoted”.")
    assert put(ledger, record) == "new"
    with ledger.reading() as connection:
        assert story_record(connection, record["story"]["id"]) == as_json(record)
        assert list(coded_stories(connection, Filters())) == [as_json(record)]


def test_half_a_surrogate_pair_and_a_null_character_are_kept_in_the_record(
    ledger: Ledger, make_record: MakeRecord
) -> None:
    record = make_record("Broken \ud83d text \x00 here.")
    assert put(ledger, record) == "new"
    with ledger.reading() as connection:
        assert story_record(connection, record["story"]["id"]) == as_json(record)
        assert count_stories(connection, Filters(words="broken")) == 1


def test_adding_twice_changes_nothing(ledger: Ledger, make_record: MakeRecord) -> None:
    record = make_record()
    assert [put(ledger, record), put(ledger, record)] == ["new", "known"]
    with ledger.reading() as connection:
        assert (count_stories(connection, Filters()), count_claims(connection, Filters())) == (1, 2)


def test_a_removed_story_is_left_out_and_said_to_be_removed_until_it_is_restored(
    ledger: Ledger, make_record: MakeRecord
) -> None:
    record = make_record()
    subject = record["story"]["id"]
    put(ledger, record)
    with ledger.writing() as connection:
        assert decide(connection, "remove", subject, "ada")
        assert not decide(connection, "remove", subject, "ada")
    assert put(ledger, record) == "removed"
    with ledger.writing() as connection:
        assert count_stories(connection, Filters()) == count_claims(connection, Filters()) == 0
        assert count_stories(connection, Filters(is_removed=True)) == 1
        (gone,) = list_stories(connection, Filters(is_removed=True))
        assert gone.removed_at is not None
        assert decide(connection, "restore", subject, "ada")
        assert not decide(connection, "restore", subject, "ada")
        assert presence(connection, subject) == "known"
        assert count_claims(connection, Filters()) == 2
        decisions = connection.execute(select(metadata.tables["decisions"].c.kind)).scalars().all()
    assert decisions == ["remove", "restore"]


def test_a_removed_claim_leaves_its_story_and_the_other_claims(ledger: Ledger, make_record: MakeRecord) -> None:
    record = make_record()
    put(ledger, record)
    first, second = (claim["id"] for claim in record["claims"])
    with ledger.writing() as connection:
        decide(connection, "remove", first, "ada")
        assert [claim["id"] for claim in story_record(connection, record["story"]["id"])["claims"]] == [second]
        assert count_claims(connection, Filters()) == 1
        (story,) = list_stories(connection, Filters())
        assert story.claims == 1
        assert list(removed_among(connection, [first, second])) == [first]


def test_an_id_is_found_by_its_beginning(ledger: Ledger, make_record: MakeRecord) -> None:
    record = make_record()
    put(ledger, record)
    story, claim = record["story"]["id"], record["claims"][0]
    with ledger.reading() as connection:
        assert find(connection, story[:8]).kind == "story"
        found = find(connection, claim["id"][:8].upper())
        assert (found.kind, found.id, found.story_id) == ("claim", claim["id"], story)
        row = claim_row(connection, found)
        assert row.sentence.startswith("At least 40 soldiers")
        assert row.claim.trigger.text == "left"


@pytest.mark.parametrize("beginning", ["zz", "%", "_", "", "'; drop table stories"])
def test_an_unknown_id_says_where_to_look(ledger: Ledger, make_record: MakeRecord, beginning: str) -> None:
    put(ledger, make_record())
    with ledger.reading() as connection, pytest.raises(UnknownIdError, match="`dateline stories` lists them"):
        find(connection, beginning)


def test_a_beginning_that_several_share_lists_them(ledger: Ledger, make_record: MakeRecord) -> None:
    for number in range(20):  # 60 ids over 16 first letters: two share one
        put(ledger, make_record(str(number)))
    with ledger.reading() as connection:
        ids = connection.exec_driver_sql("SELECT id FROM stories UNION SELECT id FROM claims").scalars().all()
        shared = next(letter for letter in "0123456789abcdef" if sum(one.startswith(letter) for one in ids) > 1)
        with pytest.raises(UnknownIdError, match=f"several ids begin with '{shared}'.*give more of the id"):
            find(connection, shared)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(order=st.lists(st.integers(0, 3), max_size=8))
def test_any_order_and_repetition_of_adding_gives_the_same_rows(
    tmp_path_factory: pytest.TempPathFactory, make_record: MakeRecord, order: list[int]
) -> None:
    shuffled = open_writable_ledger(tmp_path_factory.mktemp("order") / "a.db")
    plain = open_writable_ledger(tmp_path_factory.mktemp("order") / "b.db")
    for number in order:
        put(shuffled, make_record(str(number)))
    for number in sorted(set(order)):
        put(plain, make_record(str(number)))
    assert rows(shuffled) == rows(plain)


def rows(ledger: Ledger) -> dict[str, list[str]]:
    """All rows of a ledger but for when and in which order they came."""
    found = {}
    with ledger.reading() as connection:
        for name, table in metadata.tables.items():
            columns = [column for column in table.c if column.name not in ("number", "added_at")]
            found[name] = sorted(repr(tuple(row)) for row in connection.execute(select(*columns)))
    return found
