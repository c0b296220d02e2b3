"""The command line with a coding made by hand: what it prints where, and its exit codes."""

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import dateline.cli.main
from dateline.actions.coding import Coding
from dateline.cli.main import COMMANDS, cli
from dateline.cli.options import Options
from dateline.errors import InternalError
from dateline.exports.wording import NO_OPINION
from dateline.model.coded import CodedStory, Coder
from dateline.model.story import Story
from tests.conftest import TEXT

Run = Callable[..., Result]


@pytest.fixture
def coding(make_coded: Callable[[Story], CodedStory], coder: Coder) -> Coding:
    def code(stories: Iterable[Story]) -> Iterator[CodedStory]:
        for story in stories:
            if "fail here" in story.text:
                raise ValueError("a head without a tail")
            yield make_coded(story)

    return Coding(code, coder)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, coding: Coding) -> Run:
    """Run `dateline` in a folder with three stories."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "in").mkdir()
    for number in range(3):
        (tmp_path / "in" / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")

    def runs(*words: str, typed: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, list(words), obj=Options(coding=coding), input=typed)

    return runs


def test_read_for_people(run: Run) -> None:
    result = run("read", "in/0.txt", "--outlet", "Valley Post")
    assert result.exit_code == 0
    assert result.stderr == ""
    for expected in (
        "Valley Post · no publication date",
        " 1  At least 40 soldiers [left] Karsu for Ostan on Monday, the governor said.",
        "    left  RETREAT withdraw · occurred · withdraw of something · 0.90",
        "      who      Karsu Army (military, KRS) “soldiers”",
        "      from     Karsu, KRS (35.25, -12.50; settlement ±3 km)",
        "      when     Monday → 2021-07-05",
        "      how many At least 40 (40 or more) soldiers fled",
        "      says who Governor of Karsu (said)",
        "place-ambiguous",
        "2 claims in 2 of 4 sentences: 1 occurred, 1 denied; 1 by the outlet itself",
    ):
        assert expected in result.stdout
    assert "Paragraph 0" not in result.stdout
    assert all(len(line) <= 80 for line in result.stdout.splitlines())
    assert all(line == line.rstrip() for line in result.stdout.splitlines())


def test_read_all_and_why(run: Run) -> None:
    result = run("read", "in/0.txt", "--all", "--why")
    assert "Paragraph 0." in result.stdout
    assert "      why      verb left" in result.stdout


def test_read_as_json(run: Run) -> None:
    result = run("read", "in", "--json", "--outlet", "Valley Post", "--published", "2021-07-05", "--credit", "AFP")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["schema"] for record in records] == ["dateline.coded-story/1"] * 3
    story = records[0]["story"]
    assert (story["outlet"], story["published"], story["credit"]) == ("Valley Post", "2021-07-05", "AFP")


def test_read_standard_input(run: Run) -> None:
    result = run("read", "-", "--json", typed=TEXT.format("from a pipe"))
    assert json.loads(result.stdout)["story"]["text"].endswith("from a pipe.")


def test_bad_input_is_told_and_the_others_go_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "1.txt").write_bytes(b"")
    (tmp_path / "in" / "pdf.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n" * 20)
    (tmp_path / "in" / "fault.txt").write_text(TEXT.format("fail here"), encoding="utf-8")
    (tmp_path / "void").mkdir()
    for command in (("read", "--json"), ("add",)):
        result = run(*command, "in", "none.txt", "void")
        assert result.exit_code == 1
        assert "Traceback" not in result.output
        lines = result.stderr.splitlines()
        assert len(lines) == 5
        assert all(line.startswith("dateline: ") for line in lines)
        for name in ("1.txt", "pdf.txt", "fault.txt", "none.txt", "void"):
            assert sum(name in line for line in lines) == 1
    assert result.stdout == "2 new, 0 already known, 5 unreadable\n"


def test_other_files_of_a_folder_are_counted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in" / "picture.png").write_bytes(b"x")
    assert run("add", "in").stdout == "3 new, 0 already known, 1 other file skipped\n"


def test_add_sums_up_and_twice_changes_nothing(run: Run) -> None:
    assert run("add", "in").stdout == "3 new, 0 already known\n"
    again = run("add", "in", "in/0.txt")
    assert (again.stdout, again.exit_code) == ("0 new, 4 already known\n", 0)


def test_remove_restore_and_adding_again(run: Run) -> None:
    run("add", "in")
    story = json.loads(run("stories", "--json").stdout.splitlines()[0])["id"]
    assert run("remove", story[:8]).stdout == f"removed story {story}; `dateline restore {story[:8]}` brings it back\n"
    assert "is removed already; nothing changed" in run("remove", story).stdout
    assert run("add", "in").stdout == "0 new, 2 already known, 1 removed before (`dateline restore` brings them back)\n"
    assert run("stories").stdout.splitlines()[-1] == "2 stories"
    assert story[:8] in run("stories", "--removed").stdout
    assert run("show", story).stdout.startswith("removed on ")
    assert run("restore", story[:8]).stdout == f"restored story {story}\n"
    assert "is not removed; nothing changed" in run("restore", story).stdout
    assert run("stories").stdout.splitlines()[-1] == "3 stories"


def test_lists_fit_the_screen(run: Run) -> None:
    run("add", "in", "--outlet", "The Valley Post and Intelligencer of the North")
    for command in ("stories", "claims"):
        lines = run(command).stdout.splitlines()
        assert max(map(len, lines)) <= 80
        assert len(lines) == {"stories": 3, "claims": 6}[command] + 2
    claim = run("claims", "--type", "RETREAT", "--limit", "1").stdout
    assert "2021-07-05  RETREAT withdraw" in claim
    assert claim.splitlines()[-1] == "1 of 3 claims; --limit 0 shows all"
    assert run("claims", "--type", "AID").stdout == "0 claims\n"


def test_wide_lists_say_how_many_and_who_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "in")
    monkeypatch.setenv("COLUMNS", "120")
    text = run("claims", "--type", "RETREAT").stdout
    assert "Governor of Karsu" in text
    assert max(map(len, text.splitlines())) <= 120


def test_claims_as_json_come_with_their_story(run: Run) -> None:
    run("add", "in", "--outlet", "Valley Post")
    lines = run("claims", "--json", "--status", "denied", "--words", '"paragraph 1"').stdout.splitlines()
    (claim,) = map(json.loads, lines)
    assert claim["event"]["plover"] == "ASSAULT"
    assert claim["story"]["outlet"] == "Valley Post"


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        (("--to", "2021-07-04"), 0),
        (("--until", "2021-07-04"), 0),
        (("--until", "2021-07-05"), 3),
        (("--from", "2021-07-05", "--to", "2021-07"), 3),
        (("--from", "2021-07-06"), 0),
        (("--party", "soldiers", "--party", "northern front"), 6),
        (("--party", "soldiers", "--status", "denied"), 0),
        (("--country", "Kenya"), 0),
        (("--place", "ostan", "--source", "governor*"), 3),
        (("--since", "1h"), 6),
        (("--since", "2999-01-01"), 0),
    ],
)
def test_filters_of_claims(run: Run, words: tuple[str, ...], claims: int) -> None:
    run("add", "in")
    assert len(run("claims", "--json", *words).stdout.splitlines()) == claims


def test_show_a_story_and_a_claim(run: Run) -> None:
    run("add", "in/0.txt")
    claim = json.loads(run("claims", "--json").stdout.splitlines()[0])
    shown = run("show", claim["id"][:8]).stdout
    assert "[left]" in shown
    assert "why      verb left" in shown
    assert "shelling" not in shown
    story = run("show", claim["story"]["id"][:8]).stdout
    assert "[shelling]" in story
    assert f" · 0.90 · {claim['id'][:8]}\n" in story
    assert json.loads(run("show", claim["story"]["id"], "--json").stdout)["schema"] == "dateline.coded-story/1"
    unknown = run("show", "zzz")
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "no story or claim has an id that begins with 'zzz'" in unknown.stderr


def test_export(run: Run, tmp_path: Path) -> None:
    run("add", "in")
    rows = list(csv.DictReader(io.StringIO(run("export", "--to", "csv", "--type", "RETREAT").stdout)))
    assert [row["event_type"] for row in rows] == ["RETREAT"] * 3
    result = run("export", "--to", "geojson", "--out", "out.geojson")
    assert (result.stdout, result.stderr) == ("", f"6 claims of 3 stories written\n{NO_OPINION}\n")
    assert len(json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))["features"]) == 6


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("claims",), 3, "there is no ledger dateline.db"),
        (("claims", "--ledger", "in"), 3, "is a folder"),
        (("--ledger", "in/0.txt", "claims"), 3, "is not a ledger of Dateline"),
        (("claims", "--type", "FIGHT", "--status", "x"), 2, "there is no event type 'FIGHT'"),
        (("export", "--to", "xml"), 2, "the formats are csv, geojson, json"),
        (("read", "in", "--published", "July"), 2, "is no time of publication"),
        (("read",), 2, "Missing argument"),
        (("red", "in"), 2, "there is no command 'red'; the commands are read, add,"),
        (("read", "in", "--jsn"), 2, "No such option"),
        (("read", "in", "--codebook", "none"), 2, "none does not exist"),
        (("--settings", "none.toml", "stories"), 2, "none.toml cannot be read"),
        (("claims", "--limit", "-1"), 2, "0 shows all"),
        (("add", "in", "--ledger", "none/x.db"), 3, "make the folder first"),
    ],
)
def test_wrong_use_is_one_sentence_and_a_code(run: Run, words: tuple[str, ...], code: int, message: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert message in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def fail(error: BaseException) -> Callable[..., None]:
    def fails(*_: object, **__: object) -> None:
        raise error

    return fails


def test_our_own_fault_has_no_traceback_without_debug(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.settings.load_settings", fail(ZeroDivisionError("by zero")))
    result = run("stories")
    assert result.exit_code == 70
    assert result.stderr == (
        "dateline: internal error (ZeroDivisionError: by zero); run again with --debug and report it\n"
    )
    assert "Traceback" in run("--debug", "stories").stderr
    assert "Traceback" in run("stories", "--debug").stderr
    monkeypatch.setattr("dateline.settings.load_settings", fail(InternalError("a promise is broken")))
    assert run("stories").exit_code == 70


def test_control_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.settings.load_settings", fail(KeyboardInterrupt()))
    result = run("stories")
    assert (result.exit_code, result.stdout, result.stderr.strip()) == (130, "", "stopped")


def test_what_was_added_before_the_disk_was_full_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import dateline.ledger.stories
    from dateline.errors import LedgerError

    whole, calls = dateline.ledger.stories.add_story, []

    def full(*given: object) -> object:
        calls.append(given)
        if len(calls) > 1:
            raise LedgerError("the ledger dateline.db cannot grow, the disk is full; free some space and run again")
        return whole(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(dateline.ledger.stories, "add_story", full)
    result = run("add", "in")
    assert result.exit_code == 3
    assert result.stdout == "1 new, 0 already known\n"
    assert "the disk is full" in result.stderr


def test_every_help_has_two_examples(run: Run) -> None:
    for command in (*COMMANDS, "corrections list", "corrections export-training", "sources grade"):
        text = run(*command.split(), "--help").stdout
        assert text.count(f"  dateline {command}") + text.count("dateline read -") >= 1
        assert len([line for line in text.partition("Examples:")[2].splitlines() if "dateline" in line]) == 2
        assert max(map(len, text.splitlines())) <= 100
    overview = run("--help").stdout
    assert "Exit codes:" in overview
    assert all(f"  {command} " in overview for command in COMMANDS)
    assert run("--version").stdout.startswith("dateline ")


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "w") as gone:
        monkeypatch.setattr("sys.stdout", gone)
        assert dateline.cli.main._handled(BrokenPipeError(), Options()) == 141
