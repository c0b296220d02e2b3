"""Whom a sentence comes from, and what the source is called."""

from collections.abc import Callable

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.attribution.attribute import attribute
from dateline.model.party import Party
from dateline.model.reading import Reading

ReadBody = Callable[..., Reading]
Speakers = Callable[[str], list[str | None]]


@pytest.fixture(scope="session")
def speakers(read_body: ReadBody) -> Speakers:
    def speakers_of(body: str) -> list[str | None]:
        """The speakers of the body's sentences; the headline's is left out."""
        reading = read_body(body)
        found = attribute(reading, load_codebook(), lambda head, first, last: None)
        return [
            speaker.name if speaker else None
            for sentence, speaker in zip(reading.sentences, found.speakers, strict=True)
            if sentence.part not in {"headline", "byline", "dateline"}
        ]

    return speakers_of


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('"We ran. They burned the mill," said Tarek Amin, a farmer.', ["Tarek Amin", "Tarek Amin"]),
        ('"We ran," Tarek Amin said. "They burned the mill."', ["Tarek Amin", "Tarek Amin"]),
        ("Defence spokesman Col Tarek Amin said rebels burned the mill.", ["Tarek Amin"]),
        ("A spokesman for the governor, Tarek Amin, said rebels burned the mill.", ["Tarek Amin"]),
        ("Tarek Amin was freed on Monday, his family said.", ["Tarek Amin's family"]),
        ("The family said rebels burned the mill.", ["family"]),
        ("The committee said rebels burned the mill. It added that two men died.", ["committee", "committee"]),
        ("Tarek Amin said rebels burned the mill. He said two men died.", ["Tarek Amin", "Tarek Amin"]),
        ("Tarek Amin said rebels burned the mill. Two men died, Mr Amin said.", ["Tarek Amin", "Tarek Amin"]),
        ("The committee said rebels burned the mill. Rain fell on the valley.", ["committee", None]),
        ('The committee issued a statement. The statement reads: "Rebels burned the mill."', [None, "committee"]),
        (
            'He added nothing. The mayor, Tarek Amin, added: "We ran. They burned the mill."',
            [None, "Tarek Amin", "Tarek Amin"],
        ),
    ],
)
def test_speakers(speakers: Speakers, body: str, expected: list[str | None]) -> None:
    assert speakers(body) == expected


def test_a_quote_goes_on_in_the_next_paragraph(speakers: Speakers) -> None:
    body = (
        '"The men have lost heart," said farmer Tarek Amin in Karsu.\n\n'
        '"They are tired, and nobody pays them.""It is a bad year for the valley," he added.'
    )
    assert set(speakers(body)) == {"Tarek Amin"}


def test_a_quote_of_several_paragraphs_has_one_speaker(speakers: Speakers) -> None:
    body = "The mayor, Tarek Amin, said: “Rebels burned the mill.\n\n“They took two men with them.”\n\nRain fell."
    assert speakers(body) == ["Tarek Amin", "Tarek Amin", None]


def test_the_kind_comes_from_the_party(read_body: ReadBody) -> None:
    reading = read_body("The committee said rebels burned the mill.")

    def party_of(head: int, first: int, last: int) -> Party | None:
        if reading.tokens[head].text != "committee":
            return None
        span = reading.span_of(first, last)
        return Party(span.text, span.start, span.end, "Valley Relief Committee", None, "ngo", "valley-relief")

    speaker = attribute(reading, load_codebook(), party_of).speakers[-1]
    assert speaker is not None
    assert (speaker.name, speaker.kind, speaker.text) == ("Valley Relief Committee", "ngo", "The committee")
    assert speaker.cue is not None
    assert speaker.cue.text == "said"


def test_hearsay_has_no_name_and_its_cue_for_words(read_body: ReadBody) -> None:
    reading = read_body("Rebels reportedly burned the mill.")
    speaker = attribute(reading, load_codebook(), lambda head, first, last: None).speakers[-1]
    assert speaker is not None
    assert (speaker.name, speaker.text, speaker.kind) == (None, "reportedly", "other")
