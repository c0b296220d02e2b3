"""The readers of TIMEX3 gold, on small files of their own."""

from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.timex import timex_scores
from dateline.evaluation.timex_readers import Document, read_documents

CAT = """<Document>{tokens}<Markables>
<TIMEX3 functionInDocument="{function}" type="DATE" value="{created}"><token_anchor t_id="2"/><token_anchor t_id="5"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2021-07-04"><token_anchor t_id="11"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DURATION" value="P3D"><token_anchor t_id="9"/></TIMEX3>
</Markables></Document>"""  # noqa: E501
SENTENCES = ["Bridge shelled", "July 5 , 2021", "Shells hit the bridge on Sunday .", "Nothing was marked here ."]
TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>bridge</DOCID>
<DCT>
<TIMEX3 tid="t0" type="TIME" value="2021-07-05T08:00" functionInDocument="CREATION_TIME">July 5, 2021</TIMEX3></DCT>
<TITLE>Bridge shelled</TITLE>
<TEXT>
Shells <EVENT eid="e1">hit</EVENT> the bridge &amp; the mill on <TIMEX3 tid="t1" type="DATE" value="2021-07-04">Sunday
</TIMEX3>.

The siege has lasted <TIMEX3 tid="t2" type="DURATION" value="P3M">three months</TIMEX3> and began in
<TIMEX3 tid="t3" type="DATE" value="2021-04">April</TIMEX3>; it is watched <TIMEX3 tid="t4" type="SET" value="P1D">each
day</TIMEX3>.
</TEXT></TimeML>"""


def cat_document(folder: Path, function: str, created: str) -> Document:
    words = [(number, word) for number, words in enumerate(SENTENCES) for word in words.split()]
    tokens = "".join(
        f'<token sentence="{sentence}" t_id="{id}">{word}</token>' for id, (sentence, word) in enumerate(words)
    )
    path = folder / "bridge.xml"
    path.write_text(CAT.format(tokens=tokens, function=function, created=created), encoding="utf-8")
    (document,) = read_documents(path)
    return document


@pytest.mark.parametrize(
    ("function", "created"),
    [("CREATION_TIME", "2021-07-05"), ("CREATION_TIME", "05-07-2021"), ("NONE", "2021-07-05")],
)
def test_cat(tmp_path: Path, function: str, created: str) -> None:
    document = cat_document(tmp_path, function, created)
    assert document.created == "2021-07-05"
    assert document.text.splitlines()[2] == "Shells hit the bridge on Sunday."
    assert document.text[: document.annotated].endswith("on Sunday.")
    assert [document.text[gold.start : gold.end] for gold in document.gold if not gold.is_neutral] == ["Sunday"]
    assert [part for part, _, _ in document.blocks] == ["headline", "body", "body", "body"]


def test_timeml(tmp_path: Path) -> None:
    (tmp_path / "bridge.tml").write_text(TIMEML, encoding="utf-8")
    (document,) = read_documents(tmp_path)
    assert (document.name, document.created) == ("bridge", "2021-07-05")
    assert [(document.text[gold.start : gold.end].strip(), gold.is_neutral) for gold in document.gold] == [
        ("Sunday", False), ("April", False), ("each\nday", True),
    ]  # fmt: skip
    paragraphs = [document.text[start:end] for _, start, end in document.blocks]
    assert [paragraph.split()[0] for paragraph in paragraphs] == ["Shells", "The"]
    assert paragraphs[0].startswith("Shells hit the bridge & the mill on Sunday")


def test_timeml_is_scored(tmp_path: Path) -> None:
    (tmp_path / "bridge.tml").write_text(TIMEML, encoding="utf-8")
    n, scores, _ = timex_scores(tmp_path)
    assert (n, scores["relaxed_f1"], scores["value_f1"]) == (1, 1.0, 1.0)


def test_creation_time_inside_the_text(tmp_path: Path) -> None:
    timex = '<TIMEX3 tid="t0" type="DATE" value="2021-07-05" functionInDocument="CREATION_TIME">07-05-21</TIMEX3>'
    (tmp_path / "old.tml").write_text(f"<TimeML>{timex}\n\nShells hit a mill.</TimeML>", encoding="utf-8")
    (document,) = read_documents(tmp_path)
    assert document.created == "2021-07-05"
    assert [gold.is_neutral for gold in document.gold] == [True]


def test_broken_file(tmp_path: Path) -> None:
    (tmp_path / "broken.tml").write_text("<TimeML>", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"broken\.tml is no XML"):
        list(read_documents(tmp_path))
