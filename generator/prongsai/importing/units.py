"""Who is responsible: units and positions, one by one; persons' names are not carried over."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from prongsai.importing.cells import steps
from prongsai.rules.folding import distance
from prongsai.thai.text import clean, squash

_HEADS: Final = (
    "สำนัก|กอง(?!ทุน)|นัก(?=วิ|ทรัพ|พัฒ|จัด|บริหาร|ประชา|สันทนาการ|การ|สังคม|ผังเมือง)|เจ้าพนักงาน|เจ้าหน้าที่|จพง\\.?|จนท\\.?|ผู้ช่วย|หัวหน้า|งาน|ฝ่าย|นิติกร"
    "|ทุก|คณะกรรมการ|คณะทำงาน|กลุ่ม|ปลัด|รองปลัด|รองนายก|นายก|ผู้อำนวยการ|ผอ\\.?|หน่วย|ศูนย์|โรงเรียน|ผู้บริหาร|พนักงาน"
    "|วิศวกร|นายช่าง|สถาปนิก|ครู|พยาบาล|เลขานุการ|ประธาน|สมาชิกสภา|ส่วน(?=โยธา|การคลัง|การศึกษา|สวัสดิการ|สาธารณสุข|ราชการ|งาน)|อบต\\.|เทศบาล|บุคลากร|ผู้ดูแล|ภารกิจ"
)
_HEAD: Final = re.compile(f"(?:{_HEADS})")
_BETWEEN: Final = re.compile(r"\s*[,;、]\s*|\s*/\s*|\s+และ\s*(?=" + _HEADS + r")|\s*[&+]\s*")
_OPEN_END: Final = re.compile(
    r"(?:เจ้า|ผู้ช่วย|หัวหน้า|(?<!ทุก)สำนัก|สำนักงาน|ผู้อำนวยการ|รอง|ทุก|ผอ\.?|(?<!ทุก)กอง|(?<!ทุก)ฝ่าย|กลุ่ม|(?<!ทุก)หน่วย|^งาน|(?<!กองการ)(?<!ฝ่ายการ)(?<!งานการ)เจ้าหน้าที่|พนักงาน|และ|หรือ|(?<!ภาย)ใน|ของ|(?<!ทุก)ส่วน|(?<!หน้า)ที่|ศูนย์|ประจำ|ภารกิจ|/)$"
)
_TITLE: Final = (
    r"(?:นาย(?!ก(?:เทศ|องค์|อบ|ฯ|รัฐ|สภา|สมาคม|เหล่า|เมือง|\s|$|[)/,])|ช่าง|ทะเบียน|แพทย์|อำเภอ|ตรวจ|สัตวแพทย์|ด่าน|หน้า)|นางสาว"
    r"|นาง(?!งาม|เลิ้ง|รอง|บวช)|น\.ส\.|ด\.ต\.|จ\.ส\.[ตอ]\.|ส\.ต\.[ตอ]\.|ว่าที่\s?(?:ร้อยตรี|ร\.ต\.)(?:หญิง)?|ร\.ต\.(?:หญิง)?|พ\.จ\.[อต]\.|ดร\.)"
)
_GIVEN: Final = r"\s*[ก-ฮเ-ไ][ก-๎]{1,30}"
_NAME: Final = re.compile(
    rf"(?:(?<=^)|(?<=[\s,(/])){_TITLE}{_GIVEN}(?:\s+(?!{_HEADS}|\()[ก-ฮเ-ไ][ก-๎]{{1,30}}){{0,2}}"
)
# In prose a verb may follow a name; and a name may follow a word without a space.
_NOT_SURNAME: Final = (
    "ดำเนิน|ได้|เป็น|จัด|แล้ว|เมื่อ|ลง|รับ|ตำแหน่ง|และ|ที่|ใน|เข้า|มี|ทำ|ประกาศ|มอบ|รายงาน|นายก|ปลัด|รอ|ให้|ไป|ไม่|จะ|กำลัง|อยู่"
    "|เสนอ|ร่วม|พร้อม"
)
_NAME_IN_TEXT: Final = re.compile(
    rf"(?:(?<=^)|(?<=[\s,(/])){_TITLE}{_GIVEN}(?:\s+(?!{_HEADS}|{_NOT_SURNAME}|\()[ก-ฮเ-ไ][ก-๎]{{1,30}})?"
    rf"|(?<![ท])(?:นาย(?!ก|ช่าง|ทะเบียน|แพทย์|อำเภอ|ตรวจ)|นางสาว){_GIVEN}\s+(?!{_HEADS}|{_NOT_SURNAME}|\()[ก-ฮเ-ไ][ก-๎]{{2,30}}"
)
_SENTENCE: Final = re.compile(r"(?<=.)\s*(?:จัดทำ|ดำเนินการ|ต้อง(?=ปฏิบัติ|ดำเนิน|จัด|ทำ)|ควร|รวบรวม|เป็นผู้)")
_PHONE: Final = re.compile(
    r"\(?\s*(?:โทร(?:ศัพท์)?|มือถือ|เบอร์(?:โทร)?|tel|mobile)?\.?\s*:?\s*"
    r"(?<![0-9๐-๙])[0๐][0-9๐-๙](?:[- ]?[0-9๐-๙]){6,8}(?![0-9๐-๙])\s*\)?",
    re.IGNORECASE,
)
_AND_ON: Final = re.compile(r"(และ|หรือ|ของ)\s*\n\s*(?=[ก-ฮเ-ไ])")
"""A line that ends so goes on in the next: a page or a column broke it."""
_CUT_OFFICE: Final = re.compile(r"ปลัด +เทศบาล(?=\s|$|[,/])")
_CUT_WORK: Final = re.compile(
    r"(นัก(?:บริหาร|จัดการ)|(?:ฝ่าย|งาน)บริหาร(?=\s+งาน(?:ทั่วไป|บุคคล))|(?:กอง|งาน|ฝ่าย)การ(?=\s+เจ้าหน้าที่)"
    r"|[ก-๎](?=\s+งาน(?:\s*$|[ \t]*[,/\n]|และ)))\s+(?=งาน|เจ้าหน้าที่)"
)
"""Where an edge cut a name before a word that other names begin with: no unit is called ``งาน`` alone."""
_GLUED: Final = re.compile(
    r"(?<=สำนักปลัด)(?=นัก|เจ้าพนักงาน|เจ้าหน้าที่|ผู้ช่วย|กอง)|(?<=กองคลัง)(?=นัก|เจ้าพนักงาน|กองช่าง|งาน)|(?<=กองช่าง)(?=นายช่าง|กอง)|(?<=นิติกร)(?=นัก|เจ้า)"
)
_AGENCY: Final = re.compile(r"อบ[ตจ]\.?|ท[ตมน]\.?|เทศบาล(?:ตำบล|เมือง|นคร)?\S*")
_OF_AGENCY: Final = re.compile(r"(?:ปลัด|นายก|ประธานสภา|สมาชิกสภา|เลขานุการสภา)$")
"""An office or a position of the agency itself: ``สำนักปลัด อบต.``."""
_APART: Final = re.compile(r"^(กอง|งาน|ฝ่าย|สำนัก|ส่วน|หน่วย) +(?=[ก-ฮเ-ไ])")
_SECTION: Final = re.compile(
    r"(?P<office>(?:^|(?<=[\s,/]))(?:สำนัก|กอง)[ก-๎]+)\s*\((?P<section>(?:งาน|ฝ่าย)[^()]{2,60})\)"
)
"""A section in brackets behind its office: both are named, as where it stands on a line of its own."""
_HANDED: Final = re.compile(r"\s*(?:และ)?\s*(?:ส่งมอบ|มอบหมาย|ส่งต่อ)ให้\s*")
_LONGEST: Final = 90
_NO_UNIT: Final = re.compile(r"ดำเนินการ(?!ตาม)|เมื่อ(?:วัน)?|แล้ว|[0-9๐-๙]{2}|https?:")

_WORDS: Final = (
    "ธุรการ",
    "ประชาสัมพันธ์",
    "ทรัพยากรบุคคล",
    "วิเคราะห์นโยบายและแผน",
    "พัสดุ",
    "การเงินและบัญชี",
    "จัดเก็บรายได้",
    "สาธารณสุข",
    "พัฒนาชุมชน",
    "ตรวจสอบภายใน",
)


_USUAL: Final = (
    *(
        "สำนักปลัด",
        "สำนักปลัดเทศบาล",
        "กองคลัง",
        "กองช่าง",
        "กองการศึกษา",
        "กองสวัสดิการสังคม",
        "นิติกร",
        "หน่วยตรวจสอบภายใน",
    ),
    *("กองสาธารณสุขและสิ่งแวดล้อม", "นักทรัพยากรบุคคล", "นักวิเคราะห์นโยบายและแผน", "เจ้าพนักงานธุรการ", "เจ้าพนักงานพัสดุ"),
    *("นักวิชาการเงินและบัญชี", "นักวิชาการพัสดุ", "เจ้าพนักงานประชาสัมพันธ์", "นักประชาสัมพันธ์", "นักพัฒนาชุมชน"),
)


@dataclass(frozen=True)
class Responsible:
    """The units of one cell. ``names``: persons stood there; ``sentence``: a whole sentence did."""

    units: tuple[str, ...]
    names: bool = False
    sentence: bool = False


def read_units(text: str) -> Responsible:
    """The units and positions in a cell."""
    text = _CUT_WORK.sub(r"\1", _CUT_OFFICE.sub("ปลัดเทศบาล", _AND_ON.sub(r"\1", clean(text))))
    named = _PHONE.sub(" ", _without_names(text))
    parts: list[str] = []
    sentence = False
    for line in steps(named) or [named]:
        for piece in _HANDED.split(line):
            cut = _SENTENCE.search(piece)
            if (
                cut
                and _HEAD.match(piece.strip())
                and cut.start() > 3
                and len(piece) - cut.start() > 5
                and not _is_name(piece)
            ):
                piece, sentence = piece[: cut.start()], True
            sentence = sentence or piece != line
            parts += _parted(piece)
    units = [unit for part in parts if (unit := _tidy(part)) and unit != "ตำแหน่ง"]
    return Responsible(tuple(dict.fromkeys(units)), named != text, sentence)


def is_units(text: str) -> bool:
    """Whether a cell names nothing but units or positions."""
    read = read_units(text)
    return bool(read.units) and not read.sentence and all(_is_unit(unit) for unit in read.units)


def _is_unit(unit: str) -> bool:
    return bool(_HEAD.match(unit)) and len(unit) <= _LONGEST and not _NO_UNIT.search(unit)


def without_names(text: str) -> str:
    """A text without the names of persons; a position beside a name stays."""
    if not _NAME_IN_TEXT.search(text):
        return text
    return re.sub(r"[ \t]{2,}", " ", _NAME_IN_TEXT.sub(" ", text)).strip(" ,/-")


def mended_units(all_units: Iterable[str]) -> dict[str, str]:
    """Units that a scan misread, and what was meant: a usual word of a position, or one that stands often."""
    counts = Counter(squash(unit) for unit in all_units)
    for usual in _USUAL:
        counts[squash(usual)] += 0 if counts[squash(usual)] else 3
    spelled: dict[str, str] = {}
    for unit in all_units:
        spelled.setdefault(squash(unit), unit)
    mended = {}
    for plain, unit in spelled.items():
        if meant := _misread_word(plain):
            mended[unit] = spelled.get(meant, meant)
            continue
        words = [word for word in _WORDS if word in plain]
        near = [
            other
            for other, count in counts.items()
            if all(word in other for word in words)
            and other not in plain
            and plain not in other
            and count >= max(3, 3 * counts[plain])
            and distance(plain, other, 2) <= (2 if len(plain) > 8 else 1 if len(plain) > 4 else 0)
        ]
        if len(near) == 1 and counts[plain] <= 2 and not _differ_in_number(plain, near[0]):
            mended[unit] = spelled.get(near[0]) or next(usual for usual in _USUAL if squash(usual) == near[0])
    return mended


def _misread_word(plain: str) -> str | None:
    """A unit in which a usual word is misread after the head that it usually follows."""
    head = re.match("(?:ผู้ช่วย)?(?:จพง|เจ้าพนักงาน)|นัก", plain)
    if head is None:
        return None
    rest = plain[head.end() :]
    tail = "สป" if rest.endswith("สป") else ""
    word = rest.removesuffix(tail)
    if any(word.startswith(known) or known.startswith(word) for known in _WORDS) or len(word) < 5:
        return None
    near = [known for known in _WORDS if distance(word, known, 3) <= (3 if len(known) < 8 and tail else 2)]
    return f"{head.group()}{near[0]}{tail}" if len(near) == 1 else None


def _differ_in_number(one: str, other: str) -> bool:
    return re.sub(r"\D", "", one) != re.sub(r"\D", "", other)


def _without_names(text: str) -> str:
    # A position in brackets behind a name is what remains of the two.
    return re.sub(r"[ \t]{2,}", " ", _NAME.sub(" ", text)).strip(" ,/-") if _NAME.search(text) else text


def _is_name(piece: str) -> bool:
    return bool(re.match("คณะ(?:กรรมการ|ทำงาน)", piece.strip()))


def _parted(text: str) -> list[str]:
    """A line parted at marks between units, and at spaces before the next unit."""
    if re.match(r"\s*คณะ(?:กรรมการ|ทำงาน)", text):
        return [text]
    parts: list[str] = []
    text = _SECTION.sub(r"\g<office>, \g<section>", _GLUED.sub(" ", text))
    for piece in (
        [text] if re.match(r"\s*ทุก\s?(?:สำนัก|กอง|ส่วน|หน่วย|ฝ่าย|งาน)\s*/", text) else _BETWEEN.split(text)
    ):
        words = piece.split()
        unit = ""
        for word in words:
            if (
                unit
                and _HEAD.match(word)
                and not _OPEN_END.search(unit[-_LONGEST:])
                and not (len(words) == 2 and _is_below(unit, word))
                and not (_AGENCY.fullmatch(word) and _OF_AGENCY.search(unit))
            ):
                parts.append(unit)
                unit = word
            else:
                unit = f"{unit} {word}" if unit else word
        parts.append(unit)
    return parts


def _is_below(unit: str, word: str) -> bool:
    """A section named before the office that it belongs to is one unit: ``งานประชาสัมพันธ์ สำนักปลัด``."""
    return bool(re.match("งาน|ฝ่าย", unit) and re.match("สำนัก|กอง", word) and " " not in unit)


def _tidy(part: str) -> str:
    part = re.sub(r"^[\s\-–•.)(]+|[\s\-–,;/(]+$", "", " ".join(part.split()))
    part = re.sub(r"^ตำแหน่ง\s*:?\s*", "", part)
    part = part[1:-1] if part.startswith("(") and part.endswith(")") else part
    if part.count(")") > part.count("("):
        part = part.rstrip(")")
    part = _APART.sub(r"\1", part)
    return "" if not re.search("[ก-ฮA-Za-z]", part) else part
