"""Files cut anywhere, and any bytes at all: no cut passes for whole, nothing breaks the judge."""

import random
import struct
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.evidence.answer import Answer
from prongsai.evidence.files import look_at
from prongsai.evidence.judge import judge
from prongsai.evidence.nowhere import nowhere_of
from prongsai.model.receipt import CLASS_OF, Expected
from tests.evidence import bodies
from tests.evidence.pages import GOOD, MISSING
from tests.evidence.test_file_ends import HEIF, SVG, linearised, zipped

PDF = bodies.pdf()


def _stream_pdf() -> bytes:
    """A PDF of our days: its table of contents is a stream, and there is no word xref."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    out, places = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    out += (
        b"8 0 obj\n<< /Length 3000 >>\nstream\n" + random.Random(3).randbytes(3000) + b"\nendstream\nendobj\n"
    )
    rows = b"".join(struct.pack(">BHB", 1, place, 0) for place in (0, *places, len(out)))
    packed = zlib.compress(rows)
    return out + (
        b"3 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /Length %d >>\nstream\n%s\n"
        b"endstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(packed), packed, len(out))
    )


def _thumbnailed() -> bytes:
    """A JPEG with a whole small JPEG inside its head, as cameras write them."""
    inner = b"Exif\0\0" + bodies.jpeg()
    whole = bodies.jpeg()
    return whole[:2] + b"\xff\xe1" + struct.pack(">H", len(inner) + 2) + inner + whole[2:]


def _gif() -> bytes:
    """A GIF of two pictures, with the mark of its end inside its data."""
    head = b"GIF89a" + struct.pack("<HHBBB", 8, 8, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = (
        b","
        + struct.pack("<HHHHB", 0, 0, 8, 8, 0)
        + b"\x02"
        + b"\x40"
        + b";" * 64
        + b"\x20"
        + b"\x3b\0" * 16
        + b"\0"
    )
    return head + b"!\xf9\x04\0\0\0\0\0" + frame + frame + b";"


FILES: dict[str, bytes] = {
    "pdf": PDF,
    "pdf with a stream of contents": _stream_pdf(),
    "pdf, linearised": linearised(),
    "pdf of two versions": PDF + PDF[9:].replace(b"Annual", b"Second"),
    "docx": bodies.packed(*bodies.DOCX),
    "xlsx": bodies.packed(*bodies.XLSX),
    "zip with a comment": zipped(b"of the town"),
    "zip in a zip": zipped(names=("inner.zip",), **{"inner.zip": zipped().decode("latin-1")}),
    "png": bodies.png(),
    "jpeg": bodies.jpeg(),
    "jpeg with a thumbnail": _thumbnailed(),
    "gif": bodies.GIF,
    "gif of two pictures": _gif(),
    "webp": bodies.webp(),
    "avif": HEIF,
    "svg": SVG,
}
PADDING = b"\0\t\n\x0c\r \x1a"


@pytest.mark.parametrize("name", FILES)
def test_whole(name: str) -> None:
    """As it is."""
    look = look_at(FILES[name])
    assert look and look.flaw is None, look


@pytest.mark.parametrize("name", FILES)
def test_no_cut_passes(name: str) -> None:
    """Wherever it is cut, but for padding at its end."""
    whole = FILES[name]
    real = (
        len(whole.rstrip(PADDING))
        if not name.startswith(("gif", "zip", "docx", "xlsx", "png"))
        else len(whole)
    )
    kind = (look_at(whole) or pytest.fail("no file")).kind
    # A file of two versions is whole after its first, and for a few bytes nobody can tell what begins.
    early = range(len(PDF) - 2, len(PDF) + 20) if "two versions" in name else range(0)
    passed = [
        end
        for end in range(12, real)
        if end not in early
        if (look := look_at(whole[:end])) and not look.flaw and look.kind == kind
    ]
    assert passed == [], (len(whole), real)


@pytest.mark.parametrize("name", FILES)
def test_no_hole_at_its_end_passes(name: str) -> None:
    """Nor does one whose later half was never written: a broken upload filled with zeros."""
    whole = FILES[name]
    holed = whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2)
    look = look_at(holed)
    assert look is None or look.flaw or name in ("webp", "avif")


EXPECTED: tuple[Expected | None, ...] = (None, "pdf", "html", "zip", "docx", "xlsx", "image")
STARTS = st.sampled_from(
    [b"", *(each[:40] for each in FILES.values()), b"<html>", b"<!--", b"{", b"\xff\xfe<", b"PK\x05\x06"]
)
SAMPLES = [*FILES.values(), *GOOD.values(), *MISSING.values()]


def _judged(body: bytes, expect: Expected | None, kind: str) -> None:
    answer = Answer("https://t.example/a?id=1", "https://t.example/a?id=1", 200, {"content-type": kind}, body)
    nowhere = nowhere_of(answer, "record")
    for nowheres in ([], [nowhere] if nowhere else []):
        found = judge(answer, expect=expect, last_sha256=None, nowheres=nowheres, allowed_host=lambda _: True)
        assert CLASS_OF[found.verdict]
        assert found.reason.th and found.reason.en


TYPES = st.sampled_from(["", "text/html", "text/html; charset=tis-620", "text/html; charset=utf-16", "application/pdf",
                         "image/png", "text/plain; charset=\"", "x/y; charset=idna", "text/html; charset=unicode_escape",
                         "text/html; charset=rot13", "text/html; charset=zlib_codec", "text/html; charset=undefined"])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(start=STARTS, rest=st.binary(max_size=400), expect=st.sampled_from(EXPECTED), kind=TYPES)
def test_any_bytes(start: bytes, rest: bytes, expect: Expected | None, kind: str) -> None:
    """Every body has a verdict."""
    _judged(start + rest, expect, kind)


@settings(max_examples=300, deadline=None)
@given(sample=st.sampled_from(SAMPLES), changes=st.lists(st.tuples(st.integers(0, 10_000), st.binary(max_size=6)), max_size=8),
       expect=st.sampled_from(EXPECTED), kind=TYPES)  # fmt: skip
def test_any_change(
    sample: bytes, changes: list[tuple[int, bytes]], expect: Expected | None, kind: str
) -> None:
    """So does every sample with something changed."""
    body = bytearray(sample)
    for place, data in changes:
        at = place % (len(body) + 1)
        body[at : at + len(data)] = data
    _judged(bytes(body), expect, kind)


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(max_size=300),
    wrap=st.sampled_from(["{}", "<title>{}</title>", "<h1>{}</h1>", "<p>{}", "<!--{}", "<a href='{}'>"]),
)
def test_any_text(text: str, wrap: str) -> None:
    """So does every page."""
    _judged(f"<html>{wrap.replace('{}', text)}".encode("utf-8", "surrogatepass"), None, "text/html")


def _cuts(make: Callable[[], bytes]) -> list[int]:
    whole = make()
    return [end for end in range(12, len(whole) - 8) if (look := look_at(whole[:end])) and not look.flaw]


def test_large_pdf_cut_after_an_inner_end() -> None:
    """A PDF within a PDF, whose end is not the end of the whole."""

    def nested() -> bytes:
        inner = PDF
        stream = b"9 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(inner), inner)
        return PDF[:15] + stream + PDF[15:]

    assert _cuts(nested) == []
