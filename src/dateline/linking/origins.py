"""Who can know: the first link of each chain of attribution, folded across the stories of an event."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.codebook.codebook import Codebook, load_codebook
from dateline.linking.cluster import components
from dateline.linking.voices import NOBODY_SAID, STATE, Voice, Voices
from dateline.model.source import Source
from dateline.model.telling import Telling

_ANY_KIND = frozenset({"individual", "other"})


class Origins(NamedTuple):
    """The name of the origin of each claim, and for each origin all the names under which it speaks, its own first."""

    of_claim: dict[str, str]
    called: dict[str, tuple[str, ...]]


def origins_of(tellings: Sequence[Telling], roots: Mapping[str, str], codebook: Codebook | None = None) -> Origins:
    """Who the claims of an event go back to.

    `roots` gives for a story the one that it copies or renews. What an outlet says in its own voice goes back to whom
    the story names for the same event, else to the agency it credits, else to the outlet. Voices of one body are one,
    and so is a name with another that has all its words, when no two countries share it.
    """
    make = Voices(codebook or load_codebook())
    voices = {telling.claim.id: _voice(telling, tellings, roots, make) for telling in tellings}
    voices = _with_countries(voices, tellings)
    known = sorted(set(voices.values()), key=_order)
    spoken = Counter(voices.values())
    names: dict[Voice, str] = {}
    called: dict[str, tuple[str, ...]] = {}
    taken = Counter[str]()
    for group in components((str(at) for at in range(len(known))), _folds(known, _stories(voices, tellings))):
        members = [known[int(at)] for at in group]
        best = max(members, key=lambda voice: _tells_who(voice, spoken[voice])).name
        taken[best] += 1
        name = best if taken[best] == 1 else f"{best} ({taken[best]})"
        called[name] = (best, *sorted({voice.name for voice in members} - {best}))
        names |= dict.fromkeys(members, name)
    return Origins({claim: names[voice] for claim, voice in voices.items()}, called)


def _order(voice: Voice) -> tuple[str, ...]:
    return (
        voice.name,
        voice.story or "",
        voice.country or "",
        voice.kind,
        *sorted(voice.bodies | voice.organs | voice.words),
    )


def _tells_who(voice: Voice, times: int) -> tuple[bool, bool, bool, int, int, str]:
    """What makes a name the best of those of one origin: the body itself and its country, then what is said most."""
    has_country = voice.country is not None
    return bool(voice.words), voice.is_whole, voice.is_whole and has_country, times, len(voice.name), voice.name


def _voice(telling: Telling, tellings: Iterable[Telling], roots: Mapping[str, str], make: Voices) -> Voice:
    root = roots.get(telling.story, telling.story)
    source = _first_source(telling, tellings)
    if source is None:
        printer = _of_story(root, telling, tellings, roots)
        name = printer.credit or printer.outlet
        return make.of_outlet(name) if name else Voice(NOBODY_SAID, "media", story=root)
    year = int(telling.written_on[:4]) if telling.written_on else None
    phrases = [words for name, words in telling.sources if name == source.name]
    return make.of_source(source, phrases, root, year)


def _first_source(telling: Telling, tellings: Iterable[Telling]) -> Source | None:
    """The first link of a claim's chain; of a claim without, that of the first claim of the story that has one."""
    of_story = [one.claim for one in tellings if one.story == telling.story and one.claim.attribution]
    claim = telling.claim
    if not claim.attribution and of_story:
        claim = min(of_story, key=lambda one: (one.trigger.start, one.id))
    return claim.attribution[0] if claim.attribution else None


def _of_story(root: str, telling: Telling, tellings: Iterable[Telling], roots: Mapping[str, str]) -> Telling:
    """The claim that speaks for an original: its own, else that of its first copy, else the telling's."""
    family = [one for one in tellings if roots.get(one.story, one.story) == root]
    return min(family, key=lambda one: (one.story != root, one.said_at or "9", one.claim.id), default=telling)


def _stories(voices: Mapping[str, Voice], tellings: Iterable[Telling]) -> dict[Voice, set[str]]:
    """In which stories each voice speaks."""
    found: dict[Voice, set[str]] = {}
    for telling in tellings:
        found.setdefault(voices[telling.claim.id], set()).add(telling.story)
    return found


def _with_countries(voices: Mapping[str, Voice], tellings: Sequence[Telling]) -> dict[str, Voice]:
    """The voices with the countries that others of the same body or name tell.

    "The defence ministry" is that of the country whose ministry its story names, else of the only one that speaks.
    """
    stories = _stories(voices, tellings)
    whose = {}
    for voice in stories:
        if voice.country is None and voice.story is None:
            alike = [other for other in stories if other.country and _are_alike(voice, other)]
            near = {other.country for other in alike if stories[other] & stories[voice]}
            found = near or {other.country for other in alike}
            if len(found) == 1:
                whose[voice] = found.pop()
    return {claim: replace(voice, country=whose[voice]) if voice in whose else voice for claim, voice in voices.items()}


def _folds(known: Sequence[Voice], stories: Mapping[Voice, set[str]]) -> Iterator[tuple[str, str]]:
    """Which voices are one, by their places in `known`."""
    for at, voice in enumerate(known):
        for into in range(at):
            is_known = bool(voice.bodies & known[into].bodies)
            if is_known or (voice.country == known[into].country and _are_alike(voice, known[into])):
                yield str(at), str(into)
        if voice.kind in STATE and voice.country and not voice.words:
            organs = [into for into, other in enumerate(known) if _is_organ(other, voice, stories)]
            if len(organs) == 1:
                yield str(at), str(organs[0])


def _are_alike(one: Voice, other: Voice) -> bool:
    """Whether two voices of one country are of one organ, or the words of one are all among those of the other.

    Example: "police" and "Kano police spokesman".
    """
    if one.story != other.story:
        return False
    kinds = {"state" if voice.kind in STATE else voice.kind for voice in (one, other)} - _ANY_KIND
    fewer, more = sorted((one.words, other.words), key=len)
    return bool(one.organs & other.organs) or (len(kinds) < 2 and bool(fewer) and fewer <= more)


def _is_organ(other: Voice, state: Voice, stories: Mapping[Voice, set[str]]) -> bool:
    """Whether a voice may be the organ for which one story only says the name of the state."""
    is_of_state = bool(other.words) and other.kind in STATE and other.country in (None, state.country)
    return is_of_state and bool(stories[other] & stories[state])
