"""What is said of who answers for what, and of the link for the main site."""

from typing import Final

from prongsai.errors import Text

PEOPLE: Final = {
    # units
    "units": Text("ใครรับผิดชอบเรื่องใด", "Who answers for what"),
    "units_lead": Text(
        "ชื่อหน่วยงานย่อยและตำแหน่งตามที่พิมพ์ในรายงาน", "Units and offices as the reports print them."
    ),
    "units_none": Text("ข้อมูลยังไม่ได้ระบุผู้รับผิดชอบ", "Nobody is named yet."),
    "units_index": Text("รายชื่อ", "List"),
    "widget": Text("ป้ายลิงก์สำหรับเว็บไซต์หลัก", "A link for the main site"),
    "widget_name": Text("การเปิดเผยข้อมูลสาธารณะ (OIT)", "Public disclosure (OIT)"),
    "widget_lead": Text(
        "สำหรับผู้ดูแลเว็บไซต์หลักของหน่วยงาน: วางรหัสนี้ในหน้าแรก ประชาชนและผู้ประเมินจะมาถึงข้อมูลทุกปี",
        "For who looks after the main site: with this on its front page everybody finds the disclosures.",
    ),
    "widget_code": Text("รหัส HTML", "The HTML"),
    "widget_how": Text(
        "แตะในช่อง เลือกทั้งหมด คัดลอก แล้ววางในช่อง HTML ของเว็บไซต์หลัก ไม่ต้องแก้เมื่อขึ้นปีใหม่",
        "Select all in the box, copy it and paste it where the main site takes HTML. It has no script, and "
        "stays as it is when a new year begins.",
    ),
    "widget_looks": Text("หน้าตาเมื่อวางแล้ว", "What it looks like"),
    "widget_nowhere": Text(
        "ยังไม่รู้ที่อยู่ของเว็บไซต์นี้ ใส่ site_url ใน mkdocs.yml แล้วสร้างใหม่ รหัสจะอยู่ที่นี่",
        "Nobody said where this site stands: set site_url in mkdocs.yml and build again.",
    ),
    "units_widget": Text("ป้ายลิงก์สำหรับวางในเว็บไซต์หลัก", "A link to put on the main site"),
    "unit_calendar": Text("กำหนดเวลาของหน่วยนี้ เพิ่มลงในปฏิทินได้", "This unit's dates, for a calendar"),
    "unit_items": Text("ข้อที่รับผิดชอบ", "Items"),
    "unit_measures": Text("มาตรการที่รับผิดชอบ", "Measures"),
    "unit_guidance": Text("แนวทางรายตัวชี้วัดที่รับผิดชอบ", "Guidance"),
}
