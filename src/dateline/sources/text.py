"""Bytes to text, and the refusal of what is no text."""

import re

from dateline.errors import UnreadableError

BYTES_A_CHARACTER = 4  # the most that UTF-8 and UTF-16 take

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# First bytes of what is often taken for a story's file, with what to do about it.
_MAGIC = (
    (b"%PDF", "a PDF; export its text first"),
    (b"\xff\xd8\xff", "a JPEG picture; a story must be text"),
    (b"\x89PNG", "a PNG picture; a story must be text"),
    (b"GIF8", "a GIF picture; a story must be text"),
    (b"RIFF", "a picture, sound or film; a story must be text"),
    (b"ID3", "a sound; a story must be text"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstandard; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"{\\rtf", "an RTF document; save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as plain text first"),
    (b"SQLite format 3", "a database; a story must be text"),
    (b"\x7fELF", "a program; a story must be text"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CONTROL_SHARE = 0.01  # of the characters, above which the file is binary; single ones come from old wires


def decode(content: bytes, name: str, max_characters: int) -> str:
    """The text of a file: without byte order mark, its line ends as `\\n`, nothing else changed.

    UTF-8 is tried first, then UTF-16, then Windows-1252 and what charset-normalizer makes of the bytes. Raises
    UnreadableError, which names the file `name`, for files that are empty, too large, or no text.
    """
    refuse_size(len(content), name, max_characters)
    if not content.strip():
        raise UnreadableError(f"{name} is empty; a story must have text")
    if kind := _kind(content):
        raise UnreadableError(f"{name} is {kind}")
    text = _decoded(content, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > max_characters:
        raise UnreadableError(_too_long(name, max_characters))
    if not re.search(r"\w", text):
        raise UnreadableError(f"{name} holds no words; a story must have text")
    if len(_CONTROL.findall(text)) > max(CONTROL_SHARE * len(text), 2) or "\x00" in text:
        raise UnreadableError(f"{name} is binary, not text; a story must be a text file or a page")
    return text


def refuse_size(size: int, name: str, max_characters: int) -> None:
    """Raises UnreadableError when so many bytes cannot be a story of so many characters, before they are decoded."""
    if size > max_characters * BYTES_A_CHARACTER:
        raise UnreadableError(_too_long(name, max_characters))


def _too_long(name: str, max_characters: int) -> str:
    return (
        f"{name} is longer than {max_characters:,} characters and no single story; split it into stories, "
        "or raise the setting max_characters"
    )


def _kind(content: bytes) -> str | None:
    if content.startswith(b"PK\x03\x04"):
        if b"word/" in content[:4000] or b"[Content_Types].xml" in content[:4000]:
            return "an Office document; save it as plain text first"
        return "a ZIP archive; unpack it first"
    return next((what for magic, what in _MAGIC if content.startswith(magic)), None)


def _decoded(content: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                message = f"{name} begins like {encoding.upper()} but is damaged; save it as UTF-8"
                raise UnreadableError(message) from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _guessed(content, name)


def _guessed(content: bytes, name: str) -> str:
    if (encoding := _utf16(content)) is not None:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            pass
    if b"\x00" in content:
        raise UnreadableError(f"{name} is binary, not text; a story must be a text file or a page")
    try:
        western = content.decode("cp1252")
    except UnicodeDecodeError:
        western = None
    # Western letters among many other characters: the bytes are Windows-1252 unless most of them stand above ASCII.
    if western is not None and sum(byte > 0x7F for byte in content) < 0.2 * len(content):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    if best is not None:
        try:
            return content.decode(best.encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    if western is not None:
        return western
    raise UnreadableError(f"{name} is in no known encoding; save it as UTF-8")


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a mark has a zero in every second byte of its ASCII."""
    sample = content[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * len(sample) / 2 and even < odd / 10:
        return "utf-16-le"
    if even > 0.3 * len(sample) / 2 and odd < even / 10:
        return "utf-16-be"
    return None
