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
PIECES_OF_BATCH = 2048  # word pieces with padding that are read at once: bounds the memory to about 60 MB


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read: its paragraphs as (start, end) and the offsets at which sentences start, both in order.

    Words outside all paragraphs are not read.
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    text: int
    first: int
    behind: int


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

    def read(self, texts: Sequence[Text]) -> list[Scores]:
        """The scores of each text, in order. Windows of all texts are read in batches of one length."""
        encoded = [self._tokenizer.encode(text.text, add_special_tokens=False) for text in texts]
        found = [
            _Window(number, first, behind)
            for number, (text, pieces) in enumerate(zip(texts, encoded, strict=True))
            for first, behind in windows(pieces.offsets, text.paragraphs, text.sentences)
        ]
        states: list[NDArray[np.float32]] = [np.zeros((0, self._width), np.float32)] * len(found)
        for batch in _batches(found):
            ids = [encoded[found[place].text].ids[found[place].first : found[place].behind] for place in batch]
            for place, read in zip(batch, self._states(ids), strict=True):
                states[place] = read[1 : 1 + found[place].behind - found[place].first]
        offsets: list[list[Span]] = [[] for _ in texts]
        parts: list[list[NDArray[np.float32]]] = [[np.zeros((0, self._width), np.float32)] for _ in texts]
        for window, read in zip(found, states, strict=True):
            offsets[window.text] += encoded[window.text].offsets[window.first : window.behind]
            parts[window.text].append(read)
        return [
            Scores(np.array(places, np.int64).reshape(-1, 2), np.concatenate(some), self._heads, self.settings)
            for places, some in zip(offsets, parts, strict=True)
        ]

    def _states(self, windows_of_ids: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """The states of windows, windows x pieces x width, with the pieces that mark their ends."""
        longest = max(len(ids) for ids in windows_of_ids) + 2
        ids = np.zeros((len(windows_of_ids), longest), np.int64)
        attention = np.zeros_like(ids)
        for row, pieces in enumerate(windows_of_ids):
            ids[row, : len(pieces) + 2] = [self._ends[0], *pieces, self._ends[1]]
            attention[row, : len(pieces) + 2] = 1
        states: NDArray[np.float32] = self._session.run(["states"], {"ids": ids, "attention": attention})[0]
        return states

    @cached_property
    def _session(self) -> InferenceSession:
        options = SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
        return InferenceSession(self._bytes("encoder.onnx"), options, providers=["CPUExecutionProvider"])

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


def _batches(found: Sequence[_Window]) -> list[list[int]]:
    """Places of windows in batches of about one length."""
    batches: list[list[int]] = []
    for place in sorted(range(len(found)), key=lambda place: found[place].behind - found[place].first):
        length = found[place].behind - found[place].first + 2
        if not batches or length * (len(batches[-1]) + 1) > PIECES_OF_BATCH:
            batches.append([])
        batches[-1].append(place)
    return batches
