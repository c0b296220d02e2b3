"""What a later report says differently, read from the facts of sentences that stand beside each other."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.codebook.names import fold
from dateline.linking.align import Aligned, Pair
from dateline.linking.facts import Fact, Kind, Value
from dateline.linking.replaced import Fillings, is_other
from dateline.linking.report import Report, Told
from dateline.linking.spelling import is_same_name

NEARLY = 0.8  # above this likeness two sentences are the same but for what differs
FEW = 4  # words that are swapped, put in or left out together
UNTOUCHED = 0.95  # of the words of all sentences that both have: nobody has edited them
LIKE = 0.6  # below this likeness of two sentences a fact that one has and the other lacks proves nothing
ANOTHER = 1.05  # of weighted shares that are replaced: all figures, or one day, and little more
Swap = tuple[int, int, int, int]
WHAT: dict[Kind, str] = {"figure": "figure", "day": "date", "name": "name", "denial": "denial"}


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that another one has taken the place of; `before` or `after` is empty where there was, or is, none."""

    kind: Kind
    what: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.what}: {self.before or '-'} -> {self.after or '-'}"


@dataclass(frozen=True, slots=True)
class Balance:
    """How many facts of a kind two reports share in the sentences they have in common, and how many are replaced."""

    kept: int
    replaced: int

    @property
    def moves(self) -> float:
        """The share that is replaced."""
        return self.replaced / max(1, self.kept + self.replaced)


def balance(aligned: Aligned) -> dict[Kind, Balance]:
    """Weighs for each kind what stays against what is replaced; what one side merely leaves out is neither."""
    before = _told(pair.earlier.facts for pair in aligned.pairs)
    after = _told(pair.later.facts for pair in aligned.pairs)
    lost, gained = before - aligned.later.facts, after - aligned.earlier.facts
    gained = frozenset(fact for fact in gained if not (fact[0] == "name" and _is_spelled(fact[1], lost)))
    found: dict[Kind, Balance] = {}
    for kind in WHAT:
        left, put = _count(kind, lost), _count(kind, gained)
        found[kind] = Balance(_count(kind, before & after), min(left, put))
    return found


def _count(kind: Kind, facts: frozenset[Value]) -> int:
    """How many there are; years are left out, which stay when days change."""
    return sum(fact[0] == kind and not (kind == "day" and len(fact[1]) == 4 and fact[1].isdigit()) for fact in facts)


def _is_spelled(name: str, others: frozenset[Value]) -> bool:
    return any(other[0] == "name" and is_same_name(name, other[1]) for other in others)


def _told(groups: Iterator[Sequence[Fact]]) -> frozenset[Value]:
    return frozenset((fact.kind, fact.value) for facts in groups for fact in facts)


def is_another(weighed: Mapping[Kind, Balance]) -> bool:
    """Whether another event is told in the same words.

    A raised toll may replace all figures, a correction a day or a name; names and days, days and figures, or several
    days do not move together. Names weigh most, since those of the country and its parties stay in any case.
    """
    names, days, figures = (weighed[kind] for kind in ("name", "day", "figure"))
    is_one = names.kept >= names.replaced > 0  # a single name may be put right
    named = Balance(names.kept + is_one, names.replaced - is_one)
    return 3 * named.moves + min(days.replaced, 2) * days.moves + figures.moves > ANOTHER


def changes(aligned: Aligned, filled: Fillings) -> tuple[Change, ...]:
    """What has changed between two reports, each once, in the order of the later one.

    `filled` has what is replaced in sentences that are otherwise the same. Where an editor has left all other words as
    they were, a name that is replaced is a change even if the story has both names elsewhere.
    """
    found: dict[Change, None] = {}
    for pair in aligned.own:
        if pair.likeness >= LIKE and _values(pair.earlier.facts) != _values(pair.later.facts):
            found.update(dict.fromkeys(_changes(pair, aligned.earlier, aligned.later)))
    if aligned.likeness >= UNTOUCHED:
        found.update(dict.fromkeys(_renamed(filled, [change.after for change in found])))
    return tuple(found)


def _renamed(filled: Fillings, told: Sequence[str]) -> Iterator[Change]:
    """The names that are replaced in sentences with no other word changed, but for those that are told already."""
    for one in filled.replaced:
        if one.kind != "name" or not one.is_alone or any(one.after.text in after for after in told):
            continue
        if not is_same_name(fold(one.before.text), fold(one.after.text)):
            yield Change("name", WHAT["name"], one.before.text, one.after.text)


def _values(facts: Sequence[Fact]) -> Counter[tuple[str, str]]:
    return Counter((fact.kind, fact.value) for fact in facts)


def _changes(pair: Pair, earlier: Report, later: Report) -> Iterator[Change]:
    """Facts that only one of the sentences has, each beside the one that stands in its place."""
    swaps = list(_swaps(pair))
    before_swaps, after_swaps = [(i, j) for i, j, *_ in swaps], [(k, m) for *_, k, m in swaps]
    lost = _without(pair.earlier.facts, pair.later.facts, before_swaps)
    gained = _without(pair.later.facts, pair.earlier.facts, after_swaps)
    for after in gained:
        swapped = ((fact, swap) for fact in lost if fact.kind == after.kind and (swap := _swap(fact, after, swaps)))
        before, swap = next(swapped, (None, None))
        if before and swap:
            lost.remove(before)
            if _is_change(before, after, pair, earlier, later):
                yield Change(after.kind, WHAT[after.kind], *_texts(before, after, pair, swap))
        elif _is_put_in(after, pair, swaps, earlier.facts) and not any(fact.kind == after.kind for fact in lost):
            yield Change(after.kind, WHAT[after.kind], "", _with_next(after, pair.later))
    for before in lost:
        if before.kind == "denial" and _is_left_out(before, pair, swaps):
            yield Change("denial", WHAT["denial"], _with_next(before, pair.earlier), "")


def _is_change(before: Fact, after: Fact, pair: Pair, earlier: Report, later: Report) -> bool:
    """Whether one fact has taken the place of another: no other spelling, and nothing that has moved about."""
    if after.kind == "name" and is_same_name(fold(before.text), fold(after.text)):
        return False
    if after.kind == "day" and not is_other(before, after, earlier, later):
        return False
    is_known, is_left = (after.kind, after.value) in earlier.facts, (before.kind, before.value) in later.facts
    if is_known and is_left:
        return pair.likeness >= NEARLY
    return after.kind != "name" or not (is_known or is_left)


def _is_put_in(after: Fact, pair: Pair, swaps: Sequence[Swap], known: frozenset[tuple[str, str]]) -> bool:
    """Whether a sentence that is otherwise the same has a denial, or a figure that is new to the story."""
    if pair.likeness < NEARLY or after.kind not in {"denial", "figure"} or after.value == "0":
        return False
    is_new = after.kind == "denial" or (after.kind, after.value) not in known
    return is_new and any(k <= after.start < m and max(j - i, m - k) <= FEW for i, j, k, m in swaps)


def _is_left_out(before: Fact, pair: Pair, swaps: Sequence[Swap]) -> bool:
    is_near = pair.likeness >= NEARLY and pair.held == 1
    return is_near and any(i <= before.start < j and max(j - i, m - k) <= FEW for i, j, k, m in swaps)


def _with_next(fact: Fact, told: Told) -> str:
    return " ".join([fact.text, *(word.text for word in told.words[fact.end : fact.end + 1])])


def _without(facts: Sequence[Fact], others: Sequence[Fact], swapped: Sequence[tuple[int, int]]) -> list[Fact]:
    """The facts that the others lack, counting how often each is there; those in words that are `swapped` first.

    In "they did not say that it was not there" the first "not" is new if that is the one that was put in.
    """
    left = _values(facts)
    left.subtract(_values(others))
    found = []
    for fact in sorted(facts, key=lambda fact: not any(start <= fact.start < end for start, end in swapped)):
        if left[fact.kind, fact.value] > 0:
            left[fact.kind, fact.value] -= 1
            found.append(fact)
    return sorted(found, key=lambda fact: fact.start)


def _swaps(pair: Pair) -> Iterator[Swap]:
    """The stretches of words that take each other's place: [start, end) of the earlier, [start, end) of the later."""
    matcher = SequenceMatcher(None, pair.earlier.keys, pair.later.keys, autojunk=False)
    return ((i, j, k, m) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal")


def _swap(before: Fact, after: Fact, swaps: Sequence[Swap]) -> Swap | None:
    """The stretches in which both stand and take each other's place; for names only where little else does."""
    for i, j, k, m in swaps:
        is_there = i < before.end and before.start < j and k < after.end and after.start < m
        if is_there and (after.kind != "name" or max(j - i, m - k) <= FEW):
            return i, j, k, m
    return None


def _texts(before: Fact, after: Fact, pair: Pair, swap: Swap) -> tuple[str, str]:
    """The words of both; names of several words that change together are one."""
    i, j, k, m = swap
    stretches = pair.earlier.words[i:j], pair.later.words[k:m]
    if after.kind == "name" and all(word.text[0].isupper() for words in stretches for word in words):
        return " ".join(word.text for word in stretches[0]), " ".join(word.text for word in stretches[1])
    return before.text, after.text
