"""Story to Reading."""

import re
from collections.abc import Iterable, Iterator

from dateline.model.reading import Reading
from dateline.model.story import Story
from dateline.reading.aligned import Aligned
from dateline.reading.parse import Block, parse


def read(stories: Iterable[Story]) -> Iterator[Reading]:
    """Reads each story; see `Reading` for what comes out."""
    for story in stories:
        blocks = [
            Block("headline" if number == 0 else "body", number, Aligned.of(story.text, match.start(), match.end()))
            for number, match in enumerate(re.finditer(r"\S(?:.|\n(?!\s*\n))*", story.text))
        ]
        sentences, tokens = parse(blocks)
        yield Reading(story, sentences, tokens)
