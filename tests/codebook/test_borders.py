"""The tables of disputed territories and of views of them, shipped and with a user's own."""

from pathlib import Path

import pytest

from dateline.codebook.borders import NEUTRAL, Borders, read_borders
from dateline.codebook.codebook import load_codebook
from dateline.codebook.tables import Tables
from dateline.errors import CodebookError, ConfigurationError
from dateline.gazetteer.gazetteer import open_gazetteer

TERRITORIES = "territory\tclaimed_by\tsince\tuntil\tplaces\tarea\n"
VIEWS = "view\tterritory\tcountry\tbasis\n"


def shipped() -> Borders:
    return load_codebook().borders


def own(folder: Path, territories: str = "", views: str = "") -> tuple[Borders, list[str]]:
    if territories:
        (folder / "disputed_territories.tsv").write_text(TERRITORIES + territories, encoding="utf-8")
    if views:
        (folder / "border_views.tsv").write_text(VIEWS + views, encoding="utf-8")
    tables = Tables(folder)
    return read_borders(tables, load_codebook().countries.keys()), tables.problems


@pytest.mark.parametrize("name", [NEUTRAL, "control"])
def test_a_shipped_view_says_something_of_every_territory(name: str) -> None:
    borders = shipped()
    assert len(borders.territories) >= 40
    assert borders.view(name).countries.keys() == {one.name for one in borders.territories}


def test_who_claims_a_territory_has_a_view_in_which_it_is_theirs() -> None:
    borders = shipped()
    assert borders.view("CHN").countries["Taiwan"] == "CHN"
    assert borders.view("CHN").countries["Crimea"] == borders.view(NEUTRAL).countries["Crimea"] == "UKR"
    assert borders.view("RUS").countries["Crimea"] == "RUS"
    assert borders.view("RUS").countries["Abkhazia"] is None
    assert borders.view("TUR").countries["Northern Cyprus"] is None


def test_the_neutral_view_takes_no_side_where_there_is_no_assignment() -> None:
    neutral = shipped().view(NEUTRAL).countries
    assert {neutral[name] for name in ("Abyei", "Aksai Chin", "Spratly Islands", "Jerusalem as a whole")} == {None}


def test_every_place_named_in_the_table_is_in_the_gazetteer() -> None:
    gazetteer = open_gazetteer()
    for territory in shipped().territories:
        for country, unit in territory.units:
            found = [one for one in gazetteer.lookup(unit) if one.kind == "admin1" and one.country == country]
            assert found, (territory.name, unit)


def test_an_unknown_view_is_told_with_those_there_are() -> None:
    with pytest.raises(ConfigurationError, match="no view of borders 'mars'; the views are neutral, control, ARE"):
        shipped().view("mars")


def test_an_own_table_adds_a_view_and_a_territory(tmp_path: Path) -> None:
    borders, problems = own(
        tmp_path,
        "Upper Karsu\tAFG|TJK\t\t\t\t37.0 70.0, 37.0 71.0, 38.0 71.0\n",
        "desk\tCrimea\t-\tof no country for our desk\nneutral\tUpper Karsu\tAFG\tour own map\n"
        "control\tUpper Karsu\tTJK\n",
    )
    assert problems == []
    assert borders.territories[0].name == "Upper Karsu"
    assert borders.view("desk").countries["Crimea"] is None
    assert borders.view("desk").countries["Taiwan"] == "TWN"
    assert borders.view("TJK").countries["Upper Karsu"] == "TJK"
    assert load_codebook(tmp_path).digest != load_codebook().digest


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    _, problems = own(
        tmp_path,
        "Nowhere\tAFG\t1999\t\t\t\nCorner\t\t\t\tAfghanistan\t37.0 70.0, 91.0 70.0\n",
        "desk\tCrimeria\tUKR\ndesk\tCrimea\tUkraine\ndesk\tCrimea\t-\n",
    )
    assert [problem.partition(": ")[0] for problem in problems] == [
        "disputed_territories.tsv:2", "disputed_territories.tsv:2", "disputed_territories.tsv:3",
        "disputed_territories.tsv:3", "disputed_territories.tsv:3", "disputed_territories.tsv:3", "border_views.tsv:2",
        "border_views.tsv:3",
        "border_views.tsv:4", "border_views.tsv", "border_views.tsv",
    ]  # fmt: skip
    assert "has no row for Corner, Nowhere" in problems[-1]
    with pytest.raises(CodebookError):
        load_codebook(tmp_path)
