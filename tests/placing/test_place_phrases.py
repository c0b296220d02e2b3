"""Phrases of news that tell where, one a line: the role, the place, its precision and its point."""

import pytest

from dateline.model.claim import Plover

# text | trigger | PLOVER type | role | part of the name | country | precision | lat | lon
CASES = """
Gunmen killed six farmers in the village of Zabarmari on Saturday. | killed | ASSAULT | where | Zabarmari | NGA | settlement | 11.9 | 13.3
Rebels shelled a market in Goma, the army said. | shelled | ASSAULT | where | Goma | COD | settlement | -1.68 | 29.22
Fighters captured Kunduz before dawn. | captured | COERCE | target | Kunduz | AFG | settlement | 36.73 | 68.86
Two drones hit a fuel depot near Belgorod. | hit | ASSAULT | near | Belgorod | RUS | near | 50.6 | 36.6
Hundreds of families fled from Masisi after the raid. | fled | RETREAT | origin | Masisi | COD | | -1.4 | 28.8
Thousands of villagers fled to Adre across the border. | fled | RETREAT | destination | Adre | TCD | settlement | 13.47 | 22.2
The convoy withdrew from Kherson through Antonivka. | withdrew | RETREAT | origin | Kherson | UKR | settlement | 46.64 | 32.61
About 900 soldiers crossed into Uganda overnight. | crossed | RETREAT | destination | Uganda | UGA | country | |
Militants attacked an outpost in northern Burkina Faso. | attacked | ASSAULT | where | Burkina Faso | BFA | region | |
Rockets fell on Sderot in southern Israel. | fell | ASSAULT | target | Sderot | ISR | settlement | 31.52 | 34.6
Troops deployed to the Lachin corridor on Friday. | deployed | MOBILIZE | destination | Lachin corridor | AZE | line | 39.6 | 46.55
A mine exploded 20 km north of Gao, wounding four. | exploded | ASSAULT | near | Gao | MLI | near | 16.45 | -0.04
A bus was ambushed 12 miles west of Maiduguri. | ambushed | ASSAULT | near | Maiduguri | NGA | near | 11.85 | 12.98
The army bombed positions in Idlib province. | bombed | ASSAULT | where | Idlib | SYR | province | 35.8 | 36.7
Gunmen stormed a church in Kaduna state. | stormed | ASSAULT | where | Kaduna | NGA | province | 10.4 | 7.7
The insurgents seized the Rutshuru territory. | seized | COERCE | target | Rutshuru | COD | district | -1.0 | 29.4
Clashes broke out in the Golan Heights on Sunday. | Clashes | ASSAULT | where | Golan | SYR | | |
Police fired tear gas in Sadr City during the march. | fired | ASSAULT | where | Sadr City | IRQ | settlement | 33.39 | 44.46
Bombs struck the Tishrin Dam twice this week. | struck | ASSAULT | target | Tishrin Dam | SYR | site | 36.38 | 38.18
Soldiers handed over Bagram Air Base to local forces. | handed over | RETREAT | target | Bagram | AFG | site | 34.95 | 69.27
Shells landed in Bakhmut and Soledar overnight. | landed | ASSAULT | where | Bakhmut | UKR | settlement | 48.6 | 38.0
Shells landed in Bakhmut and Soledar overnight. | landed | ASSAULT | where | Soledar | UKR | settlement | 48.68 | 38.09
Jihadists attacked the town of Djibo in Burkina Faso. | attacked | ASSAULT | | Djibo | BFA | settlement | 14.1 | -1.63
Israel bombed Khan Younis in the Gaza Strip on Monday. | bombed | ASSAULT | target | | PSE | settlement | 31.34 | 34.31
Residents protested in Port Sudan against the tax. | protested | PROTEST | where | Port Sudan | SDN | settlement | 19.6 | 37.2
A car bomb killed 11 people outside Baidoa in Somalia. | killed | ASSAULT | near | Baidoa | SOM | near | 3.1 | 43.65
Fighting raged in the Darfur region for a third day. | Fighting | ASSAULT | where | Darfur | SDN | region | |
Pirates boarded a tanker in the Gulf of Aden. | boarded | ASSAULT | where | Gulf of Aden | | region | |
Warships gathered in the Strait of Hormuz. | gathered | MOBILIZE | where | Hormuz | | region | |
Refugees arrived in Zaatari from Daraa. | arrived | RETREAT | where | Zaatari | JOR | site | 32.29 | 36.33
Raiders burned houses in Agatu in Benue state, Nigeria. | burned | ASSAULT | where | | NGA | | |
Villagers fled through Bunagana into Uganda. | fled | RETREAT | via | Bunagana | COD | settlement | -1.3 | 29.6
Drones struck a refinery in Ryazan, southeast of Moscow. | struck | ASSAULT | where | Ryazan | RUS | settlement | 54.6 | 39.7
The group overran Mocimboa da Praia in 2020. | overran | COERCE | target | | MOZ | settlement | -11.35 | 40.35
Guards opened fire at the Torkham crossing. | opened fire | ASSAULT | where | Torkham | AFG | site | 34.13 | 71.1
Seven people were abducted from Chibok on Tuesday. | abducted | ASSAULT | origin | Chibok | NGA | settlement | 10.87 | 12.85
Fighters left Raqqa for the desert. | left | RETREAT | origin | Raqqa | SYR | settlement | 35.95 | 39.0
The column entered Mekelle without a fight. | entered | RETREAT | destination | Mek | ETH | settlement | 13.5 | 39.47
Gunmen killed two teachers in Narathiwat, Thailand. | killed | ASSAULT | where | Narathiwat | THA | settlement | 6.43 | 101.82
Israeli jets struck Dahiyeh in Beirut. | struck | ASSAULT | target | Dahiyeh | LBN | site | 33.85 | 35.51
Protesters blocked a road in Cochabamba, Bolivia. | blocked | PROTEST | where | Cochabamba | BOL | settlement | -17.38 | -66.16
Soldiers arrested nine men in the Sambisa Forest. | arrested | COERCE | where | Sambisa | NGA | region | |
Rebels attacked a patrol in Kachin state in Myanmar. | attacked | ASSAULT | where | Kachin | MMR | province | 25.9 | 97.4
A blast at a mosque in Peshawar killed dozens. | killed | ASSAULT | where | Peshawar | PAK | settlement | 34.0 | 71.57
In Marib, rebels shelled a camp for the displaced. | shelled | ASSAULT | where | Marib | YEM | settlement | 15.46 | 45.32
"""  # noqa: E501

NEVER = """
A soldier based in Kandahar said that three rebels were killed. | killed | ASSAULT | Kandahar
An analyst in Kabul said that the fighters captured two districts. | captured | COERCE | Kabul
The Geneva-based group said that eight civilians were killed. | killed | ASSAULT | Geneva
The minister told reporters in Vienna that the army had killed ten men. | killed | ASSAULT | Vienna
A spokesman in Geneva accused the rebels of looting. | accused | ACCUSE | Geneva
Paris accused the junta of killing civilians. | killing | ASSAULT | Paris
Moscow bombed the rebels again. | bombed | ASSAULT | Moscow
Jordan Smith killed two men. | killed | ASSAULT | Jordan
The Kabul University attack killed 22. | killed | ASSAULT | nowhere
Gunmen from Benghazi killed two traders. | killed | ASSAULT | Benghazi
Damascus condemned the raid. | raid | ASSAULT | Damascus
The mayor of Aleppo was killed. | killed | ASSAULT | Mayor
Syria attacked the rebels. | attacked | ASSAULT | Syria
In Brussels, a spokeswoman said that ten people were killed. | killed | ASSAULT | Brussels
The London newspaper said that rebels killed a priest. | killed | ASSAULT | London
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(CASES), ids=lambda row: row[0][:50])
def test_a_phrase_tells_its_place(placed, row: list[str]) -> None:  # type: ignore[no-untyped-def]
    text, trigger, plover, role, name, country, precision, lat, lon = row
    typed: Plover = plover  # type: ignore[assignment]
    coded = placed(text, (trigger, typed))
    fitting = [
        place
        for place in coded.claims[0].places
        if name.lower() in f"{place.name} {place.text}".lower()
        and (not role or place.role == role)
        and (place.country or "") == country
        and (not precision or place.precision == precision)
    ]
    assert fitting, coded.claims[0].places
    place = fitting[0]
    assert coded.reading.story.text[place.start : place.end] == place.text
    if lat:
        assert place.lat is not None and place.lon is not None
        assert abs(place.lat - float(lat)) < 0.3 and abs(place.lon - float(lon)) < 0.3
    elif precision in {"country", "region"}:
        assert place.lat is None


@pytest.mark.parametrize("row", rows(NEVER), ids=lambda row: row[0][:50])
def test_a_home_a_speaker_or_a_government_is_no_place(placed, row: list[str]) -> None:  # type: ignore[no-untyped-def]
    text, trigger, plover, name = row
    typed: Plover = plover  # type: ignore[assignment]
    coded = placed(text, (trigger, typed))
    assert all(name not in f"{place.name} {place.text}" for place in coded.claims[0].places)
