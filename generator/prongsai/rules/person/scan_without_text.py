"""A held document that is nothing but pictures of pages."""

from collections.abc import Iterator
from dataclasses import replace

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.person._marks import hit_of_file, users_of
from prongsai.rules.rule import Example, Hit, Rule

_SCAN = """\
%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources <</XObject <</Im0 4 0 R>>>>>> endobj
4 0 obj <</Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8
/Length 1>> stream
A
endstream endobj
trailer <</Root 1 0 R>>
startxref
0
%%EOF
"""
_ITEM = "---\nreported: done\nevidence:\n  - {title: คำสั่งแบ่งงาน, file: files/order.pdf}\n---\n"


def check(context: Context) -> Iterator[Hit]:
    """Documents whose pages show pictures and hardly a letter."""
    users = users_of(context)
    for address, text in context.texts.items():
        if text.scanned:
            hit = hit_of_file(context, address, users)
            yield replace(hit, values={**hit.values, "pages": len(text.pages)})


RULE = Rule(
    code="P604",
    name="scan-without-text",
    family="person",
    severity="warning",
    title=Text("เอกสารสแกนที่ไม่มีตัวอักษร", "a scan without text"),
    what=Text(
        "ไฟล์ PDF ที่เว็บไซต์เก็บไว้มีแต่ภาพของหน้ากระดาษ ไม่มีตัวอักษรให้ค้นหรือตรวจ",
        "a PDF held on the site has only pictures of its pages, and no text to search or check",
    ),
    why=Text(
        "ประชาชนค้นหาไม่เจอ ผู้ที่ใช้โปรแกรมอ่านหน้าจออ่านไม่ได้ และไม่มีใครตรวจได้ว่ามีข้อมูลส่วนบุคคลหลุดอยู่หรือไม่",
        "citizens can't find it, screen readers can't read it, and nobody can check it for personal data",
    ),
    mend=Text(
        "ส่งออก PDF จากไฟล์ต้นฉบับ (Word, Excel) แทนการสแกน หรือทำ OCR ภาษาไทยก่อนเผยแพร่",
        "export the PDF from its original (Word, Excel) in place of scanning it, or run Thai OCR over it"
        " first",
    ),
    message=Text(
        "เอกสาร {file} ({pages} หน้า) เป็นภาพสแกน ไม่มีตัวอักษรให้ค้นหรือตรวจ — ส่งออก PDF จากไฟล์ต้นฉบับ หรือทำ OCR ก่อน",
        "{file} (pages: {pages}) is a scan without text to search or check — export it from its original,"
        " or run OCR"
        " over it",
    ),
    example=Example(
        bad={"2566/o1.md": _ITEM, "2566/files/order.pdf": _SCAN},
        good={
            "2566/o1.md": _ITEM.replace("order.pdf", "order.txt"),
            "2566/files/order.txt": "คำสั่งแบ่งงานของเทศบาลตำบลทดสอบ\n",
        },
    ),
    check=check,
)
