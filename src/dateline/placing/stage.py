"""Claims to placed claims."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.codebook.codebook import Codebook
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.issues import Issue
from dateline.model.coded import CodedStory
from dateline.model.place import Place
from dateline.model.reading import Reading
from dateline.placing.belonging import Belonging, belongings
from dateline.placing.choose import Choice, choose, holds
from dateline.placing.context import countries_in_play, demonyms
from dateline.placing.mention import Mention
from dateline.placing.mentions import find_mentions
from dateline.placing.precision import place_of
from dateline.placing.sharing import shared
from dateline.placing.trees import Trees


def place(coded: Iterable[CodedStory], gazetteer: Gazetteer, codebook: Codebook) -> Iterator[CodedStory]:
    """Each story with the places of its claims, and an issue for each name that was left without a place."""
    for story in coded:
        yield _place(story, gazetteer, codebook)


def _place(coded: CodedStory, gazetteer: Gazetteer, codebook: Codebook) -> CodedStory:
    if not coded.claims:
        return coded
    reading, words = coded.reading, codebook.place_words
    mentions = find_mentions(reading, gazetteer, codebook)
    choices = choose(mentions, countries_in_play(coded, mentions, gazetteer, demonyms(codebook)))
    trees = Trees(reading, coded.claims)
    every = {index: belongings(trees, mention, words) for index, mention in enumerate(mentions)}
    kept = _without_containers(mentions, choices, {index: some for index, some in every.items() if some})
    found: dict[int, list[tuple[int, Belonging]]] = {}
    for index, some in kept.items():
        for one in some:
            found.setdefault(one.claim, []).append((index, one))
    places = {
        claim: tuple(_build(reading, mentions, choices, index, one) for index, one in pairs)
        for claim, pairs in found.items()
    }
    claims = shared(trees, places)
    used = {index for pairs in found.values() for index, _ in pairs}
    return replace(coded, claims=claims, issues=(*coded.issues, *_issues(reading, mentions, choices, sorted(used))))


def _build(
    reading: Reading, mentions: tuple[Mention, ...], choices: tuple[Choice | None, ...], index: int, one: Belonging
) -> Place:
    mention, choice = mentions[index], choices[index]
    anchor = None
    if mention.anchor is not None:
        chosen = choices[mention.anchor]
        anchor = chosen.candidate if chosen else None
        if choice is None or not choice.is_convincing or choice.is_ambiguous:
            mention = replace(mention, offset=mentions[mention.anchor].offset)
    return place_of(mention, choice, one.role, reading.span_of(mention.first, mention.last), anchor)


def _without_containers(
    mentions: tuple[Mention, ...], choices: tuple[Choice | None, ...], kept: dict[int, list[Belonging]]
) -> dict[int, list[Belonging]]:
    """Drops the places that only hold or locate a more specific one: Y in "X in Y", "X, 45 km south of Y"."""
    dropped: set[int] = set()
    extra: dict[int, list[Belonging]] = {}
    for index, mention in enumerate(mentions):
        choice = choices[index]
        for container in mention.containers:
            if index in kept and (choice is None or holds(mentions[container], choice.candidate)):
                dropped.add(container)
        if mention.anchor is not None and (index in kept or mention.anchor in kept):
            dropped.add(mention.anchor)
            if index not in kept:
                extra[index] = kept[mention.anchor]
    return {index: found for index, found in {**kept, **extra}.items() if index not in dropped}


def _issues(
    reading: Reading, mentions: tuple[Mention, ...], choices: tuple[Choice | None, ...], used: list[int]
) -> Iterator[Issue]:
    for index in used:
        mention, choice = mentions[index], choices[index]
        if mention.vague == "unnamed":
            continue
        start, end = reading.tokens[mention.first].start, reading.tokens[mention.last].end
        if choice is None or not choice.is_convincing:
            yield Issue("place-unresolved", start, end, f"no place of the gazetteer fits {mention.name!r} well")
        elif choice.is_ambiguous:
            yield Issue("place-ambiguous", start, end, f"several places fit {mention.name!r}: {choice.why}")
