"""Rules on receipts: what failed costs the item, what is unknown never does, and nothing without receipts."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from prongsai.check import check_project, run_rules
from prongsai.load.places import Places
from prongsai.load.project import load_project
from prongsai.mend import find_mends, write
from prongsai.model.finding import Finding
from prongsai.model.receipt import CLASS_OF, RECEIPTS_FORMAT, Verdict
from prongsai.model.verdicts import WORDS
from prongsai.rules import address
from prongsai.rules.context import Context
from prongsai.score.estimate import estimate

ROOT = Path(__file__).parents[2]
TODAY = date(2023, 3, 1)
OWN = "https://www.namyen.invalid"
URL = f"{OWN}/structure.pdf"
RULES = {f"A{number}" for number in range(311, 318)}
FRAMEWORK = "framework: nacc-2566\n"
AGENCY = f"name: เทศบาลตำบลน้ำเย็น\nkind: เทศบาลตำบล\nwebsite: {OWN}\nhosts: [www.namyen.invalid]\n"
CHECKED = "2023-02-20T03:00:00+00:00"
UNKNOWN = [verdict for verdict, group in CLASS_OF.items() if group == "unknown"]
FAIL = [verdict for verdict, group in CLASS_OF.items() if group == "fail"]


class Project:
    """A small project with one item; ``receipts`` by address."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.put("agency.yml", AGENCY)
        self.put("2566/year.yml", FRAMEWORK)
        self.item(URL)

    def put(self, name: str, text: str) -> None:
        path = self.root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def read(self, name: str) -> str:
        return (self.root / "content" / name).read_text("utf-8")

    def item(self, *urls: str, code: str = "o1", style: str = "{}") -> None:
        evidence = "".join(f"  - title: หลักฐาน\n    url: {style.format(url)}\n" for url in urls)
        self.put(f"2566/{code}.md", f"---\nreported: done\nevidence:\n{evidence}---\n")

    def lock(
        self, receipts: Mapping[str, Mapping[str, Any]], name: str = "receipts.lock.json", **top: Any
    ) -> None:
        entries = {url: {"reason": "เหตุ", "checked_at": CHECKED} | one for url, one in receipts.items()}
        self.put(name, json.dumps({"format": RECEIPTS_FORMAT, "receipts": entries} | top, ensure_ascii=False))

    def found(self, today: date = TODAY) -> list[Finding]:
        return [one for one in check_project(self.root, today) if one.rule in RULES]

    def told(self, today: date = TODAY) -> list[tuple[str, str, int]]:
        return [(one.rule, one.severity, one.line) for one in self.found(today)]

    def costs(self, code: str = "o1") -> bool:
        site = load_project(self.root).site
        assert site is not None
        found = estimate(site.newest, self.found())
        assert found is not None
        return any(gain.item == code and gain.rules for gain in found.gains)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_without_receipts_nothing_is_said(project: Project) -> None:
    assert project.told() == []
    project.lock({})
    assert project.told() == []
    project.put("receipts.lock.json", "{broken")
    assert project.told() == []


def test_the_invented_town_and_the_reports_have_none() -> None:
    rules = [rule for rule in address.RULES if rule.code in RULES]
    assert len(rules) == len(RULES)
    for folder in (ROOT, *sorted((ROOT / "examples").iterdir())):
        if (folder / "content").is_dir():
            site = load_project(folder).site
            assert site is not None
            assert list(run_rules(Context(site, TODAY), Places(folder), rules)) == []


@pytest.mark.parametrize("verdict", ["ok", "moved"])
def test_what_is_well_is_well(verdict: Verdict, project: Project) -> None:
    project.lock({URL: {"verdict": verdict, "final_url": URL}})
    assert project.told() == []


@pytest.mark.parametrize("verdict", FAIL)
def test_what_failed_costs_the_item(verdict: Verdict, project: Project) -> None:
    project.lock({URL: {"verdict": verdict, "failures": 1, "last_ok": "2023-01-09T20:00:00+00:00"}})
    rule = "A312" if verdict == "changed" else "A311"
    assert project.told() == [(rule, "warning", 5)]
    assert project.costs()
    message = project.found()[0].message
    assert URL in message.th
    assert "พบครั้งล่าสุด 10 ม.ค. 2566" in message.th
    assert "last found 10 Jan 2023" in message.en
    if verdict == "changed":
        assert f"prongsai verify --accept {URL}" in message.th
    else:
        assert "เหตุ" in message.th
        assert WORDS[verdict].remedy.th in message.th


@pytest.mark.parametrize("verdict", UNKNOWN)
def test_unknown_costs_nothing_until_it_has_failed(verdict: Verdict, project: Project) -> None:
    wanted: dict[int, list[tuple[str, str, int]]] = {
        0: [],
        1: [],
        2: [("A314", "info", 5)],
        3: [("A311", "warning", 5)],
    }
    for failures, told in wanted.items():
        project.lock({URL: {"verdict": verdict, "failures": failures}})
        assert project.told() == told
        assert project.costs() == (failures == 3)


def test_what_the_address_itself_gives_away_is_told_once(project: Project) -> None:
    other, private = "https://www.other.go.th/a.pdf", "http://192.168.1.4/a.pdf"
    project.item(other, private)
    project.lock({other: {"verdict": "wrong_host"}, private: {"verdict": "ssrf_blocked"}})
    assert project.told() == []
    assert {one.rule for one in check_project(project.root, TODAY)} >= {"A301", "A305"}


def test_a_moved_document_is_mended(project: Project) -> None:
    old, new = "http://www.namyen.invalid/a.pdf#page=3", f"{OWN}/files/a.pdf"
    project.item(old, URL, old)
    project.lock({old: {"verdict": "moved", "final_url": new}, URL: {"verdict": "ok"}})
    assert project.told() == [("A313", "info", 5), ("A313", "info", 9)]
    assert not project.costs()
    write(find_mends(project.root, TODAY), project.root)
    text = project.read("2566/o1.md")
    assert text.count(f"url: {new}#page=3\n") == 2
    assert f"url: {URL}\n" in text
    assert load_project(project.root).errors == ()


@pytest.mark.parametrize("style", ["{}", "'{}'", '"{}"'])
def test_a_mended_address_stays_yaml(style: str, project: Project) -> None:
    new = f"{OWN}/แผน/%E0%B9%81/a(1).pdf?x=1&y=2*!@;$"
    project.item(URL, style=style)
    project.lock({URL: {"verdict": "moved", "final_url": new}})
    write(find_mends(project.root, TODAY), project.root)
    site = load_project(project.root).site
    assert site is not None
    assert [one.url for one in site.newest.by_code["o1"].evidence] == [new]


@pytest.mark.parametrize(
    "new",
    [
        f"{OWN}/a,b.pdf",
        f"{OWN}/a'b.pdf",
        f'{OWN}/a"b.pdf',
        f"{OWN}/a]b.pdf",
        f"{OWN}/a}}b.pdf",
        f"{OWN}/a b.pdf",
        f"{OWN}/a\\b.pdf",
        f"{OWN}/a:",
        f"{OWN}/a.pdf;jsessionid=5F",
        f"{OWN}/a.php?sid=77",
        f"{OWN}/login.php",
    ],
)
def test_an_uncertain_new_address_is_offered_but_not_written(new: str, project: Project) -> None:
    project.lock({URL: {"verdict": "moved", "final_url": new}})
    assert project.told() == [("A313", "info", 5)]
    before = project.read("2566/o1.md")
    write(find_mends(project.root, TODAY), project.root)
    assert project.read("2566/o1.md") == before


@pytest.mark.parametrize("new", ["javascript:alert(1)", "", None, "ftp://www.namyen.invalid/a"])
def test_what_is_no_web_address_is_not_offered(new: str | None, project: Project) -> None:
    project.lock({URL: {"verdict": "moved", "final_url": new}})
    assert project.told() == []


def test_an_address_that_was_filed_is_left(project: Project) -> None:
    moved = {URL: {"verdict": "moved", "final_url": f"{OWN}/new.pdf"}}
    project.lock(moved)
    filed = {"fiscal_year": 2566, "filed_at": "2023-02-25T03:00:00+00:00"}
    project.lock({URL: {"verdict": "ok"}}, "2566/receipts.filed.json", **filed)
    (finding,) = project.found()
    assert (finding.rule, finding.severity) == ("A313", "info")
    assert "คงการพาต่อไว้" in finding.message.th
    assert find_mends(project.root, TODAY) == ()


def test_receipts_grow_old_while_the_year_is_open(project: Project) -> None:
    project.lock({URL: {"verdict": "ok"}})
    assert project.told(date(2023, 3, 22)) == []
    (finding,) = project.found(date(2023, 3, 23))
    assert (finding.rule, finding.severity, finding.path) == ("A315", "info", "content/2566/year.yml")
    assert "20 ก.พ. 2566" in finding.message.th
    assert [rule for rule, _, _ in project.told(date(2023, 9, 30))] == ["A315"]
    assert project.told(date(2023, 10, 1)) == []


def test_the_day_of_a_receipt_is_thailand_s(project: Project) -> None:
    project.lock({URL: {"verdict": "ok", "checked_at": "2023-02-20T17:00:00+00:00"}})
    assert project.told(date(2023, 3, 23)) == []


def test_what_was_never_visited_is_told_once_an_item(project: Project) -> None:
    project.item(URL, f"{OWN}/a.pdf", f"{OWN}/b.pdf")
    project.item(URL, code="o2")
    project.lock({URL: {"verdict": "ok"}})
    (finding,) = project.found()
    assert (finding.rule, finding.severity, finding.line, finding.item) == ("A316", "info", 7, "o1")
    assert "2 แห่ง" in finding.message.th
    assert not project.costs()


def test_an_own_address_that_leads_elsewhere(project: Project) -> None:
    cases = {
        f"{OWN}/index.html": [],
        "https://namyen.invalid/x": [],
        "https://www.other.go.th/x": [("A317", "info", 5)],
        "https://drive.google.com/file/d/1/view": [("A317", "info", 5)],
    }
    for final, told in cases.items():
        project.lock({URL: {"verdict": "ok", "final_url": final}})
        assert project.told() == told, final
    project.lock({URL: {"verdict": "moved", "final_url": "https://www.other.go.th/x"}})
    assert project.told() == [("A317", "info", 5)]


def test_a_rule_can_be_silenced(project: Project) -> None:
    project.lock({URL: {"verdict": "blocked", "failures": 3}})
    text = project.read("2566/o1.md").replace(
        "reported: done\n", "reported: done\nsilence:\n  A311: เปิดได้จากโทรศัพท์\n"
    )
    project.put("2566/o1.md", text)
    assert [one.silenced for one in project.found()] == ["เปิดได้จากโทรศัพท์"]
    assert not project.costs()


def test_a_long_reason_is_cut(project: Project) -> None:
    project.lock({URL: {"verdict": "soft_404", "reason": "{x} ถูกพาไป " + "a" * 5_000}})
    (finding,) = project.found()
    assert len(finding.message.th) < 800
    assert "{x}" in finding.message.th
