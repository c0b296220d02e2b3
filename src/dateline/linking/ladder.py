"""Which figures of one kind stand: renewed ones replace, parts are counted once, repetitions say nothing new."""

from collections.abc import Mapping, Sequence

from dateline.linking.entries import Entry
from dateline.linking.match import do_bounds_meet

LONGEST_SUM = 12  # parts that are tried for a whole


def standing(
    entries: Sequence[Entry], renewed: Mapping[str, str]
) -> tuple[list[Entry], dict[Entry, Entry], dict[Entry, Entry]]:
    """The figures that stand, those that another replaces, and those that are part of another.

    `renewed` gives for a story the one it renews. One origin has one figure: its latest that says something new.
    """
    parts = _parts(entries)
    superseded: dict[Entry, Entry] = {}
    for who in sorted({entry.who for entry in entries}):
        own = [entry for entry in entries if entry.who == who and entry not in parts]
        if own:
            superseded |= _renewed(own)
    superseded |= _older_versions(
        [entry for entry in entries if entry not in parts and entry not in superseded], renewed
    )
    superseded |= _overtaken([entry for entry in entries if entry not in parts], superseded)
    kept = [entry for entry in entries if entry not in parts and entry not in superseded]
    return kept, superseded, parts


def _overtaken(entries: Sequence[Entry], superseded: Mapping[Entry, Entry]) -> dict[Entry, Entry]:
    """Figures that agree with what another origin said and renewed after them: the toll of a day before."""
    found: dict[Entry, Entry] = {}
    for entry in (one for one in entries if one not in superseded):
        for old, new in superseded.items():
            is_same = (old.low, old.high) == (entry.low, entry.high) and old.who != entry.who
            if is_same and new.said_at > entry.said_at and not do_bounds_meet(new.low, new.high, entry.low, entry.high):
                found[entry] = new
    return found


def _parts(entries: Sequence[Entry]) -> dict[Entry, Entry]:
    """Figures that are part of a greater one: those the words say so of, and those of one story that sum up to it."""
    found: dict[Entry, Entry] = {}
    wholes = [entry for entry in entries if not entry.is_part]
    for entry in entries:
        if entry.is_part:
            same = [whole for whole in wholes if whole.claim == entry.claim]
            found |= {entry: same[0]} if same else {}
    for whole in sorted(wholes, key=lambda entry: (-(entry.low or 0), entry.order)):
        if whole in found or whole.low != whole.high or not whole.low:
            continue
        for story in sorted({entry.story for entry in wholes}):
            smaller = [
                one for one in wholes
                if one.story == story and one.low == one.high and one.low and one.low < whole.low and one not in found
            ]  # fmt: skip
            found |= dict.fromkeys(_summing(smaller, whole.low), whole)
    return found


def _summing(entries: Sequence[Entry], total: int) -> list[Entry]:
    """The most of some exact figures that make up a total. Example: of 104, 296, 173, 312, 152, 300 the first five."""
    best: dict[int, list[Entry]] = {0: []}
    for entry in entries[:LONGEST_SUM]:
        for reached, used in sorted(best.items(), reverse=True):
            further = reached + (entry.low or 0)
            if further <= total and len(used) + 1 > len(best.get(further, ())):
                best[further] = [*used, entry]
    found = best.get(total, [])
    return found if len(found) > 1 else []


def _renewed(own: Sequence[Entry]) -> dict[Entry, Entry]:
    """Of one origin's figures, in the order of time, those that another replaces, with which."""
    stories: dict[tuple[str, str], list[Entry]] = {}
    for entry in own:
        stories.setdefault((entry.said_at, entry.story), []).append(entry)
    superseded: dict[Entry, Entry] = {}
    stands: Entry | None = None
    for _, told in sorted(stories.items()):
        whole = max(told, key=lambda entry: (_size(entry), -_width(entry), entry.order))
        superseded |= {entry: whole for entry in told if entry is not whole}
        if stands is None:
            stands = whole
        elif _says_more(whole, stands):
            superseded[stands] = whole
            stands = whole
        else:
            superseded[whole] = stands
    return superseded


def _older_versions(entries: Sequence[Entry], renewed: Mapping[str, str]) -> dict[Entry, Entry]:
    """Figures whose story another renews, when the newer tells a figure of the same kind."""
    found: dict[Entry, Entry] = {}
    for entry in entries:
        newer = [other for other in entries if _is_version_of(other.story, entry.story, renewed)]
        if newer:
            found[entry] = max(newer, key=lambda other: other.order)
    return found


def _is_version_of(story: str, of: str, renewed: Mapping[str, str]) -> bool:
    seen = set[str]()
    while story in renewed and story not in seen:
        seen.add(story)
        story = renewed[story]
        if story == of:
            return True
    return False


def _says_more(later: Entry, earlier: Entry) -> bool:
    """Whether a later figure is another one, or a narrower one, and does not only repeat the earlier."""
    if not do_bounds_meet(later.low, later.high, earlier.low, earlier.high):
        return later.said_at > earlier.said_at
    return _width(later) < _width(earlier)


def _size(entry: Entry) -> int:
    return entry.low if entry.low is not None else entry.high or 0


def _width(entry: Entry) -> float:
    return float("inf") if entry.low is None or entry.high is None else entry.high - entry.low
