"""The workbook to edit: what is open, what is locked, what can be chosen, and no formulas."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.report.editing.columns import COLUMNS, GUIDE, HIDDEN, REPORTED, Sheet
from tests.importing.sheets import Officer, export, project


@pytest.fixture
def officer(tmp_path: Path) -> Officer:
    return Officer(export(project(tmp_path, o3="---\nmethod: ['=HYPERLINK(\"http://x\")', +1]\n---\n")))


@pytest.mark.parametrize("name", ["items", "evidence", "results"])
def test_white_cells_are_open_and_the_others_locked(officer: Officer, name: Sheet) -> None:
    sheet: Worksheet = officer.sheet(name)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert sheet.freeze_panes == "C3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$2:$2"
    for place, column in enumerate(COLUMNS[name], 1):
        assert sheet.cell(3, place).protection.locked is (column.hint is None), column.field


def test_statuses_are_chosen_from_their_thai_words(officer: Officer) -> None:
    rules = officer.sheet("items").data_validations.dataValidation
    choices = [rule for rule in rules if rule.type == "list"]
    assert [rule.formula1 for rule in choices] == [f'"{",".join(REPORTED.values())}"']
    assert "D3" in choices[0].sqref


def test_texts_like_formulas_are_texts(officer: Officer) -> None:
    cell = officer.cell("items", "method", officer.rows("items", "o3")[0])
    assert (cell.value, cell.data_type, cell.quotePrefix) == ('=HYPERLINK("http://x")\n+1', "s", True)
    assert not [
        cell for sheet in officer.book for row in sheet.iter_rows() for cell in row
        if cell.data_type == "f" and not str(cell.value).startswith("=HYPERLINK")
    ]  # fmt: skip


def test_each_item_says_what_it_must_show_and_has_rows_to_fill(officer: Officer) -> None:
    asks = officer.cell("items", "asks", officer.rows("items", "o1")[0]).value
    assert asks.startswith("☑ 1. ")
    assert "\n☐ 2. " in asks
    numbers = [officer.cell("evidence", "number", row).value for row in officer.rows("evidence", "o1")]
    assert numbers == ["1", "2", "ใหม่", "ใหม่"]
    assert officer.book[HIDDEN].sheet_state == "veryHidden"
    assert "Alt+Enter" in "".join(str(row[0].value) for row in officer.book[GUIDE].iter_rows())


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert export(folder) == export(folder)
