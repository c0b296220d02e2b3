"""What linking one more story costs as the ledger grows.

    python benchmarks/linking.py [--sizes 10000 30000 100000] [--stories 40]

The claims are those of the demo stories, replicated at 200 claims a day over 60 countries (the n-th has a share of 1/n)
with 40 towns each; days, countries, towns, names and figures are drawn anew. Timed is the joining of a story's claims
with those that are there, in processor time; coding, grouping and writing are not.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from sqlalchemy import Connection, create_engine, insert, select

from dateline.actions.add import add
from dateline.actions.events import events
from dateline.ledger.open import open_ledger
from dateline.ledger.profiles import LedgerProfiles
from dateline.ledger.tables import metadata, profile_claims, profile_keys, profiles
from dateline.linking.blocking import filed, sought
from dateline.linking.stage import join
from dateline.model.profile import Count, Profile, profile_from_record, profile_record
from dateline.settings import Settings

DEMO = Path(__file__).parent.parent / "demo" / "stories"
CLAIMS_A_DAY = 200
COUNTRIES = [f"C{number:02}" for number in range(60)]
SHARES = [1 / number for number in range(1, len(COUNTRIES) + 1)]
TOWNS = 40  # of a country
FIRST_DAY = 730_000
AT_ONCE = 20_000  # claims that are written at once
RECENT = 2_000  # claims before the last one, among whose days a new story's day is drawn

Story = list[Profile]


def demo_stories(folder: Path) -> list[Story]:
    """What linking knows of each demo story."""
    settings = Settings(ledger=folder / "demo.db", no_model=True)
    list(add([DEMO], settings))
    events(settings)
    with open_ledger(settings.ledger).reading() as connection:
        rows = connection.execute(select(profiles.c.story_id, profiles.c.record).order_by(profiles.c.story_id)).all()
    return [[profile_from_record(row.record) for row in some] for _, some in groupby(rows, lambda row: row.story_id)]


def redrawn(story: Story, day: int, name: str, chance: random.Random) -> Story:
    """A story of another day, country and town, with other names and figures."""
    country, town = chance.choices(COUNTRIES, SHARES)[0], chance.randrange(TOWNS)
    later = day - min((profile.first for profile in story if profile.first), default=day)
    return [
        replace(
            profile,
            id=f"{name}-{number}",
            claims=(f"{name}-{number}",),
            story=name,
            countries=(country,) if profile.countries else (),
            of_story=(country,),
            places=tuple(
                replace(place, name=f"{place.name}{town}", country=country, lat=place.lat and place.lat + town)
                for place in profile.places
            ),
            actors=tuple(replace(one, country=country, id=one.id and f"{one.id}{country}") for one in profile.actors),
            targets=tuple(replace(one, country=country, id=one.id and f"{one.id}{country}") for one in profile.targets),
            names=tuple(f"{known}{town}{country}" for known in profile.names),
            figures=tuple(_recounted(figure, chance.randint(1, 60)) for figure in profile.figures),
            written=day,
            first=profile.first and profile.first + later,
            last=profile.last and profile.last + later,
        )
        for number, profile in enumerate(story)
    ]


def _recounted(figure: Count, number: int) -> Count:
    """Another number, exact unless it was a bound."""
    return replace(figure, low=number, high=None if figure.high is None else number)


def replicas(stories: Sequence[Story], claims: int, size: int, chance: random.Random) -> Iterator[Profile]:
    """Replicated claims from the `claims`-th on, until there are `size`."""
    while claims < size:
        story = redrawn(chance.choice(stories), FIRST_DAY + claims // CLAIMS_A_DAY, f"s{claims}", chance)
        claims += len(story)
        yield from story


def keep(connection: Connection, found: Sequence[Profile]) -> None:
    """Write claims as the ledger does."""
    connection.execute(
        insert(profiles), [{"id": one.id, "story_id": one.story, "record": profile_record(one)} for one in found]
    )
    connection.execute(insert(profile_claims), [{"claim_id": one.id, "profile_id": one.id} for one in found])
    keys = [{"key": key, "profile_id": one.id} for one in found for key in sorted(set(filed(one)))]
    connection.execute(insert(profile_keys), keys)


def main() -> None:
    """Measure at each size in one run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 30_000, 100_000], help="claims in the ledger")
    parser.add_argument("--stories", type=int, default=40, help="stories that are linked at each size")
    arguments = parser.parse_args()
    chance = random.Random(5)
    with tempfile.TemporaryDirectory() as folder:
        stories = demo_stories(Path(folder))
        engine = create_engine(f"sqlite:///{folder}/grown.db")  # without foreign keys: there are no texts behind these
        metadata.create_all(engine)
        claims = 0
        for size in sorted(arguments.sizes):
            with engine.begin() as connection:
                while claims < size:
                    found = list(replicas(stories, claims, min(size, claims + AT_ONCE), chance))
                    keep(connection, found)
                    claims += len(found)
            with engine.connect() as connection:
                report(LedgerProfiles(connection), stories, claims, arguments.stories, chance)


def report(known: LedgerProfiles, stories: Sequence[Story], claims: int, count: int, chance: random.Random) -> None:
    """Print what linking takes with so many claims there."""
    times, blocks = [], []
    for number in range(count):
        day = FIRST_DAY + (claims - chance.randrange(RECENT)) // CLAIMS_A_DAY
        story = redrawn(chance.choice(stories), day, f"new-{number}", chance)
        begun = time.process_time()
        for profile in story:
            list(join(profile, known))
        times.append(time.process_time() - begun)
        blocks += [len(known.sharing(sought(profile))) for profile in story]
    slow = statistics.quantiles(times, n=20)[-1]
    print(
        f"{claims:>9,} claims  {1000 * statistics.median(times):6.1f} ms a story (median), {1000 * slow:.1f} ms "
        f"(95th percentile); blocks of {statistics.median(blocks):.0f} (median), {max(blocks)} (largest)",
        flush=True,
    )


if __name__ == "__main__":
    main()
