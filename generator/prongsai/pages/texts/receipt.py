"""What is said of receipts, on an item and on their own page."""

from typing import Final

from prongsai.errors import Text

RECEIPT: Final = {
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
    "again_for_whom": Text("สำหรับผู้ตรวจที่ใช้โปรแกรม", "For those who check with the program"),
    "again_how": Text(
        "ติดตั้งโปรแกรมโปร่งใส แล้วใช้คำสั่งนี้ โปรแกรมจะอ่านรายการหลักฐานจาก data/ ของเว็บไซต์นี้ แล้วเปิดดูทุกลิงก์",
        "Install Prongsai and give this command. It reads the list of evidence from data/ on this site "
        "and visits every link.",
    ),
    "site_address": Text("ที่อยู่ของเว็บไซต์นี้", "ADDRESS-OF-THIS-SITE"),
    "about_receipts": Text("ความหมายของผลตรวจและวิธีตรวจซ้ำ", "What receipts mean, and how to check them"),
    "receipt_counts": Text("ผลตรวจที่อยู่หลักฐานครั้งล่าสุด", "The last check of the evidence"),
    "count_addresses": Text("{count} ลิงก์", "{count}"),
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
        "เปิดลิงก์หลักฐานดูเองได้ทุกลิงก์ หรือให้โปรแกรมตรวจซ้ำทั้งหมดจากเครื่องของตนก็ได้",
        "What this site shows was checked by the agency itself. Nobody has to believe it: open any link of "
        "evidence yourself, or let a program check all of them again from your own computer.",
    ),
    "receipts_unknown": Text(
        "“ตรวจไม่ได้ในครั้งล่าสุด” ไม่ได้แปลว่าหลักฐานเสีย อาจเป็นเพราะเครื่องแม่ข่ายไม่ว่าง "
        "จะนับว่าเปิดไม่ได้ต่อเมื่อตรวจไม่ได้สามครั้งติดกัน ห่างกันอย่างน้อยครั้งละสามวัน",
        "“Could not be checked last time” does not mean that the evidence is broken: the server may "
        "have been busy. It counts as broken after three such checks in a row, each three days or more "
        "after the last.",
    ),
    "receipts_years": Text("ผลตรวจรายปี", "By year"),
    "receipts_once": Text(
        "แต่ละปีนับลิงก์ที่ซ้ำกันเพียงครั้งเดียว", "Within a year, a link that occurs more than once is counted once."
    ),
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
}
