"""Scores PLV, which training reads whole, by five folds that have not seen it: `python -m training.folds`.

`training.train --fold N` has left the N-th fifth of its sentences out. The whole program codes that fifth with that
model; the outcomes of all folds are pooled. Folds learn nothing of the other sets but the own sentences, so that what
is stated here is rather too low than too high.
"""

import argparse
import csv
import json
from pathlib import Path

from dateline.evaluation.plover import plv_outcomes, plv_result
from dateline.settings import Settings
from training.sentences import FOLDS


def main() -> None:
    """Code with each fold's model what it has not seen, and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of the shared gold sets")
    parser.add_argument("--work", type=Path, required=True, help="where the models lie, exported as fold-0 to fold-4")
    arguments = parser.parse_args()
    with (arguments.gold / "events/plv_train.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    # As `training.gold.folds` parts them.
    groups = {group: place for place, group in enumerate(sorted({row["sentence_id"] for row in rows}))}
    outcomes: list[tuple[str, str | None]] = []
    for fold in range(FOLDS):
        unseen = [row for row in rows if groups[row["sentence_id"]] % FOLDS == fold]
        outcomes += plv_outcomes(unseen, Settings(model=arguments.work / f"fold-{fold}"))
    print(json.dumps({"task": "plv, five folds", **plv_result(outcomes)._asdict()}))


if __name__ == "__main__":
    main()
