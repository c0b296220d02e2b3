"""Every exception of Dateline, as a tree sorted by who can do something about it."""


class DatelineError(Exception):
    """The root. Each message is one sentence or two: what is wrong, with which file or value, and what to do."""


class InputError(DatelineError):
    """Something that was handed in cannot be read; the remedy is another input."""


class UnreadableError(InputError):
    """A file or page that holds no story which can be read."""


class UnknownIdError(InputError):
    """An id that the ledger does not know, or a beginning of one that several share."""


class ConfigurationError(DatelineError):
    """Settings, options or an overlay codebook contradict themselves; lists all mistakes at once."""


class CodebookError(ConfigurationError):
    """A codebook file has mistakes; `problems` lists each as `file:line: what`."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        count = f"{len(problems)} mistake{'s' if len(problems) != 1 else ''}"
        super().__init__(f"the codebook has {count}; mend and run again:\n  " + "\n  ".join(problems))


class UnsureError(ConfigurationError):
    """A name that several things bear; `choices` has the id and the words of each, the likeliest first."""

    SHOWN = 12

    def __init__(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.name, self.choices = name, tuple(choices)
        shown = "".join(f"\n  {identity}  {words}" for identity, words in choices[: self.SHOWN])
        more = f"\n  and {len(choices) - self.SHOWN} more" if len(choices) > self.SHOWN else ""
        super().__init__(f"{name!r} may be one of {len(choices)}; give the id of the one that is meant:{shown}{more}")


class ResourceError(DatelineError):
    """Something the machine should give is missing: a disk, a permission, a file of the package."""


class LedgerError(ResourceError):
    """The ledger cannot be opened, read or written."""


class InternalError(DatelineError):
    """Our own fault: a promise of the program does not hold. Please report it."""
