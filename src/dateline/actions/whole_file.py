"""A file that is written whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.errors import ResourceError


@contextmanager
def whole_file(out: TextIO | Path) -> Iterator[TextIO]:
    """A stream to write into: `out` itself, or a file that takes the place of `out` when all went well.

    Raises ResourceError when the file cannot be written.
    """
    if not isinstance(out, Path):
        yield out
        return
    partial = out.with_name(f".{out.name}.part")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            yield file
        partial.replace(out)
    except OSError as error:
        raise ResourceError(f"{out} cannot be written: {error.strerror}; name another file with --out") from error
    finally:
        partial.unlink(missing_ok=True)
