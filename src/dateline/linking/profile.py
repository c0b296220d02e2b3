"""From a claim in its story to the profile that is compared."""

from datetime import date

from dateline.linking.days import days_of
from dateline.linking.groups import group_of
from dateline.linking.words import content_words, folded, opening_names
from dateline.model.claim import Status
from dateline.model.figure import Figure
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.profile import Count, Profile, Somebody, Somewhere, Standing
from dateline.model.telling import Telling

_STANDING: dict[Status, Standing] = {
    "occurred": "news", "ongoing": "news", "background": "background", "planned": "planned", "possible": "possible",
    "denied": "denied",
}  # fmt: skip


def profile_of(telling: Telling) -> Profile:
    """What comparing the claim needs."""
    claim, days = telling.claim, days_of(telling)
    parties = claim.actors + claim.targets
    countries = {place.country for place in claim.places} | {party.country for party in parties}
    return Profile(
        id=claim.id,
        claims=(claim.id,),
        story=telling.story,
        first_sentence=claim.sentence,
        last_sentence=claim.sentence,
        group=group_of(claim.event),
        mode=claim.event.mode,
        standing=_STANDING[claim.status],
        actors=tuple(_somebody(party) for party in claim.actors),
        targets=tuple(_somebody(party) for party in claim.targets),
        places=tuple(_somewhere(place) for place in claim.places),
        countries=tuple(sorted(country for country in countries if country)),
        of_story=telling.countries,
        written=date.fromisoformat(telling.written_on[:10]).toordinal() if telling.written_on else None,
        first=days.first,
        last=days.last,
        is_stated=days.is_stated,
        is_total=days.is_total,
        figures=tuple(_count(figure, parties) for figure in claim.figures),
        words=content_words(f"{claim.trigger.text} {claim.event.label}"),
        names=opening_names(telling.opening),
        topics=content_words(telling.opening),
    )


def side_of(figure: Figure, parties: tuple[Party, ...]) -> str | None:
    """Whom a figure counts: the country of that party, for "Afghan troops" and "Afghan soldiers" are one side."""
    for party in parties:
        if party.name == figure.side:
            return party.country or figure.side
    return figure.side


def _count(figure: Figure, parties: tuple[Party, ...]) -> Count:
    return Count(figure.counts, figure.population, side_of(figure, parties), figure.low, figure.high)


def _somebody(party: Party) -> Somebody:
    return Somebody(content_words(party.name), party.country, party.kind, party.id)


def _somewhere(place: Place) -> Somewhere:
    return Somewhere(folded(place.name), place.country, place.lat, place.lon, place.uncertainty_km, place.precision)
