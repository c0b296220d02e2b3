"""Training examples out of the shared gold sets and the own sentences. Only the training half of each set is read."""

import csv
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from dateline.encoder.labels import ATTRIBUTION, KINDS, STATUSES, TOKEN_LABELS, TYPES
from dateline.encoder.windows import windows
from training.examples import Candidate, Example, Pieces, Span, column, mask
from training.sentences import FOLDS, NONE, Sentence

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
ALONE = 0.6  # of the draws of own sentences, those that take one sentence
HAPPENED_SLOPE = 1.2  # of the logistic curve that makes UDS's -3 to 3 a probability


def records(path: Path) -> list[dict[str, Any]]:
    """The objects of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def cut(tokenizer: Tokenizer, text: str) -> Iterator[tuple[list[int], list[Span]]]:
    """The windows of a text as ids and offsets, paragraphs parted by empty lines."""
    pieces = Pieces(tokenizer, text)
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    sentences = sorted([start for start, _ in paragraphs] + [match.end() for match in _SENTENCE.finditer(text)])
    for first, behind in windows(pieces.offsets, paragraphs, sentences):
        yield pieces.window(first, behind)


def blank(pieces: int) -> Any:
    """Token labels of which none is known."""
    return np.full((pieces, len(TOKEN_LABELS)), np.nan, dtype=np.float32)


def attribution(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """PolNeAR's articles (LREC 2018): sources, cues and contents."""
    found = []
    for record in records(path):
        spans = {
            part: [tuple(span) for one in record["attributions"] for span in one.get(part) or []]
            for part in ATTRIBUTION
        }
        for ids, offsets in cut(tokenizer, record["text"]):
            tokens = blank(len(ids))
            for part in ATTRIBUTION:
                tokens[:, column(part)] = mask(offsets, spans[part])
            found.append(Example("polnear", ids, tokens, group=str(record["id"])))
    return found


def factuality(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """UDS-IH2: readers' judgements whether each predicate happened."""
    found = []
    for record in records(path):
        words = record["text"].split()
        starts, at = [], 0
        for word in words:
            starts.append(at)
            at += len(word) + 1
        ids, offsets = _whole(tokenizer, " ".join(words))
        everything = mask(offsets, [(0, at)])
        candidates = []
        for target in record["targets"]:
            first, last = target["span1"]
            trigger = mask(offsets, [(starts[first], starts[last - 1] + len(words[last - 1]))])
            if trigger.any():
                happened = 1 / (1 + np.exp(-HAPPENED_SLOPE * target["label"]))
                candidates.append(Candidate(_masks(trigger, everything), happened=float(happened)))
        if candidates:
            found.append(Example("uds", ids, candidates=candidates))
    return found


def pairs(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """PLV: the type of what one party does to another. YIELD stands for CONCEDE and RETREAT and is kind -1."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        text, spans = unmarked(row["marked_sentence"])
        ids, offsets = _whole(tokenizer, text)
        masks = np.stack(
            [
                np.zeros(len(ids), np.float32),
                mask(offsets, spans.get("s", [])),
                mask(offsets, spans.get("t", [])),
                mask(offsets, [(0, len(text))]),
            ]
        )
        kind = -1 if row["gold_root"] == "YIELD" else KINDS.index(row["gold_root"])
        whole = {} if kind < 0 else {column(row["gold_root"]): 1.0}
        found.append(Example("plv", ids, candidates=[Candidate(masks, kind)], whole=whole, group=row["sentence_id"]))
    return found


def unmarked(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """A sentence of PLV without its marks, and the spans of its source ("s") and target ("t")."""
    text, spans, opened = "", {}, 0
    for piece in re.split(r"(</?[st]>)", marked):
        if piece in {"<s>", "<t>"}:
            opened = len(text)
        elif piece in {"</s>", "</t>"}:
            spans[piece[2]] = [(opened, len(text))]
        else:
            text += piece
    return text, spans


def own(sentences: Iterable[Sentence], tokenizer: Tokenizer, chance: random.Random) -> list[Example]:
    """The project's own sentences: triggers with type and status, attribution, and whether it is news of conflict.

    Half of them are read alone, half with up to four others around them, as they would be in a story.
    """
    sentences = list(sentences)
    chance.shuffle(sentences)
    found: list[Example] = []
    while sentences:
        number = 1 if chance.random() < ALONE else chance.randint(2, 5)
        found.append(_own(sentences[:number], tokenizer))
        sentences = sentences[number:]
    return found


def _own(sentences: Sequence[Sentence], tokenizer: Tokenizer) -> Example:
    text, starts = "", []
    for sentence in sentences:
        text += "\n\n" if text else ""
        starts.append(len(text))
        text += sentence.text
    ids, offsets = _whole(tokenizer, text)
    tokens = blank(len(ids))
    placed = list(zip(starts, sentences, strict=True))
    for part in ATTRIBUTION:
        spans = [(at + first, at + last) for at, one in placed for first, last in one.parts[part]]
        tokens[:, column(part)] = mask(offsets, spans)
    for kind in TYPES:
        spans = [(at + one.start, at + one.end) for at, each in placed for one in each.triggers if one.kind == kind]
        tokens[:, column(kind)] = mask(offsets, spans)
    candidates, news = [], []
    for at, sentence in placed:
        everything = mask(offsets, [(at, at + len(sentence.text))])
        for one in sentence.triggers:
            trigger = mask(offsets, [(at + one.start, at + one.end)])
            if trigger.any():
                status = None if one.status is None else STATUSES.index(one.status)
                candidates.append(Candidate(_masks(trigger, everything), KINDS.index(one.kind), status))
        meant = {one.status for one in sentence.triggers if one.kind != NONE}
        if everything.any() and (meant - {"background"} if meant else not sentence.is_news):
            news.append((everything, float(bool(meant))))
    return Example("own", ids, tokens, candidates, news=news, group=sentences[0].group)


def _whole(tokenizer: Tokenizer, text: str, longest: int = 250) -> tuple[list[int], list[Span]]:
    """A text as one window, cut behind `longest` pieces."""
    pieces = Pieces(tokenizer, text)
    return pieces.window(0, min(longest, len(pieces.ids)))


def _masks(trigger: Any, sentence: Any) -> Any:
    return np.stack([trigger, np.zeros_like(trigger), np.zeros_like(trigger), sentence])


def folds(examples: Sequence[Example], number: int, of: int = FOLDS) -> tuple[list[Example], list[Example]]:
    """(training, test): the examples of every `of`-th group are the test."""
    groups = {group: place for place, group in enumerate(sorted({example.group for example in examples}))}
    test = [example for example in examples if groups[example.group] % of == number]
    return [example for example in examples if groups[example.group] % of != number], test
