"""Whatever stands around them: times are exact stretches of the text, in order, apart, and their EDTF is sound."""

from datetime import date

import edtf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.codebook.calendar import read_calendar
from dateline.codebook.tables import Tables
from dateline.model.story import Story
from dateline.model.time import Time
from dateline.reading.aligned import Aligned
from dateline.reading.dates import resolve_times
from dateline.reading.parse import Block, parse

CALENDAR = read_calendar(Tables())
PHRASES = [
    "on Monday", "last Friday", "late Sunday", "Sunday night", "(tomorrow)", "two weeks ago", "a decade ago",
    "early July", "the 1990s", "since April", "until 4 July 2021", "between 3 and 5 July", "from Monday to Friday",
    "07/05/2021",
    "31 February", "29 Feb", "May", "2016", "1992-95", "at 8 am", "(0100 GMT)", "overnight", "the following day",
    "spring 2013", "Q2 2009", "the end of last year", "12 Ramadan 1442", "30 Esfand 1403", "Christmas",
    "in recent years",
    "the next few days", "earlier this month", "that year", "over the weekend", "by", "before", "and", ",", "-", "'s",
    "troops fled", "said", "will meet", "the market", "“", "”", "\u00ad", "İstanbul", "…", "\n", "  ", ".", "NATO",
    "the turn of the century", "five centuries ago", "9999 days ago", "the 40th day", "in the next 900 years",
    "900 centuries ago",
    "the next 999 decades", "999 years ago", "since 900 centuries ago", "until 999 decades ago",
    "the night of 31 December 9999", "two days after", "the raid", "the day before", "in the night to", "on the 31st",
    "July 1, 2 and 3", "the same month last year", "by then", "In June 2009", "in August", "said on", "30 and 31",
]  # fmt: skip
texts = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=9).flatmap(
    lambda parts: st.sampled_from([" ", "  ", "", "\n"]).map(lambda glue: glue.join(parts))
)
days = st.one_of(st.none(), st.dates(date(1950, 1, 1), date(2090, 12, 31)).map(date.isoformat))


def read(text: str, published: str | None) -> tuple[Time, ...]:
    story = Story("s", "t", "p", None, None, None, None, None, published, None, "en", text)
    block = Block("body", 0, 0, len(text), Aligned.of(text, 0, len(text)))
    sentences, tokens = parse(text, [block], {"title": frozenset(), "abbreviation": frozenset()})
    return resolve_times(story, sentences, tokens, CALENDAR)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts.filter(str.strip), days)
@example("Thousands have fled since 900 centuries ago, until 999 decades ago and in the next 900 years.", "2021-07-05")
@example("They came 999 years ago. Three months earlier they had left. That year the port fell.", "2021-07-05")
@example("They came 99 decades ago, in the following century, the night of 31 December 9999.", "1990-01-01")
@example("They came in January 1500. The previous decade. The previous century. The same month a year ago.", None)
def test_times_are_sound(text: str, published: str | None) -> None:
    end = 0
    for time in read(text, published):
        assert text[time.start : time.end] == time.text
        assert end <= time.start < time.end
        end = time.end
        if time.earliest and time.latest:
            assert date.fromisoformat(time.earliest) <= date.fromisoformat(time.latest)
        if time.edtf is not None:
            edtf.parse_edtf(time.edtf)
        else:
            assert time.earliest is None and time.latest is None
