"""Which types of event may be one happening: what one report calls a bombing another calls a killing."""

from dateline.model.claim import EventType

# Mode by mode where a type holds unlike things; a type that is not here is a group as a whole.
_BY_MODE = {
    "ASSAULT": {"abduct": "abduction"},
    "COERCE": {"seize": "capture", "arrest": "arrest", "deport": "deportation", "cyber": "cyber"},
    "RETREAT": {"withdraw": "retreat", "release": "release", "access": "access", "ceasefire": "ceasefire",
                "resign": "resignation", "disarm": "disarming"},
    "SANCTION": {"expel": "flight", "convict": "conviction"},
}  # fmt: skip
_ELSE = {"ASSAULT": "violence", "COERCE": "coercion", "RETREAT": "retreat", "SANCTION": "sanction"}


def group_of(event: EventType) -> str:
    """The group of a type; only claims of one group are compared."""
    by_mode = _BY_MODE.get(event.plover, {})
    return by_mode.get(event.mode or "", _ELSE.get(event.plover, event.plover.lower()))
