"""An address that was filed with the assessors, and is no longer among those of its item."""

import json
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.filed import SHEET_FORMAT
from prongsai.model.filing import addresses_to_file
from prongsai.model.site import Year
from prongsai.rules.address._demo import SITE, item, sources
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted
from prongsai.thai.dates import day_in_thailand, format_date


def check(context: Context) -> Iterator[Hit]:
    """Filed addresses that an item no longer has."""
    for year in context.site.years:
        if year.sheet:
            yield from _of_year(context, year)


def _of_year(context: Context, year: Year) -> Iterator[Hit]:
    sheet = year.sheet
    assert sheet is not None
    day = format_date(day_in_thailand(sheet.filed_at), style="short")
    for code, filed in sheet.items.items():
        entry = year.by_code.get(code)
        now = addresses_to_file(entry, sheet.site) if entry else ()
        source = context.item_source(entry) if entry else context.year_source(year)
        for address in filed:
            if address not in now:
                yield Hit(
                    source,
                    ("evidence",) if entry and entry.evidence else (),
                    values={"value": quoted(address, 160), "day": day, "item": code},
                    fiscal_year=year.fiscal_year,
                    item=code if entry else None,
                )


_URL = f"{SITE}/powers"


def _filed(*addresses: str) -> dict[str, str]:
    record = {
        "format": SHEET_FORMAT,
        "fiscal_year": 2566,
        "filed_at": "2023-04-20T03:00:00+00:00",
        "site": None,
    }
    return {"2566/itas.filed.json": json.dumps(record | {"items": {"o3": addresses}}, indent=1) + "\n"}


RULE = Rule(
    code="A318",
    name="filed-address",
    family="address",
    severity="error",
    title=Text("ที่อยู่ที่ยื่นไว้หายไปจากข้อ", "an address that was filed is gone from its item"),
    what=Text(
        "ข้อนี้ไม่มีที่อยู่ที่ยื่นไว้กับผู้ประเมินด้วย prongsai export itas แล้ว",
        "the item no longer has an address that was filed with the assessors by prongsai export itas",
    ),
    why=Text(
        "ผู้ประเมินและการอุทธรณ์ใช้ที่อยู่ที่ยื่น ถ้าที่อยู่นั้นไม่ตอบหรือหน้าเว็บไม่แสดงแล้ว ข้อนี้ได้ 0",
        "assessors and appeals go by the address that was filed; where it no longer answers or is no longer "
        "shown, "
        "the item scores 0",
    ),
    mend=Text(
        "นำที่อยู่เดิมกลับมาไว้ใน evidence (เพิ่มที่อยู่ใหม่ต่อท้ายได้) ถ้าตั้งใจเปลี่ยน บอกเหตุผลในข้อด้วย "
        "silence หรือถ้ายื่นใหม่ "
        "สั่ง prongsai export itas --again",
        "put the old address back into evidence (new ones may be added behind it); if the change was meant, "
        "give "
        "the reason by silence in the item or, if the year is filed anew, run prongsai export itas --again",
    ),
    message=Text(
        "ที่อยู่ {value} ยื่นไว้เมื่อ {day} แต่ข้อ {item} ไม่มีแล้ว — นำกลับมาไว้ใน evidence "
        "หรือถ้าตั้งใจเปลี่ยน เขียน "
        "silence: {{A318: เหตุผล}} ในข้อนี้",
        "the address {value} was filed on {day}, but {item} no longer has it — put it back into evidence or, "
        "if "
        "that was meant, write silence: {{A318: why}} in the item",
    ),
    example=Example(
        bad=sources(o3=item(f"url: {SITE}/new-powers")) | _filed(_URL),
        good=sources(o3=item(f"url: {_URL}")) | _filed(_URL),
    ),
    check=check,
)
