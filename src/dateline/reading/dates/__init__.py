"""Dateline's own resolver of the time expressions of news."""

from dateline.reading.dates.resolve import resolve_times

__all__ = ["resolve_times"]
