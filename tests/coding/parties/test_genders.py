"""Tests of what tells whether "he" or "she" is meant."""

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.parties.genders import Genders

GENDERS = Genders(load_codebook().reporting.speakers)


@pytest.mark.parametrize(
    ("phrase", "gender"),
    [
        ("Mrs Okoro", "female"),
        ("Mr. Okoro", "male"),
        ("Maria Okoro", "female"),
        ("spokeswoman", "female"),
        ("gunman", "male"),
        ("Okoro", None),
        ("officer", None),
    ],
)
def test_words_tell_a_gender_or_none(phrase: str, gender: str | None) -> None:
    assert GENDERS.of_words(phrase.split()) == gender


def test_no_word_tells_both_genders() -> None:
    classes = load_codebook().reporting.speakers
    assert not classes["female"] & classes["male"]


@pytest.mark.parametrize(("pronoun", "fits"), [("she", True), ("He", False), ("his", False), ("they", True)])
def test_a_pronoun_fits_its_gender_and_the_unknown(pronoun: str, fits: bool) -> None:
    assert GENDERS.fits(pronoun, "female") is fits
    assert GENDERS.fits(pronoun, None)


@pytest.mark.parametrize(
    ("body", "trigger", "role", "name"),
    [
        ("Governor Ana Okoro met Carlos Lune. She said he attacked the police.", "attacked", "actors", "Carlos Lune"),
        (
            "Maria Lune said her husband, Carlos Brel, was gone. She said soldiers shot him.",
            "shot",
            "targets",
            "Carlos Brel",
        ),
        ("The widow of Carlos Brel said he was killed by soldiers.", "killed", "targets", "Carlos Brel"),
    ],
)
def test_pronouns_link_by_gender(claims_of, body: str, trigger: str, role: str, name: str) -> None:  # type: ignore[no-untyped-def]
    claim = next(claim for claim in claims_of(body) if claim.trigger.text == trigger)
    assert [party.name for party in getattr(claim, role)] == [name]


def test_nobody_pursues_himself(claims_of) -> None:  # type: ignore[no-untyped-def]
    claims = claims_of("Police said the pair drove off and police chased them.")
    assert all("police" not in [party.name for party in claim.targets] for claim in claims)
