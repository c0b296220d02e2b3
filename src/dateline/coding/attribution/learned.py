"""Sayings weighed by the learned head: it tells which words are source, cue and content, the rules whose they are."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.codebook.reporting import CueClass, Reporting, ReportingCue
from dateline.coding.attribution.cues import CueMatch, is_passive
from dateline.coding.attribution.phrase import SourcePhrase
from dateline.coding.attribution.sayings import Saying
from dateline.encoder.labels import ATTRIBUTION
from dateline.encoder.scores import Scores
from dateline.model.reading import Reading

LIKELY = 0.5
AGREED = 0.2  # of a word inside what the rules found
HALF_BELIEVED = 0.3  # of a whole stretch that the rules found
SCRAP = 0.5  # of what the rules found: where the head sees less of it behind a cue that it is sure of, the rules stand
UNLIKELY = 0.25  # below it in cue and content a saying of the rules is none
NO_CUE = ReportingCue("", (), 0, "p", "report", "subject", frozenset({"clause"}), None)
Run = tuple[int, int]


def weigh(reading: Reading, sayings: list[Saying], scores: Scores, reporting: Reporting) -> list[Saying]:
    """The sayings with sources and contents as the head sees them, without those it sees nothing of, and with new ones.

    Sayings in headlines and inside another's content keep what the rules found; so does what no window held.
    """
    words = _Words(reading, scores)
    weighed = [saying for saying in sayings if _is_weighed(reading, saying, sayings)]
    kept = [saying for saying in sayings if saying not in weighed or words.supports(saying)]
    outer = [saying for saying in kept if saying in weighed]
    cues = [
        run
        for run in words.runs("cue")
        if not any(_touches(run, saying) for saying in kept) and not _is_preposition(reading, run)
    ]
    fresh = [_new(reading, run, reporting) for run in cues]
    outer = sorted([*outer, *fresh], key=lambda saying: saying.match.first)
    left = _share_contents(reading, outer, words)
    lonely = [_new(reading, run, reporting, is_without_cue=True) for run in left]
    for saying, run in zip(lonely, left, strict=True):
        saying.stretches = [(reading.tokens[run[0]].start, reading.tokens[run[1]].end)]
    _share_sources(reading, [*outer, *lonely], words)
    _spare_sources(reading, [saying for saying in [*outer, *lonely] if saying.stretches], words)
    fresh = [saying for saying in [*fresh, *lonely] if saying.stretches]
    return sorted([*kept, *fresh], key=lambda saying: saying.match.first)


class _Words:
    """The head's opinion of each word."""

    def __init__(self, reading: Reading, scores: Scores) -> None:
        self.reading = reading
        means = scores.mean_labels(ATTRIBUTION, [(token.start, token.end) for token in reading.tokens])
        self._chances: Mapping[str, list[float | None]] = {
            part: [None if chance != chance else chance for chance in means[:, column].tolist()]
            for column, part in enumerate(ATTRIBUTION)
        }

    def mean(self, part: str, first: int, last: int) -> float | None:
        """The mean chance over the words that the head has read."""
        known = [chance for chance in self._chances[part][first : last + 1] if chance is not None]
        return sum(known) / len(known) if known else None

    def cue(self, saying: Saying) -> float | None:
        """The mean chance of a saying's cue."""
        return self.mean("cue", saying.match.first, saying.match.last)

    def supports(self, saying: Saying) -> bool:
        """Whether the head sees anything of a saying."""
        cue = self.cue(saying)
        inside = [self.mean("content", *run) for run in _runs_of(self.reading, [*saying.stretches, *saying.carried])]
        seen = [chance for chance in (cue, *inside) if chance is not None]
        return not seen or max(seen) >= UNLIKELY

    def runs(self, part: str, by_rule: Container[int] = frozenset()) -> Iterator[Run]:
        """The longest runs of likely words, over marks between them; none begins or ends with a comma.

        Where the rules see the part too, a word needs less of the head's opinion.
        """
        chances, tokens = self._chances[part], self.reading.tokens
        first = None
        last = -1
        for index, token in enumerate(tokens):
            chance = chances[index] or 0.0
            if chance >= (AGREED if index in by_rule else LIKELY):
                breaks = first is not None and part != "content" and tokens[last].sentence != token.sentence
                if breaks and first is not None:
                    yield first, last
                    first = None
                first = index if first is None else first
                last = index
            elif first is not None and not (token.part_of_speech in {"PUNCT", "SPACE"} and index - last < 3):
                yield first, last
                first = None
        if first is not None:
            yield first, last


def _share_contents(reading: Reading, sayings: Sequence[Saying], words: _Words) -> list[Run]:
    """Each run of content goes to the saying that has part of it, else to the nearest cue; what is left is returned."""
    left: list[Run] = []
    before = {id(saying): set(_indices(reading, [*saying.stretches, *saying.carried])) for saying in sayings}
    runs = list(words.runs("content", set().union(*before.values())))
    shared: dict[int, list[Run]] = {id(saying): [] for saying in sayings}
    for run in runs:
        inside = set(range(run[0], run[1] + 1))
        owners = [saying for saying in sayings if before[id(saying)] & inside]
        if len(owners) > 1:
            for saying, part in _parted(run, owners, before):
                shared[id(saying)].append(part)
            continue
        owner = owners[0] if owners else _nearest(reading, run, sayings)
        if owner is not None:
            shared[id(owner)].append(run)
        else:
            left.append(run)
    for saying in sayings:
        found = _whole(shared[id(saying)], _runs_of(reading, [*saying.stretches, *saying.carried]), words)
        seen = sum(last - first + 1 for first, last in found)
        is_scrap = seen < SCRAP * len(before[id(saying)]) and (words.cue(saying) or 0) >= LIKELY
        if found and not is_scrap:
            saying.stretches = [
                (reading.tokens[first].start, reading.tokens[last].end) for first, last in sorted(found)
            ]
            saying.carried = []
    return left


def _is_preposition(reading: Reading, run: Run) -> bool:
    """Of "receives reports of atrocities" the "of" alone says nothing."""
    return run[0] == run[1] and reading.tokens[run[0]].part_of_speech == "ADP"


def _whole(found: Sequence[Run], by_rule: Iterable[Run], words: _Words) -> list[Run]:
    """Runs without the holes that the rules do not see: a stretch of theirs that the head half believes is whole."""
    inside = {index for first, last in found for index in range(first, last + 1)}
    for first, last in by_rule:
        if (words.mean("content", first, last) or 0) >= HALF_BELIEVED:
            inside.update(range(first, last + 1))
    whole: list[Run] = []
    for index in sorted(inside):
        if whole and whole[-1][1] == index - 1:
            whole[-1] = whole[-1][0], index
        else:
            whole.append((index, index))
    return whole


def _parted(run: Run, owners: Sequence[Saying], before: Mapping[int, set[int]]) -> Iterator[tuple[Saying, Run]]:
    """A run that several sayings have part of, cut where the next one's content begins."""
    begins = sorted(
        (
            (min(index for index in before[id(saying)] if run[0] <= index <= run[1]), place)
            for place, saying in enumerate(owners)
        ),
    )
    for number, (begin, place) in enumerate(begins):
        first = run[0] if number == 0 else begin
        last = run[1] if number + 1 == len(begins) else begins[number + 1][0] - 1
        if first <= last:
            yield owners[place], (first, last)


def _nearest(reading: Reading, run: Run, sayings: Sequence[Saying]) -> Saying | None:
    """The saying whose cue is nearest in the sentences of a run; else the last one before it in its paragraph."""
    first, last = reading.tokens[run[0]].sentence, reading.tokens[run[1]].sentence
    here = [s for s in sayings if first <= reading.tokens[s.match.head].sentence <= last]
    if here:
        return min(here, key=lambda s: min(abs(s.match.first - run[1]), abs(s.match.last - run[0])))
    paragraph = reading.sentences[first].paragraph
    before = [
        s
        for s in sayings
        if s.match.last < run[0] and reading.sentences[reading.tokens[s.match.head].sentence].paragraph == paragraph
    ]
    return before[-1] if before else None


def _share_sources(reading: Reading, sayings: Sequence[Saying], words: _Words) -> None:
    """Each saying's source takes the extent that the head sees; one that it does not see gives way to the nearest."""
    phrases = [saying.source for saying in sayings if saying.source is not None]
    runs = list(words.runs("source", {i for phrase in phrases for i in range(phrase.first, phrase.last + 1)}))
    taken: set[Run] = set()
    for saying in sayings:
        if saying.source is None:
            continue
        met = [run for run in runs if run[0] <= saying.source.last and saying.source.first <= run[1]]
        if met:
            taken.update(met)
            saying.source = _phrase(reading, (met[0][0], met[-1][1]), saying.source)
    for saying in sayings:
        sentence = reading.tokens[saying.match.head].sentence
        if saying.source is not None:
            seen = words.mean("source", saying.source.first, saying.source.last)
            if seen is None or seen >= LIKELY:
                continue
        near = [
            run
            for run in runs
            if run not in taken and reading.tokens[run[0]].sentence == sentence and not _touches(run, saying)
        ]
        if near:
            best = min(near, key=lambda run: min(abs(run[1] - saying.match.first), abs(run[0] - saying.match.last)))
            taken.add(best)
            saying.source = _phrase(reading, best, None)


def _spare_sources(reading: Reading, sayings: Sequence[Saying], words: _Words) -> None:
    """Runs of source that no saying took are words of the nearest one's source in their sentence."""
    for run in words.runs("source"):
        sentence = reading.tokens[run[0]].sentence
        if any(s.source is not None and run[0] <= s.source.last and s.source.first <= run[1] for s in sayings):
            continue
        near = [s for s in sayings if reading.tokens[s.match.head].sentence == sentence and not _touches(run, s)]
        if near:
            owner = min(near, key=lambda s: min(abs(run[1] - s.match.first), abs(run[0] - s.match.last)))
            owner.more_sources.append(run)


def _phrase(reading: Reading, run: Run, known: SourcePhrase | None) -> SourcePhrase:
    first, last = run
    if known is not None and first <= known.head <= last:
        return replace(known, first=first, last=last)
    head = next((i for i in range(first, last + 1) if not first <= reading.tokens[i].head <= last), first)
    return SourcePhrase(head, first, last)


def _new(reading: Reading, run: Run, reporting: Reporting, *, is_without_cue: bool = False) -> Saying:
    """A saying out of a cue that the codebook does not know, or of a content that has none."""
    first, last = run
    head = next((i for i in range(first, last + 1) if not first <= reading.tokens[i].head <= last), last)
    token = reading.tokens[head]
    part: CueClass = "n" if token.part_of_speech == "NOUN" else "p" if token.part_of_speech == "ADP" else "v"
    known = [cue for cue in reporting.by_head.get(token.lemma, ()) if cue.part_of_speech == part]
    known.sort(key=lambda cue: len(cue.slots))
    unknown = ReportingCue(
        token.lemma, (frozenset({token.lemma}),), 0, part, "report", "subject", frozenset({"clause"}), None
    )
    cue = NO_CUE if is_without_cue else known[0] if known else unknown
    return Saying(CueMatch(cue, head, first, last, part == "v" and is_passive(reading, token)), None, [])


def _is_weighed(reading: Reading, saying: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether the head has a say: it was taught no headlines, outermost attributions alone, and no toll that is put."""
    part = reading.sentences[reading.tokens[saying.match.head].sentence].part
    is_known = bool(saying.stretches or saying.carried) and not saying.match.cue.ahead
    return is_known and part != "headline" and not _is_inside(reading, saying, sayings)


def _is_inside(reading: Reading, saying: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether the cue stands in the content of another saying."""
    at = reading.tokens[saying.match.head].start
    return any(
        other is not saying and any(start <= at < end for start, end in (*other.stretches, *other.carried))
        for other in sayings
    )


def _touches(run: Run, saying: Saying) -> bool:
    return run[0] <= saying.match.last and saying.match.first <= run[1]


def _indices(reading: Reading, stretches: Sequence[tuple[int, int]]) -> Iterator[int]:
    for start, end in stretches:
        yield from (token.index for token in reading.within(start, end))


def _runs_of(reading: Reading, stretches: Sequence[tuple[int, int]]) -> Iterator[Run]:
    for start, end in stretches:
        inside = reading.within(start, end)
        if inside:
            yield inside[0].index, inside[-1].index
