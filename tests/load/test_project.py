"""A whole project: valid ones, and how its findings come."""

import os
import time
from pathlib import Path

import pytest

from prongsai.errors import ProjectError
from prongsai.load.project import load_project

EMPTY = "---\n---\n"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def told(root: Path) -> list[str]:
    return [f"{f.path}:{f.line}:{f.column} {f.rule}" for f in load_project(root).findings]


def test_the_town(town: Path) -> None:
    loaded = load_project(town)
    assert loaded.findings == loaded.errors == ()
    assert loaded.site is not None
    assert loaded.site.agency.name == "เทศบาลตำบลทดสอบ"
    year = loaded.site.newest
    assert (year.fiscal_year, set(year.disclosures), len(year.held)) == (2566, {"o1", "o5"}, 1)
    assert year.by_code["o1"].shown == "some"


def test_years_newest_first_in_either_digits(tmp_path: Path) -> None:
    write(tmp_path, {"agency.yml": "name: ก", "2565/o1.md": EMPTY, "๒๕๖๗/o๓.md": EMPTY, "2566/O2.md": EMPTY})
    loaded = load_project(tmp_path)
    assert loaded.findings == ()
    assert loaded.site is not None
    assert [year.fiscal_year for year in loaded.site.years] == [2567, 2566, 2565]
    assert [list(year.disclosures) for year in loaded.site.years] == [["o3"], ["o2"], ["o1"]]
    assert loaded.site.by_year[2567].disclosures["o3"].source == "content/๒๕๖๗/o๓.md"


def test_an_own_framework_is_used(tmp_path: Path) -> None:
    pack = (
        Path(__file__).parent / "invalid" / "pack-broken" / "content" / "frameworks" / "moe-2568.yml"
    ).read_text("utf-8")
    write(
        tmp_path,
        {
            "agency.yml": "name: ก",
            "frameworks/moe-2568.yml": pack.replace("ข้อมูล: พื้นฐาน", "ข้อมูลพื้นฐาน"),
            "2568/year.yml": "framework: moe-2568\n",
            "2568/o2.md": EMPTY,
        },
    )
    loaded = load_project(tmp_path)
    assert loaded.findings == ()
    assert loaded.site is not None and loaded.site.newest.framework is not None
    assert loaded.site.newest.framework.title.th == "กรอบของกระทรวง"
    assert [entry.code for entry in loaded.site.newest.entries] == ["o1", "o2"]


def test_other_things_may_lie_beside_the_years(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "agency.yml": "name: ก",
            "2565/o1.md": EMPTY,
            "about.md": "x",
            "assets/img2024/a.png": "x",
            ".git/1": "x",
        },
    )
    assert told(tmp_path) == []


def test_another_folder_for_the_sources(tmp_path: Path) -> None:
    write(tmp_path, {"agency.yml": "name: ก", "2565/o1.md": "x"})
    (tmp_path / "content").rename(tmp_path / "ข้อมูล")
    found = load_project(tmp_path, "ข้อมูล").findings
    assert [(f.path, f.fiscal_year, f.item) for f in found] == [("ข้อมูล/2565/o1.md", 2565, "o1")]


def test_no_project_here(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as raised:
        load_project(tmp_path)
    assert raised.value.text.th.startswith("ไม่พบโฟลเดอร์ content/ ใน ")
    (tmp_path / "content").write_text("", "utf-8")
    with pytest.raises(ProjectError):
        load_project(tmp_path)


def test_findings_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    bad = "---\nb: 1\na: 1\n---\n"
    write(tmp_path, {"agency.yml": "x: 1\n", "2565/o10.md": bad, "2565/o2.md": bad, "2565/o๓.md": bad})
    found = load_project(tmp_path).findings
    assert [f"{f.path}:{f.line}" for f in found] == [
        "content/2565/o2.md:2", "content/2565/o2.md:3", "content/2565/o๓.md:2", "content/2565/o๓.md:3",
        "content/2565/o10.md:2", "content/2565/o10.md:3", "content/agency.yml:1", "content/agency.yml:1",
    ]  # fmt: skip
    assert [(f.fiscal_year, f.item) for f in found[2:5]] == [(2565, "o3"), (2565, "o3"), (2565, "o10")]
    assert {(f.family, f.severity, f.confidence) for f in found} == {("source", "error", "high")}


def test_a_warning_alone_is_no_error(tmp_path: Path) -> None:
    write(tmp_path, {"agency.yml": "name: ก", "2565/o1.md": EMPTY, "2565/notes.txt": "x"})
    loaded = load_project(tmp_path)
    assert [finding.rule for finding in loaded.findings] == ["S107"]
    assert loaded.errors == () and loaded.site is not None


def test_one_item_in_four_files(tmp_path: Path) -> None:
    write(tmp_path, {"agency.yml": "name: ก", **{f"2565/{n}.md": EMPTY for n in ("o1", "o01", "o๑", "ข้อ 1")}})
    found = load_project(tmp_path).findings
    assert {finding.rule for finding in found} == {"S302"} and len(found) == 3
    assert all("ในไฟล์ content/2565/o1.md — " in finding.message.th for finding in found)


def test_a_bomb_of_fifty_megabytes(tmp_path: Path) -> None:
    write(tmp_path, {"agency.yml": "name: ก", "2565/o1.md": EMPTY})
    for name in ("o2.md", "year.yml"):
        with (tmp_path / "content" / "2565" / name).open("wb") as file:
            file.truncate(50_000_000)
    start = time.process_time()
    found = load_project(tmp_path).findings
    assert time.process_time() - start < 2
    assert [(f.path, f.rule) for f in found] == [
        ("content/2565/o2.md", "S102"),
        ("content/2565/year.yml", "S102"),
    ]


def test_sources_that_are_links_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "agency.yml").write_text("name: ความลับ", "utf-8")
    write(tmp_path / "p", {"2565/o1.md": EMPTY})
    (tmp_path / "p" / "content" / "agency.yml").symlink_to(tmp_path / "agency.yml")
    assert told(tmp_path / "p") == ["content/agency.yml:0:0 S103"]


def test_names_in_another_encoding_can_be_told(tmp_path: Path) -> None:
    write(tmp_path, {"agency.yml": "name: ก", "2565/o1.md": EMPTY})
    name = os.fsdecode("เทศบาล.md".encode("cp874"))
    (tmp_path / "content" / "2565" / name).write_text(EMPTY, "utf-8")
    for finding in load_project(tmp_path).findings:
        f"{finding.path} {finding.message.th} {finding.message.en}".encode()
    assert [finding.rule for finding in load_project(tmp_path).findings] == ["S107"]


def test_a_hundred_faulty_files_are_all_told(tmp_path: Path) -> None:
    files = {f"{year}/o{n}.md": "---\nx: 1\n---\n<script>\n" for year in (2565, 2566) for n in range(1, 44)}
    write(tmp_path, {"agency.yml": "name: ก", **files})
    assert len(load_project(tmp_path).findings) == 2 * len(files)


def test_ten_years_are_read_in_a_moment(tmp_path: Path, root: Path) -> None:
    item = (root / "content" / "2565" / "o12.md").read_text("utf-8")
    for year in range(2557, 2567):
        files = {f"{year}/o{n}.md": item.replace("code: o12", f"code: o{n}") for n in range(1, 44)}
        write(tmp_path, {"agency.yml": "name: ก", f"{year}/year.yml": "framework: nacc-2565\n", **files})
    start = time.process_time()
    assert load_project(tmp_path).findings == ()
    assert time.process_time() - start < 3


@pytest.mark.parametrize("key", ["language", "lang"])
def test_the_language_of_the_site_by_either_key(tmp_path: Path, key: str) -> None:
    write(tmp_path, {"agency.yml": f"name: ก\n{key}: en\n", "2566/o1.md": EMPTY})
    loaded = load_project(tmp_path)
    assert loaded.findings == ()
    assert loaded.site is not None
    assert loaded.site.agency.language == "en"


def test_both_keys_of_the_language_are_one_too_many(tmp_path: Path) -> None:
    write(tmp_path, {"agency.yml": "name: ก\nlanguage: th\nlang: en\n", "2566/o1.md": EMPTY})
    assert told(tmp_path) == ["content/agency.yml:3:1 S201"]
