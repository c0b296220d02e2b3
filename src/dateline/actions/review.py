"""A person's review: decisions one after another, each of which the next word can take back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.actions.correct import ALL, CLAIM, Wanted, correct, decide_again
from dateline.actions.judge import judge
from dateline.model.correction import correction_of
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.ledger.corrections import Decision


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that was made: what in words, and what takes it back."""

    words: str
    judged: tuple[tuple[str, str, str | None], ...] = ()  # two claims, and the verdict before
    corrected: tuple[tuple[str, "Decision", str | None], ...] = ()  # a claim, what held before, and the reason for it


class Review:
    """Decisions of one person on one ledger. All are appended; `undo` appends the one that stood before."""

    def __init__(self, settings: Settings | None = None, by: str | None = None) -> None:
        self._settings = settings or Settings()
        self._by = by
        self._made: list[Made] = []

    @property
    def count(self) -> int:
        """How many decisions stand that were made here."""
        return len(self._made)

    def judge(self, one: str, other: str, verdict: str, because: str | None = None) -> str:
        """Say that two claims are "same", "different" or "unsure". Returns what was done in words."""
        judged = judge(one, other, verdict, self._settings, because, self._by)
        events = len(set(judged.events))
        told = "one event" if events == 1 else "two events"
        return self._keep(Made(f"{verdict}: {told} now", judged=((one, other, judged.before),)))

    def split(self, claim: str) -> str:
        """Take a claim out of its event: it is different from every other story's claim there."""
        from dateline.actions.events import show_event

        tellings = show_event(claim, self._settings).tellings
        story = next(telling.story for telling in tellings if telling.claim.id == claim)
        others = sorted(telling.claim.id for telling in tellings if telling.story != story)
        if not others:
            return "nothing to split: no other story tells of this event"
        before = []
        for other in others:
            judged = judge(claim, other, "different", self._settings, "split in review", self._by)
            before.append((claim, other, judged.before))
        claims = "1 other claim" if len(others) == 1 else f"{len(others)} other claims"
        return self._keep(Made(f"split from {claims}", judged=tuple(before)))

    def accept(self, claim: str, what: str = ALL) -> str:
        """Say that status and type are right, where nobody corrected them, or one value ("figure1")."""
        return self._correct(claim, Wanted(accept=(what,)), None, "accepted" if what == ALL else f"{what} accepted")

    def edit(self, claim: str, field: str, value: str, because: str) -> str:
        """Put another status, type, party, place or figure ("figure1", "actor1.kind") beside what was coded.

        "add figure" adds one that reading missed, by its words.
        """
        whole = {"status": Wanted(status=value), "type": Wanted(type=value)}
        verb, _, what = field.partition(" ")
        missed = Wanted(adds=((what, value),)) if verb == "add" and what else None
        wanted = missed or whole.get(field, Wanted(values=((field, value),)))
        return self._correct(claim, wanted, because, f"{field} {value}")

    def reject(self, claim: str, because: str, what: str = CLAIM) -> str:
        """Say that a claim is no event, or that one value is wrong and no other is right."""
        words = "rejected as no event" if what == CLAIM else f"{what} rejected"
        return self._correct(claim, Wanted(reject=(what,)), because, words)

    def undo(self) -> str | None:
        """Take the last decision back by another one. Returns which in words, None when there is none."""
        if not self._made:
            return None
        last = self._made.pop()
        for one, other, verdict in last.judged:
            judge(one, other, verdict, self._settings, "taken back in review", self._by)
        for claim, decision, reason in last.corrected:
            decide_again(claim, [(decision, reason)], self._settings, self._by)
        return last.words

    def _correct(self, claim: str, wanted: Wanted, because: str | None, words: str) -> str:
        from dateline.actions.show import show

        shown = show(claim, self._settings).claim
        before = shown.record if shown else {}
        after = correct(claim, wanted, self._settings, because, self._by)
        if not after.is_new:
            return f"{words} already"
        fields = {one["field"] for record in (before, after.claim) for one in record.get("corrections", ())}
        back = tuple(
            (claim, *_way_back(before, field))
            for field in sorted(fields)
            if correction_of(before, field) != correction_of(after.claim, field)
        )
        return self._keep(Made(words, corrected=back))

    def _keep(self, made: Made) -> str:
        self._made.append(made)
        return made.words


def _way_back(before: Mapping[str, Any], field: str) -> tuple["Decision", str | None]:
    """What brings a field of a claim back to what people had said of it before, and their reason."""
    from dateline.ledger.corrections import UNDO, Decision

    stood = correction_of(before, field)
    if stood is None:
        return Decision(UNDO, field), None
    return Decision(stood["kind"], field, stood["value"]), stood["reason"]
