"""The head of a story: headline, byline and date, on lines of their own or run into the report."""

import re

from dateline.reading import furniture
from dateline.reading.byline import find_byline
from dateline.reading.dateline import Filed, find_dateline, find_dateline_within, find_place_line
from dateline.reading.finds import Finds
from dateline.reading.page_title import TITLE_MARK, find_page_title
from dateline.reading.stamps import AGO, Stamp, stamp_at, stamps

HEADLINE_WORDS = 40
RUN_IN = 260  # characters in which a headline, agency and date that were run into the report must end
MAX_RUN_INS = 8

TWO_SENTENCES = re.compile(r"[a-z0-9]{3}[.!?][\"”’)]* +[A-Z\"“]")
_NO_HEAD = re.compile(r"(?:^|\s)(?:[a-z]\S*|On|Until|Since|From|Of|To|By|Before|After|In|Between|And|Dated?)$|[,;]$")
_STAMP_WORD = re.compile(
    r"(?:published|posted|updated?|last|on|at|date|of|publication|issued|created|by|am|pm|ist|pkt|est|edt|bst|cet|eet|gmt"
    r"|utc|ksa|publié|publicado|veröffentlicht|pubblicato|le|el|uhr|mis|jour|stand|local|time|modified|first|uploaded|min|read|mon|tue|wed|thu|fri|sat|sun)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*\|\s*|\s+[-–—•·]\s+|,\s+(?=\d{1,2} [A-Z][a-z]+ \d{4}$)")
_AGENCIES = re.compile(r"\s*[-/,&]\s*|\s+and\s+")
_LABELLED = re.compile(r"(?:source|editor|author|credit|reporter|writer)\s*:\s*\S", re.IGNORECASE)
_NEXT = re.compile(r"\s*[A-Z0-9\"“‘'(]|\s*[|–—-]|\s*title:")  # what may follow a head that was run into a report


def is_headline(line: str) -> bool:
    """Whether a first paragraph reads like a headline: one sentence of moderate length, rarely with a full stop."""
    words = line.split()
    if len(words) > HEADLINE_WORDS or TWO_SENTENCES.search(line):
        return False
    return not line.rstrip("\"”’'").endswith(".") or len(words) <= 16


def is_plain_headline(start: int, end: int, finds: Finds) -> bool:
    """Whether a first paragraph is surely a headline, although it may look like a caption or a byline as well."""
    line = finds.text[start:end]
    if not is_headline(line) or len(line.split()) < 4 or re.match(r"(?i)(written )?by\s", line):
        return False
    filed = find_dateline(finds.text, start, end, finds.layout)
    return not (filed and (filed.names or filed.day)) and not next(stamps(line), None) and not AGO.search(line)


def read_line(start: int, end: int, finds: Finds, *, is_open: bool) -> bool:
    """Reads a paragraph of the head that is a line of its own, and says whether it was one.

    `is_open` is True until the report has begun: a bare date further down is a subhead and not the publication date.
    """
    line = finds.text[start:end]
    byline = find_byline(line, finds.layout)
    if byline and (is_open or byline.stamp or re.match(r"(?i)by\b", line)):
        finds.written_by(byline)
        finds.add(start, end, "byline")
        return True
    if finds.layout.outlet(line):
        finds.name(line)
    elif _are_agencies(line, finds):
        finds.name(_AGENCIES.split(line)[0])
    elif is_open and _read_print_line(line, finds):
        pass
    elif is_open and (filed := find_place_line(finds.text, start, end, finds.is_place)):
        finds.filed = finds.filed or filed
        finds.add(start, end, "dateline")
        return True
    elif not is_open:
        return False
    elif is_stamp(line):
        finds.stamp(next(stamps(line), None))
    elif line.lower().strip(" :") not in finds.layout.words["section"] and _repeat(start, end, finds) != end:
        return False
    finds.add(start, end, "boilerplate")
    return True


def _are_agencies(line: str, finds: Finds) -> bool:
    """Whether a line names several agencies and nothing else: "AP-Yonhap", "AFP and Reuters"."""
    names = _AGENCIES.split(line)
    return 1 < len(names) <= 4 and all(finds.layout.outlet(name) for name in names)


def _read_print_line(line: str, finds: Finds) -> bool:
    """Reads a line of facts apart: "PTI | Bamako | Updated: 04-03-2021", and says whether it was one."""
    parts = [part for part in _PARTS.split(line) if part]
    if len(parts) < 2 or not any(is_stamp(part) for part in parts):
        return False
    labelled = {part: _LABELLED.match(part) for part in parts}
    places = [part for part in parts if finds.is_place(part)]
    if not all(is_stamp(p) or labelled[p] or finds.layout.outlet(p) or p in places for p in parts):
        return False
    for part in parts:
        finds.stamp(next(stamps(part), None))
        finds.name(part.partition(":")[2].strip() if labelled[part] else part)
    if places and not finds.filed:
        finds.filed = Filed(0, 0, places[0], None, None, None, ())
    return True


def read_run_in(start: int, end: int, finds: Finds) -> int:
    """Reads the parts of a head that are run into the first paragraph; gives where the report begins.

    `Rebels take town Monitor Reuters Saturday 18 Jun 2016 At least ...` begins at "At".
    """
    for count in range(MAX_RUN_INS):
        begun = _page_title(start, end, finds) or _repeated(start, end, finds) or _stamped(start, end, finds)
        begun = begun or _furnished(start, end, finds) or (_credited(start, end, finds) if count else None)
        if not begun or begun >= end:
            break
        start = end - len(finds.text[begun:end].lstrip(" \n\t|–—-"))
        finds.add(begun, start, "boilerplate")
    return start


def read_dateline(start: int, end: int, finds: Finds, *, is_first: bool) -> int:
    """Reads a dateline at the head of a paragraph, in the first one also behind a summary; gives where it ends."""
    text = finds.text
    if filed := find_dateline(text, start, end, finds.layout, finds.is_place):
        return _file(filed, finds)
    if is_first and (filed := find_dateline_within(text, start, end, finds.layout)):
        title = text[start : filed.start].strip()
        is_title = not finds.headline and not TWO_SENTENCES.search(title)
        finds.add(start, filed.start, "headline" if is_title else "lead")
        finds.headline = finds.headline or (title if is_title else None)
        return _file(filed, finds)
    return start


def _file(filed: Filed, finds: Finds) -> int:
    finds.filed = filed
    for name in filed.names:
        finds.name(name)
    if filed.names and not finds.outlet and not any(finds.layout.outlet(name) for name in filed.names):
        finds.name(filed.names[0], is_certain=True)
    finds.add(filed.start, filed.end, "dateline")
    return filed.end


def is_stamp(line: str) -> bool:
    """Whether a line holds a date and little else: "Published: 5 July 2021, 16:20 GMT | updated 2 hours ago"."""
    rest = line
    for stamp in stamps(line):
        rest = rest.replace(stamp.text, " ")
    words = re.findall(r"[^\W\d_]{2,}", AGO.sub(" ", rest))
    return rest != line and all(_STAMP_WORD.fullmatch(word) for word in words)


def _repeated(start: int, end: int, finds: Finds) -> int | None:
    begun = _repeat(start, end, finds)
    if begun:
        finds.add(start, begun, "boilerplate")
    return begun


def _repeat(start: int, end: int, finds: Finds) -> int | None:
    """Where a repetition of the headline at `start` ends, or None. Its page title may have been longer."""
    headline = finds.headline or ""
    for title in dict.fromkeys((headline, TITLE_MARK.split(headline)[0])):
        words = re.findall(r"\w+", title)
        if len(words) < 3:
            continue
        joined = r"[^\w\n]+".join(map(re.escape, words))
        pattern = re.compile(rf"\W*?{joined}(?:\s*[.!?]|[\"”’')]+)*(?!\w)", re.IGNORECASE)
        match = pattern.match(finds.text, start, end)
        if match and (match.end() == end or _NEXT.match(finds.text, match.end(), end)):
            return match.end()
    return None


def _stamped(start: int, end: int, finds: Finds) -> int | None:
    """A date, with an agency and a headline before it or not, that stands before the first sentence."""
    text = finds.text
    stamp = stamp_at(text, start)
    if not stamp:
        found = next(stamps(text[start : min(end, start + RUN_IN)]), None)
        stamp = found and Stamp(start + found.start, start + found.end, found.text, found.iso)
    if not stamp or stamp.end >= end or not _NEXT.match(text, stamp.end, end):
        return None
    if stamp.start > start and not _reads_before(start, stamp, finds):
        return None
    finds.stamp(stamp, is_filing=True)
    finds.add(stamp.start, stamp.end, "boilerplate")
    return stamp.end


def _reads_before(start: int, stamp: Stamp, finds: Finds) -> bool:
    """Whether the words before a date are a head, which is then noted: a byline, or a headline and an agency."""
    before = finds.text[start : stamp.start].strip()
    if re.match(r"By\s", before) and (byline := find_byline(before, finds.layout)):
        finds.written_by(byline)
        finds.add(start, stamp.start, "byline")
        return True
    if TWO_SENTENCES.search(before) or _NO_HEAD.search(before):
        return False
    agency_at = _agency_at(before, finds)
    if agency_at == len(before) and not re.match(r"(?i)(mon|tue|wed|thu|fri|sat|sun)", stamp.text):
        return False
    if title := before[:agency_at].rstrip():
        finds.add(start, start + len(title), "boilerplate" if finds.headline else "headline")
        finds.headline = finds.headline or title
    finds.name(before[agency_at:])
    finds.add(start + agency_at, stamp.start, "boilerplate")
    return True


def _agency_at(before: str, finds: Finds) -> int:
    """Where the agency that ends a head begins, or its length when there is none."""
    words = list(re.finditer(r"\S+", before))
    for word in words[-3:]:
        if finds.layout.outlet(before[word.start() :]):
            return word.start()
    return len(before)


def _page_title(start: int, end: int, finds: Finds) -> int | None:
    """Reads a page title that was run into the report: "Headline | OutletPolice say ..."."""
    title = None if finds.headline else find_page_title(finds.text[start : min(end, start + RUN_IN)], finds.layout)
    if not title:
        return None
    finds.headline = title.headline
    finds.add(start, start + title.mark, "headline")
    for name in title.names:
        finds.name(name, is_certain=bool(re.fullmatch(r"[\w-]+\.(?:com|org|net|co\.\w\w)", name)))
    finds.add(start + title.mark, start + title.end, "boilerplate")
    return start + title.end


def _credited(start: int, end: int, finds: Finds) -> int | None:
    """Reads an agency, or names with a full stop, that stand behind a headline or date: `AFP At least ten ...`."""
    head = finds.text[start : min(end, start + RUN_IN)]
    for match in re.finditer(r"(?<=\w)\s+(?=[A-Z0-9][a-z0-9])", head[:40]):
        known = finds.layout.outlet(head[: match.start()])
        if known and known.kind == "agency":
            finds.name(head[: match.start()])
            finds.add(start, start + match.start(), "boilerplate")
            return start + match.end()
    if names := re.match(r"[A-Z][a-z]+(?: [A-Z][\w’-]+){1,5}\.\s+(?=[A-Z])", head):
        finds.byline = finds.byline or names.group().strip(" .")
        finds.add(start, start + names.end(), "byline")
        return start + names.end()
    return None


def _furnished(start: int, end: int, finds: Finds) -> int | None:
    """Reads furniture that begins a paragraph."""
    piece = furniture.edge(finds.text, start, end, finds.layout, "start")
    if not piece:
        return None
    finds.facts(piece.facts)
    finds.add(piece.start, piece.end, piece.part or "boilerplate")
    return piece.end
