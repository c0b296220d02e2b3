"""The head of a story: headline, byline and date, on lines of their own or run into the report."""

import re

from dateline.reading.byline import find_byline
from dateline.reading.dateline import find_dateline
from dateline.reading.finds import Finds
from dateline.reading.stamps import AGO, Stamp, stamp_at, stamps

HEADLINE_WORDS = 40
GLUED_HEAD = 260  # characters in which a headline, agency and date that were run into the report must end

_TWO_SENTENCES = re.compile(r"[a-z0-9][.!?][\"”’)]* +[A-Z\"“]")
_TITLE_MARK = re.compile(r"\s+(?:\||«|»|::|[-–—])\s+")
# A page title run into the report: "| abc7.comPolice say", "| Fox 59CHICAGO", "WXYZPort St. Lucie".
_SEAM = re.compile(
    r"(?<=[a-z0-9.])(?=[A-ZÀ-Þ][A-Za-z]|[\"“][A-Z]|\d\d)|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Z]{4})(?=[A-Z]{4,} ?[(,-])"
)
_LOWER_OR_PREPOSITION = re.compile(
    r"(?:^|\s)(?:[a-z]\S*|On|Until|Since|From|Of|To|By|Before|After|In|Between|And|Dated?)$"
)


def is_headline(line: str) -> bool:
    """Whether a first paragraph reads like a headline: one sentence of moderate length, rarely with a full stop."""
    words = line.split()
    if len(words) > HEADLINE_WORDS or _TWO_SENTENCES.search(line):
        return False
    return not line.rstrip("\"”’'").endswith(".") or len(words) <= 16


def read_line(text: str, start: int, end: int, finds: Finds, *, is_open: bool) -> bool:
    """Reads a paragraph of the head that is a line of its own, and says whether it was one.

    `is_open` is True until the report has begun: a bare date further down is a subhead and not the publication date.
    """
    line = text[start:end]
    byline = find_byline(line, finds.layout)
    if byline and (is_open or byline.stamp or re.match(r"(?i)by\b", line)):
        finds.written_by(byline)
        finds.add(start, end, "byline")
    elif is_open and _is_stamp(line):
        finds.stamp(next(stamps(line), None))
        finds.add(start, end, "boilerplate")
    elif is_open and finds.headline and _repeat(text, start, end, finds.headline) == end:
        finds.add(start, end, "boilerplate")
    elif is_open and finds.layout.outlet(line):
        finds.name(line)
        finds.add(start, end, "boilerplate")
    elif is_open and line.lower().strip(" :") in finds.layout.words["section"]:
        finds.add(start, end, "boilerplate")
    else:
        return False
    return True


def read_run_in(text: str, start: int, end: int, finds: Finds) -> int:
    """Reads the parts of a head that are run into the first paragraph; gives where the report begins.

    `Rebels take town Monitor Reuters Saturday 18 Jun 2016 At least ...` begins at "At".
    """
    for _ in range(8):
        begun = _page_title(text, start, end, finds) if not finds.headline else None
        begun = begun or (_repeat(text, start, end, finds.headline) if finds.headline else None)
        if begun:
            finds.add(start, _rstrip(text, start, begun), "boilerplate")
        else:
            begun = _stamped(text, start, end, finds)
        if not begun or begun >= end:
            break
        start = _lstrip(text, begun, end)
    return start


def _is_stamp(line: str) -> bool:
    """Whether a line holds a date and little else: "Published: 5 July 2021, 16:20 GMT | updated 2 hours ago"."""
    rest, found = line, False
    for stamp in stamps(line):
        rest, found = rest.replace(stamp.text, " "), True
    rest = AGO.sub(" ", rest)
    words = re.findall(r"[^\W\d_]{2,}", rest)
    known = re.compile(
        r"(?i)published|posted|updated?|last|on|at|date|of|publication|issued|created|by|am|pm|ist|pkt|est|edt|bst|cet|eet|gmt|utc|local|time|modified|first|uploaded|ksa|min|read|mon|tue|wed|thu|fri|sat|sun"
    )
    return found and all(known.fullmatch(word) for word in words)


def _repeat(text: str, start: int, end: int, headline: str) -> int | None:
    """Where a repetition of the headline at `start` ends, or None. Its page title may have been longer."""
    for title in dict.fromkeys((headline, _TITLE_MARK.split(headline)[0])):
        words = re.findall(r"\w+", title)
        if len(words) < 3:
            continue
        pattern = re.compile(
            r"\W*?" + r"[^\w\n]+".join(map(re.escape, words)) + r"(?:\s*[.!?]|[\"”’')]+)*(?!\w)", re.IGNORECASE
        )
        match = pattern.match(text, start, end)
        if match and (match.end() == end or re.match(r"[A-Z0-9\"“‘'(]", text[match.end() : end].lstrip(" |-–—:"))):
            return match.end()
    return None


def _stamped(text: str, start: int, end: int, finds: Finds) -> int | None:
    """A date, with an agency and a headline before it or not, that stands before the first sentence."""
    stamp = stamp_at(text, start) or next((found for found in stamps(text[start : min(end, start + GLUED_HEAD)])), None)
    if not stamp:
        return None
    if stamp.start != start:
        stamp = Stamp(start + stamp.start, start + stamp.end, stamp.text, stamp.iso)
    if not re.match(r"\s*[A-Z0-9\"“‘'(]|\s*[|–—-]", text[stamp.end : end]) or stamp.end >= end:
        return None
    before = text[start : stamp.start].strip()
    if before and not _heads(text, start, stamp, finds):
        return None
    finds.stamp(stamp)
    finds.add(stamp.start if before else start, stamp.end, "boilerplate")
    return stamp.end


def _heads(text: str, start: int, stamp: Stamp, finds: Finds) -> bool:
    """Whether the words before a date are a head, which is then noted: a byline, or a headline and an agency."""
    before = text[start : stamp.start].strip()
    if re.match(r"By\s", before) and len(before.split()) <= 14 and (byline := find_byline(before, finds.layout)):
        finds.written_by(byline)
        finds.add(start, start + len(before), "byline")
        return True
    if _TWO_SENTENCES.search(before) or _LOWER_OR_PREPOSITION.search(before) or re.search(r"[,;]$", before):
        return False
    words = before.split()
    agency_at = len(before)
    for count in range(min(3, len(words)), 0, -1):
        name = " ".join(words[-count:])
        if finds.layout.outlet(name):
            agency_at = before.rindex(words[-count])
            break
    if agency_at == len(before) and not re.match(r"(?i)(mon|tue|wed|thu|fri|sat|sun)", stamp.text):
        return False
    title = before[:agency_at].rstrip()
    if title:
        finds.add(start, start + len(title), "boilerplate" if finds.headline else "headline")
        finds.headline = finds.headline or title
    if agency_at < len(before):
        finds.name(before[agency_at:])
        finds.add(start + agency_at, start + len(before), "boilerplate")
    return True


def _page_title(text: str, start: int, end: int, finds: Finds) -> int | None:
    """Where the report begins behind a page title ("Headline | Outlet"), which gives the headline; or None."""
    head = text[start : min(end, start + GLUED_HEAD)]
    mark = _TITLE_MARK.search(head)
    if not mark or _TWO_SENTENCES.search(head[: mark.start()]) or len(head[: mark.start()].split()) < 3:
        return None
    seam = next(
        (found.start() for found in _SEAM.finditer(head, mark.end()) if _is_seam(head, mark.end(), found.start())), None
    )
    if seam is None:
        return None
    finds.headline = head[: mark.start()].strip()
    finds.add(start, start + mark.start(), "headline")
    for name in reversed(_TITLE_MARK.split(head[mark.end() : seam])):
        finds.name(name, is_certain=bool(re.fullmatch(r"[\w-]+\.(?:com|org|net|co\.\w\w)", name.strip())))
    finds.add(start + mark.end(), start + seam, "boilerplate")
    return start + seam


def _is_seam(head: str, first: int, seam: int) -> bool:
    """Whether the words from `first` to the seam can be names of outlets and sections."""
    return len(head[first:seam].split()) <= 10 and not re.search(r"[.!?] ", head[first:seam])


def _lstrip(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip(" \n\t|–—-"))


def _rstrip(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def file_dateline(text: str, start: int, end: int, finds: Finds) -> int:
    """Reads a dateline at the head of a paragraph; gives where the report begins."""
    filed = find_dateline(text, start, end, finds.layout)
    if not filed:
        return start
    finds.filed = filed
    for name in filed.names:
        finds.name(name)
    if filed.names and not finds.outlet and not any(finds.layout.outlet(name) for name in filed.names):
        finds.name(filed.names[0], is_certain=True)
    finds.add(start, _rstrip(text, start, filed.end), "dateline")
    return filed.end
