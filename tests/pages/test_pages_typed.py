"""Sections with data: what each kind of table, the executives and the structure become.

``PRONGSAI_REWRITE=1`` writes the files in ``typed/`` anew; read the difference before keeping it.
"""

import os
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from prongsai.errors import Lang
from prongsai.load.frameworks import shipped
from prongsai.load.held import parse_table
from prongsai.model.agency import Agency, Picture
from prongsai.model.disclosure import Disclosure, HeldFile
from prongsai.model.site import Entry
from prongsai.model.structure import Structure
from prongsai.pages import links
from prongsai.pages.edition import component
from prongsai.pages.labels import labels
from prongsai.pages.search_rows import told_rows
from prongsai.pages.typed import words
from prongsai.pages.typed.charts import Line, Value, chart
from prongsai.pages.typed.divisions import tree
from prongsai.pages.typed.figures import baht, exact, percent
from prongsai.pages.typed.people import people
from prongsai.pages.typed.sections import DataView, data_views
from prongsai.pages.typed.table_views import CellView, GroupView, HeadView, RowView, TableView
from tests.pages.test_pages_site import Outline

GOLDEN = Path(__file__).parent / "typed"
EVIL = "\"'><script>alert(1)</script>{{ 7*7 }}"
BUYING = (
    "เดือน,รายการ,วงเงิน (บาท),ราคากลาง (บาท),วิธี,ผู้เสนอราคา,ผู้ได้รับคัดเลือก,ราคาที่ตกลง (บาท),เหตุผล,เลขที่สัญญา,วันที่สัญญา\n"
    "ต.ค. 65,จ้างเหมา,98000,98000,เฉพาะเจาะจง,ร้าน ก,ร้าน ก,97500,เหมาะสม,1/2566,2022-10-18\n"
    ",ซื้อกระดาษ,5000,5000,เฉพาะเจาะจง,ร้าน ข,ร้าน ข,ราคาเดิม,เหมาะสม,2/2566,\n"
    "พ.ย. 65,ไม่มีการจัดซื้อจัดจ้างในเดือนนี้,,,,,,,,,\n"
    "ธ.ค. 65,ก่อสร้าง,1500000,1480000,ประกวดราคา,ร้าน ค,ร้าน ค,1444500.50,ต่ำสุด,3/2566,24 พ.ย. 65\n"
)
SPENDING = (
    "โครงการ,งบประมาณ (บาท),ต.ค.,พ.ย.,ใช้ไปรวม (บาท),ความคืบหน้า\n"
    "ก,1500000,0,568000,568000,ร้อยละ 70\nข,900000,,0,0,ลงนามแล้ว\n"
)
CASES: dict[str, tuple[int, str, tuple[str, ...]]] = {
    "procurement": (2566, "procurement-monthly", (BUYING,)),
    "procurement-by-files": (
        2566,
        "procurement-monthly",
        tuple("\n".join([BUYING.splitlines()[0], BUYING.splitlines()[at], ""]) for at in (1, 4)),
    ),
    "methods": (
        2567,
        "procurement-report",
        (
            "วิธี,จำนวนรายการ,งบประมาณ,เงินที่ใช้\nเฉพาะเจาะจง,12,962000,926000\nประกวดราคา,2,2400000,2288000\nรวม,14,3362000,3214000\n",
        ),
    ),
    "purchases": (
        2567,
        "procurement-plan",
        (
            "ลำดับ,รายการ,วงเงิน,ที่มาของเงิน,วิธี,เดือนที่เริ่ม\n"
            "1,ก,60000,เทศบัญญัติ,เฉพาะเจาะจง,2023-10\n2,ข,350000,เงินอุดหนุน,ประกวดราคา,ไตรมาส 2\n",
        ),
    ),
    "services": (
        2566,
        "service-statistics",
        ("เดือน,ภาษี (ราย),ก่อสร้าง (ราย),รวม (ราย)\n2022-10,142,6,148\n2022-11,๑๒๘,9,137\n",),
    ),
    "services-channels": (
        2567,
        "service-statistics",
        ("งานบริการ,ช่องทาง,ต.ค. 66,พ.ย. 66\nภาษี,ที่สำนักงาน,96,88\nภาษี,E-Service,22,35\nไฟถนน,E-Service,9,x\n",),
    ),
    "complaints": (
        2566,
        "complaint-statistics",
        ("ไตรมาส,เรื่องที่รับใหม่,เสร็จแล้ว,กำลังดำเนินการ\n1,2,1,1\n2,0,1,0\n",),
    ),
    "complaints-none": (
        2566,
        "complaint-statistics",
        ("เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,กำลังดำเนินการ\n2022-10,0,0,0\n2022-11,ไม่มีเรื่องร้องเรียน,,\n",),
    ),
    "spending": (
        2566,
        "action-plan-progress",
        (
            "โครงการ,งบประมาณ,ต.ค.,พ.ย.,ใช้ไปรวม,ความคืบหน้า\n"
            "ก,1500000,0,568000,568000,ร้อยละ 70\nข,900000,0,0,0,ลงนามแล้ว\n",
        ),
    ),
    "projects": (
        2566,
        "action-plan",
        ("โครงการ,งบประมาณ,เริ่ม,สิ้นสุด\nก,1500000,2022-11,ตลอดปี\nข,900000,2023-02,2023-06\n",),
    ),
    "budget": (
        2565,
        "budget-progress",
        ("แผนงาน,งบประมาณ (ล้านบาท),เบิกจ่าย (ล้านบาท),ร้อยละ\nการศึกษา,3.5,1.2345,35.3%\nงบกลาง,2.5,2.6,104%\n",),
    ),
    "budget-by-month": (
        2565,
        "budget-progress",
        ("เดือน,แผนการใช้จ่าย,เบิกจ่ายจริง\nต.ค. 64,100,90\nพ.ย. 64,200,210\n",),
    ),
    "ragged": (2565, "budget-plan", ("แผนงาน,งบประมาณ\nก,1,500,000\nข,200\nค\n",)),
    "unknown": (2566, "complaint-statistics", ("a,b\n1,2\n3\n",)),
}


def views(year: int, topic: str, tables: tuple[str, ...], lang: Lang = "th") -> tuple[DataView, ...]:
    framework = shipped().frameworks[f"nacc-{year}"]
    item = next(one for one in framework.items if one.topic == topic)
    held = [
        HeldFile(
            address=f"{year}/data/{number}.csv", source="", bytes=1_234, media_type="text/csv", sha256="0"
        )
        for number in range(len(tables))
    ]
    evidence = [{"title": f"ตารางที่ {number}", "file": f"data/{number}.csv"} for number in range(len(tables))]
    said = Disclosure.model_validate({"code": item.code, "evidence": evidence})
    shown = tuple(
        one.model_copy(update={"held": file}) for one, file in zip(said.evidence, held, strict=True)
    )
    entry = Entry(year, *framework.place_of[item.code], item, said.model_copy(update={"evidence": shown}))
    read = {file.address: parse_table(text) for file, text in zip(held, tables, strict=True)}
    return data_views(entry, read, lang)


def drawn(many: tuple[DataView, ...], lang: Lang = "th") -> str:
    to = partial(links.relative, "2566/o1/")
    return str(component("figures").figure_sections(many, to, words.texts(lang)))


def assert_golden(name: str, html: str) -> None:
    path = GOLDEN / f"{name}.html"
    if os.environ.get("PRONGSAI_REWRITE"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(html + "\n", "utf-8")
    assert html + "\n" == path.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_a_table_is_drawn_as_agreed(name: str) -> None:
    assert_golden(name, drawn(views(*CASES[name])))


def test_in_english() -> None:
    assert_golden("procurement-english", drawn(views(*CASES["procurement"], "en"), "en"))


@pytest.mark.parametrize("name", CASES)
def test_sections_are_sound_html(name: str) -> None:
    outline = Outline(drawn(views(*CASES[name])))
    tags = [tag for tag, _ in outline.elements]
    ids = outline.values("id")
    assert len(ids) == len(set(ids))
    assert tags.count("table") == tags.count("caption")
    assert {attributes["scope"] for tag, attributes in outline.elements if tag == "th"} <= {
        "row",
        "col",
        "rowgroup",
    }
    for _, attributes in outline.elements:
        assert not any(name == "style" or name.startswith("on") for name in attributes)
        if attributes.get("role") == "img":
            assert set(attributes["aria-labelledby"].split()) <= set(ids)
        if attributes.get("href", "").startswith("#"):
            assert attributes["href"][1:] in ids
        if attributes.get("fill", "").startswith("url("):
            assert attributes["fill"][5:-1] in ids


def test_rows_have_the_numbers_that_a_spreadsheet_gives_them() -> None:
    """And that search knows them by: a cell of two lines makes one row, the header is the first."""
    table = 'โครงการ,งบประมาณ\n"ก\nข",100\n,\nค,200\n'
    for topic in ("action-plan", "news"):
        (view,) = views(2566, topic, (table,))
        assert view.table is not None
        assert view.table.id == "data-1-1"
        found = [row.id for row in view.table.rows if row.id]
        assert found[-1] == f"data-1-{max(told_rows(parse_table(table), 'th', 1_000))}"
        assert found[0] == "data-1-2"


def test_the_unit_of_money_is_said_once_for_the_table() -> None:
    (spending,) = views(2566, "action-plan-progress", (SPENDING,))
    assert spending.table is not None
    assert spending.table.caption == "รายละเอียดทุกรายการ (จำนวนเงินเป็นบาท)"
    assert [head.text for head in spending.table.headers][1:4] == ["งบประมาณ", "ต.ค.", "พ.ย."]
    assert "(บาท)" not in drawn((spending,))
    (alone,) = views(2566, "action-plan-progress", (SPENDING.replace("รวม (บาท)", "รวม"),))
    assert alone.table is not None
    assert alone.table.headers[1].text == "งบประมาณ (บาท)"
    assert "เป็นบาท" not in alone.table.caption


def test_cards_leave_out_months_in_which_there_was_nothing() -> None:
    (view,) = views(2566, "action-plan-progress", (SPENDING,))
    assert view.table is not None
    left = [[cell.label for cell in row.cells if cell.none] for row in view.table.rows]
    assert left == [["ต.ค."], ["ต.ค.", "พ.ย."], ["ต.ค."]]
    assert 'class="pr-number pr-none">0</td>' in drawn((view,))


@pytest.mark.parametrize(("rows", "folded"), [(6, 0), (7, 4)])
def test_of_many_rows_a_phone_shows_three(rows: int, folded: int) -> None:
    lines = "".join(f"โครงการ {number},100,2022-11,2023-04\n" for number in range(rows))
    (view,) = views(2566, "action-plan", (f"โครงการ,งบประมาณ,เริ่ม,สิ้นสุด\n{lines}",))
    assert view.table is not None
    assert view.table.folded == folded
    html = drawn((view,))
    assert html.count("<details") == bool(folded)
    assert ("ดูอีก 4 รายการ" in html) == bool(folded)
    *_, total = view.table.rows
    assert (total.total, total.folded, total.of_all) == (True, False, bool(folded))
    assert ("(ทุกรายการ)" in html) == bool(folded)


@pytest.mark.parametrize(
    ("last", "shown"),
    [
        ("รวม,900,,\n", ["รวม"]),
        ("รวม,900,,\nรวมทั้งสิ้น,900,,\n", ["รวม", "รวมทั้งสิ้น"]),
        ("รวม,500,,\nโครงการ ก,400,,\nรวม,400,,\nรวมทั้งสิ้น,900,,\n", ["รวมทั้งสิ้น"]),
    ],
)
def test_what_the_whole_comes_to_is_never_folded_away(last: str, shown: list[str]) -> None:
    lines = "".join(f"โครงการ {number},100,2022-11,2023-04\n" for number in range(9))
    (view,) = views(2566, "action-plan", (f"โครงการ,งบประมาณ,เริ่ม,สิ้นสุด\n{lines}{last}",))
    assert view.table is not None
    rows = [row for row in view.table.rows if not row.folded]
    assert [row.cells[0].text for row in rows[3:]] == shown


def test_months_without_complaints_are_told_in_one_line() -> None:
    quiet = "".join(f"{month},0,0,0,ไม่มีเรื่องร้องเรียน\n" for month in ("2022-10", "2022-11", "2022-12"))
    table = (
        f"เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,กำลังดำเนินการ,คำอธิบาย\n{quiet}2023-01,1,0,1,ตั้งกรรมการ\n"
        "2023-02,0,0,0,ยุติเรื่องตามมติกรรมการ\n2023-03,0,0,0,\n2023-05,0,0,0,-\n2023-06,0,0,x,-\n"
    )
    (view,) = views(2566, "complaint-statistics", (table,))
    lines = [(line.label, len(line.bars)) for line in view.charts[0].lines]
    assert lines == [
        ("ต.ค. 2565 – ธ.ค. 2565 ไม่มีเรื่องร้องเรียน", 0),
        ("ม.ค. 2566", 3),
        ("ก.พ. 2566", 3),
        ("มี.ค. 2566 ไม่มีเรื่องร้องเรียน", 0),
        ("พ.ค. 2566 ไม่มีเรื่องร้องเรียน", 0),
        ("มิ.ย. 2566", 3),
    ]
    assert view.table is not None
    only = [(row.only, row.statement) for row in view.table.rows]
    assert only[:5] == [("card", lines[0][0]), *[("row", None)] * 3, (None, None)]
    assert [kind for kind, _ in only[5:]] == [None, "card", "row", "card", "row", None, None]


def test_the_way_to_each_month_stands_above_the_chart() -> None:
    (view,) = views(*CASES["procurement"])
    assert view.jump[0] == ("ต.ค. 2565", "#data-1-2022-10")
    html = drawn((view,))
    assert html.index('href="#data-1-2022-12"') < html.index("<figure")
    whole, *_ = views(*CASES["procurement-by-files"])
    assert [address for _, address in whole.jump] == ["#data-1-2022-10", "#data-2-2022-12"]


def test_every_headers_cells_are_as_many() -> None:
    for name in CASES:
        for view in views(*CASES[name]):
            for table in filter(None, (view.summary, view.table)):
                rows = [row for group in table.groups for row in group.rows if row.statement is None]
                assert {len(row.cells) for row in rows} <= {len(table.headers)}, name


def test_charts_leave_out_what_cannot_be_read_and_say_so() -> None:
    (view,) = views(*CASES["procurement"])
    assert [line.label for line in view.charts[0].lines] == [
        "ต.ค. 2565 · 2 รายการ",
        "พ.ย. 2565 · ไม่มีการจัดซื้อจัดจ้าง",
        "ธ.ค. 2565 · 1 รายการ",
    ]
    assert [[bar.text for bar in line.bars] for line in view.charts[0].lines] == [
        ["97,500 บาท"],
        [""],
        ["1.44 ล้านบาท"],
    ]
    assert any("ไม่นับ 1 ช่อง" in note for note in view.notes)
    assert "1 รายการไม่ได้ระบุราคาที่ตกลง" in view.notes
    html = drawn((view,))
    assert '<td data-label="ราคาที่ตกลง" class="pr-number pr-unread">ราคาเดิม</td>' in html


def test_the_lines_of_a_total_are_those_of_the_file_where_it_has_one() -> None:
    (view,) = views(*CASES["methods"])
    assert view.table is not None
    assert [row.total for group in view.table.groups for row in group.rows] == [False, False, True]


def test_hostile_cells_are_text_alone() -> None:
    header, row, *_ = BUYING.splitlines()
    cells = row.split(",")
    cells[1] = cells[4] = f'"{EVIL.replace(chr(34), chr(34) * 2)}"'
    html = drawn(
        views(
            2566,
            "procurement-monthly",
            (f"{header},{EVIL[3:]}\n{','.join(cells)},=cmd|' /C calc'!A0\u202e\n",),
        )
    )
    Outline(html)
    assert "<script" not in html
    assert "49" not in html
    assert "\u202e" not in html
    assert html.replace("<wbr>", "").count("&lt;script&gt;") >= 2


def test_ten_thousand_rows_are_summed_and_cut_on_the_page() -> None:
    rows = "".join(f"2022-{10 + number % 3},งาน {number},1,1,ก,ก,ก,100,ก,ก,\n" for number in range(10_000))
    (view,) = views(2566, "procurement-monthly", (BUYING.splitlines()[0] + "\n" + rows,))
    assert view.lead == "จัดซื้อจัดจ้าง 10,000 รายการ เป็นเงิน 1,000,000 บาท"
    assert view.table is not None
    assert sum(len(group.rows) for group in view.table.groups) == 201
    assert any("200 แถวแรกจาก 10,000 แถว" in note for note in view.notes)
    assert len(drawn((view,))) < 420_000


def test_many_columns_are_cut_on_the_page() -> None:
    header = ",".join(f"งาน {number} (ราย)" for number in range(100))
    cells = ",".join("1" * 100)
    (view,) = views(2566, "service-statistics", (f"เดือน,{header}\n2022-10,{cells}\n2022-11,{cells}\n",))
    assert view.table is not None
    assert len(view.table.headers) == 40
    assert any("40 คอลัมน์แรกจาก 101" in note for note in view.notes)
    assert len(view.charts[1].lines) == 12


def test_an_item_of_another_topic_shows_its_table_without_a_chart() -> None:
    (view,) = views(2566, "news", ("วันที่,ข่าว\n1 ต.ค. 65,ประชุม\n",))
    assert (view.charts, view.notes, view.lead) == ((), (), None)


def test_what_is_not_read_shows_nothing() -> None:
    assert views(2566, "news", ("",)) == ()


class TestCharts:
    def test_bars_are_in_proportion(self) -> None:
        values: Mapping[str, int | None] = {"ก": 100, "ข": 50, "ค": 0, "ง": None, "จ": -5, "ฉ": 1_000_000}
        lines = [
            Line(name, (Value(None if value is None else Decimal(value), ""),))
            for name, value in values.items()
        ]
        found = chart("c", "t", "d", (), lines[:5])
        assert found is not None
        assert [line.bars[0].width for line in found.lines] == ["99.00", "49.50", "", "", ""]
        large = chart("c", "t", "d", (), lines)
        assert large is not None
        assert large.lines[0].bars[0].width == "1.00"

    def test_nothing_above_zero_is_no_chart(self) -> None:
        assert chart("c", "t", "d", (), []) is None
        assert chart("c", "t", "d", (), [Line("ก", (Value(None, ""),))]) is None

    def test_long_names_are_cut_by_letters_on_the_line(self) -> None:
        found = chart(
            "c",
            "t",
            "d",
            (),
            [Line("ก่" * 80, (Value(Decimal(1), ""),)), Line("ก" * 81, (Value(Decimal(1), ""),))],
        )
        assert found is not None
        assert [line.label for line in found.lines] == ["ก่" * 80, "ก" * 80 + "…"]

    def test_a_whole_label_stands_where_it_has_room_to_wrap(self) -> None:
        name = "จ้างทำระบบขออนุญาตก่อสร้างทางอินเทอร์เน็ต"
        found = chart("c", "t", "d", (), [Line(name, (Value(Decimal(1), "1 บาท"),))])
        assert found is not None
        html = str(component("chart").chart(found))
        assert f">{name}<" in html
        assert "<text" not in html

    def test_figures(self) -> None:
        w = words.texts("th")
        assert exact(Decimal("1444500.5")) == "1,444,500.50"
        assert baht(Decimal(999_999), w) == "999,999 บาท"
        assert baht(Decimal(1_200_000), w) == "1.2 ล้านบาท"
        assert baht(Decimal(10_000_000), w) == "10 ล้านบาท"
        assert baht(Decimal(98_765_432_100), w) == "98,765 ล้านบาท"
        assert baht(Decimal("97500.50"), w) == "97,501 บาท"
        assert percent(Decimal(1), Decimal(3)) == "33.33"
        assert percent(Decimal(30), Decimal(100)) == "30"
        assert percent(Decimal(1), Decimal(0)) is None


@pytest.mark.parametrize(
    ("figure", "size"),
    [("2,980,000", "small"), ("999,999,999.50", "usual"), ("999,999,999,999,999,999", "wide")],
)
def test_a_table_has_the_form_in_which_its_figures_stay_whole(figure: str, size: str) -> None:
    """Also where a reader spaces letters: 29 letters are what a phone has room for, 58 a narrow desk."""
    names = ("เดือน", "แผนการใช้จ่าย (บาท)", "เบิกจ่ายจริง (บาท)")
    cells = (
        CellView("มี.ค. 2566", names[0], month=True),
        *(CellView(figure, name, number=True) for name in names[1:]),
    )
    heads = tuple(HeadView(name, number=name != names[0]) for name in names)
    few = TableView("ตาราง", heads, (GroupView((RowView(cells),)),))
    more = TableView("ตาราง", (*heads, heads[1]), (GroupView((RowView((*cells, cells[1])),)),))
    assert (few.size if size != "wide" else more.size) == size
    assert ("pr-long" in cells[1].style) == (size != "small")


def test_people_with_and_without_a_picture() -> None:
    agency = Agency.model_validate(
        {
            "name": "เทศบาล",
            "executives": [
                {"name": "คนหนึ่ง", "position": "นายกเทศมนตรี", "phone": "0 2123 4567"},
                {"name": "คนสอง", "position": EVIL, "email": "a@example.invalid"},
            ],
        }
    )
    first = agency.executives[0].model_copy(
        update={"picture": Picture(address="2566/files/นายก 1.jpg", width=480, height=640)}
    )
    shown = people(agency.model_copy(update={"executives": (first, agency.executives[1])}), "th")
    to = partial(links.relative, "2566/o2/")
    html = str(component("people").executive_section(shown, to, labels("th"), words.texts("th")))
    assert 'width="480" height="640" loading="lazy"' in html
    assert 'alt="รูปถ่าย คนหนึ่ง นายกเทศมนตรี"' in html
    assert 'src="../files/%E0%B8%99' in html
    assert_golden("executives", html)


def test_the_structure_is_a_list_in_lists() -> None:
    structure = Structure.model_validate(
        {
            "units": [
                {"name": "นายก"},
                {"name": "ปลัด", "under": "นายก", "phone": "0 2123 4567"},
                {
                    "name": "กองคลัง",
                    "under": "ปลัด",
                    "head": "ผู้อำนวยการ",
                    "about": "ภาษี",
                    "works": ["พัสดุ", "บัญชี"],
                },
                {"name": "กองช่าง", "under": "ปลัด", "email": "b@example.invalid"},
                {"name": "สภา"},
            ]
        }
    )
    html = str(component("tree").structure_section(tree(structure), words.texts("th")))
    outline = Outline(html)
    assert [tag for tag, _ in outline.elements].count("ul") == 4
    assert_golden("structure", html)
    assert tree(None) == ()


def test_every_text_is_used(root: Path) -> None:
    folder = root / "generator/prongsai/pages"
    paths = (*folder.glob("components/*/template.html"), *folder.glob("typed/*.py"))
    used = "\n".join(path.read_text("utf-8") for path in paths)
    assert {
        name for name in vars(words.texts("th")) if not re.search(rf"\bw\.{name}\b|\)\.{name}\b", used)
    } == set()


def test_every_case_has_its_file() -> None:
    names = {*CASES, "procurement-english", "executives", "structure"}
    assert {path.stem for path in GOLDEN.iterdir()} == names
