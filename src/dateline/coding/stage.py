"""Reading to claims."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dateline.codebook.codebook import Codebook
from dateline.coding.assemble import Context, assemble
from dateline.coding.attribution.attribute import attribute
from dateline.coding.candidate import Candidate
from dateline.coding.doers import with_doers_of_events
from dateline.coding.figures.quantities import find_quantities
from dateline.coding.learned import NOT_MEANT, NOT_MEANT_ELSEWHERE, is_meant, opinion_of
from dateline.coding.neighbours import with_neighbours
from dateline.coding.parties.resolve import Parties
from dateline.coding.predicates import PredicateMatcher
from dateline.coding.report import is_report
from dateline.coding.responsibility import with_authors
from dateline.coding.roles import fill_roles
from dateline.coding.syntax.phrases import noun_phrase
from dateline.coding.triage import issue_of, judge, suppress, tells_of_conflict
from dateline.encoder.encoder import Encoder, Text
from dateline.encoder.scores import Scores
from dateline.model.claim import Claim
from dateline.model.coded import CodedStory
from dateline.model.reading import Reading


def code(readings: Iterable[Reading], codebook: Codebook, encoder: Encoder | None) -> Iterator[CodedStory]:
    """The claims of each reading, with who says so; places come later. Without an encoder the rules decide alone."""
    matcher = PredicateMatcher(codebook.predicates)
    for reading, scores in scored(readings, encoder):
        yield _code(reading, codebook, matcher, scores)


def scored(readings: Iterable[Reading], encoder: Encoder | None) -> Iterator[tuple[Reading, Scores | None]]:
    """Each reading with what the encoder's heads say of it."""
    for reading in readings:
        yield reading, encoder.read(_text(reading)) if encoder else None


def _text(reading: Reading) -> Text:
    """The paragraphs that have words, as the encoder takes them."""
    sentences = [sentence for sentence in reading.sentences if sentence.last > sentence.first]
    paragraphs = [list(some) for _, some in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    return Text(
        reading.story.text,
        tuple((some[0].start, some[-1].end) for some in paragraphs),
        tuple(sentence.start for sentence in sentences),
    )


def _code(reading: Reading, codebook: Codebook, matcher: PredicateMatcher, scores: Scores | None) -> CodedStory:
    parties = Parties(reading, codebook)
    attributed = attribute(reading, codebook, parties.party, scores)
    quantities = find_quantities(reading, codebook.quantities)
    context = Context(reading, codebook, parties, quantities, attributed, scores)
    claims: list[Claim] = []
    limit = NOT_MEANT if tells_of_conflict(reading, codebook.topics) else NOT_MEANT_ELSEWHERE
    for candidate in _candidates(context, matcher):
        opinion = opinion_of(reading, candidate, scores)
        is_news = is_meant(opinion, limit) and is_report(reading, candidate, codebook.light_verbs, claims)
        if is_news or _tells_total(context, candidate, claims):
            claims.append(assemble(context, candidate, opinion.kinds if opinion and is_news else None))
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


def _tells_total(context: Context, candidate: Candidate, told: Sequence[Claim]) -> bool:
    """ "The toll rose to 60": a running total that no claim has yet is news, though the deaths were told before."""
    if candidate.voice != "nominal" or ("target", "killed") not in candidate.predicate.counts:
        return False
    tokens = context.reading.tokens
    sentence = context.reading.sentences[tokens[candidate.head].sentence]
    counted = {figure.start for claim in told for figure in claim.figures}
    return any(
        quantity.is_total and quantity.toll == "killed" and tokens[quantity.first].start not in counted
        for quantity in context.quantities
        if sentence.first <= quantity.head < sentence.last
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
