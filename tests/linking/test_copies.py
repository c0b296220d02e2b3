"""Copies, versions and look-alikes of stories of the tests' own."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.linking.copies import CopyIndex
from dateline.linking.report import ReportReader, Stretch
from dateline.linking.shelf import Shelf
from dateline.model.ids import story_id, text_id
from dateline.model.link import Link
from dateline.model.story import Story

HEADLINE = "Shells kill 12 at Marasha market"
WIRE = """Shells fired from the hills killed 12 people at a market in Marasha on Monday, surgeon Lina Haddad said.
Another 31 people were wounded, nine of them children, when the shells landed shortly before noon.
The army said rebels of the Northern Front had fired from positions near Tel Anbar.
A spokesman for the Northern Front, Karim Nasser, said its men had left the area on Saturday.
Marasha has been shelled three times since the truce of 4 March fell apart.
Witnesses spoke of bodies between the stalls and of ambulances that could not get through.
Aid workers of the Cedar Society took the wounded to Qasr, 40 kilometres away.
The governor, Omar Dabbas, announced three days of mourning in the province."""
SENTENCES = tuple(WIRE.split("\n"))
REPHRASED = """On Monday a market in Marasha was struck by shelling that left 12 dead, said Lina Haddad, a surgeon.
Haddad counted 31 injured, among them nine minors.
Who fired is in dispute: the military blames the Northern Front, which says that it had withdrawn two days before.
People in the town buried their dead in the evening while shops stayed shut."""
TWIN = """Shells fired from the hills killed 5 people at a market in Dervent on Thursday, surgeon Anton Miric said.
Another 14 people were wounded, two of them children, when the shells landed shortly before noon.
The army said rebels of the Lake Brigades had fired from positions near Brod Kamen.
A spokesman for the Lake Brigades, Pavle Stanic, said its men had left the area on Tuesday.
Dervent has been shelled six times since the truce of 19 May fell apart."""


def story(text: str, hour: int, outlet: str = "Pamir Wire", credit: str | None = None, head: str = HEADLINE) -> Story:
    published = f"2021-07-05T{hour:02}:00"
    whole = f"{head}\n\n{text}"
    number = story_id(text_id(whole), outlet, published)
    return Story(number, text_id(whole), "x", outlet, credit, head, None, None, published, None, "en", whole)


def body(item: Story) -> list[Stretch]:
    return [(len(item.headline or "") + 2, len(item.text), "body")]


def add(index: CopyIndex, *items: Story) -> list[Link]:
    changed = [story for item in items for story in index.add(item, body(item))]
    return [link for story in changed if (link := index.known.link(story))]


def links(index: CopyIndex) -> dict[str, Link]:
    return {item.id: link for item in POOL if (link := index.known.link(item.id))}


ORIGINAL = story(WIRE, 8)

COPIES = {
    "exact": story(WIRE, 9, "Northern Courier"),
    "re-headlined": story(WIRE, 9, "Northern Courier", head="A market under fire"),
    "truncated": story("\n".join(SENTENCES[:3]), 9, "Northern Courier"),
    "quoted in part": story(
        "The town council meets today to speak of shelters. Schools stay closed until further notice.\n"
        + "\n".join(SENTENCES[1:3])
        + "\nSo Pamir Wire reported from the town. Buses do not run. The council will meet again tomorrow morning.",
        9,
        "Northern Courier",
    ),
    "edited": story(
        WIRE.replace("12 people", "twelve persons")
        .replace("on Monday", "Monday")
        .replace("shortly before", "just before")
        .replace("Marasha", "Maraasha")
        .replace("announced", "declared"),
        9,
        "Northern Courier",
    ),
    "shortened within": story("\n".join(SENTENCES[::2]), 9, "Northern Courier"),
    "respun": story(
        "\n".join(
            reversed(
                WIRE.replace("killed", "slew")
                .replace("wounded", "hurt")
                .replace("fired", "launched")
                .replace("positions", "posts")
                .replace("spokesman", "speaker")
                .replace("area", "zone")
                .replace("Witnesses spoke of bodies", "Onlookers told of corpses")
                .replace("announced", "proclaimed")
                .split("\n")
            )
        ),
        9,
        "Spin Daily",
    ),
}
VERSIONS = {
    "toll": (WIRE.replace("12 people", "15 people"), "figure: 12 -> 15"),
    "day": (WIRE.replace("on Monday", "on Sunday"), "date: Monday -> Sunday"),
    "name": (WIRE.replace("Karim Nasser", "Yusuf Khalil"), "name: Karim Nasser -> Yusuf Khalil"),
    "denial": (WIRE.replace("Front had fired", "Front had not fired"), "denial: - -> not fired"),
    "denied": (WIRE.replace("Nasser, said its men", "Nasser, denied its men"), "denial: - -> denied its"),
    "more": (
        WIRE + "\nOn Tuesday prosecutor Salma Idris opened an inquiry and asked 20 witnesses to come forward."
        "\nThree men were arrested in Qasr in the night, a police officer told Pamir Wire by telephone from the town.",
        "added: - -> On Tuesday prosecutor Salma Idris opened an inquiry and asked 20 witnesses ...",
    ),
}  # fmt: skip
NEITHER = {
    "told independently": story(REPHRASED, 9, "Delta Observer"),
    "another event in the same words": story(TWIN, 9),
    "another subject": story("Wheat prices rose in Marasha. Traders blamed rain. Bread is dearer than last week.", 9),
}


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy(kind: str, index: CopyIndex) -> None:
    links = add(index, ORIGINAL, COPIES[kind])
    assert [(link.story, link.of, link.kind, link.changed) for link in links] == [
        (COPIES[kind].id, ORIGINAL.id, "copy", ())
    ]
    assert links[0].why


@pytest.mark.parametrize("kind", VERSIONS)
def test_a_version(kind: str, index: CopyIndex) -> None:
    text, change = VERSIONS[kind]
    later = story(text, 12)
    links = add(index, ORIGINAL, later)
    assert [(link.story, link.of, link.kind) for link in links] == [(later.id, ORIGINAL.id, "version")]
    assert links[0].changed[0] == change


@pytest.mark.parametrize("kind", NEITHER)
def test_neither(kind: str, index: CopyIndex) -> None:
    assert add(index, ORIGINAL, NEITHER[kind]) == []


def test_furniture_does_not_count(index: CopyIndex) -> None:
    line = "Accept 20 cookies from our partners on Friday"
    page = story(f"{WIRE}\n\n{line}", 9, "Northern Courier")
    start = page.text.index(line)
    index.add(ORIGINAL, body(ORIGINAL))
    index.add(page, [(len(HEADLINE) + 2, start, "body"), (start, len(page.text), "boilerplate")])
    link = index.known.link(page.id)
    assert link is not None
    assert (link.kind, link.why) == ("copy", "the same report word for word")


def test_a_credit_is_evidence(index: CopyIndex) -> None:
    credited = story(WIRE, 9, "Northern Courier", credit="Pamir Wire")
    assert add(index, ORIGINAL, credited)[0].why == "the same report word for word; credited to Pamir Wire"


def test_parts_of_two_stories_are_a_copy_of_the_larger(index: CopyIndex) -> None:
    other = story(REPHRASED, 8, "Delta Observer")
    both = story("\n".join(SENTENCES[3:]) + "\n" + "\n".join(REPHRASED.split("\n")[1:]), 9, "Northern Courier")
    link = add(index, ORIGINAL, other, both)[-1]
    assert (link.story, link.of, link.kind) == (both.id, ORIGINAL.id, "copy")


def test_versions_form_a_chain_and_a_late_copy_belongs_to_its_own(index: CopyIndex) -> None:
    second, third = (story(WIRE.replace("12 people", f"{toll} people"), hour) for toll, hour in ((15, 10), (18, 12)))
    reprint = story(WIRE.replace("12 people", "15 people"), 14, "Northern Courier")
    links = add(index, ORIGINAL, second, third, reprint)
    assert [(link.story, link.of, link.kind) for link in links] == [
        (second.id, ORIGINAL.id, "version"),
        (third.id, second.id, "version"),
        (reprint.id, second.id, "copy"),
    ]


def test_the_earlier_published_is_the_origin_whichever_comes_first(index: CopyIndex) -> None:
    copy = COPIES["edited"]
    assert add(index, copy) == []
    assert [(link.story, link.of) for link in add(index, ORIGINAL)] == [(copy.id, ORIGINAL.id)]


def test_of_one_hour_the_longer_is_the_origin(index: CopyIndex) -> None:
    part = story("\n".join(SENTENCES[:4]), 8, "Northern Courier")
    assert [(link.story, link.of) for link in add(index, part, ORIGINAL)] == [(part.id, ORIGINAL.id)]


def test_a_day_without_an_hour_comes_after_the_hours_of_that_day(index: CopyIndex) -> None:
    undated = replace(COPIES["exact"], published="2021-07-05", id="0")
    assert [(link.story, link.of) for link in add(index, undated, ORIGINAL)] == [("0", ORIGINAL.id)]


def test_what_is_taken_out_leaves_no_link(index: CopyIndex) -> None:
    second, reprint = COPIES["edited"], COPIES["truncated"]
    add(index, ORIGINAL, second, reprint)
    assert {link.of for link in links(index).values()} == {ORIGINAL.id}
    assert set(index.remove(ORIGINAL.id)) == {second.id, reprint.id}
    assert index.remove(ORIGINAL.id) == ()
    assert ORIGINAL.id not in {link.of for link in links(index).values()}
    add(index, ORIGINAL)
    assert {link.of for link in links(index).values()} == {ORIGINAL.id}


def test_what_is_known_gives_nothing_new(index: CopyIndex) -> None:
    add(index, ORIGINAL, COPIES["exact"])
    before = links(index)
    assert add(index, ORIGINAL, COPIES["exact"]) == []
    assert links(index) == before


def test_a_figure_changed_long_after_is_of_another_day(index: CopyIndex) -> None:
    bulletin = "Two shells hit the grain store of Qasr on Monday, wounding 4 people."
    first, later = story(bulletin, 8), story(bulletin.replace("4 people", "7 people"), 8)
    later = replace(later, published="2022-01-10T08:00", id="later")
    assert add(index, first, later) == []


def test_the_same_names_in_other_places_tell_another_event(index: CopyIndex) -> None:
    turned = WIRE
    for one, other in (("Marasha", "Qasr"), ("Lina Haddad", "Omar Dabbas"), ("Karim Nasser", "Lina Haddad")):
        turned = turned.replace(one, "~").replace(other, one).replace("~", other)
    assert add(index, ORIGINAL, story(turned.replace("12 people", "7 people").replace("Monday", "Thursday"), 12)) == []


ANOTHER_EVENT = {
    "a name and a day": {"Marasha": "Dervent", "Monday": "Thursday"},
    "a day and a figure": {"Monday": "Thursday", "12 people": "15 people"},
    "a name and a figure": {"Marasha": "Dervent", "12 people": "15 people"},
    "two names": {"Marasha": "Dervent", "Lina Haddad": "Anton Miric"},
    "figures up and down": {"12 people": "19 people", "Another 31": "Another 14"},
}


@pytest.mark.parametrize("kind", ANOTHER_EVENT)
def test_what_is_replaced_together_in_the_same_words_tells_another_event(kind: str, index: CopyIndex) -> None:
    text = "\n".join(SENTENCES[:3])
    other = text
    for before, after in ANOTHER_EVENT[kind].items():
        assert before in other
        other = other.replace(before, after)
    assert add(index, story(text, 8), story(other, 12)) == []


def test_eight_facts_are_kept_for_each_that_is_replaced(index: CopyIndex) -> None:
    moved = WIRE.replace("Another 31", "Another 44").replace("near Tel Anbar", "near Brod Kamen")
    raised = moved.replace("12 people", "15 people")
    assert add(index, ORIGINAL, story(raised, 12)) == []
    index.remove(story(raised, 12).id)
    assert [link.kind for link in add(index, story(moved, 12))] == ["version"]


def test_what_is_put_in_is_told_from_the_same_word_that_was_there(index: CopyIndex) -> None:
    first = WIRE.replace("could not get through", "could not get through, 12 of them in all")
    denied = first.replace("Witnesses spoke of", "Witnesses did not speak of")
    raised = first.replace("12 of them", "14 of them")
    assert add(index, story(first, 8), story(denied, 12))[-1].changed == ("denial: - -> not speak",)
    assert add(index, story(raised, 14))[-1].changed[0] == "figure: 12 -> 14"


def test_figures_that_rise_together_are_a_version(index: CopyIndex) -> None:
    later = WIRE.replace("12 people", "15 people").replace("Another 31", "Another 44").replace("nine of", "ten of")
    (link,) = add(index, ORIGINAL, story(later, 12))
    assert (link.kind, set(link.changed)) == (
        "version",
        {"figure: 12 -> 15", "figure: 31 -> 44", "figure: nine -> ten"},
    )


def test_some_of_the_wounded_die(index: CopyIndex) -> None:
    later = WIRE.replace("12 people", "15 people").replace("Another 31", "Another 28")
    assert [link.kind for link in add(index, ORIGINAL, story(later, 12))] == ["version"]


def test_a_name_in_the_place_of_one_that_the_story_has_elsewhere_is_a_version(index: CopyIndex) -> None:
    later = WIRE.replace("near Tel Anbar", "near Qasr")
    (link,) = add(index, ORIGINAL, story(later, 12))
    assert link.kind == "version"
    assert link.changed[0].startswith("name: ")
    assert link.changed[0].endswith("Qasr")


def test_a_version_of_the_original_is_no_copy_of_its_edited_copy(index: CopyIndex) -> None:
    later = story(WIRE.replace("near Tel Anbar", "near Qasr"), 12)
    link = add(index, ORIGINAL, COPIES["respun"], later)[-1]
    assert (link.story, link.of, link.kind) == (later.id, ORIGINAL.id, "version")


def test_the_days_of_printing_are_no_correction(index: CopyIndex) -> None:
    first, second = (story(f"Marasha, {day} July 2021. {WIRE}", 8) for day in (5, 6))
    second = replace(second, published="2021-07-06T08:00", outlet="Northern Courier", id="reprint")
    assert [(link.kind, link.changed) for link in add(index, first, second)] == [("copy", ())]


POOL = [
    ORIGINAL,
    *(COPIES[kind] for kind in ("exact", "truncated", "edited", "respun")),
    *(story(VERSIONS[kind][0], 12) for kind in ("toll", "denial")),
    *NEITHER.values(),
    story(WIRE.replace("12 people", "19 people"), 16),
]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(POOL))
def test_the_order_of_adding_changes_nothing(order: list[Story], reader: ReportReader) -> None:
    index, straight = CopyIndex(Shelf(), reader), CopyIndex(Shelf(), reader)
    add(index, *order)
    add(straight, *sorted(POOL, key=lambda item: (item.published or "", item.id)))
    assert links(index) == links(straight)


def test_links_point_to_what_is_earlier(reader: ReportReader) -> None:
    index = CopyIndex(Shelf(), reader)
    add(index, *POOL)
    by_id = {item.id: item for item in POOL}
    pairs = [(by_id[link.of].published or "", by_id[link.story].published or "") for link in links(index).values()]
    assert all(earlier <= later for earlier, later in pairs)
    assert len(pairs) == len(POOL) - 1 - len(NEITHER)


PAGE = "https://pamirwire.example/2021/07/05/marasha"


def test_what_stands_on_the_same_page_later_is_a_version_however_much_is_rewritten(index: CopyIndex) -> None:
    first, later = (replace(story(text, hour), path_or_url=PAGE) for text, hour in ((WIRE, 9), (REPHRASED, 15)))
    links = add(index, first, later)
    assert [(link.story, link.of, link.kind) for link in links] == [(later.id, first.id, "version")]
    assert links[0].why.startswith("the same page later; ")


@pytest.mark.parametrize(
    ("page", "outlet", "published"),
    [
        ("https://pamirwire.example/2021/07/05/qasr", "Pamir Wire", "2021-07-05T15:00"),
        ("https://pamirwire.example/", "Pamir Wire", "2021-07-05T15:00"),
        (PAGE, "Oxus Daily", "2021-07-05T15:00"),
        (PAGE, "Pamir Wire", "2021-09-05T15:00"),
    ],
)
def test_another_page_outlet_or_season_is_no_version(index: CopyIndex, page: str, outlet: str, published: str) -> None:
    first = replace(story(WIRE, 9), path_or_url=page if page.endswith("/") else PAGE)
    later = replace(story(REPHRASED, 15), path_or_url=page, outlet=outlet, published=published)
    assert add(index, first, later) == []


def test_the_same_words_on_the_same_page_are_a_copy(index: CopyIndex) -> None:
    first, later = (replace(story(WIRE, hour), path_or_url=PAGE) for hour in (9, 15))
    assert [link.kind for link in add(index, first, later)] == ["copy"]
