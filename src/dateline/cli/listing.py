"""The last line of a list."""


def listed(shown: int, total: int, one: str, many: str) -> str:
    """How much of how much. Example: "50 of 2,340 claims; --limit 0 shows all"."""
    things = f"{total:,} {one if total == 1 else many}"
    return things if shown == total else f"{shown:,} of {things}; --limit 0 shows all"
