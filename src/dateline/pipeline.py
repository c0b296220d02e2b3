"""The order of the stages, and only that."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version

from dateline.codebook.codebook import load_codebook
from dateline.coding.stage import code as code_readings
from dateline.encoder.encoder import Encoder
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.model.coded import CodedStory, Coder
from dateline.model.story import Story
from dateline.placing.stage import place
from dateline.reading.stage import read
from dateline.settings import Settings


def code(stories: Iterable[Story], settings: Settings) -> Iterator[CodedStory]:
    """Each story read, coded and placed, in the order given; every story stands for itself."""
    codebook = load_codebook(settings.codebook)
    gazetteer = open_gazetteer(settings.codebook, settings.gazetteer)
    view = codebook.borders.view(settings.borders)
    readings = read(stories, codebook, gazetteer)
    return place(code_readings(readings, codebook, open_encoder(settings)), gazetteer, codebook, view)


@cache
def open_encoder(settings: Settings) -> Encoder | None:
    """The encoder that the settings choose; None when they want none, or when the package came without its files.

    Raises ResourceError when the files of a folder that the user named are missing.
    """
    if settings.no_model:
        return None
    encoder = Encoder(settings.model)
    return encoder if settings.model or encoder.is_there else None


@cache
def coder(settings: Settings) -> Coder:
    """Which program, vocabulary, gazetteer, model and view of borders the settings choose."""
    encoder, codebook = open_encoder(settings), load_codebook(settings.codebook)
    return Coder(
        name="dateline",
        version=version("dateline"),
        codebook=codebook.digest,
        gazetteer=open_gazetteer(settings.codebook, settings.gazetteer).digest,
        model=encoder.digest if encoder else None,
        borders=codebook.borders.view(settings.borders).name,
    )
