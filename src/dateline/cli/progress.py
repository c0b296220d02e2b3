"""How far adding or a rerun is: a bar on standard error when that is a terminal, and the sum at the end."""

from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING

from dateline.cli.terminal import console

if TYPE_CHECKING:
    from dateline.actions.add import AddEvent
    from dateline.actions.rerun import RerunEvent


class Progress:
    """Counts the events of adding and shows the bar; leaves nothing behind on the screen."""

    def __init__(self, total: int | None) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        screen = console(is_error=True)
        self.counts: Counter[str] = Counter()
        self._bar = Bar(
            SpinnerColumn(),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True),
            TextColumn("{task.description}"),
            console=screen,
            transient=True,
            disable=not screen.is_terminal,
        )
        self._task = self._bar.add_task("loading the models", total=total)

    def __enter__(self) -> "Progress":
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bar.stop()

    def show(self, event: "AddEvent | RerunEvent") -> None:
        """Count one event."""
        self.counts[type(event).__name__] += 1
        self.advance(event.path)

    def advance(self, path: str) -> None:
        """Go one story on."""
        self._bar.update(self._task, advance=1, description=path)

    def summary(self, skipped: int = 0) -> str:
        """The sum in words, with `skipped` other files. Example: "12 new, 3 already known, 1 unreadable"."""
        counts = self.counts
        words = [f"{counts['Added']} new", f"{counts['Known']} already known"]
        if counts["RemovedBefore"]:
            words.append(f"{counts['RemovedBefore']} removed before (`dateline restore` brings them back)")
        if counts["Unread"]:
            words.append(f"{counts['Unread']} unreadable")
        if skipped:
            words.append(f"{skipped} other file{'' if skipped == 1 else 's'} skipped")
        return ", ".join(words)
