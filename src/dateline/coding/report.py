"""Whether a predicate reports an event at all, or only speaks of one that was told before, or of a kind of event."""

from collections.abc import Sequence

from dateline.coding.candidate import Candidate
from dateline.coding.roles import light_verb_of
from dateline.coding.syntax.hidden import hidden_verb_host, is_hidden_gerund
from dateline.model.claim import Claim
from dateline.model.reading import Reading
from dateline.model.token import Token

_OTHER = frozenset(
    {"another", "earlier", "previous", "new", "fresh", "further", "second", "third", "separate", "similar", "recent"}
)
_WHERE = frozenset({"in", "at", "across", "near", "around", "along", "throughout", "outside", "inside", "on", "during"})
_WORKS = frozenset({
    "book", "film", "documentary", "novel", "history", "memoir", "play", "lecture", "exhibition", "museum", "poem",
    "song", "biography", "thesis", "drama", "painting",
})  # fmt: skip
# What a law or a moral says of a kind of act: "attacks on hospitals are forbidden".
_LAWS = frozenset({"forbid", "prohibit", "ban", "outlaw", "consider", "regard", "define", "punish", "criminalise"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})


def is_report(reading: Reading, candidate: Candidate, light_verbs: dict[str, str], told: Sequence[Claim]) -> bool:
    """Whether the candidate is a claim of its own.

    "condemned the attack" after the attack was told adds nothing; "attacks on schools are war crimes" tells of no
    attack; "the attack on Sunday killed three" does, as its time and its toll are new.
    """
    if candidate.voice != "nominal":
        hidden = is_hidden_gerund(reading, candidate.head) or hidden_verb_host(reading, candidate.head) is not None
        return hidden or not _is_state(reading, candidate, told)
    if (
        _is_generic(reading, candidate.head)
        or _is_attribute(reading, candidate)
        or _is_subject_of_work(reading, candidate.head)
    ):
        return False
    if light_verb_of(reading, candidate.head, light_verbs) is not None:
        return True
    if candidate.fillers and not (_is_definite(reading, candidate.head) and _is_told_of(reading, candidate, told)):
        return True
    if reading.sentences[reading.tokens[candidate.head].sentence].part == "subhead":
        return not _was_told(candidate, told)
    if not _is_definite(reading, candidate.head) and (
        _is_subject(reading, candidate.head)
        or _is_located(reading, candidate.head)
        or _is_another(reading, candidate.head)
    ):
        return True
    return not _was_told(candidate, told)


def _is_told_of(reading: Reading, candidate: Candidate, told: Sequence[Claim]) -> bool:
    """ "the attack on the police station" again: all its parties are those of an earlier claim of its type."""
    heads = {reading.tokens[filler.head].text.lower() for filler in candidate.fillers}
    return any(
        heads <= {word for party in claim.actors + claim.targets for word in party.text.lower().split()}
        for claim in told
        if claim.event.plover == candidate.predicate.event.plover
    )


def _is_subject(reading: Reading, head: int) -> bool:
    """What a sentence speaks of first is told anew: "air strikes have continued in the city"."""
    if _has_number(reading, head):
        return True
    token = reading.tokens[head]
    is_qualified = any(reading.tokens[child].relation == "amod" for child in reading.children[head])
    while token.relation == "conj" and token.head != token.index and not is_qualified:
        token = reading.tokens[token.head]
    return token.relation in {"nsubj", "nsubjpass", "ROOT", "conj"}


def _is_located(reading: Reading, head: int) -> bool:
    """Whether a place or time hangs on the noun: "fighting across the north"."""
    return any(
        reading.tokens[child].relation == "prep" and reading.tokens[child].lemma in _WHERE
        for child in reading.children[head]
    )


def _is_another(reading: Reading, head: int) -> bool:
    """ "earlier clashes", "another attack": one that was not told before."""
    return any(reading.tokens[child].text.lower() in _OTHER for child in reading.children[head])


def _has_number(reading: Reading, head: int) -> bool:
    return any(reading.tokens[child].relation == "nummod" for child in reading.children[head])


def _is_definite(reading: Reading, head: int) -> bool:
    return any(
        reading.tokens[child].relation == "det" and reading.tokens[child].lemma in _DEFINITE
        for child in reading.children[head]
    )


def _is_state(reading: Reading, candidate: Candidate, told: Sequence[Claim]) -> bool:
    """ "displaced persons", "the policemen taken hostage" after the taking was told: a state, and no report."""
    token = reading.tokens[candidate.head]
    if token.relation == "acl" and token.tag == "VBN":
        return _is_definite(reading, token.head) and _was_told(candidate, told)
    if candidate.predicate.part_of_speech == "a" and token.relation == "amod":  # "the 12 dead"
        return token.head > token.index or (_is_definite(reading, token.head) and _was_told(candidate, told))
    return token.relation == "amod"


def _was_told(candidate: Candidate, told: Sequence[Claim]) -> bool:
    """Whether an event of the type and mode was told before; "the attack", without a mode, may be any of its type."""
    event = candidate.predicate.event
    return any(claim.event.plover == event.plover and event.mode in {None, claim.event.mode} for claim in told)


def _is_attribute(reading: Reading, candidate: Candidate) -> bool:
    """ "kidnap gangs", "the charges are a threat", "armed with petrol bombs": the noun describes something else."""
    token = reading.tokens[candidate.head]
    if token.relation in {"compound", "amod", "nmod"}:
        return token.head > candidate.last
    if token.relation == "attr":
        return not any(reading.tokens[child].relation == "expl" for child in reading.children[token.head])
    return token.relation == "pobj" and reading.tokens[token.head].lemma == "with" and not candidate.fillers


def _is_subject_of_work(reading: Reading, head: int) -> bool:
    """ "a book on the Battle of X": what a work is about is told there, not here."""
    preposition = reading.tokens[reading.tokens[head].head]
    return preposition.lemma in {"on", "about", "of"} and reading.tokens[preposition.head].lemma in _WORKS


def _is_generic(reading: Reading, head: int) -> bool:
    """A bare plural that a copula in the present says something general of: "abductions are war crimes"."""
    token = reading.tokens[head]
    # The second of two coordinated nouns often hangs on what stands behind the first: "attacks on schools and ...".
    while token.relation in {"conj", "pobj", "prep"}:
        token = reading.tokens[token.head]
    verb = reading.tokens[token.head]
    is_plural = reading.tokens[head].tag == "NNS" and not _has_determiner(reading, token)
    if is_plural and token.relation == "nsubjpass" and verb.lemma in _LAWS:
        return any(reading.tokens[child].tag in {"VBP", "VBZ"} for child in reading.children[verb.index])
    return (
        token.relation == "nsubj"
        and is_plural
        and verb.lemma == "be"
        and verb.tag in {"VBP", "VBZ"}
        and any(reading.tokens[child].relation in {"attr", "acomp"} for child in reading.children[verb.index])
    )


def _has_determiner(reading: Reading, token: Token) -> bool:
    return any(reading.tokens[child].relation in {"det", "poss", "nummod"} for child in reading.children[token.index])
