"""Whether a capitalised word that a place bears too is used as a place; towns are named like people and things."""

from dateline.codebook.place_words import PlaceWords
from dateline.gazetteer.candidate import RESPELLED, Candidate
from dateline.model.reading import Reading
from dateline.placing.names import Name

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_LARGE = 100_000  # inhabitants: a town that news names without saying that it is one
_TOWN = 5_000
_WELL_KNOWN = frozenset({"country", "admin1", "continent", "water", "region"})
_ACRONYM = 5
_SMALL = frozenset({"the", "of", "nearby", "neighbouring", "neighboring"})


def is_plausible(reading: Reading, name: Name, words: PlaceWords) -> bool:
    """Whether the words around a name, the parser's label and the size of the place speak for a place.

    "Michael said" is no village; "in Michael" may be one; "Ga." is a state behind a comma only.
    """
    token = reading.tokens[name.first]
    if all(candidate.match == RESPELLED for candidate in name.candidates):
        return token.entity not in {"PERSON", "ORG", "NORP"} and is_told(reading, name, words)
    before = reading.tokens[name.first - 1] if name.first and not _begins(reading, name.first) else None
    if name.first == name.last and _is_abbreviation(name):
        return before is not None and (before.text in {",", "("} or before.text.lower() in words["where"])
    if name.last > name.first:
        is_typed = reading.tokens[name.last].text.lower() in words.kinds
        known = any(_is_well_known(candidate) for candidate in name.candidates[:3])
        return is_typed or known or token.entity != "PERSON" or is_told(reading, name, words)
    if name.text.isupper() and len(name.text) <= _ACRONYM and name.text.isalpha():
        return any(
            candidate.kind in {"country", "admin1"} or candidate.id.startswith("own:") for candidate in name.candidates
        )
    if token.entity in _PLACE_LABELS or is_told(reading, name, words):
        return True
    if token.entity == "PERSON" and name.run_first != name.run_last:
        return False
    known = any(_is_well_known(candidate) for candidate in name.candidates[:3])
    return known or (token.entity not in {"PERSON", "ORG"} and not _begins(reading, name.first) and _is_town(name))


def is_sickness(reading: Reading, following: int, words: PlaceWords) -> bool:
    """Whether what follows a name makes it that of a sickness: "West Nile virus", "Marburg haemorrhagic fever"."""
    tokens = reading.tokens
    while following < len(tokens) and tokens[following].text.lower() in words["sickly"]:
        following += 1
    return following < len(tokens) and tokens[following].text.lower() in words["sickness"]


def is_told(reading: Reading, name: Name, words: PlaceWords) -> bool:
    """Whether the words around a name say that it is a place: "in X", "X, Ga."."""
    token = reading.tokens[name.first]
    alone = name.first == name.run_first and name.last == name.run_last
    if token.entity == "PERSON" and not alone:
        return False
    if token.entity in {"PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}:
        return False
    if alone and (_is_before_unit(reading, name) or _is_before_kind(reading, name, words)):
        return True
    return _is_behind(reading, name, words)


def _is_before_kind(reading: Reading, name: Name, words: PlaceWords) -> bool:
    """ "the X area", "X province"."""
    following = name.last + 1
    if following >= len(reading.tokens):
        return False
    token = reading.tokens[following]
    return token.text.islower() and token.tag == "NN" and token.lemma in words.kinds


def _is_before_unit(reading: Reading, name: Name) -> bool:
    """ "X, Ga.": a comma and an abbreviation or a name that the parser takes for a place."""
    tokens = reading.tokens
    if name.last + 2 >= len(tokens) or tokens[name.last + 1].text != ",":
        return False
    following = tokens[name.last + 2]
    return following.sentence == tokens[name.last].sentence and (
        (following.text.endswith(".") and following.text[:1].isupper() and following.tag == "NNP")
        or (following.entity in _PLACE_LABELS and tokens[name.last].entity in _PLACE_LABELS | {"", "ORG"})
    )


def _begins(reading: Reading, index: int) -> bool:
    return reading.sentences[reading.tokens[index].sentence].first == index


def _is_abbreviation(name: Name) -> bool:
    """ "Ga.", "W.Va.", "Conn.": short or dotted names of units."""
    if any(candidate.kind == "country" for candidate in name.candidates):
        return False
    return name.text.endswith(".") or len(name.text) <= 2


def _is_town(name: Name) -> bool:
    """Whether the name is the main one of a town of some size, or of the seat of a district."""
    return any(
        candidate.match == 0 and (candidate.capital > 0 or candidate.population >= _TOWN)
        for candidate in name.candidates[:3]
    )


def _is_well_known(candidate: Candidate) -> bool:
    return (
        candidate.kind in _WELL_KNOWN or candidate.population >= _LARGE or candidate.id.startswith(("own:", "overlay:"))
    )


def _is_behind(reading: Reading, name: Name, words: PlaceWords) -> bool:
    """Whether a preposition of place stands before the name, or before the first of the names it is listed with."""
    prepositions = words["where"] | words["towards"] | words["away"] | words["near"]
    joined = False
    for index in range(name.first - 1, max(name.first - 9, -1), -1):
        token = reading.tokens[index]
        lower = token.text.lower()
        if token.sentence != reading.tokens[name.first].sentence:
            return False
        is_of = reading.tokens[index + 1].text == "of"
        if lower in prepositions or (is_of and (lower in words.kinds or lower in words["direction"])):
            return True
        joined = joined or lower in {"and", "or"}
        is_listed = joined and (token.text[:1].isupper() or lower in {"and", "or", ","})
        if not is_listed and lower not in _SMALL and lower not in words["direction"]:
            return False
    return False
