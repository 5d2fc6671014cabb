"""Files judged by their own bytes: what they are, and whether their end is there."""

import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Final

from prongsai.errors import Text

TAIL: Final = 1024
"""How far from a file's end its last mark may stand: mail gateways and scripts append a little."""

MEDIA_TYPES: Final = MappingProxyType(
    {
        "pdf": "application/pdf",
        "zip": "application/zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text",
        "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "epub": "application/epub+zip",
        "ole": "application/x-ole-storage",
        "rtf": "application/rtf",
        "rar": "application/vnd.rar",
        "7z": "application/x-7z-compressed",
        "gzip": "application/gzip",
        "png": "image/png",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "webp": "image/webp",
        "bmp": "image/bmp",
        "tiff": "image/tiff",
        "heif": "image/heif",
        "svg": "image/svg+xml",
    }
)
IMAGES: Final = frozenset({"png", "jpeg", "gif", "webp", "bmp", "tiff", "heif", "svg"})
PACKAGES: Final = frozenset({"zip", "docx", "xlsx", "pptx", "odt", "ods", "epub"})
"""Kinds that are ZIP files inside."""

_MAGIC: Final = (
    (b"%PDF-", "pdf"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"PK\x07\x08PK", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"), (b"{\\rtf", "rtf"), (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b\x08", "gzip"), (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"), (b"GIF87a", "gif"), (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"),
)  # fmt: skip
_HEIF_BRANDS: Final = (b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1", b"heif")
_PDF_OBJECT: Final = re.compile(rb"(?:^|[\s>])\d+\s+\d+\s+obj\b")
_PDF_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_PDF_LENGTH: Final = re.compile(rb"/Linearized\b[^>]{0,300}?/L\s+(\d+)|/L\s+(\d+)[^>]{0,300}?/Linearized\b")
_JPEG_END: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_PADDING: Final = b"\x00\t\n\x0c\r \x1a"
_MAX_MEMBERS: Final = 2000


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a file's bytes are. ``flaw`` tells what is missing of it, None where nothing is."""

    kind: str
    flaw: Text | None = None

    @property
    def media_type(self) -> str:
        """Its media type."""
        return MEDIA_TYPES[self.kind]


def look_at(body: bytes) -> FileLook | None:
    """What file ``body`` is, None where it is none that is known (a page, or text)."""
    kind = _kind(body)
    if kind is None:
        return None
    if kind == "zip":
        return _package(body)
    end = {
        **{"pdf": pdf_flaw, "png": _png_flaw, "jpeg": _jpeg_flaw, "gif": _gif_flaw},
        **{"webp": _webp_flaw, "bmp": _bmp_flaw, "heif": _heif_flaw, "svg": _svg_flaw},
    }.get(kind)
    return FileLook(kind, end(body) if end else None)


def encrypted_office(body: bytes) -> bool:
    """Whether this is an office document behind a password."""
    return "EncryptedPackage".encode("utf-16-le") in body


def _kind(body: bytes) -> str | None:
    for magic, kind in _MAGIC:
        if body.startswith(magic):
            return kind
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "webp"
    if body[4:8] == b"ftyp" and body[8:12] in _HEIF_BRANDS:
        return "heif"
    if body[:2] == b"BM" and len(body) >= 26 and body[6:10] == b"\0\0\0\0" and body[14:18] in _BMP_HEADERS:
        return "bmp"
    head = body[:TAIL].removeprefix(b"\xef\xbb\xbf").lstrip(_PADDING)
    if not head.startswith(b"<") and b"%PDF-" in head:
        return "pdf"
    if re.match(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]", head, re.S):
        return "svg"
    return None


_BMP_HEADERS: Final = tuple(struct.pack("<I", size) for size in (12, 40, 52, 56, 64, 108, 124))


def pdf_flaw(body: bytes) -> Text | None:
    """What a PDF lacks: its end, or the part that its own table of contents points to."""
    trimmed = body.rstrip(_PADDING)
    start = max(body.find(b"%PDF-", 0, TAIL), 0)
    last = trimmed.rfind(b"%%EOF")
    if last < 0:
        return Text("ไม่มีเครื่องหมายจบไฟล์ (%%EOF)", "the mark of its end (%%EOF) is missing")
    rest = trimmed[last + 5 :]
    if _PDF_OBJECT.search(rest):
        return Text(
            "มีเนื้อหาต่อจากเครื่องหมายจบไฟล์ (%%EOF) แต่ไม่มีตอนจบของเนื้อหานั้น",
            "content follows the mark of its end (%%EOF), but not the end of that content",
        )
    pointed = _PDF_START.match(trimmed, max(trimmed.rfind(b"startxref", 0, last), 0))
    offset = int(pointed[1][:18]) if pointed else None
    if offset is not None and offset > len(body):
        return Text(
            "ตารางตำแหน่ง (xref) ชี้เลยท้ายไฟล์",
            "its table of contents (xref) would stand beyond the end of the file",
        )
    right = offset is not None and _is_table(body, start, offset)
    if len(rest) > TAIL and not right:
        return Text(
            "เครื่องหมายจบไฟล์ (%%EOF) อยู่ไกลจากท้ายไฟล์",
            "the mark of its end (%%EOF) is far from the end of the file",
        )
    if not right and (b"endstream" in rest or _is_open(body)):
        return Text(
            "เครื่องหมายจบไฟล์ (%%EOF) เป็นของไฟล์ที่ซ้อนอยู่ข้างใน",
            "the mark of its end (%%EOF) is of another file inside",
        )
    announced = _PDF_LENGTH.search(body, start, start + TAIL)
    if announced and int((announced[1] or announced[2])[:18]) > len(body) - start + 2:
        return Text(
            "ไฟล์สั้นกว่าที่ประกาศไว้ในไฟล์เอง (linearized)", "it is shorter than it says itself (linearized)"
        )
    return None


def _is_open(body: bytes) -> bool:
    """Whether an object was begun and never ended."""
    return body.count(b" obj") > body.count(b"endobj")


def _is_table(body: bytes, start: int, offset: int) -> bool:
    """Whether a table of contents, or an object that holds one, stands at ``offset``."""
    places = (body[at : at + 32].lstrip() for at in (offset, start + offset))
    return any(place.startswith(b"xref") or re.match(rb"\d+\s+\d+\s+obj", place) for place in places)


def _package(body: bytes) -> FileLook:
    """A ZIP file, or what its members make of it."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as package:
            members = package.infolist()
            names = [member.filename for member in members]
            mimetype = b""
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                mimetype = package.read("mimetype")
    except (
        zipfile.BadZipFile,
        ValueError,
        NotImplementedError,
        OSError,
        RuntimeError,
        struct.error,
        EOFError,
    ):
        return FileLook(
            _kind_by_start(body),
            Text("ไม่มีสารบัญท้ายไฟล์ ZIP ที่อ่านได้", "no table of contents can be read at the end of the ZIP"),
        )
    except Exception:  # zlib.error and whatever else a hostile member raises
        return FileLook(
            "zip", Text("อ่านสารบัญของไฟล์ ZIP ไม่ได้", "the table of contents of the ZIP cannot be read")
        )
    kind = _kind_by_names(names, mimetype)
    last = body.rfind(b"PK\x05\x06")
    if last + 22 + int.from_bytes(body[last + 20 : last + 22], "little") > len(body):
        return FileLook(kind, Text("ขาดตอนท้ายของไฟล์ ZIP", "the last bytes of the ZIP are missing"))
    for member in members[:_MAX_MEMBERS]:
        at = member.header_offset
        if at < 0 or body[at : at + 4] != b"PK\x03\x04" or at + 30 + member.compress_size > len(body):
            return FileLook(
                kind, Text("ข้อมูลของบางไฟล์ใน ZIP ขาดหาย", "the content of some files in the ZIP is missing")
            )
    return FileLook(kind)


def _kind_by_names(names: list[str], mimetype: bytes) -> str:
    kinds = {b"opendocument.text": "odt", b"opendocument.spreadsheet": "ods", b"epub+zip": "epub"}
    for part, kind in kinds.items():
        if part in mimetype:
            return kind
    if "[Content_Types].xml" not in names:
        return "zip"
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(name.startswith(folder) for name in names):
            return kind
    return "zip"


def _kind_by_start(body: bytes) -> str:
    """A cut package's kind by the members whose own headers are still there."""
    names = list(_local_names(body[:65_536]))
    return _kind_by_names(["[Content_Types].xml", *names], b"")


def _local_names(head: bytes) -> Iterator[str]:
    at = head.find(b"PK\x03\x04")
    while 0 <= at <= len(head) - 30:
        length = int.from_bytes(head[at + 26 : at + 28], "little")
        yield head[at + 30 : at + 30 + length].decode("utf-8", "replace")
        at = head.find(b"PK\x03\x04", at + 30)


def _png_flaw(body: bytes) -> Text | None:
    at = body.rfind(b"IEND")
    return (
        None
        if 0 <= at <= len(body) - 8
        else Text("ไม่มีส่วนจบของภาพ PNG (IEND)", "the last part of the PNG (IEND) is missing")
    )


def _jpeg_flaw(body: bytes) -> Text | None:
    """Follows the segments to the end, past any smaller picture inside; what a camera appends is let be."""
    at = 2
    while 0 <= (at := body.find(b"\xff", at)) < len(body) - 1:
        marker = body[at + 1]
        if marker == 0xD9:
            return None
        if marker == 0xFF:
            at += 1
        elif marker == 0 or 0xD0 <= marker <= 0xD8 or marker == 1:
            at += 2
        else:
            at += 2 + int.from_bytes(body[at + 2 : at + 4], "big")
            if marker == 0xDA:
                found = _JPEG_END.search(body, at)
                at = found.start() if found else len(body)
    return Text("ไม่มีเครื่องหมายจบของภาพ JPEG (EOI)", "the mark of the JPEG's end (EOI) is missing")


def _gif_flaw(body: bytes) -> Text | None:
    flaw = Text("ไม่มีเครื่องหมายจบของภาพ GIF", "the mark of the GIF's end is missing")
    if len(body) < 14:
        return flaw
    at = 13 + (3 << (body[10] & 7) + 1 if body[10] & 0x80 else 0)
    while at < len(body):
        block = body[at]
        if block == 0x3B:
            return None
        if block == 0:
            at += 1
            continue
        if block == 0x2C and at + 10 <= len(body):
            flags = body[at + 9]
            at += 11 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
        elif block == 0x21:
            at += 2
        else:
            return flaw
        while at < len(body) and body[at]:
            at += 1 + body[at]
        at += 1
    return flaw


def _webp_flaw(body: bytes) -> Text | None:
    announced = int.from_bytes(body[4:8], "little") + 8
    # The last byte of a piece of odd length is padding, which some writers leave out.
    at, odd = 12, 0
    while at + 8 <= len(body) and at < announced:
        size = int.from_bytes(body[at + 4 : at + 8], "little")
        odd = size & 1
        at += 8 + size + odd
    if announced > len(body) + odd or at - odd > len(body):
        return Text("ภาพ WebP สั้นกว่าที่ประกาศไว้ในไฟล์เอง", "the WebP is shorter than it says itself")
    return None


def _bmp_flaw(body: bytes) -> Text | None:
    announced = int.from_bytes(body[2:6], "little")
    return (
        Text("ภาพ BMP สั้นกว่าที่ประกาศไว้ในไฟล์เอง", "the BMP is shorter than it says itself")
        if announced > len(body) + 2
        else None
    )


def _heif_flaw(body: bytes) -> Text | None:
    at, kinds = 0, set[bytes]()
    while at + 8 <= len(body):
        size = int.from_bytes(body[at : at + 4], "big")
        kinds.add(body[at + 4 : at + 8])
        if size == 1:
            size = int.from_bytes(body[at + 8 : at + 16], "big")
        at += max(size, 8) if size else len(body) - at
    if at == len(body) and (b"mdat" in kinds or b"idat" in body):
        return None
    return Text(
        "ภาพ HEIF/AVIF สั้นกว่าที่ประกาศไว้ในไฟล์เอง", "the HEIF/AVIF picture is shorter than it says itself"
    )


def _svg_flaw(body: bytes) -> Text | None:
    tail = body.rstrip(_PADDING)
    ended = re.search(rb"</(?:\w{1,20}:)?svg\s*>", tail[-TAIL * 4 :]) or re.search(rb"<svg\b[^<>]*/>\Z", tail)
    return None if ended else Text("ไม่มีตอนจบของภาพ SVG", "the end of the SVG is missing")
