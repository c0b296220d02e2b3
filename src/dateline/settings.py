"""The settings, read once into one frozen object: defaults, then a settings file, then the environment."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from dateline.errors import ConfigurationError

SETTINGS_FILE = "dateline.toml"
ENVIRONMENT_PREFIX = "DATELINE_"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set.

    `ledger` is the SQLite file of the record; `codebook` a folder that overlays the shipped codebook, or None;
    `max_characters` the length of a story above which a file is refused as no story.
    """

    ledger: Path = Path("dateline.db")
    codebook: Path | None = None
    max_characters: int = 500_000


def load_settings(
    path: Path | None = None, environment: Mapping[str, str] | None = None, **overrides: object
) -> Settings:
    """Read the settings from `path` (or `dateline.toml` here, if it exists), the environment and `overrides`.

    A later one wins; an override of None is no override. Raises ConfigurationError with every mistake at once.
    """
    environment = os.environ if environment is None else environment
    problems: list[str] = []
    found: dict[str, object] = _from_file(path, problems)
    known = {field.name for field in fields(Settings)}
    for name in known:
        if value := environment.get(ENVIRONMENT_PREFIX + name.upper()):
            found[name] = value
    found.update({name: value for name, value in overrides.items() if value is not None})
    problems.extend(
        f"unknown setting {name!r}; the settings are {', '.join(sorted(known))}"
        for name in sorted(found.keys() - known)
    )
    values: dict[str, object] = {}
    for name in sorted(found.keys() & known):
        try:
            values[name] = int(str(found[name])) if name == "max_characters" else Path(str(found[name])).expanduser()
        except ValueError:
            problems.append(f"setting {name!r} takes a whole number, not {found[name]!r}")
    codebook = values.get("codebook")
    if isinstance(codebook, Path) and not codebook.is_dir():
        problems.append(f"the codebook folder {codebook} does not exist; name a folder, or leave the setting out")
    if problems:
        raise ConfigurationError("; ".join(problems))
    return replace(Settings(), **values)  # type: ignore[arg-type]  # the loop above gave each field its type


def _from_file(path: Path | None, problems: list[str]) -> dict[str, object]:
    chosen = path or Path(SETTINGS_FILE)
    if path is None and not chosen.is_file():
        return {}
    try:
        return dict(tomllib.loads(chosen.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(f"the settings file {chosen} cannot be read: {error}")
        return {}
