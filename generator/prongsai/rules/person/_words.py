"""Words that tell what a number is, found also where a PDF mangles the marks of Thai."""

import re

# Above and below the line, where PDFs lose or double signs; ำ also comes out as า.
_MARKS = re.compile(r"[^ก-ฮะาเ-ๅฤฦa-z]+")

_TITLE = re.compile(
    r"นาย(?!ก(?:เทศ|องค์|รัฐ|อบต|อบจ|สมาคม|เหล่า|เมือง|สภา|ฯ|[\s,.)/]|$)"
    r"|อำเภอ|ช่าง|ทะเบียน|จ้าง|หน้า|แพทย์|ตรวจ|ทหาร|ประกัน|ด่าน|ท่า|ไปรษณีย์|เวร)"
    r"|นาง(?!รอง|เลิ้ง|นวล|แล)|น\.\s?ส\.|เด็กชาย|เด็กหญิง|ด\.\s?ช\.|ด\.\s?ญ\.|\bM(?:r|rs|s|iss)\b\.?"
)


def skeleton(text: str) -> str:
    """The consonants and plain vowels of Thai and the small letters of English, for finding words."""
    return _MARKS.sub("", text.lower().replace("ำ", "า"))


def names_a_person(text: str) -> bool:
    """Whether a title such as นาย or น.ส. stands there before what may be a name."""
    return _TITLE.search(text) is not None


def before(text: str, start: int, count: int = 60) -> str:
    """The rest of the line before ``start``, and the end of the line above where that is short."""
    return text[max(0, start - count) : start]


def after(text: str, end: int, count: int = 30) -> str:
    """The beginning of what follows on the line."""
    return text[end : end + count].partition("\n")[0]
