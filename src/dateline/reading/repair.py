"""Mends systematic errors of the parser that would lose a verb or an event noun of the news.

The small model reads some verbs as nouns: a participle that looks like its base form ("have overrun dozens of
districts") and a plural present in a relative clause ("the districts that the rebels capture"). It tags some nouns as
verbs or adjectives although it puts them where only a noun can stand ("a series of airstrikes", "began an offensive").
It makes what stands before a participle its subject ("shelled the district killing six"), a gerund behind "and"
another verb ("killed by airstrikes and shelling"), and of a clause a phrase ("since the army and its allies began").
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
_CONJUNCTIONS = frozenset({"since", "after", "before", "until", "till"})  # that are prepositions too
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "advcl"})
_LOOSE = frozenset({"conj", "ccomp", "advcl", "dep", "relcl"})  # how a verb hangs whose subject was taken away


def repair(tokens: Sequence[Token], lemmas: Mapping[str, str]) -> tuple[Token, ...]:
    """The tokens with those errors mended; indices and offsets stay as they are.

    `lemmas` are the right lemmas of forms (lower case) that the parser gets wrong.
    """
    mended = [
        replace(token, lemma=lemmas[token.text.lower()]) if token.text.lower() in lemmas else token for token in tokens
    ]
    modified = {token.head for token in tokens if token.relation in {"compound", "amod", "det", "nummod", "poss"}}
    counted = {token.head for token in tokens if token.relation == "det" and token.lemma in {"a", "an"}}
    shares = {token.head for token in tokens if token.relation == "prep" and token.lemma == "of"}  # "a third of them"
    # "Hundreds flee": a bare word with a subject is no noun; "to be" would have the subject of one.
    governing = {token.head for token in tokens if token.relation == "nsubj" and token.index < token.head}
    governing -= modified
    for index in range(1, len(mended)):
        if mended[index].tag in {"VBZ", "VBP"} and mended[index].relation in {"pobj", "dobj"} and index in modified:
            mended[index] = replace(mended[index], part_of_speech="NOUN", tag="NNS")
        elif mended[index].tag == "JJ" and mended[index].relation in {"dobj", "pobj", "nsubj"} and index in counted:
            mended[index] = replace(mended[index], part_of_speech="NOUN", tag="NN")
        elif mended[index].tag == "NN" and index in governing and mended[index].relation in _CLAUSAL:
            mended[index] = replace(mended[index], part_of_speech="VERB", tag="VBP")
        elif mended[index].text in _ORDINALS and index in counted - shares and _is_subject(mended, index):
            mended[index] = replace(mended[index], lemma="another", relation="nsubjpass")
        elif mended[index].relation in {"aux", "auxpass"} and _is_lost_name(mended[index]):
            mended[index] = replace(mended[index], part_of_speech="PROPN", tag="NNP", relation="nsubj")
        elif _is_lost_participle(mended, index):
            _raise_participle(mended, index)
        elif _is_lost_relative_verb(mended, index):
            _raise_relative_verb(mended, index)
        elif _is_lost_event_noun(mended, index):
            noun = mended[index - 2].index
            lemma = mended[index].text.lower()
            mended[index] = replace(mended[index], lemma=lemma, part_of_speech="NOUN", tag="NN", head=noun)
        elif mended[index].tag == "VBG":
            _give_back_object(mended, index)
        elif mended[index].lemma in _CONJUNCTIONS and mended[index].relation == "prep":
            _open_clause(mended, index)
    return tuple(mended)


def _is_subject(tokens: list[Token], index: int) -> bool:
    """ "Two were wounded and a third was killed", "and a third killed": one more, and no measure of the killing."""
    verb = tokens[tokens[index].head]
    is_lost = verb.index == index + 1 and verb.relation == "conj" and tokens[index].relation == "npadvmod"
    return verb.tag == "VBN" and (is_lost or tokens[index].relation == "nsubjpass")


def _is_lost_name(token: Token) -> bool:
    """ "..., Said continued": a person's name that looks like a verb is the subject of the next verb."""
    return token.entity == "PERSON" and token.text.istitle() and token.head == token.index + 1


def _is_lost_event_noun(tokens: list[Token], index: int) -> bool:
    """ "killed by airstrikes and shelling": the gerund is told beside the noun, and done by nobody who was killed."""
    gerund = tokens[index]
    if gerund.tag != "VBG" or gerund.relation != "conj" or index < 3 or tokens[index - 1].relation != "cc":
        return False
    noun, near = tokens[index - 2], tokens[index : index + _REACH]
    return (
        noun.relation == "pobj"
        and tokens[noun.head].relation in {"prep", "agent"}
        and tokens[noun.head].head == gerund.head == tokens[index - 1].head
        and not any(token.head == index and token.relation in {"dobj", "nsubj", "xcomp"} for token in near)
    )


def _open_clause(tokens: list[Token], conjunction: int) -> None:
    """ "since the army and its allies began": the noun phrase is the subject of the finite verb right behind it."""
    near = tokens[conjunction + 1 : conjunction + _REACH]
    subject = next((token for token in near if token.head == conjunction and token.relation == "pobj"), None)
    if subject is None:
        return
    behind = subject.index + 1
    while behind < len(tokens) and _hangs_on(tokens, behind, subject.index, -1):
        behind += 1
    first = next((token for token in tokens[behind:] if token.part_of_speech != "ADV"), None)
    if first is None or first.sentence != subject.sentence or first.tag not in _FINITE:
        return
    verb = tokens[first.head] if first.relation in {"aux", "auxpass"} else first
    has_subject = any(token.head == verb.index and token.relation in {"nsubj", "nsubjpass"} for token in tokens)
    if verb.relation not in _LOOSE or has_subject:
        return
    above = tokens[conjunction].head if verb.relation == "relcl" else verb.head
    tokens[conjunction] = replace(tokens[conjunction], head=verb.index, relation="mark")
    tokens[subject.index] = replace(subject, head=verb.index, relation="nsubj")
    tokens[verb.index] = replace(verb, head=above, relation="advcl")


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
