"""An address that was published once answers for years, or the build stops and says how to keep it."""

import shutil
from pathlib import Path

import pytest

from prongsai.compile import Compiled, SourcesFault, build_time, compile_project
from prongsai.load.project import load_project
from prongsai.pages.whereabouts import page_addresses
from prongsai.report.files import file_addresses
from tests.running import run_here

LOCK = "content/addresses.lock"
MOVED = "content/moved.yml"


def write(town: Path, name: str, text: str) -> None:
    (town / name).write_text(text, "utf-8")


def faults(town: Path) -> list[str]:
    with pytest.raises(SourcesFault) as stopped:
        compile_project(town)
    errors = [one for one in stopped.value.findings if one.severity == "error"]
    return [f"{one.path}:{one.line} {one.rule} {one.message.th}" for one in errors]


def page(compiled: Compiled, address: str) -> str:
    return next(page.html for page in compiled.pages if page.address == address)


def test_a_dropped_file_and_page_stop_the_build(town: Path) -> None:
    write(
        town,
        LOCK,
        "#\n/\n/2566/o1/\n/2566/files/chart.pdf\n/2566/files/old.pdf\n/2566/o99/\n/data/agency.json\n",
    )
    first, second = faults(town)
    assert first.startswith(f"{LOCK}:5 S601 ที่อยู่ /2566/files/old.pdf เคยเผยแพร่แล้ว")
    assert MOVED in first
    assert second.startswith(f"{LOCK}:6 S601 ที่อยู่ /2566/o99/ ")


def test_the_build_command_leaves_the_last_site(town: Path) -> None:
    assert run_here("build", "--project", town).returncode == 0
    write(town, LOCK, "/2566/o99/\n")
    done = run_here("build", "--lang", "en", "--project", town)
    assert done.returncode == 2
    assert f"{LOCK}:1:1" in done.stderr
    assert "bring its source back" in done.stderr
    assert (town / "site/index.html").is_file()


def test_a_page_says_where_it_went_or_why_it_is_gone(town: Path) -> None:
    write(town, LOCK, "/2566/o98/\n/2566/o99/\n/2566/files/old.docx\n")
    write(
        town,
        MOVED,
        "moved:\n  - {address: /2566/o98, to: /2566/o99/}\n"
        "  - {address: 2566/o99/, to: /2566/o1/, reason: รวมข้อ}\n"
        "  - {address: /2566/files/old.docx, reason: <b>ยกเลิก</b>}\n",
    )
    compiled = compile_project(town)
    html = page(compiled, "2566/o98/")
    assert 'href="../o1/index.html"' in html
    assert "/2566/o98/" in html
    assert "รวมข้อ" in page(compiled, "2566/o99/")
    gone = page(compiled, "2566/files/old.docx/")
    assert "&lt;b&gt;ยกเลิก" in gone
    assert "http-equiv" not in gone
    assert "<script" not in gone


def test_a_file_that_was_renamed_answers_at_both_addresses(town: Path) -> None:
    write(town, LOCK, "/2566/files/old.pdf\n")
    write(town, MOVED, "moved: {address: /2566/files/old.pdf, to: /2566/files/chart.pdf}\n")
    assert run_here("build", "--project", town).returncode == 0
    assert (town / "site/2566/files/old.pdf").read_bytes() == (
        town / "site/2566/files/chart.pdf"
    ).read_bytes()


def test_a_file_that_went_elsewhere_becomes_a_page(town: Path) -> None:
    write(town, MOVED, "moved: {address: /2566/files/old.pdf, to: 'https://www.test.invalid/new.pdf'}\n")
    done = run_here("build", "--project", town)
    assert done.returncode == 0, done.stderr
    assert "https://www.test.invalid/new.pdf" in (town / "site/2566/files/old.pdf/index.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("{address: /2566/o1/, reason: x}", "ยังมีหน้าหรือไฟล์"),
        ("{address: /2566/o99/, to: /2566/o98/}", "ไม่มีหน้าหรือไฟล์ที่ปลายทาง"),
        ("{address: /2566/o99/, to: /2566/o99/}", "ไม่มีหน้าหรือไฟล์ที่ปลายทาง"),
        ("{address: /2566/o99/}", "ไม่มีทั้ง to และ reason"),
        ("{address: /2566/../o99/, reason: x}", "มี . หรือ .."),
        ("{address: /, reason: x}", "ยังมีหน้าหรือไฟล์"),
    ],
)
def test_a_move_that_leads_nowhere_is_told(town: Path, entry: str, reason: str) -> None:
    write(town, MOVED, f"moved:\n  - {entry}\n")
    (told,) = faults(town)
    assert told.startswith(f"{MOVED}:2 S603")
    assert reason in told


def test_moves_in_a_circle_are_told(town: Path) -> None:
    write(town, MOVED, "moved:\n  - {address: /a/, to: /b/}\n  - {address: /b/, to: /a/}\n")
    assert [line.split()[1] for line in faults(town)] == ["S603", "S603"]


def test_broken_lines_are_told_and_a_conflict_of_git_is_read_from_both_sides(town: Path) -> None:
    write(
        town,
        LOCK,
        "/2566/o1/\n<<<<<<< HEAD\n/2566/o98/\n=======\n/2566/o99/\n>>>>>>> other\n2566/o5/\n/a/../b/\n",
    )
    told = [line.partition(" ")[0] + " " + line.split()[1] for line in faults(town)]
    assert told == [f"{LOCK}:7 S602", f"{LOCK}:8 S602"]
    write(town, LOCK, "/2566/o1/\n<<<<<<< HEAD\n/2566/o98/\n=======\n/2566/o99/\n>>>>>>> other\n")
    assert [line.split()[1] for line in faults(town)] == ["S601", "S601"]


def test_a_page_written_by_hand_keeps_its_address(town: Path) -> None:
    (town / "hand").mkdir()
    write(town, "hand/about.md", "# เกี่ยวกับเรา\n")
    write(town, LOCK, "/about/\n")
    text = (town / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content", "docs_dir: hand")
    write(town, "mkdocs.yml", text)
    done = run_here("build", "--project", town)
    assert done.returncode == 0, done.stderr
    (town / "hand/about.md").rename(town / "hand/us.md")
    assert "/about/" in run_here("build", "--project", town).stderr


def test_raw_sources_do_not_stand_for_pages(town: Path) -> None:
    write(town, LOCK, "/2566/o5/\n/2566/files/chart.pdf\n")
    (town / "content/2566/o1.md").unlink()
    shutil.rmtree(town / "content/2566/files")
    assert "/2566/files/chart.pdf" in run_here("build", "--project", town).stderr


def test_records_of_publishing_do_not_change_the_site(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = build_time(town / "content")
    write(town, LOCK, "/2566/o1/\n")
    write(town, "content/published.yml", "")
    assert build_time(town / "content") == before


def checked(town: Path) -> list[str]:
    """What ``check`` alone says of published addresses, on lines that begin with a place."""
    done = run_here("check", "--lang", "en", "--project", town)
    told = [
        line.strip() for line in done.stdout.splitlines() if line.startswith("  content/") and " S60" in line
    ]
    assert done.returncode == (1 if told else 0), done.stdout
    return told


def test_check_alone_tells_what_a_build_would_drop(town: Path) -> None:
    write(town, LOCK, "/\n/2566/o1/\n/2566/files/chart.pdf\n/2566/o99/\n/data/index.json\n/units/\n")
    (one,) = checked(town)
    assert one.startswith(f"{LOCK}:4:")
    assert "S601" in one
    write(town, MOVED, "moved: {address: /2566/o99/, reason: ยกเลิก}\n")
    assert checked(town) == []
    write(town, MOVED, "moved: [{address: /2566/o99/, reason: x}, {address: /units/, reason: x}]\n")
    (one,) = checked(town)
    assert one.startswith(f"{MOVED}:1:")


def test_check_knows_pages_that_are_written_by_hand(town: Path) -> None:
    (town / "pages").mkdir()
    write(town, "pages/about.md", "# เกี่ยวกับเรา\n")
    settings = (town / "mkdocs.yml").read_text("utf-8")
    write(town, "mkdocs.yml", settings.replace("docs_dir: content", "docs_dir: pages"))
    write(town, LOCK, "/about/\n")
    assert checked(town) == []
    (town / "pages/about.md").unlink()
    (one,) = checked(town)
    assert "S601" in one


@pytest.mark.parametrize("folder", ["examples/namsai", "examples/tako"])
def test_where_pages_stand_is_known_before_they_are_drawn(folder: str) -> None:
    root = Path(__file__).parents[2] / folder
    compiled = compile_project(root)
    site = load_project(root).site
    assert site
    drawn = {page.address for page in compiled.pages if page.kind != "moved"}
    assert set(page_addresses(site)) == drawn
    assert set(file_addresses(site)) <= set(compiled.files)
