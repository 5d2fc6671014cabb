"""Letters that a PDF does not name: put back where the words around them allow one reading alone."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from prongsai.importing.document import Cell, Document, Paragraph, Row, Table
from prongsai.thai.text import clean

LOST: Final = "\ufffd"
_MARKS: Final = "ัิีึืุู็่้๊๋์"
_AROUND: Final = 2
# How many letters before and behind are looked at: the more the better, and both sides before one alone.
_CONTEXTS: Final = sorted(
    ((left, right) for left in range(1, _AROUND + 2) for right in range(_AROUND + 1) if right or left > 1),
    key=lambda pair: (pair[0] + pair[1], min(pair)),
    reverse=True,
)
_USUAL: Final = (
    "ที่ ปี เป็น เปิด เปิดเผย ปิด ปัญหา ปัจจุบัน ปฏิบัติ ปรับ ประจำปี ปีงบประมาณ เว็บไซต์ นี้ ขึ้น ฟัง ฟื้น ให้ ได้ ไม่ "
    "แล้ว อยู่ ระหว่าง เพื่อ เรื่อง ผู้ ทั้ง สิ้น หน้าที่ พื้นที่ ที่เกี่ยวข้อง เจ้าหน้าที่ วันที่ เมื่อ เครื่อง เดือน ยื่น "
    "เสี่ยง สิ่ง ซื้อ ป้องกัน ป้าย ฝ่าย ฝึกอบรม ผังเมือง ตั้งแต่ ต้น พึง สั่ง ครั้งที่ อันดับที่ ข้อที่ ลำดับที่"
)


def has_lost(document: Document) -> bool:
    """Whether a document lacks letters."""
    return any(LOST in text for text in _texts(document))


def restored(document: Document, trusted: Iterable[str]) -> Document:
    """The document with lost marks put back; one that fits no word is left out."""
    if not has_lost(document):
        return document
    words = _Words([*trusted, _USUAL, *(text for text in _texts(document) if LOST not in text)])
    return replace(document, blocks=tuple(_block(block, words) for block in document.blocks))


class _Words:
    """Which mark stands between which letters."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._between: dict[tuple[str, str], Counter[str]] = {}
        for text in texts:
            plain = clean(text)
            for match in re.finditer(f"[{_MARKS}]", plain):
                start, end = match.span()
                for left in range(1, _AROUND + 2):
                    for right in range(_AROUND + 1):
                        key = (plain[max(start - left, 0) : start], plain[end : end + right])
                        self._between.setdefault(key, Counter())[match[0]] += 1

    def mended(self, text: str) -> str:
        """``text`` without lost letters."""
        text = clean(text)
        position = text.find(LOST)
        while position >= 0:
            mark = self._mark(text[:position], text[position + 1 :])
            text = f"{text[:position]}{mark}{text[position + 1 :]}"
            position = text.find(LOST, position)
        return clean(text)

    def _mark(self, before: str, after: str) -> str:
        for left, right in _CONTEXTS:
            found = self._between.get((before[-left:], after[:right]))
            if found:
                return found.most_common(1)[0][0]
        return ""


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
