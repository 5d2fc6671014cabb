"""What a YAML parser's complaint means to somebody who never heard of YAML."""

import re
from typing import NamedTuple

import yaml

from prongsai.errors import Text
from prongsai.source.problems import quoted


class Complaint(NamedTuple):
    """What is wrong, how to mend it, and where: line and column from 0 in the text that was read."""

    reason: Text
    remedy: Text
    line: int
    column: int


_QUOTE_IT = Text("ใส่เครื่องหมายคำพูดครอบข้อความทั้งหมด", "put quotation marks around the whole text")
_ALIGN = Text(
    "จัดย่อหน้าให้ตรงกับบรรทัดอื่นในระดับเดียวกัน โดยใช้เว้นวรรคเท่านั้น",
    "indent the line like its neighbours, with spaces alone",
)
_CLOSE_QUOTE = Text("เติมเครื่องหมายคำพูดปิดท้ายข้อความ", "close the quotation marks at the text's end")
_LOOK = Text(
    "ตรวจย่อหน้า เครื่องหมาย : และเครื่องหมายคำพูดของบรรทัดนี้",
    "check the indentation, the colon and the quotation marks of this line",
)

# A piece of the parser's message (of libyaml's and of PyYAML's own parser), what it means, how to mend it,
# and whether the fault lies where the construct began rather than where the parser gave up.
_KNOWN: tuple[tuple[str, Text, Text, bool], ...] = (
    (
        "found unexpected end of stream",
        Text("เครื่องหมายคำพูดที่เปิดตรงนี้ไม่มีตัวปิด", "the quotation mark here is never closed"),
        _CLOSE_QUOTE,
        True,
    ),
    (
        "found unexpected document indicator",
        Text("เครื่องหมายคำพูดที่เปิดตรงนี้ไม่มีตัวปิด", "the quotation mark here is never closed"),
        _CLOSE_QUOTE,
        True,
    ),
    (
        "could not find expected ':'",
        Text("บรรทัดนี้ไม่มีเครื่องหมาย : หลังชื่อคีย์", "there is no colon after the key"),
        Text("เขียนเป็น ชื่อคีย์: ค่า", "write key: value"),
        True,
    ),
    (
        "block sequence entries are not allowed|sequence entries are not allowed",
        Text("เครื่องหมาย - อยู่ต่อท้ายคีย์ในบรรทัดเดียวกัน", "a list's - stands on the line of its key"),
        Text("ขึ้นบรรทัดใหม่ก่อนเครื่องหมาย -", "begin a new line before the -"),
        False,
    ),
    (
        "did not find expected '-' indicator",
        Text("บรรทัดนี้ควรขึ้นต้นด้วย - เหมือนบรรทัดก่อนหน้า", "this line should begin with - like those before it"),
        Text("เติม - หรือจัดย่อหน้าใหม่", "add the - or mend the indentation"),
        False,
    ),
    (
        "unknown escape|invalid Unicode character escape|hexdecimal|hexadecimal",
        Text("เครื่องหมาย \\ ในคำพูดคู่ใช้แบบนี้ไม่ได้", "a \\ cannot be used like this in double quotes"),
        Text("เปลี่ยนเป็นคำพูดเดี่ยว ' ครอบแทน", "use single quotes ' instead"),
        False,
    ),
    (
        "alphabetic or numeric character|undefined alias",
        Text("ข้อความขึ้นต้นด้วย * หรือ & ไม่ได้", "a text cannot begin with * or &"),
        _QUOTE_IT,
        True,
    ),
    (
        "<document start>",
        Text("มีข้อความเกินมาหลังจบข้อมูล", "there is more text after the data's end"),
        Text("ลบส่วนที่เกิน หรือใส่เครื่องหมายคำพูดครอบ", "delete it, or put quotation marks around the text"),
        False,
    ),
    (
        "comment or line break|chomping or indentation",
        Text("หลังเครื่องหมาย | หรือ > ต้องขึ้นบรรทัดใหม่", "a line must end after | or >"),
        Text("ขึ้นบรรทัดใหม่ หรือใส่เครื่องหมายคำพูดครอบ", "begin a new line, or put quotation marks around the text"),
        True,
    ),
    (
        "tab character",
        Text("ใช้แท็บ (Tab) ย่อหน้าไม่ได้", "a tab cannot indent a line"),
        Text("ลบแท็บแล้วใช้เว้นวรรคแทน", "replace the tab with spaces"),
        False,
    ),
    (
        "mapping keys are not allowed",
        Text("ข้อความขึ้นต้นด้วย ? ตามด้วยเว้นวรรคไม่ได้", "a text cannot begin with ? and a space"),
        _QUOTE_IT,
        False,
    ),
    (
        "directive|expected alphabetic|expected digit",
        Text("บรรทัดขึ้นต้นด้วย % ไม่ได้", "a line cannot begin with %"),
        Text("ลบบรรทัดนี้ หรือใส่เครื่องหมายคำพูดครอบ", "delete the line, or put quotation marks around the text"),
        True,
    ),
)


def explain(error: yaml.MarkedYAMLError, text: str) -> Complaint:
    """What the parser's ``error`` over ``text`` means."""
    problem = f"{error.problem or ''} {error.context or ''}".strip()
    at = error.problem_mark or error.context_mark
    began = error.context_mark or at
    here = (at.line, at.column) if at else (0, 0)
    start = (began.line, began.column) if began else here
    lines = text.split("\n")
    line = lines[here[0]] if here[0] < len(lines) else ""
    if "that cannot start any token" in problem:
        return Complaint(*_bad_start(line, here[1]), *here)
    if "mapping values are not allowed" in problem:
        return Complaint(*_second_colon(line, here[1]), *here)
    if "flow" in problem and "node content" not in problem:
        return Complaint(*_BRACKET, *(start if here[0] > start[0] else here))
    for pieces, reason, remedy, at_start in _KNOWN:
        if re.search(pieces, problem):
            return Complaint(reason, remedy, *(start if at_start else here))
    if "node content" in problem:
        return Complaint(*_no_value(line, here[1]), *here)
    if "did not find expected key" in problem or "expected <block end>" in problem:
        return Complaint(*_unexpected(line, here[1]), *here)
    return Complaint(Text(f"ตัวอ่านแจ้งว่า {problem}", problem), _LOOK, *here)


_BRACKET = (
    Text(
        "วงเล็บ [ ] หรือ { } ไม่ครบคู่ หรือขาดเครื่องหมาย , คั่น",
        "brackets [ ] or { } do not match, or a comma is missing",
    ),
    Text("เติมวงเล็บปิดหรือเครื่องหมาย ,", "add the closing bracket or the comma"),
)


def _bad_start(line: str, column: int) -> tuple[Text, Text]:
    char = line[column : column + 1]
    if char == "\t":
        return (
            Text("ใช้แท็บ (Tab) ย่อหน้าไม่ได้", "a tab cannot indent a line"),
            Text("ลบแท็บแล้วใช้เว้นวรรคแทน", "replace the tab with spaces"),
        )
    return (
        Text(f"ข้อความขึ้นต้นด้วย {char} ไม่ได้", f"a text cannot begin with {char}"),
        _QUOTE_IT,
    )


def _second_colon(line: str, column: int) -> tuple[Text, Text]:
    if re.search(r":\s", line[:column]):
        return (
            Text("มีเครื่องหมาย : ซ้ำในบรรทัดเดียว", "there is a second colon on the line"),
            Text(
                "ถ้าเป็นส่วนของข้อความให้ใส่เครื่องหมายคำพูดครอบ",
                "put quotation marks around the text if it is part of it",
            ),
        )
    return (
        Text(
            "บรรทัดนี้ย่อหน้าลึกกว่าบรรทัดก่อนหน้าที่มีค่าอยู่แล้ว",
            "the line is indented under a line that has a value already",
        ),
        _ALIGN,
    )


def _no_value(line: str, column: int) -> tuple[Text, Text]:
    found = quoted(line[column : column + 1] or "---", 10)
    return (
        Text(f"ตรงนี้ควรมีค่า แต่พบ {found}", f"a value should stand here, but there is {found}"),
        Text(
            "เติมค่า ลบเครื่องหมายที่เกิน หรือใส่เครื่องหมายคำพูดครอบ",
            "write the value, delete the mark, or quote the text",
        ),
    )


def _unexpected(line: str, column: int) -> tuple[Text, Text]:
    before = line[:column].rstrip()
    if before.endswith(('"', "'", "]", "}")):
        rest = quoted(line[column:], 30)
        return (
            Text(
                f"มี {rest} ต่อท้ายเครื่องหมายปิดคำพูดหรือวงเล็บ",
                f"{rest} follows closed quotation marks or a bracket",
            ),
            Text(
                "ย้ายเครื่องหมายปิดไปไว้ท้ายบรรทัด หรือเขียน '' แทน ' ที่อยู่ในข้อความ",
                "move the closing mark to the line's end, or write '' for a ' inside the text",
            ),
        )
    if before.strip(" -"):
        return Text(
            f"อ่าน {quoted(line[column:], 30)} ไม่เข้าใจ", f"{quoted(line[column:], 30)} is not understood"
        ), _QUOTE_IT
    return Text("ย่อหน้าของบรรทัดนี้ไม่ตรงกับบรรทัดก่อนหน้า", "the line's indentation fits no line before it"), _ALIGN
