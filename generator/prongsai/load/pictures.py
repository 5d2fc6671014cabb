"""Photographs that a page shows: found among the held files, bounded, measured by their first bytes.

The formats: PNG, W3C Recommendation (IHDR); JPEG, ITU-T T.81 (frame headers) with the orientation of Exif;
WebP, RFC 9649 (VP8, VP8L and VP8X chunks).
"""

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from prongsai.errors import Text
from prongsai.load.hints import did_you_mean
from prongsai.model.agency import Agency, Picture
from prongsai.model.disclosure import HeldFile
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted
from prongsai.source.yaml import Node
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean

KINDS: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
MAX_BYTES: Final = 1_000_000
MAX_SIDE: Final = 4_000
"""Pixels of the longer side."""
_HEAD: Final = 262_144
"""So many bytes are read: a camera's own data may stand before the size of a JPEG."""

_NOT_THERE: Final = Text("ไม่มีไฟล์นี้", "there is no such file")
_WRONG_KIND: Final = Text("ไม่ใช่ JPEG, PNG หรือ WebP", "it is no JPEG, PNG or WebP")
_TOO_LARGE: Final = Text(
    f"ไฟล์ใหญ่เกิน {MAX_BYTES // 1_000_000} MB", f"it has more than {MAX_BYTES // 1_000_000} MB"
)
_TOO_WIDE: Final = Text(f"ด้านยาวเกิน {MAX_SIDE:,} พิกเซล", f"its longer side has more than {MAX_SIDE:,} pixels")
_BROKEN: Final = Text("เปิดเป็นภาพตามชนิดของไฟล์ไม่ได้", "it cannot be read as what its name says it is")


def with_pictures(
    agency: Agency, node: Node | None, held: Mapping[str, HeldFile], problems: Problems
) -> Agency:
    """``agency`` with the pictures of its executives; one that cannot be shown is told and left out.

    ``held`` are the files of all years by their address from the site's root: so ``photo`` names one.
    """
    nodes = node.each("executives") if node else []
    executives = tuple(
        executive.model_copy(
            update={"picture": _picture(executive.photo, entry.at(("photo",)), held, problems)}
        )
        if executive.photo is not None
        else executive
        for executive, entry in zip(agency.executives, nodes, strict=True)
    )
    return agency.model_copy(update={"executives": executives})


def _picture(name: str, place: Place, held: Mapping[str, HeldFile], problems: Problems) -> Picture | None:
    year, slash, rest = clean(name.replace("\\", "/")).removeprefix("./").partition("/")
    file = held.get(f"{to_arabic(year)}{slash}{rest}")
    if file is None:
        pictures = [address for address, one in held.items() if one.media_type in KINDS]
        hint = did_you_mean(name, pictures, cutoff=0.8)
        reason = Text(f"{_NOT_THERE.th}{hint.th}", f"{_NOT_THERE.en}{hint.en}")
        problems.add("S320", place, value=quoted(name), reason=reason)
        return None
    found = _measured(file)
    if isinstance(found, Text):
        problems.add("S320", place, value=quoted(name), reason=found)
        return None
    return Picture(address=file.address, width=found[0], height=found[1])


def _measured(file: HeldFile) -> tuple[int, int] | Text:
    """Width and height, or why the file is not shown."""
    if file.media_type not in KINDS:
        return _WRONG_KIND
    if file.bytes > MAX_BYTES:
        return _TOO_LARGE
    try:
        with Path(file.source).open("rb") as opened:
            size = size_of(opened.read(_HEAD))
    except OSError:
        return _BROKEN
    if size is None or size[0] != file.media_type:
        return _BROKEN
    _, width, height = size
    return (width, height) if max(width, height) <= MAX_SIDE else _TOO_WIDE


def size_of(data: bytes) -> tuple[str, int, int] | None:
    """Media type, width and height in pixels, as the picture is shown; None where that cannot be told."""
    try:
        found = _size(data)
    except (struct.error, IndexError):
        return None
    return found if found and found[1] > 0 and found[2] > 0 else None


def _size(data: bytes) -> tuple[str, int, int] | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
        return ("image/png", *struct.unpack(">II", data[16:24]))
    if data.startswith(b"\xff\xd8"):
        size = _jpeg(data)
        return ("image/jpeg", *size) if size else None
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        size = _webp(data)
        return ("image/webp", *size) if size else None
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """The size in the first frame header, turned as Exif says."""
    at, turned = 2, False
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD7 or marker == 0x01:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (height, width) if turned else (width, height)
        if marker in (0xD9, 0xDA) or length < 2:
            return None
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            turned = _is_turned(data[at + 10 : at + 2 + length])
        at += 2 + length
    return None


def _is_turned(tiff: bytes) -> bool:
    """Whether a camera was held upright: orientations 5 to 8 of tag 0x0112."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return False
    (at,) = struct.unpack(f"{order}I", tiff[4:8])
    (count,) = struct.unpack(f"{order}H", tiff[at : at + 2].ljust(2, b"\0"))
    for number in range(min(count, 64)):
        entry = tiff[at + 2 + 12 * number :][:12]
        if len(entry) == 12 and struct.unpack(f"{order}H", entry[:2])[0] == 0x0112:
            return 5 <= int(struct.unpack(f"{order}H", entry[8:10])[0]) <= 8
    return False


def _webp(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8L" and len(data) >= 25 and data[20] == 0x2F:
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
