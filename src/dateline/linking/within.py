"""The happenings of one story: a bomb that explodes, those it kills and those it wounds are one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from dateline.linking.cluster import Pair, clusters, judged, points_of
from dateline.linking.match import compare
from dateline.model.profile import Profile, Somewhere

ENOUGH_WITHIN = 2.0  # one story tells of one matter, which alone gives 1.5


def within(profiles: Iterable[Profile], judgements: Mapping[Pair, str]) -> list[Profile]:
    """The claims of one story, pooled into its happenings, in the order of their ids."""
    known = {profile.id: profile for profile in profiles}

    def points(one: str, other: str) -> float:
        decided = judged((one, other), judgements)
        return points_of(compare(known[one], known[other])) if decided is None else decided

    groups = clusters(tuple(sorted(known)), points, ENOUGH_WITHIN)
    return sorted((pooled([known[claim] for claim in group]) for group in groups), key=lambda profile: profile.id)


def pooled(profiles: list[Profile]) -> Profile:
    """The claims of one story about one happening as one profile: what one leaves out another has said.

    The time is the shortest that is stated; news comes before a denial, for who denies a number does not deny the rest.
    """
    first = min(profiles, key=lambda profile: profile.id)
    timed = min(
        profiles, key=lambda one: (one.first is None, not one.is_stated, (one.last or 0) - (one.first or 0), one.id)
    )
    standings = {profile.standing for profile in profiles}
    return replace(
        first,
        claims=tuple(sorted(profile.id for profile in profiles)),
        first_sentence=min(profile.first_sentence for profile in profiles),
        last_sentence=max(profile.last_sentence for profile in profiles),
        mode=min({profile.mode for profile in profiles if profile.mode}, default=None),
        standing="news" if "news" in standings else first.standing,
        actors=tuple(dict.fromkeys(chain.from_iterable(profile.actors for profile in profiles))),
        targets=tuple(dict.fromkeys(chain.from_iterable(profile.targets for profile in profiles))),
        places=_finest(chain.from_iterable(profile.places for profile in profiles)),
        countries=tuple(sorted({country for profile in profiles for country in profile.countries})),
        first=timed.first,
        last=timed.last,
        is_stated=timed.is_stated,
        figures=tuple(dict.fromkeys(chain.from_iterable(profile.figures for profile in profiles))),
        words=tuple(sorted({word for profile in profiles for word in profile.words})),
    )


def _finest(places: Iterable[Somewhere]) -> tuple[Somewhere, ...]:
    """The places, without a country when something finer in it is known."""
    found = list(dict.fromkeys(places))
    fine = {place.country for place in found if place.precision != "country"}
    return tuple(place for place in found if place.precision != "country" or place.country not in fine)
