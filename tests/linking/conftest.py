"""Claims made by hand, and stories coded by the rules, as linking takes them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dateline.actions.read import read
from dateline.linking.copies import CopyIndex
from dateline.linking.report import ReportReader
from dateline.linking.shelf import Shelf
from dateline.model.claim import Claim, EventType, Status
from dateline.model.coded import CodedStory
from dateline.model.figure import Figure
from dateline.model.ids import hash_id
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.source import Source
from dateline.model.span import Span
from dateline.model.telling import Telling
from dateline.model.time import Time
from dateline.settings import Settings

MakeTelling = Callable[..., Telling]
OPENING = "Troops cross at Karsu\n\nSoldiers of Ostland crossed the river at Karsu on Monday, officials in Ostan said."


@pytest.fixture(scope="module")
def reader() -> ReportReader:
    """Reads reports for links; a module may have one that knows other places."""
    return ReportReader()


@pytest.fixture
def index(reader: ReportReader) -> CopyIndex:
    return CopyIndex(Shelf(), reader)


def party(name: str, country: str | None = None, kind: str = "military", identity: str | None = None) -> Party:
    return Party(name, 0, len(name), name, country, kind, identity)  # type: ignore[arg-type]


def place(name: str, country: str | None, lat: float | None = None, lon: float | None = None) -> Place:
    precision, km = ("settlement", 3.0) if lat is not None else ("country", None)
    return Place(name, 0, 5, "where", name, country, None, lat, lon, precision, km, None)  # type: ignore[arg-type]


def time(first: str, last: str | None = None, precision: str = "day") -> Time:
    return Time("then", 0, 4, first, first, last or first, precision, None)  # type: ignore[arg-type]


def figure(low: int | None, high: int | None, counts: str = "fled", start: int = 0, **values: object) -> Figure:
    plain: dict[str, object] = {"population": "military", "side": None, "cumulative": False, "part_of": None} | values
    return Figure(
        "so many", start, start + 7, counts, "person", plain["population"], plain["side"], low, high, None,  # type: ignore[arg-type]
        "exact", plain["cumulative"], plain["part_of"],  # type: ignore[arg-type]
    )  # fmt: skip


def source(name: str | None, kind: str = "government", text: str | None = None) -> Source:
    words = text or name or "reportedly"
    return Source(words, 0, len(words), name, kind, None)  # type: ignore[arg-type]


@pytest.fixture
def telling() -> MakeTelling:
    """Make a claim of a crossing, with the values that a test is about."""

    def make(
        story: str = "one",
        on: str = "2021-07-05",
        at: int = 0,
        plover: str = "RETREAT",
        mode: str | None = "withdraw",
        status: Status = "occurred",
        outlet: str | None = "Valley Post",
        credit: str | None = None,
        opening: str = OPENING,
        sentence: int = 1,
        **values: object,
    ) -> Telling:
        body: dict[str, object] = {
            "actors": (party("Ostland soldiers", "OST"),), "targets": (), "instruments": (),
            "places": (place("Karsu", "KRS", 35.0, 60.0),), "time": time("2021-07-05"), "figures": (),
            "attribution": (), "evidence": (),
        } | values  # fmt: skip
        claim = Claim(
            id=hash_id(story, at),
            sentence=sentence,
            start=0,
            end=50,
            trigger=Span("crossed", at, at + 7),
            event=EventType(plover, mode, None, "crossing of troops"),  # type: ignore[arg-type]
            status=status,
            confidence=0.9,
            why="",
            **body,  # type: ignore[arg-type]
        )
        return Telling(claim, story, outlet, credit, on[:10], on, opening, ("KRS", "OST"))

    return make


def tellings_of(coded: CodedStory) -> list[Telling]:
    """The claims of a coded story as linking takes them."""
    story = coded.reading.story
    countries = {place.country for claim in coded.claims for place in claim.places}
    countries |= {party.country for claim in coded.claims for party in claim.actors + claim.targets}
    return [
        Telling(
            claim, story.id, story.outlet, story.credit, story.written_at, story.published or story.written_at,
            story.text[:800], tuple(sorted(country for country in countries if country)),
        )
        for claim in coded.claims
    ]  # fmt: skip


def coded_by_rules(folder: Path) -> list[list[Telling]]:
    """The stories of a folder, each as its claims."""
    stories = read(folder, Settings(no_model=True))
    return [tellings_of(story) for story in stories if isinstance(story, CodedStory)]


def flat(stories: Sequence[Sequence[Telling]]) -> dict[str, Telling]:
    """All claims by id."""
    return {telling.claim.id: telling for story in stories for telling in story}
