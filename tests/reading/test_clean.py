"""What the parser sees, and where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.aligned import Aligned
from dateline.reading.clean import mend


@pytest.mark.parametrize(
    ("received", "mended"),
    [
        ('They gave up.""It is over', 'They gave up." "It is over'),
        ('"""We meet here,"" he said."', '"We meet here," he said."'),
        ("“We left,” he said. It’s over", '"We left," he said. It\'s over'),
        ("the ar\u00admy is\u00adsued", "the army issued"),
        ("THE ARMY\nSAID  SO", "THE ARMY SAID SO"),
        ("They fled.The army came", "They fled. The army came"),
        ('They fled,"he said', 'They fled," he said'),
        ("on Monday,police said", "on Monday, police said"),
        ("the U.S.S.R. and 3.5 km at 2:30", "the U.S.S.R. and 3.5 km at 2:30"),
        ("see www.valley.Post.example", "see www.valley.Post.example"),
        ("• Two dead", "  Two dead"),
        ("MEN [NAME AS RECEIVED] LEFT", "MEN                    LEFT"),
    ],
)
def test_mending(received: str, mended: str) -> None:
    assert mend(Aligned.of(received, 0, len(received))).text == mended


@given(st.text(alphabet="ab A.,!?\"'“”‘’\n\u00ad•[]1", max_size=80), st.integers(0, 9))
def test_origins_stay_in_the_text_and_in_order(text: str, before: int) -> None:
    whole = "x" * before + text
    aligned = mend(Aligned.of(whole, before, len(whole)))
    assert len(aligned.text) == len(aligned.origins)
    assert list(aligned.origins) == sorted(aligned.origins)
    assert all(before <= origin < len(whole) for origin in aligned.origins)
    for character, origin in zip(aligned.text, aligned.origins, strict=True):
        if character.isalnum():
            assert whole[origin] == character
