#!/bin/sh
# Reads the demo stories into a ledger of their own and prints the record.
set -eu
dateline=$1
here=$(dirname "$0")
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
DATELINE_LEDGER=$room/demo.db
export DATELINE_LEDGER

title() {
    printf '\n== %s\n\n' "$1"
}

title "1. One story, read; brackets mark the words that report an event"
"$dateline" read "$here/stories/04-pamir-wire-update.txt"

title "2. Twelve stories of eight outlets, kept in a ledger"
"$dateline" add "$here/stories"
"$dateline" stories

title "3. How many troops crossed? Who says so, side by side"
"$dateline" claims --type RETREAT/withdraw --status occurred --json |
    "$(dirname "$dateline")/python" "$here/who_says.py"

title "4. What contradicts what, with copies counted once"
"$dateline" contradictions

title "5. Said, but not happened: vowed, feared or denied"
"$dateline" claims --status planned --status possible --status denied --limit 10

cat <<'END'

== To see more

  .venv/bin/dateline read demo/stories/05-highland-post.txt
      any text file or saved page, or - for standard input; --why says why, --json is for programs
  .venv/bin/dateline add demo/stories
      keeps a record in the file dateline.db; then ask it:
  .venv/bin/dateline claims --party Taliban --place Badakhshan
  .venv/bin/dateline export --to csv --out demo.csv
  .venv/bin/dateline --help

  docs/tutorial/first-record.md goes on from here.
END
