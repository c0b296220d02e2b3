"""The options that say what the input does not: outlet, publication time, address, agency."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dateline.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from dateline.sources.metadata import Metadata

Command = TypeVar("Command", bound=Callable[..., Any])


def metadata_options(command: Command) -> Command:
    """Give a command `--outlet`, `--published`, `--url` and `--credit`."""
    for option in reversed(
        (
            click.option("--outlet", metavar="NAME", help="Who published the story."),
            click.option("--published", metavar="WHEN", help="When: 2021-07-05, or 2021-07-05T16:20."),
            click.option("--url", metavar="URL", help="Where it was published."),
            click.option("--credit", metavar="AGENCY", help="The agency it comes from: AFP, Reuters."),
        )
    ):
        command = option(command)
    return command


def metadata_of(given: Mapping[str, str | None]) -> "Metadata":
    """The options as metadata. Raises ConfigurationError for what is no time of publication."""
    from dateline.sources.metadata import Metadata

    try:
        return Metadata(**given)
    except InputError as error:
        raise ConfigurationError(f"--published: {error}") from error
