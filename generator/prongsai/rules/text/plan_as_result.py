"""A plan or a habit in the place of a done result."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.folding import fold
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.text._pieces import Piece, all_pieces
from prongsai.source.problems import quoted

_ROLES = frozenset({"result", "action"})
_HERE = "เทศบาล|หน่วยงาน|กอง|สำนัก|งาน|ฝ่าย|เจ้าหน้าที่|ผู้รับผิดชอบ|อบต|องค์การบริหารส่วนตำบล|ทุกส่วน|ผู้บริหาร|นายก|ปลัด"

# What is to come: at the start of the text, or after the one who will do it. ``จะไม่`` is a promise.
_PLAN = re.compile(
    rf"(?:(?:{_HERE})[^\s]{{0,30}}\s?)?"
    r"(?P<plan>(?:คาดว่า|มีแผน(?:ที่)?|กำหนด|มีกำหนด|เตรียม(?:การ)?|โดย|และ)?จะ(?!ไม่|จะ)"
    "|(?:ยัง)?อยู่(?:ใน)?ระหว่าง|กำลัง(?!คน|พล|กาย|ใจ|ซื้อ)|รอดำเนินการ|ยังไม่ได้(?:ดำเนินการ|จัดทำ|ทำ|ลง|เผยแพร่)"
    "|ยังไม่แล้วเสร็จ|มีแผนดำเนินการ|กำหนดดำเนินการ|เตรียมดำเนินการ)"
)
_NO_PLAN = re.compile("(?:ว่า|ที่|เพื่อ|ก่อน|ซึ่ง|อย่างไร|ใคร|อะไร|เมื่อ|หาก|ถ้า)$")
_LATER_PLAN = re.compile(
    r"\s(?P<plan>(?:และ|โดย|แต่)?(?:จะดำเนินการ|จะ(?:จัด)?ทำ|จะเผยแพร่|จะลง|(?:ยัง)?อยู่(?:ใน)?ระหว่าง(?:ดำเนินการ|จัดทำ)))"
)
_DONE = re.compile("(?<!ให้)(?<!ให้เรียบร้อย)(?<!เสร็จ)แล้ว(?!เสร็จ)|เสร็จแล้ว|เรียบร้อยแล้ว")

# Nothing but how often: folded texts.
_DOES = (
    "ดำเนินการ|ปฏิบัติ|ทำ|จัด|ประชุม|รายงาน|ผล|ติดตาม|ตรวจสอบ|ปรับปรุง|เผยแพร่|ลง|ปชส|ข้อมูล|เป็น|อย่าง|กำหนด|มีการ|และ"
    "|ต่อ(?!เนื่อง)|ผู้บริหาร|บน|เว็บไซต์|ของ|หน่วยงาน|เทศบาล|อบต|ให้|ทันสมัย|ปัจจุบัน"
)
_OFTEN = (
    "ประจำ|ต่อเนื่อง|สม่ำเสมอ|(?:ทุก|ราย)(?:ๆ)?(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี|6เดือน|หกเดือน)"
    "|ประจำ(?:วัน|เดือน|ปี)|ตลอด(?:ทั้ง)?ปี|เดือนละ[0-9]*ครั้ง"
)
_HABIT = re.compile(f"(?:{_DOES})*(?:{_OFTEN})(?:{_DOES}|{_OFTEN}|งบประมาณ|(?:พศ)?[0-9]{{4}})*")


def check(context: Context) -> Iterator[Hit]:
    """Results said to be done that are plans or habits; one an item or measure."""
    told: set[tuple[str, str]] = set()
    for piece in all_pieces(context):
        if _is_result(piece) and (piece.source, piece.unit) not in told:
            words = _not_done(piece.text)
            if words:
                told.add((piece.source, piece.unit))
                yield piece.hit(words, words=quoted(words), value=quoted(piece.text))


def _is_result(piece: Piece) -> bool:
    return piece.role in _ROLES and piece.done and piece.state in ("done", None)


def _not_done(text: str) -> str | None:
    """The words that put it into the future or make it a habit."""
    match = _PLAN.match(text)
    if match and not _NO_PLAN.search(text, 0, match.start("plan")):
        return match["plan"]
    later = _LATER_PLAN.search(text)
    if later and not _DONE.search(text, 0, later.start()):
        return later["plan"]
    return text if len(text) <= 80 and _HABIT.fullmatch(fold(text)) else None


_YEAR = "framework: nacc-2566\n"

RULE = Rule(
    code="T406",
    name="plan-as-result",
    family="text",
    severity="warning",
    title=Text("แผนในช่องผลการดำเนินการ", "a plan in the place of a result"),
    what=Text(
        "รายงานว่าดำเนินการแล้ว แต่ผลเขียนว่า “จะ…” “อยู่ระหว่าง…” หรือบอกเพียง “ทุกเดือน”",
        "it is reported as done, but the result says what will be done, is being done, or only how often",
    ),
    why=Text(
        "แผนไม่ใช่ผล ผู้ประเมินจึงไม่ให้คะแนน และประชาชนไม่รู้ว่าทำจริงเมื่อใด",
        "a plan is no result: it scores nothing, and citizens can't tell whether and when it was done",
    ),
    mend=Text(
        "เขียนสิ่งที่ทำแล้วพร้อมวันที่ หรือระบุ state: planned, in_progress หรือ recurring ให้ตรงกับความจริง",
        "say what was done and when, or give the state as it is: planned, in_progress or recurring",
    ),
    message=Text(
        "รายงานว่าดำเนินการแล้ว แต่ผลเขียนว่า {value} ({words}) — เขียนสิ่งที่ทำแล้วพร้อมวันที่ หรือแก้ state ของผลนี้",
        "it is reported as done, but the result says {value} ({words}) —"
        " say what was done and when, or mend its state",
    ),
    example=Example(
        bad={
            "2566/year.yml": _YEAR,
            "2566/o12.md": "---\nreported: done\nresults:\n  - จะดำเนินการรายงานผลภายในเดือนเมษายน 2566\n---\n",
        },
        good={
            "2566/year.yml": _YEAR,
            "2566/o12.md": "---\nreported: done\nresults:\n"
            "  - {text: ลงรายงานบนเว็บไซต์แล้ว, state: done, date: 2023-04-12}\n"
            "  - {text: จะรายงานรอบ 12 เดือนในเดือนตุลาคม 2566, state: planned}\n---\n",
        },
    ),
    check=check,
)
