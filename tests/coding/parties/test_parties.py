"""One phrase to a party."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook.codebook import load_codebook
from dateline.coding.parties.resolve import Parties
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.party import Party
from dateline.model.reading import Reading

ReadBody = Callable[..., Reading]


def party_of(reading: Reading, word: str, *, as_government: bool = False) -> Party | None:
    """The party of the phrase whose head is the last occurrence of a word."""
    head = next(token.index for token in reversed(reading.tokens) if token.text == word)
    return Parties(reading, load_codebook()).party(head, *noun_phrase(reading, head), as_government=as_government)


@pytest.mark.parametrize(
    ("body", "word", "name", "country", "kind", "known"),
    [
        ("The Taliban attacked a convoy.", "Taliban", "Taliban", "AFG", "rebel", "taliban"),
        ("Some 300 Afghan troops crossed the river.", "troops", "Afghan troops", "AFG", "military", None),
        ("Two of the rebels were shot dead.", "Two", "rebels", None, "rebel", None),
        ("Fighters from Mali crossed the river. IS fighters followed.", "fighters", "Islamic State", None, "rebel",
         "islamic-state"),
        ("Members of Islamic State burned the mill.", "Members", "Islamic State", None, "rebel", "islamic-state"),
        ("Suspected Islamist gunmen burned the mill.", "gunmen", "Islamist gunmen", None, "rebel", None),
        ("Armed men on motorcycles burned the mill.", "men", "armed men", None, "unidentified-armed", None),
        ("A group of guerrillas burned the mill.", "group", "group of guerrillas", None, "rebel", None),
        ("The rebel commander was killed.", "commander", "rebel commander", None, "rebel", None),
        ("A police spokesman denied it.", "spokesman", "police spokesman", None, "police", None),
        ("The Kenyan defence minister resigned.", "minister", "Kenyan defence minister", "KEN", "government", None),
        ("Mali's army shelled the market.", "army", "Mali's army", "MLI", "military", None),
        ("Gunmen attacked a police station.", "station", "police station", None, "facility", None),
        ("Soldiers shot three children.", "children", "children", None, "civilian", None),
        ("France accused the rebels.", "France", "France", "FRA", "government", None),
        ("The Kremlin accused the rebels.", "Kremlin", "Russia", "RUS", "government", None),
        ("Hezbollah members crossed the river.", "members", "Hezbollah", "LBN", "rebel", "hezbollah"),
        ("The Lebanese group Hezbollah crossed the river.", "group", "Hezbollah", "LBN", "rebel", "hezbollah"),
        ("Chad's defence minister, Idris Adamou, denied it.", "Adamou", "Idris Adamou", "TCD", "government", None),
        ("A Kenyan army helicopter strafed the camp.", "helicopter", "Kenyan army helicopter", "KEN", "military", None),
        ("Rebels shot down a Kenyan army helicopter.", "helicopter", "Kenyan army helicopter", "KEN", "facility", None),
        ("Fighters of the Taliban burned the mill.", "Fighters", "Taliban", "AFG", "rebel", "taliban"),
        ("Critics of the Taliban met.", "Critics", "critics of the Taliban", "AFG", "opposition", None),
        ("The Kenyan attack went on.", "Kenyan", "Kenya", "KEN", "government", None),
        ("The police in Kenya fired at students.", "police", "police", "KEN", "police", None),
    ],
)  # fmt: skip
def test_phrases(
    read_body: ReadBody, body: str, word: str, name: str, country: str | None, kind: str, known: str | None
) -> None:
    party = party_of(read_body(body), word)
    assert party is not None
    assert (party.name, party.country, party.kind, party.id) == (name, country, kind, known)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("The attack lasted an hour.", "attack"),
        ("The rebels gained momentum.", "momentum"),
        ("Shells cut the supply lines.", "lines"),
        ("They agreed on a political settlement.", "settlement"),
        ("The Taliban onslaught went on.", "onslaught"),
        ("They met in Paris.", "Paris"),
    ],
)
def test_things_are_no_parties(read_body: ReadBody, body: str, word: str) -> None:
    assert party_of(read_body(body), word) is None


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("The Iranian-backed militias crossed the river.", "militias"),
        ("Anti-Taliban fighters crossed the river.", "fighters"),
        ("Pro-Russian separatists crossed the river.", "separatists"),
    ],
)
def test_a_name_in_a_relation_is_no_identity(read_body: ReadBody, body: str, word: str) -> None:
    party = party_of(read_body(body), word)
    assert party is not None
    assert (party.country, party.id) == (None, None)


def test_a_capital_is_its_government_when_it_speaks(read_body: ReadBody) -> None:
    reading = read_body("Kabul accused the rebels of shelling the bridge.")
    assert party_of(reading, "Kabul") is None
    party = party_of(reading, "Kabul", as_government=True)
    assert party is not None
    assert (party.country, party.kind) == ("AFG", "government")


def test_an_abbreviation_with_two_meanings_follows_the_story(read_body: ReadBody) -> None:
    sudan = party_of(read_body("Clashes went on in Khartoum and Omdurman. The RSF shelled the market."), "RSF")
    press = party_of(read_body("Reporters Without Borders (RSF) named five men. RSF asked for their release."), "RSF")
    nowhere = party_of(read_body("The RSF asked for their release."), "RSF")
    assert sudan is not None and sudan.id == "rapid-support-forces"
    assert press is not None and press.id == "reporters-without-borders"
    assert nowhere is None or nowhere.id is None


def test_the_country_of_the_army_is_known_when_one_country_dominates(read_body: ReadBody) -> None:
    one = party_of(read_body("Rebels attacked in northern Mali. Mali has seen worse. The army fled."), "army")
    two = party_of(read_body("Mali and Niger closed the border. The army fled."), "army")
    assert one is not None and one.country == "MLI"
    assert two is not None and two.country is None


def test_population(read_body: ReadBody) -> None:
    reading = read_body("Dozens of soldiers, nine families and twelve villagers crossed the river.")
    parties = Parties(reading, load_codebook())
    found = {token.text: parties.population(token.index) for token in reading.tokens if token.part_of_speech == "NOUN"}
    assert found["Dozens"] == found["soldiers"] == ("military", "soldier")
    assert found["families"] == ("civilian", "household")
    assert found["villagers"] == ("civilian", "person")


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Afghan troops", "the Taliban", "two villagers", "US-led forces", "President Ana Ruiz", "its men"]
        ),
        min_size=2,
        max_size=4,
    )
)
def test_every_span_holds_its_text(read_body: ReadBody, phrases: list[str]) -> None:
    reading = read_body(" fought ".join(phrases) + ".")
    parties = Parties(reading, load_codebook())
    text = reading.story.text
    for token in reading.tokens:
        party = parties.party(token.index, *noun_phrase(reading, token.index))
        evidence = parties.evidence_of(party) if party else None
        for span in filter(None, (party, evidence)):
            assert text[span.start : span.end] == span.text
