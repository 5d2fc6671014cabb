"""Addresses that the assessor can't open, or that lead somewhere else, and ways that are hard to follow."""

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from prongsai.check import run_rules
from prongsai.load.places import Places
from prongsai.load.project import load_project
from prongsai.model.finding import Finding
from prongsai.rules import hosts
from prongsai.rules.address import RULES
from prongsai.rules.address._judge import judge, passing, tidy
from prongsai.rules.address._own import Own, own_hosts
from prongsai.rules.context import Context
from tests.rules.conftest import Findings

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = {"khaoyoi": ".", **{name: f"examples/{name}" for name in ("kalase", "huaruea", "plalai", "tako")}}
AGENCY = """\
name: เทศบาลตำบลน้ำเย็น
kind: เทศบาลตำบล
website: https://www.namyen.invalid
hosts: [www.namyen.invalid, eservice.namyen.invalid]
"""
OWN = Own(("namyen.invalid", "eservice.namyen.invalid"), ("namyen.invalid",), declared=True)
SITE = "https://www.namyen.invalid"
Run = Callable[..., list[str]]


def of_family(root: Path) -> list[Finding]:
    site = load_project(root).site
    assert site is not None
    found = run_rules(Context(site, date(2024, 5, 1)), Places(root), RULES)
    return sorted(found, key=lambda finding: (finding.path, finding.line, finding.rule))


def item(*targets: str, ways: str = "") -> str:
    """An item's file; the first target stands on line 5, and each further one two lines on."""
    evidence = "".join(f"  - title: หลักฐาน\n    {target}\n" for target in targets)
    return f"---\nreported: done\nevidence:\n{evidence}{ways}---\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """What the family finds in these items of 2566, as ``RULE item line``; other files by their path."""

    def found(files: Mapping[str, str] | None = None, agency: str = AGENCY, **items: str) -> list[str]:
        sources = {"agency.yml": agency, "2566/year.yml": "framework: nacc-2566\n", **(files or {})}
        sources |= {f"2566/{code}.md": text for code, text in items.items()}
        for name, text in sources.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert load_project(tmp_path).errors == ()
        return [
            f"{finding.rule} {finding.item or finding.path.rpartition('/')[2]} {finding.line}"
            for finding in of_family(tmp_path)
        ]

    return found


@pytest.mark.parametrize(
    ("rule", "url"),
    [
        ("A301", "https://www.nongkham.go.th/powers"),
        ("A301", "http://banmai.invalid/index.php?page=2"),
        ("A301", "https://namyen.wordpress.com/plan"),
        ("A302", "https://www.namyem.invalid/powers"),
        ("A302", "https://namyne.invalid/powers"),
        ("A302", "https://eservice.nanyen.invalid/tax"),
        ("A302", "https://www.naamyenn.invalid/powers"),
        ("A302", "https://wwwnamyen.invalid/powers"),
        ("A302", "https://wwww.namyen.invalid/powers"),
        ("A302", "https://eservise.namyen.invalid/tax"),
        ("A303", f"{SITE}/news/๒๕๖๖/12"),
        ("A303", f"{SITE}/news?id=๑๒"),
        ("A303", f"{SITE}//powers"),
        ("A303", f"{SITE}/powers."),
        ("A303", f"{SITE}/powers),"),
        ("A303", f"{SITE}/ｐowers"),
        ("A303", f"{SITE}/%20powers"),
        ("A303", f"https://{SITE}/powers"),
        ("A303", "https://www..namyen.invalid/powers"),
        ("A304", "http://www.namyen.invalid/powers"),
        ("A305", "http://192.168.1.20/powers"),
        ("A305", "http://๑๙๒.๑๖๘.๑.๒๐/powers"),
        ("A305", "http://10.1.2.3:8080/powers"),
        ("A305", "http://172.31.0.1/powers"),
        ("A305", "http://127.1/powers"),
        ("A305", "http://2130706433/powers"),
        ("A305", "http://0x7f000001/powers"),
        ("A305", "http://017700000001/powers"),
        ("A305", "http://0300.0250.1.1/powers"),
        ("A305", "http://[::1]/powers"),
        ("A305", "http://[fd00::12]/powers"),
        ("A305", "http://[::ffff:10.0.0.1]/powers"),
        ("A305", "http://169.254.10.10/powers"),
        ("A305", "http://localhost:8000/powers"),
        ("A305", "http://nas.local/powers"),
        ("A305", "http://server/powers"),
        ("A306", "https://www.google.co.th/search?q=namyen"),
        ("A306", f"{SITE}/?s=powers"),
        ("A306", f"{SITE}/search/powers"),
        ("A306", f"{SITE}/wp-admin/post.php?post=4"),
        ("A306", f"{SITE}/user/login"),
        ("A306", f"{SITE}/?p=12&preview=true"),
        ("A306", "https://docs.google.com/document/d/1AbC/edit?usp=sharing"),
        ("A306", "https://bit.ly/3xYz"),
        ("A306", "https://lin.ee/AbCd"),
        ("A306", "https://qr.page/g/1234"),
        ("A307", "https://drive.google.com/file/d/1AbC/view"),
        ("A307", "https://docs.google.com/spreadsheets/d/1AbC/"),
        ("A307", "https://www.dropbox.com/s/abc/plan.pdf"),
        ("A307", "https://m.facebook.com/story.php?story_fbid=1"),
        ("A307", "https://www.youtube.com/watch?v=abc"),
        ("A307", "https://page.line.me/namyen"),
        ("A309", f"{SITE}/news?page=2"),
        ("A309", f"{SITE}/news/page/3/"),
        ("A310", f"{SITE}/"),
        ("A310", SITE),
        ("A310", "https://namyen.invalid/index.php"),
    ],
)
def test_one_finding_for_an_address(run: Run, rule: str, url: str) -> None:
    assert run(o3=item(f"url: {SITE}/p", f'url: "{url}"')) == [f"{rule} o3 7"]


@pytest.mark.parametrize(
    ("code", "url"),
    [
        ("o3", "https://namyen.invalid/powers"),
        ("o3", "https://WWW.NAMYEN.INVALID/powers"),
        ("o3", "https://gis.namyen.invalid/map"),
        ("o3", f"{SITE}/files/แผน%20พัฒนา-2566.pdf"),
        ("o3", f"{SITE}/Main/PersonalPreview/id/2"),
        ("o3", f"{SITE}/assets-admin/files/plan/17.pdf"),
        ("o3", f"{SITE}/admin/upload/plan.pdf"),
        ("o3", f"{SITE}/index.php?option=com_content&view=article&id=12"),
        ("o3", f"{SITE}/research/2566"),
        ("o3", f"{SITE}/go?to=https://www.namyen.invalid/a//b"),
        ("o3", f"{SITE}/news?page=1"),
        ("o3", f"{SITE}/plan.pdf#page=2"),
        ("o3", f"{SITE}/wiki/Plan_(2566)"),
        ("o5", f"{SITE}/"),
        ("o5", "https://maps.app.goo.gl/AbC"),
        ("o6", "https://www.ratchakitcha.soc.go.th/DATA/PDF/2562/A/1.PDF"),
        ("o7", "https://www.facebook.com/namyen/posts/1"),
        ("o8", "https://line.me/R/ti/p/@namyen"),
        ("o9", "https://lin.ee/AbCd"),
        ("o18", "https://eservice.namyen.invalid/"),
        ("o18", "https://eservice.namyen.invalid/login"),
        ("o20", "https://process3.gprocurement.go.th/egp2procmainWeb/jsp/procsearch.sch?pid=1"),
        ("o28", "https://forms.gle/AbC"),
        ("o43", "https://itas.nacc.go.th/go/eit/abc123"),
    ],
)
def test_good_addresses(run: Run, code: str, url: str) -> None:
    assert run(**{code: item(f'url: "{url}"')}) == []


def test_procurement_systems_and_social_media_only_where_they_belong(run: Run) -> None:
    found = run(
        o3=item("url: https://process3.gprocurement.go.th/egp"),
        o10=item("url: https://www.facebook.com/namyen"),
        o11=item("url: https://forms.gle/AbC"),
        o12=item("url: https://www.info.go.th/namyen"),
    )
    assert found == ["A307 o10 5", "A307 o11 5", "A301 o12 5", "A301 o3 5"]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (
            "http://www.khaoyocity.go.th/ /assets- admin/plan/๒๓.pdf",
            "http://www.khaoyocity.go.th/assets-admin/plan/23.pdf",
        ),
        ("http://www.khaoyocity.go.th/Main/Law๑", "http://www.khaoyocity.go.th/Main/Law1"),
        ("http://www.khaoyocity.go.th/n ewsTender", "http://www.khaoyocity.go.th/newsTender"),
        ("https://a.go.th/x%E0%B9%91", "https://a.go.th/x1"),
        ("https://a.go.th/แผน๒๕๖๖.pdf", "https://a.go.th/แผน๒๕๖๖.pdf"),
        ("https://a.go.th/๒๕๖๖/แผน๒๕๖๖.pdf", "https://a.go.th/2566/แผน๒๕๖๖.pdf"),
        ("https://a.go.th/x?a=๑&b=สอง๒#๓", "https://a.go.th/x?a=1&b=สอง๒#3"),
        (
            "https://web.archive.org/web/2020/https://a.go.th/",
            "https://web.archive.org/web/2020/https://a.go.th/",
        ),
        ("https://a.go.th/x;”", "https://a.go.th/x"),
        ("https://a.go.th／x", "https://a.go.th/x"),
    ],
)
def test_mended_addresses(written: str, mended: str) -> None:
    assert tidy(written) == mended
    assert tidy(mended) == mended


def test_the_fix_is_the_whole_address(tmp_path: Path, run: Run) -> None:
    run(o3=item(f"url: {SITE}//news/๒๕๖๖"))
    site = load_project(tmp_path).site
    assert site is not None
    untidy = next(rule for rule in RULES if rule.code == "A303")
    (hit,) = untidy.check(Context(site, date(2024, 5, 1)))
    assert (hit.loc, hit.fix) == (("evidence", 0, "url"), f"{SITE}/news/2566")


def test_thai_digits_in_a_thai_file_name_are_no_more_than_style(tmp_path: Path, run: Run) -> None:
    assert run(o3=item(f"url: {SITE}/แผน๒๕๖๖.pdf")) == ["A303 o3 5"]
    assert [(found.severity, found.confidence) for found in of_family(tmp_path)] == [("info", "low")]


def test_spaces_come_first_wherever_the_model_lets_them_through() -> None:
    assert judge(f"{SITE}/ powers", "powers", OWN) == ("A303", "", f"{SITE}/powers", True)
    assert judge("file:///C:/plan.pdf", "powers", OWN) == ("A305", "", None, True)


def test_the_report_of_khaoyoi_as_printed() -> None:
    own = Own(("khaoyocity.go.th",), ("khaoyocity.go.th",), declared=True)
    found = judge("http://www.khaoyoicity.go.th/assets-admin/files/plan/29986584410521.pdf", "x", own)
    assert found == ("A302", "khaoyocity.go.th", None, True)
    found = judge("http://www.khaoyoicity.go.th/assets-admin/files/plan/๒๙.pdf", "x", own)
    assert found is not None
    assert found.code == "A303"
    found = judge("https://krabikhodin.go.th/public/list", "x", own)
    assert found is not None
    assert found.code == "A301"


def test_http_once_for_a_host_in_a_year(run: Run) -> None:
    plain = "http://www.namyen.invalid"
    found = run(
        {"2565/year.yml": "framework: nacc-2565\n", "2565/o3.md": item(f"url: {plain}/powers")},
        o3=item(f"url: {plain}/a", f"url: {plain}/b"),
        o4=item("url: http://namyen.invalid/c"),
        o6=item("url: http://www.krisdika.go.th/d"),
    )
    assert found == ["A304 o3 5", "A304 o3 5"]


def test_http_in_the_agencys_file(run: Run) -> None:
    agency = AGENCY.replace("https", "http")
    assert run(agency=agency) == ["A304 agency.yml 3"]
    assert run(agency=agency, o3=item("url: http://www.namyen.invalid/p")) == ["A304 o3 5"]


CHANNELS = (
    AGENCY
    + """\
channels:
  - {kind: social, title: เพจ, url: "https://www.facebook.com/namyen"}
  - {kind: questions, title: ถามตอบ, url: "https://lin.ee/AbC"}
  - {kind: opinions, title: ความเห็น, url: "https://forms.gle/AbC"}
  - {kind: eit, title: EIT, url: "https://itas.nacc.go.th/go/eit/abc"}
  - {kind: contact, title: อีเมล, url: "mailto:office@namyen.invalid"}
  - {kind: corruption, title: แจ้งทุจริต, url: "https://www.namyen.invalid/report"}
"""
)


@pytest.mark.parametrize(
    ("kind", "url", "rule"),
    [
        ("corruption", "https://www.nongkham.go.th/report", "A301"),
        ("corruption", "https://www.namyem.invalid/report", "A302"),
        ("corruption", "http://192.168.1.1/report", "A305"),
        ("corruption", "https://bit.ly/report", "A306"),
        ("privacy", "https://drive.google.com/file/d/1/view", "A307"),
        ("no_gift", "https://www.facebook.com/namyen/posts/1", "A307"),
    ],
)
def test_channels(run: Run, kind: str, url: str, rule: str) -> None:
    assert run(agency=CHANNELS) == []
    agency = CHANNELS.replace("kind: corruption", f"kind: {kind}").replace(f"{SITE}/report", url)
    assert run(agency=agency) == [f"{rule} agency.yml 11"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("website: https://www.namyen", "website: https://www.namyem", "A302 agency.yml 3"),
        ("hosts: [www.namyen", "hosts: [www.namyem", "A302 agency.yml 4"),
        ("website: https://www.namyen", "website: https://www.nongkham", "A301 agency.yml 3"),
    ],
)
def test_a_wrong_host_in_the_agencys_file_is_told_there_alone(
    run: Run, old: str, new: str, line: str
) -> None:
    evidence = {f"o{number}": item(f"url: {SITE}/{number}") for number in (1, 2, 3, 4)}
    assert run(agency=AGENCY.replace(old, new, 1), **evidence) == [line]


def test_hosts_that_the_agency_declares_and_uses_are_its_own(run: Run) -> None:
    agency = AGENCY.replace("hosts: [", "hosts: [www.namyenn.invalid, eservices.namyen.invalid, ")
    evidence = {f"o{number}": item(f"url: {SITE}/{number}") for number in (1, 2, 3, 4)}
    assert run(agency=agency, **evidence, o10=item("url: https://www.namyenn.invalid/p")) == []
    assert run(agency=agency, **evidence, o10=item(f"url: {SITE}/p")) == ["A302 agency.yml 4"]


UNKNOWN = "name: องค์การบริหารส่วนตำบลกะลาเส\nkind: องค์การบริหารส่วนตำบล\n"


def test_without_a_declared_host_most_of_the_evidence_decides(run: Run) -> None:
    evidence = {f"o{number}": item(f"url: https://www.kalase.go.th/{number}") for number in (1, 2, 3)}
    evidence["o4"] = item("url: https://www.muangkun.go.th/plan")
    evidence["o10"] = item("url: https://www.kalaze.go.th/plan")
    assert run(agency=UNKNOWN, **evidence) == ["A302 o10 5", "A301 o4 5"]
    evidence["o2"] = item("url: https://www.muangkun.go.th/2")
    evidence["o3"] = item("url: https://www.sikao.go.th/3")
    assert run(agency=UNKNOWN, **evidence) == []


MEASURES = """\
measures:
  - id: m1
    title: ปรับปรุงเว็บไซต์
    steps: [ลงข้อมูลที่ https://www.kalase.go.th/plan]
guidance:
  - indicator: "7"
    actions:
      - รับฟังความคิดเห็นทางเว็บไซต์ https://Muangkun.go.th
      - ส่งอีเมลที่ office@muangkun.go.th หรือดูที่ www.nacc.go.th
"""


def test_addresses_in_the_texts_of_measures(run: Run) -> None:
    assert run({"2566/measures.yml": MEASURES}, agency=UNKNOWN) == ["A301 measures.yml 8"]
    own = f"{UNKNOWN}website: https://www.kalasae.go.th\n"
    assert run({"2566/measures.yml": MEASURES}, agency=own) == ["A302 measures.yml 4", "A301 measures.yml 8"]


@pytest.mark.parametrize(
    "step",
    [
        "เลื่อนลงด้านล่างของเว็บไซต์",
        "เลื่อนลงแถบที่ ๒",
        "เลื่อนหน้าจอไปด้านล่าง",
        "scroll ลง",
        "แบนเนอร์วิ่ง ITA",
        "ไอคอนที่วิ่งไปมา",
        "แบนเนอร์เคลื่อนไหว",
        "ภาพสไลด์",
        "ข่าวกิจกรรม หน้า ๒",
        "หน้า 3",
        "หน้าที่ 2",
        "page 2",
        "page=2",
        "หน้าถัดไป",
    ],
)
def test_ways_that_are_hard_to_follow(run: Run, step: str) -> None:
    ways = f"breadcrumbs:\n  - หน้าแรก > ข้อมูลพื้นฐาน\n  - หน้าแรก > {step} > หน้า 4\n"
    assert run(o3=item(f"url: {SITE}/p", ways=ways)) == ["A309 o3 8"]


@pytest.mark.parametrize(
    "step",
    [
        "หน้าแรก",
        "หน้า 1",
        "อำนาจหน้าที่",
        "หลักเกณฑ์การเลื่อนเงินเดือน",
        "การเลื่อนขั้น เลื่อนระดับ",
        "แบนเนอร์ E-Service ด้านล่าง",
        "เดินวิ่งการกุศล",
        "ข่าวความเคลื่อนไหว",
        "แถบเมนูด้านบน",
        "งบหน้า 2566",
        "อำนาจหน้าที่ 12 เดือน",
    ],
)
def test_ways_that_are_plain(run: Run, step: str) -> None:
    ways = f"breadcrumbs: หน้าแรก > {step}\n"
    assert run(o3=item(f"url: {SITE}/p", ways=ways)) == []


def test_a_shared_address_is_told_at_the_item_to_which_it_does_not_belong(run: Run) -> None:
    last_year = {"2565/year.yml": "framework: nacc-2565\n", "2565/o3.md": item(f"url: {SITE}/p3")}
    found = run(last_year, o1=item(f"url: {SITE}/p3"), o3=item("url: https://namyen.invalid/p3/#top"))
    assert found == ["A308 o1 5"]


def test_a_shared_address_belongs_to_its_channel_or_to_whom_it_is_named_for(run: Run) -> None:
    agency = f"{AGENCY}channels: [{{kind: contact, title: ติดต่อ, url: {SITE}/c}}]\n"
    assert run(agency=agency, o1=item(f"url: {SITE}/c"), o5=item(f"url: {SITE}/c")) == ["A308 o1 5"]
    assert run(o1=item(f"url: {SITE}/laws"), o5=item(), o6=item(f"url: {SITE}/laws")) == ["A308 o1 5"]


def test_a_shared_address_that_nobody_owns_is_told_at_both_once_as_style(tmp_path: Path, run: Run) -> None:
    shared = f"url: {SITE}/plans?id=7"
    found = run(
        o11=item(f"url: {SITE}/p11", shared),
        o12=item(shared, f"url: {SITE}/p12", f"{shared}&utm_source=line"),
        o13=item(f"{shared}&page_id=1"),
        o14=item(shared),
    )
    assert found == ["A308 o11 7", "A308 o12 5", "A308 o14 5"]
    shown = of_family(tmp_path)
    assert [finding.severity for finding in shown] == ["info", "warning", "warning"]
    assert "o11, o14" in shown[1].message.th


def test_a_shared_file(run: Run) -> None:
    found = run(
        {"2566/files/action-plan-2566.pdf": "%PDF"},
        o11=item("file: files/action-plan-2566.pdf"),
        o12=item("file: files/action-plan-2566.pdf"),
    )
    assert found == ["A308 o12 5"]


def test_front_pages_and_other_hosts_count_once(run: Run) -> None:
    found = run(
        o1=item(f"url: {SITE}/"),
        o2=item(f"url: {SITE}"),
        o3=item("url: https://other.invalid/"),
        o4=item("url: https://other.invalid/"),
    )
    assert found == ["A310 o1 5", "A310 o2 5", "A301 o3 5", "A301 o4 5"]


def test_silenced_where_it_stands(tmp_path: Path, run: Run) -> None:
    run(o3=item("url: https://www.nongkham.go.th/p", ways="silence: {A301: อำเภอเผยแพร่แทน}\n"))
    assert [finding.silenced for finding in of_family(tmp_path)] == ["อำเภอเผยแพร่แทน"]


def test_hosts() -> None:
    assert hosts.bare("www2.namyen.go.th") == "namyen.go.th"
    assert hosts.registrable("eservice.namyen.go.th") == "namyen.go.th"
    assert hosts.host_of("WWW.Namyen.go.th.") == "www.namyen.go.th"
    assert hosts.host_of("https://น้ำเย็น.ไทย/x") == hosts.host_of("น้ำเย็น.ไทย").lower()
    assert hosts.host_of("น้ำเย็น.ไทย").startswith("xn--")
    assert hosts.distance("namsai", "nasmai") == 1
    assert hosts.distance("namsai", "nam") == 3
    assert hosts.ip_of("1.2.3.4.5") is None
    assert hosts.ip_of("256.1.1.1") is None
    assert hosts.ip_of("example.com") is None
    assert hosts.lookalike("tako.go.th", ("taka.go.th",)) == "taka.go.th"
    assert hosts.lookalike("nk.go.th", ("sp.go.th",)) is None
    assert hosts.may_be_named("kalase.go.th", "องค์การบริหารส่วนตำบลกะลาเส")
    assert not hosts.may_be_named("muangkun.go.th", "องค์การบริหารส่วนตำบลกะลาเส")
    assert passing("https://example.com/") is None


def test_a_website_on_social_media_is_no_own_host(tmp_path: Path, run: Run) -> None:
    run(agency="name: ก\nwebsite: https://www.facebook.com/namyen\n")
    site = load_project(tmp_path).site
    assert site is not None
    assert own_hosts(site) == Own()


def test_every_pair_of_names_is_told_once_and_can_be_silenced(findings: Findings) -> None:
    odd = "แผนน\u0e4d\u0e49า.txt"
    two = {f"2566/files/{name}": "แผน\n" for name in ("แผน.TXT", "แผน.txt", "แผนน้ำ.txt", odd)}
    found = findings(two, only="A319")
    assert [(one.path, one.severity, one.item) for one in found] == [
        ("content/2566/files/แผน.txt", "warning", None),
        (f"content/2566/files/{odd}", "warning", None),
    ]
    assert "ตัวพิมพ์ใหญ่เล็ก" in found[0].message.th
    assert "วิธีเก็บอักษร" in found[1].message.th
    silent = "---\nsilence: {A319: ไม่มีใครคัดลอก}\nevidence:\n  - {title: แผน, file: files/แผน.txt}\n---\n"
    (first, _) = findings({"2566/year.yml": "framework: nacc-2566\n", "2566/o4.md": silent}, only="A319")
    assert first.silenced == "ไม่มีใครคัดลอก"


def test_each_reason_for_which_a_name_is_not_portable(findings: Findings) -> None:
    names = ("con.txt", "a./b.txt", f"{'x' * 100}/{'y' * 100}.txt", "plain.txt")
    found = findings({f"2566/files/{name}": "แผน\n" for name in names}, only="A320")
    assert [one.message.en.partition(": ")[2].partition(" — ")[0][:20] for one in found] == [
        "it ends in a dot or ", "Windows keeps this n", "it is longer than 18",
    ]  # fmt: skip


def test_the_invented_town_gives_none() -> None:
    assert of_family(ROOT / "examples" / "namsai") == []


@pytest.mark.parametrize("agency", REPORTS)
def test_the_five_reports(agency: str) -> None:
    lines = [
        f"{found.rule} {found.severity} {found.confidence} {found.item or '-'}"
        f" {found.path}:{found.line}:{found.column} {found.message.th}\n"
        for found in of_family(ROOT / REPORTS[agency])
    ]
    golden = GOLDEN / f"address-{agency}.txt"
    if os.environ.get("PRONGSAI_REWRITE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text("".join(lines), "utf-8")
    assert "".join(lines) == golden.read_text("utf-8")


def test_every_item_of_the_invented_town_with_anothers_address(tmp_path: Path) -> None:
    """One wrong address in one item gives one finding, on its line."""
    shutil.copytree(ROOT / "examples" / "namsai" / "content", tmp_path / "content")
    for path in sorted((tmp_path / "content").glob("2567/o*.md"))[::6]:
        text = path.read_text("utf-8")
        lines = text.split("\n")
        number = next(at for at, line in enumerate(lines) if line.strip().startswith(("url:", "file:")))
        lines[number] = "    url: https://www.nongkham.go.th/public/list/data"
        path.write_text("\n".join(lines), "utf-8")
        found = [(finding.rule, finding.item, finding.line) for finding in of_family(tmp_path)]
        assert found == [("A301", path.stem, number + 1)]
        path.write_text(text, "utf-8")
