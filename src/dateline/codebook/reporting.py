"""Reporting words: what marks that somebody says, claims, denies, plans or believes something."""

from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, cast, get_args

from dateline.codebook.tables import Row, Tables

Stance = Literal[
    "report", "claim", "admit", "deny", "accuse", "hearsay", "plan", "belief", "doubt", "intend", "demand", "judge"
]
STANCES: tuple[Stance, ...] = get_args(Stance)
STATEMENTS: frozenset[Stance] = frozenset({"report", "claim", "admit", "deny", "accuse", "hearsay", "plan"})
SourceFrame = Literal["subject", "addressee", "undergo", "object", "maker", "before", "behind", "none"]
CueClass = Literal["v", "n", "p", "a"]
Effect = Literal["possible", "denied"]
COLUMNS = ("cue", "pos", "stance", "frame", "content", "effect")
HOMES = frozenset({"quote", "clause", "to", "ing", "object", "sentence"})


@dataclass(frozen=True, slots=True)
class ReportingCue:
    """One entry; the columns are explained at the head of `data/reporting.tsv`.

    `slots` are the lemmas in order, each a set of alternatives; `head` is the index of the slot that carries the
    grammar; the last `ahead` slots must follow, but belong to the content; `content` are the places where the content
    stands besides quotes, prepositions included.
    """

    key: str
    slots: tuple[frozenset[str], ...]
    head: int
    part_of_speech: CueClass
    stance: Stance
    frame: SourceFrame
    content: frozenset[str]
    effect: Effect | None
    ahead: int = 0

    @property
    def is_statement(self) -> bool:
        """Whether somebody is said to have said the content, and not only to believe, plan or judge it."""
        return self.stance in STATEMENTS


@dataclass(frozen=True)
class Reporting:
    """The reporting words. `by_head` lists for each head lemma the cues that have it, longest first."""

    cues: tuple[ReportingCue, ...]
    by_head: dict[str, tuple[ReportingCue, ...]]
    speakers: dict[str, frozenset[str]]


def read_reporting(tables: Tables) -> Reporting:
    """The tables `reporting.tsv` and `speakers.tsv`. An overlay row replaces the row of the same cue and pos."""
    found: dict[tuple[str, str], ReportingCue] = {}
    for row in tables.rows("reporting.tsv", COLUMNS):
        cue = _cue(tables, row)
        if cue is None:
            continue
        same = (cue.key, cue.part_of_speech)
        if same in found and not row.is_overlay:
            tables.problem(row, f"the cue {cue.key!r} ({cue.part_of_speech}) stands twice")
        found[same] = cue
    by_head: dict[str, list[ReportingCue]] = {}
    for cue in sorted(found.values(), key=lambda cue: -len(cue.slots)):
        for lemma in sorted(cue.slots[cue.head]):
            by_head.setdefault(lemma, []).append(cue)
    return Reporting(
        tuple(found.values()), {lemma: tuple(cues) for lemma, cues in by_head.items()}, _read_speakers(tables)
    )


def _read_speakers(tables: Tables) -> dict[str, frozenset[str]]:
    """The classes of nouns for those who speak, what they speak in and whom they speak to."""
    classes: dict[str, frozenset[str]] = {}
    for row in tables.rows("speakers.tsv", ("class", "words")):
        if row["class"] in classes and not row.is_overlay:
            tables.problem(row, f"the class {row['class']!r} stands twice")
        classes[row["class"]] = classes.get(row["class"], frozenset()) | frozenset(row.list("words"))
    return classes


def _cue(tables: Tables, row: Row) -> ReportingCue | None:
    before = len(tables.problems)
    slots = row["cue"].split()
    heads = [index for index, slot in enumerate(slots) if slot.startswith("^")]
    ahead = len(list(takewhile(lambda slot: slot.startswith("+"), reversed(slots))))
    slots = [slot.removeprefix("^").removeprefix("+") for slot in slots]
    if len(slots) == ahead or len(heads) > 1:
        tables.problem(row, "a cue has words, and one head (^) at most")
    for column, allowed in (("pos", CueClass), ("stance", Stance), ("frame", SourceFrame)):
        if row[column] not in get_args(allowed):
            tables.problem(row, f"{column} must be one of {', '.join(get_args(allowed))}, not {row[column]!r}")
    if row["effect"] and row["effect"] not in get_args(Effect):
        tables.problem(row, f"effect must be empty, {' or '.join(get_args(Effect))}, not {row['effect']!r}")
    content = frozenset(row["content"].split())
    if not content or not all(home in HOMES or home.isalpha() for home in content):
        tables.problem(
            row, f"content names places ({', '.join(sorted(HOMES))}) or prepositions, not {row['content']!r}"
        )
    if len(tables.problems) > before:
        return None
    return ReportingCue(
        key=" ".join(slots),
        slots=tuple(frozenset(slot.split("|")) for slot in slots),
        head=heads[0] if heads else _default_head(slots, row["pos"]),
        part_of_speech=cast(CueClass, row["pos"]),
        stance=cast(Stance, row["stance"]),
        frame=cast(SourceFrame, row["frame"]),
        content=content,
        effect=cast(Effect, row["effect"]) if row["effect"] else None,
        ahead=ahead,
    )


def _default_head(slots: list[str], part_of_speech: str) -> int:
    """The first word that is neither "be" nor, in a phrase with one, the word "it" or "as"."""
    skipped = {"be"} if part_of_speech == "v" else set()
    return next((index for index, slot in enumerate(slots) if slot not in skipped), 0)
