"""Prints who says how many, from the JSON lines of `dateline claims --json` on standard input."""

import json
import sys

ROW = "{:<18}  {:<16}  {}"

print(ROW.format("outlet", "how many", "who says so"))
for line in sys.stdin:
    claim = json.loads(line)
    for figure in claim["figures"]:
        ends = [figure["low"], figure["high"]]
        known = [f"{end:,}" for end in dict.fromkeys(ends) if end is not None]
        number = " to ".join(known)
        if None in ends:
            number += " or more" if ends[1] is None else " or fewer"
        chain = [source["name"] or source["text"] for source in claim["attribution"]]
        outlet = claim["story"]["outlet"]
        print(ROW.format(outlet, number, " > ".join(chain) or f"{outlet} itself"))
