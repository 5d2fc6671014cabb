"""No address of the EIT questionnaire while people should answer it."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.site import Year
from prongsai.rules import eit
from prongsai.rules.channel._channels import channels
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Loc, Rule
from prongsai.source.problems import quoted

_NOTHING = Text("", "")


def check(context: Context) -> Iterator[Hit]:
    """Years that need the address now and give none."""
    for year in context.site.years:
        if eit.lacks_address(context, year):
            yield _hit(context, year)


def _hit(context: Context, year: Year) -> Hit:
    """At a channel without address or of another year, else at the item, else at the channels."""
    found = channels(context.site, "eit")
    without = next((pair for pair in found if not pair[1].url), None)
    entry = eit.asking_entry(year)
    values: dict[str, object] = {"year": year.fiscal_year, "when": _when(year), "listed": _NOTHING}
    source: str = context.agency_source
    item: str | None = None
    loc: Loc = ("channels",)
    if found:
        number, channel = without or found[0]
        title = quoted(channel.title)
        loc = ("channels", number, "url") if without else ("channels", number)
        values["listed"] = Text(f" {title} ไม่มี url", f": {title} has no url")
        if not without:
            values["listed"] = Text(f" มีแต่ {title}", f", only {title}")
    elif entry and entry.disclosure:
        source, loc, item = (
            context.item_source(entry),
            ("elements", eit.elements_of(entry.item)[0].id),
            entry.code,
        )
    return Hit(
        source,
        loc,
        on_key=without is not None or not found,
        values=values,
        fiscal_year=year.fiscal_year,
        item=item,
        severity=None if eit.is_open(year, context.today) else "info",
    )


def _when(year: Year) -> Text:
    span = eit.window(year)
    if span is None:
        return _NOTHING
    start, end = span.start.iso(), span.end.iso()
    return Text(f" (เปิดรับ {start} ถึง {end})", f" (open {start} to {end})")


_AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n"
_YEAR = "framework: nacc-2566\ncalendar:\n  - {name: เปิดรับแบบวัด EIT, start: 2023-02-01, end: 2023-03-31}\n"

RULE = Rule(
    code="H704",
    name="no-eit-address",
    family="channel",
    severity="warning",
    title=Text("ไม่มีที่อยู่ของแบบวัด EIT", "no address of the EIT questionnaire"),
    what=Text(
        "ปีล่าสุด หรือปีที่อยู่ในช่วงเปิดรับแบบวัด EIT ไม่มีที่อยู่ของแบบวัด ทั้งใน agency.yml และในข้อของปีนั้น"
        " ดูเฉพาะปีที่กรอบหรือปฏิทินพูดถึงแบบวัด EIT นอกช่วงเปิดรับเป็นเพียงคำแนะนำ",
        "the newest year, or one whose EIT questionnaire is open, has no address of it, neither in"
        " agency.yml nor in"
        " its item; only where the framework or the calendar speaks of it, and advice only outside the"
        " window",
    ),
    why=Text(
        "ผู้มาติดต่อราชการตอบแบบวัดไม่ได้ถ้าไม่มีที่อยู่หรือคิวอาร์โค้ด และกรอบปี 2566 ให้แสดงไว้บนเว็บไซต์",
        "people can't answer without the address or its QR code, and the framework of 2566 asks for it on"
        " the site",
    ),
    mend=Text(
        "เพิ่มช่องทาง kind: eit ใน agency.yml พร้อม url ของแบบวัดของปี เว็บไซต์จะทำคิวอาร์โค้ดให้",
        "add a channel of kind: eit to agency.yml with the url of the year's questionnaire; the site makes"
        " its QR code",
    ),
    message=Text(
        "ไม่มีที่อยู่ของแบบวัด EIT ปี {year}{when}{listed} — เพิ่มช่องทาง kind: eit พร้อม url ของแบบวัดปีนี้",
        "there is no address of the EIT questionnaire of {year}{when}{listed} — add a channel of kind: eit"
        " with its url",
    ),
    example=Example(
        bad={
            "agency.yml": f"{_AGENCY}channels:\n"
            "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: https://www.example.go.th/corruption}\n"
            "  - {kind: eit, title: แบบวัด EIT ปีงบประมาณ 2565, url: https://itas.nacc.go.th/go/eit/aaaaaa}\n",
            "2566/year.yml": _YEAR,
        },
        good={
            "agency.yml": f"{_AGENCY}channels:\n"
            "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: https://www.example.go.th/corruption}\n"
            "  - {kind: eit, title: แบบวัด EIT ปีงบประมาณ 2566, url: https://itas.nacc.go.th/go/eit/bbbbbb}\n",
            "2566/year.yml": _YEAR,
        },
    ),
    check=check,
)
