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
    """What governs an expression: the tense over it, the verb it hangs on, and the nearest noun if it hangs on that.

    `is_direct` says that it hangs on a verb with a tense of its own and not on a noun.
    """

    tense: Tense
    is_direct: bool
    verb: Token | None = None
    noun: Token | None = None


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
        noun: Token | None = None
        while True:
            if token.head == token.index or not self._is_here(token.head):
                return Governor("unknown", False, None, noun)
            preposition = token
            token = self.tokens[token.head - self._first]
            if token.part_of_speech in VERBAL:
                if preposition.lemma in ("for", "until") and token.lemma in self.calendar.forward:
                    return Governor("future", noun is None, token, noun)
                return Governor(self._tense(token), noun is None and self._is_finite(token), token, noun)
            if token.part_of_speech in ("NOUN", "PROPN", "PRON", "ADJ", "NUM"):
                if token.lemma in self.calendar.forward:
                    return Governor("future", False, None, noun or token)
                noun = noun or token

    def _is_finite(self, verb: Token) -> bool:
        """A bare participle borrows the tense of another verb, which is no proof: "resulting in losses in May"."""
        return verb.tag != "VBG" or any(child.relation in AUXILIARY for child in self._children.get(verb.index, ()))

    def is_telling(self, governor: Governor) -> bool:
        """Whether the day is that of the telling, not of what is told: "said on Sunday", not "announced a truce"."""
        verb = governor.verb
        if verb is None or not governor.is_direct or verb.lemma not in self.calendar.telling:
            return False
        relations = {child.relation for child in self._children.get(verb.index, ())}
        return "ccomp" in relations or not (verb.relation == "acl" or relations & {"dobj", "nsubjpass"})

    def is_narrated(self, governor: Governor) -> bool:
        """Whether it hangs on a main verb in the past, as the dates of a story told in order do."""
        verb = governor.verb
        while verb is not None and verb.relation == "conj" and self._is_here(verb.head):
            verb = self.tokens[verb.head - self._first]
        return verb is not None and verb.relation == "ROOT" and governor.is_direct and governor.tense == "past"

    def event_of(self, governor: Governor) -> str | None:
        """The lemma of the event that a day is said of: "Friday's attack", "attacked on Friday", "the attack took
        place on Friday"."""
        if governor.noun is not None:
            return governor.noun.lemma
        verb = governor.verb
        if verb is None or verb.lemma not in self.calendar.happening:
            return verb.lemma if verb is not None else None
        subjects = (child for child in self._children.get(verb.index, ()) if child.relation in ("nsubj", "nsubjpass"))
        return next((subject.lemma for subject in subjects), None)

    def _head_of(self, first: int, last: int) -> Token:
        begin = min(first - self._first, len(self.tokens) - 1)
        # Words glued together ("July1and3") can be one token, which then ends before a later word of it begins.
        inside = self.tokens[begin : max(last + 1 - self._first, begin + 1)]
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
        if self.part in PRESENT_IS_PAST or verb.lemma in self.calendar.telling:
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
