"""An overall score that does not follow from the instruments by the framework's weights."""

from collections.abc import Iterator
from decimal import Decimal

from prongsai.errors import Text
from prongsai.model.arithmetic import overall_of
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.score._figures import Figures, figures, plain


def check(context: Context) -> Iterator[Hit]:
    """Overall scores that follow neither from the stated instruments nor from the indicators."""
    for each in figures(context):
        stated = each.scores.overall.stated
        found = _following(each)
        if stated is None or not found or any(each.follows(stated, value, parts) for value, parts in found):
            continue
        weights = each.framework.weights
        yield Hit(
            each.source,
            ("scores", "overall", "stated"),
            values={
                "stated": plain(stated),
                "value": " / ".join(dict.fromkeys(plain(value) for value, _ in found)),
                "weights": f"{weights.iit}/{weights.eit}/{weights.oit}" if weights else "",
            },
            fiscal_year=each.year.fiscal_year,
            confidence=each.confidence,
        )


def _following(each: Figures) -> list[tuple[Decimal, list[Decimal]]]:
    """What follows from the stated instruments, and from the indicators; each with its parts."""
    stated = each.values
    ways = [
        (overall_of(stated, each.framework), [value for value in stated.values() if value is not None]),
        (each.computed.overall, [row.stated for row in each.scores.indicators if row.stated is not None]),
    ]
    return [(value, parts) for value, parts in ways if value is not None]


def _example(stated: str) -> str:
    return f"""\
framework: nacc-2566
scores:
  assessed_year: 2566
  overall: {{stated: {stated}}}
  instruments:
    iit: {{stated: 87.40}}
    eit: {{stated: 85.33}}
    oit: {{stated: 85.00}}
"""


RULE = Rule(
    code="M502",
    name="overall-weights",
    family="score",
    severity="warning",
    title=Text(
        "คะแนนรวมไม่ได้มาจากคะแนนเครื่องมือตามน้ำหนัก",
        "an overall score that doesn't follow from the instruments by their weights",
    ),
    what=Text(
        "คะแนนรวมที่ระบุคิดไม่ได้จากคะแนน IIT, EIT และ OIT ที่ระบุ และคิดไม่ได้จากตัวชี้วัดด้วย ตามน้ำหนักของกรอบ",
        "the stated overall score follows by the framework's weights neither from the stated IIT, EIT and OIT"
        " nor from the indicators",
    ),
    why=Text(
        "คะแนนรวมคือตัวเลขที่ประชาชนดูและใช้ตัดสินระดับผล ผิดหนึ่งตัวทำให้รายงานทั้งฉบับไม่น่าเชื่อ",
        "the overall score is what citizens look at and what the grade rests on: wrong, it discredits the"
        " whole report",
    ),
    mend=Text(
        "เทียบคะแนนรวมและคะแนนเครื่องมือกับผลในระบบ ITAS แล้วแก้ตัวที่คัดลอกผิด",
        "compare the overall score and the instruments with the results in ITAS and mend what was copied"
        " wrongly",
    ),
    message=Text(
        "คะแนนรวม {stated} ไม่ตรงกับที่คิดได้ตามน้ำหนัก IIT/EIT/OIT {weights} คือ {value}"
        " — เทียบกับผลในระบบ ITAS แล้วแก้ตัวที่ผิด",
        "the overall score {stated} is not what the weights of IIT/EIT/OIT, {weights}, give: {value} —"
        " compare with the results in ITAS and mend the wrong figure",
    ),
    example=Example(bad={"2566/year.yml": _example("86.82")}, good={"2566/year.yml": _example("85.82")}),
    check=check,
)
