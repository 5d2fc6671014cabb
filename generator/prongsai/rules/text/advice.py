"""Advice where a result or an action belongs."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.text._pieces import all_pieces
from prongsai.source.problems import quoted

_ROLES = frozenset({"result", "action"})

# ``ควร`` inside other words, and in clauses that say what something is (ข้อมูลที่ประชาชนควรรู้, ข้อควรระวัง).
_ADVICE = re.compile(
    "(?<!สม)(?<!พอ)(?<!อัน)(?<!ข้อ)(?<!สิ่งที่)(?<!เรื่อง)(?<!และไม่)(?:เห็น(?:สม)?)?ควร(?!ทำ(?:และ|/|หรือ)|ค่า)"
    "|เห็นสมควร|^ข้อเสนอแนะ|^แนะนำให้"
)
_RELATIVE = re.compile(r"(?:ที่|ซึ่ง|สิ่ง|ว่าอะไร|อะไร|อย่างไร|ใด)[^\s]{0,40}$")
_ORDER = re.compile(r"(?:ขอ)?ให้(?!บริการ|ความรู้|คำปรึกษา).*ด้วย$")
_DONE = re.compile("แล้ว|เรียบร้อย")
_NEAR = 60


def check(context: Context) -> Iterator[Hit]:
    """Results and actions that say what ought to be done; one an item or measure."""
    told: set[tuple[str, str]] = set()
    for piece in all_pieces(context):
        if piece.role not in _ROLES or piece.state == "planned" or (piece.source, piece.unit) in told:
            continue
        words = _advice(piece.text)
        if words:
            told.add((piece.source, piece.unit))
            yield piece.hit(words, words=quoted(words), value=quoted(piece.text))


def _advice(text: str) -> str | None:
    """The words by which a text advises; None when it doesn't."""
    for match in _ADVICE.finditer(text):
        said = text[max(0, match.start() - _NEAR) : match.start()]
        if not _RELATIVE.search(said) and not (said.endswith("ว่า") and _DONE.search(text)):
            return match[0]
    order = _ORDER.match(text)
    return text[:2] if order and not _DONE.search(text) else None


_YEAR = "framework: nacc-2566\n"

RULE = Rule(
    code="T405",
    name="advice",
    family="text",
    severity="warning",
    title=Text("คำแนะนำในช่องผลการดำเนินการ", "advice in the place of a result"),
    what=Text(
        "ผลการดำเนินการหรือการปฏิบัติเขียนว่า “ควร…” “เห็นควร…” หรือ “ให้…ด้วย” ซึ่งเป็นคำแนะนำ ไม่ใช่สิ่งที่ทำ",
        "a result or an action says what ought to be done (“ควร…”), not what was done",
    ),
    why=Text(
        "คำแนะนำไม่แสดงว่าได้ทำ ผู้ประเมินจึงไม่ให้คะแนน และประชาชนไม่รู้ว่าแก้แล้วหรือยัง",
        "advice doesn't show that anything was done: it scores nothing,"
        " and citizens can't tell whether it was mended",
    ),
    mend=Text(
        "เขียนสิ่งที่ทำแล้วพร้อมวันที่ ย้ายคำแนะนำไปไว้ในวิธีดำเนินการหรือข้อเสนอแนะ",
        "say what was done and when; advice belongs under method or recommendations",
    ),
    message=Text(
        "ผลเขียนว่า {value} ซึ่งเป็นคำแนะนำ ({words}) — เขียนสิ่งที่ทำแล้ว และย้ายคำแนะนำไปไว้ในวิธีดำเนินการ",
        "the result says {value}, which is advice ({words}) — say what"
        " was done and move the advice to the method",
    ),
    example=Example(
        bad={
            "2566/year.yml": _YEAR,
            "2566/o28.md": "---\nreported: done\nresults:\n"
            "  - ควรเปลี่ยนไอคอนเป็นแบนเนอร์ที่อยู่ประจำบนหน้าแรก\n---\n",
        },
        good={
            "2566/year.yml": _YEAR,
            "2566/o28.md": "---\nreported: done\nmethod:\n  - ควรเปลี่ยนไอคอนเป็นแบนเนอร์ที่อยู่ประจำบนหน้าแรก\n"
            "results:\n  - เปลี่ยนไอคอนเป็นแบนเนอร์ที่อยู่ประจำบนหน้าแรกแล้ว\n---\n",
        },
    ),
    check=check,
)
