"""Names to candidate places, read-only; `build` makes the file. Nothing here chooses."""
