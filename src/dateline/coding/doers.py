"""Who did what an event did: the actor of a strike is the actor of the killing that the strike did."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.predicates import Predicate
from dateline.coding.candidate import Candidate, Filler
from dateline.coding.roles import KindOf
from dateline.coding.syntax.homes import clause_of
from dateline.model.reading import Reading

# What violence does to people and things.
_HARM = frozenset({"killed", "injured"})
_WITHIN = ("in", "during", "by", "from", "following")

# "an attack claimed by the group": whose it is said to be.
_SAYING_WHO = frozenset({"claim", "blame", "attribute", "deny"})


def with_doers_of_events(reading: Reading, candidates: Sequence[Candidate], kind_of: KindOf) -> list[Candidate]:
    """The candidates of one sentence, those that an event or a weapon did with the actor of that event.

    "A rebel attack killed five", "five were killed in a rebel attack", "a shell fired by rebels killed five": rebels.
    """
    by_head = {candidate.head: candidate for candidate in candidates}
    found = []
    for candidate in candidates:
        doers = _doers(reading, candidate, by_head, kind_of)
        found.append(replace(candidate, fillers=candidate.fillers + doers) if doers else candidate)
    return found


def _doers(
    reading: Reading, candidate: Candidate, by_head: dict[int, Candidate], kind_of: KindOf
) -> tuple[Filler, ...]:
    if not _harms(candidate.predicate) or any(kind_of(filler.head) for filler in candidate.fillers_of("actor")):
        return ()
    clause = clause_of(reading, candidate.head)
    homes = {"active": ("subject",), "passive": _WITHIN, "nominal": ()}[clause.voice]
    suffering = {filler.head for filler in candidate.fillers_of("target")}
    for head in (head for home in homes for head in clause.heads(home)):
        fired = [child for child in reading.children[head] if reading.tokens[child].relation == "acl"]
        if any(reading.tokens[child].lemma in _SAYING_WHO for child in fired):
            continue
        for told in (by_head[event] for event in (head, *fired) if event in by_head):
            doers = [filler for filler in told.fillers_of("actor") if filler.head not in suffering]
            if doers and told.predicate.event.plover == "ASSAULT" and told.predicate.frame != "mutual":
                return tuple(replace(filler, home="event") for filler in doers)
    return ()


def _harms(predicate: Predicate) -> bool:
    return any(role == "target" and counts in _HARM for role, counts in predicate.counts)
