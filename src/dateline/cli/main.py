"""The command `dateline`: its sub-commands, loaded when they are called, and its one handler of errors."""

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from dateline.cli.options import Options, shared_options
from dateline.errors import ConfigurationError, DatelineError, InputError, ResourceError

COMMANDS = {
    "read": "dateline.cli.read",
    "add": "dateline.cli.add",
    "stories": "dateline.cli.stories",
    "claims": "dateline.cli.claims",
    "events": "dateline.cli.events",
    "event": "dateline.cli.event",
    "figures": "dateline.cli.figures",
    "contradictions": "dateline.cli.contradictions",
    "trace": "dateline.cli.trace",
    "sources": "dateline.cli.sources",
    "show": "dateline.cli.show",
    "remove": "dateline.cli.remove",
    "restore": "dateline.cli.restore",
    "correct": "dateline.cli.correct",
    "corrections": "dateline.cli.corrections",
    "judge": "dateline.cli.judge",
    "review": "dateline.cli.review",
    "rerun": "dateline.cli.rerun",
    "export": "dateline.cli.export",
    "gazetteer": "dateline.cli.gazetteer",
    "bench": "dateline.cli.bench",
}

EXIT_CODES: dict[type[DatelineError], int] = {InputError: 1, ConfigurationError: 2, ResourceError: 3}
EXIT_OUR_FAULT = 70
EXIT_INTERRUPTED = 130
EXIT_NOBODY_READS = 141
DISK_IS_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

EPILOG = """\b
Exit codes:
  0   all went well
  1   some input could not be read, or an id is unknown; the rest was done
  2   wrong use, settings or codebook
  3   something is missing: the ledger, a disk, a permission
  70  a fault of Dateline itself; please report it
  130 stopped by Ctrl-C

\b
Examples:
  dateline read story.txt
  dateline add stories/ && dateline claims --type RETREAT --since 1d
"""


class Dateline(click.Group):
    """A group that imports a command when it is asked for, and turns every error into a sentence and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, each the `command` of its file."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; an unknown command lists those there are."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"there is no command {args[0]!r}; the commands are {', '.join(COMMANDS)}")
        return super().resolve_command(ctx, args)

    def main(  # type: ignore[override]  # never returns, in whichever mode
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> NoReturn:
        """Run a command line and exit; no traceback is shown without --debug."""
        options = extra.pop("obj", None) or Options()
        extra["standalone_mode"] = False
        try:
            code = super().main(args, prog_name or "dateline", obj=options, **extra)
            sys.stdout.flush()
        except BaseException as error:
            code = _handled(error, options)
        sys.exit(code or 0)


def _handled(error: BaseException, options: Options) -> int:
    """Say what went wrong, in one sentence, and give the exit code."""
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if isinstance(error, KeyboardInterrupt | click.Abort):
        click.echo("stopped", err=True)
        return EXIT_INTERRUPTED
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it flushes at exit
        return EXIT_NOBODY_READS
    if not isinstance(error, Exception):
        raise error
    if options.debug:
        traceback.print_exception(error)
    if isinstance(error, OSError) and error.errno in DISK_IS_FULL:  # ours are told by who writes; this is the output
        click.echo(
            f"dateline: the output cannot be written ({error.strerror}); free some space and run again", err=True
        )
        return EXIT_CODES[ResourceError]
    for kind, code in EXIT_CODES.items():
        if isinstance(error, kind):
            click.echo(f"dateline: {error}", err=True)
            return code
    advice = "please report it with the lines above" if options.debug else "run again with --debug and report it"
    click.echo(f"dateline: internal error ({type(error).__name__}: {error}); {advice}", err=True)
    return EXIT_OUR_FAULT


def _version(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked and not context.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"dateline {version('dateline')}")
        context.exit()


@click.group(
    cls=Dateline,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@shared_options
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and exit."
)
def cli() -> None:
    """Read reports of armed conflict and flight, and keep a record: what happened, who did it to whom, where, when,
    how many, and who says so.
    """


def main() -> NoReturn:
    """The entry point."""
    # The model's heads multiply small matrices: a second thread of numpy's library only waits, and busily.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    cli.main()
