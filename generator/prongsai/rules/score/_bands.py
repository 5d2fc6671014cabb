"""Grades, and which of them a framework's bands allow for a score."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from prongsai.errors import Text
from prongsai.model.arithmetic import INSTRUMENTS
from prongsai.model.framework import Band, Framework
from prongsai.rules.rule import Confidence
from prongsai.thai.text import squash

# A score, and those of the instruments as far as they are known.
Case = tuple[Decimal, Mapping[str, Decimal | None]]

_LABEL = re.compile(r"^(?:ผลการประเมิน)?(?:อยู่ใน)?(?:ระดับ|เกรด)?")
_ASIDE = re.compile(r"\([^)]*\)")
# Said beside a grade in years whose grades are letters; no grades themselves.
_VERDICTS: Final = frozenset(
    {"ผ่าน", "ผ่านเกณฑ์", "ผ่านเกณฑ์การประเมิน", "ไม่ผ่าน", "ไม่ผ่านเกณฑ์", "ไม่ผ่านเกณฑ์การประเมิน"}
)
_CONFIDENCE: Final[Mapping[str, Confidence]] = {"certain": "high", "likely": "medium", "unsure": "low"}


@dataclass(frozen=True)
class Judgement:
    """Why a grade is wrong."""

    reason: Text
    confidence: Confidence


def fold_grade(name: str) -> str:
    """A form of a grade's name for comparing."""
    return _LABEL.sub("", _ASIDE.sub("", squash(name)))


def is_grade(name: str, framework: Framework) -> bool:
    """Whether this is said as a grade, not only that the score passes or doesn't."""
    return fold_grade(name) not in _VERDICTS or _band(name, framework) is not None


def judge(
    grade: str, cases: Sequence[Case], framework: Framework, known: Collection[str]
) -> Judgement | None:
    """Why the bands allow ``grade`` in none of ``cases``; ``known`` are the grades of every framework."""
    if not framework.bands:
        return None
    own, year = _band(grade, framework), framework.fiscal_year
    if own is None:
        grades = ", ".join(band.name for band in framework.bands)
        reason = Text(f"ระดับของปี {year} มีเพียง {grades}", f"the grades of {year} are {grades}")
        return Judgement(reason, "medium" if fold_grade(grade) in known else "low")
    allowed = [_allowed(case, framework.bands) for case in cases]
    if not allowed or any(own in bands for bands in allowed):
        return None
    best = allowed[0]
    names = " / ".join(band.name for band in best)
    reason = Text(f"ตามเกณฑ์ปี {year} ต้องเป็น {names}", f"by the bands of {year} it is {names}")
    better = framework.bands.index(own) > framework.bands.index(best[-1]) if best else False
    return Judgement(reason, _confidence(best[-1] if better else own, framework))


def _band(name: str, framework: Framework) -> Band | None:
    folded = fold_grade(name)
    return next((band for band in framework.bands if fold_grade(band.name) == folded), None)


def _allowed(case: Case, bands: Sequence[Band]) -> list[Band]:
    """Down from the best, the bands that the score may be in, to the first in which it is for certain."""
    score, parts = case
    known = [value for value in parts.values() if value is not None]
    allowed: list[Band] = []
    for band in bands:
        floor = band.each_min
        if score < (band.overall_min or 0) or (floor is not None and any(value < floor for value in known)):
            continue
        allowed.append(band)
        if floor is None or len(known) == len(INSTRUMENTS):
            break
    return allowed


def _confidence(band: Band, framework: Framework) -> Confidence:
    basis = band.basis or framework.basis.get("bands")
    return _CONFIDENCE[basis.certainty] if basis else "high"
