"""A claim as one flat row: the columns of the CSV, which are also the properties of the GeoJSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.exports.common import CodedStoryRecord
from dateline.exports.scales import on_scales
from dateline.exports.wording import (
    correction_note,
    dispute_words,
    figure_words,
    place_words,
    source_words,
    value_note,
    value_words,
)
from dateline.model.correction import CODED_FIELDS, standing_value
from dateline.model.values import standing_claim, values_of

FlatRow = dict[str, Any]
SEPARATOR = "; "

COLUMNS: dict[str, str] = {
    "claim_id": "id of the claim",
    "story_id": "id of its story",
    "outlet": "who published the story",
    "credit": "the agency the story says it comes from",
    "published": "when, as ISO 8601",
    "headline": "the story's headline",
    "event_type": "PLOVER type, as corrected",
    "mode": "PLOVER mode; with the next two empty when the type is corrected, for they are of the coded one",
    "acled": "ACLED event type and sub-event type",
    "label": "the event in plain English",
    "status": "occurred, ongoing, planned, possible, denied or background, as corrected",
    "actors": "names of those who act; parties, places and figures are as corrected too",
    "actor_kinds": "their kinds, in the same order",
    "actor_countries": "their countries as ISO 3166-1 alpha-3, in the same order, empty where unknown",
    "targets": "names of those acted upon",
    "target_kinds": "their kinds, in the same order",
    "target_countries": "their countries, in the same order",
    "place": "the place that tells best where it happened",
    "place_role": "where, near, target, destination, origin or via",
    "country": "its country, ISO 3166-1 alpha-3",
    "admin1": "its province or state",
    "lat": "WGS 84 degrees, empty when the place is no point",
    "lon": "WGS 84 degrees, empty when the place is no point",
    "precision": "site, settlement, near, district, province, line, region or country",
    "uncertainty_km": "radius of the disc that the place lies in",
    "disputed": "the disputed territory it lies in, who claims that, and the view of borders that `country` follows",
    "acled_geo_precision": "how exact the place is on ACLED's scale, 1 to 3",
    "ucdp_where_prec": "the same on UCDP's scale, 1 to 6; a sea is 5, an area",
    "idmc_accuracy": "the same on IDMC's scale: Point, ADM3, ADM2, ADM1 or ADM0",
    "other_places": "the other places, each with its role",
    "earliest": "first day it may have happened, ISO 8601; empty when open",
    "latest": "last day it may have happened, ISO 8601; empty when open",
    "edtf": "the time as ISO 8601-2 (EDTF level 1)",
    "figures": "what was counted, in words",
    "killed_low": "at least so many killed, when the claim has one total of killed; empty when open",
    "killed_high": "at most so many killed; empty when open",
    "injured_low": "as for killed",
    "injured_high": "as for killed",
    "displaced_low": "as for killed; soldiers who flee are not counted here",
    "displaced_high": "as for killed",
    "sources": "who says so, from the first who says it to the one who passes it on; empty: the outlet itself",
    "trigger": "the words that report the event",
    "sentence": "the sentence they stand in",
    "start": "where the trigger begins in the story's text, in code points",
    "end": "where it ends",
    "confidence": "0 to 1",
    "why": "the rule that coded it",
    "corrections": "what people accepted, corrected or rejected, by whom, and what was coded",
}

_AT_HOME = ("where", "near", "target")
_ON_THE_MOVE = ("destination", "origin", "via")


def flat_rows(story: CodedStoryRecord) -> Iterator[FlatRow]:
    """One row for each claim of a coded story, with the keys of COLUMNS in that order; None is unknown."""
    for coded in story["claims"]:
        claim = standing_claim(coded)
        row = {**_head(story, claim), **_event(claim), **_parties(claim), **_place(claim), **_time(claim)}
        row |= {**_figures(claim), **_words(story, claim), "corrections": _corrections(coded)}
        yield {name: row[name] for name in COLUMNS}


def main_place(claim: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The place that tells best where a claim happened, or None.

    A place where it happened comes before the ends of a movement, which only stand in when there is no such place;
    among equals one with a point comes first.
    """
    for roles in (_AT_HOME, _ON_THE_MOVE):
        places: list[Mapping[str, Any]] = [place for place in claim["places"] if place["role"] in roles]
        if places:
            return min(places, key=lambda place: (place["lat"] is None, roles.index(place["role"])))
    return None


def _head(story: CodedStoryRecord, claim: Mapping[str, Any]) -> FlatRow:
    told = story["story"]
    shown = ("outlet", "credit", "published", "headline")
    return {"claim_id": claim["id"], "story_id": told["id"], **{name: told[name] for name in shown}}


def _event(claim: Mapping[str, Any]) -> FlatRow:
    event = claim["event"]
    kind = standing_value(claim, "type")
    shown = {name: event[name] if kind == event["plover"] else None for name in ("mode", "acled", "label")}
    return {"event_type": kind, **shown, "status": standing_value(claim, "status")}


def _corrections(claim: Mapping[str, Any]) -> str | None:
    notes = [(f"{field} {standing_value(claim, field)}", correction_note(claim, field)) for field in CODED_FIELDS]
    for one in values_of(claim):
        known = one.value or one.coded
        notes.append((f"{one.handle} {value_words(one.field, known)}" if known else one.handle, value_note(one)))
    return _joined(f"{what}{note}" for what, note in notes if note)


def _parties(claim: Mapping[str, Any]) -> FlatRow:
    row: FlatRow = {}
    for prefix, parties in (("actor", claim["actors"]), ("target", claim["targets"])):
        row[f"{prefix}s"] = _joined(party["name"] for party in parties)
        row[f"{prefix}_kinds"] = _joined(party["kind"] for party in parties)
        countries = [party["country"] or "" for party in parties]
        row[f"{prefix}_countries"] = _joined(countries) if any(countries) else None
    return row


def _place(claim: Mapping[str, Any]) -> FlatRow:
    place = main_place(claim)
    same = ("country", "admin1", "lat", "lon", "precision", "uncertainty_km")
    values: Mapping[str, Any] = place or {}
    return {
        "place": values.get("name"),
        "place_role": values.get("role"),
        **{name: values.get(name) for name in same},
        "disputed": dispute_words(values) or None,
        **on_scales(values.get("precision")),
        "other_places": _joined(place_words(other) for other in claim["places"] if other is not place),
    }


def _time(claim: Mapping[str, Any]) -> FlatRow:
    time = claim["time"] or {}
    return {name: time.get(name) for name in ("earliest", "latest", "edtf")}


def _figures(claim: Mapping[str, Any]) -> FlatRow:
    row: FlatRow = {"figures": _joined(map(figure_words, claim["figures"]))}
    for counts in ("killed", "injured", "displaced"):
        totals = [figure for figure in claim["figures"] if figure["counts"] == counts and figure["part_of"] is None]
        total = totals[0] if len(totals) == 1 else {"low": None, "high": None}
        row |= {f"{counts}_low": total["low"], f"{counts}_high": total["high"]}
    return row


def _words(story: CodedStoryRecord, claim: Mapping[str, Any]) -> FlatRow:
    sentence = story["sentences"][claim["sentence"]]
    return {
        "sources": source_words(claim["attribution"]) or None,
        "trigger": claim["trigger"]["text"],
        "sentence": story["story"]["text"][sentence["start"] : sentence["end"]],
        "start": claim["trigger"]["start"],
        "end": claim["trigger"]["end"],
        "confidence": claim["confidence"],
        "why": claim["why"],
    }


def _joined(values: Iterator[str] | list[str] | Any) -> str | None:
    return SEPARATOR.join(values) or None
