"""Every toponym of a story with its point, as geoparsing benchmarks ask: countries and demonyms too."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.codebook.codebook import Codebook
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.model.coded import CodedStory
from dateline.model.reading import Reading
from dateline.placing.choose import Choice, choose
from dateline.placing.context import countries_in_play
from dateline.placing.mention import Mention
from dateline.placing.mentions import find_mentions


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place, also as an adjective, with the gazetteer's point for it (WGS 84 degrees)."""

    start: int
    end: int
    name: str
    lat: float
    lon: float
    gazetteer_id: str


def toponyms(coded: CodedStory, gazetteer: Gazetteer, codebook: Codebook) -> tuple[Toponym, ...]:
    """The toponyms of a story in the order of its text; a name without any candidate is left out."""
    reading = coded.reading
    mentions = find_mentions(reading, gazetteer, codebook)
    nations = codebook.demonyms
    choices = choose(mentions, countries_in_play(coded, mentions, gazetteer, nations))
    found = [
        _toponym(reading, mention, choice)
        for mention, choice in zip(mentions, choices, strict=True)
        if choice is not None and _is_toponym(reading, mention, choice)
    ]
    taken = {offset for toponym in found for offset in range(toponym.start, toponym.end)}
    found.extend(toponym for toponym in _national(reading, gazetteer, codebook, nations) if toponym.start not in taken)
    found.extend(_dateline(reading, gazetteer, codebook, mentions, nations))
    return tuple(sorted(found, key=lambda toponym: toponym.start))


def _is_toponym(reading: Reading, mention: Mention, choice: Choice) -> bool:
    """Whether a mention names a place by its name: "the city" does not, nor does a name inside a person's."""
    token = reading.tokens[mention.first]
    if mention.vague == "unnamed" or token.text[:1].islower():
        return False
    return (
        not mention.is_embedded
        or (token.entity in {"GPE", "LOC"} and choice.is_convincing)
        or choice.candidate.kind in {"country", "admin1"}
    )


def _toponym(reading: Reading, mention: Mention, choice: Choice) -> Toponym:
    place = choice.candidate
    start, end = reading.tokens[mention.first].start, reading.tokens[mention.last].end
    return Toponym(start, end, place.name, place.lat, place.lon, place.id)


def _national(reading: Reading, gazetteer: Gazetteer, codebook: Codebook, nations: Mapping[str, str]) -> list[Toponym]:
    """The countries behind adjectives and names of peoples."""
    found: list[Toponym] = []
    for token in reading.tokens:
        country = nations.get(token.text)
        if country is None:
            continue
        candidates = gazetteer.lookup(codebook.countries[country].name)
        place = next((one for one in candidates if one.kind == "country" and one.country == country), None)
        if place is not None:
            found.append(Toponym(token.start, token.end, place.name, place.lat, place.lon, place.id))
    return found


def _dateline(
    reading: Reading, gazetteer: Gazetteer, codebook: Codebook, mentions: tuple[Mention, ...], nations: dict[str, str]
) -> list[Toponym]:
    """The town of the dateline, which has no words of its own in the reading."""
    story = reading.story
    if story.dateline is None or not story.dateline.place:
        return []
    name = story.dateline.place.split(",")[0]
    start = story.text.lower().find(name.lower())
    candidates = gazetteer.lookup(name)
    if start < 0 or not candidates or reading.token_at(start) is not None:
        return []
    alone = Mention(0, 0, 0, name, candidates)
    coded = CodedStory(reading, tuple(None for _ in reading.sentences), (), (), ())
    everything = (alone, *mentions)
    choice = choose(everything, countries_in_play(coded, mentions, gazetteer, nations))[0]
    if choice is None:
        return []
    place = choice.candidate
    return [Toponym(start, start + len(name), place.name, place.lat, place.lon, place.id)]
