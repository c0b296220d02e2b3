"""The review by keys: what each key decides, that nothing is lost, and that all can be taken back."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from dateline.actions import agenda as agenda_module
from dateline.actions.add import add
from dateline.actions.agenda import Question, agenda
from dateline.actions.asked import asked
from dateline.actions.claims import claims
from dateline.actions.coding import Coding
from dateline.actions.corrections import corrections
from dateline.actions.events import Asked, events, show_event
from dateline.actions.review import Review
from dateline.cli.main import cli
from dateline.cli.review_loop import ReviewLoop
from dateline.model.coded import CodedStory, Coder
from dateline.model.story import Story
from dateline.settings import Settings
from tests.conftest import TEXT


class Typed:
    """Keys and lines given beforehand."""

    def __init__(self, keys: str, lines: tuple[str, ...] = ()) -> None:
        self._keys: Iterator[str] = iter(keys)
        self._lines = iter(lines)

    def key(self) -> str:
        return next(self._keys, "")

    def line(self, prompt: str) -> str:
        return next(self._lines, "")


@pytest.fixture
def settings(
    tmp_path: Path, make_coded: Callable[[Story], CodedStory], coder: Coder, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    """A ledger with two stories of one departure, in which all is doubtful."""
    monkeypatch.setattr(agenda_module, "DOUBT", 20.0)
    monkeypatch.setattr(agenda_module, "SURE", 0.95)
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    chosen = Settings(ledger=tmp_path / "test.db")
    list(add([tmp_path / "0.txt", tmp_path / "1.txt"], chosen, coding=Coding(lambda all: map(make_coded, all), coder)))
    return chosen


def departures(settings: Settings) -> list[Question]:
    return agenda(settings, Asked(asked(types=["RETREAT"])))


def answer(settings: Settings, keys: str, *lines: str, width: int = 80) -> tuple[str, int]:
    """What was shown, and how many questions were left."""
    out = io.StringIO()
    console = Console(file=out, width=width, markup=False, emoji=False, highlight=False)
    loop = ReviewLoop(departures(settings), Review(settings, "ana"), settings, console, Typed(keys, lines))
    left = loop.run()
    return out.getvalue(), left


def count_events(settings: Settings) -> int:
    return len(list(events(settings, Asked(asked(types=["RETREAT"])))))


def test_links_are_asked_before_claims(settings: Settings) -> None:
    questions = departures(settings)
    assert [question.kind for question in questions] == ["joined", "claim", "claim"]
    assert questions[0].why.startswith("taken for one event: both withdraw +0.5")
    assert questions[1].why == "coded with a confidence of 0.90"
    assert len(agenda(settings, limit=1)) == 1


@pytest.mark.parametrize("width", [80, 120])
def test_the_words_stand_beside_each_other(settings: Settings, width: int) -> None:
    shown, left = answer(settings, "q", width=width)
    assert left == 3
    lines = shown.splitlines()
    assert lines[0] == "1 of 3  One event, or two?"
    assert any(line.count("no outlet named") == 2 for line in lines)
    assert shown.count("[left]") == 2
    assert "▸ no outlet named" in shown
    assert "s same  d different  u unsure" in shown
    assert max(len(line.rstrip()) for line in lines) <= width


def test_different_and_same_and_unsure(settings: Settings) -> None:
    _, left = answer(settings, "d")
    assert (left, count_events(settings)) == (2, 2)
    assert [question.kind for question in departures(settings)] == ["claim", "claim"]
    answer(settings, "z")  # nothing was decided in this run
    assert count_events(settings) == 2


@pytest.mark.parametrize("key", ["s", "m", "u"])
def test_what_is_decided_is_not_asked_again(settings: Settings, key: str) -> None:
    answer(settings, key)
    assert count_events(settings) == 1
    assert [question.kind for question in departures(settings)] == ["claim", "claim"]


def test_undo_is_another_decision(settings: Settings) -> None:
    shown, left = answer(settings, "dz")
    assert "taken back: different: two events now" in shown
    assert (left, count_events(settings)) == (3, 1)
    answer(settings, "uz")
    assert len(departures(settings)) == 3


def test_split_takes_a_claim_out(settings: Settings) -> None:
    shown, _ = answer(settings, "x")
    assert "split from 1 other claim" in shown
    assert count_events(settings) == 2


def test_accept_and_edit_and_reject_with_reasons(settings: Settings) -> None:
    one, other = departures(settings)[0].claims
    answer(settings, "ae\tr", "status", "planned", "only ordered", "a drill")
    rows, _ = corrections(settings, is_all=True)
    assert [(row.claim, row.kind, row.field, row.value, row.reason) for row in rows] == [
        (other, "reject", "claim", "none", "a drill"),
        (one, "edit", "status", "planned", "only ordered"),
        (one, "accept", "type", "RETREAT", None),
        (one, "accept", "status", "occurred", None),
    ]
    assert {row.by for row in rows} == {"ana"}
    assert show_event(one, settings).event.status == "planned"
    assert departures(settings) == []


def test_values_are_edited_accepted_and_rejected_one_after_another(settings: Settings) -> None:
    one, _ = departures(settings)[0].claims
    before = [row.record for row in claims(settings)]
    lines = ("figure1", "12", "misread", "place1", "Fayzabad", "another", "1", "actor1", "accept", "place2", "reject",
             "not there", "")  # fmt: skip
    shown, _ = answer(settings, "eq", *lines, width=120)
    assert "1  Fayzabad, Faizabad, Badakhshan, AFG (settlement" in shown
    rows, _ = corrections(settings)
    decided = [(row.claim, row.kind, row.field.partition(":")[0], row.reason) for row in rows]
    assert decided == [
        (one, "reject", "places", "not there"), (one, "accept", "actors", None), (one, "edit", "places", "another"),
        (one, "edit", "figures", "misread"),
    ]  # fmt: skip
    shown, _ = answer(settings, "q", width=120)
    assert "12 soldiers fled (corrected by ana" in shown
    answer(settings, "ezzzz", "figure1", "20", "again", "place1", "null", "again", "actor1.kind", "rebel", "again",
           "place2", "accept", "", width=120)  # fmt: skip
    rows, _ = corrections(settings)
    assert [(row.kind, row.reason) for row in rows] == [(kind, reason) for _, kind, _, reason in reversed(decided)]
    answer(settings, "e", "place1", "Fayzabad", "another", "99")
    assert len(corrections(settings, is_all=True)[0]) == 12
    assert [{**row.record, "corrections": None} for row in claims(settings)] == [
        {**record, "corrections": None} for record in before
    ]


def test_a_value_that_was_missed_is_added(settings: Settings) -> None:
    answer(settings, "eq", "add target", "the bridge", "missed", "time", "2021-07-04", "misread", "")
    rows, _ = corrections(settings)
    assert [(row.kind, row.field.partition(":")[0], row.reason) for row in rows] == [
        ("edit", "time", "misread"),
        ("add", "targets", "missed"),
    ]


def test_each_kind_of_decision_is_taken_back(settings: Settings) -> None:
    before = [row.record for row in claims(settings)]
    answer(settings, "aezz", "type", "coerce", "captured")
    assert [row.record for row in claims(settings)] == before
    answer(settings, "rz", "a drill")
    assert [row.record for row in claims(settings)] == before
    answer(settings, "nae", "status", "denied", "he denied it")
    loop_again, _ = answer(settings, "q")
    assert "corrected by ana" in loop_again


@pytest.mark.parametrize(
    ("keys", "lines", "said"),
    [
        ("r", ("",), "nothing is decided without a reason"),
        ("e", ("status", "", "x"), "nothing is decided without a field, a value and a reason"),
        ("e", ("status", "finished", "x"), "'finished' is no status of a claim; it is one of occurred"),
        ("k", (), "no key 'k' here; ? tells the keys"),
        ("z", (), "nothing to take back"),
        ("?", (), "x  split: take the marked claim out of its event"),
        ("n", (), "2 of 3  Is it rightly coded?"),
        (" ", (), "skipped"),
    ],
)
def test_what_is_said_when_nothing_is_decided(settings: Settings, keys: str, lines: tuple[str, ...], said: str) -> None:
    shown, _ = answer(settings, f"{keys}q", *lines)
    assert said in shown
    assert corrections(settings, is_all=True)[0] == []
    assert count_events(settings) == 1


def test_a_question_that_another_answer_settled_is_passed(settings: Settings) -> None:
    shown, left = answer(settings, "r", "a drill")
    assert left == 1
    assert "3 of 3" in shown or "2 of 3" in shown


def test_figures_that_contradict_are_asked(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.actions.agenda import _contradicting
    from dateline.model.event import EventFigure, FigureClaim

    steps = (
        FigureClaim("a", 4, 4, "one side", "2021-07-05"),
        FigureClaim("b", 20, 20, "a hospital", "2021-07-05", superseded_by="c"),
        FigureClaim("c", 40, None, "the other side", "2021-07-05"),
    )
    figure = EventFigure("killed", "soldier", "military", None, 4, None, 40, "", True, steps)
    (question,) = _contradicting("event", figure)
    assert question.claims == ("a", "c")
    assert question.why == "they contradict each other: how many killed, by one side and by the other side"


def test_what_is_over_the_limit_is_not_looked_for(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = departures(settings)
    asked_for = Asked(asked(types=["RETREAT"]))
    assert [agenda(settings, asked_for, limit) for limit in (1, 2, 3, 9, None)] == [
        whole[:1], whole[:2], whole[:3], whole, whole,
    ]  # fmt: skip

    def refuse(*_: object) -> list[Question]:
        raise AssertionError("the first question is enough")

    for name in ("_contested", "_doubtful"):
        monkeypatch.setattr(agenda_module, name, lambda *_: (refuse() for _ in range(1)))
    assert agenda(settings, asked_for, 1) == whole[:1]


def test_without_a_terminal_it_says_what_to_do(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = ["--ledger", str(settings.ledger)]
    result = CliRunner().invoke(cli, ["review", *ledger])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "this is no terminal; `dateline review --list` lists" in result.stderr
    assert "`dateline judge` and `dateline correct` answer them" in result.stderr
    listed = CliRunner().invoke(cli, ["review", "--list", "--type", "RETREAT", *ledger]).stdout.splitlines()
    assert [line.split()[0] for line in listed if not line.startswith(" ")] == ["joined", "claim", "claim", "3"]
    assert max(map(len, listed)) <= 100
    found = CliRunner().invoke(cli, ["review", "--json", *ledger]).stdout.splitlines()
    assert set(json.loads(found[0])) == {"kind", "event", "claims", "why"}
    empty = CliRunner().invoke(cli, ["review", "--list", "--since", "2999-01-01", *ledger])
    assert empty.stdout == "0 questions\n"
