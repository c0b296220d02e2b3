"""Predicates: the words that report events, with what they mean and where their parties stand."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast, get_args

from dateline.codebook.tables import Row, Tables
from dateline.model.claim import PLOVER_TYPES, EventType, Plover
from dateline.model.figure import COUNTS, Counts
from dateline.model.party import KINDS

PartOfSpeech = Literal["v", "n", "a"]
CountedRole = Literal["actor", "target", "instrument", "event"]
HOMES = frozenset({"subject", "object", "clause", "sentence", "modifier", "story"})
COLUMNS = ("predicate", "pos", "mode", "acled", "frame", "counts", "label", "if", "unless")
GAP = "*"
ANY = "*"
PLACE_NAME = ":place"
NUMBER = ":number"
ANYTHING = ":anything"


@dataclass(frozen=True, slots=True)
class Constraint:
    """Words that must (`if`) or must not (`unless`) stand in a home of the predicate.

    `home` is subject, object, modifier, clause, sentence, story or a preposition; `words` are lemmas with the
    classes already spelled out, two of them joined (`gas_explosion`), or `:kind` for a party of that kind
    (`:military`), `:place` for a place's name, `:number` for a number without a noun, `:anything` for whatever is no
    time.
    """

    home: str
    words: frozenset[str]


@cache
def asks_for_words(constraint: Constraint) -> bool:
    """Whether a constraint asks for words alone, and for no kind of party, place or number."""
    return not any(word.startswith(":") for word in constraint.words)


@dataclass(frozen=True, slots=True)
class Predicate:
    """One entry. `slots` are the lemmas in order, each a set of alternatives; an empty set is a gap of a few words.

    `head` is the index of the slot that carries the grammar; `counts` says what a number on a role counts.
    """

    key: str
    slots: tuple[frozenset[str], ...]
    head: int
    part_of_speech: PartOfSpeech
    event: EventType
    frame: str
    counts: tuple[tuple[CountedRole, Counts], ...]
    needs: tuple[Constraint, ...]
    excludes: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Figurative:
    """What keeps the predicates of a type with one of these heads (`*`: any) from being meant literally."""

    plover: str
    words: frozenset[str]
    part_of_speech: str
    excludes: tuple[Constraint, ...]


def read_predicates(
    tables: Tables, frames: frozenset[str], classes: dict[str, frozenset[str]]
) -> tuple[Predicate, ...]:
    """All predicates of `predicates/*.tsv`; a file's name is its PLOVER type. An overlay row replaces its like."""
    found: dict[tuple[str, str, str, str], Predicate] = {}
    figurative = _read_figurative(tables, classes)
    overlay_keys: set[tuple[str, str]] = set()
    for row in tables.rows("predicates/*.tsv", COLUMNS):
        plover = row.file.rsplit("/", 1)[-1].removesuffix(".tsv").upper()
        predicate = _predicate(tables, row, plover, frames, classes)
        if predicate is None:
            continue
        same = (predicate.key, predicate.part_of_speech)
        if row.is_overlay and same not in overlay_keys:
            overlay_keys.add(same)
            for key in [key for key in found if key[:2] == same]:
                del found[key]
        identity = (*same, row["if"], row["unless"])
        if identity in found:
            other = found[identity]
            tables.problem(row, f"{predicate.key!r} stands twice: as {other.event.plover} and as {plover}")
        found[identity] = _meant_literally(predicate, figurative)
    return tuple(found.values())


def _read_figurative(tables: Tables, classes: dict[str, frozenset[str]]) -> tuple[Figurative, ...]:
    """What keeps predicates of a type, or those with certain heads, from being meant as violence."""
    found: list[Figurative] = []
    for row in tables.rows("figurative.tsv", ("type", "words", "pos", "unless")):
        if row["type"] not in PLOVER_TYPES:
            tables.problem(row, f"{row['type']!r} is no PLOVER type; they are {', '.join(PLOVER_TYPES)}")
        if row["pos"] not in {"v", "n", ANY}:
            tables.problem(row, f"pos must be v, n or {ANY}, not {row['pos']!r}")
        words = _spelled(tables, row, row["words"], classes)
        found.append(Figurative(row["type"], words, row["pos"], _constraints(tables, row, "unless", classes)))
    return tuple(found)


def _meant_literally(predicate: Predicate, figurative: tuple[Figurative, ...]) -> Predicate:
    """The predicate with what figurative.tsv excludes for it, but for the homes that its own row asks something of."""
    asked = {constraint.home for constraint in predicate.needs}
    heads = predicate.slots[predicate.head]
    return replace(
        predicate,
        excludes=predicate.excludes
        + tuple(
            constraint
            for entry in figurative
            if entry.plover == predicate.event.plover
            and entry.part_of_speech in {ANY, predicate.part_of_speech}
            and (ANY in entry.words or heads & entry.words)
            for constraint in entry.excludes
            if constraint.home not in asked
        ),
    )


def read_classes(tables: Tables) -> dict[str, frozenset[str]]:
    """The word classes that constraints name as `@class`."""
    classes: dict[str, frozenset[str]] = {}
    for row in tables.rows("classes.tsv", ("class", "words")):
        if row["class"] in classes and not row.is_overlay:
            tables.problem(row, f"the class {row['class']!r} stands twice")
        classes[row["class"]] = classes.get(row["class"], frozenset()) | frozenset(row.list("words"))
    return classes


def _predicate(
    tables: Tables, row: Row, plover: str, frames: frozenset[str], classes: dict[str, frozenset[str]]
) -> Predicate | None:
    before = len(tables.problems)
    if plover not in PLOVER_TYPES:
        tables.problem(row, f"the file is named after no PLOVER type; they are {', '.join(PLOVER_TYPES)}")
    if row["pos"] not in get_args(PartOfSpeech):
        tables.problem(row, f"pos must be v, n or a, not {row['pos']!r}")
    if row["frame"] not in frames:
        tables.problem(row, f"unknown frame {row['frame']!r}; the frames are {', '.join(sorted(frames))}")
    if not row["predicate"] or not row["label"]:
        tables.problem(row, "predicate and label must not be empty")
    slots = row["predicate"].split()
    heads = [index for index, slot in enumerate(slots) if slot.startswith("^")]
    slots = [slot.removeprefix("^") for slot in slots]
    if len(heads) > 1 or GAP in (slots[:1] + slots[-1:]):
        tables.problem(row, "a predicate has one head (^) at most, and no gap (*) at its ends")
    counts = _counts(tables, row)
    needs, excludes = (_constraints(tables, row, column, classes) for column in ("if", "unless"))
    if len(tables.problems) > before:
        return None
    return Predicate(
        key=" ".join(slots),
        slots=tuple(frozenset() if slot == GAP else frozenset(slot.split("|")) for slot in slots),
        head=heads[0] if heads else _default_head(slots, row["pos"]),
        part_of_speech=cast(PartOfSpeech, row["pos"]),
        event=EventType(cast(Plover, plover), row["mode"] or None, row["acled"] or None, row["label"]),
        frame=row["frame"],
        counts=counts,
        needs=needs,
        excludes=excludes,
    )


def _default_head(slots: list[str], part_of_speech: str) -> int:
    """The first word of a verb or adjective; of a noun the last word before a preposition."""
    if part_of_speech != "n":
        return 0
    prepositions = {"of", "on", "in", "for", "to", "against", "with", "from", "by", "at", "into", "under"}
    cut = next((index for index, slot in enumerate(slots) if slot in prepositions and index > 0), len(slots))
    return cut - 1


def _counts(tables: Tables, row: Row) -> tuple[tuple[CountedRole, Counts], ...]:
    pairs: list[tuple[CountedRole, Counts]] = []
    for pair in row["counts"].split():
        role, _, counts = pair.partition("=")
        if role not in get_args(CountedRole) or counts not in COUNTS:
            tables.problem(row, f"counts {pair!r} is not role=what; what is one of {', '.join(COUNTS)}")
        else:
            pairs.append((cast(CountedRole, role), counts))
    return tuple(pairs)


def _constraints(tables: Tables, row: Row, column: str, classes: dict[str, frozenset[str]]) -> tuple[Constraint, ...]:
    constraints: list[Constraint] = []
    for part in filter(None, (part.strip() for part in row[column].split(";"))):
        home, equals, words = part.partition("=")
        if not equals or not (home in HOMES or home.isalpha()):
            tables.problem(row, f"{part!r} in {column!r} is not home=word|word|@class")
            continue
        constraints.append(Constraint(home, _spelled(tables, row, words, classes)))
    return tuple(constraints)


def _spelled(tables: Tables, row: Row, words: str, classes: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of a list, its classes spelled out."""
    spelled: set[str] = set()
    for word in words.split("|"):
        if word.startswith("@") and word[1:] not in classes:
            tables.problem(row, f"unknown class {word}; the classes are {', '.join(sorted(classes))}")
        elif word.startswith(":") and word not in {PLACE_NAME, NUMBER, ANYTHING} and word[1:] not in KINDS:
            tables.problem(row, f"unknown kind {word}; the kinds are {', '.join(KINDS)}")
        else:
            spelled |= classes[word[1:]] if word.startswith("@") else {word.strip()}
    return frozenset(spelled)
