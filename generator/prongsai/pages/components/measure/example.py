"""A measure of the yearly report, and the guidance for an indicator."""

from prongsai.pages import words
from prongsai.pages.components.sample import TO, States, T, item
from prongsai.pages.edition import component
from prongsai.pages.measures import AimView, GuidanceView, MeasureView
from prongsai.pages.views import Target


def states() -> States:
    """Each state with its HTML."""
    own = component("measure")
    one = MeasureView(
        id="m1",
        number="1",
        title="ปรับปรุงเว็บไซต์ให้ค้นง่าย",
        stage="ดำเนินการแล้ว",
        instrument="OIT",
        indicator="9.1",
        issue="ข้อมูลเก่า",
        approach=("ทบทวนข้อมูล",),
        steps=("สำรวจ", "แก้ไข"),
        reporting=("รายงานนายกทุกเดือน",),
        period="ตลอดปีงบประมาณ",
        responsible=(Target("สำนักปลัดเทศบาล", "units/#unit-1"),),
        results=item("o1").results[:1],
        outcomes=("ข้อมูลเป็นปัจจุบัน",),
        recommendations=("ทำต่อเนื่อง",),
        aims=(
            AimView("o1", None, None, "โครงสร้าง", "2567/o1/", "คะแนน 100"),
            AimView("o9", "ปีงบประมาณ 2566", "พิมพ์ว่า ๐๙", None, None, "ไม่มีคะแนน"),
        ),
        notes=item("o1").notes,
    )
    yield "a measure", own.measure_section(one, TO, T)
    guidance = GuidanceView(
        "g1",
        "1",
        "การปฏิบัติหน้าที่",
        "IIT",
        ("บริการเท่าเทียม",),
        (),
        "ต.ค. 2566 – ก.ย. 2567",
        words.reported("in_progress", "th"),
        ("ติดป้ายขั้นตอนบริการ",),
        (),
    )
    yield "guidance", own.guidance_section(guidance, TO, T)
