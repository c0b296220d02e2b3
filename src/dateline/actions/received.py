"""A story of the ledger as it was received, before reading filled in what the text says."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from dateline.model.ids import story_id
from dateline.model.record import story_from_record
from dateline.model.story import Story


def as_received(record: Mapping[str, Any]) -> Story:
    """The story of a coded record with only what its input's metadata said, so that it can be read anew.

    The id is a hash of that outlet or URL and publication time, and so tells which of them the metadata said. A
    headline, byline or credit that stands in the text is read from there again.
    """
    story = story_from_record(record["story"])
    outlet, published = _of_id(story)
    return replace(
        story,
        outlet=outlet,
        published=published,
        published_text=None,
        dateline=None,
        headline=_unless_in(story.text, story.headline),
        byline=_unless_in(story.text, story.byline),
        credit=_unless_in(story.text, story.credit),
    )


def _of_id(story: Story) -> tuple[str | None, str | None]:
    """The outlet and the time of publication that the id was made of."""
    for outlet, published in product((story.outlet, story.path_or_url, None), (story.published, None)):
        if story_id(story.text_id, outlet, published) == story.id:
            return (outlet if outlet == story.outlet else None), published
    return story.outlet, story.published  # an id of another making: what is known is kept


def _unless_in(text: str, words: str | None) -> str | None:
    is_in = words is not None and " ".join(words.split()).casefold() in " ".join(text.split()).casefold()
    return None if is_in else words
