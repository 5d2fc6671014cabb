"""The words by which pages that are no document give themselves away, in Thai and English."""

import re
from typing import Final

from prongsai.evidence.saying import saying


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


_WHAT: Final = (
    r"(?:(?:หน้า(?:เว็บ(?:ไซต์|เพจ)?|เพจ)?|เว็บ(?:เพจ|ไซต์)?|เพจ|ไฟล์|แฟ้ม|เอกสาร|ข้อมูล|เนื้อหา|บทความ|รายการ|รายละเอียด"
    r"|ข่าว(?:สาร)?|ประกาศ|หัวข้อ|กระทู้|สิ่ง|ภาพ|รูป|ที่อยู่|URL|ลิงก์|ลิงค์)\s*){1,2}"
)
_YOU: Final = (
    r"(?:\s*(?:นี้|ดังกล่าว|ที่\s*(?:ท่าน|คุณ|เรา)?\s*(?:กำลัง)?\s*"
    r"(?:ต้องการ|ค้นหา|ร้องขอ|เรียก|ระบุ|เปิด|หา|ขอ|เลือก|มองหา|เข้าชม|เข้าถึง|ดาวน์โหลด|ดู|อ่าน)))"
)
_THING: Final = r"(?:page|file|document|resource|content|article|item|record|url|link|object|post|news)"

NOT_FOUND: Final = saying(
    rf"(?:ไม่พบ|ไม่มี|หาไม่พบ|หา)\s*{_WHAT}\s*{_YOU}",
    r"ไม่พบหน้า(?:เว็บ(?:ไซต์|เพจ)?|เพจ|นี้|ที่|$|\s)",
    rf"ไม่พบ\s*{_WHAT}\s*(?:ใน|บน)(?:ระบบ|เว็บไซต์|เซิร์ฟเวอร์)",
    rf"ขออภัย\S{{0,6}}\s*ไม่(?:พบ|มี)\s*{_WHAT}",
    rf"{_WHAT}{_YOU}?\s*(?:ไม่มีอยู่|ไม่มีในระบบ|ถูกลบ|ถูกย้าย|หาไม่พบ|ไม่พบ|อาจถูกลบ|อาจถูกย้าย"
    r"|ไม่ปรากฏ)",
    rf"{_WHAT}{_YOU}[^\s]{{0,20}}\s*(?:อาจ(?:จะ)?\s*(?:ได้)?(?:ถูก|ไม่)|(?:ได้)?(?:ถูก|มีการ)(?:ลบ|ย้าย|ยกเลิก|นำออก)|ไม่มี)",
    r"(?:URL|ลิงก์|ลิงค์|ที่อยู่(?:เว็บ(?:ไซต์)?)?)\s*(?:นี้|ที่\S{0,20})?\s*(?:ไม่ถูกต้อง|หมดอายุ|ถูกยกเลิก)",
    r"ไม่พบ(?:สิ่ง|อะไร)(?:ที่|เลย)",
    rf"ไม่สามารถ(?:ค้นหา|เปิด|แสดง|เข้าถึง|หา)\s*{_WHAT}\s*{_YOU}",
    r"\b(?:error|http|code|รหัส|ข้อผิดพลาด)\W{0,3}404\b",
    r"\b404\W{0,3}(?:error|not\s*found|page|ไม่พบ|ข้อผิดพลาด)",
    rf"\b{_THING}\s+(?:(?:was|is|could|can|were)\s*(?:not|n['’]t)|cannot|does\s*(?:not|n['’]t)|not)"
    r"\s*(?:be\s+)?(?:found|exist|available|located)",
    r"(?:could\s*(?:not|n['’]t)|can\s*(?:not|['’]t)|unable\s+to)\s+(?:find|locate)\s+(?:the|that"
    r"|this|your|what)\b",
    rf"\b(?:the\s+)?{_THING}\s+(?:that\s+)?you(?:\s+are|['’]re|\s+have)?\s+(?:looking|requested"
    rf"|trying|tried|wanted|searching)\b.{{0,80}}?(?:not|n['’]t|removed|deleted|moved|no longer"
    r"|unavailable|missing)",
    rf"\bno\s+such\s+(?:{_THING}|file or directory)",
    r"\bnothing\s+(?:was\s+)?found\s+(?:here|at this)",
    rf"\b(?:we\s+|you\s+)?(?:could\s*(?:not|n['’]t)|can\s*(?:not|['’]t))\s+find\s+(?:\w+\s+){{0,3}}{_THING}",
    rf"\bthis\s+{_THING}\s+(?:has been|was)\s+(?:removed|deleted)",
    r"\bsorry,?\s+(?:but\s+)?(?:the|this|that|we)\b.{0,60}?(?:not\s+(?:be\s+)?found|n['’]t "
    r"(?:be )?found|not exist)",
    words=("ไม่ หา ถูก มีการ หมดอายุ 404 not n't n’t find locate you such nothing removed deleted sorry"),
)
"""Said of what was asked for; looked for in short pages, and in headings of any."""

PAGE_MISSING: Final = _any(
    r"(?:ไม่พบ|หาไม่พบ|ไม่มี)\s*(?:หน้า|เพจ|ไฟล์|เอกสาร|บทความ|URL|ลิงก์|ลิงค์)(?:เว็บ(?:ไซต์|เพจ)?|เพจ|นี้|ที่)?",
    r"(?:หน้า|เพจ|ไฟล์|เอกสาร|บทความ|เนื้อหา|ข้อมูล)\S{0,12}\s*(?:ถูกลบ|ถูกย้าย|ไม่มีอยู่)",
    r"\b404\b.{0,12}(?:error|not\s*found|page|ไม่พบ)",
    r"\b(?:page|file|document|article|url)\b.{0,60}?"
    r"(?:not\s+(?:be\s+)?(?:found|exist)|no longer|n['’]t (?:be )?(?:found|exist))",
)
"""Said of a page or a document, never of an empty list."""

WEB_PAGE: Final = _any(r"หน้า", r"เพจ", r"\bpage\b", r"\b404\b", r"\burl\b")
"""Said of pages, not of documents."""

NOT_FOUND_TITLE: Final = saying(
    r"(?:(?:http|error|เกิด)\s*(?:status|error|ข้อผิดพลาด|รหัส)?\W{0,3}404\W{0,3}(?:error|page)?)",
    r"404\W{0,3}(?:error|page)",
    rf"(?:(?:http|error)?\s*(?:error)?\W{{0,3}}404\W{{0,3}})?(?:error\W{{0,3}})?(?:the\s+|requested"
    rf"\s+)*(?:{_THING}s?\s+)?not\s*found!?\W{{0,3}}(?:\(?404\)?)?(?:\s*error)?",
    rf"(?:(?:error)?\W{{0,3}}404\W{{0,3}})?(?:ขออภัย\S{{0,6}}\s*)?(?:ไม่พบ|หาไม่พบ|ไม่มี)"
    rf"\s*{_WHAT}{_YOU}?\W*(?:\(?404\)?)?",
    rf"{_WHAT}{_YOU}?\s*(?:ไม่มีอยู่|หาไม่พบ|ไม่พบ|ถูกลบ(?:แล้ว)?|ถูกย้าย)",
    r"page (?:does not|doesn['’]t) exist",
    r"page (?:unavailable|missing)",
    rf"(?:the\s+)?(?:requested\s+)?{_THING} (?:cannot|can['’]t|could not) be found",
    rf"404\W{{0,3}}(?:file or directory|{_THING}|category) not found",
    r"nothing found",
    r"http status 404\W{0,4}not found",
    r"broken link",
    r"default web site page",
    r"apache2? (?:\w+ )?default page\W*(?:it works)?",
    r"it works!?",
    r"welcome to nginx!?",
    r"iis windows(?: server)?",
    r"account suspended",
    r"this account has been suspended",
    r"(?:the )?site (?:is )?(?:not found|under construction)",
    words=("404 found ไม่ ถูก exist unavailable missing broken default works nginx iis suspended construction"),
)
"""The whole of a title, a part of it beside the site's name, or of a heading."""

PERHAPS_TITLE: Final = _any(
    r"\W{0,3}404\W{0,3}",
    r"oops!?",
    r"whoops!?",
    r"error",
    r"เกิดข้อผิดพลาด",
    r"(?:ข้อ)?ผิดพลาด",
    r"ขออภัย\S{0,14}",
    r"sorry",
)
"""A title that may be an error's, and may be another's."""

HELP: Final = saying(
    r"(?:กลับ|ไป)(?:ไป)?(?:ที่|ยัง|สู่)?\s*หน้า(?:แรก|หลัก|เดิม|ก่อน)",
    r"ย้อนกลับ",
    r"(?:กรุณา|โปรด|ลอง|ท่านสามารถ|คุณสามารถ|เชิญ)\s*(?:ทำการ)?(?:ตรวจสอบ|ค้นหา|ลอง|เลือก|ติดต่อ|ใช้|ดู|พิมพ์)",
    r"ติดต่อ(?:ผู้ดูแล|เจ้าหน้าที่|แอดมิน|เว็บมาสเตอร์)",
    r"ขออภัย(?:ใน|อย่าง|ด้วย|ค่ะ|ครับ|มา)",
    r"(?:ที่อยู่|พิมพ์).{0,20}(?:เก่า|ผิด)",
    r"\b(?:go|back|return)\b.{0,20}\b(?:home|front|previous|main)",
    r"\btry\b.{0,40}\bsearch",
    r"\bmake sure\b",
    r"\b(?:out[- ]of[- ]date|mistyped)\b",
    r"\brequested url\b",
    r"\bpage you(?:['’]re| are)? look",
    r"\bmay not be able to visit\b",
    r"\bif you (?:think|believe|entered|typed)\b",
    r"\bcontact the (?:administrator|webmaster|site)",
    r"\b(?:apache|nginx|iis|tomcat|litespeed|openresty)\b",
    r"(?:โทร(?:ศัพท์|\.|สาร)?\s*:?\s*[\d๐-๙]).*|(?:ตำบล|อำเภอ|จังหวัด).{0,60}(?:จังหวัด|[\d๐-๙]{5})",
    words=(
        "หน้า กลับ กรุณา โปรด ลอง สามารถ เชิญ ติดต่อ ขออภัย เก่า ผิด home front previous "
        "main search make date mistyped requested page visit if contact apache nginx iis "
        "tomcat litespeed openresty โทร ตำบล อำเภอ จังหวัด"
    ),
)
"""What stands around an apology: ways on, an address to write to."""

QUOTED: Final = _any(
    r"(?:ว่า|หาก|เมื่อ|กรณี|ถ้า|วิธี|ทำไม|เหตุ(?:ใด|ผล)|ปัญหา|แจ้งเตือน|ผล|สาเหตุ)\S{0,12}\s*[“\"']?$",
    r"\b(?:if|when|how|why|message|says?|saying|reads?|error called|means?)\b.{0,20}$",
)
"""What stands before an apology that is only told of."""

NIL_TOPIC: Final = _any(
    r"ร้องเรียน",
    r"ทุจริต",
    r"ประพฤติมิชอบ",
    r"ของขวัญ",
    r"ของกำนัล",
    r"สินบน",
    r"ข้อพิพาท",
    r"complain",
    r"corrupt",
    r"brib",
)
"""Matters of which it is good news that there is nothing."""

GAMBLING: Final = _any(
    r"สล็อต",
    r"บาคาร่า",
    r"คาสิโน",
    r"แทงบอล",
    r"หวยออนไลน์",
    r"เว็บตรง",
    r"เครดิตฟรี",
    r"ฝากถอน",
    r"ยิงปลา",
    r"\bslots?\b",
    r"\bcasino\b",
    r"\bbaccarat\b",
    r"\bsbobet\b",
    r"\bufa\w{0,6}\b",
)
WARNING: Final = _any(
    r"เตือน", r"ป้องกัน", r"ปราบปราม", r"ต่อต้าน", r"โทษ", r"ภัย", r"ผิดกฎหมาย", r"รณรงค์", r"\bwarn"
)
"""What a page has that speaks of gambling to warn of it."""

MISSING_RECORD: Final = _any(r"not[ _]?found", r"\b404\b", r"ไม่พบ")
"""Said by the short answer of an interface for programs."""

BARE: Final = saying(
    r"ไม่พบ\s*(?:ข้อมูล|หน้า|ไฟล์|เอกสาร|เนื้อหา|บทความ|รายการ)?",
    r"ไม่มีข้อมูล",
    r"(?:error\W*)?404\W*",
    r"no (?:data|results?|records?)(?: found)?",
    r"(?:data |record |invalid |article )?(?:not found|id)",
    r"(?:it works!?|file not found\.?|not found\.?|error)",
    r"invalid (?:id|request|parameter)",
    words="ไม่ 404 no found id works error invalid",
)
"""What is told by a page that says nothing else."""

LOGIN: Final = _any(
    r"เข้าสู่\s*ระบบ",
    r"ลงชื่อ\s*เข้า\s*(?:ใช้|สู่ระบบ)?",
    r"ล็อกอิน",
    r"ล๊อกอิน",
    r"ล็อคอิน",
    r"\b(?:log|sign)[\s-]?(?:in|on)\b",
    r"\bauthenticat(?:ion|e)\b",
    r"สมาชิก(?:เข้าสู่|ล็อก)",
    r"\bmembers?\s+only\b",
)
LOGIN_NEEDED: Final = _any(
    r"(?:กรุณา|โปรด|ต้อง|จำเป็นต้อง)\s*(?:ทำการ\s*)?(?:เข้าสู่\s*ระบบ|ลงชื่อ|ล็อกอิน|ล๊อกอิน|login"
    r"|log in|sign in)",
    r"(?:please|must|need to|required? to)\s+(?:be\s+)?(?:log|sign)(?:ged|ed)?[\s-]?(?:in|on)\b",
    r"(?:log|sign)[\s-]?in\s+(?:is\s+)?(?:required|to\s+(?:continue|view|access|proceed|see|your))",
    r"you need (?:access|permission)",
    r"request access",
    r"คุณต้องมีสิทธิ์(?:เข้าถึง)?",
    r"ขอสิทธิ์เข้าถึง",
    r"ต้องได้รับสิทธิ์เข้าถึง",
    r"members only",
    r"เฉพาะสมาชิก(?:เท่านั้น)?",
)

PARKED: Final = saying(
    r"(?:this\s+)?domain\s+(?:name\s+)?(?:\S+\s+)?(?:is|may be|might be)\s+(?:available\s+)?for"
    r"\s+sale",
    r"buy\s+this\s+domain",
    r"domain\s+(?:has\s+|is\s+|was\s+)?(?:been\s+)?expired",
    r"expired\s+domain",
    r"parked\s+(?:free|domain|page)",
    r"domain\s+(?:is\s+)?parked",
    r"parking\s+page",
    r"(?:this\s+)?domain\s+(?:name\s+)?(?:has been|is|was)\s+(?:registered|parked)\b.{0,60}(?:by|at"
    r"|with|free)",
    r"inquire about this domain",
    r"related searches.{0,200}privacy policy",
    r"sedoparking",
    r"hugedomains",
    r"\bdan\.com",
    r"afternic",
    r"โดเมน(?:เนม)?(?:นี้|ดังกล่าว)?\s*(?:ได้)?\s*(?:หมดอายุ|ประกาศขาย|มีไว้ขาย|พร้อมขาย"
    r"|จดทะเบียนไว้|ถูกจอง)",
    r"ขายโดเมน(?:นี้)?",
    r"ซื้อโดเมนนี้",
    r"สนใจซื้อโดเมน",
    words="domain โดเมน park dan.com afternic related",
)
BLOCKED: Final = saying(
    r"just a moment",
    r"attention required",
    r"checking your browser",
    r"verify(?:ing)? (?:that )?you are (?:a )?human",
    r"access (?:to this \w+ )?(?:is |has been )?denied",
    r"ddos[- ]protection",
    r"request unsuccessful\W+incapsula",
    r"request rejected",
    r"are you a robot",
    r"unusual traffic",
    r"\bcaptcha\b",
    r"(?:error |http )?403\W*forbidden",
    r"^forbidden$",
    r"enable javascript and cookies to continue",
    r"(?:ไม่มีสิทธิ์|ปฏิเสธการ|ไม่อนุญาตให้)เข้าถึง\s*(?:$|\W|หน้า|ระบบ|เว็บ|ไฟล์|เอกสาร(?:นี้)|ข้อมูลนี้|เนื้อหา|URL)",
    r"ยืนยันว่า(?:คุณ|ท่าน)(?:เป็นมนุษย์|ไม่ใช่(?:หุ่นยนต์|โปรแกรมอัตโนมัติ))",
    r"you have been blocked",
    r"web application firewall",
    words=(
        "moment attention checking verify denied ddos incapsula rejected robot unusual "
        "captcha forbidden enable เข้าถึง ยืนยัน blocked firewall"
    ),
)
MAINTENANCE: Final = saying(
    r"(?:ปิด|อยู่ระหว่าง|กำลัง)(?:การ)?\s*ปรับปรุง(?:ระบบ|เว็บไซต์|เว็บ|ชั่วคราว)",
    r"ปิด(?:ให้บริการ|ระบบ|เว็บไซต์)ชั่วคราว",
    r"(?:under|scheduled|down for|site) maintenance",
    r"maintenance mode",
    r"^maintenance$",
    r"(?:we\s*(?:will|['’]ll)|site will|^)\s*be(?: right)? back (?:soon|shortly)",
    r"(?:service|site|server|website) (?:is )?(?:temporarily |currently )?unavailable",
    r"503 service",
    r"bandwidth limit exceeded",
    words="ปรับปรุง ชั่วคราว maintenance back unavailable 503 bandwidth",
)
SERVER_FAULT: Final = saying(
    r"(?:php )?(?:fatal|parse) error\s*:",
    r"warning\s*:\s*(?:mysqli?|pg|pdo|include|require|fopen)",
    r"uncaught (?:exception|error|pdoexception)",
    r"error establishing a database connection",
    r"could not connect to (?:the )?(?:database|mysql)",
    r"you have an error in your sql syntax",
    r"sqlstate\[",
    r"too many connections",
    r"server error in '.*' application",
    r"(?:500|http 500)\W*internal server error",
    r"^internal server error$",
    r"^(?:502\W*)?bad gateway$",
    r"^(?:504\W*)?gateway time-?out$",
    r"stack trace:\s*#0",
    r"traceback \(most recent call last\)",
    r"ไม่สามารถเชื่อมต่อ(?:กับ)?\s*ฐานข้อมูล",
    r"database error",
    r"microsoft (?:ole db|vbscript)",
    r"whoops, looks like something went wrong",
    words="error warning exception connect sqlstate gateway trace ฐานข้อมูล microsoft whoops",
)
LOADING: Final = _any(
    r"(?:loading|please wait|กำลังโหลด(?:ข้อมูล)?|กรุณารอ(?:สักครู่)?|โปรดรอ(?:สักครู่)?"
    r"|รอสักครู่)[\s.…]*",
)
NEEDS_SCRIPTS: Final = _any(
    r"(?:enable|need|turn on|requires?|without|activate|allow|support)\b.{0,40}javascript",
    r"javascript\b.{0,60}(?:enable|required|disabled|turned off)",
    r"(?:เปิด(?:ใช้(?:งาน)?)?|ต้องใช้|รองรับ|ใช้งาน)\s*(?:จาวาสคริปต์|javascript)",
)

COPYRIGHT: Final = saying(
    r"copyright",
    r"©",
    r"สงวนลิขสิทธิ์",
    r"all rights reserved",
    r"powered by",
    words="copyright © สงวนลิขสิทธิ์ rights powered",
)
"""A line at the foot of a page."""

_PERIOD: Final = (
    r"(?:วันนี้|เมื่อวาน(?:นี้)?|สัปดาห์(?:นี้|ที่แล้ว)|เดือน(?:นี้|ที่แล้ว)|ปี(?:นี้|ที่แล้ว)"
    r"|today|yesterday|this (?:week|month|year)|last (?:week|month))"
)
_TOTAL: Final = r"(?:ทั้งหมด|รวม(?:ทั้งหมด|ทั้งสิ้น)?|total|all)"
_AMOUNT: Final = r"(?!\w)[\W\d]*(?:(?:คน|ครั้ง|ราย|views?|hits?|visits?|times?)\b\W*)?"
COUNTED: Final = saying(
    r"ผู้(?:เข้า|เยี่ยม)\s*(?:เยี่ยม)?\s*(?:ชม|ใช้)",
    r"เข้าชม|เปิดอ่าน|เปิดดู|อ่านแล้ว|ดาวน์โหลดแล้ว",
    r"จำนวน(?:ผู้|การ|ครั้ง|คน)?\s*(?:อ่าน|ดู|ดาวน์โหลด|เข้า)",
    r"(?:^|\s)(?:อ่าน|ดู)\s*:?\s*[\d๐-๙]",
    r"ออนไลน์",
    r"สถิติ(?:ผู้(?:เข้า|เยี่ยม|ใช้|ชม)|การ(?:เข้า|เยี่ยม|ใช้)|เว็บ)",
    r"^สถิติ\W*(?:$|วันนี้)",
    rf"^(?:{_PERIOD}{_AMOUNT})(?:(?:{_PERIOD}|{_TOTAL}){_AMOUNT})*$",
    r"(?:ขณะนี้|ตอนนี้).{0,12}ผู้ใช้",
    r"ยอด(?:วิว|เข้าชม|ผู้|ดู)",
    r"ดาวน์โหลด\s*:?\s*\d",
    r"ไอพี",
    r"(?:generated|rendered|load(?:ed|ing)?|executed|processed|ประมวลผล|โหลดหน้า).{0,30}(?:seconds?|วินาที|ms"
    r"|sec)",
    r"ถูกใจ",
    r"แชร์",
    words=(
        "ผู้เ ผู้ใช้ เข้า เปิด อ่าน ดู ดาวน์โหลด ออนไลน์ สถิติ วันนี้ เมื่อวาน สัปดาห์ "
        "เดือน ปีนี้ ปีที่ today yesterday this last ยอด ไอพี sec วินาที ms ถูกใจ แชร์"
    ),
)
COUNTED_LATIN: Final = saying(
    r"online",
    r"\bvisit(?:or|ors|s|ed)?\b",
    r"\bviews?\b",
    r"\bpage\s*views?\b",
    r"\bviewed\b",
    r"\bhits?\b",
    r"\bcounter\b",
    r"\bdownloads?\b",
    r"\bread(?:s|ers)?\b\s*:?\s*\d",
    r"\bip\b",
    r"\b(?:likes?|shares?)\b",
    words="online visit view hit counter download read ip like share",
)
"""The same in Latin letters: lines without any need not be looked through for them."""

COUNTED_ALL: Final = re.compile(rf"{_TOTAL}{_AMOUNT}", re.I)
"""The sum of counters, where it follows them; elsewhere it is a matter."""

AGO: Final = _any(
    r"\d+\s*(?:วินาที|นาที|ชั่วโมง|วัน|สัปดาห์|เดือน|ปี)(?:ที่แล้ว|ที่ผ่านมา|ก่อน)",
    r"\d+\s*(?:seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?) ago",
)
"""How long ago something was, in a line that says no more."""

NUMBERED: Final = saying(
    r"(?:request|ray|trace|session|support|incident|reference|event|correlation)\s*(?:id|no\.?|number)\W{0,3}[\w-]{4,80}",
    words="request ray trace session support incident reference event correlation",
)
"""What a server calls one of its answers."""

CLOCK: Final = _any(
    r"(?:ขณะนี้|ตอนนี้|เวลา(?:ปัจจุบัน)?|วันที่ปัจจุบัน|วันนี้|now|current (?:time|date)|server time"
    r"|today|generated (?:at|on)|printed|พิมพ์เมื่อ)",
)
"""A block that tells the time of the visit."""
