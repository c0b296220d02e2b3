"""Scores time expressions against TIMEX3 gold: found or not, and read rightly or not."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from dateline.codebook.codebook import Codebook, load_codebook
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.timex_readers import REFERENCES, Document, Gold, read_documents
from dateline.model.ids import story_id, text_id
from dateline.model.story import Story
from dateline.model.time import Time
from dateline.reading.aligned import Aligned
from dateline.reading.dates import resolve_times
from dateline.reading.parse import Block, parse
from dateline.reading.repair import repair
from dateline.settings import SHIPPED, Settings

FUNCTION_WORDS = frozenset({
    "since", "until", "till", "by", "before", "after", "from", "between", "in", "on", "at", "of", "the", "during",
    "over", "about", "around", "up", "to", "as", "through",
})  # fmt: skip
SEASONS = {"SP": 21, "SU": 22, "FA": 23, "AU": 23, "WI": 24}
NO_VALUE = re.compile(r"X{4}|[XY]+(-[XY]+)*$")


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


def timex_scores(
    gold: Path, settings: Settings = SHIPPED
) -> tuple[int, dict[str, float], dict[str, tuple[float, float]]]:
    """The number of documents of a folder, the scores, and their 95 % bootstrap intervals.

    The folder holds CAT XML (MEANTIME) or TimeML (TempEval-3). DATE and TIME expressions in the annotated part count.
    Neutral are the creation time, references without a value (PAST_REF and its like), those with a duration for a
    value, and durations with a begin or end point ("the past four days"), which are intervals to us.
    `relaxed_*` asks for an overlap, `strict_*` for the same words once prepositions and articles at the front are
    left off; `value` is the share of found expressions whose value is right, `value_f1` asks for both. A value is
    right when our EDTF equals it: weeks and weekends are their days, quarters their months, seasons EDTF's, times
    their day; of "since April" the beginning and of "until April" the end is compared, of "after April" what it comes
    after; what is approximate ("early July") need only lie in the gold's period, which carries such words in another
    attribute. A value without a date (XXXX-XX-XX) asks that we name none either.
    """
    codebook = load_codebook()
    counts = [count_document(document, codebook) for document in read_documents(gold)]
    if not counts:
        raise UnreadableError(f"{gold} holds no TIMEX3: neither CAT XML (.xml) nor TimeML (.tml)")
    scores = _scores(counts)
    intervals = {name: interval(counts, partial(_score, name=name)) for name in scores}
    return len(counts), scores, intervals


def count_document(document: Document, codebook: Codebook) -> Counts:
    """What the resolver finds in a document, against the gold."""
    story = Story(
        story_id(text_id(document.text), None, document.created), text_id(document.text), document.name, None, None,
        None, None, None, document.created, None, "en", document.text,
    )  # fmt: skip
    blocks = [
        Block(part, number, start, end, Aligned.of(document.text, start, end))
        for number, (part, start, end) in enumerate(document.blocks)
    ]
    sentences, tokens = parse(document.text, blocks, codebook.layout.words)
    return _compare(document, resolve_times(story, sentences, repair(tokens, codebook.lemmas), codebook.calendar))


def same_value(gold: str, time: Time, created: str | None) -> bool:
    """Whether a resolved time has the TIMEX3 value, as `timex_scores` says."""
    if gold in REFERENCES:
        return time.edtf in {"PAST_REF": (f"../{created}",), "FUTURE_REF": (f"{created}/..",)}.get(gold, (created,))
    edtf = (time.edtf or "..").replace("~", "")
    first, _, last = edtf.partition("/")
    # The ends that are named: of a night its first day, of a range of two gold expressions either.
    ends = {"after": {first}, "before": {last}}.get(time.precision, {first, last or first})
    if NO_VALUE.match(gold):
        return ends == {".."}
    wanted = edtf_of_value(gold)
    if wanted is None:
        return False
    if wanted in {edtf, *ends} or _borders(wanted, time):
        return True
    return time.edtf is not None and "~" in time.edtf and all(end.startswith(wanted.rstrip("X")) for end in ends)


def _borders(wanted: str, time: Time) -> bool:
    """Whether what "after October 2010" or "before 20 June" names ends or begins where the time begins or ends."""
    if time.precision == "after" and time.earliest and time.text.lower().startswith(("after", "following")):
        border, step = time.earliest, -1
    elif time.precision == "before" and time.latest and time.text.lower().startswith(("before", "prior", "ahead")):
        border, step = time.latest, 1
    else:
        return False
    named = (date.fromisoformat(border) + timedelta(days=step)).isoformat()
    return named.startswith(wanted) and not border.startswith(wanted)


def edtf_of_value(value: str) -> str | None:
    """A TIMEX3 value as EDTF: 2009-W20 is 2009-05-11/2009-05-17, 2009-Q3 2009-07/2009-09, 199 is 199X; None if odd."""
    value = re.sub(r"(-XX)+$", "", value.split("T")[0])
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        except ValueError:  # a 53rd week that the year has not
            return None
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


def _score(counts: Sequence[Counts], name: str) -> float:
    return _scores(counts)[name]


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
