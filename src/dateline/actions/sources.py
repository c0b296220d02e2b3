"""The stories of paths, as actions take them in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.actions.coding import Unread
from dateline.model.story import Story
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.sources.metadata import Metadata


Paths = str | Path | Iterable[str | Path]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many stories or refusals paths will give, and how many files of their folders are no stories' files."""

    stories: int
    skipped: int


def stories_of(paths: Paths, settings: Settings, metadata: "Metadata | None") -> Iterator[Story | Unread]:
    """Each story of the paths, or why a file gave none, in the order given."""
    from dateline.sources.metadata import Metadata
    from dateline.sources.stage import stories

    for item in stories(_each(paths), metadata or Metadata(), settings.max_characters):
        yield item if isinstance(item, Story) else Unread(item.path, str(item.error))


def count_files(paths: Paths) -> Counted:
    """What to expect of `stories_of`, without opening a file."""
    from dateline.sources.files import list_folder

    stories = skipped = 0
    for path in map(Path, _each(paths)):
        try:
            folder = list_folder(path) if path.is_dir() else None
        except OSError:  # a folder that may not be listed is one refusal
            folder = None
        stories += max(1, len(folder.files)) if folder else 1
        skipped += folder.skipped if folder else 0
    return Counted(stories, skipped)


def _each(paths: Paths) -> Iterable[str | Path]:
    return [paths] if isinstance(paths, str | Path) else paths
