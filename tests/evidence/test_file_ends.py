"""Files whole and cut, of every kind."""

import struct
import zipfile
from io import BytesIO

import pytest

from prongsai.evidence.files import look_at
from tests.evidence import bodies

PDF = bodies.pdf()
DOCX, XLSX, ZIP = bodies.packed(*bodies.DOCX), bodies.packed(*bodies.XLSX), bodies.packed("a.txt", "b.txt")
UPDATE = (
    b"4 0 obj\n<< /Length 3 >>\nstream\nnew\nendstream\nendobj\nxref\n4 1\n0000000009 00000 n \n"
    b"trailer\n<< /Size 6 /Root 1 0 R /Prev 9 >>\nstartxref\n%d\n%%%%EOF\n"
)


def linearised(announced: int | None = None) -> bytes:
    first = b"1 0 obj\n<< /Linearized 1 /L %10d /H [ 1 2 ] /O 3 /E 90 /N 1 /T 80 >>\nendobj\n"
    rest = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"
    body = b"2 0 obj\n<< /Length 4000 >>\nstream\n" + b"x" * 4000 + b"\nendstream\nendobj\n"
    end = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n110\n%%EOF\n"
    size = len(b"%PDF-1.5\n" + first % 0 + rest + body + end)
    return b"%PDF-1.5\n" + first % (announced or size) + rest + body + end


def zipped(comment: bytes = b"", names: tuple[str, ...] = ("a",), **members: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, members.get(name, "x" * 50))
        package.comment = comment
    return buffer.getvalue()


HEIF = (
    b"\0\0\0\x18ftypavif\0\0\0\0mif1avif" + b"\0\0\0\x10meta\0\0\0\0\0\0\0\0" + b"\0\0\0\x28mdat" + b"x" * 32
)
SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>\n'
BMP = b"BM" + struct.pack("<IHHI", 154, 0, 0, 54) + struct.pack("<I", 40) + b"\0" * 136
JPEG = bodies.jpeg()
WHOLE = {
    "pdf": (PDF, "pdf"),
    "pdf without a last line end": (PDF.rstrip(), "pdf"),
    "pdf with CRLF at its end": (PDF.rstrip() + b"\r\n\r\n", "pdf"),
    "pdf with 1 kB after its end": (PDF + b"<!-- served by -->" * 50, "pdf"),
    "pdf padded with NULs": (PDF + b"\0" * 9000, "pdf"),
    "pdf with a script's page after its end": (PDF + b"<html>" + b"<p>footer</p>" * 300, "pdf"),
    "pdf after junk": (b"\r\n\r\n" + PDF, "pdf"),
    "pdf after a BOM": (b"\xef\xbb\xbf" + PDF, "pdf"),
    "pdf with an update": (PDF + UPDATE % len(PDF), "pdf"),
    "pdf with two updates": (PDF + UPDATE % len(PDF) + UPDATE % len(PDF), "pdf"),
    "linearised pdf": (linearised(), "pdf"),
    "linearised pdf with an update": (linearised() + UPDATE % 60, "pdf"),
    "docx": (DOCX, "docx"),
    "xlsx": (XLSX, "xlsx"),
    "zip": (ZIP, "zip"),
    "zip with a comment": (zipped(b"packed by the town"), "zip"),
    "zip with bytes after it": (ZIP + b"\r\n", "zip"),
    "empty zip": (zipped(names=()), "zip"),
    "odt": (zipped(names=("mimetype",), mimetype="application/vnd.oasis.opendocument.text"), "odt"),
    "ods": (zipped(names=("mimetype",), mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
    "pptx": (zipped(names=("[Content_Types].xml", "ppt/presentation.xml")), "pptx"),
    "zip of a word folder": (zipped(names=("word/letter.txt",)), "zip"),
    "png": (bodies.png(), "png"),
    "png with bytes after it": (bodies.png() + b"\0" * 40, "png"),
    "jpeg": (JPEG, "jpeg"),
    "jpeg with a camera's second picture": (JPEG + b"\xaa" * 5000, "jpeg"),
    "gif": (bodies.GIF, "gif"),
    "gif with bytes after it": (bodies.GIF + b"\0\0", "gif"),
    "webp": (bodies.webp(), "webp"),
    "avif": (HEIF, "heif"),
    "svg": (SVG, "svg"),
    "bmp": (BMP, "bmp"),
    "tiff": (b"II*\0" + b"\0" * 40, "tiff"),
    "rar": (b"Rar!\x1a\x07\x00" + b"\0" * 40, "rar"),
}
CUT = {
    "pdf at half": PDF[: len(PDF) // 2],
    "pdf at a tenth": PDF[: len(PDF) // 10],
    "pdf's header alone": b"%PDF-1.4\n",
    "pdf without its last word": PDF[:-6],
    "pdf before startxref": PDF[: PDF.rfind(b"startxref")],
    "pdf in an update": (PDF + UPDATE % len(PDF))[:-40],
    "pdf soon after an update began": PDF + b"4 0 obj\n<< /Length 3 >>\nstream\n",
    "pdf with a hole": PDF[:100] + PDF[-60:],
    "linearised pdf at half": linearised()[: len(linearised()) // 2],
    "linearised pdf after its first part": linearised()[: linearised().find(b"%%EOF") + 6],
    "linearised pdf that announces more": linearised(900_000),
    "zip at half": ZIP[: len(ZIP) // 2],
    "zip without its last bytes": ZIP[:-1],
    "zip with a hole": ZIP[:40] + ZIP[80:],
    "docx at half": DOCX[: len(DOCX) // 2],
    "xlsx at nine tenths": XLSX[: len(XLSX) * 9 // 10],
    "png": bodies.png()[:-12],
    "png inside its last chunk": bodies.png()[:-5],
    "jpeg": JPEG[:-2],
    "jpeg at half": JPEG[: len(JPEG) // 2],
    "gif": bodies.GIF[:-1],
    "gif's header alone": bodies.GIF[:10],
    "webp": bodies.webp()[:-9],
    "avif": HEIF[:-9],
    "svg": SVG[:-8],
    "bmp": BMP[:-20],
}
NONE = {
    "page": b"<!DOCTYPE html><html></html>",
    "page that names a pdf": b"<html><body>%PDF-1.4 is a format</body></html>",
    "text": b"Plan of the year",
    "nothing": b"",
    "BM text": b"BMA is the capital's administration, with a long name",
}


@pytest.mark.parametrize("name", WHOLE)
def test_whole(name: str) -> None:
    body, kind = WHOLE[name]
    look = look_at(body)
    assert look and (look.kind, look.flaw) == (kind, None)
    assert "/" in look.media_type


@pytest.mark.parametrize("name", CUT)
def test_cut(name: str) -> None:
    look = look_at(CUT[name])
    assert look and look.flaw


@pytest.mark.parametrize("name", NONE)
def test_none(name: str) -> None:
    assert look_at(NONE[name]) is None


def test_every_cut_of_a_pdf_and_a_picture() -> None:
    """Wherever a file is cut before its last mark, it shows."""
    for body in (PDF, bodies.png(), JPEG, ZIP, DOCX):
        for end in range(30, len(body) - 6, 37):
            look = look_at(body[:end])
            assert look and look.flaw, end


def test_kind_of_a_cut_package() -> None:
    look = look_at(XLSX[: len(XLSX) * 9 // 10])
    assert look and look.kind == "xlsx"
