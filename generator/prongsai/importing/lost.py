"""Letters that a PDF does not name: put back where the words around them allow one reading alone."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from prongsai.importing import reasons
from prongsai.importing.document import Cell, Document, Paragraph, Row, Table
from prongsai.importing.draft import Doubt, Draft
from prongsai.importing.subject import Subject
from prongsai.thai.text import clean, squash

LOST: Final = "\ufffd"
_MARKS: Final = "ัิีึืุู็่้๊๋์"
_AROUND: Final = 2
_PIECE: Final = 5
_ENOUGH: Final = 4
"""So many letters around a lost one name it surely, where nearly all known words have the same mark."""
_MOST: Final = 0.8
_WATER: Final = re.compile(f"(?<!ห)น{LOST}า(?!ว)")
"""``น้ำ`` has two marks in one letter of a font; ``น้า`` stands in ``หน้า`` and ``โน้มน้าว`` alone."""
_OFTEN: Final = {2: 50, 3: 10}
_NEARLY_ALL: Final = 0.95
"""Fewer letters name it where they stand often, and nearly always with the same mark."""
# How many letters before and behind are looked at: the more the better, and both sides before one alone.
_CONTEXTS: Final = sorted(
    ((left, right) for left in range(1, _AROUND + 2) for right in range(_AROUND + 1)),
    key=lambda pair: (pair[0] + pair[1], min(pair)),
    reverse=True,
)
_USUAL: Final = (
    "ที่ ปี เป็น เปิด เปิดเผย ปิด ปัญหา ปัจจุบัน ปฏิบัติ ปรับ ประจำปี ปีงบประมาณ เว็บไซต์ นี้ ขึ้น ฟัง ฟื้น ให้ ได้ ไม่ "
    "แล้ว อยู่ ระหว่าง เพื่อ เรื่อง ผู้ ทั้ง สิ้น หน้าที่ พื้นที่ ที่เกี่ยวข้อง เจ้าหน้าที่ วันที่ เมื่อ เครื่อง เดือน ยื่น "
    "เสี่ยง สิ่ง ซื้อ ป้องกัน ป้าย ฝ่าย ฝึกอบรม ผังเมือง ตั้งแต่ ต้น พึง สั่ง ครั้งที่ อันดับที่ ข้อที่ ลำดับที่ "
    "เพิ่ม เพิ่มเติม เริ่ม เสริม ยิ่ง ท้องถิ่น นั้น ชั้น ขั้นตอน บันทึก ยืม คืน ชื่อ เกี่ยว เปลี่ยน ท่องเที่ยว พี่น้อง ผู้บริหาร เชื่อมโยง "
    "ขับเคลื่อน หนังสือ ปิดประกาศ เปิดโอกาส เปิดรับ ปกปิด ปฏิทิน ปริมาณ ปรึกษา ปลูกฝัง เป้าหมาย เป็นธรรม ไฟฟ้า ฟ้อง ฟื้นฟู รับฟัง "
    "แฟ้ม เฟซบุ๊ก กราฟิก อินโฟกราฟิก แผ่นพับ ฝั่ง ฝืน ฝุ่น ผิด ผังบัญชี พัสดุ เพื่อน พื้นฐาน ตลอดปีงบประมาณ สิ้นปี รายปี ต่อปี "
    "จากทั้งหมด ความถี่ในการ เสร็จสิ้น ทั้งสิ้น แต่งตั้ง จัดตั้ง ติดตั้ง ที่ตั้ง ที่ดิน ชี้แจง ตัวชี้วัด คำสั่ง สั่งการ ชั่วคราว ชั่วโมง ทั่วไป "
    "ทั่วถึง เชื่อมั่น มุ่งมั่น มั่นคง ยั่งยืน สิ้นสุด ริเริ่ม ต่อเนื่อง เนื่องจาก เบื้องต้น เงื่อนไข เครือข่าย ซื่อสัตย์ ขึ้นทะเบียน "
    "ลงพื้นที่ เรื่องร้องเรียน ติดป้าย ป้ายประชาสัมพันธ์ ป้ายงดรับ แผ่นป้าย ปิดป้าย ปลุกจิตสำนึก เปรียบเทียบ ประเมินผล ปีละ ทุกปี ในปี"
)


def has_lost(document: Document) -> bool:
    """Whether a document lacks letters."""
    return any(LOST in text for text in _texts(document))


@dataclass(frozen=True)
class Restored:
    """A document with lost marks put back; one that fits no word is left out.

    ``unsure`` are the pieces of words, squashed, in which another mark would do as well.
    """

    document: Document
    unsure: frozenset[str] = frozenset()


def restored(document: Document, trusted: Iterable[str]) -> Restored:
    """Put the lost marks of a document back."""
    if not has_lost(document):
        return Restored(document)
    words = _Words([*trusted, _USUAL, *(text for text in _texts(document) if LOST not in text)])
    whole = replace(document, blocks=tuple(_block(block, words) for block in document.blocks))
    return Restored(whole, words.unsure())


def doubt_unsure(draft: Draft, unsure: Iterable[str]) -> None:
    """Doubt the values of a draft in which a lost letter may be another one."""
    for key, value in draft.record.items():
        plain = squash(json.dumps(value, ensure_ascii=False, default=str))
        found = next((piece for piece in unsure if piece in plain), None)
        if found and all(doubt.key != key for doubt in draft.doubts):
            draft.doubt(key, found, reasons.LETTERS_GUESSED)


def doubt_name(subject: Subject, unsure: Iterable[str]) -> None:
    """Doubt an agency's name in which a lost letter may be another one."""
    plain = squash(subject.name or "")
    if found := next((piece for piece in sorted(unsure) if piece in plain), None):
        subject.doubts.append(Doubt("name", found, reasons.LETTERS_GUESSED))


class _Words:
    """Which mark stands between which letters."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._between: dict[tuple[str, str], Counter[str]] = {}
        self._sure: set[str] = set()
        self._guessed: set[str] = set()
        for text in texts:
            plain = clean(text)
            for match in re.finditer(f"[{_MARKS}]", plain):
                start, end = match.span()
                for left in range(1, _AROUND + 2):
                    for right in range(_AROUND + 1):
                        key = (plain[max(start - left, 0) : start], plain[end : end + right])
                        self._between.setdefault(key, Counter())[match[0]] += 1

    def unsure(self) -> frozenset[str]:
        """The pieces of words that were guessed, and are in no word that was not."""
        known = " ".join(self._sure)
        return frozenset(piece for piece in self._guessed if piece not in known)

    def mended(self, text: str) -> str:
        """``text`` without lost letters."""
        text = clean(_WATER.sub("น้ำ", text))
        position = text.find(LOST)
        while position >= 0:
            mark, sure = self._mark(text[:position], text[position + 1 :])
            text = f"{text[:position]}{mark}{text[position + 1 :]}"
            # What stands behind may lack letters of its own.
            behind = text[position + 1 : position + 1 + _PIECE].partition(LOST)[0]
            piece = squash(f"{text[max(position - _PIECE, 0) : position]}{mark}{behind}")
            (self._sure if sure else self._guessed).add(piece)
            position = text.find(LOST, position)
        return clean(text)

    def _mark(self, before: str, after: str) -> tuple[str, bool]:
        """The mark that the most letters around it ask for, and whether they ask for it alone."""
        known = [
            (left + right, found)
            for left, right in _CONTEXTS
            if (found := self._between.get((before[-left:], after[:right])))
        ]
        if not known:
            return "", False
        mark = known[0][1].most_common(1)[0][0]
        return mark, any(_names(found, mark, around) for around, found in known)


def _names(found: Counter[str], mark: str, around: int) -> bool:
    """Whether ``around`` letters, with the marks that stand between them elsewhere, ask for a mark alone."""
    whole = sum(found.values())
    if around >= _ENOUGH:
        return found[mark] >= _MOST * whole
    return around > 1 and whole >= _OFTEN[around] and found[mark] >= _NEARLY_ALL * whole


def _texts(document: Document) -> Iterable[str]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)


def _block(block: Paragraph | Table, words: _Words) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return replace(block, text=words.mended(block.text))
    return replace(block, rows=tuple(_row(row, words) for row in block.rows))


def _row(row: Row, words: _Words) -> Row:
    return replace(row, cells=tuple(_cell(cell, words) for cell in row.cells))


def _cell(cell: Cell, words: _Words) -> Cell:
    return replace(cell, text=words.mended(cell.text)) if LOST in cell.text else cell
