"""The register of typed tables: for each topic, what tables may stand beside its items.

Which columns are always required follows what the frameworks ask of the topic in each of their years; those
that only some ask for name the words by which they do (``asked_by``). A table fits the shape of which it has
the most required columns.
"""

from typing import Final

from prongsai.errors import Text
from prongsai.model.tables.common import (
    LEFT,
    MONTH_WORDINGS,
    NOTE,
    NUMBER,
    PERCENT,
    PLAN_WORDINGS,
    PROGRESS,
    PROJECT,
    SPENT_WORDINGS,
    UNIT,
    words,
)
from prongsai.model.tables.purchasing import METHODS, PROCUREMENT, PURCHASES
from prongsai.model.tables.shapes import MONTHS_ACROSS, OTHERS, Column, Shape

SERVICES: Final = Shape(
    "services",
    "services",
    Text("สถิติการให้บริการ", "service statistics"),
    ("service-statistics",),
    (
        NUMBER,
        Column(
            "month",
            Text("เดือน", "month"),
            "month",
            (*MONTH_WORDINGS, "ไตรมาส", "ช่วงเวลา", "รอบ"),
            required=True,
            instead=(MONTHS_ACROSS, "service"),
        ),
        Column(
            "service",
            Text("งานบริการ", "service"),
            "text",
            words(
                "งานบริการ | บริการ | ประเภทบริการ | ประเภทงานบริการ | ประเภทการให้บริการ | ภารกิจ | "
                "งาน | รายการ | เรื่อง | ภารกิจงานบริการ | การให้บริการ | งานที่ให้บริการ | "
                "ชื่องานบริการ | รายการให้บริการ"
            ),
        ),
        Column(
            "channel",
            Text("ช่องทาง", "channel"),
            "text",
            words("ช่องทาง | ช่องทางรับบริการ | ช่องทางการให้บริการ | ช่องทางบริการ"),
        ),
        Column(
            "count",
            Text("จำนวนผู้รับบริการ", "people served"),
            "count",
            words(
                "จำนวนผู้รับบริการ | จำนวน | จำนวนราย | จำนวนผู้ใช้บริการ | จำนวนครั้ง | ผู้รับบริการ | "
                "ผู้มารับบริการ | จำนวนคน | สถิติ"
            ),
            required=True,
            instead=(MONTHS_ACROSS, OTHERS),
        ),
        Column(
            "counter",
            Text("ผู้รับบริการที่หน่วยงาน", "people served at the counter"),
            "count",
            words("มาที่สำนักงาน | ที่สำนักงาน | walk-in | ที่หน่วยงาน | ณ จุดบริการ | มาด้วยตนเอง | ที่เคาน์เตอร์"),
            asked_by=("ผู้รับบริการที่หน่วยงาน",),
            marks=r"สำนักงาน|เคาน์เตอร์|เคาเตอร์|walk-?in|จุดบริการ|ที่หน่วยงาน|ที่ทำการ|ด้วยตนเอง|มาติดต่อ|on-?site",
        ),
        Column(
            "online",
            Text("ผู้รับบริการทาง E-Service", "people served online"),
            "count",
            words("E-Service | ทาง E-Service | ออนไลน์ | ทางออนไลน์ | ทางอินเทอร์เน็ต | ช่องทางออนไลน์"),
            asked_by=("E-Service", "ออนไลน์"),
            marks=r"e-?service|ออนไลน์|อินเทอร์เน็ต|อิเล็กทรอนิกส์|เว็บไซต์|แอป|online",
        ),
        Column(
            "total",
            Text("รวม", "total"),
            "count",
            words("รวม | รวมทั้งสิ้น | รวมทั้งหมด | ผลรวม | ยอดรวม | รวมทุกช่องทาง | รวมที่สำนักงาน | total"),
        ),
        UNIT,
        NOTE,
    ),
    label=("service", "month"),
    nil=r"ไม่มี(?:ผู้|การ|คน)",
    across="count",
    others="count",
)

COMPLAINTS: Final = Shape(
    "complaints",
    "complaints",
    Text("สถิติเรื่องร้องเรียน", "complaint statistics"),
    ("complaint-statistics",),
    (
        NUMBER,
        Column(
            "month",
            Text("เดือน", "month"),
            "month",
            (*MONTH_WORDINGS, "ไตรมาส", "ช่วงเวลา", "รอบ", "ห้วงเวลา"),
            required=True,
            instead=("kind",),
        ),
        Column(
            "kind",
            Text("ประเภทเรื่อง", "kind"),
            "text",
            words(
                "ประเภทเรื่อง | ประเภท | เรื่อง | เรื่องร้องเรียน | ประเภทเรื่องร้องเรียน | "
                "เรื่องที่ร้องเรียน | ประเด็น | รายการ"
            ),
        ),
        Column(
            "received",
            Text("เรื่องที่รับใหม่", "received"),
            "count",
            words(
                "เรื่องที่รับใหม่ | เรื่องที่รับ | รับใหม่ | จำนวนเรื่องทั้งหมด | จำนวนทั้งหมด | "
                "จำนวนเรื่อง | จำนวนเรื่องร้องเรียน | จำนวน | จำนวนเรื่องที่รับ | เรื่องที่ได้รับ | "
                "ได้รับเรื่อง | รับเรื่อง | ทั้งหมด | จำนวนเรื่องร้องเรียนทั้งหมด | "
                "เรื่องร้องเรียนทั้งหมด"
            ),
            required=True,
        ),
        Column(
            "closed",
            Text("เรื่องที่เสร็จแล้ว", "closed"),
            "count",
            words(
                "เรื่องที่เสร็จแล้ว | เสร็จแล้ว | เสร็จ | เสร็จในเดือน | ดำเนินการแล้วเสร็จ | "
                "ดำเนินการเสร็จสิ้น | แล้วเสร็จ | ยุติ | ยุติแล้ว | จำนวนที่เสร็จแล้ว | "
                "เรื่องที่ดำเนินการแล้วเสร็จ | ยุติเรื่อง | เรื่องที่ยุติ | ดำเนินการแล้ว | เสร็จสิ้น | "
                "จำนวนเรื่องที่แล้วเสร็จ"
            ),
            required=True,
        ),
        Column(
            "open",
            Text("เรื่องที่กำลังดำเนินการ", "open"),
            "count",
            words(
                "เรื่องที่กำลังดำเนินการ | กำลังดำเนินการ | กำลังดำเนินการเมื่อสิ้นเดือน | "
                "อยู่ระหว่างดำเนินการ | ระหว่างดำเนินการ | คงค้าง | จำนวนที่กำลังทำ | "
                "อยู่ระหว่างการดำเนินการ | ค้าง | เรื่องค้าง | กำลังทำ | เรื่องที่อยู่ระหว่างดำเนินการ | "
                "ยังไม่เสร็จ | ยกไป"
            ),
            required=True,
            sums=False,
        ),
        NOTE,
    ),
    label=("month", "kind"),
    nil=r"ไม่มี(?:เรื่อง|ผู้|การ)?(?:ร้องเรียน|ร้องทุกข์|แจ้ง)?",
)

PROJECTS: Final = Shape(
    "projects",
    "projects",
    Text("โครงการตามแผน", "projects planned"),
    ("action-plan",),
    (
        NUMBER,
        PROJECT,
        UNIT,
        Column("budget", Text("งบประมาณ", "budget"), "money", PLAN_WORDINGS, required=True),
        Column(
            "start",
            Text("ช่วงเวลา", "when"),
            "date",
            words(
                "เริ่ม | วันเริ่ม | เดือนที่เริ่ม | วันที่เริ่ม | เริ่มต้น | ช่วงเวลา | ระยะเวลา | "
                "ระยะเวลาดำเนินการ | ช่วงเวลาดำเนินการ | กำหนดการ | ห้วงเวลา | ปฏิทิน | เดือนที่ดำเนินการ"
            ),
            required=True,
            instead=(MONTHS_ACROSS,),
        ),
        Column(
            "end",
            Text("สิ้นสุด", "end"),
            "date",
            words("สิ้นสุด | วันสิ้นสุด | เดือนที่สิ้นสุด | วันที่สิ้นสุด | แล้วเสร็จ | ถึง | เสร็จ"),
        ),
        NOTE,
    ),
    label=("project",),
    across="text",
)

SPENDING: Final = Shape(
    "spending",
    "spending",
    Text("ความคืบหน้าและการใช้เงินของโครงการ", "progress and spending of projects"),
    ("action-plan", "action-plan-progress"),
    (
        NUMBER,
        PROJECT,
        UNIT,
        Column("budget", Text("งบประมาณ", "budget"), "money", PLAN_WORDINGS, required=True),
        Column(
            "spent",
            Text("ใช้ไป", "spent"),
            "money",
            SPENT_WORDINGS,
            required=True,
            instead=(MONTHS_ACROSS,),
        ),
        LEFT,
        PERCENT,
        PROGRESS,
        NOTE,
    ),
    label=("project",),
    across="money",
)

BUDGET: Final = Shape(
    "budget",
    "budget",
    Text("งบประมาณที่ตั้งไว้และที่ใช้ไป", "budget planned and spent"),
    ("budget-plan", "budget-progress", "budget-report", "action-plan", "action-plan-progress"),
    (
        NUMBER,
        Column(
            "month",
            Text("เดือน", "month"),
            "month",
            (*MONTH_WORDINGS, "ไตรมาส"),
        ),
        Column(
            "heading",
            Text("แผนงานหรือหมวดรายจ่าย", "heading"),
            "text",
            words(
                "แผนงาน | หมวด | หมวดรายจ่าย | ประเภทรายจ่าย | รายจ่าย | งบ | ด้าน | รายการ | "
                "ยุทธศาสตร์ | ประเภท | ด้าน/แผนงาน | แผนงาน/งาน | หมวด/ประเภทรายจ่าย | ประเภทงบประมาณ | "
                "รายการรายจ่าย | แผนงาน/โครงการ | โครงการ | งาน"
            ),
            required=True,
            instead=("month",),
        ),
        Column("budget", Text("งบประมาณที่ตั้งไว้", "planned"), "money", PLAN_WORDINGS, required=True),
        Column(
            "spent",
            Text("ใช้ไป", "spent"),
            "money",
            SPENT_WORDINGS,
            asked_by=words("ความคืบหน้าการใช้เงิน | ผลการใช้เงิน | เงินที่ใช้ไป"),
            instead=(MONTHS_ACROSS,),
        ),
        LEFT,
        PERCENT,
        NOTE,
    ),
    label=("heading", "month"),
    across="money",
)

SHAPES: Final = (PROCUREMENT, METHODS, PURCHASES, SERVICES, COMPLAINTS, SPENDING, PROJECTS, BUDGET)


def shapes_of(topic: str) -> tuple[Shape, ...]:
    """The shapes that a table beside an item of ``topic`` may have; none where its tables are of any kind."""
    return tuple(shape for shape in SHAPES if topic in shape.topics)
