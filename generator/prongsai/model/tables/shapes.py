"""What a typed table is: its columns, how their headers may be worded, and which an item asks for."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from prongsai.errors import Text
from prongsai.model.framework import Item
from prongsai.thai.text import clean, squash

Kind = Literal["text", "number", "month", "date", "money", "count", "percent"]
"""What a column's cells hold: ``number`` is a row's ordinal, ``money`` in baht, ``date`` in any words."""

FIGURES: Final[frozenset[Kind]] = frozenset({"money", "count", "percent"})
"""The kinds of cells that are read as numbers."""

View = Literal[
    "procurement", "methods", "purchases", "services", "complaints", "projects", "spending", "budget"
]
"""How a table is drawn."""

MONTHS_ACROSS: Final = "months"
"""Stands among a column's ``instead`` for columns that are headed by months."""
MONTH_IN_TITLE: Final = "title"
"""Stands among a column's ``instead`` for a table whose title names its one month."""
OTHERS: Final = "others"
"""Stands among a column's ``instead`` for columns of numbers with a heading of their own."""

_BRACKETS: Final = re.compile(r"[(\[（][^)\]）]*[)\]）]?")
_UNIT: Final = re.compile(r"(?:หน่วย:?)?(?:ล้านบาท|แสนบาท|พันบาท|บาท)$")
_JOINT: Final = re.compile(r"และ|พร้อม|[/,\n]")
_LEAST_FOR_START: Final = 5
"""From so many letters on, a wording also fits a header that only begins with it."""


def without_brackets(text: str) -> str:
    """A header without what stands in brackets."""
    return _BRACKETS.sub(" ", clean(text)).strip()


def plain_header(text: str) -> str:
    """A header for comparing: without spaces, marks, the unit, and what stands in brackets."""
    bare = squash(without_brackets(text))
    return _UNIT.sub("", bare) or squash(text)


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        id: its name in the program.
        title: what messages and the documentation call it.
        wordings: how its header may be worded, the one to recommend first; spaces, dots and a unit in
            brackets make no difference, and from five letters on the header may go on after it.
        required: every table of the shape has it.
        asked_by: words in an element of the item, for which it is required as well.
        instead: columns (or ``MONTHS_ACROSS``, ``MONTH_IN_TITLE``, ``OTHERS``) each of which does for it.
        marks: a pattern that a header, a service, a channel or a title may have, instead of a column of its
            own.
        sums: whether the sum of its cells says anything.
    """

    id: str
    title: Text
    kind: Kind
    wordings: tuple[str, ...]
    required: bool = False
    asked_by: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    marks: str | None = None
    sums: bool = True

    @cached_property
    def plain_wordings(self) -> tuple[str, ...]:
        """The wordings for comparing."""
        return tuple(plain_header(wording) for wording in self.wordings)

    def fit(self, header: str) -> int:
        """How well a plain header fits, by the letters of the wording that it is or begins with; 0: not."""
        exact = max((len(word) for word in self.plain_wordings if word == header), default=0)
        if exact:
            return exact + 1_000
        starts = (word for word in self.plain_wordings if len(word) >= _LEAST_FOR_START)
        return max((len(word) for word in starts if header.startswith(word)), default=0)

    def is_second_in(self, header: str) -> bool:
        """Whether a header that names another column first names this one as well: ``ผู้ชนะและราคาที่ตกลง``."""
        return any(self.fit(plain_header(part)) for part in _JOINT.split(header)[1:] if part.strip())


@dataclass(frozen=True)
class Shape:
    """A kind of table.

    Attributes:
        name: its name in the program.
        title: what it is called.
        topics: of which items it may stand beside.
        label: the column that names a row; the first of these that a table has.
        nil: a pattern of a row that says that there was nothing.
        across: what the cells of columns headed by months hold, where such columns may be.
        others: what the cells of columns with unknown headers hold, where they belong to the figures.
    """

    name: str
    view: View
    title: Text
    topics: tuple[str, ...]
    columns: tuple[Column, ...]
    label: tuple[str, ...]
    nil: str = r"ไม่มี"
    across: Kind | None = None
    others: Kind | None = None

    @cached_property
    def by_id(self) -> dict[str, Column]:
        """Columns by their ids."""
        return {column.id: column for column in self.columns}

    def required_of(self, item: Item) -> tuple[Column, ...]:
        """The columns that a table beside ``item`` must have."""
        asked = " ".join(
            part
            for element in item.elements
            if element.required
            for part in (element.text, *element.at_least)
        )
        return tuple(
            column
            for column in self.columns
            if column.required or any(words in asked for words in column.asked_by)
        )
