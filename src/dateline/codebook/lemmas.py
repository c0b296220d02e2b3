"""Lemmas that the parser gets wrong."""

from dateline.codebook.tables import Tables


def read_lemmas(tables: Tables) -> dict[str, str]:
    """For each form (lower case) its lemma."""
    lemmas: dict[str, str] = {}
    for row in tables.rows("lemmas.tsv", ("form", "lemma")):
        if row["form"] in lemmas and not row.is_overlay:
            tables.problem(row, f"the form {row['form']!r} stands twice")
        lemmas[row["form"]] = row["lemma"]
    return lemmas
