"""The words that headlines leave out, and clauses of headlines that are sentences of their own."""

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.reading.aligned import Aligned
from dateline.reading.headlines import Headline, complete


def _complete(line: str) -> Headline:
    return complete(Aligned.of(line, 0, len(line)), load_codebook().layout.words)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Imam, two guards shot dead in Kano", "Imam and two guards were shot dead in Kano"),
        ("Nine soldiers killed, 20 wounded near Gao", "Nine soldiers were killed, 20 were wounded near Gao"),
        ("Teacher reportedly abducted in Zamfara", "Teacher were reportedly abducted in Zamfara"),
        ("Bridge destroyed", "Bridge were destroyed"),
        ("Envoy says prisoners freed in Sanaa", "Envoy says prisoners were freed in Sanaa"),
        ("Six killed, wounded in raid", "Six were killed, wounded in raid"),
        ("Judge, her driver, guard wounded in Cali", "Judge, her driver and guard were wounded in Cali"),
    ],
)
def test_passives_and_commas(line: str, sentence: str) -> None:
    assert _complete(line).content.text == sentence


@pytest.mark.parametrize(
    "line",
    [
        "Rebels killed 12 soldiers in Ituri",
        "Gunmen killed, wounded 12 in Cali",
        "Police shot at crowd in Conakry",
        "Families of men killed in raid demand inquiry",
        "Shell lands on market leaving two wounded in Taiz",
        "Guards who killed in anger go on trial",
        "Mayor, wounded in March, returns to office",
        "Donetsk: two killed in shelling",
        "Three soldiers were killed in Mopti",
    ],
)
def test_what_is_no_passive_of_its_own_stays(line: str) -> None:
    assert _complete(line).content.text == line


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Gunmen attack church in Owo, kill 40", "Gunmen attack the church in Owo, kill 40"),
        ("Army tank shells village", "Army tank shells the village"),
        ("Villagers flee; army hunts gunmen", "Villagers flee; army hunts the gunmen"),
        ("Two die as suspected rebels raid market", "Two die as suspected rebels raid the market"),
        ("Rebels attack Kidal", "Rebels attack Kidal"),
        ("Rebels attack a market", "Rebels attack a market"),
        ("Police fire at crowd", "Police fire at crowd"),
        ("Minister condemns rebel attack", "Minister condemns rebel attack"),
        ("Police raid kills two in Lyari", "Police raid kills two in Lyari"),
        ("Toll of rebels attack rises", "Toll of rebels attack rises"),
    ],
)
def test_an_article_tells_a_verb_from_a_noun(line: str, sentence: str) -> None:
    headline = _complete(line)
    assert headline.content.text == sentence
    assert all(sentence[start : start + 4] == "the " for start in headline.put_in)


def test_a_phrase_of_place_is_not_joined_to_the_subject() -> None:
    assert _complete("In Mocimboa, eight beheaded by raiders").content.text == (
        "In Mocimboa, eight were beheaded by raiders"
    )


def test_a_clause_before_the_comma_is_a_sentence_of_its_own() -> None:
    headline = _complete("Army tank shells village in north Shan, three killed")
    assert headline.content.text == "Army tank shells the village in north Shan, three were killed"
    assert [headline.content.text[start : start + 5] for start in headline.breaks] == ["three"]
    assert {headline.content.text[start : start + 4] for start in headline.put_in} == {"were", "the "}


def test_every_character_knows_where_it_stood() -> None:
    line = "Imam, two guards shot dead in Kano"
    headline = _complete(line)
    kept = [
        (character, origin)
        for position, (character, origin) in enumerate(
            zip(headline.content.text, headline.content.origins, strict=True)
        )
        if character == line[origin] and position not in range(min(headline.put_in), min(headline.put_in) + 5)
    ]
    assert "".join(character for character, _ in kept).replace(" ", "") == line.replace(",", "").replace(" ", "")
