"""Layouts of many desks: what each says about itself, and where its report begins."""

import pytest

from dateline.codebook.layout import Layout
from dateline.model.ids import text_id
from dateline.model.story import Story
from dateline.reading.finds import Finds
from dateline.reading.layout import lay_out

TITLE = "Rebels kill six men in Kidal"
LEAD = "Rebels killed six men in Kidal on Thursday, the army said."
TOWNS = {"Kidal", "KIDAL", "Bamako", "BAMAKO", "Tehran", "Geneva", "GENEVA"}


def read(text: str, layout: Layout) -> Finds:
    fields = dict.fromkeys(("outlet", "credit", "headline", "byline", "published", "published_text", "language"))
    story = Story(id="0", text_id=text_id(text), path_or_url="a.txt", dateline=None, text=text, **fields)
    return lay_out(story, layout, TOWNS.__contains__)


# Each layout with the fields that it must give; "place" and "date" are those of the dateline.
LAYOUTS: dict[str, tuple[str, dict[str, str | None]]] = {
    "no headline": (
        f"KIDAL, March 4 (Reuters) - {LEAD}\n\nTwo women were wounded.",
        {"headline": None, "credit": "Reuters", "place": "Kidal"},
    ),
    "headline in capitals": (
        f"{TITLE.upper()}\n\nBy Ana Ruiz\n\nMarch 4, 2021\n\nKIDAL, Mali (AP) — {LEAD}",
        {
            "headline": TITLE.upper(),
            "byline": "Ana Ruiz",
            "credit": "AP",
            "place": "Kidal, Mali",
            "published": "2021-03-04",
        },
    ),
    "facts between dashes": (
        f"{TITLE}\n\nAFP - Kidal - 4 March 2021\n\n{LEAD}\n\n— AFP",
        {"headline": TITLE, "credit": "AFP", "place": "Kidal", "published": "2021-03-04"},
    ),
    "facts between bars": (
        f"{TITLE}\n\nSource: Xinhua| 2021-03-04 20:15:33|Editor: lin\n\nBAMAKO, March 4 (Xinhua) -- {LEAD} Enditem",
        {
            "headline": TITLE,
            "credit": "Xinhua",
            "place": "Bamako",
            "date": "2021-03-04",
            "published": "2021-03-04T20:15",
        },
    ),
    "agency, town and times between bars": (
        f"{TITLE}\n\nPTI | Bamako | Updated: 04-03-2021 16:20 IST | Created: 04-03-2021 16:18 IST\n\n{LEAD}",
        {"headline": TITLE, "credit": "PTI", "place": "Bamako", "published": "2021-03-04T16:20"},
    ),
    "agency between slashes": (
        f"MOSCOW, March 4. /TASS/. {LEAD}",
        {"headline": None, "credit": "TASS", "place": "Moscow"},
    ),
    "agency behind a full stop": (
        f"{TITLE}\n\nBAMAKO. March 4 (Interfax) - {LEAD}",
        {"headline": TITLE, "credit": "Interfax", "place": "Bamako"},
    ),
    "agency behind a comma": (
        f"Kidal, SANA- {LEAD}\n\nTwo women fled.",
        {"headline": None, "credit": "SANA", "place": "Kidal"},
    ),
    "agency behind the date": (
        f"{TITLE}\n\nTehran, March 4, IRNA – {LEAD}",
        {"headline": TITLE, "credit": "IRNA", "place": "Tehran"},
    ),
    "town in ordinary letters": (
        f"{TITLE}\n\nBamako (dpa) - {LEAD}",
        {"headline": TITLE, "credit": "dpa", "place": "Bamako"},
    ),
    "date with its year": (
        f"{TITLE}\n\nBy Ana Ruiz and Amin Karimi\n\nBAMAKO, Mar 4 2021 (IPS) - {LEAD}",
        {
            "byline": "Ana Ruiz and Amin Karimi",
            "place": "Bamako",
            "date": "2021-03-04",
            "credit": "Inter Press Service",
        },
    ),
    "no mark behind the agency": (
        f"{TITLE}\n\nBamako, March 4 (IANS) {LEAD}\n\n--IANS\n\nana/lin",
        {"headline": TITLE, "credit": "IANS", "place": "Bamako"},
    ),
    "two dashes": (f"{TITLE}\n\nBAMAKO, Mali, March 4 (UPI) -- {LEAD}", {"credit": "UPI", "place": "Bamako, Mali"}),
    "a town alone": (
        f"{TITLE}\n\nAna Ruiz   | 04.03.2021 - Update : 05.03.2021\n\nBAMAKO, Mali\n\n{LEAD}",
        {"headline": TITLE, "byline": "Ana Ruiz", "place": "Bamako, Mali", "published": "2021-03-04"},
    ),
    "a town with a dash alone": (f"BAMAKO — \n\n{LEAD}", {"headline": None, "place": "Bamako"}),
    "update": (
        f"UPDATE 2-{TITLE} -army\n\nBy Ana Ruiz\n\n    BAMAKO, March 4 (Reuters) - {LEAD}\n    Two women fled.\n\n"
        " (Reporting by Ana Ruiz; Editing by Li Wen)",
        {"headline": f"UPDATE 2-{TITLE} -army", "byline": "Ana Ruiz", "credit": "Reuters", "place": "Bamako"},
    ),
    "bullets": (
        f"{TITLE}\n\n* Six men killed, army says\n* Two women wounded\n\nBAMAKO, March 4 (Reuters) - {LEAD}",
        {"headline": TITLE, "credit": "Reuters", "place": "Bamako"},
    ),
    "caption": (
        f"{TITLE}\n\nFILE PHOTO: Soldiers patrol Kidal, Mali February 1, 2021. Ana Ruiz/Handout via REUTERS\n\n{LEAD}",
        {"headline": TITLE, "published": None},
    ),
    "offers among the text": (
        f"{TITLE}\n\n{LEAD}\n\nADVERTISEMENT\n\nTwo women fled.\n\nRead more: Army retakes Gao\n\nShare on Facebook",
        {"headline": TITLE},
    ),
    "live blog": (
        f"{TITLE}\n\n10.45am GMT\n\n{LEAD}\n\n11:20\n\nTwo women fled.",
        {"headline": TITLE, "published": None},
    ),
    "Windows line ends": (f"{TITLE}\r\n\r\nBy Ana Ruiz\r\n\r\n{LEAD}\r\n", {"headline": TITLE, "byline": "Ana Ruiz"}),
    "single line ends": (
        f"{TITLE}\nBy Ana Ruiz | Valley Post\nMarch 4, 2021\nKIDAL - {LEAD}\nTwo women were wounded.\nThey fled.",
        {"headline": TITLE, "byline": "Ana Ruiz", "published": "2021-03-04", "place": "Kidal"},
    ),
    "byline under the headline": (
        f"{TITLE}\nFrom Ana Ruiz in Bamako\n\nMarch 4 2021, 5:15 PM\n\n{LEAD}",
        {"headline": TITLE, "byline": "Ana Ruiz", "published": "2021-03-04T17:15"},
    ),
    "byline over its agency": (
        f"{TITLE}\n\nBy ANA RUIZ\nAssociated Press\n\nKIDAL, Mali (AP) -- {LEAD}\n\nCopyright 2021 The AP.",
        {"byline": "ANA RUIZ", "credit": "AP", "place": "Kidal, Mali"},
    ),
    "byline with agencies": (
        f"{TITLE}\n\nAna Ruiz with AFP and Reuters\n\n{LEAD}",
        {"headline": TITLE, "byline": "Ana Ruiz", "credit": "AFP"},
    ),
    "posted by": (
        f"{TITLE}\n\nPosted on March 4, 2021 by Ana Ruiz\n\n{LEAD}",
        {"headline": TITLE, "byline": "Ana Ruiz", "published": "2021-03-04"},
    ),
    "published and updated": (
        f"{TITLE}\n\nPublished: 4 March 2021, 16:20\nLast updated: 5 March 2021, 08:00\n\n{LEAD}",
        {"headline": TITLE, "published": "2021-03-04T16:20"},
    ),
    "German date": (f"{TITLE}\n\n4. März 2021\n\n{LEAD}", {"headline": TITLE, "published": "2021-03-04"}),
    "French date": (f"{TITLE}\n\nPublié le 4 mars 2021 à 16h20\n\n{LEAD}", {"published": "2021-03-04T16:20"}),
    "Spanish date": (f"{TITLE}\n\n4 de marzo de 2021\n\n{LEAD}", {"headline": TITLE, "published": "2021-03-04"}),
    "Turkish date": (f"{TITLE}\n\n4 Mart 2021\n\n{LEAD}", {"headline": TITLE, "published": "2021-03-04"}),
    "date with dots": (f"{TITLE}\n\n04.03.2021 16:20\n\n{LEAD}", {"headline": TITLE, "published": "2021-03-04T16:20"}),
    "ISO time": (f"{TITLE}\n\n2021-03-04T16:20:00Z\n\n{LEAD}", {"published": "2021-03-04T16:20+00:00"}),
    "agency in brackets at the foot": (
        f"{TITLE}\n\n{LEAD}\n\nTwo women fled.\n\n(AP)",
        {"headline": TITLE, "credit": "AP"},
    ),
    "two agencies on a line": (f"{TITLE}\n\nAP-Yonhap\n\n{LEAD}", {"headline": TITLE, "credit": "AP"}),
    "copyright line": (f"{TITLE}\n\n{LEAD}\n\n© 2021 Valley Post. All rights reserved.", {"headline": TITLE}),
    "press release": (
        f"FOR IMMEDIATE RELEASE\n\n{TITLE}\n\nBamako, 4 March 2021\n\n{LEAD}\n\n###\n\nContact: desk@valley.example",
        {"headline": TITLE, "place": "Bamako", "published": "2021-03-04"},
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_a_layout_says_about_itself(layout: Layout, name: str) -> None:
    text, wanted = LAYOUTS[name]
    finds = read(text, layout)
    filed = finds.dateline()
    found = {
        "headline": finds.headline,
        "byline": finds.byline,
        "credit": finds.credit,
        "published": finds.published,
        "place": filed.place if filed else None,
        "date": filed.date if filed else None,
    }
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_report_is_all_there_and_nothing_else(layout: Layout, name: str) -> None:
    finds = read(LAYOUTS[name][0], layout)
    report = [finds.text[section.start : section.end] for section in finds.sections if section.part in {"lead", "body"}]
    said = {
        LEAD,
        "Two women were wounded.",
        "Two women fled.",
        "They fled.",
        "Six men killed, army says",
        "Two women wounded",
    }
    assert LEAD in " ".join(" ".join(report).split())
    assert {" ".join(part.split()).lstrip("* ") for part in report} <= said | {f"{LEAD} Two women fled."}
    covered = "".join(finds.text[section.start : section.end] for section in finds.sections)
    assert "".join(covered.split()) == "".join(finds.text.split())
