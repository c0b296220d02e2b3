"""The codebook of a folder is that of the folder, wherever a program stands when it names it."""

from pathlib import Path

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.gazetteer.gazetteer import open_gazetteer

PLACES = "name\taliases\tcountry\tadmin1\tlat\tlon\tkind\tradius_km\tnote\n{}\t\tAFG\t\t35.0\t69.0\tsettlement\t2\t\n"
PARTIES = "id\tname\tkind\tcountry\tfrom\tto\taliases\n{}\t{}\tmilitia\tAFG\t\t\t\n"


def test_the_same_name_in_two_folders_is_two_codebooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room, party, place in (
        ("one", "Upper Valley Guard", "Qarsu Bala"),
        ("two", "Lower Valley Guard", "Qarsu Pain"),
    ):
        folder = tmp_path / room / "mine"
        (folder / "parties").mkdir(parents=True)
        identity = party.lower().replace(" ", "-")
        (folder / "parties" / "own.tsv").write_text(PARTIES.format(identity, party), encoding="utf-8")
        (folder / "places.tsv").write_text(PLACES.format(place), encoding="utf-8")
    for room, here, elsewhere in (("one", "upper", "lower"), ("two", "lower", "upper")):
        monkeypatch.chdir(tmp_path / room)
        parties = load_codebook(Path("mine")).parties
        assert (f"{here}-valley-guard" in parties, f"{elsewhere}-valley-guard" in parties) == (True, False)
        own = {name: bool(open_gazetteer(Path("mine")).lookup(name)) for name in ("Qarsu Bala", "Qarsu Pain")}
        assert own == {"Qarsu Bala": room == "one", "Qarsu Pain": room == "two"}
    assert load_codebook(Path("mine")) is load_codebook((tmp_path / "two" / "mine").resolve())
