"""The estimate as ``prongsai score`` prints it: in plain words, with what to mend first."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from prongsai.errors import Lang, Text
from prongsai.model.estimate import Estimate, Gain

MOST: Final = 10
_PLACES: Final = Decimal("0.01")

_OIT = Text(
    "คะแนน OIT โดยประมาณ ปี {year}: {oit} จาก 100 (นับได้ {counted} จาก {considered} ข้อ)",
    "Estimated OIT score of {year}: {oit} of 100 ({counted} of {considered} items count)",
)
_IF_SOME = Text(
    "ถ้านับข้อที่แสดงไว้บางส่วนด้วย: {oit}",
    "Counting also items of which a part is shown: {oit}",
)
_NOTHING = Text(
    "ปี {year} ไม่มีข้อใดที่ต้องให้คะแนน เพราะทุกข้อระบุว่าไม่เกี่ยวข้อง",
    "{year} has no item to score: all of them are not applicable",
)
_UNKNOWN = Text(
    "ปี {year} ประมาณคะแนนไม่ได้ เพราะไม่รู้กรอบการประเมิน — ระบุ framework ใน {year}/year.yml",
    "{year} cannot be estimated, as its framework is not known — name it in {year}/year.yml",
)
_RESTS_ON = Text(
    "นี่เป็นการประมาณ ยังไม่มีผู้ประเมินตรวจ คิดจากสิ่งที่แสดงไว้ในไฟล์ข้อมูลและสิ่งที่ prongsai check พบ\n"
    "ข้อหนึ่งได้ 100 เมื่อทุกองค์ประกอบที่ต้องมีผูกกับหลักฐาน และไม่พบปัญหาเรื่องปีหรือที่อยู่เว็บ มิฉะนั้นได้ 0\n"
    "คะแนนตัวชี้วัดย่อย ตัวชี้วัด และ OIT เป็นค่าเฉลี่ยของสิ่งที่อยู่ข้างใต้ ข้อที่ไม่เกี่ยวข้องไม่นำมาคิด",
    "This is an estimate that no assessor has seen. It rests on what the sources show"
    " and what prongsai check finds.\n"
    "An item scores 100 when each required element is tied to evidence and nothing is wrong with years"
    " or addresses, or else 0.\n"
    "Sub-indicators, indicators and OIT are the means of what is below them, without what is not applicable.",
)
_UNSURE = Text(
    "กรอบปี {year} ที่ใช้คิดยังไม่ยืนยันทั้งหมด: {facts}",
    "Not all of the framework of {year} is certain: {facts}",
)
_FACTS = {
    "items": Text("รายการข้อ", "the items"),
    "sub_indicators": Text("การแบ่งตัวชี้วัดย่อย", "the sub-indicators"),
    "elements": Text("องค์ประกอบของข้อ", "the items' elements"),
    "weights": Text("น้ำหนักของเครื่องมือ", "the instruments' weights"),
}
_BY_INDICATOR = Text("คะแนนรายตัวชี้วัด", "By indicator")
_NOT_APPLICABLE = Text("ไม่เกี่ยวข้อง", "not applicable")
_FIRST = Text("ทำข้อเหล่านี้ก่อน จะเพิ่มคะแนนได้มากที่สุด", "These would raise it most")
_MORE = Text("และอีก {count} ข้อที่ยังไม่นับ", "and {count} more that don't count yet")
_ALL_COUNT = Text("ทุกข้อนับคะแนนแล้ว", "Every item counts")
_GAIN = Text("OIT +{oit}", "OIT +{oit}")
_OVERALL = Text("คะแนนรวม +{overall}", "overall +{overall}")
_SHOWN = {
    "none": Text("ยังไม่มีหลักฐาน", "nothing is shown"),
    "some": Text("ผูกหลักฐานกับองค์ประกอบให้ครบ", "tie evidence to every required element"),
}
_FOUND = Text("แก้ {rules}", "mend {rules}")


def score_text(estimate: Estimate, lang: Lang) -> str:
    """The estimate, what it rests on, what every indicator scores, and the items that would raise it most."""
    if estimate.oit is None:
        return _NOTHING.in_(lang).format(year=estimate.fiscal_year)
    return "\n".join(
        (*_summary(estimate, lang), "", *_indicators(estimate, lang), "", *_first(estimate, lang))
    )


def no_score_text(fiscal_year: int, lang: Lang) -> str:
    """The same for a year whose framework is not known."""
    return _UNKNOWN.in_(lang).format(year=fiscal_year)


def _summary(estimate: Estimate, lang: Lang) -> Iterator[str]:
    yield _OIT.in_(lang).format(
        year=estimate.fiscal_year,
        oit=_two(estimate.oit, lang),
        counted=estimate.counted,
        considered=estimate.considered,
    )
    if estimate.oit_if_some != estimate.oit:
        yield _IF_SOME.in_(lang).format(oit=_two(estimate.oit_if_some, lang))
    yield ""
    yield _RESTS_ON.in_(lang)
    basis = estimate.framework.basis
    unsure = [key for key in _FACTS if key in basis and basis[key].certainty != "certain"]
    if unsure:
        facts = ", ".join(_FACTS[key].in_(lang) for key in unsure)
        yield _UNSURE.in_(lang).format(year=estimate.framework.fiscal_year, facts=facts)


def _indicators(estimate: Estimate, lang: Lang) -> Iterator[str]:
    yield _BY_INDICATOR.in_(lang)
    for indicator in estimate.framework.indicators:
        score = _two(estimate.indicators[indicator.number], lang)
        yield f"  {score:>6}  {indicator.number} {_named(indicator.name, indicator.name_en, lang)}"
        for sub in indicator.sub_indicators:
            score = _two(estimate.sub_indicators[sub.number], lang)
            yield f"    {score:>6}  {sub.number} {_named(sub.name, sub.name_en, lang)}"


def _first(estimate: Estimate, lang: Lang) -> Iterator[str]:
    if not estimate.gains:
        yield _ALL_COUNT.in_(lang)
        return
    yield _FIRST.in_(lang)
    for gain in estimate.gains[:MOST]:
        yield _gain(estimate, gain, lang)
    if len(estimate.gains) > MOST:
        yield "  " + _MORE.in_(lang).format(count=len(estimate.gains) - MOST)


def _gain(estimate: Estimate, gain: Gain, lang: Lang) -> str:
    item = estimate.framework.by_code[gain.item]
    brings = [_GAIN.in_(lang).format(oit=_two(gain.oit, lang))]
    if gain.overall is not None:
        brings.append(_OVERALL.in_(lang).format(overall=_two(gain.overall, lang)))
    todo = [_SHOWN[gain.shown].in_(lang)] if gain.shown in _SHOWN else []
    todo += [_FOUND.in_(lang).format(rules=", ".join(gain.rules))] if gain.rules else []
    return f"  {', '.join(brings)}  {gain.item} {_named(item.title, item.title_en, lang)} — {', '.join(todo)}"


def _named(name: str, name_en: str | None, lang: Lang) -> str:
    return name_en or name if lang == "en" else name


def _two(value: Decimal | None, lang: Lang) -> str:
    if value is None:
        return _NOT_APPLICABLE.in_(lang)
    return f"{value.quantize(_PLACES, ROUND_HALF_UP):f}"
