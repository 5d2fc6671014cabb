"""What is said of the channels that everybody must find, also of those of which nothing is given."""

from typing import Final

from prongsai.errors import Text

CHANNELS: Final = {
    # banners, by what is given
    "banners": Text("ช่องทางสำคัญ", "Important channels"),
    "banner_corruption": Text("ร้องเรียนการทุจริต", "Report corruption"),
    "banner_corruption_why": Text(
        "พบเจ้าหน้าที่ทุจริตหรือเรียกรับเงิน แจ้งที่นี่", "An officer is corrupt or asks for money: tell it here"
    ),
    "banner_corruption_missing": Text(
        "หน่วยงานยังไม่ได้ให้ที่อยู่เว็บหรือเบอร์โทรของช่องทางนี้ แจ้งหน่วยงานกลางได้โดยตรง",
        "The agency gives no address or telephone for this yet. You can turn to the national bodies:",
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
    "banner_eit_click": Text("ผู้เคยมาติดต่อช่วยตอบแบบวัดความเห็น", "Have you been served here? Answer the survey"),
    "banner_eit_missing": Text(
        "หน่วยงานยังไม่ได้ให้ที่อยู่ของแบบวัดความเห็น", "The agency gives no address of the survey yet"
    ),
    "banner_privacy": Text("ข้อมูลส่วนบุคคล", "Personal data"),
    "banner_privacy_why": Text("เราเก็บและใช้ข้อมูลของท่านอย่างไร", "How we keep and use your data"),
    "banner_item": Text("ดูสิ่งที่หน่วยงานรายงานไว้ในข้อ {item}", "See what the agency reports: {item}"),
    "banner_none": Text("หน่วยงานยังไม่ได้ให้ที่อยู่ของเรื่องนี้", "The agency gives no address for this yet"),
    # the page of channels
    "channels": Text("ช่องทางติดต่อและร้องเรียน", "Channels"),
    "channels_lead": Text("เลือกช่องทางให้ตรงกับเรื่องของท่าน", "Choose the channel for your matter."),
    "corruption_why": Text(
        "ช่องทางนี้รับเรื่องทุจริตและประพฤติมิชอบของเจ้าหน้าที่โดยเฉพาะ แยกจากเรื่องร้องเรียนทั่วไป",
        "For corruption and misconduct of officers alone, apart from general complaints.",
    ),
    "corruption_none": Text(
        "หน่วยงานยังไม่ได้ให้ที่อยู่เว็บหรือเบอร์โทรสำหรับร้องเรียนการทุจริต",
        "The agency gives no address or telephone for corruption complaints yet.",
    ),
    "channel_item": Text("สิ่งที่หน่วยงานรายงานเรื่องนี้:", "What the agency reports on this:"),
    "central": Text("แจ้งหน่วยงานกลางโดยตรง", "National bodies"),
    "central_why": Text(
        "ใช้ได้เสมอ ไม่ต้องผ่านหน่วยงานนี้", "You can always turn to them, without going through this agency."
    ),
    "central_nacc": Text("ป.ป.ช.", "NACC"),
    "central_nacc_name": Text(
        "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ", "National Anti-Corruption Commission"
    ),
    "central_pacc": Text("ป.ป.ท.", "PACC"),
    "central_pacc_name": Text(
        "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตในภาครัฐ", "Public Sector Anti-Corruption Commission"
    ),
    "central_damrongtham": Text("ศูนย์ดำรงธรรม", "Damrongtham Centre"),
    "central_damrongtham_name": Text(
        "กระทรวงมหาดไทย รับเรื่องร้องเรียนทุกเรื่อง", "Ministry of Interior, any complaint"
    ),
    "hotline": Text("สายด่วน", "hotline"),
    "outside": Text("เว็บไซต์ภายนอก", "another website"),
    "tell_here": Text("แจ้งข้อมูลไม่ครบหรือไม่ถูกต้อง", "Something missing or wrong"),
    "tell_missing": Text(
        "หน่วยงานยังไม่ได้ให้ที่อยู่เว็บ เบอร์โทร หรืออีเมลสำหรับแจ้งเรื่องทั่วไป "
        "แจ้งด้วยตนเองที่สำนักงานของหน่วยงาน หรือโทรศูนย์ดำรงธรรม",
        "The agency gives no address, telephone or e-mail for this yet. Tell it at its office, or call:",
    ),
    "ask_missing": Text(
        "หน่วยงานยังไม่ได้ให้ช่องทางขอข้อมูลไว้ ทุกคนยื่นคำขอด้วยตนเองได้ที่สำนักงานของหน่วยงาน",
        "The agency gives no channel for this yet. Anybody may hand in a request at its office.",
    ),
    "ask_board": Text(
        "ถ้าไม่ได้รับข้อมูล ร้องเรียนได้ที่คณะกรรมการข้อมูลข่าวสารของราชการ (สขร.):",
        "If it is not answered, complain to the Official Information Commission:",
    ),
    "no_url": Text("ไม่ได้ให้ที่อยู่เว็บหรือเบอร์โทรไว้", "No address or telephone is given"),
    "website": Text("เว็บไซต์หลัก", "Website"),
    "postal": Text("ที่อยู่", "Address"),
}
