"""What a story says about itself, gathered while its layout is read."""

from dataclasses import dataclass, field

from dateline.codebook.layout import Layout
from dateline.model.reading import Part
from dateline.model.story import Dateline, Story
from dateline.reading.byline import Byline
from dateline.reading.dateline import Filed, IsPlace, never
from dateline.reading.stamps import Stamp, stamps


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the story's text with the part it plays."""

    start: int
    end: int
    part: Part


@dataclass
class Finds:
    """The fields of a story and its sections in order; what is known first, from the metadata or further up, stays."""

    text: str
    layout: Layout
    is_place: IsPlace = never
    headline: str | None = None
    byline: str | None = None
    outlet: str | None = None
    credit: str | None = None
    published: str | None = None
    published_text: str | None = None
    filed: Filed | None = None
    sections: list[Section] = field(default_factory=list)

    @classmethod
    def of(cls, story: Story, layout: Layout, is_place: IsPlace = never) -> "Finds":
        """The finds that a story's metadata begins with."""
        return cls(
            story.text,
            layout,
            is_place,
            headline=story.headline,
            byline=story.byline,
            outlet=story.outlet,
            credit=story.credit,
            published=story.published,
            published_text=story.published_text,
        )

    def add(self, start: int, end: int, part: Part) -> None:
        """Adds a section without the white space at its edges; an empty one is left out."""
        words = self.text[start:end]
        start, end = end - len(words.lstrip()), start + len(words.rstrip())
        if start < end:
            self.sections.append(Section(start, end, part))

    def stamp(self, stamp: Stamp | None, *, is_filing: bool = False) -> None:
        """Notes a date of publication, or one at the head of the report (`is_filing`) that says another day."""
        if stamp and stamp.iso and not self.published:
            self.published, self.published_text = stamp.iso, stamp.text.strip()
        elif stamp and stamp.iso and not self.published_text and stamp.iso[:10] == (self.published or "")[:10]:
            self.published_text = stamp.text.strip()
        elif stamp and stamp.iso and is_filing and not self.filed:
            year, month, day = (int(part) for part in stamp.iso[:10].split("-"))
            self.filed = Filed(stamp.start, stamp.end, None, month, day, year, ())

    def written_by(self, byline: Byline) -> None:
        """Notes a byline with the agency and date it carries."""
        if not self._is_outlet(byline.names):
            self.byline = self.byline or byline.names
        self.stamp(byline.stamp)
        if byline.agency:
            self.name(byline.agency)

    def _is_outlet(self, names: str | None) -> bool:
        """Whether what stands in the place of a reporter is the paper itself."""
        return names is not None and self.outlet is not None and names.casefold() == self.outlet.casefold()

    def name(self, name: str, *, is_certain: bool = False) -> None:
        """Notes a name from a credit, page title or dateline: agencies are credits, other known names outlets.

        A name that no table knows counts only when its place leaves no doubt (`is_certain`).
        """
        known = self.layout.outlet(name)
        if known and known.kind == "agency":
            self.credit = self.credit or known.name
        elif known or is_certain:
            self.outlet = self.outlet or (known.name if known else " ".join(name.split()))

    def facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Notes the named groups of a piece of furniture."""
        for kind, value in facts:
            if kind == "outlet" and self.filed and self.outlet in self.filed.names and value not in self.filed.names:
                # "Published in the Courier" at the foot: the name in the dateline's brackets is the agency's.
                self.outlet, self.credit = None, self.credit or self.outlet
            if kind == "published":
                self.stamp(next(stamps(value), None))
            elif kind == "outlet":
                self.name(value, is_certain=True)
            elif kind == "byline":
                self.byline = self.byline or value
            elif kind == "credit":
                for part in value.replace(" and ", ",").replace("/", ",").split(","):
                    self.name(part)

    def dateline(self) -> Dateline | None:
        """The dateline as the story's record has it; to be asked when all has been read, for the year it needs."""
        if not self.filed:
            return None
        date = self.filed.day_of(self.published)
        return Dateline(self.filed.place, date) if self.filed.place or date else None
