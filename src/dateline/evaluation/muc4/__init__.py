"""MUC-4: incident templates made from claims, scored as in 1992.

Templates are filled by the task documentation (version 7) and scored by the scoring guidelines (version 7).
`all_slots_f1` compares to the row ALL TEMPLATES of the official score reports, which charges both for templates that
are missing and for those that are spurious. The key texts of optional templates and fillers count only when matched.
Fillers and templates are aligned by the assignment with the greatest total credit; a template may be aligned only with
one whose incident type matches at least partially and that shares a perpetrator or a target at least partially.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from dateline.codebook.codebook import load_codebook
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.muc4.read import Report, read_reports
from dateline.evaluation.muc4.score import Tallies, Tally, all_slots, score_report, total
from dateline.evaluation.muc4.templates import templates
from dateline.evaluation.result import Result
from dateline.model.coded import CodedStory
from dateline.model.ids import text_id
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.settings import SHIPPED, Settings


def muc4_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`all_slots_recall`, `all_slots_precision`, `all_slots_overgeneration`, `all_slots_f1`, the F of each slot by its
    official name, and recall and precision of the organisation-confidence slot; 95 % intervals over reports.

    How templates are aligned: within a report those of ours and of the key are paired one to one by the assignment
    with the greatest total credit over all slots, without a person's help. A pair is allowed only where the guidelines
    allow a content-based mapping: the incident type matches at least partially (ATTACK partially matches every other),
    and a perpetrator or a target at least partially. Fillers of a slot are paired in the same way. A template of the
    key without a partner counts as missing with all its fillers, unless it is optional; one of ours as spurious.
    `all_slots_f1` compares to the row ALL TEMPLATES of the official reports of 1992. Where a person judged mismatches
    then, rules stand here (strings by their head words), and the stricter reading is taken.
    """
    codebook = load_codebook(settings.codebook)
    reports = list(read_reports(path))
    tallies = [
        score_report(templates(coded, codebook), report.key)
        for report, coded in zip(reports, coded_reports(reports, settings), strict=True)
    ]
    scores = _scores(tallies)
    bounded = ("all_slots_f1", "confidence_recall", "confidence_precision")
    return Result(len(reports), scores, {name: interval(tallies, partial(_score, name)) for name in bounded})


def coded_reports(reports: Sequence[Report], settings: Settings) -> Iterator[CodedStory]:
    """The reports coded as stories without metadata: their dateline and date are read from the text."""
    return code((_story(report) for report in reports), settings)


def _story(report: Report) -> Story:
    identity = text_id(report.text)
    return Story(identity[:16], identity, report.id, None, None, None, None, None, None, None, None, report.text)


def _scores(tallies: Sequence[Tallies]) -> dict[str, float]:
    whole = total(all_slots(one) for one in tallies)
    confidence = _slot(tallies, "perp-org-conf")
    scores = {
        "all_slots_f1": whole.f1,
        "all_slots_recall": whole.recall,
        "all_slots_precision": whole.precision,
        "all_slots_overgeneration": whole.overgeneration,
        "confidence_recall": confidence.recall,
        "confidence_precision": confidence.precision,
    }
    return scores | {f"{slot}_f1": _slot(tallies, slot).f1 for slot in tallies[0]} if tallies else scores


def _slot(tallies: Sequence[Tallies], slot: str) -> Tally:
    return total(one[slot] for one in tallies)


def _score(name: str, tallies: Sequence[Tallies]) -> float:
    if name == "all_slots_f1":
        return total(all_slots(one) for one in tallies).f1
    confidence = _slot(tallies, "perp-org-conf")
    return confidence.recall if name == "confidence_recall" else confidence.precision
