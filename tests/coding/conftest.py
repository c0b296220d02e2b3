"""Readings of single sentences, for the tests of coding."""

from collections.abc import Callable

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.stage import code
from dateline.model.claim import Claim
from dateline.model.ids import story_id, text_id
from dateline.model.reading import Reading
from dateline.model.story import Story
from dateline.reading.stage import read

HEADLINE = "Day of fighting in the valley"
PUBLISHED = "2021-07-06"
ReadBody = Callable[..., Reading]
ClaimsOf = Callable[..., list[Claim]]


def _read_body(body: str, published: str | None = PUBLISHED, headline: str = HEADLINE) -> Reading:
    text = f"{headline}\n\n{body}"
    identity = text_id(text)
    return next(
        read(
            [
                Story(
                    id=story_id(identity, "Valley Post", published),
                    text_id=identity,
                    path_or_url="valley.txt",
                    outlet="Valley Post",
                    credit=None,
                    headline=None,
                    byline=None,
                    dateline=None,
                    published=published,
                    published_text=None,
                    language="en",
                    text=text,
                )
            ]
        )
    )


@pytest.fixture(scope="session")
def read_body() -> ReadBody:
    """Reads a body under a plain headline, published on Tuesday 6 July 2021."""
    return _read_body


@pytest.fixture(scope="session")
def claims_of() -> ClaimsOf:
    """The claims of a body, without those of the headline that stands over it."""

    def claims(body: str, published: str | None = PUBLISHED) -> list[Claim]:
        coded = next(code([_read_body(body, published)], load_codebook(), None))
        return [claim for claim in coded.claims if claim.start >= len(HEADLINE)]

    return claims
