"""Columns that a typed table lacks and cells that cannot be read: told with file, line, column and remedy."""

from pathlib import Path

import pytest

from prongsai.model.finding import Finding
from prongsai.rules.complete import RULES
from tests.rules.planting import found_in, planted, written

RULE = {rule.code: rule for rule in RULES}
TABLES = (RULE["C110"], RULE["C111"])
YEAR = {"2566/year.yml": "framework: nacc-2566\n"}
ITEM = "---\nreported: done\nevidence:\n  - {{title: ตาราง, file: data/table.csv}}\n{more}---\n"
COMPLAINTS = "เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,กำลังดำเนินการ\n"


def check(root: Path, table: str | bytes, code: str = "o29", more: str = "") -> list[Finding]:
    written(root, {**YEAR, f"2566/{code}.md": ITEM.format(more=more)})
    path = root / "content/2566/data/table.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(table if isinstance(table, bytes) else table.encode())
    return found_in(root, TABLES)


def places(found: list[Finding]) -> list[tuple[str, int, int]]:
    return [(one.rule, one.line, one.column) for one in found]


PLANTED = {
    "a column taken away": (
        ("2566/data/procurement-2566.csv", "ราคากลาง \\(บาท\\)", "อีกอย่าง"),
        "C110",
        "o21",
    ),
    "a header with a letter lost": (("2566/data/procurement-2566.csv", "ราคากลาง", "ราคากลา"), "C110", "o21"),
    "a header in other words": (
        ("2567/data/complaints-2567.csv", "กำลังดำเนินการเมื่อสิ้นเดือน", "สภาพ"),
        "C110",
        "o24",
    ),
    "a state that 2567 asks for": (("2567/data/procurement-2567.csv", ",สถานะ", ",อื่น ๆ"), "C110", "o16"),
    "a price in words": (("2566/data/procurement-2566.csv", ",97500,ราคา", ",เก้าหมื่น,ราคา"), "C111", "o21"),
    "a formula": (("2566/data/complaints-2566.csv", "2023-02,1,", "2023-02,=SUM(B2:B5),"), "C111", "o29"),
    "commas without quotes": (
        ("2566/data/action-plan-2566.csv", "กองช่าง,1500000", "กองช่าง,1,500,000"),
        "C111",
        "o11",
    ),
    "a count in parts": (
        ("2567/data/service-statistics-2567.csv", "2023-10,96", "2023-10,96.5"),
        "C111",
        "o12",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_the_only_finding(name: str, tmp_path: Path) -> None:
    change, rule, code = PLANTED[name]
    root, line = planted(tmp_path, change)
    found = found_in(root, RULES)
    assert [(one.rule, one.item, one.path, one.line) for one in found] == [
        (rule, code, f"content/{change[0]}", line)
    ]


def test_a_missing_column_says_which_and_what_looks_like_it(tmp_path: Path) -> None:
    (found,) = check(tmp_path, "เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,กำลังดำเนินกาน\n2022-10,0,0,0\n")
    assert places([found]) == [("C110", 1, len("เดือน,เรื่องที่รับใหม่,เสร็จแล้ว,") + 1)]
    assert "ขาดคอลัมน์ “เรื่องที่กำลังดำเนินการ”" in found.message.th
    assert "D “กำลังดำเนินกาน” น่าจะหมายถึงคอลัมน์นี้" in found.message.th
    assert found.message.th.endswith("หรือตั้งหัวคอลัมน์ว่า “เรื่องที่กำลังดำเนินการ”")
    assert "open" in found.message.en


def test_a_cell_is_told_with_its_place_behind_quotes(tmp_path: Path) -> None:
    text = 'หมายเหตุ,เดือน,รับใหม่,เสร็จ,ค้าง\n"ก, ""ข""",2022-10,x,0,0\n"สอง\nบรรทัด",2022-13,1,0,0\n'
    found = check(tmp_path, text)
    assert places(found) == [("C111", 2, 20), ("C111", 4, 9)]
    assert "คอลัมน์ C “รับใหม่”: อ่าน “x” เป็นจำนวนไม่ได้" in found[0].message.th
    assert "2022-13" in found[1].message.en


@pytest.mark.parametrize("encoding", ["cp874", "utf-16", "utf-8-sig"])
def test_other_encodings_have_the_same_places(encoding: str, tmp_path: Path) -> None:
    (found,) = check(tmp_path, f"{COMPLAINTS}2022-10,สอง,0,0\n".encode(encoding))
    assert places([found]) == [("C111", 2, 9)]


def test_a_file_that_is_no_text_is_no_table(tmp_path: Path) -> None:
    assert check(tmp_path, b"\x00\x01\x02PK") == []


def test_no_known_header_is_told_once(tmp_path: Path) -> None:
    (found,) = check(tmp_path, "a,b\n1,2\n3,4\n")
    assert places([found]) == [("C110", 1, 1)]
    assert "ไม่รู้จักหัวคอลัมน์ใดเลย" in found.message.th
    assert found.confidence == "medium"


def test_many_faults_are_bounded(tmp_path: Path) -> None:
    rows = "".join(f"2022-10,x{number},0,0\n" for number in range(10_000))
    found = check(tmp_path, COMPLAINTS + rows)
    assert len(found) == 20
    assert "9,980" in found[-1].message.th


def test_a_short_header_is_told_once_and_not_of_each_row(tmp_path: Path) -> None:
    (found,) = check(tmp_path, "เดือน,รับใหม่,เสร็จ,ค้าง\n2022-10,1,1,0,x\n2022-11,1,1,0,x\n")
    assert places([found]) == [("C111", 1, len("เดือน,รับใหม่,เสร็จ,") + 1)]
    assert "ใส่หัวให้ครบทุกคอลัมน์" in found.message.th


def test_tables_that_are_no_evidence_are_looked_at_and_silenced_with_their_item(tmp_path: Path) -> None:
    (tmp_path / "content/2566/data").mkdir(parents=True)
    (tmp_path / "content/2566/data/more.csv").write_text("a,b\n", "utf-8")
    (found,) = check(tmp_path, COMPLAINTS, more="tables: data/more.csv\nsilence: {C110: ตารางเสริม}\n")
    assert (found.path, found.silenced) == ("content/2566/data/more.csv", "ตารางเสริม")


def test_other_topics_have_tables_of_any_kind(tmp_path: Path) -> None:
    assert check(tmp_path, "a,b\n1,x\n", "o7") == []
