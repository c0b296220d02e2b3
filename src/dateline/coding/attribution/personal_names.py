"""Names of people, as they stand in the text."""

from dateline.model.reading import Reading

_PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "abu", "de", "da", "von", "van", "der", "ul", "ur", "la"})
_NAME_RELATIONS = frozenset({"compound", "nmod", "amod", "flat", "nummod", "poss"})


def name_tokens(reading: Reading, head: int, persons: frozenset[str], titles: frozenset[str]) -> tuple[int, int] | None:
    """The proper name that ends at a head: "Press Secretary Amin Karimi" gives "Amin Karimi".

    `persons` and `titles` are the words that stand before a name and are no part of it. None for no name.
    """
    tokens = reading.tokens
    is_hyphened = head > 1 and tokens[head - 1].text == "-" and tokens[head - 2].text[:1].isupper()  # "Li Mei-ling"
    is_name = tokens[head].part_of_speech in {"PROPN", "X"} or tokens[head].text[:1].isupper()
    if not is_name and not (is_hyphened and tokens[head].entity == "PERSON"):
        return None
    if tokens[head].lemma in persons and tokens[head].part_of_speech != "PROPN":
        return None
    first = head
    while (
        first > 0
        and tokens[first - 1].sentence == tokens[head].sentence
        and _is_name_part(reading, first - 1, head, persons | titles)
    ):
        first -= 1
    while first < head and not tokens[first].text[:1].isalnum():
        first += 1  # the full stop of "Lt. Karimi"
    return first, head


def _is_name_part(reading: Reading, index: int, head: int, titles: frozenset[str]) -> bool:
    token = reading.tokens[index]
    if token.text == "-" and index + 1 <= head and index > 0:  # "Amin al-Karimi", "Reed-Hollis"
        return reading.tokens[index - 1].text[:1].isalpha() and token.head in {head, index + 1, index - 1}
    if token.text.lower() in _PARTICLES and token.relation in _NAME_RELATIONS:
        return True
    is_capital = token.text[:1].isupper() or token.part_of_speech == "PROPN"
    is_part = is_capital and token.relation in _NAME_RELATIONS and token.relation != "poss"
    return (
        is_part
        and token.lemma not in titles
        and token.text.lower().rstrip(".") not in titles
        and (token.head == head or reading.tokens[token.head].head == head)
        and not (token.entity in {"ORG", "NORP", "GPE"} and reading.tokens[head].entity == "PERSON")
    )


def full_names(reading: Reading, titles: frozenset[str]) -> dict[str, str]:
    """For each last word of a person's name of two words or more, the name as first written in full, without title."""
    names: dict[str, str] = {}
    first: int | None = None
    for token in (*reading.tokens, None):
        inside = token is not None and token.entity == "PERSON" and (token.tag in {"NNP", "NNPS"} or token.text == "-")
        if inside and first is None and token is not None:
            first = token.index
        elif not inside and first is not None:
            last = (token.index if token is not None else len(reading.tokens)) - 1
            while first < last and reading.tokens[first].text.lower() in titles:
                first += 1
            if 1 <= last - first <= 5:
                span = reading.span_of(first, last)
                names.setdefault(reading.tokens[last].text, " ".join(span.text.split()))
            first = None
    return names
