"""The same progress text under two items of a year."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.text._repeats import repeats
from prongsai.source.problems import quoted


def check(context: Context) -> Iterator[Hit]:
    """Items whose result, method or text is another item's."""
    for year in context.site.years:
        for repeat in repeats(context, year):
            yield repeat.piece.hit(
                None,
                value=quoted(repeat.piece.text),
                item=repeat.item.code,
                title=repeat.item.item.title,
                other=repeat.owner.code,
                about=repeat.owner.item.title,
            )


_AGENCY = "name: องค์การบริหารส่วนตำบลตัวอย่าง\nkind: องค์การบริหารส่วนตำบล\ninvented: true\n"
_YEAR = "framework: nacc-2566\n"
_O22 = "---\nreported: done\nresults:\n  - จัดทำรายงานผลการจัดซื้อจัดจ้างประจำปี และเผยแพร่บนเว็บไซต์ของ อบต.\n---\n"

RULE = Rule(
    code="T401",
    name="repeated-text",
    family="text",
    severity="warning",
    title=Text("ข้อความซ้ำกับของข้ออื่น", "another item's text"),
    what=Text(
        "ผลการดำเนินการ วิธีดำเนินการ หรือข้อความของข้อหนึ่งตรงกับของอีกข้อในปีเดียวกัน ไม่ว่าจะต่างกันที่ช่องว่าง เลขไทย จุด หรือคำย่อ"
        " (อบต. กับ องค์การบริหารส่วนตำบล) ข้อความทั่วไป เช่น “เผยแพร่บนเว็บไซต์แล้ว” ไม่นับ",
        "what was done, how, or the text of one item is that of another"
        " of the same year, spaces, digits, dots and"
        " abbreviations apart; what any item may say of itself (“published on the website”) doesn't count",
    ),
    why=Text(
        "ข้อความที่คัดลอกมาไม่ได้บอกว่าข้อนี้ทำอะไร ผู้ประเมินให้ 0 คะแนนได้ และประชาชนหาเรื่องที่ต้องการไม่พบ",
        "a copied text doesn't say what was done here: the assessor"
        " may score the item 0, and citizens don't find"
        " what they look for",
    ),
    mend=Text(
        "เขียนผลของข้อนี้เองว่าทำอะไร เมื่อใด และดูได้ที่ใด",
        "say what was done for this item, when, and where it can be seen",
    ),
    message=Text(
        "ข้อ {item} ({title}) ใช้ข้อความ {value} ซึ่งตรงกับของข้อ {other} ({about}) — เขียนผลของข้อ {item} เอง",
        "{item} ({title}) says {value}, which is what {other} ({about}) says — say what was done for {item}",
    ),
    example=Example(
        bad={
            "agency.yml": _AGENCY,
            "2566/year.yml": _YEAR,
            "2566/o22.md": _O22,
            "2566/o24.md": "---\nreported: done\nresults:\n"
            "  - จัดทำรายงานผลการจัดซื้อจัดจ้างประจำปีและเผยแพร่บนเว็บไซต์ขององค์การบริหารส่วนตำบล\n---\n",
        },
        good={
            "agency.yml": _AGENCY,
            "2566/year.yml": _YEAR,
            "2566/o22.md": _O22,
            "2566/o24.md": "---\nreported: done\nresults:\n  - อบรมพนักงานแล้วสองหลักสูตรตามนโยบายบุคคล\n---\n",
        },
    ),
    check=check,
)
