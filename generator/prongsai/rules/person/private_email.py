"""A free e-mail address that is not the agency's."""

import re
from collections.abc import Iterator

from prongsai.errors import Text
from prongsai.model.agency import Agency
from prongsai.rules.context import Context
from prongsai.rules.person._marks import Looked, Mark, Passage, hits
from prongsai.rules.person._words import before, names_a_person
from prongsai.rules.rule import Example, Hit, Rule

# Mail that people open for themselves, whoever they are.
_FREE = re.compile(
    r"(?<![\w.+-])([a-z0-9][\w.+-]{0,63})@"
    r"((?:gmail|googlemail|hotmail|yahoo|ymail|outlook|icloud|live|msn|protonmail|proton|windowslive)"
    r"(?:\.[a-z]{2,4}){1,2})(?![\w-])",
    re.ASCII | re.IGNORECASE,
)
_QUICK = re.compile("@")

# What agencies call their mailboxes.
_OFFICE = re.compile(
    r"saraban|office|admin|info|contact|webmaster|tessaban|thesaban|municipal|muang|abt|obt|sao|ita|public"
)


def check(context: Context) -> Iterator[Hit]:
    """Free addresses outside what the agency gives as its own."""
    agency = context.site.agency
    known = _known(agency)
    names = tuple(label for host in agency.hosts for label in host.lower().split(".") if len(label) > 4)

    def judge(passage: Passage) -> Iterator[Mark]:
        return _judge(passage, known, names)

    return hits(context, Looked(judge, _QUICK, contacts=False))


def _judge(passage: Passage, known: frozenset[str], names: tuple[str, ...]) -> Iterator[Mark]:
    for match in _FREE.finditer(passage.text):
        user = match[1].lower()
        if match[0].lower() in known or any(name in user for name in names):
            continue
        named = names_a_person(passage.row if passage.header else before(passage.text, match.start()))
        shown = f"{match[1][:2]}…@{match[2]}"
        office = not named and _OFFICE.search(user) is not None
        yield Mark(
            match.start(), match[0], shown, "info" if office else "warning", "medium" if named else "low"
        )


def _known(agency: Agency) -> frozenset[str]:
    told = [agency.email, *(executive.email for executive in agency.executives)]
    for channel in agency.channels:
        told += [channel.url, channel.title, channel.phone]
    return frozenset(match[0].lower() for text in told if text for match in _FREE.finditer(_plain(text)))


def _plain(address: str) -> str:
    return address.removeprefix("mailto:")


RULE = Rule(
    code="P603",
    name="private-email",
    family="person",
    severity="warning",
    confidence="low",
    title=Text("อีเมลส่วนตัว", "a private e-mail address"),
    what=Text(
        "มีอีเมลฟรี (เช่น gmail, hotmail, yahoo) ที่ไม่ใช่อีเมลของหน่วยงานหรือผู้บริหารใน agency.yml "
        "อยู่ในข้อความ ตาราง CSV หรือเอกสาร ไม่ดูข้อข้อมูลผู้บริหารและข้อข้อมูลการติดต่อ",
        "an address at a free mail service (gmail, hotmail, yahoo …) that agency.yml doesn't give as the"
        " agency's or an"
        " executive's, in a text, a CSV table or a document. The items on executives and contact are"
        " passed over",
    ),
    why=Text(
        "อีเมลส่วนตัวเป็นข้อมูลส่วนบุคคล และเรื่องที่ประชาชนส่งเข้ากล่องส่วนตัวจะหายไปเมื่อเปลี่ยนเจ้าหน้าที่",
        "it is personal data, and what citizens send to a private mailbox is lost when the officer leaves",
    ),
    mend=Text(
        "ใช้อีเมลของหน่วยงานแทน หรือลบออก ถ้าหน่วยงานใช้อีเมลนี้จริงให้ใส่ใน email ของ agency.yml",
        "give the agency's address instead, or remove it; where it is the agency's, put it under email in"
        " agency.yml",
    ),
    message=Text(
        "พบอีเมล {value}{where}{more} ที่ไม่ใช่อีเมลของหน่วยงานใน agency.yml — ใช้อีเมลหน่วยงานแทนหรือลบออก",
        "an e-mail address, {value}{where}{more}, that agency.yml doesn't give as the agency's — give the"
        " agency's"
        " address or remove it",
    ),
    example=Example(
        bad={"2566/o1.md": "---\nreported: done\n---\nส่งเอกสารให้นางสาวตัวอย่าง ที่ tua.yang.example@gmail.com\n"},
        good={"2566/o1.md": "---\nreported: done\n---\nส่งเอกสารที่ saraban@test.go.th\n"},
    ),
    check=check,
)
