"""``import --as framework``: a pack from an official table in every format, its topics, its doubts, its provenance."""

import base64
import hashlib
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from prongsai.cli.importing import draft_framework
from prongsai.compile import compile_project
from prongsai.errors import ProjectError
from prongsai.importing.document import Document
from prongsai.importing.packs.drafting import NoPack, Origin, Pack, draft_pack
from prongsai.importing.packs.elements import count_of, covers_of, elements_of
from prongsai.importing.packs.lists import parts_of
from prongsai.importing.readers import apart
from prongsai.importing.readers.lines import read_delimited, read_text
from prongsai.importing.readers.markup import read_html
from prongsai.load.frameworks import library, shipped
from prongsai.model.framework import Framework
from prongsai.source.problems import Problems
from prongsai.thai.text import squash
from tests.conftest import ROOT, launched
from tests.importing import official

DAY = date(2025, 12, 1)
FONTS = ROOT / "theme/prongsai_theme/assets/prongsai/fonts"
READERS: dict[str, Any] = {
    "a.md": lambda data: read_text(data.decode(), "a.md"),
    "a.html": lambda data: read_html(data.decode(), "a.html"),
    "a.csv": lambda data: read_delimited(data.decode("utf-8-sig"), "a.csv"),
    "a.docx": lambda data: apart.read(data, "word", "a.docx"),
    "a.xlsx": lambda data: apart.read(data, "excel", "a.xlsx"),
}


def drafted(documents: Sequence[Document], year: int | None = official.YEAR) -> Pack:
    origins = [Origin(document.name, "0" * 64) for document in documents]
    return draft_pack(documents, origins, shipped().frameworks, (None, year), DAY)


def loaded(pack: Pack, folder: Path) -> Framework:
    (folder / f"{pack.name}.yml").write_text(pack.text, "utf-8")
    problems = Problems()
    found = library(folder, "content/frameworks", problems)
    assert not problems.found, [problem.message("en") for problem in problems]
    return found.frameworks[pack.name]


def text_pack(rows: str, folder: Path, head: str = "OIT ปีงบประมาณ พ.ศ. 2569") -> tuple[Pack, Framework]:
    text = f"{head}\n\n| ข้อ | ข้อมูล | องค์ประกอบด้านข้อมูล |\n| --- | --- | --- |\n{rows}"
    pack = drafted([read_text(text, "t.md")], None)
    return pack, loaded(pack, folder)


@pytest.mark.parametrize("name", official.FORMATS)
def test_every_format_gives_the_same_pack(name: str, tmp_path: Path) -> None:
    pack = drafted([READERS[name](official.FORMATS[name]())])
    found = loaded(pack, tmp_path)
    assert (pack.items, pack.rows, pack.left) == (6, 6, [])
    assert [item.title for item in found.items] == official.TITLES
    assert [(sub.number, len(sub.items)) for sub in found.sub_indicators] == [
        ("9.1", 3),
        ("9.2", 2),
        ("10.1", 1),
    ]
    assert found.sub_indicators[1].name == "การจัดซื้อจัดจ้าง"
    assert [item.topic for item in found.items] == [
        "structure", "executives", "news", "procurement-report", "nacc-2569-o5", "no-gift-policy"
    ]  # fmt: skip
    assert [[element.id for element in item.elements][:1] for item in found.items[:2]] == [
        ["chart"],
        ["details"],
    ]
    assert found.items[1].elements[0].at_least == ("ชื่อ-นามสกุล", "ตำแหน่ง", "ช่องทางการติดต่อ")
    assert [element.covers for item in found.items for element in item.elements] == [
        None, None, None, None, "current", "previous", None, None, None, "current"
    ]  # fmt: skip
    bought = found.items[3].elements
    assert bought[1].at_least == ("งบประมาณ", "ปัญหาและอุปสรรค", "ข้อเสนอแนะ")
    assert all("ให้ระบุว่าไม่มี" in str(element.nil) for element in bought)
    assert found.items[4].elements[0].min_count == 3
    assert [element.required for element in found.items[5].elements] == [True, False]


@pytest.mark.parametrize("name", ["nacc-2566", "nacc-2567"])
def test_a_pack_that_ships_comes_back_from_its_table(name: str, tmp_path: Path) -> None:
    packs = shipped().frameworks
    meant = packs[name]
    earlier = {key: one for key, one in packs.items() if one.fiscal_year < meant.fiscal_year}
    document = read_html(official.of_framework(meant).decode(), "t.html")
    pack = draft_pack([document], [Origin("t.html", "0" * 64)], earlier, (None, None), DAY)
    assert pack.left == []
    found = loaded(pack, tmp_path)
    assert [(item.code, item.title, item.group) for item in found.items] == [
        (item.code, item.title, item.group) for item in meant.items
    ]
    assert [sub.number for sub in found.sub_indicators] == [sub.number for sub in meant.sub_indicators]
    assert [len(sub.items) for sub in found.sub_indicators] == [
        len(sub.items) for sub in meant.sub_indicators
    ]
    topics = {item.topic for one in earlier.values() for item in one.items}
    wrong = {
        item.title
        for item in meant.items
        if item.topic in topics and found.by_code[item.code].topic != item.topic
    }
    doubted = {placed.doubt.value for placed in pack.doubts if placed.doubt.key == "topic"}
    assert wrong <= doubted
    assert len(wrong) <= 1


@pytest.mark.parametrize(
    ("name", "known", "most"),
    [
        ("nacc-2565", ["nacc-2566", "nacc-2567"], 1),
        ("nacc-2566", ["nacc-2565", "nacc-2567"], 0),
        ("nacc-2567", ["nacc-2565", "nacc-2566"], 1),
        ("nacc-2566", ["nacc-2565"], 1),
    ],
)
def test_topics_are_found_in_the_other_years_and_every_wrong_one_is_doubted(
    name: str, known: list[str], most: int
) -> None:
    packs = shipped().frameworks
    meant, others = packs[name], {key: packs[key] for key in known}
    document = read_html(official.of_framework(meant).decode(), "t.html")
    pack = draft_pack([document], [Origin("t.html", "0" * 64)], others, (None, None), DAY)
    topics = dict(
        re.findall(r"- code: (o\d+)\n(?: +#.*\n)* +title: .*\n(?: +#.*\n)* +topic: (\S+)", pack.text)
    )
    assert len(topics) == len(meant.items)
    old = {item.topic for one in others.values() for item in one.items}
    wrong = [
        item.title
        for item in meant.items
        if topics[item.code] != item.topic and (item.topic in old or topics[item.code] in old)
    ]
    assert set(wrong) <= {placed.doubt.value for placed in pack.doubts if placed.doubt.key == "topic"}
    assert len(wrong) <= most, wrong


@pytest.mark.more
def test_a_pdf_gives_the_same_pack(chromium: str | None, tmp_path: Path) -> None:
    fonts = "".join(
        f"@font-face{{font-family:{script};src:url(data:font/woff2;base64,"
        f"{base64.b64encode((FONTS / f'sarabun-{script}-400.woff2').read_bytes()).decode()})}}"
        for script in ("thai", "latin")
    )
    style = f"<style>{fonts}body{{font-family:thai,latin}}td,th{{border:1px solid}}</style>"
    found = []
    with launched(chromium) as browser:
        for table in (official.html(), official.of_framework(shipped().frameworks["nacc-2566"])):
            page = browser.new_page()
            page.set_content(table.decode().replace("<body>", f"<body>{style}"))
            found.append(drafted([apart.read(page.pdf(format="A4"), "pdf", "a.pdf")], None))
    small = loaded(found[0], tmp_path)
    assert [item.title for item in small.items] == official.TITLES
    assert [sub.number for sub in small.sub_indicators] == ["9.1", "9.2", "10.1"]
    assert small.items[3].elements[1].at_least == ("งบประมาณ", "ปัญหาและอุปสรรค", "ข้อเสนอแนะ")
    large, meant = loaded(found[1], tmp_path), shipped().frameworks["nacc-2566"]
    assert (len(large.items), found[1].left) == (43, [])
    assert [sub.number for sub in large.sub_indicators] == [sub.number for sub in meant.sub_indicators]
    assert [squash(item.title) for item in large.items] == [squash(item.title) for item in meant.items]


def test_each_item_says_where_it_comes_from_and_how_surely(tmp_path: Path) -> None:
    pack = drafted([READERS["a.docx"](official.word())])
    assert "# ที่มา: a.docx" in pack.text
    assert "# เรื่องเดียวกับ nacc-2567 o1 (ชื่อตรงกัน)" in pack.text
    assert "(ชื่อเหมือน 91%: ประกาศเจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่)" in pack.text
    origin = loaded(pack, tmp_path).sources[0]
    assert (origin.kind, "0" * 64 in origin.text, "1 ธันวาคม 2568" in origin.text) == ("official", True, True)
    assert [(placed.doubt.key, placed.doubt.value) for placed in pack.doubts] == [
        ("topic", "ข้อมูลภูมิสารสนเทศของหน่วยงาน")
    ]
    line = pack.text.split("\n")[pack.doubts[0].line - 1]
    assert line.strip().startswith("# ต้องตรวจ: ไม่พบข้อที่ใกล้เคียง")


def test_a_new_topic_names_those_that_may_be_meant(tmp_path: Path) -> None:
    pack, _ = text_pack("| O1 | แนวทางการปฏิบัติหน้าที่ | ก |\n", tmp_path)
    assert "ใกล้ที่สุดคือ work-manual (o10 " in pack.text


def test_the_year_is_read_or_asked_for(tmp_path: Path) -> None:
    assert text_pack("| O1 | โครงสร้าง | แสดงผัง |\n", tmp_path)[0].fiscal_year == 2569
    with pytest.raises(NoPack, match="--year"):
        text_pack("| O1 | โครงสร้าง | แสดงผัง |\n", tmp_path, head="ตาราง")


def test_rows_without_a_code_of_their_own_and_second_ones_are_told(tmp_path: Path) -> None:
    rows = "| ๐๑ | โครงสร้าง | แสดงผัง |\n| O1 | ข้อมูลผู้บริหาร | ก |\n| ๒ | อำนาจหน้าที่ | |\n"
    pack, found = text_pack(rows, tmp_path)
    assert [(item.code, item.title) for item in found.items] == [("o1", "โครงสร้าง"), ("o2", "อำนาจหน้าที่")]
    assert [one.reason.th for one in pack.left] == ["รหัส o1 มีอีกแถวหนึ่งแล้ว"]
    assert "รหัส o1 มีอีกแถวหนึ่งแล้ว — O1 | ข้อมูลผู้บริหาร | ก\n" in pack.text
    assert {placed.doubt.key for placed in pack.doubts} == {"code", "elements"}


def test_one_topic_goes_to_one_item_alone(tmp_path: Path) -> None:
    rows = "| O1 | ข่าวประชาสัมพันธ์ | ก |\n| O2 | ข่าวประชาสัมพันธ | ข |\n"
    _, found = text_pack(rows, tmp_path)
    assert [item.topic for item in found.items] == ["news", "nacc-2569-o2"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ก\nข", [(0, "ก"), (0, "ข")]),
        ("o แสดง\nต่อ\no ข", [(0, "แสดง ต่อ"), (0, "ข")]),
        ("• ก\n- ข\n- ค\n• ง", [(0, "ก"), (1, "ข"), (1, "ค"), (0, "ง")]),
        ("แสดงข้อมูล ดังนี้\n- ก\n- ข", [(0, "แสดงข้อมูล ดังนี้"), (1, "ก"), (1, "ข")]),
        ("1. ก • ข\n2. ค", [(0, "ก"), (1, "ข"), (0, "ค")]),
        ("๑) ก\n๒) ข", [(0, "ก"), (0, "ข")]),
    ],
)
def test_bullets_part_a_cell(text: str, parts: list[tuple[int, str]]) -> None:
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("แสดงผล รอบ ๖ เดือนแรก ของปี พ.ศ. ๒๕๖๙", "first_half"),
        ("ของปี พ.ศ. 2569", "current"),
        ("ของปีงบประมาณ 2568", "previous"),
        ("ของปี พ.ศ. 2568 และปี พ.ศ. 2569", None),
        ("แผน พ.ศ. 2566 - 2570", "multi_year"),
        ("แสดงผัง", None),
    ],
)
def test_the_time_that_is_covered_is_what_the_text_says(text: str, covers: str | None) -> None:
    assert covers_of(text, 2569) == covers


@pytest.mark.parametrize(
    ("text", "count"), [("อย่างน้อย ๑ คู่มือ", 1), ("อย่างน้อย 6 เดือน", None), ("ไม่น้อยกว่า 3 งาน", 3), ("ก", None)]
)
def test_a_count_is_one_of_things(text: str, count: int | None) -> None:
    assert count_of(text) == count


def test_a_remark_on_nothing_belongs_to_every_element() -> None:
    found = elements_of("• ก\n• ข\n* กรณีไม่มีเรื่องร้องเรียน ให้ระบุว่าไม่มี")
    assert [(one.text, one.nil) for one in found] == [
        ("ก", "กรณีไม่มีเรื่องร้องเรียน ให้ระบุว่าไม่มี"), ("ข", "กรณีไม่มีเรื่องร้องเรียน ให้ระบุว่าไม่มี")
    ]  # fmt: skip


def test_a_year_that_names_the_pack_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, folder = tmp_path / "ตาราง.md", tmp_path / "town"
    path.write_bytes(official.markdown())
    assert not draft_framework([path], folder, {}, as_json=False)
    assert "nacc-2569: 6 ข้อ" in capsys.readouterr().out
    pack = folder / "content/frameworks/nacc-2569.yml"
    text = pack.read_text("utf-8")
    assert hashlib.sha256(path.read_bytes()).hexdigest() in text
    year = folder / "content/2569"
    year.mkdir()
    (folder / "content/agency.yml").write_text("name: เทศบาลตำบลตัวอย่าง\n", "utf-8")
    (year / "year.yml").write_text("framework: nacc-2569\n", "utf-8")
    (year / "o5.md").write_text("---\nreported: done\n---\n", "utf-8")
    assert [page for page in compile_project(folder).pages if page.source.startswith("2569/o5")]
    assert not draft_framework([path], folder, {"framework": "nacc-2569"}, as_json=True)
    assert '"written": false' in capsys.readouterr().out
    pack.write_text(text.replace(hashlib.sha256(path.read_bytes()).hexdigest(), "อื่น"), "utf-8")
    with pytest.raises(ProjectError, match="not overwritten"):
        draft_framework([path], folder, {}, as_json=False)


@pytest.mark.parametrize(
    ("text", "said", "words"),
    [
        ("| ก | ข |\n| --- | --- |\n| 1 | 2 |\n", {}, "no table"),
        ("| ข้อ | ข้อมูล |\n| --- | --- |\n| O1 | ก |\n", {"framework": "2569"}, "scheme-year"),
        (
            "| ข้อ | ข้อมูล |\n| --- | --- |\n| O1 | ก |\n",
            {"framework": "nacc-2569", "year": "2568"},
            "scheme-year",
        ),
    ],
)
def test_what_cannot_be_a_pack_is_told_and_nothing_written(
    text: str, said: dict[str, str | None], words: str, tmp_path: Path
) -> None:
    path = tmp_path / "t.md"
    path.write_text(text, "utf-8")
    with pytest.raises((ProjectError, NoPack), match=words):
        draft_framework([path], tmp_path / "town", said, as_json=False)
    assert not (tmp_path / "town").exists()
