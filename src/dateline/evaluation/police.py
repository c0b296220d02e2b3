"""Scores what police did, sentence by sentence, against the Indian police events (ACL Findings 2021)."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from dateline.codebook.codebook import load_codebook
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.result import Result
from dateline.model.claim import Claim, Status
from dateline.model.coded import CodedStory
from dateline.model.ids import text_id
from dateline.model.party import Kind
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.settings import SHIPPED, Settings

CLASSES = ("KILL", "ARREST", "FORCE", "FAIL", "ANY_ACTION")
HEADLINE = "Report"
_HAPPENED: frozenset[Status] = frozenset({"occurred", "ongoing", "background"})
# The state's armed hands; the gold counts the army and the border guards who stand in for police with them.
_POLICE: frozenset[Kind] = frozenset({"police", "military", "intelligence"})
_STATE: frozenset[Kind] = _POLICE | {"government"}
_FORCE_MODES = frozenset({"crowd-control", "firearms", "beat"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "SANCTION"})
Counts = Counter[str]


def police_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """For each class its F1 over sentences (`kill_f1`, `arrest_f1`, `force_f1`, ...) with intervals over documents.

    `path` has one JSON object a line with "doc_id", "sent_text" and "sent_labels". Each sentence is coded alone, as the
    body of a story without a date. A class holds when a claim that happened says so of police; see `classes_of`.
    """
    return police_result(police_documents(police_records(path), settings))


def police_documents(records: Iterable[dict[str, Any]], settings: Settings) -> list[Counts]:
    """What each document adds to the scores."""
    records = [record for record in records if record["sent_text"].strip()]
    stories = [police_story(record["sent_text"]) for record in records]
    documents: defaultdict[Any, Counts] = defaultdict(Counter)
    for record, coded in zip(records, code(stories, settings), strict=True):
        documents[record["doc_id"]].update(sentence_counts(classes_of(coded), record["sent_labels"]))
    return list(documents.values())


def police_result(counts: Sequence[Counts]) -> Result:
    """The scores of `police_scores` over documents."""
    names = [f"{name.lower()}_f1" for name in CLASSES]
    return Result(
        len(counts),
        {key: _f1(name, counts) for key, name in zip(names, CLASSES, strict=True)},
        {key: interval(counts, partial(_f1, name)) for key, name in zip(names, CLASSES, strict=True)},
    )


def police_records(path: Path) -> list[dict[str, Any]]:
    """The sentences of a file."""
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{path} is no file of one JSON object a line: {error}") from error


def police_story(sentence: str) -> Story:
    """A sentence as a story; letters of two bytes that were read as two letters of one byte are put right."""
    text = f"{HEADLINE}\n\n{mended(sentence).strip()}"
    identity = text_id(text)
    return Story(identity[:16], identity, "gold", None, None, None, None, None, None, None, "en", text)


def mended(text: str) -> str:
    """Undoes UTF-8 read as Windows-1252 where that can be undone."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def classes_of(coded: CodedStory) -> frozenset[str]:
    """The classes that a story's claims support.

    A killing that nobody is said to have done stands for one by police beside force by police in the same sentence:
    "two died when police fired".
    """
    found = {name for claim in coded.claims for name in _classes(claim)}
    unclaimed = (
        claim for claim in coded.claims if claim.status in _HAPPENED and not claim.actors and _is_killing(claim)
    )
    if "FORCE" in found and any(unclaimed):
        found.add("KILL")
    return frozenset(found)


def _classes(claim: Claim) -> Iterable[str]:
    """What one claim says of police.

    An arrest without a doer, or by the government, is one by police, and so are shots and the control of crowds without
    a doer; to be questioned is no arrest. What police are said not to have done is FAIL.
    """
    kinds = {party.kind for party in claim.actors}
    is_police = bool(kinds & _POLICE)
    if claim.status not in _HAPPENED:
        return ["FAIL"] if claim.status == "denied" and is_police else []
    found = []
    if _is_arrest(claim) and (kinds & _STATE or not kinds - {"other"}):
        found.append("ARREST")
    if _is_force(claim, is_police):
        found.append("FORCE")
        if is_police and _is_killing(claim):
            found.append("KILL")
    if found or (is_police and claim.event.plover in _DEEDS):
        found.append("ANY_ACTION")
    return found


def _is_arrest(claim: Claim) -> bool:
    return claim.event.mode == "arrest" and claim.event.label != "questioning"


def _is_force(claim: Claim, is_police: bool) -> bool:
    """Whatever assault by police but an operation, which may hurt nobody; without a doer crowd control and firing.

    "Two were hurt in the firing": where nobody else is said to have fired, police have.
    """
    if is_police:
        is_assault = claim.event.plover == "ASSAULT" and claim.event.label != "military operation"
        return is_assault or claim.event.mode in _FORCE_MODES
    return not claim.actors and (claim.event.mode == "crowd-control" or claim.event.label in {"shots fired", "firing"})


def _is_killing(claim: Claim) -> bool:
    return "killed" in _outcomes(claim)


def _outcomes(claim: Claim) -> frozenset[str]:
    """What the act and its figures say became of people."""
    stated = {figure.counts for figure in claim.figures if figure.high != 0}
    return _counted().get(claim.event.label, frozenset()) | stated


@cache
def _counted() -> dict[str, frozenset[str]]:
    """What each kind of act, by label, counts its targets as."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for predicate in load_codebook().predicates:
        found[predicate.event.label] |= {counts for _, counts in predicate.counts}
    return {label: frozenset(counts) for label, counts in found.items()}


def sentence_counts(found: Iterable[str], gold: Iterable[str]) -> Counts:
    """What one sentence adds: for each class whether it is right, found and in the gold."""
    ours, theirs = set(found), set(gold)
    counts: Counts = Counter()
    for name in CLASSES:
        counts[f"{name} right"] += name in ours and name in theirs
        counts[f"{name} found"] += name in ours
        counts[f"{name} gold"] += name in theirs
    return counts


def _f1(name: str, documents: Sequence[Counts]) -> float:
    right = sum(counts[f"{name} right"] for counts in documents)
    found = sum(counts[f"{name} found"] for counts in documents)
    gold = sum(counts[f"{name} gold"] for counts in documents)
    return 2 * right / max(1, found + gold)
