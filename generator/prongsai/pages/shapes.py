"""The shapes that stand beside status words, so that no status is told by colour alone.

Each is the path of a 16 by 16 drawing, filled by the even-odd rule. Their outlines differ, so they stay
apart in black and white, in print and for eyes that see no colour.
"""

_RING = "M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 1 0 8 2.6z"
_DISC = "M8 1a7 7 0 1 1 0 14A7 7 0 1 1 8 1z"
_CHECK = "M7 11.6 3.6 8.2l1.2-1.2L7 9.2l4.4-4.4 1.2 1.2z"
_HALF = "M8 4a4 4 0 0 0 0 8z"
_HALF_DISC = "M8 1a7 7 0 0 0 0 14z"
_DASHED_HALF = (
    "M10.2 1.3A7 7 0 0 1 13.4 3.5L12.1 4.5A5.4 5.4 0 0 0 9.7 2.9z"
    "M14.7 6.1A7 7 0 0 1 14.7 9.9L13.2 9.5A5.4 5.4 0 0 0 13.2 6.5z"
    "M13.4 12.5A7 7 0 0 1 10.2 14.7L9.7 13.1A5.4 5.4 0 0 0 12.1 11.5z"
)
_SQUARE = "M2 2h12v12H2zm1.6 1.6v8.8h8.8V3.6z"
_DASH = "M5 7.2h6v1.6H5z"
_DOT = "a1.5 1.5 0 1 1 0 3 1.5 1.5 0 1 1 0-3z"
_DOTS = f"M3 6.5{_DOT}m5 0{_DOT}m5 0{_DOT}"
_CLOCK = "M7.2 4.2h1.6v3.5l2.4 1.4-.8 1.4-3.2-1.9z"
_LOOP = "M8 3.5a4.5 4.5 0 0 1 4.2 2.9l1.5-.6-.7 3.6-3.2-1.8 1-.5A3 3 0 1 0 11 8.9l1.4.5A4.5 4.5 0 1 1 8 3.5z"
_CROSS = "M4.6 5.7 1.1-1.1L8 6.9l2.3-2.3 1.1 1.1L9.1 8l2.3 2.3-1.1 1.1L8 9.1l-2.3 2.3-1.1-1.1L6.9 8z"
_OCTAGON = "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"
_DIAMOND = "M8 .4 15.6 8 8 15.6.4 8z"
_ARROW = "M4 7.2h4.6L6.9 5.5 8 4.4 11.6 8 8 11.6l-1.1-1.1 1.7-1.7H4z"
_MARK = "M7.1 4h1.8v4.8H7.1zM7.1 10h1.8v1.8H7.1z"
_QUESTION = (
    "M5.4 6.3a2.6 2.6 0 1 1 3.7 2.3c-.3.2-.4.4-.4.7v.3H7.3v-.4c0-.9.5-1.5 1.1-1.8a1.2 1.2 0 1 0-1.6-1.1z"
    "M8 10.5a.9.9 0 1 1 0 1.8.9.9 0 1 1 0-1.8z"
)

STATUS: dict[str | None, str] = {
    "done": _DISC + _CHECK,
    "in_progress": _RING + _HALF,
    "not_started": _RING,
    "not_applicable": _SQUARE + _DASH,
    None: _DOTS,
}
TOLD = _HALF_DISC + _DASHED_HALF
"""Half a disc, its other half only dashed: said to be done, and nothing of it to be seen."""
STATE: dict[str | None, str] = {
    "done": _DISC + _CHECK,
    "in_progress": _RING + _HALF,
    "planned": _RING + _CLOCK,
    "recurring": _LOOP,
}
RECEIPT: dict[str | None, str] = {
    "pass": _DISC + _CHECK,
    "moved": _DISC + _ARROW,
    "fail": _OCTAGON + _CROSS,
    "changed": _DIAMOND + _MARK,
    "unknown": _RING + _QUESTION,
    None: _DOTS,
}
