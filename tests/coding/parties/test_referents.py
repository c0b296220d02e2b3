"""Definite phrases and pronouns to what they refer back to."""

from collections.abc import Callable

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.parties.resolve import Parties
from dateline.model.party import Party
from dateline.model.reading import Reading
from dateline.model.span import Span

ReadBody = Callable[..., Reading]


def referent_of(reading: Reading, word: str) -> tuple[Party, Span] | None:
    """The referent of the phrase whose head is the last occurrence of a word."""
    head = next(token.index for token in reversed(reading.tokens) if token.text == word)
    return Parties(reading, load_codebook()).referent(head)


@pytest.mark.parametrize(
    ("body", "word", "name", "evidence"),
    [
        ("The Taliban took a village. The insurgents then left.", "insurgents", "Taliban", "The Taliban"),
        ("Boko Haram burned a mill. The group then left.", "group", "Boko Haram", "Boko Haram"),
        ("President Ana Ruiz spoke. The president then left.", "president", "Ana Ruiz", "President Ana Ruiz"),
        ("Labour Minister Ana Ruiz spoke. The minister then left.", "minister", "Ana Ruiz", "Labour Minister Ana Ruiz"),
        ("General Ana Ruiz spoke. The general then left.", "general", "Ana Ruiz", "General Ana Ruiz"),
        ("The president, Ana Ruiz, spoke. Later the president left.", "president", "Ana Ruiz", "The president"),
        ("Police chief Ana Ruiz spoke. The police chief then left.", "chief", "Ana Ruiz", "Police chief Ana Ruiz"),
        ("Rebel commander A. Ruiz spoke. The commander then left.", "commander", "A. Ruiz", "Rebel commander A. Ruiz"),
        ("Colonel Ruiz spoke on Monday. Ruiz then left.", "Ruiz", "Ruiz", "Ruiz"),
        ("General Ana Ruiz spoke on Monday. Ruiz then left.", "Ruiz", "Ana Ruiz", "Ana Ruiz"),
        ("Afghan soldiers came. The soldiers then left.", "soldiers", "Afghan soldiers", "Afghan soldiers"),
        ("Hezbollah took a village. It then left.", "It", "Hezbollah", "Hezbollah"),
        ("The rebels who burned the mill have left.", "who", "rebels", "The rebels"),
        ("Rebels left on Friday. The guards who chased them rested.", "them", "rebels", "Rebels"),
        ("Rebels left on Friday. Police met guards hurt by them.", "them", "rebels", "Rebels"),
        ("Ana Ruiz, a judge, came on Monday. She left on Friday.", "She", "Ana Ruiz", "Ana Ruiz"),
        ("The Taliban left and took their fighters along.", "fighters", "Taliban", "The Taliban"),
        ("The Valley Farmers Committee (VFC) met. The VFC then left.", "VFC", "Valley Farmers Committee",
         "Valley Farmers Committee"),
        ("The Syrian Observatory for Human Rights said so. The Observatory was right.", "Observatory",
         "Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
    ],
)  # fmt: skip
def test_links(read_body: ReadBody, body: str, word: str, name: str, evidence: str) -> None:
    found = referent_of(read_body(body), word)
    assert found is not None
    party, span = found
    assert (party.name, span.text) == (name, evidence)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("The Taliban fought Boko Haram. The insurgents then left.", "insurgents"),
        ("Rebels fought alongside the Nusra Front. Rebels came back. The rebels then left.", "rebels"),
        ("The Taliban took a village. The anti-regime fighters then left.", "fighters"),
        ("It is an emergency for the Taliban.", "It"),
        ("Foreign Minister Ana Ruiz met Defence Minister Amin Sadat. The minister then left.", "minister"),
        ("The rebels attacked them.", "them"),
        ("Soldiers met villagers. They then left.", "They"),
        ("A boy was hurt in the raid, he said.", "he"),
    ],
)
def test_no_link_when_not_sure(read_body: ReadBody, body: str, word: str) -> None:
    found = referent_of(read_body(body), word)
    assert found is None or (found[0].id is None and found[0].name == word)


def test_a_quoted_pronoun_does_not_mean_its_speaker(read_body: ReadBody) -> None:
    reading = read_body('The Taliban took a village.\n\n"He has left," said Ana Ruiz, a judge.')
    assert referent_of(reading, "He") is None
