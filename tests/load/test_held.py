"""Reading what documents and tables say: real files of every kind, and hostile ones."""

import io
import json
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from prongsai.load import held as held_module
from prongsai.load.files import held_in
from prongsai.load.held import parse_table, read_tables, read_texts
from prongsai.load.limits import decode
from prongsai.load.office import plain_number
from prongsai.load.reader import read_document
from prongsai.model.held import HeldText, Table
from prongsai.source.problems import Problems

SCAN = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Resources <</XObject <</Im0 4 0 R>>>>>> endobj
4 0 obj <</Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8
/Length 1>> stream
A
endstream endobj
trailer <</Root 1 0 R>>
startxref
0
%%EOF
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
Read = tuple[Mapping[str, HeldText], Mapping[str, Table]]
Texts = Callable[[Mapping[str, bytes]], Read]
Process = subprocess.Popen[str]


def pdf(*pages: str) -> bytes:
    """A PDF with one line of Latin text on each page."""
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    parts = [
        "%PDF-1.4",
        "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        f"2 0 obj <</Type /Pages /Kids [{kids}] /Count {len(pages)}>> endobj",
    ]
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 10 50 Td ({text}) Tj ET"
        parts += [
            f"{3 + 2 * number} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 99] /Contents"
            f" {4 + 2 * number} 0 R /Resources <</Font <</F1 <</Type /Font /Subtype /Type1"
            " /BaseFont /Helvetica>>>>>>>> endobj",
            f"{4 + 2 * number} 0 obj <</Length {len(stream)}>> stream\n{stream}\nendstream endobj",
        ]
    return "\n".join([*parts, "trailer <</Root 1 0 R /Size 99>>", "startxref", "0", "%%EOF", ""]).encode()


def packed(parts: Mapping[str, str | bytes], **settings: int) -> bytes:
    """A zip file of ``parts``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", settings.get("compression", zipfile.ZIP_DEFLATED)) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


def word(body: str) -> bytes:
    """A DOCX with that body."""
    return packed({"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'})


def sheet(rows: list[list[object]]) -> bytes:
    """An XLSX with those rows."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def said(data: bytes, kind: str) -> HeldText:
    """What is read of a document in this process."""
    read = read_document(data, kind)
    json.dumps(read)
    return HeldText(tuple(read["pages"]), read["scanned"], read["reason"])  # type: ignore[arg-type]


def reason(data: bytes, kind: str) -> str | None:
    """Why it could not be read."""
    return said(data, kind).reason


@pytest.fixture(autouse=True)
def nothing_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """What other tests read is not known here."""
    monkeypatch.setattr(held_module, "_READ", {})


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    """The texts and tables of files given by name, read in a process of its own."""

    def run(files: Mapping[str, bytes]) -> Read:
        for name, data in files.items():
            path = tmp_path / "2566" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        found = held_in(tmp_path / "2566", 2566, "content/2566", Problems()).files.values()
        return read_texts(found), read_tables(found)

    return run


class TestPdf:
    def test_pages(self) -> None:
        assert said(pdf("first page", "second page"), ".pdf") == HeldText(("first page", "second page"))

    def test_thai(self, root: Path) -> None:
        data = (root / "examples/namsai/content/2566/files/service-manual.pdf").read_bytes()
        read = said(data, ".pdf")
        assert "08.30 - 16.30" in read.pages[0]
        assert "กอง" in read.pages[0]
        assert not any(char < " " and char not in "\n\t" for char in read.pages[0])

    def test_remarks_and_form_fields_are_read(self) -> None:
        data = pdf("form").replace(
            b"/MediaBox",
            b"/Annots [<</Type /Annot /Subtype /Widget /V (a value) /Contents (a remark)>>] /MediaBox",
        )
        assert said(data, ".pdf").pages == ("form\na remark\na value",)

    def test_a_scan(self) -> None:
        assert said(SCAN, ".pdf") == HeldText(("",), scanned=True)

    def test_a_page_without_picture_is_no_scan(self) -> None:
        assert not said(pdf(""), ".pdf").scanned

    def test_encrypted(self) -> None:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("secret"))))
        writer.encrypt("password", algorithm="RC4-128")
        assert reason(written(writer), ".pdf") == "encrypted"

    def test_encrypted_without_password_is_read(self) -> None:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("no printing"))))
        writer.encrypt("", "owner", algorithm="RC4-128")
        assert said(written(writer), ".pdf") == HeldText(("no printing",))

    @pytest.mark.parametrize(
        "data", [b"", b"%PDF-1.4\n%%EOF\n", b"not a pdf", b"<!doctype html><title>login</title>", SCAN[:120]]
    )
    def test_broken(self, data: bytes) -> None:
        assert reason(data, ".pdf") == "broken"

    def test_truncated_real_file(self, root: Path) -> None:
        data = (root / "examples/namsai/content/2566/files/structure-2566.pdf").read_bytes()
        for part in (10, 3, 2):
            read = said(data[: len(data) // part], ".pdf")
            assert read.pages or read.reason == "broken"

    def test_pages_that_contain_themselves(self) -> None:
        assert reason(pdf("x").replace(b"[3 0 R]", b"[2 0 R]"), ".pdf") == "broken"

    def test_too_many_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("prongsai.load.reader.MAX_PAGES", 2)
        read = said(pdf("a", "b", "c"), ".pdf")
        assert (read.pages, read.reason) == (("a", "b"), "too_long")

    @given(st.integers(0, 700), st.binary(min_size=1, max_size=8))
    def test_damage_never_raises(self, at: int, noise: bytes) -> None:
        data = pdf("one page", "another")
        said(data[:at] + noise + data[at + len(noise) :], ".pdf")


def written(writer: PdfWriter) -> bytes:
    """The bytes of a PDF."""
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


class TestWord:
    def test_text_and_tables(self) -> None:
        def cell(text: str) -> str:
            return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

        data = word(
            "<w:p><w:r><w:t>หนึ่ง</w:t><w:tab/><w:t>สอง</w:t><w:br/><w:delText>ลบแล้ว</w:delText></w:r></w:p>"
            f"<w:tbl><w:tr>{cell('ชื่อ')}{cell('เลข')}</w:tr></w:tbl>"
        )
        assert said(data, ".docx").pages == ("หนึ่ง\tสอง\nลบแล้ว\nชื่อ \tเลข \t\n",)

    def test_headers_and_remarks(self) -> None:
        part = f'<w:x xmlns:w="{WORD}"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:x>'
        data = packed(
            {"word/document.xml": part % "a", "word/header1.xml": part % "b", "word/comments.xml": part % "c"}
        )
        assert set(said(data, ".docx").pages[0].split()) == {"a", "b", "c"}

    def test_a_fallback_is_not_said_twice(self) -> None:
        data = word(
            f'<m:AlternateContent xmlns:m="{COMPATIBLE}"><m:Choice><w:t>box</w:t></m:Choice>'
            "<m:Fallback><w:t>box</w:t></m:Fallback></m:AlternateContent>"
        )
        assert said(data, ".docx").pages == ("box",)


class TestSheets:
    def test_rows_in_their_columns(self) -> None:
        data = sheet([["ชื่อ", None, "เลข"], ["ก", None, 1234567890123], [None, None, "๑"]])
        assert said(data, ".xlsx").pages == ("ชื่อ\t\tเลข\nก\t\t1234567890123\n\t\t๑\n",)

    @pytest.mark.parametrize(
        ("stored", "plain"),
        [
            ("1.234567890123E+12", "1234567890123"),
            ("1234567890123", "1234567890123"),
            ("1234567890123.0", "1234567890123"),
            ("12.5", "12.5"),
            ("1E+999999", "1E+999999"),
            ("1E+99999999999999999999", "1E+99999999999999999999"),
            ("NaN", "NaN"),
            ("e", "e"),
            ("", ""),
        ],
    )
    def test_numbers(self, stored: str, plain: str) -> None:
        assert plain_number(stored) == plain

    def test_hidden_sheets_are_pages_too(self) -> None:
        book = openpyxl.Workbook()
        book.create_sheet("ซ่อน").append(["ลับ"])
        book.worksheets[1].sheet_state = "hidden"
        buffer = io.BytesIO()
        book.save(buffer)
        assert said(buffer.getvalue(), ".xlsx").pages == ("", "ลับ\n")

    def test_a_text_that_many_cells_repeat(self) -> None:
        cells = "".join('<c t="s"><v>0</v></c>' for _ in range(5_000))
        data = packed(
            {
                "xl/sharedStrings.xml": f"<sst><si><t>{'ก' * 10_000}</t></si></sst>",
                "xl/worksheets/sheet1.xml": f"<worksheet><row>{cells}</row></worksheet>",
            }
        )
        assert reason(data, ".xlsx") == "too_long"

    def test_a_text_that_is_not_there(self) -> None:
        row = '<row><c t="s"><v>-7</v></c><c t="s"><v>9</v></c></row>'
        data = packed({"xl/worksheets/sheet1.xml": f"<s>{row}</s>"})
        assert said(data, ".xlsx").pages == ("\n",)


class TestOtherKinds:
    def test_slides_with_notes(self) -> None:
        slide = f'<p xmlns:a="{DRAWING}"><a:p><a:r><a:t>%s</a:t></a:r></a:p></p>'
        link = '<r><Relationship Target="../notesSlides/notesSlide1.xml"/></r>'
        data = packed(
            {
                "ppt/slides/slide10.xml": slide % "ten",
                "ppt/slides/slide2.xml": slide % "two",
                "ppt/slides/_rels/slide2.xml.rels": link,
                "ppt/notesSlides/notesSlide1.xml": slide % "note",
            }
        )
        assert [page.split() for page in said(data, ".pptx").pages] == [["two", "note"], ["ten"]]

    def test_open_document_text(self) -> None:
        data = packed({"content.xml": "<d><h>หัวข้อ</h><p>ก<s/>ข<tab/>ค<line-break/>ง</p></d>"})
        assert said(data, ".odt").pages == ("หัวข้อ\nก ข\tค\nง",)

    def test_open_document_sheets(self) -> None:
        table = (
            '<table><table-row><table-cell><p>ก</p></table-cell><table-cell value="1234567890123">'
            "<p>1.23E+12</p></table-cell></table-row></table>"
        )
        data = packed({"content.xml": f"<d><spreadsheet>{table}{table}</spreadsheet></d>"})
        assert said(data, ".ods").pages == ("ก \t 1234567890123\t\n",) * 2

    def test_encrypted_open_document(self) -> None:
        data = packed({"META-INF/manifest.xml": "<m><encryption-data/></m>", "content.xml": b"\x93\x01"})
        assert reason(data, ".odt") == "encrypted"

    @pytest.mark.parametrize(
        "data", ["ไทย".encode(), "ไทย".encode("utf-8-sig"), "ไทย".encode("tis-620"), "ไทย".encode("utf-16")]
    )
    def test_plain_text(self, data: bytes) -> None:
        assert said(data, ".txt").pages == ("ไทย",)

    def test_no_text(self) -> None:
        assert reason(b"\x00\x01\x02", ".txt") == "broken"


class TestHostilePackages:
    def test_a_bomb_by_its_ratio(self) -> None:
        assert reason(word(f"<w:t>{'0' * 10_000_000}</w:t>"), ".docx") == "too_large"

    def test_a_bomb_by_its_size(self) -> None:
        data = packed({"content.xml": b" " * 60_000_000}, compression=zipfile.ZIP_STORED)
        assert reason(data[:24_000_000], ".odt") == "broken"
        assert reason(data, ".odt") == "too_large"

    def test_a_bomb_that_lies_about_its_size(self) -> None:
        data = word(f"<w:t>{'0' * 10_000_000}</w:t>")
        size = zipfile.ZipFile(io.BytesIO(data)).infolist()[0].file_size
        lying = data.replace(size.to_bytes(4, "little"), (99).to_bytes(4, "little"))
        assert reason(lying, ".docx") in ("too_large", "broken")

    def test_many_parts(self) -> None:
        data = packed({f"word/header{number}.xml": "" for number in range(10_001)})
        assert reason(data, ".docx") == "too_large"

    @pytest.mark.parametrize(
        "declaration",
        [
            '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
            '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE d SYSTEM "http://localhost/d.dtd">',
        ],
    )
    def test_entities_and_foreign_parts(self, declaration: str) -> None:
        assert reason(packed({"content.xml": f"{declaration}<d><p>&a;</p></d>"}), ".odt") == "broken"

    @pytest.mark.parametrize("kind", [".docx", ".xlsx", ".pptx", ".odt", ".ods"])
    @pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text", packed({"a.txt": "a"})])
    def test_broken(self, data: bytes, kind: str) -> None:
        assert reason(data, kind) == "broken"

    def test_truncated(self) -> None:
        data = sheet([["ก"] * 10] * 50)
        for part in (10, 3, 2):
            assert reason(data[: len(data) // part], ".xlsx") == "broken"

    def test_an_encrypted_office_document(self) -> None:
        data = b"\xd0\xcf\x11\xe0" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
        assert reason(data, ".docx") == "encrypted"
        assert reason(data[:100], ".docx") == "broken"

    def test_an_encrypted_part(self) -> None:
        data = bytearray(word("<w:t>x</w:t>"))
        for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(mark) + offset] |= 1
        assert reason(bytes(data), ".docx") == "encrypted"

    def test_deep_nesting(self) -> None:
        deep = 200_000
        assert said(word("<w:p>" * deep + "<w:t>x</w:t>" + "</w:p>" * deep), ".docx").pages[0].strip() == "x"

    @given(st.integers(0, 400), st.binary(min_size=1, max_size=8))
    def test_damage_never_raises(self, at: int, noise: bytes) -> None:
        data = word("<w:p><w:r><w:t>some text</w:t></w:r></w:p>" * 3)
        said(data[:at] + noise + data[at + len(noise) :], ".docx")


class TestProcess:
    def test_every_document_by_its_address(self, texts: Texts) -> None:
        read, tables = texts(
            {
                "files/a.pdf": pdf("hello"),
                "files/b.docx": word("<w:t>b</w:t>"),
                "files/c.png": b"picture",
                "files/d.doc": b"\xd0\xcf\x11\xe0",
                "data/e.csv": b"a,b\n1,2\n",
                "data/f.csv": b"\x00\x01",
            }
        )
        assert read == {
            "2566/files/a.pdf": HeldText(("hello",)),
            "2566/files/b.docx": HeldText(("b",)),
            "2566/data/f.csv": HeldText(reason="broken"),
        }
        assert tables == {"2566/data/e.csv": Table(("a", "b"), (("1", "2"),), (2,))}

    def test_a_document_is_read_again_only_when_it_changed(
        self, texts: Texts, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first, _ = texts({"files/a.txt": b"one"})

        def refuse(*_: object) -> None:
            raise AssertionError("read again")

        with monkeypatch.context() as patch:
            patch.setattr(held_module.subprocess, "Popen", refuse)
            assert texts({})[0] == first
        assert texts({"files/a.txt": b"other"})[0]["2566/files/a.txt"].pages == ("other",)

    def test_one_that_takes_too_long_holds_up_no_other(
        self, texts: Texts, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ask = held_module._ask

        def late(process: Process, line: str | None, seconds: float) -> str:
            return ask(process, None if line and "slow" in line else line, seconds)

        monkeypatch.setattr(held_module, "_ask", late)
        monkeypatch.setattr(held_module, "HARD_LIMIT", 2)
        read, _ = texts({"files/a-slow.txt": b"a", "files/b.txt": b"b"})
        assert read["2566/files/a-slow.txt"].reason == "too_slow"
        assert read["2566/files/b.txt"].pages == ("b",)

    def test_what_was_read_in_time_is_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("prongsai.load.reader.MAX_SECONDS", -1)
        assert said(pdf("a", "b"), ".pdf") == HeldText(("a",), reason="too_slow")

    def test_one_that_ends_the_process_does_so_to_itself_alone(
        self, texts: Texts, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ask = held_module._ask

        def crash(process: Process, line: str | None, seconds: float) -> str:
            return ask(process, "no request" if line and "crash" in line else line, seconds)

        monkeypatch.setattr(held_module, "_ask", crash)
        read, _ = texts({"files/a-crash.txt": b"a", "files/b.txt": b"b"})
        assert read["2566/files/a-crash.txt"].reason == "broken"
        assert read["2566/files/b.txt"].pages == ("b",)

    def test_too_large(self, texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(held_module, "MAX_BYTES", 10)
        read, tables = texts({"files/a.txt": b"0123456789a", "data/b.csv": b"0123456789a"})
        assert {text.reason for text in read.values()} == {"too_large"}
        assert (len(read), tables) == (2, {})

    def test_nothing_of_the_folder_is_run(
        self, texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "json.py").write_text("raise SystemExit(1)\n", "utf-8")
        (tmp_path / "pypdf.py").write_text("raise SystemExit(1)\n", "utf-8")
        monkeypatch.chdir(tmp_path)
        read, _ = texts({"files/a.pdf": pdf("own words")})
        assert read["2566/files/a.pdf"].pages == ("own words",)


class TestTables:
    @pytest.mark.parametrize(
        "data", ["ก,ข\n1,2\n".encode(enc) for enc in ("utf-8", "utf-8-sig", "tis-620", "utf-16")]
    )
    def test_encodings(self, data: bytes) -> None:
        assert parse_table(decode(data)) == Table(("ก", "ข"), (("1", "2"),), (2,))

    @pytest.mark.parametrize("sign", [",", ";", "\t"])
    def test_signs_between_cells(self, sign: str) -> None:
        assert parse_table(f'ก{sign}"ข,;{sign}ค"\r\n1{sign}2\r\n').rows == (("1", "2"),)

    def test_ragged_rows_blank_lines_and_lines_in_cells(self) -> None:
        table = parse_table('a,b\n\n1\n"two\nlines",2,3\n,\n4,5\n')
        assert table == Table(("a", "b"), (("1",), ("two\nlines", "2", "3"), ("4", "5")), (3, 4, 7))

    def test_too_many_rows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(held_module, "MAX_ROWS", 3)
        assert len(parse_table("a\n" + "1\n" * 9).rows) == 3

    def test_nothing(self) -> None:
        assert parse_table("") == Table((), ())

    def test_a_cell_too_long_ends_the_table(self) -> None:
        assert parse_table("a,b\n1,2\n" + "x" * 200_000 + "\n").rows == (("1", "2"),)

    @given(st.text(max_size=60))
    def test_any_text_is_some_table(self, text: str) -> None:
        table = parse_table(text)
        assert len(table.rows) == len(table.lines)
