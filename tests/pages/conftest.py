"""A small site, built by hand, that has at least one of everything that a page can say."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import pytest

from prongsai.errors import Text
from prongsai.model.addresses import Moved
from prongsai.model.agency import Agency
from prongsai.model.disclosure import Disclosure, HeldFile
from prongsai.model.framework import Framework, Topic
from prongsai.model.measure import MeasuresReport
from prongsai.model.receipt import Filing, Receipt
from prongsai.model.site import Site, Year
from prongsai.model.year import YearSettings

HELD = HeldFile(
    address="2566/files/โครงสร้าง ใหม่.pdf",
    source="content/2566/files/โครงสร้าง ใหม่.pdf",
    bytes=48_200,
    media_type="application/pdf",
    sha256="0" * 64,
)

COPY = HeldFile(
    address=f"copies/{'c' * 64}.pdf",
    source=f"copies/{'c' * 64}.pdf",
    bytes=1_200_000,
    media_type="application/pdf",
    sha256="c" * 64,
)
GOOD = "https://www.example.invalid/a?b=1&c=2#top"
MOVED = (
    Moved(address="/2566/o40/", to="/2566/o1/", reason="รวมกับข้อโครงสร้าง"),
    Moved(address="/2566/files/draft.docx", reason="เป็นร่าง <ไม่ใช่ฉบับที่อนุมัติ>"),
)
GONE = "http://example.invalid/2"


def receipts(checked_at: str = "2022-03-04T18:30:00+00:00") -> dict[str, Receipt]:
    """A document that is there, and one that is gone since February; the third was never visited."""
    good = Receipt(
        GOOD,
        "ok",
        Text("พบเอกสาร PDF", "a PDF is there"),
        status=200,
        final_url=GOOD,
        media_type="application/pdf",
        bytes=1_234_567,
        sha256="a" * 64,
        accepted="a" * 64,
        checked_at=checked_at,
        first_ok="2022-01-05T03:00:00+00:00",
        last_ok=checked_at,
        items=("2566/o1",),
    )
    gone = Receipt(
        GONE,
        "not_found",
        Text("ไม่พบเอกสาร (404)", "not there (404)"),
        status=404,
        final_url=GONE,
        media_type="text/html",
        bytes=321,
        checked_at=checked_at,
        first_ok="2022-01-05T03:00:00+00:00",
        last_ok="2022-02-01T03:00:00+00:00",
        failures=2,
        items=("2566/o2",),
        copy=f"{'c' * 64}.pdf",
    )
    return {GOOD: good, GONE: gone}


@dataclass(frozen=True)
class Scored:
    """Computed scores as another floor would give them."""

    overall: Decimal | None
    instruments: dict[str, Decimal | None]


def agency(**changes: Any) -> Agency:
    """An invented town with channels of several kinds."""
    return Agency.model_validate(
        {
            "name": "เทศบาลตำบลตัวอย่าง",
            "kind": "เทศบาลตำบล",
            "subdistrict": "ตัวอย่าง",
            "district": "สมมุติ",
            "province": "นิทาน",
            "website": "https://www.example.invalid",
            "hosts": ["www.example.invalid"],
            "address": "1 หมู่ 1",
            "phone": "0 2123 4567",
            "email": "hello@example.invalid",
            "invented": True,
            "channels": [
                {"kind": "social", "title": "เฟซบุ๊ก", "url": None, "phone": None},
                {
                    "kind": "corruption",
                    "title": "แจ้งทุจริต",
                    "url": "https://www.example.invalid/report",
                    "phone": "1234",
                },
                {"kind": "contact", "title": "เขียนถึงเรา", "url": "mailto:hello@example.invalid"},
            ],
            "executives": [
                {
                    "name": "นางสาวสมมุติ ใจดี",
                    "position": "นายกเทศมนตรี",
                    "phone": "0 2123 4567",
                    "email": "mayor@example.invalid",
                }
            ],
            **changes,
        }
    )


def framework(year: int) -> Framework:
    """Two indicators; the items of 2565 have other numbers."""
    structure = {
        "title": "โครงสร้าง",
        "title_en": "Structure",
        "topic": "structure",
        "asks": "หน่วยงานแบ่งงานกันอย่างไร",
        "elements": [
            {"id": "chart", "text": "แผนผังหน่วยงาน", "covers": "current", "at_least": ["กอง", "งาน"]},
            {"id": "heads", "text": "หัวหน้าแต่ละกอง", "covers": "any", "required": False, "min_count": 3},
        ],
    }
    executives = {
        "title": "ผู้บริหาร",
        "topic": "executives",
        "asks": "ใครเป็นผู้บริหาร",
        "elements": [
            {"id": "names", "text": "ชื่อและตำแหน่ง"},
            {"id": "photo", "text": "ภาพถ่าย", "covers": "previous"},
        ],
    }
    buying = {
        "title": "สรุปผลการจัดซื้อจัดจ้างรายเดือน",
        "topic": "procurement-monthly",
        "group": "การจัดซื้อจัดจ้าง",
        "asks": "ซื้ออะไรไปบ้าง",
        "elements": [
            {"id": "monthly", "text": "สรุปรายเดือน", "covers": "first_half", "nil": "เดือนนี้ไม่มีการจัดซื้อ"},
            {"id": "plan", "text": "แผน", "covers": "multi_year", "nil": "ไม่มีแผน"},
        ],
    }
    gifts = {"title": "นโยบายไม่รับของขวัญ", "topic": "no-gift-policy"}
    chosen = [structure, executives, buying, gifts] if year == 2566 else [executives, structure, buying]
    numbered = [{"code": f"o{number}", **item} for number, item in enumerate(chosen, 1)]
    return Framework.model_validate(
        {
            "framework": f"nacc-{year}",
            "scheme": "nacc",
            "fiscal_year": year,
            "title": {"th": f"การประเมินปี {year}"},
            "weights": {"iit": 30, "eit": 30, "oit": 40},
            "instruments": {"iit": {"name": "IIT", "indicators": [{"number": "1", "name": "การปฏิบัติหน้าที่"}]}},
            "indicators": [
                {
                    "number": "9",
                    "name": "การเปิดเผยข้อมูล",
                    "sub_indicators": [
                        {"number": "9.1", "name": "ข้อมูลพื้นฐาน", "items": numbered[:2]},
                        {"number": "9.3", "name": "การจัดซื้อจัดจ้าง", "items": numbered[2:3]},
                    ],
                },
                {
                    "number": "10",
                    "name": "การป้องกันการทุจริต",
                    "sub_indicators": [
                        {"number": "10.1", "name": "การดำเนินการ", "items": numbered[3:]},
                    ],
                },
            ],
        }
    )


def disclosures() -> dict[str, Disclosure]:
    """Of 2566: one full item, one with a nil statement, one hardly begun; o4 has nothing."""
    structure = Disclosure.model_validate(
        {
            "code": "o1",
            "code_published": "๐๑",
            "title_published": "โครงสร้างหน่วยงาน",
            "reported": "done",
            "updated": "2023-01-15",
            "responsible": ["สำนักปลัด", "กอง <คลัง> & พัสดุ"],
            "period": "๒๕ ม.ค.๖๖ - ๒๐ เม.ย.๖๖",
            "breadcrumbs": ["หน้าแรก > ข้อมูล > โครงสร้าง", "หน้าแรก > ดาวน์โหลด"],
            "method": ["ขอข้อมูลจากทุกกอง", "นำขึ้นเว็บไซต์"],
            "results": [
                {"text": "ขึ้นเว็บไซต์แล้ว", "date": "2023-01-20", "state": "done", "by": "นักวิชาการคอมพิวเตอร์"},
                {"text": "ปรับปรุงทุกไตรมาส", "state": "recurring"},
            ],
            "elements": {"chart": [1, 2]},
            "evidence": [
                {"title": "ผังโครงสร้าง", "file": "files/โครงสร้าง ใหม่.pdf", "way": 2, "fiscal_years": [2566]},
                {
                    "title": "หน้าโครงสร้าง",
                    "url": "https://www.example.invalid/a?b=1&c=2#top",
                    "published_as": "https://www.example.invalid/ a?b=๑&c=๒#top",
                    "way": 1,
                },
            ],
            "documents": ["คำสั่งแบ่งงาน"],
            "notes": [
                {"about": "evidence", "published": "a?b=๑", "mended": "a?b=1", "reason": "เลขไทยในที่อยู่เว็บ"},
                {"about": "title", "published": "โครงสร้างหน่วยงาน", "mended": None, "reason": None},
            ],
        }
    )
    held = structure.evidence[0].model_copy(update={"held": HELD})
    return {
        "o1": structure.model_copy(
            update={
                "evidence": (held, structure.evidence[1]),
                "html": "<p>ดู<strong>ผัง</strong>ได้ที่นี่</p>",
            }
        ),
        "o2": Disclosure.model_validate(
            {
                "code": "o2",
                "reported": "in_progress",
                "evidence": [{"title": "ผู้บริหาร", "url": "http://example.invalid/2"}],
            }
        ),
        "o3": Disclosure.model_validate(
            {
                "code": "o3",
                "reported": "not_applicable",
                "responsible": ["สำนักปลัด"],
                "periods": ["ต.ค. 2565", "มี.ค. 2566"],
                "elements": {"monthly": {"none": "หกเดือนแรกไม่มีการจัดซื้อ"}},
                "evidence": [{"title": "สรุป", "url": "http://example.invalid/3"}],
            }
        ),
    }


def measures() -> MeasuresReport:
    """Two groups, all stages, guidance, and links to items, questions and nothing."""
    return MeasuresReport.model_validate(
        {
            "fiscal_year": 2566,
            "round": {"name": "รอบ 6 เดือน", "start": "2022-10", "end": "2023-03"},
            "measures": [
                {
                    "id": "m1",
                    "number": "1",
                    "title": "ปรับปรุงเว็บไซต์",
                    "group": "การสื่อสาร",
                    "stage": "reported",
                    "instrument": "oit",
                    "indicator": "9.1",
                    "issue": "ข้อมูลเก่า",
                    "approach": ["ทบทวนข้อมูล"],
                    "steps": ["สำรวจ", "แก้ไข"],
                    "reporting": [
                        {"text": "รายงานนายก", "due": "2023-04", "every": "month"},
                        {"text": "ประชุม"},
                    ],
                    "period": "ตลอดปีงบประมาณ",
                    "responsible": ["สำนักปลัด"],
                    "results": [{"text": "แก้แล้ว", "date": "2023-02", "state": "in_progress"}],
                    "outcomes": ["ข้อมูลเป็นปัจจุบัน"],
                    "recommendations": ["ทำต่อเนื่อง"],
                    "links": [
                        {"code": "o1", "published_as": "๐๑", "framework": "nacc-2566", "score": 100},
                        {"code": "i3", "framework": None, "title": "คำถาม", "score": "66.667"},
                        {"code": "o9", "framework": "nacc-2570"},
                    ],
                    "notes": [{"about": "links.o9", "published": "๐๙", "mended": None, "reason": "ไม่มีข้อนี้"}],
                },
                {
                    "id": "m2",
                    "title": "รับฟังความเห็น",
                    "group": "การมีส่วนร่วม",
                    "stage": "recommended",
                    "indicator": "1",
                },
            ],
            "guidance": [
                {
                    "indicator": "1",
                    "name": "การปฏิบัติหน้าที่",
                    "instrument": "iit",
                    "guidance": ["บริการเท่าเทียม"],
                    "responsible": ["ทุกกอง"],
                    "period": "ต.ค. 65 - ก.ย. 66",
                    "reported": "not_started",
                    "actions": ["ติดป้าย"],
                }
            ],
            "notes": [{"about": "measures", "reason": "หน้าสุดท้ายขาด"}],
        }
    )


def settings() -> YearSettings:
    """Scores that agree in part with the computed ones, and a calendar."""
    return YearSettings.model_validate(
        {
            "fiscal_year": 2566,
            "framework": "nacc-2566",
            "round": {"name": "รอบ 12 เดือน", "start": "2022-10-01", "end": "2023-09-30"},
            "calendar": [
                {"name": "กรอกข้อมูล", "start": "2023-03-01", "end": "2023-04-30"},
                {"name": "ประกาศผล"},
            ],
            "scores": {
                "assessed_year": 2566,
                "target": 85,
                "overall": {"stated": "79.84", "grades_stated": ["ต้องปรับปรุง", "ผ่าน"]},
                "instruments": {
                    "iit": {"stated": "90.63"},
                    "oit": {"stated": 82.5, "grades_stated": ["ผ่าน"]},
                },
                "indicators": [
                    {"number": "1", "name": "การปฏิบัติหน้าที่", "instrument": "iit", "stated": "97.25"},
                    {"number": "9", "name": "การเปิดเผยข้อมูล", "instrument": "oit", "stated": None},
                ],
                "questions": [
                    {"code": "o1", "text": "โครงสร้าง", "score": 100},
                    {"code": "i3", "text": None, "score": None},
                ],
                "analysis": {
                    "strengths": [{"number": "1", "name": "การปฏิบัติหน้าที่", "stated": "97.25"}],
                    "lowest": [{"number": "9"}],
                    "improve": [
                        {"instrument": "eit", "indicator": "การสื่อสาร", "issue": "ตอบช้า", "text": "ตอบให้เร็วขึ้น"}
                    ],
                },
                "notes": [{"about": "overall.grades_stated", "published": "ต้องปรับปรุง / ผ่าน"}],
            },
            "notes": [{"about": "เชิงอรรถ", "reason": "อ่านไม่ออก"}],
        }
    )


def filing() -> Filing:
    """What was found when 2566 was filed: the first document as it is, the second still there."""
    then = receipts("2023-04-09T03:00:00+00:00")
    there = replace(then[GOOD], url=GONE, sha256="c" * 64, accepted="c" * 64, items=("2566/o2",))
    return Filing(2566, "2023-04-10T04:00:00+00:00", then | {GONE: there})


def small_site(**changes: Any) -> Site:
    """Years 2567 (its list unknown), 2566 (everything) and 2565 (nothing reported)."""
    named = {
        "structure": {
            "th": "โครงสร้าง",
            "en": "Structure",
            "about": "ใครอยู่ส่วนไหน",
            "words": ["ผัง", "กอง"],
        },
        "executives": {"th": "ผู้บริหาร"},
        "procurement-monthly": {"th": "จัดซื้อรายเดือน"},
    }
    known = {f"nacc-{year}": framework(year) for year in (2565, 2566)}
    return Site(
        agency=agency(**changes),
        years=(
            Year(2567, None, YearSettings(), {}, None),
            Year(2566, known["nacc-2566"], settings(), disclosures(), measures(), (HELD,), filing()),
            Year(2565, known["nacc-2565"], YearSettings(), {}, None),
        ),
        topics={name: Topic.model_validate(topic) for name, topic in named.items()},
        frameworks=known,
        receipts=receipts(),
        copies={GOOD: COPY, GONE: COPY},
        moved={one.address: one for one in MOVED},
    )


@pytest.fixture
def build_site() -> Callable[..., Site]:
    """The small site with an agency of one's own: ``build_site(language="en")``."""
    return small_site


@pytest.fixture
def site() -> Site:
    """The small site."""
    return small_site()


@pytest.fixture
def computed() -> dict[int, Scored]:
    """The scores of 2566 as computed: the overall score agrees, IIT's doesn't."""
    return {
        2566: Scored(
            Decimal("79.8398"), {"iit": Decimal("91.556"), "eit": Decimal("85.41"), "oit": Decimal("82.5")}
        )
    }
