"""Every place a story names, with the words that narrow it down."""

from collections.abc import Callable

from dateline.codebook.codebook import Codebook
from dateline.codebook.layout import outlet_key
from dateline.codebook.place_words import PlaceWords
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.model.reading import Reading
from dateline.placing.beside import after_name, is_home, kinds_beside, offset_before
from dateline.placing.definite import named_before
from dateline.placing.mention import Mention
from dateline.placing.names import Name, find_names, runs
from dateline.placing.neighbours import with_neighbours
from dateline.placing.phrases import BORDERS, climb, root_of
from dateline.placing.plausible import is_plausible, is_sickness, is_told
from dateline.placing.unknown import unknown_names
from dateline.placing.vague import here, national_grounds, unnamed_regions

_SUFFIXES = frozenset(
    {"state", "province", "district", "county", "governorate", "region", "city", "town", "oblast", "raion"}
)


def find_mentions(reading: Reading, gazetteer: Gazetteer, codebook: Codebook) -> tuple[Mention, ...]:
    """The mentions of a story in the order of its text."""
    words = codebook.place_words
    is_party = party_test(codebook)
    people = surnames(reading, gazetteer)
    nations = codebook.demonyms
    common = frozenset(token.text for token in reading.tokens if token.text.islower())
    found: list[Mention] = []
    names = {
        sentence.index: [
            name
            for name in find_names(reading, sentence, gazetteer, words, is_party)
            if not _is_person(reading, name, words, people)
        ]
        for sentence in reading.sentences
        if sentence.first < sentence.last
    }
    # A name that is once told to be a place is one in the whole story.
    told = {name.text for each in names.values() for name in each if is_told(reading, name, words)}
    for index, each in names.items():
        sentence = reading.sentences[index]
        named = [
            _mention(reading, name, gazetteer, words, common)
            for name in each
            if not is_sickness(reading, name.last + 1, words)
            and (is_plausible(reading, name, words) or (name.text in told and _is_alone(name)))
        ]
        grounds = list(national_grounds(reading, sentence, nations, codebook, gazetteer))
        taken = {index for mention in grounds for index in range(mention.first, mention.last + 1)}
        named = [mention for mention in named if mention.first not in taken] + grounds
        named.extend(unknown_names(reading, sentence, named, words, is_party, people, nations))
        named.extend(here(reading, sentence, gazetteer))
        named.extend(unnamed_regions(reading, sentence, named, words))
        named.extend(named_before(reading, sentence, [*found, *named], words))
        named.sort(key=lambda mention: (mention.first, not mention.is_embedded))
        found.extend(with_neighbours(reading, named, len(found)))
    return tuple(found)


def _is_alone(name: Name) -> bool:
    return name.first == name.run_first and name.last == name.run_last


def party_test(codebook: Codebook) -> Callable[[str], bool]:
    """Whether a name is that of a party or an outlet of the codebook."""

    def is_party(text: str) -> bool:
        return text in codebook.telling_party_names or outlet_key(text) in codebook.layout.outlets

    return is_party


def surnames(reading: Reading, gazetteer: Gazetteer) -> frozenset[str]:
    """The last words of the full names of people in a story: "Cook said" is no town once Peter Cook was named."""
    found: set[str] = set()
    for sentence in reading.sentences:
        for first, last in runs(reading, sentence):
            tokens = reading.tokens[first : last + 1]
            people = [token for token in tokens if token.entity == "PERSON"]
            if len(people) > 1 and not gazetteer.lookup(" ".join(token.text for token in people)):
                found.add(people[-1].text.lower())
    return frozenset(found)


def _is_person(reading: Reading, name: Name, words: PlaceWords, people: frozenset[str]) -> bool:
    tokens = reading.tokens
    single = name.first == name.last
    if single and name.text.lower() in people and name.candidates[0].kind != "country":
        return True
    before = tokens[name.first - 1] if name.first else None
    if before is None or before.sentence != tokens[name.first].sentence:
        return False
    return before.text.lower().strip(".") in words["title"] and before.text[0].isupper() and before.tag == "NNP"


def _mention(reading: Reading, name: Name, gazetteer: Gazetteer, words: PlaceWords, common: frozenset[str]) -> Mention:
    tokens = reading.tokens
    root = root_of(reading, name.first, name.last)
    head = climb(reading, root, words)
    last, candidates, text = name.last, name.candidates, name.text
    kinds = kinds_beside(reading, root, name, words)
    after = after_name(reading, name.last)
    if after is not None and after.lemma in words.kinds and after.text.islower():
        longer = gazetteer.lookup(f"{name.text} {after.text}")
        fitting = tuple(candidate for candidate in longer if candidate.kind in kinds | {"admin1", "admin2"})
        if fitting:
            text, candidates = f"{name.text} {after.text}", (*fitting, *name.candidates)
        if (
            after.lemma
            in words["admin1"] | words["admin2"] | words["settlement"] | words["facility"] | words["airfield"]
        ):
            last = after.index
    path = {tokens[root].index, head, tokens[head].head, tokens[tokens[head].head].head}
    vague = None
    if {tokens[index].lemma for index in path} & BORDERS and not any(
        candidate.kind in {"crossing", "line"} for candidate in candidates[:1]
    ):
        vague = "border"
    elif _is_part(reading, name, root, head, words):
        vague = "part"
    return Mention(
        first=name.first,
        last=last,
        head=head,
        name=text,
        candidates=candidates,
        kinds=kinds,
        vague=vague,  # type: ignore[arg-type]
        offset=offset_before(reading, name.first),
        is_embedded=_is_embedded(reading, name, words, common),
        is_home=is_home(reading, name, root, head, words),
        is_cued=bool(kinds),
    )


def _is_part(reading: Reading, name: Name, root: int, head: int, words: PlaceWords) -> bool:
    """ "northern X", "the north of X", "X's northeast": a part of the place that has no border."""
    before = reading.tokens[name.first - 1] if name.first else None
    if (
        before is not None
        and before.text.lower() in words["direction"]
        and before.sentence == reading.tokens[root].sentence
    ):
        return True
    return head != root and reading.tokens[head].lemma in words["direction"] and reading.tokens[head].index != root


def _is_embedded(reading: Reading, name: Name, words: PlaceWords, common: frozenset[str]) -> bool:
    """Whether the name is a part of a longer one: "Kabul University", "Jordan Smith".

    A word before it that the story also writes small is no part of a name: a title's or a headline's.
    """
    left = reading.tokens[name.first - 1] if name.first > name.run_first else None
    if left is not None and left.text.lower() not in words["direction"] | common:
        return True
    right = [reading.tokens[index] for index in range(name.last + 1, name.run_last + 1)]
    return bool(right) and not (len(right) == 1 and right[0].text.lower() in _SUFFIXES)
