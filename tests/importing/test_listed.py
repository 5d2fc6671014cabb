"""Items that stand in lists: as lines of a page, and several in one cell."""

import time

from prongsai.importing.convert import Wanted, convert
from prongsai.importing.document import Document, Paragraph
from prongsai.importing.listed import items_as_tables
from prongsai.importing.readers.lines import read_text
from prongsai.importing.readers.markup import read_html
from prongsai.load.frameworks import shipped
from tests.importing.test_unseen import HEAD, TITLES, sheet, sources

PAGE = f"""<h1>{HEAD}</h1><nav><ul><li><a href="/">หน้าหลัก</a></li><li><a href="/n">ข่าว</a></li></ul></nav>
<p>สัญลักษณ์: ✅ เผยแพร่แล้ว 🕒 อยู่ระหว่างจัดทำ ❌ ยังไม่มีข้อมูล</p>
<details><summary>9.1 ข้อมูลพื้นฐาน</summary><ol>
<li>✅ <b>O1</b> {TITLES[0]} <span>(สำนักปลัด)</span><ul><li><a href="https://a.go.th/1">ดูข้อมูล</a></li>
<li><a href="https://a.go.th/1.pdf">ดาวน์โหลด</a></li></ul><small>ปรับปรุง 13 มี.ค. 2566</small></li>
<li>❌ <b>O2</b> {TITLES[1]} <span>(กองช่าง)</span></li>
<li>🕒 <b>O3</b> {TITLES[2]} <span>(กองคลัง)</span> <p>รอผู้บริหารลงนาม</p></li></ol></details>
<p>ท้ายหน้า</p>"""


def test_a_page_with_a_list_of_items() -> None:
    found = sources(read_html(PAGE, "a.html"))
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "not_started", "in_progress"]
    assert [found[code]["responsible"] for code in ("o1", "o2", "o3")] == [
        ["สำนักปลัด"],
        ["กองช่าง"],
        ["กองคลัง"],
    ]
    assert [one["url"] for one in found["o1"]["evidence"]] == ["https://a.go.th/1", "https://a.go.th/1.pdf"]
    assert found["o1"]["updated"] == "2023-03-13"


def test_text_after_the_last_table_of_a_page_is_read() -> None:
    blocks = read_html("<p>ก่อน</p><table><tr><td>ก</table><p>หลัง</p>", "a.html").blocks
    assert [getattr(block, "text", None) for block in blocks] == ["ก่อน", None, "หลัง"]


def test_lines_of_text_with_marks() -> None:
    lines = [
        f"- {mark} O{number} {title} (กองคลัง)"
        for number, mark, title in zip((1, 2, 3), "✅❌✅", TITLES, strict=True)
    ]
    found = sources(read_text("\n\n".join([HEAD, *lines]), "a.txt"))
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "not_started", "done"]


def test_several_items_in_one_cell_share_its_row() -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("ลำดับ", "ส่วนราชการ", "ข้อที่ต้องตอบ", "ส่งข้อมูลภายใน"),
            (1, "กองคลัง", f"o1 {TITLES[0]}\no2 {TITLES[1]}", "31 ม.ค. 2566"),
            (2, "กองช่าง", f"o3 {TITLES[2]}\no5 ข้อมูลการติดต่อ", "28 ก.พ. 2566"),
        )
    )
    assert [found[code]["responsible"] for code in ("o1", "o2", "o3", "o5")] == [
        ["กองคลัง"], ["กองคลัง"], ["กองช่าง"], ["กองช่าง"]
    ]  # fmt: skip
    assert found["o2"]["period"] == "31 ม.ค. 2566"


def test_an_unknown_one_of_several_items_is_left_over_and_its_row_is_placed() -> None:
    document = sheet(
        (HEAD,),
        ("ลำดับ", "ส่วนราชการ", "ข้อที่ต้องตอบ"),
        (1, "กองคลัง", f"o1 {TITLES[0]}\no98 เรื่องแปลก\no99 เรื่องประหลาด"),
        (2, "กองช่าง", f"o2 {TITLES[1]}, o3 {TITLES[2]}"),
    )
    result = convert([document], shipped().frameworks, Wanted())
    assert [one.text for one in result.left] == ["o98 เรื่องแปลก", "o99 เรื่องประหลาด"]
    assert (result.rows, result.placed) == (2, 2)


def test_a_long_line_of_blanks_is_read_in_no_time() -> None:
    started = time.process_time()
    items_as_tables(Document("a.txt", (Paragraph(" " * 50_000 + "x"),)))
    assert time.process_time() - started < 1
