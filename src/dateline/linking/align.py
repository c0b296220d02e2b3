"""Lays the sentences of two reports beside each other."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.linking.report import Report, Told

SAME = 0.5  # of the words that carry a sentence, so many must stand in the other: half may be other words for the same
SHORT = 3  # a sentence with fewer such words is laid only beside one that has them all


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that say the same, or nearly; `likeness` is the share of the words of the shorter in the other."""

    earlier: Told
    later: Told
    likeness: float

    @property
    def held(self) -> float:
        """The share of the later sentence that stands in the earlier; other words for the rest are granted."""
        return _granted(self.later.content, self.earlier.content)

    @property
    def taken(self) -> float:
        """The share of the earlier sentence that stands in the later."""
        return _granted(self.earlier.content, self.later.content)


def _granted(content: frozenset[str], other: frozenset[str]) -> float:
    part = len(content & other) / max(1, len(content))
    return 1.0 if part >= SAME else part


@dataclass(frozen=True)
class Aligned:
    """The pairs of an earlier and a later report. Each sentence of the later has one partner at most."""

    earlier: Report
    later: Report
    pairs: tuple[Pair, ...]

    @cached_property
    def held(self) -> dict[int, float]:
        """Which sentences of the later report have a partner, and how much of each it holds."""
        partnered = {id(pair.later): pair.held for pair in self.pairs}
        return {n: partnered[id(told)] for n, told in enumerate(self.later.told) if id(told) in partnered}

    @cached_property
    def taken(self) -> dict[int, float]:
        """Which sentences of the earlier report have a partner, and how much of each is in it."""
        partnered: dict[int, float] = {}
        for pair in self.pairs:
            partnered[id(pair.earlier)] = min(1.0, partnered.get(id(pair.earlier), 0.0) + pair.taken)
        return {n: partnered[id(told)] for n, told in enumerate(self.earlier.told) if id(told) in partnered}

    @cached_property
    def own(self) -> tuple[Pair, ...]:
        """The pairs that can tell of a change: what stands whole in one later sentence has not become another one."""
        whole = {id(pair.earlier) for pair in self.pairs if pair.earlier.content <= pair.later.content}
        is_own = (id(pair.earlier) not in whole or pair.earlier.content <= pair.later.content for pair in self.pairs)
        return tuple(pair for pair, own in zip(self.pairs, is_own, strict=True) if own)

    @cached_property
    def coverage(self) -> float:
        """The share of the later report's words that stands in the earlier."""
        return share(self.later, self.held)

    @cached_property
    def use(self) -> float:
        """The share of the earlier report's words that stands in the later."""
        return share(self.earlier, self.taken)

    @cached_property
    def likeness(self) -> float:
        """How alike the pairs are on the whole, by length."""
        length = sum(len(pair.later.words) for pair in self.pairs)
        return sum(pair.likeness * len(pair.later.words) for pair in self.pairs) / max(1, length)


def share(report: Report, sentences: Mapping[int, float]) -> float:
    """The share of a report's words that stands in some of its sentences, each with a part of its words."""
    return sum(part * len(report.told[n].words) for n, part in sentences.items()) / max(1, report.length)


def align(earlier: Report, later: Report) -> Aligned:
    """Each sentence of the later report beside the sentence of the earlier that is most like it.

    Equal sentences are laid together first. Where several are alike, the first unused one is taken.
    """
    pairs = []
    for told in later.told:
        same = earlier.by_keys.get(told.keys)
        if same is not None:
            pairs.append(Pair(earlier.told[same], told, 1.0))
        elif partner := _best(told, earlier):
            pairs.append(partner)
    return Aligned(earlier, later, tuple(pairs))


def _best(later: Told, earlier: Report) -> Pair | None:
    common = Counter(n for word in later.content for n in earlier.by_word.get(word, ()))
    likeness = {n: _likeness(count, earlier.told[n].content, later.content) for n, count in common.items()}
    best = max(likeness, key=lambda n: (likeness[n], -n), default=None)
    return Pair(earlier.told[best], later, likeness[best]) if best is not None and likeness[best] >= SAME else None


def _likeness(common: int, earlier: frozenset[str], later: frozenset[str]) -> float:
    """The share of the smaller set in the other; a clause cut from a long sentence is like it."""
    fewer = min(len(earlier), len(later))
    return float(common == len(earlier) == len(later)) if fewer < SHORT else common / fewer
