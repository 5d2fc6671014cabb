"""``prongsai import`` from the outside: exit codes, reports, what is there already, and files meant to hurt."""

import json
import sys
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from prongsai.importing.merging import changes_of
from prongsai.importing.readers.opening import read_file
from prongsai.importing.readers.refusal import Unreadable
from tests.importing import towns

TOWN = towns.town(21, items=6)
MEMORY = 1_000_000_000
Run = Callable[..., Any]


def document(folder: Path, name: str = "plain.docx") -> Path:
    make, shape = next((make, shape) for known, make, shape in towns.SHAPES if known == name)
    path = folder / name
    path.write_bytes(make(TOWN, shape, 21))
    return path


def sources(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_document_becomes_a_folder_that_builds(program: Run, tmp_path: Path) -> None:
    path = document(tmp_path)
    done = program("import", path, "--into", tmp_path / "town", "--format", "json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["format"] == "prongsai/import/1"
    assert report["rows"] == {"read": 6, "placed": 6, "left": 0}
    assert (report["agency"], report["fiscal_years"]) == (TOWN.name, [TOWN.year])
    assert "mkdocs.yml" in report["files"]["new"]
    built = program("build", "--project", tmp_path / "town")
    assert built.returncode == 0, built.stderr
    page = (tmp_path / f"town/site/{TOWN.year}/{TOWN.rows[0].code}/index.html").read_text("utf-8")
    assert all(url.replace("&", "&amp;") in page for url in TOWN.rows[0].urls)


def test_a_second_import_changes_nothing(prongsai: Run, tmp_path: Path) -> None:
    path = document(tmp_path)
    into = tmp_path / "town"
    prongsai("import", path, "--into", into)
    before = {file: (into / file).stat().st_mtime_ns for file in sources(into)}
    done = prongsai("import", path, "--into", into)
    assert (done.returncode, "ไม่มีอะไรเปลี่ยน" in done.stdout) == (0, True)
    assert {file: (into / file).stat().st_mtime_ns for file in sources(into)} == before


def test_what_an_officer_wrote_is_never_overwritten(prongsai: Run, tmp_path: Path) -> None:
    path = document(tmp_path)
    into = tmp_path / "town"
    prongsai("import", path, "--into", into)
    item = into / f"content/{TOWN.year}/o1.md"
    other = into / f"content/{TOWN.year}/o2.md"
    text = item.read_text("utf-8")
    mine = text.replace("reported: ", "reported: not_applicable # ") + "ข้อความของเจ้าหน้าที่\n"
    start = mine.index("responsible:")
    mine = mine[:start] + "responsible: []\n" + mine[mine.index("period:") :]
    item.write_text(mine, "utf-8")
    other.unlink()
    refused = prongsai("import", path, "--into", into)
    assert refused.returncode == 2
    assert "--merge" in refused.stderr
    assert (item.read_text("utf-8"), other.exists()) == (mine, False)
    shown = prongsai("import", path, "--into", into, "--merge")
    assert shown.returncode == 2
    assert "-responsible: []" in shown.stderr
    assert (item.read_text("utf-8"), other.exists()) == (mine, False)
    merged = prongsai("import", path, "--into", into, "--merge", "--yes")
    assert merged.returncode == 0, merged.stderr
    after = item.read_text("utf-8")
    assert "reported: not_applicable # " in after
    assert "ข้อความของเจ้าหน้าที่" in after
    assert all(f"  - {unit}\n" in after for unit in TOWN.rows[0].units)
    assert other.exists()
    assert prongsai("import", path, "--into", into, "--merge", "--yes").returncode == 0
    assert item.read_text("utf-8") == after


def test_merging_leaves_alone_what_it_does_not_understand() -> None:
    drafted = {"content/2566/o1.md": "---\ncode: o1\nmethod:\n  - ก\n---\n", "mkdocs.yml": "site_name: ก\n"}
    broken = {"content/2566/o1.md": "---\ncode: [o1\n---\n", "mkdocs.yml": "site_name: ข\n"}
    changes = changes_of(broken, drafted)
    assert (changes.new, changes.merged, changes.kept) == ({}, {}, ["content/2566/o1.md", "mkdocs.yml"])
    filled = changes_of(
        {"content/2566/o1.md": "---\n# ของฉัน\ncode: o1\nmethod: [] # ว่าง\n---\nเนื้อหา\n"}, drafted
    )
    assert filled.merged == {"content/2566/o1.md": "---\n# ของฉัน\ncode: o1\nmethod:\n  - ก\n---\nเนื้อหา\n"}


DRAFT = """---
code: o1
breadcrumbs:
  - ก > ข
  - ก > ค
evidence:
  - title: เดิม
    url: https://a.invalid/1
    published_as: null
    way: 1
  - title: ใหม่
    url: https://a.invalid/2
    published_as: https://a.invalid/๒
    way: 2
    fiscal_years: []
---
"""


def test_new_links_are_added_to_those_that_are_there() -> None:
    path = "content/2566/o1.md"
    mine = (
        "---\ncode: o1\nbreadcrumbs: [ก > ข]\n# ของฉัน\nevidence:\n"
        "  - {title: ชื่อของฉัน, url: https://A.invalid/1/}  # ดีแล้ว\n---\nเนื้อหา\n"
    )
    merged = changes_of({path: mine}, {path: DRAFT}).merged[path]
    assert merged == (
        "---\ncode: o1\nbreadcrumbs: [ก > ข, ก > ค]\n# ของฉัน\nevidence:\n"
        "  - {title: ชื่อของฉัน, url: https://A.invalid/1/}  # ดีแล้ว\n"
        "  - title: ใหม่\n    url: https://a.invalid/2\n    published_as: https://a.invalid/๒\n    way: 2\n"
        "---\nเนื้อหา\n"
    )
    assert changes_of({path: merged}, {path: DRAFT}).kept == [path]


def test_a_link_that_was_put_right_is_not_added_again() -> None:
    path = "content/2566/o1.md"
    mine = (
        "---\ncode: o1\nbreadcrumbs: [ก > ข, ก > ค]\nevidence:\n  - {title: ก, url: https://a.invalid/1}\n"
        "  - {title: ข, url: https://b.invalid/2, published_as: https://a.invalid/๒}\n---\nเนื้อหา\n"
    )
    assert changes_of({path: mine}, {path: DRAFT}).kept == [path]


FULL = """---
code: o1
responsible:
  - สำนักปลัดเทศบาล
  - กองคลัง
period: ๑ ม.ค. ๖๖ - ๓๑ มี.ค. ๖๖
breadcrumbs:
  - หน้าแรก > ข้อมูล
results:
  - text: จัดทำผังโครงสร้างใหม่แล้ว
    date: 2023-02-01
    state: done
    by: null
  - text: เผยแพร่บนเว็บไซต์
    date: null
    state: done
    by: null
---
"""


def test_new_units_ways_and_results_are_added_behind_those_that_are_there() -> None:
    path = "content/2566/o1.md"
    mine = (
        "---\ncode: o1\nresponsible: [สำนักปลัด]  # ของฉัน\nperiod: ตลอดปี\nbreadcrumbs:\n"
        "  - หน้าแรก > หน่วยงาน\nresults:\n  - text: เผยแพร่บน เว็บไซต์แล้ว\n    state: done\n---\nเนื้อหา\n"
    )
    merged = changes_of({path: mine}, {path: FULL}).merged[path]
    assert merged == (
        "---\ncode: o1\nresponsible: [สำนักปลัด, กองคลัง]  # ของฉัน\nperiod: ตลอดปี\nbreadcrumbs:\n"
        "  - หน้าแรก > หน่วยงาน\n  - หน้าแรก > ข้อมูล\nresults:\n  - text: เผยแพร่บน เว็บไซต์แล้ว\n    state: done\n"
        "  - text: จัดทำผังโครงสร้างใหม่แล้ว\n    date: 2023-02-01\n    state: done\n---\nเนื้อหา\n"
    )
    assert changes_of({path: merged}, {path: FULL}).kept == [path]


def test_a_source_that_says_when_in_several_periods_gets_no_other() -> None:
    path = "content/2566/o1.md"
    mine = "---\ncode: o1\nperiods:\n  - ม.ค. ๖๖\n  - มี.ค. ๖๖\nperiod: null\n---\n"
    merged = changes_of({path: mine}, {path: FULL}).merged[path]
    assert "period: null\n" in merged
    assert "- กองคลัง" in merged


def test_rows_without_a_place_need_a_person(prongsai: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "OIT ปี 2566 เทศบาลตำบลไม้งาม\n\nข้อ\tข้อมูล\tผู้รับผิดชอบ\nO1\tโครงสร้าง\tกองคลัง\nO99\tอื่น\tนางสมมุติ ใจดี 1101700230708\n",
        "utf-8",
    )
    done = prongsai("import", path, "--into", tmp_path / "town")
    assert done.returncode == 1
    assert "import-leftovers.md" in done.stdout
    assert "1101700230708" not in done.stdout
    assert "O99" in (tmp_path / "town/import-leftovers.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("--year", "2023"), "--year 2566"), (("--framework", "nacc-1"), "nacc-2566")],
)
def test_options_that_make_no_sense(
    prongsai: Run, tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = prongsai("import", document(tmp_path), "--into", tmp_path / "town", *arguments)
    assert (done.returncode, words in done.stderr) == (2, True)
    assert not (tmp_path / "town").exists()


# files meant to hurt


def changed(
    data: bytes, change: Callable[[str, bytes], bytes], extra: tuple[tuple[str, bytes], ...] = ()
) -> bytes:
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
        for name, content in extra:
            after.writestr(name, content)
    return packed.getvalue()


def word() -> bytes:
    return towns.word(TOWN, towns.Shape(), 21)


def excel() -> bytes:
    return towns.excel(TOWN, towns.Shape(), 21)


def bomb() -> bytes:
    text = b"<w:p><w:r><w:t>" + b"A" * 120_000_000 + b"</w:t></w:r></w:p></w:body>"
    return changed(
        word(), lambda name, part: part.replace(b"</w:body>", text) if name == "word/document.xml" else part
    )


def picture_bomb() -> bytes:
    return changed(word(), lambda _, part: part, (("word/media/image9.png", b"\0" * 200_000_000),))


def huge_sheet() -> bytes:
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (number, number) for number in range(100, 900_000)
    )
    return changed(
        excel(),
        lambda name, part: (
            part.replace(b"</sheetData>", rows + b"</sheetData>") if "sheet1" in name else part
        ),
    )


def entity() -> bytes:
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    use = b"<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
    return changed(
        word(),
        lambda name, part: (
            head + part.split(b"?>", 1)[1].replace(b"<w:body>", use) if name == "word/document.xml" else part
        ),
    )


def pdf_bomb() -> bytes:
    stream = zlib.compress(b"\0" * 300_000_000, 1)
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length " + str(len(stream)).encode() + b">>stream\n"
    )
    return head + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>"


OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 600
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (bomb, "ใหญ่เกินไป"),
    "pictures.docx": (picture_bomb, "ใหญ่เกินไป"),
    "huge.xlsx": (huge_sheet, "ใหญ่เกินไป"),
    "entity.docx": (entity, "เปิดไฟล์ไม่ได้"),
    "bomb.pdf": (pdf_bomb, "bomb.pdf"),
    "half.docx": (lambda: word()[:4_000], "เปิดไฟล์ไม่ได้"),
    "text.docx": (lambda: b"hello", "เปิดไฟล์ไม่ได้"),
    "locked.xlsx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100, "รหัสผ่าน"),
    "old.doc": (lambda: OLE, ".docx"),
    "empty.csv": (lambda: b"", "ว่าง"),
    "random.txt": (lambda: bytes(range(256)) * 100, "ไม่รู้จัก"),
    "other.csv": (lambda: "ชื่อ,อายุ\nก,1\n".encode(), "ไม่พบตาราง"),
    "deep.html": (lambda: b"<table>" * 30_000, "ว่าง"),
    "dashes.txt": (lambda: ("ข้อ\tข้อมูล\tผู้รับผิดชอบ\n๐๑\tโครงสร้าง\t" + "- " * 100_000).encode(), "ไม่พบตาราง"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_bad_files_are_refused_with_a_message(name: str, prongsai: Run, tmp_path: Path) -> None:
    make, words = HOSTILE[name]
    path = tmp_path / name
    path.write_bytes(make())
    limited = tmp_path / "limited.py"
    limited.write_text(
        "import resource, runpy, sys\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))\n"
        "sys.argv = ['prongsai', *sys.argv[1:]]\nrunpy.run_module('prongsai', run_name='__main__')\n",
        "utf-8",
    )
    done = run_limited(limited, path, tmp_path / "out")
    assert done.returncode == 2, done.stdout + done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def run_limited(script: Path, path: Path, into: Path) -> Any:
    """``prongsai import`` in a process that the system gives no more than a gigabyte."""
    import subprocess

    return subprocess.run(
        [sys.executable, str(script), "import", str(path), "--into", str(into)],
        capture_output=True, text=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def test_a_sheet_of_two_hundred_megabytes_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.xlsx"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(Unreadable, match="too large"):
        read_file(path)


def test_macros_are_ignored_and_a_wrong_ending_is_seen_through(tmp_path: Path) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    data = changed(word(), lambda _, part: part.replace(plain, macro), (("word/vbaProject.bin", b"x" * 99),))
    tables = set()
    for name, content in (("macro.docm", data), ("wrong.xlsx", word())):
        path = tmp_path / name
        path.write_bytes(content)
        tables.add(len(list(read_file(path).tables())))
    assert tables == {1}


def test_a_sheet_formatted_down_to_its_last_row(tmp_path: Path) -> None:
    styled = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    path = tmp_path / "styled.xlsx"
    path.write_bytes(
        changed(
            excel(), lambda name, part: part.replace(b"</sheetData>", styled) if "sheet1" in name else part
        )
    )
    (table,) = read_file(path).tables()
    assert len(table.rows) == 6 + 1 + len(towns.titles(TOWN, towns.Shape()))
