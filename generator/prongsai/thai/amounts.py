"""Amounts as Thai tables write them: ``1,500,000.00``, ``๙๗,๕๐๐ บาท``, ``25,000.-``, ``12 ราย``, ``-``."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean, fold_spaces

Reason = Literal["formula", "exponent", "commas", "no_number"]

MAX_LENGTH: Final = 60
"""Longest text looked at, in characters."""


class AmountError(ValueError):
    """A text that is no amount.

    ``reason``: ``formula`` (a spreadsheet's formula instead of its value), ``exponent`` (``1.5E+06``, digits
    are lost), ``commas`` (commas or points stand where they cannot), ``no_number`` (anything else).
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


_NOTHING: Final = re.compile(r"[-‐‑‒–—−._/*]*|ไม่มี(?:ข้อมูล|รายการ)?|ไม่ระบุ|n\.?/?a\.?")
_SCALES: Final = {"ล้านบาท": 1_000_000, "ล้าน": 1_000_000, "แสนบาท": 100_000, "พันบาท": 1_000}
_UNITS: Final = "|".join(
    (
        *_SCALES,
        "บาทถ้วน|บาท|ราย|เรื่อง|คน|ครั้ง|รายการ|โครงการ|ฉบับ|คำขอ|คำร้อง|ครัวเรือน|สัญญา|กิจกรรม|แห่ง|ชิ้น|%|เปอร์เซ็นต์",
    )
)
_AMOUNT: Final = re.compile(
    r"(?P<minus>[-−–])?\s*(?P<open>\()?\s*(?:฿|ร้อยละ)?\s*"
    r"(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,10})?)"
    rf"\s*(?P<unit>{_UNITS})?\s*(?:\.[-–]|/-|,-)?\s*(?P<close>\))?"
)
_EXPONENT: Final = re.compile(r"[0-9.,]+e[+-]?[0-9]+")
_NUMBERS: Final = re.compile(r"[0-9][0-9,. ]*")
_SOME_AMOUNT: Final = re.compile(
    r"(?<![0-9,./])((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,2})?)\s*(?:บาท|\.-|/-|[);]|$)"
)


@lru_cache(maxsize=16_384)
def read_amount(text: str) -> Decimal | None:
    """The amount that ``text`` gives; None where it is empty, a dash or says that there is none.

    Thai digits, commas, a unit after the number and ``.-`` are understood; ``ล้านบาท`` multiplies. Brackets
    and a minus make it negative.

    Raises:
        AmountError: it gives something else.
    """
    plain = to_arabic(fold_spaces(clean(text[: MAX_LENGTH + 1]))).lower()
    if _NOTHING.fullmatch(plain.replace(" ", "")):
        return None
    match = _AMOUNT.fullmatch(plain)
    if match is None or len(text) > MAX_LENGTH or bool(match["open"]) != bool(match["close"]):
        raise AmountError(_why_not(plain))
    amount = Decimal(match["number"].replace(",", "")) * _SCALES.get(match["unit"] or "", 1)
    return -amount if match["minus"] or match["open"] else amount


def last_amount(text: str) -> Decimal | None:
    """The last amount in a text that says more: 97,500 of ``ร้านคลองสวย 97,500 บาท``; None without one."""
    found = _SOME_AMOUNT.findall(to_arabic(clean(text[:2_000])))
    return Decimal(found[-1].replace(",", "")) if found else None


def scale_in(header: str) -> int:
    """By how much the numbers under a header such as ``งบประมาณ (ล้านบาท)`` are to be multiplied."""
    plain = re.sub(r"\s", "", clean(header))
    return next((scale for unit, scale in _SCALES.items() if re.search(rf"(?:[(\[]|หน่วย:?){unit}", plain)), 1)


def _why_not(plain: str) -> Reason:
    if plain.startswith(("=", "+", "@")):
        return "formula"
    if _EXPONENT.fullmatch(plain.replace(" ", "")):
        return "exponent"
    return "commas" if _NUMBERS.fullmatch(plain) else "no_number"
