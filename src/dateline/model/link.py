"""How one story hangs on an earlier one: a copy of it, or a later version."""

from dataclasses import dataclass
from typing import Literal

LinkKind = Literal["copy", "version"]


@dataclass(frozen=True, slots=True)
class Link:
    """`story` repeats or renews `of`, both ids of stories.

    A copy says nothing that the other does not say, and adds no confidence. A version renews the other: `changed` has
    what it says differently, each as "what: before -> after" ("toll: 12 -> 15"). `why` tells the evidence in words.
    """

    story: str
    of: str
    kind: LinkKind
    why: str
    changed: tuple[str, ...] = ()
