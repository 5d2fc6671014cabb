"""What one cell says: its steps, its checkboxes, its status."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from prongsai.model.fields import Reported
from prongsai.rules.folding import distance
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import squash

MAX_STEPS: Final = 300
_BOXES: Final = str.maketrans(
    {"□": "☐", "◻": "☐", "❏": "☐", "▢": "☐", "☒": "☑", "■": "☑", "🗹": "☑", "✅": "☑"}
)
_TYPED: Final = (
    (re.compile(r"[(\[]\s*[/✓✔√xX]\s*[)\]]"), "☑"),
    (re.compile(r"\(\s+\)|\[\s*\]"), "☐"),
    (re.compile(r"[✓✔√]"), "☑"),
)
_BOX: Final = re.compile("[☐☑]")
_MARK: Final = re.compile(r"(?:(?<=\s)|^)\(?(?P<number>[0-9๐-๙]{1,2})\s?[.)]\s*(?=[^\s0-9๐-๙])")
_BULLET: Final = re.compile(r"(?:(?<=\s)|^)(?:[•●▪◦‣·➢*]|[-–—](?!>))\s*(?=\S)")
_PAIRS: Final = (
    *(
        ("ถาม", "ตอบ"),
        ("ยืม", "คืน"),
        ("ชื่อ", "นามสกุล"),
        ("ชื่อ", "สกุล"),
        ("รับ", "ไม่ให้"),
        ("รับ", "ให้"),
        ("รับ", "จ่าย"),
    ),
    *(
        ("เบิก", "จ่าย"),
        ("เข้า", "ออก"),
        ("รายรับ", "รายจ่าย"),
        ("สอบถาม", "ตอบ"),
        ("กระทู้", "ตอบ"),
        ("จัดซื้อ", "จัดจ้าง"),
    ),
)
_MONTH_END: Final = re.compile(r"(?:[0-9๐-๙]|[ก-ฮ]\.)\s*$")
_MONTH_START: Final = re.compile(
    r"\s*(?:[0-9๐-๙]|[ก-ฮ]{1,2}\.\s?[ก-ฮ]{1,2}\.|(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|ปัจจุบัน))"
)

_STATES: Final[tuple[tuple[Reported, re.Pattern[str]], ...]] = (
    (
        "not_applicable",
        re.compile(
            r"^(?:ไม่เกี่ยวข้อง|ไม่มีภารกิจ|ไม่อยู่ในภารกิจ|ไม่เข้าข่าย|ไม่ต้อง(?:รายงาน|ดำเนินการ|จัดทำ|เผยแพร่)|ไม่มีกรณี.*ไม่ต้อง|na$"
            r"|(?:ปีนี้)?ไม่มีกรณี(?:ดังกล่าว|นี้|เช่นนี้|ที่ต้องรายงาน)?(?:ใน(?:ปี|หน่วยงาน).*)?$)"
        ),
    ),
    ("in_progress", re.compile(r"^(?:ยัง)?ไม่(?:แล้ว)?เสร็จ.")),
    ("not_started", re.compile(r"^(?:ยัง(?:ไม่|มิ|$)|ไม่(?:ได้|มีการ)?ดำเนิน|รอดำเนิน|จะดำเนิน|notstarted)")),
    (
        "in_progress",
        re.compile(r"^(?:อยู่(?:ใน)?ระหว่าง|กำลัง|ดำเนินการ(?:อยู่|(?:แล้ว)?บางส่วน)|บางส่วน|ระหว่าง(?:ดำเนิน|จัดทำ|รวบรวม|ปรับปรุง|ตรวจ)|inprogress)"),
    ),
    (
        "done",
        re.compile(
            r"^(?:ได้)?(?:ดำเนินการ|แล้วเสร็จ|เสร็จ|เรียบร้อย|ครบถ้วน|เผยแพร่แล้ว|ปฏิบัติ"
            r"|มีการดำเนิน|มีแล้ว|done|ผ่าน$|แล้ว$)"
        ),
    ),
)  # fmt: skip
_MARKED: Final[tuple[tuple[Reported, re.Pattern[str]], ...]] = (
    (
        "not_started",
        re.compile(
            r"[✗✘❌✕✖╳🗙❎]\ufe0f?|[✗✘❌✕✖╳🗙❎]+|ไม่มี(?:ข้อมูล|เลย)?|ไม่พบ(?:ข้อมูล)?|ไม่ใช่|no?"
            r"|ไม่(?:ครบ|ผ่าน|เผยแพร่|แล้วเสร็จ|เสร็จ|สมบูรณ์|เรียบร้อย)(?:ถ้วน)?"
        ),
    ),
    ("in_progress", re.compile(r"[🔄⏳🕐🕒🔃◐🟡]\ufe0f?")),
    ("done", re.compile(r"[✓✔√✅🟢]\ufe0f?|มี(?:ข้อมูล)?(?:แล้ว)?|พบ(?:ข้อมูล)?|ครบ(?:ถ้วน)?|ผ่าน|y(?:es)?|ใช่")),
)  # fmt: skip
_WORDS: Final[tuple[tuple[Reported, re.Pattern[str]], ...]] = (
    ("in_progress", re.compile(r".{0,12}บางส่วน|(?:ยัง)?(?:ทำ|จัดทำ|รวบรวม)อยู่|wip|doing|ongoing|◐")),
    ("done", re.compile(r"(?!ยัง|ไม่).{1,20}แล้ว|ok(?:ay)?|completed?|finished|published|uploaded|●")),
    ("not_started", re.compile(r"ขาด(?:ข้อมูล)?|todo|○")),
)  # fmt: skip
_LIKELY: Final[tuple[tuple[Reported, re.Pattern[str]], ...]] = (
    ("in_progress", re.compile(r"ค้าง.{0,12}|(?:สี)?เหลือง|รอ(?:ตรวจ|ลงนาม|อนุมัติ|แก้ไข).{0,12}")),
    ("done", re.compile(r"(?:สี)?เขียว")),
    ("not_started", re.compile(r"รอ.{0,12}|ว่าง|pending|(?:สี)?แดง")),
)  # fmt: skip
_USUAL: Final[tuple[tuple[str, Reported], ...]] = (
    ("ดำเนินการแล้ว", "done"),
    ("ดำเนินการแล้วเสร็จ", "done"),
    ("ดำเนินการเรียบร้อยแล้ว", "done"),
    ("แล้วเสร็จ", "done"),
    ("อยู่ระหว่างดำเนินการ", "in_progress"),
    ("กำลังดำเนินการ", "in_progress"),
    ("ยังไม่ได้ดำเนินการ", "not_started"),
    ("ยังไม่ดำเนินการ", "not_started"),
)
_DONE_PROSE: Final = re.compile(
    r"แล้ว(?:เสร็จ)?(?:$|ดังนี้|เมื่อ|ครบ)|เรียบร้อย|เป็นปัจจุบัน|^(?:ได้|มีการ|จัดทำ|เผยแพร่|ประกาศ|แสดง|ปรับปรุง|มี)"
)
_SHARE: Final = re.compile(
    r"(?:ดำเนินการ|ความก้าวหน้า|คืบหน้า|ทำ)?(?:ไป)?(?:แล้ว)?(?:(?P<a>[0-9]{1,3})%|ร้อยละ(?P<b>[0-9]{1,3}))"
)
_PARTLY: Final = re.compile(
    r"(?!ยังไม่|ยังมิ).{2,60}แต่(?:ก็)?ยัง(?:ไม่(?!พบ|มี(?:ผู้|เรื่อง|ข้อร้อง|การร้อง))|มิ|ขาด|ต้อง|เหลือ|ค้าง).*"
    r"|(?:ยัง)?(?:ทำ|จัดทำ|ดำเนินการ|ปรับปรุง|รวบรวม)(?:ยัง)?ไม่(?:แล้ว)?(?:เสร็จ|ครบ|สมบูรณ์|เรียบร้อย).{0,20}"
    r"|(?:ทำ|จัดทำ|ดำเนินการ|ปรับปรุง|รวบรวม|แก้ไข)(?:ข้อมูล)?อยู่|ใกล้(?:จะ)?(?:แล้ว)?เสร็จ(?:แล้ว)?"
    r"|(?!ยัง|ไม่).{1,14}(?:แล้ว|ไป|เป็น)บางส่วน(?:แล้ว)?"
)
_STATUS_WORD: Final = re.compile(
    r"^\s*(?:ยังไม่(?:ได้)?\s*ดำเนิน\s*การ(?:แล้ว)?|(?:อยู่(?:ใน)?\s*)?ระหว่าง(?:การ)?\s*ดำเนิน\s*การ|กำลัง\s*ดำเนิน\s*การ"
    r"|ไม่ได้\s*ดำเนิน\s*การ|ดำเนิน\s*การ(?:\s*แล้ว(?:\s*เสร็จ)?|\s*เรียบร้อย(?:แล้ว)?|\s*เสร็จ(?:สิ้น)?(?:แล้ว)?)?(?=\s|$|[-–:.])"
    r"|แล้วเสร็จ(?=\s|$)|เสร็จแล้ว(?=\s|$)|ไม่เกี่ยวข้อง)\s*[:.]?\s*"
)
_PERCENT: Final = re.compile(r"(?<![0-9.])(?P<a>[0-9]{1,3})\s*%|ร้อยละ\s*(?P<b>[0-9]{1,3})(?![0-9])")
_MEASURED: Final = "ล้าน|แสน|หมื่น|พัน|บาท|กิโล|กม|ตร|ไร่|เมตร|เท่า|คะแนน|ชั่วโมง|นาที|วัน|เดือน|ปี|ตัน|ลิตร"
_LEAD: Final = re.compile(
    r"^\s*(?:\(?[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2}[.)]?(?=\s+(?!"
    + _MEASURED
    + r")[ก-๎])|[.)](?![0-9๐-๙]))|[-–—•●▪]+)\s*"
)
NOTHING: Final = re.compile(r"^[\s\-–—.]*$|^(?:ไม่มี|-|n/?a)$", re.IGNORECASE)


@dataclass(frozen=True)
class Ticked:
    """The status that a cell's checkboxes give, and the text beside them.

    ``status`` is None where none, or more than one, is ticked; ``boxes`` is how many boxes there are.
    """

    status: Reported | None
    rest: str
    boxes: int
    ticked: int


def with_boxes(text: str) -> str:
    """The text with every kind of checkbox as ☐ or ☑."""
    text = text.translate(_BOXES)
    for pattern, box in _TYPED:
        text = pattern.sub(box, text)
    return text


def status_of(text: str) -> Reported | None:
    """The status that a text names at its beginning; None when it names none."""
    if percent := _PERCENT.search(to_arabic(text)):
        share = int(percent["a"] or percent["b"])
        return "done" if share >= 100 else "in_progress" if share else "not_started"
    plain = squash(text.lstrip(" -–•☑☐:"))
    if _PARTLY.fullmatch(plain):
        return "in_progress"
    found = next((state for state, pattern in _STATES if pattern.search(plain)), None)
    return found or _misread_status(plain)


def _misread_status(plain: str) -> Reported | None:
    """The status of which the beginning of a text is a letter away, a short text two."""
    limit = 2 if 8 <= len(plain) <= 30 else 1
    near = {
        state
        for usual, state in _USUAL
        if distance(plain, usual, limit) <= limit or distance(plain[: len(usual)], usual, 1) <= 1
    }
    return near.pop() if len(near) == 1 else None


def status_word(text: str) -> tuple[Reported | None, bool]:
    """The status that a word alone in a cell for it gives, and whether the word can mean no other."""
    plain = squash(text)
    for state, pattern in _WORDS:
        if pattern.fullmatch(plain):
            return state, True
    return next(((state, False) for state, pattern in _LIKELY if pattern.fullmatch(plain)), (None, False))


def marked(text: str) -> Reported | None:
    """The status that a cell holding nothing but a mark, or มี and ไม่มี, gives; None for any other."""
    plain = squash(text)
    return next((state for state, pattern in _MARKED if pattern.fullmatch(plain)), None)


def says_done(text: str) -> bool:
    """Whether prose says that something has been done."""
    plain = squash(text)
    return bool(_DONE_PROSE.search(plain))


def says_partly(text: str) -> bool:
    """Whether a text says, and says nothing else, that a part of something has been done."""
    share = _SHARE.fullmatch(squash(to_arabic(text)))
    return 0 < int(share["a"] or share["b"]) < 100 if share else bool(_PARTLY.fullmatch(squash(text)))


def read_boxes(text: str) -> Ticked:
    """The status by checkboxes: each box stands before what it says."""
    text = with_boxes(text)
    marks = list(_BOX.finditer(text))
    if not marks:
        return Ticked(None, text, 0, 0)
    statuses, rest = [], [text[: marks[0].start()]]
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else len(text)
        said = text[mark.end() : end].strip()
        word = _STATUS_WORD.match(said)
        after = said[word.end() :] if word else ("" if status_of(said) or marked(said) else said)
        if mark.group() == "☑":
            statuses.append(status_of(said) or marked(said))
            rest.append(after)
        elif word and after.strip():
            rest.append(after)
    found = [status for status in statuses if status]
    one = found[0] if len(set(found)) == 1 else None
    return Ticked(one, "\n".join(part.strip() for part in rest if part.strip()), len(marks), len(statuses))


def without_status(text: str) -> str:
    """A result without the word of its status at the beginning."""
    return _STATUS_WORD.sub("", text, count=1)


def steps(text: str) -> list[str]:
    """The steps of a cell: parted where lines, numbering or bullets say so, not at a hyphen inside a name."""
    found: list[str] = []
    for line in text.split("\n"):
        for part in _by_numbers(line.strip()):
            found += _by_bullets(part)
    plain = [_plain(part) for part in found]
    return [part for part in plain if part and not NOTHING.match(part)]


def _by_numbers(line: str) -> list[str]:
    cuts, expected = [], None
    for match in islice(_MARK.finditer(line), MAX_STEPS):
        number = int(to_arabic(match["number"]))
        starts = not line[: match.start()].strip(" -")
        if (expected is None and (number == 1 or starts)) or (
            expected is not None and number in (expected, expected - 1)
        ):
            cuts.append(match)
            expected = number + 1
    if not cuts:
        return [line]
    parts = [line[: cuts[0].start()]]
    for index, cut in enumerate(cuts):
        parts.append(line[cut.end() : cuts[index + 1].start() if index + 1 < len(cuts) else len(line)])
    return [part.strip() for part in parts if part.strip(" -")]


def _by_bullets(line: str) -> list[str]:
    starts = bool(_BULLET.match(line))
    cuts = []
    for match in islice(_BULLET.finditer(line), MAX_STEPS):
        before, after = line[: match.start()], line[match.end() :]
        spaced = match.group() != match.group().rstrip()
        if (
            not before.strip()
            or match.group().strip() in "•●▪◦‣➢"
            or ((starts or not spaced) and not _is_inside(before, after))
        ):
            cuts.append(match)
    if not cuts:
        return [line]
    parts = [line[: cuts[0].start()]]
    for index, cut in enumerate(cuts):
        parts.append(line[cut.end() : cuts[index + 1].start() if index + 1 < len(cuts) else len(line)])
    return [part.strip() for part in parts if part.strip()]


def _is_inside(before: str, after: str) -> bool:
    """Whether a hyphen stands inside a name, a span of time or brackets."""
    left, right = before.rstrip(), after.lstrip()
    if left.count("(") > left.count(")"):
        return True
    if any(left.endswith(one) and right.startswith(other) for one, other in _PAIRS):
        return True
    if _MONTH_END.search(left) and _MONTH_START.match(right):
        return True
    return bool(re.search(r"(?<![A-Za-z])[A-Za-z]$", left) and re.match("[A-Za-z]", right))


def _plain(part: str) -> str:
    part = _LEAD.sub("", part.strip(), count=1)
    return " ".join(part.split()).strip()
