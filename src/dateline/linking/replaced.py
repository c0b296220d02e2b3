"""What stands in the place of what where two reports say the rest of a sentence in the same words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from dateline.codebook.names import fold
from dateline.linking.align import Aligned, Pair
from dateline.linking.facts import Fact, Kind, Value
from dateline.linking.report import Report, Told
from dateline.linking.spelling import is_same_name

FRAME = 0.85  # two sentences whose words without the facts are as alike as that are one sentence, filled in twice
FALL = 0.75  # a count may lose so much when some of the wounded die; one that falls further was another's
STEADY = 8  # facts kept for each one replaced: a long report may have two things put right


@dataclass(frozen=True, slots=True)
class Replaced:
    """A fact of the earlier report and the one that stands in its place in the later.

    `is_alone` is whether all other words of the sentence stand as they stood.
    """

    before: Fact
    after: Fact
    is_alone: bool

    @property
    def kind(self) -> Kind:
        """What kind of fact both are."""
        return self.after.kind

    @property
    def is_fall(self) -> bool:
        """Whether a figure is much lower than it was."""
        return self.kind == "figure" and float(self.after.value) < FALL * float(self.before.value)


@dataclass(frozen=True)
class Fillings:
    """The facts that sentences of the same words are filled in with: those that are kept, and those replaced."""

    kept: frozenset[Value]
    replaced: tuple[Replaced, ...]

    @cached_property
    def is_another_event(self) -> bool:
        """Whether another event is told in the same words, by what is replaced together.

        A later version puts one thing right: a name, or a day, or figures, which rise. Who tells of another event
        replaces a name and a day, a name and a figure, two names, or figures that rise here and fall there.
        Example: "12 killed in Homs on Monday" and "15 killed in Hama on Friday" in sentences otherwise the same.
        """
        names = {_gone(one.before, one.after) for one in self.replaced if one.kind == "name"}
        days = {one.before.value for one in self.replaced if one.kind == "day"}
        figures = [one for one in self.replaced if one.kind == "figure"]
        is_mixed = len(figures) > 1 and any(one.is_fall for one in figures)
        is_several = len(names) + len(days) + bool(figures) > 1 or is_mixed
        return is_several and len(self.kept) < STEADY * (len(names) + len(days) + len(figures))


def fillings(aligned: Aligned) -> Fillings:
    """What is kept and what is replaced in the sentences of two reports that are otherwise the same."""
    kept: set[Value] = set()
    found: dict[tuple[Value, Value], Replaced] = {}
    for pair in aligned.own:
        if [fact.value for fact in pair.earlier.facts] == [fact.value for fact in pair.later.facts]:
            kept |= {fact.kind_and_value for fact in pair.later.facts}
            continue
        for before, after, is_alone in _side_by_side(pair):
            if before.kind_and_value == after.kind_and_value:
                kept.add(after.kind_and_value)
            elif is_other(before, after, aligned.earlier, aligned.later):
                key = before.kind_and_value, after.kind_and_value
                is_alone = is_alone or (key in found and found[key].is_alone)
                found[key] = Replaced(before, after, is_alone)
    return Fillings(frozenset(kept), tuple(found.values()))


def _side_by_side(pair: Pair) -> Iterator[tuple[Fact, Fact, bool]]:
    """The facts that stand in the same place of two sentences that are the same but for what they are filled in with.

    Example: "12 people were killed in Homs" and "15 people were killed in Hama" both are "figure people were killed in
    name", and give (12, 15) and (Homs, Hama). The third value is whether these words are all the same.
    """
    (frame, facts), (other, others) = _frame(pair.earlier), _frame(pair.later)
    matcher = SequenceMatcher(None, frame, other, autojunk=False)
    if matcher.quick_ratio() < FRAME or matcher.ratio() < FRAME:
        return
    for block in matcher.get_matching_blocks():
        for n in range(block.size):
            if (before := facts[block.a + n]) and (after := others[block.b + n]):
                yield before, after, frame == other


def _frame(told: Told) -> tuple[list[str], list[Fact | None]]:
    """The words of a sentence with the kind of each fact in its place, and beside each the fact that it is."""
    frame: list[str] = []
    facts: list[Fact | None] = []
    at = 0
    for fact in _whole_names(told.facts):
        words = [word.key for word in told.words[at : fact.start]]
        frame += [*words, f" {fact.kind}"]  # no word has a space
        facts += [*[None] * len(words), fact]
        at = fact.end
    rest = [word.key for word in told.words[at:]]
    return frame + rest, facts + [None] * len(rest)


def _whole_names(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts with names that follow on each other as one: "Lina" and "Haddad", "Homs" and "Syria"."""
    held: Fact | None = None
    for fact in facts:
        if held and held.kind == fact.kind == "name" and held.end == fact.start:
            joined = f"{held.value} {fact.value}", f"{held.text} {fact.text}"
            held = Fact("name", *joined, held.start, fact.end)
            continue
        if held:
            yield held
        held = fact
    if held:
        yield held


def is_other(before: Fact, after: Fact, earlier: Report, later: Report) -> bool:
    """Whether two facts of one kind say something else, and not the same in other words or the day of printing."""
    if after.kind == "name":
        left, put = _gone(before, after), _gone(after, before)
        return bool(left and put) and not is_same_name(" ".join(left), " ".join(put))
    if after.kind == "day":
        is_of_one_form = _form(before.value) == _form(after.value)
        return is_of_one_form and not (_is_printed_on(before, earlier) and _is_printed_on(after, later))
    return after.kind == "figure"


def _gone(name: Fact, other: Fact) -> tuple[str, ...]:
    """The words of a name that the other lacks: none of "Homs" in "Homs, Syria", and only Homs in "Hama, Syria"."""
    others = fold(other.text).split()
    return tuple(word for word in fold(name.text).split() if word not in others)


def _form(day: str) -> str:
    """What a day is told by: the weekday, the day of the month, or the year."""
    return "day" if "-" in day else "year" if len(day) == len("2021") else "weekday"


def _is_printed_on(day: Fact, report: Report) -> bool:
    """Whether a day of the month is that of the story's publication, as date lines have it."""
    _, month, number = (report.story.published or "--")[:10].split("-")
    return bool(month) and day.value == f"{int(month)}-{int(number)}"
