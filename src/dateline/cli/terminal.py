"""Where output goes: a terminal of some width with or without colour, a pipe, a file."""

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 100


def console(*, is_error: bool = False) -> "Console":
    """A console for people that prints text as it is: no markup, no smileys, no guessed colours."""
    from rich.console import Console

    stream = sys.stderr if is_error else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else PIPE_WIDTH
    return Console(stderr=is_error, width=width, markup=False, emoji=False, highlight=False)


def output_for_programs() -> TextIO:
    """Standard output as UTF-8 with newlines as they are written, whatever the machine's habit."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    return sys.stdout


def show(console: "Console", *parts: "RenderableType") -> None:
    """Print; into a pipe or a file without the spaces that fill lines up."""
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    with console.capture() as capture:
        console.print(*parts, sep="\n")
    lines = capture.get().splitlines()
    console.file.write("".join(f"{line.rstrip()}\n" for line in lines))


def is_plain(console: "Console") -> bool:
    """Whether bold and underline would be lost, so that marks have to be letters."""
    return console.color_system is None
