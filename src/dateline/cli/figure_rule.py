"""The option that says by which rule one number is chosen of many."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def rule_option(command: Command) -> Command:
    """Give a command `--rule`."""
    rule_help = "How one number is chosen: most-origins, latest, lowest or highest."
    return click.option("--rule", metavar="RULE", default="most-origins", show_default=True, help=rule_help)(command)
