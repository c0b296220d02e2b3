"""A claim for people: one line that says what, and one labelled line each for who, whom, where, when, how many."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.exports.wording import correction_note, days_words, dispute_words, figure_words, value_note
from dateline.model.correction import standing_value
from dateline.model.values import LISTS, StandingValue, list_of, values_of

Record = Mapping[str, Any]

STATUS_STYLES = {
    "occurred": "green",
    "ongoing": "green",
    "planned": "blue",
    "possible": "yellow",
    "denied": "red",
    "background": "dim",
}
PLACE_LABELS = {"where": "where", "origin": "from", "destination": "to", "via": "via", "near": "near", "target": "at"}
VALUE_LABELS = {
    "actors": "who", "targets": "to whom", "instruments": "with", "time": "when", "figures": "how many",
    "attribution": "says who",
}  # fmt: skip
LABEL_WIDTH = 9
SHOWN_ID = 8  # digits of an id that people see; enough to be the only one among thousands


def claim_lines(claim: Record, *, is_why: bool = False, is_kept: bool = False, has_handles: bool = False) -> Group:
    """The lines of one claim; `is_why` adds its rule and evidence, `is_kept` its id in the ledger.

    With `has_handles` each party, place, figure and the like has the name by which it is corrected ("figure1").
    """
    details = Table.grid(padding=0)
    details.add_column(width=LABEL_WIDTH, style="dim", no_wrap=True)
    details.add_column(ratio=1, overflow="fold")
    last = None
    for label, value in _details(claim, is_why=is_why, has_handles=has_handles):
        details.add_row("" if label == last else label, value)
        last = label
    what = _what(claim)
    if is_kept:
        what.append(f" · {claim['id'][:SHOWN_ID]}", style="dim")
    return Group(what, Padding(details, (0, 0, 0, 2))) if details.row_count else Group(what)


def _what(claim: Record) -> Text:
    event = claim["event"]
    line = Text()
    line.append(_line(claim["trigger"]["text"]), style="bold")
    line.append("  ")
    kind, status = standing_value(claim, "type"), standing_value(claim, "status")
    line.append(kind, style="cyan")
    if event["mode"] and kind == event["plover"]:
        line.append(f" {event['mode']}")
    line.append(f"{correction_note(claim, 'type')} · ")
    line.append(status, style=STATUS_STYLES[status])
    line.append(correction_note(claim, "status"))
    line.append(f" · {event['label']} · {claim['confidence']:.2f}")
    if rejected := correction_note(claim, "claim"):
        line.append(f" · no event{rejected}", style="red")
    return line


def _details(claim: Record, *, is_why: bool, has_handles: bool) -> Iterator[tuple[str, str | Text]]:
    values: dict[str, list[tuple[str, Text]]] = {name: [] for name in LISTS.values()}
    for value in values_of(claim):
        values[list_of(value.field) or ""] += _value_line(value, has_handles=has_handles)
    yield from (*values["actors"], *values["targets"])
    for name in ("instruments", "places", "time", "figures"):
        yield from values[name]
    if values["attribution"]:
        yield "says who", Text(" → ").join(line for _, line in values["attribution"])
    if is_why:
        yield from _reasons(claim)


def _reasons(claim: Record) -> Iterator[tuple[str, str]]:
    for span in claim["evidence"]:
        yield "evidence", f"“{_line(span['text'])}”"
    yield "acled", claim["event"]["acled"] or "-"
    yield "why", claim["why"]
    handles = {value.field: value.handle for value in values_of(claim)}
    for correction in claim.get("corrections", ()):
        if correction["reason"]:
            field = handles.get(correction["field"], correction["field"])
            yield "because", f"{correction['reason']} ({correction['by']}, {field})"


def _value_line(value: StandingValue, *, has_handles: bool) -> Iterator[tuple[str, Text]]:
    """A value with who decided about it; one that is rejected is struck through."""
    known = value.value or value.coded
    if known is None:
        return
    name = list_of(value.field)
    words = _WORDS.get(name or "", party_words)(known)
    line = Text(words, style="" if value.value else "strike dim")
    line.append(value_note(value), style="not strike")
    if has_handles:
        line.append(f" · {value.handle}", style="dim not strike")
    yield VALUE_LABELS.get(name or "") or PLACE_LABELS[known["role"]], line


def party_words(party: Record) -> str:
    """A party, with its words where they are others. Example: "Taliban (rebel, AFG) “the insurgents”"."""
    certainty = party["certainty"] if party["certainty"] not in (None, "fact") else None
    about = ", ".join(part for part in (party["kind"], party["country"], certainty) if part)
    return f"{party['name']} ({about}){_said(party)}"


def place_words(place: Record) -> str:
    """A place with how precisely it is known. Example: "Bagram Air Base, AFG (34.95, 69.27; site)".

    Of a place in a disputed territory it says which, who claims it, and the view that the country follows.
    """
    name = ", ".join(part for part in (place["name"], place["country"]) if part)
    known = place["precision"]
    if place["lat"] is not None and place["lon"] is not None:
        radius = f" ±{place['uncertainty_km']:.0f} km" if (place["uncertainty_km"] or 0) >= 1 else ""
        known = f"{place['lat']:.2f}, {place['lon']:.2f}; {known}{radius}"
    if dispute := dispute_words(place):
        known = f"{known}; disputed: {dispute}"
    return f"{name} ({known}){_said(place)}"


def time_words(time: Record) -> str:
    """A time and the days it may mean. Example: "Monday → 2021-07-05"."""
    said, days = _line(time["text"]), days_words(time)
    if time["earliest"] is None and time["latest"] is None:
        return f"{said} (which day is not known)"
    return said if said == days else f"{said} → {days}"


def source_words(source: Record) -> str:
    """Who says so, with the reporting words. Example: "Atta Noori (said)"."""
    name = source["name"] or "somebody unnamed"
    cue = _line(source["cue"]["text"]) if source["cue"] else None
    return f"{name} ({cue})" if cue else name


_WORDS: dict[str, Callable[[Record], str]] = {
    "instruments": lambda instrument: _line(instrument["text"]),
    "places": place_words,
    "time": time_words,
    "figures": figure_words,
    "attribution": source_words,
}


def _said(value: Record) -> str:
    """The words of a party or place in quotation marks; nothing when its name is among them."""
    said = _line(value["text"])
    return "" if value["name"].casefold() in said.casefold() else f" “{said}”"


def _line(text: str) -> str:
    return " ".join(text.split())
