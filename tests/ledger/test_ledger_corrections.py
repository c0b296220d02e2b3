"""Corrections are appended beside the claim: the last one of a field stands, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dateline.errors import ConfigurationError
from dateline.ledger.corrections import UNDO, Decision, correct, history, standing
from dateline.ledger.decisions import decide, removed_among
from dateline.ledger.filters import Filters
from dateline.ledger.open import Ledger, open_ledger, open_writable_ledger
from dateline.ledger.queries import coded_stories, count_claims, decided_stories, list_claims
from dateline.ledger.stories import add_story, story_record
from dateline.ledger.tables import decisions
from dateline.model.coded import CodedStory, Coder
from dateline.model.record import Record, coded_story_record

DENIED = Decision("edit", "status", "denied")
OCCURRED = Decision("accept", "status", "occurred")
COERCE = Decision("edit", "type", "COERCE")
REJECTED = Decision("reject", "claim", "none")


@pytest.fixture
def record(make_coded: Callable[[], CodedStory], coder: Coder) -> Record:
    return coded_story_record(make_coded(), coder)


@pytest.fixture
def ledger(tmp_path: Path, record: Record) -> Ledger:
    ledger = open_writable_ledger(tmp_path / "test.db")
    with ledger.writing() as connection:
        add_story(connection, record)
    return ledger


def put(ledger: Ledger, claim: Record, *given: Decision, reason: str | None = "seen", by: str = "ana") -> list[bool]:
    with ledger.writing() as connection:
        return [correct(connection, claim["id"], decision, reason, by) for decision in given]


def values(ledger: Ledger, claim: Record) -> dict[str, str]:
    with ledger.reading() as connection:
        return {one.field: one.value for one in standing(connection, [claim["id"]])[claim["id"]]}


def test_the_last_decision_about_a_field_stands(ledger: Ledger, record: Record) -> None:
    left, shelling = record["claims"]
    assert put(ledger, left, DENIED, COERCE, OCCURRED) == [True, True, True]
    assert values(ledger, left) == {"status": "occurred", "type": "COERCE"}
    assert values(ledger, shelling) == {}


def test_undo_takes_back_and_nothing_is_deleted(ledger: Ledger, record: Record) -> None:
    left = record["claims"][0]
    undo = Decision(UNDO, "status")
    assert put(ledger, left, undo) == [False]
    assert put(ledger, left, DENIED, COERCE, undo, undo) == [True, True, True, False]
    assert values(ledger, left) == {"type": "COERCE"}
    with ledger.reading() as connection:
        assert connection.execute(select(func.count()).select_from(decisions)).scalar() == 3
        assert [(row.kind, row.stands) for row in history(connection, None, is_all=True)] == [
            ("undo", False), ("edit", True), ("edit", False),
        ]  # fmt: skip
        (row,) = history(connection, None, is_all=False)
    assert (row.field, row.value, row.was, row.reason, row.by) == ("type", "COERCE", "RETREAT", "seen", "ana")


def test_what_stands_already_is_not_appended_unless_the_reason_is_another(ledger: Ledger, record: Record) -> None:
    left = record["claims"][0]
    assert put(ledger, left, DENIED, DENIED) == [True, False]
    assert put(ledger, left, DENIED, reason="read again") == [True]
    assert put(ledger, left, OCCURRED, OCCURRED, reason=None) == [True, False]


@pytest.mark.parametrize(
    ("decision", "reason", "message"),
    [
        (Decision("edit", "status", "happened"), "seen", "'happened' is no status of a claim; it is one of occurred"),
        (Decision("edit", "type", "FIGHT"), "seen", "'FIGHT' is no type of a claim; it is one of AGREE"),
        (Decision("edit", "type", "none"), "seen", "'none' is no type of a claim"),
        (Decision("reject", "claim", "denied"), "seen", "it is one of none"),
        (DENIED, None, "give the reason with --because"),
        (REJECTED, "", "give the reason with --because"),
    ],
)
def test_what_cannot_be_is_refused(
    ledger: Ledger, record: Record, decision: Decision, reason: str | None, message: str
) -> None:
    with pytest.raises(ConfigurationError, match=message):
        put(ledger, record["claims"][0], decision, reason=reason)
    assert values(ledger, record["claims"][0]) == {}


def test_records_keep_what_was_coded_and_say_what_was_corrected(ledger: Ledger, record: Record) -> None:
    left = record["claims"][0]
    put(ledger, left, DENIED)
    with ledger.reading() as connection:
        shown = story_record(connection, record["story"]["id"])["claims"]
        (exported,) = coded_stories(connection, Filters())
        rows = list(list_claims(connection, Filters()))
    assert shown == exported["claims"] == [row.record for row in rows]
    (correction,) = shown[0].pop("corrections")
    assert (correction["field"], correction["kind"], correction["value"]) == ("status", "edit", "denied")
    assert shown[0]["status"] == rows[0].claim.status == "occurred"
    assert "corrections" not in shown[1]


@pytest.mark.parametrize(
    ("filters", "before", "after"),
    [
        (Filters(statuses=("occurred",)), 1, 0),
        (Filters(statuses=("denied",)), 1, 2),
        (Filters(types=("RETREAT",)), 1, 0),
        (Filters(types=("RETREAT/withdraw",)), 1, 0),
        (Filters(types=("COERCE",)), 0, 1),
        (Filters(types=("COERCE/withdraw",)), 0, 0),
        (Filters(types=("ASSAULT/heavy-weapons",), statuses=("denied",)), 1, 1),
    ],
)
def test_filters_ask_for_what_holds(ledger: Ledger, record: Record, filters: Filters, before: int, after: int) -> None:
    left = record["claims"][0]
    for given, count in (((), before), ((DENIED, COERCE), after)):
        put(ledger, left, *given)
        with ledger.reading() as connection:
            assert count_claims(connection, filters) == count
    put(ledger, left, Decision(UNDO, "status"), Decision(UNDO, "type"))
    with ledger.reading() as connection:
        assert count_claims(connection, filters) == before


def test_a_rejected_claim_is_left_out_until_that_is_taken_back(ledger: Ledger, record: Record) -> None:
    left, shelling = record["claims"]
    put(ledger, left, REJECTED)
    with ledger.reading() as connection:
        assert [row.claim.id for row in list_claims(connection, Filters())] == [shelling["id"]]
        assert [claim["id"] for claim in story_record(connection, record["story"]["id"])["claims"]] == [shelling["id"]]
        (decided,) = decided_stories(connection)
        assert [claim["id"] for claim in decided["claims"]] == [left["id"], shelling["id"]]
    put(ledger, left, Decision(UNDO, "claim"))
    with ledger.reading() as connection:
        assert count_claims(connection, Filters()) == 2
        assert list(decided_stories(connection)) == []


def test_a_correction_does_not_bring_a_removed_claim_back(ledger: Ledger, record: Record) -> None:
    left = record["claims"][0]
    with ledger.writing() as connection:
        decide(connection, "remove", left["id"], "ana")
    put(ledger, left, DENIED, COERCE)
    with ledger.reading() as connection:
        assert list(removed_among(connection, [left["id"]])) == [left["id"]]
        assert count_claims(connection, Filters()) == 1
        (decided,) = decided_stories(connection)
    assert decided["claims"][0]["corrections"] == []


OF_LINKING = (
    "fingerprints", "story_links", "linked_stories", "profiles", "profile_claims", "profile_keys", "joined", "events",
    "event_claims", "event_aliases", "event_history", "story_versions",
)  # fmt: skip


def test_a_ledger_of_the_version_before_is_brought_up_to_date_and_keeps_its_decisions(
    ledger: Ledger, record: Record
) -> None:
    left = record["claims"][0]
    with ledger.writing() as connection:
        decide(connection, "remove", left["id"], "ana")
        connection.exec_driver_sql("DROP INDEX ix_decisions_value")
        for column in ("field", "value", "reason"):
            connection.exec_driver_sql(f"ALTER TABLE decisions DROP COLUMN {column}")
        for table in OF_LINKING:
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("UPDATE ledger_version SET version_num = '0001'")
    with open_ledger(ledger.path).reading() as connection:
        assert list(removed_among(connection, [left["id"]])) == [left["id"]]
        assert standing(connection, [left["id"]]) == {}
