"""Renews what the documentation takes from the program: `python tools/reference.py [--check] [PAGE...]`.

Two kinds: what stands between `<!-- made by tools/reference.py: NAME -->` and `<!-- end -->` is written by the function
NAME of `parts.py`; shell transcripts are run by `transcripts.py`. With --check nothing is written, and the exit code
is 1 when a page is out of date.
"""

import argparse
import difflib
import os
import re
import sys
from pathlib import Path

from parts import PARTS
from transcripts import ROOT, WIDTH, renewed

PART = re.compile(r"<!-- made by tools/reference\.py: (?P<name>\w+) -->\n.*?<!-- end -->", re.S)


def pages() -> list[Path]:
    """The pages of the documentation."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def made(page: str) -> str:
    """The page with its parts and its transcripts as the program has them now."""
    return renewed(PART.sub(_part, page))


def _part(found: re.Match[str]) -> str:
    return f"<!-- made by tools/reference.py: {found['name']} -->\n\n{PARTS[found['name']]()}\n\n<!-- end -->"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, say what is out of date")
    parser.add_argument("pages", nargs="*", type=Path, help="only these pages")
    arguments = parser.parse_args()
    os.environ["COLUMNS"] = WIDTH
    stale = 0
    for path in [page.resolve() for page in arguments.pages] or pages():
        old = path.read_text(encoding="utf-8")
        new = made(old)
        if new == old:
            continue
        stale += 1
        name = str(path.relative_to(ROOT))
        if arguments.check:
            lines = difflib.unified_diff(old.splitlines(), new.splitlines(), name, "as it should be", n=1, lineterm="")
            print("\n".join(lines))
        else:
            path.write_text(new, encoding="utf-8")
            print(f"{name}: renewed")
    if arguments.check and stale:
        print(f"{stale} pages are out of date; run `make docs`, read what changed, and commit it")
    return 1 if arguments.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
