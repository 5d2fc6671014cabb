"""What an item must show: found where it is lacking, once, and only there."""

from datetime import date
from pathlib import Path

import pytest

from prongsai.check import context_of
from prongsai.load.project import load_project
from prongsai.rules.complete import RULES, unofficial_title
from prongsai.rules.rule import Rule
from prongsai.thai.digits import to_thai
from tests.rules.planting import REPORTS, TOWN, assert_golden, found_in, planted, told, written

YEAR = {"2566/year.yml": "framework: nacc-2566\n"}
ITEM = "---\nreported: {reported}\n{data}---\n"


def item(data: str = "", code: str = "o1", reported: str = "done", body: str = "") -> dict[str, str]:
    """A year of 2566 in which ``data`` stands in an item from line 3 on."""
    return {**YEAR, f"2566/{code}.md": ITEM.format(reported=reported, data=data) + body}


def check(
    root: Path, files: dict[str, str], rule: str, today: date = date(2024, 10, 1)
) -> list[tuple[str, int]]:
    """Where a rule fires."""
    found = found_in(written(root, files), RULES, today)
    return [(each.path.removeprefix("content/"), each.line) for each in found if each.rule == rule]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_rules_examples(rule: Rule, tmp_path: Path) -> None:
    bad = found_in(written(tmp_path / "bad", rule.example.bad), [rule], date(2023, 3, 1))
    assert [each.rule for each in bad] == [rule.code]
    assert found_in(written(tmp_path / "good", rule.example.good), [rule], date(2023, 3, 1)) == []


def test_codes_and_texts() -> None:
    assert [rule.code for rule in RULES] == [f"C{number}" for number in range(101, 113)]
    for rule in RULES:
        assert rule.family == "complete"
        assert all(text.th and text.en for text in (rule.what, rule.why, rule.mend, rule.message))


def test_the_invented_town_has_none() -> None:
    for today in (date(2023, 1, 15), date(2024, 5, 20), date(2026, 11, 21)):
        assert told(found_in(TOWN, RULES, today)) == []


@pytest.mark.parametrize("report", REPORTS)
def test_the_reports(report: str) -> None:
    assert_golden("complete", report, RULES)


PLANTED = {
    "a title's letter misread": (
        (
            "2566/o31.md",
            "code: o31\n",
            "title: ประกาศเจตนารมย์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่\ncode: o31\n",
        ),
        "C103",
        "o31",
    ),
    "a heading run together": (
        (
            "2566/o11.md",
            "code: o11\n",
            "title: ๙.๒ การบริหารงาน แผนดำเนินงานและการใช้จ่ายงบประมาณประจำปี\ncode: o11\n",
        ),
        "C103",
        "o11",
    ),
    "another item's title": (
        ("2566/o15.md", "code: o15\n", "title: คู่มือมาตรฐานการปฏิบัติงาน\ncode: o15\n"),
        "C103",
        "o15",
    ),
    "another year's title": (
        ("2567/o8.md", "code: o8\n", "title: แผนดำเนินงานและการใช้จ่ายงบประมาณประจำปี\ncode: o8\n"),
        "C103",
        "o8",
    ),
    "an element taken away": (("2566/o11.md", r"  budget: \[1, 2\]\n", ""), "C104", "o11"),
    "an element emptied": (("2566/o11.md", r"budget: \[1, 2\]", "budget: []"), "C104", "o11"),
    "all elements taken away": (
        ("2566/o1.md", r"elements:\n  chart: \[1\]\n  divisions: \[1\]\n", ""),
        "C104",
        "o1",
    ),
    "the QR code's element": (("2566/o43.md", r"eit-qr: \[2\]", "eit-qr: []"), "C104", "o43"),
    "a minimum count": (("2566/o14.md", r"at-least-one: \[1\]", "at-least-one: []"), "C106", "o14"),
    "a month's row": (("2566/data/service-statistics-2566.csv", "2022-12.*?\n", ""), "C107", "o16"),
    "the first month's row": (("2566/data/complaints-2566.csv", "2022-10.*?\n", ""), "C107", "o29"),
    "the last month's row": (("2567/data/service-statistics-2567.csv", "2024-03.*?\n", ""), "C107", "o12"),
    "a month's column": (("2566/data/action-progress-2566.csv", "ม.ค.,", "งวด,"), "C107", "o12"),
    "a month said to be nil": (("2566/data/procurement-2566.csv", "2023-01.*?\n", ""), "C107", "o21"),
    "a month's statement": (
        ("2566/data/procurement-2566.csv", "ไม่มีการจัดซื้อจัดจ้างในเดือนนี้", ""),
        "C108",
        "o21",
    ),
    "zeros without the statement": (
        ("2566/data/complaints-2566.csv", "(?<=2022-12,0,0,0,)[^\n]*", ""),
        "C108",
        "o29",
    ),
    "dashes": (("2566/data/complaints-2566.csv", "(?<=2022-12,)[^\n]*", "-,-,-,-"), "C108", "o29"),
    "a nil statement": (("2567/o24.md", "  progress: {none[^\n]*\n", ""), "C108", "o24"),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_the_only_finding(name: str, tmp_path: Path) -> None:
    change, rule, code = PLANTED[name]
    root, line = planted(tmp_path, change)
    found = found_in(root, RULES)
    assert [(each.rule, each.item) for each in found] == [(rule, code)]
    assert found[0].path == f"content/{change[0]}"
    assert abs(found[0].line - line) <= 1


@pytest.mark.parametrize("month", ["ตุลาคม", "ธันวาคม", "มีนาคม"])
def test_a_months_document_taken_away(month: str, tmp_path: Path) -> None:
    ties = "\n".join(
        f"  {name}: {[*range(1, count)]}" for name, count in (("summary", 7), ("details", 7), ("monthly", 6))
    )
    root, line = planted(
        tmp_path,
        ("2566/o21.md", r"  summary: .*?  monthly: [^\n]*", ties),
        ("2566/o21.md", rf"  - title: สรุปผลการจัดซื้อจัดจ้าง เดือน{month}.*?fiscal_years: \[2566\]\n", ""),
    )
    found = found_in(root, RULES)
    assert [(each.rule, each.item, each.path) for each in found] == [("C107", "o21", "content/2566/o21.md")]
    assert abs(found[0].line - line) <= 1


def test_done_but_nothing_to_see_in_the_town(tmp_path: Path) -> None:
    nothing = ("2566/o6.md", r"elements:\n  laws: \[1\]\nevidence:.*?way: 1\n", "evidence: []\n")
    root, line = planted(tmp_path, nothing)
    found = found_in(root, RULES)
    assert [(each.rule, each.item, each.line) for each in found] == [("C109", "o6", line)]


class TestTitles:
    @pytest.mark.parametrize("title", ["โครงสร้าง", "โครง สร้าง", "โครงสร้าง."])
    def test_the_official_one(self, title: str, tmp_path: Path) -> None:
        assert check(tmp_path, item(f"title: {title}\n"), "C103") == []

    def test_thai_digits_and_another_sources_title(self, tmp_path: Path) -> None:
        official = "รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริต ประจำปีรอบ 6 เดือน"
        files = item(f"title: {to_thai(official)}\n", "o37") | item("title: คู่มือหรือมาตรฐานการปฏิบัติงาน\n", "o14")
        assert check(tmp_path, files, "C103") == []

    def test_as_published(self, tmp_path: Path) -> None:
        assert check(tmp_path, item("code: o1\ntitle_published: โครงส้าง\n"), "C103") == [("2566/o1.md", 4)]

    @pytest.mark.parametrize(
        ("title", "severity", "words"),
        [
            ("โครงส้าง", "info", "พิมพ์หรืออ่านผิด"),
            ("ข้อมูลพื้นฐาน โครงสร้าง", "info", "ข้อมูลพื้นฐาน"),
            ("ข้อมูลผู้บริหาร", "warning", "ข้อ o2 ในปีเดียวกัน"),
            ("แผนการใช้จ่ายงบประมาณประจำปี", "warning", "ข้อ o18 ปี 2565"),
            ("เรื่องอื่นทั้งหมด", "warning", "ไม่ตรงกับชื่อ"),
        ],
    )
    def test_what_is_wrong(self, title: str, severity: str, words: str, tmp_path: Path) -> None:
        root = written(tmp_path, item(f"title: {title}\n"))
        (found,) = found_in(root, [unofficial_title.RULE])
        assert found.severity == severity
        assert words in found.message.th

    def test_only_what_is_certain_is_mended(self, tmp_path: Path) -> None:
        files = item("title: โครงส้าง\n") | item("title: โครงสร้าง\n", "o2") | item("title: อื่น ๆ\n", "o3")
        site = load_project(written(tmp_path, files)).site
        assert site is not None
        hits = unofficial_title.check(context_of(site, date(2024, 10, 1)))
        assert [(hit.item, hit.fix) for hit in hits] == [("o1", "โครงสร้าง"), ("o2", None), ("o3", None)]


class TestElements:
    def test_nothing_is_asked_in_a_year_without_ties(self, tmp_path: Path) -> None:
        files = item("evidence: [{title: ผัง, url: https://a.go.th/x}]\n")
        found = found_in(written(tmp_path, files), RULES)
        assert {each.rule for each in found} == {"C101", "C105"}
        assert [(each.path, each.line) for each in found if each.rule == "C105"] == [
            ("content/2566/year.yml", 1)
        ]

    @pytest.mark.parametrize(
        ("reported", "count"), [("done", 1), ("in_progress", 1), ("not_started", 0), ("null", 0)]
    )
    def test_only_where_something_is_reported(self, reported: str, count: int, tmp_path: Path) -> None:
        data = "elements: {chart: [1]}\nevidence: [{title: ผัง, url: https://a.go.th/x}]\n"
        assert len(check(tmp_path, item(data, reported=reported), "C104")) == count

    def test_a_nil_statement_shows_an_element(self, tmp_path: Path) -> None:
        data = "elements: {chart: [1], divisions: {none: ไม่มีงานย่อย}}\nevidence: [{title: ผัง, url: https://a.go.th/x}]\n"
        assert check(tmp_path, item(data), "C104") == []

    def test_one_finding_names_all_elements(self, tmp_path: Path) -> None:
        data = "elements:\n  plan: [1]\nevidence: [{title: แผน, url: https://a.go.th/x}]\n"
        found = [each for each in found_in(written(tmp_path, item(data, "o4")), RULES) if each.rule == "C104"]
        assert len(found) == 1
        assert "(details)" in found[0].message.th and "(period)" in found[0].message.th
        assert found[0].line == 4

    def test_a_count_of_two(self, tmp_path: Path) -> None:
        pack = """\
framework: demo-2566
scheme: demo
fiscal_year: 2566
title: {th: กรอบตัวอย่าง}
indicators:
  - number: "9"
    name: การเปิดเผยข้อมูล
    sub_indicators:
      - number: "9.1"
        name: ข้อมูลพื้นฐาน
        items:
          - code: o1
            title: ข่าว
            topic: news
            elements: [{id: news, text: ข่าว, covers: current, min_count: 2}]
"""
        evidence = "evidence:\n  - {title: ข่าวหนึ่ง, url: https://a.go.th/1}\n  - {title: ข่าวสอง, url: https://a.go.th/2}\n"
        files = {
            "2566/year.yml": "framework: demo-2566\n",
            "frameworks/demo-2566.yml": pack,
            "2566/o1.md": ITEM.format(reported="done", data=f"elements: {{news: [1, 1]}}\n{evidence}"),
        }
        assert check(tmp_path, files, "C106") == [("2566/o1.md", 3)]
        files["2566/o1.md"] = ITEM.format(reported="done", data=f"elements: {{news: [1, 2]}}\n{evidence}")
        assert check(tmp_path, files, "C106") == []


class TestNothingToSee:
    def test_names_of_documents_are_nothing_to_see(self, tmp_path: Path) -> None:
        data = "evidence: []\ndocuments: [ผังโครงสร้าง, คำสั่ง]\n"
        found = [each for each in found_in(written(tmp_path, item(data)), RULES) if each.rule == "C109"]
        assert [each.line for each in found] == [3]
        assert "“ผังโครงสร้าง” และอีก 1 ชื่อ" in found[0].message.th

    @pytest.mark.parametrize("body", ["[ผัง](https://a.go.th/x)\n", "| ก | ข |\n| --- | --- |\n| 1 | 2 |\n"])
    def test_a_link_or_a_table_is_something(self, body: str, tmp_path: Path) -> None:
        assert check(tmp_path, item(body=body), "C109") == []

    @pytest.mark.parametrize("reported", ["in_progress", "not_started", "not_applicable", "null"])
    def test_only_what_is_said_to_be_done(self, reported: str, tmp_path: Path) -> None:
        assert check(tmp_path, item(reported=reported), "C109") == []

    def test_a_nil_statement_is_something(self, tmp_path: Path) -> None:
        assert check(tmp_path, item("elements: {statistics: {none: ไม่มีเรื่องร้องเรียน}}\n", "o29"), "C109") == []
