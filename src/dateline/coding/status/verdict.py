"""Has it happened? The status of a predicate from its grammar, the cues that govern it, and its date."""

from collections.abc import Iterator
from datetime import date, timedelta

from dateline.codebook.status import StatusCues
from dateline.coding.candidate import Candidate
from dateline.coding.roles import light_verb_of
from dateline.coding.status.moods import (
    is_asked,
    is_contrast,
    is_embedded_question,
    is_finite,
    is_future_of_the_past,
    is_imperative,
    is_inverted_condition,
    negated_argument,
    open_noun,
    waits_on,
)
from dateline.coding.status.tenses import Verdict, is_bare_participle, is_infinitive, tense_of
from dateline.coding.syntax.grammar import is_headline, is_verbal
from dateline.model.claim import Status
from dateline.model.reading import Reading
from dateline.model.time import Time

__all__ = ["Verdict", "status_of"]

# News reports the last days; what ended longer before publication is history to this report.
NEWS_DAYS = 14
_MODIFIERS = frozenset({"neg", "aux", "auxpass", "advmod", "amod", "det", "mark", "npadvmod", "preconj", "compound"})
# A gerund behind these is no complement of the verb: "dealt a blow by capturing the town".
_ADJUNCTS = frozenset({"by", "after", "before", "while", "since", "besides", "despite", "upon", "through"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp", "acomp", "oprd"})
# A gerund behind these is as real as its verb: "could win by starving the town".
_MEANS = frozenset({"by", "in", "before", "through"})
_REPORTS = frozenset({"report", "claim", "allegation", "rumour", "rumor", "suggestion", "assertion"})
# When cues contradict each other the first of these wins: what may not have happened is not counted as happened.
_ORDER: tuple[Status, ...] = ("denied", "planned", "possible", "background", "ongoing")


def status_of(
    reading: Reading, candidate: Candidate, cues: StatusCues, light_verbs: dict[str, str], time: Time | None
) -> Verdict:
    """The status of a candidate. Without any cue a past or perfect verb, or an event noun, has occurred."""
    found = list(_governing(reading, candidate, cues, light_verbs))
    for status in _ORDER[:3]:
        for verdict in found:
            if verdict.status == status:
                return verdict
    if history := _history(reading, time):
        return history
    for verdict in found:
        # "three days earlier" is a day of the news: its words say when, and no more.
        if verdict.status == "background" and not (time and verdict.why.strip('"') in time.text.split()):
            return verdict
    tense = tense_of(reading, candidate, light_verbs)
    if tense.status != "occurred":
        return tense
    return next((verdict for verdict in found if verdict.status == "ongoing"), tense)


def _governing(
    reading: Reading, candidate: Candidate, cues: StatusCues, light_verbs: dict[str, str]
) -> Iterator[Verdict]:
    """The cues over a predicate, from its own modifiers up through what governs it."""
    node = candidate.head
    for part in range(candidate.first, candidate.last + 1):
        if part != node and reading.tokens[part].head != node:
            yield from _modifiers(reading, part, cues)
    yield from _words_before(reading, node, cues)
    yield from _climb(reading, node, cues, light_verbs)


def _climb(reading: Reading, node: int, cues: StatusCues, light_verbs: dict[str, str]) -> Iterator[Verdict]:
    """The cues from a node's own modifiers up through what governs it."""
    visited: set[int] = set()
    is_contrasted = False
    while node not in visited:
        visited.add(node)
        for verdict in (*_modifiers(reading, node, cues), *_mood(reading, node, cues)):
            if not (is_contrasted and verdict.status == "denied"):
                yield verdict
        step = _step(reading, node, cues, light_verbs)
        if step is None:
            return
        verdicts, above, goes_on = step
        yield from verdicts
        if not goes_on:
            return
        is_contrasted = is_contrasted or is_contrast(reading, node)
        node = above


def _words_before(reading: Reading, node: int, cues: StatusCues) -> Iterator[Verdict]:
    """ "rather than fighting": a cue of two or three words, which the parser hangs in many ways."""
    left = reading.subtree(node)[0]
    for edge in {left, node}:
        for length in (2, 3):
            words = " ".join(token.text.lower() for token in reading.tokens[max(edge - length, 0) : edge])
            if status := cues.preposition.get(words):
                yield Verdict(status, f'"{words}"')


def _mood(reading: Reading, node: int, cues: StatusCues) -> Iterator[Verdict]:
    """What the clause as a whole says: a command, a question, or that nobody did it."""
    if is_imperative(reading, node):
        yield Verdict("planned", "imperative")
    if is_asked(reading, node):
        yield Verdict("possible", "question")
    if is_inverted_condition(reading, node):
        yield Verdict("possible", "condition")
    if word := negated_argument(reading, node, cues.argument):
        yield Verdict(cues.argument[word], f'"{word}"')


def _modifiers(reading: Reading, node: int, cues: StatusCues) -> Iterator[Verdict]:
    for child in reading.children[node]:
        token = reading.tokens[child]
        if token.relation in _MODIFIERS and (status := _modifier_cue(reading, child, cues)):
            yield Verdict(status, f'"{token.text}"')
        elif token.relation == "aux" and token.tag == "TO":
            yield from _purpose(reading, node)
        elif token.relation == "prep" and (noun := _circumstance(reading, child, cues)) is not None:
            yield Verdict(cues.circumstance[noun], f'"{noun}"')
        elif token.lemma == "after" and token.relation == "mark" and (unit := _years_after(reading, child)):
            yield Verdict("background", f'"{unit} after"')


def _modifier_cue(reading: Reading, index: int, cues: StatusCues) -> Status | None:
    """The status that a modifier gives; with the word behind it ("not only") it may give another one."""
    token = reading.tokens[index]
    if token.lemma == "would" and is_future_of_the_past(reading, token.head):
        return "planned"
    behind = reading.tokens[index + 1].text.lower() if index + 1 < len(reading.tokens) else ""
    pair = cues.modifier.get(f"{token.text.lower()} {behind}")
    return pair or cues.modifier.get(token.lemma) or cues.modifier.get(token.text.lower())


def _circumstance(reading: Reading, preposition: int, cues: StatusCues) -> str | None:
    """The cue that says in what an act took place, when it makes it unreal or past: "during an exercise"."""
    for child in reading.children[preposition]:
        token = reading.tokens[child]
        if token.relation == "prep":  # "according to legend"
            return _circumstance(reading, child, cues)
        if token.relation != "pobj":
            continue
        words = (f"{reading.tokens[child - 1].lemma.lower()} {token.lemma.lower()}", token.lemma.lower())
        if cue := next((word for word in words if word in cues.circumstance), None):
            return cue
        inner = [part for part in reading.children[child] if reading.tokens[part].lemma == "of"]
        if token.lemma in {"part", "course", "framework"} and inner:  # "as part of the manoeuvres"
            return _circumstance(reading, inner[0], cues)
    return None


def _years_after(reading: Reading, mark: int) -> str | None:
    """ "three years after schoolgirls were taken": long enough ago to be history."""
    near = [*reading.children[mark], *reading.children[reading.tokens[mark].head]]
    return next(
        (reading.tokens[index].text for index in near if reading.tokens[index].lemma in {"year", "month", "decade"}),
        None,
    )


def _purpose(reading: Reading, node: int) -> Iterator[Verdict]:
    """An infinitive of purpose tells an aim: "launched an offensive to retake the city"."""
    token = reading.tokens[node]
    if token.relation in {"advcl", "acl", "relcl"}:
        yield Verdict("planned", "infinitive of purpose")
    elif token.relation == "xcomp" and reading.tokens[token.head].lemma == "be":
        yield Verdict("planned", '"is to"')
    elif token.head == node and is_headline(reading, node):
        yield Verdict("planned", '"to" in a headline')


Step = tuple[list[Verdict], int, bool]


def _step(reading: Reading, node: int, cues: StatusCues, light_verbs: dict[str, str]) -> Step | None:
    """What stands over a node: the verdicts it gives, its index, and whether its own mood reaches down to the node."""
    token = reading.tokens[node]
    if token.head == node:
        return None
    above = reading.tokens[token.head]
    if is_verbal(token) or (token.relation == "oprd" and token.part_of_speech == "ADJ"):
        return _step_from_verb(reading, node, cues)
    if token.relation == "conj":
        return [], above.index, True
    if token.relation in {"pobj", "pcomp"}:
        return _step_through_preposition(reading, node, cues, light_verbs)
    if token.relation in {"dobj", "nsubjpass", "attr", "nsubj", "oprd"}:
        verb = light_verb_of(reading, node, light_verbs)
        if verb is not None:
            lent = cues.object.get(above.lemma)
            return ([Verdict(lent, f'"{above.text}"')] if lent else []), verb, True
        if token.relation in {"dobj", "nsubjpass"} and (status := _object_cue(reading, above.index, cues)):
            return [Verdict(status, f'"{above.text}"')], above.index, False
        return None
    if token.relation in {"compound", "amod", "poss", "nmod"}:
        status = cues.object.get(f"{above.lemma} of") or cues.object.get(f"{above.lemma} for")
        return ([Verdict(status, f'"{above.text}"')] if status else []), above.index, False
    return None


def _object_cue(reading: Reading, verb: int, cues: StatusCues) -> Status | None:
    """The status that a verb gives its object; with a particle it is a verb of its own: "called off the raid"."""
    lemma = reading.tokens[verb].lemma
    particles = [child for child in reading.children[verb] if reading.tokens[child].relation == "prt"]
    if particles:
        return cues.object.get(f"{lemma} {reading.tokens[particles[0]].lemma}")
    return cues.object.get(lemma)


def _step_from_verb(reading: Reading, node: int, cues: StatusCues) -> Step | None:
    token = reading.tokens[node]
    above = reading.tokens[token.head]
    relations = {reading.tokens[child].relation for child in reading.children[node]}
    if token.relation == "conj" and is_verbal(above):
        shares = not relations & {"aux", "auxpass", "nsubj", "nsubjpass"} or (
            token.tag == "VB" and not relations & {"nsubj", "nsubjpass"}
        )
        return ([], above.index, True) if shares else None
    if token.relation == "pcomp":
        return _step_through_preposition(reading, node, cues, {})
    if token.relation in {"acl", "relcl"} and (word := open_noun(reading, above.index, cues.argument)):
        return [Verdict("possible", f'"{word}"')], above.index, False
    if (governor := waits_on(reading, node)) is not None and _is_to_come(reading, governor, cues):
        return [Verdict("planned", "goes with what is to come")], above.index, False
    if token.relation == "csubj" and is_verbal(above) and _is_to_come(reading, above.index, cues):
        return [Verdict("possible", "subject of what is to come")], above.index, False
    if token.relation == "csubj" and is_infinitive(reading, node):
        return [Verdict("possible", "infinitive as subject")], above.index, False
    if token.relation not in _CLAUSAL:
        return None
    if token.relation == "advcl" and is_bare_participle(reading, node):
        return [], above.index, True
    is_own = is_finite(reading, node)
    if token.relation == "ccomp" and is_embedded_question(reading, node):
        return None
    status = _complement_cue(reading, node, cues) if token.relation != "advcl" else None
    if token.relation == "acl" and token.tag in {"VBN", "VBG"} and not (is_own and above.lemma in _REPORTS):
        return None
    if token.relation == "acl" and not status:
        # "dismissed reports that rebels had entered the town": what is made of the reports is made of their content.
        return [], above.index, above.lemma in _REPORTS
    verdicts = [Verdict(status, f'"{above.text}"')] if status else []
    # A finite clause has its own tense and negation; an infinitive or gerund shares those of its governor.
    # The "not" of "it is not clear that" has been heard with its adjective.
    goes_on = token.relation != "advcl" and (not is_own or bool(status)) and not _truth_of(reading, above.index)
    return verdicts, above.index, goes_on


def _is_to_come(reading: Reading, verb: int, cues: StatusCues) -> bool:
    """Whether a verb is told as planned or possible."""
    return any(verdict.status in {"planned", "possible"} for verdict in _climb(reading, verb, cues, {}))


def _complement_cue(reading: Reading, node: int, cues: StatusCues) -> Status | None:
    """The cue above a clause; one written with "to" ("have to") needs an infinitive."""
    above = reading.tokens[reading.tokens[node].head]
    if not is_infinitive(reading, node):
        return cues.complement.get(_truth_of(reading, above.index) or above.lemma)
    before = reading.tokens[above.index - 1].text.lower() if above.index else ""
    word = above.text.lower()
    for cue in (f"{before} {word} to", f"{word} to", f"{above.lemma} to", above.lemma):
        if status := cues.complement.get(cue):
            return status
    return "planned" if above.part_of_speech == "ADJ" else None


def _truth_of(reading: Reading, governor: int) -> str | None:
    """The cue of "it is not true that": the adjective, behind "not" if that stands by."""
    adjectives = [child for child in reading.children[governor] if reading.tokens[child].relation == "acomp"]
    if reading.tokens[governor].lemma != "be" or not adjectives:
        return None
    is_negated = any(reading.tokens[child].relation == "neg" for child in reading.children[governor])
    return f"{'not ' if is_negated else ''}{reading.tokens[adjectives[0]].lemma}"


def _step_through_preposition(
    reading: Reading, node: int, cues: StatusCues, light_verbs: dict[str, str]
) -> Step | None:
    preposition = reading.tokens[reading.tokens[node].head]
    above = reading.tokens[preposition.head]
    status = cues.preposition.get(preposition.lemma) or cues.preposition.get(f"{above.lemma} {preposition.lemma}")
    if status:
        return [Verdict(status, f'"{preposition.text}"')], above.index, False
    status = cues.object.get(f"{above.lemma} {preposition.lemma}")
    if not status and reading.tokens[node].relation == "pcomp":
        status = None if preposition.lemma in _ADJUNCTS else cues.complement.get(above.lemma)
    if status:
        return [Verdict(status, f'"{above.text} {preposition.text}"')], above.index, False
    if light_verb_of(reading, node, light_verbs) is not None or above.lemma in _REPORTS:
        return [], above.index, True
    if reading.tokens[node].relation == "pcomp" and preposition.lemma in _MEANS and is_verbal(above):
        return [], above.index, True
    return None


def _history(reading: Reading, time: Time | None) -> Verdict | None:
    published = reading.story.written_at
    if time is None or time.latest is None or published is None:
        return None
    if date.fromisoformat(time.latest) < date.fromisoformat(published[:10]) - timedelta(days=NEWS_DAYS):
        return Verdict("background", f'"{time.text}" is more than {NEWS_DAYS} days before publication')
    if time.earliest is None and any(unit in time.text.lower().split() for unit in ("months", "years", "decades")):
        return Verdict("background", f'"{time.text}" is a span of months or years')
    if time.earliest and date.fromisoformat(time.earliest) > date.fromisoformat(published[:10]):
        return Verdict("planned", f'"{time.text}" is after publication')
    return None
