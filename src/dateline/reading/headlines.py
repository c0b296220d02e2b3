"""Puts the words into a headline that headlines leave out, so that the parser meets a whole sentence.

"Imam, two guards shot dead in Kano" is parsed as "Imam and two guards were shot dead in Kano".
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.reading.aligned import Aligned

_WORD = re.compile(r"\w[\w'’.&/-]*|[^\w\s]")
_BREAKS = frozenset(
    {",", ";", ":", "-", "–", "—", "|", "and", "as", "after", "while", "when", "but", "amid", "despite"}
)
# What may stand behind a passive: "killed in", "killed, 5 hurt", "arrested as". Anything else may be an object.
_BEHIND = frozenset(
    {"in", "at", "on", "near", "by", "after", "as", "amid", "during", "over", "from", "outside", "inside", "across"}
    | {"following", "when", "while", "since", "ahead", "despite", "before", "off", "around", "along", "between", "for"}
    | {"under", "with", "within", "through", "against", "and", "dead", "down", "again", "to"}
    | {";", ":", ",", "-", "–", "—", "|"}
)
_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "this", "that", "these", "those"})
_DOERS = 4  # words of those who act: "Suspected Islamist gunmen"
_LONGEST = 14  # words from the beginning of a clause to its participle
_CLAUSE = 5  # words before a comma that are rather a clause than one of two noun phrases
_LABEL = 3  # words before a colon that name a place or theme: "Ukraine: two killed" is parsed well as it is


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as a sentence; offsets are into the text of `content`.

    `put_in` are those at which words begin that the headline does not have, `breaks` those at which a clause begins
    that is parsed as a sentence of its own.
    """

    content: Aligned
    put_in: frozenset[int]
    breaks: frozenset[int]


def complete(content: Aligned, words: Mapping[str, frozenset[str]]) -> Headline:
    """The headline with "were" before its passives, "and" for commas and "the" behind verbs that look like nouns.

    `words` has the lists "headline-participle" (what stands for a passive when no object follows), "headline-other"
    (where it does not: "shot at"), "headline-active" (words of clauses that have another verb), "headline-opening"
    (prepositions that open a phrase, so that no comma behind it stands for "and"), "headline-doer" (who acts),
    "headline-verb" (verbs that are nouns too: "Gunmen attack church") and "headline-result" (verbs behind such nouns).
    """
    tokens = [(match.group().lower(), match.start(), match.end()) for match in _WORD.finditer(content.text)]
    lower = [token for token, _, _ in tokens]
    changes: list[tuple[int, int, str]] = []
    breaks: list[int] = []
    begin = 0
    for position, word in enumerate(lower):
        if word not in words["headline-participle"] or not _is_passive(lower, begin, position, words):
            continue
        comma = _comma(lower, begin, position)
        if comma is not None and comma - begin >= _CLAUSE:
            breaks.append(tokens[comma + 1][1])
        elif comma is not None and lower[begin] not in words["headline-opening"]:
            changes.append((tokens[comma][1], tokens[comma][2], " and"))
        first = tokens[_first_of_verb(lower, position)][1]
        changes.append((first, first, "were "))
        begin = position + 1
    behind_verbs = [tokens[at + 1][1] for at in _verbs(lower, words) if content.text[tokens[at + 1][1]].islower()]
    changes = sorted([*changes, *((at, at, "the ") for at in behind_verbs)])
    return Headline(
        content.replaced(changes),
        frozenset(_moved(start, changes) - len(new) for start, _, new in changes if new in {"were ", "the "}),
        frozenset(_moved(start, changes) for start in breaks),
    )


def _verbs(lower: Sequence[str], words: Mapping[str, Collection[str]]) -> Iterator[int]:
    """The verbs behind those who act at the beginning of a clause whose object has no article."""
    unfit = {*words["headline-active"], *words["headline-opening"], "of"}
    for position in range(1, len(lower) - 1):
        if lower[position] not in words["headline-verb"] or lower[position - 1] not in words["headline-doer"]:
            continue
        start = position - 1
        while start > 0 and lower[start - 1] not in _BREAKS:
            start -= 1
        is_first = all(word.isalpha() and word not in unfit for word in lower[start : position - 1])
        behind = lower[position + 1]
        is_bare = behind.isalpha() and behind not in _BEHIND | _DETERMINERS and not behind.endswith("ly")
        is_bare = is_bare and behind not in words["headline-result"]  # "Drone strike kills five"
        if is_first and is_bare and position - start <= _DOERS:
            yield position


def _moved(offset: int, changes: Sequence[tuple[int, int, str]]) -> int:
    """Where the character of that offset stands after the changes."""
    return offset + sum(len(new) - (end - start) for start, end, new in changes if end <= offset)


def _is_passive(lower: Sequence[str], begin: int, position: int, words: Mapping[str, Collection[str]]) -> bool:
    """Whether only a noun phrase stands between the clause's beginning and the participle, and no object behind."""
    first = _first_of_verb(lower, position)
    start = first
    while start > begin and lower[start - 1] not in _BREAKS:
        start -= 1
    clause = lower[start:first]
    if 0 < start <= _LABEL + 1 and lower[start - 1] in {":", "-", "–", "—", "|"}:
        return False
    if not clause or len(clause) > _LONGEST or not re.match(r"\w", clause[-1]):
        return False
    return not any(word in words["headline-active"] for word in clause) and not _has_object(lower, position, words)


def _has_object(lower: Sequence[str], position: int, words: Mapping[str, Collection[str]]) -> bool:
    """ "killed, wounded 12" has one, "killed, 12 wounded" has none."""
    behind = [*lower[position + 1 : position + 3], ";", ";"]
    if f"{lower[position]} {behind[0]}" in words["headline-other"]:
        return True
    if behind[0] in words["headline-participle"]:
        return _has_object(lower, position + 1, words)
    if behind[0] in {",", "and"} and behind[1] in words["headline-participle"]:
        return _has_object(lower, position + 2, words)
    return behind[0] not in _BEHIND and not behind[0].endswith("ly")


def _first_of_verb(lower: Sequence[str], position: int) -> int:
    """ "reportedly killed": the adverb belongs to the verb."""
    return position - 1 if position > 0 and lower[position - 1].endswith("ly") else position


def _comma(lower: Sequence[str], begin: int, position: int) -> int | None:
    """The last comma before the participle, if only a noun phrase stands between them and something before it."""
    first = position
    while first > begin and lower[first - 1] not in _BREAKS:
        first -= 1
    return first - 1 if first - 1 > begin and lower[first - 1] == "," else None
