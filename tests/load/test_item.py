"""One item's file: whatever officers write is understood."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.load.files import Held, held_in
from prongsai.load.frameworks import shipped
from prongsai.load.item import Around, code_of, load_item
from prongsai.model.disclosure import Disclosure
from prongsai.source.problems import Problems


def load(
    folder: Path, text: str, name: str = "o1.md"
) -> tuple[Disclosure | None, list[tuple[str, int, int]]]:
    path = folder / name
    path.write_text(text, "utf-8")
    problems = Problems()
    held = held_in(folder, 2566, "content/2566", problems) if (folder / "files").is_dir() else Held()
    around = Around(folder, held, shipped().frameworks["nacc-2566"])
    found = load_item(path, f"content/2566/{name}", around, problems)
    return found, [(p.kind.code, p.place.line, p.place.column) for p in problems]


def loaded(folder: Path, text: str, name: str = "o1.md") -> Disclosure:
    found, problems = load(folder, text, name)
    assert problems == []
    assert found is not None
    return found


LINK = "{title: ก, url: 'http://a.example/'}"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("o12", "o12"), ("O12", "o12"), ("o๑๒", "o12"), ("O๑๒", "o12"), ("๐๑๒", "o12"), ("012", "o12"),
        ("o012", "o12"), ("ข้อ 12", "o12"), ("i3", "i3"), ("plan", None), ("o12 (1)", None), ("12", None),
        ("year", None), ("o0", None), ("o-1", None),
    ],
)  # fmt: skip
def test_names_of_files(name: str, code: str | None) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize("name", ["o12.md", "O12.md", "o๑๒.md", "๐๑๒.md"])
@pytest.mark.parametrize(
    "code", ["", "code: o12\n", "code: O๑๒\n", "code: ๐๑๒\n", "code: '012'\n", "code:\n"]
)
def test_code_and_name_however_written(tmp_path: Path, name: str, code: str) -> None:
    assert loaded(tmp_path, f"---\n{code}---\n", name).code == "o12"


def test_the_least_there_can_be(tmp_path: Path) -> None:
    found = loaded(tmp_path, "---\n---\n")
    assert (found.code, found.reported, found.evidence, found.body, found.html) == ("o1", None, (), "", "")
    assert found.source == "content/2566/o1.md"


def test_dates_and_periods_as_officers_write_them(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        "---\nupdated: ๒๕ ม.ค.๖๕\nperiod: ม.ค.๖๕-ก.พ. ๖๕\nreported: อยู่ระหว่างดำเนินการ\n"
        "periods:\n  - ๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕\n  - ตลอดปี\n  - {start: 2022-01, text: ก}\n"
        "results:\n  - ทำแล้ว\n  - {text: ก, date: 25/1/2565, state: ดำเนินการแล้ว}\n---\n",
    )
    assert found.updated.iso() == "2022-01-25"
    assert found.period is not None
    assert (found.period.start.iso(), found.period.end.iso()) == ("2022-01", "2022-02")
    assert [period.text for period in found.periods] == ["๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕", "ตลอดปี", "ก"]
    assert found.periods[0].end.first() == date(2022, 4, 20)
    assert (found.reported, found.results[0].text) == ("in_progress", "ทำแล้ว")
    assert (found.results[1].date.iso(), found.results[1].state) == ("2022-01-25", "done")


def test_numbers_and_years_in_thai_digits(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        "---\nbreadcrumbs:\n  - หน้าแรก > ก\n  - [หน้าแรก, ข]\n"
        "evidence:\n  - {title: ก, url: 'http://a.example/', way: ๒, fiscal_years: [๒๕๖๕, 65, พ.ศ. 2566]}\n"
        "  - {title: ข, url: 'http://a.example/', fiscal_years: ๖๖}\n"
        "elements: {chart: ๒, divisions: [๑, 2]}\n---\n",
    )
    assert found.breadcrumbs == (("หน้าแรก", "ก"), ("หน้าแรก", "ข"))
    assert found.evidence[0].way == 2
    assert found.evidence[0].fiscal_years == (2565, 2565, 2566)
    assert found.evidence[1].fiscal_years == (2566,)
    assert {name: proof.evidence for name, proof in found.elements.items()} == {
        "chart": (2,),
        "divisions": (1, 2),
    }


def test_a_file_in_which_a_zero_stands_counts_from_zero(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        f"---\nevidence: [{LINK}, {LINK}]\nelements: {{chart: [0], divisions: {{evidence: [1]}}}}\n---\n",
    )
    assert [proof.evidence for proof in found.elements.values()] == [(1,), (2,)]
    found = loaded(
        tmp_path,
        "---\nbreadcrumbs: [ก, ข]\nevidence:\n  - {title: ก, url: 'http://a.example/', way: 0}\n"
        "  - {title: ข, url: 'http://a.example/', way: 1}\n---\n",
    )
    assert [item.way for item in found.evidence] == [1, 2]


def test_a_nil_statement(tmp_path: Path) -> None:
    found = loaded(tmp_path, "---\nelements:\n  chart: {none: ยังไม่มี}\n  divisions: []\n---\n")
    assert found.elements["chart"].none == "ยังไม่มี"
    assert found.elements["divisions"].evidence == ()


def test_held_files(tmp_path: Path) -> None:
    (tmp_path / "files" / "ปี 66").mkdir(parents=True)
    (tmp_path / "files" / "ปี 66" / "แผน 50%.pdf").write_bytes(b"%PDF")
    found = loaded(
        tmp_path,
        "---\nevidence:\n  - {title: ก, file: files/ปี 66/แผน 50%.pdf}\n"
        "  - {title: ข, file: './files\\ปี 66\\แผน 50%.pdf'}\n  - {title: ค, file: ปี 66/แผน 50%.pdf}\n---\n"
        "[แผน](<files/ปี 66/แผน 50%25.pdf>) ดู [ข้อ ๑๒](o๑๒.md#evidence)\n",
    )
    assert {item.address for item in found.evidence} == {"2566/files/ปี 66/แผน 50%.pdf"}
    assert all(item.held and item.held.bytes == 4 for item in found.evidence)
    assert 'href="../files/%E0%B8%9B%E0%B8%B5%2066/' in found.html and "50%25.pdf" in found.html
    assert 'href="../o12/index.html#evidence"' in found.html


def test_body_and_html(tmp_path: Path) -> None:
    found = loaded(tmp_path, "---\nreported: done\n---\n\n## ถาม\n\nตอบ **ได้**\n\n")
    assert found.body == "## ถาม\n\nตอบ **ได้**"
    assert found.html.split() == ["<h2>ถาม</h2>", "<p>ตอบ", "<strong>ได้</strong></p>"]


def test_windows_line_ends_and_a_mark_at_the_beginning(tmp_path: Path) -> None:
    found = loaded(tmp_path, "\ufeff---\r\nreported: done\r\n---\r\nก\r\n\r\nข\r\n")
    assert (found.reported, found.body) == ("done", "ก\n\nข")


def test_one_fault_hides_no_other(tmp_path: Path) -> None:
    found, problems = load(
        tmp_path,
        "---\ncode: o2\nreportd: done\nupdated: 2565-13-40\n"
        "evidence:\n  - {title: ก, file: files/gone.pdf, way: 3}\n"
        "  - {title: ข}\nelements: {nope: [9], chart: x}\n---\n<script>x</script>\n\n[ก](files/gone.pdf)\n",
    )
    assert found is None
    assert sorted(problems, key=lambda p: p[1:]) == [
        ("S303", 2, 7), ("S201", 3, 1), ("S205", 4, 10), ("S308", 6, 22), ("S315", 6, 43), ("S312", 7, 5),
        ("S306", 8, 12), ("S307", 8, 19), ("S306", 8, 23), ("S203", 8, 30), ("S401", 10, 1), ("S308", 12, 5),
    ]  # fmt: skip


def test_a_fault_in_the_data_does_not_hide_one_in_the_text(tmp_path: Path) -> None:
    assert load(tmp_path, "---\na: b: c\n---\n<script>\n")[1] == [("S401", 4, 1), ("S111", 2, 5)]


def test_no_one_writes_what_the_program_works_out(tmp_path: Path) -> None:
    text = (
        "---\nhtml: <script>x</script>\nevidence:\n"
        "  - {title: ก, url: 'http://a.example/', held: {address: x}}\n---\n"
    )
    assert sorted(load(tmp_path, text)[1]) == [("S201", 2, 1), ("S201", 4, 42)]


def test_an_item_that_is_a_link_out_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "outside.md").write_text("---\n---\nความลับ\n", "utf-8")
    (tmp_path / "2566").mkdir()
    (tmp_path / "2566" / "o1.md").symlink_to(tmp_path / "outside.md")
    problems = Problems()
    around = Around(tmp_path / "2566", Held(), None)
    assert load_item(tmp_path / "2566" / "o1.md", "content/2566/o1.md", around, problems) is None
    assert problems.found[0].message("th").startswith("เปิดอ่านไม่ได้ เพราะเป็นลิงก์ที่ชี้ออกนอกโฟลเดอร์ของข้อมูล — ")


def test_scores_are_decimals() -> None:
    from prongsai.model.measure import Link

    assert Link.model_validate({"code": "๐๑๐", "score": "๙๑.๒๕"}).score == Decimal("91.25")
