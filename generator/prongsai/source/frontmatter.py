"""Splitting an item's file into its data and its text."""

from typing import NamedTuple

from prongsai.errors import Text
from prongsai.source.place import Place
from prongsai.source.problems import Problems, quoted

_EMPTY = Text("ไฟล์ว่างเปล่า", "the file is empty")
_NOT_CLOSED = Text("บรรทัด --- นี้ไม่มีบรรทัด --- ปิดท้ายข้อมูล", "no second line --- closes the data that begins here")


class Parts(NamedTuple):
    """``data`` begins in line ``data_line`` of the file, ``body`` in line ``body_line`` (from 1)."""

    data: str
    data_line: int
    body: str
    body_line: int


def split(text: str, shown: str, problems: Problems) -> Parts | None:
    """The YAML between the first two lines ``---`` and the Markdown after them.

    None, with a problem noted, without them. Empty lines may stand before the first.
    """
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), None)
    if start is None:
        problems.add("S121", Place(shown, 1, 1), reason=_EMPTY)
        return None
    if lines[start].rstrip() != "---":
        found = quoted(lines[start], 40)
        problems.add("S121", Place(shown, start + 1, 1), reason=_other(found))
        return None
    end = next((i for i in range(start + 1, len(lines)) if lines[i].rstrip() == "---"), None)
    if end is None:
        problems.add("S121", Place(shown, start + 1, 1), reason=_NOT_CLOSED)
        return None
    data = "\n".join(lines[start + 1 : end]) + "\n"
    return Parts(data, start + 2, "\n".join(lines[end + 1 :]), end + 2)


def _other(found: str) -> Text:
    return Text(f"บรรทัดแรกคือ {found} ไม่ใช่ ---", f"the first line is {found}, not ---")
