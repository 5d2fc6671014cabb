"""Words made of words, which a line break must not split where it would be seen most: in headings.

Thai is written without spaces, and a browser breaks a line wherever its dictionary sees the end of a word,
so งบประมาณ becomes งบ and ประมาณ. Listed is what the headings of disclosures are made of; each is short
enough for a phone of 320 pixels.
"""

import re

COMPOUNDS: tuple[str, ...] = tuple(
    """
    กำกับดูแล กองการศึกษา กองคลัง กองช่าง กองสวัสดิการ เกี่ยวกับ ขอรับ ของขวัญ ขับเคลื่อน ข้อมูลข่าวสาร
    ขั้นตอน ข่าวประชาสัมพันธ์ ความก้าวหน้า ความคิดเห็น ความคืบหน้า ความโปร่งใส ความพอใจ ความพึงพอใจ
    ความรู้ ความเข้าใจ ความเสี่ยง ความสะดวก ความเห็น คณะกรรมการ คืบหน้า คู่มือ คะแนนรวม เครื่องมือ
    เงินเดือน งบประมาณ เจ้าหน้าที่ จัดจ้าง จัดซื้อ จัดทำ จัดหา จุดแข็ง จุดอ่อน ช่องทาง ใช้จ่าย ดำเนินการ
    ดำเนินงาน ตรวจรับ ตรวจสอบ ตัวชี้วัด ต่อต้าน ถามตอบ ทรัพยากรบุคคล ทรัพย์สิน เทศบาลตำบล เทศบาลนคร
    เทศบาลเมือง ธรรมจรรยา นโยบาย แนวทาง แนวปฏิบัติ นักวิเคราะห์ นักวิชาการ บริหารงาน แบบวัด แบบตรวจ
    ประจำปี ประชาชน ประพฤติมิชอบ ประพฤติปฏิบัติ ประมวลจริยธรรม ประเมินผล ปฏิบัติการ ปฏิบัติงาน
    ปฏิบัติหน้าที่ ปลูกฝัง ปีงบประมาณ เปิดเผย เปิดโอกาส แผนงาน แผนที่ แผนพัฒนา แผนปฏิบัติการ ผู้บริหาร
    ผู้ประเมิน ผู้มาติดต่อ ผู้รับบริการ ผู้รับผิดชอบ ผู้ใช้บริการ เผยแพร่ พื้นฐาน พึงพอใจ มิชอบ
    มีส่วนร่วม ร้องเรียน รับผิดชอบ รับฟัง รับรู้ รูปแบบ รายข้อ รายเดือน รายไตรมาส รายปี รายละเอียด
    เรื่องร้องเรียน โรงเรียน สำนักปลัด ส่งเสริม ส่วนตัว ส่วนบุคคล ส่วนรวม ส่วนร่วม สร้างเสริม สินบน
    เสริมสร้าง หน่วยงาน หลักเกณฑ์ หลักฐาน อบต. องค์กร อำนาจหน้าที่ อำนวยความสะดวก อิเล็กทรอนิกส์
    """.split()  # noqa: SIM905 (words read best as words)
)
_ANY = re.compile("|".join(map(re.escape, sorted(COMPOUNDS, key=len, reverse=True))))


def pieces(text: str) -> tuple[tuple[str, bool], ...]:
    """``text`` cut into pieces, each with whether it is a compound that must stay whole.

    Joined, the pieces are ``text``. Where one compound stands in another, the longer one counts. Linear.
    """
    found: list[tuple[str, bool]] = []
    end = 0
    for match in _ANY.finditer(text):
        if match.start() > end:
            found.append((text[end : match.start()], False))
        found.append((match.group(), True))
        end = match.end()
    if end < len(text):
        found.append((text[end:], False))
    return tuple(found)
