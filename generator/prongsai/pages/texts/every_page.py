"""What every page may say: where it comes from, notes, how far things are."""

from typing import Final

from prongsai.errors import Text

EVERY_PAGE: Final = {
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
    "trust": Text("ที่มาของข้อมูลหน้านี้", "Where this page comes from"),
    "trust_units": Text("{agency} {count} หน่วยงานและตำแหน่ง", "{agency}: {count} units and offices"),
    "trust_no_date": Text("ข้อมูลต้นทางไม่ได้ระบุวันที่", "The source gives no date"),
    "trust_checked": Text("ตรวจหลักฐานล่าสุด", "Evidence last checked"),
    "trust_never": Text("ยังไม่เคยตรวจ {all} ลิงก์", "None of the {all} links was checked yet"),
    "trust_links": Text("ตรวจแล้ว {count} จาก {all} ลิงก์", "{count} of {all} links were checked"),
    "trust_once": Text("ลิงก์ที่ใช้ในหลายปีนับครั้งเดียว", "a link that serves several years is counted once"),
    "trust_licence": Text("สัญญาอนุญาตของข้อมูล", "Licence of the data"),
    "trust_files": Text(
        "หลักฐานทั้งหมด {count} รายการเป็นไฟล์ในเว็บไซต์นี้ ยืนยันได้ด้วย SHA-256",
        "All evidence ({count}) is held on this site as files, provable by SHA-256",
    ),
    "trust_files_too": Text(
        "อีก {count} รายการเป็นไฟล์ในเว็บไซต์นี้ ยืนยันได้ด้วย SHA-256",
        "{count} more held on this site as files, provable by SHA-256",
    ),
    "trust_no_evidence": Text("ยังไม่มีหลักฐาน", "There is no evidence yet"),
    "trust_nothing": Text("หน้านี้ไม่ได้แสดงหลักฐานรายข้อ", "This page shows no evidence of items"),
    "data_agency": Text("หน่วยงานและช่องทาง (JSON)", "The agency and its channels (JSON)"),
    "data_channels": Text("ช่องทาง (CSV)", "Channels (CSV)"),
    "data_index": Text("รายการไฟล์ข้อมูลทั้งหมด (JSON)", "All files of data (JSON)"),
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
    "progress_whole": Text("ครบ {done} จาก {items} ข้อ", "All {items} of {items} items reported"),
    "progress_told": Text("รายงานแล้ว ยังไม่มีหลักฐาน {count} ข้อ", "{count} reported, no evidence yet"),
    "nothing_yet": Text("ยังไม่มีข้อมูล", "nothing yet"),
    "count_measures": Text("{count} เรื่อง", "{count} measures"),
    "overall_score": Text("คะแนนรวม {score}", "overall score {score}"),
    "with_evidence": Text("มีหลักฐาน {count} ข้อ", "{count} items with evidence"),
    "with_evidence_all": Text("มีหลักฐานทุกข้อ", "each with evidence"),
    "count_items": Text("{count} ข้อ", "{count} items"),
    "count_evidence": Text("หลักฐาน {count} รายการ", "Evidence: {count}"),
    "no_evidence_short": Text("ยังไม่มีหลักฐาน", "No evidence yet"),
}
