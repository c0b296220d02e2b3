"""Golden stories: records read by hand, one point for each field that a careful coder would give."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.evaluation.bootstrap import interval
from dateline.evaluation.result import Result
from dateline.model.record import Record, coded_story_record
from dateline.pipeline import code, coder
from dateline.settings import SHIPPED, Settings
from dateline.sources.metadata import Metadata
from dateline.sources.stage import Unreadable, stories

# The vow, order or threat itself has occurred; that its act is planned is then right as well.
_VERBAL = frozenset({"AGREE", "CONCEDE", "THREATEN", "REQUEST"})
_NO_POINT = frozenset({"id", "in", "trigger", "why"})
_MOST_WORDS = 12
Count = tuple[int, int, int]


def golden_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """The share of points and the number of broken nevers over a golden file or a folder of them."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    counts = [score(json.loads(file.read_text(encoding="utf-8")), _record(file, settings)) for file in files]

    def points(some: Sequence[Count]) -> float:
        return sum(right for right, _, _ in some) / max(1, sum(total for _, total, _ in some))

    return Result(
        len(files),
        {"points": points(counts), "nevers_broken": float(sum(broken for _, _, broken in counts))},
        {"points": interval(counts, points)},
    )


def score(golden: Record, record: Record) -> Count:
    """Points right, points in all and nevers broken of one story's record (`dateline.coded-story/1`)."""
    text, claims = record["story"]["text"], record["claims"]
    served = _served(text, golden["claims"], claims)
    points = [_story_field(record["story"], key, want) for key, want in golden["story_fields"].items()]
    for wanted, claim in zip(golden["claims"], served, strict=True):
        points.append(claim is not None)
        points += [claim is not None and _fits(claim, key, wanted[key]) for key in wanted if key not in _NO_POINT]
    for quote in golden["quotes"]:
        stretches = _stretches(text, quote["in"])
        said = [s["speaker"] for s in record["sentences"] if any(s["start"] < b and a < s["end"] for a, b in stretches)]
        points.append(any(_names([speaker], quote["speaker"]) for speaker in said if speaker))
    broken = sum(_breaks(text, claim, never) for never in golden["never"] for claim in claims)
    return sum(points), len(points), broken


def _record(file: Path, settings: Settings) -> Record:
    golden = json.loads(file.read_text(encoding="utf-8"))
    story = next(iter(stories([file.parent.parent / golden["story"]], Metadata())))
    if isinstance(story, Unreadable):
        raise story.error
    return coded_story_record(next(code([story], settings)), coder(settings))


def _served(text: str, wanted: list[Record], claims: list[Record]) -> list[Record | None]:
    """For each golden claim the claim that fits it best; a claim serves one, or several with the same trigger words."""
    fits = []
    for position, golden in enumerate(wanted):
        for number, claim in enumerate(claims):
            if _is_triggered(text, claim, golden):
                keys = [key for key in golden if key not in _NO_POINT]
                fits.append((-sum(_fits(claim, key, golden[key]) for key in keys), position, number))
    result: list[Record | None] = [None] * len(wanted)
    serves: defaultdict[int, list[int]] = defaultdict(list)
    for _, position, number in sorted(fits):
        same = all(wanted[other]["trigger"] == wanted[position]["trigger"] for other in serves[number])
        if result[position] is None and same:
            result[position] = claims[number]
            serves[number].append(position)
    return result


def _is_triggered(text: str, claim: Record, expected: Record) -> bool:
    start, end = claim["trigger"]["start"], claim["trigger"]["end"]
    for a, b in _stretches(text, expected["in"]):
        for words in expected["trigger"]:
            if words == "*" and a <= start < b:
                return True
            pattern = re.compile(r"(?<!\w)" + _spaced(words) + r"(?!\w)", re.IGNORECASE)
            if any(match.start() < end and start < match.end() for match in pattern.finditer(text, a, b)):
                return True
    return False


def _breaks(text: str, claim: Record, never: Record) -> bool:
    for key, want in never.items():
        if key == "place_name":
            ok = _names(claim["places"], want)
        elif key == "actor_text":
            ok = any(party["text"] == want for party in claim["actors"] + claim["targets"])
        elif key == "in":
            ok = _is_triggered(text, claim, never)
        elif key == "status":
            ok = claim["status"] in _either(want)
        else:
            ok = key in _NO_POINT or _fits(claim, key, want)
        if not ok:
            return False
    return True


def _fits(claim: Record, key: str, want: Any) -> bool:
    actors, parties = claim["actors"], claim["actors"] + claim["targets"]
    match key:
        case "plover":
            return claim["event"]["plover"] in _either(want)
        case "status":
            is_vow = (
                "planned" in _either(want) and claim["status"] == "occurred" and claim["event"]["plover"] in _VERBAL
            )
            return claim["status"] in _either(want) or is_vow
        case "actor_contains":
            return _names(actors, want)
        case "target_contains":
            return _names(claim["targets"], want)
        case "party_contains":
            return _names(parties, want)
        case "actor_country" | "actor_kind":
            return any(actor[key.removeprefix("actor_")] in _either(want) for actor in actors)
        case "attribution_contains":
            return _names(claim["attribution"], want)
        case "attribution_empty":
            return not claim["attribution"]
        case "no_point":
            return all(place["lat"] is None for place in claim["places"])
        case "latest":
            return claim["time"] is not None and bool(claim["time"]["latest"]) and claim["time"]["latest"] <= want
        case "time":
            return _matches(claim["time"] or {}, want)
        case "place" | "figure":
            return all(any(_matches(value, one) for value in claim[f"{key}s"]) for one in _either(want))
    raise ValueError(f"a golden record has the unknown key {key!r}")


def _matches(value: Record, want: Record) -> bool:
    for key, expected in want.items():
        if key == "name_contains":
            ok = _names([value], expected)
        elif key.endswith("_at_least"):
            have = value.get(key.removesuffix("_at_least"))
            ok = have is not None and have >= expected
        elif key.endswith("_at_most"):
            have = value.get(key.removesuffix("_at_most"))
            ok = have is not None and have <= expected
        elif key in {"lat", "lon"} and expected is not None:
            ok = value.get(key) is not None and abs(value[key] - expected) < 0.3
        else:
            ok = value.get(key) in _either(expected)
        if not ok:
            return False
    return True


def _story_field(story: Record, key: str, want: Any) -> bool:
    name = key.removesuffix("_contains").removesuffix("_startswith")
    value: Any = story
    for part in name.split("."):
        value = (value or {}).get(part)
    if key.endswith("_contains"):
        return _flat(want) in _flat(value)
    return str(value or "").startswith(want) if key.endswith("_startswith") else bool(value == want)


def _names(things: Sequence[Record], wanted: str) -> bool:
    """Whether any of the things, of few words, has one of the names, which are separated by `|`."""
    known = [_flat(f"{t.get('name') or ''} {t.get('text') or ''}") for t in things if _is_short(t.get("text"))]
    return any(_flat(name) in one for name in wanted.split("|") for one in known)


def _is_short(text: str | None) -> bool:
    return len((text or "").split()) <= _MOST_WORDS


def _flat(text: Any) -> str:
    return " ".join(str(text or "").split()).casefold()


def _either(want: Any) -> list[Any]:
    return want if isinstance(want, list) else [want]


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())


def _stretches(text: str, phrase: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(_spaced(phrase), text)]
