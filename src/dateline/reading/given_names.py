"""First names, by which full names are known where capitals do not show them."""

from dateline.codebook.codebook import Codebook

SHORTEST = 3  # letters; shorter ones are mostly initials and particles


def given_names(codebook: Codebook) -> frozenset[str]:
    """The first names of the codebook, in lower case: those that tell a gender, and those of people it knows."""
    speakers = codebook.reporting.speakers
    names = set(speakers.get("female", ())) | set(speakers.get("male", ()))
    for party in codebook.parties.values():
        if party.is_person and " " in party.name:
            names.add(party.name.split()[0].lower())
    others = codebook.titles.keys() | common_nouns(codebook)
    return frozenset(name for name in names - others if len(name) >= SHORTEST and name.isalpha())


def common_nouns(codebook: Codebook) -> frozenset[str]:
    """The nouns of the codebook for parties, things, places and events: after a first name they are no family names."""
    roles = {lemmas[0] for lemmas in codebook.role_nouns.nouns if len(lemmas) == 1}
    places = set[str]().union(*codebook.place_words.classes.values())
    events = {
        lemma
        for predicate in codebook.predicates
        if predicate.part_of_speech == "n"
        for lemma in predicate.slots[predicate.head]
    }
    return frozenset(roles | places | events)
