"""The commands about events with a coding made by hand: events, event, figures, contradictions, trace, judge."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import Result

from dateline.exports.schema import event_schema
from dateline.model.coded import CodedStory

Run = Callable[..., Result]


@pytest.fixture
def run(dateline: Run) -> Run:
    """A ledger of two stories of one departure, which deny a shelling too."""
    assert dateline("add", "0.txt", "1.txt", "--outlet", "Valley Post", "--published", "2021-07-06").exit_code == 0
    return dateline


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def the_departure(run: Run) -> dict[str, Any]:
    (event,) = records(run("events", "--type", "RETREAT", "--json"))
    return event


def test_events_fit_the_screen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    event = the_departure(run)
    lines = run("events").stdout.splitlines()
    head, first = lines[0], next(line for line in lines if line.startswith(event["id"][:8]))
    assert head.split() == ["event", "when", "status", "stories", "origins", "how", "many"]
    assert first.split()[1:5] == ["2021-07-05", "reported", "2", "1"]
    assert first.endswith("  40 or more soldiers (Kar…")
    assert any(line.split()[1:2] == ["told"] for line in lines)
    assert lines[lines.index(first) + 1] == "          withdraw of something: Karsu Army, Ostan"
    assert max(map(len, lines)) <= 80
    monkeypatch.setenv("COLUMNS", "120")
    wide = run("events").stdout.splitlines()
    assert "withdraw of something: Karsu Army" in next(line for line in wide if event["id"][:8] in line)
    assert max(map(len, wide)) <= 120
    assert lines[-1] == wide[-1]


def test_events_as_json_fit_the_schema(run: Run) -> None:
    found = records(run("events", "--json"))
    for event in found:
        jsonschema.validate(event, event_schema())
    (origin,) = the_departure(run)["origins"]
    assert (origin["name"], origin["claims"]) == ("Governor of Karsu", the_departure(run)["claims"])
    assert (origin["grade"], origin["credibility"], origin["why"]) == ("F", 6, "nobody else says the same")
    (shown,) = records(run("event", the_departure(run)["id"][:8], "--json"))
    jsonschema.validate(shown, event_schema())
    assert shown == the_departure(run)


@pytest.mark.parametrize(
    ("wrong", "at"),
    [("happened", ("status",)), ("5 July", ("time", "earliest")), (1.5, ("figures", 0, "low")), (None, ("claims",))],
)
def test_a_wrong_event_does_not_fit(run: Run, wrong: object, at: tuple[Any, ...]) -> None:
    event: Any = the_departure(run)
    inside = event
    for step in at[:-1]:
        inside = inside[step]
    inside[at[-1]] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(event, event_schema())


@pytest.mark.parametrize(
    ("words", "events"),
    [
        (("--type", "RETREAT"), 1),
        (("--status", "Reported"), 1),
        (("--status", "reported", "--party", "northern front"), 0),
        (("--place", "ostan", "--source", "governor*"), 1),
        (("--country", "Kenya"), 0),
        (("--from", "2021-07-05", "--to", "2021-07"), 1),
        (("--from", "2021-07-06"), 0),
        (("--since", "1h", "--type", "RETREAT"), 1),
        (("--since", "2999-01-01"), 0),
    ],
)
def test_filters_of_events(run: Run, words: tuple[str, ...], events: int) -> None:
    assert len(records(run("events", "--json", *words))) == events
    figures = records(run("figures", "--json", *words))
    assert len(figures) == events
    assert [figure["counts"] for figure in figures] == ["fled"] * events


def test_since_asks_for_what_changed(run: Run) -> None:
    (late,) = [change["at"] for change in the_departure(run)["history"][-1:]]
    assert run("events", "--since", "2999-01-01").stdout.startswith("0 events in what was asked for; the ledger has ")
    run("correct", the_departure(run)["claims"][0], "--status", "denied", "--because", "he denied it", "--by", "ana")
    assert late < the_departure(run)["history"][-1]["at"]


def test_limits_say_how_much_there_is(run: Run) -> None:
    total = run("events").stdout.splitlines()[-1]
    assert run("events", "--limit", "1").stdout.splitlines()[-1] == f"1 of {total}; --limit 0 shows all"
    assert run("figures").stdout.splitlines()[-1] == "1 figure"


def test_an_event_shows_its_ladder(run: Run) -> None:
    event = the_departure(run)
    shown = run("event", event["claims"][1][:8], "--why", "--history").stdout
    for expected in (
        "withdraw of something: Karsu Army, Ostan\n",
        "RETREAT withdraw · reported · 2 stories",
        f"{event['id'][:8]}\n",
        "origin   F6 Governor of Karsu (2 claims)\n            cannot be judged: nobody else says the same\n",
        "40 soldiers (Karsu Army) fled (40 or more)",
        "2021-07-06  40 or more  Governor of Karsu",
        "stands ×2",
        "Why they are one event: the best pair of each story",
        "both withdraw +0.5",
        "first told (story ",
    ):
        assert expected in shown, expected
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_figures_for_people(run: Run) -> None:
    head, row, last = run("figures", "--counts", "fled", "--rule", "latest").stdout.splitlines()
    assert head.split() == ["event", "when", "counts", "of", "whom", "low", "best", "high"]
    assert row.split()[1:] == ["2021-07-05", "fled", "soldiers", "(Karsu", "Army)", "40", "40", "-"]
    assert last == "1 figure"


def test_contradictions_say_who_tells_and_who_denies(run: Run) -> None:
    assert run("contradictions").stdout.startswith("0 contradictions in what was asked for; the ledger has ")
    denial, told = the_departure(run)["claims"]
    run("correct", denial, "--status", "denied", "--because", "he denied it", "--by", "ana")
    lines = run("contradictions").stdout.splitlines()
    assert lines[1] == "    whether it happened"
    assert sorted(line.split()[1] for line in lines[2:4]) == ["denies", "tells"]
    assert {line.split()[-1] for line in lines[2:4]} == {denial[:8], told[:8]}
    assert lines[-1] == "1 contradiction"
    (record,) = records(run("contradictions", "--json"))
    assert record["figure"] is None
    assert {(one["claim"], one["status"]) for one in record["said"]} == {(denial, "denied"), (told, "occurred")}
    assert run("contradictions", "--since", "2999-01-01", "--json").stdout == ""


def test_trace_shows_the_words_once(run: Run) -> None:
    event = the_departure(run)
    lines = run("trace", event["id"], "figures").stdout.splitlines()
    assert lines[0] == "At least 40 (40 or more) soldiers fled"
    assert lines[1] == "    [At least 40] soldiers left Karsu for Ostan on Monday, the governor said."
    assert {line.split(",")[0].strip() for line in lines[2:4]} == {claim[:8] for claim in event["claims"]}
    assert lines[-1] == "2 values"
    assert run("trace", event["id"], "instruments").stdout == "0 values: no claim says anything of instruments\n"
    traced = records(run("trace", event["id"][:8], "places", "--json"))
    assert {one["value"]["name"] for one in traced} == {"Karsu", "Ostan"}


def test_judge_says_what_became_of_the_events(run: Run) -> None:
    one, other = the_departure(run)["claims"]
    apart = run("judge", one[:8], other[:8], "--different", "--because", "another day", "--by", "ana").stdout
    assert apart.startswith(f"{one[:8]} and {other[:8]} are different; they tell of two events, ")
    assert run("judge", one, other, "--different").stdout == apart.replace("\n", "; nothing changed\n")
    again = run("judge", one, other, "--unsure").stdout
    assert again.startswith(f"{one[:8]} and {other[:8]} are left to the comparison; they tell of one event, ")
    assert run("judge", one, other, "--same").stdout.startswith(f"{one[:8]} and {other[:8]} are the same; they tell ")
    assert "a person said so" in run("event", one, "--why").stdout


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("event", "zzz"), 1, "no event has an id that begins with 'zzz'; `dateline events` lists them"),
        (("trace", "zzz", "time"), 1, "no event has an id that begins with 'zzz'"),
        (("judge", "zzz", "yyy", "--same"), 1, "no story or claim has an id that begins with 'zzz'"),
        (("judge", "zzz", "yyy"), 2, "say --same, --different or --unsure"),
        (("trace", "EVENT", "colour"), 2, "there is no field 'colour' to trace; it is one of type, status"),
        (("judge", "EVENT", "CLAIM", "--same"), 1, "is an event, and a decision is about two claims; `dateline event "),
        (("judge", "STORY", "CLAIM", "--same"), 1, "is a story; `dateline show "),
        (("judge", "CLAIM", "CLAIM", "--same"), 2, "are the same claim; name two"),
        (("events", "--status", "occurred"), 2, "there is no status 'occurred' of an event; it is one of reported,"),
        (("figures", "--counts", "dead"), 2, "nothing counts 'dead'; it is one of killed,"),
        (("event", "EVENT", "--rule", "mean"), 2, "there is no rule 'mean' for figures; it is one of most-origins,"),
        (("events", "--ledger", "none.db"), 3, "there is no ledger none.db; make one with `dateline add PATH`"),
    ],
)
def test_wrong_use_is_one_sentence_and_a_code(run: Run, words: tuple[str, ...], code: int, message: str) -> None:
    event = the_departure(run)
    story = json.loads(run("stories", "--json").stdout.splitlines()[0])["id"]
    ids = {"EVENT": event["id"], "CLAIM": event["claims"][0], "STORY": story}
    result = run(*(ids.get(word, word) for word in words))
    assert result.exit_code == code
    assert message in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", ["events", "figures", "contradictions"])
def test_an_empty_ledger_says_what_to_do(run: Run, command: str, make_coded: Callable[[], CodedStory]) -> None:
    Path("empty.db").touch()
    empty = run(command, "--ledger", "empty.db")
    assert (empty.exit_code, empty.stdout) == (3, "")
    assert "add stories to it with `dateline add PATH`" in empty.stderr
    for story in [json.loads(line)["id"] for line in run("stories", "--json").stdout.splitlines()]:
        run("remove", story)
    none = run(command)
    assert none.exit_code == 0
    assert none.stdout == f"0 {command}; the stories of the ledger report no event, and `dateline stories` lists them\n"
    assert run(command, "--json").stdout == ""
