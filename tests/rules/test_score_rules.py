"""Figures, grades and readings of an assessment's results that don't agree with each other."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from prongsai.check import run_rules
from prongsai.load.places import Places
from prongsai.load.project import load_project
from prongsai.model.finding import Finding
from prongsai.rules.context import Context
from prongsai.rules.rule import Rule
from prongsai.rules.score import RULES

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = {"khaoyoi": ".", **{name: f"examples/{name}" for name in ("kalase", "huaruea", "plalai", "tako")}}
AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n"
Run = Callable[..., list[str]]

# A year in which everything agrees; line numbers below count from its first line.
YEAR = """\
framework: nacc-2567
scores:
  assessed_year: 2566
  target: 85
  overall: {stated: 86.82, grades_stated: [ผ่านดี]}
  instruments:
    iit: {stated: 87.40}
    eit: {stated: 85.33}
    oit: {stated: 87.50, grades_stated: []}
  indicators:
    - {number: "1", name: การปฏิบัติหน้าที่, instrument: iit, stated: 91.20}
    - {number: "2", name: การใช้งบประมาณ, instrument: iit, stated: 84.60}
    - {number: "3", name: การใช้อำนาจ, instrument: iit, stated: 90.35}
    - {number: "4", name: การใช้ทรัพย์สินของราชการ, instrument: iit, stated: 82.75}
    - {number: "5", name: การแก้ไขปัญหาการทุจริต, instrument: iit, stated: 88.10}
    - {number: "6", name: คุณภาพการดำเนินงาน, instrument: eit, stated: 88.20}
    - {number: "7", name: ประสิทธิภาพการสื่อสาร, instrument: eit, stated: 84.50}
    - {number: "8", name: การปรับปรุงระบบการทำงาน, instrument: eit, stated: 83.30}
    - {number: "9", name: การเปิดเผยข้อมูล, instrument: oit, stated: 95.00}
    - {number: "10", name: การป้องกันการทุจริต, instrument: oit, stated: 80.00}
  analysis:
    strengths:
      - {number: "1", name: การปฏิบัติหน้าที่, stated: 91.20}
      - {number: "9", name: การเปิดเผยข้อมูล}
    weaknesses:
      - {number: "10", name: การป้องกันการทุจริต, stated: 80.00}
    highest:
      - {number: "9", name: การเปิดเผยข้อมูล, stated: 95.00}
    lowest:
      - {number: "10", name: การป้องกันการทุจริต, stated: 80.00}
    improve:
      - {instrument: oit, indicator: การป้องกันการทุจริต, text: ติดตาม}
"""


def of_family(root: Path, rules: tuple[Rule, ...] = RULES) -> list[Finding]:
    site = load_project(root).site
    assert site is not None
    return list(run_rules(Context(site, date(2026, 1, 1)), Places(root), rules))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """What the family finds, as ``RULE line``, in YEAR after replacements, or in a whole file of its own."""

    def found(*changes: tuple[str, str], year: str = YEAR, measures: str | None = None) -> list[str]:
        for old, new in changes:
            assert old in year
            year = year.replace(old, new, 1)
        files = {"agency.yml": AGENCY, "2567/year.yml": year}
        if measures is not None:
            files["2567/measures.yml"] = measures
        for name, text in files.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        findings = of_family(tmp_path)
        assert all(each.fiscal_year == 2567 and each.family == "score" for each in findings)
        return [f"{each.rule} {each.line}" for each in findings]

    return found


def scores(*lines: str, assessed: int = 2566) -> str:
    return "\n".join(("framework: nacc-2567", "scores:", f"  assessed_year: {assessed}", *lines, ""))


def test_figures_that_agree_are_no_findings(run: Run) -> None:
    assert run() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("stated: 87.40", "stated: 87.41"),  # indicators are rounded as well: off by 0.01
        ("stated: 87.50", "stated: 87.5"),
        ("name: การปรับปรุงระบบการทำงาน", "name: การปรับปรุงการทำงาน"),
        ("name: การใช้ทรัพย์สินของราชการ", "name: การใช้ทรัพย์สินของทางราชการ"),
        ("name: การแก้ไขปัญหาการทุจริต", "name: ตัวชี้วัดที่ ๕ การแก้ปัญหาการทุจริต"),
        ('number: "3"', 'number: "๓"'),
        ("[ผ่านดี]", "[ระดับผ่านดี]"),
        ("[ผ่านดี]", "[ผ่านดี, ระดับ “ผ่านดี”]"),
        ('      - {number: "9", name: การเปิดเผยข้อมูล}\n', '      - {name: "9 การเปิดเผยข้อมูลสาธารณะ"}\n'),
        ('      - {number: "9", name: การเปิดเผยข้อมูล}\n', "      - {name: บริการอย่างเท่าเทียม}\n"),
        ('      - {number: "9", name: การเปิดเผยข้อมูล}\n', '      - {number: "6"}\n'),
    ],
)
def test_what_is_only_written_otherwise_is_no_finding(run: Run, old: str, new: str) -> None:
    assert run((old, new)) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("iit: {stated: 87.40}", "iit: {stated: 78.40}", "M501 7"),
        ("eit: {stated: 85.33}", "eit: {stated: 85.37}", "M501 8"),
        ("oit: {stated: 87.50", "oit: {stated: ๘๗.๕๕", "M501 9"),
        ("iit, stated: 84.60", "iit, stated: 48.60", "M501 7"),  # nothing else gives 84.60
        ("oit, stated: 95.00", "oit, stated: 85.00", "M501 19"),  # the highest is said to be 95.00
        ("overall: {stated: 86.82", "overall: {stated: 87.82", "M502 5"),
        ("overall: {stated: 86.82", "overall: {stated: 68.82", "M502 5"),  # the grade fits what follows
        ("[ผ่านดี]", "[ผ่านดีเยี่ยม]", "M503 5"),
        ("[ผ่านดี]", "[ผ่าน]", "M503 5"),  # each instrument reaches 85
        ("[ผ่านดี]", "[ผ่านดี, ต้องปรับปรุง]", "M503 5"),
        ("[ผ่านดี]", "[A]", "M503 5"),
        ("assessed_year: 2566", "assessed_year: ๒๕๖๕", "M503 5"),
        ("grades_stated: []", "grades_stated: [ต้องปรับปรุง]", "M503 9"),
        ("การปฏิบัติหน้าที่, stated: 91.20}\n  ", "การปฏิบัติหน้าที่, stated: 91.02}\n  ", "M504 23"),
        ('strengths:\n      - {number: "1", name: การปฏิบัติหน้าที่, stated: 91.20}',
         'strengths:\n      - {number: "10", name: การป้องกันการทุจริต, stated: 80.00}', "M504 23"),
        ("strengths:\n", "strengths:\n      - {name: การปรับปรุงการทำงาน}\n", "M504 23"),
        ('weaknesses:\n      - {number: "10", name: การป้องกันการทุจริต, stated: 80.00}',
         'weaknesses:\n      - {number: "9", name: การเปิดเผยข้อมูล}', "M504 26"),
        ('highest:\n      - {number: "9", name: การเปิดเผยข้อมูล, stated: 95.00}',
         'highest:\n      - {number: "1", name: การปฏิบัติหน้าที่, stated: 91.20}', "M504 28"),
        ('lowest:\n      - {number: "10", name: การป้องกันการทุจริต, stated: 80.00}',
         'lowest:\n      - {name: "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"}', "M504 30"),
        ('{number: "3", name', '{number: "4", name', "M505 13"),
        ('{number: "3", name', '{number: "11", name', "M505 13"),
        ("name: การใช้อำนาจ", "name: การใช้งบประมาณ", "M505 13"),
        ("name: การใช้อำนาจ", "name: การใช้จ่ายเงิน", "M505 13"),
        ("การดำเนินงาน, instrument: eit", "การดำเนินงาน, instrument: iit", "M505 16"),
        ('lowest:\n      - {number: "10"', 'lowest:\n      - {number: "9"', "M505 30"),
        ("{instrument: oit, indicator", "{instrument: EIT, indicator", "M505 32"),
    ],
)  # fmt: skip
def test_one_wrong_value_is_one_finding(run: Run, old: str, new: str, found: str) -> None:
    assert run((old, new)) == [found]


def test_two_grades_that_are_both_possible_are_one_too_many(run: Run) -> None:
    year = scores("  overall: {stated: 91.25, grades_stated: [ผ่านดี, ผ่าน]}")
    assert run(year=year) == ["M503 4"]


@pytest.mark.parametrize(
    ("assessed", "stated", "grade", "confidence"),
    [
        (2566, "79.84", "ผ่าน", "high"),
        (2566, "91.25", "ต้องปรับปรุง", "high"),
        (2566, "60", "ต้องปรับปรุง", "medium"),
        (2566, "91.25", "ผ่านดีมาก", "low"),
        (2565, "91.25", "AA", "medium"),
        (2565, "60", "B", "low"),
        (2565, "91.25", "ผ่านดี", "medium"),
    ],
)
def test_a_grade_is_as_sure_as_its_band(
    run: Run, tmp_path: Path, assessed: int, stated: str, grade: str, confidence: str
) -> None:
    year = scores(f"  overall: {{stated: {stated}, grades_stated: [{grade}]}}", assessed=assessed)
    assert run(year=year) == ["M503 4"]
    assert of_family(tmp_path)[0].confidence == confidence


@pytest.mark.parametrize(
    ("assessed", "stated", "grades"),
    [
        (2566, "91.25", "ผ่านดี"),  # the instruments are not known
        (2566, "91.25", "ผ่าน"),
        (2566, "69.99", "ต้องปรับปรุงโดยด่วน"),
        (2565, "91.25", "A, ผ่านเกณฑ์"),
        (2565, "91.25", "A (ผ่าน)"),
        (2564, "91.25", "ผ่านดี"),  # nobody knows the bands of 2564
    ],
)
def test_grades_that_may_be(run: Run, assessed: int, stated: str, grades: str) -> None:
    year = scores(f"  overall: {{stated: {stated}, grades_stated: [{grades}]}}", assessed=assessed)
    assert run(year=year) == []


def test_one_instrument_under_its_floor_is_no_good_pass(run: Run) -> None:
    low = scores(
        "  overall: {stated: 91.25, grades_stated: [ผ่านดี]}", "  instruments:", "    eit: {stated: 84.99}"
    )
    assert run(year=low) == ["M503 4"]


def test_an_overall_score_needs_only_one_way_to_follow(run: Run) -> None:
    assert run(("oit: {stated: 87.50", "oit: {stated: 80.00")) == ["M501 9"]
    overall = "  overall: {stated: 91.25}"
    assert run(year=scores(overall)) == []
    instruments = ("  instruments:", *(f"    {key}: {{stated: 90}}" for key in ("iit", "eit", "oit")))
    assert run(year=scores(overall, *instruments)) == ["M502 4"]
    assert run(year=scores("  overall: {stated: 90}", *instruments)) == []


def test_the_lowest_of_each_instrument_may_be_named(run: Run) -> None:
    lowest = "    lowest:\n"
    of_each = lowest + "      - {name: การใช้ทรัพย์สินของราชการ}\n      - {name: การปรับปรุงระบบการทำงาน}\n"
    assert run((lowest, of_each)) == []
    assert run((lowest, of_each.replace("การใช้ทรัพย์สินของราชการ", "การใช้อำนาจ"))) == ["M504 30"]


def test_strengths_down_from_the_top_need_not_be_above_the_mean(run: Run) -> None:
    every = ["การเปิดเผยข้อมูล", "การปฏิบัติหน้าที่", "การใช้อำนาจ", "คุณภาพการดำเนินงาน", "การแก้ไขปัญหาการทุจริต",
             "การใช้งบประมาณ", "ประสิทธิภาพการสื่อสาร"]  # fmt: skip
    start = YEAR.index("  analysis:")
    named = "".join(f"      - {{name: {name}}}\n" for name in every)
    assert run(year=YEAR[:start] + "  analysis:\n    strengths:\n" + named) == []
    some = "".join(f"      - {{name: {name}}}\n" for name in every[2:])
    found = run(year=YEAR[:start] + "  analysis:\n    strengths:\n" + some)
    assert found == ["M504 26", "M504 27"]


def test_a_reading_that_is_only_doubtful_is_information(run: Run, tmp_path: Path) -> None:
    run(("strengths:\n", "strengths:\n      - {name: การใช้งบประมาณ}\n"))
    assert [(each.severity, each.confidence, each.line) for each in of_family(tmp_path)] == [
        ("info", "medium", 23)
    ]


def test_a_figure_without_an_indicator(run: Run) -> None:
    highest = '      - {number: "9", name: การเปิดเผยข้อมูล, stated: 95.00}\n    lowest'
    for name, stated, found in (
        ("การใช้จ่ายเงิน", "90.35", ["M504 28"]),
        ("การใช้จ่ายเงิน", "12.00", ["M504 28"]),
        ("แบบวัด IIT", "87.40", []),
    ):
        assert run((highest, f"      - {{name: {name}, stated: {stated}}}\n    lowest")) == found


def test_numbers_and_names_in_measures_and_guidance(run: Run) -> None:
    measures = """\
measures:
  - {id: m1, title: ก, instrument: iit, indicator: "๘"}
  - {id: m2, title: ข, instrument: oit, indicator: "9.4"}
guidance:
  - {indicator: "1", name: การปฏิบัติหน้าที่, instrument: iit}
  - {indicator: "2", name: การใช้อำนาจ, instrument: iit}
  - {indicator: "9.1", name: ข้อมูลพื้นฐาน, instrument: oit}
  - {indicator: "9.2", name: ข้อมูลพื้นฐาน, instrument: oit}
  - {indicator: "9.3", name: เรื่องอื่น ๆ}
  - {indicator: "12", name: เรื่องอื่น ๆ}
"""
    assert run(measures=measures) == ["M505 2", "M505 6", "M505 8", "M505 10"]


def test_scores_of_an_unknown_year_are_judged_with_little_confidence(run: Run, tmp_path: Path) -> None:
    changes = ("assessed_year: 2566", "assessed_year: 2571"), ("[ผ่านดี]", "[ผ่าน]")
    assert run(*changes, ("iit: {stated: 87.40}", "iit: {stated: 78.40}")) == ["M501 7"]
    assert of_family(tmp_path)[0].confidence == "low"


def test_an_instrument_that_the_overall_score_bears_out_has_a_wrong_indicator(
    run: Run, tmp_path: Path
) -> None:
    run(("iit, stated: 84.60", "iit, stated: 48.60"))
    assert "น่าจะผิดที่ตัวชี้วัด" in of_family(tmp_path)[0].message.th
    run(("iit: {stated: 87.40}", "iit: {stated: 78.40}"))
    assert "น่าจะผิดที่ตัวชี้วัด" not in of_family(tmp_path)[0].message.th


def test_nothing_but_a_year(run: Run) -> None:
    assert run(year="framework: null\n") == []
    assert run(year=scores("  indicators: []")) == []
    assert run(year=YEAR.replace("framework: nacc-2567", "framework: null")) == []


def test_a_message_quotes_the_value_and_says_how_to_mend_it(run: Run, tmp_path: Path) -> None:
    run(("[ผ่านดี]", "[ผ่าน]"))
    message = of_family(tmp_path)[0].message
    assert message.th == (
        "ระดับ “ผ่าน” ไม่ตรงกับคะแนน 86.82: ตามเกณฑ์ปี 2566 ต้องเป็น ผ่านดี — แก้ให้เหลือระดับเดียวตามประกาศผล"
    )
    assert "by the bands of 2566 it is ผ่านดี" in message.en


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples(rule: Rule, run: Run, tmp_path: Path) -> None:
    for files, expected in ((rule.example.bad, {rule.code}), (rule.example.good, set())):
        for path in tmp_path.glob("content/2*/*"):
            path.unlink()
        for name, text in {"agency.yml": AGENCY, **files}.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert {each.rule for each in of_family(tmp_path)} == expected


def test_the_invented_town_has_none() -> None:
    assert of_family(ROOT / "examples/namsai") == []


@pytest.mark.parametrize("name", REPORTS)
def test_the_reports(name: str) -> None:
    """PRONGSAI_REWRITE=1 writes the lists anew; read each line against the report."""
    found = of_family(ROOT / REPORTS[name])
    text = "".join(
        f"{each.rule} {each.severity} {each.confidence} {each.path}:{each.line}:{each.column}"
        f" {each.message.th}\n"
        for each in found
    )
    path = GOLDEN / f"score-{name}.txt"
    if os.environ.get("PRONGSAI_REWRITE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
