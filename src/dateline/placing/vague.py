"""Places without a name of their own: "the north", "Afghan territory", "the city" for one named before."""

from collections.abc import Iterator, Mapping

from dateline.codebook.codebook import Codebook
from dateline.codebook.place_words import PlaceWords
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.model.reading import Reading, Sentence
from dateline.placing.mention import Mention
from dateline.placing.phrases import climb

_SIDES = frozenset(
    {
        "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east",
        "north-west", "south-east", "south-west",
    }
)  # fmt: skip
_GROUND = frozenset({"territory", "soil", "airspace", "waters", "border", "mainland", "land"})


def unnamed_regions(reading: Reading, sentence: Sentence, named: list[Mention], words: PlaceWords) -> Iterator[Mention]:
    """The vague regions of a sentence that stand behind a preposition and belong to no named place.

    "fighting across much of the northern countryside" gives "the northern countryside".
    """
    taken = {mention.head for mention in named}
    for token in reading.words(sentence):
        if token.relation != "pobj" or token.index in taken or token.part_of_speech not in {"NOUN", "ADV", "PROPN"}:
            continue
        children = reading.children[token.index]
        first = min((child for child in children if child < token.index), default=token.index)
        if any(reading.tokens[child].lemma == "of" and child > token.index for child in children):
            continue
        directed = any(reading.tokens[child].text.lower() in words["direction"] for child in children)
        is_side = token.text.lower() in _SIDES and first < token.index
        if not is_side and not (directed and token.lemma in words["area"]):
            continue
        start = min(reading.subtree(token.index)[0], first)
        text = " ".join(reading.tokens[index].text for index in range(start, token.index + 1))
        yield Mention(start, token.index, climb(reading, token.index, words), text, (), vague="unnamed")


def national_grounds(
    reading: Reading, sentence: Sentence, demonyms: Mapping[str, str], codebook: Codebook, gazetteer: Gazetteer
) -> Iterator[Mention]:
    """The country behind "Tajik territory", "Iraqi airspace", "the Syrian border"."""
    for token in reading.words(sentence):
        if token.lemma not in _GROUND and token.text.lower() not in _GROUND:
            continue
        before = token.index - 1
        if before < sentence.first or (country := demonyms.get(reading.tokens[before].text)) is None:
            continue
        candidates = gazetteer.lookup(codebook.countries[country].name)
        fitting = tuple(candidate for candidate in candidates if candidate.kind == "country")
        yield Mention(
            before, token.index, token.index, codebook.countries[country].name, fitting,
            vague="border" if token.lemma == "border" else None,
        )  # fmt: skip


def here(reading: Reading, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The dateline's town behind a reporter's "here": "a clash at X Square here on Sunday".

    Somebody who is quoted may be elsewhere, so a "here" in quotation marks means nothing.
    """
    dateline = reading.story.dateline
    if dateline is None or not dateline.place:
        return
    name = dateline.place.split(",")[0]
    for token in reading.words(sentence):
        if token.text != "here" or token.relation != "advmod":
            continue
        if any(quote.start <= token.start < quote.end for quote in reading.quotes):
            continue
        yield Mention(token.index, token.index, token.index, name, gazetteer.lookup(name), is_here=True)
