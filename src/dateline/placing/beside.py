"""The words beside a name that tell what kind of place it is, how far off, and whose home."""

import re

from dateline.codebook.place_words import PlaceWords
from dateline.model.reading import Reading
from dateline.model.token import Token
from dateline.placing.mention import Offset
from dateline.placing.names import Name

_BEARINGS = {
    "north": 0, "northeast": 45, "east": 90, "southeast": 135, "south": 180, "southwest": 225, "west": 270,
    "northwest": 315,
}  # fmt: skip
_OFFSET = re.compile(
    r"(?:(?P<number>\d[\d.,]*|a few|several|some|a dozen)\s*-?\s*(?P<unit>km|kms|kilomet(?:er|re)s?|mi|miles?)\b"
    r"(?:\s*\([^)]{0,30}\))?\s*)?(?:to the |just |away )?"
    r"(?P<direction>north(?:-?(?:east|west))?|south(?:-?(?:east|west))?|east|west)?"
    r"(?:ern)?(?:\s+side)?\s*(?:of|from|outside)\s+(?:the\s+)?(?:[a-z]+\s+)?"
    r"(?:(?:city|town|village|capital|camp|port)\s+(?:of\s+)?|capital,?\s+)?$",
    re.IGNORECASE,
)
_KM_PER_MILE = 1.609
_COMPOUND_HOME = re.compile(r"-(?!area|region|side)[a-z]{3,}")


def after_name(reading: Reading, index: int) -> Token | None:
    """The next word of the same sentence."""
    following = index + 1
    if following < len(reading.tokens) and reading.tokens[following].sentence == reading.tokens[index].sentence:
        return reading.tokens[following]
    return None


def kinds_beside(reading: Reading, root: int, name: Name, words: PlaceWords) -> frozenset[str]:
    """The kinds that nouns beside the name tell: "X district", "the town of X", "X, a village"."""
    tokens = reading.tokens
    after = after_name(reading, name.last)
    if after is not None and after.lemma in words.kinds and after.text.islower() and after.tag in {"NN", "NNS"}:
        return words.kinds[after.lemma]
    above = tokens[tokens[root].head]
    if tokens[root].relation in {"pobj", "appos"} and (above.lemma == "of" or tokens[root].relation == "appos"):
        noun = tokens[above.head] if above.lemma == "of" else above
        if noun.lemma in words.kinds and noun.index < name.first:
            return words.kinds[noun.lemma]
    before = tokens[name.first - 1] if name.first else None
    if before is not None and before.text in {"city", "town", "village", "province", "district"}:
        return words.kinds[before.text]
    for child in reading.children[root]:
        if tokens[child].relation == "appos" and tokens[child].lemma in words.kinds and tokens[child].tag == "NN":
            return words.kinds[tokens[child].lemma]
    return frozenset()


def is_home(reading: Reading, name: Name, root: int, head: int, words: PlaceWords) -> bool:
    """ "an X-based group", "X police", "X's mayor": a party's home."""
    tokens, text = reading.tokens, reading.story.text
    if _COMPOUND_HOME.match(text, tokens[name.last].end):
        return True
    token = tokens[head]
    above = tokens[token.head]
    return (
        token.relation in {"compound", "poss", "nmod", "amod"}
        and above.lemma in words["people"]
        and above.index != head
    )


def offset_before(reading: Reading, first: int) -> Offset | None:
    """The offset that the words before a name tell."""
    sentence = reading.sentences[reading.tokens[first].sentence]
    start = reading.tokens[first].start
    return offset_in(reading.story.text[max(sentence.start, start - 90) : start])


def offset_in(before: str) -> Offset | None:
    """ "about 45km (28 miles) south of " is 45 km at 180 degrees."""
    match = _OFFSET.search(re.sub(r"\s", " ", before))
    if match is None or not (match["number"] or match["direction"]):
        return None
    direction = (match["direction"] or "").lower().replace("-", "")
    distance: float | None = None
    if match["number"] and match["number"][0].isdigit():
        distance = float(match["number"].replace(",", "").rstrip(".") or 0)
        if match["unit"].lower().startswith("mi"):
            distance *= _KM_PER_MILE
    return Offset(distance, _BEARINGS.get(direction))
