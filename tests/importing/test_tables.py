"""Tables with the faults and habits that officers' documents have; each is small and says what it shows."""

from pathlib import Path

import openpyxl

from prongsai.importing.convert import Imported, Wanted, convert
from prongsai.importing.readers.opening import read_file
from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project
from prongsai.model.disclosure import Disclosure
from prongsai.model.site import Site, Year

HEAD = "รายงาน OIT ประจำปีงบประมาณ พ.ศ. 2566\nเทศบาลตำบลไม้งาม อำเภอหางดง จังหวัดเชียงใหม่\n\n"


def drafted(
    folder: Path, text: str, name: str = "report.txt", wanted: Wanted | None = None
) -> tuple[Imported, Site, Year]:
    """A document drafted and loaded."""
    path = folder / name
    path.write_text(text, "utf-8")
    result = convert([read_file(path)], shipped().frameworks, wanted or Wanted())
    for source, content in result.files.items():
        (folder / "out" / source).parent.mkdir(parents=True, exist_ok=True)
        (folder / "out" / source).write_text(content, "utf-8")
    loaded = load_project(folder / "out")
    assert [finding for finding in loaded.findings if finding.severity == "error"] == []
    assert loaded.site is not None
    return result, loaded.site, loaded.site.years[0]


def rows(*lines: tuple[str, ...], head: str = HEAD) -> str:
    return head + "\n".join("\t".join(line) for line in lines) + "\n"


def items(folder: Path, *lines: tuple[str, ...]) -> dict[str, Disclosure]:
    return dict(drafted(folder, rows(*lines))[2].disclosures)


def test_codes_are_mended_by_title_and_order(tmp_path: Path) -> None:
    result, _, year = drafted(tmp_path, rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ผลดำเนินการ"),
        ("๐๓", "อำนาจหน้าที่", "สำนักปลัด", "เผยแพร่แล้ว"),
        ("๐๔", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "สำนักปลัด", "เผยแพร่แล้ว"),
        ("๐๔", "ข้อมูลการติดต่อ", "สำนักปลัด", "เผยแพร่แล้ว"),
        ("", "กฎหมายที่เกี่ยวข้อง", "นิติกร", "เผยแพร่แล้ว"),
    ))  # fmt: skip
    assert sorted(year.disclosures) == ["o3", "o4", "o5", "o6"]
    assert year.disclosures["o5"].code_published == "๐๔"
    assert [(note.about, note.mended) for note in year.disclosures["o5"].notes] == [("code", "o5")]
    assert result.placed == result.rows == 4


def test_a_headers_lie_is_seen_by_what_the_cells_hold(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลดำเนินการ"),
        ("o1", "โครงสร้าง", "1 ม.ค. 2566 - 20 เม.ย. 2566", "กองคลัง", "ดำเนินการแล้ว"),
        ("o2", "ข้อมูลผู้บริหาร", "2 ม.ค. 2566 - 20 เม.ย. 2566", "กองช่าง", "ดำเนินการแล้ว"),
    )
    assert found["o2"].responsible == ("กองช่าง",)
    assert found["o2"].period is not None
    assert found["o2"].period.start.iso() == "2023-01-02"


def test_a_garbled_header_on_a_later_page(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        ("ตัวชี้วัดที่", "ข้อมูล", "ผู้รับผิดชอบ", "ผลดำเนินการ"),
        ("๐๑", "โครงสร้าง", "กองคลัง", "ดำเนินการแล้ว"),
        ("V <ร> ตัวชี้วัด", "ข้อมูล", "ผู้รับ ผิดชอบ", "ผลดำเนินการ"),
        ("๐๒", "ข้อมูลผู้บริหาร", "กองช่าง", "อยู่ระหว่างดำเนินการ"),
    )
    assert [found[code].reported for code in ("o1", "o2")] == ["done", "in_progress"]


def test_a_row_goes_on_after_a_page(tmp_path: Path) -> None:
    text = rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ผลดำเนินการ"),
        ("๐๑๓", "คู่มือหรือมาตรฐาน", "กองคลัง", "- จัดทำคู่มือแล้ว"),
    ) + "\n" + rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ผลดำเนินการ"),
        ("", "การปฏิบัติงาน", "", "- เผยแพร่แล้ว"),
        head="",
    )  # fmt: skip
    result, _, year = drafted(tmp_path, text.replace("2566", "2565"))
    assert [one.text for one in year.disclosures["o13"].results] == ["จัดทำคู่มือแล้ว", "เผยแพร่แล้ว"]
    assert year.disclosures["o13"].title is None
    assert result.placed == result.rows == 2


def test_marks_in_three_columns_say_the_status(tmp_path: Path) -> None:
    found = items(
        tmp_path,
        ("ข้อ/ข้อมูล", "หน่วยงาน", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ"),
        ("O1 โครงสร้าง", "กองคลัง", "/", "-", ""),
        ("O2 ข้อมูลผู้บริหาร", "สำนักปลัด", "", "✓", ""),
        ("O3 อำนาจหน้าที่", "กองช่าง", "", "", "X"),
        ("รวม", "", "1", "1", "1"),
    )
    assert [found[code].reported for code in ("o1", "o2", "o3")] == ["done", "in_progress", "not_started"]


def test_a_period_with_a_misread_year_is_mended_by_the_other_rows(tmp_path: Path) -> None:
    usual = "๒๕ ม.ค.๖๕ - ๒๐ เม.ย.๖๕"
    text = rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลดำเนินการ"),
        *(
            (f"o{number}", title, "กองคลัง", usual, "ดำเนินการแล้ว")
            for number, title in ((1, "โครงสร้าง"), (2, "ข้อมูลผู้บริหาร"), (3, "อำนาจหน้าที่"))
        ),
        ("o5", "ข้อมูลการติดต่อ", "กองคลัง", "๒๔ ม.ค.๖๔- ๒๐ เม.ย.๖๔", "ดำเนินการแล้ว"),
    )
    _, _, year = drafted(tmp_path, text.replace("2566", "2565"))
    mended = year.disclosures["o5"]
    assert mended.period is not None
    assert (mended.period.start.iso(), mended.period.text) == ("2022-01-25", "๒๔ ม.ค.๖๔- ๒๐ เม.ย.๖๔")
    assert [note.about for note in mended.notes] == ["period"]


def test_what_cannot_be_known_is_a_doubt_with_both_places(tmp_path: Path) -> None:
    result, _, _ = drafted(tmp_path, rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ผลดำเนินการ"),
        ("๐๑", "โครงสร้าง", "กองคลัง", "☑ ยังไม่ได้ดำเนินการ ☑ ดำเนินการ"),
    ))  # fmt: skip
    (placed,) = result.doubts
    assert (placed.doubt.key, placed.doubt.spot.line, placed.doubt.spot.column) == ("reported", 5, 4)
    line = result.files[placed.path].split("\n")[placed.line - 1]
    assert line.startswith("# ต้องตรวจ:")
    assert result.files[placed.path].split("\n")[placed.line] == "reported: null"


def test_an_item_of_no_framework_is_left_over_as_it_stands(tmp_path: Path) -> None:
    result, _, year = drafted(tmp_path, rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ผลดำเนินการ"),
        ("๐๑", "โครงสร้าง", "กองคลัง", "แล้วเสร็จ"),
        ("๐๙๙", "เรื่องที่ไม่มีในกรอบ", "กองช่าง", "แล้วเสร็จ"),
    ))  # fmt: skip
    assert sorted(year.disclosures) == ["o1"]
    assert (result.rows, result.placed) == (2, 1)
    assert [one.text for one in result.left] == ["๐๙๙ | เรื่องที่ไม่มีในกรอบ | กองช่าง | แล้วเสร็จ"]


def test_measures_with_cells_in_each_others_columns(tmp_path: Path) -> None:
    _, _, year = drafted(tmp_path, rows(
        ("ลำดับ", "มาตรการ/กิจกรรม", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "สรุปผลการดำเนินการ"),
        ("๑", "มาตรการหนึ่ง", "๑. ทำแผน ๒. ประกาศ", "กองคลัง", "ดำเนินการแล้ว เมื่อวันที่ 5 ม.ค. 2566"),
        ("๒", "มาตรการสอง", "๑. ตั้งคน", "๑. แต่งตั้งเจ้าหน้าที่แล้ว ๒.จัดทำช่องทางข้อมูล", "สำนักปลัด กองช่าง"),
    ))  # fmt: skip
    assert year.measures is not None
    one, two = year.measures.measures
    assert (one.steps, one.results[0].date.iso()) == (("ทำแผน", "ประกาศ"), "2023-01-05")
    assert two.responsible == ("สำนักปลัด", "กองช่าง")
    assert [result.text for result in two.results] == ["แต่งตั้งเจ้าหน้าที่แล้ว", "จัดทำช่องทางข้อมูล"]
    assert "responsible" in [note.about for note in two.notes]


def test_measures_name_what_they_answer_to(tmp_path: Path) -> None:
    text = rows(
        ("มาตรการ/โครงการ/กิจกรรม", "หน่วยงานผู้รับผิดชอบ", "ผลลัพธ์หรือผลสัมฤทธิ์"),
        (
            "จัดทำคู่มือ",
            "สำนักปลัด",
            "๐๑๐ คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่ ผลคะแนน ๑๐๐ e๑เจ้าหน้าที่ปฏิบัติงานหรือให้บริการแก่ท่าน เป็นไปตามขั้นตอนและระยะเวลา ผล คะแนน ๙๙.๔๒",
        ),
        head="มาตรการของเทศบาลตำบลไม้งาม ปีงบประมาณ ๒๕๖๘\n๑) กระบวนการโปร่งใส\n",
    )
    _, _, year = drafted(tmp_path, text)
    assert year.measures is not None
    (measure,) = year.measures.measures
    assert [(link.code, link.framework, str(link.score)) for link in measure.links] == [
        ("o10", "nacc-2567", "100"),
        ("e1", "nacc-2567", "99.42"),
    ]
    assert (measure.group, measure.outcomes) == ("กระบวนการโปร่งใส", ())
    assert year.settings.scores is not None
    assert [question.code for question in year.settings.scores.questions] == ["e1", "o10"]


def test_guidance_and_scores(tmp_path: Path) -> None:
    _, _, year = drafted(tmp_path, rows(
        ("ตัวชี้วัด", "แนวทางในการยกระดับ", "ผู้รับผิดชอบ", "ความก้าวหน้า"),
        ("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", "๑. อบรม ๒. ติดตาม", "กองคลัง", "☐ ยังไม่ได้ดำเนินการ ☑ ดำเนินการ - อบรมแล้ว"),
    ) + "\nผลการประเมินระดับคุณธรรม ITA ปี 2565 มีค่าคะแนนเท่ากับ 79.84 คะแนน อยู่ในระดับต้องปรับปรุง เป้าหมายคือ 85 คะแนน\n"
    "แบบวัด (IIT) มีค่าคะแนน เท่ากับ 90.63 คะแนน\n\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\tมีผลคะแนน เท่ากับ 97.25 คะแนน\tตัวชี้วัดที่ 2\nการใช้งบประมาณ\tมีผลคะแนน เท่ากับ 86.57 คะแนน\t\n\n"
    "3.1 ประเด็นจุดแข็ง มีดังนี้\nตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\n")  # fmt: skip
    assert year.measures is not None
    (guidance,) = year.measures.guidance
    assert (guidance.indicator, guidance.instrument, guidance.reported, guidance.actions) == (
        "1",
        "iit",
        "done",
        ("อบรมแล้ว",),
    )
    scores = year.settings.scores
    assert scores is not None
    assert (scores.assessed_year, str(scores.target), str(scores.overall.stated)) == (2565, "85", "79.84")
    assert (scores.overall.grades_stated, str(scores.instruments["iit"].stated)) == (("ต้องปรับปรุง",), "90.63")
    assert [(one.number, one.name, str(one.stated)) for one in scores.indicators] == [
        ("1", "การปฏิบัติหน้าที่", "97.25"),
        ("2", "การใช้งบประมาณ", "86.57"),
    ]
    assert [one.name for one in scores.analysis.strengths] == ["การปฏิบัติหน้าที่"]


def test_a_district_misread_by_a_letter_is_mended(tmp_path: Path) -> None:
    text = rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ"),
        ("o1", "โครงสร้าง", "กองคลัง"),
        head="OIT ปี 2566 อบต.ทดลอง อำเภอลิเกา จังหวัดตรัง\n",
    )
    _, site, _ = drafted(tmp_path, text)
    assert (site.agency.name, site.agency.district) == ("องค์การบริหารส่วนตำบลทดลอง", "สิเกา")
    assert [(note.about, note.published) for note in site.agency.notes] == [("district", "ลิเกา")]


def test_persons_are_named_by_position_except_executives(tmp_path: Path) -> None:
    result, _, year = drafted(tmp_path, rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "ผลดำเนินการ"),
        ("o1", "โครงสร้าง", "นายสมมุติ ใจดี (นิติกร)", "นายสมมุติ ใจดี เผยแพร่แล้ว"),
        ("o2", "ข้อมูลผู้บริหาร", "สำนักปลัด", "แสดงข้อมูลของ นายตัวอย่าง สมมุติ แล้ว"),
    ))  # fmt: skip
    assert year.disclosures["o1"].responsible == ("นิติกร",)
    assert "สมมุติ" not in result.files["content/2566/o1.md"]
    assert "นายตัวอย่าง สมมุติ" in result.files["content/2566/o2.md"]


def test_a_formula_without_a_value_is_a_doubt(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["เทศบาลตำบลไม้งาม OIT ปี 2566"],
        ["ข้อ", "ข้อมูล", "ลิงก์", "ผลดำเนินการ"],
        ["o1", "โครงสร้าง", '=HYPERLINK("https://maingam.go.th/a","เปิด")', '=A1&"x"'],
    ):
        sheet.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    result = convert([read_file(path)], shipped().frameworks, Wanted())
    assert "https://maingam.go.th/a" in result.files["content/2566/o1.md"]
    assert [
        (placed.doubt.key, placed.doubt.spot.row, placed.doubt.spot.column)
        for placed in result.doubts
        if "สูตร" in placed.doubt.reason.th
    ][:1] == [("results", 3, 4)]


def test_options_win_over_the_document(tmp_path: Path) -> None:
    text = rows(("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ"), ("o1", "โครงสร้าง", "กองคลัง"), head="")
    result, site, year = drafted(tmp_path, text, wanted=Wanted("เทศบาลตำบลทดสอบ", 2567, None))
    assert (site.agency.name, year.fiscal_year) == ("เทศบาลตำบลทดสอบ", 2567)
    assert result.placed == 1


def test_text_of_a_document_is_never_markup(tmp_path: Path) -> None:
    _, _, year = drafted(tmp_path, rows(
        ("ข้อ", "ข้อมูล", "ผู้รับผิดชอบ", "หมายเหตุ"),
        ("o1", "โครงสร้าง", "กองคลัง: x # y", "{{ 7*7 }} [x](javascript:alert(1)) | **a** ---"),
    ))  # fmt: skip
    assert "<a" not in year.disclosures["o1"].html
    assert "{{ 7*7 }}" in year.disclosures["o1"].html
