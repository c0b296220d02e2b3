"""Story to Reading."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

from dateline.codebook.codebook import Codebook, load_codebook
from dateline.gazetteer.gazetteer import Gazetteer, open_gazetteer
from dateline.issues import Issue
from dateline.model.reading import Reading
from dateline.model.story import Story
from dateline.model.time import Time
from dateline.reading.aligned import Aligned
from dateline.reading.clean import mend
from dateline.reading.dates import resolve_times
from dateline.reading.finds import Finds
from dateline.reading.given_names import common_nouns, given_names
from dateline.reading.headlines import complete
from dateline.reading.language import detect
from dateline.reading.layout import lay_out
from dateline.reading.openings import with_commas
from dateline.reading.parse import PARSED, Block, analysed, frozen
from dateline.reading.quotes import find_quotes
from dateline.reading.recase import Recaser, is_capitals

PARSED_LANGUAGE = "en"
STORIES_AT_ONCE = 16  # the parser takes its steps for all blocks together
TOWN = 5_000  # inhabitants; many an English word is a village somewhere
CITY = 150_000
FAR_DAYS = 3  # between filing and publication: a weekend lies between them now and then


def read(
    stories: Iterable[Story], codebook: Codebook | None = None, gazetteer: Gazetteer | None = None
) -> Iterator[Reading]:
    """Reads each story; see `Reading` for what comes out. Codebook and gazetteer are the shipped ones when not given.

    The reading's story has its fields filled from what the text says (headline, byline, dateline, outlet, credit,
    time of publication, language), never against its metadata. A story that is not in English is not parsed: it gets
    the issue "language-unsupported".
    """
    codebook, gazetteer = codebook or load_codebook(), gazetteer or open_gazetteer()
    titles, given, common = codebook.layout.words["name-title"], given_names(codebook), common_nouns(codebook)
    recaser = Recaser(codebook.names, partial(_is_known_place, gazetteer), titles, given, common)
    is_town = partial(_is_town, gazetteer)
    stories = iter(stories)
    while some := [_lay_out(story, codebook, recaser, is_town) for story in islice(stories, STORIES_AT_ONCE)]:
        documents = analysed((block for laid in some for block in laid.blocks), codebook.layout.words)
        for laid in some:
            yield _reading(laid, documents, codebook)


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A story with its blocks; `filed` is where the text tells when it was filed, (0, 0) where it does not."""

    story: Story
    blocks: Sequence[Block]
    filed: tuple[int, int]


def _lay_out(story: Story, codebook: Codebook, recaser: Recaser, is_town: Callable[[str], bool]) -> _LaidOut:
    finds = lay_out(story, codebook.layout, is_town)
    language = story.language or detect(_report(story, finds))
    is_foreign = language is not None and language.split("-")[0].lower() != PARSED_LANGUAGE
    blocks = _blocks(story, finds, recaser, codebook.layout.words, is_foreign=is_foreign)
    filed = (finds.filed.start, finds.filed.end) if finds.filed else (0, 0)
    return _LaidOut(_filled(story, finds, language), blocks, filed)


def _reading(laid: _LaidOut, documents: Iterator[Any], codebook: Codebook) -> Reading:
    story, blocks = laid.story, laid.blocks
    sentences, tokens = frozen(story.text, blocks, documents, codebook.lemmas)
    quotes = find_quotes(story.text, [(block.start, block.end) for block in blocks if block.part in PARSED])
    times = resolve_times(story, sentences, tokens, codebook.calendar)
    issues = (*_issues(story), *_contradiction(story, *laid.filed), *_open_times(story, times))
    return Reading(story, sentences, tokens, quotes, times, issues)


def _is_town(gazetteer: Gazetteer, name: str) -> bool:
    """Whether the gazetteer has a town or district of that name, from which reporters may file."""
    places = gazetteer.lookup(name)
    return any(
        place.kind in {"admin1", "admin2"}
        or (place.kind == "settlement" and (place.capital or place.population >= TOWN))
        for place in places
    )


def _is_known_place(gazetteer: Gazetteer, name: str) -> bool:
    """Whether a name in capitals is that of a place; a single word, which may be a common noun, of a large one."""
    is_single = " " not in name
    return any(
        place.match < 2
        and (
            place.kind in {"country", "admin1"}
            or (place.kind == "settlement" and (not is_single or place.capital >= 2 or place.population >= CITY))
        )
        for place in gazetteer.lookup(name)
    )


def _filled(story: Story, finds: Finds, language: str | None) -> Story:
    return replace(
        story,
        outlet=finds.outlet,
        credit=finds.credit,
        headline=finds.headline,
        byline=finds.byline,
        dateline=story.dateline or finds.dateline(),
        published=finds.published,
        published_text=finds.published_text,
        language=language,
    )


def _report(story: Story, finds: Finds) -> str:
    return " ".join(story.text[section.start : section.end] for section in finds.sections if section.part in PARSED)


def _issues(story: Story) -> tuple[Issue, ...]:
    if story.language and story.language.split("-")[0].lower() != PARSED_LANGUAGE:
        message = f"the story is in the language {story.language!r}, and only English is read; translate it first"
        return (Issue("language-unsupported", 0, 0, message),)
    return ()


def _contradiction(story: Story, start: int, end: int) -> tuple[Issue, ...]:
    """The doubt that the day at the head of the report, at [start, end), is far from that of the publication."""
    filed = story.dateline.date if story.dateline else None
    if not filed or not story.published:
        return ()
    days = abs((date.fromisoformat(filed) - date.fromisoformat(story.published[:10])).days)
    if days <= FAR_DAYS:
        return ()
    days_from = f"days are reckoned from {story.written_at}"
    message = f"the report is dated {filed}, the publication {story.published[:10]}; {days_from}"
    return (Issue("dates-contradict", start, end, message),)


def _open_times(story: Story, times: Sequence[Time]) -> tuple[Issue, ...]:
    """The doubt that weekdays and the like stay open in a story without a day of publication."""
    waiting = [time for time in times if time.earliest is None and time.latest is None]
    if story.written_at is not None or not waiting:
        return ()
    count = "1 time stays" if len(waiting) == 1 else f"{len(waiting)} times stay"
    message = f"without a publication date {count} open; give one with --published"
    return (Issue("no-publication-date", waiting[0].start, waiting[0].end, message),)


def _blocks(
    story: Story, finds: Finds, recaser: Recaser, words: Mapping[str, frozenset[str]], *, is_foreign: bool
) -> list[Block]:
    blocks = []
    acronyms, people = recaser.acronyms(story.text), recaser.people(story.text) if is_capitals(story.text) else ()
    for number, section in enumerate(finds.sections):
        content = Aligned.of(story.text, section.start, section.end)
        if section.part in PARSED:
            content = mend(content)
            if is_capitals(content.text):
                content = recaser.recase(content, acronyms, people)
        block = Block(section.part, number, section.start, section.end, content, is_foreign=is_foreign)
        if section.part in {"headline", "subhead"}:
            headline = complete(content, words)
            block = replace(block, content=headline.content, put_in=headline.put_in, breaks=headline.breaks)
        elif section.part in PARSED:
            content, put_in = with_commas(content)
            block = replace(block, content=content, put_in=put_in)
        blocks.append(block)
    return blocks
