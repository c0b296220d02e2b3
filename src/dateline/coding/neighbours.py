"""What the claims of a story take from their neighbours: history, the status of a list, the zero of "no casualties"."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.assemble import with_figures
from dateline.coding.figures.of_claim import zero_casualties
from dateline.coding.figures.quantities import Quantity
from dateline.model.claim import Claim
from dateline.model.reading import Reading
from dateline.model.token import Token

_SEQUELS = frozenset({"later", "then", "subsequently", "eventually", "afterwards", "afterward", "finally"})
_HAS_HAPPENED = frozenset({"occurred", "ongoing"})


def with_neighbours(reading: Reading, claims: Sequence[Claim], quantities: Sequence[Quantity]) -> list[Claim]:
    """The claims with what their neighbours say of them, in the same order; a claim that was only a zero is gone."""
    found = _with_history(reading, claims)
    found = [_with_status_of_list(reading, claim, found) for claim in found]
    return _with_zero_casualties(reading, found, quantities)


def _trigger_words(reading: Reading, claim: Claim) -> tuple[Token, ...]:
    return reading.within(claim.trigger.start, claim.trigger.end)


def _with_history(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """ "earlier clashes that saw the group take the crossing": what hangs on an event of the past is of the past."""
    background = {
        token.index: claim
        for claim in claims
        if claim.status == "background"
        for token in _trigger_words(reading, claim)
    }
    mended: list[Claim] = []
    for claim in claims:
        head = _trigger_words(reading, claim)[0].index
        path = [head, *reading.ancestors(head)]
        relatives = [reading.tokens[index].head for index in path if reading.tokens[index].relation in {"relcl", "acl"}]
        host = next((background[index] for index in relatives if index in background), None)
        if host is None and mended and _is_sequel(reading, head):
            host = _told_just_before(mended, claim)
        if host is not None and claim.status in _HAS_HAPPENED:
            claim = replace(claim, status="background", why=f"{claim.why}; goes with {host.trigger.text!r}")
        mended.append(claim)
    return mended


def _is_sequel(reading: Reading, head: int) -> bool:
    """ "The boys were later released": the event goes on from what was told before."""
    return any(reading.tokens[child].lemma in _SEQUELS for child in reading.children[head])


def _told_just_before(claims: Sequence[Claim], claim: Claim) -> Claim | None:
    """The last claim of the sentence before, when all of that sentence's claims are history."""
    before = [other for other in claims if other.sentence == claim.sentence - 1]
    return before[-1] if before and all(other.status == "background" for other in before) else None


def _with_status_of_list(reading: Reading, claim: Claim, claims: Sequence[Claim]) -> Claim:
    """ "a suspension of sabotage on roads and plants, as well as attacks on officials": the attacks are suspended too.

    The parser often hangs the last noun of such a list on a word in between, which is no event.
    """
    last = _trigger_words(reading, claim)[-1]
    triggers = {token.index for other in claims for token in _trigger_words(reading, other)}
    if last.relation != "conj" or last.part_of_speech != "NOUN" or last.head in triggers:
        return claim
    before = [
        other
        for other in claims
        if other.sentence == claim.sentence
        and other.trigger.end <= claim.trigger.start
        and _trigger_words(reading, other)[-1].part_of_speech == "NOUN"
    ]
    if not before or before[-1].status in _HAS_HAPPENED or claim.status not in _HAS_HAPPENED:
        return claim
    return replace(claim, status=before[-1].status, why=f"{claim.why}; in a list with {before[-1].trigger.text!r}")


def _with_zero_casualties(reading: Reading, claims: Sequence[Claim], quantities: Sequence[Quantity]) -> list[Claim]:
    """ "There were no casualties." is a figure of the attack told just before, and no event of its own."""
    kept = list(claims)
    for sentence in reading.sentences:
        zeros = zero_casualties(reading, sentence, quantities)
        if not zeros:
            continue
        start, end = min(zero.start for zero in zeros), max(zero.end for zero in zeros)
        rest = [claim for claim in kept if not (claim.trigger.start < end and start < claim.trigger.end)]
        hosts = [
            position
            for position, claim in enumerate(rest)
            if claim.event.plover == "ASSAULT" and claim.sentence <= sentence.index and claim.status in _HAS_HAPPENED
        ]
        if hosts:
            rest[hosts[-1]] = with_figures(rest[hosts[-1]], zeros, reading.span(sentence.start, sentence.end))
            kept = rest
    return kept
