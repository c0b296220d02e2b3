"""`make train`: from data to the files that ship, with what the heads measure at the end."""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from dateline.encoder.encoder import DIRECTORY

SETTINGS = Path(__file__).parent / "settings.json"


def main() -> None:
    """Train, export and measure, each in a process of its own so that all memory is given back."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of the shared gold sets")
    parser.add_argument("--extra", type=Path, action="append", default=[], help="more marked sentences of your own")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where weights are kept")
    parser.add_argument("--out", type=Path, default=DIRECTORY, help="the folder of the model")
    arguments = parser.parse_args()
    started = time.monotonic()
    extra = [word for path in arguments.extra for word in ("--extra", str(path))]
    _run("training.train", "--gold", str(arguments.gold), "--out", str(arguments.work), *extra)
    weights = str(arguments.work / "weights.pt")
    _run("training.export", "--weights", weights, "--settings", str(SETTINGS), "--out", str(arguments.out))
    _run("training.measure", "--model", str(arguments.out))
    digest = json.loads((arguments.out / "model.json").read_text(encoding="utf-8"))
    print(f"{arguments.out}: version {digest['version']}, trained in {(time.monotonic() - started) / 60:.0f} minutes")


def _run(module: str, *words: str) -> None:
    done = subprocess.run([sys.executable, "-m", module, *words], check=False)
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
