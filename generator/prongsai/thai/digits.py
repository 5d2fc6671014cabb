"""Thai digits (๐-๙, U+0E50 to U+0E59) and the ASCII digits 0-9."""

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_TO_THAI = str.maketrans(_ARABIC, _THAI)


def to_arabic(text: str) -> str:
    """Return ``text`` with each Thai digit as its ASCII digit and nothing else changed.

    Never fails; the length stays the same.
    """
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Return ``text`` with each ASCII digit as its Thai digit and nothing else changed.

    Never fails; the length stays the same.
    """
    return text.translate(_TO_THAI)
