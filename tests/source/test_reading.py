"""Files as they come: in any encoding, of any size, of any kind."""

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.source.problems import Problems
from prongsai.source.reading import MAX_BYTES, position, read_text


def read(path: Path) -> tuple[str | None, list[tuple[str, int, int, str]]]:
    problems = Problems()
    text = read_text(path, "a.yml", problems)
    return text, [(p.kind.code, p.place.line, p.place.column, p.message("th")) for p in problems]


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "a.yml"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("ก\nข\n".encode(), "ก\nข\n"),
        ("\ufeffก".encode(), "ก"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\u2028b\u2029c\u0085d".encode(), "a b c d"),
        (b"a\tb", "a\tb"),
    ],
)
def test_utf8_in_any_dress(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(written(tmp_path, data)) == (text, [])


@pytest.mark.parametrize(
    ("data", "line", "column", "guess"),
    [
        ("a: b\nชื่อ: เทศบาล\n".encode("cp874"), 2, 1, "TIS-620"),
        ("ok: ก\n".encode() + "ข".encode("cp874"), 2, 1, "การเข้ารหัสแบบอื่น"),
        ("a\r\nก".encode() + "เทศบาลตำบล".encode("cp874"), 2, 2, ""),
        ("ก: ข\n".encode("utf-16"), 1, 1, "UTF-16"),
        ("ก: ข\n".encode("utf-16-be"), 1, 1, "UTF-16"),
        ("abc\n".encode("utf-16-le"), 1, 1, "UTF-16"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\x00\x00", 2, 2, "ไม่ใช่ไฟล์ข้อความ"),
    ],
)
def test_another_encoding(tmp_path: Path, data: bytes, line: int, column: int, guess: str) -> None:
    text, ((code, *place, message),) = read(written(tmp_path, data))
    assert text is None
    assert (code, place) == ("S101", [line, column])
    assert guess in message


@pytest.mark.parametrize(
    ("data", "line", "column", "name"),
    [
        (b"a\nb\x00c", 2, 2, "U+0000"),
        ("\ufeffก\x1b".encode(), 1, 2, "U+001B"),
        ("ก\r\n\x7f".encode(), 2, 1, "U+007F"),
        ("\x9f".encode(), 1, 1, "U+009F"),
    ],
)
def test_control_characters(tmp_path: Path, data: bytes, line: int, column: int, name: str) -> None:
    text, ((code, *place, message),) = read(written(tmp_path, data))
    assert text is None
    assert (code, place) == ("S104", [line, column])
    assert name in message


def test_fifty_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.yml"
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"- x\n" * 250_000)
    start = time.perf_counter()
    text, found = read(path)
    assert time.perf_counter() - start < 0.5
    assert text is None
    assert found == [
        (
            "S102", 0, 0,
            "ไฟล์ใหญ่ 50.0 MB เกินกว่าที่รับได้ (1 MB) — แบ่งเนื้อหา หรือแนบเป็นเอกสารในโฟลเดอร์ files แทน",
        )
    ]  # fmt: skip


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"x" * MAX_BYTES))[0] == "x" * MAX_BYTES
    assert read(written(tmp_path, b"x" * (MAX_BYTES + 1)))[1][0][0] == "S102"


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    assert read(tmp_path / "folder")[1][0][3].startswith("เปิดอ่านไม่ได้ เพราะไม่ใช่ไฟล์ธรรมดา — ")
    assert read(tmp_path / "pipe")[1][0][3].startswith("เปิดอ่านไม่ได้ เพราะไม่ใช่ไฟล์ธรรมดา — ")
    assert read(tmp_path / "loop")[1][0][3].startswith("เปิดอ่านไม่ได้ เพราะเป็นลิงก์ที่วนกลับหาตัวเอง — ")
    assert read(tmp_path / "none")[1][0][3].startswith("เปิดอ่านไม่ได้ เพราะไม่มีอยู่จริง — ")
    assert read(Path("/dev/zero"))[1][0][0] == "S103"


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_problem(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "bytes.yml"
    path.write_bytes(data)
    text, found = read(path)
    assert (text is None) == (len(found) == 1)
    if text is not None:
        text.encode("utf-8")
        assert "\r" not in text and "\x00" not in text
    else:
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
        assert 1 <= found[0][1] <= lines and found[0][2] >= 1


@given(st.text(), st.integers(min_value=0, max_value=200))
def test_a_position_leads_back_to_its_offset(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    line, column = position(text, offset)
    assert sum(len(part) + 1 for part in text.split("\n")[: line - 1]) + column - 1 == offset
