"""Speed and memory: stories a second by stage on one core, with and without the learned model; start-up, memory.

    python benchmarks/speed.py [--stories 60] [--repeat 3]

The stories are the demo's, joined to about 2,000 characters each and varied by a number, so that none is a copy.
Times of stages are medians of processor time over the repeats, so that what else runs counts little; machines differ,
so quote ratios. Times of loading and starting are by the clock.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

DEMO = Path(__file__).parent.parent / "demo" / "stories"
CHARACTERS = 2000


def made_stories(count: int) -> list[Any]:
    """`count` different stories of about 2,000 characters from the bodies of the demo stories."""
    from dateline.model.ids import story_id, text_id
    from dateline.model.story import Story

    bodies = [path.read_text(encoding="utf-8").split("\n\n", 2)[-1].strip() for path in sorted(DEMO.glob("*.txt"))]
    made = []
    for number in range(count):
        paragraphs = [f"Report number {number} from the border"]
        while sum(map(len, paragraphs)) < CHARACTERS:
            paragraphs.append(bodies[(number + len(paragraphs)) % len(bodies)])
        text = "\n\n".join(paragraphs)[: CHARACTERS + 200]
        identity = text_id(text)
        made.append(
            Story(
                id=story_id(identity, "Bench", "2021-07-06"),
                text_id=identity,
                path_or_url=f"{number}.txt",
                outlet="Bench",
                credit=None,
                headline=None,
                byline=None,
                dateline=None,
                published="2021-07-06",
                published_text=None,
                language="en",
                text=text,
            )
        )
    return made


def seconds(work: Callable[[], Iterable[Any]], repeat: int) -> float:
    """The median processor time of running through what `work` gives."""
    times = []
    for _ in range(repeat):
        begun = time.process_time()
        for _ in work():
            pass
        times.append(time.process_time() - begun)
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=60)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does, before numpy is loaded

    from dateline.codebook.codebook import load_codebook
    from dateline.coding.stage import code, scored
    from dateline.encoder.encoder import Encoder
    from dateline.gazetteer.gazetteer import open_gazetteer
    from dateline.placing.stage import place
    from dateline.reading.stage import read

    begun = time.perf_counter()
    codebook, gazetteer = load_codebook(), open_gazetteer()
    print(f"codebook and gazetteer loaded in {time.perf_counter() - begun:.2f} s")
    stories = made_stories(arguments.stories)
    list(place(code(read(stories[:2], codebook), codebook, None), gazetteer, codebook))  # loads what is loaded once
    readings = list(read(stories, codebook))
    coded = list(code(readings, codebook, None))
    encoder = Encoder()
    list(code(readings[:2], codebook, encoder))
    stages: dict[str, Callable[[], Iterable[Any]]] = {
        "reading": lambda: read(stories, codebook),
        "encoder": lambda: scored(readings, encoder),
        "coding": lambda: code(readings, codebook, None),
        "placing": lambda: place(coded, gazetteer, codebook),
    }
    taken = {name: seconds(work, arguments.repeat) for name, work in stages.items()}
    taken["with heads"] = seconds(lambda: code(readings, codebook, encoder), arguments.repeat) - taken["encoder"]
    for name, time_of_all in taken.items():
        print(f"{name:<12}{1000 * time_of_all / len(stories):8.1f} ms a story")
    characters = statistics.mean(len(story.text) for story in stories)
    sums = {
        "by rules": ("reading", "coding", "placing"),
        "by both": ("reading", "encoder", "with heads", "placing"),
    }
    for name, parts in sums.items():
        total = sum(taken[part] for part in parts)
        print(f"{name:<12}{1000 * total / len(stories):8.1f} ms a story of {characters:.0f} characters,"
              f" {len(stories) / total:.1f} stories a second on one core")  # fmt: skip
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    helps = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([Path(sys.executable).parent / "dateline", "--help"], check=True, capture_output=True)
        helps.append(time.perf_counter() - begun)
    print(f"dateline --help in {statistics.median(helps):.2f} s")


if __name__ == "__main__":
    main()
