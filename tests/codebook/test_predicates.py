"""The loader of predicates: what a row becomes, each kind of mistake, and what an overlay replaces."""

from pathlib import Path

import pytest

from dateline.codebook.codebook import load_codebook
from dateline.codebook.frames import read_frames
from dateline.codebook.predicates import COLUMNS, Constraint, Predicate, read_classes, read_predicates
from dateline.codebook.tables import Tables
from dateline.errors import CodebookError


def overlay(folder: Path, plover: str, *rows: str) -> Path:
    """An overlay folder with one predicate file; cells are separated by `;;` so that they can be read here."""
    (folder / "predicates").mkdir(exist_ok=True)
    lines = ["\t".join(COLUMNS), *(row.replace(";;", "\t") for row in rows)]
    (folder / "predicates" / f"{plover}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def read(tables: Tables) -> tuple[Predicate, ...]:
    """The predicates alone: the rest of the codebook takes longer to load."""
    return read_predicates(tables, frozenset(read_frames(tables)), read_classes(tables))


def loaded(folder: Path | None = None) -> tuple[Predicate, ...]:
    tables = Tables(folder)
    predicates = read(tables)
    assert tables.problems == []
    return predicates


def problems(folder: Path) -> list[str]:
    tables = Tables(folder)
    read(tables)
    return tables.problems


def entries(predicates: tuple[Predicate, ...], key: str, part_of_speech: str = "v") -> list[Predicate]:
    return [entry for entry in predicates if (entry.key, entry.part_of_speech) == (key, part_of_speech)]


def only(predicates: tuple[Predicate, ...], key: str, part_of_speech: str = "v") -> Predicate:
    (entry,) = entries(predicates, key, part_of_speech)
    return entry


def test_a_row_becomes_a_predicate(tmp_path: Path) -> None:
    row = "zap|zip * gate;;v;;destroy;;Battles/Armed clash;;transitive;;target=killed event=attacks;;zapping;;"
    row += "subject=@armed|crane; with=laser;;clause=film"
    entry = only(loaded(overlay(tmp_path, "assault", row)), "zap|zip * gate")
    assert entry.slots == (frozenset({"zap", "zip"}), frozenset(), frozenset({"gate"}))
    assert entry.head == 0
    assert (entry.event.plover, entry.event.mode) == ("ASSAULT", "destroy")
    assert (entry.event.acled, entry.event.label) == ("Battles/Armed clash", "zapping")
    assert entry.counts == (("target", "killed"), ("event", "attacks"))
    assert [need.home for need in entry.needs] == ["subject", "with"]
    assert {"soldier", ":military", "crane"} <= entry.needs[0].words
    assert Constraint("clause", frozenset({"film"})) in entry.excludes


def test_empty_cells_become_none(tmp_path: Path) -> None:
    entry = only(loaded(overlay(tmp_path, "reject", "zap;;v;;;;;;speak;;;;zapping")), "zap")
    assert (entry.event.mode, entry.event.acled, entry.counts, entry.needs, entry.excludes) == (None, None, (), (), ())


@pytest.mark.parametrize(
    ("key", "part_of_speech", "head"),
    [
        ("zap", "v", 0),
        ("zap out", "v", 0),
        ("zapper raid", "n", 1),
        ("zap of gate", "n", 0),
        ("zap ^gate of town", "n", 1),
        ("launch ^zap", "n", 1),
        ("^zap - in", "n", 0),
    ],
)
def test_the_head_carries_the_grammar(tmp_path: Path, key: str, part_of_speech: str, head: int) -> None:
    predicates = loaded(overlay(tmp_path, "assault", f"{key};;{part_of_speech};;;;;;transitive;;;;zapping"))
    assert only(predicates, key.replace("^", ""), part_of_speech).head == head


@pytest.mark.parametrize(
    ("plover", "row", "problem"),
    [
        ("ATTACK", "zap;;v;;;;;;transitive;;;;zapping", "the file is named after no PLOVER type"),
        ("assault", "zap;;verb;;;;;;transitive;;;;zapping", "pos must be v, n or a, not 'verb'"),
        ("assault", "zap;;v;;;;;;sideways;;;;zapping", "unknown frame 'sideways'"),
        ("assault", ";;v;;;;;;transitive;;;;zapping", "predicate and label must not be empty"),
        ("assault", "zap;;v;;;;;;transitive", "predicate and label must not be empty"),
        ("assault", "^zap ^gate;;v;;;;;;transitive;;;;zapping", "a predicate has one head"),
        ("assault", "zap *;;v;;;;;;transitive;;;;zapping", "no gap (*) at its ends"),
        ("assault", "zap;;v;;;;;;transitive;;target=dead;;zapping", "counts 'target=dead' is not role=what"),
        ("assault", "zap;;v;;;;;;transitive;;place=killed;;zapping", "counts 'place=killed' is not role=what"),
        ("assault", "zap;;v;;;;;;transitive;;;;zapping;;soldier", "'soldier' in 'if' is not home=word"),
        ("assault", "zap;;v;;;;;;transitive;;;;zapping;;;;soldier", "'soldier' in 'unless' is not home=word"),
        ("assault", "zap;;v;;;;;;transitive;;;;zapping;;object=@dragons", "unknown class @dragons"),
        ("assault", "zap;;v;;;;;;transitive;;;;zapping;;object=:dragon", "unknown kind :dragon"),
        ("assault", "zap;;v;;;;;;transitive;;;;zapping;;;;;;more", "10 cells, but 9 columns"),
    ],
)
def test_each_mistake_is_named_with_its_line(tmp_path: Path, plover: str, row: str, problem: str) -> None:
    found = problems(overlay(tmp_path, plover, row))
    assert any(problem in what and what.startswith(f"predicates/{plover}.tsv:2: ") for what in found)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    rows = ("zap;;verb;;;;;;transitive;;;;zapping", "zip;;v;;;;;;sideways;;;;zipping")
    with pytest.raises(CodebookError) as caught:
        load_codebook(overlay(tmp_path, "assault", *rows))
    assert len(caught.value.problems) == 2


def test_the_same_row_twice_is_a_mistake(tmp_path: Path) -> None:
    rows = ("zap;;v;;;;;;transitive;;;;zapping", "zap;;v;;;;;;speak;;;;zapping again")
    (problem,) = problems(overlay(tmp_path, "assault", *rows))
    assert "'zap' stands twice" in problem


def test_the_same_word_may_stand_twice_with_other_constraints(tmp_path: Path) -> None:
    rows = ("zap;;v;;;;;;transitive;;;;zapping", "zap;;v;;;;;;speak;;;;zapping in words;;object=idea")
    assert len(entries(loaded(overlay(tmp_path, "assault", *rows)), "zap")) == 2


def test_an_overlay_row_replaces_all_rows_of_its_word(tmp_path: Path) -> None:
    shipped = loaded()
    assert len(entries(shipped, "flee")) > 1
    predicates = loaded(overlay(tmp_path, "retreat", "flee;;v;;;;;;yield;;actor=fled;;running"))
    assert only(predicates, "flee").event.label == "running"
    assert entries(predicates, "flight", "n") == entries(shipped, "flight", "n")


def test_an_overlay_may_move_a_word_to_another_type(tmp_path: Path) -> None:
    predicates = loaded(overlay(tmp_path, "mobilize", "massacre;;v;;;;;;transitive;;;;a drill by that name"))
    assert only(predicates, "massacre").event.plover == "MOBILIZE"


def test_an_overlay_adds_words_to_a_class(tmp_path: Path) -> None:
    (tmp_path / "classes.tsv").write_text("class\twords\narmed\tzapper\n", encoding="utf-8")
    assert {"zapper", "soldier"} <= read_classes(Tables(tmp_path))["armed"]
