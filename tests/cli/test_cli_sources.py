"""`dateline sources`: who says or prints something, and grades that are kept."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def run(dateline: Run) -> Run:
    """A ledger of one story."""
    assert dateline("add", "0.txt", "--outlet", "Valley Post").exit_code == 0
    return dateline


def test_everybody_starts_at_f(run: Run) -> None:
    lines = run("sources", "list").stdout.splitlines()
    assert [line.split()[:4] for line in lines[1:]] == [
        ["F", "1", "says", "Governor"],
        ["F", "1", "prints", "Valley"],
        ["2", "sources"],
    ]
    assert max(map(len, lines)) <= 80


def test_a_grade_is_kept_with_its_reason_and_shown_in_the_event(run: Run) -> None:
    because = ("--because", "right before", "--by", "ana")
    graded = run("sources", "grade", "governor of  karsu", "b", *because)
    assert graded.stdout == "Governor of Karsu: B, usually reliable\n"
    assert run("sources", "grade", "Governor of Karsu", "B", *because).stdout.endswith("; nothing changed\n")
    run("sources", "grade", "Governor of Karsu", "D", "--reason", "wrong since", "--by", "ben")
    rows = [json.loads(line) for line in run("sources", "list", "--json").stdout.splitlines()]
    assert [(row["name"], row["grade"], row["by"], row["reason"]) for row in rows] == [
        ("Governor of Karsu", "D", "ben", "wrong since"),
        ("Valley Post", "F", None, None),
    ]
    event = json.loads(run("events", "--type", "RETREAT", "--json").stdout)
    assert (event["origins"][0]["grade"], event["origins"][0]["credibility"]) == ("D", 6)
    assert "origin   D6 Governor of Karsu (1 claim)" in run("event", event["id"]).stdout
    assert run("corrections", "list", "--all").stdout == "0 corrections\n"
    assert run("claims").stdout.splitlines()[-1] == "2 claims"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("nobody", "B", "--because", "x"), 1, "no source of the ledger is called 'nobody'; `dateline sources list`"),
        (("Valley Post", "G", "--because", "x"), 2, "there is no grade 'G'; it is one of A (completely reliable),"),
        (("Valley Post", "B"), 2, "whoever grades a source says why; give the reason with --because"),
        (("Valley Post", "B", "--because", "x", "--ledger", "none.db"), 3, "there is no ledger none.db"),
    ],
)
def test_wrong_use_is_one_sentence_and_a_code(run: Run, words: tuple[str, ...], code: int, message: str) -> None:
    result = run("sources", "grade", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
