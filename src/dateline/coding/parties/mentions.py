"""The codebook's names in a reading, each with the one meaning that fits the story, and the countries in play."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dateline.codebook.names import Name, NameIndex, NameMatch
from dateline.model.reading import Reading, Sentence
from dateline.model.token import Token

# A country dominates a story when it is named this often, with this share of all namings, and this many times as often
# as the next one.
DOMINANT_MENTIONS = 2
DOMINANT_SHARE = 0.6
DOMINANT_RATIO = 2.0
CAPITALS_SHARE = 0.9
SHORTEST_POSSESSOR = 4
# A full name means the codebook's person up to so many years before they came to office: candidates, deputies.
YEARS_BEFORE_OFFICE = 10
_NEAR = 4
PREFIXES = frozenset({"anti", "pro", "ex", "non", "post", "pre", "un", "counter", "neo"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens `first` to `last` (included) and what it means here.

    `meaning` is None when the story does not tell several meanings apart. `is_identity` is False for a name that only
    stands in a relation: "US-led", "anti-Taliban", "Iranian-backed".
    """

    first: int
    last: int
    meaning: Name | None
    is_identity: bool
    is_acronym: bool


class Mentions:
    """All names of a reading. A name with several meanings takes the one whose full name the story gives, else the
    one whose country is in play, else none: "RSF" is the paramilitaries in a story about Sudan.

    `common` are the lemmas of nouns that name nobody by themselves: "Congress" is that of the United States only in a
    story about them, and "Congress of Trade Unions" never is.
    """

    def __init__(self, reading: Reading, names: NameIndex, common: Collection[tuple[str, ...]] = ()) -> None:
        self.reading = reading
        self._common = common
        matches = [
            (match, first, last)
            for sentence in reading.sentences
            for match, first, last in _in_sentence(reading, sentence, names)
        ]
        self.year = _year(reading)
        narrowed = [
            (meanings, match, first, last)
            for match, first, last in matches
            if (meanings := _in_year(match.meanings, self.year))
        ]
        self._narrowed = narrowed
        self.countries: Counter[str] = Counter()
        self.full_names: set[str] = set()
        for meanings, match, first, last in narrowed:
            if len(meanings) == 1 and _is_identity(reading, first, last) and not self._is_common(meanings, first, last):
                is_surname = meanings[0].party is not None and meanings[0].party.is_person and first == last
                if meanings[0].country and not is_surname:
                    self.countries[meanings[0].country] += 1
                if (party := meanings[0].party) and not match.is_acronym and not (party.is_person and first == last):
                    self.full_names.add(party.id)
        self.all = tuple(
            Mention(first, last, self._choose(meanings), _is_identity(reading, first, last), match.is_acronym)
            for meanings, match, first, last in narrowed
            if not self._is_common(meanings, first, last) or self._is_in_play(meanings, first, last)
        )
        self._by_token = {index: mention for mention in self.all for index in range(mention.first, mention.last + 1)}

    def __contains__(self, index: object) -> bool:
        """Whether a token is part of a name."""
        return index in self._by_token

    def at(self, index: int) -> Mention | None:
        """The name that covers a token."""
        return self._by_token.get(index)

    def within(self, first: int, last: int) -> list[Mention]:
        """The names that stand wholly in tokens `first` to `last` (both included)."""
        found = {id(m): m for index in range(first, last + 1) if (m := self._by_token.get(index))}
        return [mention for mention in found.values() if first <= mention.first and mention.last <= last]

    @property
    def dominant_country(self) -> str | None:
        """The country that a story is about when one clearly dominates, else None."""
        ranked = self.countries.most_common(2)
        if not ranked:
            return None
        country, count = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0
        is_clear = count >= DOMINANT_MENTIONS and count >= DOMINANT_RATIO * second
        return country if is_clear and count >= DOMINANT_SHARE * self.countries.total() else None

    def _is_common(self, meanings: tuple[Name, ...], first: int, last: int) -> bool:
        """Whether a party's name is a common noun too: "Congress"."""
        party = meanings[0].party
        words = tuple(token.text.lower() for token in self.reading.tokens[first : last + 1])
        lemmas = tuple(token.lemma.removesuffix("s") for token in self.reading.tokens[first : last + 1])
        is_group = party is not None and not party.is_person and party.kind not in {"ethnic", "religious", "media"}
        return (
            is_group
            and party is not None
            and party.country is not None
            and (words in self._common or lemmas in self._common)
        )

    def _is_in_play(self, meanings: tuple[Name, ...], first: int, last: int) -> bool:
        """Whether a common noun stands alone, in a story that names its country."""
        tokens = self.reading.tokens
        around = [tokens[index] for index in (first - 1, last + 1) if 0 <= index < len(tokens)]
        if any(token.part_of_speech == "PROPN" and token.sentence == tokens[first].sentence for token in around):
            return False
        of = tokens[last + 1 : last + 3]
        if len(of) == 2 and of[0].lemma == "of" and of[1].part_of_speech == "PROPN":
            return False
        country = meanings[0].country or ""
        if country in self._just_before(first):
            return True
        return self.countries[country] > 0 and self.countries.most_common(1)[0][0] == country

    def _just_before(self, first: int) -> set[str]:
        """The countries named in the few words before a name: "the U.S. Congress"."""
        return {
            meanings[0].country
            for meanings, _, begin, last in self._narrowed
            if first - _NEAR <= begin and last < first and meanings[0].country is not None
        }

    def _choose(self, meanings: tuple[Name, ...]) -> Name | None:
        if len(meanings) == 1:
            return meanings[0]
        spelled_out = [name for name in meanings if name.party and name.party.id in self.full_names]
        if len(spelled_out) == 1:
            return spelled_out[0]
        ranked = sorted(meanings, key=lambda name: -self.countries[name.country or ""])
        best, second = (self.countries[name.country or ""] for name in ranked[:2])
        return ranked[0] if best > second else None


def is_capitals(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence stands in the story in capitals only, whatever its tokens were recased to."""
    letters = [character for character in reading.story.text[sentence.start : sentence.end] if character.isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) >= CAPITALS_SHARE * len(letters)


def _in_sentence(reading: Reading, sentence: Sentence, names: NameIndex) -> Iterator[tuple[NameMatch, int, int]]:
    """The names of a sentence by tokens; a name that begins or ends inside a token is none."""
    tokens = reading.words(sentence)
    if not tokens:
        return
    pieces: list[str] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    length = 0
    for position, token in enumerate(tokens):
        if position and token.start > tokens[position - 1].end:
            pieces.append(" ")
            length += 1
        starts[length] = token.index
        written = _without_possessive(reading, token, names)
        pieces.append(written)
        length += len(written)
        ends[length] = token.index
    text = "".join(pieces)
    has_case = any(character.isupper() for character in text) and any(character.islower() for character in text)
    for match in names.find(text, is_cased=has_case):
        if match.start in starts and match.end in ends:
            first, last = starts[match.start], ends[match.end]
            if _is_end_of_longer_name(reading, match, first, last):
                continue
            if has_case or not _is_plain_word(reading, match, first):
                yield match, first, last


def _without_possessive(reading: Reading, token: Token, names: NameIndex) -> str:
    """ "Amarias north" for "Amaria's north": the name alone, where the word is otherwise unknown and a noun follows."""
    stem = token.text[:-1]
    is_candidate = token.text[-1:] == "s" and token.text[:1].isupper() and len(stem) >= SHORTEST_POSSESSOR
    if not is_candidate or not stem[-1:].islower() or token.index + 1 >= len(reading.tokens):
        return token.text
    behind = reading.tokens[token.index + 1]
    is_modifier = token.relation not in {"ROOT", "nsubj", "nsubjpass", "dobj"} or behind.head == token.head
    follows = behind.part_of_speech in {"NOUN", "PROPN", "ADJ", "NUM"} and behind.sentence == token.sentence
    return stem if follows and is_modifier and stem in names and token.text not in names else token.text


def _is_plain_word(reading: Reading, match: NameMatch, first: int) -> bool:
    """In a text without case an acronym of two letters, or one the parser takes for another word, is no name."""
    token = reading.tokens[first]
    if not match.is_acronym or "." in token.text:
        return False
    return len(token.text) < 3 or token.part_of_speech not in {"PROPN", "NOUN"} or token.text.islower()


def _is_end_of_longer_name(reading: Reading, match: NameMatch, first: int, last: int) -> bool:
    """ "the Valley Guardian" is not "the Guardian": papers share their last words."""
    is_paper = all(name.party is not None and name.party.kind == "media" for name in match.meanings)
    before = reading.tokens[first - 1] if first else None
    if before is None or first < last or match.is_acronym or not is_paper:
        return False
    is_joined = before.relation in {"compound", "nmod"} and before.head >= first
    return is_joined and before.part_of_speech == "PROPN" and before.text[:1].isupper()


def _is_identity(reading: Reading, first: int, last: int) -> bool:
    tokens = reading.tokens
    behind = tokens[last + 1 : last + 3]
    is_joined = (
        len(behind) == 2
        and behind[0].text in {"-", "–"}
        and behind[0].start == tokens[last].end
        and behind[1].start == behind[0].end
    )
    if is_joined and behind[1].text.islower():
        return False
    before = tokens[max(first - 2, 0) : first]
    return not (
        len(before) == 2
        and before[1].text == "-"
        and before[1].end == tokens[first].start
        and before[0].text.lower() in PREFIXES
    )


def _year(reading: Reading) -> int | None:
    written = reading.story.written_at
    return int(written[:4]) if written and written[:4].isdigit() else None


def _in_year(meanings: tuple[Name, ...], year: int | None) -> tuple[Name, ...]:
    """The meanings that fit the story's year; when none does, all but the people who come to office long after it."""
    if year is None:
        return meanings
    fitting = tuple(name for name in meanings if name.party is None or name.party.existed_in(year))
    return fitting or tuple(name for name in meanings if not _is_to_come(name, year))


def _is_to_come(name: Name, year: int) -> bool:
    party = name.party
    return party is not None and party.is_person and (party.first_year or year) > year + YEARS_BEFORE_OFFICE
