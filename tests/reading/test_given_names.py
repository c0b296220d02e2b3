"""First names of the codebook."""

from dateline.codebook.codebook import load_codebook
from dateline.reading.given_names import common_nouns, given_names


def test_first_names_without_titles_and_roles() -> None:
    names = given_names(load_codebook())
    assert {"alfredo", "beatriz"} <= names
    assert not names & {"archbishop", "actress", "airman", "al"}


def test_common_nouns_are_no_family_names() -> None:
    assert {"minister", "hospital", "attack", "city"} <= common_nouns(load_codebook())
