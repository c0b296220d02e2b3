"""Claims to placed claims."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.codebook.borders import NEUTRAL, View
from dateline.codebook.codebook import Codebook
from dateline.gazetteer.gazetteer import Gazetteer
from dateline.gazetteer.names import key_of
from dateline.issues import Issue
from dateline.model.coded import CodedStory
from dateline.model.place import Place
from dateline.model.reading import Reading
from dateline.placing.belonging import Belonging, belongings
from dateline.placing.borders import as_viewed
from dateline.placing.choose import Choice, choose, holds
from dateline.placing.context import countries_in_play, dateline_country, weights_of
from dateline.placing.mention import Mention
from dateline.placing.mentions import find_mentions
from dateline.placing.outsiders import with_respellings, without_outsiders
from dateline.placing.precision import place_of
from dateline.placing.sharing import shared
from dateline.placing.surroundings import NOWHERE, Surroundings, is_resolved, surroundings
from dateline.placing.trees import Trees
from dateline.placing.unknown import kinds_of_name


def place(
    coded: Iterable[CodedStory], gazetteer: Gazetteer, codebook: Codebook, view: View | None = None
) -> Iterator[CodedStory]:
    """Each story with the places of its claims, and an issue for each name that was left without a place.

    `view` says which country a place in a disputed territory is listed under, the neutral one when it is None. It
    never changes which place a name means.
    """
    view = view or codebook.borders.view(NEUTRAL)
    for story in coded:
        yield _place(story, gazetteer, codebook, view)


def _place(coded: CodedStory, gazetteer: Gazetteer, codebook: Codebook, view: View) -> CodedStory:
    if not coded.claims:
        return coded
    reading, words = coded.reading, codebook.place_words
    named, nations = find_mentions(reading, gazetteer, codebook), codebook.demonyms
    weights = weights_of(coded, named, gazetteer, nations)
    mentions = with_respellings(named, weights, gazetteer)
    choices = choose(mentions, countries_in_play(coded, mentions, gazetteer, nations))
    choices = without_outsiders(mentions, choices, weights)
    trees = Trees(reading, coded.claims)
    every = {index: belongings(trees, mention, words) for index, mention in enumerate(mentions)}
    kept = _without_containers(mentions, choices, {index: some for index, some in every.items() if some})
    found: dict[int, list[tuple[int, Belonging]]] = {}
    for index, some in kept.items():
        for one in some:
            found.setdefault(one.claim, []).append((index, one))
    used = sorted({index for pairs in found.values() for index, _ in pairs})
    country = dateline_country(reading, gazetteer)
    unresolved = [index for index in used if not is_resolved(choices[index])]
    around = {index: surroundings(mentions[index], choices, used, country) for index in unresolved}
    # One name has one sense: what is named beside it once holds for all its mentions.
    known = {key_of(mentions[index].name): one for index, one in around.items() if one.country}
    around = {index: known.get(key_of(mentions[index].name), NOWHERE) for index in unresolved}
    mentions = tuple(
        replace(mention, kinds=mention.kinds or kinds_of_name(mention.name, words)) if index in around else mention
        for index, mention in enumerate(mentions)
    )
    places = {
        claim: tuple(
            as_viewed(
                _build(reading, mentions, choices, around.get(index, NOWHERE), index, one),
                codebook.borders,
                view,
                reading.story.published,
            )
            for index, one in pairs
        )
        for claim, pairs in found.items()
    }
    issues = _issues(reading, mentions, choices, used, around)
    return replace(coded, claims=shared(trees, places), issues=(*coded.issues, *issues))


def _build(
    reading: Reading,
    mentions: tuple[Mention, ...],
    choices: tuple[Choice | None, ...],
    around: Surroundings,
    index: int,
    one: Belonging,
) -> Place:
    mention, choice = mentions[index], choices[index]
    anchor = None
    if mention.anchor is not None:
        chosen = choices[mention.anchor]
        anchor = chosen.candidate if chosen else None
        if not is_resolved(choice):
            mention = replace(mention, offset=mentions[mention.anchor].offset)
    return place_of(mention, choice, one.role, reading.span_of(mention.first, mention.last), anchor, around)


def _without_containers(
    mentions: tuple[Mention, ...], choices: tuple[Choice | None, ...], kept: dict[int, list[Belonging]]
) -> dict[int, list[Belonging]]:
    """Drops the places that only hold or locate a more specific one: Y in "X in Y", "X, 45 km south of Y"."""
    dropped: set[tuple[int, int]] = set()  # mention and claim
    extra: dict[int, list[Belonging]] = {}
    for index, mention in enumerate(mentions):
        choice = choices[index]
        for container in mention.containers:
            if index in kept and _is_told_by(mentions[container], choices[container], choice):
                # What is known is said by the more specific place for every claim, also those that only share it.
                claims = kept.get(container, ()) if is_resolved(choices[container]) else kept[index]
                dropped.update((container, one.claim) for one in claims)
        if mention.anchor is not None and (index in kept or mention.anchor in kept):
            if index not in kept:
                extra[index] = kept[mention.anchor]
            dropped.update((mention.anchor, one.claim) for one in kept.get(mention.anchor, ()))
    every = {**kept, **extra}
    left = {index: [one for one in every[index] if (index, one.claim) not in dropped] for index in every}
    return {index: some for index, some in left.items() if some}


def _is_told_by(container: Mention, beside: Choice | None, choice: Choice | None) -> bool:
    """Whether a place says all that its container says; an unknown place in a known town has the town's point only."""
    if choice is not None:
        return holds(container, choice.candidate)
    return not is_resolved(beside) or beside is None or beside.candidate.kind in {"country", "admin1", "admin2"}


def _issues(
    reading: Reading,
    mentions: tuple[Mention, ...],
    choices: tuple[Choice | None, ...],
    used: list[int],
    around: dict[int, Surroundings],
) -> Iterator[Issue]:
    for index in used:
        mention, choice = mentions[index], choices[index]
        if mention.vague == "unnamed":
            continue
        start, end = reading.tokens[mention.first].start, reading.tokens[mention.last].end
        if choice is None or not choice.is_convincing:
            why = around.get(index, NOWHERE).why
            message = f"no place of the gazetteer fits {mention.name!r} well" + (f"; {why}" if why else "")
            yield Issue("place-unresolved", start, end, message)
        elif choice.is_ambiguous:
            yield Issue("place-ambiguous", start, end, f"several places fit {mention.name!r}: {choice.why}")
