"""Reporting verbs that go on beside each other: "said that it rained and warned of floods"."""

from dataclasses import replace

from dateline.coding.attribution.sayings import Saying
from dateline.model.reading import Reading

_TENSED = frozenset({"VBD", "VBZ", "VBP"})


def divide(reading: Reading, sayings: list[Saying], adding: frozenset[str]) -> None:
    """Ends a content where a second reporting verb of the same source begins, which the parser put inside it.

    In "He told the radio that he agrees it is late and said the men are tired" the tense shows that "said" goes with
    "told"; in "..., adding that it was late" the verb does, which is one of `adding`. The second verb gets the source.
    """
    verbs = [saying for saying in sayings if saying.match.cue.part_of_speech == "v" and saying.stretches]
    for saying in verbs:
        for other in verbs:
            if other is not saying and _goes_beside(reading, saying, other, adding):
                cut = reading.tokens[_cut_before(reading, other)].end
                saying.stretches = [(start, min(end, cut)) for start, end in saying.stretches if start < cut]
                if saying.source is not None:
                    other.source = replace(saying.source, is_shared=True)


def _goes_beside(reading: Reading, saying: Saying, other: Saying, adding: frozenset[str]) -> bool:
    verb, second = reading.tokens[saying.match.head], reading.tokens[other.match.head]
    if second.index <= saying.match.last or not any(start < second.start < end for start, end in saying.stretches):
        return False
    if any((q.start <= verb.start < q.end) != (q.start <= second.start < q.end) for q in reading.quotes):
        return False
    has_subject = any(reading.tokens[child].relation.startswith("nsubj") for child in reading.children[second.index])
    if has_subject:
        return False
    if second.tag == "VBG":
        return second.lemma in adding and reading.tokens[other.match.first - 1].text == ","
    governor = reading.tokens[second.head]
    return second.relation == "conj" and second.tag == verb.tag and second.tag in _TENSED and governor.tag != second.tag


def _cut_before(reading: Reading, other: Saying) -> int:
    """The last word before the second verb, its conjunction and comma left out."""
    last = other.match.first - 1
    while last > 0 and (
        reading.tokens[last].text == "," or reading.tokens[last].part_of_speech in {"CCONJ", "ADV", "AUX"}
    ):
        last -= 1
    return last
