"""A new agency's project as files: valid whatever its name is, and free of anything that is not known."""

import json
from pathlib import Path

import pytest
import yaml

from prongsai.check import check_project
from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project
from prongsai.starting.disk import write_new
from prongsai.starting.project import Answers, kind_of, project_files

PACK = shipped().frameworks["nacc-2567"]
NAMES = [
    "เทศบาลตำบลทุ่งตัวอย่าง",
    "เทศบาล: 'ก' \"ข\" #ค",
    "- อบต. {ก} [ข] & *ค !ง %จ @ฉ `ช",
    "เทศบาล\u200bตำบล\u200dน้ำใส\ufeff 🏛️",
    "null",
    "2567",
    "yes",
    "ก" * 3_000,
    "เทศบาล\nสองบรรทัด\tแท็บ",
    "{{ agency }} {% raw %}",
    "<script>alert(1)</script>",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_any_name_gives_valid_sources(name: str, tmp_path: Path) -> None:
    write_new(tmp_path / "town", project_files(Answers(name, province="ก: #ข"), PACK, 2567))
    loaded = load_project(tmp_path / "town")
    assert [one.message.th for one in loaded.findings] == []
    assert loaded.site is not None
    assert loaded.site.agency.province == "ก: #ข"
    seen = "".join(loaded.site.agency.name.split())
    assert seen == "".join(name.replace("\ufeff", "").split())
    settings = yaml.safe_load((tmp_path / "town/mkdocs.yml").read_text("utf-8"))
    assert "".join(settings["site_name"].split()) == seen


@pytest.mark.parametrize("pack", shipped().frameworks.values(), ids=lambda pack: pack.framework)
def test_a_stub_stands_for_each_item_and_says_what_it_must_show(pack: object, tmp_path: Path) -> None:
    framework = shipped().frameworks[pack.framework]  # type: ignore[attr-defined]
    year = framework.fiscal_year
    write_new(tmp_path, project_files(Answers("เทศบาลตำบลทดสอบ"), framework, year))
    for item in framework.items:
        text = (tmp_path / f"content/{year}/{item.code}.md").read_text("utf-8")
        assert item.title in text
        assert all(f"#   {element.id}: {element.text}" in text for element in item.elements)
    from datetime import date

    findings = check_project(tmp_path, date(year - 543 + 3, 1, 1))
    assert [one for one in findings if one.severity == "error"] == []
    assert [one for one in findings if one.family == "source"] == []


def test_editors_find_the_schemas_beside_the_sources(tmp_path: Path) -> None:
    write_new(tmp_path, project_files(Answers("เทศบาลตำบลทดสอบ"), PACK, 2567))
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text("utf-8"))
    snippets = json.loads((tmp_path / ".vscode/prongsai.code-snippets").read_text("utf-8"))
    assert all(one["scope"] == "markdown" and one["body"] for one in snippets.values())
    for schema in settings["yaml.schemas"]:
        assert "$defs" in json.loads((tmp_path / schema).read_text("utf-8"))
    for name in ("content/agency.yml", "content/2567/year.yml"):
        first = (tmp_path / name).read_text("utf-8").split("\n")[0]
        assert ((tmp_path / name).parent / first.partition("$schema=")[2]).is_file()
    texts = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.yml"))
    assert "http" not in texts.replace("https://itaoit.example.go.th/", "")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("อบต.ตะโก", "องค์การบริหารส่วนตำบล"),
        ("เทศบาลเมืองทดสอบ", "เทศบาลเมือง"),
        ("องค์การบริหารส่วนจังหวัดตรัง", "องค์การบริหารส่วนจังหวัด"),
        ("กรมตัวอย่าง", None),
    ],
)
def test_the_kind_follows_from_the_name(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind
