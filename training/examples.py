"""What the network learns from: word pieces of a window with the labels that its set gives, and none for the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dateline.encoder.labels import TOKEN_LABELS

Span = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """Masks over the pieces (trigger, actor, target, sentence) and what is known of them.

    `kind` and `status` are indices of KINDS and STATUSES; `happened` is a probability. None is "not labelled".
    """

    masks: NDArray[np.float32]  # 4 x pieces
    kind: int | None = None
    status: int | None = None
    happened: float | None = None


@dataclass(slots=True)
class Example:
    """One window. `tokens` is pieces x TOKEN_LABELS of 0 and 1, with NaN where the set has no labels of that column.

    `whole` are labels of the window as a whole, by the column of TOKEN_LABELS: some piece has it, or none. `news` are
    masks of sentences with whether each is news of conflict.
    """

    source: str
    ids: list[int]
    tokens: NDArray[np.float32] | None = None
    candidates: list[Candidate] = field(default_factory=list)
    whole: dict[int, float] = field(default_factory=dict)
    news: list[tuple[NDArray[np.float32], float]] = field(default_factory=list)
    group: str = ""


class Pieces:
    """The word pieces of a text with their offsets."""

    def __init__(self, tokenizer: Tokenizer, text: str) -> None:
        encoding = tokenizer.encode(text, add_special_tokens=False)
        self.ids: list[int] = encoding.ids
        self.offsets: list[Span] = encoding.offsets
        self.ends = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")

    def window(self, first: int, behind: int) -> tuple[list[int], list[Span]]:
        """The ids of a window with the two that mark its ends, and the offsets, (0, 0) for those."""
        return (
            [self.ends[0], *self.ids[first:behind], self.ends[1]],
            [(0, 0), *self.offsets[first:behind], (0, 0)],
        )


def mask(offsets: Sequence[Span], spans: Iterable[Span]) -> NDArray[np.float32]:
    """1 for each piece that shares a character with a span."""
    spans = list(spans)
    return np.array(
        [float(end > start and any(a < end and start < b for a, b in spans)) for start, end in offsets],
        dtype=np.float32,
    )


def column(label: str) -> int:
    """The column of a token label."""
    return TOKEN_LABELS.index(label)
