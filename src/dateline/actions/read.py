"""Read stories without keeping them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.actions.coding import Coding, Unread, code_each, shipped_coding
from dateline.actions.sources import Paths, stories_of
from dateline.model.coded import CodedStory
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.sources.metadata import Metadata


def read(
    paths: Paths,
    settings: Settings | None = None,
    metadata: "Metadata | None" = None,
    coding: Coding | None = None,
) -> Iterator[CodedStory | Unread]:
    """Read and code each file of `paths`, folders with all that is in them, `-` from standard input, in order.

    A file that cannot be read gives an Unread with the reason, and the others go on. `metadata` is what the input does
    not say. Raises ConfigurationError and ResourceError.
    """
    settings = settings or Settings()
    coding = coding or shipped_coding(settings)
    yield from code_each(stories_of(paths, settings, metadata), coding.code)
