"""Family names behind a title or an office to the person whom the codebook knows in it."""

from dateline.codebook.codebook import Codebook
from dateline.coding.parties.identity import Identity


def office_bearer(codebook: Codebook, own: Identity, surname: str, year: int | None) -> Identity | None:
    """ "President Ruiz": the one of that family name whom the codebook knows in such an office of that country then.

    `own` is what title and story tell of the person. A first name ("General Hassan") tells nobody apart, nor does the
    name of a family that held several such offices, whenever.
    """
    speakers = codebook.reporting.speakers
    if own.kind == "individual" or (own.country is None and own.kind != "igo"):
        return None
    if any(surname.lower() in speakers.get(gender, ()) for gender in ("female", "male")):
        return None
    bearers = [
        party for party in codebook.names.bearers(surname) if party.kind == own.kind and party.country == own.country
    ]
    if len(bearers) != 1 or (year is not None and not bearers[0].existed_in(year)):
        return None
    party = bearers[0]
    return Identity(party.name, party.country, party.kind, party.id, is_named=True, is_person=True)
