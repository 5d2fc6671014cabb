"""The words of written dates, Thai and English, and cutting a text into them.

A text becomes tokens, each with a kind of one letter, so that a grammar of dates can be a regular
expression over the string of kinds.
"""

import re
from typing import Final, NamedTuple

from prongsai.thai.text import squash

TH_SHORT: Final = (
    *("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย."),
    *("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."),
)
TH_LONG: Final = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
)
EN_SHORT: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
EN_LONG: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# With the shortened names of speech (มกรา) and the two common misspellings (กรกฏาคม, กุมภาพันธุ์).
_TH_NAMES: Final = (
    *("มกรา(?:คม)?", "กุมภา(?:พันธุ?์)?", "มีนา(?:คม)?", "เมษา(?:ยน)?", "พฤษภา(?:คม)?", "มิถุนา(?:ยน)?"),
    *("กรก[ฎฏ]า(?:คม)?", "สิงหา(?:คม)?", "กันยา(?:ยน)?", "ตุลา(?:คม)?", "พฤศจิกา(?:ยน)?", "ธันวา(?:คม)?"),
)
_EN_NAMES: Final = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?"),
    *("july?", "aug(?:ust)?", "sep(?:t(?:ember)?)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)
_WEEKDAYS: Final = "จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์"


class Token(NamedTuple):
    """A word of a date: its kind (see ``KINDS``), its text, and its month (1-12, 0 for none)."""

    kind: str
    text: str
    month: int = 0


KINDS: Final = {
    "I": "an ISO date",
    "S": "a date in numbers, day first",
    "N": "a number",
    "M": "a Thai month",
    "E": "an English month",
    "B": "the Buddhist era",
    "C": "the Christian era",
    "y": "the word year",
    "d": "the words on the day",
    "m": "the words in the month",
    "W": "within, no later than",
    "F": "from, since",
    "R": "between, during",
    "O": "onwards, until now",
    "T": "until",
    "H": "a hyphen or dash",
    "A": "a comma or and",
    "L": "a slash",
}


def _thai_month(index: int) -> str:
    """The pattern of a Thai month: its name, or its abbreviation with dots and spaces anywhere."""
    letters = TH_SHORT[index].rstrip(".").split(".")
    abbreviation = "".join(rf"{letter}[.\s]*" for letter in letters)
    return rf"(?P<M{index + 1}>{_TH_NAMES[index]}|{abbreviation})"


def _english_month(index: int) -> str:
    """The pattern of an English month, in lower case."""
    return rf"(?P<E{index + 1}>(?:{_EN_NAMES[index]})(?![a-z])\.*)"


_WHOLE: Final = (
    r"(?P<I>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9]))",
    r"(?P<S>[0-9]{1,2}\s*(?P<sep>[/.\-])\s*[0-9]{1,2}\s*(?P=sep)\s*(?:[0-9]{4}|[0-9]{2})(?![0-9]))",
)
_PARTS: Final = (
    r"(?P<N>[0-9]+)",
    *map(_thai_month, range(12)),
    *map(_english_month, range(12)),
    r"(?P<B>พ[.\s]*ศ[.\s]*|พุทธศักราช)",
    r"(?P<C>ค[.\s]*ศ[.\s]*|คริสต์ศักราช)",
    r"(?P<y>ปี)",
    rf"(?P<d>(?:ณ\s*|ลง|เมื่อ)?วัน\s*(?:{_WEEKDAYS})?\s*ที่)",
    r"(?P<m>(?:ประจำ|ใน)?เดือน)",
    r"(?P<W>ภายใน|ไม่เกิน|(?:by|within)(?![a-z]))",
    r"(?P<F>(?:เริ่ม)?ตั้งแต่|(?:from|since)(?![a-z]))",
    r"(?P<R>(?:ใน)?ช่วง|ระหว่าง|(?:between|during)(?![a-z]))",
    r"(?P<O>เป็นต้นไป|onwards?(?![a-z])|(?:[-–—]|(?:จน)?ถึง)\s*ปัจจุบัน)",
    r"(?P<T>(?:จน)?ถึง|(?:to|until)(?![a-z]))",
    r"(?P<H>[-‐‑‒–—―−~])",
    r"(?P<A>,|;|และ|and(?![a-z]))",
    r"(?P<L>/)",
    r"(?P<space>\s+)",
)
_ANY_TOKEN: Final = re.compile("|".join((*_WHOLE, *_PARTS)))
_PART_TOKEN: Final = re.compile("|".join(_PARTS))
_YEAR_FOLLOWS: Final = frozenset("MEBCy")

_EACH: Final = "(?:วัน|สัปดาห์|เดือน|ไตรมาส|ปี)"
_PHRASE: Final = re.compile(
    "(?:ดำเนินการ|ปฏิบัติ|จัดทำ)?(?:อย่าง)?(?:ต่อเนื่อง)?(?:เป็นประจำ)?"
    f"(?:ตลอด(?:ทั้ง)?ปี(?:งบประมาณ)?|ทั้งปี|ตลอดเวลา|ต่อเนื่อง|(?:ทุก|ราย){_EACH})(?:พศ)?(?:[0-9]{{4}})?"
    "|allyear|throughoutthe(?:fiscal)?year|every(?:day|week|month|quarter|year)"
    "|daily|weekly|monthly|quarterly|yearly"
)


def is_phrase(prepared: str) -> bool:
    """Whether a text, in ASCII digits and lower case, names a time without dates: ``ตลอดปี``, ``ทุกเดือน``."""
    return _PHRASE.fullmatch(squash(prepared)) is not None


def tokenize(prepared: str) -> list[Token] | None:
    """Cut a text, in ASCII digits and lower case, into tokens; None when some of it is no word of a date.

    Linear in the length for texts of bounded length. After a month or an era a number is a year, so that
    the hyphen in ``ม.ค. 2565-10 ก.พ. 2565`` is a dash and no part of an ISO date.
    """
    tokens: list[Token] = []
    position = 0
    while position < len(prepared):
        year_next = bool(tokens) and tokens[-1].kind in _YEAR_FOLLOWS
        match = (_PART_TOKEN if year_next else _ANY_TOKEN).match(prepared, position)
        if match is None or match.lastgroup is None:
            return None
        position = match.end()
        if match.lastgroup != "space":
            kind, month = match.lastgroup[0], match.lastgroup[1:]
            tokens.append(Token(kind, match.group(), int(month or 0)))
    return tokens
