"""Files, folders and standard input to stories; what is unreadable says why and stops nothing."""

import io
import json
import sys
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.model.story import Story
from dateline.sources.files import count_skipped, list_folder
from dateline.sources.metadata import Metadata
from dateline.sources.stage import Unreadable, stories

PAGE = (
    "<!doctype html><html lang='en'><head><title>Shells fall on Ostan</title>"
    "<meta property='og:site_name' content='Valley Post'>"
    "<meta property='article:published_time' content='2020-03-04T05:06:00+00:00'>"
    "<link rel='canonical' href='https://valley.example/ostan'></head><body><nav><a href='/'>Home</a></nav>"
    "<article><h1>Shells fall on Ostan</h1>"
    "<p>Shells fell on the town of Ostan on Monday and hit a school, the governor of the valley said.</p>"
    "<p>Nobody was hurt because the children were at home, he told reporters in the afternoon.</p>"
    "</article><footer>Copyright Valley Post</footer></body></html>"
)


def one(path: str | Path, **known: str) -> Story:
    (story,) = stories([path], Metadata(**known))
    assert isinstance(story, Story), story
    return story


def refusal(path: str | Path, max_characters: int = 10_000) -> str:
    (unreadable,) = stories([path], max_characters=max_characters)
    assert isinstance(unreadable, Unreadable)
    assert isinstance(unreadable.error, UnreadableError)
    assert unreadable.path == str(path)
    return str(unreadable.error)


def test_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffTroops left.\r\nThey went home.\r".encode())
    story = one(path, outlet="Valley Post", published="2021-07-05 16:20")
    assert story.text == "Troops left.\nThey went home.\n"
    assert (story.outlet, story.published, story.path_or_url) == ("Valley Post", "2021-07-05T16:20", str(path))
    assert (story.headline, story.byline, story.credit, story.language) == (None, None, None, None)


def test_a_sidecar_loses_to_options(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Troops left.")
    sidecar = {"outlet": "Hill Post", "published": "2020-01-02", "byline": "Ana Lopez", "url": None}
    path.with_suffix(".json").write_text(json.dumps(sidecar))
    story = one(path, outlet="Valley Post", url="https://valley.example/1")
    assert (story.outlet, story.published, story.byline) == ("Valley Post", "2020-01-02", "Ana Lopez")
    assert story.path_or_url == "https://valley.example/1"


@pytest.mark.parametrize(
    ("sidecar", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "one JSON object"),
        ('{"titel": "x"}', "unknown keys titel"),
        ('{"outlet": 3}', "for outlet"),
        ('{"published": "yesterday"}', "no time of publication"),
        ('{"published": "2021-02-30"}', "no time of publication"),
    ],
)
def test_a_bad_sidecar(tmp_path: Path, sidecar: str, words: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Troops left.")
    path.with_suffix(".json").write_text(sidecar)
    assert words in refusal(path)
    assert "a.json" in refusal(path)


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE)
    story = one(path)
    assert story.text.startswith("Shells fall on Ostan\n\nShells fell on the town")
    assert "\n\nNobody was hurt" in story.text
    assert "Home" not in story.text and "Copyright" not in story.text
    assert (story.headline, story.outlet, story.path_or_url) == (
        "Shells fall on Ostan", "Valley Post", "https://valley.example/ostan",
    )  # fmt: skip
    assert story.published is not None and story.published.startswith("2020-03-04")


def test_a_page_without_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    assert "without an article" in refusal(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"...\n---", "holds no words"),
        (b"%PDF-1.7 ...", "is a PDF; export its text first"),
        (b"PK\x03\x04 word/document.xml", "Office document"),
        (b"PK\x03\x04 other", "ZIP archive"),
        (b"\x1f\x8b\x08", "compressed with gzip"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x89PNG\r\n", "PNG"),
        (b"text\x00with\x01zeros\x02", "binary"),
        (b"x" * 50_000, "longer than 10,000 characters"),
        (b"x" * 12_000, "longer than 10,000 characters"),
    ],
)
def test_what_is_no_text(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert words in refusal(path)
    assert "a.txt" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    text = "Café owners “left” the town of Ostan on Monday, the governor’s office said."
    path.write_bytes(text.encode(encoding))
    assert one(path).text == text


def test_a_missing_file_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text("Troops left.")
    found = list(stories([tmp_path / "a.txt", path]))
    assert isinstance(found[0], Unreadable) and "does not exist" in str(found[0].error)
    assert isinstance(found[1], Story)


def test_a_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", ".hidden.txt", "d.csv", "b.json", "e.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("{}" if name.endswith("json") else "Troops left.")
    assert [path.name for path in list_folder(tmp_path).files] == ["a.md", "b.txt", "c.TXT"]
    assert count_skipped([tmp_path, tmp_path / "b.txt"]) == 2  # d.csv and e.json, which is nobody's sidecar
    assert len(list(stories([tmp_path]))) == 3


def test_a_folder_without_stories(tmp_path: Path) -> None:
    assert "holds no stories" in refusal(tmp_path)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Troops left Café.".encode())))
    story = one("-")
    assert (story.text, story.path_or_url) == ("Troops left Café.", "-")


def test_ids_follow_text_outlet_and_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Troops left.")
    assert one(path).text_id == one(path, outlet="X").text_id
    assert len({one(path).id, one(path, outlet="X").id, one(path, published="2020-01-01").id}) == 3
