"""The names that the built file knows a place by, and the one it shows."""

import re
import unicodedata

from dateline.gazetteer.build_sources import SourcePlace, is_usable
from dateline.gazetteer.candidate import RESPELLED
from dateline.gazetteer.gazetteer import SHORTEST_LOOSE
from dateline.gazetteer.names import ARTICLES, arabic_key, key_of, loose_key, without_article

TYPE_WORDS = frozenset(
    {
        "state", "province", "district", "county", "governorate", "region", "department", "prefecture",
        "municipality", "parish", "oblast", "raion", "rayon", "division", "canton", "territory", "republic",
        "autonomous", "metropolitan", "city", "commune", "circle", "krai", "voivodeship", "emirate", "muhafazat",
        "muhafazah", "wilayat", "wilaya", "provincia", "provincie", "departamento", "departement", "estado",
        "municipio", "regency", "subcounty", "local", "government", "area", "council", "borough",
    }
)  # fmt: skip
# Countries whose names carry the Arabic article, which news spells in many ways.
ARABIC = frozenset(
    {
        "SY", "IQ", "LB", "JO", "PS", "IL", "YE", "SA", "AE", "OM", "QA", "BH", "KW", "EG", "LY", "TN", "DZ", "MA",
        "SD", "EH", "MR", "SO", "DJ", "TD", "KM",
    }
)  # fmt: skip
# Countries whose names news transliterates in many ways.
RESPELLED_COUNTRIES = ARABIC | {
    "IR",
    "AF",
    "PK",
    "TJ",
    "UZ",
    "KG",
    "TM",
    "AZ",
    "ET",
    "ER",
    "MM",
    "ML",
    "NE",
    "NG",
    "UA",
}
# Macron, dot below, macron below, breve below, ring below; a cedilla only below letters that no alphabet gives one.
_CEDILLA = "\u0327"
_APOSTROPHES = frozenset("ʻʼʽʾʿ‘’`'")
_SCHOLARLY = frozenset("\u0304\u0323\u0331\u032e\u0325")


def keys_of(place: SourcePlace) -> dict[str, int]:
    """The keys of a place with how well each names it: 0 main name, 1 other name, 2 shortened or respelled."""
    keys: dict[str, int] = {}
    usable = {name for name in place.names if place.ref or place.kind == "country" or is_usable(name)}
    others = sorted(usable | place.own_names)
    for match, name in ((0, place.name), (0, display_name(place)), *((1, name) for name in others)):
        keys.setdefault(key_of(name), match)
    for key in list(keys):
        for shorter in respelled(key, place):
            if len(shorter) > 2:
                keys.setdefault(shorter, 2)
    if place.iso2 in RESPELLED_COUNTRIES and place.kind in {"settlement", "section", "admin1", "admin2"}:
        for key, match in list(keys.items()):
            if match < RESPELLED and len(key) >= SHORTEST_LOOSE:
                keys.setdefault(loose_key(key), RESPELLED)
    keys.pop("", None)
    return keys


def short_keys(name: str) -> tuple[str, str]:
    """The key of a unit's name, and the key without the words for its type."""
    key = key_of(name)
    return key, " ".join(word for word in key.split() if word not in TYPE_WORDS)


def respelled(key: str, place: SourcePlace) -> list[str]:
    """Keys a name is also found by: the Arabic article in one form, units without their type, airfields short."""
    found: list[str] = []
    if place.iso2 in ARABIC:
        canonical = arabic_key(key)
        found.append(canonical)
        if canonical.split(" ")[0] in ARTICLES:
            found.append(without_article(canonical))
    if place.kind in {"admin1", "admin2"}:
        words = [word for word in key.split() if word not in TYPE_WORDS]
        if words and words[0] in {"de", "du", "di", "da"}:
            words = words[1:]
        found.append(" ".join(words))
    if place.kind == "airfield":
        found.append(re.sub(r"\binternational |\bregional |\bmunicipal ", "", key))
        if "air base" in key or "air force base" in key:
            found.append(re.sub(r" air (force )?base.*", " airbase", key))
            found.append(re.sub(r" air (force )?base.*", " air base", key))
            found.append(re.sub(r" air (force )?base.*", " base", key))
        elif key.endswith("airport"):
            found.append(key.replace("airport", "airfield"))
    return found


def display_name(place: SourcePlace) -> str:
    """The name that news prints: a unit's English name, and "Hims" where the tables have "Ḩimş".

    Scholarly transliteration is known by letters that no Latin alphabet of the press has; a name with one of them
    loses all its marks, others keep theirs ("São Paulo").
    """
    name = (place.english or place.name).strip("".join(_APOSTROPHES))
    if any(_is_scholarly(letter) for letter in name):
        decomposed = unicodedata.normalize("NFD", name)
        return "".join(
            character
            for character in decomposed
            if not unicodedata.combining(character) and character not in _APOSTROPHES
        )
    return name


def _is_scholarly(letter: str) -> bool:
    base, *marks = list(unicodedata.normalize("NFD", letter))
    if _CEDILLA in marks and base.lower() not in "cstgklnr":
        return True
    return bool(_SCHOLARLY & set(marks)) or letter in "ʻʼʽʾʿ‘`"
