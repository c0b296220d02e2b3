"""Puts a claim together from what the other rooms found about one candidate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.codebook.codebook import Codebook
from dateline.coding.acled import event_of
from dateline.coding.attribution.attribute import Attributed
from dateline.coding.candidate import Candidate, Filler
from dateline.coding.confidence import by_heads, by_rules
from dateline.coding.figures.of_claim import figures
from dateline.coding.figures.quantities import Quantity
from dateline.coding.parties.first_person import speaker_at
from dateline.coding.parties.joint import apart
from dateline.coding.parties.resolve import Parties
from dateline.coding.status.denial import is_aside, leaves_act_standing
from dateline.coding.status.learned import statuses_of, weighed
from dateline.coding.status.verdict import Verdict, status_of
from dateline.coding.syntax.phrases import noun_phrase
from dateline.coding.times import time_of
from dateline.encoder.scores import Scores
from dateline.model.claim import Claim, Status
from dateline.model.figure import Figure
from dateline.model.ids import claim_id
from dateline.model.party import Certainty, Party
from dateline.model.reading import Reading
from dateline.model.source import Source
from dateline.model.span import Span

MAXIMAL_TRIGGER_WORDS = 5
_PRONOUNS = frozenset({"them", "him", "her", "it", "us", "me"})
# Counts of people only, and what no building does.
_PEOPLE = frozenset({"killed", "injured", "arrested", "abducted", "missing"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "CONSULT"})


@dataclass(frozen=True, slots=True)
class Context:
    """All that is known of one story when its claims are put together."""

    reading: Reading
    codebook: Codebook
    parties: Parties
    quantities: Sequence[Quantity]
    attributed: Attributed
    scores: Scores | None = None


def assemble(context: Context, candidate: Candidate, kinds: Mapping[str, float] | None = None) -> Claim:
    """The claim of a candidate; its places are left to placing. `kinds` are the learned head's chances of its type."""
    reading, codebook = context.reading, context.codebook
    head = reading.tokens[candidate.head]
    sentence = reading.sentences[head.sentence]
    time = time_of(reading, candidate, codebook.light_verbs)
    verdict = status_of(reading, candidate, codebook.status_cues, codebook.light_verbs, time)
    statuses = statuses_of(reading, candidate, context.scores, codebook.status_cues)
    verdict = weighed(verdict, statuses)
    stance = None if is_aside(reading, candidate.head) else context.attributed.stance(candidate.head)
    verdict = _with_stance(verdict, stance)
    certainty = _certainty(verdict, stance)
    if leaves_act_standing(reading, candidate.head):
        verdict, certainty = Verdict("occurred", "who did it is denied, not that it was done"), "denied"
    attribution = context.attributed.chain(candidate.head)
    trigger = _trigger(reading, candidate)
    actors = _parties(context, candidate, "actor", certainty, attribution)
    actors = _own_deeds(_not_telling(reading, actors, attribution, trigger), attribution)
    targets = _not_telling(reading, _parties(context, candidate, "target", None, attribution), attribution, trigger)
    targets = _others(targets, actors)
    return Claim(
        id=claim_id(reading.story.id, trigger.start, trigger.end, 0),
        sentence=sentence.index,
        start=sentence.start,
        end=sentence.end,
        trigger=trigger,
        event=event_of(candidate.predicate, actors, targets, codebook.sub_events),
        actors=actors,
        targets=targets,
        instruments=tuple(
            reading.span_of(filler.first, filler.last)
            for filler in candidate.fillers_of("instrument")
            if reading.tokens[filler.head].lemma in codebook.classes["weapon"]
        ),
        places=(),
        time=time,
        figures=_figures(context, candidate),
        status=verdict.status,
        attribution=attribution,
        evidence=_evidence(context, sentence.start, sentence.end, actors + targets),
        confidence=_confidence(context, candidate, bool(actors or targets), verdict.status, kinds, statuses),
        why=f"{candidate.predicate.key!r} ({candidate.voice}, {candidate.predicate.frame}), "
        f"{verdict.status}: {verdict.why}{_heads_say(kinds, statuses)}",
    )


def _heads_say(kinds: Mapping[str, float] | None, statuses: Mapping[Status, float] | None) -> str:
    """What the learned heads take for likeliest, whether or not it was followed."""
    chances = [max(some.items(), key=lambda item: item[1]) for some in (kinds, statuses) if some]
    return f"; the heads: {', '.join(f'{name} {chance:.2f}' for name, chance in chances)}" if chances else ""


def _trigger(reading: Reading, candidate: Candidate) -> Span:
    """The predicate's words when they are few and together, else its head alone."""
    if candidate.last - candidate.first < MAXIMAL_TRIGGER_WORDS:
        return reading.span_of(candidate.first, candidate.last)
    return reading.span_of(candidate.head, candidate.head)


def _parties(
    context: Context, candidate: Candidate, role: str, certainty: Certainty | None, attribution: tuple[Source, ...]
) -> tuple[Party, ...]:
    speaker = next(iter(attribution), None)
    found: list[Party] = []
    for filler in candidate.fillers:
        if filler.role != role:
            continue
        party = context.parties.party(filler.head, filler.first, filler.last, _suspected(context, filler, certainty))
        if party is None:
            party = speaker_at(context.reading, filler.head, speaker, certainty, context.parties.party)
        if party is None or (party.kind == "facility" and _is_no_party(candidate, filler)):
            continue
        found.extend(
            one
            for one in apart(context.reading, context.parties.mentions, party, filler.head)
            if all(one.start != known.start and not _is_same(one, known) for known in found)
        )
    return tuple(found)


def _not_telling(
    reading: Reading, parties: tuple[Party, ...], attribution: tuple[Source, ...], trigger: Span
) -> tuple[Party, ...]:
    """The parties without those who only tell of it behind it: "... killed six in a village an activist group said"."""
    text = reading.story.text
    tellers = [
        source
        for source in attribution
        if source.cue and source.start > trigger.end and not text[source.end : source.cue.start].strip()
    ]
    return tuple(
        party
        for party in parties
        if not any(teller.start < party.end and party.start < teller.end for teller in tellers)
    )


def _others(targets: tuple[Party, ...], actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Nobody shoots "them" and is them: such a pronoun was linked to the wrong party."""
    return tuple(
        target
        for target in targets
        if target.text.lower() not in _PRONOUNS or all(target.name != actor.name for actor in actors)
    )


def _own_deeds(actors: tuple[Party, ...], attribution: tuple[Source, ...]) -> tuple[Party, ...]:
    """ "The rebels said they had seized the airport": what a party says it did is claimed by itself."""
    speakers = {source.name for source in attribution[:1] if source.name}
    return tuple(
        replace(actor, certainty="claimed") if actor.certainty == "fact" and actor.name in speakers else actor
        for actor in actors
    )


def _is_no_party(candidate: Candidate, filler: Filler) -> bool:
    """Whether a place or building only stands in a role: no district kills, no home is arrested, a visit has hosts."""
    plover = candidate.predicate.event.plover
    if filler.role == "actor":
        return filler.home != "subject" or plover in _DEEDS or _takes_places(candidate, filler.role)
    return _counts_people(candidate) or plover == "CONSULT"


def _takes_places(candidate: Candidate, role: str) -> bool:
    """Whether the role is that of who takes a place: "areas already liberated" take none."""
    return role == "actor" and ("target", "places-taken") in candidate.predicate.counts


def _is_same(one: Party, other: Party) -> bool:
    """Whether two phrases of one role name one party: "the Islamic State (IS) group"."""
    return one.id is not None and one.id == other.id


def _counts_people(candidate: Candidate) -> bool:
    """Whether only people can do and suffer the predicate: no district kills or is arrested."""
    return any(role == "target" and counts in _PEOPLE for role, counts in candidate.predicate.counts)


def _suspected(context: Context, filler: Filler, certainty: Certainty | None) -> Certainty | None:
    """ "suspected militants" did it, as far as the report suspects."""
    if certainty is None:
        return None
    words = {context.reading.tokens[index].text.lower() for index in range(filler.first, filler.last + 1)}
    return "suspected" if words & {"suspected", "alleged", "presumed"} else certainty


def _certainty(verdict: Verdict, stance: str | None) -> Certainty:
    if verdict.status == "denied":
        return "denied"
    if stance in {"accuse", "accused"}:
        return "accused"
    return "possible" if verdict.status == "possible" else "fact"


def _with_stance(verdict: Verdict, stance: str | None) -> Verdict:
    """What is denied or doubted by the one who says it has not happened for that."""
    if verdict.status in {"occurred", "ongoing"}:
        if stance == "deny":
            return Verdict("denied", "denied by the source")
        if stance == "doubt":
            return Verdict("possible", "doubted or feared by the source")
    return verdict


def _figures(context: Context, candidate: Candidate) -> tuple[Figure, ...]:
    sentence = context.reading.sentences[context.reading.tokens[candidate.head].sentence]
    own = [quantity for quantity in context.quantities if sentence.first <= quantity.first < sentence.last]
    return figures(
        context.reading, candidate, own, context.parties.population, side_of=lambda head: _side(context, head)
    )


def _side(context: Context, head: int) -> str | None:
    """The name of the party that a counted noun belongs to, when the words tell which: "Afghan troops"."""
    party = context.parties.party(head, *noun_phrase(context.reading, head))
    return party.name if party is not None and (party.id or party.country) else None


def _evidence(context: Context, start: int, end: int, parties: tuple[Party, ...]) -> tuple[Span, ...]:
    """The words outside the sentence that a party was resolved by."""
    spans = [span for party in parties if (span := context.parties.evidence_of(party)) is not None]
    return tuple({(span.start, span.end): span for span in spans if not start <= span.start < end}.values())


def _confidence(
    context: Context,
    candidate: Candidate,
    has_party: bool,
    status: Status,
    kinds: Mapping[str, float] | None,
    statuses: Mapping[Status, float] | None,
) -> float:
    if context.scores is None or kinds is None or statuses is None:
        return by_rules(candidate, has_party)
    return by_heads(status, kinds, statuses, context.scores)


def with_figures(claim: Claim, more: tuple[Figure, ...], sentence_span: Span) -> Claim:
    """A claim with figures that a neighbouring sentence gives ("There were no casualties.")."""
    return replace(claim, figures=claim.figures + more, evidence=(*claim.evidence, sentence_span))
