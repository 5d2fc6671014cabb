"""An invented year with at least one of everything, from which the components' examples are drawn.

It goes the way of real sources, from models through views to macros, so an example cannot show what no page
could.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import Final

from prongsai.errors import Text
from prongsai.model.agency import Agency
from prongsai.model.disclosure import Disclosure, HeldFile
from prongsai.model.framework import Framework, Topic
from prongsai.model.receipt import Filing, Receipt
from prongsai.model.site import Site, Year
from prongsai.model.year import YearSettings
from prongsai.pages import links
from prongsai.pages.edition import Edition, Publication, edition
from prongsai.pages.labels import labels
from prongsai.pages.typed.words import texts
from prongsai.pages.views import EntryView

States = Iterator[tuple[str, str]]
"""Each state of a component: what it shows, in a few words, and its HTML."""

T: Final = labels("th")
W: Final = texts("th")
TO: Final = partial(links.relative, "2567/o1/")

ROOT: Final = "https://www.example.invalid"
MOVED: Final = f"{ROOT}/executives"
GONE: Final = f"{ROOT}/plan.pdf"
BUSY: Final = f"{ROOT}/law"
NEW: Final = f"{ROOT}/contact"
_CHECKED: Final = "2024-03-04T03:00:00+00:00"


@cache
def sample() -> Edition:
    """The year as pages see it, on a day on which it is over."""
    return edition(_site(), {}, publication=Publication(f"{ROOT}/oit/", date(2024, 12, 1)))


def item(code: str) -> EntryView:
    """An item of the year in words: o1 has everything, o2 waits, o3 never was, o4 is nothing yet."""
    return sample().views[2567, code]


def _site() -> Site:
    framework = _framework()
    year = Year(
        2567,
        framework,
        YearSettings(fiscal_year=2567, framework="nacc-2567"),
        _disclosures(),
        None,
        filed=Filing(2567, "2024-04-20T04:00:00+00:00", _receipts()),
    )
    topics = {"structure": Topic.model_validate({"th": "โครงสร้างหน่วยงาน", "about": "ใครทำงานอยู่ส่วนไหน"})}
    copies = {GONE: _held(f"copies/{'c' * 64}.pdf", 1_204_000, "c")}
    return Site(_agency(), (year,), topics, {"nacc-2567": framework}, _receipts(), copies)


def _held(address: str, size: int, digit: str) -> HeldFile:
    return HeldFile(address=address, source="", bytes=size, media_type="application/pdf", sha256=digit * 64)


def _agency() -> Agency:
    return Agency.model_validate(
        {
            "name": "เทศบาลตำบลตัวอย่าง",
            "phone": "0 2123 4567",
            "email": "hello@example.invalid",
            "invented": True,
            "channels": [
                {
                    "kind": "corruption",
                    "title": "แจ้งเบาะแสทุจริต",
                    "url": f"{ROOT}/report",
                    "phone": "0 2123 4568",
                },
                {"kind": "opinions", "title": "รับฟังความคิดเห็น", "url": f"{ROOT}/opinions"},
                {"kind": "social", "title": "เฟซบุ๊กของเทศบาล"},
            ],
            "executives": [
                {"name": "นางสาวสมมุติ ใจดี", "position": "นายกเทศมนตรี", "phone": "0 2123 4567"},
                {"name": "นายตัวอย่าง รักงาน", "position": "ปลัดเทศบาล", "email": "clerk@example.invalid"},
            ],
        }
    )


def _framework() -> Framework:
    items = [
        {
            "code": "o1",
            "title": "โครงสร้าง อำนาจหน้าที่ และหน่วยงานในสังกัด",
            "topic": "structure",
            "asks": "หน่วยงานแบ่งงานกันอย่างไร ใครอยู่ส่วนไหน",
            "elements": [
                {
                    "id": "chart",
                    "text": "แผนผังโครงสร้าง",
                    "covers": "current",
                    "at_least": ["สำนัก", "กอง", "งาน"],
                },
                {"id": "duties", "text": "อำนาจหน้าที่ของแต่ละกอง", "covers": "any"},
                {"id": "branches", "text": "หน่วยงานในสังกัด", "nil": "ไม่มีหน่วยงานในสังกัด"},
            ],
        },
        {"code": "o2", "title": "ข้อมูลผู้บริหาร", "topic": "executives", "asks": "ใครเป็นผู้บริหาร"},
        {"code": "o3", "title": "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "topic": "strategic-plan"},
        {"code": "o4", "title": "ข้อมูลการติดต่อ", "topic": "contact"},
    ]
    sub = {"number": "9.1", "name": "ข้อมูลพื้นฐาน", "items": items}
    return Framework.model_validate(
        {
            "framework": "nacc-2567",
            "scheme": "nacc",
            "fiscal_year": 2567,
            "title": {"th": "การประเมินปี 2567"},
            "indicators": [{"number": "9", "name": "การเปิดเผยข้อมูล", "sub_indicators": [sub]}],
        }
    )


def _disclosures() -> dict[str, Disclosure]:
    whole = {
        "code": "o1",
        "reported": "done",
        "updated": "2024-02-20",
        "responsible": ["สำนักปลัดเทศบาล", "กองคลัง"],
        "period": "1 ต.ค. 2566 - 30 ก.ย. 2567",
        "breadcrumbs": ["หน้าแรก > ข้อมูลหน่วยงาน > โครงสร้าง", "หน้าแรก > ดาวน์โหลด"],
        "results": [
            {"text": "ขึ้นเว็บไซต์แล้ว", "date": "2024-02-20", "state": "done", "by": "นักวิชาการคอมพิวเตอร์"},
            {"text": "ทบทวนผังโครงสร้าง", "state": "in_progress"},
            {"text": "ปรับปรุงทุกไตรมาส", "state": "recurring"},
            {"text": "แปลเป็นภาษาอังกฤษ", "state": "planned"},
        ],
        "elements": {"chart": [1, 2], "branches": {"none": "ไม่มีหน่วยงานในสังกัด"}},
        "evidence": [
            {
                "title": "แผนผังโครงสร้างการแบ่งส่วนราชการ",
                "file": "files/chart.pdf",
                "way": 2,
                "fiscal_years": [2567],
            },
            {"title": "หน้าโครงสร้างหน่วยงาน", "url": MOVED, "published_as": f"{ROOT}/ ๒", "way": 1},
            {"title": "แผนพัฒนาท้องถิ่น", "url": GONE},
            {"title": "กฎหมายที่เกี่ยวข้อง", "url": BUSY},
            {"title": "ติดต่อเรา", "url": NEW},
        ],
        "notes": [
            {"about": "evidence", "published": f"{ROOT}/ ๒", "mended": MOVED, "reason": "เลขไทยในที่อยู่เว็บ"},
            {"about": "title", "published": "โครงสร้าง", "mended": None, "reason": None},
        ],
    }
    first = Disclosure.model_validate(whole)
    held = _held("2567/files/chart.pdf", 482_000, "0")
    own = first.evidence[0].model_copy(update={"held": held})
    waiting = {"code": "o2", "reported": "in_progress", "responsible": ["สำนักปลัดเทศบาล"]}
    return {
        "o1": first.model_copy(update={"evidence": (own, *first.evidence[1:])}),
        "o2": Disclosure.model_validate(waiting),
        "o3": Disclosure.model_validate({"code": "o3", "reported": "not_applicable"}),
    }


def _receipts() -> dict[str, Receipt]:
    """A page that moved, a document that is gone, a server that was busy; the last was never visited."""
    good = Receipt(
        MOVED,
        "moved",
        Text("ย้ายไปที่อยู่ใหม่", "moved"),
        status=200,
        final_url=f"{MOVED}/2567",
        media_type="text/html",
        sha256="a" * 64,
        checked_at=_CHECKED,
        first_ok="2023-11-05T03:00:00+00:00",
        last_ok=_CHECKED,
    )
    gone = replace(
        good,
        url=GONE,
        verdict="not_found",
        reason=Text("ไม่พบเอกสาร (404)", "not there (404)"),
        status=404,
        final_url=GONE,
        sha256=None,
        last_ok="2024-02-01T03:00:00+00:00",
        failures=2,
        copy=f"{'c' * 64}.pdf",
    )
    busy = replace(
        good,
        url=BUSY,
        verdict="blocked",
        reason=Text("เครื่องแม่ข่ายปฏิเสธโปรแกรมตรวจ (403)", "the server refused (403)"),
        status=403,
        final_url=BUSY,
        sha256=None,
        failures=1,
    )
    return {MOVED: good, GONE: gone, BUSY: busy}
