"""What one story tells of one happening, as it is compared with other stories: small, for hundreds are read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Standing = Literal["news", "background", "planned", "possible", "denied"]


@dataclass(frozen=True, slots=True)
class Somebody:
    """A party as it is compared: the words of its name, its country, its kind and its id in the codebook."""

    words: tuple[str, ...]
    country: str | None
    kind: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Somewhere:
    """A place as it is compared."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    precision: str


@dataclass(frozen=True, slots=True)
class Count:
    """A figure as it is compared; `side` is the country of whom it counts, or the name."""

    counts: str
    population: str
    side: str | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim, or the claims of one story about one happening, as they are compared.

    `id` is the lowest of the ids of its `claims`; `first_sentence` and `last_sentence` are where they stand.
    `countries` are those of its places and parties, `of_story` those that the claims of its story name. `first`, `last`
    and `written` (of the report) are days as ordinals (1 is 1 January of year 1), None when nothing is known;
    `is_stated` is false when they were only taken from the day of the report. `is_total` marks a claim about a stretch
    of events ("since May"). `words` are those of its trigger and label, `names` and `topics` those of its story's
    opening.
    """

    id: str
    claims: tuple[str, ...]
    story: str
    first_sentence: int
    last_sentence: int
    group: str
    mode: str | None
    standing: Standing
    actors: tuple[Somebody, ...]
    targets: tuple[Somebody, ...]
    places: tuple[Somewhere, ...]
    countries: tuple[str, ...]
    of_story: tuple[str, ...]
    written: int | None
    first: int | None
    last: int | None
    is_stated: bool
    is_total: bool
    figures: tuple[Count, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]
    topics: tuple[str, ...]

    @property
    def names_no_day(self) -> bool:
        """Whether it is about one happening, of which neither day nor month is said."""
        return not self.is_stated and not self.is_total

    @property
    def exact_numbers(self) -> frozenset[tuple[str, int]]:
        """What it counts exactly, with the number."""
        return frozenset((one.counts, one.low) for one in self.figures if one.low is not None and one.low == one.high)


def profile_record(profile: Profile) -> dict[str, Any]:
    """The plain dictionary of a profile, for storing."""
    return asdict(profile)


def profile_from_record(record: Mapping[str, Any]) -> Profile:
    """A profile from its dictionary."""
    plain = ("claims", "countries", "of_story", "words", "names", "topics")
    return Profile(
        **{
            **record,
            **{name: tuple(record[name]) for name in plain},
            "actors": tuple(_somebody(one) for one in record["actors"]),
            "targets": tuple(_somebody(one) for one in record["targets"]),
            "places": tuple(Somewhere(**one) for one in record["places"]),
            "figures": tuple(Count(**one) for one in record["figures"]),
        }
    )


def _somebody(record: Mapping[str, Any]) -> Somebody:
    return Somebody(tuple(record["words"]), record["country"], record["kind"], record["id"])
