"""Measures: scores every task of the bench and the speed, and keeps both in `gold/` for docs/why/benchmarks.md.

    python tools/scores.py --gold DIR [--no-speed] [TASK...]

Tasks that are not named, or whose set is not there, keep the result they had.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from dateline.actions.bench import bench
from dateline.evaluation.tasks import TASKS
from parts import RESULTS, SPEED
from transcripts import ROOT


def measured(task: str, gold: Path) -> dict[str, object] | None:
    """What `dateline bench TASK --json` prints, with the path inside the gold folder, or None without the set."""
    if not TASKS[task].file(gold).exists():
        print(f"{task}: no set, left as it was", file=sys.stderr)
        return None
    (benched,) = bench(task, gold=gold)
    assert benched.result is not None
    print(f"{task}: {benched.result.scores}", file=sys.stderr)
    return {"task": task, "file": TASKS[task].path} | {
        name: rounded(value) for name, value in benched.result._asdict().items()
    }


def rounded(value: object) -> object:
    """Numbers with four digits: more would change with every run of another machine."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    return [rounded(inner) for inner in value] if isinstance(value, list | tuple) else value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", nargs="*", choices=[*TASKS, []], metavar="TASK")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--no-speed", action="store_true")
    arguments = parser.parse_args()
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else []
    results = {result["task"]: result for result in known}
    for task in arguments.tasks or [name for name, one in TASKS.items() if not one.is_long]:
        if result := measured(task, arguments.gold):
            results[task] = result
            kept = [json.dumps(results[name], ensure_ascii=False) for name in TASKS if name in results]
            RESULTS.write_text("[\n" + ",\n".join(kept) + "\n]\n", encoding="utf-8")
    if not arguments.no_speed:
        script = [sys.executable, str(ROOT / "benchmarks" / "speed.py")]
        SPEED.write_text(subprocess.run(script, check=True, capture_output=True, text=True).stdout, encoding="utf-8")


if __name__ == "__main__":
    main()
