"""The rules on texts: what they find, where, and what they leave alone."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from prongsai.check import run_rules
from prongsai.load.places import Places
from prongsai.load.project import load_project
from prongsai.model.finding import Finding
from prongsai.rules.context import Context
from prongsai.rules.rule import Rule
from prongsai.rules.text import RULES

ROOT = Path(__file__).parent.parent.parent
GOLDEN = Path(__file__).parent / "golden"
REPORTS = {"khaoyoi": "."} | {name: f"examples/{name}" for name in ("kalase", "huaruea", "plalai", "tako")}

TOWN = "name: เทศบาลตำบลเขาย้อย\nkind: เทศบาลตำบล\ndistrict: เขาย้อย\nprovince: เพชรบุรี\n"
VILLAGE = "name: องค์การบริหารส่วนตำบลกะลาเส\nkind: องค์การบริหารส่วนตำบล\ndistrict: สิเกา\nprovince: ตรัง\n"
YEAR = "framework: nacc-2566\n"

Check = Callable[..., list[Finding]]


def found_in(root: Path) -> list[Finding]:
    """What this family finds in a project."""
    site = load_project(root).site
    assert site is not None
    return list(run_rules(Context(site, date(2024, 10, 1)), Places(root), RULES))


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """This family's findings in sources given as path below ``content/`` → text."""

    def run(files: Mapping[str, str], agency: str = TOWN) -> list[Finding]:
        for name, text in ({"agency.yml": agency, "2566/year.yml": YEAR} | dict(files)).items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        loaded = load_project(tmp_path)
        assert not loaded.errors, loaded.findings
        return found_in(tmp_path)

    return run


def item(*results: str, reported: str = "done", more: str = "", body: str = "") -> str:
    """An item's source; the first result stands on line 4."""
    listed = "".join(f"  - {result}\n" for result in results)
    return f"---\nreported: {reported}\nresults:\n{listed}{more}---\n{body}\n"


def told(findings: list[Finding]) -> list[tuple[str, str, int]]:
    """Rule, file and line of each finding."""
    return [(finding.rule, finding.path.removeprefix("content/2566/"), finding.line) for finding in findings]


# --- the reports


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_found_in_the_reports(name: str) -> None:
    found = [
        " ".join((f.rule, f.severity, f"{f.path}:{f.line}", f.item or "-", f.message.th))
        for f in found_in(ROOT / REPORTS[name])
    ]
    path = GOLDEN / f"text-{name}.txt"
    if os.environ.get("PRONGSAI_REWRITE"):
        path.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert path.read_text("utf-8").splitlines() == found


def test_the_invented_town_has_none() -> None:
    assert found_in(ROOT / "examples" / "namsai") == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_rules_own_examples(rule: Rule, check: Check) -> None:
    assert [finding.rule for finding in check(rule.example.bad)] == [rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_rules_own_good_examples(rule: Rule, check: Check) -> None:
    assert check(rule.example.good) == []


# --- T401, T408

O22 = "จัดทำรายงานผลการจัดซื้อจัดจ้างประจำปีพร้อมปัญหาและอุปสรรค ลงเว็บไซต์ของ ทต. แล้ว"


@pytest.mark.parametrize(
    "copied",
    [
        O22,
        "จัดทำรายงานผลการจัดซื้อจัดจ้าง ประจำปีพร้อมปัญหาและอุปสรรคลงเว็บไซต์ของเทศบาลตำบลแล้ว",
        f"ได้{O22}",
        f"รายงานกล่าวถึง{O22.removeprefix('จัดทำ')} ไม่ได้กล่าวถึงงานบุคคล",
    ],
)
def test_another_items_text(check: Check, copied: str) -> None:
    found = check({"2566/o22.md": item(O22), "2566/o24.md": item(copied)})
    assert told(found) == [("T401", "o24.md", 4)]
    assert found[0].item == "o24" and found[0].fiscal_year == 2566
    assert "o22" in found[0].message.th and "o22" in found[0].message.en


def test_the_item_to_which_it_does_not_belong_is_told(check: Check) -> None:
    text = "เปิดระบบ E-Service รับชำระภาษีที่ดินทางอินเทอร์เน็ต เดือนแรกมีผู้ใช้ 64 ราย"
    assert told(check({"2566/o15.md": item(text), "2566/o18.md": item(text)})) == [("T401", "o15.md", 4)]


def test_thai_digits_and_years_count_for_nothing(check: Check) -> None:
    one, other = (
        "อบรมพนักงานเรื่องพัสดุ 45 คน ในปี 2566 ครบสามหลักสูตร",
        "อบรมพนักงานเรื่องพัสดุ ๔๕ คน ในปี พ.ศ. ๒๕๖๖ ครบสามหลักสูตร",
    )
    assert told(check({"2566/o24.md": item(one), "2566/o30.md": item(other)})) == [("T401", "o30.md", 4)]


def test_one_finding_for_an_item_that_copies_all(check: Check) -> None:
    more = "method:\n  - สำรวจความพึงพอใจของผู้มารับบริการด้วยแบบสอบถาม 380 ชุด\n"
    result, body = "สรุปแบบสอบถามความพึงพอใจ 380 ชุดและส่งให้ทุกกอง", "ผู้ตอบพอใจงานทะเบียนราษฎรมากที่สุด รองลงมาคืองานภาษี"
    source = item(result, more=more, body=body)
    assert told(check({"2566/o17.md": source, "2566/o30.md": source})) == [("T401", "o30.md", 6)]


@pytest.mark.parametrize(
    "text",
    [
        "เผยแพร่บนเว็บไซต์ของเทศบาลเรียบร้อยแล้ว",
        "ข้อมูลเป็นปัจจุบัน",
        "ตรวจแล้ว เนื้อหาถูกต้องและทันสมัย",
        "ดำเนินการแล้ว",
        "รายงานผลและลงเว็บไซต์แล้ว",
        "จัดทำรายงานประจำปีงบประมาณ 2565 เสนอผู้บริหารและเผยแพร่บนเว็บไซต์หลักของหน่วยงานเรียบร้อยแล้ว",
    ],
)
def test_what_any_item_may_say_is_no_fault(check: Check, text: str) -> None:
    assert check({"2566/o13.md": item(text), "2566/o22.md": item(text), "2566/o26.md": item(text)}) == []


def test_a_text_under_many_items_is_a_phrase(check: Check) -> None:
    text = "สำนักปลัดเทศบาลมอบหมายงานธุรการกลางเป็นผู้ประสานทุกกอง"
    assert check({f"2566/o{number}.md": item(text) for number in (1, 5, 7, 12)}) == []


def test_the_same_text_in_two_years_is_no_fault(check: Check) -> None:
    files = {"2566/o22.md": item(O22), "2567/year.yml": "framework: nacc-2567\n", "2567/o17.md": item(O22)}
    assert check(files) == []


def test_results_that_speak_of_another_subject(check: Check) -> None:
    found = check({"2566/o24.md": item("ลงประกาศจัดซื้อจัดจ้างทุกงานแล้ว")})
    assert told(found) == [("T408", "o24.md", 4)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("o24", "อบรมพนักงานเรื่องการจัดซื้อจัดจ้างแล้ว"),
        ("o21", "ลงผลงานครบหกเดือนแล้ว"),
        ("o30", "ชาวบ้านร่วมตรวจรับงานจัดซื้อจัดจ้าง"),
        ("o42", "วิเคราะห์ความพึงพอใจของผู้รับบริการแล้ว"),
        ("o41", "ใช้คะแนนพฤติกรรมในการเลื่อนเงินเดือนของบุคลากร"),
    ],
)
def test_results_that_may_speak_of_it(check: Check, code: str, text: str) -> None:
    assert check({f"2566/{code}.md": item(text)}) == []


# --- T402, T403


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลวิเคราะห์ผลการประเมินแล้ว",
        "วิเคราะห์แล้วและลงเว็บไซต์ของเทศบาล",
        "นายกเทศมนตรีลงนามแล้ว",
        "ลงเทศบัญญัติงบประมาณและแผนแล้ว",
        "ลงเว็บไซต์เทศบาลตำบลกะลาเสแล้ว",
        "ลงเว็บไซต์เทศบาลตำบลแล้ว",
        "ลงเว็บไซต์ของ อบจ. แล้ว",
    ],
)
def test_a_municipality_in_a_subdistrict_organisation(check: Check, text: str) -> None:
    assert told(check({"2566/o42.md": item(text)}, VILLAGE)) == [("T402", "o42.md", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "ลงเว็บไซต์ของ อบต. แล้ว",
        "ลงเว็บไซต์ของอบต.แล้ว",
        "อบต.เขาย้อยลงเว็บไซต์แล้ว",
        "องค์การบริหารส่วนตำบลลงเว็บไซต์แล้ว",
        "ลงข้อบัญญัติงบประมาณแล้ว",
        "ลงข้อบัญญัติและแผนแล้ว",
        "เทศบาลเมืองเขาย้อยลงเว็บไซต์แล้ว",
        "พนักงานส่วนตำบลเข้าอบรมแล้ว",
    ],
)
def test_a_subdistrict_organisation_in_a_municipality(check: Check, text: str) -> None:
    assert told(check({"2566/o42.md": item(text)})) == [("T402", "o42.md", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "ประชุมร่วมกับเทศบาลตำบลนาเมืองเพชรและ อบต. ใกล้เคียงแล้ว",
        "ใช้คู่มือของกรมส่งเสริมการปกครองท้องถิ่นและสันนิบาตเทศบาลแห่งประเทศไทย",
        "ลงพระราชบัญญัติเทศบาล พ.ศ. 2496 ไว้เทียบ",
        "รวมกฎหมายว่าด้วยเทศบาลและองค์การบริหารส่วนตำบลแล้ว",
        "ส่งเจ้าหน้าที่ไปดูงานที่เทศบาลตำบลเขาย้อยแล้ว",
        "รับเงินอุดหนุนจาก อบจ. แล้ว",
        "ขอให้ อบจ.ตรัง ซ่อมถนนแล้ว",
        "องค์กรปกครองส่วนท้องถิ่นทุกแห่ง ทั้งเทศบาล อบต. และเมืองพัทยา ใช้แบบเดียวกัน".replace(
            "เทศบาล อบต.", "อบต./เทศบาล"
        ),
        "อบต.กะลาเส ลงข้อบัญญัติแล้ว รอบต.ค. 65",
        "กรอบตัวชี้วัดและสอบต.ค. 65 เสร็จแล้ว",
        "องค์การบริหารส่วนตำบลนำรายงานลงเว็บไซต์แล้ว",
        "อบต. แจ้งผู้ร้องแล้ว ข้อมูลของ อบต. แค่ไหนก็ตอบได้",
        "องค์การบริหารส่วนตำบล กะลาเส ลงเว็บไซต์แล้ว",
    ],
)
def test_names_that_are_meant_in_a_subdistrict_organisation(check: Check, text: str) -> None:
    assert check({"2566/o42.md": item(text)}, VILLAGE) == []


@pytest.mark.parametrize(
    "text",
    [
        "ลงข้อบัญญัติท้องถิ่นทุกฉบับแล้ว",
        "ลงพระราชบัญญัติสภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. 2537 ไว้แล้ว",
        "จัดโครงการร่วมกับ อบต.ข้างเคียงแล้ว",
        "ทต.เขาย้อย ลงเว็บไซต์แล้ว",
        "เทศบาลตำบลดูแลถนนในเขตแล้ว",
        "ใช้เทศบัญญัติหรือข้อบัญญัติแบบใหม่แล้ว",
        "เป็นเทศบาลตำบลดีเด่นของจังหวัด",
        "เชิญเทศบาลตำบลท่ายางและ อบต.บางเค็ม มาดูงานแล้ว",
    ],
)
def test_names_that_are_meant_in_a_municipality(check: Check, text: str) -> None:
    assert check({"2566/o42.md": item(text)}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ลงแผนของเทศบาลตำบลท่ายางแล้ว", "เทศบาลตำบลท่ายาง"),
        ("ลงแผนของ ทต.ปลาไหล แล้ว", "ทต.ปลาไหล"),
        ("ประกาศเทศบาลเมืองทุ่งสงเรื่องแผน", "เทศบาลเมืองทุ่งสง"),
        ("ลงแผนของ อบต.หัวเรือ แล้ว", "อบต.หัวเรือ"),
        ("ลงแผนขององค์การบริหารส่วนตำบล กะลาเส แล้ว", "องค์การบริหารส่วนตำบล กะลาเส"),
        ("คำสั่งเทศบาลตำบลสมหวังใจ ที่ 12/2566", "เทศบาลตำบลสมหวังใจ"),
    ],
)
def test_another_agencys_name(check: Check, text: str, words: str) -> None:
    found = check({"2566/o11.md": item(text)})
    assert told(found) == [("T403", "o11.md", 4)]
    assert f"“{words}”" in found[0].message.th
    assert found[0].column == 5 + text.index(words)


def test_names_in_every_kind_of_text(check: Check) -> None:
    more = (
        "responsible: [สำนักปลัด อบต.]\nbreadcrumbs: [หน้าแรก > ข้อบัญญัติ]\ndocuments:\n  - แผนของ อบต.หัวเรือ\n"
        "evidence:\n  - {title: แผน, url: 'https://a.example.org'}\n"
    )
    measures = (
        "measures:\n  - id: m1\n    title: มาตรการของ อบต. ในการใช้รถ\n    results: [ทำแล้ว]\n"
        "guidance:\n  - indicator: 1\n    actions:\n      - ลงเว็บไซต์ของ อบต. แล้ว\n"
    )
    found = check({"2566/o11.md": item("ทำแล้ว", more=more), "2566/measures.yml": measures})
    assert told(found) == [
        ("T402", "o11.md", 5),
        ("T402", "measures.yml", 3),
        ("T402", "measures.yml", 8),
        ("T403", "o11.md", 8),
    ]


def test_notes_are_not_judged(check: Check) -> None:
    more = "notes:\n  - {about: results, published: เทศบาลทำแล้ว, reason: หน่วยงานนี้ไม่ใช่เทศบาล}\n"
    assert check({"2566/o42.md": item("ทำแล้ว", more=more)}, VILLAGE) == []


def test_an_agency_of_another_sort_is_left_alone(check: Check) -> None:
    agency = "name: โรงเรียนบ้านท่า\nkind: โรงเรียน\n"
    assert check({"2566/o42.md": item("เทศบาลและ อบต. ช่วยซ่อมอาคารแล้ว")}, agency) == []


# --- T404


@pytest.mark.parametrize(
    ("agency", "line", "meant"),
    [
        (VILLAGE.replace("สิเกา", "ลิเกา"), 3, "สิเกา"),
        (TOWN.replace("เพชรบุรี", "เพรชบุรี"), 4, "เพชรบุรี"),
        (TOWN.replace("เพชรบุรี", "เพชรบุรณ์"), 4, "เพชรบุรี"),
        (TOWN.replace("district: เขาย้อย", "district: อำเภอเขายอย"), 3, "อำเภอเขาย้อย"),
        (TOWN.replace("เพชรบุรี", "ตรัง"), 3, "เพชรบุรี"),
        (VILLAGE.replace("กะลาเส", "กะลาเล"), 1, "กะลาเส"),
        (TOWN.replace("ตำบลเขาย้อย", "ตำบลเขาย้อบ"), 1, "เขาย้อย"),
        (VILLAGE + "subdistrict: กะลาเสะ\n", 5, "กะลาเส"),
    ],
)
def test_an_area_that_the_register_lacks(check: Check, agency: str, line: int, meant: str) -> None:
    found = check({}, agency)
    assert [(finding.rule, finding.path, finding.line) for finding in found] == [
        ("T404", "content/agency.yml", line)
    ]
    assert found[0].severity == "warning"
    assert meant in found[0].message.th


def test_a_name_that_is_no_subdistrict_is_only_noted(check: Check) -> None:
    found = check({}, VILLAGE.replace("กะลาเส", "เมืองใหม่ไพศาล"))
    assert [(finding.rule, finding.severity, finding.line) for finding in found] == [("T404", "info", 1)]


@pytest.mark.parametrize(
    "agency",
    [
        TOWN,
        VILLAGE,
        VILLAGE.replace("สิเกา", "อ.สิเกา").replace("ตรัง", "จ.ตรัง"),
        "name: องค์การบริหารส่วนตำบลหัวเรือ\ndistrict: เมือง\nprovince: อุบลราชธานี\n",
        "name: เทศบาลตำบลสวนใหม่\ndistrict: เขาย้อย\nprovince: เพชรบุรี\n",
        "name: เทศบาลตำบลปลาไหล\n",
        "name: เทศบาลตำบลน้ำใส\ndistrict: สมมุติ\nprovince: สมมุติ\ninvented: true\n",
    ],
)
def test_areas_as_the_register_has_them(check: Check, agency: str) -> None:
    assert check({}, agency) == []


@pytest.mark.parametrize(
    "text",
    [
        "วัฒนธรรมองค์กรของเทศบาลตำบลเขาฉวย",
        "แผนของ ทต.เขายอย ปี 2566",
        "ประชุมที่อำเภอเขาย้อน จังหวัดเพชรบุรี",
        "ไปจังหวัดเพรชบุรีแล้ว",
    ],
)
def test_the_own_names_misspelt_in_a_text(check: Check, text: str) -> None:
    found = check({"2566/o38.md": item("ทำแล้ว", more=f"documents:\n  - {text}\n")})
    assert told(found) == [("T404", "o38.md", 6)]


def test_an_invented_agencys_own_name_is_watched_too(check: Check) -> None:
    agency = "name: เทศบาลตำบลน้ำใส\ndistrict: สมมุติ\nprovince: สมมุติ\ninvented: true\n"
    assert told(check({"2566/o3.md": item("หน้าที่ของเทศบาลตำบลน้ำไส")}, agency)) == [("T404", "o3.md", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "เทศบาลตำบลเขาย้อยมีแผนแล้ว",
        "ทต.เขาย้อยเรื่องแผน",
        "เทศบาลตำบล เขาย้อย ต.เขาย้อย อ.เขาย้อย จ.เพชรบุรี",
        "ไปประชุมที่จังหวัดเพชรบูรณ์และอำเภอท่ายางแล้ว",
        "ประชาคมระดับตำบลเพื่อทำแผน เดือน ต.ค. และ อ.บ.ต.",
    ],
)
def test_names_that_are_right(check: Check, text: str) -> None:
    assert [finding for finding in check({"2566/o3.md": item(text)}) if finding.rule == "T404"] == []


def test_a_wrong_name_in_the_agencys_file_is_told_once(check: Check) -> None:
    texts = {f"2566/o{number}.md": item(f"ประกาศของเทศบาลตำบลปลาไหลฉบับที่ {number}") for number in (1, 2, 3)}
    found = check(texts, "name: เทศบาลตำบลปลาไหม\n")
    assert [(finding.rule, finding.path, finding.line) for finding in found] == [
        ("T404", "content/agency.yml", 1)
    ]


def test_a_wrong_subdistrict_of_an_invented_agency(check: Check) -> None:
    agency = "name: เทศบาลตำบลน้ำใส\nsubdistrict: น้ำไส\ninvented: true\n"
    found = check({"2566/o3.md": item("ประชุมที่ตำบลน้ำใสแล้ว")}, agency)
    assert [(finding.rule, finding.path, finding.line) for finding in found] == [
        ("T404", "content/agency.yml", 2)
    ]


# --- T405, T406


@pytest.mark.parametrize(
    "text",
    ["ควรเพิ่มช่องทาง", "เทศบาลควรเพิ่มช่องทาง", "เห็นควรเพิ่มช่องทาง", "เห็นสมควรเพิ่มช่องทาง", "ให้ลงภาพประชุมบนเว็บไซต์ด้วย"],
)
def test_advice_in_the_place_of_a_result(check: Check, text: str) -> None:
    assert told(check({"2566/o28.md": item(text)})) == [("T405", "o28.md", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "ลงข้อมูลที่ประชาชนควรรู้แล้ว",
        "ทำตารางข้อควรระวังและสิ่งที่ควรทำแล้ว",
        "ติดป้ายควรทำและไม่ควรทำแล้ว",
        "ให้รางวัลแก่พนักงานตามสมควรแล้ว",
        "ให้ผู้ทดสอบภายนอกลองแจ้งเรื่อง ระบบไม่เก็บชื่อ",
        "ให้ความรู้แก่พนักงานเรื่องพัสดุด้วย",
        "ประชุมแล้วเห็นว่าควรแยกช่องทาง จึงแยกแล้ว",
    ],
)
def test_results_that_are_no_advice(check: Check, text: str) -> None:
    assert check({"2566/o28.md": item(text)}) == []


def test_advice_where_it_belongs(check: Check) -> None:
    measures = (
        "measures:\n  - id: m1\n    title: บริการ\n    steps: [ควรตอบให้เร็ว]\n    recommendations: [ควรทำต่อ]\n"
        "guidance:\n  - {indicator: 1, guidance: [ควรบอกขั้นตอน], actions: [ควรบอกขั้นตอน]}\n"
    )
    files = {"2566/o28.md": item("ทำแล้ว", more="method: [ควรแก้แบนเนอร์]\n"), "2566/measures.yml": measures}
    assert told(check(files)) == [("T405", "measures.yml", 7)]


@pytest.mark.parametrize(
    "text",
    [
        "จะดำเนินการภายในเดือนกันยายน",
        "เทศบาลจะลงรายงานบนเว็บไซต์",
        "กองคลังจะรายงานผล",
        "อยู่ระหว่างดำเนินการ",
        "อยู่ในระหว่างการจัดทำ",
        "กำลังทำแผ่นพับ",
        "ทุกเดือน",
        "ดำเนินการทุกไตรมาส",
        "ทำเป็นประจำทุกเดือน",
        "ตลอดปีงบประมาณ ๒๕๖๖",
        "กำหนดดำเนินการในเดือนมิถุนายน",
        "ยังไม่ได้เผยแพร่",
        "{text: จะรายงานผล, state: done}",
    ],
)
def test_a_plan_in_the_place_of_a_result(check: Check, text: str) -> None:
    assert told(check({"2566/o12.md": item(text)})) == [("T406", "o12.md", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "{text: จะรายงานผล, state: planned}",
        "{text: ทำเป็นประจำทุกเดือน, state: recurring}",
        "{text: กำลังทำแผ่นพับ, state: in_progress}",
        "รายงานผลทุกเดือนครบสิบสองเดือน",
        "ผู้บริหารประกาศว่าจะไม่รับของขวัญ",
        "ผู้บริหารให้คำมั่นว่าจะทำงานอย่างสุจริต",
        "เทศบาลจะไม่รับของขวัญจากผู้มาติดต่อ",
        "ทำผังอัตรากำลังแล้ว",
        "ลงแผนแล้ว และจะปรับปรุงทุกไตรมาส",
        "ประกาศแผนว่าปีนี้จะซื้อหรือจ้างอะไร",
        "ประชุมทุกเดือน รวม 12 ครั้ง",
        "งานประชาสัมพันธ์เปิดดูกระทู้ทุกวัน และส่งให้เจ้าหน้าที่ตอบทันที",
    ],
)
def test_results_that_are_no_plan(check: Check, text: str) -> None:
    assert check({"2566/o12.md": item(text)}) == []


def test_a_plan_where_nothing_is_said_to_be_done(check: Check) -> None:
    measures = (
        "measures:\n  - {id: m1, title: บริการ, stage: recommended, results: [จะดำเนินการ]}\n"
        "guidance:\n  - {indicator: 1, reported: in_progress, actions: [จะดำเนินการ]}\n"
    )
    files = {"2566/o12.md": item("จะดำเนินการ", reported="in_progress"), "2566/measures.yml": measures}
    assert check(files) == []


def test_a_plan_among_the_measures(check: Check) -> None:
    measures = (
        "measures:\n  - id: m1\n    title: บริการ\n    results:\n      - ลงแล้ว\n      - จะประชุมทุกกอง\n"
        "guidance:\n  - indicator: 1\n    reported: done\n    actions: [จะดำเนินการ]\n"
    )
    assert told(check({"2566/measures.yml": measures})) == [
        ("T406", "measures.yml", 6),
        ("T406", "measures.yml", 10),
    ]


# --- T407


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("รายงานผลตามแผนปฏิบัติการป้องกันการทุจริตตามข้อ ๐๓๔ แล้ว", "o36"),
        ("รายงานผลตามแผนในข้อ o34 แล้ว", "o34"),
        ("ทำตามข้อ o45 แล้ว", "o43"),
        ("ดูข้อ O35 (แผนปฏิบัติการป้องกันการทุจริต)", "o36"),
        ("ทำตามนโยบายใน o22 แล้ว", "o22"),
    ],
)
def test_a_reference_to_the_wrong_item(check: Check, text: str, meant: str) -> None:
    found = check({"2566/o37.md": item(text)})
    assert told(found) == [("T407", "o37.md", 4)]
    assert meant in found[0].message.th


@pytest.mark.parametrize(
    "text",
    [
        "รายงานผลตามแผนปฏิบัติการป้องกันการทุจริตในข้อ o36 แล้ว",
        "จัดการความเสี่ยงตามข้อ ๐๓๔ แล้ว",
        "รายงานผลตามแผนในข้อ o36 แล้ว",
        "ทำตามแผนของปีก่อนในข้อ o34 ปี 2565 แล้ว",
        "ทำครบทุกข้อ ข้อ 1 ถึงข้อ 5 และข้อ 45",
        "ส่งกระดาษ A4 และไฟล์ PDF หมายเลข 034",
        "ดูข้อ o36 และ o38",
        "ใช้ช่องทางในข้อ o8 และดูรายงานในข้อ o34",
        "ทำตามมาตรการในข้อ o35 และคู่มือในข้อ o27",
    ],
)
def test_references_that_are_right(check: Check, text: str) -> None:
    assert check({"2566/o37.md": item(text)}) == []


def links(code: str, title: str, framework: str = "nacc-2566") -> dict[str, str]:
    """A measure that links an item; the code stands on line 5."""
    link = f"{{code: {code}, framework: {framework}, title: {title}}}"
    text = f"measures:\n  - id: m1\n    title: มาตรการ\n    links:\n      - {link}\n"
    return {"2566/measures.yml": text}


def test_a_link_with_another_items_title(check: Check) -> None:
    found = check(links("o34", "แผนปฏิบัติการป้องกันการทุจริต"))
    assert told(found) == [("T407", "measures.yml", 5)]
    assert "o36" in found[0].message.th


def test_a_link_with_another_questions_text(check: Check) -> None:
    found = check(links("e2", "หน่วยงานมีการปรับปรุงการดำเนินงานให้ตอบสนองต่อประชาชน", "nacc-2567"))
    assert told(found) == [("T407", "measures.yml", 5)]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("o36", "แผนปฏิบัติการ ป้องกันการทุจริต"),
        ("o36", "แผนปราบทุจริตของเรา"),
        ("i3", "คำถามที่กรอบนี้ไม่มี"),
        ("o14", "คู่มือหรือมาตรฐานการปฏิบัติงาน"),
    ],
)
def test_links_that_are_right_or_unknown(check: Check, code: str, title: str) -> None:
    assert check(links(code, title)) == []
