"""The framework's indicators by number and name, and how a written name is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Literal

from prongsai.errors import Text
from prongsai.model.fields import Instrument
from prongsai.model.framework import Framework
from prongsai.thai.text import squash

_LABEL = re.compile(r"^(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)?)?[0-9]*")
# Words with and without which the same indicator is printed: การใช้ทรัพย์สินของ(ทาง)ราชการ,
# การปรับปรุง(ระบบ)การทำงาน, การใช้(จ่าย)งบประมาณ, การป้องกันการทุจริต(และประพฤติมิชอบ).
_OPTIONAL = re.compile("และประพฤติมิชอบ|ของ|ทาง|ระบบ|จ่าย|สาธารณะ")
# Official names are at most 0.69 alike; one or two letters lost keep a name above this.
_ALIKE = 0.85


@cache
def fold(name: str) -> str:
    """A form of an indicator's name for comparing: without its label and optional words."""
    return _OPTIONAL.sub("", _LABEL.sub("", squash(name)))


@dataclass(frozen=True)
class Fault:
    """What is wrong with a number, a name and an instrument that stand together."""

    reason: Text
    at: Literal["number", "name", "instrument"] = "name"
    sure: bool = True


@dataclass(frozen=True)
class Names:
    """A framework's indicators: their names and instruments by number."""

    names: dict[str, str]
    instruments: dict[str, Instrument]
    subs: dict[str, str]

    def match(self, name: str | None, *, sub: bool = False) -> str | None:
        """The number of the indicator (``sub``: the sub-indicator) that ``name`` means."""
        if not name:
            return None
        folded = fold(name)
        known = {fold(own): number for number, own in (self.subs if sub else self.names).items()}
        if folded in known:
            return known[folded]
        return next((known[own] for own in known if _alike(own, folded)), None)

    def named(self, number: str) -> str:
        """``3 การใช้อำนาจ``."""
        return f"{number} {self.names.get(number) or self.subs.get(number, '')}".strip()

    def fault(
        self, number: str | None, name: str | None, instrument: Instrument | None = None
    ) -> Fault | None:
        """What is wrong with these together; None when nothing is."""
        if number and name and (found := self._pair(number, name)):
            return found
        meant = number if number else self.match(name)
        right = self.instruments.get(meant.partition(".")[0]) if meant else None
        if right is None or instrument in (None, right) or meant is None:
            return None
        told = self.named(meant)
        return Fault(
            Text(
                f"ตัวชี้วัดที่ {told} เป็นของ {right.upper()} ไม่ใช่ {str(instrument).upper()}",
                f"indicator {told} belongs to {right.upper()}, not to {str(instrument).upper()}",
            ),
            "instrument",
        )

    def _pair(self, number: str, name: str) -> Fault | None:
        sub = "." in number
        own = (self.subs if sub else self.names).get(number)
        other = self.match(name, sub=sub)
        if other == number or (own and _alike(fold(own), fold(name))):
            return None
        if own is None:
            return Fault(
                _no_such(number, self.named(other) if other else None), "number", sure=other is not None
            )
        if other is not None:
            return Fault(
                Text(
                    f"ชื่อนี้เป็นของตัวชี้วัดที่ {other} ส่วนตัวชี้วัดที่ {number} คือ{own}",
                    f"this is the name of indicator {other}; indicator {number} is {own}",
                )
            )
        if sub:
            return None
        return Fault(
            Text(
                f"กรอบไม่มีตัวชี้วัดชื่อนี้ ตัวชี้วัดที่ {number} คือ{own}",
                f"the framework has no indicator of this name; indicator {number} is {own}",
            ),
            sure=False,
        )


def _no_such(number: str, told: str | None) -> Text:
    th, en = f"กรอบไม่มีตัวชี้วัดที่ {number}", f"the framework has no indicator {number}"
    return Text(f"{th} ชื่อนี้คือตัวชี้วัดที่ {told}", f"{en}; this name is that of {told}") if told else Text(th, en)


@cache
def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def names_of(framework: Framework) -> Names:
    """The indicators that ``framework`` lists."""
    listed = list(_listed(framework))
    return Names(
        {number: name for _, number, name in listed},
        {number: instrument for instrument, number, _ in listed},
        {sub.number: sub.name for sub in framework.sub_indicators},
    )


def _listed(framework: Framework) -> Iterator[tuple[Instrument, str, str]]:
    for instrument, survey in framework.instruments.items():
        for each in survey.indicators:
            yield instrument, each.number, each.name
    for indicator in framework.indicators:
        yield "oit", indicator.number, indicator.name
