"""Who can know: names folded across stories, anonymous ones kept apart; and how far an event is known."""

from dataclasses import replace

import pytest

from dateline.linking.describe import event_of
from dateline.linking.origins import origins_of
from dateline.model.link import Link
from dateline.model.source import Source, grade_key
from dateline.model.telling import Telling
from tests.linking.conftest import MakeTelling, source


def names(tellings: list[Telling], *links: Link) -> list[str]:
    event = event_of("e", tellings, links)
    return [origin.name for origin in event.origins]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (source("border guards", "police"), source("Tajik border guards", "police"), 1),
        (source("police", "police"), source("Musa Danladi", "police", "Police spokesman Musa Danladi"), 1),
        (source("Armenia's defence ministry"), source("Azerbaijan's defence ministry"), 2),
        (source("Tajikistan's security committee"), source("State Committee for National Security"), 1),
        (source("an official"), source("an official"), 2),
        (source(None, "other"), source(None, "other"), 2),
        (source("governor"), source("Northern Front", "rebel"), 2),
        (source("MoD"), source("defense ministry"), 1),
        (source("Afghan Ministry of Defence"), source("Defence Ministry"), 1),
        (source("Kenyan army", "military"), source("Kenya Defence Forces", "military"), 1),
        (source("US military", "military"), source("Afghan military", "military"), 2),
        (source("IDF", "military"), source("Israeli military", "military"), 1),
        (source("Ali Karimi", "government", "defence minister Ali Karimi"), source("defence ministry"), 1),
        (source("Ana Ruiz", "rebel", "Taliban spokeswoman Ana Ruiz"), source("Taliban", "rebel", "the Taliban"), 1),
        (source("Ana Ruiz", "civilian", "former Taliban prisoner Ana Ruiz"), source("Taliban", "rebel"), 2),
        (source("UN refugee agency", "igo"), source("UNHCR", "igo"), 1),
        (source("UNHCR", "igo"), source("United Nations", "igo"), 2),
        (source("AFP", "media"), source("Agence France-Presse", "media"), 1),
        (source("local media", "media"), source("local media", "media"), 2),
        (source("Syrian state media", "media"), source("Syrian state media", "media"), 1),
        (source("journalists", "media"), source("journalists", "media"), 2),
        (source("Ana Ruiz", "individual", "She"), source("Ana Ruiz", "individual", "Dr Ana Ruiz of Karsu"), 1),
        (source("spokesman", "government", "a spokesman"), source("defence ministry spokesman"), 2),
        (source("defence ministry official"), source("defence ministry"), 2),
    ],
)
def test_names_are_folded(telling: MakeTelling, one: Source, other: Source, count: int) -> None:
    tellings = [telling("one", attribution=(one,)), telling("two", attribution=(other,))]
    assert len(names(tellings)) == count
    assert origins_of(tellings, {}) == origins_of(tellings[::-1], {})


def test_ministries_of_one_name_and_two_countries_stay_apart(telling: MakeTelling) -> None:
    def said(story: str, at: int, name: str, text: str | None = None) -> Telling:
        return telling(story, at=at, attribution=(source(name, text=text),))

    both = [said("one", 0, "Armenian defence ministry"), said("two", 0, "Azerbaijan's Ministry of Defence")]
    whose = said("two", 40, "defence ministry")
    anybody = said("three", 0, "Ali Karimi", "defence ministry spokesman Ali Karimi")
    tellings = [*both, whose, anybody]
    origins = event_of("e", tellings).origins
    assert [(origin.name, origin.also) for origin in origins] == [
        ("Ali Karimi", ()),
        ("Armenian defence ministry", ()),
        ("Azerbaijan's Ministry of Defence", ("defence ministry",)),
    ]
    assert event_of("e", tellings[::-1]).origins == origins
    one = event_of("e", [both[0], anybody]).origins
    assert [(origin.name, origin.also) for origin in one] == [("Armenian defence ministry", ("Ali Karimi",))]


def test_a_spokesman_is_tied_by_any_words_of_his_story(telling: MakeTelling) -> None:
    spoken = telling("one", attribution=(source("Ali Karimi", "individual", "He"),))
    ministry = telling("two", attribution=(source("defence ministry"),))
    assert len(names([spoken, ministry])) == 2
    introduced = replace(spoken, sources=(("Ali Karimi", "the defence ministry's spokesman, Ali Karimi"),))
    assert names([introduced, ministry]) == ["defence ministry"]


def test_an_agency_is_one_under_all_its_names(telling: MakeTelling) -> None:
    by_credit, by_outlet = telling("one", credit="AFP"), telling("two", outlet="Agence France-Presse")
    cited = telling("three", attribution=(source("Agence France-Presse", "media", "AFP"),))
    assert names([by_credit, by_outlet, cited]) == ["Agence France-Presse"]


def test_a_grade_holds_for_all_names_of_an_origin(telling: MakeTelling) -> None:
    tellings = [telling(name, attribution=(source(name),)) for name in ("MoD", "defence ministry")]
    (origin,) = event_of("e", tellings, grades={grade_key("MoD"): "B"}).origins
    assert (origin.name, origin.grade) == ("defence ministry", "B")


def test_the_first_link_of_the_chain_is_the_origin(telling: MakeTelling) -> None:
    chain = (source("defence ministry"), source("Khovar", "media"))
    assert names([telling("one", attribution=chain), telling("two", attribution=chain[:1])]) == ["defence ministry"]


def test_a_headline_goes_back_to_whom_the_story_names(telling: MakeTelling) -> None:
    tellings = [telling("one"), telling("one", at=40, attribution=(source("governor"),))]
    assert names(tellings) == ["governor"]


def test_an_outlet_goes_back_to_its_agency_and_a_copy_to_its_original(telling: MakeTelling) -> None:
    assert names([telling("one"), telling("two", outlet="Hill Post", credit="Valley Post")]) == ["Valley Post"]
    two = [telling("one"), telling("two", outlet="Hill Post")]
    assert names(two) == ["Hill Post", "Valley Post"]
    assert names(two, Link("two", "one", "copy", "all words")) == ["Valley Post"]


def test_copies_of_a_story_that_is_not_there_are_one_origin(telling: MakeTelling) -> None:
    links = [Link(story, "gone", "copy", "") for story in ("two", "three")]
    tellings = [telling("two", outlet="Hill Times"), telling("three", outlet="Valley Post")]
    assert len(names(tellings)) == 2
    assert len(names(tellings, *links)) == 1


def test_a_state_is_its_organ_in_one_story(telling: MakeTelling) -> None:
    tellings = [
        telling("one", attribution=(source("Tajikistan"),)),
        telling("one", at=40, attribution=(source("Committee for National Security"),)),
    ]
    assert names(tellings) == ["Committee for National Security"]


def test_how_far_an_event_is_known(telling: MakeTelling) -> None:
    governor, rebels = (source("governor"),), (source("Northern Front", "rebel"),)
    one = telling("one", attribution=governor)
    assert event_of("e", [one]).status == "reported"
    assert event_of("e", [one, telling("two", attribution=governor)]).status == "reported"
    assert event_of("e", [one, telling("two", attribution=rebels)]).status == "corroborated"
    assert event_of("e", [one, telling("two", status="denied", attribution=rebels)]).status == "contested"
    taken_back = telling("two", on="2021-07-06", status="denied", attribution=governor)
    assert event_of("e", [one, taken_back]).status == "retracted"
    assert event_of("e", [telling("two", status="denied", attribution=rebels)]).status == "denied"
    assert event_of("e", [telling("two", status="planned", attribution=rebels)]).status == "planned"
    assert event_of("e", [telling("two", status="background")]).status == "background"
