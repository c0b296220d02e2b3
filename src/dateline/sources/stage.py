"""Bytes to Story."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError, UnreadableError
from dateline.model.ids import story_id, text_id
from dateline.model.story import Story
from dateline.settings import Settings
from dateline.sources.files import PAGE_SUFFIXES, list_folder
from dateline.sources.html import is_page, read_page
from dateline.sources.metadata import Metadata
from dateline.sources.sidecar import read_sidecar
from dateline.sources.text import decode, refuse_size

STANDARD_INPUT = "-"
MAX_CHARACTERS = Settings().max_characters
NOTHING_KNOWN = Metadata()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A path that gave no story, and why, in a sentence."""

    path: str
    error: UnreadableError


def stories(
    paths: Iterable[str | Path], metadata: Metadata = NOTHING_KNOWN, max_characters: int = MAX_CHARACTERS
) -> Iterator[Story | Unreadable]:
    """The stories of files, folders and standard input (`-`), in the order given, folders in sorted order.

    What `metadata` says wins over a file's sidecar, and that over what a page says about itself. `story.text` is the
    decoded text without byte order mark and with `\\n` for every line end, or the article extracted from a page; all
    offsets are into it. A path that gives no story is an Unreadable and stops nothing.
    """
    for path in paths:
        yield from _path(path, metadata, max_characters)


def _path(path: str | Path, metadata: Metadata, max_characters: int) -> Iterator[Story | Unreadable]:
    if str(path) == STANDARD_INPUT:
        yield _attempt(STANDARD_INPUT, None, metadata, max_characters)
        return
    path = Path(path)
    if not path.is_dir():
        yield _attempt(str(path), path, metadata, max_characters)
        return
    try:
        files = list_folder(path).files
    except OSError as error:
        yield Unreadable(str(path), UnreadableError(f"the folder {path} cannot be listed: {error.strerror or error}"))
        return
    if not files:
        message = f"the folder {path} holds no stories; stories are .txt, .text, .md, .html, .htm and .xhtml files"
        yield Unreadable(str(path), UnreadableError(message))
    for file in files:
        yield _attempt(str(file), file, metadata, max_characters)


def _attempt(name: str, path: Path | None, metadata: Metadata, max_characters: int) -> Story | Unreadable:
    try:
        return _story(name, path, metadata, max_characters)
    except UnreadableError as error:
        return Unreadable(name, error)
    except InputError as error:
        return Unreadable(name, UnreadableError(f"{name}: {error}"))


def _story(name: str, path: Path | None, metadata: Metadata, max_characters: int) -> Story:
    shown = name if path else "standard input"
    content = _bytes(path, shown, max_characters)
    text = decode(content, shown, max_characters)
    known = metadata.over(read_sidecar(path)) if path else metadata
    if (path and path.suffix.lower() in PAGE_SUFFIXES) or is_page(text):
        page = read_page(text, shown)
        text, known = page.text, known.over(page.metadata)
    hashed = text_id(text)
    return Story(
        id=story_id(hashed, known.outlet or known.url, known.published),
        text_id=hashed,
        path_or_url=known.url or name,
        outlet=known.outlet,
        credit=known.credit,
        headline=known.headline,
        byline=known.byline,
        dateline=None,
        published=known.published,
        published_text=None,
        language=known.language,
        text=text,
    )


def _bytes(path: Path | None, shown: str, max_characters: int) -> bytes:
    """The content of a file or of standard input; what is too large is refused before it is read whole."""
    if path is None:
        limit = max_characters * 4 + 1
        content = sys.stdin.buffer.read(limit)
        refuse_size(len(content), shown, max_characters)
        return content
    try:
        refuse_size(path.stat().st_size, shown, max_characters)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"{shown} does not exist; check the path") from None
    except PermissionError:
        raise UnreadableError(f"{shown} may not be read; ask its owner for the permission to read it") from None
    except OSError as error:
        raise UnreadableError(f"{shown} cannot be read: {error.strerror or error}") from error
