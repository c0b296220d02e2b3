"""Tests of the forms a source takes: by gender, behind lost commas, before a colon, beside an office."""

from collections.abc import Callable

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.attribution.attribute import Attributed, attribute
from dateline.coding.parties.resolve import Parties
from dateline.model.reading import Reading


def _attributed(reading: Reading) -> Attributed:
    codebook = load_codebook()
    return attribute(reading, codebook, Parties(reading, codebook).party)


@pytest.mark.parametrize(
    ("body", "cue", "name", "kind"),
    [
        ("John Smith met Ana Lopez. She said she was safe. He said he was not.", "said", "Ana Lopez", "individual"),
        ("Zaw Min Tun, a spokesman for the army, said two men had died.", "said", "Zaw Min Tun", "military"),
        ("The Minister of Aviation, Hadi Sirika, said two men had died.", "said", "Hadi Sirika", "government"),
        ("Minister Carlos Lemos Brand left. Lemos said two men had died.", "said", "Carlos Lemos Brand", "government"),
        ("The Ruritanian embassy said two men had died.", "said", "Ruritanian embassy", "government"),
        ("The coalition spokesman Carl Dune left. The union said two men had died.", "said", "union", "labour"),
        ("Twenty people died near the border with Turkey local sources said.", "said", "local sources", "individual"),
        ("The Sana Network said two men had died.", "said", "Sana Network", "civil-society"),
        ("The Freedom Front of Amara said two men had died.", "said", "Freedom Front of Amara", "rebel"),
        ("TV said two men had died.", "said", "TV", "media"),
    ],
)
def test_who_says_so(read_body, body: str, cue: str, name: str, kind: str) -> None:  # type: ignore[no-untyped-def]
    attributed = _attributed(read_body(body))
    found = next(a for a in attributed.attributions if a.cue[0].text == cue)
    link = next(r.links[0] for r in attributed.reported if r.cue_span == found.cue[0])
    assert (found.name, link.kind) == (name, kind)


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("It was the fifth day of a raid allegedly against Kurdish rebels.", "against Kurdish rebels"),
        ("He was killed allegedly by soldiers.", "by soldiers"),
        ("Farmers met in a region that advocates say has emptied since May.", "has emptied since May"),
        (
            "Twenty people died near the border with Turkey local sources said.",
            "Twenty people died near the border with Turkey",
        ),
    ],
)
def test_content_is_no_wider_than_what_is_said(read_body, body: str, content: str) -> None:  # type: ignore[no-untyped-def]
    found = _attributed(read_body(body)).attributions
    assert content in [span.text for attribution in found for span in attribution.content]


@pytest.mark.parametrize(
    "body",
    [
        "Police were called to the market.",
        "The raids have claimed hundreds of lives.",
        "The convoy left according to plan.",
        "Rents rose to twenty dollars per foot.",
        "The talks that should conclude in May began.",
    ],
)
def test_nobody_says_so(read_body, body: str) -> None:  # type: ignore[no-untyped-def]
    assert not _attributed(read_body(body)).reported


def test_reporters_pass_nothing_on(read_body) -> None:  # type: ignore[no-untyped-def]
    reading = read_body("Spokesman Carl Dune told journalists two men had died.")
    died = next(token for token in reading.tokens if token.lemma == "die")
    assert [source.name for source in _attributed(reading).chain(died.index)] == ["Carl Dune"]


def test_a_statement_behind_a_colon_is_its_speakers(read_body) -> None:  # type: ignore[no-untyped-def]
    reading = read_body("Minister Ana Lune said:\n\nThe raid killed twenty people. I mourn them.\n\nIt was a crime.")
    killed = next(token for token in reading.tokens if token.text == "killed")
    assert [source.name for source in _attributed(reading).chain(killed.index)] == ["Ana Lune"]


def test_behind_a_quote_the_source_comes_next(read_body) -> None:  # type: ignore[no-untyped-def]
    reading = read_body('"Ten people died in the blast" said the council adding that the bomber died too.')
    names = {source.name for token in reading.tokens for source in _attributed(reading).chain(token.index)}
    assert names == {"council"}


@pytest.mark.parametrize(
    ("body", "name", "country"),
    [
        ("The Ruritanian Congress of Trade Unions said two men had died.", "Ruritanian Congress of Trade Unions", None),
        ("In Syria, Syrian or Russian jets said nothing. Rebels took Syrias north.", None, None),
    ],
)
def test_names_of_nouns_are_not_the_best_known_bearers(
    read_body: Callable[..., Reading], body: str, name: str | None, country: str | None
) -> None:
    attributed = _attributed(read_body(body))
    assert name is None or name in [a.name for a in attributed.attributions]
    assert all(a.name != "US Congress" for a in attributed.attributions)


@pytest.mark.parametrize(
    ("phrase", "country", "kind"),
    [
        ("Syrian or Russian jets", None, "military"),
        ("regime warplanes", None, "military"),
        ("Syrias army", "SYR", "military"),
    ],
)
def test_forces_and_their_countries(claims_of, phrase: str, country: str | None, kind: str) -> None:  # type: ignore[no-untyped-def]
    claims = claims_of(f"On Sunday {phrase} bombed a school.")
    (actor,) = next(claim for claim in claims if claim.trigger.text == "bombed").actors
    assert (actor.country, actor.kind) == (country, kind)


def test_what_an_attack_is_like_is_nobody(claims_of) -> None:  # type: ignore[no-untyped-def]
    claims = claims_of("The army launched a major assault after a suspected chemical attack.")
    assert {party.name for claim in claims for party in claim.actors + claim.targets} == {"army"}
