"""Which model codes, and that the program works and says so without one."""

from pathlib import Path

import pytest

from dateline.encoder.encoder import FILES, Encoder, Text
from dateline.errors import ConfigurationError, ResourceError
from dateline.model.story import Story
from dateline.pipeline import code, coder, open_encoder
from dateline.settings import Settings, load_settings


def story(text: str) -> Story:
    return Story("1" * 16, "1" * 64, "own", None, None, None, None, None, None, None, "en", text)


def test_the_record_names_the_model() -> None:
    encoder = open_encoder(Settings())
    assert encoder is not None
    assert coder(Settings()).model == encoder.digest
    assert coder(Settings(no_model=True)).model is None


def test_rules_alone_code_a_story() -> None:
    text = "Report\n\nGunmen killed two farmers near the mill on Monday, the mayor said."
    (coded,) = code([story(text)], Settings(no_model=True))
    assert [(claim.event.plover, claim.status) for claim in coded.claims] == [("ASSAULT", "occurred")]
    assert coded.claims[0].confidence == 0.85


def test_a_claim_tells_what_rules_and_heads_said_of_it() -> None:
    text = "Report\n\nGunmen killed two farmers near the mill on Monday, the mayor said."
    (by_rules,), (by_both,) = code([story(text)], Settings(no_model=True)), code([story(text)], Settings())
    assert by_both.claims[0].why.startswith(f"{by_rules.claims[0].why}; the heads: ASSAULT ")
    assert ", occurred " in by_both.claims[0].why


def test_the_model_drops_what_only_uses_the_words_of_war() -> None:
    text = "Report\n\nThe long jump record came under fire at the meeting and fell to a newcomer of 19."
    (by_rules,), (by_both,) = code([story(text)], Settings(no_model=True)), code([story(text)], Settings())
    assert "ASSAULT" in {claim.event.plover for claim in by_rules.claims}
    assert "ASSAULT" not in {claim.event.plover for claim in by_both.claims}


def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"--no-model"):
        coder(Settings(model=tmp_path))


def test_no_model_is_a_setting() -> None:
    assert load_settings(environment={"DATELINE_NO_MODEL": "true"}).no_model
    assert not load_settings(environment={"DATELINE_NO_MODEL": "no"}).no_model
    with pytest.raises(ConfigurationError, match="true or false"):
        load_settings(environment={"DATELINE_NO_MODEL": "maybe"})


def test_the_model_is_whole_and_small() -> None:
    encoder = Encoder()
    assert encoder.is_there
    assert sum((encoder.directory / name).stat().st_size for name in FILES) < 30_000_000


def test_a_text_is_read_alike_in_any_company() -> None:
    """The scores of a paragraph do not hang on those that do not share its window."""
    first, second = "The mayor said two died. " * 20, "Rebels vowed to attack. " * 40
    ends = (len(first), len(first) + len(second))
    alone = Encoder().read(Text(first, ((0, ends[0]),), (0,)))
    together = Encoder().read(Text(first + second, ((0, ends[0]), (ends[0], ends[1])), (0, ends[0])))
    assert alone.labels(0, 9) == together.labels(0, 9)
    assert alone.labels(0, 9) != together.labels(ends[0], ends[0] + 9)


def test_an_empty_text_has_no_scores() -> None:
    assert Encoder().read(Text("", (), ())).news((0, 5)) is None


def test_nothing_is_denied_without_a_word_that_denies() -> None:
    text = "Report\n\nAnd, a Jan. 3 U.S. strike hit the headquarters compound itself, the spokesman added."
    (coded,) = code([story(text)], Settings())
    assert {claim.status for claim in coded.claims} <= {"occurred", "possible", "planned", "background"}
