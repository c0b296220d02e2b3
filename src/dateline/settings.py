"""The settings, read once into one frozen object: defaults, then a settings file, then the environment."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from dateline.errors import ConfigurationError

SETTINGS_FILE = "dateline.toml"
ENVIRONMENT_PREFIX = "DATELINE_"
_TRUTHS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set.

    `ledger` is the SQLite file of the record; `codebook` a folder that overlays the shipped codebook, or None;
    `gazetteer` a file that `dateline gazetteer build` made, in place of the shipped one, or None;
    `max_characters` the length of a story above which a file is refused as no story; `model` the folder of a learned
    model in place of the shipped one; with `no_model` the rules decide alone;
    `borders` the view of disputed borders that says which country a place there is listed under.
    """

    ledger: Path = Path("dateline.db")
    codebook: Path | None = None
    gazetteer: Path | None = None
    max_characters: int = 500_000
    model: Path | None = None
    no_model: bool = False
    borders: str = "neutral"


SHIPPED = Settings()


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
            values[name] = _value(name, str(found[name]))
        except ValueError:
            kind = "a whole number" if name == "max_characters" else "true or false"
            problems.append(f"setting {name!r} takes {kind}, not {found[name]!r}")
    for name in ("codebook", "model"):
        folder = values.get(name)
        if isinstance(folder, Path) and not folder.is_dir():
            problems.append(f"the {name} folder {folder} does not exist; name a folder, or leave the setting out")
    places = values.get("gazetteer")
    if isinstance(places, Path) and not places.is_file():
        problems.append(f"the gazetteer {places} does not exist; make it with `dateline gazetteer build`")
    if problems:
        raise ConfigurationError("; ".join(problems))
    return replace(Settings(), **values)  # type: ignore[arg-type]  # the loop above gave each field its type


def _value(name: str, written: str) -> object:
    """A setting as its type has it. Raises ValueError."""
    if name == "max_characters":
        return int(written)
    if name == "no_model":
        if written.lower() not in _TRUTHS:
            raise ValueError(written)
        return _TRUTHS[written.lower()]
    if name == "borders":
        return written
    return Path(written).expanduser()


def _from_file(path: Path | None, problems: list[str]) -> dict[str, object]:
    chosen = path or Path(SETTINGS_FILE)
    if path is None and not chosen.is_file():
        return {}
    try:
        return dict(tomllib.loads(chosen.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(f"the settings file {chosen} cannot be read: {error}")
        return {}
