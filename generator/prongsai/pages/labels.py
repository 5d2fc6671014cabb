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
    "tell": Text("ไม่ครบหรือไม่ถูกต้อง แจ้งเราได้", "Missing or wrong? Tell us"),
    "tell_how": Text("เลือกทางที่สะดวก แล้วบอกว่าเป็นเรื่อง", "Choose a way, and say that it is about"),
    "tell_subject": Text("แจ้งแก้ไขข้อมูล {item}", "Correction: {item}"),
    "tell_corruption": Text(
        "ถ้าเป็นเรื่องทุจริตหรือเรียกรับผลประโยชน์ ใช้ช่องทางที่แยกไว้โดยเฉพาะ:",
        "For corruption there is a channel of its own:",
    ),
    "tell_corruption_link": Text("ร้องเรียนการทุจริต", "Report corruption"),
    "ask_act": Text(
        "ต้องการข้อมูลมากกว่าที่แสดง ทุกคนมีสิทธิ์ขอดูข้อมูลข่าวสารของราชการตาม พ.ร.บ. ข้อมูลข่าวสารของราชการ พ.ศ. 2540:",
        "Anybody may ask for more under the Official Information Act, B.E. 2540 (1997):",
    ),
    "ask_where": Text("ดูช่องทางติดต่อ", "see the channels"),
    "this_page": Text("ที่อยู่ของหน้านี้", "Address of this page"),
    "qr_page": Text("คิวอาร์โค้ดของหน้านี้", "QR code of this page"),
    # at the foot of every page
    "trust_who": Text("ผู้รับผิดชอบข้อมูล: {who}", "Responsible: {who}"),
    "trust_changed": Text("ปรับปรุงล่าสุด {date}", "Last changed {date}"),
    "trust_no_date": Text("ไม่ได้ระบุวันที่ปรับปรุง", "No date of change is given"),
    "trust_verified": Text("ตรวจหลักฐานล่าสุด {date}", "Evidence last checked {date}"),
    "trust_unverified": Text("ยังไม่ได้ตรวจหลักฐาน", "Evidence not checked yet"),
    # how a year stands, and what changed in it
    "year_over": Text("{year} สิ้นสุดแล้ว ({day})", "{year} is over ({day})."),
    "year_newer": Text("มีข้อมูลที่ใหม่กว่า:", "There is a newer one:"),
    "changes": Text("สิ่งที่เผยแพร่และเปลี่ยนแปลง", "What was disclosed and changed"),
    "changes_short": Text("ความเคลื่อนไหว", "Changes"),
    "changes_lead": Text(
        "สิ่งที่เผยแพร่ใหม่ ปรับปรุง หรือทำแล้วเสร็จ ตามวันที่ที่หน่วยงานระบุ ล่าสุดอยู่บน",
        "What was disclosed, brought up to date or done, by the dates that the agency gives, newest first.",
    ),
    "changes_feed": Text("ติดตามด้วยฟีด (Atom)", "Follow it as a feed (Atom)"),
    "changes_none": Text(
        "ยังไม่มีรายการที่ระบุวันที่ของปีงบประมาณ {year}", "Nothing dated is given for fiscal year {year} yet."
    ),
    "changes_all": Text("ดูทั้งหมด", "All of them"),
    "brought_up_to_date": Text("ปรับปรุงข้อมูล", "Brought up to date"),
    "count_changes": Text("{count} รายการ", "{count} entries"),
    "news": Text("มีอะไรใหม่", "What is new"),
    # receipts
    "unvisited": Text("ยังไม่ได้ตรวจ", "Not checked yet"),
    "checked": Text("ตรวจล่าสุด", "Last checked"),
    "found_page": Text("พบหน้าเว็บ", "a web page is there"),
    "found_document": Text("พบเอกสาร", "found"),
    "first_seen": Text("พบครั้งแรก {date}", "first found {date}"),
    "last_seen": Text("พบครั้งล่าสุด {date}", "last found {date}"),
    "never_seen": Text("ยังไม่เคยพบตั้งแต่เริ่มตรวจ", "never found so far"),
    "failures": Text("ตรวจไม่สำเร็จติดกัน {count} ครั้ง", "{count} checks in a row without success"),
    "leads_to": Text("ขณะนี้อยู่ที่", "It is now at"),
    "filed": Text("เมื่อยื่น", "When filed,"),
    "same_file": Text("เป็นไฟล์เดียวกับที่ตรวจล่าสุด", "the same file as at the last check"),
    "other_file": Text("ไม่ใช่ไฟล์เดียวกับที่ตรวจล่าสุด", "not the same file as at the last check"),
    "kept_copy": Text("สำเนาที่หน่วยงานเก็บไว้", "A copy kept by the agency"),
    "original_seen": Text("พบต้นฉบับครั้งล่าสุด {date}", "the original was last found {date}"),
    "hash_help": Text("วิธีพิสูจน์ไฟล์ด้วยค่านี้", "How to prove a file by it"),
    "own_receipts": Text(
        "ผลตรวจเหล่านี้เป็นของหน่วยงานเอง ทำด้วยโปรแกรมโปร่งใส",
        "These receipts are the agency's own, made with Prongsai.",
    ),
    "own_receipts_none": Text(
        "หน่วยงานยังไม่ได้ตรวจที่อยู่หลักฐานด้วยโปรแกรมโปร่งใส",
        "The agency has not checked its evidence with Prongsai yet.",
    ),
    "from_outside": Text("ใครก็ตรวจซ้ำจากภายนอกได้ด้วยคำสั่ง", "Anybody can check them from outside:"),
    "site_address": Text("ที่อยู่ของเว็บไซต์นี้", "ADDRESS-OF-THIS-SITE"),
    "about_receipts": Text("ความหมายของผลตรวจและวิธีตรวจซ้ำ", "What receipts mean, and how to check them"),
    "receipt_counts": Text("ผลตรวจที่อยู่หลักฐานครั้งล่าสุด", "The last check of the evidence"),
    "count_addresses": Text("{count} แห่ง", "{count}"),
    "checked_between": Text("ตรวจเมื่อ {date}", "checked {date}"),
    "sheet_filed": Text("ใบตรวจเมื่อยื่น (JSON)", "Receipts as filed (JSON)"),
    # the page of receipts
    "receipts": Text("ใบตรวจหลักฐาน", "Receipts of evidence"),
    "receipts_lead": Text(
        "ใบตรวจบันทึกว่า เมื่อเปิดที่อยู่ของหลักฐานด้วยโปรแกรม พบอะไร และเมื่อใด",
        "A receipt notes what was found when an address of evidence was opened by a program, and when.",
    ),
    "receipts_own": Text("ใบตรวจเป็นของหน่วยงานเอง", "They are the agency's own"),
    "receipts_own_why": Text(
        "ผลที่แสดงบนเว็บไซต์นี้หน่วยงานเป็นผู้ตรวจเอง ผู้ประเมิน จังหวัด สื่อ หรือประชาชน ไม่จำเป็นต้องเชื่อ "
        "ติดตั้งโปรแกรมโปร่งใสแล้วตรวจซ้ำจากเครื่องของตนได้ โดยโปรแกรมอ่านรายการจาก data/ ของเว็บไซต์นี้:",
        "What this site shows was checked by the agency itself. Nobody has to believe it: install Prongsai "
        "and check again from your own computer. It reads the list from data/ on this site:",
    ),
    "receipts_unknown": Text(
        "“ตรวจไม่ได้ในครั้งล่าสุด” ไม่ได้แปลว่าหลักฐานเสีย อาจเป็นเพราะเครื่องแม่ข่ายไม่ว่าง "
        "จะนับว่าเปิดไม่ได้ต่อเมื่อตรวจไม่ได้สามครั้งติดกัน ห่างกันอย่างน้อยครั้งละสามวัน",
        "“Could not be checked last time” does not mean that the evidence is broken: the server may "
        "have been busy. It counts as broken after three such checks in a row, each three days or more "
        "after the last.",
    ),
    "receipts_years": Text("ผลตรวจรายปี", "By year"),
    "receipts_filed": Text(
        "เก็บใบตรวจไว้ตามที่เป็นเมื่อยื่น {date} เพื่อใช้เวลาอุทธรณ์",
        "The receipts are kept as they were when filed on {date}, for an appeal.",
    ),
    "receipts_no_links": Text("ไม่มีหลักฐานที่เป็นลิงก์เว็บ", "No evidence on the web"),
    "receipts_meaning": Text("ผลตรวจแต่ละอย่างหมายความว่าอย่างไร", "What each result means"),
    "unvisited_why": Text("ยังไม่มีใบตรวจของที่อยู่นี้", "There is no receipt of this address yet."),
    "receipts_hash": Text("พิสูจน์ว่าเป็นไฟล์เดียวกัน", "Proving that a file is the same"),
    "receipts_hash_why": Text(
        "SHA-256 คือลายนิ้วมือของไฟล์ ถ้าไฟล์ถูกแก้แม้อักษรเดียว ค่านี้จะเปลี่ยนไปทั้งหมด เก็บไฟล์ไว้ในเครื่อง "
        "สั่งคำสั่งนี้ในโฟลเดอร์ที่มีไฟล์ แล้วเทียบกับค่าบนหน้าเว็บ ถ้าตรงกันทุกตัวก็เป็นไฟล์เดียวกัน",
        "SHA-256 is a file's fingerprint: change one letter of the file, and all of it changes. Save the "
        "file, give this command in its folder, and compare: when every digit agrees, it is the same file.",
    ),
    "receipts_copies": Text("สำเนาที่หน่วยงานเก็บไว้", "Copies that the agency kept"),
    "receipts_copies_why": Text(
        "เมื่อเอกสารต้นทางเปิดไม่ได้หรือเปลี่ยนไป หน้าของข้อนั้นจะเสนอสำเนาที่เคยเก็บไว้ พร้อมวันที่พบต้นฉบับครั้งล่าสุด "
        "สำเนาไม่ใช่ต้นฉบับ และใช้ SHA-256 เทียบกับไฟล์ที่ท่านเคยเก็บไว้ได้",
        "Where a document no longer opens or has changed, the item's page offers the copy that was kept, "
        "with the day on which the original was last found. It is not the original; its SHA-256 compares "
        "with that of a file of your own.",
    ),
    # front and year
    "banners": Text("ช่องทางสำคัญ", "Important channels"),
    "banner_corruption": Text("ร้องเรียนการทุจริต", "Report corruption"),
    "banner_corruption_why": Text(
        "พบเจ้าหน้าที่ทุจริตหรือเรียกรับเงิน แจ้งที่นี่", "An officer is corrupt or asks for money: tell it here"
    ),
    "banner_no_gift": Text("ไม่รับของขวัญ (No Gift Policy)", "No Gift Policy"),
    "banner_no_gift_why": Text(
        "เจ้าหน้าที่ทุกคนไม่รับของขวัญจากการปฏิบัติหน้าที่", "No officer takes a gift for doing his duty"
    ),
    "banner_eit": Text("ประเมินหน่วยงานของเรา (EIT)", "Rate us (EIT)"),
    "banner_eit_why": Text(
        "ผู้เคยมาติดต่อช่วยตอบแบบวัดความเห็น สแกนหรือกดได้เลย",
        "Have you been served here? Answer the survey: scan or click",
    ),
    "banner_privacy": Text("ข้อมูลส่วนบุคคล", "Personal data"),
    "banner_privacy_why": Text("เราเก็บและใช้ข้อมูลของท่านอย่างไร", "How we keep and use your data"),
    "banner_none": Text("ยังไม่ได้ให้ที่อยู่ของช่องทางนี้", "No address is given for this yet"),
    "executives_door": Text("ชื่อ ตำแหน่ง และเบอร์โทร", "names, offices and telephones"),
    "contact_us": Text("ติดต่อหน่วยงาน", "Contact"),
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
