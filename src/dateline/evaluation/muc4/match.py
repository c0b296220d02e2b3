"""Whether a filler of a response is correct, partially correct or incorrect: the scoring guidelines as rules.

In 1992 a person judged what the program could not match; here rules stand in for that person, and where the guidelines
leave a choice the stricter one is taken, except for set fills, numbers and dates, which a program scored then too.
"""

import re
from datetime import date, datetime

from dateline.evaluation.muc4.slots import Fill
from dateline.evaluation.muc4.words import INSTRUMENT_PARENTS, nationality, word_list

CORRECT, PARTIAL, INCORRECT = 1.0, 0.5, 0.0
# Fills that the guidelines give half a point for another fill of the key.
_NEARLY: dict[str, frozenset[tuple[str, str]]] = {
    "perp-org-conf": frozenset({("SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES")}),
    "phys-tgt-type": frozenset({("POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE")}),
    "phys-tgt-effect": frozenset({("DESTROYED", "SOME DAMAGE")}),
    "hum-tgt-type": frozenset({
        ("GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"), ("ACTIVE MILITARY", "FORMER ACTIVE MILITARY"),
        ("POLITICAL FIGURE", "GOVERNMENT OFFICIAL"),
    }),
    "hum-tgt-effect": frozenset({("NO INJURY", "NO INJURY OR DEATH"), ("NO DEATH", "NO INJURY OR DEATH")}),
}  # fmt: skip
_STRINGS = frozenset({
    "inc-instr-id", "perp-ind-id", "perp-org-id", "phys-tgt-id", "hum-tgt-name", "hum-tgt-desc",
})  # fmt: skip
_NUMBERS = frozenset({"phys-tgt-num", "phys-tgt-total-num", "hum-tgt-num", "hum-tgt-total-num"})
# What the guidelines call nonessential: articles, quantifiers and nationalities.
_NONESSENTIAL = word_list("nonessential")
_BEHIND_HEAD = re.compile(
    r"\s(?:OF|IN|AT|ON|FROM|WITH|FOR|NEAR|BY|TO|WHO|WHICH|THAT|WHERE|WHOSE|WEARING|TRAVELING|BELONGING|DURING|UNDER|OVER|SPANNING|BETWEEN|AGAINST|LOCATED|ALONG|OUTSIDE|INSIDE|BEHIND)\s|,|\s\[|\s\("
)


def credit(slot: str, response: Fill, key: Fill) -> float:
    """What a response's filler earns for one of the key: 1, 0.5 or 0."""
    value = max(_value_credit(slot, response.options[0], option) for option in key.options)
    if value < CORRECT or slot in _STRINGS - {"hum-tgt-desc"}:
        return value
    return CORRECT if _is_same_reference(response, key) else PARTIAL


def _is_same_reference(response: Fill, key: Fill) -> bool:
    if not key.references or not response.references:
        return bool(key.references) == bool(response.references)
    return any(string_credit(response.references[0], option) == CORRECT for option in key.references)


def _value_credit(slot: str, response: str, key: str) -> float:
    if slot in _STRINGS:
        return string_credit(response, key)
    if slot in _NUMBERS:
        return number_credit(response, key)
    if slot == "inc-date":
        return date_credit(response, key)
    if slot == "inc-loc":
        return location_credit(response, key)
    if response == key:
        return CORRECT
    if slot == "inc-type" and response == "ATTACK":
        return PARTIAL
    if slot == "inc-instr-type" and response in INSTRUMENT_PARENTS.get(key, ()):
        return PARTIAL
    return PARTIAL if (response, key) in _NEARLY.get(slot, ()) else INCORRECT


def string_credit(response: str, key: str) -> float:
    """Strings by their head words.

    Correct: the same essential words, or the key's words and more modifiers of the same head ("OLD PEASANTS" for
    "PEASANTS"). Partial: the key's head with fewer or other modifiers, a part of a name ("TORRES" for "ALBERTO
    TORRES"), or the key's phrase inside a longer one.
    """
    ours, theirs = _essential(response), _essential(key)
    if ours == theirs:
        return CORRECT
    if not ours or not theirs:
        return INCORRECT
    head, wanted = _head(response), _head(key)
    if head == wanted:
        return CORRECT if set(theirs) <= set(ours) else PARTIAL
    # A name juxtaposed with its acronym, "FARABUNDO MARTI FRONT [FMLN]", is the name in full.
    if set(theirs) <= set(ours):
        return PARTIAL
    return PARTIAL if set(ours) <= set(theirs) and len(ours) > 1 else INCORRECT


def number_credit(response: str, key: str) -> float:
    """Numbers exactly; half a point for the anchor of a range or an approximation of the key."""
    ours, theirs = response.replace(" ", ""), key.replace(" ", "").replace(",", "")
    if ours == theirs:
        return CORRECT
    return PARTIAL if ours.isdigit() and ours in re.findall(r"\d+", theirs) else INCORRECT


def date_credit(response: str, key: str) -> float:
    """Dates: a day inside the key's range earns half a point, and so does a default fill that ends with the key."""
    (start, end), (first, last) = _range(response), _range(key)
    if (start, end) == (first, last):
        return CORRECT
    if end is None or last is None:
        return INCORRECT
    if start is None:
        return PARTIAL if end == last else INCORRECT
    return PARTIAL if (first is None or first <= start) and end <= last else INCORRECT


def location_credit(response: str, key: str) -> float:
    """Places by name, whatever their type: all of the key's names, or half a point for the country or some names."""
    ours, theirs = _places(response), _places(key)
    if ours == theirs:
        return CORRECT
    if not ours or not theirs:
        return INCORRECT
    if ours[0] == theirs[0]:
        is_complete = bool(theirs[1:]) and set(theirs[1:]) <= set(ours[1:])
        return CORRECT if is_complete and ours[-1] == theirs[-1] and " - " not in key else PARTIAL
    return PARTIAL if len(ours) > 1 and ours[1:] == theirs[1:] else INCORRECT


def _places(location: str) -> tuple[str, ...]:
    plain = re.sub(r"\([^)]*\)", " ", location.upper()).replace("(", " ")
    return tuple(" ".join(part.split()) for part in re.split(r":| - ", plain) if part.strip())


def _range(text: str) -> tuple[date | None, date | None]:
    days = [_day(found) for found in re.findall(r"\d{1,2} [A-Z]{3} \d{2}", text.upper())]
    if len(days) == 1:
        return (None if text.strip().startswith("-") else days[0]), days[0]
    return (days[0], days[-1]) if days else (None, None)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text.title(), "%d %b %y").date()
    except ValueError:
        return None


def _words(text: str) -> list[str]:
    return re.findall(r"[A-Z0-9][A-Z0-9'.&-]*", text.upper())


def _essential(text: str) -> list[str]:
    words = [word.removesuffix("'S").strip("'.") for word in _words(text) if nationality(word) is None]
    kept = [
        word for word in words if word.lower() not in _NONESSENTIAL and nationality(word) is None and not word.isdigit()
    ]
    return kept or words


def _head(text: str) -> str:
    """The last word before whatever hangs behind the noun: PEASANTS of "OLD PEASANTS WHO WERE WITNESSES"."""
    before = _BEHIND_HEAD.split(f" {text.upper()} ", maxsplit=1)[0]
    return (_essential(before) or _essential(text))[-1]
