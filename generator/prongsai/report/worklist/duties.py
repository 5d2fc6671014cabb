"""What each unit still has to do in a year, from what is shown, what is found and the calendar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from prongsai.errors import Lang, Text
from prongsai.model.deadlines import Span, spans_of
from prongsai.model.finding import Finding
from prongsai.model.measure import Measure
from prongsai.model.site import Entry, Year
from prongsai.thai.dates import PartialDate, format_date

# What these find is said by the elements that are missing.
_SAID: Final = frozenset(
    ("missing-item", "no-elements", "nothing-to-see", "unshown-element", "deadline-passed")
)

_STATUS: Final[dict[str | None, Text]] = {
    "done": Text("แจ้งว่าทำแล้ว", "reported as done"),
    "in_progress": Text("กำลังทำ", "in progress"),
    "not_started": Text("ยังไม่ได้ทำ", "not started"),
    "not_applicable": Text("ไม่เกี่ยวข้อง", "does not apply"),
    None: Text("ยังไม่รายงาน", "not reported"),
}
_SHOW: Final = Text(
    "ใส่ลิงก์หรือไฟล์ที่แสดงเรื่องที่ยังขาด แล้วบอกว่าแสดงเรื่องใด เรื่องที่ปีนี้ไม่มีให้เขียนเหตุผล",
    "add a link or a file that shows what is missing and say what it shows; where there is nothing, say why",
)
_TIE: Final = Text(
    "บอกว่าหลักฐานใดแสดงเรื่องใด (ช่อง “แสดงเรื่องที่” ในแฟ้มแก้ไข หรือ elements)",
    "say which evidence shows what (the column “แสดงเรื่องที่” of the editing sheet, or elements)",
)
_NO_EVIDENCE: Final = Text("ยังไม่มีหลักฐาน", "no evidence yet")
_REPORT: Final = Text("รายงานสถานะเมื่อทำเสร็จ", "report the status when it is done")


@dataclass(frozen=True)
class Need:
    """An item that is owed: what it must show (each with whether something is tied to it) and what to do."""

    code: str
    title: str
    status: str
    shows: tuple[tuple[bool, str], ...]
    lacks: tuple[str, ...]
    found: tuple[str, ...]
    remedy: tuple[str, ...]
    due: date | None
    due_for: str


@dataclass(frozen=True)
class Report:
    """A measure that a unit has to report on."""

    title: str
    text: str
    due: date | None


@dataclass(frozen=True)
class Unit:
    """What one unit owes; ``whole`` are its items that need nothing. Nobody's items have no ``name``."""

    name: str | None
    needs: tuple[Need, ...]
    whole: tuple[str, ...]
    reports: tuple[Report, ...]


def units_of(year: Year, findings: Iterable[Finding], today: date, lang: Lang) -> tuple[Unit, ...]:
    """Every unit that answers for something in the year, what nobody answers for first."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        told = finding.severity != "info" and not finding.silenced and finding.name not in _SAID
        if told and finding.item and finding.fiscal_year == year.fiscal_year:
            found.setdefault(finding.item, []).append(finding)
    milestones = upcoming(year, today)
    needs: dict[str | None, list[Need]] = {}
    whole: dict[str | None, list[str]] = {}
    for entry in year.entries:
        need = _need(entry, found.get(entry.code, ()), milestones, lang)
        for name in _responsible(entry):
            needs.setdefault(name, [])
            if need is None:
                whole.setdefault(name, []).append(entry.code)
            else:
                needs[name].append(need)
    reports = _reports(year)
    names = {**needs, **reports}
    order = sorted(
        names, key=lambda name: (name is not None, *(() if name is None else (_place(name, needs),)))
    )
    return tuple(
        Unit(name, tuple(needs.get(name, ())), tuple(whole.get(name, ())), tuple(reports.get(name, ())))
        for name in order
        if name is not None or needs.get(name)
    )


def _place(name: str, needs: dict[str | None, list[Need]]) -> int:
    """Units come in the order in which the items name them."""
    order = list(needs)
    return order.index(name) if name in needs else len(order)


def _responsible(entry: Entry) -> tuple[str | None, ...]:
    named = tuple(dict.fromkeys(entry.disclosure.responsible)) if entry.disclosure else ()
    return named or (None,)


def upcoming(year: Year, today: date) -> tuple[Span, ...]:
    """The year's milestones that are not over, in order; where all are, the last of them."""
    spans = spans_of(year)
    return tuple(span for span in spans if span.last >= today) or spans[-1:]


def _need(entry: Entry, findings: Sequence[Finding], milestones: Sequence[Span], lang: Lang) -> Need | None:
    """What is owed for an item; None when nothing is."""
    if entry.reported == "not_applicable" and not findings:
        return None
    if entry.shown == "full" and entry.reported == "done" and not findings:
        return None
    lacks, remedy = _lacking(entry, lang)
    if entry.reported != "done":
        remedy = (*remedy, _REPORT.in_(lang))
    due, due_for = _due(entry, milestones, lang)
    return Need(
        entry.code,
        entry.item.title_in(lang),
        _STATUS[entry.reported].in_(lang),
        tuple((_is_tied(entry, place), element.text) for place, element in enumerate(entry.item.elements)),
        lacks,
        tuple(f"{finding.message.in_(lang)} ({finding.rule})" for finding in findings),
        remedy,
        due,
        due_for,
    )


def _is_tied(entry: Entry, place: int) -> bool:
    proof = entry.proof(entry.item.elements[place])
    return bool(proof.evidence) or proof.none is not None


def _lacking(entry: Entry, lang: Lang) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is missing in words, and what to do about it."""
    if entry.reported == "not_applicable" or entry.shown == "full":
        return (), ()
    if entry.evidence and not (entry.disclosure and entry.disclosure.elements):
        count = len(entry.evidence)
        told = Text(
            f"มีหลักฐาน {count} รายการ แต่ยังไม่บอกว่าแสดงเรื่องใด",
            f"{count} pieces of evidence, but not said what each shows",
        )
        return (told.in_(lang),), (_TIE.in_(lang),)
    missing = [
        str(place + 1)
        for place, element in enumerate(entry.item.elements)
        if element.required and not _is_tied(entry, place)
    ]
    if not missing:
        return () if entry.evidence else (_NO_EVIDENCE.in_(lang),), () if entry.evidence else (
            _SHOW.in_(lang),
        )
    numbers = ", ".join(missing)
    told = Text(f"ยังไม่มีหลักฐานของเรื่องที่ {numbers}", f"no evidence yet of {numbers}")
    return (told.in_(lang),), (_SHOW.in_(lang),)


def _due(entry: Entry, milestones: Sequence[Span], lang: Lang) -> tuple[date | None, str]:
    """By when: the end of the item's own time, else the year's next milestone."""
    found = entry.disclosure
    spans = (*((found.period,) if found and found.period else ()), *(found.periods if found else ()))
    ends = [span.end.last() for span in spans if span.end]
    if ends:
        return max(ends), Text("กำหนดของข้อนี้", "the item's own date").in_(lang)
    if milestones:
        return milestones[0].last, milestones[0].title_in(lang)
    return None, ""


def _reports(year: Year) -> dict[str | None, list[Report]]:
    """The measures without a result, by unit."""
    found: dict[str | None, list[Report]] = {}
    for measure in year.measures.measures if year.measures else ():
        if measure.stage != "reported" or not any(result.state == "done" for result in measure.results):
            for name in dict.fromkeys(measure.responsible) or (None,):
                found.setdefault(name, []).extend(_reports_on(measure))
    return found


def _reports_on(measure: Measure) -> list[Report]:
    if not measure.reporting:
        end = measure.period.end if measure.period else None
        return [Report(measure.title, "", end.last() if end else None)]
    return [
        Report(measure.title, report.text, report.due.last() if report.due else None)
        for report in measure.reporting
    ]


def day_text(day: date, lang: Lang) -> str:
    """A day as people write it."""
    return format_date(PartialDate(day.year, day.month, day.day), lang=lang, style="short")


def left_text(day: date, today: date, lang: Lang) -> str:
    """How far off a day is."""
    days = (day - today).days
    if days < 0:
        return Text(f"เลยมา {-days} วัน", f"{-days} days late").in_(lang)
    if days == 0:
        return Text("วันนี้", "today").in_(lang)
    return Text(f"อีก {days} วัน", f"in {days} days").in_(lang)
