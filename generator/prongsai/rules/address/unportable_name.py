"""A document whose name or path some system cannot hold."""

from collections.abc import Iterator, Mapping

from prongsai.errors import Text
from prongsai.model.portable import LONGEST, MAX_NAME_BYTES, Fault, fault_of
from prongsai.rules.address._demo import item, sources
from prongsai.rules.address._files import addresses, hit_of
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_REASONS: Mapping[Fault, Text] = {
    "reserved": Text("Windows สงวนชื่อนี้ไว้ให้อุปกรณ์", "Windows keeps this name for a device"),
    "end": Text("ลงท้ายด้วยจุดหรือเว้นวรรค ซึ่ง Windows ตัดทิ้ง", "it ends in a dot or a space, which Windows drops"),
    "long_name": Text(
        f"ยาวเกิน {MAX_NAME_BYTES} ไบต์ (อักษรไทยตัวละ 3 ไบต์) เครื่องแม่ข่าย Linux เก็บไม่ได้",
        f"it is longer than {MAX_NAME_BYTES} bytes (three for a Thai letter), which no Linux server keeps",
    ),
    "long_path": Text(
        f"ยาวเกิน {LONGEST} อักษร รวมกับโฟลเดอร์ที่วางแล้ว Windows อาจเปิดไม่ได้ (ได้ 260)",
        f"it is longer than {LONGEST} characters; with the folder around it Windows may not open it (260)",
    ),
}


def check(context: Context) -> Iterator[Hit]:
    """Documents that cannot be copied to every system."""
    for year, address in addresses(context):
        fault = fault_of(address)
        if fault:
            values = {"value": quoted(fault[1], 200), "reason": _REASONS[fault[0]]}
            yield hit_of(context, year, address, **values)


_TEXT = "แผนดำเนินงานของเทศบาลตำบลทดสอบ\n"

RULE = Rule(
    code="A320",
    name="unportable-name",
    family="address",
    severity="warning",
    title=Text("ชื่อไฟล์ที่บางเครื่องเก็บไม่ได้", "a file's name that some system cannot hold"),
    what=Text(
        "ชื่อไฟล์หรือโฟลเดอร์เป็นชื่อที่ Windows สงวนไว้ (CON, NUL, COM1 …) ลงท้ายด้วยจุดหรือเว้นวรรค หรือยาวเกินไป",
        "a file or folder has a name that Windows keeps for itself (CON, NUL, COM1 …), that ends in a dot or "
        "a space, or that is too long",
    ),
    why=Text(
        "คัดลอกข้อมูลหรือเว็บไซต์ไปยัง Windows หรือเครื่องแม่ข่ายอื่นแล้วไฟล์นี้จะขาดไป หรือคัดลอกไม่สำเร็จทั้งชุด",
        "when the sources or the site are copied to Windows or another server, this file is left out, or the "
        "whole copy fails",
    ),
    mend=Text(
        "ตั้งชื่อใหม่ให้สั้นและธรรมดา แล้วแก้ file: ของข้อให้ตรง (prongsai add ตั้งชื่อที่ใช้ได้ทุกเครื่องให้เอง) "
        "ถ้าเคยเผยแพร่แล้ว เพิ่มชื่อเดิมใน content/moved.yml",
        "give it a short, plain name, and file: in the item with it (prongsai add gives names that every "
        "system takes); if it was published, put the old name into content/moved.yml",
    ),
    message=Text(
        "ชื่อ {value} ใช้ไม่ได้ทุกเครื่อง: {reason} — ตั้งชื่อใหม่ แล้วแก้ file: ของข้อให้ตรง",
        "{value} is no name for every system: {reason} — rename it, and file: in the item with it",
    ),
    example=Example(
        bad=sources(o4=item("file: files/aux.txt")) | {"2566/files/aux.txt": _TEXT},
        good=sources(o4=item("file: files/auxiliary.txt")) | {"2566/files/auxiliary.txt": _TEXT},
    ),
    check=check,
)
