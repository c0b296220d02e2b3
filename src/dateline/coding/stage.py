"""Reading to claims."""

from collections.abc import Iterable, Iterator

from dateline.codebook.codebook import Codebook
from dateline.coding.assemble import Context, assemble
from dateline.coding.attribution.attribute import attribute
from dateline.coding.candidate import Candidate
from dateline.coding.doers import with_doers_of_events
from dateline.coding.figures.quantities import find_quantities
from dateline.coding.neighbours import with_neighbours
from dateline.coding.parties.resolve import Parties
from dateline.coding.predicates import PredicateMatcher
from dateline.coding.report import is_report
from dateline.coding.responsibility import with_authors
from dateline.coding.roles import fill_roles
from dateline.coding.syntax.phrases import noun_phrase
from dateline.coding.triage import issue_of, judge, suppress
from dateline.model.claim import Claim
from dateline.model.coded import CodedStory
from dateline.model.reading import Reading


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
    claims = with_authors(context, with_neighbours(reading, claims, context.quantities))
    issues = reading.issues
    if judgement := judge(reading, codebook.topics):
        reported = suppress(reading, claims, judgement)
        if reported != claims:
            issues = (*issues, issue_of(judgement, len(claims) - len(reported)))
        claims = reported
    return CodedStory(
        reading=reading,
        speakers=attributed.speakers,
        attributions=attributed.attributions,
        claims=tuple(claims),
        issues=issues,
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
        found = [
            fill_roles(reading, match, codebook.frames, codebook.light_verbs, kind_of)
            for match in matcher.matches(reading, sentence, kind_of)
        ]
        yield from with_doers_of_events(reading, found, kind_of)
