"""From the claims of one happening to the event they make."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dateline.codebook.codebook import Codebook
from dateline.linking.credibility import credibility_of
from dateline.linking.origins import origins_of
from dateline.linking.reconcile import MOST_ORIGINS, figures_of
from dateline.linking.status import NEWS, status_of
from dateline.linking.words import folded
from dateline.model.claim import Claim
from dateline.model.event import Change, Event, EventTime, Origin, Review
from dateline.model.link import Link
from dateline.model.party import Party
from dateline.model.place import Place
from dateline.model.source import UNGRADED, Grade, grade_key
from dateline.model.telling import Telling


def event_of(
    identity: str,
    tellings: Sequence[Telling],
    links: Iterable[Link] = (),
    rule: str = MOST_ORIGINS,
    aliases: Sequence[str] = (),
    part_of: str | None = None,
    review: Review = "candidate",
    history: Sequence[Change] = (),
    grades: Mapping[str, Grade] | None = None,
    codebook: Codebook | None = None,
) -> Event:
    """The event that some claims tell of, the same whatever their order. Raises ValueError when there is no claim.

    `grades` are those of sources that people graded, by `model.source.grade_key`; the codebook says who is who among
    the origins.
    """
    tellings = sorted(tellings, key=lambda telling: telling.claim.id)
    known = sorted(links, key=lambda link: (link.story, link.of))
    stories = {telling.story for telling in tellings}
    copied = {link.story: link.of for link in known if link.kind == "copy"}
    origins, called = origins_of(tellings, _roots({link.story: link.of for link in known}), codebook)
    renewed = {link.story: link.of for link in known if link.kind == "version"}
    figures = figures_of(tellings, origins, renewed, _roots(copied), rule)
    credible = credibility_of(tellings, origins, figures)
    main = max(tellings, key=_tells_most).claim
    claims = [telling.claim for telling in tellings]
    actors = _parties(main.actors, [claim.actors for claim in claims])
    targets = _parties(main.targets, [claim.targets for claim in claims])
    places = _places(main, claims)
    told = [day[:10] for telling in tellings if (day := telling.said_at or telling.written_on)]
    by_origin: dict[str, list[str]] = {}
    for claim in claims:
        by_origin.setdefault(origins[claim.id], []).append(claim.id)
    return Event(
        id=identity,
        aliases=tuple(aliases),
        label=_label(main, actors, targets, places),
        event=main.event,
        actors=actors,
        targets=targets,
        places=places,
        time=_time(claims),
        part_of=part_of,
        status=status_of(tellings, origins, figures),
        review=review,
        stories=len(stories),
        copies=len(stories & copied.keys()),
        first_told=min(told, default=None),
        last_told=max(told, default=None),
        origins=tuple(
            Origin(name, tuple(by_origin[name]), _grade(called[name], grades or {}), *credible[name], called[name][1:])
            for name in sorted(by_origin)
        ),
        figures=figures,
        claims=tuple(claim.id for claim in claims),
        history=tuple(history),
    )


def _grade(names: Iterable[str], grades: Mapping[str, Grade]) -> Grade:
    """The grade of the first of an origin's names that has one."""
    return next((grades[key] for key in map(grade_key, names) if key in grades), UNGRADED)


def _roots(of: Mapping[str, str]) -> dict[str, str]:
    """For each story that hangs on another the first of the chain."""
    roots = {}
    for story in of:
        root, seen = story, {story}
        while root in of and of[root] not in seen:
            root = of[root]
            seen.add(root)
        roots[story] = root
    return roots


def _tells_most(telling: Telling) -> tuple[bool, int, str, str]:
    """News first, then the claim with most values, the earliest report before a later one."""
    claim = telling.claim
    values = (claim.actors, claim.targets, claim.places, claim.time, claim.figures, claim.event.mode, claim.attribution)
    is_news = claim.status in NEWS
    return is_news, sum(bool(value) for value in values), _backwards(telling.written_on or "9"), claim.id


def _backwards(day: str) -> str:
    """A day as text that sorts the other way round."""
    return "".join(chr(ord("~") - ord(letter)) for letter in day)


def _parties(first: Sequence[Party], others: Iterable[Sequence[Party]]) -> tuple[Party, ...]:
    """The parties of the claim that tells most, and of the others those with an id or a country that is not there."""
    found = list(first)
    for party in (party for parties in others for party in parties):
        keys = {(one.id or one.country, one.kind) for one in found}
        if ((party.id or party.country) and (party.id or party.country, party.kind) not in keys) or not found:
            found.append(party)
    return tuple(found)


def _places(main: Claim, claims: Sequence[Claim]) -> tuple[Place, ...]:
    """The places of the claim that tells most and of the others, each name once; a role that most give goes first."""
    found: dict[tuple[str, str | None], Place] = {}
    for place in [*main.places, *(place for claim in claims for place in claim.places)]:
        found.setdefault((folded(place.name), place.country), place)
    return tuple(found.values())


def _time(claims: Sequence[Claim]) -> EventTime | None:
    """The time that most claims name, the shorter one of two that as many name; of news before that of a denial."""
    times = [claim.time for claim in claims if claim.time and claim.status != "denied"]
    times = times or [claim.time for claim in claims if claim.time]
    if not times:
        return None
    named = Counter((time.edtf, time.earliest, time.latest, time.precision) for time in times)
    closed = [one for one in named if one[1] and one[2]] or list(named)
    return EventTime(*min(closed, key=lambda one: (-named[one], str(one[1]), str(one[2]), str(one[0]))))


def _label(main: Claim, actors: Sequence[Party], targets: Sequence[Party], places: Sequence[Place]) -> str:
    """In a few words. Example: "flight of troops: Afghan soldiers, Tajikistan"."""
    who = " > ".join(part for part in (_named(actors), _named(targets)) if part)
    where = places[0].name if places else ""
    about = ", ".join(part for part in (who, where) if part)
    return f"{main.event.label}: {about}" if about else main.event.label


def _named(parties: Sequence[Party]) -> str:
    return " and ".join(dict.fromkeys(party.name.removeprefix("=") for party in parties[:2]))
