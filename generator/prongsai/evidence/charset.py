"""The text of a page's bytes, in whatever encoding they are."""

import re
from collections.abc import Mapping
from typing import Final

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_THAI_CHARSETS: Final = frozenset((
    "tis-620", "tis620", "windows-874", "cp874", "iso-8859-11", "x-windows-874", "dos-874",
))  # fmt: skip
_TEXTUAL: Final = re.compile(
    r"(?:utf|iso|windows|cp|koi8|gb|euc|mac|ks_c|hz|x-mac|ibm)[\w.:-]{0,20}|big5[\w-]{0,8}|shift[_-]?jis|sjis"
)
"""Names of encodings of text; Python knows others, which are none."""


def decode(body: bytes, headers: Mapping[str, str]) -> str:
    """The text of a page's bytes; the bytes themselves decide where they contradict what is announced."""
    for mark, codec in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if body.startswith(mark):
            return body.decode(codec, "replace")
    if body.isascii():
        return body.decode("ascii")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as failure:
        nearly = len(body) - failure.start < 4
    declared = _declared(body, headers)
    if declared in _THAI_CHARSETS:
        return _thai(body)
    if nearly or (not declared and _is_broken_utf8(body)):
        return body.decode("utf-8", "replace")
    thai = sum(body.count(byte) for byte in b"\xd2\xc3\xb9\xa1\xc7\xc1\xe0\xe8") * 8 > len(body)
    if declared in ("", "utf-8", "utf8", "iso-8859-1", "latin1", "windows-1252", "us-ascii"):
        if declared.startswith("utf") and _is_broken_utf8(body):
            return body.decode("utf-8", "replace")
        return _thai(body) if thai or declared.startswith("utf") or not declared else body.decode("latin-1")
    try:
        return body.decode(declared if _TEXTUAL.fullmatch(declared) else "utf-8", "replace")
    except (LookupError, UnicodeError, ValueError):
        return body.decode("utf-8", "replace")


def _declared(body: bytes, headers: Mapping[str, str]) -> str:
    named = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", headers.get("content-type", ""), re.I)
    if named:
        return named[1].lower()
    meta = _CHARSET.search(body[:4096])
    return meta[1].decode("ascii", "replace").lower() if meta else ""


def _thai(body: bytes) -> str:
    return body.decode("cp874", "replace")


def _is_broken_utf8(body: bytes) -> bool:
    """Whether this is UTF-8 but for a few bytes."""
    text = body.decode("utf-8", "replace")
    beyond = sum(text.count(each) for each in "่าานรกเงอ")
    return text.count("\ufffd") * 4 < beyond
