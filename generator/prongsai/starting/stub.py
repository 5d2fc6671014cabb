"""An item's file before anybody has written in it: empty keys, and what the item must show as comments."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from prongsai.importing.writing import scalar
from prongsai.model import wording
from prongsai.model.disclosure import Evidence
from prongsai.model.framework import Element, Framework, Item

_FENCE: Final = "---"
_STATES: Final = "done (ทำแล้ว), in_progress (กำลังทำ), not_started (ยังไม่ทำ), not_applicable (ไม่เกี่ยวข้อง)"


@dataclass(frozen=True)
class Carried:
    """What an item takes over from the year before, and what of that year has to be made anew.

    ``ties`` are the elements that the standing evidence showed, with its numbers from 1; ``codes`` are the
    items that it comes from.
    """

    fiscal_year: int
    codes: tuple[str, ...]
    responsible: tuple[str, ...] = ()
    breadcrumbs: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    ties: tuple[tuple[str, tuple[int, ...]], ...] = ()
    documents: tuple[str, ...] = ()
    renew: tuple[str, ...] = ()


def stub(framework: Framework, item: Item, fiscal_year: int, carried: Carried | None = None) -> str:
    """The file of an item of ``fiscal_year``, with what ``carried`` gives."""
    lines = [
        _FENCE,
        *_about(framework, item, fiscal_year),
        f"code: {item.code}",
        f"reported: null  # {_STATES}",
        *_list("responsible", carried.responsible if carried else ()),
        f"period: null  # เช่น {_half(fiscal_year)}",
        *_list("breadcrumbs", [" > ".join(way) for way in carried.breadcrumbs] if carried else ()),
        *_evidence(carried),
        *_elements(item, carried),
        *(_list("documents", carried.documents) if carried and carried.documents else ()),
        _FENCE,
    ]
    return "\n".join(lines) + "\n"


def _about(framework: Framework, item: Item, fiscal_year: int) -> Iterator[str]:
    _, sub = framework.place_of[item.code]
    yield _comment(f"{item.code} {item.title} · ตัวชี้วัดย่อย {sub.number} {sub.name} · ปีงบประมาณ {fiscal_year}")
    if item.asks:
        yield _comment(f"ประชาชนอยากรู้ว่า: {item.asks}")
    if item.elements:
        yield _comment("ต้องแสดง (รหัสข้างหน้าใช้ใน elements):")
    for element in item.elements:
        yield _comment(f"  {element.id}: {'; '.join(terms_of(element, fiscal_year))}")
    yield _comment("บรรทัดที่ขึ้นต้นด้วย # เป็นคำแนะนำ ไม่ขึ้นบนเว็บไซต์ ลบได้ ใต้ --- ท้ายไฟล์เขียนคำอธิบายให้ประชาชน")


def terms_of(element: Element, fiscal_year: int) -> Iterator[str]:
    """What an element asks for, in Thai: its text, then each of its conditions."""
    yield element.text if element.required else f"{element.text} (มีหรือไม่ก็ได้)"
    if covers := wording.covers(element, fiscal_year, "th"):
        yield covers
    if element.at_least:
        yield f"อย่างน้อยต้องมี {', '.join(element.at_least)}"
    if element.min_count:
        yield f"ไม่น้อยกว่า {element.min_count} รายการ"
    if element.nil:
        yield f"ถ้าไม่มี ใช้ {{none: ข้อความ}} แทนเลขหลักฐาน ({element.nil})"


def _half(fiscal_year: int) -> str:
    return f"1 ต.ค. {fiscal_year - 1} - 31 มี.ค. {fiscal_year}"


def _comment(text: str) -> str:
    return f"# {' '.join(text.split()) if not text.startswith('  ') else '  ' + ' '.join(text.split())}"


def _list(key: str, values: Sequence[str]) -> Iterator[str]:
    if not values:
        yield f"{key}: []"
        return
    yield f"{key}:"
    for value in values:
        yield f"  - {scalar(value)}"


def _evidence(carried: Carried | None) -> Iterator[str]:
    evidence = carried.evidence if carried else ()
    yield "evidence:" if evidence else "evidence: []"
    for one in evidence:
        yield from _record(one)
    if carried and carried.renew:
        years = f"ของปี {carried.fiscal_year} ข้อ {', '.join(carried.codes)}"
        yield _comment(f"ต้องหาของใหม่แทนหลักฐาน{years}:")
        for text in carried.renew:
            yield _comment(f"  - {text}")


def _record(evidence: Evidence) -> Iterator[str]:
    yield f"  - title: {scalar(evidence.title)}"
    for key in ("url", "file", "published_as", "way"):
        value = getattr(evidence, key)
        if value is not None:
            yield f"    {key}: {scalar(value)}"
    if evidence.fiscal_years:
        yield f"    fiscal_years: [{', '.join(map(str, evidence.fiscal_years))}]"


def _elements(item: Item, carried: Carried | None) -> Iterator[str]:
    yield "elements: {}"
    ties = carried.ties if carried else ()
    if ties:
        yield _comment("ปีก่อนผูกไว้ดังนี้ ตรวจว่ายังจริงแล้วลบ {} ข้างบน และลบ # กับวรรคหนึ่งข้างหน้า:")
        yield from (f"#   {name}: [{', '.join(map(str, numbers))}]" for name, numbers in ties)
    elif item.elements:
        yield _comment(f"เมื่อมีหลักฐานแล้ว บอกว่าแสดงในรายการที่เท่าไร เช่น elements: {{{item.elements[0].id}: [1]}}")


def year_file(framework: Framework, fiscal_year: int, head: Iterable[str] = ()) -> str:
    """The file of a year that has just begun."""
    lines = [
        *head,
        f"fiscal_year: {fiscal_year}",
        f"framework: {framework.framework}",
        f"round: null  # เช่น {{name: รอบ 6 เดือน, start: ต.ค. {fiscal_year - 1}, end: มี.ค. {fiscal_year}}}",
        f"calendar: []  # กำหนดของหน่วยงานเอง เช่น [{{name: ตรวจทานทุกข้อ, end: 20 เม.ย. {fiscal_year}}}]",
        "scores: null  # ผลการประเมิน ใส่เมื่อประกาศ",
        "notes: []",
    ]
    return "\n".join(lines) + "\n"
