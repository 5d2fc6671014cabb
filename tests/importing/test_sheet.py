"""``export sheet`` and back: changed cells alone, nothing lost, everything told."""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from prongsai.cli.importing import draft_sources
from prongsai.cli.sheet_out import export_sheet
from prongsai.errors import OutputError, ProjectError
from prongsai.importing.editing.book import edited, is_editing
from prongsai.importing.editing.taking import Taken, take
from prongsai.load.project import load_project
from prongsai.report.editing.columns import HIDDEN
from prongsai.report.editing.workbook import editing_xlsx
from tests.conftest import ROOT
from tests.importing.sheets import ITEM, YEAR, Officer, document, edit, export, project, site, source, taken

Run = Callable[..., Any]


def lines(before: str, after: str) -> tuple[set[str], set[str]]:
    """The lines that went and those that came."""
    old, new = before.split("\n"), after.split("\n")
    return {line for line in old if line not in new}, {line for line in new if line not in old}


def told(found: Taken) -> list[tuple[str, str]]:
    return [(one.where, one.reason.th) for one in found.troubles]


PROJECTS = [ROOT, *(ROOT / "examples" / name for name in ("huaruea", "kalase", "namsai", "tako"))]


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
@pytest.mark.parametrize("hidden", [True, False], ids=["hidden", "lost"])
def test_a_workbook_that_nobody_edited_changes_nothing(folder: Path, hidden: bool) -> None:
    loaded = load_project(folder).site
    assert loaded is not None
    data = editing_xlsx(loaded.agency, loaded.newest, 0)
    if not hidden:
        officer = Officer(data)
        del officer.book[HIDDEN]
        data = officer.saved()
    found = take(edited(document(data)), loaded, folder, None)
    assert (found.changes, found.troubles, found.files) == ([], [], {})
    assert len(found.remarks) == (0 if hidden else 1)


def test_changed_cells_alone_come_back(tmp_path: Path) -> None:
    folder = project(tmp_path)
    data, found = edit(
        folder,
        lambda it: it.write(
            "items", "o1", reported="ดำเนินการแล้ว", updated="๒๐ ก.พ. ๒๕๖๖", responsible="สำนักปลัด\nกองคลัง"
        ),
    )
    assert found.troubles == []
    assert lines(ITEM, source(folder)) == (
        {"reported: in_progress  # รอผัง", "updated: 2023-01-25", "responsible: [สำนักปลัด]"},
        {"reported: done  # รอผัง", "updated: 2023-02-20", "responsible: [สำนักปลัด, กองคลัง]"},
    )
    assert [(one.heading, one.where) for one in found.changes] == [
        ("สถานะ", "ข้อ!D3"), ("ปรับปรุงเมื่อ", "ข้อ!E3"), ("ผู้รับผิดชอบ", "ข้อ!F3")
    ]  # fmt: skip
    again = taken(folder, data)
    assert (again.changes, again.troubles, again.files) == ([], [], {})


@pytest.mark.parametrize(
    "written", [datetime(2023, 2, 20), datetime(2566, 2, 20), "20/2/2566", "๒๐ กุมภาพันธ์ ๒๕๖๖", "2023-02-20"]
)
def test_dates_in_every_way_that_people_and_excel_write_them(tmp_path: Path, written: object) -> None:
    folder = project(tmp_path)
    _, found = edit(folder, lambda it: it.write("items", "o1", updated=written))
    assert found.troubles == []
    assert "updated: 2023-02-20\n" in source(folder)


def test_the_same_date_otherwise_written_is_no_change(tmp_path: Path) -> None:
    folder = project(tmp_path)
    _, found = edit(
        folder,
        lambda it: it.write(
            "items", "o1", updated=datetime(2023, 1, 25), periods="1 ตุลาคม 2565 - 31 มีนาคม 2566"
        ),
    )
    assert (found.changes, found.troubles) == ([], [])


def test_evidence_is_added_changed_and_removed(tmp_path: Path) -> None:
    folder = project(tmp_path)
    data, found = edit(
        folder,
        lambda it: (
            it.write("evidence", "o1", 0, address="https://www.thung.invalid/chart-2", shows="1, 2"),
            it.write("evidence", "o1", 1, name=None, address=None),
            it.write("evidence", "o1", 2, name="แผนที่", address="https://www.thung.invalid/map", way=2, years="๒๕๖๖"),
            it.write("evidence", "o2", 0, address="https://www.thung.invalid/mayor", shows="ทั้งหมด"),
        ),
    )  # fmt: skip
    assert told(found) == []
    one = site(folder).by_year[YEAR].by_code["o1"]
    assert [(each.title, each.url, each.way) for each in one.evidence] == [
        ("ผังโครงสร้าง", "https://www.thung.invalid/chart-2", 1),
        ("แผนที่", "https://www.thung.invalid/map", 2),
    ]
    assert [one.proof(element).evidence for element in one.item.elements[:2]] == [(1,), (1,)]
    assert "  # ฉบับล่าสุด\n" in source(folder)
    two = site(folder).by_year[YEAR].by_code["o2"]
    assert [each.title for each in two.evidence] == [two.item.title]
    assert two.shown == "full"
    removed = next(change for change in found.changes if not change.after)
    assert "https://www.thung.invalid/order" in removed.before
    again = taken(folder, data)
    assert (again.changes, told(again), again.files) == ([], [], {})


def test_results_ways_and_text_come_back(tmp_path: Path) -> None:
    folder = project(tmp_path)
    data, found = edit(
        folder,
        lambda it: (
            it.write("results", "o1", 0, date="มี.ค. 2566"),
            it.write("results", "o1", 1, text="วางผังใหม่ =1+1", state="มีแผน"),
            it.write("items", "o1", breadcrumbs="หน้าแรก > ใหม่\nหน้าแรก > ข้อมูลพื้นฐาน\nหน้าแรก > ดาวน์โหลด"),
            it.write("items", "o1", body="ผังของเทศบาล\n\nมี**เจ็ด**ส่วน", method="ถามทุกกอง\nวาดผัง"),
            it.write("items", "o1", periods="1 ต.ค. 2565 - 31 มี.ค. 2566\nภายใน 30 เม.ย. 2566"),
        ),
    )
    assert told(found) == []
    text = source(folder)
    assert "    date: 2023-03\n" in text
    assert "  - text: วางผังใหม่ =1+1\n    state: planned\n" in text
    assert "  - หน้าแรก > ใหม่\n  - หน้าแรก > ข้อมูลพื้นฐาน  # เมนูใหม่\n" in text
    assert text.endswith("---\nผังของเทศบาล\n\nมี**เจ็ด**ส่วน\n")
    entry = site(folder).by_year[YEAR].by_code["o1"]
    assert entry.evidence[0].way == 2  # the same way, now the second
    assert entry.disclosure is not None
    assert len((*filter(None, (entry.disclosure.period,)), *entry.disclosure.periods)) == 2
    again = taken(folder, data)
    assert (again.changes, told(again), again.files) == ([], [], {})


def test_a_cleared_cell_removes_and_says_so(tmp_path: Path) -> None:
    folder = project(tmp_path)
    _, found = edit(folder, lambda it: it.write("items", "o1", updated=None, responsible=None))
    assert [(one.heading, one.after) for one in found.changes] == [("ปรับปรุงเมื่อ", ""), ("ผู้รับผิดชอบ", "")]
    assert "updated: null\nresponsible: []\n" in source(folder)


def test_both_changed_is_a_conflict_and_the_source_stays(tmp_path: Path) -> None:
    folder = project(tmp_path)
    officer = Officer(export(folder)).write(
        "items", "o1", reported="ดำเนินการแล้ว", responsible="สำนักปลัด\nกองช่าง"
    )
    officer.write("evidence", "o1", 0, name="ผังใหม่")
    path = folder / f"content/{YEAR}/o1.md"
    now = ITEM.replace("in_progress", "not_started").replace("[สำนักปลัด]", "[สำนักปลัด, กองคลัง]")
    path.write_text(now.replace("title: ผังโครงสร้าง", "title: ผังปีนี้"), "utf-8")
    found = taken(folder, officer.saved())
    assert [(one.heading, one.theirs, one.ours, one.conflict) for one in found.troubles] == [
        ("สถานะ", "ดำเนินการแล้ว", "ยังไม่ได้ดำเนินการ", True),
        ("ชื่อหลักฐาน", "ผังใหม่", "ผังปีนี้", True),
    ]
    text = source(folder)
    assert "reported: not_started" in text
    assert "title: ผังปีนี้" in text
    assert sorted(site(folder).by_year[YEAR].by_code["o1"].disclosure.responsible) == [  # type: ignore[union-attr]
        "กองคลัง", "กองช่าง", "สำนักปลัด"
    ]  # fmt: skip


def test_doubts_name_the_cell_and_nothing_else_is_held_up(tmp_path: Path) -> None:
    folder = project(tmp_path)
    _, found = edit(
        folder,
        lambda it: (
            it.write("items", "o1", reported="ดำเนินกาแล้ว", updated="31 ก.พ. 2566", method="ทำแล้ว"),
            it.write("items", "o2", updated="=TODAY()"),
            it.write("evidence", "o1", 0, address="files/no.pdf", shows="9"),
            it.write("evidence", "o1", 2, name="ไม่มีที่อยู่"),
            it.write("evidence", "o2", 0, address="javascript:alert(1)"),
        ),
    )
    assert [where for where, _ in told(found)] == [
        "ข้อ!D3", "ข้อ!E3", "หลักฐาน!F3", "หลักฐาน!H3", "หลักฐาน!F5", "ข้อ!E4", "หลักฐาน!F7"
    ]  # fmt: skip
    assert "หมายถึง “ดำเนินการแล้ว” หรือไม่" in found.troubles[0].reason.th
    assert lines(ITEM, source(folder)) == ({"method: []"}, {"method:", "  - ทำแล้ว"})
    assert not (folder / f"content/{YEAR}/o2.md").exists()


def test_rows_sorted_inserted_and_columns_moved(tmp_path: Path) -> None:
    folder = project(tmp_path)

    def change(officer: Officer) -> None:
        officer.write("items", "o1", reported="ดำเนินการแล้ว")
        for name in ("items", "evidence"):
            sheet = officer.sheet(name)  # type: ignore[arg-type]
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
            for number, row in enumerate(reversed(rows), 3):
                for place, value in enumerate(row, 1):
                    sheet.cell(number, place).value = value
            sheet.insert_rows(2)
            sheet.insert_cols(1)
            sheet.cell(5, 1).value = "ของฉัน"
            sheet.column_dimensions["C"].width = 3
            sheet.row_dimensions[9].hidden = True
            sheet.title = f"แผ่น {name}"
        officer.sheet_of_new = officer.book["แผ่น evidence"]  # type: ignore[attr-defined]
        last = officer.book["แผ่น evidence"].max_row + 1
        for place, value in ((2, "๐๑"), (6, "ใบใหม่"), (7, "https://www.thung.invalid/new")):
            officer.book["แผ่น evidence"].cell(last, place).value = value

    _, found = edit(folder, change)
    assert told(found) == []
    entry = site(folder).by_year[YEAR].by_code["o1"]
    assert (entry.reported, [one.title for one in entry.evidence]) == (
        "done", ["ผังโครงสร้าง", "คำสั่งแบ่งงาน", "ใบใหม่"]
    )  # fmt: skip


def test_a_column_sorted_by_itself_is_not_believed(tmp_path: Path) -> None:
    folder = project(tmp_path)

    def change(officer: Officer) -> None:
        one, two = officer.cell("items", "code", 3), officer.cell("items", "code", 4)
        one.value, two.value = two.value, one.value
        officer.cell("items", "reported", 3).value = "ดำเนินการแล้ว"

    _, found = edit(folder, change)
    assert (found.files, [where for where, _ in told(found)]) == ({}, ["ข้อ!3", "ข้อ!4"])


def test_without_the_hidden_sheet_what_differs_is_taken_and_nothing_removed(tmp_path: Path) -> None:
    folder = project(tmp_path)

    def change(officer: Officer) -> None:
        officer.write("items", "o1", reported="ดำเนินการแล้ว", updated=None)
        officer.write("evidence", "o1", 1, name=None, address=None)
        officer.write("evidence", "o1", 2, address="https://www.thung.invalid/new", name="ใหม่")
        del officer.book[HIDDEN]

    data, found = edit(folder, change)
    assert [where for where, _ in told(found)] == ["ข้อ!E3", "หลักฐาน!F4"]
    assert lines(ITEM, source(folder)) == (
        {"reported: in_progress  # รอผัง"},
        {"reported: done  # รอผัง", "  - title: ใหม่", "    url: https://www.thung.invalid/new"},
    )
    assert taken(folder, data).files == {}


def test_a_hidden_sheet_that_somebody_changed_is_as_good_as_lost(tmp_path: Path) -> None:
    folder = project(tmp_path)

    def change(officer: Officer) -> None:
        officer.book[HIDDEN]["D5"].value = "ดำเนินการแล้ว"

    _, found = edit(folder, change)
    assert (len(found.remarks), found.files) == (1, {})


def test_rows_and_sheets_that_are_gone_remove_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path)

    def change(officer: Officer) -> None:
        officer.sheet("items").delete_rows(3)
        officer.sheet("evidence").delete_rows(3, 2)
        del officer.book["ผล"]

    _, found = edit(folder, change)
    assert (found.files, found.troubles, len(found.remarks)) == ({}, [], 2)
    assert "o1" in found.remarks[1].th


def test_a_file_with_windows_line_ends_and_numbers_from_zero(tmp_path: Path) -> None:
    text = ITEM.replace("chart: [1]", "chart: [0]").replace("way: 1", "way: 0").replace("\n", "\r\n")
    folder = project(tmp_path, o1=text)
    data, found = edit(
        folder,
        lambda it: it.write("evidence", "o1", 2, address="https://www.thung.invalid/x", shows="2", way="2"),
    )
    assert told(found) == []
    after = source(folder)
    assert after.count("\r\n") == after.count("\n")
    entry = site(folder).by_year[YEAR].by_code["o1"]
    assert [one.way for one in entry.evidence] == [1, None, 2]
    assert [entry.proof(each).evidence for each in entry.item.elements[:2]] == [(1,), (3,)]
    assert taken(folder, data).files == {}


def test_an_item_without_a_file_gets_one(tmp_path: Path) -> None:
    folder = project(tmp_path)
    _, found = edit(
        folder, lambda it: it.write("items", "o7", reported="ไม่เกี่ยวข้อง", nil="1: ปีนี้ไม่มี", body="ไม่มี")
    )
    assert told(found) == []
    first = site(folder).by_year[YEAR].by_code["o7"].item.elements[0].id
    assert source(folder, "o7") == (
        f"---\ncode: o7\nreported: not_applicable\nelements:\n  {first}:\n    none: ปีนี้ไม่มี\n---\nไม่มี\n"
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("content/agency.yml", "name: เทศบาลตำบลอื่น\n"), "เทศบาลตำบลอื่น"),
        ((f"content/{YEAR}/year.yml", "framework: nacc-2567\n"), "nacc-2567"),
    ],
)
def test_a_workbook_of_another_town_or_framework_is_refused(
    tmp_path: Path, change: tuple[str, str], words: str
) -> None:
    folder = project(tmp_path)
    data = export(folder)
    (folder / change[0]).write_text(change[1], "utf-8")
    with pytest.raises(ProjectError, match="this workbook is of") as caught:
        taken(folder, data)
    assert words in caught.value.text.th


def test_a_year_is_asked_for_where_nothing_says_it(tmp_path: Path) -> None:
    folder = project(tmp_path)
    officer = Officer(export(folder))
    del officer.book[HIDDEN]
    del officer.book["วิธีใช้"]
    for name in officer.book.sheetnames:
        officer.book[name]["A1"].value = None
    book = edited(document(officer.saved()))
    with pytest.raises(ProjectError, match="--year"):
        take(book, site(folder), folder, None)
    assert take(book, site(folder), folder, YEAR).changes == []


def test_other_tables_are_no_such_workbook(tmp_path: Path) -> None:
    officer = Officer(export(project(tmp_path)))
    for name in officer.book.sheetnames[1:]:
        del officer.book[name]
    officer.book.active["C2"].value = "รายละเอียด"
    assert not is_editing(document(officer.saved()))


def test_the_commands_from_the_outside(prongsai: Run, tmp_path: Path) -> None:
    folder, path = project(tmp_path / "town"), tmp_path / "oit.xlsx"
    done = prongsai("export", "sheet", "--project", folder, "--out", path)
    assert done.returncode == 0, done.stderr
    officer = Officer(path.read_bytes()).write("items", "o1", reported="ดำเนินการแล้ว", updated="วันนี้")
    path.write_bytes(officer.saved())
    taken_back = prongsai("import", path, "--into", folder, "--merge", "--yes", "--format", "json")
    assert taken_back.returncode == 1, taken_back.stderr
    assert "+reported: done  # รอผัง" in taken_back.stderr
    report = json.loads(taken_back.stdout)
    assert report["format"] == "prongsai/edits/1"
    assert report["changes"] == [
        {
            "item": "o1", "column": "สถานะ", "cell": "ข้อ!D3",
            "before": "อยู่ระหว่างดำเนินการ", "after": "ดำเนินการแล้ว",
        }
    ]  # fmt: skip
    assert [(one["cell"], one["sheet_says"]) for one in report["doubts"]] == [("ข้อ!E3", "วันนี้")]


def brought_back(path: Path, folder: Path, **how: bool) -> bool:
    asked = {"merge": False, "yes": False, "as_json": False} | how
    return draft_sources([path], folder, {}, **asked)


def test_nothing_is_written_before_somebody_agrees(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO())
    folder, path = project(tmp_path / "town"), tmp_path / "oit.xlsx"
    path.write_bytes(Officer(export(folder)).write("items", "o1", reported="ดำเนินการแล้ว").saved())
    with pytest.raises(ProjectError, match="add --merge"):
        brought_back(path, folder)
    with pytest.raises(ProjectError, match="add --yes"):
        brought_back(path, folder, merge=True)
    assert source(folder) == ITEM
    told = capsys.readouterr()
    assert "+reported: done  # รอผัง" in told.err
    assert "ข้อ!D3" in told.out
    with pytest.raises(ProjectError, match="by itself"):
        draft_sources([path, path], folder, {}, merge=True, yes=True, as_json=False)
    item = folder / f"content/{YEAR}/o1.md"
    item.write_text(ITEM.replace("in_progress", "not_started"), "utf-8")
    assert brought_back(path, folder, merge=True, yes=True)
    assert "ขัดกัน o1 สถานะ" in capsys.readouterr().out
    broken = ITEM.replace("updated: 2023-01-25", "updated: 2023-13-45")
    item.write_text(broken, "utf-8")
    with pytest.raises(ProjectError, match="prongsai check"):
        brought_back(path, folder, merge=True, yes=True)
    assert source(folder) == broken


def test_a_workbook_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    folder, path = project(tmp_path / "town"), tmp_path / "oit.xlsx"
    assert export_sheet(folder, None, path) == export_sheet(folder, "๖๖", path) == path
    path.write_bytes(b"edited")
    with pytest.raises(OutputError, match="--out"):
        export_sheet(folder, None, path)
    assert path.read_bytes() == b"edited"
    (folder / f"content/{YEAR}/o1.md").unlink()
    (folder / f"content/{YEAR}/year.yml").write_text("framework: null\n", "utf-8")
    with pytest.raises(ProjectError, match="no framework"):
        export_sheet(folder, None, tmp_path / "other.xlsx")
