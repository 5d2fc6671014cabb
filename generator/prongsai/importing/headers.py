"""What a column holds: by what its header says, and where that misleads, by what its cells hold."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

# The names of columns. Order matters: the first pattern that fits a squashed header names it.
_PATTERNS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("related", r"(?:สอดคล้อง|เกี่ยวข้อง|สัมพันธ์|เชื่อมโยง|เกี่ยว)(?:กับ)?(?:ตัวชี้วัด)?(?:ข้อ(?!ง)|oit|ita)"),
        ("related", r"^(?:ตอบ|รองรับ)ข้อ(?!ง)"),
        ("related", r"^(?:ข้อ|รหัส)?(?:oit|ita|ข้อ)(?:ข้อ)?ที่(?:เกี่ยว|สอดคล้อง|สัมพันธ์|เชื่อมโยง)"),
        ("status", r"^(?:มี|พบ|เผยแพร่|เปิดเผย|ครบ|ผ่าน|ดำเนินการ|แล้วเสร็จ|เสร็จ).*หรือ(?:ไม่|ยัง)$"),
        ("not_yet", r"^(?:ยัง)?ค้าง(?:ส่ง|อยู่|ดำเนินการ)?$|^คงค้าง$|^คงเหลือ$"),
        ("done", r"^ส่งแล้ว$"),
        ("title", r"^ข้อที่(?:ต้อง|ได้รับ|รับผิดชอบ|มอบหมาย)"),
        ("done", r"^(?:ได้)?ดำเนินการ(?:แล้ว|เสร็จ|เรียบร้อย)|^(?:ดำเนินการ)?แล้วเสร็จ$|^เสร็จแล้ว|^แล้ว$"),
        ("doing", r"อยู่(?:ใน)?ระหว่าง|^กำลังดำเนินการ|^ระหว่างดำเนินการ"),
        ("not_yet", r"^ยังไม่(?:ได้)?(?:ดำเนินการ|เริ่ม|แล้วเสร็จ)|^ไม่ได้ดำเนินการ|^ยังไม่"),
        ("not_yet", r"^(?:ไม่แล้วเสร็จ|ไม่ดำเนินการ)$"),
        ("status", r"มี[(]?ไม่มี|(?:ใช่|ผ่าน)ไม่(?:ใช่|ผ่าน)|[(](?:yn|yesno)[)]$|^status|^published"),
        ("advice", r"ข้อเสนอแนะ(?!ในการ)|ข้อแนะนำ|ข้อคิดเห็น|ปัญหา.*อุปสรรค|^อุปสรรค|^ปัญหา"),
        ("subject", r"ประเด็นที่(?:ต้อง|ควร)(?:ปรับปรุง|แก้ไข)|ข้อบกพร่อง|จุดอ่อน"),
        ("improve", r"(?:ประเด็น|สิ่ง|ข้อ)ที่(?:ควร|ต้อง)(?:ได้รับการ)?พัฒนา|แนวทางการพัฒนา$"),
        ("outcome", r"ผลลัพธ์|ผลสัมฤทธิ์|ความสำเร็จ|ผลที่คาด|ผลผลิต"),
        ("result", r"^ผลสำเร็จ|^ผล(?:ณ|ขณะนี้|ปัจจุบัน|ล่าสุด)"),
        ("result", r"^ผลที่(?:ได้|เกิด)|(?:ทำ|ดำเนินการ)(?:อะไร)?ไปแล้ว|^(?:สิ่ง|งาน)ที่ทำ(?:ไป)?แล้ว"),
        ("result", r"^(?:สรุป|รายงาน)?ผล(?:ของ)?(?:การ)?(?:ดำเนิน|ปฏิบัติ)|ความก้าวหน้า|ความคืบหน้า|สิ่งที่ได้ดำเนินการ"),
        ("unit", r"^(?:ผู้|หน่วยงาน(?:ที่)?)(?:กำกับ|ดูแล)|เจ้าภาพ|เจ้าของ(?:เรื่อง|ข้อมูล|งาน)"),
        ("unit", r"^(?:สำนัก|กอง|ฝ่าย)(?:สำนัก|กอง|ฝ่าย|งาน|$)"),
        ("reporting", r"กำกับ|ติดตาม|การรายงานผล|^การรายงาน|^รายงานผล$"),
        ("status", r"^ผล(?:การ)?(?:ตรวจสอบ|ตรวจ|เผยแพร่|เปิดเผย)"),
        ("result", r"^(?:การ)?ดำเนินการ(?:ตาม.*)?$|^การดำเนินงาน$|^ผล$|^สรุปผล|^ผลงาน"),
        ("status", r"สถานะ|สถานภาพ|^ผลการประเมินตนเอง"),
        ("updated", r"^(?:เผยแพร่|เปิดเผย|ลงข้อมูล|ลงเว็บ(?:ไซต์)?|ปรับปรุง|อัปเดต)(?:ข้อมูล)?(?:เมื่อ|วันที่|ล่าสุด)"),
        ("updated", r"^posted|^updated"),
        ("updated", r"วันที่?(?:เผยแพร่|ปรับปรุง|ลงข้อมูล|(?:ลง|ขึ้น|นำขึ้น)เว็บ|โพสต์|อัปเดต|อัพเดท)|ปรับปรุงล่าสุด"),
        ("period", r"ระยะเวลา|กำหนดเวลา|ห้วง(?:เวลา)?|ช่วงเวลา|^เวลา|กำหนดแล้วเสร็จ|กำหนดการ"),
        ("period", r"วันที่(?:เริ่ม|ดำเนิน)|กำหนดส่ง|^กำหนด|ครบกำหนด|^วัน(?:ที่)?แล้วเสร็จ"),
        ("period", r"^(?:ทำ|ดำเนินการ|ส่ง(?:ข้อมูล|งาน)?|แล้วเสร็จ)(?:เมื่อ|ภายใน)|กรอบเวลา"),
        ("unit", r"^ใคร(?:ทำ|รับ|ดูแล|เป็น)"),
        ("period", r"เดดไลน์|^เมื่อไ|^ภายใน|วันสุดท้าย|^ต้องเสร็จ|^ปฏิทิน|^ช่วง(?:ที่(?:ทำ|ดำเนินการ))?$"),
        ("period", r"^ไตรมาส(?:ที่)?(?:ดำเนินการ|ทำ|แล้วเสร็จ)?$"),
        ("period", r"^(?:due|deadline|period|timeline)"),
        ("unit", r"รับผิดชอบ|^(?:responsible|owner|department|unit)"),
        ("place", r"ตำแหน่ง(?:ข้อมูล|บน|ที่เผย|ที่ตั้ง|ที่พบ|ใน)|^ตำแหน่ง$|ลิ้?[งน][กค]์?|links?|url|ที่อยู่"),
        ("place", r"เว็บไซ|เว็ปไซ|website|แหล่ง(?:ข้อมูล|เผยแพร่|ที่)|หลักฐาน|การเข้าถึง"),
        ("place", r"ช่องทาง(?:การ)?(?:เข้าถึง|เผยแพร่)"),
        ("place", r"^(?:เผยแพร่|ปรากฏ|เปิดเผย)(?:ข้อมูล)?(?:ที่|ทาง|ณ|บน)"),
        ("unit", r"(?:หน่วย|ส่วน|สังกัด)งาน|ส่วนราชการ|เจ้าของ(?:เรื่อง|ข้อมูล)|ผู้ดำเนินการ|ผู้เกี่ยวข้อง|ผู้จัดทำ|^สังกัด|^หน่วย"),
        ("guidance", r"แนวทาง.*(?:ยกระดับ|พัฒนา|ปรับปรุง|แก้ไข)|^ข้อเสนอแนะในการ"),
        ("approach", r"^แนวทาง(?:การ|ใน(?:การ)?)?(?:ปฏิบัติ|ดำเนิน(?:การ|งาน))?$"),
        ("measure", r"^มาตรการแนวทาง|^แนวทางมาตรการ"),
        ("method", r"^แนวปฏิบัติ|งานที่(?:ทำ|ต้องทำ|จะทำ)|^(?:กิจกรรม|ขั้นตอน)ย่อย"),
        ("method", r"วิธี(?:การ)?|ขั้นตอน|กระบวนการดำเนิน|การปฏิบัติ|แผนการดำเนิน|สิ่งที่(?:ต้อง|จะ)ดำเนิน|^การดำเนิน"),
        ("measure", r"มาตรการ|กิจกรรม|^(?:ชื่อ)?โครงการ"),
        ("elements", r"องค์ประกอบ|รายละเอียด|(?:ข้อมูล|สิ่ง)ที่ต้อง|^คำอธิบาย|เกณฑ์"),
        ("score", r"^(?:ปี)?(?:งบประมาณ)?(?:พศ)?25[0-9]{2}$"),
        ("score", r"คะแนน|^ร้อยละ|^ค่าเฉลี่ย|^score"),
        ("question", r"คำถาม"),
        ("issue", r"^ประเด็นการประเมิน|ประเด็นปัญหา|^ประเด็น"),
        ("code", r"^(?:ข้อ(?:ที่)?(?:oit)?|รหัส.*|oit|o|code|ตัวชี้วัด(?:ข้อ)?ที่|ตัวชี้วัดข้อ|ข้อตัวชี้วัด|ข้อรายการ)$"),
        ("number", r"^(?:(?:ลำดับ)(?:ที่)?|ที่|no|ลำดับข้อ|#|เลขที่)$"),
        ("indicator", r"ตัวชี้วัด|^ด้าน"),
        ("instrument", r"^เครื่องมือ|^แบบ(?:วัด|ตรวจ|ประเมิน)$"),
        ("title", r"^(?:ชื่อ|หัวข้อ|รายการ|ประเภท)?ข้อมูล|รายการ|หัวข้อ|^เรื่อง|^ชื่อ|^เนื้อหา|^item|^title|^data$|^topic"),
        ("remark", r"หมายเหตุ|^ข้อสังเกต|^บันทึก$|^remark|^notes?$"),
        ("group", r"^หมวด|^กลุ่ม"),
    )
)  # fmt: skip

_USUAL: Final = {
    "code": ("ตัวชี้วัดที่",),
    "title": ("รายการข้อมูล",),
    "elements": ("รายละเอียด/องค์ประกอบ", "องค์ประกอบด้านข้อมูล"),
    "place": ("ตำแหน่งข้อมูลบนเว็บไซต์หน่วยงาน", "ตำแหน่งข้อมูลบนเว็บไซต์"),
    "unit": ("ผู้รับผิดชอบ", "หน่วยงานผู้รับผิดชอบ"),
    "period": ("ระยะเวลาดำเนินการ", "ระยะเวลา"),
    "method": ("วิธีดำเนินการ", "ขั้นตอน/วิธีการปฏิบัติ"),
    "result": ("ผลดำเนินการ", "ผลการดำเนินการ", "ความก้าวหน้าผลการดำเนินการ"),
    "done": ("ดำเนินการแล้ว",),
    "doing": ("อยู่ระหว่างดำเนินการ",),
    "advice": ("ข้อเสนอแนะ",),
    "measure": ("มาตรการ/กิจกรรม", "มาตรการ/โครงการ/กิจกรรม"),
    "outcome": ("ผลลัพธ์หรือผลสัมฤทธิ์ในการดำเนินการ",),
    "reporting": ("การกำกับติดตาม",),
    "number": ("ลำดับที่",),
}
_NO_HEADER: Final = re.compile(
    r"^\s*[oO๐]\s?[0-9๐-๙]{1,2}\s*$|https?:|เท่ากับ|^\s*ตัวชี้วัด(?:ย่อย)?ที่\s*[0-9๐-๙]|[0-9๐-๙]\.[0-9๐-๙]{2}"
    r"|^\s*[0-9๐-๙]{1,3}\.[0-9๐-๙]+\s*$|ร้อยละ\s*[0-9๐-๙]"
)
_DAY: Final = re.compile(
    r"(?:[ก-ฮ]{1,2}\.\s?[คยพ]\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน"
    r"|ธันวาคม)\s*(?:พ\.ศ\.\s*)?(?:[0-9๐-๙]{4}|[0-9๐-๙]{2})(?![0-9๐-๙])"
)
_AS_OF: Final = re.compile("สถานะ|รอบ|ครั้ง|ผล")
"""A header of what was so on a day."""
_GROUP_NUMBER: Final = re.compile(
    r"\s*(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?\s*)?[0-9๐-๙]{1,2}\s?\.\s?[0-9๐-๙]{1,2}\s*[.)]?\s*"
)
_YEAR: Final = re.compile("(?:ปี)?(?:งบประมาณ)?(?:พศ)?25[0-9]{2}")
_ALIKE: Final = 0.74
_LONGEST: Final = 90
"""Longest header, in characters: a longer text is a cell's content."""

SUB_RESULTS: Final = frozenset(("done", "doing", "not_yet"))


def label(header: str) -> str | None:
    """What a header says its column holds; None when nothing that is known. Scan errors are read through."""
    plain = squash(header)
    if not plain or len(header) > _LONGEST:
        return None
    for name, pattern in _PATTERNS:
        if pattern.search(plain):
            return name
    if len(plain) < 5:
        return None
    best = max(
        (
            (SequenceMatcher(None, plain, squash(usual), autojunk=False).ratio(), name)
            for name, usuals in _USUAL.items()
            for usual in usuals
        ),
        default=(0.0, ""),
    )
    return best[1] if best[0] >= _ALIKE else None


def is_exact(header: str) -> bool:
    """Whether a header is one of the usual ones, by its words alone."""
    plain = squash(header)
    return 0 < len(header) <= _LONGEST and any(pattern.search(plain) for _, pattern in _PATTERNS)


_PARTS: Final = (
    ("done", re.compile(r"(?:มี|ครบถ้วน|ครบ|ผ่าน|ใช่|มีข้อมูล|มีแล้ว|เสร็จ|[✓✔])")),
    (
        "done",
        re.compile(
            r"(?:ลง|ขึ้น|เผยแพร่|เปิดเผย|นำเข้า|จัดทำ|ส่ง)(?:ข้อมูล)?(?:บน|ใน|ขึ้น)?(?:เว็บไซต์|ระบบ)?(?:เรียบร้อย)?แล้ว"
        ),
    ),
    ("not_yet", re.compile(r"(?:ไม่มี(?:ข้อมูล|เลย)?|ไม่ครบ(?:ถ้วน)?|ไม่ผ่าน|ไม่ใช่|ไม่เสร็จ|ไม่เผยแพร่|[✗✘×])")),
)


def part_label(header: str) -> str | None:
    """What a part of a stretched header says; in a cell of data the same words are a status."""
    plain = squash(header)
    return next((name for name, pattern in _PARTS if pattern.fullmatch(plain)), None) or label(header)


def looks_like_header(texts: Sequence[str]) -> bool:
    """Whether the cells of a row are headers: short, and most of them known."""
    filled = [text for text in texts if text.strip()]
    if (
        len(filled) < 2
        or any(len(text) > _LONGEST for text in filled)
        or any(_NO_HEADER.search(text) or (_DAY.search(text) and not _AS_OF.match(text)) for text in filled)
        or to_arabic(filled[0]).strip(" .()").isdecimal()
    ):
        return False
    # Scores of two years stand beside each other; one year alone is in a title.
    years = [text for text in filled if _YEAR.fullmatch(squash(text))]
    # ``มี | ไม่มี`` is a header where both stand beside each other.
    states = {part_label(text) for text in filled} & SUB_RESULTS
    named = part_label if len(states) > 1 else label
    known = [text for text in filled if named(text) and (len(years) > 1 or text not in years)]
    exact = [text for text in known if is_exact(text) and len(text) < 60]
    distinct = {named(text) for text in exact}
    if len(known) * 5 >= len(filled) * 3 and len(distinct) >= 2:
        return True
    # A wide table may name a few columns in words of its own.
    numbered = any(to_arabic(text).strip(" .()").isdecimal() for text in filled)
    return len(distinct) >= 4 and len(known) * 2 >= len(filled) and not numbered


def group_in_header(texts: Sequence[str]) -> bool:
    """Whether a header has the number and name of its group where codes and titles stand beneath it.

    As in ``9.1 | ข้อมูลพื้นฐาน | ผู้รับผิดชอบ | สถานะ``.
    """
    return (
        len(texts) > 3
        and bool(_GROUP_NUMBER.fullmatch(texts[0]))
        and bool(texts[1].strip())
        and looks_like_header(texts[2:])
    )


def is_numbering(texts: Sequence[str]) -> bool:
    """Whether a row does nothing but number the columns: ``(1) (2) (3)`` beneath a header."""
    numbers = [to_arabic(text).strip(" ().") for text in texts if text.strip()]
    return len(numbers) >= 3 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def is_sub_header(texts: Sequence[str]) -> bool:
    """Whether a row is the second line of a header: nothing but the names of sub-columns."""
    filled = [text for text in texts if text.strip()]
    return (
        bool(filled)
        and len(filled) <= 4
        and all(label(text) in SUB_RESULTS for text in filled)
        and all(len(text) < 45 for text in filled)
    )
