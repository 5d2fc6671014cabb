"""Content encodings, whole, cut, wrong and hostile, in pieces of every size."""

import gzip
import random
import zlib

import brotli  # type: ignore[import-untyped]
import pytest

from prongsai.evidence.inflate import BadEncoding, Bomb, Inflater, TooLarge

TEXT = "เทศบาลตำบล ".encode() * 3000 + random.Random(1).randbytes(50_000)
ZEROS = bytes(20 << 20)


def _raw(data: bytes) -> bytes:
    inner = zlib.compressobj(wbits=-15)
    return inner.compress(data) + inner.flush()


PACKED = {
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "br": brotli.compress(TEXT, quality=5),
    "deflate, gzip": gzip.compress(zlib.compress(TEXT)),
    "identity": TEXT,
    "": TEXT,
    "utf-8": TEXT,
}


def _inflated(encoding: str, data: bytes, step: int = 4096, most: int = 1 << 26) -> tuple[bytes, bool]:
    inflater = Inflater(encoding, most)
    pieces = [out for at in range(0, len(data), step) for out in inflater.feed(data[at : at + step])]
    return b"".join(pieces), inflater.whole


@pytest.mark.parametrize("step", [1, 7, 4096, 1 << 20])
@pytest.mark.parametrize("encoding", PACKED)
def test_whole(encoding: str, step: int) -> None:
    """The content comes back, and the end is seen."""
    assert _inflated(encoding, PACKED[encoding], step) == (TEXT, True)


def test_raw_deflate_and_members() -> None:
    """What servers really send: deflate without wrapping, gzip in several members or with padding."""
    assert _inflated("deflate", _raw(TEXT)) == (TEXT, True)
    assert _inflated("gzip", gzip.compress(b"a") + gzip.compress(b"b")) == (b"ab", True)
    assert _inflated("gzip", gzip.compress(TEXT) + bytes(64)) == (TEXT, True)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "deflate, gzip"])
def test_cut(encoding: str) -> None:
    """A missing end is told."""
    content, whole = _inflated(encoding, PACKED[encoding][:-9])
    assert not whole
    assert TEXT.startswith(content)


@pytest.mark.parametrize("size", [(1 << 18) - 1, 1 << 18, (1 << 18) + 1, 3 << 18])
@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_output_that_fills_a_step(encoding: str, size: int) -> None:
    """Nothing is left inside where the content is exactly as long as a step."""
    data = bytes(size)
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding](data)
    assert _inflated(encoding, packed, 1 << 20) == (data, True)


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "whatever", "gzip, compress"])
def test_wrong(encoding: str) -> None:
    """Content that is not what it claims."""
    with pytest.raises(BadEncoding):
        _inflated(encoding, b"%PDF-1.4 " * 400)


def test_a_wrong_checksum() -> None:
    """gzip's own sum is looked at."""
    data = bytearray(gzip.compress(TEXT))
    data[-5] ^= 1
    with pytest.raises(BadEncoding):
        _inflated("gzip", bytes(data))


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "gzip, gzip", "gzip, gzip, gzip, gzip"])
def test_bombs(encoding: str) -> None:
    """Growth out of proportion is stopped long before the end."""
    data = {"deflate": zlib.compress, "br": brotli.compress}.get(encoding, gzip.compress)(ZEROS)
    for _ in range(encoding.count(",")):
        data = gzip.compress(data)
    with pytest.raises(Bomb):
        _inflated(encoding, data)


def test_too_large() -> None:
    """More than the limit, in proportion."""
    with pytest.raises(TooLarge):
        _inflated("gzip", gzip.compress(TEXT), most=10_000)
    assert _inflated("gzip", b"") == (b"", True)
