"""What the cells of the assessor's workbook say, line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from prongsai.errors import Lang, Text
from prongsai.model.disclosure import Evidence
from prongsai.model.fields import Period
from prongsai.model.filing import on_site, readable
from prongsai.model.framework import Element
from prongsai.model.receipt import Receipt
from prongsai.model.site import Entry, Year
from prongsai.model.verdicts import label_of
from prongsai.model.wording import REPORTED, covers
from prongsai.report.assess import Line, shown_elements, way_of
from prongsai.report.receipts import Receipts
from prongsai.thai import dates

MAX_LINK: Final = 2_000
"""The longest address that Excel takes as a link is a little longer."""

_KIND: Final[Mapping[str, Text]] = {
    "item": Text("ข้อ", "Item"),
    "element": Text("ต้องแสดง", "Must show"),
    "evidence": Text("หลักฐาน", "Evidence"),
    "document": Text("เอกสารที่ไม่มีที่อยู่", "No address"),
    "silenced": Text("ยกเว้นการตรวจ", "Silenced"),
}
_EVIDENCE: Final = Text("หลักฐานที่ {numbers}", "Evidence {numbers}")
_ELEMENTS: Final = Text("แสดงเรื่องที่ {numbers}", "Shows {numbers}")
_NONE: Final = Text("หน่วยงานแจ้งว่าไม่มี: {reason}", "The agency states that there is none: {reason}")
_UNTIED: Final = Text("ยังไม่ได้ระบุว่าอยู่ในหลักฐานใด", "Not said in which evidence")
_NO_EVIDENCE: Final = Text("ยังไม่มีที่อยู่หลักฐาน", "There is no address of evidence yet")
_REASON: Final = Text("เหตุผล: {reason}", "Reason: {reason}")
_OPTIONAL: Final = Text("ถ้ามี", "if there is any")
_AT_LEAST: Final = Text("อย่างน้อยต้องมี {names}", "at least {names}")
_MIN_COUNT: Final = Text("อย่างน้อย {count} รายการ", "at least {count}")
_NIL: Final = Text("ถ้าไม่มี ให้แจ้งว่า “{nil}”", "when there is none, say: “{nil}”")
_PRINTED: Final = Text("ในต้นฉบับพิมพ์ว่า {printed}", "Printed as {printed}")
_HELD: Final = Text("ไฟล์ในเว็บไซต์นี้", "File on this site")
_UNVISITED: Final = Text("ยังไม่ได้ตรวจ", "Not checked yet")
_LAST_OK: Final = Text("พบครั้งล่าสุด {day}", "last found {day}")
_NOW_AT: Final = Text("ขณะนี้อยู่ที่ {address}", "it is now at {address}")
_COPY: Final = Text("สำเนาที่หน่วยงานเก็บไว้ {address}", "A copy kept by the agency: {address}")
_FILED: Final = Text("เมื่อยื่น {day}: {label}", "When filed, {day}: {label}")


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads somewhere: its text, and the target as a workbook writes it."""

    text: str
    target: str


Cell = str | int | Link | None


@dataclass(frozen=True)
class Cells:
    """The cells of a year's lines; ``rows`` are those of its evidence in the worksheet ``name``."""

    year: Year
    receipts: Receipts
    lang: Lang
    site_url: str | None
    rows: Mapping[tuple[str, int], int]
    name: str

    def of(self, line: Line) -> Sequence[Cell]:
        """The cells of a line, as many as the sheet has columns before that for notes."""
        entry = line.entry
        head = (
            entry.sub_indicator.number if entry else None,
            entry.code if entry else None,
            self._said(_KIND[line.kind]),
            line.number,
        )
        return (*head, *self._rest(line))

    def _rest(self, line: Line) -> Sequence[Cell]:
        entry = line.entry
        if line.finding:
            reason = self._said(_REASON, reason=line.finding.silenced or "")
            if line.finding.evidence:
                about = self._said(_EVIDENCE, numbers=line.finding.evidence)
                reason = f"{about}\n{reason}"
            return (f"{line.finding.rule}: {line.finding.message.in_(self.lang)}", reason, *[None] * 7)
        if entry and line.evidence:
            return self._evidence(entry, line.number or 0, line.evidence)
        if entry and line.element:
            return (self._element(entry, line.element), self._where(entry, line.element), *[None] * 7)
        if entry and line.kind == "item":
            return self._item(entry)
        return (line.document, *[None] * 8)

    def _said(self, text: Text, **values: object) -> str:
        return text.in_(self.lang).format(**values)

    def _item(self, entry: Entry) -> Sequence[Cell]:
        said = entry.disclosure
        periods = ((said.period,) if said.period else ()) + said.periods if said else ()
        ways = said.breadcrumbs if said else ()
        status = REPORTED[entry.reported].in_(self.lang)
        if not entry.evidence:
            status = f"{status}\n{self._said(_NO_EVIDENCE)}"
        return (
            entry.item.title_in(self.lang),
            status,
            self._on_site(entry.page),
            "\n".join(" > ".join(way) for way in ways),
            "\n".join(said.responsible) if said else None,
            "\n".join(map(self._period, periods)),
            *[None] * 3,
        )

    def _period(self, period: Period) -> str:
        span = dates.Period(period.start, period.end, period.text)
        return dates.format_period(span, lang=self.lang, style="short")

    def _element(self, entry: Entry, element: Element) -> str:
        terms = [
            covers(element, entry.fiscal_year, self.lang),
            None if element.required else self._said(_OPTIONAL),
            self._said(_MIN_COUNT, count=element.min_count) if element.min_count else None,
            self._said(_AT_LEAST, names=", ".join(element.at_least)) if element.at_least else None,
            self._said(_NIL, nil=element.nil) if element.nil and not entry.proof(element).none else None,
        ]
        told = " · ".join(filter(None, terms))
        return f"{element.text}\n({told})" if told else element.text

    def _where(self, entry: Entry, element: Element) -> Cell:
        proof = entry.proof(element)
        if proof.evidence:
            text = self._said(_EVIDENCE, numbers=", ".join(map(str, proof.evidence)))
            row = self.rows.get((entry.code, proof.evidence[0]))
            return Link(text, f"internal:'{self.name}'!G{row}") if row else text
        if proof.none is not None:
            return self._said(_NONE, reason=proof.none)
        return self._said(_UNTIED) if entry.evidence else None

    def _evidence(self, entry: Entry, number: int, evidence: Evidence) -> Sequence[Cell]:
        shown = shown_elements(entry, number)
        title = evidence.title
        if evidence.published_as:
            title = f"{title}\n({self._said(_PRINTED, printed=evidence.published_as)})"
        return (
            title,
            self._said(_ELEMENTS, numbers=", ".join(map(str, shown))) if shown else None,
            self._on_site(evidence.address) if evidence.url is None else _web(evidence.url),
            " > ".join(way_of(entry, evidence) or ()),
            None,
            None,
            *self._receipt(evidence),
        )

    def _on_site(self, address: str) -> Cell:
        """A page or file of this site; no link where nobody knows at which address the site stands.

        A workbook is downloaded and sent on: from where it then lies, no way leads back to the site.
        """
        whole = on_site(address, self.site_url)
        return _web(whole, readable(whole)) if whole else address

    def _receipt(self, evidence: Evidence) -> Sequence[Cell]:
        if evidence.url is None:
            return (self._said(_HELD), None, evidence.held.sha256 if evidence.held else None)
        receipt = self.receipts.known.get(evidence.url)
        told = [self._found(receipt, evidence.url) if receipt else self._said(_UNVISITED)]
        filed = self.year.filed
        if filed and (then := filed.receipts.get(evidence.url)):
            label = label_of(then).in_(self.lang)
            told.append(self._said(_FILED, day=self._day(filed.filed_at), label=label))
        day = self._day(receipt.checked_at) if receipt and receipt.checked_at else None
        return ("\n".join(told), day, receipt.sha256 if receipt else None)

    def _found(self, receipt: Receipt, url: str) -> str:
        """The verdict and, unless all is well, what was found, when it was last there, and a kept copy."""
        told = [label_of(receipt).in_(self.lang)]
        if receipt.judgement != "pass":
            told.append(receipt.reason.in_(self.lang))
            if receipt.last_ok:
                told.append(self._said(_LAST_OK, day=self._day(receipt.last_ok)))
        elif receipt.verdict == "moved" and receipt.final_url:
            told.append(self._said(_NOW_AT, address=receipt.final_url))
        if receipt.judgement == "fail" and (copy := self.receipts.copies.get(url)):
            told.append(self._said(_COPY, address=copy.address))
        return "\n".join(told)

    def _day(self, moment: str) -> str:
        return dates.format_date(dates.day_in_thailand(moment), lang=self.lang, style="short")


def _web(address: str, text: str | None = None) -> Cell:
    """A link where a workbook can hold it; otherwise the text alone."""
    if len(address) > MAX_LINK or not address.startswith(("https://", "http://")):
        return address
    return Link(text or address, address)
