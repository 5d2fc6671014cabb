"""A minimum count that is not reached."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.complete._shown import lacking, loc_of
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_ITEM = """\
---
reported: done
elements:
  manual: [1]
  details: [1]
  at-least-one: {tied}
evidence:
  - {{title: คู่มือการรับเงิน, url: https://www.example.go.th/manual}}
---
"""


def check(context: Context) -> Iterator[Hit]:
    """Elements to which less evidence is tied than there must be; one an item."""
    for year in context.site.years:
        for found in lacking(context, year):
            if found.few:
                entry, element = found.entry, found.few[0]
                yield Hit(
                    context.item_source(entry),
                    loc_of(entry, element),
                    on_key=True,
                    values={
                        "item": entry.code,
                        "element": f"{quoted(element.text, 50)} ({element.id})",
                        "least": element.min_count,
                        "count": len(set(entry.proof(element).evidence)),
                    },
                    fiscal_year=entry.fiscal_year,
                    item=entry.code,
                )


RULE = Rule(
    code="C106",
    name="too-few",
    family="complete",
    severity="warning",
    title=Text("จำนวนไม่ถึงขั้นต่ำ", "a minimum count that is not reached"),
    what=Text(
        "กรอบกำหนดจำนวนขั้นต่ำขององค์ประกอบ แต่หลักฐานที่ระบุไว้มีน้อยกว่านั้น",
        "the framework says how many of an element there must be, and less evidence is tied to it",
    ),
    why=Text(
        "จำนวนไม่ครบถือว่าขาดองค์ประกอบ ข้อนั้นอาจได้ 0",
        "with too few the element is missing, and the item can score 0",
    ),
    mend=Text(
        "เพิ่มหลักฐานให้ครบ แล้วระบุลำดับของหลักฐานไว้ที่องค์ประกอบนั้น",
        "add the evidence, and give its numbers at the element",
    ),
    message=Text(
        "ข้อ {item} ต้องมี {element} อย่างน้อย {least} แต่ระบุหลักฐานไว้ {count} — เพิ่มหลักฐานแล้วระบุลำดับใต้ elements",
        "{item} must have at least {least} of {element} and {count} is shown — add evidence and its number"
        " under"
        " elements",
    ),
    example=Example(
        bad={"2566/year.yml": "framework: nacc-2566\n", "2566/o14.md": _ITEM.format(tied="[]")},
        good={"2566/year.yml": "framework: nacc-2566\n", "2566/o14.md": _ITEM.format(tied="[1]")},
    ),
    check=check,
)
