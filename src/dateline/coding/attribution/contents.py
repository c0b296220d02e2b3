"""Which words are the content of a reporting word, as far as grammar tells; quotes are another matter."""

from collections.abc import Iterator

from dateline.coding.attribution.cues import CueMatch, lacks_finite_verb
from dateline.coding.attribution.phrase import SourcePhrase
from dateline.coding.syntax.phrases import conjuncts
from dateline.model.reading import Reading
from dateline.model.token import Token

Stretch = tuple[int, int]  # first and last token, both included
_CLAUSES = frozenset({"ccomp", "parataxis"})
_TAKEN = frozenset({"life", "victim", "casualty"})  # "the raids claimed lives" claim nothing else
_EDGES = frozenset({",", ";", ":", ".", "--", "-", "—", "–"})


def content_of(
    reading: Reading, match: CueMatch, source: SourcePhrase | None, cue_heads: frozenset[int]
) -> list[Stretch]:
    """The stretches of the content, in text order; none when the word does not report anything here.

    In "Three died, the ministry said on Monday" it is "Three died"; in "The ministry said that three died" it is
    "that three died". `cue_heads` are the heads of all reporting words of the story.
    """
    if "sentence" in match.cue.content:
        return _around(reading, match, source, cue_heads)
    if match.cue.frame in {"before", "behind"}:
        return _beside_label(reading, match, source) if source is not None else []
    if match.cue.part_of_speech == "n":
        return list(_of_noun(reading, match, source))
    return _of_verb(reading, match, source)


def adjunct_preposition(reading: Reading, match: CueMatch) -> int | None:
    """The preposition that leads to the content and belongs to the cue: "called for", "warned of"."""
    for child in reading.children[match.head]:
        if _is_content_preposition(reading.tokens[child], match) and child == match.last + 1:
            return child
    return None


def _of_verb(reading: Reading, match: CueMatch, source: SourcePhrase | None) -> list[Stretch]:
    if _is_as_clause(reading, match):
        return _without(reading, _sentence_of(reading, match), (_low(reading, match.head), _high(reading, match.head)))
    complements = list(_complements(reading, match, source))
    after = [index for index in complements if index > match.first]
    if not after and is_infinitive(reading, reading.tokens[match.head]):
        return []  # "refused to allow them to demonstrate" shows nothing
    before = [index for index in complements if index < match.first and reading.tokens[index].relation in _CLAUSES]
    if before and not any(reading.tokens[index].relation in _CLAUSES for index in after):
        return _preceding(reading, match, source)
    if after:
        whole = _trimmed(reading, _beginning(reading, match, min(after)), max(_high(reading, i) for i in after))
        return _passive_subject(reading, match) + _around_cue(reading, match, source, whole)
    if match.is_passive and "object" in match.cue.content:
        is_said = source is not None or match.cue.is_statement
        return _passive_subject(reading, match) if is_said else []  # "police were called" calls nobody names
    return _parenthetical(reading, match, source)


def _around_cue(reading: Reading, match: CueMatch, source: SourcePhrase | None, whole: Stretch) -> list[Stretch]:
    """A content without the reporting clause inside it: of "which, the ministry says, has grown" "has grown"."""
    if not whole[0] < match.first <= whole[1]:
        return [whole]
    parts = _without(reading, whole, (_clause_start(match, source), match.last))
    return [part for part in parts if part[1] > part[0] or reading.tokens[part[0]].tag not in {"WDT", "WP", "IN"}]


def _beginning(reading: Reading, match: CueMatch, clause: int) -> int:
    """The first word of a clause; all behind the cue when the parser gave the clause's subject to something else."""
    relations = {reading.tokens[child].relation for child in reading.children[clause]}
    is_finite = reading.tokens[clause].tag in {"VBD", "VBZ", "VBP"} or "auxpass" in relations
    low = _low(reading, clause)
    has_subject = (
        relations & {"nsubj", "nsubjpass", "expl", "csubj", "mark"} or reading.tokens[clause].relation != "ccomp"
    )
    if not is_finite or has_subject or low - match.last > 12:
        return low
    return match.last + 1


def _complements(reading: Reading, match: CueMatch, source: SourcePhrase | None) -> Iterator[int]:
    """The heads of the complements that the cue's entry allows."""
    if lacks_finite_verb(reading, reading.tokens[match.head]):
        for sibling in reading.children[reading.tokens[match.head].head]:
            if sibling > match.last and reading.tokens[sibling].relation == "acl" and _has_mark(reading, sibling):
                yield sibling
    for index in range(match.first, match.last + 1):
        for child in reading.children[index]:
            token = reading.tokens[child]
            if match.first <= child <= match.last or (source and child == source.head):
                continue
            if _is_complement(reading, token, match):
                yield child
            elif _is_content_preposition(token, match):
                yield from (
                    inner for inner in reading.children[child] if reading.tokens[inner].relation in {"pobj", "pcomp"}
                )


def _is_complement(reading: Reading, token: Token, match: CueMatch) -> bool:
    content = match.cue.content
    if token.head != match.head and token.relation in {"pobj", "pcomp"}:
        return "object" in content  # behind the cue's own preposition: "called for a truce"
    if token.relation == "ccomp":
        is_name = token.text.isupper() and not reading.children[token.index]  # "published by the agency KRN"
        return ("clause" in content or "to" in content) and not is_name
    if token.relation in {"xcomp", "advcl"} and is_infinitive(reading, token):
        return ("to" in content or (match.is_passive and "clause" in content)) and token.relation == "xcomp"
    if token.relation in {"xcomp", "pcomp"} and token.tag == "VBG":
        return "ing" in content
    if token.relation == "xcomp":
        return "clause" in content and match.is_passive
    if token.relation not in {"dobj", "oprd"} or "object" not in content:
        return False
    return not any(reading.tokens[index].lemma in _TAKEN for index in reading.subtree(token.index)[:4])


def _is_content_preposition(token: Token, match: CueMatch) -> bool:
    """Whether what is said stands behind a preposition; behind "confirmed to" stands who is told."""
    is_listener = token.lemma == "to" and match.cue.part_of_speech == "v"
    return token.relation in {"prep", "agent"} and token.lemma in match.cue.content and not is_listener


def is_infinitive(reading: Reading, token: Token) -> bool:
    """Whether "to" stands before a verb."""
    return any(
        reading.tokens[child].tag == "TO" or reading.tokens[child].text.lower() == "to"
        for child in reading.children[token.index]
        if child < token.index
    )


def _passive_subject(reading: Reading, match: CueMatch) -> list[Stretch]:
    """ "Members of the group are reported to have killed": the subject is part of what is reported."""
    if not match.is_passive or match.cue.frame not in {"subject"}:
        return []
    for child in reading.children[match.head]:
        token = reading.tokens[child]
        if token.relation == "nsubjpass" and token.lemma not in {"it", "which", "that", "who"}:
            return [_trimmed(reading, _low(reading, child), min(_high(reading, child), match.first - 1))]
    return []


def _preceding(reading: Reading, match: CueMatch, source: SourcePhrase | None) -> list[Stretch]:
    """What stands before "the ministry said"."""
    return [_trimmed(reading, _low(reading, match.head), _clause_start(match, source) - 1)]


def _parenthetical(reading: Reading, match: CueMatch, source: SourcePhrase | None) -> list[Stretch]:
    """ "In the north, the ministry said, three died": the reporting clause hangs on its own content."""
    token = reading.tokens[match.head]
    is_plain = "clause" in match.cue.content and "object" not in match.cue.content and match.cue.is_statement
    if not is_plain or match.is_passive or source is None or source.is_shared:
        return []
    if reading.tokens[source.head].tag in {"WDT", "WP"}:
        return []  # "talks that should conclude soon" conclude nothing
    first, last = _sentence_of(reading, match)
    if _has_mark(reading, match.head):
        return []  # "asked that the ministry clarify the matter" reports nothing of the ministry
    if token.relation in _CLAUSES | {"dep"} and token.head != match.head:
        if reading.tokens[token.head].relation == "relcl":
            first, last = _low(reading, token.head), _high(reading, token.head)
        clause = (min(_low(reading, match.head), _clause_start(match, source)), _high(reading, match.head))
        return _without(reading, (first, last), clause)
    if token.relation in {"conj", "ROOT"} and _has_finite_verb(reading, first, _clause_start(match, source)):
        if any(reading.tokens[child].relation in {"cc", "dobj"} for child in reading.children[match.head]):
            return []
        return [_trimmed(reading, first, _clause_start(match, source) - 1)]
    return []


def _has_finite_verb(reading: Reading, first: int, stop: int) -> bool:
    return any(
        reading.tokens[index].tag in {"VBD", "VBZ", "VBP", "MD"}
        and reading.tokens[index].relation in {"ROOT", "ccomp", "aux", "auxpass"}
        for index in range(first, stop)
    )


def _is_as_clause(reading: Reading, match: CueMatch) -> bool:
    """ "as the ministry said" without a clause of its own."""
    relations = {reading.tokens[child].relation for child in reading.children[match.head]}
    return (
        match.cue.is_statement
        and "clause" in match.cue.content
        and not relations & {"ccomp", "xcomp", "dobj"}
        and any(
            reading.tokens[child].lemma == "as" and reading.tokens[child].relation in {"mark", "advmod"}
            for child in reading.children[match.head]
        )
    )


def _around(reading: Reading, match: CueMatch, source: SourcePhrase | None, cue_heads: frozenset[int]) -> list[Stretch]:
    """The clause that a phrase such as "according to the ministry" or "reportedly" stands in, without the phrase."""
    phrase = (match.first, source.last if source and source.last > match.last else match.last)
    top = match.head
    is_adverb = match.cue.part_of_speech == "a"
    if is_adverb and (modified := _modified(reading, match)) is not None:
        return _without(reading, (_low(reading, modified), _high(reading, modified)), phrase)
    for index in reading.ancestors(match.head):
        if reading.tokens[top].relation == "ccomp" and index in cue_heads and not is_adverb:
            break
        top = index
        if is_adverb and reading.tokens[index].part_of_speech in {"VERB", "AUX"}:
            break
    if top == match.head:
        return _without(reading, _sentence_of(reading, match), phrase)
    return _without(reading, (_low(reading, top), _high(reading, top)), phrase)


def _modified(reading: Reading, match: CueMatch) -> int | None:
    """The phrase that an adverb alone is about: of "the raid, allegedly by rebels" only that they did it is hearsay."""
    token = reading.tokens[match.head]
    governor = reading.tokens[token.head]
    if match.first != match.last or governor.index == token.index:
        return None
    if governor.part_of_speech in {"ADP", "ADJ"} or governor.relation in {"acl", "amod"}:
        return governor.index
    behind = reading.tokens[token.index + 1] if token.index + 1 < len(reading.tokens) else None
    is_late = governor.part_of_speech not in {"VERB", "AUX"} or governor.index < token.index
    if behind is None or not is_late or behind.relation not in {"prep", "agent", "acl", "amod", "pcomp"}:
        return None
    return behind.index if behind.sentence == token.sentence else None


def _has_mark(reading: Reading, index: int) -> bool:
    return any(reading.tokens[child].relation == "mark" for child in reading.children[index])


def _beside_label(reading: Reading, match: CueMatch, label: SourcePhrase) -> list[Stretch]:
    """What follows a colon, to the end of the sentence; what stands before a label that closes a headline."""
    whole = _sentence_of(reading, match)
    stretch = (match.last + 1, whole[1]) if label.last < match.first else (whole[0], match.first - 1)
    first, last = _trimmed(reading, *stretch)
    return [(first, last)] if first <= last else []


def _of_noun(reading: Reading, match: CueMatch, source: SourcePhrase | None) -> Iterator[Stretch]:
    stretches = list(_hanging_on_noun(reading, match, source))
    if not stretches and source is not None and "clause" in match.cue.content:
        stretches = list(_hanging_on_verb(reading, match, source))
    yield from stretches


def _hanging_on_verb(reading: Reading, match: CueMatch, source: SourcePhrase) -> Iterator[Stretch]:
    """ "received reports from the mayor that rebels came": the clause right behind the source."""
    for child in reading.children[reading.tokens[match.head].head]:
        low = _low(reading, child)
        is_clause = reading.tokens[child].relation in {"ccomp", "advcl"} and reading.tokens[low].lemma == "that"
        if is_clause and low == max(source.last, match.last) + 1:
            yield _trimmed(reading, low, _high(reading, child))


def _hanging_on_noun(reading: Reading, match: CueMatch, source: SourcePhrase | None) -> Iterator[Stretch]:
    hosts = [match.head, *(conjuncts(reading, source.head) if source and source.head > match.head else ())]
    for child in [child for host in hosts for child in reading.children[host]]:
        token = reading.tokens[child]
        if child < match.last:
            continue
        is_clause = token.relation in {"acl", "ccomp", "relcl"} and _has_mark(reading, child)
        if (is_clause and "clause" in match.cue.content) or (
            token.relation == "acl" and "to" in match.cue.content and is_infinitive(reading, token)
        ):
            yield _trimmed(reading, _low(reading, child), _high(reading, child))
        elif token.relation == "prep" and token.lemma in match.cue.content and token.head == match.head:
            for inner in reading.children[child]:
                if reading.tokens[inner].relation in {"pobj", "pcomp"}:
                    yield _trimmed(reading, _low(reading, inner), _high(reading, inner))


def _clause_start(match: CueMatch, source: SourcePhrase | None) -> int:
    if source is None or source.is_shared or source.first > match.first:
        return match.first
    return source.first


def _sentence_of(reading: Reading, match: CueMatch) -> Stretch:
    sentence = reading.sentences[reading.tokens[match.head].sentence]
    return sentence.first, sentence.last - 1


def _without(reading: Reading, whole: Stretch, hole: Stretch) -> list[Stretch]:
    """What is left and right of the hole."""
    parts = [(whole[0], hole[0] - 1), (hole[1] + 1, whole[1])]
    trimmed = [_trimmed(reading, first, last) for first, last in parts if last >= first]
    return [(first, last) for first, last in trimmed if first <= last]


def _trimmed(reading: Reading, first: int, last: int) -> Stretch:
    """A stretch without the punctuation at its edges and without a leading conjunction."""
    while first <= last and (reading.tokens[first].text in _EDGES or reading.tokens[first].relation == "cc"):
        first += 1
    while last >= first and reading.tokens[last].text in _EDGES:
        last -= 1
    return first, last


def _low(reading: Reading, index: int) -> int:
    return reading.subtree(index)[0]


def _high(reading: Reading, index: int) -> int:
    return reading.subtree(index)[-1]
