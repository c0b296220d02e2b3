"""Keep the events of a ledger in step with its stories and decisions."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from dateline.actions.links import relink
from dateline.linking.blocking import filed
from dateline.linking.describe import event_of
from dateline.linking.reconcile import MOST_ORIGINS
from dateline.linking.stage import happenings, join, profiles_of
from dateline.model.event import Event
from dateline.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.ledger.open import Ledger


def catch_up(ledger: "Ledger", settings: Settings) -> int:
    """Link the stories that are not linked yet (those of a ledger of an earlier Dateline). Returns how many.

    Each is linked in a transaction of its own, so that a run that is stopped goes on where it was.
    """
    from dateline.ledger.profiles import LedgerProfiles

    with ledger.reading() as connection:
        waiting = LedgerProfiles(connection).waiting()
    for story_id in waiting:
        with ledger.writing() as connection:
            renew(connection, [story_id], "a story that was there", settings)
    return len(waiting)


def linked_ledger(settings: Settings | None) -> "Ledger":
    """The ledger, with all its stories linked."""
    from dateline.ledger.open import open_ledger, open_writable_ledger
    from dateline.ledger.profiles import LedgerProfiles

    settings = settings or Settings()
    ledger = open_ledger(settings.ledger)
    with ledger.reading() as connection:
        is_waiting = bool(LedgerProfiles(connection).waiting())
    if is_waiting:
        catch_up(open_writable_ledger(settings.ledger), settings)
    return ledger


def renew(connection: "Connection", stories: Iterable[str], because: str, settings: Settings) -> list[str]:
    """Link stories anew, in the caller's transaction: after they were added, or after a decision about them.

    Only happenings that they touch are told anew, and those of stories that are copies or versions of others than
    before. Returns the ids of the events that did.
    """
    from dateline.ledger.events import name_happenings
    from dateline.ledger.profiles import LedgerProfiles
    from dateline.ledger.tellings import tellings_of_story

    known = LedgerProfiles(connection)
    gone: set[str] = set()
    touched: set[str] = set()
    for story in stories:
        touched |= {profile.id for other in relink(connection, story, settings) for profile in known.of_story(other)}
        old = known.of_story(story)
        ids = [profile.id for profile in old]
        gone |= {claim for profile in old for claim in profile.claims}
        touched |= {name for pair in known.joined_with(ids) for name in pair}
        known.forget(ids)
        touched -= set(ids)
        for profile in profiles_of(tellings_of_story(connection, story), known):
            known.put(profile, filed(profile), [asdict(joined) for joined in join(profile, known)])
            touched.add(profile.id)
        known.mark_linked(story)
    groups = [sorted(claim for one in group for claim in one.claims) for group in happenings(sorted(touched), known)]
    named = name_happenings(connection, groups, sorted(gone - {claim for group in groups for claim in group}))
    for one in named:
        _note(connection, one.event, because, settings)
    return [one.event for one in named]


def told_event(connection: "Connection", event: str, settings: Settings | None, rule: str = MOST_ORIGINS) -> Event:
    """An event of the ledger as all its claims tell it, its figures by a rule of `linking.reconcile.RULES`."""
    from dateline.codebook.codebook import load_codebook
    from dateline.ledger import events
    from dateline.ledger.corrections import standing
    from dateline.ledger.grades import grades
    from dateline.ledger.links import links_of
    from dateline.ledger.tellings import tellings_of_claims

    claims = events.claims_of(connection, event)
    tellings = tellings_of_claims(connection, claims)
    return event_of(
        event,
        tellings,
        links_of(connection, sorted({telling.story for telling in tellings})),
        rule,
        aliases=events.aliases_of(connection, event),
        part_of=_whole_of(connection, claims),
        review="reviewed" if all(standing(connection, claims).get(claim) for claim in claims) else "candidate",
        history=events.history_of(connection, event),
        grades=grades(connection),
        codebook=load_codebook((settings or Settings()).codebook),
    )


def _whole_of(connection: "Connection", claims: list[str]) -> str | None:
    """The event of a stretch of time that an event lies in: that with which most of its profiles are paired so."""
    from dateline.ledger.events import event_of_claim
    from dateline.ledger.profiles import LedgerProfiles

    known = LedgerProfiles(connection)
    own = {profile.id: profile for profile in known.holding(claims)}
    votes: dict[str, int] = {}
    for other in _partners(known.parts_with(sorted(own)), own.keys()):
        for profile in known.profiles([other]):
            whole = event_of_claim(connection, profile.claims[0]) if profile.is_total else None
            if whole:
                votes[whole] = votes.get(whole, 0) + 1
    return min(votes, key=lambda whole: (-votes[whole], whole), default=None)


def _partners(pairs: Iterable[tuple[str, str]], own: Iterable[str]) -> Iterator[str]:
    ids = set(own)
    return (name for pair in pairs for name in pair if name not in ids)


def _note(connection: "Connection", event: str, because: str, settings: Settings) -> None:
    from dateline.ledger.events import note

    told = told_event(connection, event, settings)
    summary: dict[str, object] = {"status": told.status, "stories": told.stories, "claims": len(told.claims)}
    for figure in told.figures:
        name = " ".join(part for part in (figure.counts, figure.population, figure.side) if part)
        bounds = f"{figure.low} to {figure.high}"
        summary[name] = f"{bounds}, contested" if figure.contested else bounds if figure.best is None else figure.best
    is_contested = told.status == "contested" or any(figure.contested for figure in told.figures)
    note(connection, event, told.status, summary, is_contested=is_contested, because=because)
