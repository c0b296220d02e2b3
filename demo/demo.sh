#!/bin/sh
# Reads the demo stories into a ledger of their own and prints the record.
set -eu
dateline=$1
here=$(dirname "$0")
ledger=$(mktemp -d)/demo.db
trap 'rm -rf "$(dirname "$ledger")"' EXIT

echo "== One story, read: demo/stories/04-pamir-wire-update.txt"
"$dateline" read "$here/stories/04-pamir-wire-update.txt"
echo
echo "== Twelve stories of eight outlets into a ledger"
"$dateline" --ledger "$ledger" add "$here/stories"
"$dateline" --ledger "$ledger" stories
echo
echo "== Who says how many troops crossed (RETREAT, as it happened)"
"$dateline" --ledger "$ledger" claims --type RETREAT --status occurred --country AFG
echo
echo "== What was vowed or is only feared, and so not counted as happened"
"$dateline" --ledger "$ledger" claims --status planned --status possible --status denied
echo
echo "To see more:"
echo "  .venv/bin/dateline read demo/stories/05-highland-post.txt     any text file or saved page, or - for standard input"
echo "  .venv/bin/dateline read demo/stories --json                   the same for programs"
echo "  .venv/bin/dateline add demo/stories                           keep a record in dateline.db, then:"
echo "  .venv/bin/dateline claims --words shelter                     who was given shelter"
echo "  .venv/bin/dateline export --to csv                            for a spreadsheet"
echo "  .venv/bin/dateline --help                                     everything else"
