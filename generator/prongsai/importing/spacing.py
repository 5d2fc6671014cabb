"""Spaces that a scan or a narrow column put into Thai words: taken out where the same words stand joined."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from prongsai.thai.text import clean

_SPACE: Final = re.compile(r"(?<=\S)[ \t\n]+(?=\S)")
_THAI: Final = "ก-ฮะ-ฺเ-๎"
_RUN: Final = re.compile(f"[{_THAI}]+")
_NO_START: Final = re.compile("[ะัาำิีึืฺุู็่้๊๋์ํ๎ๆ]")
_NO_END: Final = re.compile("[เแโใไ]$")
_LONG, _SHORT = 4, 3


class Spacing:
    """What stands joined, and what parted, in a body of texts."""

    def __init__(self, texts: Iterable[str], trusted: Iterable[str]) -> None:
        self._joined: Counter[str] = Counter()
        self._parted: Counter[tuple[str, str]] = Counter()
        for text in (*texts, *trusted):
            self._learn(clean(text))

    def mended(self, text: str) -> str:
        """``text`` on one line, without spaces inside words."""
        text = clean(" ".join(text.split()))
        parts: list[str] = []
        position = 0
        for match in _SPACE.finditer(text):
            parts.append(text[position : match.start()])
            joined = "".join(parts[-2:]) if len(parts) > 1 else parts[-1]
            if not self._is_break(joined[-_LONG:], text[match.end() : match.end() + _LONG]):
                parts.append(" ")
            position = match.end()
        return "".join([*parts, text[position:]])

    def _is_break(self, left: str, right: str) -> bool:
        if not (_RUN.match(right) and left and _RUN.fullmatch(left[-1])):
            return False
        if _NO_START.match(right) or _NO_END.search(left):
            return True
        for size in (_LONG, _SHORT):
            one, other = left[-size:], right[:size]
            if _RUN.fullmatch(one) and _RUN.fullmatch(other) and len(one) == len(other) == size:
                joined, parted = self._joined[one + other], self._parted[one, other]
                if joined and joined >= parted * (0.3 if size == _LONG else 1):
                    return True
        return False

    def _learn(self, text: str) -> None:
        for run in _RUN.findall(text):
            for size in (_LONG * 2, _SHORT * 2):
                for start in range(len(run) - size + 1):
                    self._joined[run[start : start + size]] += 1
        for match in _SPACE.finditer(text):
            for size in (_LONG, _SHORT):
                one, other = (
                    text[max(match.start() - size, 0) : match.start()],
                    text[match.end() : match.end() + size],
                )
                if _RUN.fullmatch(one) and _RUN.fullmatch(other):
                    self._parted[one, other] += 1
