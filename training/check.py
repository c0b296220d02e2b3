"""Tells every wrong mark in the own sentences, and what they hold: `python -m training.check [FILE ...]`."""

import random
import sys
from collections import Counter
from pathlib import Path

from training.sentences import DIRECTORY, MarkError, lines, parse


def main(arguments: list[str]) -> int:
    """Print wrong marks as file:line and the counts of labels; 1 when anything is wrong."""
    paths = [Path(argument) for argument in arguments] or sorted(DIRECTORY.glob("*.txt"))
    labels: Counter[str] = Counter()
    seen: dict[str, str] = {}
    items = wrong = 0
    for path in paths:
        try:
            for number, section, line, first in lines(path):
                items += 1
                where = f"{path.name}:{number}"
                if line in seen:
                    print(f"{where}: stands in {seen[line]} too")
                    wrong += 1
                seen[line] = where
                try:
                    sentence = parse(line, section, f"{path.stem}:{first}", random.Random(number))
                except MarkError as error:
                    print(f"{where}: {error}")
                    wrong += 1
                    continue
                labels["news" if sentence.is_news else "not news"] += 1
                labels.update(f"{trigger.kind}" for trigger in sentence.triggers)
                labels.update(f"{trigger.status}" for trigger in sentence.triggers if trigger.status)
                labels.update(part for part, spans in sentence.parts.items() if spans)
        except MarkError as error:
            print(error)
            wrong += 1
    print(f"{items} items, {wrong} wrong")
    print(", ".join(f"{label} {count}" for label, count in labels.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
