"""The documentation is complete, fresh and whole."""

import doctest
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from fnmatch import fnmatch
from pathlib import Path

import click
import pytest

import dateline.errors
from dateline.cli.main import COMMANDS, cli
from dateline.codebook.tables import DATA
from dateline.errors import DatelineError
from dateline.evaluation.tasks import TASKS
from dateline.exports.flat import COLUMNS
from dateline.exports.formats import FORMATS
from dateline.settings import ENVIRONMENT_PREFIX, Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING", "CHANGELOG")] + sorted(DOCS.rglob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def test_every_command_and_option_is_documented() -> None:
    text = text_of("reference/cli.md")
    context = click.Context(cli, info_name="dateline")
    for name in COMMANDS:
        assert f"## dateline {name}\n" in text
        command = cli.get_command(context, name)
        assert command is not None
        section = text.partition(f"## dateline {name}\n")[2].partition("\n## ")[0]
        assert missing_options(command, section) == []
        for part, inner in getattr(command, "commands", {}).items():
            assert missing_options(inner, section.partition(f"### dateline {name} {part}\n")[2]) == []


def missing_options(command: click.Command, section: str) -> list[str]:
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
    return [option for option in options if option not in section]


def test_every_setting_is_documented() -> None:
    text = text_of("reference/settings.md")
    for field in fields(Settings):
        assert f"- `{field.name}` " in text
        assert f"`{ENVIRONMENT_PREFIX}{field.name.upper()}`" in text


def test_every_format_and_column_is_documented() -> None:
    text = text_of("reference/exports.md")
    assert [name for name in FORMATS if f"### {name}\n" not in text] == []
    assert [name for name in COLUMNS if f"| `{name}` |" not in text] == []


def test_every_error_and_exit_code_is_documented() -> None:
    from dateline.cli import main

    text = text_of("reference/errors.md")
    errors = [item for item in vars(dateline.errors).values() if isinstance(item, type)]
    assert [error.__name__ for error in errors if f"| `{error.__name__}` |" not in text] == []
    assert all(issubclass(error, DatelineError) for error in errors)
    others = [value for name, value in vars(main).items() if name.startswith("EXIT_") and isinstance(value, int)]
    assert [code for code in (0, *main.EXIT_CODES.values(), *others) if f"\n| {code} |" not in text] == []


def test_every_issue_is_documented() -> None:
    codes = {
        code
        for path in (ROOT / "src").rglob("*.py")
        for code in re.findall(r'Issue\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert codes
    assert [code for code in sorted(codes) if f"| `{code}` |" not in text_of("reference/errors.md")] == []


def test_every_table_of_the_codebook_is_documented() -> None:
    text = text_of("reference/codebook.md")
    names = [str(path.relative_to(DATA)) for path in DATA.rglob("*.tsv")]
    assert [name for name in names if f"### {name}\n" not in text] == []
    overlays = text.partition("What an own row does")[2].partition("##")[0]
    patterns = [p for line in overlays.splitlines() if line.startswith("| `") for p in re.findall("`([^`]+)`", line)]
    assert [name for name in names if not any(fnmatch(name, pattern) for pattern in patterns)] == []


def test_every_task_of_the_bench_is_documented() -> None:
    text = text_of("reference/bench.md")
    assert [name for name in TASKS if f"### {name}\n" not in text] == []


def test_the_index_lists_every_page() -> None:
    linked = {(DOCS / link).resolve() for link in LINK.findall(text_of("index.md")) if "://" not in link}
    assert sorted(page for page in DOCS.rglob("*.md") if page not in linked and page.name != "index.md") == []


def test_what_the_program_makes_is_fresh() -> None:
    """Tables, helps and transcripts are what the program prints now; `make docs` renews them."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "reference.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_python_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "demo", tmp_path / "demo")
    monkeypatch.chdir(tmp_path)
    page = DOCS / "how-to" / "use-from-python.md"
    result = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert result.attempted > 10
    assert result.failed == 0


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as Git forges make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        prose = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.S | re.M)
        yield from ((page, link) for link in LINK.findall(prose) if "://" not in link)


def test_links_resolve() -> None:
    broken = []
    for page, link in links():
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(f"{page.name}: {link}")
    assert broken == []


def test_no_page_names_a_path_of_a_machine() -> None:
    files = [*PAGES, *(ROOT / "gold").glob("*"), *(ROOT / "demo").rglob("*.sh"), ROOT / "Makefile", ROOT / "NOTICE"]
    found = [path.name for path in files if re.search(r"(?<![\w.])/(work|tmp|root|home|usr)/", path.read_text("utf-8"))]
    assert found == []


def test_the_scores_are_of_known_tasks() -> None:
    results = json.loads((ROOT / "gold" / "results.json").read_text(encoding="utf-8"))
    assert {result["task"] for result in results} <= TASKS.keys()
    assert all(result["file"] == TASKS[result["task"]].path for result in results)
