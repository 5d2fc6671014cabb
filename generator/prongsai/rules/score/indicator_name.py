"""An indicator under another's number, name or instrument."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.arithmetic import assessed_framework
from prongsai.model.site import Year
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Loc, Rule
from prongsai.rules.score._figures import LISTS, Figures, figures
from prongsai.rules.score._indicators import Fault, names_of
from prongsai.source.problems import quoted

Words = tuple[str | None, ...]


def check(context: Context) -> Iterator[Hit]:
    """Numbers, names and instruments that stand together: in scores, their analysis, measures, guidance."""
    for each in figures(context):
        yield from _scores(each)
    for year in context.measured():
        yield from _measures(context, year)


def _scores(each: Figures) -> Iterator[Hit]:
    def hit(loc: Loc, fault: Fault, *told: str | None) -> Hit:
        return _hit(each.source, ("scores", *loc), fault, each.year, each.own, told)

    names, analysis = each.names, each.scores.analysis
    for place, row in enumerate(each.scores.indicators):
        if fault := names.fault(row.number, row.name, row.instrument):
            yield hit(("indicators", place, fault.at), fault, row.number, row.name)
    for key in LISTS:
        for place, mention in enumerate(getattr(analysis, key)):
            if fault := names.fault(mention.number, mention.name):
                yield hit(("analysis", key, place, fault.at), fault, mention.number, mention.name)
    for place, wish in enumerate(analysis.improve):
        if fault := names.fault(None, wish.indicator, wish.instrument):
            yield hit(("analysis", "improve", place, "indicator"), fault, wish.indicator)


def _measures(context: Context, year: Year) -> Iterator[Hit]:
    report, framework = year.measures, year.framework or assessed_framework(context.site, year)
    if report is None or framework is None:
        return
    names, source = names_of(framework), context.measures_source(year)
    own = framework is year.framework
    for place, measure in enumerate(report.measures):
        if fault := names.fault(measure.indicator, None, measure.instrument):
            words: Words = (measure.indicator, measure.instrument)
            yield _hit(source, ("measures", place, "indicator"), fault, year, own, words)
    for place, guidance in enumerate(report.guidance):
        if fault := names.fault(guidance.indicator, guidance.name, guidance.instrument):
            key = "indicator" if fault.at == "number" else fault.at
            words = (guidance.indicator, guidance.name)
            yield _hit(source, ("guidance", place, key), fault, year, own, words)


def _hit(source: str, loc: Loc, fault: Fault, year: Year, own: bool, told: Words) -> Hit:
    return Hit(
        source,
        loc,
        values={"told": quoted(" ".join(filter(None, told))), "reason": fault.reason},
        fiscal_year=year.fiscal_year,
        confidence="low" if not own else "high" if fault.sure else "medium",
    )


def _example(number: str) -> str:
    return f"""\
framework: nacc-2566
scores:
  assessed_year: 2566
  analysis:
    weaknesses:
      - {{number: "{number}", name: การเปิดเผยข้อมูล}}
"""


RULE = Rule(
    code="M505",
    name="indicator-name",
    family="score",
    severity="warning",
    title=Text("เลขกับชื่อตัวชี้วัดไม่ตรงกัน", "an indicator under another's number or name"),
    what=Text(
        "เลข ชื่อ หรือเครื่องมือของตัวชี้วัดที่เขียนไว้คู่กันไม่ตรงกับกรอบการประเมิน ในตารางคะแนน บทวิเคราะห์ มาตรการ หรือแนวทาง",
        "the number, name or instrument of an indicator that stand together don't agree with the framework:"
        " in the scores, in their analysis, in measures or in guidance",
    ),
    why=Text(
        "อ่านแล้วไม่รู้ว่าพูดถึงตัวชี้วัดใด มาตรการจึงอาจแก้ผิดเรื่อง และผู้ตรวจเห็นว่าไม่ได้วิเคราะห์จากผลจริง",
        "nobody can tell which indicator is meant, so a measure may aim at the wrong one, and an assessor"
        " doubts the analysis",
    ),
    mend=Text(
        "ดูรายการตัวชี้วัดของปี แล้วแก้เลขหรือชื่อให้เป็นตัวเดียวกัน",
        "look at the year's list of indicators and make number and name those of the same one",
    ),
    message=Text(
        "{told}: {reason} — แก้เลขหรือชื่อให้ตรงกับกรอบ",
        "{told}: {reason} — make number and name agree with the framework",
    ),
    example=Example(bad={"2566/year.yml": _example("10")}, good={"2566/year.yml": _example("9")}),
    check=check,
)
