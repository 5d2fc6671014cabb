"""What came of a measure: by whom, when, and whether it is over."""

import re
from typing import Any, Final

from prongsai.importing import reasons
from prongsai.importing.cells import read_boxes, says_done, says_partly, status_of
from prongsai.importing.context import Context
from prongsai.importing.document import Cell
from prongsai.importing.draft import Draft
from prongsai.importing.periods import dates_in, due_in
from prongsai.importing.units import is_units
from prongsai.thai.digits import to_arabic

_RECURRING: Final = re.compile(
    r"(?:ดำเนินการ|ปฏิบัติ|ทำ)?(?:เป็นประจำ|ต่อเนื่อง)?(?:ทุก|ราย)(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี)|อย่างต่อเนื่อง$|เป็นประจำ$"
)
_PLANNED: Final = re.compile(
    r"ให้แล้วเสร็จ|^ดำเนินการภายใน|จะดำเนินการ|^ภายใน|กำหนดดำเนินการ|^ดำเนินการใน|^\(?\s*รอ(?:การ)?(?:ราย|ผล|ส่ง|แจ้ง)"
)
_STILL: Final = re.compile(r"(?<=\S)\s+(?:และ\s*)?(?=อยู่ระหว่าง)")
_OPEN: Final = re.compile(
    r"^(?:ไม่(?:ได้(?!รับ)|สมบูรณ์|ครบ|ผ่าน|สำเร็จ|ทัน)|ยกเลิก|ชะลอ|เลื่อน|ระงับ|ยัง|ขาด|ค้าง|[0-9]{1,3}$)"
)
"""Beginnings of results that tell of something which isn't over, or was given up."""
_BY: Final = re.compile(r"^(?P<by>.{3,80}?)\s*(?:ได้)?ดำเนินการ")


def results_of(cell: Cell, state: str | None, draft: Draft, context: Context) -> list[dict[str, Any]]:
    if cell.formula:
        draft.doubt("results", cell.text, reasons.FORMULA, cell.spot)
        return []
    ticked = read_boxes(cell.text)
    status = {"done": "done", "in_progress": "in_progress", "not_started": "planned"}.get(ticked.status or "")
    found = []
    for text in context.lines(ticked.rest):
        plain = re.sub(r"^[0-9๐-๙]\s+", "", text)
        for part in _STILL.split(plain):
            read = _result(part, status or state)
            if not (status or state) and read[0]["state"] == "done" and _OPEN.match(to_arabic(part)):
                draft.doubt("results", part, reasons.NOT_SAID, cell.spot)
                read = [{**one, "state": None} for one in read]
            found += read
    return found


def _result(text: str, given: str | None) -> list[dict[str, Any]]:
    """One result, or one for each day that it names."""
    plain = to_arabic(text)
    state = given or "done"
    if re.search(r"อยู่(?:ใน)?ระหว่าง|กำลัง(?:จัดทำ|ดำเนิน)", plain) and given in (None, "done"):
        state = (
            "in_progress"
            if given is None or re.match(r"\s*(?:และ\s*)?อยู่", plain) or "แล้ว" not in plain
            else state
        )
    elif given is None and says_partly(text):
        state = "in_progress"
    elif given is None and _RECURRING.search(plain) and not dates_in(text):
        state = "recurring"
    elif (given is None and _PLANNED.search(plain) and "แล้ว เมื่อ" not in plain and not _is_over(plain)) or (
        given is None and status_of(text) == "not_started"
    ):
        state = "planned"
    days = dates_in(text)
    by = _BY.match(text)
    who = by["by"].strip() if by and is_units(by["by"]) else None
    due = due_in(text) if state == "planned" else None
    if len(days) > 1 and state == "done":
        return [{"text": text, "date": day.iso(), "state": state, "by": who} for day in days]
    date = days[0].iso() if days else due.iso() if due else None
    return [{"text": text, "date": date, "state": state, "by": who}]


def _is_over(text: str) -> bool:
    """Whether a text tells of something that is over, with a day on which it was done."""
    return "เมื่อ" in text and says_done(text) and not text.startswith("ภายใน")
