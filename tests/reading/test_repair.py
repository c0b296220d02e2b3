"""Verbs that the parser takes for nouns."""

from dataclasses import replace

import pytest

from dateline.model.token import Token
from dateline.reading.repair import repair as repair_with


def repair(tokens: list[Token]) -> tuple[Token, ...]:
    return repair_with(tokens, {"retook": "retake"})


def _tokens(rows: list[tuple[str, str, str, str, int, str]]) -> list[Token]:
    made, offset = [], 0
    for index, (text, lemma, part_of_speech, tag, head, relation) in enumerate(rows):
        made.append(Token(index, 0, text, offset, offset + len(text), lemma, part_of_speech, tag, head, relation, ""))
        offset += len(text) + 1
    return made


def test_participle_that_looks_like_its_base_form() -> None:
    tokens = repair(
        _tokens(
            [
                ("Rebels", "rebel", "NOUN", "NNS", 1, "nsubj"),
                ("have", "have", "VERB", "VBP", 1, "ROOT"),
                ("overrun", "overrun", "NOUN", "NN", 3, "compound"),
                ("towns", "town", "NOUN", "NNS", 1, "dobj"),
            ]
        )
    )
    assert [(token.relation, token.head) for token in tokens] == [("nsubj", 2), ("aux", 2), ("ROOT", 2), ("dobj", 2)]
    assert tokens[2].tag == "VBN"


def test_name_that_looks_like_a_verb() -> None:
    rows = _tokens(
        [
            (",", ",", "PUNCT", ",", 2, "punct"),
            ("Said", "say", "VERB", "VBD", 2, "auxpass"),
            ("continued", "continue", "VERB", "VBD", 2, "ROOT"),
        ]
    )
    assert repair(rows)[1].tag == "VBD"
    named = repair([rows[0], replace(rows[1], entity="PERSON"), rows[2]])
    assert [(token.tag, token.relation) for token in named[1:]] == [("NNP", "nsubj"), ("VBD", "ROOT")]


def test_present_in_a_relative_clause() -> None:
    tokens = repair(
        _tokens(
            [
                ("towns", "town", "NOUN", "NNS", 0, "ROOT"),
                ("that", "that", "PRON", "WDT", 0, "dep"),
                ("the", "the", "DET", "DT", 4, "det"),
                ("rebels", "rebel", "NOUN", "NNS", 4, "compound"),
                ("capture", "capture", "NOUN", "NN", 1, "dobj"),
                (",", ",", "PUNCT", ",", 0, "punct"),
            ]
        )
    )
    assert (tokens[4].tag, tokens[4].relation, tokens[4].head) == ("VBP", "relcl", 0)
    assert (tokens[3].relation, tokens[1].relation, tokens[2].head) == ("nsubj", "dobj", 3)


@pytest.mark.parametrize("noun", ["hit", "cut"])
def test_a_real_noun_stays(noun: str) -> None:
    rows = [
        ("Cities", "city", "NOUN", "NNS", 1, "nsubj"),
        ("took", "take", "VERB", "VBD", 1, "ROOT"),
        (noun, noun, "NOUN", "NN", 1, "dobj"),
    ]
    assert list(repair(_tokens(rows))) == _tokens(rows)


def test_plural_noun_that_was_tagged_a_verb() -> None:
    tokens = repair(
        _tokens(
            [
                ("series", "series", "NOUN", "NN", 0, "ROOT"),
                ("of", "of", "ADP", "IN", 0, "prep"),
                ("precision", "precision", "NOUN", "NN", 3, "compound"),
                ("airstrikes", "airstrike", "VERB", "VBZ", 1, "pobj"),
            ]
        )
    )
    assert (tokens[3].part_of_speech, tokens[3].tag) == ("NOUN", "NNS")


def test_lemma_that_the_parser_gets_wrong() -> None:
    tokens = repair(_tokens([("Retook", "retook", "VERB", "VBD", 0, "ROOT")]))
    assert tokens[0].lemma == "retake"


def test_what_was_targeted_does_not_kill() -> None:
    tokens = repair(
        _tokens(
            [
                ("Rebels", "rebel", "NOUN", "NNS", 1, "nsubj"),
                ("targeted", "target", "VERB", "VBD", 1, "ROOT"),
                ("the", "the", "DET", "DT", 3, "det"),
                ("district", "district", "NOUN", "NN", 4, "nsubj"),
                ("killing", "kill", "VERB", "VBG", 1, "advcl"),
                ("six", "six", "NUM", "CD", 4, "dobj"),
            ]
        )
    )
    assert (tokens[3].head, tokens[3].relation) == (1, "dobj")
    assert (tokens[4].head, tokens[4].relation) == (1, "advcl")


def test_an_absolute_keeps_its_subject() -> None:
    rows = [
        ("Troops", "troop", "NOUN", "NNS", 1, "nsubj"),
        ("fled", "flee", "VERB", "VBD", 1, "ROOT"),
        (",", ",", "PUNCT", ",", 1, "punct"),
        ("officers", "officer", "NOUN", "NNS", 4, "nsubj"),
        ("leaving", "leave", "VERB", "VBG", 1, "advcl"),
    ]
    assert list(repair(_tokens(rows))) == _tokens(rows)


def test_an_event_noun_beside_another_is_no_verb() -> None:
    rows = [
        ("Dozens", "dozen", "NOUN", "NNS", 1, "nsubj"),
        ("died", "die", "VERB", "VBD", 1, "ROOT"),
        ("in", "in", "ADP", "IN", 1, "prep"),
        ("raids", "raid", "NOUN", "NNS", 2, "pobj"),
        ("and", "and", "CCONJ", "CC", 1, "cc"),
        ("shelling", "shell", "VERB", "VBG", 1, "conj"),
    ]
    told = repair(_tokens(rows))[5]
    assert (told.lemma, told.tag, told.head, told.relation) == ("shelling", "NN", 3, "conj")
    with_object = [*rows, ("towns", "town", "NOUN", "NNS", 5, "dobj")]
    assert list(repair(_tokens(with_object))) == _tokens(with_object)


def test_a_clause_that_was_read_as_a_phrase() -> None:
    rows = [
        ("Dozens", "dozen", "NOUN", "NNS", 1, "nsubj"),
        ("died", "die", "VERB", "VBD", 1, "ROOT"),
        ("since", "since", "SCONJ", "IN", 1, "prep"),
        ("rebels", "rebel", "NOUN", "NNS", 2, "pobj"),
        ("attacked", "attack", "VERB", "VBD", 1, "conj"),
    ]
    tokens = repair(_tokens(rows))
    assert [(token.head, token.relation) for token in tokens[2:]] == [(4, "mark"), (4, "nsubj"), (1, "advcl")]
    rows[4] = ("arrived", "arrive", "VERB", "VBN", 3, "acl")
    assert list(repair(_tokens(rows))) == _tokens(rows)


def test_what_an_article_stands_before_is_a_noun() -> None:
    rows = [
        ("They", "they", "PRON", "PRP", 1, "nsubj"),
        ("began", "begin", "VERB", "VBD", 1, "ROOT"),
        ("an", "an", "DET", "DT", 3, "det"),
        ("offensive", "offensive", "ADJ", "JJ", 1, "dobj"),
    ]
    assert repair(_tokens(rows))[3].tag == "NN"
