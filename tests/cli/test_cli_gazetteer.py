"""`dateline gazetteer build` writes a file that the setting `gazetteer` takes."""

from pathlib import Path

from click.testing import CliRunner

from dateline.cli.main import cli
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.settings import load_settings


def test_p_codes_become_ids_of_a_file_that_the_setting_names(tmp_path: Path) -> None:
    codes = tmp_path / "codes.csv"
    codes.write_text("Location,Admin Level,P-Code,Name,Parent P-Code\nAFG,1,AF19,Kunduz,AF\n", encoding="utf-8")
    done = CliRunner().invoke(
        cli, ["gazetteer", "build", "--pcodes", str(codes)], env={"XDG_DATA_HOME": str(tmp_path / "data")}
    )
    assert done.exit_code == 0, done.output
    file = tmp_path / "data" / "dateline" / "places.sqlite"
    assert f"0 places and 1 P-codes added: {file}" in done.output
    settings = load_settings(environment={"DATELINE_GAZETTEER": str(file)})
    assert "pcode:AF19" in {place.id for place in Gazetteer(settings.gazetteer).lookup("Kunduz")}


def test_nothing_to_add_and_a_file_that_is_not_there_are_told() -> None:
    done = CliRunner().invoke(cli, ["gazetteer", "build"])
    assert done.exit_code == 2
    assert "--geonames" in done.output
    done = CliRunner().invoke(cli, ["read", "x.txt"], env={"DATELINE_GAZETTEER": "/nowhere/places.sqlite"})
    assert done.exit_code == 2
    assert "make it with `dateline gazetteer build`" in done.output
