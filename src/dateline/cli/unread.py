"""One line for each file that could not be read, and for what works less well than it should."""

import traceback

import click

from dateline.actions.coding import Coding, Unread
from dateline.settings import Settings


def report_unread(unread: Unread, *, is_debug: bool) -> None:
    """Say on standard error which file, why, and what to do."""
    click.echo(f"dateline: {unread_line(unread)}", err=True)
    if is_debug and unread.error is not None:
        traceback.print_exception(unread.error)


def report_rules_only(coding: Coding, settings: Settings) -> None:
    """Say on standard error that the learned model is missing, unless nobody wants it."""
    if coding.coder.model is None and not settings.no_model:
        click.echo(
            "dateline: the learned model is not installed, and the rules decide alone; install the package again, "
            "or say --no-model",
            err=True,
        )


def unread_line(unread: Unread) -> str:
    """The file and the reason, the file once."""
    return unread.reason if unread.path in unread.reason else f"{unread.path}: {unread.reason}"
