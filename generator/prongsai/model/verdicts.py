"""What each verdict is called, and what a person does about it: one line each, a closed set."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from prongsai.errors import Text
from prongsai.model.receipt import CLASS_OF, Judgement, Receipt, Verdict


@dataclass(frozen=True, slots=True)
class Explained:
    """A verdict's short name, and the remedy: who does what."""

    title: Text
    remedy: Text


CLASSES: Final[Mapping[Judgement, Text]] = MappingProxyType(
    {"fail": Text("เสีย", "fail"), "unknown": Text("ไม่แน่ชัด", "unknown"), "pass": Text("ผ่าน", "pass")}
)
"""The names of the classes, the gravest first."""

_AGAIN: Final = Text(
    "ยังไม่ต้องแก้ สั่งตรวจอีกครั้งวันหลัง ถ้ายังเป็นอย่างนี้สามครั้งห่างกันอย่างน้อยสามวันจึงนับว่าเสีย",
    "nothing to mend yet: look again another day; three times, three days apart, count as failed",
)

_AT_LAST: Final = Text(
    "ลองแล้วไม่สำเร็จติดกันหลายครั้งต่างวัน จึงนับว่าเสีย แจ้งผู้ดูแลเว็บไซต์ หรือเก็บเอกสารไว้บนเว็บไซต์นี้เอง (file)",
    "failed several times on different days, so it counts as failed: tell the web master, or hold the"
    " document on this site (file)",
)

VERDICTS: Final[Mapping[Verdict, Explained]] = MappingProxyType({
    "ok": Explained(
        Text("พบตามที่ควร", "found"),
        Text("ไม่ต้องทำอะไร", "nothing to do"),
    ),
    "moved": Explained(
        Text("ย้ายที่ถาวร แต่ยังไปถึง", "moved for good, still reached"),
        Text("เปลี่ยนลิงก์เป็นที่อยู่ใหม่เมื่อแก้ข้อมูลครั้งหน้า", "put the new address in when you next edit"),
    ),
    "not_found": Explained(
        Text("ไม่พบหน้าหรือไฟล์", "not found"),
        Text("นำเอกสารกลับขึ้นที่ที่อยู่เดิม หรือแก้ลิงก์เป็นที่อยู่ที่เปิดได้",
             "put the document back at this address, or link where it is now"),
    ),
    "gone": Explained(
        Text("เครื่องแม่ข่ายแจ้งว่าลบแล้ว", "removed for good"),
        Text("นำเอกสารขึ้นใหม่แล้วแก้ลิงก์ หรือเก็บเอกสารไว้บนเว็บไซต์นี้เอง (file)",
             "publish the document anew and link it, or hold it on this site (file)"),
    ),
    "soft_404": Explained(
        Text("เปิดได้แต่เป็นหน้า “ไม่พบ” หรือหน้าอื่น", "answers, but with a “not found” page or another page"),
        Text("เปิดลิงก์ดูเอง แล้วแก้เป็นที่อยู่ของเอกสารจริง", "open the link, then put in the document's own address"),
    ),
    "login_wall": Explained(
        Text("ต้องเข้าสู่ระบบก่อน", "asks to log in"),
        Text("เปิดให้ทุกคนดูได้โดยไม่ต้องเข้าสู่ระบบ เช่น ตั้งการแชร์เป็นสาธารณะ",
             "let everybody see it without logging in, for instance by sharing it with anyone"),
    ),
    "wrong_host": Explained(
        Text("ไปอยู่ที่เว็บไซต์ของที่อื่น", "leads to somebody else's site"),
        Text("ใช้ที่อยู่บนเว็บไซต์ของหน่วยงาน ถ้าโฮสต์นี้เป็นของหน่วยงานเองให้เพิ่มใน hosts ของ agency.yml",
             "use an address on the agency's own site; a host of its own belongs in hosts in agency.yml"),
    ),
    "wrong_type": Explained(
        Text("ไม่ใช่เอกสารชนิดที่ควรเป็น", "not the kind of document it should be"),
        Text("เปิดลิงก์ดูเอง แล้วนำไฟล์ที่ถูกต้องขึ้นแทน", "open the link, then put the right file in its place"),
    ),
    "empty": Explained(
        Text("ว่างเปล่า", "empty"),
        Text("นำเอกสารขึ้นใหม่ ไฟล์บนเครื่องแม่ข่ายไม่มีเนื้อหา", "upload the document again: the one there is empty"),
    ),
    "truncated": Explained(
        Text("ไฟล์มาไม่ครบ", "cut off"),
        Text("นำไฟล์ขึ้นใหม่ทั้งไฟล์ แล้วเปิดดูจนถึงหน้าสุดท้าย", "upload the whole file again and look at its last page"),
    ),
    "changed": Explained(
        Text("ไฟล์ไม่ใช่ฉบับเดิม", "not the same file any more"),
        Text("ถ้าตั้งใจเปลี่ยนให้สั่ง prongsai verify --accept ตามด้วยที่อยู่ ถ้าไม่ได้ตั้งใจให้นำฉบับเดิมกลับขึ้น",
             "if this was meant, run prongsai verify --accept ADDRESS; if not, put the former file back"),
    ),
    "bomb": Explained(
        Text("ขยายตัวผิดปกติเมื่อคลายการบีบอัด", "swells without end when decompressed"),
        Text("แจ้งผู้ดูแลเว็บไซต์ให้ตรวจไฟล์และการตั้งค่าการบีบอัด",
             "have the web master look at the file and its compression"),
    ),
    "too_large": Explained(
        Text("ใหญ่เกินกว่าที่ประชาชนจะเปิดไหว", "too large to open"),
        Text("แบ่งไฟล์หรือลดขนาดภาพสแกน แล้วนำขึ้นใหม่", "split the file or scan it smaller, then upload it again"),
    ),
    "redirect_loop": Explained(
        Text("ส่งต่อวนไปมา", "redirects in a circle"),
        Text("แจ้งผู้ดูแลเว็บไซต์ให้แก้การส่งต่อของที่อยู่นี้", "have the web master mend the redirects of this address"),
    ),
    "protocol_error": Explained(
        Text("เครื่องแม่ข่ายตอบผิดรูปแบบ", "answers in a broken form"),
        Text("แจ้งผู้ดูแลเว็บไซต์ให้ตรวจการตั้งค่าเครื่องแม่ข่าย", "have the web master look at the server's settings"),
    ),
    "tls_error": Explained(
        Text("การเข้ารหัส (https) ใช้ไม่ได้", "its encryption (https) does not work"),
        Text("แจ้งผู้ดูแลเว็บไซต์ให้ต่ออายุหรือแก้ใบรับรอง เบราว์เซอร์จะเตือนประชาชนว่าไม่ปลอดภัย",
             "have the web master renew or mend the certificate: browsers warn people away"),
    ),
    "invalid_url": Explained(
        Text("ไม่ใช่ที่อยู่เว็บที่ถูกต้อง", "no valid address"),
        Text("คัดลอกที่อยู่จากช่องที่อยู่ของเบราว์เซอร์มาใส่ใหม่", "copy the address anew from the browser's address bar"),
    ),
    "ssrf_blocked": Explained(
        Text("เป็นที่อยู่ภายใน ประชาชนเปิดไม่ได้", "a private address that nobody outside can open"),
        Text("ใช้ที่อยู่ที่เปิดจากอินเทอร์เน็ตได้", "use an address that opens from the internet"),
    ),
    "dns_error": Explained(
        Text("ไม่มีชื่อเว็บไซต์นี้", "there is no such host name"),
        Text("ตรวจตัวสะกดของชื่อเว็บไซต์ ถ้าโดเมนหมดอายุให้ต่ออายุ",
             "check the spelling of the host; if the domain has run out, renew it"),
    ),
    "timeout": Explained(Text("ไม่ตอบภายในเวลาที่รอ", "did not answer in time"), _AGAIN),
    "connect_error": Explained(Text("ติดต่อเครื่องแม่ข่ายไม่ได้", "could not be connected to"), _AGAIN),
    "server_error": Explained(
        Text("เครื่องแม่ข่ายขัดข้อง", "the server had a fault"),
        Text("แจ้งผู้ดูแลเว็บไซต์ แล้วสั่งตรวจอีกครั้งวันหลัง", "tell the web master, then look again another day"),
    ),
    "unavailable": Explained(Text("ปิดปรับปรุงหรือไม่ว่างชั่วคราว", "out of service for now"), _AGAIN),
    "rate_limited": Explained(
        Text("เครื่องแม่ข่ายขอให้มาใหม่ทีหลัง", "the server asks to come back later"), _AGAIN
    ),
    "blocked": Explained(
        Text("เครื่องแม่ข่ายไม่ให้โปรแกรมเปิด", "the server refuses programs"),
        Text("เปิดลิงก์ดูเองในเบราว์เซอร์ ถ้าเปิดได้ให้แจ้งผู้ดูแลเว็บไซต์ว่าอย่าปิดกั้นโปรแกรมตรวจ",
             "open the link in a browser; if it opens, ask the web master not to shut programs out"),
    ),
    "unverifiable": Explained(
        Text("โปรแกรมอ่านเนื้อหาไม่ได้", "cannot be read by a program"),
        Text("เปิดลิงก์ดูเองในเบราว์เซอร์ และถ้าทำได้ให้ใช้เอกสาร PDF แทนหน้าที่สร้างด้วยสคริปต์",
             "open the link in a browser; where you can, give a PDF in place of a page made by scripts"),
    ),
})  # fmt: skip


def remedy(receipt: Receipt) -> Text:
    """What a person does about a receipt; what stayed unknown for too long has a remedy of its own."""
    lasted = CLASS_OF[receipt.verdict] == "unknown" and receipt.judgement == "fail"
    return _AT_LAST if lasted else VERDICTS[receipt.verdict].remedy
