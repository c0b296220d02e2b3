"""What templates need to know of a coded story: the nature of its claims, its names, its date and country."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from dateline.codebook.codebook import Codebook
from dateline.codebook.parties import KnownParty
from dateline.codebook.role_nouns import RoleNoun
from dateline.evaluation.muc4.phrases import may_be_name, phrase_of
from dateline.evaluation.muc4.words import COUNTRIES, REGION, country_names, word_list
from dateline.model.claim import Claim
from dateline.model.coded import CodedStory
from dateline.model.reading import Reading
from dateline.model.time import Time
from dateline.model.token import Token

LONGEST_NAME = 5
_LAWFUL = frozenset({"government", "judiciary", "legislature", "police", "military", "igo", "media"})
ARMED_OPPOSITION = frozenset({"rebel", "criminal", "unidentified-armed", "militia"})
STATE_ARMED = frozenset({"military", "police", "intelligence"})
# The types of incident by what the codebook calls the event or the way it was done; all else is an ATTACK.
_BOMBING_MODES = frozenset({"explosives", "suicide-attack"})
_ARSON = frozenset({"arson", "burning", "fire-bombing", "firebombing"})
_ROBBERY = frozenset({"robbery", "theft", "looting", "cattle theft"})
_DESTROYS = frozenset({"destruction", "blowing up", "levelling by bombardment", "razing", "demolition", "devastation"})
_DAMAGES = frozenset(
    {"arson", "damage", "blast damage", "wrecking", "ransacking", "sabotage", "burning", "desecration", "blasting"}
)
_WOUNDS = frozenset({"injuring", "wounding", "injury", "mutilation", "beating", "stabbing", "torture"})


@dataclass(frozen=True)
class Told:
    """A coded story, with the codebook that it was coded by."""

    coded: CodedStory
    codebook: Codebook

    @property
    def reading(self) -> Reading:
        """What reading made of the story."""
        return self.coded.reading

    @cached_property
    def counts(self) -> dict[tuple[str, str], str]:
        """What a number on the target counts, by PLOVER type and label of the event."""
        return {
            (predicate.event.plover, predicate.event.label): counts
            for predicate in self.codebook.predicates
            for role, counts in predicate.counts
            if role == "target"
        }

    @cached_property
    def _capitals(self) -> dict[str, list[int]]:
        """The words written large, with the indices of their tokens."""
        found: dict[str, list[int]] = {}
        for token in self.reading.tokens:
            if token.text[:1].isupper():
                found.setdefault(token.text, []).append(token.index)
        return found

    def full_name(self, name: str) -> str:
        """The fullest version of a person's name in the story."""
        words, tokens = name.split(), self.reading.tokens
        best = words
        for start in self._capitals.get(words[0], ()):
            if [token.text for token in tokens[start : start + len(words)]] != words:
                continue
            first, last = start, start + len(words) - 1
            while first and tokens[first - 1].sentence == tokens[start].sentence and self._is_name(tokens[first - 1]):
                first -= 1
            while (
                last + 1 < len(tokens)
                and tokens[last + 1].sentence == tokens[start].sentence
                and self._is_name(tokens[last + 1])
            ):
                last += 1
            longer = [token.text for token in tokens[first : last + 1]]
            if len(best) < len(longer) <= LONGEST_NAME:
                best = longer
        return " ".join(best)

    def _is_name(self, token: Token) -> bool:
        return token.part_of_speech == "PROPN" and may_be_name(token, self.codebook)

    def is_written(self, name: str) -> bool:
        """Whether the story writes a name's first word large."""
        return name.split()[0] in self._capitals

    def description_of(self, name: str) -> str | None:
        """What the story calls the bearer of a name, somewhere: "mayor of Achi"."""
        return self._descriptions.get(name)

    @cached_property
    def _descriptions(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for claim in self.coded.claims:
            for party in (*claim.targets, *claim.actors):
                phrase = phrase_of(self.reading, self.codebook, party)
                if phrase and phrase.name and phrase.description:
                    found.setdefault(self.full_name(phrase.name), phrase.description)
        return found

    def times_near(self, claim: Claim) -> list[Time]:
        """The claim's time, or else those of its sentence."""
        if claim.time is not None:
            return [claim.time]
        return [time for time in self.reading.times if claim.start <= time.start < claim.end]

    def role_noun(self, lemmas: tuple[str, ...]) -> RoleNoun | None:
        """The longest role noun that a phrase ends with."""
        nouns = self.codebook.role_nouns
        for length in range(min(nouns.longest, len(lemmas)), 0, -1):
            if found := nouns.nouns.get(lemmas[-length:]):
                return found
        return None

    def family(self, claim: Claim) -> str | None:
        """The type of incident that a claim tells of, or None when it tells of none."""
        label, mode = claim.event.label, claim.event.mode
        kinds = {actor.kind for actor in claim.actors}
        if claim.event.plover == "COERCE":
            return "ROBBERY" if label in _ROBBERY and kinds & ARMED_OPPOSITION else None
        if claim.event.plover == "THREATEN" and (mode == "violence" or "threat" in label) and claim.targets:
            return "ATTACK" if not kinds & _LAWFUL else None
        if claim.event.plover != "ASSAULT":
            return None
        if mode == "abduct":
            return "HIJACKING" if label == "hijacking" else "KIDNAPPING"
        if label in _ARSON:
            return "ARSON"
        if mode in _BOMBING_MODES and not (kinds & STATE_ARMED or _is_aerial(claim)):
            return "BOMBING"
        return "ATTACK"

    def human_effects(self, claim: Claim) -> frozenset[str]:
        """What a claim says happened to its targets."""
        if claim.status not in {"occurred", "ongoing", "background"}:
            return frozenset()
        counts = self.counts.get((claim.event.plover, claim.event.label))
        if counts == "killed":
            return frozenset({"DEATH"})
        if counts == "injured" or claim.event.label in _WOUNDS:
            return frozenset({"INJURY"})
        if counts == "freed":
            return frozenset({"REGAINED FREEDOM"})
        return frozenset()

    def physical_effect(self, claim: Claim) -> str | None:
        """What a claim says happened to the things that are its targets."""
        if claim.status not in {"occurred", "ongoing", "background"}:
            return None
        label = claim.event.label
        return "DESTROYED" if label in _DESTROYS else "SOME DAMAGE" if label in _DAMAGES else None

    @cached_property
    def published(self) -> str | None:
        """The ISO day of the report."""
        story = self.reading.story
        return story.published or (story.dateline.date if story.dateline else None)

    @cached_property
    def mentions(self) -> Counter[str]:
        """How often the story speaks of each country, by its name, its people or its capital; the dateline counts."""
        counts: Counter[str] = Counter()
        text = self.text
        for alpha3, names in country_names().items():
            counts[alpha3] = sum(text.count(f" {name} ") for name in names)
        return counts

    def country_of_town(self, town: str) -> str | None:
        """The ISO code of the country whose entry names a town as its capital or among its places."""
        name = town.upper()
        return next((alpha3 for alpha3, names in country_names().items() if name in names), None)

    def is_country(self, text: str) -> bool:
        """Whether the words are a country's name and nothing else."""
        return text.strip().upper() in {country.name.upper() for country in self.codebook.countries.values()}

    @cached_property
    def country(self) -> str | None:
        """The ISO code of the country that the story is most about; one of interest before others."""
        ranked = sorted(self.mentions.items(), key=lambda item: (item[0] not in COUNTRIES, -item[1]))
        return ranked[0][0] if ranked and ranked[0][1] else None

    def written_names(self, party: KnownParty) -> list[str]:
        """The names of a party that the story writes, longest first; "Red Band guerrillas" is none, but its members."""
        text = self.text
        names = {
            name
            for name in (party.name, *party.aliases)
            if f" {name.upper()} " in text and name.split()[-1].lower().removesuffix("s") not in word_list("members")
        }
        return sorted(names, key=lambda name: -len(name))

    @cached_property
    def armed_parties(self) -> list[tuple[str, KnownParty]]:
        """The armed groups of the region that the story names: each name it writes, longest first, with its entry."""
        known = [
            party
            for party in self.codebook.parties.values()
            if party.kind in ARMED_OPPOSITION and not party.is_person and party.country in REGION
        ]
        found = [(name, party) for party in known for name in self.written_names(party)]
        return sorted(found, key=lambda pair: -len(pair[0]))

    @cached_property
    def named_groups(self) -> list[tuple[int, str, KnownParty]]:
        """Where the story names armed groups: the sentence, the name it writes there, the entry."""
        found = []
        for index, words in enumerate(self.sentence_words):
            seen: set[str] = set()
            for name, party in self.armed_parties:
                if party.id not in seen and f" {name.upper()} " in words:
                    seen.add(party.id)
                    found.append((index, name, party))
        return found

    @cached_property
    def sentence_words(self) -> list[str]:
        """The words of each sentence in capitals."""
        text = self.reading.story.text
        return [plain_words(text[sentence.start : sentence.end]) for sentence in self.reading.sentences]

    def lemmas(self, sentence: int) -> set[str]:
        """The lemmas of a sentence."""
        return {token.lemma for token in self.reading.words(self.reading.sentences[sentence])}

    @cached_property
    def text(self) -> str:
        """The words of the story in capitals, one space between them."""
        return plain_words(self.reading.story.text)


def plain_words(text: str) -> str:
    """The words of a text in capitals, one space around each."""
    return f" {' '.join(re.findall(r'[A-Z0-9.&-]+', text.upper()))} "


def _is_aerial(claim: Claim) -> bool:
    """Bombs from aeroplanes are an ATTACK (part 2, slot 4)."""
    words = {word.lower() for actor in claim.actors for word in actor.text.split()}
    return bool(words & {"helicopter", "helicopters", "plane", "planes", "aircraft", "force", "airplanes"})
