#!/bin/sh
# Installs a wheel into an empty environment with the pinned requirements and reads a story there, outside the checkout.
set -eu
wheel=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
checkout=$(cd "$(dirname "$0")/.." && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"${PYTHON:-python3}" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r "$checkout/requirements/run.lock"
"$room/venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps "$wheel"
cp "$checkout/demo/stories/04-pamir-wire-update.txt" "$room/story.txt"
cd "$room"
"$room/venv/bin/dateline" read story.txt --outlet "Pamir Wire" --json > record.json
for file in LICENSE NOTICE; do
    test -n "$(find "$room/venv" -path "*dateline-*/licenses/$file")" || { echo "the wheel has no $file" >&2; exit 1; }
done
"$room/venv/bin/python" - <<'PYTHON'
import json
import pathlib

import dateline

record = json.loads(open("record.json", encoding="utf-8").readline())
claims = record["claims"]
assert any(claim["event"]["plover"] == "RETREAT" for claim in claims), "the wheel read no flight in the demo story"
assert pathlib.Path(dateline.__file__).with_name("py.typed").exists(), "the wheel has no py.typed"
assert any(place["country"] == "TJK" for claim in claims for place in claim["places"]), "the wheel placed nothing"
print(f"the wheel works in an empty environment: {len(claims)} claims read")
PYTHON
