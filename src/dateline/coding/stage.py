"""Reading to claims."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.codebook.codebook import Codebook
from dateline.coding.assemble import Context, assemble, with_figures
from dateline.coding.attribution import attribute
from dateline.coding.candidate import Candidate
from dateline.coding.figures import zero_casualties
from dateline.coding.parties import Parties
from dateline.coding.phrases import noun_phrase
from dateline.coding.predicates import PredicateMatcher
from dateline.coding.quantities import find_quantities
from dateline.coding.report import is_report
from dateline.coding.roles import fill_roles
from dateline.model.claim import Claim
from dateline.model.coded import CodedStory
from dateline.model.reading import Reading

_SEQUELS = frozenset({"later", "then", "subsequently", "eventually", "afterwards", "afterward", "finally"})


def code(readings: Iterable[Reading], codebook: Codebook) -> Iterator[CodedStory]:
    """The claims of each reading, with who says so; places come later."""
    matcher = PredicateMatcher(codebook.predicates)
    for reading in readings:
        yield _code(reading, codebook, matcher)


def _code(reading: Reading, codebook: Codebook, matcher: PredicateMatcher) -> CodedStory:
    parties = Parties(reading, codebook)
    attributed = attribute(reading, codebook, parties.party)
    context = Context(reading, codebook, parties, find_quantities(reading, codebook.quantities), attributed)
    claims: list[Claim] = []
    for candidate in _candidates(context, matcher):
        if is_report(context.reading, candidate, codebook.light_verbs, claims):
            claims.append(assemble(context, candidate))
    return CodedStory(
        reading=reading,
        speakers=attributed.speakers,
        attributions=attributed.attributions,
        claims=tuple(_with_zero_casualties(context, _with_history(reading, claims))),
        issues=reading.issues,
    )


def _candidates(context: Context, matcher: PredicateMatcher) -> Iterator[Candidate]:
    reading, codebook = context.reading, context.codebook
    kinds: dict[int, str | None] = {}

    def kind_of(head: int) -> str | None:
        if head not in kinds:
            party = context.parties.party(head, *noun_phrase(reading, head))
            kinds[head] = party.kind if party else None
        return kinds[head]

    for sentence in reading.sentences:
        for match in matcher.matches(reading, sentence, kind_of):
            yield fill_roles(reading, match, codebook.frames, codebook.light_verbs, kind_of)


def _with_history(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """ "earlier clashes that saw the group take the crossing": what hangs on an event of the past is of the past."""
    background = {
        token.index: claim
        for claim in claims
        if claim.status == "background"
        for token in reading.within(claim.trigger.start, claim.trigger.end)
    }
    mended: list[Claim] = []
    for claim in claims:
        head = reading.within(claim.trigger.start, claim.trigger.end)[0].index
        path = [head, *reading.ancestors(head)]
        relatives = [reading.tokens[index].head for index in path if reading.tokens[index].relation in {"relcl", "acl"}]
        host = next((background[index] for index in relatives if index in background), None)
        if host is None and mended and _is_sequel(reading, head):
            host = _told_just_before(mended, claim)
        if host is not None and claim.status in {"occurred", "ongoing"}:
            claim = replace(claim, status="background", why=f"{claim.why}; goes with {host.trigger.text!r}")
        mended.append(claim)
    return mended


def _is_sequel(reading: Reading, head: int) -> bool:
    """ "The boys were later released": the event goes on from what was told before."""
    return any(reading.tokens[child].lemma in _SEQUELS for child in reading.children[head])


def _told_just_before(claims: list[Claim], claim: Claim) -> Claim | None:
    """The last claim of the sentence before, when all of that sentence's claims are history."""
    before = [other for other in claims if other.sentence == claim.sentence - 1]
    return before[-1] if before and all(other.status == "background" for other in before) else None


def _with_zero_casualties(context: Context, claims: list[Claim]) -> list[Claim]:
    """ "There were no casualties." is a figure of the attack told just before, and no event of its own."""
    for sentence in context.reading.sentences:
        zeros = zero_casualties(context.reading, sentence, context.quantities)
        if not zeros:
            continue
        start, end = min(zero.start for zero in zeros), max(zero.end for zero in zeros)
        rest = [claim for claim in claims if not (claim.trigger.start < end and start < claim.trigger.end)]
        before = [
            position
            for position, claim in enumerate(rest)
            if claim.event.plover == "ASSAULT" and claim.sentence <= sentence.index and claim.status != "background"
        ]
        if before:
            span = context.reading.span(sentence.start, sentence.end)
            rest[before[-1]] = with_figures(rest[before[-1]], zeros, span)
            claims = rest
    return claims
