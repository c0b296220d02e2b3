"""What is said without quotation marks behind a colon that ends a paragraph, as in press releases."""

from dateline.coding.attribution.sayings import Saying
from dateline.model.reading import Reading, Sentence

_OF_THE_STORY = frozenset({"lead", "body"})


def attach_statements(reading: Reading, sayings: list[Saying]) -> None:
    """Gives a saying the paragraphs behind its colon, to the next reporting word of somebody else or a subhead.

    Of "The minister, Ana Ruiz, said:", then "We condemn the attack." in a paragraph of its own, the second is hers.
    """
    for saying in sayings:
        if not _is_open(reading, saying):
            continue
        sentence = reading.sentences[reading.tokens[saying.match.head].sentence]
        spoken = _behind(reading, sayings, sentence)
        if spoken:
            saying.stretches = [(spoken[0].start, spoken[-1].end)]


def _is_open(reading: Reading, saying: Saying) -> bool:
    """Whether a reporting verb with a source has no content yet and a colon ends its sentence and paragraph."""
    if not saying.is_statement or saying.source is None or saying.stretches or saying.carried:
        return False
    index = reading.tokens[saying.match.head].sentence
    sentence = reading.sentences[index]
    text = reading.story.text[sentence.start : sentence.end].rstrip()
    is_last = index + 1 < len(reading.sentences) and reading.sentences[index + 1].paragraph != sentence.paragraph
    return text.endswith(":") and is_last and saying.match.cue.part_of_speech == "v"


def _behind(reading: Reading, sayings: list[Saying], sentence: Sentence) -> list[Sentence]:
    spoken: list[Sentence] = []
    for following in reading.sentences[sentence.index + 1 :]:
        is_quoted = any(following.start <= quote.start <= following.start + 2 for quote in reading.quotes)
        if following.part not in _OF_THE_STORY or is_quoted or _reports(reading, sayings, following):
            break
        spoken.append(following)
    return spoken


def _reports(reading: Reading, sayings: list[Saying], sentence: Sentence) -> bool:
    """Whether a sentence is itself a report of what somebody says; "we", "it" and "the report" are his words."""
    for saying in sayings:
        token = reading.tokens[saying.match.head]
        if token.sentence != sentence.index or not saying.is_statement or saying.source is None:
            continue
        if token.relation == "ROOT" and reading.tokens[saying.source.head].part_of_speech == "PROPN":
            return True
    return False
