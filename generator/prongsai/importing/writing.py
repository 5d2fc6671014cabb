"""Drafts as YAML that people like to read: one style, always the same bytes, doubts as Thai comments."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from prongsai.errors import Lang, Text
from prongsai.importing.document import Spot
from prongsai.importing.draft import Doubt

MARK: Final = "# ต้องตรวจ:"
_PLAIN: Final = re.compile(r"[ก-ฮเ-ไ๐-๙A-Za-z(./][^\n\t]*")
_WORDS: Final = frozenset(("null", "true", "false", "yes", "no", "on", "off", "~", "y", "n"))
_NUMBER: Final = re.compile(r"[-+.]?[0-9][0-9_,.eE+-]*")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff\ufeff]")


@dataclass(frozen=True)
class Placed:
    """A doubt with the line of the source at which it stands."""

    doubt: Doubt
    path: str
    line: int


class Sheet:
    """Lines of one source as they are written, and where its doubts came to stand."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.lines: list[str] = []
        self.placed: list[Placed] = []

    def text(self) -> str:
        """The whole source."""
        return "\n".join(self.lines) + "\n"

    def mapping(self, record: Mapping[str, Any], doubts: Sequence[Doubt], indent: int = 0) -> None:
        """Keys in their order; a doubt is a comment above its key, one without a key above the first."""
        rest = [doubt for doubt in doubts if doubt.key.partition(".")[0] not in record]
        self._comments(rest, indent)
        for key, value in record.items():
            here = [doubt for doubt in doubts if doubt.key.partition(".")[0] == key]
            self._comments(here, indent)
            self._entry(f"{' ' * indent}{key}:", value, indent)

    def records(self, key: str, entries: Sequence[tuple[Mapping[str, Any], Sequence[Doubt]]]) -> None:
        """A list of records with doubts of their own."""
        if not entries:
            self.lines.append(f"{key}: []")
            return
        self.lines.append(f"{key}:")
        for record, doubts in entries:
            start = len(self.lines)
            self.mapping(record, doubts, 4)
            first = next(
                index
                for index in range(start, len(self.lines))
                if not self.lines[index].lstrip().startswith("#")
            )
            self.lines[first] = f"  - {self.lines[first].lstrip()}"

    def _comments(self, doubts: Sequence[Doubt], indent: int) -> None:
        for doubt in doubts:
            where = place_text(doubt.spot, "th")
            printed = (
                f" (พิมพ์ไว้: {_shown(doubt.value)}{f' — {where}' if where else ''})" if doubt.value else ""
            )
            self.lines.append(f"{' ' * indent}{MARK} {_shown(doubt.reason.th)}{printed}")
            self.placed.append(Placed(doubt, self.path, len(self.lines)))

    def _entry(self, head: str, value: Any, indent: int) -> None:
        if isinstance(value, dict) and value:
            self.lines.append(head)
            for key, inner in value.items():
                self._entry(f"{' ' * (indent + 2)}{key}:", inner, indent + 2)
        elif isinstance(value, (list, tuple)) and value:
            self.lines.append(head)
            for inner in value:
                self._item(inner, indent + 2)
        else:
            self.lines.append(f"{head} {scalar(value)}")

    def _item(self, value: Any, indent: int) -> None:
        if not isinstance(value, dict) or not value:
            self.lines.append(f"{' ' * indent}- {scalar(value)}")
            return
        start = len(self.lines)
        for key, inner in value.items():
            self._entry(f"{' ' * (indent + 2)}{key}:", inner, indent + 2)
        self.lines[start] = f"{' ' * indent}- {self.lines[start].lstrip()}"


def scalar(value: Any) -> str:
    """One value on one line; text is quoted only where YAML would read it as something else."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return "{}"
    if isinstance(value, (list, tuple)):
        return "[]"
    text = on_one_line(str(value))
    if _is_plain(text) or _DAY.fullmatch(text):
        return text
    return f"'{text.replace(chr(39), chr(39) * 2)}'"


def _is_plain(text: str) -> bool:
    if not _PLAIN.fullmatch(text) or text.lower() in _WORDS or _NUMBER.fullmatch(text):
        return False
    return not re.search(r":(?:\s|$)|\s#|\s$", text) and not text.startswith(("---", "..."))


def on_one_line(text: str) -> str:
    """``text`` without control characters, its white space folded."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _shown(text: str) -> str:
    return on_one_line(text)[:200]


def place_text(spot: Spot, lang: Lang) -> str:
    """Where something stands in a document."""
    return " ".join(_places(spot, lang))


def _places(spot: Spot, lang: Lang) -> Iterator[str]:
    for name, value in (
        (Text("หน้า", "page"), spot.page),
        (Text("แผ่นงาน", "sheet"), spot.sheet),
        (Text("บรรทัด", "line"), spot.line),
        (Text("ตาราง", "table"), spot.table),
        (Text("แถว", "row"), spot.row),
        (Text("ช่อง", "column"), spot.column),
    ):
        if value is not None:
            yield f"{name.in_(lang)} {value}"
