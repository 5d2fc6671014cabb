"""A strength, weakness, highest or lowest indicator that the figures contradict."""

from collections.abc import Iterator
from typing import Final

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.score._figures import figures, plain
from prongsai.rules.score._readings import contradictions
from prongsai.source.problems import quoted

_LISTS: Final = {
    "strengths": Text("จุดแข็ง", "a strength"),
    "weaknesses": Text("จุดอ่อน", "a weakness"),
    "highest": Text("ตัวชี้วัดที่ได้คะแนนสูงสุด", "the highest"),
    "lowest": Text("ตัวชี้วัดที่ได้คะแนนต่ำสุด", "the lowest"),
}


def check(context: Context) -> Iterator[Hit]:
    """Mentions of indicators in the analysis against the year's figures."""
    for each in figures(context):
        for key, called in _LISTS.items():
            for found in contradictions(each, key):
                mention = found.mention
                stated = plain(mention.stated) if mention.stated is not None else None
                told = " ".join(filter(None, (mention.number, mention.name, stated)))
                yield Hit(
                    each.source,
                    ("scores", "analysis", key, found.place, found.key),
                    values={"list": called, "told": quoted(told), "reason": found.reason},
                    fiscal_year=each.year.fiscal_year,
                    severity="info" if found.slight else None,
                    confidence=found.confidence,
                )


def _example(name: str) -> str:
    return f"""\
framework: nacc-2566
scores:
  assessed_year: 2566
  indicators:
    - {{number: "9", name: การเปิดเผยข้อมูล, instrument: oit, stated: 82.50}}
    - {{number: "10", name: การป้องกันการทุจริต, instrument: oit, stated: 51.25}}
  analysis:
    lowest:
      - {{name: {name}}}
"""


RULE = Rule(
    code="M504",
    name="contradicted-reading",
    family="score",
    severity="warning",
    title=Text("บทวิเคราะห์ขัดกับตัวเลข", "a strength, weakness, highest or lowest that the figures contradict"),
    what=Text(
        "จุดแข็ง จุดอ่อน ตัวชี้วัดที่ได้คะแนนสูงสุดหรือต่ำสุด ไม่เป็นไปตามตารางคะแนน หรือยกคะแนนของตัวชี้วัดอื่นมา",
        "a strength, a weakness, the highest or the lowest indicator is not so by the scores, or is given"
        " another's score",
    ),
    why=Text(
        "มาตรการที่ตั้งจากบทวิเคราะห์ผิดแก้ไม่ตรงจุด และผู้ตรวจเห็นว่าไม่ได้วิเคราะห์จากผลประเมินจริง",
        "measures that rest on a wrong reading mend the wrong thing, and an assessor sees an analysis"
        " without its results",
    ),
    mend=Text(
        "ดูตารางคะแนนของปีที่ประเมิน แล้วแก้ชื่อตัวชี้วัดหรือคะแนนที่ยกมา",
        "look at the assessed year's scores and mend the indicator's name or the score given for it",
    ),
    message=Text(
        "{told} กล่าวไว้เป็น{list}: {reason} — แก้ให้ตรงกับตารางคะแนน",
        "{told}, called {list}: {reason} — make it agree with the scores",
    ),
    example=Example(
        bad={"2566/year.yml": _example("การเปิดเผยข้อมูล")},
        good={"2566/year.yml": _example("การป้องกันการทุจริต")},
    ),
    check=check,
)
