"""Work lists: who owes what by when, on a page that loads nothing, and nothing of somebody's written over."""

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from prongsai.check import check_loaded
from prongsai.errors import Lang
from prongsai.load.project import load_project
from prongsai.report.worklist.duties import Unit, units_of, upcoming
from prongsai.report.worklist.page import worklist_html
from prongsai.report.worklist.workbook import worklist_xlsx
from tests.conftest import ROOT

Run = Callable[..., Any]
DAY = date(2023, 4, 1)
ITEMS = {
    "o1": """reported: done
responsible: [สำนักปลัด, <b>กองคลัง</b>]
period: 1 ต.ค. 2565 - 20 มี.ค. 2566
evidence: [{title: ผัง, url: "https://a.invalid/1"}]
elements: {chart: [1]}
""",
    "o2": """reported: in_progress
responsible: [สำนักปลัด]
evidence: [{title: ก, url: "https://a.invalid/2"}, {title: ข, url: "https://a.invalid/3"}]
""",
    "o7": "reported: not_applicable\nresponsible: [กองช่าง]\n",
}
YEAR = """framework: nacc-2566
calendar: [{id: report, name: ส่งแบบตรวจ, start: 2023-04-01, end: 2023-04-30}]
"""
MEASURES = """measures:
  - {id: m1, title: ลดขั้นตอน, responsible: [กองคลังใหม่], reporting: [{text: รายงานปลัด, due: 2023-03-01}]}
  - {id: m2, title: เสร็จแล้ว, responsible: [กองคลังใหม่], results: [{text: ทำแล้ว, state: done}]}
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    year = tmp_path / "content/2566"
    year.mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: ก\ndocs_dir: content\n", "utf-8")
    (tmp_path / "content/agency.yml").write_text("name: เทศบาล <ก>\n", "utf-8")
    (year / "year.yml").write_text(YEAR, "utf-8")
    (year / "measures.yml").write_text(MEASURES, "utf-8")
    for code, data in ITEMS.items():
        (year / f"{code}.md").write_text(f"---\n{data}---\n", "utf-8")
    return tmp_path


def units(folder: Path, day: date = DAY, lang: Lang = "th") -> dict[str | None, Unit]:
    loaded = load_project(folder)
    assert loaded.site is not None
    assert not loaded.errors
    found = units_of(loaded.site.newest, check_loaded(loaded, folder, day), day, lang)
    return {unit.name: unit for unit in found}


def html(folder: Path, lang: Lang = "th") -> str:
    loaded = load_project(folder)
    assert loaded.site is not None
    year = loaded.site.newest
    found = tuple(units(folder, lang=lang).values())
    return worklist_html(loaded.site.agency, year, found, upcoming(year, DAY), DAY, lang).decode()


def test_each_unit_has_what_it_owes(town: Path) -> None:
    found = units(town)
    assert list(found) == [None, "สำนักปลัด", "<b>กองคลัง</b>", "กองช่าง", "กองคลังใหม่"]
    assert [need.code for need in found["สำนักปลัด"].needs] == ["o1", "o2"]
    assert [need.code for need in found["<b>กองคลัง</b>"].needs] == ["o1"]
    assert (found["กองช่าง"].needs, found["กองช่าง"].whole) == ((), ("o7",))
    assert "o3" in {need.code for need in found[None].needs}
    assert [(report.title, report.due) for report in found["กองคลังใหม่"].reports] == [
        ("ลดขั้นตอน", date(2023, 3, 1))
    ]


def test_an_item_says_what_is_missing_what_to_do_and_by_when(town: Path) -> None:
    one, two = units(town)["สำนักปลัด"].needs
    assert [tied for tied, _ in one.shows] == [True, False]
    assert one.lacks == ("ยังไม่มีหลักฐานของเรื่องที่ 2",)
    assert (one.due, one.due_for) == (date(2023, 3, 20), "กำหนดของข้อนี้")
    assert two.lacks == ("มีหลักฐาน 2 รายการ แต่ยังไม่บอกว่าแสดงเรื่องใด",)
    assert (two.due, two.due_for) == (date(2023, 4, 30), "ส่งแบบตรวจ (ITA ปีงบประมาณ 2566)")
    assert len(two.remedy) == 2


def test_findings_come_with_their_rule_unless_the_elements_say_it(town: Path) -> None:
    path = town / "content/2566/o1.md"
    path.write_text(path.read_text("utf-8").replace("https://a.invalid/1", "http://192.168.1.4/x"), "utf-8")
    one = units(town)["สำนักปลัด"].needs[0]
    assert any("A3" in text for text in one.found)
    assert not any("C104" in text for text in one.found)


def test_what_is_shown_in_full_lacks_nothing() -> None:
    folder = ROOT / "examples/namsai"
    year = load_project(folder).site.newest  # type: ignore[union-attr]
    found = units(folder, date(2024, 4, 10))
    lacking = {need.code for unit in found.values() for need in unit.needs if need.lacks}
    assert lacking == {entry.code for entry in year.entries if entry.shown != "full"}
    whole = {code for unit in found.values() for code in unit.whole}
    assert len(whole) > 25


def test_the_page_loads_nothing_and_escapes_everything(town: Path) -> None:
    page = html(town)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert not re.search(r"<script|\bsrc=|\bstyle=|@import|url\(|<b>|<ก>", page)
    assert set(re.findall(r'href="([^"]*)"', page)) == {f"#unit-{number}" for number in range(1, 6)}
    assert page.count("<section ") == 5
    assert "break-before:page" in style[1]
    assert '<span class="late">เลยมา 12 วัน</span>' in page
    english = html(town, "en")
    assert ('<html lang="en">' in english, "12 days late" in english, "Nobody answers" in english) == (
        True,
    ) * 3


def test_what_many_items_take_is_said_once_for_each_unit(town: Path) -> None:
    shown = html(town).split("<section ")[1:]
    nobody, office = shown[0], shown[1]
    often = "ใส่ลิงก์หรือไฟล์ที่แสดงเรื่องที่ยังขาด"
    assert nobody.count(often) == 1
    assert f"<li>ก. {often}" in nobody
    assert nobody.count("<li>ตาม ก, ข</li>") == len(units(town)[None].needs)
    # In a unit where each is told another thing nothing is gained by a letter, and nothing is lost.
    assert "<li>ก. " not in office
    assert office.count(often) == 1
    assert "ตาม ก" not in office
    # The date's name stands above all tables; an item's own date is named in its row.
    assert nobody.count("ส่งแบบตรวจ") == 1
    assert "กำหนดของข้อนี้" in office


def test_each_printed_page_of_a_table_says_whose_it_is(town: Path) -> None:
    page = html(town)
    rows = re.findall(r'<thead><tr class="running" aria-hidden="true"><td colspan="[46]">(.*?)</td>', page)
    assert rows[1] == "สำนักปลัด · ปีงบประมาณ 2566 · ข้อที่ยังต้องทำ (2)"
    assert len(rows) == page.count("<thead>") == 4


def test_the_table_has_a_row_for_each_thing(town: Path) -> None:
    loaded = load_project(town)
    assert loaded.site is not None
    found = tuple(units(town).values())
    data = worklist_xlsx(loaded.site.agency, loaded.site.newest, found, DAY, "th")
    assert data == worklist_xlsx(loaded.site.agency, loaded.site.newest, found, DAY, "th")
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == sum(len(unit.needs) + len(unit.reports) for unit in found)
    assert ("สำนักปลัด", "o1") in {row[:2] for row in rows}
    assert rows[-1][8] == "เลยมา 31 วัน"


def test_the_table_in_english_has_no_thai_but_what_the_sources_say(town: Path) -> None:
    loaded = load_project(town)
    assert loaded.site is not None
    found = units_of(loaded.site.newest, check_loaded(loaded, town, DAY), DAY, "en")
    sheet = openpyxl.load_workbook(
        BytesIO(worklist_xlsx(loaded.site.agency, loaded.site.newest, found, DAY, "en"))
    ).active
    head, *rows = sheet.iter_rows(values_only=True)
    told = [sheet.title, *head, *(cell for row in rows for cell in (*row[6:9], row[3]) if cell)]
    assert [text for text in told if re.search("[ก-๛]", re.sub("“[^”]*”", "", text))] == []
    assert rows[-1][8] == "31 days late"
    assert "ส่งแบบตรวจ (ITA fiscal year 2566)" in {row[9] for row in rows}


def test_lists_are_written_over_and_nothing_else(town: Path, prongsai: Run, tmp_path: Path) -> None:
    out = tmp_path / "งาน"
    command = ("export", "worklist", "--project", town, "--today", "1 เม.ย. 2566")
    done = prongsai(*command, "--out", out)
    assert done.returncode == 0, done.stderr
    names = ["worklist-2566.html", "worklist-2566.xlsx"]
    assert sorted(path.name for path in out.iterdir()) == names
    (out / names[0]).write_text("ของเจ้าหน้าที่", "utf-8")
    refused = prongsai(*command, "--out", out, "--lang", "en")
    assert (refused.returncode, "not overwritten" in refused.stderr) == (2, True)
    assert (out / names[0]).read_text("utf-8") == "ของเจ้าหน้าที่"
    again = prongsai(*command, "--out", out / names[1])
    assert again.returncode == 0, again.stderr
