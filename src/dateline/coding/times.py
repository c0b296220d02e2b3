"""Which of a sentence's time expressions says when a predicate happened."""

from dataclasses import replace

from dateline.coding.candidate import Candidate
from dateline.coding.roles import light_verb_of
from dateline.coding.syntax.grammar import governing_verb, is_verbal
from dateline.model.reading import Reading
from dateline.model.time import Time

_SIMULTANEOUS = frozenset({"when", "while", "as", "whereupon"})
# "jailed for killing 27 people in 2012": the year is that of the deed behind the preposition.
_DEEDS = frozenset({"for", "of"})
_OWN_CLAUSE = frozenset({"relcl", "ccomp", "advcl", "parataxis", "csubj"})


def time_of(reading: Reading, candidate: Candidate, light_verbs: dict[str, str]) -> Time | None:
    """The time expression nearest to the predicate in the parse, not counting those of other clauses.

    In "said on Friday that troops had fled during the night" the flight has the night, the saying has Friday.
    A time within the predicate's own phrase wins over one that only shares the clause.
    """
    sentence = reading.sentences[reading.tokens[candidate.head].sentence]
    times = [time for time in reading.times if sentence.start <= time.start < sentence.end]
    ranked = [
        (distance, abs(time.start - reading.tokens[candidate.head].start), time)
        for time in times
        if (distance := _distance(reading, candidate, time, light_verbs)) is not None
    ]
    if ranked:
        return min(ranked, key=lambda item: item[:2])[2]
    if candidate.voice == "nominal":
        return None
    return _after_dated_event(reading, candidate.head, times) or _before_dated_report(reading, candidate.head, times)


def _after_dated_event(reading: Reading, verb: int, times: list[Time]) -> Time | None:
    """ "fled after clashes during the night": on that night or later, up to publication."""
    published = reading.story.written_at
    for time in times:
        anchor = _outermost(reading, time)
        above = [] if anchor is None else list(reading.ancestors(anchor))
        if verb not in above or time.earliest is None or published is None or time.earliest > published[:10]:
            continue
        if anchor is not None and _is_of_earlier_event(reading, anchor, verb):
            span = f"{time.earliest}/{published[:10]}"
            return replace(time, edtf=span, latest=published[:10], precision="days", part_of_day=None)
    return None


def _is_of_earlier_event(reading: Reading, anchor: int, verb: int) -> bool:
    """Whether a time belongs to what the verb came after: "fled after clashes during the night"."""
    path = list(reading.ancestors(anchor))
    if verb not in path:  # the time covers the predicate itself: "the September 11 attacks"
        return False
    tokens = [reading.tokens[index] for index in path[1 : path.index(verb)]]
    return any(token.relation == "prep" and token.lemma in {"after", "follow", "following"} for token in tokens)


def _before_dated_report(reading: Reading, verb: int, times: list[Time]) -> Time | None:
    """ "announced on Friday that it had handed over the base": on Friday or before."""
    token = reading.tokens[verb]
    if token.tag not in {"VBD", "VBN"}:
        return None
    while token.relation in {"conj", "advcl"} and token.head != token.index:
        token = reading.tokens[token.head]
    if token.relation != "ccomp" or not is_verbal(reading.tokens[token.head]):
        return None
    for time in times:
        anchor = _outermost(reading, time)
        is_said_then = (
            anchor is not None and token.head in reading.ancestors(anchor) and _same_clause(reading, anchor, token.head)
        )
        if is_said_then and time.latest is not None and time.precision in {"day", "days"}:
            return replace(time, edtf=f"../{time.latest}", earliest=None, precision="before", part_of_day=None)
    return None


def _distance(reading: Reading, candidate: Candidate, time: Time, light_verbs: dict[str, str]) -> int | None:
    """0 within the predicate's phrase, 1 within its clause, None in another clause."""
    anchor = _outermost(reading, time)
    if anchor is None:
        return None
    above = [anchor, *reading.ancestors(anchor)]
    if candidate.head in above:
        is_other = _is_of_earlier_event(reading, anchor, candidate.head)
        return 0 if not is_other and _same_clause(reading, anchor, candidate.head) else None
    verb = candidate.head
    if candidate.voice == "nominal":
        lender = light_verb_of(reading, candidate.head, light_verbs)
        governor = lender if lender is not None else governing_verb(reading, candidate.head)
        if governor is None:
            return None
        verb = governor
        if verb in above and _same_clause(reading, anchor, verb):
            return 1 if lender is not None or _is_told_by(reading, candidate.head, verb) else None
        return None
    return 1 if _shares_clause(reading, verb, anchor, above) else None


def _outermost(reading: Reading, time: Time) -> int | None:
    """The token of a time expression that hangs on a word outside it."""
    tokens = reading.within(time.start, time.end)
    inside = {token.index for token in tokens}
    return next((token.index for token in tokens if token.head not in inside or token.head == token.index), None)


def _same_clause(reading: Reading, low: int, high: int) -> bool:
    """Whether no finite clause of its own begins between a token and a head above it."""
    current = low
    while current != high:
        token = reading.tokens[current]
        if token.relation in _OWN_CLAUSE and is_verbal(token):
            return False
        if token.relation == "conj" and is_verbal(token) and _has_subject(reading, current):
            return False
        if token.relation == "pcomp" and is_verbal(token) and reading.tokens[token.head].lemma in _DEEDS:
            return False
        current = token.head
        if current == token.index:
            return False
    return True


def _shares_clause(reading: Reading, verb: int, anchor: int, above: list[int]) -> bool:
    """Whether a verb has the time of the verb it hangs on.

    A participle and a coordinated verb share it; one with a subject of its own shares a time put first ("On Monday
    three were killed and ten were hurt"), or hangs by "when" ("were hurt when a helicopter fired").
    """
    current = verb
    while True:
        token = reading.tokens[current]
        if token.head == current:
            return False
        has_subject = _has_subject(reading, current)
        if token.relation in {"conj", "xcomp"}:
            joined = not has_subject or anchor < min(current, token.head)
        else:
            joined = token.relation == "advcl" and (_is_simultaneous(reading, current) or not has_subject)
        if not joined:
            return False
        current = token.head
        if current in above and _same_clause(reading, anchor, current):
            return True


def _is_simultaneous(reading: Reading, verb: int) -> bool:
    return any(
        reading.tokens[child].lemma in _SIMULTANEOUS and reading.tokens[child].relation in {"advmod", "mark"}
        for child in reading.children[verb]
    )


def _is_told_by(reading: Reading, noun: int, verb: int) -> bool:
    """Whether an event noun belongs to what its verb tells: subject, object or a phrase of the verb."""
    current = noun
    while current != verb:
        token = reading.tokens[current]
        if token.relation in {"relcl", "acl", "appos"}:
            return False
        if token.relation in {"prep", "pcomp"} and token.lemma in {"since", "until", "over", "about", "against"}:
            return False
        current = token.head
    return True


def _has_subject(reading: Reading, verb: int) -> bool:
    return any(reading.tokens[child].relation in {"nsubj", "nsubjpass"} for child in reading.children[verb])
