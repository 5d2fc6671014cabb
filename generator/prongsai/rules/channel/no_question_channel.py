"""No channel on which people ask and the agency answers."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.rules.channel._channels import QUESTIONS_TOPIC, channels, is_online, on_topic, reporting_year
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted

_NONE = Text("ช่องทางใน agency.yml ไม่มีช่องทางถามตอบ", "the channels in agency.yml have none for questions")


def check(context: Context) -> Iterator[Hit]:
    """A question channel that is missing or not online; once. An agency that names no channel has H701 alone.

    Where the item shows one, or has a finding of its own because it shows nothing, this is only advice.
    """
    site = context.site
    found = channels(site, "questions")
    if not site.agency.channels or any(is_online(channel) for _, channel in found):
        return
    entry = next(on_topic(reporting_year(site), QUESTIONS_TOPIC), None)
    fault, shown = _NONE, ""
    if found:
        title = quoted(found[0][1].title)
        fault = Text(
            f"ช่องทางถามตอบ {title} ไม่มีที่อยู่ออนไลน์", f"the channel for questions {title} has no address online"
        )
    if entry and entry.evidence:
        shown = f" ({entry.code}: {entry.evidence[0].address})"
    yield Hit(
        context.agency_source,
        ("channels", found[0][0], "url") if found else ("channels",),
        on_key=True,
        values={"fault": fault, "shown": shown},
        severity="info" if entry and (entry.evidence or entry.reported == "done") else None,
    )


_AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n"

RULE = Rule(
    code="H703",
    name="no-question-channel",
    family="channel",
    severity="warning",
    title=Text("ไม่มีช่องทางถามตอบสองทาง", "no two-way channel for questions"),
    what=Text(
        "ช่องทางของหน่วยงานไม่มีช่องทางถามตอบ หรือมีแต่ไม่มีที่อยู่ออนไลน์ ถ้าข้อถามตอบของปีล่าสุดมีหลักฐานแล้ว"
        " หรือแจ้งว่าทำแล้ว เป็นเพียงคำแนะนำ",
        "the agency's channels have none for questions, or none with an address online; advice only where"
        " the newest"
        " year's item has evidence, or says that it is done",
    ),
    why=Text(
        "ประชาชนต้องถามและได้คำตอบทางออนไลน์ได้ ข้อถามตอบนับเฉพาะการสื่อสารสองทาง",
        "people must be able to ask and be answered online: the item counts two-way channels alone",
    ),
    mend=Text(
        "เพิ่มช่องทาง kind: questions ใน agency.yml พร้อม url เช่น กระดานถามตอบหรือกล่องข้อความ",
        "add a channel of kind: questions to agency.yml with its url, such as a board or a message box",
    ),
    message=Text(
        "{fault}{shown} — ใส่ url ของกระดานถามตอบหรือกล่องข้อความที่ประชาชนถามและหน่วยงานตอบได้",
        "{fault}{shown} — give the url of a board or a message box on which people ask and the agency"
        " answers",
    ),
    example=Example(
        bad={
            "agency.yml": f"{_AGENCY}channels:\n"
            "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: https://www.example.go.th/corruption}\n"
            "  - {kind: questions, title: กระดานถามตอบ, url: null}\n",
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
