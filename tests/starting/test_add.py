"""``prongsai add`` from the outside: documents go under items, and nothing else of a project changes."""

import os
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
import xlsxwriter

from prongsai.starting.adding import read_code
from tests.starting.conftest import Command

ITEM = "content/2566/o1.md"


def pdf(text: str = "Plan of the town", extra: str = "") -> bytes:
    """A PDF of one page with text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    data = f"%PDF-1.4\n%{extra}\n".encode()
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(data)
    data += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in places)
    return data + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def sheet(*cells: str) -> bytes:
    held = BytesIO()
    with xlsxwriter.Workbook(held) as book:
        page = book.add_worksheet()
        for row, text in enumerate(cells):
            page.write_string(row, 0, text)
    return held.getvalue()


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde"


def put(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("name", "data", "file"),
    [
        ("แผน ปี 2566.PDF", pdf(), "files/o1-structure-2566.pdf"),
        ("plan.docx", word("แผนดำเนินงาน"), "files/plan.docx"),
        ("plan.xlsx", sheet("แผนดำเนินงาน"), "files/plan.xlsx"),
        ("photo.png", PNG, "files/photo.png"),
        ("table.csv", "เดือน,จำนวน\nตุลาคม,1\n".encode(), "data/table.csv"),
    ],
)
def test_a_document_goes_under_an_item(
    name: str, data: bytes, file: str, town: Path, tmp_path: Path, command: Command
) -> None:
    before = everything(town)
    path = put(tmp_path, name, data)
    done = command("add", "o1", path, "--title", "แผน: ปี 2566", "--project", town)
    assert done.returncode == 0, done.stderr
    assert file in done.stdout
    after = everything(town)
    assert after.pop(f"content/2566/{file}") == data
    item = after[ITEM].decode()
    assert item == before[ITEM].decode().replace(
        "file: files/chart.pdf}\n", f"file: files/chart.pdf}}\n  - title: 'แผน: ปี 2566'\n    file: {file}\n"
    )
    assert {**after, ITEM: b""} == {**before, ITEM: b""}
    assert path.read_bytes() == data
    assert command("check", "--project", town).returncode == 0


def test_a_files_own_name_is_kept_on_request(town: Path, tmp_path: Path, command: Command) -> None:
    path = put(tmp_path, "แผน ปี 2566.pdf", pdf())
    assert command("add", "o1", path, "--keep-name", "--project", town).returncode == 0
    assert (town / "content/2566/files/แผน-ปี-2566.pdf").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("code", ["o1", "O1", "O๑", "๐๑", "o01", "ข้อ 1", "ข้อที่ ๑", "1", "๑", "OIT 1", "o 1"])
def test_codes_are_read_in_every_form(code: str) -> None:
    assert read_code(code) == "o1"


@pytest.mark.parametrize("code", ["", "i1", "e3", "0", "x", "1000", "-1", "o1.md", "o1 o2"])
def test_what_is_no_code_is_none(code: str) -> None:
    assert read_code(code) is None


def test_an_item_without_a_file_gets_one(town: Path, tmp_path: Path, command: Command) -> None:
    done = command("add", "ข้อ", "12", put(tmp_path, "แผนปฏิบัติการ 2566.pdf", pdf()), cwd=town)
    assert done.returncode == 0, done.stderr
    text = (town / "content/2566/o12.md").read_text("utf-8")
    assert "  - title: แผนปฏิบัติการ 2566\n    file: files/o12-action-plan-progress-2566.pdf\n" in text
    assert "# ต้องแสดง" in text
    assert "reported" in done.stderr


def test_a_second_time_changes_nothing(town: Path, tmp_path: Path, command: Command) -> None:
    path = put(tmp_path, "plan.pdf", pdf())
    command("add", "o1", path, "--project", town)
    before = everything(town)
    again = command("add", "o1", put(tmp_path / "other", "copy.pdf", pdf()), "--project", town)
    assert again.returncode == 0
    assert "มีอยู่แล้ว เป็นหลักฐานที่ 2" in again.stdout
    assert everything(town) == before
    tied = command("add", "o1", path, "--element", "chart", "--project", town, "--lang", "en")
    assert tied.returncode == 0, tied.stderr
    assert (town / ITEM).read_text("utf-8").count("plan.pdf") == 1
    assert "elements:\n  chart: [2]\n" in (town / ITEM).read_text("utf-8")


def test_the_same_document_is_kept_once_for_two_items(town: Path, tmp_path: Path, command: Command) -> None:
    path = put(tmp_path, "plan.pdf", pdf())
    command("add", "o1", path, "--project", town)
    done = command("add", "o5", put(tmp_path, "other.pdf", pdf()), "--project", town)
    assert "มีอยู่แล้วที่ content/2566/files/plan.pdf" in done.stdout
    assert sorted(path.name for path in (town / "content/2566/files").iterdir()) == ["chart.pdf", "plan.pdf"]
    assert "file: files/plan.pdf" in (town / "content/2566/o5.md").read_text("utf-8")


def test_another_document_of_that_name_gets_a_name_of_its_own(
    town: Path, tmp_path: Path, command: Command
) -> None:
    done = command("add", "o1", put(tmp_path, "CHART.pdf", pdf()), "--project", town)
    assert "files/CHART-2.pdf" in done.stdout
    assert (town / "content/2566/files/chart.pdf").read_bytes() == b"%PDF-1.4\n%%EOF\n"


def test_several_at_once_with_an_element(town: Path, tmp_path: Path, command: Command) -> None:
    files = [put(tmp_path, f"แผนงานที่ {number}.pdf", pdf(extra=str(number))) for number in (1, 2)]
    done = command("add", "o1", *files, "--element", "chart", "--element", "divisions", "--project", town)
    assert done.returncode == 0, done.stderr
    text = (town / ITEM).read_text("utf-8")
    assert "elements:\n  chart: [2, 3]\n  divisions: [2, 3]\n" in text
    assert command("check", "--project", town).returncode == 0


def numbered() -> bytes:
    return word("ผู้ถือบัตรประชาชนเลขที่ 1-2345-67890-12-1 ได้รับเบี้ยยังชีพ")


def bomb() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * 60_000_000)
    return held.getvalue()


def locked() -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


REFUSED = {
    "numbered.docx": (numbered, "เลขประจำตัวประชาชน 1-XXXX-XXXXX-XX-1"),
    "numbers.csv": (lambda: "ชื่อ,เลขประจำตัวประชาชน\nก,1-2345-67890-12-1\n".encode(), "เลขประจำตัวประชาชน"),
    "1-2345-67890-12-1.pdf": (pdf, "ชื่อไฟล์มีเลขประจำตัวประชาชน 1-XXXX"),
    "page.html": (lambda: b"<p>", "ไม่รับไฟล์ชนิด “.html”"),
    "macro.xlsm": (lambda: sheet("ก"), "ไม่รับไฟล์ชนิด “.xlsm”"),
    "noending": (lambda: b"x", "ไม่รับไฟล์ชนิด “noending”"),
    "empty.pdf": (lambda: b"", "เป็นไฟล์ว่าง"),
    "page.pdf": (lambda: b"<html><body>not found</body></html>", "ไม่ใช่ชนิดตามนามสกุล"),
    "old.doc": (lambda: word("ก"), "ไม่ใช่ชนิดตามนามสกุล"),
    "photo.jpg": (lambda: PNG, "ไม่ใช่ชนิดตามนามสกุล"),
    "locked.pdf": (locked, "รหัสผ่าน"),
    "bomb.docx": (bomb, "ใหญ่เกิน"),
    "large.pdf": (lambda: pdf() + b"\n" * 25_000_000, "เกิน 25 MB"),
}


def test_what_the_check_would_refuse_is_refused_all_at_once(
    town: Path, tmp_path: Path, command: Command
) -> None:
    before = everything(town)
    files = [put(tmp_path / "in", name, make()) for name, (make, _) in REFUSED.items()]
    (tmp_path / "in/folder.pdf").mkdir()
    (tmp_path / "in/loop.pdf").symlink_to("loop.pdf")
    os.mkfifo(tmp_path / "in/pipe.pdf")
    good = put(tmp_path / "in", "good.pdf", pdf())
    others = [tmp_path / "in" / name for name in ("folder.pdf", "loop.pdf", "pipe.pdf", "goood.pdf")]
    done = command("add", "o1", good, *files, *others, "--project", town)
    assert done.returncode == 2
    assert everything(town) == before
    lines = done.stderr.splitlines()
    assert lines[-1] == "ยังไม่ได้เพิ่มอะไร"
    told = {Path(line.partition(": ")[0]).name: line for line in lines[:-1]}
    told = {(name if "ชื่อไฟล์มี" not in name else "1-2345-67890-12-1.pdf"): line for name, line in told.items()}
    assert set(told) == {*REFUSED, *(path.name for path in others)}
    for name, (_, reason) in REFUSED.items():
        assert reason in told[name]
        assert " — " in told[name]
    assert "หมายถึง good.pdf" in told["goood.pdf"]
    assert "1-2345" not in done.stderr


def test_a_link_to_a_document_is_followed(town: Path, tmp_path: Path, command: Command) -> None:
    (tmp_path / "link.pdf").symlink_to(put(tmp_path / "in", "real.pdf", pdf()))
    done = command("add", "o1", tmp_path / "link.pdf", "--project", town)
    assert done.returncode == 0, done.stderr
    assert not (town / "content/2566/files/link.pdf").is_symlink()


def test_an_address_is_evidence_too(town: Path, tmp_path: Path, command: Command) -> None:
    address = "https://www.test.invalid/plan?id=1&x={2}"
    done = command("add", "o1", address, put(tmp_path, "แผนงาน.pdf", pdf()), "--element", "chart", cwd=town)
    assert done.returncode == 2
    assert "อักขระที่ใช้ในที่อยู่ไม่ได้" in done.stderr
    address = "https://www.test.invalid/plan?id=1&x=[2],3"
    done = command("add", "o1", address, put(tmp_path, "แผนงาน.pdf", pdf()), "--element", "chart", cwd=town)
    assert done.returncode == 0, done.stderr
    text = (town / ITEM).read_text("utf-8")
    assert f"  - title: โครงสร้าง\n    url: {address}\n  - title: แผนงาน\n" in text
    assert "  chart: [2, 3]\n" in text
    again = command("add", "o1", address, "--element", "divisions", cwd=town)
    assert "มีอยู่แล้ว เป็นหลักฐานที่ 2" in again.stdout
    assert "  divisions: [2]\n" in (town / ITEM).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["o99"], "มี o1 ถึง o43"),
        (["i1"], "ไม่มีข้อ “i1”"),
        (["o1", "--year", "2567"], "prongsai year 2567"),
        (["o1", "--year", "ก"], "ไม่ใช่ปีงบประมาณ"),
        (["o1", "--element", "chat"], "หมายถึง chart"),
        (["o1", "--title", "\u200b"], "ต้องมีตัวอักษร"),
        (["o1", "--title", "ก" * 4_001], "4,000"),
        (["o1", "--title", "บัตรประชาชน 1-2345-67890-12-1"], "1-XXXX-XXXXX-XX-1"),
    ],
)
def test_what_cannot_be_is_told(
    words: list[str], told: str, town: Path, tmp_path: Path, command: Command
) -> None:
    before = everything(town)
    done = command("add", words[0], put(tmp_path, "plan.pdf", pdf()), *words[1:], "--project", town)
    assert done.returncode == 2
    assert told in done.stderr
    assert everything(town) == before


def test_an_item_with_errors_is_left_alone(town: Path, tmp_path: Path, command: Command) -> None:
    (town / ITEM).write_text("---\nreported: finished\n---\n", "utf-8")
    before = everything(town)
    done = command("add", "o1", put(tmp_path, "plan.pdf", pdf()), "--project", town)
    assert done.returncode == 2
    assert f"{ITEM}:2:11" in done.stderr
    assert everything(town) == before
    assert command("add", "o5", tmp_path / "plan.pdf", "--project", town).returncode == 0


def test_files_of_windows_and_other_names_of_the_item(town: Path, tmp_path: Path, command: Command) -> None:
    (town / ITEM).unlink()
    raw = "\ufeff---\r\nreported: done # ก\r\nevidence: []\r\n---\r\nข้อความ".encode()
    put(town / "content/2566", "O๑.md", raw)
    done = command("add", "1", put(tmp_path, "แผนงาน.pdf", pdf()), "--project", town)
    assert done.returncode == 0, done.stderr
    new = "evidence:\r\n  - title: แผนงาน\r\n    file: files/o1-structure-2566.pdf\r\n".encode()
    assert (town / "content/2566/O๑.md").read_bytes() == raw.replace(b"evidence: []\r\n", new)


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("แผน_พัฒนา-ท้องถิ่น (1).docx", "ก", "แผน พัฒนา ท้องถิ่น"),
        ("17669297792082.docx", "รายงานผลการดำเนินงานประจำปี", "รายงานผลการดำเนินงานประจำปี"),
        ("scan0001.docx", "x", "โครงสร้าง"),
        ("0f3a9c2b11d4e5f6.docx", "", "โครงสร้าง"),
    ],
)
def test_a_title_is_found(
    name: str, text: str, title: str, town: Path, tmp_path: Path, command: Command
) -> None:
    command("add", "o1", put(tmp_path, name, word(text)), "--project", town)
    assert f"- title: {title}\n" in (town / ITEM).read_text("utf-8")


def test_a_disk_that_refuses_leaves_all_as_it_was(
    town: Path, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(town)
    whole = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "o1.md":
            raise PermissionError(13, "it is open in another program", str(target))
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    done = command("add", "o1", put(tmp_path, "plan.pdf", pdf()), "--project", town)
    assert done.returncode == 2
    assert "ปิดโปรแกรมที่เปิดไฟล์นี้อยู่" in done.stderr
    assert everything(town) == before


def test_new_build_check_add_build(tmp_path: Path, command: Command) -> None:
    town = tmp_path / "town"
    assert command("new", town, "--name", "เทศบาลตำบลทดสอบ").returncode == 0
    built = command("build", "--project", town)
    assert built.returncode == 0, built.stderr
    assert (town / "site/2567/o35/index.html").is_file()
    path = put(tmp_path, "ผังโครงสร้าง.pdf", pdf())
    done = command("add", "o1", path, "--element", "chart", "--element", "divisions", "--project", town)
    assert done.returncode == 0, done.stderr
    checked = command("check", "--project", town)
    assert checked.returncode == 0
    assert checked.stdout.count(" C112 ") == 34 + 1
    built = command("build", "--project", town)
    assert built.returncode == 0, built.stderr
    page = (town / "site/2567/o1/index.html").read_text("utf-8")
    assert "ผังโครงสร้าง" in page
    assert (town / "site/2567/files/o1-structure-2567.pdf").read_bytes() == path.read_bytes()
