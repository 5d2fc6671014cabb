"""``prongsai export itas``: the sheet that is filed, its record, and that filed addresses stay."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.running import run_here

RECORD = "content/2566/itas.filed.json"
SITE = "https://oit.town.invalid/"


def rows(town: Path) -> list[list[str]]:
    text = (town / "itas-2566.csv").read_text("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_sheet_has_addresses_in_order_and_the_way_there(town: Path) -> None:
    done = run_here("export", "itas", "--address", SITE, "--lang", "en", "--project", town)
    assert done.returncode == 0, done.stderr
    found = rows(town)
    first, second = (row for row in found if row[0] == "o1")
    assert first[2:4] == ["1", f"{SITE}2566/o1/"]
    assert first[5] == ("หน้าแรก เทศบาลตำบลทดสอบ > ปีงบประมาณ 2566 > 9.1 ข้อมูลพื้นฐาน > o1 โครงสร้าง")
    assert second[2:5] == ["2", f"{SITE}2566/files/chart.pdf", "โครงสร้าง"]
    assert [row[3] for row in found if row[0] == "o5"] == [
        f"{SITE}2566/o5/",
        "https://www.test.invalid/contact",
    ]
    assert {row[0] for row in found[1:]} == {f"o{number}" for number in range(1, 44)}
    sheet = openpyxl.load_workbook(town / "itas-2566.xlsx").worksheets[0]
    assert [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)] == found
    record = json.loads((town / RECORD).read_text("utf-8"))
    assert record["items"]["o1"] == [f"{SITE}2566/o1/", f"{SITE}2566/files/chart.pdf"]
    assert record["site"] == SITE
    assert "verify --as-filed 2566" in done.stderr


def test_a_filed_address_cannot_change_unsaid(town: Path) -> None:
    words = ("export", "itas", "--address", SITE, "--lang", "en", "--project", town)
    assert run_here(*words).returncode == 0
    kept = (town / RECORD).read_bytes()
    assert run_here("check", "--project", town).returncode == 0
    source = town / "content/2566/o5.md"
    text = source.read_text("utf-8")
    more = text.replace("evidence:\n", 'evidence:\n  - {title: ใหม่, url: "https://www.test.invalid/new"}\n')
    source.write_text(more, "utf-8")
    assert run_here("check", "--project", town).returncode == 0
    source.write_text(text.replace("invalid/contact", "invalid/kontakt"), "utf-8")
    done = run_here("check", "--lang", "en", "--project", town)
    assert done.returncode == 1
    assert "A318 the address “https://www.test.invalid/contact” was filed on" in done.stdout
    assert "silence: {A318: why}" in done.stdout
    done = run_here("publish", "folder", town.parent / "www", "--project", town)
    assert done.returncode == 1
    done = run_here(*words)
    assert done.returncode == 2
    assert "--again" in done.stderr
    assert (town / RECORD).read_bytes() == kept
    assert run_here(*words, "--draft").returncode == 0
    assert (town / RECORD).read_bytes() == kept
    said = text.replace("invalid/contact", "invalid/kontakt").replace(
        "reported:", "silence: {A318: เว็บไซต์เดิมปิด}\nreported:"
    )
    source.write_text(said, "utf-8")
    assert run_here("check", "--project", town).returncode == 0
    assert run_here(*words, "--again").returncode == 0
    record = json.loads((town / RECORD).read_text("utf-8"))
    assert record["items"]["o5"][-1] == "https://www.test.invalid/kontakt"
    assert record["earlier"][0]["items"] == json.loads(kept)["items"]


def test_filing_twice_the_same_keeps_the_day(town: Path) -> None:
    words = ("export", "itas", "--address", SITE, "--project", town)
    assert run_here(*words).returncode == 0
    kept = (town / RECORD).read_bytes()
    assert run_here(*words).returncode == 0
    assert (town / RECORD).read_bytes() == kept


def test_what_cannot_be_filed_is_told(town: Path) -> None:
    for words, expected in (
        ((), "the evidence of o1 is held on the site"),
        (("--address", "oit.town"), "cannot be used"),
        (("--year", "2560", "--address", SITE), "there are 2566"),
        (("--year", "x", "--address", SITE), "no Buddhist fiscal year"),
    ):
        done = run_here("export", "itas", *words, "--lang", "en", "--project", town)
        assert done.returncode == 2
        assert expected in done.stderr
        assert "Traceback" not in done.stderr
    assert not (town / RECORD).exists()
    (town / "content/2566/o1.md").unlink()
    assert run_here("export", "itas", "--project", town).returncode == 0
    assert [row[3] for row in rows(town) if row[0] == "o5"] == ["https://www.test.invalid/contact"]


def test_a_dropped_item_is_told_too(town: Path) -> None:
    assert run_here("export", "itas", "--address", SITE, "--project", town).returncode == 0
    (town / "content/2566/o5.md").unlink()
    done = run_here("check", "--lang", "en", "--project", town)
    assert done.returncode == 1
    assert "content/2566/o5.md" in done.stdout


@pytest.mark.parametrize("title", ["=1+1", "+66", "@x"])
def test_no_cell_is_run(title: str, town: Path) -> None:
    text = (town / "content/2566/o5.md").read_text("utf-8").replace("title: ติดต่อเรา", f"title: '{title}'")
    (town / "content/2566/o5.md").write_text(text, "utf-8")
    assert run_here("export", "itas", "--address", SITE, "--project", town).returncode == 0
    assert f"'{title}" in [cell for row in rows(town) for cell in row]


def test_a_filed_address_is_not_mended_by_the_program(town: Path) -> None:
    source = town / "content/2566/o5.md"
    source.write_text(
        source.read_text("utf-8").replace("https://www.test.invalid/contact", "https://www.test.invalid/a b"),
        "utf-8",
    )
    before = source.read_bytes()
    assert run_here("export", "itas", "--address", SITE, "--project", town).returncode == 0
    assert run_here("check", "--fix", "--project", town).returncode == 0
    assert source.read_bytes() == before
    (town / RECORD).unlink()
    run_here("check", "--fix", "--project", town)
    assert source.read_bytes() != before
