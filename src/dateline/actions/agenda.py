"""What is worth a person's time, in this order: doubtful links between claims, contested figures, doubtful claims."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Literal

from dateline.actions.events import Asked, holding_together
from dateline.actions.renew import linked_ledger
from dateline.linking.blocking import sought
from dateline.linking.match import ENOUGH, compare
from dateline.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dateline.model.event import EventFigure

QuestionKind = Literal["joined", "apart", "figure", "claim"]

DOUBT = 1.0  # points above or below ENOUGH within which a link is doubtful
SURE = 0.6  # confidence below which a claim is doubtful
LOOKED_THROUGH = 500  # events, the last changed first, whose links are looked at


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to look at: two claims that are taken for one event or only just not, that contradict, or one claim.

    `event` is that of the first claim; `why` says in words why it is asked.
    """

    kind: QuestionKind
    event: str
    claims: tuple[str, ...]
    why: str

    def record(self) -> dict[str, Any]:
        """A plain dictionary, for programs."""
        return asdict(self)


def agenda(settings: Settings | None = None, asked: Asked | None = None, limit: int | None = None) -> list[Question]:
    """What nobody has decided yet about the events asked for, what matters most first. Raises LedgerError.

    Links are looked through in the LOOKED_THROUGH events that changed last.
    """
    from dateline.ledger.events import list_events
    from dateline.ledger.filters import Filters

    asked = asked or Asked()
    with linked_ledger(settings).reading() as connection:
        found = list_events(
            connection, asked.filters or Filters(), asked.statuses, None, is_contested=asked.is_contested
        )
        nearest = sorted(_links(connection, found[:LOOKED_THROUGH]), key=lambda one: (one[0], one[1].claims))
        links = _undecided(connection, [question for _, question in nearest])
        # What is behind the limit is not looked for.
        asked_for = list(islice(chain(links, _contested(connection, found, settings)), limit))
        left = None if limit is None else limit - len(asked_for)
        return [*asked_for, *(_doubtful(connection, found, left) if left != 0 else ())]


def _undecided(connection: "Connection", questions: Sequence[Question]) -> Iterator[Question]:
    """The questions about two claims of which nobody has said anything."""
    from dateline.ledger.judgements import last_words

    decided = last_words(connection, sorted({claim for one in questions for claim in one.claims}))
    return (one for one in questions if (min(one.claims), max(one.claims)) not in decided)


def is_open(question: Question, settings: Settings | None = None) -> bool:
    """Whether a question still stands after what was decided since it was asked."""
    from dateline.ledger.agenda import doubtful_claims
    from dateline.ledger.events import event_of_claim
    from dateline.ledger.judgements import last_words

    with linked_ledger(settings).reading() as connection:
        events = [event_of_claim(connection, claim) for claim in question.claims]
        if None in events:
            return False
        if len(events) == 1:
            doubtful = doubtful_claims(connection, [str(events[0])], SURE)
            return question.claims[0] in {claim for claim, _, _ in doubtful}
        is_decided = (min(question.claims), max(question.claims)) in last_words(connection, question.claims)
        return not is_decided and (events[0] == events[1]) == (question.kind != "apart")


def _links(connection: "Connection", events: Sequence[str]) -> Iterator[tuple[float, Question]]:
    """The links that only just hold an event together, and those that only just fail, with how near each is."""
    from dateline.ledger.events import claims_of
    from dateline.ledger.profiles import LedgerProfiles

    known = LedgerProfiles(connection)
    apart: dict[tuple[str, str], tuple[float, Question]] = {}
    for event in events:
        profiles = known.holding(claims_of(connection, event))
        pairs = known.why_joined([profile.id for profile in profiles])
        for one, other, why in holding_together(pairs):
            points = pairs[min(one, other), max(one, other)][0]
            if points < ENOUGH + DOUBT:
                yield points - ENOUGH, Question("joined", event, (one, other), f"taken for one event: {why}")
        for profile in profiles:
            for candidate in known.sharing(sought(profile)):
                match = compare(profile, candidate)
                if match.veto is None and not match.is_part and abs(match.points - ENOUGH) < DOUBT:
                    _keep_apart(connection, apart, event, (profile.id, candidate.id), match.points, match.why)
    yield from apart.values()


def _keep_apart(
    connection: "Connection",
    apart: dict[tuple[str, str], tuple[float, Question]],
    event: str,
    claims: tuple[str, str],
    points: float,
    why: str,
) -> None:
    """Keep the best pair of claims for each two events."""
    from dateline.ledger.events import event_of_claim

    other = event_of_claim(connection, claims[1])
    if other is None or other == event:
        return
    ends = (min(event, other), max(event, other))
    distance = abs(points - ENOUGH)
    if ends not in apart or distance < apart[ends][0]:
        (first, event), (second, _) = sorted(zip(claims, (event, other), strict=True))
        apart[ends] = distance, Question("apart", event, (first, second), f"taken for two events: {why}")


def _contested(connection: "Connection", events: Sequence[str], settings: Settings | None) -> Iterator[Question]:
    from dateline.actions.renew import told_event
    from dateline.ledger.events import list_events
    from dateline.ledger.filters import Filters

    wanted = set(events)
    for event in list_events(connection, Filters(), is_contested=True):
        if event in wanted:
            figures = told_event(connection, event, settings).figures
            yield from _undecided(connection, [one for figure in figures for one in _contradicting(event, figure)])


def _contradicting(event: str, figure: "EventFigure") -> Iterator[Question]:
    """The lowest and the highest that stand against each other."""
    stands = [step for step in figure.claims if step.stands]
    if not figure.contested or len(stands) < 2:
        return
    low = min(stands, key=lambda step: (step.high if step.high is not None else step.low or 0, step.claim))
    high = max(stands, key=lambda step: (step.low if step.low is not None else step.high or 0, step.claim))
    if low.claim != high.claim:
        why = f"they contradict each other: how many {figure.counts}, by {low.who} and by {high.who}"
        yield Question("figure", event, (low.claim, high.claim), why)


def _doubtful(connection: "Connection", events: Sequence[str], limit: int | None) -> Iterator[Question]:
    from dateline.ledger.agenda import doubtful_claims

    for claim, event, confidence in doubtful_claims(connection, events, SURE, limit):
        yield Question("claim", event, (claim,), f"coded with a confidence of {confidence:.2f}")
