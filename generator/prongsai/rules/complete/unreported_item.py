"""An item's file in which nobody has written yet, beside others that are."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.complete._shown import is_begun
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule


def check(context: Context) -> Iterator[Hit]:
    """Items whose file says nothing of what was done; of a year in which none says so ``no-items`` tells."""
    begun = {year.fiscal_year for year, _, disclosure in context.disclosed if is_begun(disclosure)}
    for year, entry, disclosure in context.disclosed:
        if year.fiscal_year in begun and not is_begun(disclosure):
            yield Hit(
                context.item_source(entry),
                ("reported",),
                on_key=True,
                values={"item": entry.code, "title": entry.item.title},
                fiscal_year=entry.fiscal_year,
                item=entry.code,
            )


RULE = Rule(
    code="C112",
    name="unreported-item",
    family="complete",
    severity="warning",
    title=Text("ข้อที่ยังไม่ได้รายงาน", "an item that is not reported yet"),
    what=Text(
        "มีไฟล์ของข้อ แต่ในไฟล์ยังไม่มีสถานะ หลักฐาน ผล หรือคำอธิบาย เช่น ไฟล์ที่ prongsai new หรือ prongsai year สร้างไว้ให้",
        "there is a file for the item, but no status, evidence, result or text in it, as prongsai new and"
        " prongsai year leave it",
    ),
    why=Text(
        "ข้อที่ไม่มีข้อมูลได้ 0 คะแนน และประชาชนไม่รู้ว่าหน่วยงานทำเรื่องนี้หรือไม่",
        "an item without a disclosure scores 0, and citizens can't tell whether anything was done",
    ),
    mend=Text(
        "ใส่เอกสารด้วย prongsai add หรือใส่ที่อยู่ใน evidence แล้วเปลี่ยน reported เป็น done ถ้าไม่มีภารกิจนี้ให้ระบุ"
        " not_applicable",
        "put a document in with prongsai add, or an address under evidence, and set reported to"
        " done; where the"
        " agency has no such duty, to not_applicable",
    ),
    message=Text(
        "ข้อ {item} “{title}” ยังไม่ได้รายงานอะไร — ใส่เอกสารด้วย prongsai add {item} แล้วเปลี่ยน reported เป็น done",
        "{item} “{title}” reports nothing yet — put a document in with prongsai add {item}, and set"
        " reported to"
        " done",
    ),
    example=Example(
        bad={
            "2566/o1.md": "---\nreported: done\nevidence: [{title: ผัง, file: files/a.txt}]\n---\n",
            "2566/o2.md": "---\nreported: null\nresponsible: [สำนักปลัด]\nevidence: []\n---\n",
            "2566/files/a.txt": "ผังโครงสร้าง\n",
        },
        good={
            "2566/o1.md": "---\nreported: done\nevidence: [{title: ผัง, file: files/a.txt}]\n---\n",
            "2566/o2.md": "---\nreported: in_progress\nresponsible: [สำนักปลัด]\nevidence: []\n---\n",
            "2566/files/a.txt": "ผังโครงสร้าง\n",
        },
    ),
    check=check,
)
