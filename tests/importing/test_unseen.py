"""Shapes of tables that an import had got wrong or had not read, each from a document of an invented town."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from prongsai.importing.addresses import find_addresses
from prongsai.importing.convert import Wanted, convert
from prongsai.importing.document import Cell, Document, Paragraph, Row, Table
from prongsai.importing.lost import restored
from prongsai.importing.readers.excel import read_excel
from prongsai.importing.readers.lines import read_delimited, read_text
from prongsai.importing.readers.markup import read_html
from prongsai.importing.readers.refusal import Unreadable
from prongsai.importing.readers.swapped import unswapped
from prongsai.importing.readers.word import read_word
from prongsai.importing.readers.wrapped import lines_of, unwrapped
from prongsai.importing.rewriting import read_plain
from prongsai.importing.units import read_units
from prongsai.load.frameworks import shipped

HEAD = "OIT ปีงบประมาณ พ.ศ. 2566 เทศบาลตำบลไม้งาม"
TITLES = ("โครงสร้าง", "ข้อมูลผู้บริหาร", "อำนาจหน้าที่")


def sources(document: Document) -> dict[str, dict[str, Any]]:
    """What an import drafts, by the name of the file: the values as they are in its YAML."""
    files = convert([document], shipped().frameworks, Wanted()).files
    found = {}
    for path, text in files.items():
        data = text.split("---\n")[1] if path.endswith(".md") and text.startswith("---\n") else text
        found[Path(path).stem] = read_plain(data) or {}
    return found


def markdown(*lines: str) -> dict[str, dict[str, Any]]:
    return sources(read_text("\n".join([HEAD, "", *lines]), "a.md"))


def sheet(*lines: tuple[object, ...], merged: tuple[str, ...] = (), percent: str = "") -> Document:
    book = openpyxl.Workbook()
    active = book.active
    assert active is not None
    for line in lines:
        active.append(line)
    for area in merged:
        active.merge_cells(area)
    for row in active[percent] if percent else ():
        row[0].number_format = "0%"
    packed = BytesIO()
    book.save(packed)
    return read_excel(packed.getvalue(), "a.xlsx", formulas=False)


def test_two_dates_beneath_one_header_are_a_period() -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("ข้อ", "รายการ", "ช่วงเวลาดำเนินการ", None, "สถานะ"),
            (None, None, "เริ่มต้น", "สิ้นสุด", None),
            ("O1", TITLES[0], date(2022, 10, 25), date(2023, 2, 8), "เผยแพร่แล้ว"),
            ("O2", TITLES[1], date(2023, 1, 9), date(2023, 5, 6), "ยังไม่เผยแพร่"),
            merged=("C2:D2", "A2:A3", "B2:B3", "E2:E3"),
        )
    )
    assert found["o1"]["period"] == "25 ต.ค. 2565 - 8 ก.พ. 2566"
    assert [found[code]["reported"] for code in ("o1", "o2")] == ["done", "not_started"]


def test_titles_in_the_middle_of_a_sheet_and_progress_in_per_cent() -> None:
    found = sources(
        sheet(
            (None, None, "การเตรียมรับการประเมิน OIT ปีงบประมาณ พ.ศ. 2566"),
            (None, None, "เทศบาลตำบลแม่ไม้งาม"),
            (None, None, "ข้อ", "รายการ", "เจ้าของข้อมูล", "ร้อยละความก้าวหน้า"),
            *(
                (None, None, number, title, "กองคลัง", share)
                for number, title, share in zip((1, 2, 3), TITLES, (1, 0.5, 0), strict=True)
            ),
            percent="F4:F6",
        )
    )
    assert found["agency"]["name"] == "เทศบาลตำบลแม่ไม้งาม"
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "in_progress", "not_started"]


def test_a_title_row_in_several_cells_and_headers_in_english() -> None:
    text = (
        "เทศบาลตำบลไม้งาม,OIT,ปีงบประมาณ 2566,,\nStatus,Responsible unit,Code,Data,Due date\n"
        "Done,กองคลัง,o1,โครงสร้าง,2 มีนาคม 2566\nNot started,กองช่าง,o2,ข้อมูลผู้บริหาร,ภายใน 3 มี.ค. 66\n"
    )
    result = convert([read_delimited(text, "a.csv")], shipped().frameworks, Wanted())
    assert (result.agency, result.years, result.placed, result.rows) == ("เทศบาลตำบลไม้งาม", (2566,), 2, 2)
    assert "period: ภายใน 3 มี.ค. 66\n" in result.files["content/2566/o2.md"]


def test_columns_that_are_numbered_and_named_in_words_of_their_own() -> None:
    found = markdown(
        "| เนื้อหาที่เปิดเผย | ข้อ OIT | แหล่งเผยแพร่ | ส่วนราชการ | วันครบกำหนด | ผลตรวจ | ข้อสังเกต |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| (๑) | (๒) | (๓) | (๔) | (๕) | (๖) | (๗) |",
        "| โครงสร้าง | o๑ | ดูได้ที่ https://a.go.th/1 | กองคลัง | ภายใน 2 มี.ค. 66 | เรียบร้อยแล้ว | |",
        "| ข้อมูลผู้บริหาร | o๒ | https://a.go.th/2 | กองช่าง | ภายใน 3 มี.ค. 66 | ยังไม่ดำเนินการ | |",
    )
    assert (found["o1"]["reported"], found["o2"]["reported"]) == ("done", "not_started")
    assert found["o1"]["evidence"][0]["url"] == "https://a.go.th/1"
    assert found["o2"]["period"] == "ภายใน 3 มี.ค. 66"


@pytest.mark.parametrize(
    ("header", "marks"),
    [
        ("เผยแพร่ (มี/ไม่มี)", ("มี", "กำลังจัดทำ", "ไม่มี")),
        ("สถานะ", ("✅", "🔄", "❌")),
        ("ผลการเผยแพร่", ("✓", "⏳", "✗")),
        ("สถานะ", ("/", "อยู่ระหว่างจัดทำ", "x")),
        ("✓", ("✓", "🔄", "✗")),
        ("เผยแพร่แล้ว (Y/N)", ("Y", "ดำเนินการอยู่", "N")),
    ],
)
def test_marks_and_short_words_say_the_status(header: str, marks: tuple[str, ...]) -> None:
    found = markdown(
        f"| {header} | ข้อ | ข้อมูล |",
        "|:-:|-|-|",
        *(f"| {mark} | O{number} | {TITLES[number - 1]} |" for number, mark in enumerate(marks, 1)),
        "| ✓ | O4 | แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน |",
    )
    states = [found[code]["reported"] for code in ("o1", "o2", "o3")]
    assert states == ["done", "in_progress", "not_started"]


def test_boxes_beneath_has_and_has_not_with_the_titles_right_of_the_group() -> None:
    opened = docx.Document()
    opened.add_paragraph(HEAD)
    table = opened.add_table(5, 5)
    cells = [table.cell(0, 3).merge(table.cell(0, 4)), table.cell(1, 3), table.cell(1, 4)]
    cells += [table.cell(0, column).merge(table.cell(1, column)) for column in range(3)]
    headers = ("ปรากฏบนเว็บไซต์", "มี", "ไม่มี", "ตัวชี้วัดย่อย", "ข้อที่", "ประเด็น")
    for cell, text in zip(cells, headers, strict=True):
        cell.text = text
    for row, title in enumerate(TITLES, 2):
        done = row != 3
        for column, text in enumerate((f"O{row - 1}", title, "☑☐"[not done], "☐☑"[not done]), 1):
            table.cell(row, column).text = text
    table.cell(2, 0).merge(table.cell(4, 0)).text = "9.1 ข้อมูลพื้นฐาน"
    packed = BytesIO()
    opened.save(packed)
    found = sources(read_word(packed.getvalue(), "a.docx"))
    assert [found[code]["reported"] for code in ("o1", "o2", "o3")] == ["done", "not_started", "done"]
    assert not any("title" in found[code] for code in ("o1", "o2", "o3"))


def test_what_an_item_must_show_beneath_its_title() -> None:
    rows = "".join(
        f"<tr><td>O{number}<td>{title}<ul><li>แสดงแผนผัง<li>แสดงตำแหน่ง</ul><td>กองคลัง</tr>"
        for number, title in enumerate(TITLES, 1)
    )
    page = f"<h1>{HEAD}</h1><table><tr><th>ลำดับ<th>รายการ<th>ผู้กำกับดูแล</tr>{rows}</table>"
    found = sources(read_html(page, "a.html"))
    assert "title" not in found["o1"]
    assert found["o1"]["responsible"] == ["กองคลัง"]


def test_indicators_in_a_column_that_is_called_like_codes_are_guidance() -> None:
    names = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ")
    found = markdown(
        "| ตัวชี้วัดที่ | แนวทางการพัฒนา | ผู้รับผิดชอบ | ผลการดำเนินการ |",
        "| --- | --- | --- | --- |",
        *(f"| ตัวชี้วัดที่ {n} {name} | ชี้แจง | กองคลัง | แล้วเสร็จ |" for n, name in enumerate(names, 1)),
    )
    assert [one["indicator"] for one in found["measures"]["guidance"]] == ["1", "2", "3"]
    assert "o1" not in found


def test_a_total_that_stands_in_the_column_before_the_names() -> None:
    found = sources(
        sheet(
            (HEAD,),
            ("แบบวัด", "ตัวชี้วัด", "คะแนน"),
            ("IIT", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", 97.25),
            ("OIT", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต", 87.37),
            ("คะแนนรวม", None, 91.07),
        )
    )
    scores = found["year"]["scores"]
    assert scores["overall"]["stated"] == "91.07"
    assert [one["stated"] for one in scores["indicators"]] == ["97.25", "87.37"]


def test_scores_of_the_instruments_with_their_weights() -> None:
    found = markdown(
        "| เครื่องมือการประเมิน | ค่าคะแนน | น้ำหนัก |",
        "| --- | --- | --- |",
        "| IIT | 92.10 | ร้อยละ 30 |",
        "| EIT | 90.22 | ร้อยละ 30 |",
        "| OIT | 77.5 | ร้อยละ 40 |",
        "| คะแนนรวม | 85.70 | 100 |",
    )
    scores = found["year"]["scores"]
    stated = [scores["instruments"][name]["stated"] for name in ("iit", "eit", "oit")]
    assert [*stated, scores["overall"]["stated"]] == ["92.1", "90.22", "77.5", "85.7"]


def test_addresses_in_angle_brackets_and_words_whose_link_is_lost() -> None:
    text = "\n".join(
        (
            HEAD,
            "",
            "| ข้อ | ข้อมูล | ลิงก์ |",
            "| --- | --- | --- |",
            "| O1 | โครงสร้าง | <https://a.go.th/1> |",
            "| O2 | ข้อมูลผู้บริหาร | คลิกที่นี่ |",
        )
    )
    result = convert([read_text(text, "a.md")], shipped().frameworks, Wanted())
    assert "url: https://a.go.th/1\n" in result.files["content/2566/o1.md"]
    assert [(one.doubt.key, one.doubt.value, one.path) for one in result.doubts] == [
        ("evidence", "คลิกที่นี่", "content/2566/o2.md")
    ]


@pytest.mark.parametrize(
    "text", ["https://\nwww.muang.go.th/1", "https://www.mua ng.go .th/ 1", "https:// www.muang.go.th/1"]
)
def test_addresses_that_an_edge_cut_in_their_first_part(text: str) -> None:
    assert [one.url for one in find_addresses(text)] == ["https://www.muang.go.th/1"]


def test_two_marks_that_a_pdf_takes_for_each_other() -> None:
    wrong = "งานพัสด์และทรัพยุสิน นักทรัพยากรบ์คคล ตำบลพันธ์ุ"
    cells = (Cell(wrong), Cell("ท์กกอง"))
    document = Document("a.pdf", (Paragraph("ลิงกุ"), Table((Row(cells),))))
    heading, table = unswapped(document).blocks
    assert isinstance(table, Table)
    assert heading == Paragraph("ลิงก์")
    texts = [cell.text for cell in table.rows[0].cells]
    assert texts == ["งานพัสดุและทรัพย์สิน นักทรัพยากรบุคคล ตำบลพันธุ์", "ทุกกอง"]
    fine = Document("a.pdf", (Paragraph("โทรศัพท์กองคลัง ทรัพย์สิน บุคคล"),))
    assert unswapped(fine) == fine


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("กองสาธารณสุขและ\nสิ่งแวดล้อม", ("กองสาธารณสุขและสิ่งแวดล้อม",)),
        ("สำนักปลัด เทศบาล", ("สำนักปลัดเทศบาล",)),
        ("กองการเจ้าหน้าที่ กองคลัง", ("กองการเจ้าหน้าที่", "กองคลัง")),
        ("กองวิชาการและแผน งาน", ("กองวิชาการและแผนงาน",)),
        ("กองแผน งานและงบประมาณ, กองช่าง", ("กองแผนงานและงบประมาณ", "กองช่าง")),
        ("นักจัดการ งานทั่วไป กองคลัง", ("นักจัดการงานทั่วไป", "กองคลัง")),
        ("งานการ\nเจ้าหน้าที่", ("งานการเจ้าหน้าที่",)),
        ("นักวิเคราะห์นโยบายและแผน งานพัสดุ", ("นักวิเคราะห์นโยบายและแผน", "งานพัสดุ")),
    ],
)
def test_units_that_a_line_broke(text: str, expected: tuple[str, ...]) -> None:
    assert read_units(text).units == expected


def letters(text: str, top: float) -> list[dict[str, Any]]:
    """Letters of ten points' width as a PDF has them, one behind the other."""
    return [
        {"text": one, "x0": 10.0 * index, "x1": 10.0 * index + 10, "top": top, "bottom": top + 10, "size": 10}
        for index, one in enumerate(text)
    ]


@pytest.mark.parametrize(
    ("lines", "width", "expected"),
    [
        (("กองคลัง", "กองช่าง"), 200, "กองคลัง\nกองช่าง"),
        (("กองสาธารณสุข", "และสิ่งแวดล้อม"), 130, "กองสาธารณสุข และสิ่งแวดล้อม"),
        (("งานทะเบียน", "กองช่าง"), 130, "งานทะเบียน\nกองช่าง"),
        (("งานพัสดุจัดทำแผน", "กองช่างตรวจ แล้วส่ง"), 180, "งานพัสดุจัดทำแผน กองช่างตรวจ แล้วส่ง"),
        (("ตำาบลนำ้าใส",), 200, "ตำบลน้ำใส"),
        (("https://a.go.th/x.php?", "op=law&id=4", "7552"), 230, "https://a.go.th/x.php?op=law&id=47552"),
        (("https://a.go.th/file/", "board"), 220, "https://a.go.th/file/board"),
        (("https://a.go.th/1", "2. https://a.go.th/2"), 220, "https://a.go.th/1\n2. https://a.go.th/2"),
    ],
)
def test_lines_of_a_pdf_go_on_where_the_next_would_not_have_fitted(
    lines: tuple[str, ...], width: float, expected: str
) -> None:
    found = lines_of(letter for number, line in enumerate(lines) for letter in letters(line, 20.0 * number))
    assert unwrapped(found, width) == expected


def test_cells_that_reach_over_a_thousand_rows_and_columns_are_too_many() -> None:
    rows = "<tr><td colspan=1000 rowspan=1000>ก</td></tr>" * 60
    with pytest.raises(Unreadable):
        read_html(f"<table>{rows}</table>", "a.html")


@pytest.mark.parametrize(
    ("texts", "key"),
    [(("อบรม 88 คน", "ไม่มีข้อทักท้วง"), "results"), (("รายงานทุกไตรมาส", "รายงานรอบ 6 เดือน"), "reporting")],
)
def test_a_column_of_reports_says_what_came_of_it_or_when_it_is_told(
    texts: tuple[str, str], key: str
) -> None:
    found = markdown(
        "| หน่วยงาน | มาตรการ/กิจกรรม | รายละเอียด | ไตรมาสที่ดำเนินการ | รายงานผล |",
        "| - | - | - | - | - |",
        f"| กองคลัง | จัดอบรม | เชิญวิทยากร | ไตรมาส 1 - 2 | {texts[0]} |",
        f"| กองช่าง | ประกาศเกณฑ์ | เวียนเกณฑ์ | ไตรมาส 3 | {texts[1]} |",
    )["measures"]["measures"]
    assert [one[key][0]["text"] for one in found] == list(texts)
    assert found[1]["period"] is not None


@pytest.mark.parametrize(
    ("header", "more"), [("ตัวชี้วัดที่", "ผลการประเมิน"), ("ข้อ", "ระดับ"), ("ตัวชี้วัดที่", "หมายเหตุ"), ("ข้อที่", None)]
)
def test_indicators_that_are_numbered_in_a_column_of_their_own(header: str, more: str | None) -> None:
    names = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ")
    rows = [(str(n), name, 80.5 + n, "ผ่าน") for n, name in enumerate(names, 1)]
    found = sources(
        sheet(
            (HEAD,),
            ("ผลคะแนน ITA ปีงบประมาณ พ.ศ. 2565",),
            (header, "ชื่อตัวชี้วัด", "คะแนน", more)[: 4 if more else 3],
            *(row[: 4 if more else 3] for row in [*rows, (None, "คะแนนรวม", 82.5, "ผ่าน")]),
        )
    )
    scores = found["year"]["scores"]
    assert scores["assessed_year"] == "2565"
    assert [(one["number"], one["stated"]) for one in scores["indicators"]] == [
        ("1", "81.5"),
        ("2", "82.5"),
        ("3", "83.5"),
    ]
    assert scores["overall"]["stated"] == "82.5"
    assert scores["questions"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("จากทั�งหมด ๖ จุด", "จากทั้งหมด ๖ จุด"),
        ("เพิ�มความถี�ในการลงข่าว", "เพิ่มความถี่ในการลงข่าว"),
        ("หลังเสร็จสิ�นกิจกรรม", "หลังเสร็จสิ้นกิจกรรม"),
        ("ติดป�ายงดรับของขวัญ", "ติดป้ายงดรับของขวัญ"),
        ("แต่งตั�งคณะทำงาน", "แต่งตั้งคณะทำงาน"),
    ],
)
def test_marks_that_a_pdf_lost_in_usual_words_are_put_back_without_a_doubt(text: str, expected: str) -> None:
    found = restored(Document("a.pdf", (Paragraph(text),)), ())
    assert found.document.blocks == (Paragraph(expected),)
    assert found.unsure == frozenset()


def test_indicators_whose_names_are_written_otherwise_are_scores_by_their_header() -> None:
    names = ("การปฏิบัติหน้าที่", "ใช้งบประมาณ", "ใช้อำนาจ", "ใช้ทรัพย์สินราชการ")
    rows = [(number, name, 80 + number) for number, name in enumerate(names, 1)]
    scores = sources(sheet((HEAD,), ("ตัวชี้วัดที่", "ชื่อตัวชี้วัด", "คะแนน"), *rows))["year"]["scores"]
    assert [one["number"] for one in scores["indicators"]] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("lead", ["", "ข้อ ", "ข้อที่ ", "คำถามข้อ ", "- ข้อคำถามที่ "])
def test_a_measure_that_is_named_by_its_question_answers_to_it(lead: str) -> None:
    found = markdown(
        "| ประเด็นที่ต้องปรับปรุง | ขั้นตอนหรือวิธีการ | ผู้รับผิดชอบ | การดำเนินการ |",
        "| - | - | - | - |",
        f"| {lead}i2 เจ้าหน้าที่ให้บริการอย่างเท่าเทียมกัน | จัดคิว | ทุกกอง | ยัง |",
    )
    (measure,) = found["measures"]["measures"]
    assert measure["title"] == "เจ้าหน้าที่ให้บริการอย่างเท่าเทียมกัน"
    assert [link["code"] for link in measure["links"]] == ["i2"]
    assert [result["state"] for result in measure["results"]] == ["planned"]
