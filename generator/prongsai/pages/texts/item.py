"""What an item's page says, and what changed in a year."""

from typing import Final

from prongsai.errors import Text

ITEM: Final = {
    # an item
    "no_evidence": Text("ยังไม่มีที่อยู่หลักฐาน", "There is no address of evidence yet"),
    "evidence_at": Text("หลักฐานที่", "Evidence"),
    "asks": Text("ข้อนี้ต้องเปิดเผย", "To be disclosed:"),
    "explained": Text("คำอธิบายของหน่วยงาน", "In the agency's words"),
    "more_units": Text("และอีก {count} หน่วย", "and {count} more"),
    "of_years": Text("ปี {years}", "Fiscal year {years}"),
    "external": Text("ลิงก์เว็บ", "Web link"),
    "web_page": Text("หน้าเว็บ", "Web page"),
    "whole_address": Text("ที่อยู่เต็ม", "Whole address"),
    "address_and_hash": Text("ที่อยู่และ SHA-256", "Address and SHA-256"),
    "table_here": Text("ดูตารางในหน้านี้", "See it as a table on this page"),
    "tables_here": Text("ตารางในหน้านี้", "Tables on this page"),
    "table_of": Text("ตารางจากหลักฐานที่ {number} ในหน้านี้", "Table of evidence {number} on this page"),
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
    "this_page_within": Text(
        "ต่อท้ายที่อยู่หน้าแรกของเว็บไซต์นี้", "To be added to the address of this site's front page"
    ),
    "copy_address": Text("คัดลอกที่อยู่", "Copy the address"),
    "copied": Text("คัดลอกแล้ว", "Copied"),
    "copy_selected": Text("เลือกที่อยู่ไว้ให้แล้ว กดคัดลอกได้เลย", "The address is selected: copy it now"),
    "qr_page": Text("คิวอาร์โค้ดของหน้านี้", "QR code of this page"),
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
}
