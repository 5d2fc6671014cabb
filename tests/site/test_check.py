"""``check`` and ``rule`` as a person or a program calls them."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from sarif_pydantic import Sarif

from prongsai.rules.registry import RULES
from tests.conftest import Run

ADDRESS = "http://www.test.invalid/๑๒"


@pytest.fixture
def faulty(town: Path) -> Path:
    """The town with an address in Thai digits."""
    (town / "content/2566/o5.md").write_text(
        f'---\nreported: done\nevidence:\n  - {{title: ติดต่อเรา, url: "{ADDRESS}"}}\n---\n', "utf-8"
    )
    return town


def test_text_shows_the_line_and_a_summary(faulty: Path, program: Run) -> None:
    done = program("check", "--today", "1 มี.ค. 2566", cwd=faulty)
    assert done.returncode == 0
    assert "content/2566/o5.md:4:" in done.stdout
    assert f'| - {{title: ติดต่อเรา, url: "{ADDRESS}"}}' in done.stdout
    assert "A303" in done.stdout.rsplit("\n\n", 1)[1]


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github"])
def test_every_form_can_be_read(form: str, faulty: Path, prongsai: Run) -> None:
    done = prongsai("check", "--format", form, "--today", "2023-03-01", cwd=faulty)
    assert done.returncode == 0, done.stderr
    if form == "json":
        assert "A303" in {finding["rule"] for finding in json.loads(done.stdout)["findings"]}
    elif form == "sarif":
        Sarif.model_validate_json(done.stdout)
    elif form == "junit":
        assert ET.fromstring(done.stdout).tag == "testsuites"
    else:
        assert "file=content/2566/o5.md,title=A303" in done.stdout


def test_a_reason_silences_and_the_sheet_shows_it(faulty: Path, prongsai: Run) -> None:
    source = faulty / "content/2566/o5.md"
    source.write_text(
        source.read_text("utf-8").replace("reported:", "silence: {A303: เว็บเดิมใช้เลขไทย}\nreported:"), "utf-8"
    )
    done = prongsai("check", "--format", "json", cwd=faulty)
    silenced = {f["rule"]: f["silenced"] for f in json.loads(done.stdout)["findings"] if f["silenced"]}
    assert silenced == {"A303": "เว็บเดิมใช้เลขไทย"}
    assert prongsai("build", cwd=faulty).returncode == 0
    sheet = (faulty / "site/2566/assess/index.html").read_text("utf-8")
    row = sheet[sheet.index('id="o5-evidence-1"') :]
    assert "เว็บเดิมใช้เลขไทย" in row[: row.index("</li>")], "beside the evidence that it is about"


def test_fix_shows_the_change_and_mends_only_what_is_certain(faulty: Path, prongsai: Run) -> None:
    before = {path: path.read_bytes() for path in (faulty / "content").rglob("*") if path.is_file()}
    done = prongsai("check", "--fix", cwd=faulty)
    assert done.returncode == 0, done.stderr
    assert f'-  - {{title: ติดต่อเรา, url: "{ADDRESS}"}}' in done.stderr
    assert '+  - {title: ติดต่อเรา, url: "http://www.test.invalid/12"}' in done.stderr
    changed = {path for path, data in before.items() if path.read_bytes() != data}
    assert changed == {faulty / "content/2566/o5.md"}
    again = prongsai("check", "--fix", "--format", "json", cwd=faulty)
    assert "A303" not in {finding["rule"] for finding in json.loads(again.stdout)["findings"]}


def test_a_build_says_how_much_there_is_to_look_at(faulty: Path, prongsai: Run) -> None:
    done = prongsai("build", cwd=faulty)
    assert done.returncode == 0
    assert "prongsai check" in done.stderr
    assert "A303" not in (faulty / "site/2566/o5/index.html").read_text("utf-8")


def test_a_bad_day_is_told(town: Path, prongsai: Run) -> None:
    done = prongsai("check", "--today", "someday", cwd=town)
    assert (done.returncode, done.stdout) == (2, "")
    assert "someday" in done.stderr


@pytest.mark.parametrize("code", ["C101", "c101", "missing-item", "S301"])
def test_a_rule_explains_itself(code: str, prongsai: Run) -> None:
    done = prongsai("rule", code)
    assert done.returncode == 0
    assert done.stdout.startswith("# ")


def test_an_unknown_rule(prongsai: Run) -> None:
    done = prongsai("rule", "Z999")
    assert done.returncode == 2
    assert "Z999" in done.stderr
    assert RULES[0].code in done.stderr


def test_the_invented_town_gives_nothing_to_say(prongsai: Run) -> None:
    done = prongsai("check", "--project", "examples/namsai", "--format", "json")
    assert json.loads(done.stdout)["findings"] == []
    assert done.returncode == 0


def test_score_is_an_estimate_of_the_newest_year(prongsai: Run) -> None:
    done = prongsai("score", "--format", "json")
    document = json.loads(done.stdout)
    assert (document["format"], document["fiscal_year"], document["oit"]) == ("prongsai/score/1", 2565, 0)
    gains = {gain["item"]: gain["oit"] for gain in document["gains"]}
    assert gains["o42"] == 12.5
    assert gains["o42"] / gains["o1"] > 11
    text = prongsai("score", "--lang", "en").stdout
    assert "no assessor has seen" in text


def test_an_estimate_is_shown_only_where_the_agency_chooses(town: Path, prongsai: Run) -> None:
    shown = "คะแนน OIT โดยประมาณ"
    assert prongsai("build", cwd=town).returncode == 0
    assert shown not in (town / "site/2566/index.html").read_text("utf-8")
    with (town / "content/agency.yml").open("a", encoding="utf-8") as file:
        file.write("show_estimate: true\n")
    assert prongsai("build", cwd=town).returncode == 0
    assert shown in (town / "site/2566/index.html").read_text("utf-8")


def test_score_of_a_year_that_is_not_there(prongsai: Run) -> None:
    done = prongsai("score", "--year", "๒๕๕๐")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2565" in done.stderr


def test_an_item_that_cannot_be_read_is_not_called_missing(town: Path, prongsai: Run) -> None:
    (town / "content/2566/o5.md").write_text("---\nupdated: 2565-13-40\n---\n", "utf-8")
    done = prongsai("check", "--format", "json", cwd=town)
    found = [finding["rule"] for finding in json.loads(done.stdout)["findings"] if finding["item"] == "o5"]
    assert done.returncode == 1
    assert found == ["S205"]


def test_a_persons_number_is_an_error_and_is_never_printed(town: Path, prongsai: Run) -> None:
    digits = [int(digit) for digit in "110170020304"]
    check = (11 - sum(digit * (13 - place) for place, digit in enumerate(digits)) % 11) % 10
    number = "1-1017-00203-04-" + str(check)
    with (town / "content/2566/o5.md").open("a", encoding="utf-8") as file:
        file.write(f"\nติดต่อเจ้าหน้าที่ เลขประจำตัวประชาชน {number}\n")
    done = prongsai("check", cwd=town)
    assert done.returncode == 1
    assert "P601" in done.stdout
    assert number not in done.stdout
    for form in ("json", "sarif", "junit", "github"):
        assert number not in prongsai("check", "--format", form, cwd=town).stdout
