"""Words for the model's values: statuses, times to cover, sizes, kinds of files, what a note is about."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from prongsai.errors import Lang, Text
from prongsai.model.fields import Period
from prongsai.model.wording import REPORTED
from prongsai.pages import shapes
from prongsai.thai import dates


@dataclass(frozen=True, slots=True)
class Sign:
    """A status in words with the shape that stands beside them."""

    key: str
    text: str
    shape: str


_TOLD = Text("รายงานแล้ว ยังไม่มีหลักฐาน", "Reported, no evidence yet")
_STATE: dict[str, Text] = {
    "done": Text("ทำแล้ว", "Done"),
    "in_progress": Text("กำลังทำ", "In progress"),
    "planned": Text("วางแผนไว้", "Planned"),
    "recurring": Text("ทำเป็นประจำ", "Recurring"),
}
_STAGE: dict[str, Text] = {
    "reported": Text("รายงานผลแล้ว", "Reported on"),
    "implemented": Text("นำมาใช้แล้ว", "Put into practice"),
    "recommended": Text("เสนอให้ทำ", "Recommended"),
}
_EVERY: dict[str, Text] = {
    "month": Text("ทุกเดือน", "every month"),
    "quarter": Text("ทุกไตรมาส", "every quarter"),
    "six_months": Text("ทุก 6 เดือน", "every six months"),
    "year": Text("ทุกปี", "every year"),
    "event": Text("ทุกครั้งที่มีเหตุ", "at each event"),
}
_INSTRUMENT: dict[str, Text] = {
    "iit": Text("IIT แบบวัดของคนในหน่วยงาน", "IIT, asked of staff"),
    "eit": Text("EIT แบบวัดของผู้มาติดต่อ", "EIT, asked of people served"),
    "oit": Text("OIT การเปิดเผยข้อมูลต่อสาธารณะ", "OIT, public disclosure"),
}
_CHANNEL: dict[str, Text] = {
    "corruption": Text("ร้องเรียนการทุจริต", "Report corruption"),
    "opinions": Text("แสดงความคิดเห็น", "Give an opinion"),
    "questions": Text("ถามตอบ", "Ask a question"),
    "information": Text("ขอข้อมูลข่าวสาร", "Ask for information"),
    "social": Text("สื่อสังคมออนไลน์", "Social media"),
    "contact": Text("ติดต่อหน่วยงาน", "Contact"),
    "privacy": Text("คุ้มครองข้อมูลส่วนบุคคล", "Privacy"),
    "no_gift": Text("ไม่รับของขวัญ (No Gift Policy)", "No gifts"),
    "eit": Text("แบบวัดความเห็นของผู้มาติดต่อ (EIT)", "Survey of people served (EIT)"),
}
_SUBJECT: dict[str | None, Text] = {
    "services": Text("บริการประชาชน", "Services"),
    "money": Text("เงินและการจัดซื้อจัดจ้าง", "Money and procurement"),
    "voice": Text("ร้องเรียนและมีส่วนร่วม", "Complaints and participation"),
    "office": Text("รู้จักและติดต่อหน่วยงาน", "The agency and how to reach it"),
    "plans": Text("แผนและผลงาน", "Plans and results"),
    "people": Text("เจ้าหน้าที่และจริยธรรม", "Staff and ethics"),
    "integrity": Text("ป้องกันการทุจริต", "Preventing corruption"),
    None: Text("เรื่องอื่น", "Other topics"),
}
SUBJECTS: Final = tuple(_SUBJECT)
"""The subjects in the order in which people come for them; None: topics that have none."""
_MEDIA = {
    "application/pdf": "PDF",
    "application/zip": "ZIP",
    "application/msword": "Word",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/vnd.oasis.opendocument.spreadsheet": "ODS",
    "text/csv": "CSV",
    "text/html": "HTML",
    "text/plain": "TXT",
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WebP",
    "image/gif": "GIF",
}
_ABOUT: dict[str, Text] = {
    "actions": Text("สิ่งที่ได้ทำ", "actions"),
    "address": Text("ที่อยู่", "address"),
    "analysis": Text("การวิเคราะห์ผล", "analysis"),
    "approach": Text("แนวทาง", "approach"),
    "assessed_year": Text("ปีที่ประเมิน", "year assessed"),
    "breadcrumbs": Text("เส้นทางบนเว็บไซต์", "way there"),
    "channels": Text("ช่องทาง", "channels"),
    "code": Text("รหัสข้อ", "code"),
    "columns": Text("คอลัมน์ของตาราง", "columns"),
    "district": Text("อำเภอ", "district"),
    "documents": Text("เอกสาร", "documents"),
    "elements": Text("องค์ประกอบ", "elements"),
    "evidence": Text("หลักฐาน", "evidence"),
    "grades_stated": Text("ระดับผล", "grades"),
    "group": Text("หัวข้อกลุ่ม", "group"),
    "guidance": Text("แนวทางรายตัวชี้วัด", "guidance"),
    "highest": Text("คะแนนสูงสุด", "highest"),
    "improve": Text("สิ่งที่ควรปรับปรุง", "to improve"),
    "indicator": Text("ตัวชี้วัด", "indicator"),
    "indicators": Text("ตัวชี้วัด", "indicators"),
    "instrument": Text("เครื่องมือประเมิน", "instrument"),
    "instruments": Text("คะแนนรายเครื่องมือ", "scores by instrument"),
    "introduction": Text("บทนำของรายงาน", "introduction"),
    "issue": Text("ประเด็นปัญหา", "issue"),
    "kind": Text("ประเภทหน่วยงาน", "kind of agency"),
    "links": Text("ข้อที่มุ่งแก้", "items aimed at"),
    "lowest": Text("คะแนนต่ำสุด", "lowest"),
    "measures": Text("มาตรการ", "measures"),
    "method": Text("วิธีดำเนินการ", "method"),
    "name": Text("ชื่อ", "name"),
    "number": Text("เลขลำดับ", "number"),
    "outcomes": Text("ผลลัพธ์", "outcomes"),
    "overall": Text("คะแนนรวม", "overall score"),
    "period": Text("ระยะเวลา", "period"),
    "periods": Text("ระยะเวลา", "periods"),
    "province": Text("จังหวัด", "province"),
    "questions": Text("คะแนนรายข้อ", "questions"),
    "recommendations": Text("ข้อเสนอแนะ", "recommendations"),
    "reported": Text("สถานะ", "status"),
    "reporting": Text("กำหนดรายงาน", "reporting"),
    "responsible": Text("ผู้รับผิดชอบ", "who answers for it"),
    "results": Text("ผลการดำเนินการ", "results"),
    "round": Text("รอบรายงาน", "round"),
    "stage": Text("ขั้นของมาตรการ", "stage"),
    "steps": Text("ขั้นตอน", "steps"),
    "strengths": Text("จุดแข็ง", "strengths"),
    "subdistrict": Text("ตำบล", "subdistrict"),
    "target": Text("เป้าหมาย", "target"),
    "title": Text("ชื่อ", "title"),
    "updated": Text("วันที่ปรับปรุงข้อมูล", "last updated"),
    "url": Text("ที่อยู่เว็บ", "address"),
    "weaknesses": Text("จุดอ่อน", "weaknesses"),
    "website": Text("เว็บไซต์", "website"),
}
_YEAR = Text("ปีงบประมาณ {year}", "Fiscal year {year}")
_BYTES = Text("{count} ไบต์", "{count} bytes")
_OF_CODE = Text("ข้อ {code}", "{code}")


@cache
def reported(status: str | None, lang: Lang) -> Sign:
    """What the agency says of an item."""
    return Sign(status or "unreported", REPORTED[status].in_(lang), shapes.STATUS[status])


@cache
def told(lang: Lang) -> Sign:
    """What stands beside an item that is reported as done, where nothing shows it."""
    return Sign("told", _TOLD.in_(lang), shapes.TOLD)


@cache
def state(value: str, lang: Lang) -> Sign:
    """How far a result is."""
    return Sign(value, _STATE[value].in_(lang), shapes.STATE[value])


def stage(value: str, lang: Lang) -> str:
    """How far a measure is."""
    return _STAGE[value].in_(lang)


def every(value: str, lang: Lang) -> str:
    """How often something is reported."""
    return _EVERY[value].in_(lang)


def instrument(value: str, lang: Lang) -> str:
    """An instrument of the assessment."""
    return _INSTRUMENT[value].in_(lang)


def channel(kind: str, lang: Lang) -> str:
    """What a channel is for."""
    return _CHANNEL[kind].in_(lang)


def subject(name: str | None, lang: Lang) -> str:
    """What topics are about together."""
    return _SUBJECT[name].in_(lang)


def year(fiscal_year: int, lang: Lang) -> str:
    """A fiscal year: ปีงบประมาณ 2565."""
    return _YEAR.in_(lang).format(year=fiscal_year)


def size(count: int, lang: Lang) -> str:
    """A file's size as people say it: 820 ไบต์, 12 KB, 3.4 MB."""
    if count < 1_000:
        return _BYTES.in_(lang).format(count=count)
    if count < 1_000_000:
        return f"{round(count / 1_000)} KB"
    return f"{count / 1_000_000:.1f} MB"


def media(media_type: str, address: str) -> str:
    """The kind of a file: PDF, Excel, or the end of its name in capitals."""
    known = _MEDIA.get(media_type)
    return known or address.rpartition("/")[2].rpartition(".")[2].upper()


def found_kind(media_type: str | None) -> str | None:
    """The kind of a file that was found on the web; None where its type has no short name."""
    return _MEDIA.get(media_type) if media_type else None


def about(path: str, lang: Lang) -> str:
    """What a note is about: a key of the source (``links.o16``) in words; other text stays."""
    parts = path.split(".")
    if parts[0] not in _ABOUT:
        return path
    return " ".join(_about_part(part, lang) for part in parts)


def _about_part(part: str, lang: Lang) -> str:
    if part in _ABOUT:
        return _ABOUT[part].in_(lang)
    if part in _INSTRUMENT:
        return part.upper()
    return _OF_CODE.in_(lang).format(code=part)


def period(value: Period | None, lang: Lang) -> str | None:
    """A period by its dates in the Buddhist era, else as the source gives it."""
    if value is None:
        return None
    return dates.format_period(dates.Period(value.start, value.end, value.text), lang=lang) or None


def number(value: Decimal | None) -> str | None:
    """A score as people write it: whole, or rounded to two digits after the point."""
    if value is None:
        return None
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}"
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):f}"
