"""What looking through a ledger for questions costs as it grows.

    python benchmarks/review.py [--sizes 10000 100000]

A ledger is the demo stories over and over: each time under other ids, two days later, in another country, with other
towns and names, and with the links, events and contested figures that the demo stories have. Timed is one agenda of 100
questions, whether a question still stands, and one decision, in processor time.
"""

import argparse
import hashlib
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from dateline.actions.add import add
from dateline.actions.agenda import agenda, is_open
from dateline.actions.correct import Wanted, correct
from dateline.actions.events import events as told_events
from dateline.ledger.open import open_ledger, open_writable_ledger
from dateline.ledger.tables import (
    claim_places,
    claims,
    event_claims,
    events,
    joined,
    linked_stories,
    profile_claims,
    profile_keys,
    profiles,
    stories,
    story_links,
)
from dateline.linking.blocking import filed
from dateline.model.profile import profile_from_record, profile_record
from dateline.settings import Settings

DEMO = Path(__file__).parent.parent / "demo" / "stories"
DAYS_APART = 2
ASKED = 100
TABLES = (
    stories,
    claims,
    claim_places,
    linked_stories,
    story_links,
    profile_claims,
    joined,
    events,
    event_claims,
)
IDS = frozenset({"id", "story_id", "claim_id", "of_id", "profile_id", "one", "other", "event_id"})


def again(identity: str | None, number: int) -> str | None:
    """Another id for the same thing in a later round."""
    return identity and hashlib.sha256(f"{number} {identity}".encode()).hexdigest()[:16]


def demo_rows(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    """All rows of the demo ledger by table."""
    return {
        table.name: [dict(row._mapping) for row in connection.execute(select(table))] for table in (*TABLES, profiles)
    }


def grow(connection: Connection, rows: Mapping[str, list[dict[str, Any]]], number: int) -> None:
    """Write the demo's rows under other ids; what is compared is of another day, country and place."""
    for table in TABLES:
        new = []
        for row in rows[table.name]:
            changed = {
                name: again(value, number) if name in IDS else value for name, value in row.items() if name != "number"
            }
            if table is claims:
                changed["record"] = {**row["record"], "id": changed["id"]}
            if table is stories:
                changed["story"] = {**row["story"], "id": changed["id"]}
            if table is joined:
                changed["one"], changed["other"] = sorted((str(changed["one"]), str(changed["other"])))
            new.append(changed)
        connection.execute(insert(table), new)
    kept, keys = [], []
    for row in rows[profiles.name]:
        profile = profile_from_record(row["record"])
        moved = profile_record(profile)
        country = f"C{number % 60:02}"
        for name in ("written", "first", "last"):
            moved[name] = moved[name] and moved[name] + DAYS_APART * number
        moved |= {"id": again(profile.id, number), "story": again(profile.story, number)}
        moved |= {"claims": [again(one, number) for one in profile.claims], "of_story": [country]}
        moved["countries"] = [country] if profile.countries else []
        moved["names"] = [f"{one}{number}" for one in profile.names]
        for place in moved["places"]:
            place |= {"name": f"{place['name']}{number}", "country": country}
        for party in (*moved["actors"], *moved["targets"]):
            party |= {"country": country, "id": party["id"] and f"{party['id']}{country}"}
        kept.append({"id": moved["id"], "story_id": moved["story"], "record": moved})
        keys += [{"key": key, "profile_id": moved["id"]} for key in sorted(set(filed(profile_from_record(moved))))]
    connection.execute(insert(profiles), kept)
    connection.execute(insert(profile_keys), keys)


def timed(what: Callable[[], Any]) -> tuple[float, Any]:
    """How many seconds of processor time something takes, and what it gives."""
    begun = time.process_time()
    found = what()
    return time.process_time() - begun, found


def main() -> None:
    """Measure at each size in one run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], help="claims in the ledger")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(ledger=Path(folder) / "grown.db", no_model=True)
        list(add([DEMO], settings))
        list(told_events(settings))
        with open_ledger(settings.ledger).reading() as connection:
            rows = demo_rows(connection)
        size, number = len(rows[claims.name]), 0
        for wanted in sorted(arguments.sizes):
            with open_writable_ledger(settings.ledger).writing() as connection:
                while size < wanted:
                    number += 1
                    grow(connection, rows, number)
                    size += len(rows[claims.name])
            report(settings, size)


def report(settings: Settings, size: int) -> None:
    """Print what one look, one question and one decision take."""
    looked, questions = timed(lambda: agenda(settings, limit=ASKED))
    asked, _ = timed(lambda: is_open(questions[0], settings))
    claim = questions[0].claims[0]
    decided, _ = timed(lambda: correct(claim, Wanted(accept=("status",)), settings, by="nobody"))
    correct(claim, Wanted(undo=("status",)), settings, by="nobody")
    kinds = ", ".join(sorted({question.kind for question in questions}))
    asked_in = f"{looked:6.2f} s for {len(questions)} questions ({kinds})"
    print(
        f"{size:>9,} claims  {asked_in}, {1000 * asked:.0f} ms whether one stands, {1000 * decided:.0f} ms a decision",
        flush=True,
    )


if __name__ == "__main__":
    main()
