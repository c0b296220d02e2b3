"""Numbers that are part of another: "12 people, including three children", "two of them officers"."""

from collections.abc import Callable, Iterator, Sequence

from dateline.coding.figures.counting import Count
from dateline.coding.figures.quantities import Quantity
from dateline.model.figure import Counts
from dateline.model.reading import Reading

_INCLUDING = frozenset({
    ("including",), ("include",), ("includes",), ("included",), ("among", "them"), ("among", "whom"), ("of", "whom"),
    ("of", "them"), ("among", "those"),
})  # fmt: skip
_OPENING = frozenset({":", "-", "--", "–", "—", "("})
_PRONOUNS = frozenset({"them", "whom", "they", "who"})
_ARTICLES = frozenset({"a", "an"})


def with_parts(
    reading: Reading, counts: Sequence[Count], quantities: Sequence[Quantity], is_person: Callable[[int], bool]
) -> list[tuple[Count, int | None]]:
    """The counts with those that are parts of them, in the order of the text, and the index of each one's whole."""
    pairs: list[tuple[Count, Count | None]] = [(count, None) for count in _with_wholes(reading, counts, quantities)]
    for quantity in (*quantities, *_articles(reading, counts, is_person)):
        whole = _whole(reading, quantity, pairs)
        if whole is not None and not whole.is_event and whole.quantity != quantity:
            pairs = [pair for pair in pairs if pair[0].quantity.first != quantity.first]
            pairs.append((Count(quantity, whole.counts), whole))
    for summand, whole in _summands(reading, quantities, [count for count, whole in pairs if whole is None]):
        pairs = [pair for pair in pairs if pair[0].quantity.first != summand.first]
        pairs.append((Count(summand, _own_toll(summand) or whole.counts), whole))
    pairs.sort(key=lambda pair: pair[0].quantity.first)
    order = [count.quantity.first for count, _ in pairs]
    return [(count, order.index(whole.quantity.first) if whole else None) for count, whole in pairs]


def _summands(
    reading: Reading, quantities: Sequence[Quantity], wholes: Sequence[Count]
) -> Iterator[tuple[Quantity, Count]]:
    """Numbers behind a colon or dash that add up to the one before: "12 dead: seven soldiers and five civilians"."""
    for whole in wholes:
        if whole.quantity.low is None or whole.quantity.low != whole.quantity.high:
            continue
        behind = [
            quantity
            for quantity in quantities
            if quantity.first > whole.quantity.last and _same_sentence(reading, quantity, whole.quantity)
        ]
        total = 0
        for number, quantity in enumerate(behind, 1):
            if quantity.low is None or quantity.low != quantity.high:
                break
            total += quantity.low
            if total == whole.quantity.low and number > 1 and _is_itemised(reading, whole.quantity, behind[0]):
                yield from ((summand, whole) for summand in behind[:number])
                break


def _is_itemised(reading: Reading, whole: Quantity, first: Quantity) -> bool:
    return any(token.text in _OPENING for token in reading.tokens[whole.last + 1 : first.first])


def _own_toll(quantity: Quantity) -> Counts | None:
    return quantity.toll if quantity.toll in {"killed", "injured", "missing"} else None


def _with_wholes(reading: Reading, counts: Sequence[Count], quantities: Sequence[Quantity]) -> list[Count]:
    """The counts with wholes that the parse cut off: "hundreds of others, including 15 policemen, injured"."""
    found = list(counts)
    taken = {count.quantity.first for count in counts}
    for count in counts:
        if count.is_event or not _is_introduced(reading, count.quantity):
            continue
        before = [quantity for quantity in quantities if quantity.last < count.quantity.first]
        if before and before[-1].first not in taken and _is_next_to(reading, before[-1], count.quantity):
            found.append(Count(before[-1], count.counts))
    return sorted(found, key=lambda count: count.quantity.first)


def _is_next_to(reading: Reading, whole: Quantity, part: Quantity) -> bool:
    """Whether no verb stands between a number and what is said to be part of it."""
    between = reading.tokens[whole.last + 1 : part.first]
    # "IS" in capitals is the group, whatever the tagger says.
    verbs = [token for token in between if token.tag in {"VBD", "VBZ", "VBP", "MD"} and token.text != "IS"]
    return not verbs and _fits(part, whole)


def _whole(reading: Reading, quantity: Quantity, pairs: Sequence[tuple[Count, Count | None]]) -> Count | None:
    """The count that includes the quantity, if the words say so."""
    if _is_introduced(reading, quantity):
        before = [count for count, whole in pairs if whole is None and count.quantity.last < quantity.first]
        same = [count for count in before if _same_sentence(reading, count.quantity, quantity)]
        return same[-1] if same and _fits(quantity, same[-1].quantity) else None
    conjoined = reading.tokens[quantity.head]
    for count, whole in pairs:
        if whole is not None and conjoined.relation == "conj" and conjoined.head == count.quantity.head:
            return whole
        if _is_among(reading, quantity, count.quantity) or _is_of_whole(reading, quantity, count.quantity):
            return count
    return None


def _is_introduced(reading: Reading, quantity: Quantity) -> bool:
    """ "including three children", "two of them children", "among them two officers"."""
    behind = [token.text.lower() for token in reading.tokens[quantity.last + 1 : quantity.last + 3]]
    if behind[:1] == ["of"] and behind[1:] and behind[1] in _PRONOUNS:
        return True
    before = tuple(token.text.lower() for token in reading.tokens[max(0, quantity.first - 2) : quantity.first])
    return before in _INCLUDING or before[-1:] in _INCLUDING


def _is_among(reading: Reading, quantity: Quantity, whole: Quantity) -> bool:
    """ "Six civilians were among at least 22 people killed"."""
    preposition = reading.tokens[reading.tokens[whole.head].head]
    if preposition.lemma != "among" or quantity.first >= whole.first:
        return False
    subject = reading.tokens[quantity.head]
    return subject.head == preposition.head or preposition.head == subject.index


def _is_of_whole(reading: Reading, quantity: Quantity, whole: Quantity) -> bool:
    """ "Of the 60 dead, 41 were civilians", "Out of 12 arrested, four were freed"."""
    sentence = reading.sentences[reading.tokens[whole.first].sentence]
    opening = reading.tokens[sentence.first : whole.first]
    is_opened = "of" in {token.lemma for token in opening[:2]} and all(
        token.part_of_speech in {"ADP", "DET", "PRON"} for token in opening
    )
    between = reading.tokens[whole.last + 1 : quantity.first]
    return is_opened and [token.text for token in between].count(",") == 1 and between[-1].text == ","


def _same_sentence(reading: Reading, one: Quantity, other: Quantity) -> bool:
    return reading.tokens[one.first].sentence == reading.tokens[other.first].sentence


def _fits(part: Quantity, whole: Quantity) -> bool:
    """A part is no more than its whole."""
    return whole.high is None or part.low is None or part.low <= whole.high


def _articles(reading: Reading, counts: Sequence[Count], is_person: Callable[[int], bool]) -> Iterator[Quantity]:
    """ "12 policemen, including a superintendent": the one person is a part."""
    sentences = {reading.tokens[count.quantity.first].sentence for count in counts}
    for index in sorted(sentences):
        for token in reading.words(reading.sentences[index]):
            noun = reading.tokens[token.head]
            if token.text.lower() in _ARTICLES and token.relation == "det" and noun.tag in {"NN", "NNP"}:
                quantity = Quantity(token.index, token.index, noun.index, 1, 1, None, "article")
                if is_person(noun.index):
                    yield quantity
