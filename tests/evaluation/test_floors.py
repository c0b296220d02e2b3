"""No score falls in silence: each task that has its gold set holds the floors of `gold/floors.json`."""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline.evaluation.floors import below_floor, read_floors
from dateline.evaluation.result import Result
from dateline.evaluation.tasks import TASKS

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = ROOT / "gold" / "floors.json"
AT_ONCE = 2  # tasks beside each other: each needs a core and 250 MB

Done = subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest) -> Iterator[dict[str, Future[Done]]]:
    """`dateline bench TASK` for each task that is going to be tested, already under way."""
    wanted = [item.callspec.params["task"] for item in request.session.items if "test_a_task_holds" in item.name]  # type: ignore[attr-defined]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {task: pool.submit(score, task) for task in wanted if TASKS[task].file(GOLD).exists()}
        pool.shutdown(cancel_futures=True)


def score(task: str) -> Done:
    dateline = str(Path(sys.executable).parent / "dateline")
    command = [dateline, "bench", task, "--gold", str(GOLD), "--floors", str(FLOORS), "--json"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("task", sorted(read_floors(FLOORS)))
def test_a_task_holds_its_floors(task: str, runs: dict[str, Future[Done]]) -> None:
    if task not in runs:
        pytest.skip(f"the gold set of {task} is not here ({TASKS[task].path})")
    done = runs[task].result()
    assert done.returncode == 0, done.stdout + done.stderr


def test_floors_are_of_known_tasks_and_scores() -> None:
    results = {result["task"]: result for result in json.loads((ROOT / "gold" / "results.json").read_text("utf-8"))}
    for task, floors in read_floors(FLOORS).items():
        assert task in TASKS
        assert task in results, f"{task} has a floor but was never measured; run `make scores`"
        assert [name for name in floors if name.removesuffix("_at_most") not in results[task]["scores"]] == []


def test_a_score_below_its_floor_is_told() -> None:
    result = Result(3, {"points": 0.8, "nevers_broken": 2.0}, {})
    assert below_floor(result, {"points": 0.8, "nevers_broken_at_most": 2}) == []
    assert below_floor(result, {"points": 0.81, "nevers_broken_at_most": 1}) == [
        "points is 0.800, below 0.81",
        "nevers_broken is 2.000, above 1",
    ]
