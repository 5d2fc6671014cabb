"""What the pages say that lead to others: front, year, sheet, search, topics, and addresses given up."""

from typing import Final

from prongsai.errors import Text

OVERVIEW: Final = {
    # addresses that were given up
    "moved": Text("หน้านี้ย้ายไปแล้ว", "This page has moved"),
    "moved_file": Text("ไฟล์นี้ย้ายไปแล้ว", "This file has moved"),
    "moved_gone": Text("เลิกใช้ที่อยู่นี้แล้ว", "This address is no longer used"),
    "moved_to": Text("ดูได้ที่", "It is now here:"),
    "moved_was": Text("ที่อยู่เดิม", "The old address"),
    "moved_why": Text("เหตุผล", "Why"),
    "moved_start": Text("เริ่มค้นจากหน้าแรก", "Start from the front page"),
    # front and year
    "executives_door": Text("ชื่อ ตำแหน่ง และเบอร์โทร", "names, offices and telephones"),
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
    # the sheet
    "assess": Text("แบบตรวจสำหรับผู้ประเมิน", "Assessor's sheet"),
    "assess_lead": Text(
        "ทุกข้อของปีงบประมาณ {year} ในหน้าเดียว พิมพ์ลงกระดาษ A4 แนวนอนได้",
        "Every item of fiscal year {year} on one page, for A4 paper laid across",
    ),
    "jump": Text("ไปที่ตัวชี้วัด", "Go to"),
    "jump_back": Text("กลับไปเลือกตัวชี้วัด", "Back to the list"),
    "sheet_print": Text("พิมพ์แบบตรวจนี้", "Print this sheet"),
    "sheet_here": Text("ที่อยู่ของแบบตรวจนี้", "Address of this sheet"),
    "sheet_item_page": Text("หน้าของแต่ละข้อ เช่น {code}", "Page of an item, such as {code}"),
    "sheet_within": Text(
        "ที่อยู่ที่ไม่ได้ขึ้นต้นด้วย http เป็นไฟล์หรือหน้าในเว็บไซต์นี้ ให้เติมที่อยู่หน้าแรกของเว็บไซต์นี้ไว้ข้างหน้า",
        "An address that does not begin with http is a file or page of this site: "
        "put the address of this site's front page before it.",
    ),
    "sheet_download": Text("ดาวน์โหลดแบบตรวจนี้:", "Download this sheet:"),
    "sheet_year": Text("การตรวจที่ยกเว้นทั้งปี", "Checks silenced for the whole year"),
    "sheet_item": Text("ข้อและสถานะ", "Item and status"),
    "sheet_elements": Text("สิ่งที่ต้องแสดง และดูได้ที่ใด", "What it must show, and where"),
    "sheet_evidence": Text("ที่อยู่หลักฐาน", "Addresses of evidence"),
    "sheet_way": Text("เส้นทางบนเว็บไซต์", "Way there"),
    "sheet_unit": Text("ผู้รับผิดชอบและระยะเวลา", "Who and when"),
    # search
    "search": Text("ค้นหา", "Search"),
    "search_lead": Text(
        "ทุกข้อ ทุกปี อยู่ในรายการด้านล่าง แยกตามเรื่อง",
        "All items of all years are in the list below, by topic",
    ),
    "search_scriptless": Text(
        "เบราว์เซอร์นี้ปิด JavaScript ไว้ ช่องค้นหาจึงยังไม่ได้ค้นคำที่พิมพ์"
        " รายการด้านล่างคือทั้งหมดที่เลือกดูได้ หาคำในหน้านี้ได้โดยกด Ctrl+F (เครื่อง Mac กด Command+F)"
        " บนโทรศัพท์เลือก “ค้นหาในหน้า” จากเมนูของเบราว์เซอร์",
        "Scripts are off in this browser, so nothing was searched. The list below is all there is to look"
        " through. To find a word on this page, press Ctrl+F (Command+F on a Mac); on a phone, choose"
        " “Find in page” from the browser's menu.",
    ),
    "search_results": Text("ผลการค้นหา", "Results"),
    "search_all": Text("ทุกข้อ แยกตามเรื่อง", "All items by topic"),
    "search_pages": Text("หน้าอื่น", "Other pages"),
    # topics
    "topics": Text("ค้นตามเรื่อง", "Topics"),
    "topics_lead": Text(
        "เลือกเรื่องที่สนใจ แล้วดูได้ทุกปี ไม่ว่าปีนั้นจะเป็นข้อหมายเลขใด",
        "One topic through all years, whatever its number was.",
    ),
    "subjects": Text("หมวดของเรื่อง", "Subjects"),
    "topics_none": Text("ยังไม่มีเรื่องให้ค้น เพราะยังไม่ทราบรายการข้อของปีใดเลย", "No year's list is known here yet."),
    "words": Text("คำที่ใช้เรียกเรื่องนี้", "Other words for it"),
    "topic_absent": Text("ปีที่ไม่มีเรื่องนี้ในรายการ", "Years whose list does not have it"),
    "count_years": Text("{count} ปี", "{count} years"),
}
