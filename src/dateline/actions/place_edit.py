"""Another place for the words of a place, chosen from the gazetteer by a person."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from dateline.errors import ConfigurationError, UnsureError
from dateline.model.place import PLACE_ROLES, PlaceRole
from dateline.model.record import Record
from dateline.model.span import Span
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.gazetteer.candidate import Candidate

NOWHERE = "null"


def edited_place(record: Record, part: str | None, words: str, settings: Settings) -> Record:
    """The place with another one of the gazetteer (part None), no known one ("null"), or another role.

    A place is given by its id ("geonames:163843") or by its name, with its province or country behind a comma where
    several bear it ("Feyzabad, Badakhshan"). Raises UnsureError when several do, and ConfigurationError for what there
    is not.
    """
    span = Span(record["text"], record["start"], record["end"])
    if part == "role":
        return _with_role(record, words.strip().lower())
    if part not in (None, "place"):
        raise ConfigurationError(f"a place has no {part!r} to set; it has place (its name or id) and role")
    if words.strip().lower() == NOWHERE:
        nothing = dict.fromkeys(("country", "admin1", "lat", "lon", "uncertainty_km", "gazetteer_id", "disputed"))
        precision = "region" if record["precision"] == "country" else record["precision"]  # of a country it is known
        return {**record, **nothing, "name": " ".join(record["text"].split()), "precision": precision}
    return _placed(_chosen(words, settings), record["role"], span, settings)


def _placed(candidate: "Candidate", role: PlaceRole, span: Span, settings: Settings) -> Record:
    """The place as public JSON, in the country that the chosen view of borders has it in."""
    from dateline.codebook.codebook import load_codebook
    from dateline.placing.borders import as_viewed
    from dateline.placing.precision import place_at

    borders = load_codebook(settings.codebook).borders
    viewed = as_viewed(place_at(candidate, role, span), borders, borders.view(settings.borders), None)
    placed: Record = json.loads(json.dumps(asdict(viewed)))
    return placed


def _with_role(record: Record, role: str) -> Record:
    if role not in PLACE_ROLES:
        raise ConfigurationError(f"{role!r} is no role of a place; it is one of {', '.join(PLACE_ROLES)}")
    return {**record, "role": role}


def _chosen(words: str, settings: Settings) -> "Candidate":
    from dateline.gazetteer.gazetteer import open_gazetteer

    gazetteer = open_gazetteer(settings.codebook, settings.gazetteer)
    if ":" in words:
        place = gazetteer.place(words.strip())
        if place is None:
            raise ConfigurationError(f"the gazetteer has no place with the id {words.strip()!r}")
        return place
    name, *around = (part.strip() for part in words.split(","))
    named = gazetteer.lookup(name)
    found = [one for one in named if all(_lies_in(one, unit) for unit in around)]
    if len(found) == 1:
        return found[0]
    if not named:
        raise ConfigurationError(f"the gazetteer has no place called {name!r}; try another spelling, or null for none")
    raise UnsureError(words, [(one.id, candidate_words(one)) for one in found or named])


def _lies_in(place: "Candidate", unit: str) -> bool:
    from dateline.gazetteer.names import key_of

    return key_of(unit) in {key_of(name) for name in (place.country, place.admin1, place.admin2, place.kind) if name}


def candidate_words(place: "Candidate") -> str:
    """A place of the gazetteer for people. Example: "Feyzabad, Badakhshan, AFG (settlement, 37.12, 70.58)"."""
    around = [unit for unit in (place.admin2, place.admin1, place.country) if unit and unit != place.name]
    people = f", {place.population:,} people" if place.population else ""
    return f"{', '.join([place.name, *around])} ({place.kind}{people}, {place.lat:.2f}, {place.lon:.2f})"
