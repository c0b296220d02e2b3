"""Who is said to have done an act that another word tells: claimed, admitted, denied, accused, suspected."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.codebook.responsibility import Tie
from dateline.coding.assemble import Context
from dateline.coding.syntax.grammar import is_verbal
from dateline.coding.syntax.homes import Clause, clause_of_words
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.claim import Claim
from dateline.model.party import Certainty, Party
from dateline.model.reading import Reading

_GAP = 8
_LOGICAL = {
    "subject": {"active": "subject", "passive": "by"},
    "object": {"active": "object", "passive": "subject"},
}


@dataclass(frozen=True, slots=True)
class Found:
    """An author and an act that a tie joins: the head tokens of both."""

    author: int
    act: int
    certainty: Certainty


def with_authors(context: Context, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with the authors that words of responsibility give their acts.

    "The group claimed responsibility for the bombing" makes the group an actor of the bombing, with the certainty
    "claimed". An act that was told before ("claimed the attack") is the last claim of its type.
    """
    kept = [_hedged(context, claim) for claim in claims]
    for found in _found(context.reading, context.codebook.ties):
        author = context.parties.party(found.author, *noun_phrase(context.reading, found.author), found.certainty)
        position = _act(context.reading, kept, found.act)
        if author is not None and author.kind != "facility" and position is not None:
            kept[position] = _with_author(context, kept[position], author)
    return kept


def _hedged(context: Context, claim: Claim) -> Claim:
    """ "Killed, apparently by his own guards": they are suspected of it, whatever the report says of the killing."""
    tokens = context.reading.tokens
    hedges = {tie.words[0] for tie in context.codebook.ties if tie.act == "hedged"}

    def is_hedged(actor: Party) -> bool:
        first = next((token.index for token in context.reading.within(actor.start, actor.end)), 0)
        return first > 1 and tokens[first - 1].lemma == "by" and tokens[first - 2].lemma in hedges

    if not any(actor.certainty == "fact" and is_hedged(actor) for actor in claim.actors):
        return claim
    actors = tuple(replace(actor, certainty="suspected") if is_hedged(actor) else actor for actor in claim.actors)
    return replace(claim, actors=actors)


def _with_author(context: Context, claim: Claim, author: Party) -> Claim:
    claim = replace(claim, targets=tuple(target for target in claim.targets if target.start != author.start))
    same = [actor for actor in claim.actors if actor.name == author.name or actor.start == author.start]
    if same:
        actors = tuple(replace(actor, certainty=author.certainty) if actor in same else actor for actor in claim.actors)
        return replace(claim, actors=actors)
    evidence = claim.evidence
    if not claim.start <= author.start < claim.end:
        evidence = (*evidence, context.reading.span(author.start, author.end))
    return replace(claim, actors=(*claim.actors, author), evidence=evidence)


def _found(reading: Reading, ties: Sequence[Tie]) -> Iterator[Found]:
    """Each tie where it stands; a word serves the longest tie that it begins."""
    for token in reading.tokens:
        if not is_verbal(token):
            continue
        for tie in ties:
            words = _words(reading, token.index, tie) if token.lemma == tie.words[0] else None
            if words is None:
                continue
            clause = clause_of_words(reading, token.index, words)
            pairs = [
                Found(author, act, tie.certainty)
                for act in _heads(clause, tie.act)
                for author in _heads(clause, tie.author) or _behind(reading, act, tie.author)
                if act not in words and author not in words
            ]
            if pairs:
                yield from (pair for pair in pairs if not _is_nobody(reading, token.index, pair.author))
                break


def _behind(reading: Reading, act: int, preposition: str) -> list[int]:
    """ "blamed the killings on the rebels": the parser often hangs the phrase on the act instead of on the verb."""
    clause = clause_of_words(reading, act, ())
    return [head for head in clause.heads(preposition) if clause.voice == "nominal" and head > act]


def _is_nobody(reading: Reading, verb: int, author: int) -> bool:
    """ "No group has claimed responsibility", "nobody was blamed", "has not accused"."""
    return any(
        reading.tokens[child].lemma in {"no", "not", "n't", "never", "neither"}
        for index in (verb, author)
        for child in reading.children[index]
    ) or reading.tokens[author].lemma in {"nobody", "none", "no-one"}


def _words(reading: Reading, start: int, tie: Tie) -> tuple[int, ...] | None:
    found, position = [start], start + 1
    sentence = reading.sentences[reading.tokens[start].sentence]
    for word in tie.words[1:]:
        if word == "*":
            continue
        here = next(
            (
                index
                for index in range(position, min(position + _GAP, sentence.last))
                if reading.tokens[index].lemma == word
            ),
            None,
        )
        if here is None:
            return None
        found.append(here)
        position = here + 1
    return tuple(found)


def _heads(clause: Clause, home: str) -> list[int]:
    return clause.heads(_LOGICAL.get(home, {}).get(clause.voice, home))


def _act(reading: Reading, claims: Sequence[Claim], act: int) -> int | None:
    """The claim that the act's word triggers, or the last one told before that an act of force can be."""
    token = reading.tokens[act]
    for position, claim in enumerate(claims):
        if claim.trigger.start <= token.start < claim.trigger.end:
            return position
    is_definite = any(reading.tokens[child].lemma in {"the", "this", "that"} for child in reading.children[act])
    if token.part_of_speech not in {"NOUN", "PRON"} or not is_definite:
        return None
    before = [
        position
        for position, claim in enumerate(claims)
        if claim.start < token.start and claim.event.plover == "ASSAULT" and claim.status in {"occurred", "ongoing"}
    ]
    return before[-1] if before else None
