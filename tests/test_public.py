"""The public face of the package fits on a page; whoever adds to it does so on purpose, here."""

import subprocess
import sys
from importlib.resources import files

import pytest

import dateline

PUBLIC = [
    "DatelineError",
    "Settings",
    "add",
    "claims",
    "coded_story_record",
    "export",
    "load_settings",
    "read",
    "remove",
    "restore",
    "show",
    "stories",
]
HEAVY = ("spacy", "numpy", "sqlalchemy", "alembic", "rich", "click", "trafilatura", "lxml", "py3langid")


def test_the_public_names() -> None:
    assert sorted(dateline.__all__) == PUBLIC
    assert [name for name in PUBLIC if getattr(dateline, name).__doc__ is None] == []
    assert set(dir(dateline)) == {*PUBLIC, "__version__"}


def test_an_unknown_name_lists_those_there_are() -> None:
    with pytest.raises(AttributeError, match=r"it has .*coded_story_record"):
        dateline.reed  # noqa: B018


def test_the_version_is_that_of_the_package() -> None:
    assert dateline.__version__.count(".") == 2


def test_the_package_is_typed_and_carries_its_data() -> None:
    for name in ("py.typed", "gazetteer/places.sqlite", "codebook/data/frames.tsv", "exports/coded-story.schema.json"):
        assert files("dateline").joinpath(name).is_file(), name


def test_importing_the_package_imports_nothing_heavy() -> None:
    program = f"import dateline, sys; print('heavy:', *[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "heavy:"
