"""Evidence of which several visits could say nothing."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.verdicts import WORDS
from prongsai.rules.address._demo import SITE, item, lock, sources
from prongsai.rules.address._visited import visited
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule

SEVERAL = 2


def check(context: Context) -> Iterator[Hit]:
    """Receipts that are unknown for the second time; after the third they have failed."""
    for one in visited(context):
        if one.receipt.judgement == "unknown" and one.receipt.failures >= SEVERAL:
            remedy = WORDS[one.receipt.verdict].remedy
            yield one.given.hit(count=one.receipt.failures, reason=one.reason, mend=remedy)


_URL = f"{SITE}/powers"

RULE = Rule(
    code="A314",
    name="unknown-evidence",
    family="address",
    severity="info",
    title=Text("หลักฐานตรวจไม่ได้หลายครั้งติดกัน", "evidence that could not be checked several times"),
    what=Text(
        "ตรวจไม่ได้สองครั้งติดกัน ห่างกันอย่างน้อยสามวัน เช่น เครื่องแม่ข่ายไม่ตอบ ยังไม่นับว่าเสีย และไม่ลดคะแนนโดยประมาณ",
        "two checks in a row, three days or more apart, could say nothing, for example because the "
        "server did not "
        "answer; it doesn't count as failed, and costs no points in the estimate",
    ),
    why=Text(
        "ครั้งที่สามจะนับว่าเปิดไม่ได้ และถ้าผู้ประเมินเปิดไม่ได้เช่นกัน ข้อนี้เสี่ยงได้ 0",
        "the third time counts as failed; and if the assessor cannot open it either, the item may score 0",
    ),
    mend=Text(
        "เปิดเองจากโทรศัพท์ที่ไม่ได้ต่อ Wi-Fi ของสำนักงาน ถ้าเปิดได้ไม่ต้องแก้ ถ้าเปิดไม่ได้แจ้งผู้ดูแลเว็บไซต์",
        "open it on a phone outside the office's Wi-Fi; if it opens, leave it; if not, tell the "
        "website's keeper",
    ),
    message=Text(
        "หลักฐาน {value} ตรวจไม่ได้ {count} ครั้งติดกัน ({reason}) — {mend}",
        "the evidence {value} could not be checked {count} times in a row ({reason}) — {mend}",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {_URL}")) | lock(_URL, "timeout", "ไม่ตอบภายในเวลาที่รอ", failures=2),
        good=sources(o3=item(f"url: {_URL}")) | lock(_URL, "timeout", "ไม่ตอบภายในเวลาที่รอ", failures=1),
    ),
    check=check,
)
