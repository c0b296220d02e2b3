"""The marks of the own sentences: what is read from them, what is refused, and that all that ship are right."""

import random

import pytest

from training.check import main as check
from training.sentences import DIRECTORY, MarkError, parse, parted, read

FEWEST = 4000


def parsed(line: str, section: str = "news") -> object:
    return parse(line, section, "made-up:1", random.Random(1))


def test_marks_become_spans_of_the_text() -> None:
    line = "<s>The mayor</s> <q>said</q> <c>gunmen had [stormed|ASSAULT occurred] the mill</c>, not [shot|none] a film."
    sentence = parse(line, "news", "made-up:1", random.Random(1))
    assert sentence.text == "The mayor said gunmen had stormed the mill, not shot a film."
    words = [(sentence.text[one.start : one.end], one.kind, one.status) for one in sentence.triggers]
    assert words == [("stormed", "ASSAULT", "occurred"), ("shot", "none", None)]
    ((start, end),) = sentence.parts["content"]
    assert sentence.text[start:end] == "gunmen had stormed the mill"


def test_a_slot_has_one_value_in_a_sentence_and_another_elsewhere() -> None:
    line = "{town} fell, and who held {town} fled to {town2}."
    words = [parse(line, "news", "made-up:1", random.Random(seed)).text for seed in (1, 1, 2)]
    assert words[0] == words[1] != words[2]
    first, rest = words[0].split(" fell, and who held ")
    second, third = rest.removesuffix(".").split(" fled to ")
    assert first == second != third


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("He [shot|ASSAULT] a man.", "no status"),
        ("He [shot|SHOOT occurred] a man.", "no type"),
        ("He left {village}.", "no slot"),
        ("<s>He said it.", "never closed"),
        ("<s>He <q>said</s></q> it.", "closes nothing"),
        ("He [left.", "stray"),
    ],
)
def test_wrong_marks_are_told(line: str, wrong: str) -> None:
    with pytest.raises(MarkError, match=wrong):
        parsed(line)


def test_the_own_sentences_are_marked_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert check([]) == 0, capsys.readouterr().out
    assert len(read(1)) >= FEWEST


def test_contrasts_are_held_out_together() -> None:
    training, held_out = parted(read(1))
    assert not {one.group for one in training} & {one.group for one in held_out}
    assert 0.07 < len(held_out) / len(training) < 0.15


def test_the_guidelines_lie_beside_the_sentences() -> None:
    assert (DIRECTORY.parent / "GUIDELINES.md").is_file()
