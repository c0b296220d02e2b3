"""Whether a time expression lies before or after the report, by the verb that governs it."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook.calendar import Calendar
from dateline.model.reading import Part
from dateline.model.token import Token
from dateline.reading.dates.context import Tense

VERBAL = frozenset({"VERB", "AUX"})
AUXILIARY = frozenset({"aux", "auxpass"})
# A headline and a caption tell what has happened in the present: "Rebels seize town on Monday".
PRESENT_IS_PAST: frozenset[Part] = frozenset({"headline", "subhead", "caption"})


@dataclass(frozen=True, slots=True)
class Governor:
    """The tense over an expression, and whether it hangs on the verb itself and not on a noun."""

    tense: Tense
    is_direct: bool


class Verbs:
    """The verbs of one sentence. `tokens` are the sentence's, `part` the part of the story it stands in."""

    def __init__(self, tokens: Sequence[Token], part: Part, calendar: Calendar) -> None:
        self.tokens, self.part, self.calendar = tokens, part, calendar
        self._first = tokens[0].index if tokens else 0
        self._children: dict[int, list[Token]] = {}
        for token in tokens:
            if token.head != token.index:
                self._children.setdefault(token.head, []).append(token)

    def governor(self, first: int, last: int) -> Governor:
        """The governor of the words from token `first` to token `last`, both included (indices of the reading)."""
        token = self._head_of(first, last)
        is_direct = True
        while True:
            if token.head == token.index or not self._is_here(token.head):
                return Governor("unknown", False)
            preposition = token
            token = self.tokens[token.head - self._first]
            if token.part_of_speech in VERBAL:
                if preposition.lemma in ("for", "until") and token.lemma in self.calendar.forward:
                    return Governor("future", is_direct)
                return Governor(self._tense(token), is_direct)
            if token.part_of_speech in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
                if token.lemma in self.calendar.forward:
                    return Governor("future", False)
                is_direct = False

    def _head_of(self, first: int, last: int) -> Token:
        inside = self.tokens[first - self._first : last + 1 - self._first]
        return next((token for token in inside if not first <= token.head <= last), inside[-1])

    def _is_here(self, index: int) -> bool:
        return self._first <= index < self._first + len(self.tokens)

    def _tense(self, verb: Token) -> Tense:
        auxiliaries = [child for child in self._children.get(verb.index, ()) if child.relation in AUXILIARY]
        has_perfect = any(child.lemma in ("have", "'ve") for child in auxiliaries)
        if any(child.tag == "MD" or child.lemma in ("will", "shall", "wo", "'ll") for child in auxiliaries):
            return "past" if has_perfect else "future"
        if has_perfect:
            return "perfect" if any(child.tag in ("VBZ", "VBP") for child in auxiliaries) else "past"
        if verb.tag == "VBD" or any(child.tag == "VBD" for child in auxiliaries):
            return "past"
        if verb.tag in ("VBZ", "VBP") or any(child.tag in ("VBZ", "VBP") for child in auxiliaries):
            return self._present(verb)
        return self._above(verb)

    def _present(self, verb: Token) -> Tense:
        if self.part in PRESENT_IS_PAST or verb.lemma in ("say", "report", "show", "accord"):
            return "past"
        return "present"

    def _above(self, verb: Token) -> Tense:
        """An infinitive or participle takes the tense of what it hangs on, unless that looks ahead."""
        if verb.tag == "VBN" and verb.relation == "acl":
            return "future" if verb.lemma in self.calendar.forward else "past"
        if verb.head == verb.index or not self._is_here(verb.head):
            infinitive = verb.tag == "VB" and any(child.tag == "TO" for child in self._children.get(verb.index, ()))
            return "future" if infinitive else "unknown"
        above = self.tokens[verb.head - self._first]
        if verb.tag == "VB" and above.head == above.index and above.part_of_speech not in VERBAL:
            return "future"  # the headline "Rebels to free captives on Friday"
        if verb.tag in ("VB", "VBG") and (above.lemma in self.calendar.forward or above.lemma == "be"):
            return "future"
        if above.part_of_speech in VERBAL:
            return self._tense(above)
        return self._above(above)
