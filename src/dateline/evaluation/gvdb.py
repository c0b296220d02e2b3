"""Scores the killed and injured of local reports on shootings: made from claims, against the Gun Violence Database."""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from dateline.codebook.codebook import load_codebook
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.result import Result
from dateline.model.claim import Claim, Status
from dateline.model.coded import CodedStory
from dateline.model.figure import Counts
from dateline.model.ids import text_id
from dateline.model.party import Kind, Party
from dateline.model.span import Span
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.settings import Settings

NEWS: frozenset[Status] = frozenset({"occurred", "ongoing"})
_THINGS: frozenset[Kind] = frozenset({"facility", "business", "other"})
# Words beside "shot" or "shooting" by which it killed.
_FATAL = re.compile(r"\b(fatal|fatally|deadly|death|dead|lethal)\b", re.IGNORECASE)
_AT = re.compile(r"\b(at|into|toward|towards|in the air|back|fired? [\w ]*(shots?|rounds?))$", re.IGNORECASE)
_SELF = re.compile(r"\s*(himself|herself|themselves|itself|his own life|her own life)\b", re.IGNORECASE)
_WOUNDS = re.compile(r"\b(wounds?|shots?)$", re.IGNORECASE)  # how many times, not how many people
_NEAR = 24  # characters before and behind a trigger in which such a word counts
_MAIN = 20  # sentences in which an article tells its main incident; what follows are often others, and comments


class Toll(NamedTuple):
    """How many were killed and injured in the main incident."""

    killed: int
    injured: int


def gvdb_scores(path: Path) -> Result:
    """`killed_exact` and `injured_exact`: the share of articles whose number is the gold's, and `both_exact`.

    `path` has one JSON object a line with "title", "text" (which may begin with the title), "n_killed", "n_injured" and
    "victims". Articles in which no victim has an outcome are left out: the gold says nothing of them.
    """
    records = [record for record in gvdb_records(path) if any(victim["outcome"] for victim in record["victims"])]
    stories = [gvdb_story(record) for record in records]
    outcomes = [
        (float(toll.killed == record["n_killed"]), float(toll.injured == record["n_injured"]))
        for record, coded in zip(records, code(stories, Settings()), strict=True)
        for toll in [toll_of(coded)]
    ]
    return Result(
        len(outcomes),
        {"killed_exact": _first(outcomes), "injured_exact": _second(outcomes), "both_exact": _both(outcomes)},
        {
            "killed_exact": interval(outcomes, _first),
            "injured_exact": interval(outcomes, _second),
            "both_exact": interval(outcomes, _both),
        },
    )


def gvdb_records(path: Path) -> list[dict[str, Any]]:
    """The records of a file."""
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{path} is no file of one JSON object a line: {error}") from error


def gvdb_story(record: dict[str, Any]) -> Story:
    """An article as a story: its title stands alone, and not once more before the first sentence."""
    body = record["text"].removeprefix(record["title"]).strip()
    text = f"{record['title']}\n\n{body}"
    identity = text_id(text)
    return Story(identity[:16], identity, "gold", None, None, None, None, None, None, None, "en", text)


def toll_of(coded: CodedStory) -> Toll:
    """The killed and injured of the story's main incident, from its claims.

    Those who killed themselves count with the others, as in the gold. Of people who are only said to have been shot
    those who died are taken off; the rest are injured.
    """
    text = coded.reading.story.text
    claims = _main(coded.claims)
    suicides = [claim for claim in claims if _is_suicide(claim, text)]
    others = [claim for claim in claims if claim not in suicides]
    killed = _number(others, "killed", text) + bool(suicides)
    hurt = _number([claim for claim in others if not (killed and _is_bare(claim))], "injured", text)
    shot = _number(others, "other", text)
    return Toll(killed, max(hurt, shot - killed, 0))


def _main(claims: Iterable[Claim]) -> list[Claim]:
    """The claims of harm in the article's first part that are its news; without any, those told as history."""
    harming = [
        claim for claim in claims if claim.event.plover == "ASSAULT" and claim.status not in {"denied", "planned"}
    ]
    for chosen in (
        [claim for claim in harming if claim.status in NEWS and claim.sentence < _MAIN],
        [claim for claim in harming if claim.sentence < _MAIN],
    ):
        if chosen:
            return chosen
    return harming


def _is_suicide(claim: Claim, text: str) -> bool:
    behind = text[claim.trigger.end : claim.end]
    return _SELF.match(behind) is not None and outcome_of(claim, text) == "killed"


def _is_bare(claim: Claim) -> bool:
    """Whether a claim tells of injuries and of nobody who has them: "died of his injuries"."""
    return not claim.figures and claim.trigger.text.lower() in {"injury", "injuries", "wound", "wounds"}


def _number(claims: Sequence[Claim], counts: Counts, text: str) -> int:
    """How many suffered it: the largest number that one claim gives, or as many as are told of by name."""
    numbers = [_of_claim(claim, counts, text) for claim in claims]
    names = {name for claim in claims if outcome_of(claim, text) == counts for name in _names(claim)}
    return max([*numbers, len(names)], default=0)


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


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _names(claim: Claim) -> set[str]:
    """The last names of people told of by name; what a noun like "shooting" is followed by are often places."""
    if claim.trigger.text.lower().endswith(("ing", "ings")):
        return set()
    return {party.name.split()[-1].casefold() for party in claim.targets if _is_named(party)}


def _is_named(party: Party) -> bool:
    words = party.name.split()
    return party.kind == "individual" and len(words) > 1 and all(word[:1].isupper() for word in words)


def _first(outcomes: Sequence[tuple[float, float]]) -> float:
    return sum(killed for killed, _ in outcomes) / max(1, len(outcomes))


def _second(outcomes: Sequence[tuple[float, float]]) -> float:
    return sum(injured for _, injured in outcomes) / max(1, len(outcomes))


def _both(outcomes: Sequence[tuple[float, float]]) -> float:
    return sum(killed and injured for killed, injured in outcomes) / max(1, len(outcomes))
