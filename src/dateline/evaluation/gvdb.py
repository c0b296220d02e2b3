"""Scores the killed and injured of local reports on shootings: made from claims, against the Gun Violence Database."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.result import Result
from dateline.evaluation.victims import toll_of
from dateline.model.ids import text_id
from dateline.model.story import Story
from dateline.pipeline import code
from dateline.settings import SHIPPED, Settings

_SITE = re.compile(r" [|«] .*$")  # what page titles end in: "| Valley News"


def gvdb_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`killed_exact` and `injured_exact`: the share of articles whose number is the gold's, and `both_exact`.

    `path` has one JSON object a line with "title", "text" (which may begin with the title), "n_killed", "n_injured" and
    "victims". Articles in which no victim has an outcome are left out: the gold says nothing of them.
    """
    records = [record for record in gvdb_records(path) if any(victim["outcome"] for victim in record["victims"])]
    stories = [gvdb_story(record) for record in records]
    outcomes = [
        (float(toll.killed == record["n_killed"]), float(toll.injured == record["n_injured"]))
        for record, coded in zip(records, code(stories, settings), strict=True)
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
    """An article as a story: its title stands alone, without the site's name, and not once more before the text."""
    body = record["text"].removeprefix(record["title"]).strip()
    text = f"{_SITE.sub('', record['title'])}\n\n{body}"
    identity = text_id(text)
    return Story(identity[:16], identity, "gold", None, None, None, None, None, None, None, "en", text)


def _first(outcomes: Sequence[tuple[float, float]]) -> float:
    return sum(killed for killed, _ in outcomes) / max(1, len(outcomes))


def _second(outcomes: Sequence[tuple[float, float]]) -> float:
    return sum(injured for _, injured in outcomes) / max(1, len(outcomes))


def _both(outcomes: Sequence[tuple[float, float]]) -> float:
    return sum(killed and injured for killed, injured in outcomes) / max(1, len(outcomes))
