"""Documents that the site holds: which are taken, and which never."""

import hashlib
import os
from pathlib import Path

import pytest

from prongsai.load.files import Held, held_in
from prongsai.source.problems import Problems


def held(folder: Path) -> tuple[Held, list[tuple[str, str, str]]]:
    problems = Problems()
    found = held_in(folder, 2566, "content/2566", problems)
    return found, [(p.kind.code, p.place.path, p.message("th")) for p in problems]


@pytest.fixture
def year(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "2566"
    (folder / "files" / "แผน").mkdir(parents=True)
    (folder / "data").mkdir()
    return folder


def test_size_type_and_hash(year: Path) -> None:
    (year / "files" / "แผน" / "Plan.PDF").write_bytes(b"%PDF")
    (year / "data" / "budget.csv").write_text("ก\n", "utf-8")
    (year / "plan.pdf").write_bytes(b"not here")
    (year / "files" / ".DS_Store").write_bytes(b"")
    (year / "files" / ".git").mkdir()
    (year / "files" / ".git" / "x.pdf").write_bytes(b"")
    found, problems = held(year)
    assert problems == []
    assert list(found.files) == ["files/แผน/Plan.PDF", "data/budget.csv"]
    plan = found.files["files/แผน/Plan.PDF"]
    assert (plan.address, plan.bytes, plan.media_type) == ("2566/files/แผน/Plan.PDF", 4, "application/pdf")
    assert plan.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert Path(plan.source).read_bytes() == b"%PDF"


def test_a_changed_file_has_a_new_hash(year: Path) -> None:
    path = year / "files" / "a.txt"
    path.write_bytes(b"a")
    before = held(year)[0].files["files/a.txt"].sha256
    path.write_bytes(b"b")
    os.utime(path, (1, 1))
    assert held(year)[0].files["files/a.txt"].sha256 != before


@pytest.mark.parametrize(
    "name", ["a.html", "a.svg", "a.exe", "a.js", "a.HTM", "a.pdf.exe", "README", "a.pdf~"]
)
def test_kinds_that_are_not_published(year: Path, name: str) -> None:
    (year / "files" / name).write_bytes(b"x")
    found, problems = held(year)
    assert not found.files
    assert found.is_refused(f"files/{name}")
    suffix = Path(name).suffix or name
    assert problems == [
        (
            "S311",
            f"content/2566/files/{name}",
            f"ไฟล์ชนิด “{suffix}” นำขึ้นเว็บไม่ได้ — ใช้ PDF, Word, Excel, CSV, รูปภาพ หรือ ZIP",
        )
    ]


@pytest.mark.parametrize(
    "name", ["a:b.pdf", "a?.pdf", 'a".pdf', "a<b>.pdf", "a|b.pdf", "a\\b.pdf", "a\nb.pdf"]
)
def test_names_that_no_address_can_have(year: Path, name: str) -> None:
    (year / "files" / name).write_bytes(b"x")
    found, ((code, path, message),) = held(year)
    assert not found.files
    assert code == "S110"
    assert "\n" not in path + message
    assert message.endswith('(มีอักขระ < > : " | ? * \\ หรืออักขระที่มองไม่เห็น) — เปลี่ยนชื่อไฟล์')


@pytest.mark.parametrize("name", ["a.pdf ", "a.pdf.", "แผน.pdf. "])
def test_a_name_whose_end_windows_drops(year: Path, name: str) -> None:
    (year / "files" / name).write_bytes(b"x")
    found, ((code, _, message),) = held(year)
    assert not found.files
    assert code == "S110"
    assert "(ลงท้ายด้วยจุดหรือเว้นวรรค)" in message


def test_two_names_that_look_the_same_are_both_held(year: Path) -> None:
    looks, other = "น้ำ.pdf", "น\u0e4d\u0e49า.pdf"
    for name, data in ((looks, b"1"), (other, b"2")):
        (year / "files" / name).write_bytes(data)
    found, problems = held(year)
    assert problems == []
    assert {file.address for file in found.files.values()} == {f"2566/files/{looks}", f"2566/files/{other}"}
    for name in (looks, other):
        shown = found.find(f"files/{name}")
        assert shown is not None
        assert shown.address == f"2566/files/{looks}"  # a source's text is cleaned before it is looked for


def test_a_name_in_another_encoding(year: Path) -> None:
    (year / "files" / os.fsdecode("เทศบาล.pdf".encode("cp874"))).write_bytes(b"x")
    _, ((code, path, message),) = held(year)
    assert code == "S110"
    (path + message).encode("utf-8")


def test_links_that_lead_out(year: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    (year / "files" / "a.pdf").symlink_to(tmp_path / "secret.pdf")
    (year / "files" / "b").symlink_to(tmp_path / "folder")
    (year / "files" / "c.pdf").symlink_to("/etc/passwd")
    (year / "files" / "d.pdf").write_bytes(b"x")
    (year / "files" / "e.pdf").symlink_to("d.pdf")
    found, problems = held(year)
    assert list(found.files) == ["files/d.pdf", "files/e.pdf"]
    assert [problem[:2] for problem in problems] == [
        ("S309", f"content/2566/files/{name}") for name in ("a.pdf", "b", "c.pdf")
    ]
    assert problems[0][2] == (
        "“files/a.pdf” ชี้ออกนอกโฟลเดอร์ของปีนี้ — คัดลอกไฟล์เข้ามาใน files/ แล้วอ้างเป็น files/ชื่อไฟล์"
    )


def test_what_cannot_be_read(year: Path) -> None:
    (year / "files" / "gone.pdf").symlink_to("nowhere.pdf")
    (year / "files" / "loop.pdf").symlink_to("loop.pdf")
    os.mkfifo(year / "files" / "pipe.pdf")
    found, problems = held(year)
    assert not found.files
    assert [problem[2].partition(" — ")[0] for problem in problems] == [
        "เปิดอ่านไม่ได้ เพราะไม่มีอยู่จริง",
        "เปิดอ่านไม่ได้ เพราะเป็นลิงก์ที่วนกลับหาตัวเอง",
        "เปิดอ่านไม่ได้ เพราะไม่ใช่ไฟล์ธรรมดา",
    ]


def test_letters_stored_in_another_order_are_the_same_name(year: Path) -> None:
    (year / "files" / "น\u0e4d\u0e32.pdf").write_bytes(b"x")
    found, _ = held(year)
    assert found.find("files/น\u0e33.pdf") is not None
    assert found.find("files/น\u0e4d\u0e32.pdf") is not None
    assert found.find("files/นา.pdf") is None
