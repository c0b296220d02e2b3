"""A predicate found in a sentence, with the phrases that stand in its roles: what coding works on."""

from dataclasses import dataclass
from typing import Literal

from dateline.codebook.frames import FrameRole
from dateline.codebook.predicates import Predicate

Voice = Literal["active", "passive", "nominal"]


@dataclass(frozen=True, slots=True)
class Filler:
    """A noun phrase in a role. `head` is the index of its head noun; tokens `first` to `last` (included) are its words.

    `home` is where it stands ("subject", "object", "possessor", "modifier" or a preposition).
    """

    role: FrameRole
    home: str
    head: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A predicate at tokens `first` to `last` (included) whose grammatical head is the token `head`."""

    predicate: Predicate
    head: int
    first: int
    last: int
    voice: Voice
    fillers: tuple[Filler, ...]

    def fillers_of(self, role: FrameRole) -> tuple[Filler, ...]:
        """The phrases in one role, in the order of the text."""
        return tuple(filler for filler in self.fillers if filler.role == role)
