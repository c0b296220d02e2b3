"""The network: all-MiniLM-L6-v2 with four small heads on its last layer."""

from pathlib import Path
from typing import Any

from torch import Tensor, nn
from transformers import AutoModel

from dateline.encoder.labels import KINDS, STATUSES, TOKEN_LABELS

WIDTH = 384
HIDDEN = 192
FROZEN_LAYERS = 2
YIELD = [KINDS.index("CONCEDE"), KINDS.index("RETREAT")]
HAPPENED = [STATUSES.index(name) for name in ("occurred", "ongoing", "background")]


class Network(nn.Module):
    """Word pieces in, states out; the heads read states, or states pooled over spans.

    `tokens` scores each piece for TOKEN_LABELS; `kind` (KINDS) reads a candidate's trigger, actor, target and
    sentence; `status` (STATUSES) its trigger and sentence; `news` the sentence alone.
    """

    def __init__(self, pretrained: Path, attention: str = "sdpa") -> None:
        super().__init__()
        self.encoder: Any = AutoModel.from_pretrained(
            pretrained, attn_implementation=attention, add_pooling_layer=False
        )
        self.tokens = nn.Linear(WIDTH, len(TOKEN_LABELS))
        self.kind = _pooled(4, len(KINDS))
        self.status = _pooled(2, len(STATUSES))
        self.news = nn.Linear(WIDTH, 1)
        # The words' meanings are good as they are, and so is what the lowest layers make of them: a third of the time.
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN_LAYERS]):
            part.requires_grad_(False)

    def forward(self, ids: Tensor, attention: Tensor) -> Tensor:
        """The states, windows x pieces x WIDTH."""
        states: Tensor = self.encoder(input_ids=ids, attention_mask=attention).last_hidden_state
        return states


def _pooled(spans: int, labels: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Dropout(0.1), nn.Linear(spans * WIDTH, HIDDEN), nn.ReLU(), nn.Dropout(0.1), nn.Linear(HIDDEN, labels)
    )


def pool(states: Tensor, masks: Tensor) -> Tensor:
    """The mean state under each mask (... x pieces); zeros where a mask is empty."""
    return (states * masks.unsqueeze(-1)).sum(-2) / masks.sum(-1, keepdim=True).clamp(min=1.0)
