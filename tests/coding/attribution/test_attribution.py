"""Who says what, and the chain of who says so for a word."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook.codebook import load_codebook
from dateline.coding.attribution.attribute import Attributed, attribute
from dateline.model.reading import Reading

ReadBody = Callable[..., Reading]
Attribute = Callable[[str], Attributed]


@pytest.fixture(scope="session")
def attributed(read_body: ReadBody) -> Attribute:
    def attribute_body(body: str) -> Attributed:
        return attribute(read_body(body), load_codebook(), lambda head, first, last: None)

    return attribute_body


def chain(found: Attributed, word: str) -> list[str | None]:
    token = next(token for token in found.reading.tokens if token.text == word)
    return [source.name for source in found.chain(token.index)]


def stance(found: Attributed, word: str) -> str | None:
    return found.stance(next(token for token in found.reading.tokens if token.text == word).index)


@pytest.mark.parametrize(
    ("body", "source", "content", "quoted"),
    [
        ("The ministry said that three villages burned.", "The ministry", "that three villages burned", "indirect"),
        (
            "Three villages burned on Monday, the ministry said.",
            "the ministry",
            "Three villages burned on Monday",
            "indirect",
        ),
        ("Three villages burned, according to the ministry.", "the ministry", "Three villages burned", "indirect"),
        ("According to the ministry, three villages burned.", "the ministry", "three villages burned", "indirect"),
        ('"Three villages burned," the ministry said.', "the ministry", '"Three villages burned,"', "direct"),
        ('"We saw it. We ran," said Tarek Amin, a farmer.', "Tarek Amin, a farmer", '"We saw it. We ran,"', "direct"),
        ("The rebels accused the army of burning villages.", "The rebels", "the army of burning villages", "indirect"),
        ("The army denied that it burned villages.", "The army", "that it burned villages", "indirect"),
        ('The army said the raid was "a great success".', "The army", 'the raid was "a great success"', "mixed"),
    ],
)
def test_one_attribution(attributed: Attribute, body: str, source: str, content: str, quoted: str) -> None:
    (only,) = attributed(body).attributions
    assert [span.text for span in only.source] == [source]
    assert " ".join(span.text for span in only.content) == content
    assert only.quoted == quoted


def test_a_clause_in_the_middle_leaves_two_stretches(attributed: Attribute) -> None:
    (only,) = attributed("In the north, the ministry said, rebels took two villages on Monday.").attributions
    assert [span.text for span in only.content] == ["In the north", "rebels took two villages on Monday"]


def test_the_content_has_a_chain_and_the_reporting_word_has_none(attributed: Attribute) -> None:
    found = attributed("The governor announced that rebels had left the town.")
    assert chain(found, "left") == ["governor"]
    assert chain(found, "announced") == []


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        (
            "Rebels burned two villages, the relief committee said on Friday, per KNN.",
            "burned",
            ["relief committee", "KNN"],
        ),
        (
            "Omar Daud told the RUD news agency that rebels burned two villages.",
            "burned",
            ["Omar Daud", "RUD news agency"],
        ),
        ("Omar Daud told reporters that rebels burned two villages.", "burned", ["Omar Daud"]),
        ("Rebels reportedly burned two villages.", "burned", [None]),
        ("Rebels are reported to have burned two villages.", "burned", [None]),
        ("The mayor was quoted as saying that rebels burned two villages.", "burned", ["mayor"]),
        ("According to the mayor, staff were told that rebels burned two villages.", "burned", [None, "mayor"]),
        ("Rebels burned two villages on Monday.", "burned", []),
        ("The mayor wants the rebels to leave the town.", "leave", []),
        ("The mayor did not say whether rebels burned the mill.", "burned", []),
        (
            "The clinic received initial reports from the mayor that rebels burned two villages.",
            "burned",
            ["mayor", "clinic"],
        ),
    ],
)
def test_chains(attributed: Attribute, body: str, word: str, expected: list[str | None]) -> None:
    assert chain(attributed(body), word) == expected


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ("The army denied that it burned villages.", "burned", "deny"),
        ("The rebels accused the army of burning villages.", "burning", "accuse"),
        ("Villagers fear that rebels will burn the mill.", "burn", "doubt"),
        ("Rebels allegedly burned the mill.", "burned", "hearsay"),
        ("The army vowed to retake the town.", "retake", "plan"),
        ("Rebels burned the mill.", "burned", None),
    ],
)
def test_stances(attributed: Attribute, body: str, word: str, expected: str | None) -> None:
    assert stance(attributed(body), word) == expected


@pytest.mark.parametrize(
    "body",
    [
        "The shells caused only material damage the source told our reporter.",
        "At least nine people died in shelling of the town on Sunday the source said as rain fell on the camps.",
        "Nine bodies were found in the old town said the Valley Council for Relief.",
        "The council condemned the raid saying it was not the first time rebels had come.",
    ],
)
def test_texts_that_lost_their_commas(attributed: Attribute, body: str) -> None:
    found = attributed(body)
    assert found.speakers[-1] is not None
    assert found.speakers[-1].name in {"source", "Valley Council", "Valley Council for Relief", "council"}


def test_what_is_said_in_a_quote_stays_in_it(attributed: Attribute) -> None:
    found = attributed('"They told us that the mill burned," Omar Daud said on Monday.')
    assert chain(found, "burned")[-1] == "Omar Daud"
    assert chain(found, "Monday") == []


PIECES = [
    "The ministry said", "according to the mayor", "rebels burned the mill", '"We ran,"', '"', "“", "”", "he added",
    ",", ".", "that", "Omar Daud told KNN", "reportedly", "accused the army of", ":", "\n\n", "a source confirmed",
]  # fmt: skip


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
def test_every_span_holds_its_text(read_body: ReadBody, pieces: list[str]) -> None:
    reading = read_body("Rain fell on the valley on Monday. " + " ".join(pieces) + " end.")
    found = attribute(reading, load_codebook(), lambda head, first, last: None)
    text = reading.story.text
    spans = [s for a in found.attributions for s in (*a.source, *a.cue, *a.content)]
    sources = [s for index in range(len(reading.tokens)) for s in found.chain(index)]
    spans += [*sources, *(s.cue for s in sources if s.cue), *(s for s in found.speakers if s)]
    assert all(text[span.start : span.end] == span.text and span.text for span in spans)
    assert len(found.speakers) == len(reading.sentences)
