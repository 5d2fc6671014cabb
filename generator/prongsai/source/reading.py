"""Reading a source file: bounded, decoded, and never a traceback for what is in it."""

import re
from pathlib import Path

from prongsai.errors import Text
from prongsai.source.place import Place
from prongsai.source.problems import Problems

MAX_BYTES = 1_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def read_text(path: Path, shown: str, problems: Problems, limit: int = MAX_BYTES) -> str | None:
    """The text of a UTF-8 file (a byte-order mark is dropped, line ends become ``\\n``).

    None, with a problem noted, when the file is too large, unreadable, in another encoding or has control
    characters. ``shown`` is the path that messages name.
    """
    place = Place(shown)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        problems.add("S103", place, reason=error.strerror or "?")
        return None
    if len(data) > limit:
        size = path.stat().st_size
        problems.add("S102", place, size=f"{size / 1e6:,.1f} MB", limit=f"{limit / 1e6:g} MB")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.add("S101", Place(shown, line, 1), guess=_guess(data))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _CONTROL.search(text)
    if found:
        line, column = position(text, found.start())
        problems.add("S104", Place(shown, line, column), value=f"U+{ord(found.group()):04X}")
        return None
    return text


def position(text: str, offset: int, first_line: int = 1) -> tuple[int, int]:
    """Line and column, from 1, of a character offset."""
    line = text.count("\n", 0, offset)
    return first_line + line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _guess(data: bytes) -> Text | str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    thai = sum(0xA1 <= byte <= 0xFB for byte in data[:4096])
    high = sum(byte >= 0x80 for byte in data[:4096])
    if high and thai / high > 0.95 and b"\x00" not in data[:4096]:
        return Text("TIS-620 หรือ Windows-874", "TIS-620 or Windows-874")
    return Text("ไม่ใช่ข้อความ", "not text")
