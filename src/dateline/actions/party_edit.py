"""Another party for the words of a party, from the codebook where it knows the name."""

from typing import TYPE_CHECKING

from dateline.errors import ConfigurationError, UnsureError
from dateline.model.party import CERTAINTIES, KINDS
from dateline.model.record import Record
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.codebook.codebook import Codebook
    from dateline.codebook.parties import KnownParty


def edited_party(record: Record, part: str | None, words: str, settings: Settings) -> Record:
    """The party with another name (part None), kind, country or certainty.

    A name or id that the codebook knows brings its kind, country and id; a country's name means its government; any
    other name is taken as it is, without an id. Raises UnsureError when several parties bear the name, and
    ConfigurationError for what a party cannot have.
    """
    from dateline.codebook.codebook import load_codebook

    words = " ".join(words.split())
    codebook = load_codebook(settings.codebook)
    if part in (None, "name"):
        return {**record, **party_called(words, settings)}
    if part == "country":
        return {**record, "country": None if words.lower() == "null" else _country(words, codebook)}
    if part == "kind":
        return {**record, "kind": kind_of(words)}
    if part == "certainty" and record["certainty"] is not None:
        return {**record, "certainty": _one_of(words, CERTAINTIES, "certainty")}
    raise ConfigurationError(f"this party has no {part!r} to set; it has name, kind, country, and certainty if it acts")


def kind_of(word: str) -> str:
    """The kind of party that a word means. Raises ConfigurationError."""
    return _one_of(word, KINDS, "kind")


def party_called(words: str, settings: Settings) -> Record:
    """Name and id, and as far as they are known kind and country, of the party that a person named.

    Raises UnsureError when several parties bear the name, and ConfigurationError for no name.
    """
    from dateline.codebook.codebook import load_codebook

    codebook = load_codebook(settings.codebook)
    if not words or words.lower() == "null":
        raise ConfigurationError("a party has a name; to say that it is no party, reject it")
    known = codebook.parties.get(words.lower())
    if known is None:
        from dateline.codebook.names import fold

        wanted = {fold(words), fold(words).removeprefix("the ")}
        found = [one for one in codebook.parties.values() if wanted & {fold(name) for name in one.names}]
        if len(found) > 1:
            raise UnsureError(words, [(one.id, _party_words(one)) for one in found])
        known = found[0] if found else None
    if known is not None:
        return {"name": known.name, "kind": known.kind, "country": known.country, "id": known.id}
    try:
        code = _country(words, codebook)
    except ConfigurationError:
        return {"name": words, "id": None}  # its kind and country stay
    return {"name": codebook.countries[code].name, "kind": "government", "country": code, "id": None}


def _country(words: str, codebook: "Codebook") -> str:
    for code, country in codebook.countries.items():
        if words.casefold() in {name.casefold() for name in (code, country.alpha2, country.name, *country.aliases)}:
            return code
    raise ConfigurationError(f"there is no country {words!r}; give its name or its three letters in ISO 3166-1")


def _party_words(party: "KnownParty") -> str:
    """A party of the codebook for people. Example: "Taliban (rebel, AFG, until 2021)"."""
    first, last = party.first_year, party.last_year
    years = f"{first or ''} to {last or ''}".strip() if first or last else None
    return f"{party.name} ({', '.join(part for part in (party.kind, party.country, years) if part)})"


def _one_of(word: str, known: tuple[str, ...], part: str) -> str:
    if word.lower() not in known:
        raise ConfigurationError(f"{word!r} is no {part} of a party; it is one of {', '.join(known)}")
    return word.lower()
