"""Words in stories: the full-text index. SQLite's FTS5 here; another database gets its own branch in this file."""

import re

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, column, select, table, text

from dateline.errors import ConfigurationError
from dateline.ledger.folding import storable
from dateline.ledger.tables import stories

_words = table("story_words", column("rowid"), column("story_words"))


def make_words_index(connection: Connection) -> None:
    """Make the index: any case, any accents, phrases, beginnings of words.

    It keeps no copy of the text (`content=''`), which halves its size; rows are never changed, so none is needed.
    """
    connection.execute(
        text(
            "CREATE VIRTUAL TABLE story_words USING fts5("
            "headline, body, content='', tokenize=\"unicode61 remove_diacritics 2\")"
        )
    )


def index_words(connection: Connection, number: int, headline: str | None, body: str) -> None:
    """Put a story's words into the index under the story's number."""
    connection.execute(
        text("INSERT INTO story_words (rowid, headline, body) VALUES (:number, :headline, :body)"),
        {"number": number, "headline": storable(headline) or "", "body": storable(body)},
    )


def holds_words(asked: str) -> ColumnElement[bool]:
    """The condition that a story holds all the asked words.

    Words in double quotes stand together; a trailing `*` asks for the beginning of a word. Example:
    `"border crossing" taliban surrend*`. Raises ConfigurationError when there is no word.
    """
    match: BindParameter[str] = bindparam(None, fts_query(asked), unique=True)
    found = select(_words.c.rowid).where(_words.c.story_words.op("MATCH")(match))
    return stories.c.number.in_(found)


def fts_query(asked: str) -> str:
    """The asked words in FTS5's own language, in which nothing the user typed is an operator."""
    terms = []
    for phrase, word in re.findall(r'"([^"]*)"?|(\S+)', asked):
        wanted = phrase or word
        if not re.search(r"[^\W_]", wanted):
            continue
        quoted = '"' + storable(wanted.rstrip("*").replace('"', " ")).strip() + '"'  # type: ignore[union-attr]
        terms.append(quoted + ("*" if wanted.endswith("*") else ""))
    if not terms:
        raise ConfigurationError(f"no word to look for in {asked!r}; give at least one word of letters or digits")
    return " AND ".join(terms)
