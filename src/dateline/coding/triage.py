"""Whether a story is news of conflict at all, or of sport, markets, films and other things that speak like it."""

from collections import defaultdict
from dataclasses import dataclass, replace

from dateline.codebook.triage import CONFLICT, Topic
from dateline.issues import Issue
from dateline.model.claim import Claim
from dateline.model.reading import Reading

STRONG_POINTS = 2
MINIMAL_POINTS = 5
# A long story meets a topic's words by chance: each so many words ask for one point more, up to a limit.
WORDS_PER_POINT = 60
MAXIMAL_EXTRA_POINTS = 10
NOT_CONFLICT_NEWS = "not-conflict-news"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The topic a story is of, with the words that say so, the strong ones first, and the points of both sides."""

    topic: Topic
    words: tuple[str, ...]
    points: int
    conflict_points: int


def tells_of_conflict(reading: Reading, topics: dict[str, Topic]) -> bool:
    """Whether a story has any word of real violence: those who fight, their weapons, those who flee them."""
    return bool(_points(topics[CONFLICT], _wording(reading))[0])


def judge(reading: Reading, topics: dict[str, Topic]) -> Judgement | None:
    """The topic other than conflict that a story is clearly of, or None.

    "The goalkeeper repelled every attack and City won the match" is of sport: "goalkeeper" is a strong word, "match"
    a weak one, and nothing in it tells of violence.
    """
    wording = _wording(reading)
    conflict_points = _points(topics[CONFLICT], wording)[0]
    minimum = MINIMAL_POINTS + min(len(reading.tokens) // WORDS_PER_POINT, MAXIMAL_EXTRA_POINTS)
    best: Judgement | None = None
    for topic in topics.values():
        if topic.name == CONFLICT:
            continue
        points, strong, weak = _points(topic, wording)
        if not strong or points < minimum or points < topic.ratio * conflict_points:
            continue
        if best is None or points > best.points:
            best = Judgement(topic, (*strong, *weak), points, conflict_points)
    return best


def suppress(reading: Reading, claims: list[Claim], judgement: Judgement) -> list[Claim]:
    """The claims that a story of the judged topic still reports, those that become background or possible included.

    A drill that a story of war mentions further down changes nothing outside the paragraph that tells of it.
    """
    kept: list[Claim] = []
    touched = _paragraphs(reading, judgement)
    for claim in claims:
        if claim.event.plover not in judgement.topic.suppresses:
            kept.append(claim)
        elif judgement.topic.becomes is not None:
            is_news = claim.status in {"occurred", "ongoing"}
            is_news = is_news and reading.sentences[claim.sentence].paragraph in touched
            why = f"{claim.why}; a story of {judgement.topic.name}"
            kept.append(replace(claim, status=judgement.topic.becomes, why=why) if is_news else claim)
    return kept


def _paragraphs(reading: Reading, judgement: Judgement) -> set[int]:
    """The paragraphs with a strong word of the topic; all when the headline or the lead has one."""
    touched: set[int] = set()
    for sentence in reading.sentences:
        words = {word for token in reading.words(sentence) for word in (token.lemma, token.text.lower())}
        text = " ".join(token.text.lower() for token in reading.words(sentence))
        if any(word in words or (" " in word and word in text) for word in judgement.topic.strong):
            if sentence.part in {"headline", "lead"}:
                return {one.paragraph for one in reading.sentences}
            touched.add(sentence.paragraph)
    return touched


def issue_of(judgement: Judgement, dropped: int) -> Issue:
    """The doubt that tells a user why a story has no claims, or fewer."""
    words = ", ".join(judgement.words[:5])
    return Issue(
        NOT_CONFLICT_NEWS,
        0,
        0,
        f"read as a story of {judgement.topic.name} ({words}; {judgement.points} points to "
        f"{judgement.conflict_points} for conflict); {dropped} claims left out or put aside",
    )


Wording = tuple[dict[str, frozenset[str]], str]


def _wording(reading: Reading) -> Wording:
    """The lemmas that each word of the story, as printed or as a lemma, stands for; and the text with single spaces."""
    lemmas: defaultdict[str, set[str]] = defaultdict(set)
    for token in reading.tokens:
        lemma = token.lemma.lower()
        lemmas[token.text.lower()].add(lemma)
        lemmas[lemma].add(lemma)
    text = " ".join(token.text.lower() for token in reading.tokens)
    return {word: frozenset(stands_for) for word, stands_for in lemmas.items()}, f" {text} "


def _points(topic: Topic, wording: Wording) -> tuple[int, list[str], list[str]]:
    """The points of a topic with its strong and its weak words found; "investor" and "investors" count once."""
    strong = _found(topic.strong, wording)
    weak = _found(topic.weak, wording) - strong
    return STRONG_POINTS * len(strong) + len(weak), sorted(strong), sorted(weak)


def _found(sought: frozenset[str], wording: Wording) -> set[str]:
    lemmas, text = wording
    found: set[str] = set()
    for entry in sought:
        if entry in lemmas:
            found |= lemmas[entry]
        elif " " in entry and f" {entry} " in text:
            found.add(entry)
    return found
