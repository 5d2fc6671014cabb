"""What the readers of rows share: the year, the packs, what stands joined, and usual periods."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from prongsai.importing import reasons
from prongsai.importing.catalogue import Catalogue
from prongsai.importing.cells import NOTHING, steps
from prongsai.importing.document import Cell
from prongsai.importing.draft import Draft
from prongsai.importing.periods import is_unlikely, mended_period, read_period
from prongsai.importing.spacing import Spacing
from prongsai.importing.units import is_units, read_units
from prongsai.model.fields import MAX_TEXT, Reported
from prongsai.model.framework import Framework
from prongsai.thai.dates import Period
from prongsai.thai.text import clean, squash

MAX_LIST = 200


@dataclass
class Context:
    """A document's frame. ``catalogue`` is that of the year's framework, ``linked`` that of the year which
    measures speak of."""

    fiscal_year: int
    frameworks: Mapping[str, Framework]
    spacing: Spacing
    catalogue: Catalogue | None = None
    linked: Catalogue | None = None
    usual: tuple[Period, ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    people_stay: bool = False
    asked: set[str] = field(default_factory=set)
    """Words for a status that may mean another, of which each is doubted once."""
    legend: Mapping[str, Reported] = field(default_factory=dict)
    owners: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """The unit whose table it is, by the headings above a row."""

    def line(self, text: str) -> str:
        """A text on one line, without spaces that a scan put into words, and not too long."""
        plain = self.spacing.mended(text)
        return plain if len(plain) <= MAX_TEXT else plain[: MAX_TEXT - 1] + "…"

    def lines(self, text: str) -> list[str]:
        """The steps of a cell, each on one line."""
        found = []
        for step in steps(text):
            plain = self.spacing.mended(step)
            found += [plain[start : start + MAX_TEXT].strip() for start in range(0, len(plain), MAX_TEXT)]
        return [line for line in found if line][:MAX_LIST]

    def responsible(self, draft: Draft, cell: Cell) -> list[str]:
        """The units of a cell; names of persons are left out, and said so."""
        text = cell.text
        read = read_units(text)
        if read.names:
            draft.note("responsible", None, None, "ช่องผู้รับผิดชอบมีชื่อบุคคล จึงไม่นำชื่อมา ใช้ตำแหน่งหรือหน่วยงานแทน")
            if not read.units:
                draft.doubt("responsible", reasons.NAME_WITHHELD.th, reasons.ONLY_NAMES, cell.spot)
        if read.sentence:
            draft.note(
                "responsible", self.line(text)[:300], None, "ช่องผู้รับผิดชอบเขียนเป็นประโยค จึงเก็บเฉพาะผู้รับผิดชอบ"
            )
        units = []
        for unit in read.units:
            plain = tidy_unit(self.spacing.mended(unit))
            meant = self.units.get(squash(plain))
            if meant and meant != plain:
                draft.note("responsible", plain, meant, "อ่านผิดจากเอกสารสแกน ที่อื่นในเอกสารเขียนไว้ถูก")
                plain = meant
            units.append(plain)
            if not looks_like_unit(plain):
                draft.doubt("responsible", plain, reasons.NO_UNIT, cell.spot)
        return list(dict.fromkeys(units))[:MAX_LIST]

    def period(self, draft: Draft, cells: Iterable[Cell]) -> dict[str, object]:
        """``period`` and ``periods`` of the cells that hold the time; two cells are start and end."""
        filled = [cell for cell in cells if cell.text.strip() and not NOTHING.match(cell.text)]
        text = " - ".join(cell.text for cell in filled)
        if not filled:
            return {"period": None, "periods": []}
        read = read_period(text)
        if read.periods:
            return {"period": None, "periods": [written_period(one) for one in read.periods]}
        period = read.period
        if period is None:
            return {"period": None, "periods": []}
        if mended := mended_period(period, self.fiscal_year, self.usual):
            right = next(one.text for one in self.usual if (one.start, one.end) == (mended.start, mended.end))
            draft.note(
                "period", period.text, right, "ปีที่พิมพ์อยู่นอกปีของรายงาน เลขตัวเดียวอ่านเพี้ยน และข้ออื่นในเอกสารพิมพ์ช่วงนี้"
            )
            period = mended
            return {"period": written_period(period, split=True), "periods": []}
        if not read.understood:
            draft.doubt("period", period.text or text, reasons.DATE, filled[0].spot)
        elif is_unlikely(period, self.fiscal_year):
            draft.doubt("period", period.text or text, reasons.UNLIKELY_DATE, filled[0].spot)
        return {"period": written_period(period), "periods": []}


def written_period(period: Period, *, split: bool = False) -> object:
    """A period as sources write it: its text where that says it all, else its ends beside it."""
    text = period.text or ""
    if not split:
        try:
            from prongsai.thai.dates import parse_period

            read = parse_period(text)
            if (read.start, read.end) == (period.start, period.end):
                return text
        except ValueError:
            pass
    return {
        "start": period.start.iso() if period.start else None,
        "end": period.end.iso() if period.end else None,
        "text": text,
    }


def tidy_unit(unit: str) -> str:
    """A unit's name in its usual spelling of dots and spaces."""
    unit = re.sub(r"จพง\.?\s*(?=[ก-ฮ])", "จพง.", clean(unit))
    return re.sub(r"\s+", " ", unit).strip()


def looks_like_unit(text: str) -> bool:
    """Whether a text can be the name of a unit or a position."""
    return is_units(text) or bool(re.match(r"[ก-ฮเ-ไA-Za-z][^0-9๐-๙]{1,60}$", text))
