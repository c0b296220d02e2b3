"""The figures of an event's claims as one list, each with what it counts, of whom, and who says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.linking.profile import side_of
from dateline.model.figure import Counts, Figure, Population
from dateline.model.telling import Telling

_THINGS = """
household family district base vehicle tank aircraft village town city province place attack rocket missile drone house
building school ship boat post outpost
"""
_NO_PERSONS = frozenset(_THINGS.split())


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted, of whom: figures of one kind can agree or contradict."""

    counts: Counts
    unit: str
    population: Population
    side: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of one claim. `order` is its place in the event: by time of report, story and words.

    `named` is the number that its words name, None when they name none ("dozens", "20 to 30"); `unit` is theirs.
    """

    kind: Kind
    unit: str
    claim: str
    story: str
    low: int | None
    high: int | None
    named: int | None
    who: str
    side_name: str | None
    said_at: str
    order: tuple[str, bool, str, int]
    is_part: bool


def entries_of(
    tellings: Sequence[Telling], origins: Mapping[str, str], copied: Mapping[str, str]
) -> dict[Kind, list[Entry]]:
    """The figures of an event by kind, in order; what a claim denies is no figure of its own.

    `copied` gives for a story the one it copies: a copy says what it says when the first was printed, and after it.
    A figure whose population or side is not told counts with the only kind that is told.
    """
    found = sorted(_each(tellings, origins, copied), key=lambda entry: entry.order)
    for field in ("population", "side"):
        found = [_completed(entry, found, field) for entry in found]
    kinds: dict[Kind, list[Entry]] = {}
    for entry in found:
        kinds.setdefault(entry.kind, []).append(entry)
    return dict(
        sorted(kinds.items(), key=lambda item: (item[0].counts, item[0].unit, item[0].population, item[0].side or ""))
    )


def _each(tellings: Sequence[Telling], origins: Mapping[str, str], roots: Mapping[str, str]) -> Iterator[Entry]:
    times = {telling.story: telling.said_at or telling.written_on or "" for telling in tellings}
    for telling in tellings:
        claim = telling.claim
        if claim.status == "denied":
            continue
        for figure in claim.figures:
            if figure.low is None and figure.high is None:
                continue
            side = side_of(figure, claim.actors + claim.targets)
            printed_first = roots.get(telling.story, telling.story)
            said_at = times.get(printed_first) or times[telling.story]
            yield Entry(
                kind=Kind(_counts(figure), _unit(figure.unit), figure.population, side),
                unit=figure.unit,
                claim=claim.id,
                story=telling.story,
                low=figure.low,
                high=figure.high,
                named=_named(figure),
                who=origins[claim.id],
                side_name=figure.side,
                said_at=said_at,
                order=(said_at, telling.story != printed_first, telling.story, figure.start),
                is_part=figure.part_of is not None,
            )


def _named(figure: Figure) -> int | None:
    """The number in a figure's words. Example: 400 in "about 400" and "at least 400", 1,600 in "nearly 1,600"."""
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return figure.high if figure.low is None else figure.low
    return {"about": round((figure.low + figure.high) / 2), "nearly": figure.high}.get(figure.rule)


def _counts(figure: Figure) -> Counts:
    """Soldiers who are called displaced have fled: no displacement total holds soldiers."""
    return "fled" if figure.counts == "displaced" and figure.population == "military" else figure.counts


def _unit(unit: str) -> str:
    return unit if unit in _NO_PERSONS else "person"


def _completed(entry: Entry, entries: Sequence[Entry], field: str) -> Entry:
    unknown: str | None = "unknown" if field == "population" else None
    if getattr(entry.kind, field) != unknown:
        return entry
    same = (
        other.kind for other in entries if (other.kind.counts, other.kind.unit) == (entry.kind.counts, entry.kind.unit)
    )
    told = {getattr(kind, field) for kind in same} - {unknown}
    return replace(entry, kind=replace(entry.kind, **{field: told.pop()})) if len(told) == 1 else entry
