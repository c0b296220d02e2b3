"""The facts that two near copies are compared by."""

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.linking.facts import facts_of, vocabulary, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,037 men fled", ["figure 1037"]),
        ("twelve men and twenty-seven women", ["figure 12", "figure 27"]),
        ("two dozen houses, three hundred and five goats", ["figure 24", "figure 305"]),
        ("1.2 million people", ["figure 1.2e+06"]),
        ("one of them fled", []),
        ("no one was hurt", ["figure 0"]),
        ("on 5 July and July 5th", ["day 7-5", "day 7-5"]),
        ("on Monday in 2016", ["day 1", "day 2016"]),
        ("at 9:30 pm and 0915 GMT", []),
        ("they didn't fire", ["denial not"]),
        ("the army denied it", ["denial not"]),
        ("ISIS, known as Daesh", ["name islamic-state", "name islamic-state"]),
        ("a Syrian from Syria", ["name SYR", "name SYR"]),
        ("case no. 214 under section 436", ["name 214", "name 436"]),
        ("no 12 houses, no fire", ["name 12", "figure 0"]),
    ],
)
def test_facts(text: str, expected: list[str]) -> None:
    words = vocabulary(load_codebook())
    found = facts_of(text, words_of(text), words, lambda _: False)
    assert [f"{fact.kind} {fact.value}" for fact in found] == expected
