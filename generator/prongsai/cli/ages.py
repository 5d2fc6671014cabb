"""An age as a person writes it: ``7d``, ``12h``, ``2w``, ``๗ วัน``."""

import re
from datetime import timedelta
from typing import Final

from prongsai.errors import ProjectError
from prongsai.source.problems import quoted
from prongsai.thai.digits import to_arabic

_HOURS: Final = {
    "h": 1, "hour": 1, "hours": 1, "ชั่วโมง": 1, "ชม.": 1,
    "d": 24, "day": 24, "days": 24, "วัน": 24,
    "w": 168, "week": 168, "weeks": 168, "สัปดาห์": 168,
}  # fmt: skip
_AGE: Final = re.compile(r"([0-9]{1,5})\s*(\S+)")


def read_age(text: str) -> timedelta:
    """The age that ``text`` says.

    Raises:
        ProjectError: it says none.
    """
    matched = _AGE.fullmatch(to_arabic(text).strip().lower())
    hours = _HOURS.get(matched[2]) if matched else None
    if matched is None or hours is None:
        raise ProjectError(
            f"อ่านอายุ {quoted(text)} ไม่ได้ — เขียนเช่น 7d (วัน), 12h (ชั่วโมง) หรือ 2w (สัปดาห์)",
            f"the age {quoted(text)} cannot be read — write it like 7d (days), 12h (hours) or 2w (weeks)",
        )
    return timedelta(hours=int(matched[1]) * hours)
