"""Time counted from something else: "two days after July 1", "the day of the attack", "since the start of the war"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.model.token import Token
from dateline.reading.dates.combined import Counted, EventDay, Related
from dateline.reading.dates.found import Item
from dateline.reading.dates.line import Line

# Words from "since" or "after" to the end of the event; what is longer has a clause in it and is mostly a misparse.
LONGEST, LONGEST_EVENT = 8, 6
DEFINITE = frozenset({"the", "that", "this"})
SHORT = frozenset({"hour", "day", "night", "week", "fortnight"})  # years after "the attack" it is hardly the same one


def with_counts(items: list[Item], line: Line) -> list[Item]:
    """ "two days after July 1", "the day before the April 20 vote", "two days after the attack"; what is counted from
    anything else is left out."""
    done: list[Item] = []
    for item in items:
        count = done[-1].meaning if done else None
        gap = line.text[done[-1].last : item.first] if done else ""
        if isinstance(count, Counted) and count.of is None and item.meaning and re.fullmatch(" (?:the )?", gap):
            done[-1] = replace(done[-1], last=_end_of_noun(item, line, items), meaning=replace(count, of=item.meaning))
        else:
            done.append(item)
    return [found for item in done if (found := _from_event(item, line, done)) is not None]


def _end_of_noun(item: Item, line: Line, items: list[Item]) -> int:
    """Where the noun ends that a date stands before: "the April 20 vote", "Friday's attack"."""
    date = line.token(item.head_at)
    if date.relation in ("compound", "nmod", "poss", "nummod") and date.head > date.index:
        noun = next((token for token in line.tokens if token.index == date.head), None)
        last = line.position(noun) + len(noun.text) if noun else item.last
        if noun and noun.index - date.index <= LONGEST_EVENT and not any(item.last <= i.first < last for i in items):
            return max(item.last, last)
    return item.last


def _from_event(item: Item, line: Line, items: list[Item]) -> Item | None:
    """The item with the event that it counts from, if it does and there is a definite one."""
    if not isinstance(item.meaning, Counted) or item.meaning.of is not None:
        return item
    preposition = line.words(item.first, item.last)[-1]
    noun = next((token for token in line.tokens if token.head == preposition.index and token.relation == "pobj"), None)
    following = line.after(item.last)
    if noun is None or noun.part_of_speech != "NOUN" or following is None:
        return None
    last = line.position(noun) + len(noun.text)
    is_definite = following.text.lower() in DEFINITE or following.relation == "poss"
    if not is_definite or not 0 < noun.index - preposition.index <= LONGEST_EVENT:
        return None
    if any(item.last <= other.first < last for other in items):
        return None
    # "the attack" is one that the text has spoken of; "the attack on the mosque" may be another.
    is_bare = {token.relation for token in line.tokens if token.head == noun.index and token is not noun} <= {"det"}
    is_known = is_bare and item.meaning.by.unit in SHORT
    event = EventDay(noun.lemma if is_known else "")
    return replace(item, last=last, meaning=replace(item.meaning, of=event))


def since_events(line: Line, items: list[Item]) -> Iterator[Item]:
    """ "since" with a noun phrase that holds no time expression: open at its beginning, ended by the report."""
    for token in line.tokens:
        if token.lemma != "since" or token.relation != "prep":
            continue
        noun = next((other for other in line.tokens if other.head == token.index and other.relation == "pobj"), None)
        if noun is None or noun.part_of_speech != "NOUN":
            continue
        last = _last_of_phrase(line, noun)
        first_at, last_at = line.position(token), line.position(last) + len(last.text)
        if last.index - token.index <= LONGEST and not any(first_at < i.last and i.first < last_at for i in items):
            yield Item(first_at, last_at, Related("since"), head_at=first_at)


def _last_of_phrase(line: Line, noun: Token) -> Token:
    """The last word of the noun with what follows it by "of" and the like; no clauses and no other prepositions."""
    last = noun
    for token in line.tokens[noun.index - line.tokens[0].index + 1 :]:
        is_phrase = token.relation in ("compound", "amod", "det", "poss", "case", "pobj", "nummod")
        if token.index != last.index + 1 or not (token.lemma in ("of", "against", "in") or is_phrase):
            break
        last = token
    while last.part_of_speech in ("ADP", "DET", "ADJ") and last.index > noun.index:
        last = line.tokens[last.index - 1 - line.tokens[0].index]
    return last
