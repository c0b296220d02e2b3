"""Fits the confidence of claims on the own sentences that training leaves out: `python -m training.calibrate`.

Each held-out sentence is coded as a story, with names drawn anew. A claim is right when its trigger
shares a word with a labelled event of the same status. A logistic curve (Platt 1999) is fitted over the log-odds
of the confidence that claims have. Most items were written to be hard, and more is right in news: the curve keeps its
slope and is moved to the share of right claims in the items written as news runs (Saerens et al. 2002 move the odds in
the same way). What is stated and drawn is of those items, in five folds, each by the curve of the others.
"""

import argparse
import json
from math import exp, log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.encoder.encoder import DIRECTORY
from dateline.model.claim import Claim
from dateline.model.ids import text_id
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.settings import Settings
from training.measure import HELD_OUT_SEED, calibration_error
from training.sentences import NONE, Sentence, parted, read

Floats = NDArray[np.float64]
OPENING = "Report\n\n"
FOLDS = 5
PLAIN = "plain_news:"  # the group of an item that was written as news runs begins so
STEPS = 60


def story_of(sentence: Sentence) -> Story:
    """A sentence as the body of a story without date and outlet."""
    text = OPENING + sentence.text
    identity = text_id(text)
    return Story(identity[:16], identity, "own", None, None, None, None, None, None, None, "en", text)


def is_right(claim: Claim, sentence: Sentence) -> bool:
    """Whether a claim is one of the labelled events, with its status."""
    start, end = claim.trigger.start - len(OPENING), claim.trigger.end - len(OPENING)
    return any(
        one.start < end and start < one.end and one.kind != NONE and one.status == claim.status
        for one in sentence.triggers
    )


def observed(model: Path) -> list[tuple[float, bool, str]]:
    """(confidence, right, group of the sentence) of all claims of the held-out sentences."""
    held = parted(read(HELD_OUT_SEED))[1]
    settings = Settings(model=model)
    return [
        (claim.confidence, is_right(claim, sentence), sentence.group)
        for sentence, coded in zip(held, code(map(story_of, held), settings), strict=True)
        for claim in coded.claims
    ]


def fitted(confidences: Floats, right: Floats) -> tuple[float, float]:
    """(slope, offset) of the likeliest logistic curve over the log-odds of the confidences.

    Newton's method, half a step at a time and drawn a little to the curve that changes nothing: confidences near 0 and
    1 would throw whole steps off.
    """
    rows = np.stack([_log_odds(confidences), np.ones_like(confidences)], axis=1)
    weights = np.array([1.0, 0.0])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-rows @ weights))
        slopes = rows.T @ (right - chances) - (weights - [1.0, 0.0])
        curvature = (rows * (chances * (1 - chances))[:, None]).T @ rows + np.eye(2)
        weights = weights + 0.5 * np.linalg.solve(curvature, slopes)
    return float(weights[0]), float(weights[1])


def moved(slope: float, confidences: Floats, right: Floats) -> float:
    """The offset with which the curve's mean over these claims is the share of them that is right."""
    low, high = -10.0, 10.0
    for _ in range(STEPS):
        offset = (low + high) / 2
        low, high = (offset, high) if calibrated(confidences, (slope, offset)).mean() < right.mean() else (low, offset)
    return offset


def calibrated(confidences: Floats, curve: tuple[float, float]) -> Floats:
    """The confidences on a curve."""
    found: Floats = 1 / (1 + np.exp(-(curve[0] * _log_odds(confidences) + curve[1])))
    return found


def _log_odds(chances: Floats) -> Floats:
    kept = np.clip(chances, 0.002, 0.998)
    found: Floats = np.log(kept / (1 - kept))
    return found


def main() -> None:
    """Fit, print, and write the settings of the model and the plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=DIRECTORY, help="the folder of the model, whose settings change")
    parser.add_argument("--settings", type=Path, help="keep the fitted numbers in this file too (JSON)")
    parser.add_argument("--plot", type=Path, help="draw the reliability of confidence (SVG)")
    arguments = parser.parse_args()
    card = json.loads((arguments.model / "model.json").read_text(encoding="utf-8"))
    seen = observed(arguments.model)
    before = card["settings"].get("slope", 1.0), card["settings"].get("offset", 0.0)
    # What the claims have went through the curve of the settings already: take it off.
    raw = np.array([_unmoved(confidence, before) for confidence, _, _ in seen])
    right = np.array([float(ok) for _, ok, _ in seen])
    groups = np.array([sorted({group for _, _, group in seen}).index(group) for _, _, group in seen])
    plain = np.array([group.startswith(PLAIN) for _, _, group in seen])
    folded = np.zeros_like(raw)
    for fold in range(FOLDS):
        inside = groups % FOLDS == fold
        folded[inside] = calibrated(raw[inside], curve_of(raw[~inside], right[~inside], plain[~inside]))
    slope, offset = curve_of(raw, right, plain)
    folded, stated = folded[plain], right[plain]
    rows = [("right" if ok else "wrong", "right", chance) for ok, chance in zip(stated, folded, strict=True)]
    print(f"{len(seen)} claims, {right.mean():.3f} right, of {len(stated)} plain ones {stated.mean():.3f}")
    print(f"slope {slope:.3f}, offset {offset:.3f}")
    print(f"expected calibration error of the plain ones {calibration_error(rows, 5):.3f} in five folds")
    card["settings"] |= {"slope": round(slope, 3), "offset": round(offset, 3)}
    text = json.dumps(card, indent=1, sort_keys=True) + "\n"
    (arguments.model / "model.json").write_text(text, encoding="utf-8")
    if arguments.settings:
        settings = json.dumps(card["settings"], indent=1, sort_keys=True) + "\n"
        arguments.settings.write_text(settings, encoding="utf-8")
    if arguments.plot:
        arguments.plot.write_text(drawn(folded, stated), encoding="utf-8")


def curve_of(confidences: Floats, right: Floats, plain: NDArray[np.bool_]) -> tuple[float, float]:
    """(slope, offset): the slope of all claims, the offset of the plain ones."""
    slope, _ = fitted(confidences, right)
    return slope, moved(slope, confidences[plain], right[plain])


def _unmoved(confidence: float, curve: tuple[float, float]) -> float:
    kept = min(max(confidence, 0.005), 0.995)
    return 1 / (1 + exp(-(log(kept / (1 - kept)) - curve[1]) / curve[0]))


def drawn(confidences: Floats, right: Floats, bins: int = 10, side: int = 360) -> str:
    """A reliability diagram: the share of right claims over their confidence, each point as large as its claims."""
    margin, points = 48, []
    for number in range(bins):
        inside = (confidences > number / bins) & (confidences <= (number + 1) / bins)
        if inside.sum() >= 5:
            across = margin + side * confidences[inside].mean()
            up = margin + side * (1 - right[inside].mean())
            radius = 3 + 14 * (inside.sum() / len(right)) ** 0.5
            points.append(
                f'<circle cx="{across:.0f}" cy="{up:.0f}" r="{radius:.1f}" fill="#2b6cb0" fill-opacity="0.75"/>'
                f'<text x="{across + radius + 4:.0f}" y="{up + 12:.0f}" font-size="10">{inside.sum()}</text>'
            )
    ticks = [
        f'<text x="{margin + side * share:.0f}" y="{margin + side + 16}" font-size="11" text-anchor="middle">'
        f'{share:.1f}</text><text x="{margin - 6}" y="{margin + side * (1 - share) + 4:.0f}" font-size="11" '
        f'text-anchor="end">{share:.1f}</text>'
        for share in (0, 0.2, 0.4, 0.6, 0.8, 1)
    ]
    whole, end = side + 2 * margin, margin + side
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{whole}" font-family="sans-serif">',
            f'<rect width="{whole}" height="{whole}" fill="white"/>',
            f'<rect x="{margin}" y="{margin}" width="{side}" height="{side}" fill="none" stroke="#444"/>',
            f'<path d="M{margin} {end} L{end} {margin}" stroke="#999" stroke-dasharray="4 4"/>',
            *ticks,
            *points,
            f'<text x="{margin + side / 2}" y="{whole - 10}" font-size="13" text-anchor="middle">confidence</text>',
            f'<text x="14" y="{margin + side / 2}" font-size="13" text-anchor="middle" '
            f'transform="rotate(-90 14 {margin + side / 2})">share of claims that are right</text>',
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    main()
