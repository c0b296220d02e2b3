"""Score the coder on gold sets."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.errors import ConfigurationError
from dateline.evaluation.floors import below_floor, read_floors
from dateline.evaluation.result import Result
from dateline.evaluation.tasks import TASKS, find_task
from dateline.settings import SHIPPED, Settings


@dataclass(frozen=True, slots=True)
class Benched:
    """One task: its result, or None when its gold set is not there; `failures` says which floors do not hold."""

    task: str
    file: Path
    result: Result | None
    failures: list[str] = field(default_factory=list)


def bench(
    task: str | None = None,
    file: Path | None = None,
    gold: Path | None = None,
    floors: Path | None = None,
    settings: Settings = SHIPPED,
) -> Iterator[Benched]:
    """Scores one task, or every task whose set is in the folder `gold`, but for long ones; `file` replaces one's set.

    With `floors` (a JSON file) each result is held to its floors, but only on the set that they were measured on.
    Raises ConfigurationError when neither a file nor a folder is named, UnreadableError when the file is not there.
    """
    if file is None and gold is None and not (task and find_task(task).is_own):
        raise ConfigurationError("name the folder of gold sets with --gold, or one file of a task's format with --file")
    if file is not None and task is None:
        raise ConfigurationError(f"name the task that {file} is for; the tasks are {', '.join(TASKS)}")
    bounds = read_floors(floors) if floors else {}
    for name in [task] if task else [name for name, one in TASKS.items() if not one.is_long]:
        chosen = find_task(name)
        path = file or chosen.file(gold)
        if task is None and not path.exists():
            yield Benched(name, path, None)
            continue
        result = chosen.run(path, settings)
        yield Benched(name, path, result, [] if file else below_floor(result, bounds.get(name, {})))
