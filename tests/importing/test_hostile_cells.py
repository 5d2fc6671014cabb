"""Cells made to be slow to read: no pattern may take minutes over one."""

import time

import pytest

from prongsai.importing.convert import Wanted, convert
from prongsai.importing.document import Cell, Document, Paragraph, Row, Spot, Table
from prongsai.load.frameworks import shipped
from tests.importing.test_unseen import HEAD

PIECES = (
    *(
        " ",
        "\n",
        "\t \n",
        "-",
        "ก",
        "1",
        "1 ",
        "( ",
        "()",
        "กอง ",
        "นาย ",
        "๑.",
        "0-",
        "o1 ",
        "☐ ",
        "งาน\n",
        "ม.ค. ",
    ),
    *(
        " - ",
        "/",
        "http://",
        "a.",
        "ไม่",
        "ประชุม ",
        "i1 ",
        "ข้อ ",
        "ตัวชี้วัดที่ ",
        "คะแนน ",
        "ปี 25",
        "และ ",
        "หน้าแรก > ",
    ),
)
HEADERS = ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ระยะเวลา", "ตำแหน่งบนเว็บไซต์", "ผลการดำเนินการ")
LETTERS = 3_000


def test_runs_of_blanks_are_made_short() -> None:
    assert Cell("a" + " " * 9 + "b").text == "a   b"
    assert Cell("a \n \n \n \n \n b").text == "a\n\nb"
    assert Cell("a    b\n\n\nc").text == "a    b\n\n\nc"
    assert Paragraph(" " * 5_000).text == "   "


@pytest.mark.parametrize("piece", PIECES)
def test_a_cell_made_to_be_slow_is_read_soon(piece: str) -> None:
    hostile = (piece * LETTERS)[:LETTERS] + "!"
    spot = Spot("a.docx")
    header = Row(tuple(Cell(text, spot=spot) for text in HEADERS), spot)
    rows = [
        Row(
            tuple(
                Cell(hostile if at == column else f"O{column + 1}" if not at else "โครงสร้าง")
                for at in range(6)
            ),
            spot,
        )
        for column in range(6)
    ]
    document = Document("a.docx", (Paragraph(HEAD), Paragraph(hostile), Table((header, *rows), spot)))
    started = time.process_time()
    convert([document], shipped().frameworks, Wanted())
    assert time.process_time() - started < 10
