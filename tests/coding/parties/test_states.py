"""Nationality and role noun, organs by name, titles and names: whose phrase it is, each in a sentence of its own."""

from collections.abc import Callable

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.coding.parties.resolve import Parties
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.party import Party
from dateline.model.reading import Reading

ReadBody = Callable[..., Reading]
ANY = "any"


def party_of(reading: Reading, word: str) -> Party | None:
    """The party of the phrase whose head is the last occurrence of a word."""
    head = next(token.index for token in reversed(reading.tokens) if token.text == word)
    return Parties(reading, load_codebook()).party(head, *noun_phrase(reading, head))


@pytest.mark.parametrize(
    ("body", "word", "kind", "country", "known"),
    [
        ("Some 200 Afghan government troops crossed the river.", "troops", "military", "AFG", None),
        ("Russian-backed separatists shelled the town.", "separatists", "rebel", None, None),
        ("Suspected Islamist gunmen burned the mill.", "gunmen", "rebel", None, None),
        ("Armed men on motorcycles raided the village.", "men", "unidentified-armed", None, None),
        ("Two of the rebels were wounded.", "Two", "rebel", None, None),
        ("The US-led coalition bombed the depot.", "coalition", "military", "USA", ANY),
        ("Iraqi-Kurdish forces retook the hill.", "forces", "military", "IRQ", None),
        ("Tajik border guards fired in the air.", "guards", "police", "TJK", None),
        ("Syrian government warplanes bombed the market.", "warplanes", "military", "SYR", None),
        ("Ugandan army spokesman Brig Flavia Nakato denied it.", "Nakato", "military", "UGA", None),
        ("Deputy Interior Minister Omar Daudov resigned.", "Daudov", "government", None, None),
        ("The regional governor resigned.", "governor", "government", None, None),
        ("A senior UN official denied it.", "official", "igo", None, "united-nations"),
        ("The former army chief was arrested.", "chief", "military", None, None),
        ("The Nigerian air force bombed the camp.", "force", "military", "NGA", None),
        ("Kenyan police commandos freed the hostages.", "commandos", "police", "KEN", None),
        ("Pro-government militiamen burned the mill.", "militiamen", "militia", None, None),
        ("Colombian navy patrol boats chased them.", "boats", "military", "COL", None),
        ("Mexican federal police officers were ambushed.", "officers", "police", "MEX", None),
        ("Turkish-backed Syrian fighters crossed the border.", "fighters", "rebel", "SYR", None),
        ("Iranian-backed Houthi fighters fired a missile.", "fighters", "rebel", "YEM", "houthis"),
        ("Israeli settlers burned the olive trees.", "settlers", "civilian", "ISR", None),
        ("Chinese coast guard ships rammed the boat.", "ships", "military", "CHN", None),
        ("The Burmese junta freed ten prisoners.", "junta", "military", "MMR", ANY),
        ("Myanmar's military bombed the school.", "military", "military", "MMR", ANY),
        ("French peacekeepers secured the airport.", "peacekeepers", "military", "FRA", None),
        ("UN peacekeepers secured the airport.", "peacekeepers", "igo", None, "united-nations"),
        ("African Union troops shelled the port.", "troops", "igo", None, "african-union"),
        ("Ethiopian federal troops entered the town.", "troops", "military", "ETH", None),
        ("Masked gunmen stormed the bank.", "gunmen", "unidentified-armed", None, None),
        ("Unidentified assailants killed the mayor.", "assailants", "unidentified-armed", None, None),
        ("A local councillor was shot.", "councillor", "legislature", None, None),
        ("A provincial council member was shot.", "member", "government", None, None),
        ("An opposition lawmaker was arrested.", "lawmaker", "opposition", None, None),
        ("The Supreme Court judge was shot.", "judge", "judiciary", None, None),
        ("Peruvian anti-narcotics police burned the laboratory.", "police", "police", "PER", None),
        ("The presidential guard sealed off the palace.", "guard", "military", None, None),
        ("Members of the presidential guard seized the radio.", "Members", "military", None, None),
        ("A military tribunal sentenced ten men.", "tribunal", "judiciary", None, None),
        ("The public prosecutor's office charged them.", "office", "judiciary", None, None),
        ("The Guatemalan attorney general's office charged them.", "office", "judiciary", "GTM", None),
        ("A defence ministry spokesman denied it.", "spokesman", "government", None, None),
        ("The Pakistani foreign ministry summoned the envoy.", "ministry", "government", "PAK", None),
        ("Ukraine's general staff reported 40 attacks.", "staff", "military", "UKR", None),
        ("The Russian defence ministry reported 40 attacks.", "ministry", "government", "RUS", None),
        ("The Polish president's office denied it.", "office", "government", "POL", None),
        ("Sudan's ruling council named a premier.", "council", "government", "SDN", None),
        ("Libya's eastern-based parliament voted.", "parliament", "legislature", "LBY", None),
        ("An army colonel was killed.", "colonel", "military", None, None),
        ("A retired general was killed.", "general", "military", None, None),
        ("The district police chief was killed.", "chief", "police", None, None),
        ("The provincial police chief, Karim Sadat, was killed.", "Sadat", "police", None, None),
        ("A Border Guard officer was killed near Mandera in Kenya.", "officer", "police", "KEN", None),
        ("Intelligence agents arrested the editor.", "agents", "intelligence", None, None),
        ("Philippine marines landed on the island.", "marines", "military", "PHL", None),
        ("Brazilian military police shot five men.", "police", "police", "BRA", None),
        ("Thai paramilitary rangers were ambushed.", "rangers", "militia", "THA", None),
        ("Indian paramilitary troops fired at the crowd.", "troops", "military", "IND", None),
        ("Egyptian security forces killed ten militants.", "forces", "military", "EGY", None),
        ("Venezuelan intelligence officers arrested him.", "officers", "intelligence", "VEN", None),
        ("Saudi-led warplanes bombed the port.", "warplanes", "military", ANY, ANY),
        ("The Kremlin spokesman denied it.", "spokesman", "government", "RUS", ANY),
        ("The White House said it was sorry.", "House", "government", "USA", ANY),
        ("Downing Street denied the report.", "Street", "government", "GBR", ANY),
        ("The Pentagon denied the report.", "Pentagon", "military", "USA", "pentagon"),
        ("The Elysee denied the report.", "Elysee", "government", "FRA", ANY),
        ("The Duma passed the bill.", "Duma", "legislature", "RUS", "state-duma"),
        ("The Verkhovna Rada passed the bill.", "Rada", "legislature", "UKR", "verkhovna-rada"),
        ("Pakistan's ISI denied it.", "ISI", "intelligence", "PAK", "inter-services-intelligence"),
        ("Frontier Corps troops were ambushed in Balochistan.", "troops", "militia", "PAK", "frontier-corps"),
        ("Basij militiamen fired at students.", "militiamen", "militia", "IRN", "basij"),
        ("Peshmerga fighters retook the dam.", "fighters", "militia", "IRQ", "peshmerga"),
        ("SBU agents arrested the man.", "agents", "intelligence", "UKR", "security-service-of-ukraine"),
        ("The Carabinieri arrested the man.", "Carabinieri", "police", "ITA", "carabinieri"),
        ("Nicaraguan Contra rebels crossed the river.", "rebels", "rebel", "NIC", ANY),
        ("Cuban President Miguel Diaz-Canel spoke.", "Canel", "government", "CUB", "miguel-diaz-canel"),
        ("Governor Ruiz spoke on Monday. Ruiz then left.", "Ruiz", "government", ANY, ANY),
        ("A spokesman for the governor denied it.", "spokesman", "government", ANY, ANY),
        ("The foreign ministers of Iran and Iraq met.", "ministers", "government", None, None),
        ("The Somali government accused Kenya.", "government", "government", "SOM", None),
        ("The Taliban government freed ten men.", "government", "rebel", "AFG", ANY),
        ("Kurdish security forces arrested ten men.", "forces", "military", None, None),
        ("Sunni tribal fighters retook the town.", "fighters", "militia", None, None),
        ("Communist rebels burned the mill in the Philippines.", "rebels", "rebel", None, None),
        ("Maoist guerrillas burned the mill.", "guerrillas", "rebel", None, None),
        ("Drug cartel gunmen killed the mayor.", "gunmen", "criminal", None, None),
        ("Hooded men killed the mayor.", "men", "unidentified-armed", None, None),
        ("Riot police fired tear gas.", "police", "police", None, None),
        ("Malian Defence Minister Sadio Camara was killed.", "Camara", "government", "MLI", "sadio-camara"),
        ("The Chadian leader, Mahamat Idriss Deby, spoke.", "Deby", "government", "TCD", "mahamat-idriss-deby"),
    ],
)  # fmt: skip
def test_phrases(read_body: ReadBody, body: str, word: str, kind: str, country: str | None, known: str | None) -> None:
    party = party_of(read_body(body), word)
    assert party is not None
    assert party.kind == kind
    assert country in {ANY, party.country}
    assert known in {ANY, party.id}


@pytest.mark.parametrize(
    ("body", "word", "published", "known"),
    [
        ("Colombian President Gaviria spoke.", "Gaviria", "1991-05-04", "cesar-gaviria"),
        ("Colombian President Gaviria spoke.", "Gaviria", "2021-05-04", None),
        ("Prime Minister Meles spoke. Ethiopia and Ethiopians listened.", "Meles", "2009-05-04", "meles-zenawi"),
        ("UN Secretary-General Perez de Cuellar spoke.", "Cuellar", "1989-05-04", "javier-perez-de-cuellar"),
        ("Colombian farmer Gaviria spoke.", "Gaviria", "1991-05-04", None),
        ("Syrian General Hassan spoke.", "Hassan", "2015-05-04", None),
        ("President Buhari spoke on Monday. Buhari then left.", "Buhari", "2021-05-04", "muhammadu-buhari"),
        ("President Carter of the United States spoke.", "Carter", "2016-05-04", None),
        ("Burmese leader Min Min Soe spoke.", "Soe", "2021-05-04", None),
        ("Ted Cruz, a teacher, spoke.", "Cruz", "1989-05-04", None),
    ],
)  # fmt: skip
def test_titles_and_years_tell_who_is_meant(
    read_body: ReadBody, body: str, word: str, published: str, known: str | None
) -> None:
    party = party_of(read_body(body, published), word)
    assert party is not None
    assert party.id == known


@pytest.mark.parametrize(
    ("body", "word", "kind", "country"),
    [
        ("Col. Travis Kauf spoke.", "Kauf", "military", None),
        ("Very conservative Sen. Travis Kauf spoke.", "Kauf", "legislature", None),
        ("The company's vice president Amin Sadat spoke.", "Sadat", "business", None),
        ("The VFW President Amin Sadat spoke.", "Sadat", "individual", None),
        ("Kenyan Vice-President Amin Sadat spoke.", "Sadat", "government", "KEN"),
        ("Farmers' union secretary-general Amin Sadat spoke.", "Sadat", "labour", None),
        ("Secretary-General Amin Sadat spoke.", "Sadat", "igo", None),
        ("The Interior Ministry secretary Amin Sadat spoke.", "Sadat", "government", None),
        ("Canada's industry minister Amin Sadat spoke.", "Sadat", "government", "CAN"),
        ("President Amin Sadat of Chad spoke.", "Sadat", "government", "TCD"),
    ],
)
def test_titles_and_offices_before_names(
    read_body: ReadBody, body: str, word: str, kind: str, country: str | None
) -> None:
    party = party_of(read_body(body), word)
    assert party is not None
    assert (party.kind, party.country) == (kind, country)


def test_a_company_is_no_general(read_body: ReadBody) -> None:
    party = party_of(read_body("General Motors closed a plant."), "Motors")
    assert party is None or party.kind != "military"
