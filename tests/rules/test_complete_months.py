"""Months missing in a series, and months without a statement: in titles, in tables, in words."""

from datetime import date
from pathlib import Path

import pytest

from prongsai.rules.complete import RULES
from prongsai.thai import months as _months
from prongsai.thai.months import Months, months_in, months_of_cell, skeleton
from tests.rules.planting import found_in, written
from tests.rules.test_complete import check, item


def documents(*titles: str) -> str:
    """Evidence with these titles, from line 3 on."""
    lines = (
        f"  - {{title: {title}, url: https://a.go.th/{number}}}\n" for number, title in enumerate(titles)
    )
    return "evidence:\n" + "".join(lines)


class TestMonths:
    FIVE = ("ต.ค. ๖๕", "พ.ย. ๖๕", "ธ.ค. ๖๕", "ม.ค. ๖๖", "ก.พ. ๖๖")

    def test_abbreviations_and_thai_digits(self, tmp_path: Path) -> None:
        data = documents(*(f"สขร.๑ ประจำเดือน {month}" for month in self.FIVE))
        (found,) = (
            each for each in found_in(written(tmp_path, item(data, "o21")), RULES) if each.rule == "C107"
        )
        assert "มี.ค. 2566" in found.message.th
        assert found.line == 8

    def test_months_in_file_names(self, tmp_path: Path) -> None:
        names = ("october", "november", "january", "february", "march")
        lines = "".join(f"  - {{title: สรุปผล, url: https://a.go.th/buy-{name}-2566.pdf}}\n" for name in names)
        assert check(tmp_path, item(f"evidence:\n{lines}", "o21"), "C107") == [("2566/o21.md", 6)]

    def test_a_month_that_had_none_is_there(self, tmp_path: Path) -> None:
        data = documents(*(f"สรุป เดือน{month}" for month in self.FIVE)) + "results: [เดือนมีนาคมไม่มีการจัดซื้อ]\n"
        assert check(tmp_path, item(data, "o21"), "C107") == []

    def test_a_range_fills(self, tmp_path: Path) -> None:
        data = documents("สถิติ เดือน ต.ค. 65", "สถิติ เดือน พ.ย. 65", "สถิติ เดือน ธ.ค. 65", "สถิติ ม.ค.-มี.ค. 66")
        assert check(tmp_path, item(data, "o16"), "C107") == []

    def test_one_document_on_the_half_is_enough_where_months_need_not_be_told_apart(
        self, tmp_path: Path
    ) -> None:
        titles = (*(f"สถิติ เดือน {month}" for month in self.FIVE[:3]), "สถิติ รอบ 6 เดือน")
        assert check(tmp_path, item(documents(*titles), "o16"), "C107") == []
        assert check(tmp_path, item(documents(*titles), "o21"), "C107") == [("2566/o21.md", 7)]

    def test_months_that_are_not_over_are_not_missing(self, tmp_path: Path) -> None:
        files = item(documents(*(f"สรุป เดือน {month}" for month in self.FIVE)), "o21")
        assert check(tmp_path, files, "C107", date(2023, 3, 31)) == []
        assert check(tmp_path, files, "C107", date(2023, 4, 1)) == [("2566/o21.md", 8)]

    def test_activities_are_no_series(self, tmp_path: Path) -> None:
        data = documents("อบรมเดือนตุลาคม", "ประชุมเดือนธันวาคม", "ประกาศผลเดือนมีนาคม", "ศึกษาดูงานเดือนมกราคม")
        assert check(tmp_path, item(data, "o24"), "C107") == []

    def test_two_months_are_no_series(self, tmp_path: Path) -> None:
        assert check(tmp_path, item(documents("สรุป เดือนตุลาคม", "สรุป เดือนธันวาคม"), "o21"), "C107") == []

    def test_days_of_documents_are_no_months(self, tmp_path: Path) -> None:
        data = documents("รายงาน ลงวันที่ 5 ต.ค. 65", "รายงาน ลงวันที่ 7 ธ.ค. 65", "รายงาน ลงวันที่ 9 มี.ค. 66")
        assert check(tmp_path, item(data, "o16"), "C107") == []

    def test_other_items_need_no_months(self, tmp_path: Path) -> None:
        data = documents(*(f"ข่าว เดือน {month}" for month in self.FIVE))
        assert check(tmp_path, item(data, "o7"), "C107") == []

    def test_what_a_result_says(self, tmp_path: Path) -> None:
        data = documents("หน้าสถิติ") + "results:\n  - {text: ลงสถิติแล้ว มีถึงเดือน ม.ค. 2566, state: done}\n"
        (found,) = (
            each for each in found_in(written(tmp_path, item(data, "o16")), RULES) if each.rule == "C107"
        )
        assert (found.line, found.confidence) == (6, "medium")
        assert "ก.พ. 2566, มี.ค. 2566" in found.message.th
        ends = data.replace("ม.ค. 2566", "มี.ค. 2566")
        assert check(tmp_path, item(ends, "o16"), "C107") == []

    def test_a_table_of_thai_months(self, tmp_path: Path) -> None:
        data = "evidence: [{title: สถิติ, file: data/a.csv}]\n"
        rows = "".join(f"{month},5\n" for month in (*self.FIVE, "มีนาคม 2566", "รวม"))
        files = item(data, "o16") | {"2566/data/a.csv": f"เดือน,ราย\n{rows}"}
        assert check(tmp_path, files, "C107") == []
        files["2566/data/a.csv"] = f"เดือน,ราย\n{rows.replace('ธ.ค. ๖๕,5', '')}"
        assert check(tmp_path, files, "C107") == [("2566/data/a.csv", 5)]

    def test_a_table_of_another_year_is_no_matter_here(self, tmp_path: Path) -> None:
        data = "evidence: [{title: สถิติ, file: data/a.csv}]\n"
        files = item(data, "o16") | {"2566/data/a.csv": "เดือน,ราย\n2021-10,5\n2021-11,5\n2021-12,5\n"}
        assert check(tmp_path, files, "C107") == []

    def test_a_silence_covers_the_items_table(self, tmp_path: Path) -> None:
        data = "evidence: [{title: สถิติ, file: data/a.csv}]\nsilence: {C107: เริ่มเก็บเดือนพฤศจิกายน}\n"
        table = {"2566/data/a.csv": "เดือน,ราย\n2022-11,5\n2022-12,5\n2023-01,5\n2023-02,5\n2023-03,5\n"}
        (found,) = (
            each
            for each in found_in(written(tmp_path, item(data, "o16") | table), RULES)
            if each.rule == "C107"
        )
        assert found.silenced == "เริ่มเก็บเดือนพฤศจิกายน"


class TestNoStatement:
    def test_an_empty_column(self, tmp_path: Path) -> None:
        data = "evidence: [{title: ความคืบหน้า, file: data/a.csv}]\n"
        table = "โครงการ,ต.ค.,พ.ย.,ธ.ค.,ม.ค.,ก.พ.,มี.ค.\nถนน,1,1,,1,1,1\nคลอง,0,0,,0,0,0\n"
        assert check(tmp_path, item(data, "o12") | {"2566/data/a.csv": table}, "C108") == [
            ("2566/data/a.csv", 1)
        ]
        filled = table.replace("คลอง,0,0,,", "คลอง,0,0,0,")
        assert check(tmp_path, item(data, "o12") | {"2566/data/a.csv": filled}, "C108") == []

    def test_zeros_are_data_where_no_row_says_more(self, tmp_path: Path) -> None:
        data = "evidence: [{title: สถิติ, file: data/a.csv}]\n"
        rows = "".join(f"{month},0,\n" for month in TestMonths.FIVE) + "มีนาคม 2566,2,\n"
        assert (
            check(tmp_path, item(data, "o29") | {"2566/data/a.csv": f"เดือน,เรื่อง,หมายเหตุ\n{rows}"}, "C108")
            == []
        )

    def test_one_of_several_rows_is_enough(self, tmp_path: Path) -> None:
        data = "evidence: [{title: สรุป, file: data/a.csv}]\n"
        rows = "".join(f"{month},ซื้อ,5\n" for month in TestMonths.FIVE) + "มี.ค. 66,,\nมี.ค. 66,จ้าง,7\n"
        assert (
            check(tmp_path, item(data, "o21") | {"2566/data/a.csv": f"เดือน,รายการ,ราคา\n{rows}"}, "C108")
            == []
        )


class TestReadingMonths:
    @pytest.mark.parametrize(
        ("text", "single", "ranged"),
        [
            ("เดือนตุลาคม 2565", {10}, set()),
            ("เดือนตุลาคม 2564", set(), set()),
            ("เดือนตุลาคม ปีงบประมาณ 2566", {10}, set()),
            ("เดือนตุลาคม ปีงบประมาณ 2565", set(), set()),
            ("ประจำเดือนกรกฏาคม ๒๕๖๖", {7}, set()),
            ("มค 66 และ กพ.66", {1, 2}, set()),
            ("ตุลาคม 2565 - มีนาคม 2566", set(), {10, 11, 12, 1, 2, 3}),
            ("ต.ค. ถึง ธ.ค. 65", set(), {10, 11, 12}),
            ("ม.ค.–ธ.ค. 2565", set(), {10, 11, 12}),
            ("ไตรมาสที่ 2", set(), {1, 2, 3}),
            ("แบบ สขร.1 มกราคม 2566", {1}, set()),
            ("ลงวันที่ 31 มกราคม 2566", set(), set()),
            ("procurement-2566-m04-january.pdf", {1}, set()),
            ("เมษายนนี้ไม่มีใคร", {4}, set()),
            ("ตลาดนัดมีของ", set(), set()),
            ("market-decision.pdf", set(), set()),
        ],
    )
    def test_of_a_year(self, text: str, single: set[int], ranged: set[int]) -> None:
        assert months_in(text, 2566) == Months(frozenset(single), frozenset(ranged))

    @pytest.mark.parametrize("cell", ["2022-10", "2565-10", "ต.ค.65", "ตุลาคม ๒๕๖๕", "ตุลาคม", "31 ต.ค. 2565"])
    def test_of_a_cell(self, cell: str) -> None:
        assert months_of_cell(cell, 2566) == {10}

    @pytest.mark.parametrize("cell", ["2021-10", "รวม", "", "10", "ต.ค. 64", "2022-13"])
    def test_of_no_cell(self, cell: str) -> None:
        assert months_of_cell(cell, 2566) == frozenset()

    def test_titles_of_a_series_are_alike(self) -> None:
        assert skeleton("สรุปผล เดือน ต.ค. ๖๕ (ฉบับที่ ๑)") == skeleton("สรุปผล เดือนพฤศจิกายน 2565 (ฉบับที่ 2)")

    def test_the_order_of_the_fiscal_year(self) -> None:
        assert _months.in_order({1, 10, 9, 12}) == [10, 12, 1, 9]
        assert _months.as_date(2566, 12).iso() == "2022-12"
        assert _months.as_date(2566, 1).iso() == "2023-01"
