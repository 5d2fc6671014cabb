"""Documents and pages that the fault server sends: each whole, to be cut or damaged by the cases."""

import io
import secrets
import struct
import zipfile
import zlib
from functools import cache

NAME = "เทศบาลตำบลทดสอบ"
MENU = "".join(
    f'<li><a href="/m{number}">{word}</a></li>'
    for number, word in enumerate(
        ("หน้าแรก", "ข้อมูลพื้นฐาน", "โครงสร้าง", "แผนพัฒนา", "ข่าวประชาสัมพันธ์", "จัดซื้อจัดจ้าง", "ร้องเรียน", "ติดต่อเรา")
    )
)
ARTICLE = (
    "<h1>แผนดำเนินงานประจำปีงบประมาณ พ.ศ. ๒๕๖๖</h1><p>เทศบาลได้จัดทำแผนดำเนินงานเพื่อให้ประชาชนทราบโครงการ "
    "งบประมาณ และระยะเวลา"
    "ที่จะดำเนินการในแต่ละไตรมาส</p><p>โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ ๓ งบประมาณ ๔๕๐,๐๐๐ บาท กำหนดแล้วเสร็จ"
    "เดือนมิถุนายน</p><p>โครงการปรับปรุงระบบประปาหมู่บ้าน หมู่ที่ ๕ งบประมาณ ๓๒๐,๐๐๐ บาท</p>"
)


def page(body: str, title: str = NAME, head: str = "") -> bytes:
    """A page of the town: its menu, a body, a foot."""
    return (
        f'<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        "<body>"
        f"<header><p>{NAME}</p><ul>{MENU}</ul></header><main>{body}</main>"
        f"<footer><p>{NAME} อำเภอทดสอบ จังหวัดเพชรบุรี ๗๖๑๔๐ โทรศัพท์ ๐๓๒-๐๐๐๐๐๐</p></footer></body></html>"
    ).encode()


def counted(body: str, title: str = NAME) -> bytes:
    """A page with a visitor counter, a clock and tokens that differ each time."""
    token = secrets.token_hex(16)
    return page(
        f"{body}<p>ผู้เข้าชม {secrets.randbelow(90000) + 10000} คน</p>"
        f"<p>เวลา 10:{secrets.randbelow(50) + 10}:00 น.</p>"
        f'<form><input type="hidden" name="csrf_token" value="{token}"></form>',
        title,
        f'<meta name="csrf-token" content="{token}">',
    )


@cache
def pdf(words: str = "Annual plan") -> bytes:
    """A one-page PDF with a right cross-reference table."""
    text = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET\n".encode() * 60
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (table, len(out))
    )


@cache
def packed(*names: str) -> bytes:
    """A ZIP with members of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), f"<x>{name}</x>\n" * 40)
    return buffer.getvalue()


DOCX = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
XLSX = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png() -> bytes:
    """A grey square of 32 by 32."""
    rows = zlib.compress((b"\0" + bytes(range(32))) * 32)
    header = struct.pack(">IIBBBBB", 32, 32, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def jpeg() -> bytes:
    """The segments of a JPEG from its start to its end."""
    parts = [
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
        (0xDB, b"\0" + bytes([1] * 64)),
        (0xC0, b"\x08\0\x08\0\x08\x01\x01\x11\0"),
        (0xC4, b"\0\1" + bytes(15) + b"\0"),
        (0xDA, b"\1\1\0\0\x3f\0"),
    ]
    segments = b"".join(
        b"\xff" + bytes([mark]) + struct.pack(">H", len(data) + 2) + data for mark, data in parts
    )
    return b"\xff\xd8" + segments + b"\x12" * 300 + b"\xff\xd9"


GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
    b",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


def webp() -> bytes:
    """A WebP of one lossless chunk."""
    data = b"/\0\0\0\0\x88\x88\x08" + b"\x10" * 40
    inner = b"WEBPVP8L" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(inner)) + inner
