"""Which stories and claims are asked for, as one frozen value, and as conditions on the tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, and_, or_, select

from dateline.errors import ConfigurationError
from dateline.ledger.corrections import has_correction, is_rejected
from dateline.ledger.decisions import is_removed
from dateline.ledger.folding import folded, folded_pattern
from dateline.ledger.search import holds_words
from dateline.ledger.tables import claim_parties, claim_places, claim_sources, claims, stories
from dateline.model.correction import Field

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of the ledger; several values of one field are alternatives, several fields must all hold.

    `types` are "RETREAT" or "RETREAT/withdraw"; `parties`, `places` and `sources` are names (whole words, any case and
    accents, a trailing `*` for the beginning of a word), a party or place also a country's ISO 3166-1 alpha-3 code;
    `countries` are those codes, of the claim's places. `earliest` and `latest` are ISO days: a claim is asked for when
    it may have happened between them, and never when nothing is known of its time. `words` are of the story's text.
    Types and statuses are those that hold: a person's before the machine's. A claim that a person rejected as no event
    is never asked for. `since` is an instant of `ledger.instants`: what was added then or later. `stories` are ids.
    """

    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    earliest: str | None = None
    latest: str | None = None
    words: str | None = None
    since: str | None = None
    stories: tuple[str, ...] = ()
    is_removed: bool = False

    @property
    def are_of_claims(self) -> bool:
        """Whether anything is asked of the claims themselves, and not only of their stories."""
        asked = (self.types, self.statuses, self.parties, self.places, self.countries, self.sources)
        return any(asked) or self.earliest is not None or self.latest is not None


def story_conditions(filters: Filters) -> list[Condition]:
    """The conditions on a row of `stories`."""
    gone = is_removed(stories.c.id)
    conditions = [gone if filters.is_removed else ~gone]
    if filters.stories:
        conditions.append(stories.c.id.in_(filters.stories))
    if filters.since is not None:
        conditions.append(stories.c.added_at >= filters.since)
    if filters.words is not None:
        conditions.append(holds_words(filters.words))
    return conditions


def claim_conditions(filters: Filters) -> list[Condition]:
    """The conditions on a row of `claims`, beyond those on its story."""
    conditions = [~is_removed(claims.c.id), ~is_rejected(claims.c.id)]
    if filters.types:
        conditions.append(or_(*map(_is_of_type, filters.types)))
    if filters.statuses:
        conditions.append(_holds("status", claims.c.status.in_(filters.statuses), filters.statuses))
    if filters.parties:
        conditions.append(_has_named(claim_parties, filters.parties))
    if filters.places:
        conditions.append(_has_named(claim_places, filters.places))
    if filters.countries:
        codes = [code.upper() for code in filters.countries]
        conditions.append(_has(claim_places, claim_places.c.country.in_(codes)))
    if filters.sources:
        conditions.append(_has_named(claim_sources, filters.sources))
    return conditions + _within_days(filters.earliest, filters.latest)


def _is_of_type(asked: str) -> Condition:
    plover, _, mode = asked.partition("/")
    is_type = claims.c.plover == plover.upper()
    if not mode:
        return _holds("type", is_type, [plover.upper()])
    is_corrected = has_correction(claims.c.id, "type") & ~has_correction(claims.c.id, "type", [plover.upper()])
    return and_(is_type, claims.c.mode == mode.lower(), ~is_corrected)  # a corrected type has no mode


def _holds(field: Field, is_coded: Condition, values: Sequence[str]) -> Condition:
    """The condition that a person gave the field one of the values, or that nobody did and it was coded so."""
    return or_(and_(is_coded, ~has_correction(claims.c.id, field)), has_correction(claims.c.id, field, values))


def _has_named(table: Table, names: Sequence[str]) -> Condition:
    wanted: list[Condition] = [table.c.folded.like(folded_pattern(name)) for name in names if folded(name).strip()]
    if "country" in table.c:
        wanted += [table.c.country == name for name in names if len(name) == 3 and name.isupper()]
    if not wanted:
        raise ConfigurationError(f"no name to look for in {', '.join(map(repr, names))}; give letters or digits")
    return _has(table, or_(*wanted))


def _has(table: Table, condition: Condition) -> Condition:
    return claims.c.id.in_(select(table.c.claim_id).where(condition))


def _within_days(earliest: str | None, latest: str | None) -> list[Condition]:
    conditions: list[Condition] = []
    if earliest is not None:
        conditions.append(or_(claims.c.latest >= earliest, claims.c.latest.is_(None)))
    if latest is not None:
        conditions.append(or_(claims.c.earliest <= latest, claims.c.earliest.is_(None)))
    if conditions:
        conditions.append(or_(claims.c.earliest.is_not(None), claims.c.latest.is_not(None)))
    return conditions
