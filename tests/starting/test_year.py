"""``prongsai year`` from the outside, over the real examples: items follow their topic, not their number."""

import json
import re
import shutil
from pathlib import Path

import pytest

from prongsai.load.project import load_project
from prongsai.model.site import Year
from tests.starting.conftest import Command

PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def copy_of(root: Path, tmp_path: Path) -> object:
    """A copy of an agency of the repository."""

    def copy(name: str) -> Path:
        source = root if name == "khaoyoi" else root / "examples" / name
        town = tmp_path / name
        shutil.copytree(source / "content", town / "content")
        text = (source / "mkdocs.yml").read_text("utf-8")
        (town / "mkdocs.yml").write_text(text.replace("docs_dir: site_src", "docs_dir: content"), "utf-8")
        return town

    return copy


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def year_of(town: Path, fiscal_year: int) -> Year:
    loaded = load_project(town)
    assert loaded.errors == ()
    assert loaded.site is not None
    return loaded.site.by_year[fiscal_year]


@pytest.mark.parametrize(
    ("name", "fiscal_year"), [("khaoyoi", 2566), ("kalase", 2567), ("huaruea", 2567), ("namsai", 2567)]
)
def test_real_years_are_carried_over_by_topic(
    name: str, fiscal_year: int, copy_of: object, command: Command
) -> None:
    town = copy_of(name)  # type: ignore[operator]
    shutil.rmtree(town / f"content/{fiscal_year}", ignore_errors=True)
    if name == "namsai":
        agency = town / "content/agency.yml"
        agency.write_text(re.sub(r", photo: \S+?\}", "}", agency.read_text("utf-8")), "utf-8")
    before = tree(town)
    done = command("year", str(fiscal_year), "--project", town)
    assert done.returncode == 0, done.stderr
    after = tree(town)
    assert {path: after[path] for path in before} == before
    old, new = year_of(town, fiscal_year - 1), year_of(town, fiscal_year)
    assert set(new.disclosures) == {entry.code for entry in new.entries}
    for entry in new.entries:
        assert entry.disclosure is not None
        assert entry.reported is None
        assert entry.disclosure.elements == {}
        (was,) = old.by_topic.get(entry.item.topic, (None,))
        if was is not None and was.disclosure is not None:
            assert entry.disclosure.responsible == was.disclosure.responsible
            assert set(entry.disclosure.breadcrumbs) <= set(was.disclosure.breadcrumbs)
            assert len(entry.evidence) <= len(was.evidence)
            text = (town / entry.disclosure.source).read_text("utf-8")
            for one in was.evidence:
                assert one.title in text
            assert all(" > ".join(way) in text for way in was.disclosure.breadcrumbs)
        else:
            assert not entry.disclosure.responsible
    checked = command("check", "--project", town, "--format", "json", "--today", f"{fiscal_year - 543}-01-05")
    findings = json.loads(checked.stdout)["findings"]
    new_ones = [one for one in findings if one["fiscal_year"] == fiscal_year]
    assert [one for one in new_ones if one["severity"] == "error" or one["family"] == "year"] == []
    if name not in ("khaoyoi", "kalase"):
        return
    built = command("build", "--project", town)
    assert built.returncode == 0, built.stderr
    assert (town / f"site/{fiscal_year}/o1/index.html").is_file()


def test_a_turn_between_different_lists_is_told(copy_of: object, command: Command) -> None:
    town = copy_of("kalase")  # type: ignore[operator]
    done = command("year", "๒๕๖๗", "--project", town)
    assert "ปี 2567 (nacc-2567, 35 ข้อ) จากปี 2566 (nacc-2566)" in done.stdout
    sections = dict(re.findall(r"^(\S.*?) \((\d+)\)", done.stdout, re.MULTILINE))
    assert (sections["เปลี่ยนเลขข้อ"], sections["ข้อใหม่"], sections["ไม่ถามแล้ว"]) == ("31", "1", "9")
    assert "  o11 → o8 แผนและความก้าวหน้า" in done.stdout
    assert "  o29 รายงานการรับทรัพย์สิน" in done.stdout
    assert "  o6 กฎหมายที่เกี่ยวข้อง (มีข้อมูลของปีก่อน ยังอยู่ที่เดิม)" in done.stdout
    assert "    - แผนดำเนินงานประจำปีงบประมาณ 2566" in done.stdout
    assert "# ต้องหาของใหม่แทนหลักฐานของปี 2566 ข้อ o11:" in (town / "content/2567/o8.md").read_text("utf-8")


def town_of(folder: Path, **items: str) -> Path:
    """A town with the given items in 2566."""
    year = folder / "town/content/2566"
    (year / "files").mkdir(parents=True)
    (folder / "town/mkdocs.yml").write_text(
        "site_name: ก\ndocs_dir: content\ntheme: {name: prongsai}\nplugins: [prongsai]\n", "utf-8"
    )
    (folder / "town/content/agency.yml").write_text("name: เทศบาลตำบลทดสอบ\n", "utf-8")
    for code, text in items.items():
        (year / f"{code}.md").write_text(f"---\n{text}---\nข้อความปีก่อน\n", "utf-8")
        for name in re.findall(r"file: (files/[^\s,}]+)", text):
            (year / name).write_bytes(PDF + name.encode())
    return folder / "town"


STANDING = """\
reported: done
updated: 2566-01-01
responsible: [สำนักปลัด, 'กอง: คลัง']
breadcrumbs: [หน้าแรก > โครงสร้าง, หน้าแรก > ผัง]
evidence:
  - {title: ผัง, file: files/chart.pdf, way: 2, published_as: ก}
  - {title: เว็บ, url: "https://www.test.invalid/structure"}
elements: {chart: [1], divisions: [1, 2]}
silence: {A301: เหตุผล}
""".replace("2566-01-01", "1 ม.ค. 2566")


def test_what_stands_is_carried_with_its_file_and_nothing_is_tied(tmp_path: Path, command: Command) -> None:
    town = town_of(tmp_path, o1=STANDING)
    (town / "content/2566/structure.yml").write_text("fiscal_year: 2566\nunits: [{name: สำนักปลัด}]\n", "utf-8")
    done = command("year", "2567", "--project", town, "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "units of 1 items, ways there of 1, 2 pieces of standing evidence" in done.stdout
    text = (town / "content/2567/o1.md").read_text("utf-8")
    assert "responsible:\n  - สำนักปลัด\n  - 'กอง: คลัง'\n" in text
    assert "breadcrumbs:\n  - หน้าแรก > โครงสร้าง\n  - หน้าแรก > ผัง\n" in text
    assert "  - title: ผัง\n    file: files/chart.pdf\n    way: 2\n  - title: เว็บ\n" in text
    assert "published_as" not in text
    assert "elements: {}\n" in text
    assert "#   chart: [1]\n#   divisions: [1, 2]\n" in text
    assert "ข้อความปีก่อน" not in text
    assert (town / "content/2567/files/chart.pdf").read_bytes() == PDF + b"files/chart.pdf"
    assert (town / "content/2567/structure.yml").read_text("utf-8").startswith("fiscal_year: 2567\n")
    assert year_of(town, 2567).by_code["o1"].shown == "some"


@pytest.mark.parametrize(
    ("code", "evidence", "stands"),
    [
        ("o4", "{title: แผนพัฒนาท้องถิ่น (พ.ศ. 2566-2570), file: files/a.pdf}", True),
        ("o4", "{title: แผนพัฒนาท้องถิ่น (พ.ศ. 2561-2565), file: files/a.pdf}", False),
        ("o4", "{title: แผนพัฒนาท้องถิ่น, file: files/a.pdf, fiscal_years: [2566, 2567]}", True),
        ("o4", "{title: แผนพัฒนาท้องถิ่น, file: files/a.pdf}", False),
        ("o11", "{title: แผนดำเนินงาน 2566, file: files/a.pdf}", False),
        ("o28", "{title: ช่องทางร้องเรียน, url: 'https://x.invalid/report'}", True),
        ("o29", "{title: สถิติ, url: 'https://x.invalid/report'}", False),
    ],
)
def test_evidence_of_a_year_is_to_be_renewed(
    code: str, evidence: str, stands: bool, tmp_path: Path, command: Command
) -> None:
    town = town_of(tmp_path, **{code: f"reported: done\nevidence:\n  - {evidence}\n"})
    done = command("year", "2567", "--project", town)
    assert done.returncode == 0, done.stderr
    assert ("ต้องหาของใหม่" in done.stdout) != stands
    assert sum(len(entry.evidence) for entry in year_of(town, 2567).entries) == stands


def test_what_is_there_already_is_never_touched(tmp_path: Path, command: Command) -> None:
    town = town_of(tmp_path, o1=STANDING, o2="responsible: [กองช่าง]\n")
    year = town / "content/2567"
    (year / "files").mkdir(parents=True)
    (year / "files/Chart.pdf").write_bytes(PDF)
    (year / "O๒.md").write_text("---\nreported: done\n---\n", "utf-8")
    before = tree(year)
    done = command("year", "2567", "--project", town)
    assert done.returncode == 0, done.stderr
    assert "มีอยู่แล้ว 1 ไฟล์ ไม่แตะต้อง" in done.stdout
    after = tree(year)
    assert {path: after[path] for path in before} == before
    assert not (year / "o2.md").exists()
    assert (year / "files/chart-2.pdf").read_bytes() == PDF + b"files/chart.pdf"
    assert year_of(town, 2567).by_code["o1"].evidence[0].file == "files/chart-2.pdf"
    again = command("year", "2567", "--project", town)
    assert again.returncode == 0
    assert tree(year) == after


def test_a_year_without_a_pack_says_what_to_do(tmp_path: Path, root: Path, command: Command) -> None:
    town = town_of(tmp_path, o1=STANDING)
    before = tree(town)
    done = command("year", "2568", "--project", town)
    assert done.returncode == 2
    assert "ยังไม่มีกรอบ" in done.stderr
    assert "--as framework" in done.stderr
    assert tree(town) == before
    pack = (root / "generator/prongsai/frameworks/nacc-2567.yml").read_text("utf-8")
    own = town / "content/frameworks/nacc-2568.yml"
    own.parent.mkdir()
    own.write_text(pack.replace("2567", "2568"), "utf-8")
    assert command("year", "68", "--project", town).returncode == 0
    assert year_of(town, 2568).by_code["o1"].disclosure is not None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["2567", "--from", "2560"], "ที่มีคือ 2566"),
        (["2567", "--from", "2567"], "ที่มีคือ 2566"),
        (["2567", "--framework", "x"], "ไม่มีกรอบ “x”"),
        (["2566", "--framework", "nacc-2567"], "ใช้กรอบ nacc-2566 อยู่แล้ว"),
        (["2024"], "ค.ศ. 2024"),
        (["2565", "--from", "2570"], "บอกว่าไม่มีกรอบ"),
        (["2567", "--from", "2565"], "ปี 2565 ไม่มีกรอบ"),
    ],
)
def test_what_cannot_be_is_told(words: list[str], told: str, tmp_path: Path, command: Command) -> None:
    town = town_of(tmp_path, o1=STANDING)
    (town / "content/2565").mkdir()
    (town / "content/2565/year.yml").write_text("framework: null\n", "utf-8")
    before = tree(town)
    done = command("year", *words, "--project", town)
    assert done.returncode == 2
    assert told in done.stderr
    assert tree(town) == before


def test_sources_with_errors_are_not_carried(tmp_path: Path, command: Command) -> None:
    town = town_of(tmp_path, o1="reported: finished\n")
    done = command("year", "2567", "--project", town)
    assert done.returncode == 2
    assert "content/2566/o1.md:2:11" in done.stderr
    assert not (town / "content/2567").exists()


def test_the_first_year_of_all_takes_from_nothing(tmp_path: Path, command: Command) -> None:
    town = town_of(tmp_path, o1=STANDING)
    done = command("year", "2565", "--project", town)
    assert done.returncode == 0, done.stderr
    assert "ไม่มีปีก่อนหน้า" in done.stdout
    assert year_of(town, 2565).by_code["o1"].evidence == ()
