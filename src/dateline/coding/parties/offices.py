"""Family names behind a title or an office to the person whom the codebook knows in it."""

from dateline.codebook.codebook import Codebook
from dateline.coding.parties.identity import STATE_KINDS, Identity


def office_bearer(codebook: Codebook, own: Identity, surname: str, year: int | None) -> Identity | None:
    """ "President Ruiz": the one of that family name whom the codebook knows in such an office of that country then.

    `own` is what title and story tell of the person; a first name ("General Hassan") tells nobody apart.
    """
    speakers = codebook.reporting.speakers
    if own.kind == "individual" or (own.country is None and own.kind != "igo"):
        return None
    if any(surname.lower() in speakers.get(gender, ()) for gender in ("female", "male")):
        return None
    kinds = STATE_KINDS if own.kind in STATE_KINDS else {own.kind}
    bearers = [
        party
        for party in codebook.names.bearers(surname)
        if party.kind in kinds and party.country == own.country and (year is None or party.existed_in(year))
    ]
    if len(bearers) != 1:
        return None
    party = bearers[0]
    return Identity(party.name, party.country, party.kind, party.id, is_named=True, is_person=True)
