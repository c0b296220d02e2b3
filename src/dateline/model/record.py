"""The public JSON: records to plain dictionaries in the shape of `dateline.coded-story/1`, and back."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from dateline.model.claim import Claim, EventType
from dateline.model.coded import SCHEMA, CodedStory, Coder
from dateline.model.figure import Figure
from dateline.model.party import Party
from dateline.model.place import Dispute, Place
from dateline.model.source import Source
from dateline.model.span import Span
from dateline.model.story import Dateline, Story
from dateline.model.time import Time

Record = dict[str, Any]
T = TypeVar("T")


def coded_story_record(coded: CodedStory, coder: Coder) -> Record:
    """The JSON object of one coded story."""
    sentences = [
        {
            "start": sentence.start,
            "end": sentence.end,
            "part": sentence.part,
            "speaker": asdict(speaker) if speaker else None,
        }
        for sentence, speaker in zip(coded.reading.sentences, coded.speakers, strict=True)
    ]
    return {
        "schema": SCHEMA,
        "story": asdict(coded.reading.story),
        "sentences": sentences,
        "attributions": [asdict(attribution) for attribution in coded.attributions],
        "claims": [asdict(claim) for claim in coded.claims],
        "issues": [asdict(issue) for issue in coded.issues],
        "coder": asdict(coder),
    }


def story_from_record(record: Mapping[str, Any]) -> Story:
    """A story from its JSON object."""
    dateline = record["dateline"]
    return Story(**{**record, "dateline": Dateline(**dateline) if dateline else None})


def claim_from_record(record: Mapping[str, Any]) -> Claim:
    """A claim from its JSON object; what people decided about it is left aside."""
    return Claim(
        **{
            **{name: value for name, value in record.items() if name != "corrections"},
            "trigger": Span(**record["trigger"]),
            "event": EventType(**record["event"]),
            "actors": _each(_party, record["actors"]),
            "targets": _each(_party, record["targets"]),
            "instruments": _each(_span, record["instruments"]),
            "places": _each(_place, record["places"]),
            "time": Time(**record["time"]) if record["time"] else None,
            "figures": _each(lambda value: Figure(**value), record["figures"]),
            "attribution": _each(source_from_record, record["attribution"]),
            "evidence": _each(_span, record["evidence"]),
        }
    )


def source_from_record(record: Mapping[str, Any]) -> Source:
    """A source from its JSON object."""
    return Source(**{**record, "cue": Span(**record["cue"]) if record["cue"] else None})


def _span(record: Mapping[str, Any]) -> Span:
    return Span(**record)


def _place(record: Mapping[str, Any]) -> Place:
    """A place; records of before views of borders say nothing of disputes."""
    told = record.get("disputed")
    dispute = Dispute(told["territory"], tuple(told["claimed_by"]), told["view"]) if told else None
    return Place(**{**record, "disputed": dispute})


def _party(record: Mapping[str, Any]) -> Party:
    return Party(**record)


def _each(make: Callable[[Mapping[str, Any]], T], records: list[Mapping[str, Any]]) -> tuple[T, ...]:
    return tuple(make(record) for record in records)
