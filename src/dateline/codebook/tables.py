"""Reads the codebook's tab-separated tables, the shipped ones and the user's overlay, collecting every mistake."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands. Empty cells are empty strings."""

    file: str
    line: int
    is_overlay: bool
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def list(self, column: str) -> tuple[str, ...]:
        """The cell's values; they are separated by `|` and stripped."""
        return tuple(part for value in self.cells[column].split("|") if (part := value.strip()))


class Tables:
    """The shipped tables with an overlay folder on top.

    A table is UTF-8, one row a line, cells separated by tabs; lines that begin with `#` are comments and the first
    other line names the columns. Trailing empty cells may be left out. An overlay file has the name of the shipped
    file whose rows it adds to or replaces. Mistakes are collected in `problems`, so that a user sees them all at once.
    """

    def __init__(self, overlay: Path | None = None) -> None:
        self.overlay = overlay
        self.problems: list[str] = []
        self._digest = hashlib.sha256()

    @property
    def digest(self) -> str:
        """The sha256 of all that has been read so far."""
        return self._digest.hexdigest()

    def rows(self, pattern: str, columns: tuple[str, ...]) -> Iterator[Row]:
        """The rows of the files that `pattern` (a name or a glob such as `predicates/*.tsv`) matches, overlay last."""
        roots = [(DATA, False)] + ([(self.overlay, True)] if self.overlay else [])
        for root, is_overlay in roots:
            for path in sorted(root.glob(pattern)):
                yield from self._file(path, str(path.relative_to(root)), is_overlay, columns)

    def problem(self, row: Row, what: str) -> None:
        """Notes a mistake of a row."""
        self.problems.append(f"{row.file}:{row.line}: {what}")

    def _file(self, path: Path, name: str, is_overlay: bool, columns: tuple[str, ...]) -> Iterator[Row]:
        content = path.read_bytes()
        self._digest.update(content)
        try:
            lines = content.decode("utf-8").splitlines()
        except UnicodeDecodeError:
            self.problems.append(f"{name}: is not UTF-8; save it as UTF-8")
            return
        header: tuple[str, ...] | None = None
        for number, line in enumerate(lines, 1):
            if not line.strip() or line.startswith("#"):
                continue
            values = [cell.strip() for cell in line.split("\t")]
            if header is None:
                header = tuple(values)
                if header != columns:
                    self.problems.append(f"{name}:{number}: the columns must be {', '.join(columns)}")
                    return
                continue
            if len(values) > len(columns):
                self.problems.append(f"{name}:{number}: {len(values)} cells, but {len(columns)} columns")
                continue
            values += [""] * (len(columns) - len(values))
            yield Row(name, number, is_overlay, dict(zip(columns, values, strict=True)))
