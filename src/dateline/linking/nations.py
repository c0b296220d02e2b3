"""The country that a name speaks of: "Tajik border guards" are those of TJK."""

from functools import cache

from dateline.codebook.countries import read_countries
from dateline.codebook.tables import Tables
from dateline.linking.words import content_words, stem


@cache
def country_words() -> dict[str, str]:
    """The alpha-3 code of every country by the single words for it and for its people."""
    found: dict[str, str] = {}
    for code, country in sorted(read_countries(Tables(None)).items()):
        for name in (country.name, *country.aliases, *country.adjectives, *country.people):
            words = content_words(name)
            if len(words) == 1:
                found.setdefault(stem(words[0]), code)
    del found["state"]  # of "the States"; a State Committee is of any country
    return found
