"""The order of the stages, and only that."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version

from dateline.codebook.codebook import load_codebook
from dateline.coding.stage import code as code_readings
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.model.coded import CodedStory, Coder
from dateline.model.story import Story
from dateline.placing.stage import place
from dateline.reading.stage import read
from dateline.settings import Settings


def code(stories: Iterable[Story], settings: Settings) -> Iterator[CodedStory]:
    """Each story read, coded and placed, in the order given; every story stands for itself."""
    codebook = load_codebook(settings.codebook)
    gazetteer = open_gazetteer(settings.codebook)
    return place(code_readings(read(stories, codebook), codebook), gazetteer, codebook)


@cache
def coder(settings: Settings) -> Coder:
    """Which program, vocabulary and gazetteer the settings choose."""
    return Coder(
        name="dateline",
        version=version("dateline"),
        codebook=load_codebook(settings.codebook).digest,
        gazetteer=open_gazetteer(settings.codebook).digest,
        model=None,
    )
