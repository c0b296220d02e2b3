"""Names that no gazetteer has and that the sentence says are places."""

from collections.abc import Callable, Iterator, Mapping

from dateline.codebook.place_words import PlaceWords
from dateline.gazetteer.names import ARTICLES
from dateline.model.reading import Reading, Sentence
from dateline.placing.beside import after_name, is_home, kinds_beside, offset_before
from dateline.placing.mention import Mention
from dateline.placing.names import Name, runs
from dateline.placing.phrases import climb, root_of


def unknown_names(
    reading: Reading,
    sentence: Sentence,
    named: list[Mention],
    words: PlaceWords,
    is_party: Callable[[str], bool],
    people: frozenset[str],
    nations: Mapping[str, str],
) -> Iterator[Mention]:
    """Names no gazetteer has that the sentence says are places: "the village of X", "X district", "X Colony".

    A name of the gazetteer inside such a name does not count: "the town of San Jose X" is no San Jose.
    """
    taken = {index for one in named if not one.is_embedded for index in range(one.first, one.last + 1)}
    inner = {index for one in named if one.is_embedded for index in range(one.first, one.last + 1)}
    for first, last in runs(reading, sentence):
        text = reading.story.text[reading.tokens[first].start : reading.tokens[last].end]
        if taken & set(range(first, last + 1)) or is_party(text) or text.lower() in people:
            continue
        name = Name(first, last, first, last, text, ())
        root = root_of(reading, first, last)
        kinds = kinds_of_name(text, words) or kinds_beside(reading, root, name, words)
        if first == last and reading.tokens[first].lemma.lower() in words.kinds:
            continue
        entity = reading.tokens[root].entity
        is_told = bool(kinds & {"settlement", "admin2", "admin1"}) or (bool(kinds) and entity != "PERSON")
        above = reading.tokens[reading.tokens[root].head]
        is_behind = above.lemma in words["where"] | words["towards"] | words["away"] | words["near"]
        if not is_told and (inner & set(range(first, last + 1)) or not (entity in {"GPE", "LOC", "FAC"} and is_behind)):
            continue
        if text in nations or text.capitalize() in nations:
            continue
        if text.isupper() and len(text) <= 6:
            continue  # an acronym is an organisation, whatever the parser says
        if text.lower() in words["never"] or reading.tokens[root].tag not in {"NNP", "NNPS", "NN", "FW"}:
            continue
        head = climb(reading, root, words)
        first = with_article(reading, first)
        text = reading.story.text[reading.tokens[first].start : reading.tokens[last].end]
        after = after_name(reading, last)
        if after is not None and after.text.islower() and after.lemma in words.kinds and after.tag == "NN":
            last = after.index
        yield Mention(
            first, last, head, text, (), kinds=kinds, offset=offset_before(reading, first), is_cued=bool(kinds),
            is_home=is_home(reading, name, root, head, words),
        )  # fmt: skip


def kinds_of_name(name: str, words: PlaceWords) -> frozenset[str]:
    """The kinds that the last word of a longer name tells: "X Chowk", "Y Colony"."""
    *others, last = name.lower().split()
    return words.kinds.get(last, frozenset()) if others and last in words["named"] else frozenset()


def with_article(reading: Reading, first: int) -> int:
    """The first token of a name with the Arabic article that is tied to it: "al-Furat"."""
    if first < 2 or reading.tokens[first - 1].text != "-" or reading.tokens[first - 2].text.lower() not in ARTICLES:
        return first
    article, dash = reading.tokens[first - 2], reading.tokens[first - 1]
    return article.index if article.end == dash.start and dash.end == reading.tokens[first].start else first
