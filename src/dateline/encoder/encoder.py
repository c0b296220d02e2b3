"""The encoder file, opened at the first question: texts in, scores out."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from tokenizers import Tokenizer

from dateline.encoder.scores import Heads, Scores
from dateline.encoder.windows import Span, windows
from dateline.errors import ResourceError

DIRECTORY = Path(__file__).parent / "model"
FILES = ("encoder.onnx", "heads.npz", "tokenizer.json", "model.json")
# onnxruntime adds and norms in two steps several times as fast as in the one that it makes of them.
SLOW_FUSIONS = ["SkipLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read: its paragraphs as (start, end) and the offsets at which sentences start, both in order.

    Words outside all paragraphs are not read.
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[int, ...]


class Encoder:
    """Reads texts. The files are opened at the first question; one object may be asked by several threads."""

    def __init__(self, directory: Path | None = None, threads: int = 1) -> None:
        self.directory = directory or DIRECTORY
        self._threads = threads

    @property
    def is_there(self) -> bool:
        """Whether all files of the model are there."""
        return all((self.directory / name).is_file() for name in FILES)

    @cached_property
    def digest(self) -> str:
        """The sha256 of the files: which model it is."""
        found = hashlib.sha256()
        for name in FILES:
            found.update(self._bytes(name))
        return found.hexdigest()

    @cached_property
    def settings(self) -> dict[str, float]:
        """The numbers that were fitted when the model was trained (thresholds and temperatures), by name."""
        return dict(json.loads(self._bytes("model.json"))["settings"])

    def read(self, text: Text) -> Scores:
        """The scores of a text.

        Its windows are read one by one. Read together they would take longer, since what attention keeps of many
        windows is larger than the caches, and the eight-bit steps would hang on what else is read with them.
        """
        pieces = self._tokenizer.encode(text.text, add_special_tokens=False)
        found = windows(pieces.offsets, text.paragraphs, text.sentences)
        states = [self._states(pieces.ids[first:behind]) for first, behind in found]
        offsets = [place for first, behind in found for place in pieces.offsets[first:behind]]
        return Scores(
            np.array(offsets, np.int64).reshape(-1, 2),
            np.concatenate([np.zeros((0, self._width), np.float32), *states]),
            self._heads,
            self.settings,
        )

    def _states(self, pieces: Sequence[int]) -> NDArray[np.float32]:
        """The states of a window, pieces x width."""
        ids = np.array([[self._ends[0], *pieces, self._ends[1]]], np.int64)
        states: NDArray[np.float32] = self._session.run(["states"], {"ids": ids, "attention": np.ones_like(ids)})[0]
        return states[0, 1:-1]

    @cached_property
    def _session(self) -> InferenceSession:
        options = SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
        return InferenceSession(
            self._bytes("encoder.onnx"), options, ["CPUExecutionProvider"], disabled_optimizers=SLOW_FUSIONS
        )

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = Tokenizer.from_str(self._bytes("tokenizer.json").decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        return tokenizer

    @cached_property
    def _ends(self) -> tuple[int, int]:
        first, last = (self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))
        if first is None or last is None:
            raise ResourceError(f"tokenizer.json in {self.directory} lacks [CLS] or [SEP]; take another model")
        return first, last

    @cached_property
    def _heads(self) -> Heads:
        with np.load(self.directory / "heads.npz") as weights:
            return Heads(dict(weights))

    @property
    def _width(self) -> int:
        return int(self._session.get_outputs()[0].shape[-1])

    def _bytes(self, name: str) -> bytes:
        try:
            return (self.directory / name).read_bytes()
        except OSError as error:
            raise ResourceError(
                f"the model file {name} cannot be read ({error.strerror}); install the package again, "
                "or leave the model out with --no-model"
            ) from error
