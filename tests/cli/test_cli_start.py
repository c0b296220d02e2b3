"""`dateline --help` is quick because nothing heavy is imported, and `import dateline` is quicker still."""

import os
import subprocess
import sys

import pytest

from dateline.cli.main import main

HEAVY = ("spacy", "numpy", "sqlalchemy", "alembic", "rich", "trafilatura", "lxml", "py3langid", "importlib.metadata")


@pytest.mark.parametrize(
    "words",
    [["--help"], ["read", "--help"], ["claims", "--help"], ["add", "--help"], ["corrections", "list", "--help"]],
)
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    program = (
        "import sys\n"
        "from dateline.cli.main import cli\n"
        f"try: cli.main({words!r})\n"
        "except SystemExit: pass\n"
        f"print('heavy:', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "Usage: dateline" in done.stdout
    assert done.stdout.splitlines()[-1] == "heavy:"


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "dateline", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("dateline ")


def test_import_of_the_package_imports_nothing_else() -> None:
    program = "import sys; before = set(sys.modules); import dateline; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {name for name in done.stdout.split() if name.startswith("dateline")} == {"dateline"}


@pytest.mark.parametrize(("given", "kept"), [(None, "1"), ("2", "2")])
def test_numpy_is_kept_to_one_thread_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, given: str | None, kept: str
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", given or "")
    if given is None:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    monkeypatch.setattr("sys.argv", ["dateline", "--help"])
    with pytest.raises(SystemExit):
        main()
    assert os.environ["OPENBLAS_NUM_THREADS"] == kept
