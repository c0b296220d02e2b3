"""Light verbs: verbs that lend their grammar to the event noun beside them."""

from dateline.codebook.tables import Tables

TAKES = frozenset({"actor", "aspect", "target", "both", "none"})


def read_light_verbs(tables: Tables) -> dict[str, str]:
    """For each light verb (a lemma) what its subject is to the event: "actor", "aspect" (actor, and
    the event itself may be its subject), "target", "both" (actor, and the verb's object is the
    target) or "none"."""
    verbs: dict[str, str] = {}
    for row in tables.rows("light_verbs.tsv", ("verb", "takes")):
        if row["takes"] not in TAKES:
            tables.problem(row, f"takes must be one of {', '.join(sorted(TAKES))}, not {row['takes']!r}")
        if row["verb"] in verbs and not row.is_overlay:
            tables.problem(row, f"the light verb {row['verb']!r} stands twice")
        verbs[row["verb"]] = row["takes"]
    return verbs
