"""The sheets of the workbook: what each column is called, holds and allows.

What an officer may have changed is told by a hidden sheet, in which the text of every cell stands as it was
written. Whoever takes the workbook back finds columns by their headings and rows by code and number.
"""

from dataclasses import dataclass
from typing import Final, Literal

Sheet = Literal["items", "evidence", "results"]

FORMAT: Final = "prongsai/sheet/1"
HIDDEN: Final = "prongsai"
GUIDE: Final = "วิธีใช้"
TITLES: Final[dict[Sheet, str]] = {"items": "ข้อ", "evidence": "หลักฐาน", "results": "ผล"}
NEW: Final = "ใหม่"
"""What stands in the column of numbers of rows that wait to be filled."""

REPORTED: Final = {
    "done": "ดำเนินการแล้ว",
    "in_progress": "อยู่ระหว่างดำเนินการ",
    "not_started": "ยังไม่ได้ดำเนินการ",
    "not_applicable": "ไม่เกี่ยวข้อง",
}
STATES: Final = {
    "done": "ดำเนินการแล้ว",
    "in_progress": "อยู่ระหว่างดำเนินการ",
    "planned": "มีแผน",
    "recurring": "ประจำ",
}


@dataclass(frozen=True)
class Column:
    """A column: the field that it holds, its heading, its width in characters, and what to write in it.

    One without ``hint`` is not for writing.
    """

    field: str
    heading: str
    width: int
    hint: str | None = None
    choices: tuple[str, ...] = ()


_CODE: Final = Column("code", "ข้อ", 6)
_TITLE: Final = Column("title", "ชื่อข้อ", 28)
_ASKS: Final = Column("asks", "ต้องแสดงอะไร", 38)
_NUMBER: Final = Column("number", "ลำดับ", 7)

COLUMNS: Final[dict[Sheet, tuple[Column, ...]]] = {
    "items": (
        _CODE,
        _TITLE,
        _ASKS,
        Column("reported", "สถานะ", 18, "เลือกจากรายการ", tuple(REPORTED.values())),
        Column("updated", "ปรับปรุงเมื่อ", 14, "เช่น 25 ม.ค. 2565 หรือ ๒๕ ม.ค. ๒๕๖๕"),
        Column("responsible", "ผู้รับผิดชอบ", 22, "หน่วยหรือตำแหน่ง บรรทัดละหนึ่ง (ขึ้นบรรทัดใหม่ด้วย Alt+Enter)"),
        Column("periods", "ระยะเวลา", 24, "เช่น 1 ต.ค. 2565 - 31 มี.ค. 2566 บรรทัดละหนึ่งช่วง"),
        Column("breadcrumbs", "ทางไปถึงบนเว็บไซต์", 34, "เช่น หน้าแรก > แผนงาน บรรทัดละหนึ่งทาง"),
        Column("method", "วิธีดำเนินการ", 34, "บรรทัดละหนึ่งขั้น"),
        Column("nil", "เรื่องที่ไม่มี เพราะอะไร", 28, "เลขของเรื่องใน “ต้องแสดงอะไร” แล้วเหตุผล เช่น 2: ปีนี้ไม่มีการจัดซื้อ"),
        Column("documents", "เอกสารที่ไม่มีที่อยู่เว็บ", 26, "บรรทัดละหนึ่งเอกสาร ไม่นับเป็นหลักฐาน"),
        Column("body", "ข้อความถึงประชาชน", 40, "เขียนสั้น ๆ ให้ชาวบ้านเข้าใจ"),
    ),
    "evidence": (
        _CODE,
        _TITLE,
        _ASKS,
        _NUMBER,
        Column("name", "ชื่อหลักฐาน", 36, "ชื่อที่ผู้อ่านเห็น"),
        Column("address", "ที่อยู่เว็บหรือไฟล์", 52, "ที่อยู่ https://… หรือไฟล์ในโฟลเดอร์ของปี เช่น files/plan.pdf"),
        Column("way", "ไปทางที่", 9, "ลำดับของบรรทัดใน “ทางไปถึงบนเว็บไซต์” ของข้อนี้"),
        Column("shows", "แสดงเรื่องที่", 12, "เลขของเรื่องใน “ต้องแสดงอะไร” เช่น 1, 2"),
        Column("years", "ข้อมูลของปี", 12, "ปีงบประมาณ พ.ศ. เช่น 2566"),
    ),
    "results": (
        _CODE,
        _TITLE,
        _NUMBER,
        Column("text", "ผลที่เกิดขึ้น", 60, "เกิดอะไรขึ้น"),
        Column("date", "เมื่อ", 14, "วันที่หรือเดือน เช่น 25 ม.ค. 2565 หรือ ม.ค. 2565"),
        Column("state", "สถานะของผล", 18, "เลือกจากรายการ", tuple(STATES.values())),
        Column("by", "ผู้ทำ", 24, "หน่วยหรือตำแหน่ง"),
    ),
}  # fmt: skip


def fields_of(sheet: Sheet) -> tuple[str, ...]:
    """The fields of a sheet that may be edited."""
    return tuple(column.field for column in COLUMNS[sheet] if column.hint)
