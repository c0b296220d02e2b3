"""Claims to placed claims."""

from collections.abc import Iterable, Iterator

from dateline.codebook.codebook import Codebook
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.model.coded import CodedStory


def place(coded: Iterable[CodedStory], gazetteer: Gazetteer, codebook: Codebook) -> Iterator[CodedStory]:
    """Each story with the places of its claims."""
    yield from coded
