"""Stable ids: hashes of what a thing is, so that doing a thing twice changes nothing."""

import hashlib

ID_LENGTH = 16  # hex digits: 64 bits, a collision among 10 million stories has odds of about 3 in a million


def text_id(text: str) -> str:
    """The sha256 of the text, in hex: equal for exact copies."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def hash_id(*parts: object) -> str:
    """A short id of several parts; None and the empty string are different parts."""
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def story_id(text_hash: str, outlet_or_url: str | None, published: str | None) -> str:
    """The id of a story: hash of its text's id, its outlet or URL, and its publication time."""
    return hash_id(text_hash, outlet_or_url, published)


def claim_id(story: str, trigger_start: int, trigger_end: int, ordinal: int) -> str:
    """The id of a claim: hash of its story's id, its trigger's span and its ordinal among claims of that span."""
    return hash_id(story, trigger_start, trigger_end, ordinal)
