"""Scores what status says of any predicate, whatever it means, against readers' judgements whether it happened."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from dateline.codebook.codebook import Codebook, load_codebook
from dateline.codebook.predicates import Predicate
from dateline.coding.candidate import Candidate
from dateline.coding.stage import scored
from dateline.coding.status.learned import statuses_of, weighed
from dateline.coding.status.verdict import Verdict, status_of
from dateline.coding.syntax.homes import clause_of
from dateline.coding.times import time_of
from dateline.encoder.scores import Scores
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.result import Result
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.model.claim import EventType, Status
from dateline.model.ids import story_id, text_id
from dateline.model.reading import Reading
from dateline.model.story import Story
from dateline.pipeline import open_encoder
from dateline.reading.stage import read
from dateline.settings import SHIPPED, Settings

# What happened before the news has happened, and so has what is still going on.
HAPPENED: frozenset[Status] = frozenset({"occurred", "ongoing", "background"})
HEADLINE = "Report"
Document = tuple[str, Story, list["Marked"]]
_NEUTRAL = Predicate("", (frozenset(),), 0, "v", EventType("ASSAULT", None, None, "any predicate"), "none", (), (), ())


@dataclass(frozen=True, slots=True)
class Marked:
    """A predicate that readers judged: its words at [start, end) of the text, and whether it happened."""

    start: int
    end: int
    happened: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A marked predicate with our verdict, for looking at mistakes."""

    document: str
    words: str
    around: str
    happened: bool
    verdict: Verdict

    @property
    def says_happened(self) -> bool:
        """Whether status counts the predicate as happened."""
        return self.verdict.status in HAPPENED


def factuality_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`occurred_precision` and `occurred_recall` of UDS-IH2 (JSON lines): a label above 0 means that it happened.

    Each sentence is read alone. Intervals are over the sentences.
    """
    return _result(list(judge(list(uds_documents(path)), settings)))


def factuality_meantime_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """The same of MEANTIME (a folder of CAT XML files): certain, positive and not in the future means that it happened.

    Mentions without certainty, polarity or time, or underspecified in one of them, are left out.
    """
    return _result(list(judge(list(meantime_documents(path)), settings)))


def uds_documents(path: Path) -> Iterator[Document]:
    """The sentences of a UDS-IH2 file as stories, with their marked predicates."""
    try:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{path} is no file of one JSON object a line: {error}") from error
    for record in records:
        yield _uds_document(record)


def meantime_documents(path: Path) -> Iterator[Document]:
    """The texts of a folder of CAT XML files as stories, with their marked predicates."""
    for file in sorted(path.rglob("*.xml")):
        yield _meantime_document(file)


def judge(documents: Sequence[Document], settings: Settings) -> Iterator[list[Judged]]:
    """For each document our verdict on each marked predicate that reading left in the text."""
    codebook = load_codebook(settings.codebook)
    gazetteer = open_gazetteer(settings.codebook, settings.gazetteer)
    readings = scored(read((story for _, story, _ in documents), codebook, gazetteer), open_encoder(settings))
    for (name, story, marked), (reading, scores) in zip(documents, readings, strict=True):
        found = []
        for mark in marked:
            candidate = neutral_candidate(reading, mark)
            if candidate is not None:
                words = story.text[mark.start : mark.end]
                sentence = reading.sentences[reading.tokens[candidate.head].sentence]
                around = " ".join(story.text[sentence.start : sentence.end].split())
                verdict = _verdict(reading, candidate, codebook, scores)
                found.append(Judged(name, words, around, mark.happened, verdict))
        yield found


def neutral_candidate(reading: Reading, mark: Marked) -> Candidate | None:
    """A candidate for the marked words that means nothing; its head is the word that governs the others."""
    tokens = [token for token in reading.within(mark.start, mark.end) if token.part_of_speech != "SPACE"]
    if not tokens:
        return None
    inside = {token.index for token in tokens}
    head = next((token.index for token in tokens if token.head not in inside or token.head == token.index), None)
    if head is None:
        return None
    return Candidate(_NEUTRAL, head, tokens[0].index, tokens[-1].index, clause_of(reading, head).voice, ())


def _verdict(reading: Reading, candidate: Candidate, codebook: Codebook, scores: Scores | None) -> Verdict:
    time = time_of(reading, candidate, codebook.light_verbs)
    verdict = status_of(reading, candidate, codebook.status_cues, codebook.light_verbs, time)
    return weighed(verdict, statuses_of(reading, candidate, scores, codebook.status_cues))


def _uds_document(record: dict[str, Any]) -> Document:
    words = record["text"].split()
    text = f"{HEADLINE}\n\n"
    starts = []
    for word in words:
        text += "" if text.endswith("\n") else " "
        starts.append(len(text))
        text += word
    marked = [
        Marked(starts[first], starts[last - 1] + len(words[last - 1]), target["label"] > 0)
        for target in record["targets"]
        for first, last in [target["span1"]]
    ]
    return str(record["idx"]), _story(text, None), marked


def _meantime_document(file: Path) -> Document:
    """A CAT file, its sentences as paragraphs of the story."""
    root = ElementTree.parse(file).getroot()
    text, sentence = "", None
    spans: dict[str, tuple[int, int]] = {}
    for token in root.iter("token"):
        if token.get("sentence") != sentence:
            text += "\n\n" if text else ""
            sentence = token.get("sentence")
        elif text:
            text += " "
        spans[token.get("t_id", "")] = len(text), len(text) + len(token.text or "")
        text += token.text or ""
    created = next(
        (t.get("value", "")[:10] for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), None
    )
    marked = []
    for mention in root.iter("EVENT_MENTION"):
        places = sorted(spans[anchor.get("t_id", "")] for anchor in mention.iter("token_anchor"))
        happened = _meantime_happened(mention)
        if places and happened is not None:
            marked.append(Marked(places[0][0], places[-1][1], happened))
    return file.stem, _story(text, created or None), marked


def _meantime_happened(mention: ElementTree.Element) -> bool | None:
    values = [mention.get(name) or "" for name in ("certainty", "polarity", "time")]
    if "" in values or values[1:].count("UNDERSPECIFIED"):
        return None
    is_conditional = (mention.get("special_cases") or "").startswith("COND")
    return values == ["CERTAIN", "POS", "NON_FUTURE"] and not is_conditional


def _story(text: str, published: str | None) -> Story:
    identity = text_id(text)
    return Story(
        story_id(identity, "gold", published),
        identity,
        "gold",
        None,
        None,
        None,
        None,
        None,
        published,
        None,
        "en",
        text,
    )


def _result(documents: Sequence[Sequence[Judged]]) -> Result:
    counts = [
        (
            sum(one.says_happened and one.happened for one in document),
            sum(one.says_happened for one in document),
            sum(one.happened for one in document),
        )
        for document in documents
    ]
    return Result(
        sum(len(document) for document in documents),
        {"occurred_precision": _precision(counts), "occurred_recall": _recall(counts)},
        {"occurred_precision": interval(counts, _precision), "occurred_recall": interval(counts, _recall)},
    )


def _precision(counts: Sequence[tuple[int, int, int]]) -> float:
    return sum(right for right, _, _ in counts) / max(1, sum(said for _, said, _ in counts))


def _recall(counts: Sequence[tuple[int, int, int]]) -> float:
    return sum(right for right, _, _ in counts) / max(1, sum(gold for _, _, gold in counts))
