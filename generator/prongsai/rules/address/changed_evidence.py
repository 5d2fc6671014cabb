"""A document that is not the one that was found at its address before."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, lock, sources
from prongsai.rules.address._visited import visited
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule


def check(context: Context) -> Iterator[Hit]:
    """Receipts whose verdict is ``changed``."""
    for one in visited(context):
        if one.receipt.verdict == "changed":
            yield one.given.hit(since=one.since, url=one.given.url)


_URL = f"{SITE}/plan.pdf"
_SAME, _OTHER = "1f" * 32, "2e" * 32

RULE = Rule(
    code="A312",
    name="changed-evidence",
    family="address",
    severity="warning",
    title=Text("เอกสารหลักฐานเปลี่ยนไปจากเดิม", "a document that changed"),
    what=Text(
        "ไฟล์ที่ที่อยู่นี้ไม่ใช่ไฟล์เดียวกับที่ใบตรวจเคยบันทึกไว้ (SHA-256 ไม่ตรงกัน)",
        "the file at this address is not the one that the receipt knew (its SHA-256 differs)",
    ),
    why=Text(
        "ไฟล์ที่ถูกเปลี่ยนหลังยื่นอาจไม่ใช่หลักฐานที่ยื่นไว้ และไฟล์ที่เปลี่ยนโดยไม่มีใครรู้อาจเป็นการเจาะเว็บไซต์",
        "a file changed after filing may not be the evidence that was filed, and one that changed "
        "without anybody "
        "knowing may be an intrusion",
    ),
    mend=Text(
        "เปิดไฟล์ดู ถ้าตั้งใจเปลี่ยน สั่ง prongsai verify --accept ตามด้วยที่อยู่ เพื่อรับไฟล์ใหม่ ถ้าไม่ได้ตั้งใจ "
        "นำไฟล์เดิมกลับมา แล้วสั่ง prongsai verify",
        "open the file: if the change was meant, run prongsai verify --accept with the address; if not, "
        "put the old "
        "file back and run prongsai verify",
    ),
    message=Text(
        "หลักฐาน {value} เป็นไฟล์ที่เปลี่ยนไปจากที่เคยตรวจ ({since}) — เปิดดูก่อน ถ้าตั้งใจเปลี่ยน สั่ง "
        "prongsai verify --accept {url} ถ้าไม่ใช่ นำไฟล์เดิมกลับมา",
        "the evidence {value} is another file than before ({since}) — look at it: if that was meant, run "
        "prongsai verify --accept {url}; if not, put the old file back",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {_URL}"))
        | lock(_URL, "changed", "PDF ต่างจากที่เคยบันทึกไว้", sha256=_OTHER, accepted=_SAME, failures=1),
        good=sources(o3=item(f"url: {_URL}")) | lock(_URL, "ok", "พบเอกสาร PDF", sha256=_SAME),
    ),
    check=check,
)
