"""The loop of the review: shows a question, takes a key, does what it says, goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dateline.cli.render_question import print_question
from dateline.errors import ConfigurationError, UnsureError

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.actions.agenda import Question
    from dateline.actions.review import Review
    from dateline.settings import Settings

PAIR_KEYS = {
    "s": ("same", "the two are one event (m, for merge, is the same)"),
    "d": ("different", "they are two events"),
    "u": ("unsure", "leave it to the comparison, and ask no more"),
}
CLAIM_KEYS = {
    "x": ("split", "take the marked claim out of its event"),
    "a": ("accept", "status and type of the marked claim are right"),
    "e": ("edit", "another status, type, party, place or figure, with a reason"),
    "r": ("reject", "the marked claim is no event, with a reason"),
}
OTHER_KEYS = {
    "\t": ("other side", "mark the other claim"),
    "z": ("undo", "take back the last decision made here"),
    "n": ("skip", "go on; it is asked again the next time"),
    "?": ("help", "this"),
    "q": ("quit", "stop; all decisions are kept"),
}
QUIT = frozenset({"q", "\x03", "\x04", ""})
SAME_KEYS = {"m": "s", " ": "n", "\r": "n", "\n": "n"}
FIELD_OF = {"s": "status", "status": "status", "t": "type", "type": "type"}
WHAT = "what (status, type, a value such as figure1, place1.role, time, or add figure)? "


class Keys(Protocol):
    """Where answers come from: single keys, and lines for values and reasons."""

    def key(self) -> str:
        """The next key; "" when there are no more."""

    def line(self, prompt: str) -> str:
        """A line, "" for none."""


@dataclass
class ReviewLoop:
    """One run over some questions."""

    questions: Sequence["Question"]
    review: "Review"
    settings: "Settings"
    console: "Console"
    keys: Keys

    def run(self) -> int:
        """Ask until all are asked or the user quits. Returns how many questions were left."""
        self._at, self._side, self._said = 0, 0, ""
        self._asked: list[int] = []  # for each decision that stands, which question it was made at
        self._skip_settled()
        while self._at < len(self.questions):
            self._show()
            key = self.keys.key()
            key = SAME_KEYS.get(key.lower(), key.lower())
            if key in QUIT:
                break
            self._said = self._do(key)
            self._skip_settled()
        return len(self.questions) - self._at

    def _do(self, key: str) -> str:
        question = self.questions[self._at]
        claim = question.claims[self._side]
        if key == "n":
            return self._go_on("skipped")
        if key == "z":
            return self._undo()
        if key == "?":
            return _help()
        if key == "\t":
            self._side = (self._side + 1) % len(question.claims)
            return ""
        if key in PAIR_KEYS and len(question.claims) == 2:
            one, other = question.claims
            return self._decide(lambda: self.review.judge(one, other, PAIR_KEYS[key][0]), is_last=True)
        if key == "x":
            return self._decide(lambda: self.review.split(claim), is_last=True)
        if key == "a":
            return self._decide(lambda: self.review.accept(claim), is_last=len(question.claims) == 1)
        if key == "r" and (reason := self._reason("no event, because: ")):
            return self._decide(lambda: self.review.reject(claim, reason), is_last=True)
        if key == "e":
            return self._edit(claim, is_last=len(question.claims) == 1)
        return "nothing is decided without a reason" if key == "r" else f"no key {key!r} here; ? tells the keys"

    def _edit(self, claim: str, *, is_last: bool) -> str:
        """Ask for a field and its value; after a party, place or figure for the next one, until there is none."""
        before, said = self.review.count, ""
        while True:
            what = self.keys.line("what else (nothing: enter)? " if said else WHAT).strip().lower()
            if said and not what:
                break
            said = self._edited(claim, FIELD_OF.get(what, what))
            if FIELD_OF.get(what, what) in FIELD_OF.values() or self.review.count == before:
                break
        return self._go_on(said) if is_last and self.review.count > before else said

    def _edited(self, claim: str, what: str) -> str:
        is_value = what not in FIELD_OF.values()
        value = self.keys.line(f"{what}{' (or accept, reject)' if is_value else ''}: ").strip() if what else ""
        if is_value and value.lower() == "accept":
            return self._decide(lambda: self.review.accept(claim, what), is_last=False)
        reason = self._reason("because: ") if value else ""
        if not value or not reason:
            return "nothing is decided without a field, a value and a reason"
        if is_value and value.lower() == "reject":
            return self._decide(lambda: self.review.reject(claim, reason, what), is_last=False)
        return self._decide(lambda: self._put(claim, what, value, reason), is_last=False)

    def _put(self, claim: str, what: str, value: str, reason: str) -> str:
        """Edit; where a name may mean several things, let the user choose one."""
        try:
            return self.review.edit(claim, what, value, reason)
        except UnsureError as unsure:
            shown = unsure.choices[: unsure.SHOWN]
            for number, (_, words) in enumerate(shown, 1):
                self.console.print(f"{number:>3}  {words}")
            chosen = self.keys.line("which one (a number)? ").strip()
            if not (chosen.isdigit() and 1 <= int(chosen) <= len(shown)):
                return "nothing is decided: none of them was chosen"
            return self.review.edit(claim, what, shown[int(chosen) - 1][0], reason)

    def _reason(self, prompt: str) -> str:
        return self.keys.line(prompt).strip()

    def _decide(self, act: Callable[[], str], *, is_last: bool) -> str:
        before = self.review.count
        try:
            words = act()
        except ConfigurationError as error:
            return str(error)
        if self.review.count > before:
            self._asked.append(self._at)
            return self._go_on(words) if is_last else words
        return words

    def _go_on(self, words: str) -> str:
        self._at, self._side = self._at + 1, 0
        return words

    def _undo(self) -> str:
        words = self.review.undo()
        if words is None:
            return "nothing to take back"
        self._at, self._side = self._asked.pop(), 0
        return f"taken back: {words}"

    def _skip_settled(self) -> None:
        """Pass questions that an earlier answer has settled."""
        from dateline.actions.agenda import is_open

        while self._at < len(self.questions) and not is_open(self.questions[self._at], self.settings):
            self._at, self._side = self._at + 1, 0

    def _show(self) -> None:
        from dateline.actions.show import show

        question = self.questions[self._at]
        if self.console.is_terminal:
            self.console.clear()
        shown = [show(claim, self.settings) for claim in question.claims]
        print_question(
            self.console, question, shown, f"{self._at + 1} of {len(self.questions)}", self._side, self._said
        )
        self.console.print(_key_lines(self.console.width, is_pair=len(question.claims) == 2), style="dim")


def _key_lines(width: int, *, is_pair: bool) -> str:
    """What each key does, on as many lines as it takes; a key stays with its word."""
    others = {key: told for key, told in OTHER_KEYS.items() if is_pair or key != "\t"}
    keys = {**(PAIR_KEYS if is_pair else {}), **CLAIM_KEYS, **others}
    lines = [""]
    for key, (name, _) in keys.items():
        told = f"{'tab' if key == chr(9) else key} {name}"
        if lines[-1] and len(lines[-1]) + len(f"  {told}") > width:
            lines.append("")
        lines[-1] += f"  {told}" if lines[-1] else told
    return "\n".join(lines)


def _help() -> str:
    keys = {**PAIR_KEYS, **CLAIM_KEYS, **OTHER_KEYS}
    return "\n".join(f"{'tab' if key == chr(9) else key:>3}  {name}: {about}" for key, (name, about) in keys.items())
