"""Who holds an office that a story names again without the name: "the minister" for "Defence Minister Ana Ruiz"."""

from dateline.coding.attribution.personal_names import name_tokens
from dateline.model.reading import Reading


def office_holder(
    reading: Reading, head: int, persons: frozenset[str], titles: frozenset[str]
) -> tuple[int, tuple[int, int]] | None:
    """The last person before an office's noun who was introduced with it: the head and the words of the name."""
    noun = reading.tokens[head]
    if noun.tag != "NN" or noun.lemma not in persons | titles:
        return None
    for office in reversed(reading.tokens[:head]):
        if noun.lemma not in {office.lemma, office.text.lower()}:
            continue
        beside = list(reading.children[office.index])
        if office.relation in {"compound", "nmod", "appos"}:
            beside.insert(0, office.head)
        for index in beside:
            token = reading.tokens[index]
            is_beside = token.relation == "appos" or index == office.head
            is_quoted = any(quote.start <= office.start < quote.end for quote in reading.quotes)
            if is_beside and not is_quoted and (token.entity == "PERSON" or token.tag == "NNP"):
                named = name_tokens(reading, index, persons, titles)
                if named is not None:
                    return index, named
    return None
