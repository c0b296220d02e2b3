"""The byline: who wrote the report, perhaps with where and when."""

import re
from dataclasses import dataclass

from dateline.codebook.layout import Layout
from dateline.reading.stamps import AGO, Stamp, stamps

_NAME = r"[A-ZÀ-Þ][\w’'.\-]*(?:\s(?:(?:al|bin|de|del|el|van|von|ul|abu|da|dos|la)[ -])?[A-ZÀ-Þ][\w’'.\-]*){0,4}"
_NAMES = rf"{_NAME}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s){_NAME}){{0,5}}"
_BY = re.compile(
    rf"(?:[Bb]y|BY|[Ww]ritten by|[Rr]eport(?:ed|ing)? by|[Ff]rom|Text by)(?::|\s)\s*(?P<names>{_NAMES})(?P<rest>.*)"
)
_NAMES_ONLY = re.compile(rf"(?P<names>{_NAMES})(?P<rest>(?:\s+(?:in|at|for)\s+{_NAME})?.*)")
MAX_WORDS = 25


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that names the writers; `agency` is an agency or outlet named behind them, `stamp` the date it carries."""

    names: str
    agency: str | None
    stamp: Stamp | None


def find_byline(line: str, layout: Layout) -> Byline | None:
    """The byline a line is, or None.

    "Jane Doe, Reuters", "By Jane Doe in Kabul" and "Jane Doe 6 minutes ago Mon 05th July 2021 | 04:20 PM" are.
    """
    line = " ".join(line.split())
    if len(line.split()) > MAX_WORDS or re.search(r"[a-z]{3}[.!?]$", line):
        return None
    stamp = next(stamps(line), None)
    ago = AGO.search(line)
    bare = line
    if stamp:
        bare = line[: stamp.start] + " | " + line[stamp.end :]
    bare = AGO.sub(" | ", bare)
    bare = re.sub(r"\s*\|[\s|]*$|(?<=\w)\s*[-–—•·,]\s*\|.*$", "", bare).strip(" |-–—•·,")
    if match := _BY.fullmatch(bare):
        return Byline(_tidy(match["names"], layout), _agency(match["names"] + match["rest"], layout), stamp)
    has_company = bool(stamp or ago or _agency(bare, layout) or _role(bare, layout))
    match = _NAMES_ONLY.fullmatch(bare.split(" | ")[0])
    if match and has_company and _are_people(match["names"], layout) and len(match["rest"].split()) <= 6:
        if not stamp and not ago and match["rest"] and not _role(match["rest"], layout):
            return None
        return Byline(_tidy(match["names"], layout), _agency(bare, layout), stamp)
    return None


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
    parts = re.split(r"(,\s(?:and\s)?|\sand\s|\s&\s)", names)
    kept = parts[:1]
    for joint, name in zip(parts[1::2], parts[2::2], strict=False):
        if not layout.outlet(name) and not _role(name, layout):
            kept += [joint, name]
    return "".join(kept).strip(" ,")
