"""A story as it is compared with others: the sentences of its report, without furniture, and the facts in them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from dateline.codebook.codebook import Codebook, load_codebook
from dateline.gazetteer.gazetteer import Gazetteer, open_gazetteer
from dateline.linking.facts import Fact, Vocabulary, Word, facts_of, vocabulary, words_of
from dateline.linking.renewing import Opening, Outdated, opening_of, outdated
from dateline.linking.shingles import address_prints, fingerprints, opening_prints
from dateline.linking.words import is_english
from dateline.model.reading import Part
from dateline.model.story import Story

Stretch = tuple[int, int, Part]
Order = tuple[str, int, str]  # publication, length with a minus, id
REPORT: frozenset[Part] = frozenset({"lead", "body"})
TOWN = 20_000  # inhabitants; smaller places share their names with common words
FEW_CAPITALS = 0.03  # of the words within sentences: in English news every sixth has one
WEIGHTLESS = 3  # words of so few letters say little, whoever writes them

_END = re.compile(
    r"(?<=[a-z0-9)%][.!?])(?<!\b[Nn]o\.)(?<!\b[Nn]os\.)[\"”’')]*\s+(?=[\"“‘'(]?\w)"
    r"|(?<=[.!?][\"”’])\s*(?=[A-Z\"“])|\n\s*\n"
)


@dataclass(frozen=True)
class Told:
    """A sentence of a report with its words and facts, and the figures among them that it calls earlier ones.

    `content` are the words that carry it, facts among them.
    """

    text: str
    words: tuple[Word, ...]
    facts: tuple[Fact, ...]
    outdated: tuple[Outdated, ...] = ()

    @cached_property
    def content(self) -> frozenset[str]:
        """The keys of its longer words, its names, days and figures, numbers in digits."""
        counted = {position for fact in self.facts for position in range(fact.start, fact.end)}
        longer = (word.key for n, word in enumerate(self.words) if n not in counted and len(word.key) > WEIGHTLESS)
        return frozenset(longer) | {f"{fact.kind} {fact.value}" for fact in self.facts}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words in order, without capitals, accents and apostrophes."""
        return tuple(word.key for word in self.words)


@dataclass(frozen=True)
class Report:
    """What of a story is compared. Later means later published, then shorter, then by id.

    Where only the day is known it comes after the hours of that day, and what has no day comes last.
    """

    story: Story
    stretches: tuple[Stretch, ...]
    told: tuple[Told, ...]
    opening: Opening

    @property
    def id(self) -> str:
        """The story's id."""
        return self.story.id

    @cached_property
    def length(self) -> int:
        """The number of its words."""
        return sum(len(told.words) for told in self.told)

    @cached_property
    def order(self) -> Order:
        """What says which of two is the earlier: what is cut from a story of the same hour is not its origin."""
        published = self.story.published or "9999"
        return published if len(published) > len("2021-07-05") else published + "T24", -self.length, self.id

    @cached_property
    def facts(self) -> frozenset[tuple[str, str]]:
        """All its facts as kind and value."""
        return frozenset((fact.kind, fact.value) for told in self.told for fact in told.facts)

    def has(self, fact: Fact) -> bool:
        """Whether it says what a fact says."""
        return fact.kind_and_value in self.facts

    @cached_property
    def address(self) -> str | None:
        """The page that it stands on, without scheme and fragment; None for a file and for a front page."""
        scheme, _, rest = self.story.path_or_url.partition("://")
        page = rest.partition("#")[0].rstrip("/")
        return page if scheme in {"http", "https"} and "/" in page else None

    @cached_property
    def prints(self) -> frozenset[int]:
        """Its fingerprints, those of its words and of its address."""
        of_address = address_prints(self.address) if self.address else frozenset[int]()
        return fingerprints(told.keys for told in self.told) | of_address

    @cached_property
    def is_renewing(self) -> bool:
        """Whether it says of itself that it renews another one."""
        return self.opening.mark is not None or any(told.outdated for told in self.told)

    @cached_property
    def kept_prints(self) -> frozenset[int]:
        """All that it is listed under: its fingerprints, and what stories that renew one another find each other by."""
        return self.prints | self.opens | (self.renews if self.is_renewing else frozenset())

    @cached_property
    def opens(self) -> frozenset[int]:
        """What a story that renews this one finds it by."""
        return opening_prints(self.story.outlet, self.opening.names, is_renewing=False)

    @cached_property
    def renews(self) -> frozenset[int]:
        """What this one finds the stories by that renew it."""
        return opening_prints(self.story.outlet, self.opening.names, is_renewing=True)

    @cached_property
    def by_keys(self) -> dict[tuple[str, ...], int]:
        """Where each sentence stands first, by its words."""
        return {told.keys: n for n, told in reversed(list(enumerate(self.told)))}

    @cached_property
    def by_word(self) -> dict[str, list[int]]:
        """The sentences that have a word of content."""
        found: dict[str, list[int]] = {}
        for n, told in enumerate(self.told):
            for word in told.content:
                found.setdefault(word, []).append(n)
        return found


class ReportReader:
    """Makes reports of stories, with the words of a codebook and the places of a gazetteer, those shipped if None."""

    def __init__(
        self,
        codebook: Codebook | None = None,
        is_place: Callable[[str], bool] | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        self._codebook, self.gazetteer = codebook or load_codebook(), gazetteer or open_gazetteer()
        self._vocabulary: Vocabulary = vocabulary(self._codebook)
        self._known = self._codebook.parties.keys() | self._codebook.countries.keys()
        self.is_place = is_place or self._is_town

    def report(self, story: Story, stretches: Iterable[Stretch]) -> Report:
        """The report of a story; `stretches` are its sentences or sections (start, end, part) as reading has them."""
        stretches = tuple(stretches)
        pieces = [story.text[start:end] for start, end, part in stretches if part in REPORT]
        sentences = [sentence for piece in pieces for sentence in _END.split(piece) if sentence and sentence.strip()]
        plain = [" ".join(sentence.split()) for sentence in sentences]
        split = [(sentence, words_of(sentence)) for sentence in plain]
        is_name, is_cased = self._names([words for _, words in split])
        marks, told = self._codebook.version_marks, []
        for text, words in split:
            if words:
                facts = facts_of(text, words, self._vocabulary, is_name, is_cased=is_cased)
                told.append(Told(text, words, facts, tuple(outdated(text, words, facts, marks))))
        headline = story.headline or next(
            (story.text[start:end] for start, end, part in stretches if part == "headline"), ""
        )
        opening = opening_of(headline, [one.facts for one in told], marks, self._known)
        return Report(story, stretches, tuple(told), opening)

    def _names(self, sentences: list[tuple[Word, ...]]) -> tuple[Callable[[str], bool], bool]:
        """What is a name in this story, and whether its capitals tell.

        Those are words with a capital within a sentence; in small letters, but for a line that somebody has put in, and
        in capitals only, they are known places and words that are not English.
        """
        within = [word for words in sentences for word in words[1:] if word.text[0].isalpha()]
        capitals = sum(word.text[0].isupper() for word in within)
        if FEW_CAPITALS * len(within) < capitals < len(within) / 2:
            small = {word.key for words in sentences for word in words if word.text[0].islower()}
            names = frozenset(word.key for word in within if word.text[0].isupper() and word.key not in small)
            return names.__contains__, True
        return self._is_strange, capitals > FEW_CAPITALS * len(within)

    def _is_strange(self, key: str) -> bool:
        """Whether a word in a story without capitals is a place, or none that English has."""
        return self.is_place(key) or not (len(key) <= WEIGHTLESS or key in self._common or is_english(key))

    def _is_town(self, key: str) -> bool:
        """Whether a word in a story without capitals is a larger town or a province."""
        if len(key) <= WEIGHTLESS or key in self._common:
            return False
        return any(
            place.match == 0
            and (place.kind in {"country", "admin1"} or (place.kind == "settlement" and place.population >= TOWN))
            for place in self.gazetteer.lookup(key)
        )

    @cached_property
    def _common(self) -> frozenset[str]:
        """Words of the codebook that are no places here: "police" is a town, too."""
        slots = (slot for predicate in self._codebook.predicates for slot in predicate.slots)
        return frozenset(word for slot in slots for word in slot) | frozenset(self._codebook.quantities.nouns)
