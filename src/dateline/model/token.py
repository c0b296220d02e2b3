"""A word of a parsed sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One token, frozen from the parser.

    `start` and `end` point into the story's text as received. `text` is the token as it was parsed: white space
    folded, quotes straightened, all-capitals recased; it may therefore differ from `story.text[start:end]`.
    `lemma` is lower-case. `part_of_speech` is the universal tag ("VERB"), `tag` the Penn tag ("VBD"), `relation` the
    dependency label of spaCy's English models ("nsubj", "dobj", "agent", ...). `index`, `head` and `sentence` are
    indices into `Reading.tokens` and `Reading.sentences`; the root of a sentence is its own head. `entity` is the
    parser's entity label ("GPE") or empty: weak evidence for names of conflict.
    """

    index: int
    sentence: int
    text: str
    start: int
    end: int
    lemma: str
    part_of_speech: str
    tag: str
    head: int
    relation: str
    entity: str
