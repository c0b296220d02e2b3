"""Stories read from end to end: sentences, words and offsets."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.ids import text_id
from dateline.model.reading import Reading
from dateline.model.story import Story
from dateline.reading.stage import read
from dateline.sources.stage import stories

SHARED = Path(__file__).parents[3] / "shared" / "stories"


def read_text(text: str, language: str | None = "en") -> Reading:
    story = Story("0", text_id(text), "a.txt", None, None, None, None, None, None, None, language, text)
    return next(read([story]))


def sentences(text: str) -> list[str]:
    reading = read_text(text)
    return [text[s.start : s.end] for s in reading.sentences if s.part in {"lead", "body"}]


def check(reading: Reading) -> None:
    text = reading.story.text
    done = 0
    for token in reading.tokens:
        assert done <= token.start < token.end <= len(text)
        assert text[token.start : token.end].strip()
        assert 0 <= token.head < len(reading.tokens)
        assert reading.tokens[token.head].sentence == token.sentence
        assert any(reading.tokens[above].head == above for above in (token.index, *reading.ancestors(token.index)))
        done = token.end
    homes = [0] * len(text)
    for index, sentence in enumerate(reading.sentences):
        assert sentence.index == index
        assert text[sentence.start : sentence.end].strip()
        for token in reading.words(sentence):
            assert token.sentence == index
            assert sentence.start <= token.start and token.end <= sentence.end
        for position in range(sentence.start, sentence.end):
            homes[position] += 1
    assert all(homes[position] == 1 for position, character in enumerate(text) if not character.isspace())


@pytest.mark.parametrize(
    "expected",
    [
        ["Gen. Abdul Karim and Lt. Col. Omar left.", "They went home on Jan. 3 with U.S. troops."],
        ['"They did not want to go.', 'They had asked for help," said Omar.'],
        ['"They gave up."', '"It is over," he said.'],
        ['"Where are they?" he asked.', "Nobody knew."],
        ["The U.S. said it had left.", "The U.N. stayed."],
        ["The army (and police) left!", "Why?", "(Nobody knows.)"],
        ["He met John F. Kennedy in Washington, D.C. on Friday.", "It rained."],
    ],
)
def test_sentences(expected: list[str]) -> None:
    assert sentences("Talks open\n\n" + " ".join(expected)) == expected


def test_glued_quotes_are_two_sentences() -> None:
    assert sentences('Talks open\n\n"They gave up.""It is over now," he added.') == [
        '"They gave up."', '"It is over now," he added.',
    ]  # fmt: skip


def test_a_headline_is_one_sentence() -> None:
    reading = read_text("Rebels Take Ostan, Army Says Town Calm\n\nRebels took the town on Monday.")
    assert [s.part for s in reading.sentences] == ["headline", "lead"]


def test_only_the_first_sentences_of_a_long_paragraph_are_the_lead() -> None:
    reading = read_text(
        "Talks open\n\n" + "The envoys of both sides came to the town of Ostan on Monday to talk. " * 12
    )
    assert [s.part for s in reading.sentences][1] == "lead"
    assert reading.sentences[-1].part == "body"


def test_words_keep_their_place_when_text_is_mended() -> None:
    reading = read_text("Talks open\n\nThe ar\u00admy’s men left,police said.")
    words = {token.text: reading.story.text[token.start : token.end] for token in reading.tokens}
    assert words["army"] == "ar\u00admy"
    assert words["'s"] == "’s"
    assert words["police"] == "police"


def test_a_text_in_capitals_is_parsed_as_prose() -> None:
    text = "OSTAN, 6 APR 91 (EFE) -- [TEXT] THE HONDURAN ARMY\nATTACKED GUERRILLAS OF THE XQRN (XQRN) IN CHOLUTECA.\n"
    reading = read_text(text)
    assert "The Honduran army attacked guerrillas of the XQRN (XQRN) in Choluteca ." in " ".join(
        token.text for token in reading.tokens
    ).replace("( ", "(").replace(" )", ")")
    assert [token.lemma for token in reading.tokens if token.tag == "VBD"] == ["attack"]


def test_a_story_in_another_language_is_not_parsed() -> None:
    text = "Les rebelles ont attaqué un village lundi, ont indiqué des sources militaires dans la capitale du pays."
    reading = read_text(text, language=None)
    assert reading.story.language == "fr"
    assert reading.tokens == ()
    assert [issue.code for issue in reading.issues] == ["language-unsupported"]
    check(reading)


def test_the_readings_of_real_stories_hold_together() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared stories are not here")
    for story in stories([SHARED]):
        assert isinstance(story, Story)
        check(next(read([story])))


PIECES = st.sampled_from(
    ["The army left.", "KARSU:", '"We', 'go."', "\n\n", "\n", " ", "•", "By Ana Lopez", "2021-07-05",
     "- 'Calm' -", "(AP)",
     "Sign up for our newsletter", '""', "“So”", "…", "\u00ad", "[TEXT]", "|", "©", "THE TOWN OF OSTAN WAS CALM.", "é"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_every_reading_holds_together(pieces: list[str]) -> None:
    text = "".join(pieces)
    if text.strip():
        check(read_text(text))


def test_words_put_into_a_headline_leave_no_circle_of_heads() -> None:
    check(read_text("Harbour Man Fatally Shot By Police Officer During Foot Chase\n\nHe died at the scene on Monday."))
