"""No declaration of the No Gift Policy for the newest year."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.channel._channels import NO_GIFT_TOPIC, channels, on_topic, reporting_year
from prongsai.rules.context import Context
from prongsai.rules.eit import is_of_year
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_NOTHING = Text("", "")


def check(context: Context) -> Iterator[Hit]:
    """The newest year without a declaration among the channels or in its item. Without channels H701 speaks.

    This is only advice where the item has a declaration and the channels only another year's, and where the
    item has a finding of its own because it shows nothing.
    """
    site = context.site
    found = channels(site, "no_gift")
    year = site.newest
    if not site.agency.channels or any(is_of_year(each, year.fiscal_year) and each.url for _, each in found):
        return
    entry = next(on_topic(reporting_year(site), NO_GIFT_TOPIC), None)
    shown = bool(entry and entry.disclosure and (entry.evidence or entry.disclosure.documents))
    if shown and not found:
        return
    only = _NOTHING
    if found:
        title = quoted(found[0][1].title)
        only = Text(f" ช่องทางใน agency.yml มีแต่ {title}", f"; the channels in agency.yml have only {title}")
    yield Hit(
        context.agency_source,
        ("channels", found[0][0]) if found else ("channels",),
        on_key=not found,
        values={"year": year.fiscal_year, "only": only},
        fiscal_year=year.fiscal_year,
        severity="info" if shown or (entry and entry.reported == "done") else None,
    )


_AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n"

RULE = Rule(
    code="H705",
    name="no-gift-statement",
    family="channel",
    severity="warning",
    title=Text("ไม่มีประกาศ No Gift Policy ของปี", "no No Gift Policy declaration for the year"),
    what=Text(
        "ปีล่าสุดไม่มีประกาศ No Gift Policy ทั้งในช่องทางของหน่วยงานและในข้อของปีนั้น หรือช่องทางยังเป็นประกาศของปีอื่น"
        " ถ้าข้อของปีนั้นแจ้งว่าทำแล้ว เป็นเพียงคำแนะนำ",
        "the newest year has no No Gift Policy declaration, neither among the agency's channels nor in its"
        " item, or"
        " the channels still have another year's; advice only where the item says that it is done",
    ),
    why=Text(
        "ผู้มาติดต่อต้องรู้ว่าไม่ต้องให้ของขวัญ และกรอบขอประกาศที่ผู้บริหารคนปัจจุบันลงนามในปีนั้น",
        "people must know that no gift is expected, and the framework asks for a declaration signed in the"
        " year",
    ),
    mend=Text(
        "เพิ่มช่องทาง kind: no_gift ใน agency.yml พร้อม url ของประกาศปีล่าสุด หรือใส่หลักฐานในข้อของปีนั้น",
        "add a channel of kind: no_gift to agency.yml with the url of the newest year's declaration, or"
        " give the"
        " evidence in its item",
    ),
    message=Text(
        "ไม่มีประกาศ No Gift Policy ปี {year} ให้เปิดอ่าน{only} — เพิ่มช่องทาง kind: no_gift พร้อม url ของประกาศปีนี้",
        "there is no No Gift Policy declaration of {year} to read{only} — add a channel of kind: no_gift"
        " with its url",
    ),
    example=Example(
        bad={
            "agency.yml": f"{_AGENCY}channels:\n"
            "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: https://www.example.go.th/corruption}\n"
            "  - {kind: no_gift, title: ประกาศ No Gift Policy ปี 2565, url: https://www.example.go.th/gift}\n",
            "2566/year.yml": "framework: nacc-2566\n",
        },
        good={
            "agency.yml": f"{_AGENCY}channels:\n"
            "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: https://www.example.go.th/corruption}\n"
            "  - {kind: no_gift, title: ประกาศ No Gift Policy ปี 2566, url: https://www.example.go.th/gift}\n",
            "2566/year.yml": "framework: nacc-2566\n",
        },
    ),
    check=check,
)
