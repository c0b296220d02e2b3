"""Names as they are compared: any case, any accents, whole words."""

import re
import unicodedata


def folded(*names: str | None) -> str:
    """The words of some names in small letters without accents, with one space around each.

    Example: `folded("Ansar Allah", "the Houthis'")` is " ansar allah the houthis ". So `LIKE '% houthis %'` finds whole
    words, and "un" does not find "Sunni".
    """
    joined = unicodedata.normalize("NFKD", " ".join(name for name in names if name))
    plain = "".join(letter for letter in joined if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", plain.casefold())
    return " " + " ".join([*words, ""])


def folded_pattern(asked: str) -> str:
    """The LIKE pattern that finds the asked words in a folded name; a trailing `*` asks for a beginning of a word."""
    words = folded(asked)
    return f"%{words.rstrip()}%" if asked.rstrip().endswith("*") else f"%{words}%"


def storable(text: str | None) -> str | None:
    """Text that every database takes: without NUL and half surrogate pairs, which broken input may hold."""
    if text is None:
        return None
    return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
