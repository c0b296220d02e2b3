"""`dateline review`: look at what is doubtful, question by question, with single keys."""

import sys
from typing import Any

import click

from dateline.cli.filter_options import filter_options
from dateline.cli.options import Options, shared_options

ASKED_AT_MOST = 100


@click.command(
    short_help="Go through what is worth a person's time.",
    epilog="""\b
Examples:
  dateline review --by ana --country AFG
  dateline review --list --since 1d
""",
)
@filter_options("--to", "--until", is_of_events=True)
@click.option("--limit", type=int, default=ASKED_AT_MOST, show_default=True, metavar="N", help="At most so many.")
@click.option("--by", metavar="NAME", help="Who decides.  [default: the user of the machine]")
@click.option("--list", "is_listed", is_flag=True, help="Only list the questions, with the claims they are about.")
@click.option("--json", "is_json", is_flag=True, help="List them as one object a line.")
@shared_options
@click.pass_obj
def command(
    options: Options,
    /,
    limit: int,
    by: str | None,
    is_listed: bool,
    is_json: bool,
    statuses: tuple[str, ...],
    **filters: Any,
) -> None:
    """Go through what is doubtful and decide with single keys: first links between claims that only just hold or only
    just fail, then figures that contradict each other, then claims that the coder is not sure of.

    The words of the stories stand beside each other. Each decision is kept at once, with your name; z takes the last
    one back, ? tells the keys. What you have decided is not asked again.
    """  # fmt: skip
    from dateline.actions.agenda import agenda
    from dateline.actions.asked import asked
    from dateline.actions.events import Asked
    from dateline.actions.review import Review
    from dateline.cli.json_output import print_json
    from dateline.cli.render_question import questions_table
    from dateline.cli.review_loop import ReviewLoop
    from dateline.cli.terminal import console, show

    if not (is_listed or is_json or (sys.stdin.isatty() and sys.stdout.isatty())):
        raise click.UsageError(
            "review asks for keys, and this is no terminal; `dateline review --list` lists the questions, "
            "`dateline judge` and `dateline correct` answer them"
        )
    settings = options.load()
    wanted = Asked(asked(codebook=settings.codebook, **filters), tuple(status.lower() for status in statuses))
    questions = agenda(settings, wanted, limit or None)
    if is_json:
        for question in questions:
            print_json(question.record())
    elif is_listed:
        if questions:
            show(console(), questions_table(questions))
    else:
        review = Review(settings, by)
        left = ReviewLoop(questions, review, settings, console(), _Keyboard()).run()
        click.echo(f"{_counted(review.count, 'decision')}, {_counted(left, 'question')} left")
        return
    if not is_json:
        click.echo(_counted(len(questions), "question"))


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"


class _Keyboard:
    """The keys of the terminal."""

    def key(self) -> str:
        """The next key; "" at the end of input or when the user stops it."""
        try:
            return click.getchar()
        except (EOFError, KeyboardInterrupt):
            return ""

    def line(self, prompt: str) -> str:
        """A line, "" for none."""
        try:
            return input(prompt)
        except (EOFError, KeyboardInterrupt):
            return ""
