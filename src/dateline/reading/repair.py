"""Mends systematic errors of the parser that would lose a verb or an event noun of the news.

The small model reads some verbs as nouns: a participle that looks like its base form ("have overrun dozens of
districts") and a plural present in a relative clause ("the districts that the rebels capture"). It tags some plural
nouns as verbs although it puts them where only a noun can stand ("a series of airstrikes"). And it makes what stands
before a participle its subject ("shelled the district killing six").
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model.token import Token

# Verbs of the news whose participle is their base form, so that the tagger takes it for a noun or an adjective.
_BASE_PARTICIPLES = frozenset(
    {"overrun", "hit", "cut", "shut", "split", "burst", "thrust", "overcome", "beset", "run", "put", "set", "hurt"}
)
_WHERE = frozenset({"in", "on", "at", "near", "into", "inside", "around", "outside", "across", "over", "to", "towards"})
_REACH = 40  # words within which a verb's own words are looked for
_RELATIVE = frozenset({"WDT", "WP"})


def repair(tokens: Sequence[Token], lemmas: Mapping[str, str]) -> tuple[Token, ...]:
    """The tokens with those errors mended; indices and offsets stay as they are.

    `lemmas` are the right lemmas of forms (lower case) that the parser gets wrong.
    """
    mended = [
        replace(token, lemma=lemmas[token.text.lower()]) if token.text.lower() in lemmas else token for token in tokens
    ]
    modified = {token.head for token in tokens if token.relation in {"compound", "amod", "det", "nummod", "poss"}}
    for index in range(1, len(mended)):
        if mended[index].tag in {"VBZ", "VBP"} and mended[index].relation in {"pobj", "dobj"} and index in modified:
            mended[index] = replace(mended[index], part_of_speech="NOUN", tag="NNS")
        elif _is_lost_participle(mended, index):
            _raise_participle(mended, index)
        elif _is_lost_relative_verb(mended, index):
            _raise_relative_verb(mended, index)
        elif mended[index].tag == "VBG":
            _give_back_object(mended, index)
    return tuple(mended)


def _give_back_object(tokens: list[Token], gerund: int) -> None:
    """ "targeted the district killing a woman": the district was targeted and kills nobody."""
    near = tokens[max(gerund - _REACH, 0) : gerund + _REACH]
    subjects = [token for token in near if token.head == gerund and token.relation == "nsubj" and token.index < gerund]
    auxiliaries = [
        token for token in tokens[max(gerund - 3, 0) : gerund] if token.head == gerund and token.relation == "aux"
    ]
    if len(subjects) != 1 or auxiliaries or subjects[0].tag in {"PRP", "WP", "WDT", "EX"}:
        return
    subject, above = subjects[0].index, tokens[tokens[gerund].head]
    between = range(above.index + 1, gerund)
    if not between or any(not _hangs_on(tokens, position, subject, gerund) for position in between):
        return
    if tokens[gerund].relation == "pcomp" and above.lemma in _WHERE and tokens[above.head].index < gerund:
        verb = above.head
        while tokens[verb].part_of_speech not in {"VERB", "AUX"} and tokens[verb].head != verb:
            verb = tokens[verb].head
        tokens[subject] = replace(tokens[subject], head=above.index, relation="pobj")
        tokens[gerund] = replace(tokens[gerund], head=verb, relation="advcl")
    elif tokens[gerund].relation == "advcl" and above.part_of_speech == "VERB":
        if any(token.head == above.index and token.relation == "dobj" for token in near):
            return
        tokens[subject] = replace(tokens[subject], head=above.index, relation="dobj")


def _hangs_on(tokens: list[Token], position: int, subject: int, limit: int) -> bool:
    while position not in {subject, limit} and tokens[position].head != position:
        position = tokens[position].head
    return position == subject


def _is_lost_participle(tokens: list[Token], index: int) -> bool:
    word, auxiliary = tokens[index], tokens[index - 1]
    if word.text.lower() not in _BASE_PARTICIPLES or word.part_of_speech not in {"NOUN", "ADJ"}:
        return False
    while auxiliary.part_of_speech == "ADV" and auxiliary.index > 0:
        auxiliary = tokens[auxiliary.index - 1]
    return auxiliary.lemma == "have" and word.relation in {"compound", "amod", "dobj"} and auxiliary.relation != "aux"


def _raise_participle(tokens: list[Token], index: int) -> None:
    """The participle takes the place of "have", which becomes its auxiliary."""
    have = max(token.index for token in tokens[:index] if token.lemma == "have")
    root = tokens[have].head == have
    tokens[index] = replace(
        tokens[index],
        lemma=tokens[index].text.lower(),
        part_of_speech="VERB",
        tag="VBN",
        head=index if root else tokens[have].head,
        relation=tokens[have].relation,
    )
    for position, token in enumerate(tokens):
        if token.head == have and position not in {have, index}:
            tokens[position] = replace(token, head=index)
    tokens[have] = replace(tokens[have], part_of_speech="AUX", head=index, relation="aux")


def _is_lost_relative_verb(tokens: list[Token], index: int) -> bool:
    """ "... district that the Taliban capture ,": a noun phrase behind a relative pronoun that has no verb."""
    word = tokens[index]
    if word.tag not in {"NN", "NNS"} or word.relation not in {"dobj", "pobj", "dep", "attr", "appos", "nsubj"}:
        return False
    subject = tokens[index - 1]
    if subject.relation != "compound" or subject.head != index or subject.part_of_speech not in {"PROPN", "NOUN"}:
        return False
    first = index - 1
    while first > 0 and tokens[first - 1].head == index:
        first -= 1
    pronoun = tokens[first - 1] if first > 0 else None
    ends = index + 1 >= len(tokens) or tokens[index + 1].part_of_speech in {"PUNCT", "VERB", "AUX", "ADP", "CCONJ"}
    return (
        pronoun is not None
        and pronoun.tag in _RELATIVE
        and pronoun.relation in {"dep", "pobj", "dobj", "mark", "det"}
        and tokens[pronoun.head].part_of_speech not in {"VERB", "AUX"}
        and ends
    )


def _raise_relative_verb(tokens: list[Token], index: int) -> None:
    subject = index - 1
    first = subject
    while tokens[first].head == index and tokens[first].tag not in _RELATIVE and first > 0:
        first -= 1
    pronoun = first if tokens[first].tag in _RELATIVE else first - 1
    antecedent = next((i for i in range(pronoun - 1, -1, -1) if tokens[i].part_of_speech in {"NOUN", "PROPN"}), None)
    if antecedent is None:
        return
    tokens[index] = replace(
        tokens[index],
        lemma=tokens[index].text.lower(),
        part_of_speech="VERB",
        tag="VBP",
        head=antecedent,
        relation="relcl",
    )
    tokens[subject] = replace(tokens[subject], relation="nsubj")
    tokens[pronoun] = replace(tokens[pronoun], head=index, relation="dobj")
    for position in range(pronoun + 1, subject):
        if tokens[position].head == index:
            tokens[position] = replace(tokens[position], head=subject)
