"""Workbooks meant to hurt: nothing written, nothing run, a message, and no long wait."""

import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from prongsai.cli.importing import draft_sources
from prongsai.importing.editing.book import edited
from prongsai.importing.readers.opening import read_file
from prongsai.importing.readers.refusal import Unreadable
from prongsai.report.editing.cells import fingerprint
from prongsai.report.editing.columns import HIDDEN
from tests.importing.sheets import ITEM, YEAR, Officer, document, export, project, source, taken

Change = Callable[[str, bytes], bytes]


def repacked(data: bytes, change: Change, extra: dict[str, bytes] | None = None) -> bytes:
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            after.writestr(part.filename, change(part.filename, before.read(part)))
        for name, content in (extra or {}).items():
            after.writestr(name, content)
    return packed.getvalue()


def entity(name: str, part: bytes) -> bytes:
    if name != "xl/worksheets/sheet1.xml":
        return part
    head = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return head + part[part.index(b"<worksheet") :]


def same(_: str, part: bytes) -> bytes:
    return part


HURT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "locked.xlsx": (
        lambda _: b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "รหัสผ่าน",
    ),
    "cut.xlsx": (lambda data: data[: len(data) // 2], "เปิดไฟล์ไม่ได้"),
    "entity.xlsx": (lambda data: repacked(data, entity), "เปิดไฟล์ไม่ได้"),
    "bomb.xlsx": (lambda data: repacked(data, same, {"xl/media/a.bin": b"\0" * 200_000_000}), "ใหญ่เกินไป"),
    "something.xlsx": (lambda _: b"PK\x05\x06" + b"\0" * 18, "ไม่รู้จักไฟล์ชนิดนี้"),
}


@pytest.mark.parametrize("name", HURT)
def test_a_workbook_that_cannot_be_read_writes_nothing(name: str, tmp_path: Path) -> None:
    folder, path = project(tmp_path / "town"), tmp_path / name
    make, words = HURT[name]
    path.write_bytes(make(Officer(export(folder)).write("items", "o1", reported="ดำเนินการแล้ว").saved()))
    with pytest.raises(Unreadable) as caught:
        draft_sources([path], folder, {}, merge=True, yes=True, as_json=False)
    assert words in caught.value.text.th
    assert source(folder) == ITEM


def test_macros_are_not_looked_at(tmp_path: Path) -> None:
    folder, path = project(tmp_path / "town"), tmp_path / "macro.xlsm"

    def macro(name: str, part: bytes) -> bytes:
        plain = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
        return part.replace(plain, macros) if "Types" in name else part

    data = Officer(export(folder)).write("items", "o1", reported="ดำเนินการแล้ว").saved()
    path.write_bytes(repacked(data, macro, {"xl/vbaProject.bin": b"Shell"}))
    assert not draft_sources([path], folder, {}, merge=True, yes=True, as_json=False)
    assert "reported: done" in source(folder)


def test_a_forged_hidden_sheet_is_as_good_as_lost(tmp_path: Path) -> None:
    folder = project(tmp_path)
    officer = Officer(export(folder))
    sheet = officer.book[HIDDEN]
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    for row in rows:
        if row[0] == "evidence":
            row[2] = "หนึ่ง"
    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row, 1):
            sheet.cell(number, place).value = text or None
    trimmed = [row[: 3 + {"items": 9, "evidence": 5, "results": 4}.get(row[0], -1)] for row in rows[:-1]]
    sheet.cell(len(rows), 2).value = fingerprint(trimmed)
    book = edited(document(officer.saved()))
    assert (book.base, len(book.remarks)) == (None, 1)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("method", "ก\n" * 10_000),
        ("periods", "ก " * 10_000),
        ("nil", "1: " * 8_000),
        ("responsible", " " * 30_000 + "ก"),
    ],
)
def test_long_cells_do_not_take_long(field: str, text: str, tmp_path: Path) -> None:
    folder = project(tmp_path)
    data = Officer(export(folder)).write("items", "o1", **{field: text}).saved()
    path = folder / f"content/{YEAR}/o1.md"
    path.write_text(ITEM.replace("method: []", "method: [ข, ค]").replace("[สำนักปลัด]", "[กองช่าง]"), "utf-8")
    start = time.process_time()
    found = taken(folder, data)
    assert time.process_time() - start < 5
    assert len(found.changes) + len(found.troubles) == 1


def test_rows_without_end_are_not_taken(tmp_path: Path) -> None:
    folder = project(tmp_path)
    officer = Officer(export(folder))
    for number in range(2_000):
        officer.sheet("evidence").append(["o1", None, None, None, "ก", f"https://a.invalid/{number}"])
    start = time.process_time()
    found = taken(folder, officer.saved())
    assert time.process_time() - start < 10
    assert (found.files, len(found.troubles)) == ({}, 1)


@pytest.mark.more
def test_a_very_large_sheet_stays_within_its_memory(tmp_path: Path) -> None:
    folder, path = project(tmp_path / "town"), tmp_path / "large.xlsx"

    def grown(name: str, part: bytes) -> bytes:
        if name != "xl/worksheets/sheet2.xml":
            return part
        row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>o1</t></is></c></row>'
        rows = b"".join(row % (number, number) for number in range(200, 2_000_000))
        return part.replace(b"</sheetData>", rows + b"</sheetData>")

    path.write_bytes(repacked(export(folder), grown))
    code = (
        "import json,resource,sys\nfrom pathlib import Path\n"
        "from prongsai.importing.readers.opening import read_file\n"
        "from prongsai.importing.readers.refusal import Unreadable\n"
        "try:\n    read_file(Path(sys.argv[1])); why = ''\nexcept Unreadable as error:\n    why = error.why\n"
        "own, children = (resource.getrusage(who).ru_maxrss for who in"
        " (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))\n"
        "print(json.dumps([why, max(own, children) * 1024]))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    why, memory = json.loads(done.stdout)
    assert why == "too_large"
    assert memory < 1_000_000_000
    with pytest.raises(Unreadable):
        read_file(path)
