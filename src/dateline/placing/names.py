"""Names in a sentence: runs of capitalised words, and the longest names of the gazetteer in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.codebook.place_words import PlaceWords
from dateline.gazetteer.candidate import RESPELLED, Candidate
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.names import ARTICLES
from dateline.model.reading import Reading, Sentence
from dateline.model.token import Token

LONGEST_NAME = 7
INNER = frozenset(
    {
        "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "de", "la", "las", "los", "del", "di", "da", "do",
        "du", "des", "le", "of", "the", "and", "e", "i", "y", "-", "–", "’", "'", ".", "&", "bin", "en", "sur", "upon",
        "on",
    }
)  # fmt: skip
_HYPHENED = INNER | ARTICLES | {"au", "aux", "i", "wa"}
_FUNCTION_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "MD", "IN", "DT", "CC", "TO", "EX", "PDT"})
_MISTAKEN_TAGS = frozenset({"RB", "VB", "VBD", "VBN", "VBZ", "UH"})
_COMMON_TAGS = frozenset({"JJ", "VBN", "VBG", "VBD", "VBZ", "VB", "RB", "IN", "DT", "CC", "UH", "CD", "NNS", "NNPS"})
_ELIDED = frozenset({"d'", "d’", "l'", "l’"})  # French and Italian articles that the parser leaves on the name
_OWNING = frozenset({"'s", "’s"})
_TIED = frozenset({"-", "–", "’", "'", "."})


@dataclass(frozen=True, slots=True)
class Name:
    """A run of tokens `first` to `last` that the gazetteer knows, inside the run of capitals `run_first`-`run_last`."""

    first: int
    last: int
    run_first: int
    run_last: int
    text: str
    candidates: tuple[Candidate, ...]


def find_names(
    reading: Reading, sentence: Sentence, gazetteer: Gazetteer, words: PlaceWords, is_party: Callable[[str], bool]
) -> Iterator[Name]:
    """The names in one sentence, longest first at each position; names of known parties and outlets are passed over.

    "the Technical College in the town of Ostan" gives Ostan, and College inside its longer run.
    """
    covered = -1
    found: list[Name] = []
    for run_first, run_last in runs(reading, sentence):
        if is_party(_text(reading, run_first, run_last)):
            continue
        names: list[Name] = []
        position = max(run_first, covered + 1)  # "Gulf of Guinea" goes on into the next run
        owned = _owned(reading, sentence, run_first, run_last, gazetteer)
        if owned is not None and position == run_first:
            found = [name for name in found if name.last < owned.first]
            names.append(owned)
            covered = owned.last
            position = covered + 1
        while position <= run_last:
            name = _longest(reading, position, run_first, run_last, gazetteer, words, is_party)
            if name is not None:
                names.append(name)
            position = name.last + 1 if name else position + 1
            covered = max(covered, position - 1)
        names = [name for name in names if name.candidates]
        found.extend(_as_list(names) if _is_list(reading, names, run_first, run_last) else names)
    yield from found


def _owned(reading: Reading, sentence: Sentence, run_first: int, run_last: int, gazetteer: Gazetteer) -> Name | None:
    """A name with an owner in it, of which a run is the end: "the People's Republic of China", "King's Lynn"."""
    owner = run_first - 2
    if (
        owner < sentence.first
        or reading.tokens[run_first - 1].text not in _OWNING
        or not is_capital(reading.tokens[owner])
    ):
        return None
    for last in range(_with_of(reading, run_last), run_first - 1, -1):
        text = _text(reading, owner, last)
        candidates = tuple(one for one in gazetteer.lookup(text) if one.match != RESPELLED)
        if candidates:
            return Name(owner, last, owner, max(run_last, last), text, candidates)
    return None


def runs(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Maximal runs of capitalised words, with the small words that may stand inside a name."""
    first: int | None = None
    last = 0
    for token in reading.words(sentence):
        if is_capital(token):
            if first is None:
                first = token.index
            last = token.index
        elif first is not None and not _joins(reading, token, last):
            yield first, last
            first = None
    if first is not None:
        yield first, last


def is_capital(token: Token) -> bool:
    """Whether a word is written like a name, and is no pronoun, verb or adjective of a people: "Ivoire", "d'Ivoire"."""
    text = token.text[2:] if token.text[:2] in _ELIDED else token.text
    return text[:1].isupper() and token.tag not in _FUNCTION_TAGS and not text.endswith("$")  # "US$" is money


def _is_list(reading: Reading, names: list[Name], run_first: int, run_last: int) -> bool:
    """Whether a run is a list that has lost its commas: places of one country, end to end, and no person's name."""
    if len(names) < 2 or sum(name.last - name.first + 1 for name in names) < run_last - run_first + 1:
        return False
    if any(reading.tokens[index].entity == "PERSON" for index in range(run_first, run_last + 1)):
        return False
    countries = [{candidate.country for candidate in name.candidates[:3]} for name in names]
    return bool(set.intersection(*countries))


def _as_list(names: list[Name]) -> list[Name]:
    return [replace(name, run_first=name.first, run_last=name.last) for name in names]


def _joins(reading: Reading, token: Token, last: int) -> bool:
    """Whether a small word goes on with the run: "Bab al-Hawa", "Sher-Khan", but not "Kabul and"."""
    lower, tokens = token.text.lower(), reading.tokens
    following = tokens[token.index + 1] if token.index + 1 < len(tokens) else None
    if lower in _HYPHENED and token.index - last < 4 and following is not None:
        parts = tokens[last : token.index + 2]
        if all(part.end == after.start for part, after in pairwise(parts)):
            return True  # "Mazar-i-Sharif", "Deir ez-Zor"
    is_article = lower in ARTICLES and following is not None and following.text == "-"
    if not (lower in INNER or is_article) or token.index - last > 2:
        return False
    if lower in {"and", "of", "the", "on", "&"}:
        return False
    if lower in _TIED:
        return following is not None and following.start == token.end and token.start == tokens[token.index - 1].end
    return following is not None and (following.text[:1].isupper() or following.text in {"-", "–"})


def _longest(
    reading: Reading,
    position: int,
    run_first: int,
    run_last: int,
    gazetteer: Gazetteer,
    words: PlaceWords,
    is_party: Callable[[str], bool],
) -> Name | None:
    if not is_capital(reading.tokens[position]):
        return None
    end = _with_of(reading, run_last)
    for last in range(min(end, position + LONGEST_NAME - 1), position - 1, -1):
        if reading.tokens[last].text.lower() in INNER:
            continue
        text = _text(reading, position, last)
        if last > position and is_party(text):
            return Name(position, last, run_first, run_last, text, ())
        if last == position and _is_no_name(reading, position, words):
            continue
        candidates = gazetteer.lookup(text)
        if candidates:
            return Name(position, last, run_first, max(run_last, last), text, candidates)
    return None


def _with_of(reading: Reading, run_last: int) -> int:
    """The end of a run that goes on behind "of" or "and": "Strait of Hormuz", "Bosnia and Herzegovina"."""
    end = run_last
    for step in (1, 2, 3):
        index = run_last + step
        if index >= len(reading.tokens) or reading.tokens[index].sentence != reading.tokens[run_last].sentence:
            break
        token = reading.tokens[index]
        if token.text.lower() in {"of", "and", "the"}:
            continue
        if is_capital(token) and step > 1:
            end = index
            while end + 1 < len(reading.tokens) and is_capital(reading.tokens[end + 1]):
                end += 1
        break
    return end


def _is_no_name(reading: Reading, position: int, words: PlaceWords) -> bool:
    token = reading.tokens[position]
    lower = token.text.lower()
    if token.lemma in words.kinds or lower in words.kinds:
        return True
    before = reading.tokens[position - 1].text if position else ""
    if lower.strip(".") in words["never"] and not (token.text.endswith(".") and before == ","):
        return not (lower in words["capitals"] and token.text.isupper() and token.tag == "NNP")
    if token.entity in {"GPE", "LOC"}:
        return False
    if token.entity in {"DATE", "TIME", "NORP", "LANGUAGE", "CARDINAL", "ORDINAL"} and token.tag not in {"NNP"}:
        return True
    is_inside = (
        reading.sentences[token.sentence].first < position and reading.sentences[token.sentence].part != "headline"
    )
    if token.tag == "NNPS" and not lower.endswith("s"):
        return False  # the parser's guess at a strange name
    if is_inside and token.tag in _MISTAKEN_TAGS:
        return False  # and another: "hit Bakhmut" as an adverb
    return token.tag in _COMMON_TAGS


def _text(reading: Reading, first: int, last: int) -> str:
    return reading.story.text[reading.tokens[first].start : reading.tokens[last].end]
