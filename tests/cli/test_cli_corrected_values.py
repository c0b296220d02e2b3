"""Parties, places and figures corrected on the command line: what holds, where it is told, and how it is taken back."""

import csv
import io
import json

import pytest

from tests.cli.conftest import WHY, Run, Told


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("12", "12 soldiers fled (corrected by ana: 40 or more → 12)"),
        ("1,200 to 1,300", "1,200 to 1,300 soldiers fled (corrected by ana: 40 or more → 1,200 to 1,300)"),
        ("12-15", "12 to 15 soldiers fled (corrected by ana: 40 or more → 12 to 15)"),
        ("15 or fewer", "15 or fewer soldiers fled (corrected by ana: 40 or more → 15 or fewer)"),
        ("0", "0 soldiers fled (corrected by ana: 40 or more → 0)"),
    ],
)
def test_a_number(words: str, shown: str, told: Told) -> None:
    assert told("--set", f"figure1={words}", *WHY) == f"figure1 {shown}"


def test_parts_of_a_figure_go_together_on_top_of_what_stood(run: Run, told: Told) -> None:
    told("--set", "figure1=12", "--set", "figure1.unit=guard", *WHY)
    shown = told("--set", "figure1.counts=killed", "--set", "figure1.population=civilian", *WHY)
    changes = "40 or more → 12; fled → killed; soldier → guard; military → civilian"
    assert shown == f"figure1 12 guards killed (corrected by ana: {changes})"
    shown = told("--set", "figure1.side=null", "--set", "figure1.total=yes", *WHY)
    assert "Karsu Army → none; no running total → running total)" in shown
    (claim,) = (json.loads(line) for line in run("claims", "--type", "RETREAT", "--json").stdout.splitlines())
    (correction,) = claim["corrections"]
    figure = claim["figures"][0]
    assert (figure["low"], figure["unit"], figure["counts"]) == (40, "soldier", "fled")
    assert correction["field"] == f"figures:{figure['start']}-{figure['end']}"
    held = correction["value"]
    assert (held["text"], held["low"], held["rule"]) == ("At least 40", 12, "person")
    row = next(csv.DictReader(io.StringIO(run("export", "--to", "csv").stdout)))
    assert (row["killed_low"], row["figures"]) == ("12", "12 guards killed, running total")
    assert "figure1 12 guards killed, running total (corrected by ana: 40 or more → 12;" in row["corrections"]


def test_a_place_of_the_gazetteer_or_none(run: Run, left: str, told: Told) -> None:
    shown = told("--set", "place2=Kabul, AFG, settlement", *WHY)
    assert shown == "place2 Kabul, AFG (corrected by ana: Karsu, Lower Valley, KRS → Kabul, AFG)"
    assert json.loads(run("claims", "--place", "Kabul", "--json").stdout)["id"] == left
    assert run("claims", "--country", "AFG").stdout.endswith("1 claim\n")
    kabul = json.loads(run("claims", "--place", "Kabul", "--json").stdout)["corrections"][0]["value"]
    assert (kabul["text"], kabul["role"], kabul["precision"], round(kabul["lat"])) == (
        "Karsu",
        "origin",
        "settlement",
        35,
    )
    by_id = told("--set", f"place1={kabul['gazetteer_id']}", "--set", "place1.role=near", *WHY)
    assert "place1 Kabul, AFG (corrected by ana: no known place → Kabul, AFG; destination → near)" in by_id
    assert "place2 Karsu (corrected by ana: Karsu, Lower Valley, KRS → no known place)" in told(
        "--set", "place2=null", *WHY
    )
    feature = json.loads(run("export", "--to", "geojson", "--type", "RETREAT").stdout)["features"][0]
    assert [round(degrees) for degrees in feature["geometry"]["coordinates"]] == [69, 35]


def test_a_name_of_several_places_shows_them_and_decides_nothing(run: Run, left: str, told: Told) -> None:
    done = run("correct", left, "--set", "place1=Fayzabad", *WHY)
    assert (done.exit_code, done.stdout) == (2, "")
    head, *choices = done.stderr.splitlines()
    assert head.startswith("dateline: 'Fayzabad' may be one of ")
    assert choices[0].split()[0].startswith("geonames:")
    assert "Badakhshan, AFG (settlement" in choices[0]
    assert run("corrections", "list").stdout == "0 corrections\n"
    first = choices[0].split()[0]
    assert "→ Fayzabad, Badakhshan, AFG)" in told("--set", f"place1={first}", *WHY)


def test_a_party_by_the_codebook_or_by_its_name_alone(run: Run, left: str, told: Told) -> None:
    shown = told("--set", "actor1=the taliban", *WHY)
    assert shown == "actor1 Taliban, AFG (corrected by ana: Karsu Army → Taliban; military → rebel; KRS → AFG)"
    assert json.loads(run("claims", "--party", "Taliban", "--json").stdout)["id"] == left
    assert "→ Tajikistan; military → government; KRS → TJK)" in told("--set", "actor1=Tajikistan", *WHY)
    shown = told(
        "--set", "actor1=Upper Valley Guard", "--set", "actor1.kind=militia", "--set", "actor1.country=null",
        "--set", "actor1.certainty=accused", *WHY,
    )  # fmt: skip
    changes = "Karsu Army → Upper Valley Guard; military → militia; KRS → none; fact → accused"
    assert shown == f"actor1 Upper Valley Guard (corrected by ana: {changes})"
    row = next(csv.DictReader(io.StringIO(run("export", "--to", "csv").stdout)))
    assert (row["actors"], row["actor_kinds"], row["actor_countries"]) == ("Upper Valley Guard", "militia", "")


def test_accept_reject_and_undo(run: Run, left: str, monkeypatch: pytest.MonkeyPatch, told: Told) -> None:
    shown = told("--accept", "figure1", "--accept", "actor1", "--by", "ana")
    figure = "figure1 At least 40 (40 or more) soldiers fled (accepted by ana)"
    assert shown == f"actor1 Karsu Army, KRS (accepted by ana), {figure}"
    assert "place1 Ostan, OST (rejected by ana)" in told("--reject", "place1", *WHY)
    row = next(csv.DictReader(io.StringIO(run("export", "--to", "csv").stdout)))
    assert (row["place"], row["other_places"]) == ("Karsu", "")
    assert "actor1 Karsu Army, KRS (accepted by ana)" in row["corrections"]
    shown = run("show", left).stdout
    assert "Ostan, OST (region) (rejected by ana) · place1" in shown
    assert "because  read again (ana, place1)" in shown
    monkeypatch.setenv("COLUMNS", "160")
    lines = run("corrections", "list").stdout.splitlines()
    assert [line.split()[1:3][0] for line in lines[1:-1]] == ["reject", "accept", "accept"]
    assert "rejected" not in told("--undo", "place1")
    assert told("--undo", "figure1", "--undo", "actor1") == ""
    assert run("claims", "--place", "Ostan", "--json").stdout
    assert run("corrections", "list", "--all").stdout.endswith("6 corrections\n")


def test_a_value_is_traced_to_its_words_and_to_who_set_it(run: Run, left: str, told: Told) -> None:
    told("--set", "figure1=12", *WHY)
    shown = run("trace", left, "figures").stdout
    assert shown.startswith("12 soldiers fled (corrected by ana: 40 or more → 12)\n")
    assert "[At least 40] soldiers left" in shown
    traced = json.loads(run("trace", left, "figures", "--json").stdout)
    assert (traced["value"]["low"], traced["spans"][0]["text"]) == (12, "At least 40")
    assert traced["note"] == "corrected by ana: 40 or more → 12"
    assert json.loads(run("trace", left, "status", "--json").stdout)["note"] == ""


def test_events_count_what_holds(run: Run, left: str, told: Told) -> None:
    run("add", "1.txt")
    told("--set", "figure1=12", *WHY)
    event = json.loads(run("events", "--type", "RETREAT", "--json").stdout)
    claims = [(one["claim"] == left, one["low"]) for figure in event["figures"] for one in figure["claims"]]
    assert sorted(claims) == [(False, 40), (True, 12)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--set", "figure1=many"), "'many' is no number; write 12, 12 to 15, 12 or more, or 15 or fewer"),
        (("--set", "figure1=15 to 12"), "'15 to 12' runs backwards"),
        (("--set", "figure1.counts=hurt"), "'hurt' is no counts of a figure; it is one of killed, injured"),
        (("--set", "figure1.colour=red"), "a figure has no 'colour'; it has number, counts, unit"),
        (("--set", "figure1.unit=12"), "'12' is no unit"),
        (("--set", "figure2=12"), "the claim has no 'figure2'; it has actor1 (Karsu Army, KRS), place1 (Ostan, OST)"),
        (("--set", "figure1"), "--set takes VALUE=WORDS, such as figure1=12, not 'figure1'"),
        (("--set", "figure1="), "figure1 is set to nothing"),
        (("--set", "!=12"), "'!' names no value"),
        (("--set", "place1=Qwxyzzy"), "the gazetteer has no place called 'Qwxyzzy'"),
        (("--set", "place1=geonames:1"), "the gazetteer has no place with the id 'geonames:1'"),
        (("--set", "place1.role=there"), "'there' is no role of a place"),
        (("--set", "place1.lat=3"), "a place has no 'lat' to set"),
        (("--set", "actor1.kind=army"), "'army' is no kind of a party"),
        (("--set", "actor1.country=Karsu"), "there is no country 'Karsu'"),
        (("--set", "actor1=null"), "to say that it is no party, reject it"),
        (("--set", "figure1=12", "--accept", "figure1"), "two decisions contradict each other"),
        (("--set", "figure1=12", "--reject"), "two decisions contradict each other"),
        (
            ("--undo", "figure7"),
            "there is no field 'figure7' to undo; it is one of claim, status, type, actor1 (Karsu Army, KRS)",
        ),
    ],
)
def test_wrong_values_change_nothing(run: Run, left: str, words: tuple[str, ...], message: str) -> None:
    done = run("correct", left, *words, *WHY)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert run("corrections", "list", "--all").stdout == "0 corrections\n"


def test_an_edit_and_a_rejection_need_a_reason(run: Run, left: str, told: Told) -> None:
    for words in (("--set", "figure1=12"), ("--reject", "place1")):
        done = run("correct", left, *words)
        assert (done.exit_code, "give the reason with --because" in done.stderr) == (2, True)
    assert "accepted by" in told("--set", "actor1.kind=military")  # what was coded is no edit


def test_no_sentence_for_training_tells_values(run: Run, told: Told) -> None:
    told("--set", "figure1=12", *WHY)
    done = run("corrections", "export-training")
    message = "0 sentences written, 1 decision about single values in none, for no model learns them\n"
    assert done.stderr == message
    assert done.stdout.splitlines()[1:] == ["== news"]
