"""An instrument's score that is not the mean of its indicators."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.arithmetic import INSTRUMENTS
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.score._figures import Figures, Misprint, figures, plain

_DOUBTFUL = Text(
    " แต่คะแนนรวมคิดจากคะแนนนี้ จึงน่าจะผิดที่ตัวชี้วัด",
    "; yet the overall score follows from it, so an indicator's is likely wrong",
)


def check(context: Context) -> Iterator[Hit]:
    """Instruments' stated scores against their indicators: at fault is what the rest contradicts."""
    for each in figures(context):
        misprints = {found.instrument: found for found in each.misprints}
        for instrument in INSTRUMENTS:
            stated, value = each.values[instrument], each.computed.instruments[instrument]
            if stated is None or value is None or not each.off_mean(instrument):
                continue
            if instrument in misprints:
                yield _indicator(each, misprints[instrument])
                continue
            name, shown, mean = instrument.upper(), plain(stated), plain(value)
            numbers = ", ".join(number for number, of in each.names.instruments.items() if of == instrument)
            hint = _DOUBTFUL if instrument in each.doubtful else Text("", "")
            fault = Text(
                f"คะแนน {name} ที่ระบุ {shown} ไม่ใช่ค่าเฉลี่ยของตัวชี้วัดที่ {numbers} ซึ่งเฉลี่ยได้ {mean}{hint.th}",
                f"the score of {name}, {shown}, is not the mean of indicators {numbers}: {mean}{hint.en}",
            )
            yield _hit(each, ("scores", "instruments", instrument, "stated"), fault)


def _indicator(each: Figures, misprint: Misprint) -> Hit:
    row = each.scores.indicators[misprint.place]
    told = each.names.named(str(row.number))
    printed, meant = plain(row.stated or misprint.meant), plain(misprint.meant)
    fault = Text(
        f"คะแนนตัวชี้วัดที่ {told} ที่ระบุ {printed} ทำให้ค่าเฉลี่ยไม่ตรงกับคะแนนของเครื่องมือ"
        f" แต่ {meant} ตามที่กล่าวถึงในบทวิเคราะห์ทำให้ตรง",
        f"the score of indicator {told}, {printed}, doesn't give the instrument's score, while {meant},"
        " which the analysis gives, does",
    )
    return _hit(each, ("scores", "indicators", misprint.place, "stated"), fault)


def _hit(each: Figures, loc: tuple[int | str, ...], fault: Text) -> Hit:
    return Hit(
        each.source,
        loc,
        values={"fault": fault},
        fiscal_year=each.year.fiscal_year,
        confidence=each.confidence,
    )


def _example(stated: str) -> str:
    return f"""\
framework: nacc-2566
scores:
  assessed_year: 2566
  instruments:
    eit: {{stated: {stated}}}
  indicators:
    - {{number: "6", name: คุณภาพการดำเนินงาน, instrument: eit, stated: 87.89}}
    - {{number: "7", name: ประสิทธิภาพการสื่อสาร, instrument: eit, stated: 85.14}}
    - {{number: "8", name: การปรับปรุงระบบการทำงาน, instrument: eit, stated: 83.20}}
"""


RULE = Rule(
    code="M501",
    name="instrument-mean",
    family="score",
    severity="warning",
    title=Text(
        "คะแนนเครื่องมือไม่ใช่ค่าเฉลี่ยของตัวชี้วัด",
        "an instrument's score that is not the mean of its indicators",
    ),
    what=Text(
        "คะแนน IIT, EIT หรือ OIT ที่ระบุ ต่างจากค่าเฉลี่ยของตัวชี้วัดในเครื่องมือนั้นเกินกว่าการปัดเศษ",
        "the stated score of IIT, EIT or OIT differs from the mean of its indicators by more than rounding",
    ),
    why=Text(
        "ประชาชนไม่รู้ว่าตัวเลขใดจริง และผู้ตรวจเห็นว่ารายงานไม่ได้มาจากผลประเมิน",
        "citizens can't tell which figure is true, and an assessor sees a report that doesn't rest on the"
        " results",
    ),
    mend=Text(
        "เทียบตัวเลขกับผลคะแนนในระบบ ITAS แล้วแก้ตัวที่คัดลอกผิด",
        "compare the figures with the results in ITAS and mend the one that was copied wrongly",
    ),
    message=Text(
        "{fault} — เทียบกับผลในระบบ ITAS แล้วแก้ตัวที่ผิด",
        "{fault} — compare with the results in ITAS and mend the wrong one",
    ),
    example=Example(bad={"2566/year.yml": _example("85.34")}, good={"2566/year.yml": _example("85.41")}),
    check=check,
)
