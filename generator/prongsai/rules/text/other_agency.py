"""Another local agency's name in a source."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.text._agency import NEAR, Mention, mentions, own_of
from prongsai.rules.text._pieces import all_pieces
from prongsai.source.problems import quoted

# Before the name: somebody that the agency deals with, learns from or was before.
_DEALT_WITH = re.compile(
    "(?:ร่วมกับ|กับ|จาก|ถึง|แก่|และ|หรือ|/|,|ระหว่าง|ดูงาน(?:ที่|ณ)?|ณ|เช่น|อดีต|ติดต่อ|พื้นที่|เขต|เดิม(?:เป็น)?|เชิญ|ประสาน|ช่วย"
    "|สนับสนุน|โอน(?:ย้าย)?(?:ไป|มา)?)\\s?$"
)
_BESIDE = re.compile(r"\s?(?:และ|กับ|ร่วม)")


def check(context: Context) -> Iterator[Hit]:
    """Names of other agencies; one an item or measure."""
    own = own_of(context.site.agency)
    told: set[tuple[str, str]] = set()
    for piece in all_pieces(context):
        if (piece.source, piece.unit) in told:
            continue
        for mention in mentions(piece.text, own.place):
            if _is_strange(piece.text, mention):
                told.add((piece.source, piece.unit))
                hit = piece.hit(
                    mention.words,
                    name=quoted(mention.words),
                    value=quoted(piece.text),
                    own=context.site.agency.name,
                )
                yield hit if mention.sure else _unsure(hit)
                break


def _is_strange(text: str, mention: Mention) -> bool:
    if mention.whose != "other" or mention.family == "อบจ":
        return False
    return not _DEALT_WITH.search(text, max(0, mention.start - NEAR), mention.start) and not _BESIDE.match(
        text, mention.end
    )


def _unsure(hit: Hit) -> Hit:
    return Hit(
        hit.source,
        hit.loc,
        hit.find,
        values=hit.values,
        fiscal_year=hit.fiscal_year,
        item=hit.item,
        confidence="medium",
    )


_YEAR = "framework: nacc-2566\n"

RULE = Rule(
    code="T403",
    name="other-agency",
    family="text",
    severity="warning",
    title=Text("ชื่อของหน่วยงานอื่น", "another agency's name"),
    what=Text(
        "ข้อความหรือชื่อหลักฐานมีชื่อเทศบาลหรือ อบต. แห่งอื่น โดยไม่ได้กล่าวถึงในฐานะผู้ร่วมงานหรือผู้ติดต่อ",
        "a text or the title of evidence names another municipality or"
        " subdistrict organisation, and not as one that"
        " the agency deals with",
    ),
    why=Text(
        "หลักฐานของหน่วยงานอื่นไม่ได้คะแนน และประชาชนได้ข้อมูลผิดที่",
        "another agency's evidence scores nothing, and citizens are told of the wrong place",
    ),
    mend=Text(
        "แก้เป็นชื่อหน่วยงานตนเอง หรือเปลี่ยนหลักฐานให้เป็นของหน่วยงาน",
        "write the agency's own name, or put its own evidence there",
    ),
    message=Text(
        "กล่าวถึง {name} ทั้งที่เป็นข้อมูลของ{own}: {value} — แก้ชื่อ หรือเปลี่ยนเป็นหลักฐานของหน่วยงานเอง",
        "this names {name} in a source of {own}: {value} — mend the"
        " name or put the agency's own evidence there",
    ),
    example=Example(
        bad={
            "2566/year.yml": _YEAR,
            "2566/o11.md": "---\nreported: done\nresults:\n"
            "  - ลงแผนดำเนินงานของเทศบาลตำบลบางปะกงบนเว็บไซต์แล้ว\n---\n",
        },
        good={
            "2566/year.yml": _YEAR,
            "2566/o11.md": "---\nreported: done\nresults:\n"
            "  - ลงแผนดำเนินงานที่ทำร่วมกับเทศบาลตำบลบางปะกงแล้ว\n---\n",
        },
    ),
    check=check,
)
