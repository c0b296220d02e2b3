"""Dateline reads reports of armed conflict and flight and keeps a sourced record of them.

The public names stand here and are imported when they are first used, so that `import dateline` is quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.actions.add import add
    from dateline.actions.claims import claims
    from dateline.actions.export import export
    from dateline.actions.read import read
    from dateline.actions.remove import remove
    from dateline.actions.restore import restore
    from dateline.actions.show import show
    from dateline.actions.stories import stories
    from dateline.errors import DatelineError
    from dateline.model.record import coded_story_record
    from dateline.settings import Settings, load_settings

_HOMES = {
    "read": "dateline.actions.read",
    "add": "dateline.actions.add",
    "stories": "dateline.actions.stories",
    "claims": "dateline.actions.claims",
    "show": "dateline.actions.show",
    "remove": "dateline.actions.remove",
    "restore": "dateline.actions.restore",
    "export": "dateline.actions.export",
    "coded_story_record": "dateline.model.record",
    "Settings": "dateline.settings",
    "load_settings": "dateline.settings",
    "DatelineError": "dateline.errors",
}

__all__ = [
    "DatelineError",
    "Settings",
    "add",
    "claims",
    "coded_story_record",
    "export",
    "load_settings",
    "read",
    "remove",
    "restore",
    "show",
    "stories",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("dateline")
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
