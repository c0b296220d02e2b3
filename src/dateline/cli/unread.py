"""One line for each file that could not be read."""

import traceback

import click

from dateline.actions.coding import Unread


def report_unread(unread: Unread, *, is_debug: bool) -> None:
    """Say on standard error which file, why, and what to do."""
    click.echo(f"dateline: {unread_line(unread)}", err=True)
    if is_debug and unread.error is not None:
        traceback.print_exception(unread.error)


def unread_line(unread: Unread) -> str:
    """The file and the reason, the file once."""
    return unread.reason if unread.path in unread.reason else f"{unread.path}: {unread.reason}"
