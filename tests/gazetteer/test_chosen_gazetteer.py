"""The gazetteer that the settings choose is asked by every stage, not by placing alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.actions.links import report_reader
from dateline.codebook.codebook import load_codebook
from dateline.evaluation.places import found_in
from dateline.evaluation.ucdp import ucdp_scores
from dateline.gazetteer.gazetteer import Gazetteer, open_gazetteer
from dateline.linking.report import ReportReader
from dateline.model.ids import story_id, text_id
from dateline.model.story import Story
from dateline.reading.stage import read
from dateline.settings import Settings

PLACES = """name\taliases\tcountry\tadmin1\tlat\tlon\tkind\tradius_km\tnote
Qwrtzabad\t\tAFG\tKunduz\t36.5\t68.5\tadmin2\t5
"""
EVENT = (
    '{"where_prec": "1", "where_coordinates": "Qwrtzabad", "where_description": "Qwrtzabad", "country": "Afghanistan", '
    '"latitude": "36.5", "longitude": "68.5"}\n'
)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A folder of one's own with one place that nobody else has."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "places.tsv").write_text(PLACES, encoding="utf-8")
    yield folder


def story_of(text: str) -> Story:
    identity = text_id(text)
    return Story(story_id(identity, None, None), identity, "test", None, None, None, None, None, None, None, "en", text)


def test_reading_takes_a_dateline_from_it(own: Path) -> None:
    story = story_of("QWRTZABAD: Five villagers were killed by shelling on Monday, an elder said.")
    with_own, without = (
        next(read([story], load_codebook(), gazetteer)).story.dateline for gazetteer in (open_gazetteer(own), None)
    )
    assert with_own is not None and with_own.place == "Qwrtzabad"
    assert without is None


def test_linking_knows_its_names_in_a_story_without_capitals(own: Path) -> None:
    # A name that is no English word is known without any gazetteer.
    places = PLACES.replace("admin2", "admin1").replace("Qwrtzabad", "Pillow")
    (own / "places.tsv").write_text(places, encoding="utf-8")
    text = "five villagers were killed in pillow on monday, an elder said."

    def facts(gazetteer: Gazetteer | None) -> frozenset[tuple[str, str]]:
        reader = ReportReader(gazetteer=gazetteer)
        return reader.report(story_of(text), [(0, len(text), "body")]).facts

    chosen = Gazetteer(overlay=own / "places.tsv")
    assert facts(chosen) - facts(None) == {("name", "pillow")}


def test_the_ledger_links_with_the_gazetteer_of_the_settings(own: Path) -> None:
    reader = report_reader(own, own / "mine.sqlite")
    assert reader.gazetteer is open_gazetteer(own, own / "mine.sqlite")
    assert reader.gazetteer.path == own / "mine.sqlite"


def test_the_bench_measures_it(own: Path) -> None:
    gold = own / "events.jsonl"
    gold.write_text(EVENT, encoding="utf-8")
    assert ucdp_scores(gold, Settings(codebook=own))[1]["placed"] == 1.0
    assert ucdp_scores(gold)[1]["placed"] == 0.0
    record = {"id": "one", "text": "Troops shelled Qwrtzabad district on Monday.", "toponyms": []}
    names = [{one.name for one in found_in(record, load_codebook(), g)} for g in (open_gazetteer(own), Gazetteer())]
    assert ["Qwrtzabad" in found for found in names] == [True, False]
