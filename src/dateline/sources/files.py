"""Which files of a list of paths and folders hold stories."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder's story files in sorted order, and how many other files were skipped (hidden ones are not counted)."""

    files: tuple[Path, ...]
    skipped: int


def list_folder(folder: Path) -> Folder:
    """All story files below a folder. A sidecar of a story counts as part of it and not as skipped.

    Raises OSError when the folder cannot be listed.
    """
    found: list[Path] = []
    others: list[Path] = []
    for path in _walk(folder):
        (found if path.suffix.lower() in TEXT_SUFFIXES | PAGE_SUFFIXES else others).append(path)
    stems = {path.with_suffix("") for path in found}
    skipped = sum(1 for path in others if not (path.suffix == ".json" and path.with_suffix("") in stems))
    return Folder(tuple(sorted(found)), skipped)


def count_skipped(paths: Iterable[str | Path]) -> int:
    """How many files in the folders among `paths` are no stories' files."""
    return sum(list_folder(Path(path)).skipped for path in paths if Path(path).is_dir())


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise error

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(root) / name
