"""A corruption channel that is the general one."""

from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.agency import Channel
from prongsai.rules.channel._channels import CORRUPTION_TOPIC, GENERAL, channels, on_topic, same_place
from prongsai.rules.context import Context
from prongsai.rules.rule import Example, Hit, Rule
from prongsai.source.problems import quoted


def check(context: Context) -> Iterator[Hit]:
    """Addresses of the corruption channel, in the agency's file or an item, that are a general channel's."""
    general = {
        same_place(channel.url): channel
        for _, channel in reversed(channels(context.site, *GENERAL))
        if channel.url
    }
    if not general:
        return
    for number, channel in channels(context.site, "corruption"):
        if channel.url and (other := general.get(same_place(channel.url))):
            yield Hit(context.agency_source, ("channels", number, "url"), values=_values(channel.url, other))
    for year in context.site.years:
        for entry in on_topic(year, CORRUPTION_TOPIC):
            for number, evidence in enumerate(entry.evidence):
                if evidence.url and (other := general.get(same_place(evidence.url))):
                    yield Hit(
                        context.item_source(entry),
                        ("evidence", number, "url"),
                        values=_values(evidence.url, other),
                        fiscal_year=entry.fiscal_year,
                        item=entry.code,
                    )


def _values(address: str, other: Channel) -> dict[str, object]:
    return {"value": quoted(address), "title": quoted(other.title), "kind": other.kind}


_AGENCY = "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n"

RULE = Rule(
    code="H702",
    name="corruption-channel-not-separate",
    family="channel",
    severity="warning",
    title=Text("ช่องทางแจ้งเรื่องทุจริตเป็นช่องทางเดียวกับเรื่องทั่วไป", "the corruption channel is the general one"),
    what=Text(
        "ที่อยู่ของช่องทางแจ้งเรื่องทุจริต ใน agency.yml หรือในหลักฐานของข้อนี้ เป็นที่อยู่เดียวกับช่องทางถามตอบ"
        " รับฟังความคิดเห็น ติดต่อ ขอข้อมูล หรือสื่อสังคมออนไลน์",
        "the corruption channel's address, in agency.yml or in the item's evidence, is that of the channel"
        " for"
        " questions, opinions, contact, information or social media",
    ),
    why=Text(
        "ผู้แจ้งเรื่องทุจริตต้องได้รับการปกป้อง ช่องทางจึงต้องแยกจากเรื่องทั่วไป ไม่แยกไม่ได้คะแนน",
        "who reports corruption must be protected: the item asks for a channel separate from general matters",
    ),
    mend=Text("ใส่ที่อยู่ของช่องทางที่รับเฉพาะเรื่องทุจริต", "give the address of a channel for corruption alone"),
    message=Text(
        "ช่องทางแจ้งเรื่องทุจริตใช้ที่อยู่ {value} ซึ่งเป็นของช่องทางทั่วไป {title} ({kind}) —"
        " ใส่ที่อยู่ของช่องทางที่แยกไว้เฉพาะเรื่องทุจริต",
        "the corruption channel has the address {value}, which is that of the general channel {title}"
        " ({kind}) — give"
        " the address of a channel for corruption alone",
    ),
    example=Example(
        bad={
            "agency.yml": f"{_AGENCY}channels:\n"
            "  - {kind: corruption, title: แจ้งเรื่องทุจริต, url: https://www.example.go.th/qna}\n"
            "  - {kind: questions, title: กระดานถามตอบ, url: https://www.example.go.th/qna/}\n",
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
