"""Commas behind opening phrases of place that run into a number."""

import pytest

from dateline.reading.aligned import Aligned
from dateline.reading.openings import with_commas


@pytest.mark.parametrize(
    "marked",
    [
        "At Ostan in the southern province of Lurdan_ 15 villagers were killed.",
        "They fled. In Ostan_ 1,200 people crossed. Elsewhere in Lurdan nobody did.",
        "Near the town of Ostan_ 9 Lurdani soldiers died.",
        "He said on Friday_ Lurdani troops had left.",
        "On Sunday night_ Colonel Sarban spoke.",
        "He was shot on Sunday in Ostan. On Friday March 5 he died after Sunday Mass.",
        "In Ostan 15.",
        "In June 15 villagers were killed.",
        "In Ostan on 15 villagers they fired.",
        "Two of Lurdan 15 villagers were killed.",
        "In Route 15 they saw a way out.",
    ],
)
def test_commas(marked: str) -> None:
    line = marked.replace("_", "")
    content, put_in = with_commas(Aligned.of(line, 0, len(line)))
    assert content.text == marked.replace("_", " ,")
    assert [content.text[start] for start in put_in] == [","] * marked.count("_")
