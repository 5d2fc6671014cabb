"""Whatever stands in the cells of a table, its drafts load: a site can be built from them at once."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.importing.convert import Wanted, convert
from prongsai.importing.document import Cell, Document, Paragraph, Row, Spot, Table
from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project

PIECES = st.sampled_from([
    "โครงสร้าง", "กองคลัง", "๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕", "http://a.go.th/ x", "https://[::1", "- ", ": ", "#", "'", '"', "---", "{}", "[x](y)",
    "๐๑", "o2", "O99", "☑ ดำเนินการ", "☐", "ผลคะแนน ๑๐๑", "i๗ ", "null", "\n", "\t", "<b>", "&amp;", "๓๑ ก.พ. ๒๕๖๕", "นายก ข ค", "%", "!", "*",
    "ตัวชี้วัดที่ 1 ก", "คะแนน เท่ากับ 99.999", "\u200b", "ปี 9999", "อยู่ระหว่างดำเนินการ", "`", "|", "1. ", "=A1",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=6).map("".join)
HEADERS = (
    ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ระยะเวลา", "ลิงก์", "ผลดำเนินการ"),
    ("ลำดับ", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ"),
    ("ตัวชี้วัด", "แนวทางในการยกระดับ", "ผู้รับผิดชอบ", "ระยะเวลา", "ความก้าวหน้า", "หมายเหตุ"),
    ("ตัวชี้วัด", "ประเด็นการประเมิน", "ประเด็นที่ควรพัฒนา", "คะแนน", "x", "y"),
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HEADERS), st.lists(st.tuples(*[TEXTS] * 6), min_size=1, max_size=5), TEXTS)
def test_drafts_of_any_table_load(
    headers: tuple[str, ...], rows: list[tuple[str, ...]], heading: str
) -> None:
    first = ("o1", "โครงสร้าง", "กองคลัง", "ตลอดปี", "-", "ดำเนินการแล้ว")
    cells = [tuple(Cell(text, (), Spot("x")) for text in row) for row in (headers, first, *rows)]
    table = Table(tuple(Row(row, Spot("x")) for row in cells), Spot("x"))
    document = Document("x", (Paragraph(f"รายงาน ปี 2566 {heading}", Spot("x")), table))
    result = convert([document], shipped().frameworks, Wanted("เทศบาลตำบลทดสอบ", 2566, None))
    assert 0 <= result.placed <= result.rows
    with tempfile.TemporaryDirectory() as folder:
        for name, text in result.files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        loaded = load_project(Path(folder))
    assert [
        f"{one.path}:{one.line} {one.message.th}" for one in loaded.findings if one.severity == "error"
    ] == []
