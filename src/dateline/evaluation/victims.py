"""Who was harmed in a story's main incident: its people counted over claims and sentences, each once."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from dateline.codebook.codebook import load_codebook
from dateline.model.claim import Claim, Status
from dateline.model.coded import CodedStory
from dateline.model.figure import Counts, Figure
from dateline.model.party import Kind, Party
from dateline.model.span import Span

NEWS: frozenset[Status] = frozenset({"occurred", "ongoing"})
_THINGS: frozenset[Kind] = frozenset({"facility", "business", "other"})
# Words beside "shot" or "shooting" by which it killed.
_FATAL = re.compile(r"\b(fatal|fatally|deadly|death|dead|lethal)\b", re.IGNORECASE)
_AT = re.compile(r"\b(at|into|toward|towards|in the air|back|fired? [\w ]*(shots?|rounds?))$", re.IGNORECASE)
_SELF = re.compile(r"\s*(himself|herself|themselves|itself|his own life|her own life)\b", re.IGNORECASE)
_WOUNDS = re.compile(r"\b(wounds?|shots?|rounds?|bullets?)$", re.IGNORECASE)  # how many times, not how many people
# A phrase that brings in somebody new.
_NEW = re.compile(r"(an?|one|another|two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.IGNORECASE)
_NEAR = 24  # characters before and behind a trigger in which such a word counts
_LEAD = 5  # sentences that tell what the article is about
_TELLING = 8  # sentences in which an act may be the incident though nobody is named who suffered it
_MAIN = 20  # sentences in which an article tells its main incident; what follows are often others, and comments


class Toll(NamedTuple):
    """How many were killed and injured in the main incident."""

    killed: int
    injured: int


def toll_of(coded: CodedStory) -> Toll:
    """The killed and injured of the story's main incident, from its claims.

    Those who killed themselves count with the others. Of people who are only said to have been shot those who died are
    taken off; the rest are injured. A wound of somebody who is told of as "he" or "the victim" is no further person
    when somebody died.
    """
    text = coded.reading.story.text
    claims = _main(coded.claims, text)
    suicides = [claim for claim in claims if _is_suicide(claim, text)]
    others = [claim for claim in claims if claim not in suicides]
    killed = _number(others, "killed", text) + bool(suicides)
    dead = _all_names(others, "killed", text)
    hurt = _number([claim for claim in others if not (killed and _is_of_the_dead(claim, dead))], "injured", text)
    shot = _number(others, "other", text)
    named = (_all_names(others, "injured", text) | _all_names(others, "other", text)) - dead
    if killed and not dead and not any(_brings_in(claim) for claim in others if outcome_of(claim, text) == "killed"):
        hurt -= killed  # "found a man with wounds. He died."
    return Toll(killed, max(hurt, shot - killed, len(named) if dead else 0, 0))


def _main(claims: Iterable[Claim], text: str) -> list[Claim]:
    """The claims of harm in the article's first part that are its news; history too where these harm nobody."""
    harming = [
        claim
        for claim in claims
        if claim.event.plover == "ASSAULT"
        and claim.status not in {"denied", "planned"}
        and (claim.sentence < _TELLING or claim.targets or claim.figures)
        and not _is_of_a_year(claim)
    ]
    first = [claim for claim in harming if claim.sentence < _MAIN]
    news = [claim for claim in first if claim.status in NEWS]
    if not any(outcome_of(claim, text) == "killed" for claim in news):
        # "identified the victim of Saturday's deadly shooting": the death is told as known.
        news += [claim for claim in first if claim.sentence < _LEAD and claim.status == "background"]
    for chosen in (news, first):
        if any(outcome_of(claim, text) for claim in chosen):
            return chosen
    return harming


def _is_of_a_year(claim: Claim) -> bool:
    """ "the 145 people who lost their lives in 2015": a sum over many incidents."""
    is_long = claim.time is not None and claim.time.precision in {"year", "month"}
    return is_long and any((figure.low or 0) > 1 for figure in claim.figures)


def _is_suicide(claim: Claim, text: str) -> bool:
    behind = text[claim.trigger.end : claim.end]
    return _SELF.match(behind) is not None and outcome_of(claim, text) == "killed"


def _is_of_the_dead(claim: Claim, dead: set[str]) -> bool:
    """Whether a claim tells of nobody but of those told before: "he suffered wounds", "died of his injuries"."""
    if any(figure.counts == "injured" and not _WOUNDS.search(figure.text) for figure in claim.figures):
        return False
    names = _names(claim)
    return not names - dead if names else not any(_NEW.match(party.text) for party in claim.targets)


def _brings_in(claim: Claim) -> bool:
    """Whether a claim tells of somebody as if for the first time."""
    return bool(claim.figures) or any(_NEW.match(party.text) for party in claim.targets)


def _number(claims: Sequence[Claim], counts: Counts, text: str) -> int:
    """How many suffered it: the most that one claim or sentence gives, or as many as are told of by name."""
    numbers = [_of_claim(claim, counts, text) for claim in claims]
    suffered = [claim for claim in claims if outcome_of(claim, text) == counts]
    by_sentence = groupby(suffered if counts != "killed" else (), lambda claim: claim.sentence)
    sentences = [_of_sentence(list(group)) for _, group in by_sentence]
    return max([*numbers, *sentences, len(_all_names(claims, counts, text))], default=0)


def _of_sentence(claims: Sequence[Claim]) -> int:
    """How many the claims of one sentence bring in, each phrase once: "one man was shot and a second was shot"."""
    people = {
        party.start: next((figure.low or 1 for figure in claim.figures if _overlap(figure, party)), 1)
        for claim in claims
        for party in claim.targets
        if party.kind not in _THINGS and _NEW.match(party.text)
    }
    return sum(people.values())


def outcome_of(claim: Claim, text: str) -> Counts | None:
    """What a claim says happened to its targets: killed, injured, or only that they were shot ("other")."""
    counts = _outcomes().get(claim.event.label)
    if counts is not None:
        return counts
    if claim.event.mode != "firearms" or (_AT.search(claim.trigger.text) and not _stand_before(claim)):
        return None
    around = text[max(claim.start, claim.trigger.start - _NEAR) : min(claim.end, claim.trigger.end + _NEAR)]
    return "killed" if _FATAL.search(around) else "other"


def _stand_before(claim: Claim) -> bool:
    """ "A man was shot at a bar" has its target before it, "shot at a man" behind it."""
    return bool(claim.targets) and all(party.end <= claim.trigger.start for party in claim.targets)


@cache
def _outcomes() -> dict[str, Counts]:
    """What the targets of each kind of act are counted as, by its label."""
    found: dict[str, Counts] = {}
    for predicate in load_codebook().predicates:
        counts = dict(predicate.counts).get("target") or dict(predicate.counts).get("event")
        if counts in {"killed", "injured"}:
            found.setdefault(predicate.event.label, counts)
    return found


def _of_claim(claim: Claim, counts: Counts, text: str) -> int:
    """The figures of one claim, with one for each target beside them that has none; one when it names nobody."""
    people = [
        figure
        for figure in claim.figures
        if figure.unit in {"person", "soldier"}
        and figure.part_of is None
        and not figure.cumulative
        and not _WOUNDS.search(figure.text)
    ]
    if any(figure.high == 0 and figure.counts in {counts, "other"} for figure in people):
        return 0
    is_own = outcome_of(claim, text) == counts
    if counts == "other":
        people = [figure for figure in people if any(_overlap(figure, party) for party in claim.targets)]
    stated = sum(figure.low or figure.high or 0 for figure in people if figure.counts == counts)
    if not is_own:
        return 0 if counts == "other" else stated
    alone = [
        party
        for party in claim.targets
        if party.kind not in _THINGS and not any(_overlap(figure, party) for figure in claim.figures)
    ]
    return (stated + len(alone)) or int(not any(party.kind == "facility" for party in claim.targets))


def _overlap(one: Span | Figure | Party, other: Span | Figure | Party) -> bool:
    return one.start < other.end and other.start < one.end


def _all_names(claims: Sequence[Claim], counts: Counts, text: str) -> set[str]:
    return {name for claim in claims if outcome_of(claim, text) == counts for name in _names(claim)}


def _names(claim: Claim) -> set[str]:
    """The last names of people told of by name; what a noun like "shooting" is followed by are often places."""
    if claim.trigger.text.lower().endswith(("ing", "ings")):
        return set()
    return {party.name.split()[-1].casefold() for party in claim.targets if _is_named(party)}


def _is_named(party: Party) -> bool:
    words = party.name.split()
    return party.kind == "individual" and len(words) > 1 and all(word[:1].isupper() for word in words)
