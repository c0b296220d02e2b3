"""The codebook as one object, loaded once and validated with all mistakes at once."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from dateline.codebook.acled import SubEventRule, read_sub_events
from dateline.codebook.borders import Borders, read_borders
from dateline.codebook.calendar import Calendar, read_calendar
from dateline.codebook.countries import Country, read_countries
from dateline.codebook.frames import Frame, read_frames
from dateline.codebook.layout import Layout, read_layout
from dateline.codebook.lemmas import read_lemmas
from dateline.codebook.light_verbs import read_light_verbs
from dateline.codebook.names import NameIndex
from dateline.codebook.organs import Organs, read_organs
from dateline.codebook.parties import KnownParty, read_parties
from dateline.codebook.place_words import PlaceWords, read_place_words
from dateline.codebook.predicates import Predicate, read_classes, read_predicates
from dateline.codebook.quantities import QuantityRules, read_quantities
from dateline.codebook.reporting import Reporting, read_reporting
from dateline.codebook.responsibility import Tie, read_ties
from dateline.codebook.role_nouns import RoleNouns, read_role_nouns, read_titles
from dateline.codebook.status import StatusCues, read_status_cues
from dateline.codebook.tables import Tables
from dateline.codebook.triage import Topic, read_topics
from dateline.codebook.versions import VersionMarks, read_version_marks
from dateline.errors import CodebookError
from dateline.model.party import Kind


@dataclass(frozen=True)
class Codebook:
    """All the vocabulary. `digest` is the sha256 of the files it was read from."""

    digest: str
    frames: dict[str, Frame]
    classes: dict[str, frozenset[str]]
    predicates: tuple[Predicate, ...]
    layout: Layout
    sub_events: tuple[SubEventRule, ...]
    ties: tuple[Tie, ...]
    lemmas: dict[str, str]
    light_verbs: dict[str, str]
    status_cues: StatusCues
    calendar: Calendar
    quantities: QuantityRules
    reporting: Reporting
    countries: dict[str, Country]
    parties: dict[str, KnownParty]
    names: NameIndex
    organs: Organs
    role_nouns: RoleNouns
    titles: dict[str, Kind | None]
    place_words: PlaceWords
    topics: dict[str, Topic]
    borders: Borders
    version_marks: VersionMarks

    @cached_property
    def demonyms(self) -> dict[str, str]:
        """Adjectives and names of peoples to countries: "Afghan" and "Afghans" to AFG; none that several share."""
        owners: defaultdict[str, set[str]] = defaultdict(set)
        for country in self.countries.values():
            for word in (*country.adjectives, *country.people):
                owners[word].add(country.alpha3)
                owners[f"{word}s"].add(country.alpha3)
        return {word: next(iter(countries)) for word, countries in owners.items() if len(countries) == 1}

    @cached_property
    def telling_party_names(self) -> frozenset[str]:
        """The names of parties that are no single common word: those of several words or in capitals."""
        names = (name for party in self.parties.values() for name in party.names)
        return frozenset(name for name in names if " " in name or name.isupper())


def load_codebook(overlay: Path | None = None) -> Codebook:
    """The shipped codebook, with the tables of the folder `overlay` on top. Raises CodebookError with every mistake."""
    return _loaded(overlay and overlay.resolve())


@cache
def _loaded(overlay: Path | None) -> Codebook:
    """One for each folder: by its whole path, for "codebook" is another folder in another place."""
    tables = Tables(overlay)
    frames = read_frames(tables)
    classes = read_classes(tables)
    predicates = read_predicates(tables, frozenset(frames), classes)
    calendar = read_calendar(tables)
    quantities = read_quantities(tables)
    sub_events = read_sub_events(tables)
    ties = read_ties(tables)
    lemmas = read_lemmas(tables)
    light_verbs = read_light_verbs(tables)
    status_cues = read_status_cues(tables)
    reporting = read_reporting(tables)
    layout = read_layout(tables)
    countries = read_countries(tables)
    parties = read_parties(tables, countries)
    organs = read_organs(tables)
    role_nouns = read_role_nouns(tables)
    titles = read_titles(tables)
    place_words = read_place_words(tables)
    topics = read_topics(tables)
    borders = read_borders(tables, countries.keys())
    version_marks = read_version_marks(tables)
    if tables.problems:
        raise CodebookError(tables.problems)
    return Codebook(
        digest=tables.digest,
        frames=frames,
        classes=classes,
        predicates=predicates,
        layout=layout,
        sub_events=sub_events,
        ties=ties,
        lemmas=lemmas,
        light_verbs=light_verbs,
        status_cues=status_cues,
        calendar=calendar,
        quantities=quantities,
        reporting=reporting,
        countries=countries,
        parties=parties,
        names=NameIndex(countries, parties),
        organs=organs,
        role_nouns=role_nouns,
        titles=titles,
        place_words=place_words,
        topics=topics,
        borders=borders,
        version_marks=version_marks,
    )
