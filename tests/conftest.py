"""A coded story made by hand, for the tests of everything that comes after coding."""

from collections.abc import Callable

import pytest

from dateline.issues import Issue
from dateline.model.claim import Claim, EventType, Plover, Status
from dateline.model.coded import CodedStory, Coder
from dateline.model.figure import Figure
from dateline.model.ids import claim_id, story_id, text_id
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.reading import Reading, Sentence
from dateline.model.source import Attribution, Source
from dateline.model.span import Span
from dateline.model.story import Dateline, Story
from dateline.model.time import Time

HEADLINE = "Troops leave Karsu"
LEAD = "At least 40 soldiers left Karsu for Ostan on Monday, the governor said."
DENIAL = "The Northern Front denied shelling the bridge."
TEXT = f"{HEADLINE}\n\n{LEAD}\n\n{DENIAL}\n\nParagraph {{}}."  # as it is read from a file; another word, another story
CODER = Coder("dateline", "0.1.0", "c" * 64, "d" * 64, None)

MakeStory = Callable[..., Story]
MakeCoded = Callable[..., CodedStory]


def _story(extra: str = "", outlet: str | None = "Valley Post", published: str | None = "2021-07-05T16:20") -> Story:
    text = "\n\n".join(part for part in (HEADLINE, LEAD, DENIAL, extra) if part)
    return Story(
        id=story_id(text_id(text), outlet, published),
        text_id=text_id(text),
        path_or_url="karsu.txt",
        outlet=outlet,
        credit="AFP",
        headline=HEADLINE,
        byline=None,
        dateline=Dateline("Ostan", "2021-07-05"),
        published=published,
        published_text=None,
        language="en",
        text=text,
    )


def _coded(story: Story | None = None) -> CodedStory:
    story = story or _story()

    def span(words: str) -> Span:
        start = story.text.index(words)
        return Span(words, start, start + len(words))

    def place(words: str, country: str | None, lat: float | None, lon: float | None, role: str) -> Place:
        found = span(words)
        precision = "settlement" if lat is not None else "region"
        return Place(
            found.text, found.start, found.end,
            role, words, country, "Lower Valley", lat, lon, precision, 3.0 if lat else None, None,  # type: ignore[arg-type]
        )  # fmt: skip

    def claim(trigger: str, sentence: int, plover: Plover, mode: str, status: Status, **values: object) -> Claim:
        at = span(trigger)
        body: dict[str, object] = {
            "actors": (), "targets": (), "instruments": (), "places": (), "time": None, "figures": (),
            "attribution": (), "evidence": (),
        } | values  # fmt: skip
        return Claim(
            id=claim_id(story.id, at.start, at.end, 0),
            sentence=sentence,
            start=sentences[sentence].start,
            end=sentences[sentence].end,
            trigger=at,
            event=EventType(plover, mode, "Strategic developments/Other", f"{mode} of something"),
            status=status,
            confidence=0.9,
            why=f"verb {trigger}",
            **body,  # type: ignore[arg-type]
        )

    sentences = []
    for index, line in enumerate(story.text.split("\n\n")):
        start = story.text.index(line)
        part = "headline" if index == 0 else "body"
        sentences.append(Sentence(index, start, start + len(line), part, index, 0, 0))  # type: ignore[arg-type]
    soldiers, front, bridge = span("soldiers"), span("Northern Front"), span("the bridge")
    monday, forty, governor = span("Monday"), span("At least 40"), span("the governor")
    said = Source(governor.text, governor.start, governor.end, "Governor of Karsu", "government", span("said"))
    army = Party(soldiers.text, soldiers.start, soldiers.end, "Karsu Army", "KRS", "military", "karsu-army", "fact")
    counted = ("fled", "soldier", "military", "Karsu Army", 40, None, "at least", "at-least")
    figure = Figure(forty.text, forty.start, forty.end, *counted)  # type: ignore[arg-type]
    left = claim(
        "left", 1, "RETREAT", "withdraw", "occurred",
        actors=(army,),
        places=(place("Ostan", "OST", None, None, "destination"), place("Karsu", "KRS", 35.25, -12.5, "origin")),
        time=Time(monday.text, monday.start, monday.end, "2021-07-05", "2021-07-05", "2021-07-05", "day", None),
        figures=(figure,),
        attribution=(said,),
    )  # fmt: skip
    shelling = claim(
        "shelling", 2, "ASSAULT", "heavy-weapons", "denied",
        actors=(Party(front.text, front.start, front.end, "Northern Front", None, "rebel", None, "denied"),),
        targets=(Party(bridge.text, bridge.start, bridge.end, "=the bridge", None, "facility", None),),
    )  # fmt: skip
    return CodedStory(
        reading=Reading(story, tuple(sentences), ()),
        speakers=tuple(said if sentence.index == 1 else None for sentence in sentences),
        attributions=(Attribution((governor,), (span("said"),), (span(LEAD[:51]),), "indirect", "Governor of Karsu"),),
        claims=(left, shelling),
        issues=(Issue("place-ambiguous", 0, 0, "the place Karsu could be one of two"),),
    )


@pytest.fixture(scope="session")
def make_story() -> MakeStory:
    """A story; `extra` is one more paragraph, which makes it another story."""
    return _story


@pytest.fixture(scope="session")
def make_coded() -> MakeCoded:
    """A story as coded: a flight of soldiers that a governor tells of, and a denied shelling."""
    return _coded


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder of such stories."""
    return CODER
