"""Reading a source file: bounded, decoded, and never a traceback for what is in it."""

import errno
import re
import stat
from pathlib import Path

from prongsai.errors import Text
from prongsai.source.place import Place
from prongsai.source.problems import Problems

MAX_BYTES = 1_000_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Line ends to YAML but not to an editor: as spaces, lines are counted as people see them.
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_BOM = b"\xef\xbb\xbf"

_REASONS = {
    errno.EACCES: Text("ไม่มีสิทธิ์อ่าน", "permission denied"),
    errno.EPERM: Text("ไม่มีสิทธิ์อ่าน", "permission denied"),
    errno.ENOENT: Text("ไม่มีอยู่จริง", "it does not exist"),
    errno.ELOOP: Text("เป็นลิงก์ที่วนกลับหาตัวเอง", "it is a link that leads to itself"),
    errno.ENAMETOOLONG: Text("ชื่อยาวเกินไป", "its name is too long"),
}
_NOT_A_FILE = Text("ไม่ใช่ไฟล์ธรรมดา", "it is not a regular file")


def read_text(path: Path, shown: str, problems: Problems, limit: int = MAX_BYTES) -> str | None:
    """The text of a UTF-8 file (a byte-order mark is dropped, line ends become ``\\n``).

    None, with a problem noted, when the file is too large, unreadable, in another encoding or has control
    characters. ``shown`` is the path that messages name.
    """
    data = _read(path, shown, problems, limit)
    if data is None:
        return None
    data = data.removeprefix(_BOM)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = _OTHER_LINE_ENDS.sub(" ", lines.decode("utf-8"))
    except UnicodeDecodeError as error:
        problems.add("S101", _place(shown, lines, error.start), guess=_guess(data))
        return None
    found = CONTROL.search(text)
    if found and data.count(0) * 4 > len(data):
        problems.add("S101", Place(shown, 1, 1), guess="UTF-16")
        return None
    if found:
        line, column = position(text, found.start())
        problems.add("S104", Place(shown, line, column), value=f"U+{ord(found.group()):04X}")
        return None
    return text


def _read(path: Path, shown: str, problems: Problems, limit: int) -> bytes | None:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.add("S103", Place(shown), reason=_NOT_A_FILE)
            return None
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        problems.add("S103", Place(shown), reason=reason_of(error))
        return None
    if len(data) > limit:
        size = max(status.st_size, len(data))
        problems.add("S102", Place(shown), size=f"{size / 1e6:,.1f} MB", limit=f"{limit / 1e6:g} MB")
        return None
    return data


def reason_of(error: OSError) -> Text:
    """Why the system refused, in both languages."""
    english = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0, Text(f"ระบบแจ้งว่า {english}", english))


def position(text: str, offset: int, first_line: int = 1) -> tuple[int, int]:
    """Line and column, from 1, of a character offset."""
    line = text.count("\n", 0, offset)
    return first_line + line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _place(shown: str, data: bytes, offset: int) -> Place:
    """The place of a byte before which all is UTF-8."""
    start = data.rfind(b"\n", 0, offset) + 1
    return Place(shown, data.count(b"\n", 0, offset) + 1, len(data[start:offset].decode("utf-8")) + 1)


def _guess(data: bytes) -> Text | str:
    head = data[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    high = sum(byte >= 0x80 for byte in head)
    thai = sum(0xA1 <= byte <= 0xFB for byte in head)
    if thai > 0.95 * high and 0 not in head:
        return Text("TIS-620 หรือ Windows-874", "TIS-620 or Windows-874")
    return Text("การเข้ารหัสแบบอื่น หรือไม่ใช่ไฟล์ข้อความ", "another encoding, or not a text file")
