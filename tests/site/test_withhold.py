"""Which copies a site may publish, by what is in them."""

import hashlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from prongsai.errors import Text
from prongsai.model.disclosure import HeldFile
from prongsai.rules.person.scan_without_text import _SCAN
from prongsai.withhold import withheld
from tests.evidence.bodies import png
from tests.load.test_held import packed, pdf, sheet, word, written

NUMBER, BARE, MASKED = "1-2345-67890-12-1", "1234567890121", "1-XXXX-XXXXX-XX-1"
CELL = f"<w:p><w:r><w:t>เลขประจำตัวประชาชน {NUMBER}</w:t></w:r></w:p>"


def encrypted(password: str) -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(pdf("A plan"))))
    writer.encrypt(password)
    return written(writer)


def judged(tmp_path: Path, data: bytes, kind: str) -> Text | None:
    path = tmp_path / f"copy.{kind}"
    path.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    held = HeldFile(address=sha256, source=str(path), bytes=len(data), media_type="x/y", sha256=sha256)
    return withheld([held])[sha256]


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("pdf", pdf("A plan", "of 2566")),
        ("docx", word("<w:p><w:r><w:t>แผนดำเนินงาน</w:t></w:r></w:p>")),
        ("xlsx", sheet([["โครงการ", "บาท"], ["ถนน", 450_000]])),
        ("png", png()),
        ("txt", "ชื่อ,ยอด\nถนน,450000\nทะเบียน 0-9940-00000-01-1\n".encode()),
        (
            "zip",
            packed(
                {"แผน.pdf": pdf("A plan"), "รูป/ภาพ.png": png(), "Thumbs.db": b"\xd0\xcf\0", "อ่าน.txt": "ก"}
            ),
        ),
    ],
)
def test_what_may_be_published(kind: str, data: bytes, tmp_path: Path) -> None:
    assert judged(tmp_path, data, kind) is None


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("pdf", pdf("A plan", f"ID {NUMBER}")),
        ("pdf", pdf(f"paid to {BARE}")),
        ("docx", word(CELL)),
        ("xlsx", sheet([["เลขประจำตัว", "ชื่อ"], [BARE, "ก"]])),
        ("xlsx", sheet([["รหัส", "ชื่อ"], [int(BARE), "ก"]])),
        ("txt", f"ที่,เลข,ชื่อ\n1,{BARE},ก\n".encode()),
        ("txt", f"๑;{BARE.translate(str.maketrans('0123456789', '๐๑๒๓๔๕๖๗๘๙'))};ก\n".encode()),
        ("json", f'[1,{BARE},5]'.encode()),
        ("zip", packed({"a/b.docx": word(CELL)})),
        ("zip", packed({f"{BARE}.png": png()})),
        ("zip", packed({"list.csv": f"1,{BARE},x\n"})),
    ],
)  # fmt: skip
def test_an_identity_number_is_found_wherever_it_stands(kind: str, data: bytes, tmp_path: Path) -> None:
    reason = judged(tmp_path, data, kind)
    assert reason is not None
    assert MASKED in reason.th and MASKED in reason.en
    assert BARE not in reason.th


def twice() -> bytes:
    """A ZIP with two members of one name, the number in the first."""
    buffer = BytesIO()
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a.txt", NUMBER)
        package.writestr("a.txt", "nothing")
    return buffer.getvalue()


def test_a_member_behind_another_of_its_name(tmp_path: Path) -> None:
    assert judged(tmp_path, twice(), "zip") is not None


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("pdf", encrypted("secret")),
        ("pdf", b"%PDF-1.4 nothing %%EOF"),
        ("docx", b"PK\x03\x04 cut"),
        ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("rtf", b"{\\rtf1 x}"),
        ("svg", b"<svg/>"),
        ("bin", bytes(100)),
        ("zip", packed({"inner.zip": packed({"a.txt": "ก"})})),
        ("zip", packed({"old.doc": b"\xd0\xcf\x11\xe0" + bytes(600)})),
        ("zip", packed({"a.txt": "0" * 60_000_000})),
        ("zip", packed({"a.txt": "ก"}, compression=14)),
        ("zip", b"PK\x05\x06 no"),
    ],
)
def test_what_nobody_can_look_into_is_not_published(kind: str, data: bytes, tmp_path: Path) -> None:
    assert judged(tmp_path, data, kind) is not None


def test_a_scan_is_published_as_its_agency_published_it(tmp_path: Path) -> None:
    assert judged(tmp_path, _SCAN.encode(), "pdf") is None
