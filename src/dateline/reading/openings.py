"""Puts a comma behind an opening place or day that runs into what follows, which the parser takes for one name.

"In Taiz in the province of Hodeida 15 civilians were killed" is parsed as "... of Hodeida, 15 civilians were killed",
"said that on Friday Boko Haram had left" as "... on Friday, Boko Haram had left".
"""

import re

from dateline.reading.aligned import Aligned
from dateline.reading.stamps import MONTH

_NAME = rf"(?!(?i:{MONTH}))[A-Z][\w'-]+"
_JOINS = (
    r"the|in|of|near|and|on|outside|city|town|village|province|district|governorate|region|suburb|suburbs|neighbourhood"
    r"|neighborhood|countryside|outskirts|capital|area|camp|state|[a-z]*(?:north|south|east|west|centr)\w*"
)
_COUNTED = r"\d[\d,]* (?!(?:they|we|he|she|it|and|or|is|was|were|are)\b)(?:[a-z]|[A-Z][a-z]+ [a-z])"
# A preposition at the beginning of a sentence, names and the words that join them, and a number before a plain noun.
_OPENING = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=[.!?]\" ))\"?(?:Elsewhere )?(?:In|At|Near|Outside|Around|Inside|Across)"
    rf"(?: (?:{_JOINS}|{_NAME}))*? {_NAME}(?= {_COUNTED})"
)
# A day before a name: "Sunday Mass" and "Friday March 5" are one.
_DAY = re.compile(
    r"\b[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    rf"(?= (?!Mass\b|Prayer|Times\b){_NAME}(?: [\w'-]+){{0,3}} [a-z])"
)


def with_commas(content: Aligned) -> tuple[Aligned, frozenset[int]]:
    """The paragraph with those commas, and where in its text they stand."""
    ends = sorted(match.end() for pattern in (_OPENING, _DAY) for match in pattern.finditer(content.text))
    mended = content.replaced([(end, end, " ,") for end in ends])
    return mended, frozenset(end + 2 * count + 1 for count, end in enumerate(ends))
