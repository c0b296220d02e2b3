"""Counts what is correct, partial, incorrect, spurious and missing, slot by slot, and makes rates of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluation.muc4.align import align_fills, align_templates
from dateline.evaluation.muc4.match import CORRECT
from dateline.evaluation.muc4.slots import SLOTS, Template


@dataclass(frozen=True, slots=True)
class Tally:
    """What one slot, or all of them, adds up to; `possible` and `actual` are the numbers of fillers."""

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    spurious: int = 0
    missing: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.correct + other.correct,
            self.partial + other.partial,
            self.incorrect + other.incorrect,
            self.spurious + other.spurious,
            self.missing + other.missing,
        )

    @property
    def possible(self) -> int:
        """The fillers that the key wants."""
        return self.correct + self.partial + self.incorrect + self.missing

    @property
    def actual(self) -> int:
        """The fillers that were given."""
        return self.correct + self.partial + self.incorrect + self.spurious

    @property
    def recall(self) -> float:
        """The share of what the key wants that was given, partial ones for half."""
        return (self.correct + self.partial / 2) / max(1, self.possible)

    @property
    def precision(self) -> float:
        """The share of what was given that the key wants, partial ones for half."""
        return (self.correct + self.partial / 2) / max(1, self.actual)

    @property
    def overgeneration(self) -> float:
        """The share of what was given that the key has no filler for."""
        return self.spurious / max(1, self.actual)

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        return 2 * self.recall * self.precision / max(1e-9, self.recall + self.precision)


Tallies = Mapping[str, Tally]


def score_report(ours: Sequence[Template], key: Sequence[Template]) -> dict[str, Tally]:
    """The tally of each slot over one report's templates, and that of whole templates as `template-id`.

    Templates of the key that ours were not mapped to are missing with all their fillers, unless they are optional;
    ours that were not mapped are spurious with all theirs.
    """
    pairs = align_templates(ours, key)
    taken, served = {i for i, _ in pairs}, {j for _, j in pairs}
    mapped: list[tuple[Template, Template]] = [(ours[i], key[j]) for i, j in pairs]
    mapped += [(template, Template()) for i, template in enumerate(ours) if i not in taken]
    mapped += [(Template(), template) for j, template in enumerate(key) if j not in served and not template.is_optional]
    tallies = {slot: total(score_slot(slot, mine, wanted) for mine, wanted in mapped) for slot in SLOTS}
    missing = sum(j not in served and not template.is_optional for j, template in enumerate(key))
    tallies["template-id"] = Tally(correct=len(pairs), spurious=len(ours) - len(pairs), missing=missing)
    return tallies


def score_slot(slot: str, ours: Template, key: Template) -> Tally:
    """The tally of one slot of two templates: fillers without credit are paired as incorrect as far as they go."""
    given, wanted = ours.of(slot), key.of(slot)
    pairs = align_fills(slot, given, wanted)
    correct = sum(value == CORRECT for _, _, value in pairs)
    served = {j for _, j, _ in pairs}
    missing = sum(j not in served and not fill.is_optional for j, fill in enumerate(wanted))
    spurious = len(given) - len(pairs)
    incorrect = min(missing, spurious)
    return Tally(correct, len(pairs) - correct, incorrect, spurious - incorrect, missing - incorrect)


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    return sum(tallies, Tally())


def all_slots(tallies: Tallies) -> Tally:
    """The tally over all slots; whole templates are no slot."""
    return total(tallies[slot] for slot in SLOTS)
