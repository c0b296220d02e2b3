"""Stories of one sentence, with a claim at a word of it: what placing gets from coding."""

from collections.abc import Callable

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.model.claim import Claim, EventType, Plover
from dateline.model.coded import CodedStory
from dateline.model.ids import claim_id, story_id, text_id
from dateline.model.reading import Reading
from dateline.model.span import Span
from dateline.model.story import Story
from dateline.placing.stage import place
from dateline.reading.stage import read

Placed = Callable[..., CodedStory]


def story_of(text: str) -> Story:
    """A story that is only text."""
    identity = text_id(text)
    return Story(story_id(identity, None, None), identity, "test", None, None, None, None, None, None, None, "en", text)


def claim_at(reading: Reading, trigger: str, plover: Plover = "ASSAULT") -> Claim:
    """A claim of the sentence that has the trigger's words."""
    start = reading.story.text.index(trigger)
    token = reading.within(start, start + len(trigger))[0]
    sentence = reading.sentences[token.sentence]
    return Claim(
        id=claim_id(reading.story.id, start, start + len(trigger), 0),
        sentence=sentence.index,
        start=sentence.start,
        end=sentence.end,
        trigger=Span(trigger, start, start + len(trigger)),
        event=EventType(plover, None, None, "test"),
        actors=(),
        targets=(),
        instruments=(),
        places=(),
        time=None,
        figures=(),
        status="occurred",
        attribution=(),
        evidence=(),
        confidence=1.0,
        why="test",
    )


@pytest.fixture(scope="session")
def placed() -> Placed:
    """Places the claims of a text, one for each trigger; a trigger is its words, or words and PLOVER type."""
    codebook, gazetteer = load_codebook(), open_gazetteer()

    def run(text: str, *triggers: str | tuple[str, Plover]) -> CodedStory:
        reading = next(read([story_of(text)]))
        claims = tuple(
            claim_at(reading, trigger) if isinstance(trigger, str) else claim_at(reading, *trigger)
            for trigger in triggers
        )
        coded = CodedStory(reading, tuple(None for _ in reading.sentences), (), claims, ())
        return next(place([coded], gazetteer, codebook))

    return run
