"""The byline: who wrote the report, perhaps with where and when."""

import re
from dataclasses import dataclass

from dateline.codebook.layout import Layout
from dateline.reading.stamps import AGO, Stamp, stamps

_NAME = (
    r"[A-ZÀ-Þ][\w’'.\-]*(?:\s(?!AND\b)(?:(?:al|bin|de|del|el|van|von|ul|abu|da|dos|la)[ -])?[A-ZÀ-Þ][\w’'.\-]*){0,4}"
)
_JOIN = r"(?:,\s(?:and\s)?|\s(?:and|AND)\s|\s&\s)"
_NAMES = rf"{_NAME}(?:{_JOIN}{_NAME}){{0,5}}"
_BY = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ritten by|[Rr]eport(?:ed|ing)? by|[Ff]rom|Text by)(?::|\s)\s*(?P<names>{_NAMES})(?P<rest>.*)"
)
_NAMES_ONLY = re.compile(rf"(?P<names>{_NAMES})(?P<place>\s+in\s+{_NAME})?")
_UPDATED = re.compile(r"\s[-–—•·|]?\s*(?:last )?(?:updated?|modified|created|published)\s*:?\s*(?=\|)", re.IGNORECASE)
MAX_WORDS = 25


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that names the writers; `agency` is an agency or outlet named behind them, `stamp` the date it carries."""

    names: str
    agency: str | None
    stamp: Stamp | None


def find_byline(line: str, layout: Layout) -> Byline | None:
    """The byline a line is, or None.

    "Jane Doe, Reuters", "By Jane Doe in Kabul" and "Jane Doe 9 minutes ago Tue 6th July 2021 | 05:30 PM" are.
    """
    line = " ".join(line.split())
    if len(line.split()) > MAX_WORDS or re.search(r"[a-z]{3}[.!?]$", line):
        return None
    stamp = next(stamps(line), None)
    ago = AGO.search(line)
    bare = line
    for each in reversed(list(stamps(line))):
        bare = bare[: each.start] + " | " + bare[each.end :]
    bare = _UPDATED.sub(" | ", bare)
    bare, partner = _without_partners(bare, layout)
    bare = AGO.sub(" | ", bare)
    bare = re.sub(r"\s*\|[\s|]*$|(?<=\w)\s*[-–—•·,]\s*\|.*$", "", bare).strip(" |-–—•·,")
    if match := _BY.fullmatch(bare):
        agency = partner or _agency(match["names"] + match["rest"], layout)
        return Byline(_tidy(match["names"], layout), agency, stamp)
    parts = [part.strip() for part in re.split(r"\s*[|/]\s*|\s+[–—-]\s+|,\s+", bare)]
    names, others = parts[0], [part for part in parts[1:] if part]
    match = _NAMES_ONLY.fullmatch(names)
    if not match or not _are_people(match["names"], layout):
        return None
    people = [match["names"]]
    agency = partner
    for other in others:
        if layout.outlet(other):
            agency = agency or other
        elif _are_people(other, layout) and not agency and not _role(other, layout):
            people.append(other)
        elif not _role(other, layout) and not re.fullmatch(_NAME, other):
            return None
    if not (stamp or ago or agency or match["place"] or any(_role(other, layout) for other in others)):
        return None
    return Byline(", ".join(people), agency, stamp)


def _without_partners(line: str, layout: Layout) -> tuple[str, str | None]:
    """A line without the agencies it was written with, and the first of them: "Ana Ruiz with AFP and Reuters"."""
    match = re.fullmatch(r"(?P<line>.+?),? with (?P<names>[A-Z].*)", line)
    names = re.split(r"\s*(?:,|/|&|\band\b)\s*", match["names"]) if match else []
    if match and all(layout.outlet(name) or name.lower() == "agencies" for name in names):
        return match["line"], names[0]
    return line, None


def _are_people(names: str, layout: Layout) -> bool:
    """Whether the first name has two words or more and is neither an outlet nor a section."""
    first = re.split(r",| and | & ", names)[0].strip()
    words = first.split()
    return 2 <= len(words) <= 4 and not layout.outlet(first) and first.lower() not in layout.words["section"]


def _agency(text: str, layout: Layout) -> str | None:
    for part in re.split(r",|\||/|\s[-–—]\s|\sfor\s|\sof\s|[()]", text):
        if layout.outlet(part):
            return part.strip()
    return None


def _role(text: str, layout: Layout) -> bool:
    words = re.sub(r"[^\w ]", " ", text.lower())
    return any(re.search(rf"\b{re.escape(role)}\b", words) for role in layout.words["role"])


def _tidy(names: str, layout: Layout) -> str:
    """The names without the agencies, outlets and roles behind them."""
    parts = re.split(f"({_JOIN})", names)
    kept = parts[:1]
    for joint, name in zip(parts[1::2], parts[2::2], strict=False):
        if not layout.outlet(name) and not _role(name, layout):
            kept += [joint, name]
    names = "".join(kept).strip(" ,")
    for match in re.finditer(r"(?<=\w) (?=[A-Z])", names):
        if layout.outlet(names[match.end() :]):
            return names[: match.start()]
    return names
