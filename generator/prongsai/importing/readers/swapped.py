"""Two marks of Thai that a PDF of LibreOffice takes for each other, throughout the file.

Where a word has both (พันธุ์), the font's table of characters is written from the order in which they are drawn:
from then on every ุ of the file reads as ์ and every ์ as ุ.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from prongsai.importing.document import Document, Paragraph, Table

_RIGHT: Final = re.compile(
    "บุคคล|ยุทธ|พัสดุ|ธุรการ|(?:ทุ|สุ)จริต|คุณ|คุ้มครอง|ปรับปรุง|ประชุม|สนุน|กองทุน|ทรัพย์|ศาสตร์|ลิงก์|สถานการณ์|ประโยชน์"
)
_SWAP: Final = str.maketrans("ุ์", "์ุ")
_WRONG: Final = re.compile(_RIGHT.pattern.translate(_SWAP))


def unswapped(document: Document) -> Document:
    """The document with the two marks put right, where words that everybody writes say so."""
    texts = [
        text
        for block in document.blocks
        for text in (
            [block.text]
            if isinstance(block, Paragraph)
            else [c.text for row in block.rows for c in row.cells]
        )
    ]
    wrong = sum(len(_WRONG.findall(text)) for text in texts)
    right = sum(len(_RIGHT.findall(text)) for text in texts)
    if wrong < 2 or wrong <= 2 * right:
        return document
    return replace(
        document,
        blocks=tuple(_changed(block, lambda text: text.translate(_SWAP)) for block in document.blocks),
    )


def _changed(block: Paragraph | Table, change: Callable[[str], str]) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return replace(block, text=change(block.text))
    rows = (
        replace(row, cells=tuple(replace(cell, text=change(cell.text)) for cell in row.cells))
        for row in block.rows
    )
    return replace(block, rows=tuple(rows))
