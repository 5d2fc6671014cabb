"""An item whose results speak of another item's subject."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.disclosure import Disclosure
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.rules.text._repeats import repeats
from prongsai.source.problems import quoted

# Subjects that stay apart: a result on one of them that speaks of another alone is misplaced.
# Those that speak of all the others (news, plans against corruption, participation, measures) are not here.
_SUBJECTS: dict[str, re.Pattern[str]] = {
    "procurement": re.compile("จัดซื้อ|จัดจ้าง|พัสดุ|ประกวดราคา|ราคากลาง|สัญญา|ซื้อ|จ้าง"),
    "hr": re.compile("บุคคล|บุคลากร|พนักงาน|อัตรากำลัง|อบรม|เจ้าหน้าที่|ข้าราชการ|หลักสูตร"),
    "complaint": re.compile("ร้องเรียน|ร้องทุกข์|แจ้งเรื่อง|แจ้งเบาะแส|แนวปฏิบัติ|ทุจริต|คู่มือ"),
    "satisfaction": re.compile("พึงพอใจ|พอใจ|แบบสอบถาม|สำรวจ|ประเมินผลการให้บริการ"),
    "no-gift": re.compile("(?i:gift)|ของขวัญ|ของกำนัล|รับของ|ของมาให้|ของไว้|ทรัพย์สิน|ธรรมจรรยา"),
    "privacy": re.compile("ส่วนบุคคล|ส่วนตัว|(?i:pdpa)|เจ้าของข้อมูล|นโยบาย"),
}
# Words so much of one subject that a result with them is about it.
_PLAINLY: dict[str, re.Pattern[str]] = {
    "procurement": re.compile("จัดซื้อจัดจ้าง|จัดซื้อ/จัดจ้าง|การจัดหาพัสดุ|ประกวดราคา"),
    "hr": re.compile("ทรัพยากรบุคคล|การบริหารงานบุคคล|พัฒนาบุคลากร"),
    "complaint": re.compile("เรื่องร้องเรียน|ร้องเรียนการทุจริต"),
    "satisfaction": re.compile("ความพึงพอใจ"),
    "no-gift": re.compile("(?i:no gift)|ไม่รับของขวัญ|งดรับของขวัญ"),
    "privacy": re.compile("คุ้มครองข้อมูลส่วนบุคคล"),
}
_NAMES = {
    "procurement": Text("การจัดซื้อจัดจ้าง", "procurement"),
    "hr": Text("งานบุคคล", "human resources"),
    "complaint": Text("เรื่องร้องเรียนการทุจริต", "complaints about corruption"),
    "satisfaction": Text("ความพึงพอใจ", "satisfaction"),
    "no-gift": Text("การไม่รับของขวัญ", "gifts"),
    "privacy": Text("ข้อมูลส่วนบุคคล", "personal data"),
}
_TOPICS = {
    "procurement-": "procurement",
    "hr-": "hr",
    "complaint-": "complaint",
    "satisfaction": "satisfaction",
    "no-gift-": "no-gift",
    "privacy-": "privacy",
}


def check(context: Context) -> Iterator[Hit]:
    """Items of which every result speaks of another subject, those of T401 apart."""
    for year in context.site.years:
        told = {repeat.item.code for repeat in repeats(context, year)}
        for entry in year.entries:
            subject = _subject(entry.item.topic)
            if entry.disclosure is None or subject is None or entry.code in told:
                continue
            other = _other(entry.disclosure, subject)
            if other:
                first = entry.disclosure.results[0].text
                words = _PLAINLY[other].search(first)
                yield Hit(
                    context.item_source(entry),
                    ("results", 0, "text"),
                    words[0] if words else None,
                    values={
                        "item": entry.code,
                        "title": entry.item.title,
                        "value": quoted(first),
                        "about": _NAMES[other],
                    },
                    fiscal_year=entry.fiscal_year,
                    item=entry.code,
                )


def _subject(topic: str) -> str | None:
    return next((subject for start, subject in _TOPICS.items() if topic.startswith(start)), None)


def _other(said: Disclosure, subject: str) -> str | None:
    """The one other subject of which every result plainly speaks, where none speaks of the item's own."""
    texts = [result.text for result in said.results]
    if not texts or any(_SUBJECTS[subject].search(text) for text in texts):
        return None
    spoken = [
        other
        for other, plainly in _PLAINLY.items()
        if other != subject and all(plainly.search(text) for text in texts)
    ]
    return spoken[0] if len(spoken) == 1 else None


_YEAR = "framework: nacc-2566\n"

RULE = Rule(
    code="T408",
    name="other-subject",
    family="text",
    severity="warning",
    title=Text("ผลกล่าวถึงเรื่องของข้ออื่น", "results on another item's subject"),
    what=Text(
        "ผลทุกข้อของข้อนี้กล่าวถึงเรื่องอื่น เช่น ข้อนโยบายบุคคลกล่าวถึงแต่การจัดซื้อจัดจ้าง",
        "all results of an item speak of something else: human"
        " resources policy of procurement alone, for one",
    ),
    why=Text(
        "ผู้ประเมินไม่พบผลของข้อนี้ จึงให้ 0 คะแนนได้ และประชาชนไม่รู้ว่าเรื่องนี้ทำแล้วหรือยัง",
        "the assessor finds no result for the item and may score it"
        " 0; citizens can't tell whether it was done",
    ),
    mend=Text(
        "เขียนผลของข้อนี้ และย้ายข้อความเดิมไปไว้ในข้อที่ถูก", "say what was done here; move the text to its own item"
    ),
    message=Text(
        "ข้อ {item} ({title}) กล่าวถึงแต่{about}: {value} — เขียนผลของข้อนี้แทน",
        "{item} ({title}) speaks of {about} alone: {value} — say what was done for this item",
    ),
    example=Example(
        bad={
            "2566/year.yml": _YEAR,
            "2566/o24.md": "---\nreported: done\nresults:\n  - จัดทำรายงานผลการจัดซื้อจัดจ้างแล้ว\n---\n",
        },
        good={
            "2566/year.yml": _YEAR,
            "2566/o24.md": "---\nreported: done\nresults:\n"
            "  - อบรมพนักงานเรื่องการจัดซื้อจัดจ้างตามนโยบายบุคคลแล้ว\n---\n",
        },
    ),
    check=check,
)
