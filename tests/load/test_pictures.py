"""The size of pictures by their first bytes."""

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.load.pictures import size_of
from prongsai.load.project import load_project


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\0\0\0"


def jpeg(
    width: int, height: int, orientation: int | None = None, frame: int = 0xC0, order: str = "<"
) -> bytes:
    parts = [b"\xff\xd8", b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"]
    if orientation is not None:
        tag = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
        start = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
        exif = b"Exif\0\0" + start + struct.pack(f"{order}H", 1) + tag
        parts.append(b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif)
    parts.append(b"\xff" + bytes([frame]) + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\0" * 9)
    return b"".join(parts)


def webp(kind: bytes, body: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


PICTURES = {
    "png": (png(220, 290), ("image/png", 220, 290)),
    "jpeg": (jpeg(640, 480), ("image/jpeg", 640, 480)),
    "progressive": (jpeg(640, 480, frame=0xC2), ("image/jpeg", 640, 480)),
    "upright": (jpeg(640, 480, 1), ("image/jpeg", 640, 480)),
    "turned": (jpeg(640, 480, 6), ("image/jpeg", 480, 640)),
    "turned, big end first": (jpeg(640, 480, 8, order=">"), ("image/jpeg", 480, 640)),
    "webp": (
        webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 300, 400)),
        ("image/webp", 300, 400),
    ),
    "webp without loss": (
        webp(b"VP8L", b"\x2f" + ((299) | (399 << 14)).to_bytes(4, "little")),
        ("image/webp", 300, 400),
    ),
    "webp with more": (
        webp(b"VP8X", b"\0\0\0\0" + (299).to_bytes(3, "little") + (399).to_bytes(3, "little")),
        ("image/webp", 300, 400),
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_size(name: str) -> None:
    data, size = PICTURES[name]
    assert size_of(data) == size


@pytest.mark.parametrize("name", PICTURES)
def test_a_cut_picture_has_no_size_or_its_own(name: str) -> None:
    data, size = PICTURES[name]
    for length in range(len(data)):
        assert size_of(data[:length]) in (None, size)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg/>", png(0, 5), b"\xff\xd8\xff\xda\0\2", b"\xff\xd8" + b"\xff" * 50]
)
def test_what_is_no_picture(data: bytes) -> None:
    assert size_of(data) is None


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP"]),
)
def test_any_bytes(data: bytes, start: bytes) -> None:
    found = size_of(start + data)
    assert found is None or (found[1] > 0 and found[2] > 0)


def test_the_towns_executives_have_pictures(root: Path) -> None:
    site = load_project(root / "examples/namsai").site
    assert site is not None
    pictures = [one.picture for one in site.agency.executives]
    assert len(pictures) == 8
    for picture in pictures:
        assert picture is not None
        assert (picture.width, picture.height) == (220, 290)
        assert picture.address.startswith("2567/files/portrait-")


def test_years_and_names_may_be_written_otherwise(town: Path) -> None:
    (town / "content/2566/files/นายก.png").write_bytes(png(10, 20))
    source = (town / "content/agency.yml").read_text("utf-8")
    photo = "executives: [{name: ก, position: ข, photo: ./๒๕๖๖/files/นายก.png}]\n"
    (town / "content/agency.yml").write_text(source + photo, "utf-8")
    loaded = load_project(town)
    assert loaded.site is not None
    assert loaded.findings == ()
    picture = loaded.site.agency.executives[0].picture
    assert picture is not None
    assert picture.address == "2566/files/นายก.png"


def test_a_picture_that_is_too_large(town: Path) -> None:
    (town / "content/2566/files/big.png").write_bytes(png(10, 20) + b"\0" * 1_000_000)
    source = (town / "content/agency.yml").read_text("utf-8")
    photo = "executives: [{name: ก, position: ข, photo: 2566/files/big.png}]\n"
    (town / "content/agency.yml").write_text(source + photo, "utf-8")
    (found,) = load_project(town).findings
    assert (found.rule, found.severity) == ("S320", "warning")
    assert "1 MB" in found.message.th
