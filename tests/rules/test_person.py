"""Personal data in sources, tables and documents: found where it is, and only there."""

import io
import os
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from stdnum.th import pin

from prongsai.check import context_of, in_order, run_rules
from prongsai.load.held import read_texts
from prongsai.load.places import Places
from prongsai.load.project import load_project
from prongsai.model.disclosure import Disclosure
from prongsai.model.finding import Finding
from prongsai.rules.person import RULES, national_id
from prongsai.rules.person._marks import Passage
from prongsai.rules.person._words import names_a_person, skeleton
from prongsai.rules.rule import Rule
from prongsai.rules.strings import strings
from prongsai.thai.digits import to_thai
from tests.load.test_held import pdf, written
from tests.rules.conftest import AGENCY, TODAY, Findings

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = {"khaoyoi": ".", **{name: f"examples/{name}" for name in ("kalase", "huaruea", "plalai", "tako")}}
CODES = {rule.code for rule in RULES}

CONTACTS = """\
framework: demo-2566
scheme: demo
fiscal_year: 2566
title: {th: กรอบตัวอย่าง}
indicators:
  - number: "9"
    name: การเปิดเผยข้อมูล
    sub_indicators:
      - number: "9.1"
        name: ข้อมูลพื้นฐาน
        items:
          - {code: o1, title: โครงสร้าง, topic: structure}
          - {code: o2, title: ข้อมูลผู้บริหาร, topic: executives}
          - {code: o5, title: ข้อมูลการติดต่อ, topic: contact}
"""


def identity(seed: int = 0, first: str = "1") -> str:
    """A number that passes the checksum and is nobody's: no district has the number 99."""
    start = f"{first}999{seed:05d}000"
    return start + pin.calc_check_digit(start)


def card(number: str, sign: str = "-") -> str:
    """The number as the card shows it."""
    return sign.join((number[:1], number[1:5], number[5:10], number[10:12], number[12:]))


def failing(number: str) -> str:
    """A number that does not pass."""
    return number[:-1] + str((int(number[-1]) + 1) % 10)


ONE = identity()
WORDS = "เลขประจำตัวประชาชน"


def item(body: str = "", data: str = "") -> dict[str, str]:
    """An item's source with ``data`` from line 3 on, or ``body`` alone, on line 4."""
    return {"2566/o1.md": f"---\nreported: done\n{data}---\n{body}\n"}


def word(text: str) -> bytes:
    """A DOCX with a paragraph."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        package.writestr(
            "word/document.xml", f'<w:d xmlns:w="{space}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:d>'
        )
    return buffer.getvalue()


def sheet(*rows: list[object]) -> bytes:
    """An XLSX with those rows."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def levels(found: list[Finding]) -> list[tuple[str, str]]:
    """Severity and confidence of each."""
    return [(each.severity, each.confidence) for each in found]


SURE, NAMED, BARE = ("error", "high"), ("warning", "medium"), ("warning", "low")


def of_family(project: Path) -> list[Finding]:
    """The findings of this family in a project."""
    site = load_project(project).site
    assert site is not None
    held = [file for year in site.years for file in year.held]
    context = replace(context_of(site, TODAY), texts=read_texts(held))
    return list(in_order(run_rules(context, Places(project), RULES)))


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    """This family's findings in sources given as path below ``content/``; ``only`` keeps one rule's."""

    def run(files: Mapping[str, str | bytes], only: str | None = None) -> list[Finding]:
        root = Path(mkdtemp(dir=tmp_path))
        for name, text in ({"agency.yml": AGENCY} | dict(files)).items():
            path = root / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return [finding for finding in of_family(root) if only is None or finding.rule == only]

    return run


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_its_examples(rule: Rule, findings: Findings) -> None:
    assert [each.rule for each in findings(rule.example.bad)] == [rule.code]
    assert findings(rule.example.good) == []


class TestIdentityInText:
    @pytest.mark.parametrize(
        ("text", "level"),
        [
            (f"{WORDS} {ONE}", SURE),
            (f"บัตรประชาชนเลขที่ {ONE}", SURE),
            (f"เลขบัตร ปชช. {ONE}", SURE),
            (f"{ONE} ({WORDS})", SURE),
            (f"ID: {ONE}", SURE),
            (f"ID card no. {ONE}", SURE),
            (f"{WORDS} {to_thai(ONE)}", SURE),
            (f"{WORDS} {' '.join(ONE)}", SURE),
            (f"{WORDS} {ONE[:3]} {ONE[3:6]} {ONE[6:]}", SURE),
            (f"เลขประจ าตัวประชาชน {ONE}", SURE),
            (f"ผู้รับ {card(ONE)}", SURE),
            (f"ผู้รับ {card(ONE, ' ')}", SURE),
            (f"ผู้รับ {card(ONE, ' - ')}", SURE),
            (f"ผู้รับ {card(ONE, '–')}", SURE),
            (f"ผู้รับ {to_thai(card(ONE))}", SURE),
            (f"ผู้รับ{card(ONE)}ครบแล้ว", SURE),
            (f"ลำดับ 1 {card(ONE)} 500 บาท", SURE),
            (f"เลขที่สัญญา 5/2566 {WORDS} {ONE}", SURE),
            (f"บัญชีรายชื่อผู้มีสิทธิ {WORDS} {ONE}", SURE),
            (f"นางสาวตัวอย่าง สมมุติ {ONE}", NAMED),
            (f"ผู้รับ {ONE}", BARE),
        ],
    )
    def test_found(self, text: str, level: tuple[str, str], findings: Findings) -> None:
        found = findings(item(text), only="P601")
        assert levels(found) == [level]
        assert (found[0].path, found[0].line, found[0].item) == ("content/2566/o1.md", 4, "o1")

    @pytest.mark.parametrize(
        "text",
        [
            f"{WORDS} {failing(ONE)}",
            f"ผู้รับ {card(failing(ONE))}",
            f"{WORDS} {ONE}0",
            f"{WORDS} 9{ONE}",
            f"{WORDS} 0{ONE[1:]}",
            f"เลขทะเบียนนิติบุคคล {identity(first='0')}",
            "เลขประจำตัวผู้เสียภาษี 0-9940-00000-01-1",
            f"เลขประจำตัวผู้เสียภาษี {ONE}",
            f"เลขที่สัญญา {ONE}",
            f"สัญญาเลขที่ {ONE}",
            f"เลขที่โครงการ e-GP {ONE}",
            f"โครงการเลขที่ {ONE[:11]}",
            f"รูปที่ https://www.test.invalid/files/{ONE}.pdf",
            f"รูปที่ https://www.test.invalid/?t={ONE}",
            f"ชื่อไฟล์ {ONE}.jpg",
            f"ตัวเลข 1,{ONE}.50",
            f"รหัส A{ONE}",
            f"งบ {ONE[:4]} {ONE[4:8]} {ONE[8:]} บาท",
            f"1.5.{card(ONE)}",
        ],
    )
    def test_not_found(self, text: str, findings: Findings) -> None:
        assert findings(item(text), only="P601") == []

    def test_the_message_hides_it(self, findings: Findings) -> None:
        (found,) = findings(item(f"{WORDS} {card(ONE)}"), only="P601")
        for message in found.message:
            assert f"{ONE[0]}-XXXX-XXXXX-XX-{ONE[-1]}" in message
            assert ONE[4:9] not in message

    def test_a_line_is_shown_without_it(self) -> None:
        line = f"มอบแก่ {card(ONE)} และ {to_thai(ONE)}, {' '.join(ONE)} ตามสัญญา {failing(ONE)}"
        hidden = f"{ONE[0]}-XXXX-XXXXX-XX-{ONE[-1]}"
        assert national_id.masked(line) == f"มอบแก่ {hidden} และ {hidden}, {hidden} ตามสัญญา {failing(ONE)}"

    def test_on_its_line_anywhere(self, findings: Findings) -> None:
        long = "\n".join(f"บรรทัด {number}\n" for number in range(50))
        sources = {
            "agency.yml": f"name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\naddress: ติดต่อผู้ถือบัตร {card(ONE)}\n",
            "2566/year.yml": f"scores:\n  notes:\n    - about: ที่มา\n      reason: {card(identity(1))}\n",
            "2566/measures.yml": "measures:\n  - id: m1\n    title: ก\n    results:\n"
            f"      - {{text: มอบแก่ {card(identity(2))}}}\n",
            "2566/o1.md": "---\nreported: done\nnotes:\n  - about: ก\n"
            f"    published: {card(identity(3))}\n---\n",
            "2566/o2.md": f"---\nreported: done\n---\n{long}\nเลข {card(identity(4))}\n",
            "2566/o3.md": f"---\nmethod:\n  - ขั้นแรก\n  - >-\n    ส่งต่อ\n    ให้ {card(identity(5))}\n---\n",
        }
        found = findings(sources, only="P601")
        assert [(each.path.removeprefix("content/"), each.line, each.item) for each in found] == [
            ("2566/measures.yml", 5, None),
            ("2566/o1.md", 5, "o1"),
            ("2566/o2.md", 104, "o2"),
            ("2566/o3.md", 6, "o3"),
            ("2566/year.yml", 4, None),
            ("agency.yml", 3, None),
        ]

    def test_one_finding_for_a_value(self, findings: Findings) -> None:
        rows = "\n".join(f"| {card(identity(number))} |" for number in range(20))
        (found,) = findings(item(rows), only="P601")
        assert "และอีก 19 รายการ" in found.message.th

    def test_silenced_with_a_reason(self, findings: Findings) -> None:
        (found,) = findings(item(card(ONE), "silence: {P601: เลขสมมุติในแบบฟอร์ม}\n"), only="P601")
        assert found.silenced == "เลขสมมุติในแบบฟอร์ม"

    @given(st.integers(0, 10**12 - 1))
    def test_every_number_on_a_card_is_judged_by_its_checksum(self, start: int) -> None:
        number = f"{start:012d}"
        number += pin.calc_check_digit(number)
        found = list(national_id._judge(Passage(card(number))))
        assert bool(found) == (number[0] in "12345678")
        assert not list(national_id._judge(Passage(card(failing(number)))))

    @given(st.text(alphabet="0123456789๐๑๒๓ -.,/กขนาย\n\t", max_size=80))
    def test_any_text_can_be_judged(self, text: str) -> None:
        for mark in national_id._judge(Passage(text)):
            assert text[mark.start :].startswith(mark.found)


class TestIdentityInTables:
    def test_at_its_row(self, findings: Findings) -> None:
        data = f"ลำดับ,ชื่อ,{WORDS}\n1,ก,-\n\n2,ข,{ONE}\n3,ค,{identity(7)}\n"
        files = item(data="evidence:\n  - {title: ทะเบียน, file: data/list.csv}\n") | {
            "2566/data/list.csv": data
        }
        (found,) = findings(files, only="P601")
        assert (found.path, found.line, found.fiscal_year, found.item) == (
            "content/2566/data/list.csv",
            4,
            2566,
            "o1",
        )
        assert levels([found]) == [SURE]
        assert f"ในช่อง “{WORDS}” และอีก 1 รายการ" in found.message.th

    def test_of_any_encoding(self, findings: Findings) -> None:
        data = f"ชื่อ;{WORDS}\nนายก ข;{card(ONE)}\n".encode("tis-620")
        (found,) = findings({**item(), "2566/data/list.csv": data}, only="P601")
        assert (found.line, found.item, found.fiscal_year) == (2, None, 2566)

    @pytest.mark.parametrize(
        "header", ["เลขที่สัญญา", "เลขที่โครงการ", "เลขประจำตัวผู้เสียภาษี", "เลขผู้เสียภาษี", "รหัสโครงการ e-GP", "เลขที่บัญชี"]
    )
    def test_other_numbers(self, header: str, findings: Findings) -> None:
        data = f"ผู้รับจ้าง,{header}\nนายตัวอย่าง,{ONE}\nนายสมมุติ,{identity(4)}\nนาง ก,{identity(5)}\n"
        assert findings({**item(), "2566/data/list.csv": data}, only="P601") == []

    def test_a_person_who_pays_tax(self, findings: Findings) -> None:
        data = f"ผู้รับจ้าง,เลขผู้เสียภาษี\nร้านตัวอย่าง,{card(ONE)}\nบริษัท,0-9940-00000-01-1\n"
        assert levels(findings({**item(), "2566/data/list.csv": data}, only="P601")) == [NAMED]

    @pytest.mark.parametrize(
        ("numbers", "level"),
        [
            ([identity(number) for number in range(5)], SURE),
            ([identity(number) for number in range(2)], BARE),
            ([identity(1), *(failing(identity(number)) for number in range(2, 12))], BARE),
        ],
    )
    def test_a_column_in_which_all_pass_is_no_accident(
        self, numbers: list[str], level: tuple[str, str], findings: Findings
    ) -> None:
        data = "ลำดับ,รหัส\n" + "".join(f"{number},{text}\n" for number, text in enumerate(numbers))
        assert levels(findings({**item(), "2566/data/list.csv": data}, only="P601")) == [level]

    def test_silenced_by_the_item_that_uses_it(self, findings: Findings) -> None:
        used = "evidence:\n  - {title: ทะเบียน, file: data/list.csv}\nsilence: {P601: ตัวอย่าง}\n"
        data = f"{WORDS}\n{ONE}\n"
        (found,) = findings({**item(data=used), "2566/data/list.csv": data}, only="P601")
        assert found.silenced == "ตัวอย่าง"


class TestIdentityInDocuments:
    @pytest.mark.parametrize("header", [WORDS, "หมายเลขบัตรประชาชน"])
    def test_sheet(self, header: str, findings: Findings) -> None:
        data = sheet(["ทะเบียนผู้รับเบี้ย"], ["ชื่อ", None, header], ["ก", None, int(ONE)])
        used = "evidence:\n  - {title: ทะเบียน, file: files/list.xlsx}\n"
        (found,) = findings({**item(data=used), "2566/files/list.xlsx": data}, only="P601")
        assert (found.path, found.item, levels([found])) == ("content/2566/files/list.xlsx", "o1", [SURE])

    def test_contract_numbers_in_a_sheet(self, findings: Findings) -> None:
        data = sheet(["รายการ", "เลขที่สัญญา"], ["จ้าง", ONE], ["ซื้อ", identity(3)])
        assert findings({**item(), "2566/files/list.xlsx": data}, only="P601") == []

    def test_word(self, findings: Findings) -> None:
        (found,) = findings({**item(), "2566/files/a.docx": word(f"{WORDS} {card(ONE)}")}, only="P601")
        assert (found.path, found.line, levels([found])) == ("content/2566/files/a.docx", 0, [SURE])

    def test_pdf_names_the_page(self, findings: Findings) -> None:
        files = {**item(), "2566/files/a.pdf": pdf("first", f"ID {ONE}", f"ID {identity(8)}")}
        (found,) = findings(files, only="P601")
        assert "ในหน้า 2 และอีก 1 รายการ" in found.message.th
        assert "on page 2 and 1 more" in found.message.en

    def test_plain_text_has_lines(self, findings: Findings) -> None:
        (found,) = findings({**item(), "2566/files/a.txt": f"ก\nข\n{card(ONE)}\n"}, only="P601")
        assert found.line == 3

    def test_a_file_that_the_text_links_to(self, findings: Findings) -> None:
        files = {**item("[ทะเบียน](files/a.txt)"), "2566/files/a.txt": card(ONE)}
        (found,) = findings(files, only="P601")
        assert found.item == "o1"


class TestPhone:
    @pytest.mark.parametrize(
        ("text", "confidence"),
        [
            ("ติดต่อนายตัวอย่าง สมมุติ โทร 081-234-5678", "medium"),
            ("ติดต่อนายตัวอย่าง สมมุติ โทร ๐๘๑-๒๓๔-๕๖๗๘", "medium"),
            ("น.ส.ตัวอย่าง 0812345678", "medium"),
            ("โทร 08 1234 5678", "low"),
            ("โทร. 061 234 5678", "low"),
            ("โทร 09-1234-5678", "low"),
            ("โทร (081) 234-5678", "low"),
            ("โทร +66 81 234 5678", "low"),
            ("โทร +66812345678", "low"),
            ("โทร 081.234.5678", "low"),
            ("โทร0812345678ครับ", "low"),
            ("จ่าย 500.00 081-234-5678", "low"),
            ("โทร 02 234 5678, 0812345678", "low"),
            ("โทร 081-234-5678-9", "low"),
            ("โทร 081-2345678/9", "low"),
            ("โทร 081-234-5678 500 บาท", "low"),
        ],
    )
    def test_found(self, text: str, confidence: str, findings: Findings) -> None:
        (found,) = findings(item(text), only="P602")
        assert (found.severity, found.confidence, found.line) == ("warning", confidence, 4)
        assert "12345" not in found.message.th

    @pytest.mark.parametrize(
        "text",
        [
            "โทร 0 2234 5678",
            "โทร 0-7423-4567 ต่อ 19",
            "โทร 02-234-5678",
            "สายด่วนนายก 081-234-5678",
            "ศูนย์รับเรื่องร้องเรียน โทร 081-234-5678",
            "งานป้องกันฯ แจ้งเหตุ 081-234-5678",
            "วงเงิน 0.812345678",
            "เลขที่ 50812345678",
            "0 8 1 2 3 4 5 6 7 8",
            "06 12 34 56 78",
            f"เลข {card('1081234567890')}",
            f"เลข {card('1081234567890', ' ')}",
            "https://www.test.invalid/0812345678.pdf",
            "โทร 08-0000-0000",
        ],
    )
    def test_not_found(self, text: str, findings: Findings) -> None:
        assert findings(item(text), only="P602") == []

    @pytest.mark.parametrize(
        "agency",
        [
            "phone: 081-234-5678\n",
            "channels: [{kind: contact, title: ติดต่อ, phone: ๐๘ ๑๒๓๔ ๕๖๗๘}]\n",
            'channels: [{kind: contact, title: ติดต่อ, url: "tel:+66812345678"}]\n',
            "executives: [{name: นายตัวอย่าง, position: นายกเทศมนตรี, phone: 081 234 5678 (มือถือ)}]\n",
        ],
    )
    def test_the_agencys_own(self, agency: str, findings: Findings) -> None:
        own = {"agency.yml": f"name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n{agency}"}
        assert findings(own | item("นายตัวอย่าง 0812345678"), only="P602") == []

    def test_contact_items_and_their_documents(self, findings: Findings) -> None:
        used = (
            "---\nreported: done\nevidence:\n  - {title: รายชื่อ, file: data/list.csv}\n---\nนาย ก 0812345678\n"
        )
        files = {
            "2566/year.yml": "framework: demo-2566\n",
            "frameworks/demo-2566.yml": CONTACTS,
            "2566/o2.md": used,
            "2566/o5.md": used,
            "2566/data/list.csv": "ชื่อ,โทร\nนาย ก,0812345678\n",
        }
        assert findings(files, only="P602") == []
        files["2566/o1.md"] = used
        assert [each.path for each in findings(files, only="P602")] == ["content/2566/o1.md"]

    def test_in_a_table(self, findings: Findings) -> None:
        data = "ชื่อ,โทรศัพท์\nกองช่าง,0 2234 5678\nนายตัวอย่าง,081-234-5678\n"
        (found,) = findings({**item(), "2566/data/list.csv": data}, only="P602")
        assert (found.line, found.confidence) == (3, "medium")


class TestEmail:
    @pytest.mark.parametrize(
        ("text", "level"),
        [
            ("นางสาวตัวอย่าง tua.yang@gmail.com", NAMED),
            ("ส่งที่ Tua_Yang99@Hotmail.com", BARE),
            ("ส่งที่ tua@yahoo.co.th", BARE),
            ("ส่งที่ tua@outlook.co.th ก็ได้", BARE),
            ("ส่งที่ saraban.test@gmail.com", ("info", "low")),
        ],
    )
    def test_found(self, text: str, level: tuple[str, str], findings: Findings) -> None:
        found = findings(item(text), only="P603")
        assert levels(found) == [level]
        assert "yang" not in found[0].message.th.lower()

    @pytest.mark.parametrize(
        "text", ["saraban@test.go.th", "a@gmail.invalid.example", "ไม่มี @gmail.com", "office@namsai.invalid"]
    )
    def test_not_found(self, text: str, findings: Findings) -> None:
        assert findings(item(text), only="P603") == []

    @pytest.mark.parametrize(
        "agency",
        [
            "email: Tua.Yang@gmail.com\n",
            "hosts: [www.yangtown.go.th]\n",
            'channels: [{kind: contact, title: อีเมล, url: "mailto:tua.yang@gmail.com"}]\n',
        ],
    )
    def test_the_agencys_own(self, agency: str, findings: Findings) -> None:
        own = {"agency.yml": f"name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n{agency}"}
        text = "yangtown99@gmail.com" if "hosts" in agency else "tua.yang@gmail.com"
        assert findings(own | item(text), only="P603") == []


class TestHome:
    @pytest.mark.parametrize(
        "text",
        [
            "ซ่อมบ้านนางตัวอย่าง สมมุติ บ้านเลขที่ 12/3 หมู่ 4 ตำบลสมมุติ",
            "นายตัวอย่าง อยู่บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔",
            "น.ส.ตัวอย่าง สมมุติ เลขที่ 12 ม.4",
            "บ้านเลขที่ 12 หมู่ 4 ของนายตัวอย่าง สมมุติ",
            "นายตัวอย่าง สมมุติ 12/3 หมู่ 4 ตำบลสมมุติ",
            "นายตัวอย่าง สมมุติ 12 ม.4 ต.สมมุติ อ.สมมุติ",
            "นางตัวอย่าง สมมุติ บ้านเลขที่ 12/3 ถนนริมคลอง จังหวัดสมมุติ",
            "ปรับปรุงบ้านผู้ยากไร้ นางตัวอย่าง บ้านเลขที่ 12",
        ],
    )
    def test_found(self, text: str, findings: Findings) -> None:
        (found,) = findings(item(text), only="P606")
        assert (found.severity, found.confidence, found.line) == ("warning", "medium", 4)

    @pytest.mark.parametrize(
        "text",
        [
            "สำนักงานเทศบาล เลขที่ 12 หมู่ 4 นายกเทศมนตรีลงนาม",
            "บ้านเลขที่ 12/3 หมู่ 4",
            "ก่อสร้างถนน คสล. สายบ้านนายตัวอย่าง จากบ้านเลขที่ 12 หมู่ 4",
            "บริษัทตัวอย่าง จำกัด โดยนายตัวอย่าง เลขที่ 12 หมู่ 4",
            "ขยายเขตไฟฟ้า บ้านนายตัวอย่าง หมู่ 4",
            "นายตัวอย่าง สัญญาเลขที่ 12 หมู่ 4",
            "นายตัวอย่าง ผู้ใหญ่บ้าน หมู่ 4 ตำบลสมมุติ",
            "นายตัวอย่าง สมมุติ วันที่ 12/3/2566 หมู่ 4",
            "นายตัวอย่าง ได้รับ 500 หมู่ 4",
            "นายกเทศมนตรีตรวจบ้านเลขที่ 12 หมู่ 4",
        ],
    )
    def test_not_found(self, text: str, findings: Findings) -> None:
        assert findings(item(text), only="P606") == []

    def test_in_a_table(self, findings: Findings) -> None:
        data = "ชื่อ,ที่อยู่\nนางตัวอย่าง,บ้านเลขที่ 12/3 หมู่ 4\nนายสมมุติ,บ้านเลขที่ 5 หมู่ 4\n"
        (found,) = findings({**item(), "2566/data/list.csv": data}, only="P606")
        assert (found.line, "อีก 1" in found.message.th) == (2, True)


class TestDocuments:
    def test_encrypted(self, findings: Findings) -> None:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("secret"))))
        writer.encrypt("password", algorithm="RC4-128")
        used = "evidence:\n  - {title: แผน, file: files/plan.pdf}\n"
        files = {**item(data=used), "2566/files/plan.pdf": written(writer)}
        (found,) = findings(files, only="P605")
        assert (found.severity, found.path, found.item) == ("warning", "content/2566/files/plan.pdf", "o1")
        assert "รหัสผ่าน" in found.message.th

    def test_broken_table(self, findings: Findings) -> None:
        (found,) = findings({**item(), "2566/data/a.csv": b"\x00\x01"}, only="P605")
        assert found.path == "content/2566/data/a.csv"

    def test_pictures_and_old_kinds_are_nobodys_fault(self, findings: Findings) -> None:
        files = {**item(), "2566/files/a.doc": b"\xd0\xcf\x11\xe0", "2566/files/a.png": b"picture"}
        assert [each for each in findings(files) if each.rule in CODES] == []

    def test_one_finding_for_a_broken_file(self, findings: Findings) -> None:
        found = findings({**item(), "2566/files/a.pdf": f"ผู้รับ {card(ONE)}"})
        assert [each.rule for each in found if each.rule in CODES] == ["P605"]


class TestWords:
    @pytest.mark.parametrize(
        "text", ["นายสมมุติ", "นายกระจ่าง", "นางตัวอย่าง", "น.ส. ก", "ด.ช.ข", "Mr. A", "เด็กหญิง ค"]
    )
    def test_titles(self, text: str) -> None:
        assert names_a_person(text)

    @pytest.mark.parametrize(
        "text", ["นายกเทศมนตรี", "นายก อบต.", "นายอำเภอ", "นายช่างโยธา", "นายทะเบียน", "Mrsx"]
    )
    def test_offices(self, text: str) -> None:
        assert not names_a_person(text)

    def test_what_a_pdf_mangles(self) -> None:
        assert skeleton("เลขประจ าตัว ประชาชน") == skeleton("เลขประจำตัวประชาชน") == "เลขประจาตวประชาชน"


def test_every_text_of_a_model() -> None:
    found = Disclosure.model_validate(
        {
            "code": "o1",
            "evidence": [{"title": "ก", "url": "https://www.test.invalid/"}],
            "silence": {"P601": "ข"},
            "breadcrumbs": ["ค > ง"],
            "body": "จ",
            "html": "<p>จ</p>",
            "source": "content/2566/o1.md",
        }
    )
    assert dict(strings(found)) == {
        ("code",): "o1",
        ("evidence", 0, "title"): "ก",
        ("evidence", 0, "url"): "https://www.test.invalid/",
        ("silence", "P601"): "ข",
        ("breadcrumbs", 0, 0): "ค",
        ("breadcrumbs", 0, 1): "ง",
        ("body",): "จ",
    }


def test_the_invented_town_gives_none() -> None:
    assert of_family(ROOT / "examples" / "namsai") == []


@pytest.mark.parametrize("name", REPORTS)
def test_the_reports(name: str) -> None:
    """PRONGSAI_REWRITE=1 writes the lists anew; read each line against the report."""
    text = "".join(
        f"{each.rule} {each.severity} {each.confidence} {each.path}:{each.line}:{each.column}"
        f" {each.message.th}\n"
        for each in of_family(ROOT / REPORTS[name])
    )
    path = GOLDEN / f"person-{name}.txt"
    if os.environ.get("PRONGSAI_REWRITE"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
