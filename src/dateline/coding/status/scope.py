"""What stands over a predicate, step by step up the parse, and which of it reaches down to the predicate."""

from collections.abc import Iterator

from dateline.codebook.status import StatusCues
from dateline.coding.roles import light_verb_of
from dateline.coding.status.governors import complement_cue, object_cue, truth_of
from dateline.coding.status.modifiers import modifiers
from dateline.coding.status.moods import (
    is_asked,
    is_contrast,
    is_embedded_question,
    is_finite,
    is_imperative,
    is_inverted_condition,
    negated_argument,
    open_noun,
    waits_on,
)
from dateline.coding.status.tenses import Verdict, is_bare_participle
from dateline.coding.syntax.grammar import is_infinitive, is_verbal
from dateline.model.claim import Status
from dateline.model.reading import Reading

# A gerund behind these is no complement of the verb: "dealt a blow by capturing the town".
_ADJUNCTS = frozenset({"by", "after", "before", "while", "since", "besides", "despite", "upon", "through"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "advcl", "acomp", "oprd"})
# A gerund behind these is as real as its verb: "could win by starving the town".
_MEANS = frozenset({"by", "in", "before", "through", "into", "to", "about", "at", "on", "from"})
_REPORTS = frozenset({"report", "claim", "allegation", "rumour", "rumor", "suggestion", "assertion"})

_BRINGING = frozenset({"get", "have", "want", "need", "like", "keep", "order", "wish", "demand", "see"})
_TO_COME = frozenset({"planned", "possible"})

Step = tuple[list[Verdict], int, bool]


def climb(reading: Reading, node: int, cues: StatusCues, light_verbs: dict[str, str]) -> Iterator[Verdict]:
    """The verdicts on a node: of its own modifiers and mood, then of what governs it, as far up as that reaches."""
    visited: set[int] = set()
    is_contrasted = False
    while node not in visited:
        visited.add(node)
        for verdict in (*modifiers(reading, node, cues), *_mood(reading, node, cues)):
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


def _step(reading: Reading, node: int, cues: StatusCues, light_verbs: dict[str, str]) -> Step | None:
    """What stands over a node: the verdicts it gives, its index, and whether its own mood reaches down to the node."""
    token = reading.tokens[node]
    if token.head == node:
        return None
    above = reading.tokens[token.head]
    if is_verbal(token) or (token.relation == "oprd" and token.part_of_speech == "ADJ"):
        return _step_from_verb(reading, node, cues)
    if token.relation in {"conj", "acomp"}:
        return [], above.index, True
    if token.relation in {"pobj", "pcomp"}:
        return _step_through_preposition(reading, node, cues, light_verbs)
    if token.relation in {"dobj", "nsubjpass", "attr", "nsubj", "oprd"}:
        verb = light_verb_of(reading, node, light_verbs)
        if verb is not None:
            lent = cues.object.get(above.lemma)
            return ([Verdict(lent, f'"{above.text}"')] if lent else []), verb, True
        return _step_from_object(reading, node, cues) if token.relation in {"dobj", "nsubjpass"} else None
    if token.relation in {"compound", "amod", "poss", "nmod"}:
        status = cues.object.get(f"{above.lemma} of") or cues.object.get(f"{above.lemma} for")
        return ([Verdict(status, f'"{above.text}"')] if status else []), above.index, False
    return None


def _step_from_object(reading: Reading, node: int, cues: StatusCues) -> Step | None:
    """From an event noun to the verb that it is the object of: "foiled an attack", "did not prevent an attack"."""
    verb = reading.tokens[node].head
    over = list(climb(reading, verb, cues, {}))
    is_denied = any(verdict.status == "denied" for verdict in over)
    status = object_cue(reading, verb, cues, is_denied)
    if status is None:
        return None
    waiting = [verdict for verdict in over if is_denied and verdict.status in _TO_COME]
    return [Verdict(status, f'"{reading.tokens[verb].text}"'), *waiting], verb, False


def _step_from_verb(reading: Reading, node: int, cues: StatusCues) -> Step | None:
    token = reading.tokens[node]
    above = reading.tokens[token.head]
    relations = {reading.tokens[child].relation for child in reading.children[node]}
    if token.relation == "conj" and is_verbal(above):
        shares = not relations & {"aux", "auxpass", "nsubj", "nsubjpass"} or (
            token.tag == "VB" and not relations & {"nsubj", "nsubjpass"}
        )
        return ([], above.index, True) if shares else None
    if token.relation == "pcomp" and (step := _step_through_preposition(reading, node, cues, {})):
        return step
    word = open_noun(reading, above.index, cues.argument) if token.relation in {"acl", "relcl"} else None
    if word and (token.relation == "acl" or cues.argument[word] == "possible"):
        return [Verdict(cues.argument[word], f'"{word}"')], above.index, False
    if token.relation == "acl" and token.tag == "VBN" and _is_result(reading, above.index):
        wanted = cues.complement.get(reading.tokens[above.head].lemma)
        return ([Verdict(wanted, f'"{reading.tokens[above.head].text}"')] if wanted else []), above.head, True
    if (governor := waits_on(reading, node)) is not None and _is_told_as(reading, governor, cues, _TO_COME):
        return [Verdict("planned", "goes with what is to come")], above.index, False
    if token.relation == "csubj" and is_verbal(above) and _is_told_as(reading, above.index, cues, _TO_COME):
        return [Verdict("possible", "subject of what is to come")], above.index, False
    if token.relation == "csubj" and is_infinitive(reading, node):
        return [Verdict("possible", "infinitive as subject")], above.index, False
    if token.relation == "csubj" and token.tag == "VBG" and above.lemma == "be" and above.tag in {"VBZ", "VBP"}:
        return [Verdict("possible", "gerund of what anybody does")], above.index, False
    if token.relation not in _CLAUSAL:
        return None
    if token.relation == "advcl" and is_bare_participle(reading, node):
        status = _particle_cue(reading, node, cues)
        return ([Verdict(status, f'"{above.text}"')] if status else []), above.index, True
    return _step_to_governor(reading, node, cues)


def _particle_cue(reading: Reading, node: int, cues: StatusCues) -> Status | None:
    """ "ruled out sending troops": the parser takes what stands right behind a verb and its particle for an aside."""
    before = reading.tokens[reading.subtree(node)[0] - 1]
    if before.relation != "prt" or before.head != reading.tokens[node].head:
        return None
    return cues.object.get(f"{reading.tokens[before.head].lemma} {before.lemma}")


def _is_result(reading: Reading, noun: int) -> bool:
    """ "wants the men freed", "will get the road repaired": a participle that the parser hangs on the object."""
    token = reading.tokens[noun]
    return token.relation == "dobj" and reading.tokens[token.head].lemma in _BRINGING


def _step_to_governor(reading: Reading, node: int, cues: StatusCues) -> Step | None:
    """From a clause to the verb, noun or adjective that it completes."""
    token = reading.tokens[node]
    above = reading.tokens[token.head]
    is_own = is_finite(reading, node)
    if token.relation == "ccomp" and is_embedded_question(reading, node):
        return None
    negated = cues.complement.get(f"not {above.lemma}") if token.relation != "advcl" else None
    if negated and _is_told_as(reading, above.index, cues, {"denied"}):
        # "did not hesitate to fire", "could not rule out that": what is negated has a row of its own.
        waiting = [verdict for verdict in climb(reading, above.index, cues, {}) if verdict.status in _TO_COME]
        return [Verdict(negated, f'"not {above.text}"'), *waiting], above.index, False
    status = complement_cue(reading, node, cues) if token.relation != "advcl" else None
    if status == "denied" and is_own and node < above.index and above.lemma != "deny":
        status = None  # "they fight for power, it will not stop us": two sentences in one, and no complement
    if token.relation == "acl" and token.tag in {"VBN", "VBG"} and not (is_own and above.lemma in _REPORTS):
        return None
    if token.relation == "acl" and not status:
        # "dismissed reports that rebels had entered the town": what is made of the reports is made of their content.
        return [], above.index, above.lemma in _REPORTS
    verdicts = [Verdict(status, f'"{above.text}"')] if status else []
    # A finite clause has its own tense and negation; an infinitive or gerund shares those of its governor.
    # The "not" of "it is not clear that" has been heard with its adjective.
    shares = not is_own or (status is not None and status != "occurred")
    goes_on = token.relation != "advcl" and shares and not truth_of(reading, above.index)
    return verdicts, above.index, goes_on


def _is_told_as(reading: Reading, node: int, cues: StatusCues, statuses: frozenset[str] | set[str]) -> bool:
    """Whether a word is told as having one of these statuses."""
    return any(verdict.status in statuses for verdict in climb(reading, node, cues, {}))


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
    is_gerund = reading.tokens[node].relation == "pcomp" and not is_finite(reading, node)
    if is_gerund and preposition.lemma in _MEANS and is_verbal(above):
        return [], above.index, True
    return None
