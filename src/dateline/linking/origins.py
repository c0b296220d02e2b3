"""Who can know: the first link of each chain of attribution, folded across the stories of an event."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.linking.cluster import components
from dateline.linking.nations import country_words
from dateline.linking.words import content_words, stem
from dateline.model.source import Source
from dateline.model.telling import Telling

UNNAMED = "somebody unnamed"
NOBODY_SAID = "no outlet named"
# Heads of a name that hide who it is; such an origin is one for each story, and is never taken for another's.
_HIDING = """
official source resident witness doctor soldier officer villager local activist survivor relative worker diplomat
councillor lawmaker commander fighter refugee medic neighbour eyewitness people authority elder analyst
"""
_ANONYMOUS = frozenset(_HIDING.split())
_STATE = frozenset({"government", "military", "police", "intelligence"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom one claim goes back to. `story` is set when the voice is known only as that story's."""

    name: str
    kind: str
    words: frozenset[str]
    country: str | None
    story: str | None


def is_hidden(name: str) -> bool:
    """Whether the name of an origin hides who it is. Example: "official", "residents (2)", "somebody unnamed"."""
    words = [word for word in name.casefold().split() if word.isalpha()]
    return name.startswith((UNNAMED, NOBODY_SAID)) or not words or stem(words[-1]) in _ANONYMOUS


def origins_of(tellings: Sequence[Telling], roots: Mapping[str, str]) -> dict[str, str]:
    """The name of the origin of each claim of an event.

    `roots` gives for a story the one that it copies or renews. What an outlet says in its own voice goes back to whom
    the story names for the same event, else to the agency it credits, else to the outlet. One name is folded into
    another that has all its words and no other country, when there is only one such.
    """
    voices = {telling.claim.id: _voice(telling, tellings, roots) for telling in tellings}
    known = sorted(
        set(voices.values()), key=lambda voice: (voice.name, voice.story or "", voice.kind, sorted(voice.words))
    )
    folds = [(str(at), str(into)) for at, into in _folds(known, _stories(voices, tellings))]
    spoken = Counter(voices.values())
    names: dict[Voice, str] = {}
    taken: dict[str, int] = {}
    for group in components((str(at) for at in range(len(known))), folds):
        members = [known[int(at)] for at in group]
        name = max(members, key=lambda voice: (bool(voice.words), spoken[voice], len(voice.name), voice.name)).name
        taken[name] = taken.get(name, 0) + 1
        names |= dict.fromkeys(members, name if taken[name] == 1 else f"{name} ({taken[name]})")
    return {claim: names[voice] for claim, voice in voices.items()}


def _voice(telling: Telling, tellings: Iterable[Telling], roots: Mapping[str, str]) -> Voice:
    root = roots.get(telling.story, telling.story)
    source = _first_source(telling, tellings)
    if source is None:
        printer = _of_story(root, telling, tellings, roots)
        name = printer.credit or printer.outlet or NOBODY_SAID
        return Voice(name, "media", frozenset(), None, root if name == NOBODY_SAID else None)
    if source.name is None:
        return Voice(UNNAMED, source.kind, frozenset(), None, root)
    words = set(content_words(source.name))
    if stem(source.name.split()[-1].casefold()) in _ANONYMOUS:
        return Voice(source.name, source.kind, frozenset(), None, root)
    words |= set(content_words(source.text))
    nations = sorted({country_words()[word] for word in words if word in country_words()})
    plain = frozenset(word for word in words if word not in country_words())
    return Voice(source.name, source.kind, plain, nations[0] if len(nations) == 1 else None, None)


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


def _folds(known: Sequence[Voice], stories: Mapping[Voice, set[str]]) -> Iterable[tuple[int, int]]:
    """Which voice is another, by their places in `known`."""
    for at, voice in enumerate(known):
        wider = [into for into, other in enumerate(known) if into != at and _is_named_by(voice, other)]
        countries = {known[into].country for into in wider} - {None}
        if wider and len(countries) <= 1:
            yield from ((at, into) for into in wider)
        elif not voice.words and voice.country and voice.kind in _STATE:
            organs = [into for into, other in enumerate(known) if _is_organ(other, voice, stories)]
            if len(organs) == 1:
                yield at, organs[0]


def _is_named_by(voice: Voice, other: Voice) -> bool:
    """Whether the words of a voice are all among those of another. Example: "police" and "Kano police spokesman"."""
    do_countries_agree = voice.country is None or other.country in (None, voice.country)
    return bool(voice.words) and voice.words <= other.words and do_countries_agree


def _is_organ(other: Voice, state: Voice, stories: Mapping[Voice, set[str]]) -> bool:
    """Whether a voice may be the organ for which one story only says the name of the state."""
    is_of_state = bool(other.words) and other.kind in _STATE and other.country in (None, state.country)
    return is_of_state and bool(stories[other] & stories[state])
