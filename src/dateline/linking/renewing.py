"""By what a story says of itself that it is a later version: a mark on its headline, or a toll called earlier."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from dateline.codebook.versions import VersionMarks
from dateline.linking.facts import Fact, Word
from dateline.linking.words import content_words

NEXT = 4  # words between "up from" and the number: "up from an initial count of at least 12"
LEAD = 3  # sentences that a story opens with
FEWEST_NAMES, HALF = 2, 0.5  # local names that two openings have in common, and the share of those of either
HEADLINE = 0.4  # of the words of the shorter headline so many stand in the other


@dataclass(frozen=True, slots=True)
class Outdated:
    """A figure that a sentence calls an earlier one, and what it gives now; `now` is None where it does not say."""

    before: Fact
    now: Fact | None


@dataclass(frozen=True, slots=True)
class Opening:
    """What a story begins with: the mark and words of its headline, the names and weekdays of its first sentences.

    Names are those of no country and no party that the codebook knows: these stand in every story of a war.
    """

    mark: str | None
    words: frozenset[str]
    names: frozenset[str]
    weekdays: frozenset[str]

    def shared(self, other: "Opening") -> tuple[str, ...]:
        """The names that both open with, sorted; none where they open with too few, other days or other headlines."""
        names, words = self.names & other.names, self.words & other.words
        has_names = len(names) >= max(FEWEST_NAMES, HALF * min(len(self.names), len(other.names)))
        has_words = bool(words) and len(words) >= HEADLINE * min(len(self.words), len(other.words))
        has_other_days = bool(self.weekdays and other.weekdays) and self.weekdays.isdisjoint(other.weekdays)
        return tuple(sorted(names)) if has_names and has_words and not has_other_days else ()


def opening_of(headline: str, sentences: Sequence[Sequence[Fact]], marks: VersionMarks, known: Set[str]) -> Opening:
    """The opening of a story with that headline and the facts of its sentences; `known` are the codebook's names."""
    mark = marks.mark(headline)
    facts = [fact for facts in sentences[:LEAD] for fact in facts]
    return Opening(
        headline[slice(*mark)].strip() if mark else None,
        frozenset(content_words(headline[: mark[0]] + " " + headline[mark[1] :] if mark else headline)),
        frozenset(fact.value for fact in facts if fact.kind == "name" and fact.value not in known),
        frozenset(fact.value for fact in facts if fact.kind == "day" and len(fact.value) == 1),
    )


def outdated(text: str, words: Sequence[Word], facts: Sequence[Fact], marks: VersionMarks) -> Iterator[Outdated]:
    """The figures that a sentence calls earlier ones. Example: 12, now 15, in "15 died, updating a toll of 12"."""
    starts = [word.start for word in words]
    figures = [fact for fact in facts if fact.kind == "figure"]
    for end in marks.tolls(text):
        at = bisect_left(starts, end)
        before = next((fact for fact in figures if at <= fact.start <= at + NEXT), None)
        if before:
            yield Outdated(before, next((fact for fact in reversed(figures) if fact.end <= at), None))
