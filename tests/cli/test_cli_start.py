"""`dateline --help` is quick because nothing heavy is imported, and `import dateline` is quicker still."""

import subprocess
import sys

import pytest

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
