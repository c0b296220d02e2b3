"""Reads the hard cases from `cases/*.txt`, codes them, and says what falls short.

A case is a short report and what a careful analyst would make of it:

    == passive-with-agent
    Three soldiers were killed by rebels in Kidal on Sunday.
    + killed | ASSAULT | occurred | actor: rebels (rebel) | figure: killed 3 | place: where Kidal | time: 2021-07-04
    - rebels | COERCE

A line `+` is a claim that must be there: the words its trigger overlaps, its type, its status, then fields. A line `-`
is a claim that must not be there: it is broken by any claim that fits all that the line says. `+ nothing else` forbids
claims that no `+` asks for. `@ published:` and `@ headline:` are what the story comes with, `! reason` says why a case
does not hold yet. Alternatives are separated by `/`, several things of a field by `,`; an empty type or status is any;
a field of `none` must be empty. In brackets after a party or a place stand its kind, precision, certainty or country.
Figures are `killed 3`, `killed 12-` (12 or more), `killed -50`, with `total` for running totals, `part` for parts of
another figure, or a unit or population. `by:` is the chain of who says so, the first speaker first, `>` between them;
`?` is a speaker without a name. A line `= credit: AFP` asks for a field of the story, `= issue: CODE` for an issue.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dateline.model.claim import PLOVER_TYPES, STATUSES, Claim
from dateline.model.coded import CodedStory
from dateline.model.figure import Figure
from dateline.model.ids import story_id, text_id
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.source import Source
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.settings import Settings

CASES = Path(__file__).parent / "cases"
PUBLISHED = "2021-07-06"  # a Tuesday
HEADLINE = "Evening bulletin"
FIELDS = frozenset({"actor", "target", "figure", "place", "time", "by", "mode"})


@dataclass(frozen=True)
class Line:
    """One `+` or `-` line: what a claim must be like to fit it."""

    written: str
    triggers: tuple[str, ...]
    plover: tuple[str, ...]
    status: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]


@dataclass
class Case:
    """A report with its `+` lines (`wanted`) and `-` lines (`forbidden`)."""

    name: str
    published: str = PUBLISHED
    headline: str = HEADLINE
    paragraphs: list[str] = field(default_factory=list)
    wanted: list[Line] = field(default_factory=list)
    forbidden: list[Line] = field(default_factory=list)
    of_story: list[tuple[str, str]] = field(default_factory=list)
    is_closed: bool = False
    shortcoming: str | None = None

    @property
    def text(self) -> str:
        """The story's text: the headline and the paragraphs."""
        return "\n\n".join([self.headline, *self.paragraphs])


def read_cases(theme: str) -> Iterator[Case]:
    """The cases of the file `cases/THEME.txt`; raises ValueError at a line that says nothing."""
    case: Case | None = None
    for line in (CASES / f"{theme}.txt").read_text(encoding="utf-8").splitlines():
        sign, rest = line[:2].strip(), line[2:].strip()
        if line.startswith("== "):
            if case:
                yield _checked(case)
            case = Case(rest.strip())
        elif not line.strip() or line.startswith("#"):
            continue
        elif case is None:
            raise ValueError(f"{theme}: {line!r} stands before the first case")
        elif sign == "+" and rest == "nothing else":
            case.is_closed = True
        elif sign in {"+", "-"}:
            (case.wanted if sign == "+" else case.forbidden).append(_line(rest))
        elif sign == "=" and not line.startswith("=="):
            key, _, value = rest.partition(": ")
            case.of_story.append((key, value))
        elif sign == "@":
            key, _, value = rest.partition(":")
            if key not in {"published", "headline"}:
                raise ValueError(f"{case.name}: {key!r} is neither published nor headline")
            setattr(case, key, value.strip())
        elif sign == "!":
            case.shortcoming = rest
        else:
            case.paragraphs.append(line)
    if case:
        yield _checked(case)


def _checked(case: Case) -> Case:
    """The case, if it can fail: its triggers stand in the text, and it asks for or forbids something."""
    if not (case.wanted or case.forbidden or case.of_story or case.is_closed):
        raise ValueError(f"{case.name} asks for nothing")
    for line in case.wanted + case.forbidden:
        for trigger in line.triggers:
            if trigger != "*" and not _occurrences(case.text, trigger):
                raise ValueError(f"{case.name}: {trigger!r} is not in the text")
    return case


def _line(written: str) -> Line:
    parts = [part.strip() for part in written.split("|")]
    bare = [part for part in parts if not re.match(r"[a-z]+: ", part)]
    pairs = [part.partition(": ") for part in parts if re.match(r"[a-z]+: ", part)]
    triggers, plover, status = (tuple(filter(None, part.split("/"))) for part in [*bare, "", ""][:3])
    unknown = {*plover} - {*PLOVER_TYPES} | {*status} - {*STATUSES} | {key for key, _, _ in pairs} - FIELDS
    if unknown or not triggers:
        raise ValueError(f"{written!r} cannot be read: {', '.join(unknown) or 'no trigger'}")
    return Line(written, triggers, plover, status, tuple((key, value) for key, _, value in pairs))


def _occurrences(text: str, words: str) -> list[tuple[int, int]]:
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


def code_case(case: Case) -> CodedStory:
    """The case as the pipeline codes it."""
    identity = text_id(case.text)
    story = Story(
        id=story_id(identity, "Valley Post", case.published),
        text_id=identity,
        path_or_url=f"{case.name}.txt",
        outlet="Valley Post",
        credit=None,
        headline=None,
        byline=None,
        dateline=None,
        published=case.published,
        published_text=None,
        language="en",
        text=case.text,
    )
    return next(code([story], Settings()))


def shortfalls(case: Case) -> list[str]:
    """What the coded case lacks or has too much of, one line each; empty when it holds."""
    coded = code_case(case)
    claims = coded.claims
    faults = [fault for key, value in case.of_story if (fault := _story_fault(coded, key, value))]
    asked: set[str] = set()
    for line in case.wanted:
        triggered = [claim for claim in claims if _is_triggered(case, claim, line)]
        asked.update(claim.id for claim in triggered)
        if not triggered:
            faults.append(f"no claim for: {line.written}")
        elif not any(not _misfits(claim, line) for claim in triggered):
            best = min(triggered, key=lambda claim: len(_misfits(claim, line)))
            faults.append(f"{line.written}\n      is: {'; '.join(_misfits(best, line))}\n      {_summary(best)}")
    for line in case.forbidden:
        faults.extend(
            f"must not be: {line.written}\n      {_summary(claim)}"
            for claim in claims
            if _is_triggered(case, claim, line) and not _misfits(claim, line)
        )
    if case.is_closed:
        faults.extend(f"nothing else, but: {_summary(claim)}" for claim in claims if claim.id not in asked)
    return faults


def _story_fault(coded: CodedStory, key: str, value: str) -> str | None:
    if key == "issue":
        have = [issue.code for issue in coded.issues]
        return None if value in have else f"no issue {value}, but {', '.join(have) or 'none'}"
    field_value = getattr(coded.reading.story, key)
    return None if field_value == value else f"{key} is {field_value!r}"


def _is_triggered(case: Case, claim: Claim, line: Line) -> bool:
    spans = [span for words in line.triggers for span in _occurrences(case.text, words)]
    return "*" in line.triggers or any(claim.trigger.start < end and start < claim.trigger.end for start, end in spans)


def _misfits(claim: Claim, line: Line) -> list[str]:
    misfits = []
    if line.plover and claim.event.plover not in line.plover:
        misfits.append(f"type {claim.event.plover}")
    if line.status and claim.status not in line.status:
        misfits.append(f"status {claim.status}")
    for key, value in line.fields:
        have, fits = _CHECKS[key](claim, value)
        if not fits:
            misfits.append(f"{key} {have}")
    return misfits


Check = Callable[[Claim, str], tuple[str, bool]]


def _each(value: str, fits: Callable[[str], bool]) -> bool:
    return all(any(fits(choice.strip()) for choice in part.split("/")) for part in value.split(", "))


def _bracketed(value: str) -> tuple[str, set[str]]:
    match = re.match(r"(.*?)\s*\(([^)]*)\)$", value)
    return (match[1], set(match[2].split())) if match else (value, set())


def _is_named(party: Party, value: str) -> bool:
    name, marks = _bracketed(value)
    has = {party.kind, party.certainty, party.country}
    return marks <= has and name.casefold() in f"{party.name} | {party.text}".casefold()


def _parties(parties: tuple[Party, ...], value: str) -> tuple[str, bool]:
    have = ", ".join(f"{p.text!r}={p.name!r} {p.kind} {p.country} {p.certainty}" for p in parties) or "none"
    if "none" in value.split("/") and not parties:
        return have, True
    return have, _each(value, lambda choice: any(_is_named(party, choice) for party in parties))


def _figures(claim: Claim, value: str) -> tuple[str, bool]:
    have = ", ".join(_figure_text(figure) for figure in claim.figures) or "none"
    if value == "none":
        return have, not claim.figures
    return have, _each(value, lambda choice: any(_is_figure(figure, choice) for figure in claim.figures))


def _is_figure(figure: Figure, value: str) -> bool:
    counts, bounds, *marks = value.split()
    low, dash, high = bounds.partition("-")
    wanted = (int(low) if low else None, int(high) if high else None) if dash else (int(low), int(low))
    has = {figure.unit, figure.population, figure.side}
    has |= {"total"} if figure.cumulative else {"new"}
    has |= {"part"} if figure.part_of is not None else {"whole"}
    return counts == figure.counts and (figure.low, figure.high) == wanted and set(marks) <= has


def _figure_text(figure: Figure) -> str:
    low, high = ("" if bound is None else bound for bound in (figure.low, figure.high))
    marks = ["total"] * figure.cumulative + ["part"] * (figure.part_of is not None)
    return " ".join([figure.counts, f"{low}-{high}", figure.unit, figure.population, figure.side or "-", *marks])


def _places(claim: Claim, value: str) -> tuple[str, bool]:
    have = ", ".join(f"{p.role} {p.text!r}={p.name!r} {p.precision} {p.country}" for p in claim.places) or "none"
    if value == "none":
        return have, not claim.places
    return have, _each(value, lambda choice: any(_is_place(place, choice) for place in claim.places))


def _is_place(place: Place, value: str) -> bool:
    written, marks = _bracketed(value)
    role, _, name = written.partition(" ")
    return (
        place.role == role
        and marks <= {place.precision, place.country, place.admin1}
        and name.casefold() in f"{place.name} | {place.text}".casefold()
    )


def _time(claim: Claim, value: str) -> tuple[str, bool]:
    have = "none" if claim.time is None or claim.time.edtf is None else claim.time.edtf
    part = claim.time.part_of_day if claim.time else None
    return f"{have} {part}", value in {have, f"{have} {part}"}


def _sources(claim: Claim, value: str) -> tuple[str, bool]:
    have = " > ".join(f"{source.text!r}={source.name!r}" for source in claim.attribution) or "none"
    if value == "none":
        return have, not claim.attribution
    links = value.split(" > ")
    fits = len(links) == len(claim.attribution) and all(map(_is_source, claim.attribution, links))
    return have, fits


def _is_source(source: Source, value: str) -> bool:
    if value == "?":
        return source.name is None
    return any(choice.casefold() in f"{source.name} | {source.text}".casefold() for choice in value.split("/"))


_CHECKS: dict[str, Check] = {
    "actor": lambda claim, value: _parties(claim.actors, value),
    "target": lambda claim, value: _parties(claim.targets, value),
    "figure": _figures,
    "place": _places,
    "time": _time,
    "by": _sources,
    "mode": lambda claim, value: (str(claim.event.mode), claim.event.mode in value.split("/")),
}


def _summary(claim: Claim) -> str:
    fields = ", ".join(f"{key}: {check(claim, 'none')[0]}" for key, check in _CHECKS.items())
    return f"[{claim.trigger.text!r} {claim.event.plover} {claim.status} ({claim.why}) {fields}]"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Gives a test that asks for a `case` every case of its module's `THEMES`."""
    if "case" in metafunc.fixturenames:
        parameters = [
            pytest.param(
                case,
                id=f"{theme}:{case.name}",
                marks=[pytest.mark.xfail(reason=case.shortcoming, strict=True)] if case.shortcoming else [],
            )
            for theme in metafunc.module.THEMES
            for case in read_cases(theme)
        ]
        metafunc.parametrize("case", parameters)


@pytest.fixture(scope="session")
def falls_short() -> Callable[[Case], list[str]]:
    """What a case lacks or has too much of."""
    return shortfalls
