"""Evidence that the last visit did not find as it should be."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.receipt import CLASS_OF, Verdict
from prongsai.model.verdicts import WORDS, label_of
from prongsai.rules.address._demo import SITE, item, lock, sources
from prongsai.rules.address._visited import ELSEWHERE, Visited, visited
from prongsai.rules.context import Context
from prongsai.rules.rule import Confidence, Example, Hit, Rule

_TOLD_ALREADY: dict[Verdict, frozenset[str]] = {
    "wrong_host": ELSEWHERE,
    "ssrf_blocked": frozenset({"A305"}),
    "invalid_url": frozenset({"A303", "A305"}),
}
"""Verdicts that the address alone gives away, by the rules that find it there."""


def check(context: Context) -> Iterator[Hit]:
    """Receipts of class fail, but for a changed document, which has a rule of its own."""
    for one in visited(context):
        if one.receipt.judgement == "fail" and one.receipt.verdict != "changed" and not _is_told(one):
            sure: Confidence | None = "medium" if CLASS_OF[one.receipt.verdict] == "unknown" else None
            yield one.given.hit(
                confidence=sure,
                label=label_of(one.receipt),
                reason=one.reason,
                since=one.since,
                mend=WORDS[one.receipt.verdict].remedy,
            )


def _is_told(one: Visited) -> bool:
    return one.fault is not None and one.fault.code in _TOLD_ALREADY.get(one.receipt.verdict, ())


_URL = f"{SITE}/powers.pdf"

RULE = Rule(
    code="A311",
    name="failed-evidence",
    family="address",
    severity="warning",
    title=Text("หลักฐานเปิดไม่ได้ในการตรวจครั้งล่าสุด", "evidence that failed its last check"),
    what=Text(
        "ใบตรวจครั้งล่าสุดของ prongsai verify บอกว่าหลักฐานเสีย เช่น ไม่พบเอกสาร ไฟล์ไม่ครบ ต้องเข้าสู่ระบบ "
        "หรือตรวจไม่ได้สามครั้งติดกัน (ตรวจไม่ได้ไม่ถึงสามครั้งไม่นับ)",
        "the last receipt of prongsai verify says that the evidence failed: not there, cut off, behind a "
        "login, or "
        "not to be checked three times in a row (fewer such checks don't count)",
    ),
    why=Text(
        "ผู้ประเมินเปิดหลักฐานทุกข้อ ถ้าเปิดไม่ได้ข้อนั้นได้ 0 และประชาชนไม่ได้ข้อมูล",
        "assessors open every piece of evidence: what doesn't open scores 0, and citizens get nothing",
    ),
    mend=Text(
        "ทำตามที่ข้อความบอก ซึ่งต่างกันไปตามผลตรวจ แล้วสั่ง prongsai verify ให้ใบตรวจเป็นปัจจุบัน",
        "do what the message says, which depends on the verdict, then run prongsai verify",
    ),
    message=Text(
        "หลักฐาน {value} {label}: {reason} ({since}) — {mend}",
        "the evidence {value}: {label}: {reason} ({since}) — {mend}",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {_URL}"))
        | lock(
            _URL, "not_found", "ไม่พบเอกสาร (404)", status=404, last_ok="2023-01-09T03:00:00+00:00", failures=1
        ),
        good=sources(o3=item(f"url: {_URL}")) | lock(_URL, "timeout", "ไม่ตอบภายในเวลาที่รอ", failures=1),
    ),
    check=check,
)
