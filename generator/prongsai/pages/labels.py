"""The pages' own texts in Thai and English: headings, labels and plain sentences."""

from functools import cache
from types import SimpleNamespace

from prongsai.errors import Lang, Text

_LABELS = {
    # every page
    "home": Text("หน้าแรก", "Home"),
    "invented": Text("หน่วยงานสมมุติ", "An invented agency"),
    "invented_why": Text(
        "ชื่อ บุคคล ตัวเลข และที่อยู่เว็บในหน้านี้แต่งขึ้นเพื่อเป็นตัวอย่าง ไม่ใช่ข้อมูลของหน่วยงานจริง",
        "Its name, people, figures and addresses are made up as an example.",
    ),
    "previous": Text("ก่อนหน้า", "Previous"),
    "next": Text("ถัดไป", "Next"),
    "turn": Text("หน้าก่อนหน้าและถัดไป", "Previous and next page"),
    "year": Text("ปีงบประมาณ", "Fiscal year"),
    "score": Text("คะแนน", "Score"),
    "evidence": Text("หลักฐาน", "Evidence"),
    "period": Text("ระยะเวลา", "Period"),
    "responsible": Text("ผู้รับผิดชอบ", "Who answers for it"),
    "no_responsible": Text("ไม่ได้ระบุผู้รับผิดชอบ", "Nobody is named"),
    "way": Text("เส้นทางบนเว็บไซต์ของหน่วยงาน", "The way there on the agency's website"),
    "way_number": Text("เส้นทางที่ {number}", "Way {number}"),
    "method": Text("วิธีดำเนินการ", "How it is done"),
    "results": Text("ผลการดำเนินการ", "What came of it"),
    "by": Text("โดย {by}", "by {by}"),
    "unknown": Text("ไม่มีข้อมูล", "Not given"),
    "framework_unknown": Text(
        "ระบบนี้ยังไม่มีรายการข้อ OIT ของปีงบประมาณ {year} จึงยังแสดงรายข้อของปีนี้ไม่ได้",
        "The list of disclosures of fiscal year {year} is not known here, so its items cannot be shown.",
    ),
    "framework_short": Text("ยังไม่ทราบรายการข้อของปีนี้", "The list of this year is not known here"),
    "data_title": Text("ข้อมูลสำหรับนำไปใช้ต่อ", "The data of this page"),
    "data_json": Text("ข้อมูลของปีนี้ (JSON)", "Data of this year (JSON)"),
    "data_csv": Text("ตาราง (CSV)", "Table (CSV)"),
    "data_xlsx": Text("ตาราง (Excel)", "Table (Excel)"),
    # notes
    "notes": Text("หมายเหตุจากเอกสารต้นฉบับ", "Notes on the source"),
    "published": Text("ในต้นฉบับ", "Printed"),
    "mended": Text("แก้เป็น", "Mended to"),
    "not_mended": Text("คงไว้ตามต้นฉบับ", "Left as printed"),
    "reason": Text("เหตุผล", "Why"),
    # progress
    "progress": Text("รายงานแล้ว {done} จาก {items} ข้อ", "{done} of {items} items reported"),
    "nothing_yet": Text("ยังไม่มีข้อมูล", "nothing yet"),
    "count_measures": Text("{count} เรื่อง", "{count} measures"),
    "overall_score": Text("คะแนนรวม {score}", "overall score {score}"),
    "with_evidence": Text("มีหลักฐาน {count} ข้อ", "{count} items with evidence"),
    "count_items": Text("{count} ข้อ", "{count} items"),
    "count_evidence": Text("หลักฐาน {count} รายการ", "{count} pieces of evidence"),
    "no_evidence_short": Text("ยังไม่มีหลักฐาน", "No evidence yet"),
    # an item
    "no_evidence": Text("ยังไม่มีที่อยู่หลักฐาน", "There is no address of evidence yet"),
    "evidence_number": Text("หลักฐานที่ {number}", "Evidence {number}"),
    "external": Text("ลิงก์เว็บ", "Web link"),
    "held": Text("ไฟล์ในเว็บไซต์นี้", "File on this site"),
    "published_as": Text("ในต้นฉบับพิมพ์ว่า", "Printed as"),
    "documents": Text("เอกสารที่เอ่ยชื่อไว้แต่ไม่มีที่อยู่", "Documents named without an address"),
    "documents_why": Text(
        "มีเพียงชื่อ ยังเปิดดูไม่ได้ จึงไม่นับเป็นหลักฐาน", "Names alone: they cannot be opened and are no evidence."
    ),
    "elements": Text("สิ่งที่ข้อนี้ต้องแสดง", "What it must show"),
    "no_elements": Text(
        "รายการของปีนี้ยังไม่ได้แจกแจงว่าข้อนี้ต้องแสดงอะไรบ้าง",
        "The list of this year does not say what this item must show.",
    ),
    "optional": Text("ถ้ามี", "if there is any"),
    "at_least": Text("อย่างน้อยต้องมี", "At least"),
    "min_count": Text("อย่างน้อย {count} รายการ", "at least {count}"),
    "nil_allowed": Text("ถ้าไม่มี ให้แจ้งว่า “{nil}”", "When there is none, say: “{nil}”"),
    "shown_in": Text("ดูที่", "See"),
    "nil_stated": Text("หน่วยงานแจ้งว่าไม่มี", "The agency states that there is none"),
    "not_tied": Text("ยังไม่ได้ระบุว่าอยู่ในหลักฐานใด", "Not said in which evidence"),
    "tied_none": Text(
        "ยังไม่ได้ระบุว่าเรื่องใดอยู่ในหลักฐานใด", "The agency does not say which evidence shows which of these."
    ),
    "estimate": Text("คะแนน OIT โดยประมาณ", "Estimated OIT score"),
    "estimate_oit": Text("OIT ทั้งหมด", "All of OIT"),
    "estimate_why": Text(
        "หน่วยงานประมาณเองจากสิ่งที่แสดงไว้ ยังไม่มีผู้ประเมินตรวจ",
        "The agency's own estimate from what is shown; no assessor has seen it.",
    ),
    "silenced": Text("ยกเว้นการตรวจ {rule}:", "Silenced {rule}:"),
    "silenced_why": Text("เหตุผล:", "Reason:"),
    "facts": Text("รายละเอียด", "Details"),
    "updated": Text("ปรับปรุงล่าสุด", "Last updated"),
    "printed_title": Text("ชื่อที่พิมพ์ในรายงาน", "Title as printed"),
    "aims": Text("มาตรการที่มุ่งพัฒนาข้อนี้", "Measures that aim at this item"),
    "other_years": Text("เรื่องเดียวกันในปีอื่น", "The same topic in other years"),
    "all_years": Text("ดูเรื่อง “{topic}” ทุกปี", "“{topic}” through all years"),
    "executives": Text("ผู้บริหาร", "Executives"),
    "phone": Text("โทรศัพท์", "Telephone"),
    "email": Text("อีเมล", "E-mail"),
    # front and year
    "front_lead": Text(
        "เว็บไซต์เปิดเผยข้อมูลสาธารณะตามการประเมินคุณธรรมและความโปร่งใส (ITA)",
        "Public disclosures under the Integrity and Transparency Assessment (ITA)",
    ),
    "district": Text("อำเภอ{name}", "{name} district"),
    "subdistrict": Text("ตำบล{name}", "{name} subdistrict"),
    "province": Text("จังหวัด{name}", "{name} province"),
    "see_year": Text("ดูทุกข้อของปีงบประมาณ {year}", "All items of fiscal year {year}"),
    "indicator": Text("ตัวชี้วัดที่ {number}", "Indicator {number}"),
    "indicators": Text("ตัวชี้วัดและความคืบหน้า", "Indicators and how far each is"),
    "years": Text("ทุกปีงบประมาณ", "All fiscal years"),
    "reports": Text("รายงานของปี", "Reports of the year"),
    "framework": Text("ประเมินตาม", "Assessed by"),
    "calendar": Text("ปฏิทินของปี", "Calendar of the year"),
    "round": Text("รอบรายงาน", "Reporting round"),
    "year_lead": Text("การเปิดเผยข้อมูลของ{agency}", "What {agency} discloses"),
    "status_counts": Text("จำนวนข้อตามสถานะ", "Items by status"),
    "see_more": Text("ดูเพิ่ม", "More"),
    # the sheet
    "assess": Text("แบบตรวจสำหรับผู้ประเมิน", "Assessor's sheet"),
    "assess_lead": Text(
        "ทุกข้อของปีงบประมาณ {year} ในหน้าเดียว พิมพ์ลงกระดาษ A4 แนวนอนได้",
        "Every item of fiscal year {year} on one page, for A4 paper laid across",
    ),
    "jump": Text("ไปที่ตัวชี้วัด", "Go to"),
    "sheet_item": Text("ข้อและสถานะ", "Item and status"),
    "sheet_elements": Text("สิ่งที่ต้องแสดง และดูได้ที่ใด", "What it must show, and where"),
    "sheet_evidence": Text("ที่อยู่หลักฐาน", "Addresses of evidence"),
    "sheet_way": Text("เส้นทางบนเว็บไซต์", "Way there"),
    "sheet_unit": Text("ผู้รับผิดชอบและระยะเวลา", "Who and when"),
    # search
    "search": Text("ค้นหา", "Search"),
    "search_lead": Text(
        "พิมพ์คำที่ต้องการในช่องค้นหาด้านบน หรือเลือกจากรายการทุกข้อด้านล่าง",
        "Type into the search box above, or choose from the list of all items below",
    ),
    "search_results": Text("ผลการค้นหา", "Results"),
    "search_all": Text("ทุกข้อ แยกตามเรื่อง", "All items by topic"),
    "search_pages": Text("หน้าอื่น", "Other pages"),
    # measures
    "measures": Text("มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "Measures for integrity and transparency"),
    "measures_short": Text("มาตรการ", "Measures"),
    "measures_none": Text(
        "ยังไม่มีรายงานมาตรการของปีงบประมาณ {year}", "There is no measures report of fiscal year {year} yet."
    ),
    "measures_count": Text("มาตรการทั้งหมด {count} เรื่อง", "{count} measures"),
    "measures_groups": Text("ใน {count} กลุ่ม", "in {count} groups"),
    "measures_lead": Text("สิ่งที่หน่วยงานทำเพื่อให้งานโปร่งใสขึ้น", "What the agency does to become more transparent"),
    "ungrouped": Text("มาตรการ", "Measures"),
    "issue": Text("ปัญหาที่มุ่งแก้", "The problem"),
    "approach": Text("แนวทาง", "Approach"),
    "steps": Text("ขั้นตอน", "Steps"),
    "reporting": Text("กำหนดรายงาน", "When it is reported on"),
    "due": Text("กำหนด {date}", "due {date}"),
    "outcomes": Text("ผลลัพธ์", "Outcomes"),
    "recommendations": Text("ข้อเสนอแนะ", "Recommendations"),
    "links": Text("ข้อที่มุ่งพัฒนา", "What it aims at"),
    "links_score": Text("คะแนน {score}", "score {score}"),
    "links_no_score": Text("ไม่มีคะแนน", "no score given"),
    "printed_code": Text("พิมพ์ว่า {code}", "printed {code}"),
    "guidance": Text("แนวทางรายตัวชี้วัด", "Guidance by indicator"),
    "guidance_what": Text("แนวทางปฏิบัติ", "What to do"),
    "actions": Text("สิ่งที่ได้ทำ", "What was done"),
    # scores
    "scores": Text("ผลการประเมิน ITA", "Assessment results"),
    "scores_short": Text("ผลการประเมิน", "Scores"),
    "scores_none": Text(
        "ยังไม่มีผลการประเมินในข้อมูลของปีงบประมาณ {year}",
        "There are no assessment results for fiscal year {year} yet.",
    ),
    "assessed_year": Text("ผลการประเมินของปีงบประมาณ {year}", "Results of fiscal year {year}"),
    "overall": Text("คะแนนรวม", "Overall score"),
    "of_hundred": Text("จาก 100", "of 100"),
    "stated": Text("คะแนนในรายงาน", "As reported"),
    "computed": Text("คำนวณจากตัวชี้วัด", "Computed"),
    "compared": Text("เทียบกัน", "Compared"),
    "same": Text("ตรงกับคะแนนในรายงาน", "the same as reported"),
    "differs": Text("ไม่ตรงกับคะแนนในรายงาน", "not as reported"),
    "not_comparable": Text("เทียบไม่ได้", "cannot be compared"),
    "grades": Text("ระดับที่พิมพ์ในรายงาน", "Grades as printed"),
    "grades_conflict": Text(
        "รายงานพิมพ์ระดับไว้มากกว่าหนึ่งอย่าง จึงแสดงทั้งหมดตามที่พิมพ์",
        "The report prints more than one grade; all are shown as printed.",
    ),
    "target": Text("เป้าหมาย", "Target"),
    "target_met": Text("ถึงเป้าหมาย", "Target met"),
    "target_missed": Text("ยังไม่ถึงเป้าหมาย", "Target not met"),
    "instruments": Text("คะแนนรายเครื่องมือ", "Scores by instrument"),
    "instrument": Text("เครื่องมือ", "Instrument"),
    "indicator_scores": Text("คะแนนรายตัวชี้วัด", "Scores by indicator"),
    "indicator_name": Text("ตัวชี้วัด", "Indicator"),
    "questions": Text("คะแนนรายข้อ", "Scores by question"),
    "question": Text("คำถามหรือข้อ", "Question or item"),
    "code": Text("รหัส", "Code"),
    "analysis": Text("การวิเคราะห์ผลตามที่พิมพ์ในรายงาน", "The report's own analysis, as printed"),
    "strengths": Text("จุดแข็ง", "Strengths"),
    "weaknesses": Text("จุดอ่อน", "Weaknesses"),
    "highest": Text("คะแนนสูงสุด", "Highest"),
    "lowest": Text("คะแนนต่ำสุด", "Lowest"),
    "improve": Text("สิ่งที่ควรปรับปรุง", "To improve"),
    "weight": Text("น้ำหนัก {percent}%", "weight {percent}%"),
    # topics
    "topics": Text("ค้นตามเรื่อง", "Topics"),
    "topics_lead": Text(
        "เลือกเรื่องที่สนใจ แล้วดูได้ทุกปี ไม่ว่าปีนั้นจะเป็นข้อหมายเลขใด",
        "One topic through all years, whatever its number was.",
    ),
    "topics_none": Text("ยังไม่มีเรื่องให้ค้น เพราะยังไม่ทราบรายการข้อของปีใดเลย", "No year's list is known here yet."),
    "words": Text("คำที่ใช้เรียกเรื่องนี้", "Other words for it"),
    "topic_absent": Text("ปีที่ไม่มีเรื่องนี้ในรายการ", "Years whose list does not have it"),
    "count_years": Text("{count} ปี", "{count} years"),
    # units
    "units": Text("ใครรับผิดชอบเรื่องใด", "Who answers for what"),
    "units_lead": Text(
        "ชื่อหน่วยงานย่อยและตำแหน่งตามที่พิมพ์ในรายงาน", "Units and offices as the reports print them."
    ),
    "units_none": Text("ข้อมูลยังไม่ได้ระบุผู้รับผิดชอบ", "Nobody is named yet."),
    "units_index": Text("รายชื่อ", "List"),
    "unit_items": Text("ข้อที่รับผิดชอบ", "Items"),
    "unit_measures": Text("มาตรการที่รับผิดชอบ", "Measures"),
    "unit_guidance": Text("แนวทางรายตัวชี้วัดที่รับผิดชอบ", "Guidance"),
    # channels
    "channels": Text("ช่องทางติดต่อและร้องเรียน", "Channels"),
    "channels_lead": Text("เลือกช่องทางให้ตรงกับเรื่องของท่าน", "Choose the channel for your matter."),
    "corruption_why": Text(
        "ช่องทางนี้รับเรื่องทุจริตและประพฤติมิชอบของเจ้าหน้าที่โดยเฉพาะ แยกจากเรื่องร้องเรียนทั่วไป",
        "For corruption and misconduct of officers alone, apart from general complaints.",
    ),
    "corruption_none": Text(
        "ในข้อมูลนี้ยังไม่มีช่องทางร้องเรียนการทุจริตของหน่วยงาน",
        "No channel for corruption complaints is given here yet.",
    ),
    "no_url": Text("ไม่ได้ให้ที่อยู่เว็บไว้", "No address is given"),
    "website": Text("เว็บไซต์หลัก", "Website"),
    "postal": Text("ที่อยู่", "Address"),
}


@cache
def labels(lang: Lang) -> SimpleNamespace:
    """The texts in ``lang`` as attributes, for templates."""
    return SimpleNamespace(**{name: text.in_(lang) for name, text in _LABELS.items()})
