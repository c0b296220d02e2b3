"""Who says so, for each word of a story: the chain from the one who first says it to the one who passes it on."""

from dataclasses import dataclass

from dateline.codebook.reporting import ReportingCue
from dateline.model.reading import Reading, Sentence
from dateline.model.source import Attribution, Source
from dateline.model.span import Span

_SHARE_OF_SENTENCE = 0.4  # of a sentence's characters; less of it quoted or reported leaves the sentence the outlet's

_HEARD = frozenset({"report", "claim", "hearsay"})


@dataclass(frozen=True, slots=True)
class Reported:
    """A stretch of content with all that is known of who says it: [start, end) of the story's text.

    `links` are the source and, behind it, the medium it was told to; `is_relay` marks a phrase such as "per the radio",
    which passes on what somebody else says; `is_main` a reporting word that is the main verb of its sentence;
    `is_quote` a stretch that stands in quotation marks; `order` sorts stretches of one extent, the first sayer first.
    """

    start: int
    end: int
    cue: ReportingCue
    cue_span: Span
    links: tuple[Source, ...]
    order: int
    is_relay: bool = False
    is_main: bool = False
    is_quote: bool = False

    @property
    def is_said(self) -> bool:
        """Whether the words are somebody's: reported, or asked and demanded in a quote."""
        return self.cue.is_statement or (self.is_quote and self.cue.stance == "demand")


@dataclass(frozen=True)
class Attributed:
    """What attribution found out about one story.

    `attributions` is the public list; `speakers` has for each sentence whom its content comes from, or None.
    """

    reading: Reading
    attributions: tuple[Attribution, ...]
    speakers: tuple[Source | None, ...]
    reported: tuple[Reported, ...]

    def chain(self, token_index: int) -> tuple[Source, ...]:
        """Who says so for the word at a token, first sayer first; empty when the outlet says so in its own voice.

        In `Two were killed, the group said, per the radio`: for "killed" the group, then the radio.
        """
        links: list[Source] = []
        for reported in self._covering(token_index):
            if reported.is_said:
                links.extend(reported.links)
        return _without_repeats(links)

    def stance(self, token_index: int) -> str | None:
        """What the innermost cue over a word does: report, claim, admit, deny, accuse, hearsay, plan, belief, ..."""
        covering = self._covering(token_index)
        return covering[0].cue.stance if covering else None

    def effect(self, token_index: int) -> str | None:
        """What the innermost cue over a word does to its truth: None, "possible" or "denied"."""
        covering = self._covering(token_index)
        return covering[0].cue.effect if covering else None

    def cue(self, token_index: int) -> Span | None:
        """The innermost reporting words over a word."""
        covering = self._covering(token_index)
        return covering[0].cue_span if covering else None

    def _covering(self, token_index: int) -> list[Reported]:
        """The stretches over a word, the innermost first; the cue's own words are not its content."""
        token = self.reading.tokens[token_index]
        found = [
            reported
            for reported in self.reported
            if reported.start <= token.start < reported.end
            and not reported.cue_span.start <= token.start < reported.cue_span.end
        ]
        return sorted(found, key=lambda reported: (reported.end - reported.start, reported.order))


def speaker_of(sentence: Sentence, root: int, reported: list[Reported]) -> Source | None:
    """The source of what covers most of a sentence; a passer-on only if there is no other.

    `root` is the offset of the sentence's main verb: what covers it counts, and so does what it reports itself.
    """
    best: tuple[bool, bool, int] | None = None
    speaker: Source | None = None
    for stretch in reported:
        covered = min(stretch.end, sentence.end) - max(stretch.start, sentence.start)
        if not stretch.is_said or not stretch.links:
            continue
        is_main = stretch.is_main and sentence.start <= stretch.cue_span.start < sentence.end
        covers_root = stretch.start <= root < stretch.end
        if stretch.links[0].name is None and not covers_root and (not is_main or stretch.cue.stance not in _HEARD):
            continue  # "has been accused of killing" is no sentence of the accusers, "it is reported that" is one
        is_main = is_main or covers_root
        if not is_main and covered < _SHARE_OF_SENTENCE * (sentence.end - sentence.start):
            continue
        score = (stretch.links[0].name is not None, not stretch.is_relay, covered)
        if best is None or score > best:
            best, speaker = score, stretch.links[0]
    return speaker


def _without_repeats(links: list[Source]) -> tuple[Source, ...]:
    """Each named source once, where it first says it."""
    names: set[str] = set()
    kept: list[Source] = []
    for link in links:
        if link.name is not None and link.name in names:
            continue
        if link.name is not None:
            names.add(link.name)
        kept.append(link)
    return tuple(kept)
