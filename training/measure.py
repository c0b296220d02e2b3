"""Measures the heads on the own sentences that training leaves out: `python -m training.measure --model DIR`.

What ships is measured, the quantized file as the package reads it. `dateline bench` measures the whole program.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.encoder.encoder import DIRECTORY, Encoder, Text
from dateline.encoder.labels import NONE
from dateline.encoder.scores import Scores
from training.sentences import SEED, Sentence, parted, read

HELD_OUT_SEED = SEED + 100  # the names of the slots are drawn anew


def scored(encoder: Encoder) -> Iterator[tuple[Sentence, Scores]]:
    """The held-out sentences, each read alone, with their scores."""
    held = parted(read(HELD_OUT_SEED))[1]
    for one in held:
        yield one, encoder.read(Text(one.text, ((0, len(one.text)),), (0,)))


def main() -> None:
    """Print accuracies of kind, status and news, what is confused most, and the calibration of each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=DIRECTORY, help="the folder of the model")
    encoder = Encoder(parser.parse_args().model, threads=2)
    tables: dict[str, list[tuple[str, str, float]]] = {"kind": [], "status": [], "news": []}
    for sentence, scores in scored(encoder):
        whole = (0, len(sentence.text))
        for trigger in sentence.triggers:
            span = [(trigger.start, trigger.end)]
            kinds = scores.kinds(span, [], [], whole)
            if kinds is None:
                continue
            best = max(kinds, key=lambda kind: kinds[kind])
            tables["kind"].append((trigger.kind, best, kinds[best]))
            statuses = scores.statuses(span, whole)
            if statuses is not None and trigger.status is not None:
                best = max(statuses, key=lambda status: statuses[status])
                tables["status"].append((trigger.status, best, statuses[best]))
        news = scores.news(whole)
        kinds_here = {trigger.kind for trigger in sentence.triggers}
        if news is not None and (kinds_here - {NONE} or not sentence.is_news):
            gold = "news" if kinds_here - {NONE} else "none"
            tables["news"].append((gold, "news" if news > 0.5 else "none", max(news, 1 - news)))
    for name, rows in tables.items():
        right = sum(gold == found for gold, found, _ in rows) / max(1, len(rows))
        confused = Counter(f"{gold} as {found}" for gold, found, _ in rows if gold != found)
        print(f"{name}: {right:.3f} right of {len(rows)}; calibration error {calibration_error(rows):.3f}")
        print("  " + ", ".join(f"{pair} {count}" for pair, count in confused.most_common(12)))
    looks = [(gold == NONE, found == NONE) for gold, found, _ in tables["kind"]]
    hits = sum(gold and found for gold, found in looks)
    print(
        f"none: precision {hits / max(1, sum(found for _, found in looks)):.3f}, "
        f"recall {hits / max(1, sum(gold for gold, _ in looks)):.3f}"
    )


def calibration_error(rows: list[tuple[str, str, float]], bins: int = 10) -> float:
    """The expected calibration error: how far confidence is from accuracy, over bins of equal width (Naeini 2015)."""
    error = 0.0
    for number in range(bins):
        inside = [row for row in rows if number / bins < row[2] <= (number + 1) / bins]
        if inside:
            accuracy = sum(gold == found for gold, found, _ in inside) / len(inside)
            confidence = sum(row[2] for row in inside) / len(inside)
            error += len(inside) / len(rows) * abs(accuracy - confidence)
    return error


if __name__ == "__main__":
    main()
