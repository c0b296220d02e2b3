"""Reads TIMEX3 gold: CAT XML with a word a tag, as in MEANTIME, and TimeML with the text inline, as in TempEval-3."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

from dateline.errors import UnreadableError
from dateline.model.reading import Part

NO_BLANK_BEFORE = frozenset({".", ",", ";", ":", "!", "?", ")", "%", "'s", "'", "’s"})
NO_BLANK_AFTER = frozenset({"(", "$", "US$", "£", "€"})
REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Gold:
    """One TIMEX3: its stretch of the text, its value; neutral ones count neither for nor against."""

    start: int
    end: int
    value: str
    is_neutral: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A gold text, with the parts it is read in (sentences or paragraphs), its creation day and its expressions.

    `annotated` is where the annotation ends: of MEANTIME's texts only the first sentences were annotated.
    """

    name: str
    text: str
    blocks: tuple[tuple[Part, int, int], ...]
    annotated: int
    created: str | None
    gold: tuple[Gold, ...]


def read_documents(gold: Path) -> Iterator[Document]:
    """The documents of a file or of a folder with its subfolders, by name: `.xml` is CAT, `.tml` is TimeML."""
    paths = [gold] if gold.is_file() else sorted(path for path in gold.rglob("*") if path.suffix in (".xml", ".tml"))
    for path in paths:
        try:
            root = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            raise UnreadableError(f"{path} is no XML: {error}") from error
        yield _timeml(path.stem, root) if root.tag == "TimeML" else _cat(path.stem, root)


def _gold(timex: ElementTree.Element, start: int, end: int, is_creation: bool) -> Gold | None:
    """None for a duration; one with a begin or end point is an interval to us and a matter of taste."""
    value, kind = timex.get("value") or "", timex.get("type")
    is_bounded = bool(timex.get("beginPoint") or timex.get("endPoint"))
    if kind == "DURATION" and not is_bounded:
        return None
    is_neutral = is_creation or value in REFERENCES or value.startswith("P") or kind in ("DURATION", "SET")
    return Gold(start, end, value, is_neutral)


def _cat(name: str, root: ElementTree.Element) -> Document:
    text, spans, sentences = _text_of_tokens(root)
    marked = {anchor.get("t_id", "") for anchor in root.iterfind("Markables/*/token_anchor")}
    annotated = max((end for token, (_, end) in spans.items() if token in marked), default=0)
    annotated = next((end for start, end in sentences if start < annotated <= end), annotated)
    timexes = []
    for timex in root.iter("TIMEX3"):
        places = sorted(spans[anchor.get("t_id", "")] for anchor in timex.iter("token_anchor"))
        timexes.append((timex, (places[0][0], places[-1][1]) if places else None))
    # Without a marked creation time a line that is a date and nothing else is it.
    creation = next((found for found in timexes if found[0].get("functionInDocument") == "CREATION_TIME"), None)
    creation = creation or next((found for found in timexes if found[1] in sentences), None)
    created = _created(creation[0], text[slice(*creation[1])] if creation[1] else "") if creation else None
    gold = [
        found
        for timex, span in timexes
        if span and (found := _gold(timex, *span, is_creation=creation is not None and timex is creation[0]))
    ]
    return Document(name, text, tuple(_blocks(sentences)), annotated, created, tuple(gold))


def _blocks(sentences: list[tuple[int, int]]) -> Iterator[tuple[Part, int, int]]:
    """The first sentence of a news text of CAT is its headline."""
    for number, (start, end) in enumerate(sentences):
        yield ("body" if number else "headline"), start, end


def _text_of_tokens(
    root: ElementTree.Element,
) -> tuple[str, dict[str, tuple[int, int]], list[tuple[int, int]]]:
    """The text put together from its tokens, the stretch of each token by id, and those of the sentences."""
    text, before, sentence = "", "", None
    spans: dict[str, tuple[int, int]] = {}
    sentences: list[tuple[int, int]] = []
    for token in root.iter("token"):
        word = token.text or ""
        if token.get("sentence") != sentence:
            sentence = token.get("sentence")
            text += "\n" if text else ""
            sentences.append((len(text), len(text)))
        elif word not in NO_BLANK_BEFORE and before not in NO_BLANK_AFTER:
            text += " "
        spans[token.get("t_id", "")] = len(text), len(text) + len(word)
        text, before = text + word, word
        sentences[-1] = sentences[-1][0], len(text)
    return text, spans, sentences


def _timeml(name: str, root: ElementTree.Element) -> Document:
    """The `TEXT` with its paragraphs; the creation time stands in `DCT`, or inside the text in older files."""
    creation = next(
        (timex for timex in root.iter("TIMEX3") if timex.get("functionInDocument") == "CREATION_TIME"), None
    )
    creation = creation if creation is not None else root.find("DCT/TIMEX3")
    created = _created(creation, "".join(creation.itertext())) if creation is not None else None
    body = root.find("TEXT")
    pieces: list[str] = []
    gold: list[Gold] = []
    _walk(body if body is not None else root, creation, pieces, gold)
    text = "".join(pieces)
    paragraphs: list[tuple[Part, int, int]] = [("body", *match.span()) for match in PARAGRAPH.finditer(text)]
    return Document(name, text, tuple(paragraphs), len(text), created, tuple(gold))


def _walk(
    element: ElementTree.Element, creation: ElementTree.Element | None, pieces: list[str], gold: list[Gold]
) -> None:
    """Collects the words in order, and the expressions with where they stand in them."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, creation, pieces, gold)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        found = _gold(element, start, sum(map(len, pieces)), element is creation)
        if found is not None and found.start < found.end:
            gold.append(found)


def _created(timex: ElementTree.Element, words: str) -> str | None:
    """The creation day; where the value is no ISO date ("03-02-2009") it is read from the words."""
    value = (timex.get("value") or "")[:10]
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    try:
        return datetime.strptime(re.sub(r"\W+", " ", words).strip(), "%B %d %Y").date().isoformat()
    except ValueError:
        return None
