"""Names of parties in sentences: each is the right party in its year, and ordinary words are nobody."""

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.parties.mentions import Mentions
from dateline.model.reading import Reading
from tests.coding.conftest import ReadBody


def known(reading: Reading) -> set[str]:
    """The ids of the parties named in a body."""
    mentions = Mentions(reading, load_codebook().names).all
    return {m.meaning.party.id for m in mentions if m.meaning is not None and m.meaning.party is not None}


@pytest.mark.parametrize(
    ("sentence", "year", "party"),
    [
        ("FDLR fighters attacked two farms near the park.", 2009, "fdlr"),
        ("Guerrillas of the ERP blew up a bridge in El Salvador.", 1989, "erp"),
        ("The ERP seized a garrison near Buenos Aires.", 1974, "erp-argentina"),
        ("The Guerrilla Army of the Poor ambushed a patrol.", 1988, "guerrilla-army-of-the-poor"),
        ("Recontras held up a bus on the mountain road.", 1992, "recontras"),
        ("Members of the Second Marquetalia burned three trucks.", 2021, "second-marquetalia"),
        ("The EMC said its men would hold their fire in Colombia.", 2023, "central-general-staff"),
        ("The Oliver Sinisterra Front kidnapped a driver.", 2018, "oliver-sinisterra-front"),
        ("Gunmen of the Santa Rosa de Lima Cartel set up roadblocks.", 2019, "santa-rosa-de-lima-cartel"),
        ("Knights Templar cartel members shot at a convoy.", 2013, "knights-templar-cartel"),
        ("Hitmen of the Beltran Leyva cartel killed a mayor.", 2010, "beltran-leyva-organization"),
        ("Gran Grif gang members burned forty houses.", 2024, "gran-grif"),
        ("Los Tiguerones shot two guards at the prison.", 2023, "los-tiguerones"),
        ("A patrol was shot at by the Continuity IRA.", 2014, "continuity-ira"),
        ("The Loyalist Volunteer Force admitted the killing.", 1998, "loyalist-volunteer-force"),
        ("Action Directe shot the director of a factory.", 1986, "action-directe"),
        ("TIKKO militants attacked a post in the province of Ovali.", 1996, "tikko"),
        ("The Krajina Serb Army shelled the harbour.", 1993, "krajina-serb-army"),
        ("UCPMB rebels fired on a police post.", 2000, "ucpmb"),
        ("Fighters of the Riyadus-Salikhin took hostages.", 2004, "riyadus-salikhin"),
        ("The Prizrak Brigade left its positions at the mine.", 2015, "prizrak-brigade"),
        ("Men of the Donbas battalion were captured on the road.", 2014, "donbas-battalion"),
        ("The Kastus Kalinouski Regiment lost four men.", 2022, "kastus-kalinouski-regiment"),
        ("Faylaq al-Sham shelled the two villages.", 2016, "sham-legion"),
        ("Jaysh al-Izza fired rockets at the camp.", 2018, "jaish-al-izza"),
        ("The Suleiman Shah Brigade looted the olive harvest.", 2019, "sultan-suleiman-shah-brigade"),
        ("Kata'ib Sayyid al-Shuhada denied that it had fired the drone.", 2023, "kataib-sayyid-al-shuhada"),
        ("The 1920 Revolution Brigades claimed the roadside bomb.", 2006, "1920-revolution-brigades"),
        ("The PFLP-GC fired two rockets over the border.", 1989, "pflp-gc"),
        ("The Tulkarm Battalion said two of its fighters were killed.", 2024, "tulkarm-brigade"),
        ("Hadrami Elite Forces took the port.", 2016, "hadrami-elite-forces"),
        ("The Zintan brigades closed the pipeline.", 2014, "zintan-brigades"),
        ("Benghazi Defense Brigades took two airfields.", 2017, "benghazi-defense-brigades"),
        ("Ajnad Misr claimed the bomb at the bridge.", 2014, "ajnad-misr"),
        ("The HCUA said its column was attacked in Mali.", 2019, "high-council-for-the-unity-of-azawad"),
        ("Yan Sakai members killed seven herders at the market.", 2022, "yan-sakai"),
        ("Bakassi Boys dragged the man from his house.", 2001, "bakassi-boys"),
        ("CPJP fighters entered the town at dawn.", 2011, "convention-of-patriots-for-justice-and-peace"),
        ("Nyatura militiamen burned the hamlet.", 2020, "nyatura"),
        ("The APCLS ambushed a convoy by the lake.", 2013, "alliance-of-patriots-for-a-free-and-sovereign-congo"),
        ("Mobondo militiamen attacked the village with machetes.", 2023, "mobondo-militia"),
        ("Fighters of the SLM-TC clashed with the troops.", 2017, "sla-transitional-council"),
        ("The South Sudan Liberation Movement accepted an amnesty.", 2013, "south-sudan-liberation-movement"),
        ("Amhara Special Forces entered the town.", 2020, "amhara-special-forces"),
        ("Ginbot 7 said it had attacked a post.", 2015, "patriotic-ginbot-7"),
        ("The Ras Kamboni Brigade lost six men near the port.", 2011, "ras-kamboni-brigade"),
        ("APLA gunmen fired into the church in South Africa.", 1993, "apla"),
        ("INPFL fighters looted the harbour.", 1990, "independent-national-patriotic-front-of-liberia"),
        ("Young Patriots burned the car of a deputy.", 2004, "young-patriots"),
        ("Five policemen were killed by the PLFI.", 2015, "peoples-liberation-front-of-india"),
        ("The GNLA abducted a trader in the hills.", 2013, "garo-national-liberation-army"),
        ("Lashkar-i-Islam fired mortars at the fort.", 2012, "lashkar-e-islam"),
        ("Gunmen of the Sindhudesh Revolutionary Army shot a driver.", 2020, "sindhudesh-revolutionary-army"),
        ("The RCSS and the SSPP clashed in three townships of Myanmar.", 2021, "shan-state-progress-party"),
        ("The Chinland Defense Force took the hilltop base.", 2022, "chinland-defense-force"),
        ("Alex Boncayao Brigade gunmen shot a policeman.", 1989, "alex-boncayao-brigade"),
        ("Aitarak militiamen burned the radio station.", 1999, "aitarak"),
        ("The Malaita Eagle Force seized the armoury.", 2000, "malaita-eagle-force"),
        ("Chukakuha fired mortars at the palace.", 1986, "chukakuha"),
        ("UNITA shelled the town of Kuanda.", 1993, "unita"),
        ("UNITA asked the court to annul the vote.", 2022, "unita-party"),
        ("The RPF crossed the border into Rwanda with two battalions.", 1990, "rwandan-patriotic-front"),
        ("Itsekiri youths blocked the creek.", 2003, "itsekiri"),
        ("The Samajwadi Party called a strike.", 2007, "samajwadi-party"),
        ("A patrol of MONUC found the bodies.", 2005, "monuc"),
        ("The Darfur Bar Association counted forty dead.", 2024, "darfur-bar-association"),
        ("Sudan War Monitor published the list.", 2024, "sudan-war-monitor"),
    ],
)  # fmt: skip
def test_a_party_is_known_by_its_name(read_body: ReadBody, sentence: str, year: int, party: str) -> None:
    assert party in known(read_body(sentence, f"{year}-03-02"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Dawn attack surprised the sentries.",
        "Dawn broke over the ruined bridge.",
        "Operation Shield began on the plain.",
        "The Vanguard of the column crossed the river.",
        "The action plan names three districts.",
        "A national action plan was adopted.",
        "Radio Libre was off the air.",
        "Darrell Issa spoke for an hour.",
        "The Bodo municipality lies north of the circle.",
        "A motorist was killed on the M62.",
        "D Company held the crossroads.",
        "The Minister of Law and Justice resigned.",
        "Peace talks were an expression of the popular will.",
        "The Arab-Israeli dispute was on the agenda.",
        "Len Burman read the figures.",
        "The australian troops left, and the namibian troops stayed.",
        "Two MPs asked for an inquiry.",
        "A new opposition bloc asked for democratic action.",
        "The punch was thrown by a guard.",
        "The contest ended in a draw between two united fronts of clubs.",
        "The east african railway was cut.",
        "Ships switched off their AIS transponders.",
    ],
)
def test_ordinary_words_are_no_party(read_body: ReadBody, sentence: str) -> None:
    reading = read_body(sentence, "2021-03-02", headline="Reports of the day")
    assert known(reading) == set()
