"""The options that every command takes, before its name or after it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from dateline.actions.coding import Coding
    from dateline.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass
class Options:
    """What was given so far; `coding` stands in for the pipeline in tests."""

    ledger: Path | None = None
    codebook: Path | None = None
    settings: Path | None = None
    no_model: bool = False
    borders: str | None = None
    debug: bool = False
    coding: "Coding | None" = None

    def load(self) -> "Settings":
        """The settings, with the options on top. Raises ConfigurationError."""
        from dateline.settings import load_settings

        return load_settings(
            self.settings, ledger=self.ledger, codebook=self.codebook, no_model=self.no_model or None,
            borders=self.borders,
        )  # fmt: skip


def shared_options(command: Command) -> Command:
    """Give a command the options from `--ledger` to `--debug`, and hand it the Options."""
    path = click.Path(path_type=Path, readable=False)  # what cannot be read is told by who reads it
    for option in (
        click.option("--debug", is_flag=True, expose_value=False, callback=_keep, help="Show where errors come from."),
        click.option(
            "--settings", type=path, metavar="FILE", expose_value=False, callback=_keep,
            help="Settings file.  [default: dateline.toml here, if there is one]",
        ),
        click.option(
            "--no-model", is_flag=True, expose_value=False, callback=_keep,
            help="Let the rules decide alone, without the learned model.",
        ),
        click.option(
            "--borders", metavar="VIEW", expose_value=False, callback=_keep,
            help="Whose view of disputed borders says in which country a place is: neutral, control, or a claimant "
            "(IND).  [default: neutral]",
        ),
        click.option(
            "--codebook", type=path, metavar="DIR", expose_value=False, callback=_keep,
            help="Folder with your own predicates, parties and places, on top of those shipped.",
        ),
        click.option(
            "--ledger", type=path, metavar="FILE", expose_value=False, callback=_keep,
            help="The ledger.  [default: dateline.db here]",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    options = context.ensure_object(Options)
    if value and parameter.name:
        setattr(options, parameter.name, value)
