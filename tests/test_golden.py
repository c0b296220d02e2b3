"""Stories read by hand, held against what the program says, as a user would do it: through a pipe."""

import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
CHECK = SHARED / "checks" / "golden.py"
MAIN_STORY = "000_a7d85d194f1ac181"
DATELINE = Path(sys.executable).parent / "dateline"

pytestmark = pytest.mark.skipif(not CHECK.exists(), reason="the golden stories are not here (../shared)")


def test_the_main_story_with_no_never_broken() -> None:
    story = SHARED / "stories" / f"{MAIN_STORY}.txt"
    read = subprocess.run([DATELINE, "read", story, "--json"], capture_output=True, text=True, check=True)
    golden = SHARED / "golden" / f"{MAIN_STORY}.json"
    done = subprocess.run(
        [sys.executable, CHECK, golden, "--floor", "0.9"],
        input=read.stdout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_all_stories_together() -> None:
    goldens = sorted((SHARED / "golden").glob("*.json"))
    run = f"{DATELINE} read {{story}} --json"
    command = [sys.executable, str(CHECK), "--run", run, "--floor", "0.9", "--nevers", "2", *map(str, goldens)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
