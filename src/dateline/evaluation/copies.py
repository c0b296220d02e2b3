"""Scores the linking of copies and versions on stories that are made from real ones."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from dateline.codebook.codebook import load_codebook
from dateline.errors import UnreadableError
from dateline.evaluation.bootstrap import interval
from dateline.evaluation.copied import NAME, Made, Maker, Source, sentences_of
from dateline.evaluation.police import mended, police_records
from dateline.evaluation.result import Result
from dateline.gazetteer.gazetteer import open_gazetteer
from dateline.linking.copies import CopyIndex
from dateline.linking.report import ReportReader, Stretch
from dateline.linking.shelf import Shelf
from dateline.model.ids import story_id, text_id
from dateline.model.story import Story
from dateline.reading.layout import lay_out
from dateline.settings import SHIPPED, Settings

POLICE = "events/india_police_dev.jsonl"
PAIRS = "fa_kes_shared_text_pairs.tsv"
COPIES = ("edited", "truncated", "re-headlined", "merged", "furniture", "quoted", "respun")
EACH = 10  # one source in so many is taken; the numbers below are those of all
UPDATED = 500
COPIED = 1_500
OTHERS = 20_000
SHORTEST = 60  # words
NATURAL = 0.2  # of 8-word runs: stories that share so many are copies by nature, and nothing is made from them
OFTEN = 3  # stories in which a name stands, to be given to others


class Outcome(NamedTuple):
    """What should be said of a made story, what is said, and whether of the right one."""

    kind: str
    expected: str
    found: str
    is_right: bool


def copies_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """`copy_precision`, `copy_recall`, `version_precision` and `version_recall` of made stories.

    `path` is a file of FA-KES stories in the folder "stories" of the gold sets; reports of the Indian police events
    stand in the folder "events" beside it. Of a tenth of both 150 copies and 50 later versions are made (see
    `copied.py`) and put, in the order of publication, among the originals and look-alikes that tell other events in
    the same words, 2,000 in all: some 14 of each original. A copy is right when it is called a copy of its original, or
    of another copy or version of that; a version likewise. What is said of the originals themselves is not counted:
    some are each other's copies.
    """
    return _scores(copies_outcomes(path, settings))


def copies_whole_scores(path: Path, settings: Settings = SHIPPED) -> Result:
    """The scores of `copies`, of all reports: 1,500 copies and 500 versions among 22,000 stories; takes ten minutes."""
    return _scores(copies_outcomes(path, settings, each=1))


def _scores(outcomes: Sequence[Outcome]) -> Result:
    statistics = {
        "copy_precision": partial(precision, "copy"),
        "copy_recall": partial(recall, "copy"),
        "version_precision": partial(precision, "version"),
        "version_recall": partial(recall, "version"),
    }
    scores = {name: statistic(outcomes) for name, statistic in statistics.items()}
    bounds = {name: interval(_needed(name, outcomes), statistic, 200) for name, statistic in statistics.items()}
    return Result(len(outcomes), scores, bounds)


def _needed(name: str, outcomes: Sequence[Outcome]) -> list[Outcome]:
    kind = name.split("_")[0]
    return [outcome for outcome in outcomes if kind in {outcome.expected, outcome.found}]


def precision(kind: str, outcomes: Sequence[Outcome]) -> float:
    """Of the stories that are said to be of the kind, the share that is."""
    found = [outcome.is_right for outcome in outcomes if outcome.found == kind]
    return sum(found) / max(1, len(found))


def recall(kind: str, outcomes: Sequence[Outcome]) -> float:
    """Of the stories of the kind, the share that is said to be, of the right story."""
    there = [outcome.is_right for outcome in outcomes if outcome.expected == kind]
    return sum(there) / max(1, len(there))


def copies_outcomes(path: Path, settings: Settings = SHIPPED, each: int = EACH) -> list[Outcome]:
    """What is said of each made story, of one source in `each`."""
    reader = ReportReader(
        load_codebook(settings.codebook), gazetteer=open_gazetteer(settings.codebook, settings.gazetteer)
    )
    sources = [*news_sources(path)[::each], *police_sources(path.parent.parent / POLICE)[::each]]
    made = list(make(sources, reader, each))
    layout = load_codebook(settings.codebook).layout
    entries: list[tuple[Story, Sequence[Stretch], Made | None, tuple[str, ...]]] = []
    for source in sources:
        story = _story(source.headline, source.sentences, f"{source.published[:10]}T06:00", source.outlet)
        entries.append((story, _whole(story), None, (source.key,)))
    for item in made:
        story = _story(item.headline, item.sentences, item.published, item.outlet)
        is_page = item.kind == "furniture"
        sections = [(part.start, part.end, part.part) for part in lay_out(story, layout).sections] if is_page else None
        entries.append((story, sections or _whole(story), item, item.family))
    shelf = Shelf()
    index = CopyIndex(shelf, reader)
    families: dict[str, tuple[str, ...]] = {}
    for story, stretches, one, family in sorted(entries, key=lambda entry: (entry[0].published or "", entry[0].id)):
        index.add(story, stretches)
        families[story.id] = () if one and one.expected == "none" else family
    return [_outcome(story, item, shelf, families) for story, _, item, _ in entries if item]


def _outcome(story: Story, item: Made, shelf: Shelf, families: dict[str, tuple[str, ...]]) -> Outcome:
    link = shelf.link(story.id)
    if link is None:
        return Outcome(item.kind, item.expected, "none", item.expected == "none")
    is_of = bool(set(item.family) & set(families[link.of]))
    return Outcome(item.kind, item.expected, link.kind, link.kind == item.expected and is_of)


def make(sources: Sequence[Source], reader: ReportReader, each: int = 1) -> Iterator[Made]:
    """The copies, versions and look-alikes, each source in turn."""
    small = frozenset(
        word for source in sources for text in source.sentences for word in text.split() if word.islower()
    )
    maker = Maker(_names(sources, small), _towns(sources, reader), small, _synonyms(), reader.is_place)
    kinds, turn = cycle(COPIES), cycle(maker.chance.sample(list(sources), len(sources)))
    yield from _some(COPIED // each, lambda: maker.copy(next(kinds), next(turn), maker.chance.choice(sources)))
    yield from _some(UPDATED // each, lambda: maker.version(next(turn)))
    yield from _some(OTHERS // each - len(sources), lambda: maker.lookalike(next(turn)))


def _some(count: int, produce: Callable[[], Made | None]) -> Iterator[Made]:
    while count:
        if item := produce():
            yield item
            count -= 1


def news_sources(path: Path) -> list[Source]:
    """The stories of FA-KES that share no text with another one."""
    try:
        with (path.parent / PAIRS).open(encoding="utf-8") as table:
            pairs = [row for row in csv.DictReader(table, delimiter="\t") if float(row["containment8"]) >= NATURAL]
    except OSError as error:
        raise UnreadableError(f"{path.parent / PAIRS} is not there: {error}") from error
    shared = {row[column] for row in pairs for column in ("id_a", "id_b")}
    found = {}
    for row in police_records(path):
        sentences = sentences_of(row["text"])
        if row["id"] not in shared and len(row["text"].split()) >= SHORTEST and len(sentences) >= 2:
            found[row["id"]] = Source(row["id"], row["title"], sentences, row["date"], row["source"])
    return list(found.values())


def police_sources(path: Path) -> list[Source]:
    """The documents of the police events, each on a day of its own in 2002."""
    documents: defaultdict[int, list[str]] = defaultdict(list)
    for record in police_records(path):
        if "linkedin" not in record["sent_text"].lower():  # buttons of the page
            documents[record["doc_id"]].append(mended(record["sent_text"]).strip())
    found = []
    for number, sentences in documents.items():
        kept = tuple(sentence for sentence in sentences if len(sentence.split()) > 2)
        if sum(len(sentence.split()) for sentence in kept) >= SHORTEST and len(kept) >= 2:
            day = f"2002-{3 + number % 9:02}-{1 + number % 28:02}"
            found.append(Source(f"police {number}", f"Report {number}", kept, day, "The Gazette"))
    return found


def _names(sources: Sequence[Source], small: frozenset[str]) -> list[str]:
    """The capitalised words within sentences that several stories have."""
    counts: defaultdict[str, set[str]] = defaultdict(set)
    for source in sources:
        for sentence in source.sentences:
            for match in NAME.finditer(sentence):
                counts[match.group()].add(source.key)
    return sorted(name for name, keys in counts.items() if len(keys) >= OFTEN and name.lower() not in small)


def _towns(sources: Sequence[Source], reader: ReportReader) -> list[str]:
    words = {word for source in sources for text in source.sentences if text.islower() for word in text.split()}
    return sorted(word for word in words if word.isalpha() and reader.is_place(word))


def _synonyms() -> dict[str, str]:
    lines = (Path(__file__).parent / "respun.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.partition("\t") for line in lines if line and not line.startswith("#")]
    return {word: other for word, _, other in rows[1:]}


def _story(headline: str, sentences: Sequence[str], published: str, outlet: str) -> Story:
    text = f"{headline}\n\n{' '.join(sentences)}"
    identity = text_id(text)
    number = story_id(identity, outlet, published)
    return Story(number, identity, "gold", outlet, None, headline, None, None, published, None, "en", text)


def _whole(story: Story) -> list[Stretch]:
    start = len(story.headline or "") + 2
    return [(start, len(story.text), "body")]
