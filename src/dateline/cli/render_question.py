"""A question of the review for people: the words of the stories beside each other, and which keys answer it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.cli.render_claim import SHOWN_ID, claim_lines
from dateline.cli.render_story import marked
from dateline.cli.terminal import is_plain, show

if TYPE_CHECKING:
    from dateline.actions.agenda import Question
    from dateline.actions.show import Shown

ASKED = {
    "joined": "One event, or two?",
    "apart": "Two events, or one?",
    "figure": "Do they count the same?",
    "claim": "Is it rightly coded?",
}
GAP = 3
PROSE = frozenset({"lead", "body"})  # parts of a story whose sentences tell what those beside them mean


def print_question(
    console: Console, question: "Question", shown: Sequence["Shown"], at: str, side: int, said: str | None
) -> None:
    """Print a question: how far, what is asked, why, and the stories; `side` is the claim that single keys mean."""
    head = Text(f"{at}  ", style="dim")
    head.append(ASKED[question.kind], style="bold not dim")
    head.append(f"\n{question.why}", style="not bold")
    sides = Table.grid(padding=(0, GAP, 0, 0), expand=True)
    for _ in shown:
        sides.add_column(ratio=1)
    sides.add_row(*(_side(console, one, is_meant=at_side == side) for at_side, one in enumerate(shown)))
    parts: list[RenderableType] = [head, Padding(sides, (1, 0, 1, 0))]
    show(console, *([Text(f"{said}\n", style="green")] if said else []), *parts)


def questions_table(questions: Sequence["Question"]) -> Table:
    """One row a question: its kind, the claims it is about, and why it is asked."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in ("kind", "claims"):
        table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for question in questions:
        table.add_row(question.kind, " ".join(claim[:SHOWN_ID] for claim in question.claims), question.why)
    return table


def _side(console: Console, shown: "Shown", *, is_meant: bool) -> Group:
    assert shown.claim
    row = shown.claim
    head = Text("▸ " if is_meant else "  ", style="bold cyan")
    head.append(f"{row.outlet or 'no outlet named'}, {(row.published or 'no date')[:10]}", style="bold not cyan")
    lines: list[RenderableType] = [head]
    if row.headline and row.headline not in row.sentence:
        lines.append(Text(" ".join(row.headline.split()), style="italic dim"))
    sentences, text = shown.story["sentences"], shown.story["story"]["text"]
    words = Text()
    for at in range(max(0, row.claim.sentence - 1), min(len(sentences), row.claim.sentence + 2)):
        start, end = sentences[at]["start"], sentences[at]["end"]
        if at == row.claim.sentence:
            words.append_text(marked(row.sentence, start, [row.record["trigger"]], in_brackets=is_plain(console)))
        elif sentences[at]["part"] in PROSE:
            words.append(" ".join(text[start:end].split()), style="dim")
        else:
            continue
        words.append(" ")
    return Group(*lines, Padding(words, (0, 0, 1, 0)), claim_lines(row.record, is_kept=True, has_handles=True))
