"""Decides whether a later report is a copy of an earlier one, a version of it, or neither."""

from dataclasses import dataclass
from datetime import date

from dateline.linking.align import Aligned
from dateline.linking.changes import balance, changes, is_another
from dateline.linking.replaced import fillings
from dateline.linking.report import Report
from dateline.model.link import LinkKind

MOST = 0.6  # a report of which so much stands in another is its copy
WHOLE = 0.8  # of an earlier report so much must stand in a longer later one, for it to be taken up whole
PART = 0.2  # below so much of the later one, what is taken up is a quotation
QUOTED = 0.3  # with the other named as its source, so much is enough
MANY, FEW = 8, 0.1  # with so many facts, and so small a share replaced, the day of printing proves nothing
VERSION_DAYS = 30  # what differs and was printed further apart is no version: the same was said of another day
ALIKE, NEWS = 0.75, 0.1  # less alike sentences are a copy in other words only where few facts are new
REWRITTEN_DAYS = 2  # a write-through follows within hours
OWN = 0.15  # a version may add; less is furniture or a bridge
WHY_WORDS = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a later report is to an earlier one, why, and what changed.

    `coverage` is how much of it stands there, `closeness` also counts how alike the sentences are.
    """

    kind: LinkKind
    coverage: float
    closeness: float
    why: str
    changed: tuple[str, ...] = ()


def judge(aligned: Aligned) -> Verdict | None:
    """Copy or version, or None where the later report is neither. What differs decides, not how much is alike.

    A copy may be cut, edited, reordered or written in other words. A version has another figure, date, name or denial
    in a sentence that both have, or is the same outlet's longer report. Where most facts are replaced, another event
    is told in the same words. What stands on the same page later is a version, however much was rewritten, and so is
    what says of itself that it renews the other.
    """
    if is_renewed(aligned):
        return renewal(aligned)
    if not is_related(aligned):
        return rewriting(aligned)
    earlier, later = aligned.earlier, aligned.later
    weighed = balance(aligned)
    if is_another(weighed):
        return None
    filled = fillings(aligned)
    if filled.is_another_event:
        return None
    changed = tuple(dict.fromkeys((*outdated(aligned), *map(str, changes(aligned, filled)))))
    kept, replaced = (sum(getattr(one, part) for one in weighed.values()) for part in ("kept", "replaced"))
    is_one_event = kept >= MANY and replaced <= (kept + replaced) * FEW
    is_far = days_between(earlier, later) > VERSION_DAYS and not is_one_event
    if changed and is_far:
        return None
    measures = aligned.coverage, aligned.coverage * aligned.likeness
    if changed:
        return Verdict("version", *measures, f"{how_much(aligned)}, with changes", changed)
    added = additions(aligned)
    if added and not is_far and later.story.outlet and later.story.outlet == earlier.story.outlet:
        return Verdict("version", *measures, f"{how_much(aligned)}, with more in the same outlet", added)
    if not says_the_same(aligned) and (rewritten := rewriting(aligned)):
        return rewritten
    return Verdict("copy", *measures, how_much(aligned))


def is_renewed(aligned: Aligned) -> bool:
    """Whether the later report stands in place of the earlier one, on the same page of the same outlet, in other words.

    What a page says a month later may be another matter: pages that are renewed all the time keep their address.
    """
    earlier, later = aligned.earlier, aligned.later
    is_one_page = later.address is not None and later.address == earlier.address
    is_one_outlet = later.story.outlet == earlier.story.outlet
    is_near = days_between(earlier, later) <= VERSION_DAYS
    return is_one_page and is_one_outlet and is_near and not says_the_same(aligned)


def says_the_same(aligned: Aligned) -> bool:
    """Whether both reports are the same word for word."""
    return [told.keys for told in aligned.later.told] == [told.keys for told in aligned.earlier.told]


def renewal(aligned: Aligned) -> Verdict:
    """A version on the same page: nothing else can be nearer."""
    changed = tuple(str(change) for change in changes(aligned, fillings(aligned))) or additions(aligned)
    held, count = len(aligned.held), len(aligned.later.told)
    return Verdict("version", 1.0, 1.0, f"the same page later; {held} of {count} sentences stand in it", changed)


def outdated(aligned: Aligned) -> tuple[str, ...]:
    """The figures of the earlier report that the later one calls earlier ones, as changes: "figure: 12 -> 15".

    Where its sentence does not say what holds now, it is the first figure that the earlier report does not have.
    """
    earlier, later = aligned.earlier, aligned.later
    told_before = {one.before.value for told in earlier.told for one in told.outdated}
    new = [fact for told in later.told for fact in told.facts if fact.kind == "figure" and not earlier.has(fact)]
    found = []
    for one in (one for told in later.told for one in told.outdated):
        now = one.now or next(iter(new), None)
        is_news = now and not earlier.has(now) and one.before.value not in told_before
        if now and is_news and earlier.has(one.before):
            found.append(f"figure: {one.before.text} -> {now.text}")
    return tuple(found)


def rewriting(aligned: Aligned) -> Verdict | None:
    """A version in the same outlet within REWRITTEN_DAYS that says of itself that it is one, however much is new.

    It opens with names of the other and is marked in its headline, or calls a figure of the other an earlier one.
    """
    earlier, later = aligned.earlier, aligned.later
    dates = earlier.story.published, later.story.published
    is_near = all(dates) and days_between(earlier, later) <= REWRITTEN_DAYS
    names = later.opening.shared(earlier.opening)
    changed = outdated(aligned)
    if not (names and is_near and later.story.outlet and later.story.outlet == earlier.story.outlet):
        return None
    if not (later.opening.mark or changed):
        return None
    says = f"marked {later.opening.mark!r}" if later.opening.mark else "calls a figure of it an earlier one"
    closeness = max(aligned.coverage * aligned.likeness, len(names) / len(later.opening.names))
    return Verdict("version", 1.0, closeness, f"{says}; both open with {', '.join(names)}", changed)


def is_unchanged(aligned: Aligned) -> bool:
    """Whether what the later report has of the earlier one is as it was there."""
    filled = fillings(aligned)
    return not (is_another(balance(aligned)) or filled.is_another_event or changes(aligned, filled))


def is_related(aligned: Aligned) -> bool:
    """Whether the two share more than background, and more than two reporters of one event do."""
    if not aligned.pairs or (aligned.likeness < ALIKE and news(aligned) > NEWS):
        return False
    if aligned.coverage < MOST and not (aligned.use >= WHOLE and aligned.coverage >= PART):
        return bool(aligned.coverage >= QUOTED and credit(aligned.earlier, aligned.later))
    return aligned.coverage >= WHOLE or 0 in aligned.held or 0 in aligned.taken


def news(aligned: Aligned) -> float:
    """Of the facts in the later report's sentences that have a partner, the share that the earlier one lacks."""
    held = {(fact.kind, fact.value) for pair in aligned.pairs for fact in pair.later.facts}
    return len(held - aligned.earlier.facts) / max(1, len(held))


def credit(earlier: Report, later: Report) -> str | None:
    """Who the later report says it has it from, when that is whom the earlier one is by."""
    makers = [name for name in (earlier.story.credit, earlier.story.outlet) if name]
    own = later.story.outlet
    for name in makers:
        if name == later.story.credit or (name != own and name.lower() in later.story.text.lower()):
            return name
    return None


def additions(aligned: Aligned) -> tuple[str, ...]:
    """What the later report adds: sentences with facts that the earlier one does not have."""
    own = [told for n, told in enumerate(aligned.later.told) if n not in aligned.held]
    news = [told for told in own if any((fact.kind, fact.value) not in aligned.earlier.facts for fact in told.facts)]
    if aligned.use < WHOLE or sum(len(told.words) for told in news) < OWN * aligned.later.length:
        return ()
    return tuple(f"added: - -> {first_words(told.text)}" for told in news)


def first_words(text: str) -> str:
    """The beginning of a sentence."""
    words = text.split()
    return " ".join(words[:WHY_WORDS]) + (" ..." if len(words) > WHY_WORDS else "")


def days_between(earlier: Report, later: Report) -> int:
    """How many days lie between two publications; 0 where one is not known."""
    first, last = earlier.story.published, later.story.published
    return abs((date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days) if first and last else 0


def how_much(aligned: Aligned) -> str:
    """How much of the later report stands in the earlier, in words, with what is known of how it came there."""
    later, earlier = aligned.later, aligned.earlier
    if says_the_same(aligned):
        said = "the same report word for word"
    else:
        held, count = len(aligned.held), len(later.told)
        how = "word for word" if aligned.likeness == 1 else f"{aligned.likeness:.0%} of their words"
        said = f"{held} of {count} sentences stand in it ({how})"
        if aligned.use < WHOLE:
            said += f", {aligned.use:.0%} of it used"
    if name := credit(earlier, later):
        said += f"; credited to {name}"
    return said
