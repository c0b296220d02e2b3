"""The options that say which stories and claims are meant, for every command that lists or exports."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def filter_options(command: Command) -> Command:
    """Give a command the filters, as the keyword arguments of `actions.asked`."""
    for option in reversed(
        (
            click.option(
                "--type", "types", multiple=True, metavar="TYPE", help="Event type: RETREAT, or RETREAT/withdraw."
            ),
            click.option(
                "--status", "statuses", multiple=True, metavar="STATUS", help="occurred, planned, denied, ..."
            ),
            click.option(
                "--party", "parties", multiple=True, metavar="NAME", help="Who acts or is acted upon; or AFG."
            ),
            click.option(
                "--place", "places", multiple=True, metavar="NAME", help="A place of the claim, or its province."
            ),
            click.option(
                "--country", "countries", multiple=True, metavar="COUNTRY", help="Country of a place: AFG, Afghanistan."
            ),
            click.option("--from", "earliest", metavar="DATE", help="It may have happened on this day or later."),
            click.option("--until", "latest", metavar="DATE", help="It may have happened on this day or earlier."),
            click.option("--source", "sources", multiple=True, metavar="NAME", help="Who says so."),
            click.option("--words", metavar="WORDS", help="Words of the story: 'taliban \"border crossing\"'."),
            click.option("--since", metavar="WHEN", help="Added since: 2d, 12h, or a date and time."),
        )
    ):
        command = option(command)
    return command
