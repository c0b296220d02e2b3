"""Fingerprints of a report: a fixed sample of the hashes of its runs of words, for finding what shares text with it."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

RUN = 4  # words
EACH = 4  # one hash in so many is kept
FEWEST = 24  # of a short report so many are kept, the smallest


def fingerprints(sentences: Iterable[Sequence[str]]) -> frozenset[int]:
    """The hashes that are multiples of EACH (scaled MinHash, Irber et al. 2022), or the smallest of a short report.

    Two reports share a sampled hash exactly when they share its run of words, so that the share of common
    fingerprints estimates how much of either is contained in the other, however different their lengths are. Numbers
    are one word, whatever they say: a raised toll breaks no run.
    """
    hashes = {_hash(run) for words in sentences for run in _runs(words)}
    sampled = frozenset(number for number in hashes if number % EACH == 0)
    return sampled if len(sampled) >= FEWEST else frozenset(sorted(hashes)[:FEWEST]) | sampled


def address_prints(address: str) -> frozenset[int]:
    """Two hashes of the address of a page: as many as make two reports with nothing else in common candidates."""
    return frozenset(_hash(f"{number} {address}") for number in range(2))


def opening_prints(outlet: str | None, names: Iterable[str], *, is_renewing: bool) -> frozenset[int]:
    """A hash for each name that a story of an outlet opens with, others for stories that say that they renew one."""
    kind = "renews" if is_renewing else "opens"
    return frozenset(_hash(f"{kind} {outlet} {name}") for name in names if outlet)


def _runs(words: Sequence[str]) -> Iterator[str]:
    plain = ["#" if word[0].isdigit() else word for word in words]
    for start in range(max(1, len(plain) - RUN + 1)):
        yield " ".join(plain[start : start + RUN])


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=7).digest(), "big")
