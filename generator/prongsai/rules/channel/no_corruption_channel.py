"""No channel for reporting corruption, or none that is online."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.channel._channels import channels, is_online, reporting_year
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_NOTHING = Text(
    "agency.yml ไม่ได้บอกช่องทางใดเลย รวมทั้งช่องทางแจ้งเรื่องทุจริต",
    "agency.yml names no channel at all, nor one for reporting corruption",
)
_NONE = Text(
    "ช่องทางใน agency.yml ไม่มีช่องทางแจ้งเรื่องทุจริต",
    "the channels in agency.yml have none for reporting corruption",
)
_ADD = Text("เพิ่มช่องทาง kind: corruption พร้อม url", "add a channel of kind: corruption with its url")
_GIVE = Text("ใส่ url ของหน้าที่แจ้งทางออนไลน์ได้", "give the url of the page on which people report")


def check(context: Context) -> Iterator[Hit]:
    """A corruption channel that is missing, or all of whose addresses are; once."""
    site = context.site
    found = channels(site, "corruption")
    if any(is_online(channel) for _, channel in found):
        return
    source = context.agency_source
    if not site.agency.channels:
        reports = reporting_year(site) is not None
        yield Hit(
            source,
            ("channels",),
            on_key=True,
            values={"fault": _NOTHING, "mend": _ADD},
            severity=None if reports else "info",
        )
    elif not found:
        yield Hit(source, ("channels",), on_key=True, values={"fault": _NONE, "mend": _ADD})
    else:
        number, channel = found[0]
        title = quoted(channel.title)
        only_phone = channel.url or channel.phone
        fault = Text(
            f"ช่องทางแจ้งเรื่องทุจริต {title} มีแต่โทรศัพท์ ({only_phone})",
            f"the channel for reporting corruption {title} is by telephone alone ({only_phone})",
        )
        if not only_phone:
            fault = Text(
                f"ช่องทางแจ้งเรื่องทุจริต {title} ไม่มีที่อยู่ออนไลน์",
                f"the channel for reporting corruption {title} has no address online",
            )
        yield Hit(source, ("channels", number, "url"), on_key=True, values={"fault": fault, "mend": _GIVE})


_AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n"

RULE = Rule(
    code="H701",
    name="no-corruption-channel",
    family="channel",
    severity="warning",
    title=Text("ไม่มีช่องทางแจ้งเรื่องทุจริตทางออนไลน์", "no channel for reporting corruption online"),
    what=Text(
        "ช่องทางของหน่วยงานไม่มีช่องทางแจ้งเรื่องทุจริต หรือมีแต่ไม่มีที่อยู่ออนไลน์ เช่น มีเพียงโทรศัพท์"
        " หน่วยงานที่ยังไม่บอกช่องทางใดและไม่ได้รายงานรายข้อได้เพียงคำแนะนำ",
        "the agency's channels have none for reporting corruption, or none with an address online, such as"
        " only a"
        " telephone; an agency that names no channel and reports on no items gets advice only",
    ),
    why=Text(
        "ผู้พบเห็นการทุจริตไม่รู้จะแจ้งทางใด และข้อช่องทางแจ้งเรื่องทุจริตต้องเป็นช่องทางออนไลน์จึงได้คะแนน",
        "who sees corruption doesn't know where to report it, and the item asks for a channel online",
    ),
    mend=Text(
        "เพิ่มช่องทาง kind: corruption ใน agency.yml พร้อม url ของหน้าที่ใช้แจ้งเรื่องทุจริตโดยเฉพาะ",
        "add a channel of kind: corruption to agency.yml with the url of the page for reporting corruption"
        " alone",
    ),
    message=Text("{fault} — {mend}", "{fault} — {mend}"),
    example=Example(
        bad={
            "agency.yml": f"{_AGENCY}channels:\n"
            "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: null, phone: 0 0000 0000}\n"
            "  - {kind: questions, title: กระดานถามตอบ, url: https://www.example.go.th/qna}\n",
            "2566/year.yml": "framework: nacc-2566\n",
        },
        good={
            "agency.yml": f"{_AGENCY}channels:\n"
            "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: https://www.example.go.th/corruption}\n"
            "  - {kind: questions, title: กระดานถามตอบ, url: https://www.example.go.th/qna}\n",
            "2566/year.yml": "framework: nacc-2566\n",
        },
    ),
    check=check,
)
