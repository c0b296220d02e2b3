"""Time expressions in sentences: the words, the day of the report, and the days they mean."""

import pytest

from dateline.codebook.calendar import Calendar, read_calendar
from dateline.codebook.tables import Tables
from dateline.model.reading import Part
from dateline.model.story import Dateline, Story
from dateline.model.time import Time
from dateline.reading.aligned import Aligned
from dateline.reading.dates import resolve_times
from dateline.reading.parse import Block, parse

MONDAY = "2021-07-05"
SATURDAY = "2021-07-10"
WORDS = {"title": frozenset[str](), "abbreviation": frozenset({"jan", "feb", "aug", "sept", "oct", "nov", "dec"})}


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return read_calendar(Tables())


def read_times(
    text: str, published: str | None, calendar: Calendar, part: Part = "body", dateline: Dateline | None = None
) -> tuple[Time, ...]:
    story = Story("s", "t", "p", None, None, None, None, dateline, published, None, "en", text)
    block = Block(part, 0, 0, len(text), Aligned.of(text, 0, len(text)))
    sentences, tokens = parse(text, [block], WORDS)
    return resolve_times(story, sentences, tokens, calendar)


def time_of(
    words: str,
    text: str,
    published: str | None,
    calendar: Calendar,
    part: Part = "body",
    dateline: Dateline | None = None,
) -> Time:
    times = read_times(text, published, calendar, part, dateline)
    assert all(text[time.start : time.end] == time.text for time in times)
    found = [time for time in times if time.text == words]
    assert found, f"{words!r} is not among {[time.text for time in times]}"
    return found[0]


def unmarked(marked: str) -> tuple[str, str]:
    """The words in brackets, and the text without the brackets."""
    return marked[marked.index("[") + 1 : marked.index("]")], marked.replace("[", "").replace("]", "")


# The sentence with the expression in [brackets], the day of the report, earliest, latest, precision.
ROWS = [
    # Days of the week, by tense; 5 July 2021 is a Monday
    ("Shells hit the market on [Monday].", MONDAY, "2021-07-05", "2021-07-05", "day"),
    ("Shells hit the market on [Tuesday].", MONDAY, "2021-06-29", "2021-06-29", "day"),
    ("The army said [Friday] that it had left.", MONDAY, "2021-07-02", "2021-07-02", "day"),
    ("The convoy had left on [Sunday].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("The envoys will meet on [Tuesday].", MONDAY, "2021-07-06", "2021-07-06", "day"),
    ("The envoys are to meet on [Thursday].", MONDAY, "2021-07-08", "2021-07-08", "day"),
    ("The march is expected to start on [Wednesday].", MONDAY, "2021-07-07", "2021-07-07", "day"),
    ("They vowed to strike on [Saturday].", MONDAY, "2021-07-10", "2021-07-10", "day"),
    ("They were forced to flee on [Saturday].", MONDAY, "2021-07-03", "2021-07-03", "day"),
    ("The group said it would free them on [Friday].", MONDAY, "2021-07-09", "2021-07-09", "day"),
    ("Villagers have been leaving after [Friday]'s raid.", MONDAY, "2021-07-02", "2021-07-02", "day"),
    ("[Sunday]'s bombing killed four people.", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("Gunmen stormed the camp [last Wednesday].", MONDAY, "2021-06-30", "2021-06-30", "day"),
    ("Gunmen stormed the camp [last Monday].", MONDAY, "2021-06-28", "2021-06-28", "day"),
    ("The court will sit [next Monday].", MONDAY, "2021-07-12", "2021-07-12", "day"),
    ("The court will sit [this Thursday].", MONDAY, "2021-07-08", "2021-07-08", "day"),
    ("The bridge fell on [Tuesday last week].", MONDAY, "2021-06-29", "2021-06-29", "day"),
    ("The bridge fell on [Friday of last week].", MONDAY, "2021-07-02", "2021-07-02", "day"),
    ("The march will start on [Tuesday (tomorrow)].", MONDAY, "2021-07-06", "2021-07-06", "day"),
    ("The officers came [today (on Sunday)].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("Fighting raged [from Thursday to Saturday].", MONDAY, "2021-07-01", "2021-07-03", "days"),
    ("Fighting raged [between Friday and Sunday].", MONDAY, "2021-07-02", "2021-07-04", "days"),
    ("Clashes broke out on [Friday, 2 July], in the hills.", MONDAY, "2021-07-02", "2021-07-02", "day"),
    ("He died on [Sunday night, July 4], police said.", MONDAY, "2021-07-04", "2021-07-05", "days"),
    # Parts of the day
    ("Rockets fell on [Sunday night].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("Rockets fell [late Sunday].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("Rockets fell [early on Monday].", MONDAY, "2021-07-05", "2021-07-05", "day"),
    ("Rockets fell [in the early hours of Monday].", MONDAY, "2021-07-05", "2021-07-05", "day"),
    ("Rockets fell [at dawn on Saturday].", MONDAY, "2021-07-03", "2021-07-03", "day"),
    ("Rockets fell [before dawn on Saturday].", MONDAY, "2021-07-03", "2021-07-03", "day"),
    ("Rockets fell on [Friday afternoon].", MONDAY, "2021-07-02", "2021-07-02", "day"),
    ("The raid began at [2:00 am (0100 GMT) on Wednesday].", "2021-07-07", "2021-07-07", "2021-07-07", "day"),
    ("The raid began at [11 pm on Sunday].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("The raid began [Monday at around 8am].", MONDAY, "2021-07-05", "2021-07-05", "day"),
    ("On Sunday they struck again, at around [8am], near the river.", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("Two men died [last night].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("Two men died [overnight].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("Two men died in clashes [during the night].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("They fled on Monday after clashes [during the night].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("Two men died [this morning].", MONDAY, "2021-07-05", "2021-07-05", "day"),
    ("Two men died [yesterday evening].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("He has been silent [since the morning of March 13].", "2022-03-26", "2022-03-13", "2022-03-26", "after"),
    ("They must leave [by Tuesday evening].", MONDAY, None, "2021-07-06", "before"),
    ("The raid began at approximately [2200 last night].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("Rockets fell [in the night to Monday].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("Rockets fell [overnight into Sunday].", MONDAY, "2021-07-03", "2021-07-04", "days"),
    ("Rockets fell [overnight on Saturday].", MONDAY, "2021-07-03", "2021-07-04", "days"),
    ("Rockets fell on [the night of July 3].", MONDAY, "2021-07-03", "2021-07-04", "days"),
    ("Rockets fell [in the night of Sunday to Monday].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("Rockets fell on [the night from Saturday to Sunday].", MONDAY, "2021-07-03", "2021-07-04", "days"),
    ("Rockets fell [during the night of 3-4 July].", MONDAY, "2021-07-03", "2021-07-04", "days"),
    ("Rockets fell [Sunday night into Monday].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    # Against the day of the report
    ("The minister resigned [today].", MONDAY, "2021-07-05", "2021-07-05", "day"),
    ("The minister resigned [yesterday].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("The minister will resign [tomorrow].", MONDAY, "2021-07-06", "2021-07-06", "day"),
    ("The minister will speak [tonight].", MONDAY, "2021-07-05", "2021-07-06", "days"),
    ("The minister resigned [the day before yesterday].", MONDAY, "2021-07-03", "2021-07-03", "day"),
    ("The siege began [eight days ago].", MONDAY, "2021-06-27", "2021-06-27", "day"),
    ("The siege began [8 days ago].", MONDAY, "2021-06-27", "2021-06-27", "day"),
    ("The siege began [a week ago].", MONDAY, "2021-06-27", "2021-06-29", "days"),
    ("The siege began [two weeks ago].", MONDAY, "2021-06-19", "2021-06-23", "days"),
    ("The siege began [two months ago].", MONDAY, "2021-05-01", "2021-05-31", "month"),
    ("The siege began [three years ago].", MONDAY, "2018-01-01", "2018-12-31", "year"),
    ("The siege began [a decade ago].", MONDAY, "2010-01-01", "2012-12-31", "unknown"),
    ("The siege began [several days ago].", MONDAY, "2021-06-26", "2021-07-02", "days"),
    ("The siege began [several weeks ago].", MONDAY, "2021-04-30", "2021-06-17", "year"),
    ("The siege began [a few days ago].", MONDAY, "2021-06-29", "2021-07-03", "days"),
    ("The siege began [twenty-one days ago].", MONDAY, "2021-06-14", "2021-06-14", "day"),
    ("The camp was hit [three hours ago].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("The camp was hit [three hours ago].", "2021-07-05T16:20", "2021-07-05", "2021-07-05", "day"),
    ("Twenty people died [last week].", MONDAY, "2021-06-28", "2021-07-04", "week"),
    ("Twenty people died [this week].", MONDAY, "2021-07-05", "2021-07-11", "week"),
    ("The talks will resume [next week].", MONDAY, "2021-07-12", "2021-07-18", "week"),
    ("Twenty people died [last month].", MONDAY, "2021-06-01", "2021-06-30", "month"),
    ("Twenty people died [last month].", "2021-01-15", "2020-12-01", "2020-12-31", "month"),
    ("Twenty people died [last year].", MONDAY, "2020-01-01", "2020-12-31", "year"),
    ("The vote will be held [next year].", MONDAY, "2022-01-01", "2022-12-31", "year"),
    ("The vote will be held [next month].", MONDAY, "2021-08-01", "2021-08-31", "month"),
    ("Twenty people died [earlier this month].", MONDAY, "2021-07-01", "2021-07-05", "days"),
    ("Twenty people died [earlier this year].", MONDAY, "2021-01-01", "2021-07-05", "year"),
    ("The vote will be held [later this month].", MONDAY, "2021-07-05", "2021-07-31", "month"),
    ("Twenty people died [late last year].", MONDAY, "2020-09-01", "2020-12-31", "year"),
    ("The hills were taken at [the end of last year].", MONDAY, "2020-11-01", "2020-12-31", "year"),
    ("The hills were taken in [the past four days].", MONDAY, "2021-07-01", "2021-07-05", "days"),
    ("Ten strikes were flown in [the last 24 hours].", MONDAY, "2021-07-04", "2021-07-05", "days"),
    ("Ten strikes were flown over [the past week].", MONDAY, "2021-06-28", "2021-07-05", "week"),
    ("Attacks rose over [the past two years].", MONDAY, "2019-07-05", "2021-07-05", "unknown"),
    ("Attacks rose in [recent weeks].", MONDAY, None, "2021-07-05", "unknown"),
    ("More are expected in [the coming days].", MONDAY, "2021-07-05", None, "unknown"),
    ("More are expected in [the next three days].", MONDAY, "2021-07-05", "2021-07-08", "days"),
    ("The pact was signed [last September].", MONDAY, "2020-09-01", "2020-09-30", "month"),
    ("The pact will be signed in [January next year].", MONDAY, "2022-01-01", "2022-01-31", "month"),
    # Weekends
    ("The flight followed [another weekend] of fighting.", MONDAY, "2021-07-03", "2021-07-04", "days"),
    ("Six died over [the weekend].", MONDAY, "2021-07-03", "2021-07-04", "days"),
    ("Six died over [the weekend].", "2021-07-09", "2021-07-03", "2021-07-04", "days"),
    ("Six died over [the weekend].", SATURDAY, "2021-07-10", "2021-07-11", "days"),
    ("Six died [last weekend].", SATURDAY, "2021-07-03", "2021-07-04", "days"),
    ("The rally will be held [this weekend].", MONDAY, "2021-07-10", "2021-07-11", "days"),
    # Dates
    ("The base was handed over on [July 4, 2021].", None, "2021-07-04", "2021-07-04", "day"),
    ("The base was handed over on [4 July 2021].", None, "2021-07-04", "2021-07-04", "day"),
    ("The base was handed over on the [4th of July, 2021].", None, "2021-07-04", "2021-07-04", "day"),
    ("The base was handed over on [5th Jul, 2021].", None, "2021-07-05", "2021-07-05", "day"),
    ("The base was handed over on [Sunday, July 4, 2021].", None, "2021-07-04", "2021-07-04", "day"),
    ("The base was handed over on [2021-07-05].", None, "2021-07-05", "2021-07-05", "day"),
    ("The base was handed over on [25/07/2021].", None, "2021-07-25", "2021-07-25", "day"),
    ("The base was handed over on [07/25/2021].", None, "2021-07-25", "2021-07-25", "day"),
    ("The base was handed over on [07/05/2021].", MONDAY, None, None, "unknown"),
    ("The base was handed over on [July 4].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("The base was handed over on [4 July].", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("The base was handed over on [Dec. 20].", MONDAY, "2020-12-20", "2020-12-20", "day"),
    ("The base will be handed over on [July 20].", MONDAY, "2021-07-20", "2021-07-20", "day"),
    ("He called off the rally planned for [July 6].", MONDAY, "2021-07-06", "2021-07-06", "day"),
    ("The plane crashed on [11 February].", "1990-03-16", "1990-02-11", "1990-02-11", "day"),
    ("The plane crashed on [11 Feb 90].", None, "1990-02-11", "1990-02-11", "day"),
    ("The plane crashed on [February 29].", "2021-03-02", "2020-02-29", "2020-02-29", "day"),
    ("Shelling went on [July 3-5].", MONDAY, "2021-07-03", "2021-07-05", "days"),
    ("Shelling went on [from 3 to 5 July].", MONDAY, "2021-07-03", "2021-07-05", "days"),
    ("Shelling went on [between 3 and 5 July].", MONDAY, "2021-07-03", "2021-07-05", "days"),
    ("Shelling went on [from June 28 to July 3].", MONDAY, "2021-06-28", "2021-07-03", "days"),
    ("Shelling went on [between 28 December and 3 January].", "2021-01-10", "2020-12-28", "2021-01-03", "week"),
    ("Strikes on [May 1] and May 3, 2015, hit the town.", None, "2015-05-01", "2015-05-01", "day"),
    ("Shelling went on [July 1, 2 and 3].", MONDAY, "2021-07-01", "2021-07-03", "days"),
    ("Shelling went on [1 and 2 July].", MONDAY, "2021-07-01", "2021-07-02", "days"),
    ("Shelling went on [1, 2 and 3 July 2020].", MONDAY, "2020-07-01", "2020-07-03", "days"),
    ("On [July 4] and 5 people died in the camp.", MONDAY, "2021-07-04", "2021-07-04", "day"),
    ("Shells hit the port on [the 3rd].", MONDAY, "2021-07-03", "2021-07-03", "day"),
    ("Shells hit the port on [the 15th].", MONDAY, "2021-06-15", "2021-06-15", "day"),
    ("The talks will resume on [the 15th].", MONDAY, "2021-07-15", "2021-07-15", "day"),
    ("Shells hit the port on [the 15th of last month].", MONDAY, "2021-06-15", "2021-06-15", "day"),
    ("He fled [two days after July 1].", MONDAY, "2021-07-03", "2021-07-03", "day"),
    ("He fled [two days before the April 20 vote].", MONDAY, "2021-04-18", "2021-04-18", "day"),
    ("He fled [the day after Friday's raid].", MONDAY, "2021-07-03", "2021-07-03", "day"),
    ("[Two days after the raid], police arrested a man.", MONDAY, None, None, "unknown"),
    # Months, seasons, years
    ("The town fell in [early July].", SATURDAY, "2021-07-01", "2021-07-10", "month"),
    ("The town fell in [mid-February].", MONDAY, "2021-02-11", "2021-02-20", "month"),
    ("The town fell in [late June].", MONDAY, "2021-06-21", "2021-06-30", "month"),
    ("The town fell in [June].", MONDAY, "2021-06-01", "2021-06-30", "month"),
    ("The town fell in [November].", MONDAY, "2020-11-01", "2020-11-30", "month"),
    ("The polls will open in [September].", MONDAY, "2021-09-01", "2021-09-30", "month"),
    ("The town fell in [February 2014].", MONDAY, "2014-02-01", "2014-02-28", "month"),
    ("The town fell in [the last week of March 2014].", MONDAY, "2014-03-25", "2014-03-31", "week"),
    ("The town fell in [2016].", MONDAY, "2016-01-01", "2016-12-31", "year"),
    ("The [2016] attack killed 80 people.", MONDAY, "2016-01-01", "2016-12-31", "year"),
    ("The town fell in [mid-2015].", MONDAY, "2015-05-01", "2015-08-31", "year"),
    ("The town fell in [spring 2013].", MONDAY, "2013-03-01", "2013-05-31", "year"),
    ("The town fell [last summer].", MONDAY, "2020-06-01", "2020-08-31", "year"),
    ("Losses grew in [the second quarter of 2009].", MONDAY, "2009-04-01", "2009-06-30", "year"),
    ("Losses grew in [Q2 2009].", MONDAY, "2009-04-01", "2009-06-30", "year"),
    ("Losses grew in [the first quarter of last year].", MONDAY, "2020-01-01", "2020-03-31", "year"),
    ("The war lasted [from 1992 to 1995].", MONDAY, "1992-01-01", "1995-12-31", "unknown"),
    ("The [1992-95] war cost many lives.", MONDAY, "1992-01-01", "1995-12-31", "unknown"),
    ("The group was founded in [the 1990s].", MONDAY, "1990-01-01", "1999-12-31", "unknown"),
    ("The group was founded in the [early 1990s].", MONDAY, "1990-01-01", "1993-12-31", "unknown"),
    ("Losses grew in [the first half of 2020].", MONDAY, "2020-01-01", "2020-06-30", "year"),
    ("Losses grew in [the first six months of last year].", MONDAY, "2020-01-01", "2020-06-30", "year"),
    ("Losses grew [so far this year].", MONDAY, "2021-01-01", "2021-07-05", "year"),
    ("Many died [between Jan. 1 and June 30 this year].", MONDAY, "2021-01-01", "2021-06-30", "year"),
    ("He was jailed on [3 May last year].", MONDAY, "2020-05-03", "2020-05-03", "day"),
    ("Towns fell in June 2009 and [August].", MONDAY, "2009-08-01", "2009-08-31", "month"),
    ("The raid comes [three years after] girls were taken.", MONDAY, "2018-01-01", "2018-12-31", "year"),
    # Since, until, by, before, after
    ("They hold the hills they took [since Friday].", MONDAY, "2021-07-02", "2021-07-05", "after"),
    ("Thousands have fled [since April].", MONDAY, "2021-04-01", "2021-07-05", "after"),
    ("Thousands have fled [since mid-February].", MONDAY, "2021-02-11", "2021-07-05", "after"),
    ("Thousands have fled [since 2014].", MONDAY, "2014-01-01", "2021-07-05", "after"),
    ("Thousands have fled [since Friday].", MONDAY, "2021-07-02", "2021-07-05", "after"),
    ("Thousands have fled [since the start of the invasion].", MONDAY, None, "2021-07-05", "after"),
    ("The town held out [until May 2021].", MONDAY, None, "2021-05-31", "before"),
    ("The truce will hold [until Thursday].", MONDAY, None, "2021-07-08", "before"),
    ("All troops must leave [by the end of the month].", MONDAY, None, "2021-07-31", "before"),
    ("All troops must leave [by August 31].", MONDAY, None, "2021-08-31", "before"),
    ("The dam was mined [before June 20].", MONDAY, None, "2021-06-19", "before"),
    ("No one was seen there [after June 20].", MONDAY, "2021-06-21", "2021-07-05", "after"),
    # Named days, other calendars
    ("The war began in [the September 11 attacks].", MONDAY, "2001-09-11", "2001-09-11", "day"),
    ("Mosques were full for [Eid al-Fitr].", "2021-05-20", "2021-05-12", "2021-05-16", "days"),
    ("The church was bombed on [Easter Sunday].", "2019-04-22", "2019-04-21", "2019-04-21", "day"),
    ("The church was bombed on [Christmas Eve].", "2021-01-10", "2020-12-24", "2020-12-24", "day"),
    ("He was seized on [12 Ramadan 1442].", None, "2021-04-23", "2021-04-25", "days"),
    ("He was seized on [15 Saratan 1400].", None, "2021-07-06", "2021-07-06", "day"),
    ("He was seized on [the 15th of Ramadan].", "2021-07-06", "2021-04-26", "2021-04-28", "days"),
    ("He was seized [on 14 Saratan].", "2021-07-06", "2021-07-05", "2021-07-05", "day"),
    ("He was seized in [Farvardin 1400].", None, "2021-03-21", "2021-04-20", "month"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "published", "earliest", "latest", "precision"), ROWS)
def test_expression(
    marked: str, published: str | None, earliest: str | None, latest: str | None, precision: str, calendar: Calendar
) -> None:
    time = time_of(*unmarked(marked), published, calendar)
    assert (time.earliest, time.latest, time.precision) == (earliest, latest, precision)


# Headlines and captions tell the past in the present.
@pytest.mark.parametrize(
    ("part", "marked", "published", "day"),
    [
        ("headline", "Rebels seize border town on [Friday]", MONDAY, "2021-07-02"),
        ("headline", "Rebels to release captives on [Friday]", MONDAY, "2021-07-09"),
        ("caption", "Residents flee the port on [Thursday].", MONDAY, "2021-07-01"),
        ("body", "The talks begin on [Thursday].", MONDAY, "2021-07-08"),
    ],
)
def test_tense_of_part(part: Part, marked: str, published: str, day: str, calendar: Calendar) -> None:
    time = time_of(*unmarked(marked), published, calendar, part)
    assert time.earliest == time.latest == day


@pytest.mark.parametrize(
    ("marked", "published", "earliest", "latest"),
    [
        ("On June 20 rockets fell. [The following day] the army left.", MONDAY, "2021-06-21", "2021-06-21"),
        ("On June 20 rockets fell. [That day] the army left.", MONDAY, "2021-06-20", "2021-06-20"),
        ("On June 20 rockets fell, and [the same day] the army left.", MONDAY, "2021-06-20", "2021-06-20"),
        ("On June 20 rockets fell. A truce began [three days earlier].", MONDAY, "2021-06-17", "2021-06-17"),
        ("On June 20 rockets fell. [Two days later] the army left.", MONDAY, "2021-06-22", "2021-06-22"),
        ("On June 20 rockets fell. [The previous day] was calm.", MONDAY, "2021-06-19", "2021-06-19"),
        ("On 11 March a camp was hit. [On that occasion] two died.", MONDAY, "2021-03-11", "2021-03-11"),
        ("A truce began on Thursday. Strikes have gone on [since then].", MONDAY, "2021-07-01", MONDAY),
        ("In 2014 the war began. [Later that year] the port fell.", MONDAY, "2014-01-01", "2014-12-31"),
        ("They met on Sunday. [Later in the day] a mob came.", MONDAY, "2021-07-04", "2021-07-04"),
        ("Rockets fell on Sunday night. [The next day] was calm.", MONDAY, "2021-07-05", "2021-07-05"),
        # Days of telling are passed over, and what could not be resolved carries nothing over.
        ("The camp was hit on June 20, he said on Sunday. [That day] two died.", MONDAY, "2021-06-20", "2021-06-20"),
        ("They said on Sunday that a camp had been hit. [That day] two died.", MONDAY, None, None),
        ("They announced a truce on Saturday. [The next day] it broke.", MONDAY, "2021-07-04", "2021-07-04"),
        ("A truce announced on Saturday broke. [The next day] was calm.", MONDAY, "2021-07-04", "2021-07-04"),
        ("It will be signed on July 10. They leave [by then].", MONDAY, None, "2021-07-10"),
        ("On June 20 rockets fell. More fell on [the 22nd].", MONDAY, "2021-06-22", "2021-06-22"),
        # A year that the text has given holds on, but not for what is of late.
        ("In June 2009 he was jailed. In [August] he was freed.", MONDAY, "2009-08-01", "2009-08-31"),
        ("In June 2009 he was jailed. On [March 3] he was freed.", MONDAY, "2010-03-03", "2010-03-03"),
        ("In June 2009 he was jailed. Sales rose. In [August] he was freed.", MONDAY, "2020-08-01", "2020-08-31"),
        ("They have ruled since June 2009. In [August] he was freed.", MONDAY, "2020-08-01", "2020-08-31"),
        ("As he said when he came in June 2009, it was his. In [May] he fell ill.", MONDAY, "2021-05-01", "2021-05-31"),
        ("In July 2020 he fled. In [June] he came back.", "2021-12-10", "2021-06-01", "2021-06-30"),
        ("In June 2009 he was jailed. On [July 3] he was freed.", MONDAY, "2021-07-03", "2021-07-03"),
        ("He fled in June 2009. He came back last week. In [May] he fell ill.", MONDAY, "2021-05-01", "2021-05-31"),
        # Events that the text has dated
        ("The raid took place on Friday. [Two days after the raid], they left.", MONDAY, "2021-07-04", "2021-07-04"),
        ("Friday's raid killed two. They had left [the day before the raid].", MONDAY, "2021-07-01", "2021-07-01"),
        ("Friday's raid followed Sunday's raid. They left [the day after the raid].", MONDAY, None, None),
        ("Friday's raid killed two. [Two years after the raid] they left.", MONDAY, None, None),
        ("Friday's raid killed two. [A day after the raid] on a mill they left.", MONDAY, None, None),
        # A year earlier
        ("Raids rose in June, against [the same month a year ago].", MONDAY, "2020-06-01", "2020-06-30"),
        ("Raids rose in May and June. In [the same period last year] none died.", MONDAY, "2020-06-01", "2020-06-30"),
        # Nothing is carried over what could not be resolved.
        ("It rained on May 4, 2015. On Monday they left. [The next day] they came back.", None, None, None),
    ],
)  # fmt: skip
def test_relative_to_the_text(
    marked: str, published: str | None, earliest: str | None, latest: str | None, calendar: Calendar
) -> None:
    time = time_of(*unmarked(marked), published, calendar)
    assert (time.earliest, time.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("marked", "part_of_day"),
    [
        ("They came on [Sunday night].", "night"),
        ("They came [late Sunday].", "evening"),
        ("They came [early Sunday].", "early morning"),
        ("They came [in the early hours of Sunday].", "early morning"),
        ("They came [at dawn on Sunday].", "dawn"),
        ("They came at [8 pm on Sunday].", "evening"),
        ("They came at [0130 GMT on Sunday].", "early morning"),
        ("They came on [Sunday at noon].", "noon"),
        ("They came on [Sunday].", None),
        ("They came [tonight].", "night"),
        ("They came [overnight].", "night"),
        ("They came [in the night to Monday].", "night"),
        ("They came [in the night of Sunday to Monday].", "night"),
    ],
)
def test_part_of_day(marked: str, part_of_day: str | None, calendar: Calendar) -> None:
    assert time_of(*unmarked(marked), MONDAY, calendar).part_of_day == part_of_day


@pytest.mark.parametrize(
    ("marked", "edtf"),
    [
        ("They came on [Sunday].", "2021-07-04"),
        ("They came over [the weekend].", "2021-07-03/2021-07-04"),
        ("They came in [June].", "2021-06"),
        ("They came in [2016].", "2016"),
        ("They came in [the 1990s].", "199X"),
        ("They came in [early June].", "2021-06-01/2021-06-10~"),
        ("They came in [mid-2015].", "2015-05~/2015-08~"),
        ("They came in [late 2015].", "2015-09~/2015-12"),
        ("They came in [spring 2013].", "2013-21"),
        ("They have come [since April].", "2021-04/2021-07-05"),
        ("They have come in [recent years].", "../2021-07-05"),
        ("They must leave [by July 10].", "../2021-07-10"),
        ("They will be gone [after July 10].", "2021-07-11/.."),
        ("They came on [12 Ramadan 1442].", "2021-04-24~"),
        ("They came [a decade ago].", "2010~/2012~"),
        ("They came [a week ago].", "2021-06-28~"),
        ("They came in the 70s and [80s].", "198X"),
        ("They have come [since '82].", "1982/2021-07-05"),
    ],
)
def test_edtf(marked: str, edtf: str, calendar: Calendar) -> None:
    assert time_of(*unmarked(marked), MONDAY, calendar).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "They held out for eight days under fire.",
        "A 48-hour truce was announced by the envoy.",
        "Her 75-year-old father was among the dead.",
        "The three-year war has cost many lives.",
        "It ended nearly two decades of fighting in the valley.",
        "The rebels may leave the city and march on the port.",
        "Crowds march on the palace in protest.",
        "The army counted 2016 rounds in the depot.",
        "He paid $2010 for the truck.",
        "He wrote for the Sunday Times about the war.",
        "The March 23 Movement took the hill.",
        "April Keller, a spokeswoman, denied it.",
        "Relatives of those shot on Bloody Sunday gathered at the court.",
        "The Christmas market was rebuilt by volunteers.",
        "The road runs 2000 km to the sea.",
        "Soldiers use the second road every day.",
        "The fighters were seen in the fall of the old regime.",
        "They pray there every Friday.",
        "The truck with the plate MI-1630 was found.",
        "They met at 1446 Main Road.",
        "Police closed the 1600 block of Harbour Road.",
        "He was shot on 9 October avenue.",
        "Troops of the 15th brigade left the town.",
        "A man in his early 20s was killed by then Captain Moore.",
        "The plane landed three days later than planned.",
        "He was freed two days after they had talked to his family.",
    ],
)
def test_no_dates(text: str, calendar: Calendar) -> None:
    assert read_times(text, MONDAY, calendar) == ()


@pytest.mark.parametrize(
    "marked",
    [
        "They came on [Monday].",
        "They came [yesterday].",
        "They came [two weeks ago].",
        "They came on [Jan. 1].",
        "They came [last week].",
        "They came in [the last 24 hours].",
        "They came over [the weekend].",
        "They came in [March].",
        "They have come [since April].",
        "They came during [Ramadan].",
        "They came [last spring].",
        "They will leave [by Tuesday].",
    ],
)
def test_without_a_day_of_report(marked: str, calendar: Calendar) -> None:
    time = time_of(*unmarked(marked), None, calendar)
    assert (time.edtf, time.earliest, time.latest, time.precision) == (None, None, None, "unknown")


def test_dateline_is_the_anchor_without_publication(calendar: Calendar) -> None:
    dateline = Dateline("Ostan", "2021-07-05")
    time = time_of("Sunday", "They came on Sunday.", None, calendar, dateline=dateline)
    assert time.earliest == "2021-07-04"


def test_publication_goes_before_dateline(calendar: Calendar) -> None:
    dateline = Dateline("Ostan", "2021-06-01")
    time = time_of("yesterday", "They came yesterday.", MONDAY, calendar, dateline=dateline)
    assert time.earliest == "2021-07-04"


def test_month_before_counted_people(calendar: Calendar) -> None:
    times = read_times("In June 20 people died in the camp.", MONDAY, calendar)
    assert [(time.text, time.edtf) for time in times] == [("June", "2021-06")]
