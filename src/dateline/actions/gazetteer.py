"""Builds a gazetteer of the user's own from what they have loaded."""

import os
from pathlib import Path

from dateline.errors import ConfigurationError
from dateline.gazetteer.build_user import Advance, build_gazetteer


def data_folder() -> Path:
    """Where a user's data lies: `$XDG_DATA_HOME/dateline`, or `~/.local/share/dateline`."""
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "dateline"


def build(geonames: Path | None, pcodes: Path | None, target: Path | None, advance: Advance) -> tuple[Path, int, int]:
    """Writes the gazetteer and gives its file, and the number of places and of P-codes that it has gained."""
    if geonames is None and pcodes is None:
        raise ConfigurationError("there is nothing to add; name a file with --geonames, with --pcodes, or with both")
    file = target or data_folder() / "places.sqlite"
    return (file, *build_gazetteer(file, geonames, pcodes, advance))
