"""What hangs on a predicate and changes whether it happened: adverbs, auxiliaries, circumstances, purposes."""

from collections.abc import Iterator

from dateline.codebook.status import StatusCues
from dateline.coding.status.moods import is_future_of_the_past
from dateline.coding.status.tenses import Verdict
from dateline.coding.syntax.grammar import is_headline, is_verbal
from dateline.model.claim import Status
from dateline.model.reading import Reading

_MODIFIERS = frozenset({"neg", "aux", "auxpass", "advmod", "amod", "det", "mark", "npadvmod", "preconj", "compound"})
# "nearly killed" was not killed; "nearly a week", "almost all fled" are bounds of a count.
_CLOSE = frozenset({"nearly", "almost"})


def modifiers(reading: Reading, node: int, cues: StatusCues) -> Iterator[Verdict]:
    """The verdicts of the words and phrases that hang on a node."""
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
    if is_behind_nor(reading, node):
        yield Verdict("denied", '"nor"')


def is_behind_nor(reading: Reading, node: int) -> bool:
    """ "nor did it shell the village": the word hangs on the clause before, or on the verb as one that joins."""
    first = reading.subtree(node)[0]
    return any(reading.tokens[index].lemma.lower() == "nor" for index in range(max(first - 1, 0), first + 1))


def words_before(reading: Reading, node: int, cues: StatusCues) -> Iterator[Verdict]:
    """ "rather than fighting": a cue of two or three words, which the parser hangs in many ways."""
    left = reading.subtree(node)[0]
    for edge in {left, node}:
        for length in (2, 3):
            words = " ".join(token.text.lower() for token in reading.tokens[max(edge - length, 0) : edge])
            if status := cues.preposition.get(words):
                yield Verdict(status, f'"{words}"')


def _modifier_cue(reading: Reading, index: int, cues: StatusCues) -> Status | None:
    """The status that a modifier gives; with a word beside it ("not only", "no longer") it may give another one."""
    token = reading.tokens[index]
    if token.lemma == "would" and is_future_of_the_past(reading, token.head):
        return "planned"
    if token.lemma in _CLOSE and (token.head != index + 1 or not is_verbal(reading.tokens[token.head])):
        return None
    word = token.text.lower()
    behind = reading.tokens[index + 1].text.lower() if index + 1 < len(reading.tokens) else ""
    before = reading.tokens[index - 1].text.lower() if index else ""
    keys = (f"{word} {behind}", f"{before} {word}", token.lemma, word)
    return next((cues.modifier[key] for key in keys if key in cues.modifier), None)


def _circumstance(reading: Reading, preposition: int, cues: StatusCues) -> str | None:
    """The cue that says in what an act took place, when it makes it unreal or past: "during an exercise"."""
    for child in reading.children[preposition]:
        token = reading.tokens[child]
        if token.relation == "prep":  # "according to legend"
            return _circumstance(reading, child, cues)
        if token.relation != "pobj":
            continue
        before = reading.tokens[child - 1]
        forms = f"{before.text} {token.text}".lower()  # "in the works" is no "work"
        words = (forms, f"{before.lemma} {token.lemma}".lower(), token.lemma.lower())
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
    elif token.relation in {"pcomp", "ROOT"} and reading.tokens[reading.subtree(node)[0]].tag == "WRB":
        yield Verdict("planned", '"how to"')
    elif token.head == node and is_headline(reading, node):
        yield Verdict("planned", '"to" in a headline')
