"""The scorer of attributions, on an article and attributions of its own."""

import json
from pathlib import Path

import pytest

from dateline.errors import UnreadableError
from dateline.evaluation.quotes import article_counts, quotes_scores
from dateline.model.source import Attribution
from dateline.model.span import Span

TEXT = "Two mills burned, the baker said. The mayor denied it."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(words, start, start + len(words))


def gold(source: str, cue: str, content: str) -> dict[str, list[list[int]]]:
    parts = {"source": source, "cue": cue, "content": content}
    return {part: [[span(words).start, span(words).end]] for part, words in parts.items()}


def own(source: str, cue: str, content: str) -> Attribution:
    return Attribution((span(source),), (span(cue),), (span(content),), "indirect", None)


def test_the_same_attribution_is_all_right() -> None:
    counts = article_counts(
        TEXT, [gold("the baker", "said", "Two mills burned")], [own("the baker", "said", "Two mills burned")]
    )
    assert counts["content_true"] == counts["content_wanted"] == counts["content_had"] == 3
    assert counts["source_true"] == 2
    assert (counts["matched"], counts["exact"], counts["gold"], counts["ours"]) == (1, 1, 1, 1)


def test_a_shorter_source_matches_but_is_not_exact() -> None:
    counts = article_counts(
        TEXT, [gold("the baker", "said", "Two mills burned")], [own("baker", "said", "mills burned")]
    )
    assert (counts["matched"], counts["exact"]) == (1, 0)
    assert (counts["content_true"], counts["content_had"]) == (2, 2)


def test_contents_that_share_little_do_not_match() -> None:
    counts = article_counts(TEXT, [gold("the baker", "said", "Two mills burned")], [own("The mayor", "denied", "it")])
    assert (counts["matched"], counts["content_true"], counts["content_had"]) == (0, 0, 1)


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"broken\.jsonl"):
        quotes_scores(path)


def test_a_file_of_one_article(tmp_path: Path) -> None:
    record = {
        "id": "a",
        "date": "2021-07-05",
        "text": TEXT,
        "attributions": [gold("the baker", "said", "Two mills burned")],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    number, scores, intervals = quotes_scores(path)
    assert number == 1
    assert set(scores) == set(intervals)
    assert {"content_token_f1", "source_token_f1", "cue_token_f1", "attribution_f1", "source_exact"} == set(scores)
    assert all(0 <= value <= 1 for value in scores.values())


def test_rules_keep_their_worth_on_some_articles(tmp_path: Path) -> None:
    path = Path(__file__).parents[3] / "shared" / "gold" / "quotes" / "polnear_dev.jsonl"
    if not path.is_file():
        pytest.skip("the gold set of attributions is not here")
    some = tmp_path / "some.jsonl"
    some.write_text("\n".join(path.read_text(encoding="utf-8").splitlines()[:10]), encoding="utf-8")
    number, scores, _ = quotes_scores(some)
    assert number == 10
    assert scores["content_token_f1"] > 0.7
    assert scores["source_exact"] > 0.7
