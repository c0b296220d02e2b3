"""Scores time expressions against TIMEX3 in CAT XML, as in MEANTIME: found or not, and read rightly or not."""

import random
import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

from dateline.codebook.calendar import Calendar
from dateline.codebook.codebook import load_codebook
from dateline.model.ids import story_id, text_id
from dateline.model.story import Story
from dateline.model.time import Time
from dateline.reading.aligned import Aligned
from dateline.reading.dates import resolve_times
from dateline.reading.parse import Block, parse

RESAMPLES, SEED = 1000, 20210705
NO_BLANK_BEFORE = frozenset({".", ",", ";", ":", "!", "?", ")", "%", "'s", "'", "’s"})
NO_BLANK_AFTER = frozenset({"(", "$", "US$", "£", "€"})
FUNCTION_WORDS = frozenset(
    [
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "from",
        "between",
        "in",
        "on",
        "at",
        "of",
        "the",
        "during",
        "over",
        "about",
        "around",
        "up",
        "to",
        "as",
        "through",
    ]
)
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "AU": 23, "WI": 24}
NO_VALUE = re.compile(r"[XY]+(-[XY]+)*$")
REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class Gold:
    """One TIMEX3: its stretch of the text, its value; neutral ones count neither for nor against."""

    start: int
    end: int
    value: str
    is_neutral: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A gold text, with the stretches of its sentences, its creation day and its expressions.

    `annotated` is where the annotation ends: of MEANTIME's texts only the first sentences were annotated.
    """

    name: str
    text: str
    sentences: tuple[tuple[int, int], ...]
    annotated: int
    created: str | None
    gold: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One disagreement, for looking at."""

    document: str
    kind: str
    gold: str
    gold_value: str
    found: str
    found_value: str | None
    around: str


@dataclass
class Counts:
    """What one document adds."""

    gold: int = 0
    found: int = 0
    relaxed: int = 0
    strict: int = 0
    right_value: int = 0
    mistakes: list[Mistake] = field(default_factory=list)


def timex_scores(gold: Path) -> tuple[int, dict[str, float], dict[str, tuple[float, float]]]:
    """The number of gold expressions of a folder of CAT XML files, the scores, and their 95 % bootstrap intervals.

    DATE and TIME expressions in the annotated part count. Neutral are the creation time, references without a value
    (PAST_REF and its like), those with a duration for a value, and durations with a begin or end point ("the past
    four days"), which are intervals to us.
    `relaxed_*` asks for an overlap, `strict_*` for the same words once prepositions and articles at the front are
    left off; `value` is the share of found expressions whose value is right, `value_f1` asks for both. A value is
    right when our EDTF equals it: weeks and weekends are their days, quarters their months, seasons EDTF's, times
    their day; of "since April" the beginning and of "until April" the end is compared; what is approximate ("early
    July") need only lie in the gold's period, which carries such words in another attribute.
    """
    counts = [count_document(document, load_codebook().calendar) for document in read_documents(gold)]
    generator = random.Random(SEED)
    samples = [_scores(generator.choices(counts, k=len(counts))) for _ in range(RESAMPLES)]
    scores = _scores(counts)
    intervals = {}
    for name in scores:
        values = sorted(sample[name] for sample in samples)
        intervals[name] = (values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES)])
    return sum(count.gold for count in counts), scores, intervals


def read_documents(gold: Path) -> Iterator[Document]:
    """The documents of a folder and its subfolders, by name."""
    for path in sorted(gold.rglob("*.xml")):
        yield _document(path)


def count_document(document: Document, calendar: Calendar) -> Counts:
    """What the resolver finds in a document, against the gold."""
    story = Story(
        story_id(text_id(document.text), None, document.created), text_id(document.text), document.name, None, None,
        None, None, None, document.created, None, "en", document.text,
    )  # fmt: skip
    blocks = [
        Block("headline" if number == 0 else "body", number, start, end, Aligned.of(document.text, start, end))
        for number, (start, end) in enumerate(document.sentences)
    ]
    sentences, tokens = parse(document.text, blocks, {"title": frozenset(), "abbreviation": frozenset()})
    return _compare(document, resolve_times(story, sentences, tokens, calendar))


def same_value(gold: str, time: Time, created: str | None) -> bool:
    """Whether a resolved time has the TIMEX3 value, as `timex_scores` says."""
    if gold in REFERENCES:
        return time.edtf in {"PAST_REF": (f"../{created}",), "FUTURE_REF": (f"{created}/..",)}.get(gold, (created,))
    if NO_VALUE.match(gold):
        return time.edtf is None
    wanted = edtf_of_value(gold)
    if wanted is None or time.edtf is None:
        return False
    is_rough = "~" in time.edtf
    edtf = time.edtf.replace("~", "")
    first, _, last = edtf.partition("/")
    # The end that is named: of a night its first day, of a range of two gold expressions either.
    ends = {"after": {first}, "before": {last}}.get(time.precision, {first, last})
    if edtf == wanted or wanted in ends:
        return True
    return is_rough and all(end.startswith(wanted.rstrip("X")) for end in (first, last or first))


def edtf_of_value(value: str) -> str | None:
    """A TIMEX3 value as EDTF: 2009-W20 is 2009-05-11/2009-05-17, 2009-Q3 2009-07/2009-09, 199 is 199X; None if odd."""
    value = value.split("T")[0]
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first, last = (5, 6) if match[3] else (0, 6)
        return "/".join((monday + timedelta(days=offset)).isoformat() for offset in (first, last))
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = 3 if match[2] == "Q" else 6
        month = length * int(match[3])
        return f"{match[1]}-{month - length + 1:02}/{match[1]}-{month:02}"
    if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", value):
        return f"{match[1]}-{SEASONS[match[2]]}"
    if match := re.fullmatch(r"(\d{2,3})X?", value):
        return match[1] + "X" * (4 - len(match[1]))
    if match := re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        year, month, day = (int(part) for part in value.split("-"))
        return value if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None
    return value if re.fullmatch(r"\d{4}(-\d\d)?", value) else None


def _document(path: Path) -> Document:
    root = ElementTree.parse(path).getroot()
    text, spans, sentences = _text(root)
    marked = {anchor.get("t_id", "") for anchor in root.iterfind("Markables/*/token_anchor")}
    annotated = max((end for token, (_, end) in spans.items() if token in marked), default=0)
    annotated = next((end for start, end in sentences if start < annotated <= end), annotated)
    created, gold = None, []
    for timex in root.iter("TIMEX3"):
        is_creation = timex.get("functionInDocument") == "CREATION_TIME"
        if is_creation:
            created = (timex.get("value") or "")[:10] or None
        places = sorted(spans[anchor.get("t_id", "")] for anchor in timex.iter("token_anchor"))
        value, kind = timex.get("value") or "", timex.get("type")
        is_bounded = bool(timex.get("beginPoint") or timex.get("endPoint"))
        if not places or (kind == "DURATION" and not is_bounded):
            continue
        is_neutral = is_creation or value in REFERENCES or value.startswith("P") or kind in ("DURATION", "SET")
        gold.append(Gold(places[0][0], places[-1][1], value, is_neutral))
    return Document(path.stem, text, tuple(sentences), annotated, created, tuple(gold))


def _text(root: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int]], list[tuple[int, int]]]:
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


def _compare(document: Document, times: Sequence[Time]) -> Counts:
    """One time may meet several gold expressions: "from 2009 to 2011" is one to us and two to TIMEX3."""
    times = [time for time in times if time.start < document.annotated]
    counts = Counts(gold=sum(not gold.is_neutral for gold in document.gold))
    met: set[Time] = set()
    for gold in document.gold:
        overlaps = [time for time in times if time.start < gold.end and gold.start < time.end]
        met.update(overlaps)
        if gold.is_neutral:
            continue
        if not overlaps:
            counts.mistakes.append(_mistake(document, "missed", gold, None))
            continue
        best = max(overlaps, key=lambda time: min(time.end, gold.end) - max(time.start, gold.start))
        counts.found += 1
        counts.relaxed += 1
        if _words(document.text[gold.start : gold.end]) == _words(best.text):
            counts.strict += 1
        else:
            counts.mistakes.append(_mistake(document, "span", gold, best))
        if same_value(gold.value, best, document.created):
            counts.right_value += 1
        else:
            counts.mistakes.append(_mistake(document, "value", gold, best))
    for time in times:
        if time not in met:
            counts.found += 1
            counts.mistakes.append(_mistake(document, "spurious", None, time))
    return counts


def _words(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    while words and words[0] in FUNCTION_WORDS:
        words.pop(0)
    return words


def _mistake(document: Document, kind: str, gold: Gold | None, time: Time | None) -> Mistake:
    start = gold.start if gold else time.start if time else 0
    around = document.text[max(0, start - 60) : start + 80].replace("\n", " ")
    wording = document.text[gold.start : gold.end] if gold else ""
    value = gold.value if gold else ""
    found, found_value = (time.text, time.edtf) if time else ("", None)
    return Mistake(document.name, kind, wording, value, found, found_value, around)


def _scores(counts: Sequence[Counts]) -> dict[str, float]:
    gold, found, relaxed, strict, value = (
        sum(getattr(count, name) for count in counts) for name in ("gold", "found", "relaxed", "strict", "right_value")
    )
    return {
        "relaxed_precision": _ratio(relaxed, found),
        "relaxed_recall": _ratio(relaxed, gold),
        "relaxed_f1": _ratio(2 * relaxed, found + gold),
        "strict_precision": _ratio(strict, found),
        "strict_recall": _ratio(strict, gold),
        "strict_f1": _ratio(2 * strict, found + gold),
        "value": _ratio(value, relaxed),
        "value_f1": _ratio(2 * value, found + gold),
    }


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
