"""Scores sets that training reads by five folds, each by a model that has not seen it: `python -m training.folds`.

`training.train --fold N` has left the N-th fifth of PLV's sentences and of the police documents out. The whole program
codes that fifth with that model; the outcomes of all folds are pooled. Folds learn less of the other sets than the
model that ships, so that what is stated here is rather too low than too high.
"""

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

from dateline.evaluation.plover import plv_outcomes, plv_result
from dateline.evaluation.police import police_documents, police_records, police_result
from dateline.settings import Settings
from training.sentences import FOLDS


def main() -> None:
    """Code with each fold's model what it has not seen, and print both sets' scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of the shared gold sets")
    parser.add_argument("--work", type=Path, required=True, help="where the models lie, exported as fold-0 to fold-4")
    arguments = parser.parse_args()
    with (arguments.gold / "events/plv_train.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    every = police_records(arguments.gold / "events/india_police_dev.jsonl")
    records = [record for record in every if record["sent_text"].strip()]
    outcomes: list[tuple[str, str | None]] = []
    documents: list[Counter[str]] = []
    for fold in range(FOLDS):
        settings = Settings(model=arguments.work / f"fold-{fold}")
        outcomes += plv_outcomes(_fifth(rows, "sentence_id", fold), settings)
        documents += police_documents(_fifth(records, "doc_id", fold), settings)
    for name, result in (("plv", plv_result(outcomes)), ("india-police", police_result(documents))):
        print(json.dumps({"task": f"{name}, five folds", **result._asdict()}))


def _fifth(rows: list[dict[str, str]], key: str, fold: int) -> list[dict[str, str]]:
    """The rows that training of a fold left out, as `training.gold.folds` does."""
    groups = {group: place for place, group in enumerate(sorted({str(row[key]) for row in rows}))}
    return [row for row in rows if groups[str(row[key])] % FOLDS == fold]


if __name__ == "__main__":
    main()
