"""Who a source is: the name behind a noun phrase, a pronoun or a document."""

from collections.abc import Iterator

from dateline.coding.attribution.media import PartyOf, medium_of
from dateline.coding.attribution.offices import office_holder
from dateline.coding.attribution.personal_names import full_names, name_tokens
from dateline.coding.attribution.phrase import SourcePhrase, plain, speaks
from dateline.coding.attribution.recalled import Met, Recalled
from dateline.coding.attribution.sayings import Saying, cue_span
from dateline.coding.attribution.sources import giver_of
from dateline.coding.parties.genders import Genders
from dateline.coding.syntax.phrases import noun_phrase
from dateline.model.party import Kind, Party
from dateline.model.reading import Reading
from dateline.model.source import Source
from dateline.model.token import Token

_PERSONAL = frozenset({"he", "she", "him", "her", "his"})
_IMPERSONAL = frozenset({"it", "its", "they", "them", "their"})
_FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEFINITE = frozenset({"the", "this", "that"})


class Speakers:
    """Names the sources of one story in the order of the text, remembering those met before."""

    def __init__(self, reading: Reading, party_of: PartyOf, classes: dict[str, frozenset[str]]) -> None:
        self._reading = reading
        self._party_of = party_of
        self._classes = classes
        self._persons = classes.get("person", frozenset())
        self._titles = classes.get("title", frozenset())
        self._documents = classes.get("document", frozenset())
        self._genders = Genders(classes)
        self._recalled = Recalled(reading, self._genders, self._persons | self._titles)
        self._full_names = full_names(reading, self._persons | self._titles)

    def source(self, saying: Saying, around: Source | None) -> Source:
        """The source of a saying; `around` is the speaker of the quote that the saying stands in.

        "A spokesman for the office, Amin Karimi, said" gives the name "Amin Karimi"; "he added" further on too.
        A saying without a source phrase gives a source without a name, whose words are the cue.
        """
        cue = cue_span(self._reading, saying.match)
        if saying.source is None:
            return Source(cue.text, cue.start, cue.end, None, "other", cue)
        name, kind, is_person, (first, last) = self._name(saying.source, around)
        span = self._reading.span_of(first, last)
        is_group = not is_person and speaks(self._reading.tokens[saying.source.head], self._classes)
        is_speaker = saying.is_statement or (saying.match.cue.stance in {"demand", "judge"} and is_group)
        if name is not None and is_speaker and (around is None or name != around.name):
            self._recalled.remember(name, kind, is_person, saying.source)
        return Source(span.text, span.start, span.end, name, kind, cue)

    def note_document(self, saying: Saying) -> None:
        """Remembers who made a document whose words come later: "The army issued a statement. It reads: ..."."""
        noun = self._reading.tokens[saying.match.head]
        if saying.source is None or saying.match.cue.frame != "maker" or noun.lemma not in self._documents:
            return
        name, kind, is_person, _ = self._name(saying.source, None)
        if name is not None:
            self._recalled.note(name, kind, is_person, noun)

    def passers_on(self, saying: Saying) -> Iterator[Source]:
        """Who quotes the source, and the media that were told or carry it; reporters pass nothing on."""
        cue = cue_span(self._reading, saying.match)
        if saying.passer is not None:
            name, kind, _, (first, last) = self._name(saying.passer, None)
            span = self._reading.span_of(first, last)
            yield Source(span.text, span.start, span.end, name, kind, cue)
        for head in saying.media:
            medium = medium_of(self._reading, head, cue, self._party_of, self._classes)
            if medium is not None:
                yield medium

    def _name(self, phrase: SourcePhrase, around: Source | None) -> tuple[str | None, Kind, bool, tuple[int, int]]:
        """Name, kind, whether it is a person, and the words of a source phrase."""
        head = phrase.head
        token = self._reading.tokens[head]
        if token.lemma in _RELATIVE and self._antecedent(head) is not None:
            head = self._antecedent(head) or head
            token = self._reading.tokens[head]
        lower = token.text.lower()
        if token.part_of_speech == "PRON" or lower in _PERSONAL | _IMPERSONAL | _FIRST:
            return (*self._of_pronoun(lower, head, around), (head, head))
        first, last = noun_phrase(self._reading, head)
        if first < phrase.first <= head == phrase.head:
            first = phrase.first  # what the parser put before it belongs to what is said
        named = self._person(head, phrase)
        if named is not None:
            name_first, name_last = named
            name, kind = self._person_called(head, named)
            return name, kind, True, (min(first, name_first), max(last, name_last))
        earlier = self._earlier(head, first)
        if earlier is not None:
            return earlier.name, earlier.kind, earlier.is_person, (first, last)
        maker = self._maker_of_document(head, phrase)
        if maker is not None:
            return (*maker, (first, max(last, first)))
        party = self._party_of(head, first, last)
        given = self._genders.of_words(party.name.split()[:-1]) if party is not None else None
        is_named_person = token.tag == "NNP" and (token.entity == "PERSON" or given is not None)
        is_person = is_named_person or (token.lemma in self._persons and token.tag != "NNS")
        if (owner := self._owner(head, around)) is not None:
            return f"{owner}'s {token.lemma}", party.kind if party else "other", False, (first, last)
        if party is not None:
            return party.name, party.kind, is_person, (first, last)
        return plain(self._reading, first, last), "other", is_person, (first, last)

    def _owner(self, head: int, around: Source | None) -> str | None:
        """Whose office or family it is, where a pronoun tells: "his office said" names nobody without him."""
        tokens = self._reading.tokens
        if tokens[head].lemma not in self._classes.get("belonging", frozenset()) or tokens[head].tag != "NN":
            return None
        pronoun = next((tokens[child] for child in self._reading.children[head] if tokens[child].tag == "PRP$"), None)
        if pronoun is None:
            return None
        owner = self._party_of(pronoun.index, pronoun.index, pronoun.index)
        return owner.name if owner else self._of_pronoun(pronoun.text.lower(), pronoun.index, around)[0]

    def _of_pronoun(self, lower: str, head: int, around: Source | None) -> tuple[str | None, Kind, bool]:
        if lower in _FIRST:
            return (around.name, around.kind, True) if around is not None else (None, "other", False)
        personal = lower in _PERSONAL
        if not personal and (above := self._party_above(head)) is not None:
            return above.name, above.kind, False
        mention = self._recalled.last(lower, is_person=personal)
        if personal:
            subject = self._person_before(head, mention)
            if subject is not None:
                return (*subject, True)
        if mention is not None:
            return mention.name, mention.kind, mention.is_person
        referent = self._party_of(head, head, head)
        if referent is not None:
            return referent.name, referent.kind, personal
        return None, "individual" if personal else "other", personal

    def _party_above(self, head: int) -> Party | None:
        """The organisation that is an earlier subject of the sentence: "the navy issued a note in which it denies"."""
        tokens = self._reading.tokens
        for index in range(head - 1, self._reading.sentences[tokens[head].sentence].first - 1, -1):
            if tokens[index].relation == "nsubj" and tokens[index].part_of_speech in {"NOUN", "PROPN"}:
                if self._inside_quote(tokens[index].start) != self._inside_quote(tokens[head].start):
                    continue
                party = self._party_of(index, *noun_phrase(self._reading, index))
                if party is not None and party.kind not in {"individual", "facility", "other", "civilian"}:
                    return party
        return None

    def _person_called(self, head: int, name: tuple[int, int]) -> tuple[str, Kind]:
        """The full name and the kind of the person whose name stands at tokens, in the phrase around `head`."""
        tokens = self._reading.tokens
        full = self._full_name(plain(self._reading, *name))
        kind: Kind = "individual"
        for index in dict.fromkeys((name[1], head)):
            party = self._party_of(index, *noun_phrase(self._reading, index))
            if party is None:
                continue
            if kind == "individual" and party.kind != "other":
                kind = party.kind
            if party.name.lower().split()[-1:] == [tokens[name[1]].text.lower()] and len(party.name) >= len(full):
                full = party.name.lstrip(". ")  # what is left of a rank: "Lt. Karimi"
        beside = [child for child in self._reading.children[head] if tokens[child].relation == "appos"]
        beside += [head, tokens[name[1]].head]
        for index in beside if kind == "individual" else ():
            party = self._party_of(index, *noun_phrase(self._reading, index))
            if party is not None and party.kind != "other":
                return full, party.kind
        return full, kind

    def _person_before(self, head: int, mention: Met | None) -> tuple[str, Kind] | None:
        """The person who is the subject of the sentence before, when that is nearer than the last source."""
        here = self._reading.sentences[self._reading.tokens[head].sentence]
        floor = mention.position if mention is not None else -1
        for token in reversed(self._reading.tokens[max(floor + 1, 0) : head]):
            there = self._reading.sentences[token.sentence]
            is_near = there.paragraph == here.paragraph or mention is None
            is_subject = token.relation in {"nsubj", "nsubjpass"} and token.entity == "PERSON"
            if is_near and is_subject and not self._inside_quote(token.start):
                phrase = SourcePhrase(token.index, *noun_phrase(self._reading, token.index))
                named = self._person(token.index, phrase)
                gender = self._genders.of_phrase(self._reading, token.index, noun_phrase(self._reading, token.index)[0])
                if named is not None and self._genders.fits(self._reading.tokens[head].text, gender):
                    return self._person_called(token.index, named)
        return None

    def _inside_quote(self, offset: int) -> bool:
        return any(quote.start <= offset < quote.end for quote in self._reading.quotes)

    def _person(self, head: int, phrase: SourcePhrase) -> tuple[int, int] | None:
        """The tokens of the person's name in a source phrase, titles left out, or None."""
        own = name_tokens(self._reading, head, self._persons, self._titles)
        is_office = self._reading.tokens[head].lemma in self._persons | self._titles
        if own is not None and not (is_office and self._bearer(phrase)) and self._is_person_name(head, own):
            return own
        if own is None and self._is_explained_as_person(head):
            return noun_phrase(self._reading, head)
        party = self._party_of(head, *noun_phrase(self._reading, head))
        is_group = party is not None and party.id is not None and self._reading.tokens[head].part_of_speech == "PROPN"
        if is_group or self._reading.tokens[head].lemma not in self._persons | self._titles:
            return None
        return self._bearer(phrase)

    def _bearer(self, phrase: SourcePhrase) -> tuple[int, int] | None:
        """The name in apposition to an office: "the spokesman, Amin Karimi", "Amin Karimi director of the clinic"."""
        before = phrase.head - 1
        is_noun = self._reading.tokens[phrase.head].part_of_speech == "NOUN"
        if is_noun and before > phrase.first and self._reading.tokens[before].entity == "PERSON":
            return name_tokens(self._reading, before, self._persons, self._titles)
        for index in range(phrase.first, phrase.last + 1):
            token = self._reading.tokens[index]
            is_bracketed = index > 0 and self._reading.tokens[index - 1].text == "("
            if token.relation == "appos" and token.part_of_speech == "PROPN" and not is_bracketed:
                named = name_tokens(self._reading, index, self._persons, self._titles)
                if named is not None and (token.entity in {"PERSON", ""} or named[1] > named[0]):
                    return named
        return None

    def _is_explained_as_person(self, head: int) -> bool:
        """A name that lost its capitals: "tomasa ruiz, spokesperson for ..."."""
        tokens = self._reading.tokens
        children = self._reading.children[head]
        return (
            tokens[head].part_of_speech not in {"PRON", "DET"}
            and tokens[head].lemma not in self._persons
            and not any(tokens[child].relation in {"det", "poss"} for child in children)
            and any(tokens[child].relation == "appos" and tokens[child].lemma in self._persons for child in children)
        )

    def _is_person_name(self, head: int, name: tuple[int, int]) -> bool:
        tokens = self._reading.tokens
        before = tokens[name[0] - 1] if name[0] else None
        if before is not None and before.sentence == tokens[head].sentence and self._is_title(before):
            return True
        for child in self._reading.children[head]:
            if tokens[child].relation == "appos" and child > head and tokens[child].lemma in self._persons:
                return True
        party = self._party_of(head, *noun_phrase(self._reading, head))
        if party is not None and (party.id is not None or party.kind not in {"individual", "other", "civilian"}):
            return False
        has_article = any(tokens[child].relation in {"det", "poss"} for child in self._reading.children[head])
        called = plain(self._reading, *name)
        is_known = called.split()[-1] in self._full_names or self._recalled.person_called(called) is not None
        return not has_article and (is_known or tokens[head].entity == "PERSON")

    def _is_title(self, token: Token) -> bool:
        return token.lemma in self._persons or token.text.lower().rstrip(".") in self._titles

    def _full_name(self, name: str) -> str:
        """The fullest form of a person's name that the story uses: "Karimi" is "Amin Karimi"."""
        own = name.split()
        known = self._recalled.person_called(own[-1])
        if known is not None and len(known.split()) >= len(own):
            return known
        return self._full_names.get(own[-1], name) if len(own) == 1 else name

    def _earlier(self, head: int, first: int) -> Met | None:
        """The source met before that "the spokesman" or "the rights group" takes up."""
        token = self._reading.tokens[head]
        is_definite = self._reading.tokens[first].lemma in _DEFINITE and token.part_of_speech == "NOUN"
        if not is_definite or token.lemma in self._documents:
            return None
        children = [self._reading.tokens[child] for child in self._reading.children[head]]
        is_named = any(child.relation in {"compound", "nmod"} and child.part_of_speech == "PROPN" for child in children)
        if is_named or any(child.relation in {"prep", "appos"} for child in children):
            return None
        return self._recalled.called(token.lemma) or self._office_holder(head)

    def _office_holder(self, head: int) -> Met | None:
        """Who was introduced with an office before: "Defence Minister Ana Ruiz" for "the minister"."""
        found = office_holder(self._reading, head, self._persons, self._titles)
        if found is None:
            return None
        holder, named = found
        return Met(*self._person_called(holder, named), True, frozenset({self._reading.tokens[head].lemma}), holder)

    def _maker_of_document(self, head: int, phrase: SourcePhrase) -> tuple[str, Kind, bool] | None:
        """Whose a statement is: said by the phrase itself, else by the one who spoke last."""
        token = self._reading.tokens[head]
        if token.lemma not in self._documents or token.part_of_speech == "PROPN":
            return None
        for index in range(phrase.first, phrase.last + 1):
            child = self._reading.tokens[index]
            above = self._reading.tokens[child.head]
            is_reader = self._reading.tokens[above.head].lemma in self._classes.get("receiving", frozenset())
            is_behind = child.relation == "pobj" and above.lemma in {"by", "from", "of"} and index > head
            is_maker = (is_behind and not is_reader) or (child.relation == "poss" and child.head == head)
            if is_maker and above.lemma != "according" and child.part_of_speech in {"PROPN", "NOUN"}:
                named = self._person(index, SourcePhrase(index, *noun_phrase(self._reading, index)))
                if named is not None:
                    return (*self._person_called(index, named), True)
                party = self._party_of(index, *noun_phrase(self._reading, index))
                if party is not None and party.kind == "facility":
                    continue  # "footage from a district" is made by nobody named
                if party is not None:
                    return party.name, party.kind, False
                return plain(self._reading, *noun_phrase(self._reading, index)), "other", False
        giver = giver_of(self._reading, head, self._classes.get("voicing", frozenset()))
        if giver is not None:
            name, kind, is_person, _ = self._name(giver, None)
            return (name, kind, is_person) if name is not None else None
        last = self._recalled.called(token.lemma)
        if last is None and token.lemma in self._classes.get("declaration", frozenset()):
            last = self._recalled.latest
        if self._reading.tokens[phrase.first].lemma in _DEFINITE and last is not None:
            return last.name, last.kind, False
        return None

    def _antecedent(self, head: int) -> int | None:
        above = (self._reading.tokens[index] for index in self._reading.ancestors(head))
        return next((token.head for token in above if token.relation == "relcl"), None)
