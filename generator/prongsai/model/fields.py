"""Field types that understand what officers write: Thai digits, Buddhist years, dates in words, any code.

Each reader takes what stood in a source (text, None, true or false, lists, mappings) and gives the model's
value, or raises a ``PydanticCustomError`` whose type is a problem code of ``prongsai.source.problems``.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from prongsai.errors import Text
from prongsai.thai import codes, dates
from prongsai.thai.digits import to_arabic

MAX_TEXT = 4_000
MAX_ADDRESS = 2_000


class Frozen(BaseModel):
    """Immutable, and without keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def fault(code: str, **values: object) -> PydanticCustomError:
    """The error of the problem ``code``; ``values`` fill its text."""
    return PydanticCustomError(code, "{code}", {"code": code, **values})


def wrong_type(value: object, th: str, en: str) -> PydanticCustomError:
    """``value`` is not what is expected here."""
    return fault("S203", value=value, expected=Text(th, en))


def one_line(value: object) -> object:
    """Text with its runs of white space folded."""
    return " ".join(value.split()) if isinstance(value, str) else value


def as_list(value: object) -> object:
    """A single value is a list of one; nothing is an empty list."""
    if value is None:
        return ()
    return (value,) if isinstance(value, (str, dict)) else value


def as_text_record(value: object) -> object:
    """A plain text where a record with ``text`` is expected."""
    return {"text": value} if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(one_line), StringConstraints(min_length=1, max_length=MAX_TEXT)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(as_list)]


def _number(value: object) -> object:
    if value is None or (isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)):
        return value
    text = to_arabic(value).strip().rstrip("%").strip() if isinstance(value, str) else ""
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,9})?", text):
        raise wrong_type(value, "ตัวเลข", "a number")
    return Decimal(text)


def _score(value: object) -> object:
    number = _number(value)
    if number is not None and not 0 <= number <= 100:  # type: ignore[operator]
        raise wrong_type(value, "คะแนน 0 ถึง 100", "a score from 0 to 100")
    return number


def read_whole(value: object) -> object:
    """A whole number, in either kind of digits; None stays None.

    Raises:
        PydanticCustomError: S203 when it is none.
    """
    number = _number(value)
    if isinstance(number, Decimal) and number == number.to_integral_value():
        return int(number)
    if isinstance(number, Decimal):
        raise wrong_type(value, "จำนวนเต็ม", "a whole number")
    return number


_NUMBER_SCHEMA = WithJsonSchema({"type": ["number", "null"]})
Score = Annotated[
    Decimal | None,
    BeforeValidator(_score),
    WithJsonSchema({"type": ["number", "null"], "minimum": 0, "maximum": 100}),
]
Number = Annotated[Decimal | None, BeforeValidator(_number), _NUMBER_SCHEMA]
Whole = Annotated[int, BeforeValidator(read_whole), WithJsonSchema({"type": "integer"})]


def read_year(value: object) -> int:
    """A Buddhist-era fiscal year: 2566, ๒๕๖๖, พ.ศ. 2566 or 66.

    Raises:
        PydanticCustomError: S208 when it is none (a Gregorian year, for one).
    """
    text = (
        to_arabic(str(value)).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    )
    match = re.fullmatch(r"(?:ปี)?\s*(?:พ\.?\s*ศ\.?)?\s*([0-9]{4}|[0-9]{2})", text)
    if not match:
        raise fault("S208", value=value, hint="")
    year = int(match[1]) + (2500 if len(match[1]) == 2 else 0)
    if 1857 <= year <= 2156:
        hint = Text(f" (ค.ศ. {year} ตรงกับ พ.ศ. {year + 543})", f" ({year} is {year + 543} in that era)")
        raise fault("S208", value=value, hint=hint)
    if not 2400 <= year <= 2699:
        raise fault("S208", value=value, hint="")
    return year


FiscalYear = Annotated[
    int, BeforeValidator(read_year), WithJsonSchema({"type": "integer", "minimum": 2400, "maximum": 2699})
]

_DATE_REASONS = {
    "impossible": Text(" เพราะไม่มีวันนี้ในปฏิทิน", ": there is no such day"),
    "two_many_dates": Text(" เพราะมีมากกว่าหนึ่งวัน", ": it holds more than one date"),
}


def _bad_date(value: str, error: dates.DateError) -> PydanticCustomError:
    meant = error.suggestion
    if meant:
        reason = Text(
            f" เพราะแบบ ปี-เดือน-วัน ต้องเป็นปี ค.ศ. (หมายถึง {meant} หรือไม่)",
            f": year-month-day takes a Gregorian year (did you mean {meant}?)",
        )
    else:
        reason = _DATE_REASONS.get(error.kind, Text("", ""))
    return fault("S205", value=value, reason=reason)


def _date(value: object) -> object:
    if value is None or isinstance(value, dates.PartialDate):
        return value
    if not isinstance(value, str):
        raise wrong_type(value, "วันที่", "a date")
    try:
        return dates.parse_date(value)
    except dates.DateError as error:
        raise _bad_date(value, error) from None


Date = Annotated[
    Annotated[
        Any,
        WithJsonSchema({"type": ["string", "null"], "examples": ["2022-01-25", "2022-01", "25 ม.ค. 2565"]}),
    ],
    BeforeValidator(_date),
]


class Period(Frozen):
    """From ``start`` to ``end`` (either may be unknown), with the text as the source gives it."""

    start: Date = None
    end: Date = None
    text: Line | None = None


def _period(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        found = dates.parse_period(value)
    except dates.DateError as error:
        raise _bad_date(value, error) from None
    return {"start": found.start, "end": found.end, "text": found.text}


WrittenPeriod = Annotated[Period, BeforeValidator(_period)]
Periods = Annotated[tuple[WrittenPeriod, ...], BeforeValidator(as_list)]


def _code(value: object) -> object:
    try:
        return codes.parse_code(str(value))
    except codes.CodeError:
        raise fault("S206", value=value) from None


Code = Annotated[
    str, BeforeValidator(_code), WithJsonSchema({"type": "string", "examples": ["o12", "i3", "e9"]})
]

_REASON_SCHEME = Text("ไม่ใช่ที่อยู่เว็บ", "not a web address")
_REASON_FILE = Text("เป็นชื่อไฟล์ ซึ่งต้องเขียนใน file แทน url", "it is a file's name, which belongs in file")
_REASON_SPACE = Text("มีช่องว่างหรืออักขระที่มองไม่เห็นปนอยู่", "it has a space or an invisible character in it")
_REASON_HOST = Text("ไม่มีชื่อเว็บไซต์", "it names no host")
_REASON_CHARACTER = Text("มีอักขระที่ใช้ในที่อยู่ไม่ได้", "it has a character that no address may have")
_REASON_LENGTH = Text(f"ยาวเกิน {MAX_ADDRESS:,} อักษร", f"longer than {MAX_ADDRESS:,} characters")
_REASON_USER = Text("มีชื่อผู้ใช้หรือรหัสผ่านอยู่ในที่อยู่", "it carries a user name or a password")


def check_address(value: str, schemes: tuple[str, ...] = ("http", "https")) -> str:
    """``value`` without outer spaces, if it is an address of one of ``schemes`` that a page may link to.

    A space after the host is let through: a browser finds its way, and a rule finds the space.

    Raises:
        PydanticCustomError: S207 with the reason.
    """
    text = value.strip()
    scheme = text.partition(":")[0].lower()
    if scheme not in schemes:
        is_file = re.match(r"(?:\./)?(?:files|data)/", text)
        raise fault("S207", value=value, reason=_REASON_FILE if is_file else _REASON_SCHEME)
    if len(text) > MAX_ADDRESS:
        raise fault("S207", value=value, reason=_REASON_LENGTH)
    if re.search(r"[\x00-\x1f\x7f<>\"\\^`{|}\ud800-\udfff]", text):
        raise fault("S207", value=value, reason=_REASON_CHARACTER)
    if re.search(r"[^\S ]|[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]", text):
        raise fault("S207", value=value, reason=_REASON_SPACE)
    if scheme in ("http", "https"):
        try:
            parts = urlsplit(text)
            host, user = parts.hostname, parts.username
            _ = parts.port
        except ValueError:
            raise fault("S207", value=value, reason=_REASON_HOST) from None
        if not host or not re.search(r"\w", host):
            raise fault("S207", value=value, reason=_REASON_HOST)
        if user is not None:
            raise fault("S207", value=value, reason=_REASON_USER)
        text = parts.netloc
    if " " in text:
        raise fault("S207", value=value, reason=_REASON_SPACE)
    return value.strip()


def _address(*schemes: str) -> Callable[[object], object]:
    def read(value: object) -> object:
        if value is None:
            return None
        if not isinstance(value, str):
            raise wrong_type(value, "ที่อยู่เว็บ", "a web address")
        return check_address(value, schemes)

    return read


_ADDRESS_SCHEMA = WithJsonSchema({"type": ["string", "null"], "format": "iri", "maxLength": MAX_ADDRESS})
Address = Annotated[str | None, BeforeValidator(_address("http", "https")), _ADDRESS_SCHEMA]
Contact = Annotated[str | None, BeforeValidator(_address("http", "https", "mailto", "tel")), _ADDRESS_SCHEMA]

Reported = Literal["done", "in_progress", "not_started", "not_applicable"]
State = Literal["done", "in_progress", "planned", "recurring"]
STATUS_WORDS = {
    "ดำเนินการแล้ว": "done",
    "ดำเนินการแล้วเสร็จ": "done",
    "ดำเนินการเรียบร้อยแล้ว": "done",
    "แล้วเสร็จ": "done",
    "เสร็จแล้ว": "done",
    "ดำเนินการ": "done",
    "อยู่ระหว่างดำเนินการ": "in_progress",
    "อยู่ในระหว่างดำเนินการ": "in_progress",
    "กำลังดำเนินการ": "in_progress",
    "ยังไม่ได้ดำเนินการ": "not_started",
    "ยังไม่ดำเนินการ": "not_started",
    "ไม่ได้ดำเนินการ": "not_started",
    "ไม่เกี่ยวข้อง": "not_applicable",
    "ไม่มีภารกิจ": "not_applicable",
    "มีแผน": "planned",
    "จะดำเนินการ": "planned",
    "ประจำ": "recurring",
    "ต่อเนื่อง": "recurring",
}


def _status(value: object) -> object:
    return STATUS_WORDS.get(value.replace(" ", ""), value.strip()) if isinstance(value, str) else value


WrittenReported = Annotated[Reported | None, BeforeValidator(_status)]
WrittenState = Annotated[State | None, BeforeValidator(_status)]


class Note(Frozen):
    """What a source prints, what it was mended to (None where it could not be), and why."""

    about: Line
    published: Line | None = None
    mended: Line | None = None
    reason: Line | None = None


class Result(Frozen):
    """What came of an undertaking, by whom and when."""

    text: Line
    date: Date = None
    state: WrittenState = None
    by: Line | None = None


Notes = Annotated[tuple[Note, ...], BeforeValidator(as_list)]
Results = Annotated[tuple[Annotated[Result, BeforeValidator(as_text_record)], ...], BeforeValidator(as_list)]
Instrument = Literal["iit", "eit", "oit"]


def _instrument(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


WrittenInstrument = Annotated[Instrument | None, BeforeValidator(_instrument)]


def read_number(value: object) -> object:
    """An indicator's number with Arabic digits and without a closing dot."""
    return to_arabic(value).strip().rstrip(".") if isinstance(value, str) else value


IndicatorNumber = Annotated[
    Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}(\.[0-9]{1,2})?$")] | None,
    BeforeValidator(read_number),
]
