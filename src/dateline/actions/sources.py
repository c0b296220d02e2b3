"""The stories of paths, as actions take them in."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.actions.coding import Unread
from dateline.model.story import Story
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.sources.metadata import Metadata


def stories_of(
    paths: Iterable[str | Path], settings: Settings, metadata: "Metadata | None"
) -> Iterator[Story | Unread]:
    """Each story of the paths, or why a file gave none, in the order given."""
    from dateline.sources.metadata import Metadata
    from dateline.sources.stage import stories

    for item in stories(paths, metadata or Metadata(), settings.max_characters):
        yield item if isinstance(item, Story) else Unread(item.path, str(item.error))


def count_files(paths: Iterable[str | Path]) -> int:
    """How many stories or refusals `stories_of` will give, for a progress bar."""
    from dateline.sources.files import list_folder

    total = 0
    for path in paths:
        try:
            total += max(1, len(list_folder(Path(path)).files)) if Path(path).is_dir() else 1
        except OSError:  # a folder that may not be listed is one refusal
            total += 1
    return total
