"""Typed tables: headers in any words and order, cells in any way of writing, rows of every sort."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.load.frameworks import shipped
from prongsai.load.held import parse_table
from prongsai.model.framework import Item
from prongsai.model.tables.header import match
from prongsai.model.tables.read import TypedTable, read_typed
from prongsai.model.tables.register import SHAPES, shapes_of
from prongsai.model.tables.shapes import Column, Shape

COLUMNS = [(shape, column) for shape in SHAPES for column in shape.columns]
MONTHLY = "เดือน,รายการ,วงเงิน,ราคากลาง,วิธี,ผู้เสนอราคา,ผู้ได้รับคัดเลือก,ราคาที่ตกลง,เหตุผลที่คัดเลือก,เลขที่สัญญา"


def item(topic: str, year: int) -> Item:
    return next(item for item in shipped().frameworks[f"nacc-{year}"].items if item.topic == topic)


def read(topic: str, text: str, year: int = 2566, title: str = "") -> TypedTable:
    found = read_typed(parse_table(text), shapes_of(topic), item(topic, year), (year, year - 1), title)
    assert found is not None
    return found


def missing(typed: TypedTable) -> list[str]:
    return [one.column.id for one in typed.missing]


def unread(typed: TypedTable) -> list[tuple[int, int, str]]:
    return [(one.line, one.cell, one.why) for one in typed.unread]


class TestRegister:
    @pytest.mark.parametrize(
        ("shape", "column"), COLUMNS, ids=lambda one: getattr(one, "name", getattr(one, "id", ""))
    )
    def test_every_wording_is_that_columns_alone(self, shape: Shape, column: Column) -> None:
        if column.marks:
            return
        for wording in column.wordings:
            for written in (wording, f" {wording} (บาท)", wording.replace(" ", "")):
                header = match([written], shape, 2566)
                assert set(header.columns) - header.shared == {column.id}, written

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
    def test_every_topic_is_in_a_framework(self, shape: Shape) -> None:
        topics = {one.topic for pack in shipped().frameworks.values() for one in pack.items}
        assert set(shape.topics) <= topics
        assert {*shape.label} <= set(shape.by_id)

    @pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
    def test_words_that_ask_for_a_column_occur_in_a_framework(self, shape: Shape) -> None:
        said = " ".join(
            f"{element.text} {' '.join(element.at_least)}"
            for pack in shipped().frameworks.values()
            for one in pack.items
            if one.topic in shape.topics
            for element in one.elements
        )
        for column in shape.columns:
            assert not column.asked_by or any(words in said for words in column.asked_by), column.id

    def test_what_a_framework_asks_for_depends_on_its_year(self) -> None:
        header = "เดือน,รายการ,วงเงิน,ราคากลาง,วิธี,ผู้ได้รับคัดเลือก,ราคาที่ตกลง,เลขที่สัญญา\n"
        assert missing(read("procurement-monthly", header, 2566)) == ["bidders", "reason"]
        assert missing(read("procurement-monthly", header, 2567)) == ["state"]


class TestHeaders:
    def test_the_official_form_with_titles_above(self) -> None:
        typed = read(
            "procurement-monthly",
            "สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ตุลาคม 2565,,,,,,,,\nเทศบาลตำบลตัวอย่าง,,,,,,,,\n\n"
            "ลำดับที่,งานที่จัดซื้อหรือจัดจ้าง,วงเงินที่จะซื้อหรือจ้าง (บาท),ราคากลาง (บาท),วิธีซื้อหรือจ้าง,"
            "รายชื่อผู้เสนอราคา และราคาที่เสนอ,ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง,เหตุผลที่คัดเลือกโดยสรุป,"
            "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง\n"
            '1,จ้างเหมา,"98,000.00","98,000.00",เฉพาะเจาะจง,ร้าน ก 97500,ร้าน ก / 97500 บาท,เหมาะสม,1/2566\n'
            'รวม,,"98,000","98,000",,,,,\n',
            title="สขร.1 เดือนตุลาคม 2565",
        )
        assert (typed.header_line, missing(typed), unread(typed)) == (4, [], [])
        assert [row.sort for row in typed.rows] == ["data", "total"]
        assert typed.figure(typed.rows[0], "price") == 97500
        assert typed.rows[0].month is not None
        assert typed.rows[0].month.iso() == "2022-10"

    def test_order_and_more_columns_make_no_difference(self) -> None:
        names = MONTHLY.split(",")
        for header in (names, names[::-1], ["อะไรก็ได้", *names, "อีกช่อง"]):
            assert missing(read("procurement-monthly", ",".join(header))) == []

    def test_a_missing_column_and_the_header_that_looks_like_it(self) -> None:
        typed = read("procurement-monthly", MONTHLY.replace("ราคากลาง", "ราคากลา"))
        assert [(one.column.id, one.like) for one in typed.missing] == [("median", 3)]
        assert missing(read("procurement-monthly", MONTHLY.replace("ราคากลาง,", ""))) == ["median"]

    def test_two_columns_in_one(self) -> None:
        typed = read(
            "procurement-monthly",
            MONTHLY.replace("วงเงิน,ราคากลาง", "วงเงิน/ราคากลาง") + "\nต.ค. 65,ก,98000/95000,,,,,1,,\n",
        )
        assert (missing(typed), unread(typed)) == ([], [])

    def test_months_across_and_quarters(self) -> None:
        months = read("action-plan-progress", "โครงการ,งบประมาณ,ต.ค.,พ.ย.,ความคืบหน้า\nก,9,1,2,ดี\n")
        quarters = read("action-plan-progress", "โครงการ,งบประมาณ,ไตรมาส 1,ไตรมาส 2,ความคืบหน้า\nก,9,1,2,ดี\n")
        for typed in (months, quarters):
            assert (typed.shape.name, missing(typed)) == ("spending", [])
            assert dict(typed.rows[0].figures) == {1: 9, 2: 1, 3: 2}
        assert [len(span) for span in quarters.header.months.values()] == [3, 3]

    def test_the_shape_that_fits_best(self) -> None:
        plan = read("action-plan", "โครงการ,งบประมาณ,เริ่ม,สิ้นสุด\n", 2567)
        progress = read("action-plan", "โครงการ,งบประมาณ,ใช้ไป,ความคืบหน้า\n", 2567)
        budget = read("action-plan", "แผนงาน,งบประมาณ,ใช้ไป\n", 2567)
        assert [typed.shape.name for typed in (plan, progress, budget)] == ["projects", "spending", "budget"]

    def test_no_known_header(self) -> None:
        table = parse_table("a,b\n1,2\n")
        topic = "complaint-statistics"
        assert read_typed(table, shapes_of(topic), item(topic, 2566), (2566,), "") is None

    def test_services_at_the_counter_and_online_are_asked_for_in_2567(self) -> None:
        text = "เดือน,ชำระภาษี\nต.ค. 66,5\n"
        assert missing(read("service-statistics", text, 2566)) == []
        assert missing(read("service-statistics", text, 2567)) == ["counter", "online"]
        both = "เดือน,Walk-in,ออนไลน์\nต.ค. 66,5,4\n"
        assert missing(read("service-statistics", both, 2567)) == []
        rows = "งานบริการ,ช่องทาง,จำนวน\nภาษี,ที่สำนักงาน,5\nภาษี,E-Service,5\n"
        assert missing(read("service-statistics", rows, 2567)) == []


class TestRows:
    def test_a_month_holds_for_the_rows_under_it(self) -> None:
        rows = "ต.ค. 65,ก,1,1,,,,1,,\n,ข,2,2,,,,2,,\nพ.ย. 65,ไม่มีการจัดซื้อจัดจ้าง,-,-,-,-,-,-,-,-\n"
        typed = read("procurement-monthly", f"{MONTHLY}\n{rows}")
        assert [(row.sort, row.month and row.month.iso()) for row in typed.rows] == [
            ("data", "2022-10"),
            ("data", "2022-10"),
            ("nil", "2022-11"),
        ]
        assert unread(typed) == []

    def test_a_title_between_rows_names_the_month(self) -> None:
        header = MONTHLY.partition(",")[2]
        text = f"ลำดับ,{header}\nเดือนตุลาคม 2565,,,,,,,,,\n1,ก,1,1,,,,1,,\nเดือนพฤศจิกายน 2565\n2,ข,1,1,,,,1,,\n"
        typed = read("procurement-monthly", text)
        assert [row.sort for row in typed.rows] == ["heading", "data", "heading", "data"]
        assert [row.month and row.month.iso() for row in typed.data] == ["2022-10", "2022-11"]

    def test_a_header_that_comes_again_is_no_row(self) -> None:
        october, november = "ต.ค. 65,ก,1,1,,,,1,,\n", "พ.ย. 65,ก,1,1,,,,1,,\n"
        typed = read("procurement-monthly", f"{MONTHLY}\n{october}{MONTHLY}\n{november}")
        assert [row.line for row in typed.rows] == [2, 4]

    def test_sums_in_the_file_are_no_figures(self) -> None:
        text = "แผนงาน,งบประมาณ,ใช้ไป\nก,1,1\nรวมเดือน,1,1\nรวมทั้งสิ้น,1,1\nรวมพลังชุมชน,1,1\n"
        typed = read("budget-report", text, 2565)
        assert [row.sort for row in typed.rows] == ["data", "total", "total", "data"]

    def test_what_cannot_be_read_has_its_place(self) -> None:
        text = (
            f"{MONTHLY}\n2565-13,ก,1,1,,,,1,,\nต.ค. 65,ก,=A1,1.5E+06,,,,ไม่ทราบ,,\n"
            "ต.ค. 65,=cmd(),-5,1,,,,1,,\n"
            "ต.ค. 65,ก,1,500,000,1,เฉพาะ,ก,ข,1,ค,1/2566\n"
        )
        assert unread(read("procurement-monthly", text)) == [
            (2, 0, "month"),
            (3, 2, "formula"),
            (3, 3, "exponent"),
            (3, 7, "no_number"),
            (4, 1, "formula"),
            (4, 2, "negative"),
            (5, 10, "too_many"),
        ]

    def test_counts_are_whole(self) -> None:
        text = "เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,กำลังดำเนินการ\nต.ค. 65,1.5,1,0\nพ.ย. 65,1.0,1,0\n"
        assert unread(read("complaint-statistics", text)) == [(2, 1, "part")]

    def test_periods_that_are_no_month_are_no_fault(self) -> None:
        text = "ช่วงเวลา,จำนวนเรื่อง,เสร็จแล้ว,กำลังดำเนินการ\nรอบ 6 เดือนแรก,2,1,1\nตลอดปี,2,2,0\n"
        typed = read("complaint-statistics", text)
        assert unread(typed) == []
        assert [row.months for row in typed.rows] == [(), ()]

    def test_quarters_by_number(self) -> None:
        typed = read("complaint-statistics", "ไตรมาส,จำนวนเรื่อง,เสร็จแล้ว,กำลังดำเนินการ\n๑,0,0,0\n2,ไม่มี,-,-\n")
        assert [(row.sort, len(row.months)) for row in typed.rows] == [("data", 3), ("nil", 3)]

    def test_what_is_left_may_be_below_zero_and_units_multiply(self) -> None:
        text = "แผนงาน,งบประมาณ (ล้านบาท),เบิกจ่าย (ล้านบาท),คงเหลือ (ล้านบาท)\nก,3.5,4,(0.5)\n"
        typed = read("budget-progress", text, 2565)
        assert unread(typed) == []
        assert [typed.figure(typed.rows[0], name) for name in ("budget", "spent", "left")] == [
            3_500_000,
            4_000_000,
            -500_000,
        ]

    def test_a_table_of_the_year_before(self) -> None:
        typed = read("budget-report", "เดือน,งบประมาณ,ใช้ไป\nต.ค. 63,1,1\nพ.ย. 63,1,1\n", 2565)
        assert typed.header.fiscal_year == 2564

    def test_a_header_with_too_few_cells(self) -> None:
        typed = read("complaint-statistics", "เดือน,รับใหม่,เสร็จ\nต.ค. 65,1,1,0\nพ.ย. 65,1,1,0\n")
        assert typed.is_header_short
        assert [row.cells[-1] for row in typed.rows] == ["1, 0", "1, 0"]


CELLS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=12
) | st.sampled_from(
    [
        "ต.ค. 65",
        "ไม่มี",
        "1,000",
        "=1+1",
        "",
        "-",
        "รวม",
        "ไตรมาส 1",
        "เดือน",
        "งบประมาณ",
        "โครงการ",
        "2022-10",
        "๑๒",
    ]
)


@given(
    st.lists(st.lists(CELLS, max_size=8), max_size=8),
    st.sampled_from([(shape, topic) for shape in SHAPES for topic in shape.topics]),
)
def test_any_table_is_read(rows: list[list[str]], chosen: tuple[Shape, str]) -> None:
    shape, topic = chosen
    pack = next(
        pack for pack in shipped().frameworks.values() if any(one.topic == topic for one in pack.items)
    )
    header = ",".join(column.wordings[0] for column in shape.columns[:5])
    table = parse_table(
        "\n".join([header, *(",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in rows)])
    )
    typed = read_typed(table, shapes_of(topic), item(topic, pack.fiscal_year), (pack.fiscal_year,), "")
    assert typed is not None
    width = len(typed.header.cells)
    assert all(len(row.cells) == width and set(row.figures) <= set(range(width)) for row in typed.rows)
    assert all(isinstance(figure, Decimal) for row in typed.rows for figure in row.figures.values())
