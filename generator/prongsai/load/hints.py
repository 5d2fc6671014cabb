"""What somebody may have meant."""

import difflib
from collections.abc import Iterable

from prongsai.errors import Text
from prongsai.thai.text import squash

NO_HINT = Text("", "")


def closest(written: str, names: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The one of ``names`` that is ``written`` but for its case and marks, or nearly; None without."""
    names = list(names)
    same = [name for name in names if squash(name) == squash(written)]
    return next(iter(same or difflib.get_close_matches(written, names, n=1, cutoff=cutoff)), None)


def did_you_mean(written: str, names: Iterable[str], *, known: bool = False, cutoff: float = 0.6) -> Text:
    """The name that ``written`` is closest to; else, with ``known``, all of ``names``; else nothing."""
    names = list(names)
    close = closest(written, names, cutoff)
    if close:
        return Text(f" (หมายถึง {close} หรือไม่)", f" (did you mean {close}?)")
    if known and names:
        return Text(f" (ที่ใช้ได้คือ {', '.join(names)})", f" (there are {', '.join(names)})")
    return NO_HINT
