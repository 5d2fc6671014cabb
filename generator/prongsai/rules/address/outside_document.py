"""A file in somebody's cloud storage, or a post, in place of a document on the main site."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.address._given import faults
from prongsai.rules.context import Context
from prongsai.rules.hosts import host_of
from prongsai.rules.rule import Example, Hit, Rule

_KINDS = {
    "store": Text("เป็นไฟล์ในที่เก็บภายนอก", "is a file in outside storage"),
    "social": Text("เป็นสื่อสังคมออนไลน์", "is on social media"),
}


def check(context: Context) -> Iterator[Hit]:
    """Addresses of storage and social media where the item asks for something on the agency's site."""
    for given, fault in faults(context, "A307"):
        yield given.hit(kind=_KINDS[fault.about], host=host_of(given.url))


RULE = Rule(
    code="A307",
    name="outside-document",
    family="address",
    severity="warning",
    title=Text("ไฟล์ใน Drive หรือโพสต์แทนเอกสารบนเว็บไซต์", "a Drive or social-media file in place of a document"),
    what=Text(
        "ที่อยู่เป็น Google Drive, Dropbox, OneDrive, Facebook, LINE หรือ YouTube ในข้อที่ไม่ใช่เรื่องสื่อสังคมออนไลน์",
        "the address is on Google Drive, Dropbox, OneDrive, Facebook, LINE or YouTube, for an item that"
        " is not about"
        " social media",
    ),
    why=Text(
        "กรอบการประเมินให้เผยแพร่บนเว็บไซต์หลัก ไฟล์ในบัญชีส่วนตัวหายไปพร้อมเจ้าของบัญชี และมักเปิดไม่ได้ถ้าไม่ได้รับสิทธิ์",
        "the framework asks for the agency's main site; what is in an account goes with the account's"
        " holder, and"
        " often can't be opened without permission",
    ),
    mend=Text(
        "นำเอกสารขึ้นเว็บไซต์ของหน่วยงาน หรือวางไว้ใน files/ ของปี แล้วระบุด้วย file",
        "put the document on the agency's site, or into the year's files/ and name it with file",
    ),
    message=Text(
        "{value} {kind} ({host}) — นำเอกสารขึ้นเว็บไซต์ของหน่วยงาน หรือวางไว้ใน files/ แล้วระบุด้วย file",
        "{value} {kind} ({host}) — put the document on the agency's site, or into files/ and name it with"
        " file",
    ),
    example=Example(
        bad=sources(o11=item("url: https://drive.google.com/file/d/1AbC/view", "แผนดำเนินงาน")),
        good=sources(o11=item(f"url: {SITE}/plan-2566.pdf", "แผนดำเนินงาน")),
    ),
    check=check,
)
