"""Whether two stories tell of one matter, by a scored comparison: words by their rarity, years, days and figures."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from math import log, sqrt

from dateline.encoder.frequency import rank
from dateline.linking.cluster import clusters, components
from dateline.linking.match import Evidence
from dateline.linking.report import Report
from dateline.linking.words import folded, stem

ONE_MATTER = 0.14  # points from which two stories tell of one matter
SHOWN = 4  # words that are told as shared
LEAST_FIGURE = 10  # smaller ones are in every story
# For what both have some of: points when they share one, and when they share none.
YEARS, DAYS, FIGURES = (0.03, -0.1), (0.05, -0.03), (0.03, -0.03)
_COMMON = 1_000  # the word of this rank has the weight log(2)


@dataclass(frozen=True, slots=True)
class Gist:
    """What a story is compared by; a word has the weight of its rarity, and all words together the length 1."""

    id: str
    words: dict[str, float]
    years: frozenset[str]
    days: frozenset[str]
    figures: frozenset[str]


@lru_cache(maxsize=65_536)
def rarity(word: str) -> float:
    """The weight of a word by how common it is in English: next to 0 for "the", log(61) for one that is in no list."""
    return log(1 + rank(word) / _COMMON)


def gists(reports: Sequence[Report]) -> list[Gist]:
    """The gists of stories that are compared with each other; what many of them say counts less."""
    told = [words_told(report) for report in reports]
    having = Counter(word for words in told for word in words)
    return [_gist(report, words, having, len(reports)) for report, words in zip(reports, told, strict=True)]


def words_told(report: Report) -> frozenset[str]:
    """The words of a story that say something, without endings."""
    keys = (key for told in report.told for key in told.keys)
    return frozenset(stem(folded(key)) for key in keys if len(key) > 1)


def _gist(report: Report, words: frozenset[str], having: Counter[str], count: int) -> Gist:
    weights = {word: sqrt(rarity(word) * log(count / having[word])) for word in words}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    days = {value for kind, value in report.facts if kind == "day"}
    figures = (value for kind, value in report.facts if kind == "figure" and float(value) >= LEAST_FIGURE)
    return Gist(
        report.id,
        {word: weight / length for word, weight in weights.items() if weight},
        frozenset(day for day in days if len(day) == len("2021") and day.isdigit()),
        frozenset(day for day in days if "-" in day),
        frozenset(figures),
    )


def evidence(one: Gist, other: Gist) -> Iterator[Evidence]:
    """What speaks for two stories' telling of one matter, and against it."""
    shared = {word: one.words[word] * other.words[word] for word in one.words.keys() & other.words.keys()}
    telling = ", ".join(sorted(nlargest(SHOWN, shared, key=lambda word: (shared[word], word))))
    yield Evidence(sum(shared[word] for word in sorted(shared)), f"both say {telling or 'little'}")
    for name, has, others, (for_it, against) in (
        ("years", one.years, other.years, YEARS),
        ("days", one.days, other.days, DAYS),
        ("figures", one.figures, other.figures, FIGURES),
    ):
        if has and others:
            common = sorted(has & others)
            yield Evidence(for_it, f"{name}: {', '.join(common)}") if common else Evidence(against, f"other {name}")


def points(one: Gist, other: Gist) -> float:
    """The sum of the evidence."""
    return sum(item.points for item in evidence(one, other))


def matters(reports: Sequence[Report]) -> list[tuple[str, ...]]:
    """The stories by matter, as ids: joined by the average of their points, whatever their order."""
    by_id = {gist.id: gist for gist in gists(sorted(reports, key=lambda report: report.id))}
    ids = sorted(by_id)
    scored = {(one, two): points(by_id[one], by_id[two]) for n, one in enumerate(ids) for two in ids[n + 1 :]}
    parts = components(ids, [pair for pair, score in scored.items() if score >= ONE_MATTER])
    groups = (clusters(part, lambda one, two: scored[one, two], ONE_MATTER) for part in parts)
    return sorted(group for part in groups for group in part)
