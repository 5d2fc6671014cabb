"""What the measures report and the results of the assessment say."""

from typing import Final

from prongsai.errors import Text

REPORT: Final = {
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
    "scores_unsaid": Text("ไม่ได้ระบุปีที่ประเมิน", "the year is not given"),
    "scores_none": Text(
        "ยังไม่มีผลการประเมินในข้อมูลของปีงบประมาณ {year}",
        "There are no assessment results for fiscal year {year} yet.",
    ),
    "scores_of": Text("ผลการประเมิน ITA ปี {year}", "ITA results of {year}"),
    "scores_short_of": Text("ผลการประเมินปี {year}", "Scores of {year}"),
    "scores_short_unsaid": Text("ผลการประเมิน (ไม่ระบุปี)", "Scores (year not given)"),
    "assessed_year": Text(
        "คะแนนในหน้านี้เป็นของปีงบประมาณ {assessed} ซึ่งใช้จัดทำมาตรการของปีงบประมาณ {year}",
        "These are the results of fiscal year {assessed}; the measures of {year} are built on them.",
    ),
    "assessed_unknown": Text(
        "รายงานไม่ได้บอกว่าเป็นผลการประเมินของปีใด", "The report does not say which year was assessed."
    ),
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
}
