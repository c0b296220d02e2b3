"""Mentions side by side: the one that holds another ("X in Y", "X, Y", "Y's X") or that another is told by."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.model.reading import Reading
from dateline.placing.mention import Mention

# Between a place and the one that holds it: "X, Y", "X in Y", "X in the western Y", "X, a town in Y", "X (Y)".
_HELD_BY = re.compile(
    r",? ?|,? in (?:the )?(?:[a-z-]+ ){0,3}(?:of )?| \("
    r"|, (?:a|the|an) [a-z ,'-]{3,40} (?:in|of) (?:the )?(?:[a-z-]+ ){0,2}"
)
_NEAR = re.compile(r",? (?:near|close to|outside|next to) (?:the )?(?:[a-z-]+ ){0,2}(?:of )?")
_POSSESSOR = re.compile(r"['’]s? (?:[a-z-]+ ){0,4}(?:of )?")
# Between a name and the distance that tells where it is: "X, about 45 km south of Y".
_TOLD_BY = re.compile(
    r",? ?(?:(?:about|some|around|roughly|just|also|nearly|a|to|located|which|lies|is|that) )*"
    r"(?:\d|north|south|east|west|(?:a )?few|several)"
)


def with_neighbours(reading: Reading, named: list[Mention], base: int) -> Iterator[Mention]:
    """The mentions of one sentence with the indices of their containers and anchors; `base` is the first's index."""
    for position, mention in enumerate(named):
        containers: list[int] = []
        anchor, beside = mention.anchor, None
        # A longer unknown name may have names inside it, which are no neighbours.
        after = [index for index in range(position + 1, len(named)) if named[index].first > mention.last][:2]
        before = [index for index in range(position) if named[index].last < mention.first][-1:]
        if after:
            following = named[after[0]]
            between = _between(reading, mention, following)
            if following.offset is not None and _TOLD_BY.match(between):
                anchor = base + after[0]
            elif _NEAR.fullmatch(between):
                beside = base + after[0]
            elif _holds(following, between):
                containers.append(base + after[0])
                if after[1:] and _holds(named[after[1]], _between(reading, following, named[after[1]])):
                    containers.append(base + after[1])
        if before and _POSSESSOR.fullmatch(_between(reading, named[before[0]], mention)):
            containers.append(base + before[0])
        yield replace(mention, containers=tuple(containers), anchor=anchor, beside=beside)


def _holds(container: Mention, between: str) -> bool:
    return not container.is_embedded and not container.is_home and _HELD_BY.fullmatch(between) is not None


def _between(reading: Reading, mention: Mention, following: Mention) -> str:
    text = reading.story.text[reading.tokens[mention.last].end : reading.tokens[following.first].start]
    return re.sub(r"\s+", " ", text.lower())
