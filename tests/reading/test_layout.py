"""Layouts told apart by what they say."""

from dateline.codebook.layout import Layout
from dateline.model.ids import text_id
from dateline.model.story import Dateline, Story
from dateline.reading.finds import Finds
from dateline.reading.layout import lay_out


def story(text: str, **known: str) -> Story:
    fields = dict.fromkeys(("outlet", "credit", "headline", "byline", "published", "published_text", "language"))
    return Story(id="0", text_id=text_id(text), path_or_url="a.txt", dateline=None, text=text, **{**fields, **known})


def read(text: str, layout: Layout, **known: str) -> Finds:
    return lay_out(story(text, **known), layout, {"Ostan", "KARSU"}.__contains__)


def parts(finds: Finds) -> list[tuple[str, str]]:
    return [(section.part, finds.text[section.start : section.end]) for section in finds.sections]


def test_the_plain_layout(layout: Layout) -> None:
    finds = read("Rebels shell market\n\n2019-03-04\n\nRebels shelled a market.\n\nFour people died.\n", layout)
    assert parts(finds) == [
        ("headline", "Rebels shell market"),
        ("boilerplate", "2019-03-04"),
        ("lead", "Rebels shelled a market."),
        ("body", "Four people died."),
    ]
    assert (finds.headline, finds.published, finds.published_text) == (
        "Rebels shell market",
        "2019-03-04",
        "2019-03-04",
    )


def test_a_page_with_byline_repeated_headline_and_dateline(layout: Layout) -> None:
    finds = read(
        "Over 90 Fighters Cross Border\n\nImran Saeed 3 minutes ago Tue 09th March 2021 | 01:05 AM\n\n"
        "Over 90 fighters cross border\n\n"
        "Ostan, March 9 (UrduPoint / Some Wire - 9th Mar, 2021 ) :More than 90 fighters crossed the border.\n\n"
        "- 'A dark day' - Already short of water, villagers left.",
        layout,
    )
    assert parts(finds) == [
        ("headline", "Over 90 Fighters Cross Border"),
        ("byline", "Imran Saeed 3 minutes ago Tue 09th March 2021 | 01:05 AM"),
        ("boilerplate", "Over 90 fighters cross border"),
        ("dateline", "Ostan, March 9 (UrduPoint / Some Wire - 9th Mar, 2021 ) :"),
        ("lead", "More than 90 fighters crossed the border."),
        ("subhead", "- 'A dark day' -"),
        ("body", "Already short of water, villagers left."),
    ]
    assert (finds.byline, finds.outlet, finds.published) == ("Imran Saeed", "UrduPoint", "2021-03-09T01:05")
    assert finds.dateline() == Dateline("Ostan", "2021-03-09")


def test_a_head_run_into_the_report(layout: Layout) -> None:
    finds = read(
        "Rebels seize mill near Ostan Monitor\n\n2015-02-01\n\n"
        "Rebels seize mill near Ostan Monitor AFP Sunday 1 Feb 2015 Rebels took a mill on Sunday. Two died.",
        layout,
    )
    assert [part for part, _ in parts(finds)] == ["headline", *["boilerplate"] * 4, "lead"]
    assert parts(finds)[-1][1] == "Rebels took a mill on Sunday. Two died."
    assert finds.credit == "AFP"


def test_a_head_on_one_line_without_metadata(layout: Layout) -> None:
    finds = read("Rebels seize mill near Ostan Monitor AFP Sunday 1 Feb 2015 Rebels took a mill on Sunday.", layout)
    assert (finds.headline, finds.credit, finds.published) == (
        "Rebels seize mill near Ostan Monitor",
        "AFP",
        "2015-02-01",
    )


def test_a_date_in_the_first_sentence_is_no_head(layout: Layout) -> None:
    text = "The bridge was hit on Sunday 1 February 2015 The governor said so."
    assert parts(read(text, layout)) == [("lead", text)]


def test_a_wire_in_capitals(layout: Layout) -> None:
    text = (
        "   KARSU, 6 APR 91 (ACAN-EFE) -- [TEXT] TEN SOLDIERS WERE\nWOUNDED IN THE HILLS.  ONE DIED.\n\n"
        "   THE ARMY HAS\nSAID NOTHING.\n"
    )
    finds = read(text, layout)
    assert parts(finds) == [
        ("dateline", "KARSU, 6 APR 91 (ACAN-EFE) -- [TEXT]"),
        ("lead", "TEN SOLDIERS WERE\nWOUNDED IN THE HILLS.  ONE DIED."),
        ("body", "THE ARMY HAS\nSAID NOTHING."),
    ]
    assert (finds.credit, finds.published, finds.dateline()) == ("ACAN-EFE", None, Dateline("Karsu", "1991-04-06"))


def test_bullets_colon_dateline_subhead_and_foot(layout: Layout) -> None:
    finds = read(
        "Marchers storm depot, hold guards\n\n• Two dead, many hurt\n\n"
        "KARSU: Marchers stormed a depot on Friday and held guards.\n\nThe police said two had died.\n\n"
        "Anger in Ostan\n\nIn the town of Ostan, people closed the road for hours to protest.\n\n"
        "Omar Khan in Karsu also contributed to this report\n\nPublished in Dawn, May 2nd, 2020",
        layout,
    )
    assert [part for part, _ in parts(finds)] == [
        "headline", "body", "dateline", "lead", "body", "subhead", "body", "boilerplate", "boilerplate",
    ]  # fmt: skip
    assert (finds.outlet, finds.published, finds.published_text) == ("Dawn", "2020-05-02", "May 2nd, 2020")


def test_metadata_is_never_overridden(layout: Layout) -> None:
    text = "Karsu calm\n\n2019-03-04\n\nKARSU (Reuters) - The town was calm on Monday."
    finds = read(text, layout, published="2019-03-05", outlet="Valley Post", credit="dpa", headline="Calm in Karsu")
    assert (finds.published, finds.outlet, finds.credit, finds.headline) == (
        "2019-03-05", "Valley Post", "dpa", "Calm in Karsu",
    )  # fmt: skip


def test_furniture_inside_the_story(layout: Layout) -> None:
    finds = read(
        "Guards freed\n\nTen guards were freed on Monday, officials said.\n\n"
        "Sign up for our daily newsletter and get the news delivered to your inbox. By clicking “Sign up”, you agree "
        "to our Terms.\n\nRead more: The hills in flames\n\nAdvertisement\n\nThe guards walked home.\n\n"
        "Freed guards reach Ostan on Monday. [Ali Jan/Reuters]\n\nThey were tired.",
        layout,
    )
    assert [part for part, _ in parts(finds)] == [
        "headline", "lead", "boilerplate", "boilerplate", "boilerplate", "body", "caption", "body",
    ]  # fmt: skip


def test_a_page_title_run_into_the_report(layout: Layout) -> None:
    finds = read("Two shot in Karsu park | valley9.comKARSU (VTV) -- Two men were shot in a park.", layout)
    assert parts(finds) == [
        ("headline", "Two shot in Karsu park"),
        ("boilerplate", "| valley9.com"),
        ("dateline", "KARSU (VTV) --"),
        ("lead", "Two men were shot in a park."),
    ]


def test_a_first_sentence_that_stands_twice_is_coded_once(layout: Layout) -> None:
    sentence = "Seven people were hurt when a shell fell on the market of Ostan."
    finds = read(f"Shell hits market\n\n{sentence} {sentence} The army fired back.", layout)
    assert parts(finds)[1:] == [("lead", sentence), ("boilerplate", sentence), ("body", "The army fired back.")]


def test_a_list_has_no_subheads(layout: Layout) -> None:
    text = "Arms found\n\nSoldiers found arms in a barn on Monday.\n\nTwo rifles\n\nOne mortar\n\nTen mines"
    assert [part for part, _ in parts(read(text, layout))] == ["headline", "lead", "body", "body", "body"]


def test_one_paragraph_a_line(layout: Layout) -> None:
    finds = read("Talks open\n\nTalks opened today.\nBoth sides came.\nNobody spoke.\n", layout)
    assert parts(finds)[1:] == [
        ("lead", "Talks opened today."),
        ("body", "Both sides came."),
        ("body", "Nobody spoke."),
    ]
