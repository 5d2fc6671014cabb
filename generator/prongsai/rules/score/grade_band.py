"""A grade that the bands don't allow for the score, or two grades for one score."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.errors import Text
from prongsai.model.arithmetic import INSTRUMENTS
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Loc, Rule
from prongsai.rules.score._bands import Case, Judgement, fold_grade, is_grade, judge
from prongsai.rules.score._figures import Figures, figures, plain
from prongsai.source.problems import quoted


@dataclass(frozen=True)
class _Graded:
    """A score with its grades; ``whole``: the overall score, for which the bands are made."""

    loc: Loc
    grades: tuple[str, ...]
    cases: tuple[Case, ...]
    whole: bool = True


def check(context: Context) -> Iterator[Hit]:
    """Grades of the overall score and of the instruments, where the bands of the assessed year are known."""
    packs = context.site.frameworks.values()
    known = {fold_grade(band.name) for pack in packs for band in pack.bands}
    for each in figures(context):
        if each.own:
            for graded in _graded(each):
                yield from _hits(each, graded, known)


def _graded(each: Figures) -> Iterator[_Graded]:
    overall, computed = each.scores.overall, each.computed
    totals = [total for total in (overall.stated, computed.overall) if total is not None]
    parts = (_first_known(each.values, computed.instruments), _first_known(computed.instruments, each.values))
    cases = tuple((total, part) for total in totals for part in parts)
    yield _Graded(("scores", "overall"), overall.grades_stated, cases)
    for key, stated in each.scores.instruments.items():
        values = [value for value in (stated.stated, computed.instruments[key]) if value is not None]
        yield _Graded(
            ("scores", "instruments", key),
            stated.grades_stated,
            tuple((value, {}) for value in values),
            False,
        )


def _first_known(*ways: Mapping[str, Decimal | None]) -> dict[str, Decimal | None]:
    """The instruments' scores by the first of ``ways`` that knows each."""
    return {key: next((way[key] for way in ways if way[key] is not None), None) for key in INSTRUMENTS}


def _hits(each: Figures, graded: _Graded, known: set[str]) -> Iterator[Hit]:
    """One finding for each grade that is wrong, or else one for a second grade."""
    judged = [
        (place, grade, judge(grade, graded.cases, each.framework, known))
        for place, grade in enumerate(graded.grades)
        if is_grade(grade, each.framework)
    ]
    wrong = [(place, grade, found) for place, grade, found in judged if found is not None]
    if not wrong:
        other = [row for row in judged if fold_grade(row[1]) != fold_grade(judged[0][1])]
        wrong = [(place, grade, _second(judged[0][1])) for place, grade, _ in other[:1]]
    for place, grade, found in wrong:
        score = plain(graded.cases[0][0]) if graded.cases else "-"
        yield Hit(
            each.source,
            (*graded.loc, "grades_stated", place),
            values={"grade": quoted(grade), "score": score, "reason": found.reason},
            fiscal_year=each.year.fiscal_year,
            severity=None if graded.whole else "info",
            confidence=found.confidence if graded.whole else "low",
        )


def _second(first: str) -> Judgement:
    told = quoted(first)
    return Judgement(Text(f"คะแนนเดียวกันให้ระดับ {told} ไว้ด้วย", f"the same score is also given {told}"), "high")


def _example(grades: str) -> str:
    return f"""\
framework: nacc-2567
scores:
  assessed_year: 2566
  overall: {{stated: 79.84, grades_stated: [{grades}]}}
"""


RULE = Rule(
    code="M503",
    name="grade-band",
    family="score",
    severity="warning",
    title=Text("ระดับผลไม่ตรงกับคะแนน", "a grade that the score doesn't allow"),
    what=Text(
        "ระดับผลที่ระบุไม่ใช่ระดับที่เกณฑ์ของปีที่ประเมินให้แก่คะแนนนั้น หรือคะแนนเดียวให้ไว้สองระดับ"
        " ถ้ารู้คะแนนเครื่องมือก็ดูคะแนนขั้นต่ำของแต่ละเครื่องมือด้วย",
        "a stated grade is not the one that the assessed year's bands give to the score, or one score is"
        " given two; where the instruments' scores are known, the floor of each counts too",
    ),
    why=Text(
        "ประชาชนดูระดับก่อนดูคะแนน ระดับที่สูงเกินจริงคือการให้ข้อมูลผิด ระดับที่ต่ำเกินจริงทำให้หน่วยงานเสียหาย",
        "citizens look at the grade before the figure: too high a grade misleads them, too low a one harms"
        " the agency",
    ),
    mend=Text(
        "ใช้ระดับตามประกาศผลของปีที่ประเมิน และเขียนไว้เพียงระดับเดียว",
        "state the grade that was announced for the assessed year, and only that one",
    ),
    message=Text(
        "ระดับ {grade} ไม่ตรงกับคะแนน {score}: {reason} — แก้ให้เหลือระดับเดียวตามประกาศผล",
        "the grade {grade} doesn't fit the score {score}: {reason} — keep the one grade that was announced",
    ),
    example=Example(
        bad={"2567/year.yml": _example("ต้องปรับปรุง, ผ่าน")}, good={"2567/year.yml": _example("ต้องปรับปรุง")}
    ),
    check=check,
)
