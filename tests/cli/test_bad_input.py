"""Bad input through the whole program: one sentence for each, the others go on, the ledger stays whole."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import Engine, event

import dateline.ledger.sqlite
from dateline.cli.main import cli

GOOD = "Rebels seize a town\n\nRebels captured the town of Ostan on Monday, the governor said."
GERMAN = (
    "Soldaten verlassen die Stadt\n\nDie Soldaten haben die Stadt am Montag verlassen, sagte der Gouverneur. "
    "Mehrere Dörfer sind seit der vergangenen Woche in der Hand der Aufständischen, teilte das Ministerium mit."
)
WESTERN = "Café bombed\n\nA bomb exploded in a café in Kunduz on Monday, the governor’s office said."
PAGE = (
    "<html><head><title>Home</title></head><body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav></body></html>"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 20
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" * 20
BROKEN = GOOD.encode().replace(b"Ostan", b"Ost\xe2\x28an") + " – said twice".encode()[:-2] + b"\xff\xfe\xfd"

# Files that hold no story, with words of what is said about them.
UNREADABLE = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n\t", "is empty"),
    "report.txt": (PDF, "is a PDF; export its text first"),
    "photo.txt": (JPEG, "is a JPEG picture"),
    "huge.txt": (b"x" * 50_000_000, "longer than 500,000 characters"),
    "home.html": (PAGE.encode(), "without an article"),
    "german.txt": (GERMAN.encode(), "language"),
}  # fmt: skip
READABLE = {
    "broken.txt": BROKEN,
    "good.txt": GOOD.encode(),
    "utf16.txt": GOOD.replace("Ostan", "Karsu").encode("utf-16"),
    "western.txt": WESTERN.encode("cp1252"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def run(*words: str) -> Result:
    result = CliRunner().invoke(cli, list(words))
    assert "Traceback" not in result.output
    return result


def test_every_bad_file_is_one_sentence_and_the_others_go_on(folder: Path) -> None:
    for name, content in ({name: content for name, (content, _) in UNREADABLE.items()} | READABLE).items():
        (folder / name).write_bytes(content)
    (folder / "void").mkdir()
    paths = [*UNREADABLE, "none.txt", "void", *READABLE]
    result = run("add", *paths)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    expected = {name: words for name, (_, words) in UNREADABLE.items()}
    expected |= {"none.txt": "does not exist", "void": "holds no stories"}
    assert len(lines) == len(expected)
    for line, (name, words) in zip(lines, expected.items(), strict=True):
        assert line.startswith("dateline: ") and name in line and words in line
        assert line.count(name) == 1
    assert result.stdout == f"{len(READABLE)} new, 0 already known, {len(expected)} unreadable\n"
    assert run("stories").stdout.splitlines()[-1] == f"{len(READABLE)} stories"
    assert run("claims", "--json", "--words", "café").stdout.count("Café bombed") >= 1


def test_only_bad_input(folder: Path) -> None:
    (folder / "empty.txt").touch()
    for command in ("read", "add"):
        result = run(command, "empty.txt")
        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Open every ledger from now on under a pragma of SQLite, which gives the errors of a real disk."""
    whole = dateline.ledger.sqlite.sqlite_engine

    def limit(pragma: str) -> None:
        def engine(path: Path, *, is_writable: bool) -> Engine:
            made = whole(path, is_writable=is_writable)
            event.listen(made, "connect", lambda connection, _: connection.execute(f"PRAGMA {pragma}"))
            return made

        monkeypatch.setattr("dateline.ledger.open.sqlite_engine", engine)

    return limit


def test_a_read_only_ledger(folder: Path, limited: Callable[[str], None]) -> None:
    (folder / "good.txt").write_text(GOOD)
    (folder / "more.txt").write_text(GOOD.replace("Ostan", "Karsu"))
    assert run("add", "good.txt").exit_code == 0
    limited("query_only = ON")
    result = run("add", "more.txt")
    assert result.exit_code == 3
    assert result.stderr.endswith(
        "is read-only; make the file and its folder writable, or name another with --ledger\n"
    )
    assert run("stories").stdout.splitlines()[-1] == "1 story"


def test_a_full_disk(folder: Path, limited: Callable[[str], None]) -> None:
    for number in range(20):
        text = GOOD + f" Report {number}. " + "Nothing else was known. " * 100
        (folder / f"{number}.txt").write_text(text)
    assert run("add", "0.txt").exit_code == 0
    limited(f"max_page_count = {(folder / 'dateline.db').stat().st_size // 4096 + 10}")
    result = run("add", ".")
    assert result.exit_code == 3
    assert "the disk is full; free some space and run again: what was added is kept" in result.stderr
    told = int(result.stdout.partition(" new")[0])
    limited("query_only = OFF")
    assert len(run("stories", "--json").stdout.splitlines()) == told + 1
    assert run("add", ".").stdout.startswith(f"{19 - told} new, {told + 1} already known")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no /dev/full")
def test_output_onto_a_full_disk(folder: Path) -> None:
    (folder / "good.txt").write_text(GOOD)
    assert run("add", "good.txt").exit_code == 0
    with Path("/dev/full").open("w") as full:
        words = [sys.executable, "-m", "dateline", "claims", "--json"]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.startswith("dateline: the output cannot be written (No space left on device)")
    assert "Traceback" not in done.stderr
