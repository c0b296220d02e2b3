"""A user's own gazetteer holds what their GeoNames and P-codes add, and wrong files are told with the remedy."""

import zipfile
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.gazetteer.build_user import build_gazetteer
from dateline.gazetteer.gazetteer import Gazetteer

NOTHING: list[tuple[int, int]] = []


def row(number: int, name: str, kind: str, country: str, admin1: str = "", admin2: str = "", other: str = "") -> str:
    cells = [
        str(number), name, name, other, "36.5", "68.5", *kind.split("."), country, "", admin1, admin2, "", "", "40",
        "", "", "", "",
    ]  # fmt: skip
    return "\t".join(cells)


def dump(path: Path, *rows: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("XX.txt", "\n".join(rows) + "\n")
    return path


def test_villages_and_p_codes_are_added_and_linked_to_their_units(tmp_path: Path) -> None:
    geonames = dump(
        tmp_path / "XX.zip",
        row(999_000_001, "Qwrtzabad", "P.PPL", "AF", "24", other="Qwrtz Village,قرية"),
        row(1149361, "Afghanistan", "A.PCLI", "AF"),
        row(1135690, "Kunduz", "A.ADM1", "AF", "24"),
        row(999_000_002, "Old Qwrtz", "P.PPLQ", "AF", "24"),
        row(999_000_003, "Qwrtz Stream", "H.STM", "AF", "24"),
    )
    pcodes = tmp_path / "codes.csv"
    pcodes.write_text(
        "Location,Admin Level,P-Code,Name,Parent P-Code\n#country+code,#geo,#adm+code,#adm+name,#adm+code+parent\n"
        "AFG,1,AF19,Kunduz,AF\nAFG,2,AF1902,Imam Sahib,AF19\nAFG,2,AF1999,Nowhere At All,AF19\n",
        encoding="utf-8",
    )
    seen: list[tuple[int, int]] = []
    target = tmp_path / "own" / "places.sqlite"
    assert build_gazetteer(target, geonames, pcodes, lambda read, size: seen.append((read, size))) == (1, 2)
    assert seen and all(0 < read <= size for read, size in seen)
    own = Gazetteer(target)
    (village,) = own.lookup("Qwrtz Village")
    assert (village.name, village.country, village.kind) == ("Qwrtzabad", "AFG", "settlement")
    assert village.admin1 == "Kunduz"
    assert not own.lookup("Old Qwrtz")
    assert "pcode:AF19" in {place.id for place in own.lookup("Kunduz")}
    assert own.digest != Gazetteer().digest
    assert not target.with_name("places.sqlite.unfinished").exists()


@pytest.mark.parametrize("content", [b"no zip at all", None])
def test_another_file_than_a_dump_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "file.zip"
    if content is None:
        dump(path, "a\tb")
    else:
        path.write_bytes(content)
    with pytest.raises(UnreadableError, match=r"allCountries\.zip"):
        build_gazetteer(tmp_path / "places.sqlite", path, None, lambda read, size: NOTHING.append((read, size)))
    assert not (tmp_path / "places.sqlite").exists()


def test_a_table_without_the_columns_of_p_codes_is_told(tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("Location,Name\nAFG,Kunduz\n", encoding="utf-8")
    with pytest.raises(
        UnreadableError, match=r"lacks the columns Admin Level, P-Code, Parent P-Code; load global_pcodes"
    ):
        build_gazetteer(tmp_path / "places.sqlite", None, path, lambda read, size: NOTHING.append((read, size)))
