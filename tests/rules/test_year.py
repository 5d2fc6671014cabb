"""The rules on time: evidence of another year, periods, deadlines and dates.

``PRONGSAI_REWRITE=1`` writes the lists of the reports anew; read each line against the report first.
"""

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from prongsai.check import run_rules
from prongsai.load.places import Places
from prongsai.load.project import load_project
from prongsai.model.finding import Finding
from prongsai.rules.context import Context
from prongsai.rules.rule import Rule
from prongsai.rules.year import RULES
from prongsai.thai.digits import to_thai

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = {
    "khaoyoi": ROOT,
    "kalase": ROOT / "examples/kalase",
    "huaruea": ROOT / "examples/huaruea",
    "plalai": ROOT / "examples/plalai",
    "tako": ROOT / "examples/tako",
}
TODAY = date(2023, 3, 1)
LATER = date(2026, 10, 1)
Check = Callable[..., list[tuple[str, str, int]]]


def found_in(root: Path, today: date) -> list[Finding]:
    """What this family finds in a project."""
    loaded = load_project(root)
    assert loaded.site is not None, loaded.findings
    found = run_rules(Context(loaded.site, today), Places(root), RULES)
    return sorted(found, key=lambda finding: (finding.path, finding.line, finding.rule))


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """(rule, severity, line) of what is found in files given as path → text."""

    def run(files: Mapping[str, str], today: date = TODAY) -> list[tuple[str, str, int]]:
        for name, text in ({"agency.yml": "name: เทศบาลตำบลทดสอบ\n"} | dict(files)).items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return [(found.rule, found.severity, found.line) for found in found_in(tmp_path, today)]

    return run


def item(*lines: str) -> str:
    """An item's file; the first of ``lines`` stands on line 3."""
    return "\n".join(("---", "reported: done", *lines, "---", ""))


def evidence(title: str, *lines: str, url: str = "https://www.example.go.th/x") -> str:
    """An item with one piece of evidence: its title on line 4, its address on 5, what follows from 6."""
    return item("evidence:", f"  - title: {title}", f"    url: {url}", *(f"    {line}" for line in lines))


OTHER_YEARS = [
    # 2566: o13 asks for the year before, o11 for this one, o12 for its first half, o4 for several years.
    ("o13", "รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565", False),
    ("o13", "รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566", True),
    ("o13", "รายงานผลการดำเนินงาน ประจำปี 66", True),
    ("o13", "รายงานผลการดำเนินงาน 2564", True),
    ("o13", "รายงานผลการดำเนินงาน ต.ค. 64 - ก.ย. 65", False),
    ("o13", "รายงานผลการดำเนินงาน ต.ค. 65 - ก.ย. 66", True),
    ("o13", "รายงานผลการดำเนินงาน ปีงบประมาณ 2565 ลงวันที่ 30 พ.ย. 2565", False),
    ("o13", "รายงานผลตามระเบียบกระทรวงมหาดไทย พ.ศ. 2548", False),
    ("o13", "รายงานผลการดำเนินงาน", False),
    ("o11", "แผนดำเนินงาน ปีงบประมาณ 2566", False),
    ("o11", "แผนดำเนินงาน ปีงบประมาณ 2565", True),
    ("o11", "แผนดำเนินงาน พ.ศ. 2566-2570", False),
    ("o11", "แผนดำเนินงาน พ.ศ. 2561-2565", True),
    ("o11", "แผนดำเนินงาน ปีงบประมาณ 2655", True),
    ("o12", "รายงานรอบ 6 เดือน ปีงบประมาณ 2566", False),
    ("o12", "รายงานรอบ 6 เดือน ปีงบประมาณ 2565", True),
    ("o12", "รายงาน ต.ค. 65 - มี.ค. 66", False),
    ("o4", "แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570)", False),
    ("o4", "แผนพัฒนาท้องถิ่น (พ.ศ. 2561-2565)", True),
    ("o4", "แผนพัฒนาท้องถิ่น (พ.ศ. 2561-2565) เพิ่มเติม ปี 2566", False),
    ("o6", "พระราชบัญญัติเทศบาล พ.ศ. 2496", False),
    ("o1", "โครงสร้าง ปีงบประมาณ 2564", False),
    # Both the analysis of the year before and the measures of this one.
    ("o42", "รายงานวิเคราะห์ผล ITA ปีงบประมาณ 2565", False),
    ("o42", "มาตรการ ปีงบประมาณ 2566", False),
    ("o42", "รายงานวิเคราะห์ผล ITA ปีงบประมาณ 2563", True),
    # News of next year's tax is this year's news; last year's is not.
    ("o7", "ข่าวภาษีที่ดิน ปี 2567", False),
    ("o7", "ข่าวภาษีที่ดิน ปี 2565", True),
]


@pytest.mark.parametrize(("code", "title", "wrong"), OTHER_YEARS)
def test_evidence_of_another_year(check: Check, code: str, title: str, wrong: bool) -> None:
    expected = [("Y201", "warning", 4)] if wrong else []
    assert check({f"2566/{code}.md": evidence(title)}) == expected
    assert check({f"2566/{code}.md": evidence(to_thai(title))}) == expected
    documents = item("documents:", f"  - {title}")
    assert check({f"2566/{code}.md": documents}) == expected


def test_each_sign_is_judged_and_one_is_told(check: Check) -> None:
    right = "รายงานผล ปีงบประมาณ 2565"
    assert check({"2566/o13.md": evidence(right, "fiscal_years: [2564]")}) == [("Y201", "warning", 6)]
    file = "https://www.example.go.th/report-2564.pdf"
    assert check({"2566/o13.md": evidence(right, url=file)}) == [("Y201", "warning", 5)]
    wrong = evidence("รายงานผล ปีงบประมาณ 2564", "fiscal_years: [2564]", url=file)
    assert check({"2566/o13.md": wrong}) == [("Y201", "warning", 4)]


def test_a_day_of_scanning_is_no_year(check: Check) -> None:
    scanned = "https://www.example.go.th/2022-11-18.pdf"
    assert check({"2566/o13.md": evidence("รายงานผลการดำเนินงาน", url=scanned)}) == []
    month = "https://www.example.go.th/report-2023-01.pdf"
    assert check({"2566/o13.md": evidence("รายงานผล ปีงบประมาณ 2565", url=month)}) == []
    assert check({"2566/o13.md": evidence("รายงานผล", url=month)}) == [("Y201", "info", 5)]


def test_evidence_is_judged_by_the_elements_that_it_shows(check: Check) -> None:
    both = item(
        "elements:",
        "  analysis: [1]",
        "  details: [1]",
        "  measures: [2]",
        "evidence:",
        "  - {title: วิเคราะห์ผล ปีงบประมาณ 2566, url: 'https://www.example.go.th/a'}",
        "  - {title: มาตรการ ปีงบประมาณ 2566, url: 'https://www.example.go.th/b'}",
    )
    assert check({"2566/o42.md": both}) == [("Y201", "warning", 8)]


def test_a_nil_statement_for_another_year(check: Check) -> None:
    def nil(year: int) -> str:
        return item("elements:", f"  progress: {{none: ไม่มีเรื่องร้องเรียนในปีงบประมาณ {year}}}")

    assert check({"2566/o29.md": nil(2566)}) == []
    assert check({"2566/o29.md": nil(2565)}) == [("Y201", "warning", 4)]


def test_a_way_to_another_year(check: Check) -> None:
    def way(year: int) -> str:
        return item("breadcrumbs:", f"  - หน้าแรก > รายงาน > รายงานผลประจำปี {year}")

    assert check({"2566/o38.md": way(2565)}) == []
    assert check({"2566/o38.md": way(2564)}) == [("Y201", "warning", 4)]


def test_a_recalled_framework_is_not_insisted_on(check: Check) -> None:
    """What 2567 asks is from memory: only what contradicts itself, or any reading of it, is a warning."""
    title = "รายงานผล ปีงบประมาณ 2567"
    assert check({"2567/o9.md": evidence(title)}) == [("Y201", "info", 4)]
    assert check({"2567/o9.md": evidence("รายงานผล ปีงบประมาณ 2566")}) == []
    assert check({"2567/o9.md": evidence("รายงานผล ปีงบประมาณ 2564")}) == [("Y201", "warning", 4)]
    assert check({"2567/o9.md": evidence(title, "fiscal_years: [2567]")}) == [("Y201", "warning", 4)]
    assert check({"2567/o9.md": evidence(title, "fiscal_years: [2566]")}) == [("Y201", "warning", 4)]


def test_a_probable_misprint_of_the_framework(check: Check) -> None:
    """2566's o30 asks for 2565 in print, probably by mistake."""
    assert check({"2566/o30.md": evidence("การมีส่วนร่วม ปีงบประมาณ 2565")}) == []
    same = evidence("การมีส่วนร่วม ปีงบประมาณ 2566", "fiscal_years: [2566]")
    assert check({"2566/o30.md": same}) == [("Y201", "info", 4)]


def test_an_analysis_of_last_year_beside_its_measures(check: Check) -> None:
    documents = item("documents:", "  - รายงานการวิเคราะห์ผลการประเมิน ปีงบประมาณ ๒๕๖๔.pdf", "  - กิจกรรม ปี ๒๕๖๕")
    assert check({"2565/o43.md": documents}) == []
    documents = item("documents:", "  - กิจกรรม ปีงบประมาณ ๒๕๖๔.pdf", "  - กิจกรรม ปีงบประมาณ ๒๕๖๕")
    assert check({"2565/o43.md": documents}) == [("Y201", "warning", 4)]


def test_half_a_year_where_a_year_is_asked(check: Check) -> None:
    half = "รายงานผล ปีงบประมาณ 2565 รอบ 6 เดือน"
    assert check({"2566/o13.md": evidence(half)}) == [("Y202", "warning", 4)]
    assert check({"2566/o13.md": evidence(half.replace("6", "๖"))}) == [("Y202", "warning", 4)]
    assert check({"2566/o13.md": evidence("รายงานผล ปีงบประมาณ 2565 รอบ 12 เดือน")}) == []
    halves = item("documents:", f"  - {half}แรก", f"  - {half}หลัง")
    assert check({"2566/o13.md": halves}) == []
    assert check({"2566/o12.md": evidence("รายงาน ปีงบประมาณ 2566 รอบ 6 เดือน")}) == []
    second = evidence("รายงาน ปีงบประมาณ 2566 รอบ 6 เดือนหลัง")
    assert check({"2566/o12.md": second}) == [("Y202", "warning", 4)]


@pytest.mark.parametrize(
    ("period", "rule"),
    [
        ("3 ต.ค. 2565 - 10 ต.ค. 2565", None),
        ("ตลอดปี", None),
        ("1 ธ.ค. 2565 - 15 ม.ค. 2566", None),
        ("3 ต.ค. 2565 - 10 ก.ย. 2565", "Y203"),
        ("1 ธ.ค. 2565 - 15 ม.ค. 2565", "Y203"),
        ("๑ ต.ค. ๒๕๕๖ - ๑๐ ต.ค. ๒๕๖๕", "Y204"),
        ("1 ต.ค. 2565 - 10 ต.ค. 2655", "Y204"),
        ("3 ต.ค. 2564 - 10 ต.ค. 2564", "Y205"),
        ("ต.ค.65-ธ.ค.66", "Y205"),
        ("ภายใน 31 ต.ค. 2566", "Y205"),
        ("1 ม.ค. 2566 - 31 ธ.ค. 2566", "Y206"),
        ("ม.ค. 2565 - ธ.ค. 2565", "Y206"),
    ],
)
def test_periods(check: Check, period: str, rule: str | None) -> None:
    expected = [(rule, "warning", 3)] if rule else []
    assert check({"2566/o1.md": item(f"period: {period}")}) == expected
    measures = f"measures:\n  - id: m1\n    title: ก\n    period: {period}\n    results: [ก]\n"
    expected = [(rule, "warning", 4)] if rule else []
    assert check({"2566/measures.yml": measures, "2566/o1.md": item()}) == expected
    guidance = f"guidance:\n  - indicator: '1'\n    period: {period}\n"
    expected = [(rule, "warning", 3)] if rule else []
    assert check({"2566/measures.yml": guidance}) == expected


def test_ends_of_a_period_stand_on_their_own_lines(check: Check) -> None:
    period = item("period:", "  start: 2022-10-03", "  end: 2024-10-10", "  text: ต.ค. 65")
    assert check({"2566/o1.md": period}) == [("Y205", "warning", 5)]
    periods = item("periods:", "  - 3 ต.ค. 2565", "  - 3 ต.ค. 2567")
    assert check({"2566/o1.md": periods}) == [("Y205", "warning", 5)]


def test_a_period_may_be_what_the_item_is_about(check: Check) -> None:
    assert check({"2566/o4.md": item("period: 1 ต.ค. 2565 - 30 ก.ย. 2570")}) == []
    assert check({"2566/o13.md": item("period: 1 ต.ค. 2564 - 30 ก.ย. 2565")}) == []
    assert check({"2566/o13.md": item("period: 1 ต.ค. 2564 - 18 พ.ย. 2564")}) == [("Y205", "warning", 3)]


def test_years_of_a_title_that_run_backwards(check: Check) -> None:
    assert check({"2566/o4.md": evidence("แผน พ.ศ. 2570 - 2566")}) == [("Y203", "warning", 4)]


@pytest.mark.parametrize(
    ("name", "start", "end", "rule"),
    [
        ("รอบ 6 เดือน", "2022-10-01", "2023-03-31", None),
        ("รอบ 6 เดือนหลัง", "2023-04", "2023-09", None),
        ("รอบ ๑๒ เดือน", "2022-10", "2023-09", None),
        ("รอบ 6 เดือน", "2023-01-01", "2023-06-30", "Y206"),
        ("รอบ 12 เดือน", "2023-01-01", "2023-12-31", "Y206"),
        ("รอบ 12 เดือน", "2023-10-01", "2024-09-30", "Y205"),
        ("ไตรมาสที่ 2", "2023-01-01", "2023-03-31", None),
    ],
)
def test_rounds(check: Check, name: str, start: str, end: str, rule: str | None) -> None:
    written = f"round: {{name: {name}, start: {start}, end: {end}}}\n"
    expected = [(rule, "warning", 1)] if rule else []
    assert check({"2566/year.yml": written}) == expected
    assert check({"2566/year.yml": "", "2566/measures.yml": written}) == expected


def test_a_document_of_the_calendar_year(check: Check) -> None:
    assert check({"2566/o13.md": evidence("รายงานผล ม.ค. - ธ.ค. 2565")}) == [("Y206", "warning", 4)]
    assert check({"2566/o13.md": evidence("รายงานผล ประจำปี พ.ศ. 2565")}) == []


def test_years_that_nobody_could_mean(check: Check) -> None:
    assert check({"2566/o1.md": item("updated: 2013-01-26")}) == [("Y204", "warning", 3)]
    results = item("results:", "  - {text: ก, date: 2112-01-26, state: done}")
    assert check({"2566/o1.md": results}) == [("Y204", "warning", 4)]
    measures = "measures:\n  - id: m1\n    title: ก\n    reporting:\n      - {text: ก, due: 2112-01}\n"
    assert check({"2566/o1.md": item(), "2566/measures.yml": measures}) == [("Y204", "warning", 5)]
    assert check({"2566/measures.yml": "", "2566/year.yml": "scores:\n  assessed_year: 2567\n"}) == [
        ("Y204", "warning", 2)
    ]
    assert check({"2566/year.yml": "scores:\n  assessed_year: 2565\n"}) == []
    assert check({"2566/year.yml": "", "2566/o1.md": evidence("โครงสร้าง ปีงบประมาณ 2656")}) == [
        ("Y204", "warning", 4)
    ]


def measure(*lines: str) -> dict[str, str]:
    """A file with one measure; the first of ``lines`` stands on line 4."""
    head = ("measures:", "  - id: m1", "    title: ทะเบียนยืมทรัพย์สิน")
    return {"2566/measures.yml": "\n".join((*head, *(f"    {line}" for line in lines), ""))}


def test_deadlines_of_items(check: Check) -> None:
    late = "---\nreported: in_progress\nperiod: ต.ค. 65 - ม.ค. 66\n---\n"
    assert check({"2566/o1.md": late}) == [("Y207", "warning", 2)]
    assert check({"2566/o1.md": late.replace("in_progress", "ยังไม่ดำเนินการ")}) == [("Y207", "warning", 2)]
    assert check({"2566/o1.md": late.replace("in_progress", "not_applicable")}) == []
    assert check({"2566/o1.md": late}, today=date(2023, 1, 31)) == []
    assert check({"2566/o1.md": late}, today=LATER) == [("Y207", "info", 2)]


def test_planned_results_whose_day_has_passed(check: Check) -> None:
    planned = item("results:", "  - {text: จะรายงาน, date: 2023-02-10, state: planned}")
    assert check({"2566/o1.md": planned}) == [("Y207", "warning", 4)]
    assert check({"2566/o1.md": planned}, today=date(2023, 2, 10)) == []
    assert check({"2566/o1.md": planned}, today=LATER) == [("Y207", "info", 4)]
    since = planned.replace("planned}\n", "planned}\n  - {text: รายงานแล้ว, date: 2023-02-12, state: done}\n")
    assert check({"2566/o1.md": since}) == [("Y207", "info", 4)]


def test_what_is_long_over_is_told_once(check: Check) -> None:
    both = "\n".join(
        (
            "---\nreported: in_progress\nperiod: ต.ค. 65 - ม.ค. 66\nresults:",
            "  - {text: จะรายงาน, date: 2023-01-10, state: planned}",
            "  - {text: จะรายงานอีก, date: 2023-01-20, state: planned}\n---\n",
        )
    )
    assert check({"2566/o1.md": both}, today=LATER) == [("Y207", "info", 5)]


def test_deadlines_of_measures(check: Check) -> None:
    due = ("reporting:", "  - {text: รายงานผล, due: 2023-01}")
    assert check(measure(*due)) == [("Y207", "warning", 5)]
    assert check(measure(*due, "stage: recommended")) == []
    assert check(measure(*due, "results:", "  - {text: ทำแล้ว, state: done}")) == []
    assert check(measure(*due, "results:", "  - {text: ทำทุกเดือน, state: recurring}")) == []
    started = measure(*due, "results:", "  - {text: เริ่มทำ, state: in_progress}")
    assert check(started) == [("Y207", "warning", 7)]
    assert check(started, today=date(2023, 1, 31)) == []
    guidance = "guidance:\n  - indicator: '1'\n    period: ต.ค. 65 - ม.ค. 66\n    reported: not_started\n"
    assert check({"2566/measures.yml": guidance}) == [("Y207", "warning", 4)]


def test_deadlines_outside_the_year_or_before_the_start(check: Check) -> None:
    assert check(measure("reporting: [{text: รายงานผล, due: 2024-01}]")) == [("Y205", "warning", 4)]
    period = "period: 9 ม.ค. 2566 - 30 มิ.ย. 2566"
    early = measure(period, "reporting: [{text: รายงานผล, due: 2022-11}]", "results: [ทำแล้ว]")
    assert check(early) == [("Y203", "warning", 5)]


def test_dates_of_results(check: Check) -> None:
    def with_result(day: str, period: str = "15 ธ.ค. 2565 - 31 มี.ค. 2566") -> dict[str, str]:
        return measure(f"period: {period}", f"results: [{{text: ก, date: {day}, state: done}}]")

    assert check(with_result("2023-01-09")) == []
    assert check(with_result("2022-12")) == []
    assert check(with_result("2022-11-09")) == [("Y208", "warning", 5)]
    assert check(with_result("2023-05-09")) == [("Y208", "warning", 5)]  # yet to come
    assert check(with_result("2023-05-09"), today=LATER) == []
    assert check(with_result("2024-05-09"), today=LATER) == [("Y208", "warning", 5)]
    # A period that is itself at fault is the only thing told.
    assert check(with_result("2022-12-20", "15 ธ.ค. 2566 - 31 มี.ค. 2567")) == [("Y205", "warning", 4)]
    undated = measure("results: [{text: ก, date: 2021-11-09, state: done}]")
    assert check(undated) == [("Y208", "warning", 4)]


def test_what_an_item_shows_may_be_a_little_older_than_the_work_on_it(check: Check) -> None:
    def shown(day: str) -> str:
        result = f"results: [{{text: กิจกรรม, date: {day}, state: done}}]"
        return item("period: 25 ม.ค. 2566 - 20 ก.พ. 2566", result)

    assert check({"2566/o1.md": shown("2023-01-24")}) == []
    assert check({"2566/o1.md": shown("2022-12-09")}) == [("Y208", "info", 4)]
    assert check({"2566/o1.md": shown("2022-08-09")}) == [("Y208", "warning", 4)]


def test_an_update_in_the_future(check: Check) -> None:
    assert check({"2566/o1.md": item("updated: 2023-03-02")}) == [("Y209", "warning", 3)]
    assert check({"2566/o1.md": item("updated: 2023-03-01")}) == []
    assert check({"2566/o1.md": item("updated: 2023-03")}) == []


def test_years_of_one_document_that_disagree(check: Check) -> None:
    title = "ผังโครงสร้าง ปีงบประมาณ 2565"
    assert check({"2566/o1.md": evidence(title, "fiscal_years: [2566]")}) == [("Y210", "info", 4)]
    assert check({"2566/o1.md": evidence(title, "fiscal_years: [2565, 2566]")}) == []
    assert check({"2566/o1.md": evidence("ประมวล พ.ศ. 2562", "fiscal_years: [2566]")}) == []
    url = "https://www.example.go.th/structure-2566.pdf"
    stated = evidence(title.replace("2565", "2566"), "fiscal_years: [2564]", url=url)
    assert check({"2566/o1.md": stated}) == [("Y210", "info", 6)]


def test_messages_quote_the_value_and_the_time_asked(tmp_path: Path) -> None:
    folder = tmp_path / "content/2566"
    folder.mkdir(parents=True)
    (tmp_path / "content/agency.yml").write_text("name: ก\n")
    (folder / "o13.md").write_text(evidence("รายงานผล ประจำปี ๒๕๖๔"))
    (found,) = found_in(tmp_path, TODAY)
    assert "“รายงานผล ประจำปี ๒๕๖๔”" in found.message.th
    assert "ปีงบประมาณก่อน (2565)" in found.message.th
    assert "the year before (2565)" in found.message.en
    assert (found.item, found.fiscal_year, found.column) == ("o13", 2566, 26)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples(check: Check, rule: Rule) -> None:
    assert [code for code, _, _ in check(rule.example.bad)] == [rule.code]
    assert check(rule.example.good) == []


def test_codes_are_in_order_and_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert {rule.family for rule in RULES} == {"year"}


def test_the_invented_town_has_none() -> None:
    assert found_in(ROOT / "examples/namsai", LATER) == []


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_found_in_the_reports(name: str) -> None:
    found = found_in(REPORTS[name], LATER)
    text = "".join(f"{f.rule} {f.severity} {f.path}:{f.line} {f.item or '-'} {f.message.th}\n" for f in found)
    path = GOLDEN / f"year-{name}.txt"
    if os.environ.get("PRONGSAI_REWRITE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
