"""Every place a story names, with the words that narrow it down."""

import re
from collections.abc import Callable, Iterator

from dateline.codebook.codebook import Codebook
from dateline.codebook.layout import outlet_key
from dateline.codebook.place_words import PlaceWords
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.model.reading import Reading, Sentence
from dateline.model.token import Token
from dateline.placing.context import demonyms
from dateline.placing.definite import named_before
from dateline.placing.mention import Mention, Offset
from dateline.placing.names import Name, find_names, runs
from dateline.placing.neighbours import with_neighbours
from dateline.placing.phrases import BORDERS, climb, root_of
from dateline.placing.plausible import is_plausible, is_told
from dateline.placing.vague import national_grounds, unnamed_regions

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
_SUFFIXES = frozenset(
    {"state", "province", "district", "county", "governorate", "region", "city", "town", "oblast", "raion"}
)


def find_mentions(reading: Reading, gazetteer: Gazetteer, codebook: Codebook) -> tuple[Mention, ...]:
    """The mentions of a story in the order of its text."""
    words = codebook.place_words
    is_party = party_test(codebook)
    people = surnames(reading, gazetteer)
    nations = demonyms(codebook)
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
            if is_plausible(reading, name, words) or (name.text in told and _is_alone(name))
        ]
        grounds = list(national_grounds(reading, sentence, nations, codebook, gazetteer))
        taken = {index for mention in grounds for index in range(mention.first, mention.last + 1)}
        named = [mention for mention in named if mention.first not in taken] + grounds
        named.extend(_unknown_names(reading, sentence, named, words, is_party, people, nations))
        named.extend(unnamed_regions(reading, sentence, named, words))
        named.extend(named_before(reading, sentence, [*found, *named], words))
        named.sort(key=lambda mention: mention.first)
        found.extend(with_neighbours(reading, named, len(found)))
    return tuple(found)


def _is_alone(name: Name) -> bool:
    return name.first == name.run_first and name.last == name.run_last


def party_test(codebook: Codebook) -> Callable[[str], bool]:
    """Whether a name is that of a party or an outlet of the codebook."""
    names = {name for party in codebook.parties.values() for name in party.names if " " in name or name.isupper()}

    def is_party(text: str) -> bool:
        return text in names or outlet_key(text) in codebook.layout.outlets

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
    kinds = _kinds(reading, root, head, name, words)
    after = _after(reading, name.last)
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
        offset=_offset(reading, name.first),
        is_embedded=_is_embedded(reading, name, words, common),
        is_home=_is_home(reading, name, root, head, words),
        is_cued=bool(kinds),
    )


def _after(reading: Reading, index: int) -> Token | None:
    following = index + 1
    if following < len(reading.tokens) and reading.tokens[following].sentence == reading.tokens[index].sentence:
        return reading.tokens[following]
    return None


def _kinds(reading: Reading, root: int, head: int, name: Name, words: PlaceWords) -> frozenset[str]:
    """The kinds that nouns beside the name tell: "X district", "the town of X", "X, a village"."""
    tokens = reading.tokens
    after = _after(reading, name.last)
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


def _is_home(reading: Reading, name: Name, root: int, head: int, words: PlaceWords) -> bool:
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


def _offset(reading: Reading, first: int) -> Offset | None:
    """ "about 45km (28 miles) south of X" is 45 km at 180 degrees."""
    sentence = reading.sentences[reading.tokens[first].sentence]
    start = reading.tokens[first].start
    match = _OFFSET.search(re.sub(r"\s", " ", reading.story.text[max(sentence.start, start - 90) : start]))
    if match is None or not (match["number"] or match["direction"]):
        return None
    direction = (match["direction"] or "").lower().replace("-", "")
    distance: float | None = None
    if match["number"] and match["number"][0].isdigit():
        distance = float(match["number"].replace(",", "").rstrip(".") or 0)
        if match["unit"].lower().startswith("mi"):
            distance *= _KM_PER_MILE
    return Offset(distance, _BEARINGS.get(direction))


def _unknown_names(
    reading: Reading,
    sentence: Sentence,
    named: list[Mention],
    words: PlaceWords,
    is_party: Callable[[str], bool],
    people: frozenset[str],
    nations: dict[str, str],
) -> Iterator[Mention]:
    """Names no gazetteer has that the sentence says are places: "the village of X", "X district"."""
    taken = {index for mention in named for index in range(mention.first, mention.last + 1)}
    for first, last in runs(reading, sentence):
        text = reading.story.text[reading.tokens[first].start : reading.tokens[last].end]
        if taken & set(range(first, last + 1)) or is_party(text) or text.lower() in people:
            continue
        name = Name(first, last, first, last, text, ())
        root = root_of(reading, first, last)
        kinds = _kinds(reading, root, root, name, words)
        entity = reading.tokens[root].entity
        is_told = bool(kinds & {"settlement", "admin2", "admin1"}) or (bool(kinds) and entity != "PERSON")
        above = reading.tokens[reading.tokens[root].head]
        is_behind = above.lemma in words["where"] | words["towards"] | words["away"] | words["near"]
        if not is_told and not (entity in {"GPE", "LOC", "FAC"} and is_behind):
            continue
        if text in nations or text.capitalize() in nations:
            continue
        if text.isupper() and len(text) <= 6:
            continue  # an acronym is an organisation, whatever the parser says
        if text.lower() in words["never"] or reading.tokens[root].tag not in {"NNP", "NNPS", "NN", "FW"}:
            continue
        head = climb(reading, root, words)
        yield Mention(
            first, last, head, text, (), kinds=kinds, offset=_offset(reading, first), is_cued=bool(kinds),
            is_home=_is_home(reading, name, root, head, words),
        )  # fmt: skip
