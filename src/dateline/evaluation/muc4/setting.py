"""The incident slots: when, where, what, how far it went, with what."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from dateline.evaluation.muc4.incidents import Incident
from dateline.evaluation.muc4.relevance import country_of
from dateline.evaluation.muc4.slots import Fill, fill
from dateline.evaluation.muc4.story import Told
from dateline.evaluation.muc4.words import COUNTRIES, country_name, set_fill
from dateline.model.place import Place
from dateline.model.time import Time

_WEEKDAY = re.compile(r"\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:NEIGHBORHOOD|COLONIA|BARRIO|SECTOR|QUARTER|SUBURB)\b")
# Places of these kinds are on the set list of locations; other buildings are targets.
_SITE = re.compile(r"\b(?:AIRPORT|UNIVERSITY|FARM|SCHOOL|PRISON|HILL|VOLCANO|RIVER)\b")
_STREET = re.compile(r"\b(?:STREET|AVENUE|ROAD|HIGHWAY|PARK|BOULEVARD)\b")
_WIDE = frozenset({"province", "district", "region"})
FAR_SENTENCES = 4
_NOT_WHERE = frozenset({"origin", "destination", "via"})


def incident_fills(told: Told, incident: Incident) -> dict[str, tuple[Fill, ...]]:
    """The fills of the six incident slots."""
    has_instrument = incident.family not in {"ARSON", "KIDNAPPING"}
    identities, types = _instruments(told, incident) if has_instrument else ((), ())
    return {
        "inc-date": tuple(fill(text) for text in (_date(told, incident),) if text),
        "inc-loc": tuple(fill(text) for text in (_location(told, incident),) if text),
        "inc-type": (fill(incident.family),),
        "inc-stage": (fill(stage_of(incident)),),
        "inc-instr-id": identities,
        "inc-instr-type": types,
    }


def stage_of(incident: Incident) -> str:
    """How far it went."""
    if all(claim.event.plover == "THREATEN" for claim in incident.claims):
        return "THREATENED"
    if all("attempt" in claim.event.label or claim.status == "denied" for claim in incident.claims):
        return "ATTEMPTED"
    return "ACCOMPLISHED"


def _date(told: Told, incident: Incident) -> str | None:
    """A day, a range, or "- DAY" for what is only known to be no later; weekdays are not calculated (7.3, 1)."""
    for time in _times(told, incident):
        if time.latest is None or _WEEKDAY.fullmatch(time.text.strip().split()[-1]):
            continue
        if told.published and time.latest > told.published[:10]:
            continue
        if time.earliest == time.latest or (time.earliest and time.part_of_day):
            return _day(time.earliest or time.latest)
        if time.earliest and time.precision in {"days", "day"}:
            return f"{_day(time.earliest)} - {_day(time.latest)}"
    return f"- {_day(told.published[:10])}" if told.published else None


def _times(told: Told, incident: Incident) -> Iterator[Time]:
    """The times of the claims, then those of their sentences, but not the day on which somebody says so."""
    yield from (claim.time for claim in incident.claims if claim.time)
    for claim in incident.claims:
        for time in told.reading.times:
            is_said = bool(claim.attribution) and time.latest == (told.published or "")[:10]
            if claim.start <= time.start < claim.end and not is_said:
                yield time


def _day(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%d %b %y").upper()


def _location(told: Told, incident: Incident) -> str | None:
    """COUNTRY: DEPARTMENT: CITY, as far as the claims' places go."""
    alpha3 = country_of(told, incident)
    country = country_name(alpha3)
    if country is None:
        return None
    wide: list[str] = []
    towns: list[str] = []
    quarters: list[str] = []
    for place in _places(told, incident):
        if not _is_where(told, place, alpha3):
            continue
        if _is_quarter(told, place):
            quarters.append(_place_name(place))
        elif place.precision in _WIDE:
            wide.append(_place_name(place))
        else:
            towns.append(_place_name(place))
        if place.admin1 and place.precision not in _WIDE:
            wide.append(_plain(place.admin1))
    if quarters and not towns and (town := _town_of_report(told, alpha3)):
        towns.append(town)
    if not towns and (not wide or quarters) and _speaks_of_capital(told, incident):
        towns.extend(told.codebook.countries[alpha3 or ""].capitals[:1])
    exact = [town for town in towns if town not in wide]  # "in Cayara, Ayacucho": the department's town is not meant
    return ": ".join(_plain(name) for name in dict.fromkeys([country, *wide[:1], *(exact or towns)[:1], *quarters[:1]]))


def _speaks_of_capital(told: Told, incident: Incident) -> bool:
    """ "In this capital": the town is meant, though not named."""
    sentences = {claim.sentence for claim in incident.claims}
    return any(
        token.lemma == "capital" and told.reading.tokens[token.index - 1].lemma in {"the", "this", "a"}
        for token in told.reading.tokens
        if token.sentence in sentences
    )


def _plain(name: str) -> str:
    """A name in capitals without accents, as the reports write it."""
    letters = unicodedata.normalize("NFD", name.upper())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_where(told: Told, place: Place, alpha3: str | None) -> bool:
    """Whether a place of the country is one that the set list of locations has: no street, no building."""
    if place.role in _NOT_WHERE or place.country not in {alpha3, None} or told.is_country(place.text):
        return False
    if place.precision == "country" or (place.precision == "region" and place.admin1 is None):
        return False
    is_listed = _is_quarter(told, place) or bool(_SITE.search(place.text.upper()))
    return not _STREET.search(place.text.upper()) and (place.precision != "site" or is_listed)


def _is_quarter(told: Told, place: Place) -> bool:
    return bool(_QUARTER.search(told.reading.story.text[place.start : place.end + 14].upper()))


def _town_of_report(told: Told, alpha3: str | None) -> str | None:
    """The dateline's town, for a quarter of a town that is not named."""
    dateline = told.reading.story.dateline
    if dateline is None or dateline.place is None or told.country_of_town(dateline.place) != alpha3:
        return None
    return dateline.place.upper()


def _places(told: Told, incident: Incident) -> Iterator[Place]:
    """The places of the claims, then, if they have none, those of other claims in and next to their sentences."""
    own = [place for claim in incident.claims for place in claim.places]
    yield from own
    if any(place.precision not in {"country", "region"} for place in own):
        return
    first, last = incident.claims[0].sentence, incident.last_sentence
    others = [
        claim for claim in told.coded.claims if claim.sentence - first >= -FAR_SENTENCES and claim.sentence <= last + 1
    ]
    others.sort(key=lambda claim: min(abs(claim.sentence - own.sentence) for own in incident.claims))
    yield from (place for claim in others for place in claim.places)


def _place_name(place: Place) -> str:
    words = place.text.upper().split()
    kinds = {
        "DEPARTMENT",
        "PROVINCE",
        "CITY",
        "TOWN",
        "MUNICIPALITY",
        "NEIGHBORHOOD",
        "VILLAGE",
        "THE",
        "OF",
        "DISTRICT",
        "JURISDICTION",
    }
    kept = [word for word in words if word not in kinds]
    is_country = " ".join(kept) in {country.upper() for country in COUNTRIES.values()}  # "GUATEMALA CITY"
    return " ".join(words if is_country or not kept else kept)


def _instruments(told: Told, incident: Incident) -> tuple[tuple[Fill, ...], tuple[Fill, ...]]:
    """The weapons that the claims or the words around them name, and their types."""
    found: dict[str, tuple[str, str]] = {}
    for claim in incident.claims:
        spans = [(span.start, span.end) for span in claim.instruments]
        spans.append((claim.trigger.start, claim.trigger.end))
        for start, end in spans:
            for token in told.reading.within(start, end):
                _note(told, token.index, found)
        sentence = told.reading.sentences[claim.sentence]
        for token in told.reading.words(sentence):
            _note(told, token.index, found)
    identities = tuple(fill(text) for text, _ in found.values())
    types = [fill(kind, text) for text, kind in found.values()]
    if not types and any(claim.event.mode == "firearms" for claim in incident.claims):
        label = {claim.event.label for claim in incident.claims}
        types = [fill("MACHINE GUN" if "machine-gunning" in label else "GUN")]
    if not types and incident.family == "BOMBING":
        types = [fill("BOMB")]
    return identities, tuple(types)


def _note(told: Told, index: int, found: dict[str, tuple[str, str]]) -> None:
    token = told.reading.tokens[index]
    if token.part_of_speech not in {"NOUN", "PROPN"} or token.lemma in {"weapon", "shot", "round", "fire", "mine"}:
        return
    first = index
    while (
        first
        and told.reading.tokens[first - 1].head == index
        and told.reading.tokens[first - 1].relation in {"compound", "amod", "punct"}
    ):
        first -= 1
    words = [told.reading.tokens[i].text.lower() for i in range(first, index + 1)]
    lemmas = [told.reading.tokens[i].lemma for i in range(first, index + 1)]
    if not set_fill("inc-instr-type", words[-1:], lemmas[-1:]):
        return
    kind = set_fill("inc-instr-type", words, lemmas)
    if kind:
        found.setdefault(token.lemma, (" ".join(words).upper(), kind))
