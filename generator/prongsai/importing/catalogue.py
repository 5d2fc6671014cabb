"""Which item or question a code and a title mean: read in every way they are written, against the packs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, Literal

from prongsai.model.framework import Framework, Item
from prongsai.rules.complete._titles import titles_of
from prongsai.thai.codes import CodeError, parse_code
from prongsai.thai.digits import to_arabic
from prongsai.thai.text import clean, squash

Confidence = Literal["exact", "high", "low"]
ALIKE: Final = 0.8
SURE: Final = 0.9
_CODE: Final = re.compile(
    r"^\s*(?:(?P<oit>OIT)\s*[-.:]?\s*(?:ข้อ\s*)?|ข้อ(?:ที่)?\s*|ตัวชี้วัด(?:ที่)?\s*)?(?P<code>[oO๐0ieIE]\s?[.\-]?\s?[0-9๐-๙OoIl|]{1,3}|[0-9๐-๙]{1,3})(?![0-9๐-๙])\s*[.):\-]?\s*(?P<rest>.*)$",
    re.DOTALL,
)
_NUMBERED: Final = re.compile(r"^\s*(?:ตัวชี้วัด(?:ที่)?)?\s*\(?[0-9๐-๙]{0,2}[.)]?\s*")
_TAIL: Final = str.maketrans({"O": "0", "o": "0", "I": "1", "l": "1", "|": "1"})


@dataclass(frozen=True)
class Written:
    """A code as printed and what it says: None where no letter does; ``rest`` is the text behind it."""

    printed: str
    code: str | None
    number: int | None
    rest: str


@dataclass(frozen=True)
class Match:
    """The item whose official title a text is; ``likeness`` from 0 to 1, ``confidence`` in words."""

    code: str
    title: str
    likeness: float
    confidence: Confidence


def read_code(text: str) -> Written | None:
    """The code at the beginning of a text, alone or glued to what follows; None when there is none."""
    match = _CODE.match(clean(text))
    if match is None:
        return None
    printed = " ".join(match["code"].split())
    plain = re.sub(r"(?<=^[^0-9])[.\-]", "", to_arabic(printed).replace(" ", ""))
    if not plain.isalnum() and not re.fullmatch(r"[oO0ieIE][0-9OoIl|]+", plain):
        return None
    if plain[0] in "oOieIE" and len(plain) > 1:
        plain = plain[0] + plain[1:].translate(_TAIL)
    number = int(re.sub(r"\D", "", plain) or 0)
    if re.match(r"[A-Za-z]", match["rest"]) and not re.match(r"[๐-๙0-9]", printed[-1]):
        return None
    try:
        code = parse_code(plain) if not plain.isdecimal() or plain[0] == "0" else None
    except CodeError:
        code = None
    if code is None and match["oit"] and plain.isdecimal() and number:
        code = f"o{number}"
    return Written(printed, code, number or None, match["rest"].strip())


def is_code_alone(text: str) -> bool:
    """Whether a cell holds a code of open data and nothing else."""
    written = read_code(text)
    return written is not None and not written.rest and written.code is not None and written.code[0] == "o"


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # Lengths alone rule most out, however long the text of a cell is.
    alike = matcher.real_quick_ratio() >= 0.5 and matcher.quick_ratio() >= 0.5
    return matcher.ratio() if alike else 0.0


class Catalogue:
    """The titles of one framework's items and the texts of its questions, compared as they read."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._titles: dict[str, str] = {}
        for item in framework.items:
            for title in titles_of(item):
                self._titles.setdefault(squash(title), item.code)
        self._indicators = {squash(one.name) for one in framework.indicators}
        for survey in framework.instruments.values():
            self._indicators |= {squash(one.name) for one in survey.indicators}
        self._questions = {squash(question.text): question.code for question in framework.questions}
        self._texts = {question.code: question.text for question in framework.questions}

    def item(self, code: str) -> Item | None:
        """The item of a code."""
        return self.framework.by_code.get(code)

    def official(self, code: str) -> str | None:
        """The official title of an item, or the text of a question."""
        item = self.framework.by_code.get(code)
        return item.title if item else self._texts.get(code)

    def is_indicator(self, text: str) -> bool:
        """Whether a text is the name of an indicator, with or without its number."""
        return squash(_NUMBERED.sub("", clean(text))) in self._indicators

    def by_title(self, text: str) -> Match | None:
        """The item whose title a text is, or is most like; None when it is like none or like several."""
        return self._match(squash(text), self._titles)

    def by_question(self, text: str) -> Match | None:
        """The question whose text it is."""
        return self._match(squash(text), self._questions)

    def likeness(self, code: str, text: str) -> float:
        """How alike a text is to what the framework calls a code."""
        known = self._titles if code.startswith("o") else self._questions
        plain = squash(text)
        return max(
            (1.0 if title == plain else _likeness(plain, title) for title, of in known.items() if of == code),
            default=0.0,
        )

    def _match(self, plain: str, known: Mapping[str, str]) -> Match | None:
        if len(plain) < 2:
            return None
        if plain in known:
            code = known[plain]
            return Match(code, self.official(code) or "", 1.0, "exact")
        scored = sorted(((_likeness(plain, title), code) for title, code in known.items()), reverse=True)
        if not scored or scored[0][0] < ALIKE:
            return None
        best, code = scored[0]
        second = next((likeness for likeness, other in scored[1:] if other != code), 0.0)
        if best - second < 0.03:
            return None
        return Match(code, self.official(code) or "", best, "high" if best >= SURE else "low")


def share(catalogue: Catalogue, pairs: Sequence[tuple[str, str]]) -> float:
    """Which part of (code, title) pairs is as the framework has it, from 0 to 1."""
    if not pairs:
        return 0.0
    return sum(catalogue.likeness(code, title) >= ALIKE for code, title in pairs) / len(pairs)


def best_framework(
    frameworks: Mapping[str, Framework],
    pairs: Sequence[tuple[str, str]],
    year: int | None,
    least: float = 0.5,
) -> tuple[str | None, float]:
    """The framework that fits most (code, title) pairs, that of ``year`` first; None below ``least``."""
    scored = [
        (share(Catalogue(framework), pairs), framework.fiscal_year == year, name)
        for name, framework in sorted(frameworks.items())
    ]
    best = max(scored, default=(0.0, False, ""))
    return (best[2], best[0]) if best[0] >= least else (None, best[0])


def known_titles(frameworks: Iterable[Framework]) -> list[str]:
    """Official titles and what items ask for: texts whose spaces are trusted."""
    texts = []
    for framework in frameworks:
        for item in framework.items:
            texts += [*titles_of(item), *(element.text for element in item.elements)]
        texts += [question.text for question in framework.questions]
        texts += [sub.name for sub in framework.sub_indicators] + [one.name for one in framework.indicators]
    return texts
