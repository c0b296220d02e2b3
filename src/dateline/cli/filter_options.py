"""The options that say which stories and claims are meant, for every command that lists or exports."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_NAMED = (
    ("--type", "types", "TYPE", "Event type: RETREAT, or RETREAT/withdraw."),
    ("--status", "statuses", "STATUS", "occurred, ongoing, planned, possible, denied or background."),
    ("--party", "parties", "NAME", "Who acts or is acted upon; AFG for any of that country."),
    ("--place", "places", "NAME", "A place of the claim, or its province."),
    ("--country", "countries", "COUNTRY", "The country of a place: AFG, Afghanistan."),
    ("--source", "sources", "NAME", "Who says so."),
)

OF_EVENTS = "reported, corroborated, contested, denied, retracted, planned, possible or background."


def filter_options(*until_names: str, is_of_events: bool = False) -> Callable[[Command], Command]:
    """Give a command the filters, as the keyword arguments of `actions.asked`.

    `until_names` are the names of the option for the last day; `export` has another use for `--to`. With
    `is_of_events` statuses are those of events.
    """
    options = [
        click.option(
            name,
            argument,
            multiple=True,
            metavar=value,
            help=OF_EVENTS if is_of_events and argument == "statuses" else text,
        )
        for name, argument, value, text in _NAMED
    ]
    options += [
        click.option("--from", "earliest", metavar="DATE", help="It may have happened on this day or later."),
        click.option(*until_names, "latest", metavar="DATE", help="It may have happened on this day or earlier."),
        click.option("--words", metavar="WORDS", help="Words of the story: 'taliban \"border crossing\"'."),
        click.option("--since", metavar="WHEN", help="Added since: 2d, 12h, or a date and time."),
    ]

    def give(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return give
