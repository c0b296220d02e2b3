"""What the network is asked for, batch by batch."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from training.examples import Example
from training.network import HAPPENED, YIELD, Network, pool

_bce = nn.functional.binary_cross_entropy_with_logits
WHOLE_POSITIVE = 2.0  # weight of the few sentences that tell of an act against the many that do not


def padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    """(ids, attention) of a batch, windows x pieces."""
    longest = max(len(example.ids) for example in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    attention = torch.zeros(len(batch), longest)
    for row, example in enumerate(batch):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        attention[row, : len(example.ids)] = 1.0
    return ids, attention


def loss_of(network: Network, batch: Sequence[Example]) -> Tensor:
    """The sum of the losses of all labels that the batch's examples have."""
    ids, attention = padded(batch)
    states = network(ids, attention)
    parts = [
        _tokens(network, batch, states, attention),
        _whole(network, batch, states, attention),
        _candidates(network, batch, states),
        _news(network, batch, states),
    ]
    return torch.stack([part for part in parts if part is not None]).sum()


def _tokens(network: Network, batch: Sequence[Example], states: Tensor, attention: Tensor) -> Tensor | None:
    labels = torch.full((*states.shape[:2], network.tokens.out_features), float("nan"))
    for row, example in enumerate(batch):
        if example.tokens is not None:
            labels[row, : len(example.ids)] = torch.from_numpy(example.tokens)
    known = ~labels.isnan() & (attention.unsqueeze(-1) > 0)
    if not known.any():
        return None
    losses = _bce(network.tokens(states), torch.nan_to_num(labels), reduction="none") * known
    pieces: Tensor = losses.sum() / attention.sum()
    return pieces


def _whole(network: Network, batch: Sequence[Example], states: Tensor, attention: Tensor) -> Tensor | None:
    """A label of the whole window holds where the best of its pieces has it (multiple-instance learning)."""
    rows = [row for row, example in enumerate(batch) if example.whole]
    if not rows:
        return None
    scores = network.tokens(states[rows]).masked_fill(attention[rows].unsqueeze(-1) == 0, -1e4)
    best = scores.max(dim=1).values
    labels = torch.full_like(best, float("nan"))
    for number, row in enumerate(rows):
        for column, label in batch[row].whole.items():
            labels[number, column] = label
    known = ~labels.isnan()
    weight = torch.full((best.shape[1],), WHOLE_POSITIVE)
    losses = _bce(best, torch.nan_to_num(labels), pos_weight=weight, reduction="none") * known
    whole: Tensor = losses.sum() / len(rows)
    return whole


def _candidates(network: Network, batch: Sequence[Example], states: Tensor) -> Tensor | None:
    found = [(row, candidate) for row, example in enumerate(batch) for candidate in example.candidates]
    if not found:
        return None
    rows = [row for row, _ in found]
    masks = torch.zeros(4, len(found), states.shape[1])
    for number, (_, candidate) in enumerate(found):
        masks[:, number, : candidate.masks.shape[1]] = torch.from_numpy(np.ascontiguousarray(candidate.masks))
    spans = [pool(states[rows], each) for each in masks]
    losses = []
    kinds = [number for number, (_, candidate) in enumerate(found) if candidate.kind is not None]
    if kinds:
        scores = network.kind(torch.cat(spans, -1))[kinds].log_softmax(-1)
        gold = torch.tensor([found[number][1].kind for number in kinds])
        right = scores.gather(1, gold.clamp(min=0).unsqueeze(1)).squeeze(1)
        right = torch.where(gold < 0, scores[:, YIELD].logsumexp(-1), right)
        losses.append(-(0.95 * right + 0.05 * scores.mean(-1)).mean())
    statuses = network.status(torch.cat([spans[0], spans[3]], -1)).log_softmax(-1)
    known = [number for number, (_, candidate) in enumerate(found) if candidate.status is not None]
    if known:
        gold = torch.tensor([found[number][1].status for number in known])
        losses.append(nn.functional.nll_loss(statuses[known], gold))
    judged = [number for number, (_, candidate) in enumerate(found) if candidate.happened is not None]
    if judged:
        # Readers who say "it happened" do not tell the news from the past: the sum of those statuses is held to them.
        happened = statuses[judged][:, HAPPENED].logsumexp(-1)
        other = [column for column in range(statuses.shape[1]) if column not in HAPPENED]
        not_happened = statuses[judged][:, other].logsumexp(-1)
        gold = torch.tensor([found[number][1].happened for number in judged])
        losses.append(-(gold * happened + (1 - gold) * not_happened).mean())
    return torch.stack(losses).sum()


def _news(network: Network, batch: Sequence[Example], states: Tensor) -> Tensor | None:
    found = [(row, *labelled) for row, example in enumerate(batch) for labelled in example.news]
    if not found:
        return None
    masks = torch.zeros(len(found), states.shape[1])
    for number, (_, mask, _) in enumerate(found):
        masks[number, : len(mask)] = torch.from_numpy(mask)
    means = pool(states[[row for row, _, _ in found]], masks)
    gold = torch.tensor([news for _, _, news in found])
    return _bce(network.news(means).squeeze(-1), gold)
