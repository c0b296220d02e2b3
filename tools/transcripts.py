"""Runs the shell transcripts of a page, so that what the page shows is what the program prints.

A page's fenced blocks of the language `console` are one session in a folder that holds a copy of `demo/`: lines that
begin with `$ ` are run, the lines below are what they print. Output that ends with a line `...` is shown as far as it
was before. A comment `<!-- file: PATH -->` before any other fenced block puts the block into that file first.
Blocks of the language `sh` are not run.
"""

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
WIDTH = "96"
CUT = "..."
BLOCK = re.compile(r"(?P<file><!-- file: (?P<path>\S+) -->\n+)?```(?P<language>\w*)\n(?P<body>.*?)^```$", re.S | re.M)
# What differs from run to run and means nothing to a reader.
_VARYING = (
    (re.compile(r"removed on \d{4}-\d\d-\d\d \d\d:\d\d UTC"), "removed on 2026-11-22 14:05 UTC"),
    (re.compile(r"^([0-9a-f]{8}  (?:accept|edit|reject|undo) .*)\d{4}-\d\d-\d\d", re.M), r"\g<1>2026-11-22"),
    (re.compile(r'("(?:codebook|gazetteer)": ")[0-9a-f]{64}"'), r'\1..."'),
)


def renewed(page: str) -> str:
    """The page with the output of every command as it is now. Without transcripts it is left as it is."""
    if "```console" not in page:
        return page
    with _session():
        return BLOCK.sub(_block, page)


@contextlib.contextmanager
def _session() -> Iterator[None]:
    """A folder of its own with the demo in it, and nobody's settings."""
    before, environment = Path.cwd(), dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "demo", Path(folder) / "demo")
        os.chdir(folder)
        for name in [name for name in os.environ if name.startswith("DATELINE_")]:
            del os.environ[name]
        os.environ["COLUMNS"] = WIDTH
        os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        try:
            yield
        finally:
            os.chdir(before)
            os.environ.clear()
            os.environ.update(environment)


def _block(found: re.Match[str]) -> str:
    if found["path"]:
        path = Path(found["path"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found["body"], encoding="utf-8")
    if found["language"] != "console":
        return found[0]
    return f"{found['file'] or ''}```console\n{_transcript(found['body'])}```"


def _transcript(body: str) -> str:
    shown = ""
    for command, before in _commands(body):
        lines = run(command).splitlines()
        if before and before[-1] == CUT and len(lines) >= len(before):
            lines = [*lines[: len(before) - 1], CUT]
        shown += "".join(f"{line}\n" for line in (f"$ {command}", *lines))
    return shown


def _commands(body: str) -> Iterator[tuple[str, list[str]]]:
    """Each command with the output that the page showed; a blank line between two commands is output too."""
    command, output = None, list[str]()
    for line in body.splitlines():
        if line.startswith("$ "):
            if command is not None:
                yield command, output
            command, output = line[2:], []
        else:
            output.append(line)
    if command is not None:
        yield command, output


def run(command: str) -> str:
    """What a command prints, standard error included. `dateline` alone runs inside this process, which is quicker."""
    words = shlex.split(command)
    if words[0] == "dateline" and not set("|<>&*") & set(command):
        from click.testing import CliRunner

        from dateline.cli.main import cli

        output = CliRunner().invoke(cli, words[1:], prog_name="dateline").output
    else:
        done = subprocess.run(command, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        output = done.stdout
    for pattern, steady in _VARYING:
        output = pattern.sub(steady, output)
    return output
