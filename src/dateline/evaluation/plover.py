"""Event types of single sentences: the PLOVER gold standard records, and sentences with a given pair of parties."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.evaluation.bootstrap import interval
from dateline.evaluation.result import Result
from dateline.model.claim import Claim, Plover
from dateline.model.coded import CodedStory
from dateline.model.ids import text_id
from dateline.model.party import Party
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.settings import SHIPPED, Settings

# The older scheme of the gold standard records, read as its notes say.
_ACCEPTED: dict[str, frozenset[str]] = {
    "DEMAND": frozenset({"REQUEST"}),
    "DISAPPROVE": frozenset({"ACCUSE"}),
    "INVESTIGATE": frozenset({"ACCUSE"}),
    "FIGHT": frozenset({"ASSAULT"}),
}
_EITHER = (
    (r"withdr|pull|cease|truce|halt|retreat|armistice", frozenset({"AGREE", "CONCEDE"})),
    (r"kidnap|abduct|hostage|seiz|blow|blew|bomb|destroy|captur|explo", frozenset({"COERCE", "ASSAULT"})),
    (r"expel|driv|drove|deport|evict|forced", frozenset({"SANCTION", "COERCE"})),
)
_FUTURE: dict[Plover, Plover] = {
    "CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "AGREE",
    "CONCEDE": "AGREE", "PROTEST": "THREATEN", "SANCTION": "THREATEN", "COERCE": "THREATEN", "ASSAULT": "THREATEN",
}  # fmt: skip


def plover_gsr_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`type_right`: the share of sentences whose claim for the gold's source and target has an accepted type.

    A sentence without a claim is wrong. The gold's event words are not looked at to choose the claim.
    """
    records = [r for r in json.loads(path.read_text(encoding="utf-8")) if r.get("text") and r["event"] != "DOCUMENT"]
    right: list[float] = []
    found: list[float] = []
    for record, coded in zip(records, _coded([record["text"] for record in records], settings), strict=True):
        claim = claim_for(coded, _names(record.get("source")), _names(record.get("target")))
        right.append(float(claim is not None and plover_type(claim) in _accepted(record)))
        found.append(float(claim is not None))
    return Result(
        len(right), {"type_right": _mean(right), "coded": _mean(found)}, {"type_right": interval(right, _mean)}
    )


def plv_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`root_f1`, micro over sentences, and `root_macro_f1`, the mean over types, of the claim of the given pair.

    YIELD stands for CONCEDE and RETREAT. A sentence without a claim lowers recall and not precision.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return plv_result(plv_outcomes(list(csv.DictReader(file, delimiter="\t")), settings))


def plv_outcomes(rows: Sequence[dict[str, str]], settings: Settings) -> list[tuple[str, str | None]]:
    """For each row of PLV its root type and ours, None without a claim."""
    coded = _coded([row["sentence"] for row in rows], settings)
    claims = (claim_for(story, [row["source"]], [row["target"]]) for row, story in zip(rows, coded, strict=True))
    return [
        (row["gold_root"], None if claim is None else _root(claim)) for row, claim in zip(rows, claims, strict=True)
    ]


def plv_result(outcomes: Sequence[tuple[str, str | None]]) -> Result:
    """The scores of `plv_scores` over outcomes."""
    return Result(
        len(outcomes),
        {
            "root_f1": _micro(outcomes),
            "root_macro_f1": _macro(outcomes),
            "coded": _mean([p is not None for _, p in outcomes]),
        },
        {"root_f1": interval(outcomes, _micro), "root_macro_f1": interval(outcomes, _macro)},
    )


def claim_for(coded: CodedStory, sources: Sequence[str], targets: Sequence[str]) -> Claim | None:
    """The claim that tells what the source did to the target: most parties in place, then the earliest."""
    ranked = [
        (
            -3 * _overlaps(claim.actors, sources) - 2 * _overlaps(claim.targets, targets)
            - _overlaps(claim.targets, sources) - _overlaps(claim.actors, targets),
            claim.trigger.start,
            number,
        )
        for number, claim in enumerate(coded.claims)
    ]  # fmt: skip
    return coded.claims[min(ranked)[2]] if ranked else None


def plover_type(claim: Claim) -> Plover:
    """The type PLOVER gives a claim: cooperation that lies in the future is AGREE, conflict in the future THREATEN."""
    if claim.status == "planned" and claim.event.plover in _FUTURE:
        return _FUTURE[claim.event.plover]
    return claim.event.plover


def _overlaps(parties: Sequence[Party], names: Sequence[str]) -> bool:
    words = {word for name in names for word in _words(name)}
    return any(words & _words(f"{party.text} {party.name}") for party in parties)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 2 and word not in {"the", "and", "its"}}


def _coded(sentences: Sequence[str], settings: Settings) -> Iterator[CodedStory]:
    """The sentences coded as the body of stories without date or outlet."""
    return code((_story(sentence) for sentence in sentences), settings)


def _story(sentence: str) -> Story:
    text = f"Report\n\n{sentence}"
    identity = text_id(text)
    return Story(identity[:16], identity, "gold", None, None, None, None, None, None, None, "en", text)


def _names(actors: Any) -> list[str]:
    return [actor["actorText"] for actor in actors or [] if isinstance(actor, dict)]


def _accepted(record: dict[str, Any]) -> frozenset[str]:
    event = record["event"]
    accepted = _ACCEPTED.get(event, frozenset({event}))
    words = str(record.get("eventText") or "").lower()
    for pattern, types in _EITHER:
        if event in types and re.search(pattern, words):
            accepted |= types
    return accepted


def _root(claim: Claim) -> str:
    kind = plover_type(claim)
    return "YIELD" if kind in {"CONCEDE", "RETREAT"} else kind


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))


def _micro(outcomes: Sequence[tuple[str, str | None]]) -> float:
    right = sum(gold == predicted for gold, predicted in outcomes)
    given = sum(predicted is not None for _, predicted in outcomes)
    return 2 * right / max(1, given + len(outcomes))


def _macro(outcomes: Sequence[tuple[str, str | None]]) -> float:
    right = Counter(gold for gold, predicted in outcomes if gold == predicted)
    golds = Counter(gold for gold, _ in outcomes)
    given = Counter(predicted for _, predicted in outcomes)
    return _mean([2 * right[kind] / (golds[kind] + given[kind]) for kind in golds])
