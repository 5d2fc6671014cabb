"""What an import makes of a document before it is written: records with notes and doubts."""

from dataclasses import dataclass, field, replace
from typing import Any

from prongsai.errors import Text
from prongsai.importing.document import Row, Spot

Record = dict[str, Any]


@dataclass(frozen=True)
class Note:
    """Something that was mended or is odd, as the sources' ``notes`` say it."""

    about: str
    published: str | None
    mended: str | None
    reason: str

    def as_dict(self) -> Record:
        """The entry of ``notes``."""
        return {
            "about": self.about,
            "published": self.published,
            "mended": self.mended,
            "reason": self.reason,
        }


@dataclass(frozen=True)
class Doubt:
    """A fact that a person has to look at: the key it stands under, what is printed, why, and where."""

    key: str
    value: str
    reason: Text
    spot: Spot = field(default_factory=Spot)

    def at(self, spot: Spot) -> "Doubt":
        """The same doubt at a place."""
        return replace(self, spot=spot)


@dataclass
class Draft:
    """One record to be written (an item, a measure, …) with its doubts."""

    record: Record
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    spot: Spot = field(default_factory=Spot)

    def doubt(self, key: str, value: str, reason: Text, spot: Spot | None = None) -> None:
        """Note a doubt; what is doubted already is not doubted again."""
        printed = " ".join(value.split())[:300]
        if any((one.key, one.value) == (key, printed) for one in self.doubts):
            return
        self.doubts.append(Doubt(key, printed, reason, spot or self.spot))

    def note(self, about: str, published: str | None, mended: str | None, reason: str) -> None:
        """Note what was mended."""
        self.notes.append(Note(about, published, mended, reason))

    def written(self) -> Record:
        """The record with its notes."""
        return {**self.record, "notes": [note.as_dict() for note in self.notes]}


@dataclass(frozen=True)
class Leftover:
    """A row or text that has no place, as it stands, and why."""

    text: str
    reason: Text
    spot: Spot
    row: bool = True

    @classmethod
    def of(cls, row: Row, reason: Text) -> "Leftover":
        """A row of a table."""
        return cls(row.text(), reason, row.spot)
