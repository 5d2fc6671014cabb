"""What each verdict is called, what it means, and what an officer does about it.

A page's row, a finding and the reference all say it from here. ``label`` stands in the row; what was found
in that visit is the receipt's own reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from prongsai.errors import Text
from prongsai.model.receipt import CLASS_OF, Judgement, Receipt, Verdict


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict in words: ``title`` names it in lists, ``label`` is what a page's row says."""

    title: Text
    label: Text
    meaning: Text
    remedy: Text


UNKNOWN: Final = Text("ตรวจไม่ได้ในครั้งล่าสุด", "Could not be checked last time")
"""Shown while a verdict is unknown: nothing is known against the evidence."""

BROKEN: Final = Text("เปิดไม่ได้", "Does not open")
"""Shown where nothing more can be said, and when a verdict stayed unknown in three visits."""

_OPEN_IT: Final = Text(
    "เปิดที่อยู่นี้เองในเบราว์เซอร์ ถ้าเปิดได้ก็ไม่ต้องแก้ แล้วสั่ง prongsai verify อีกครั้งในวันอื่น",
    "open it in a browser: if it opens, nothing needs mending; run prongsai verify again another day",
)
_NEW_ADDRESS: Final = Text(
    "นำเอกสารกลับมาไว้ที่ที่อยู่เดิม หรือใส่ที่อยู่ใหม่ที่เปิดได้ แล้วสั่ง prongsai verify",
    "put the document back at this address, or give one that opens, then run prongsai verify",
)
_ASK_KEEPER: Final = Text(
    "แจ้งผู้ดูแลเว็บไซต์ตามเหตุผลที่บอกไว้ แล้วสั่ง prongsai verify",
    "tell the keeper of the website what the reason says, then run prongsai verify",
)


CLASSES: Final[Mapping[Judgement, Text]] = MappingProxyType(
    {"fail": Text("เสีย", "fail"), "unknown": Text("ไม่แน่ชัด", "unknown"), "pass": Text("ผ่าน", "pass")}
)
"""The names of the classes, the gravest first."""

_AT_LAST: Final = Text(
    "ลองแล้วไม่สำเร็จติดกันหลายครั้งต่างวัน จึงนับว่าเสีย แจ้งผู้ดูแลเว็บไซต์ หรือเก็บเอกสารไว้บนเว็บไซต์นี้เอง (file)",
    "failed several times on different days, so it counts as failed: tell the web master, or hold the"
    " document on this site (file)",
)


def _unknown(title: Text, meaning: Text, remedy: Text = _OPEN_IT) -> VerdictWords:
    return VerdictWords(title, UNKNOWN, meaning, remedy)


WORDS: Final[Mapping[Verdict, VerdictWords]] = MappingProxyType(
    {
        "ok": VerdictWords(
            Text("พบตามที่ควร", "found"),
            Text("เปิดได้", "Opens"),
            Text("พบหน้าหรือเอกสาร และครบถ้วน", "the page or document is there, and whole"),
            Text("ไม่ต้องทำอะไร", "nothing to do"),
        ),
        "moved": VerdictWords(
            Text("ย้ายที่ถาวร แต่ยังไปถึง", "moved for good, still reached"),
            Text("เปิดได้ที่ที่อยู่ใหม่", "Opens at a new address"),
            Text(
                "ที่อยู่นี้พาต่อไปยังเอกสารเดียวกันที่ย้ายไปถาวร",
                "it leads on to the same document, which has moved for good",
            ),
            Text(
                "ถ้ายังไม่ได้ยื่น ใช้ที่อยู่ใหม่ด้วย prongsai check --fix ถ้ายื่นแล้ว ให้คงการพาต่อไว้",
                "before filing, take the new address with prongsai check --fix; after it, keep the redirect",
            ),
        ),
        "not_found": VerdictWords(
            Text("ไม่พบหน้าหรือไฟล์", "not found"),
            BROKEN,
            Text(
                "เครื่องแม่ข่ายแจ้งว่าไม่มีหน้าหรือเอกสารที่ที่อยู่นี้",
                "the server says that there is nothing at this address",
            ),
            _NEW_ADDRESS,
        ),
        "gone": VerdictWords(
            Text("เครื่องแม่ข่ายแจ้งว่าลบแล้ว", "removed for good"),
            BROKEN,
            Text("เครื่องแม่ข่ายแจ้งว่านำเอกสารออกถาวรแล้ว", "the server says that it was removed for good"),
            _NEW_ADDRESS,
        ),
        "soft_404": VerdictWords(
            Text("เปิดได้แต่เป็นหน้า “ไม่พบ” หรือหน้าอื่น", "answers, but with a “not found” page or another page"),
            Text("ไม่พบเอกสาร", "Not there"),
            Text(
                "มีหน้าเปิดขึ้นมา แต่เป็นหน้าที่บอกว่าไม่พบ หรือเป็นหน้าแรกแทนเอกสาร",
                "a page comes up, but one that says “not found”, or the front page in its place",
            ),
            _NEW_ADDRESS,
        ),
        "login_wall": VerdictWords(
            Text("ต้องเข้าสู่ระบบก่อน", "asks to log in"),
            Text("ต้องเข้าสู่ระบบ", "Needs a login"),
            Text("ต้องมีชื่อผู้ใช้หรือสิทธิ์จึงจะเปิดดูได้", "only people with a login or a permission can see it"),
            Text(
                "เปิดให้ทุกคนดูได้โดยไม่ต้องเข้าสู่ระบบ แล้วสั่ง prongsai verify",
                "let everybody see it without a login, then run prongsai verify",
            ),
        ),
        "wrong_host": VerdictWords(
            Text("ไปอยู่ที่เว็บไซต์ของที่อื่น", "leads to somebody else's site"),
            Text("ไปเว็บไซต์อื่น", "On another website"),
            Text(
                "เอกสารอยู่หรือถูกพาไปที่เว็บไซต์ที่ไม่ใช่ของหน่วยงาน รวมถึงโดเมนที่หมดอายุแล้วมีผู้อื่นใช้",
                "it is on, or leads to, a website that is not the agency's, such as an expired domain",
            ),
            Text(
                "ใส่ที่อยู่บนเว็บไซต์ของหน่วยงาน ถ้าเป็นเว็บไซต์ของหน่วยงานจริง เพิ่มชื่อใน hosts ของ agency.yml",
                "give an address on the agency's site; if it is its own, add it to hosts in agency.yml",
            ),
        ),
        "wrong_type": VerdictWords(
            Text("ไม่ใช่เอกสารชนิดที่ควรเป็น", "not the kind of document it should be"),
            Text("ไม่ใช่เอกสารชนิดนั้น", "Not that kind of document"),
            Text(
                "สิ่งที่ได้ไม่ใช่ชนิดที่ที่อยู่หรือเครื่องแม่ข่ายบอก เช่น ขอ PDF แต่ได้หน้าเว็บ",
                "it is not of the kind that is claimed, such as a page in place of a PDF",
            ),
            Text(
                "เปิดดูว่าเป็นเอกสารที่ตั้งใจหรือไม่ แล้วนำไฟล์ที่ถูกขึ้นใหม่ หรือแก้ที่อยู่",
                "see whether it is what was meant, then upload the right file or mend the address",
            ),
        ),
        "empty": VerdictWords(
            Text("ว่างเปล่า", "empty"),
            Text("ไม่มีเนื้อหา", "Empty"),
            Text("เปิดได้แต่ไม่มีอะไรอยู่ข้างใน", "it opens, but nothing is in it"),
            Text("นำเอกสารขึ้นใหม่ แล้วสั่ง prongsai verify", "upload it again, then run prongsai verify"),
        ),
        "truncated": VerdictWords(
            Text("ไฟล์มาไม่ครบ", "cut off"),
            Text("เอกสารไม่ครบ", "Cut off"),
            Text("ไฟล์ขาดตอน มักเกิดจากการนำขึ้นเว็บไซต์ไม่จบ", "the file is cut off, often by an upload that broke"),
            Text(
                "นำไฟล์ต้นฉบับขึ้นใหม่ให้จบ เปิดดูถึงหน้าสุดท้าย แล้วสั่ง prongsai verify",
                "upload the file again, open it to its last page, then run prongsai verify",
            ),
        ),
        "changed": VerdictWords(
            Text("ไฟล์ไม่ใช่ฉบับเดิม", "not the same file any more"),
            Text("เอกสารเปลี่ยนไป", "The document changed"),
            Text("ไฟล์ไม่เหมือนกับที่เคยตรวจพบที่ที่อยู่เดียวกัน", "it is not the file that was last found here"),
            Text(
                "เปิดดูว่าเป็นฉบับที่ตั้งใจเปลี่ยนหรือไม่ ถ้าใช่ สั่ง prongsai verify --accept ตามด้วยที่อยู่ ถ้าไม่ใช่ นำไฟล์เดิมกลับมา",
                "if the change was meant, run prongsai verify --accept with the address; if not, put the old "
                "file back",
            ),
        ),
        "bomb": VerdictWords(
            Text("ขยายตัวผิดปกติเมื่อคลายการบีบอัด", "swells without end when decompressed"),
            Text("ไฟล์ผิดปกติ", "Not a sound file"),
            Text(
                "ไฟล์บีบอัดไว้จนขยายตัวใหญ่ผิดปกติ จึงไม่เปิดตรวจ", "it is packed so that it swells out of all measure"
            ),
            _ASK_KEEPER,
        ),
        "too_large": VerdictWords(
            Text("ใหญ่เกินกว่าที่ประชาชนจะเปิดไหว", "too large to open"),
            Text("ไฟล์ใหญ่เกินไป", "Too large"),
            Text("ไฟล์ใหญ่เกินกว่าที่โปรแกรมจะเปิดตรวจ", "it is larger than what is read"),
            Text(
                "ลดขนาดไฟล์ หรือแบ่งเป็นหลายไฟล์ แล้วสั่ง prongsai verify",
                "make it smaller or split it, then run prongsai verify",
            ),
        ),
        "redirect_loop": VerdictWords(
            Text("ส่งต่อวนไปมา", "redirects in a circle"),
            BROKEN,
            Text("ถูกพาต่อวนไปไม่จบ", "it leads on and on without an end"),
            _ASK_KEEPER,
        ),
        "protocol_error": VerdictWords(
            Text("เครื่องแม่ข่ายตอบผิดรูปแบบ", "answers in a broken form"),
            BROKEN,
            Text("เครื่องแม่ข่ายตอบผิดข้อกำหนด เบราว์เซอร์บางตัวเปิดไม่ได้", "its answer breaks the rules of HTTP"),
            _ASK_KEEPER,
        ),
        "tls_error": VerdictWords(
            Text("การเข้ารหัส (https) ใช้ไม่ได้", "its encryption (https) does not work"),
            Text("เปิดอย่างปลอดภัยไม่ได้", "Cannot be opened safely"),
            Text(
                "ใบรับรองความปลอดภัย (https) หมดอายุหรือใช้ไม่ได้ เบราว์เซอร์จะเตือนผู้เปิด",
                "its certificate (https) has expired or is not valid, and browsers warn of it",
            ),
            Text(
                "แจ้งผู้ดูแลเว็บไซต์ให้ต่ออายุหรือแก้ใบรับรอง แล้วสั่ง prongsai verify",
                "have the certificate renewed or mended, then run prongsai verify",
            ),
        ),
        "invalid_url": VerdictWords(
            Text("ไม่ใช่ที่อยู่เว็บที่ถูกต้อง", "no valid address"),
            Text("ที่อยู่ใช้ไม่ได้", "Not an address"),
            Text("เขียนที่อยู่ผิดรูป จึงเปิดไม่ได้", "the address is miswritten, so it cannot be opened"),
            Text("คัดลอกที่อยู่จากช่องที่อยู่ของเบราว์เซอร์มาใส่ใหม่", "copy the address from the browser's address bar"),
        ),
        "ssrf_blocked": VerdictWords(
            Text("เป็นที่อยู่ภายใน ประชาชนเปิดไม่ได้", "a private address that nobody outside can open"),
            Text("เปิดจากภายนอกไม่ได้", "Not open to the public"),
            Text(
                "ที่อยู่เป็นของเครือข่ายภายใน คนนอกสำนักงานเปิดไม่ได้ จึงไม่เข้าไปตรวจ",
                "it is inside a private network, where the public cannot go, so it was not visited",
            ),
            Text(
                "ใช้ที่อยู่ที่เปิดได้จากอินเทอร์เน็ต เช่น ลองเปิดจากโทรศัพท์ที่ไม่ได้ต่อ Wi-Fi ของสำนักงาน",
                "give an address that opens from the internet: try it on a phone outside the office's Wi-Fi",
            ),
        ),
        "dns_error": VerdictWords(
            Text("ไม่มีชื่อเว็บไซต์นี้", "there is no such host name"),
            BROKEN,
            Text("ไม่มีเว็บไซต์ชื่อนี้ อาจสะกดผิดหรือโดเมนหมดอายุ", "there is no such host: misspelt, or expired"),
            Text(
                "ตรวจการสะกดชื่อเว็บไซต์ และตรวจว่าโดเมนยังไม่หมดอายุ", "check its spelling and the domain's expiry"
            ),
        ),
        "timeout": _unknown(
            Text("ไม่ตอบภายในเวลาที่รอ", "did not answer in time"),
            Text("เครื่องแม่ข่ายไม่ตอบภายในเวลาที่รอ", "the server did not answer in time"),
        ),
        "connect_error": _unknown(
            Text("ติดต่อเครื่องแม่ข่ายไม่ได้", "could not be connected to"),
            Text("เชื่อมต่อกับเครื่องแม่ข่ายไม่ได้ในขณะนั้น", "no connection could be made"),
        ),
        "server_error": _unknown(
            Text("เครื่องแม่ข่ายขัดข้อง", "the server had a fault"),
            Text("ระบบของเครื่องแม่ข่ายผิดพลาดในขณะนั้น", "the server had a fault of its own"),
        ),
        "unavailable": _unknown(
            Text("ปิดปรับปรุงหรือไม่ว่างชั่วคราว", "out of service for now"),
            Text("เว็บไซต์ปิดปรับปรุงหรือไม่พร้อมให้บริการชั่วคราว", "the website was closed for a while"),
        ),
        "rate_limited": _unknown(
            Text("เครื่องแม่ข่ายขอให้มาใหม่ทีหลัง", "the server asks to come back later"),
            Text("เครื่องแม่ข่ายขอให้มาใหม่ภายหลัง", "the server asked to come back later"),
            Text("สั่ง prongsai verify อีกครั้งในวันอื่น", "run prongsai verify again another day"),
        ),
        "blocked": _unknown(
            Text("เครื่องแม่ข่ายไม่ให้โปรแกรมเปิด", "the server refuses programs"),
            Text(
                "เครื่องแม่ข่ายไม่ให้โปรแกรมอัตโนมัติเข้าดู แต่คนอาจเปิดได้",
                "the server turns programs away, though people may get in",
            ),
            Text(
                "เปิดเองจากโทรศัพท์ ถ้าเปิดได้ ขอผู้ดูแลเว็บไซต์อนุญาตให้โปรแกรมตรวจเข้าดู เพื่อให้ผู้ประเมินตรวจซ้ำได้",
                "open it on a phone; if it opens, have checkers let in, so that assessors can check it too",
            ),
        ),
        "unverifiable": _unknown(
            Text("โปรแกรมอ่านเนื้อหาไม่ได้", "cannot be read by a program"),
            Text(
                "หน้านี้แสดงเนื้อหาด้วยสคริปต์หรือล็อกไว้ โปรแกรมจึงอ่านไม่ได้ แต่คนอาจเปิดได้",
                "its content comes by scripts or is locked, so a program cannot read it, though people may",
            ),
            Text(
                "เปิดเองแล้วตรวจด้วยตา ถ้าเป็นไปได้ ใส่ที่อยู่ของไฟล์หรือหน้าที่อ่านได้โดยไม่ต้องใช้สคริปต์",
                "look at it yourself; if possible, give the address of a file, or of a page without scripts",
            ),
        ),
    }
)


def label_of(receipt: Receipt) -> Text:
    """What a receipt's evidence is called in a row: unknown is not broken until it has failed three times."""
    if CLASS_OF[receipt.verdict] == "unknown" and receipt.judgement == "fail":
        return BROKEN
    return WORDS[receipt.verdict].label


Standing = Literal["pass", "moved", "fail", "changed", "unknown"]
"""How evidence stands: its class, with the two that need a look of their own apart."""


def standing_of(receipt: Receipt) -> Standing:
    """How the evidence of a receipt stands."""
    if receipt.verdict in ("moved", "changed"):
        return receipt.verdict
    return receipt.judgement


def remedy(receipt: Receipt) -> Text:
    """What a person does about a receipt; what stayed unknown for too long has a remedy of its own."""
    lasted = CLASS_OF[receipt.verdict] == "unknown" and receipt.judgement == "fail"
    return _AT_LAST if lasted else WORDS[receipt.verdict].remedy
