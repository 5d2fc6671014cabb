"""``prongsai check --packs``: any two packs compared by topic."""

import json
from pathlib import Path

from tests.rules.test_pack_changes import PACK
from tests.starting.conftest import Command


def test_two_packs_that_ship_are_compared_without_a_project(command: Command, tmp_path: Path) -> None:
    done = command("check", "--packs", "nacc-2566", "nacc-2567", "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    told = done.stdout
    assert told.startswith("nacc-2567 (35 items) against nacc-2566 (43 items), by topic\n\nnew (1)\n  o29 ")
    assert "\ngone (9)\n  o6 กฎหมายที่เกี่ยวข้อง\n" in told
    assert "\n  o11 → o8 แผนและความก้าวหน้า" in told
    assert "\nreworded (" in told


def test_an_own_pack_is_compared_with_any_year_as_json(command: Command, tmp_path: Path) -> None:
    (tmp_path / "content/frameworks").mkdir(parents=True)
    (tmp_path / "content/frameworks/nacc-2568.yml").write_text(PACK, "utf-8")
    done = command("check", "--packs", "nacc-2565", "NACC-2568.yml", "--format", "json", cwd=tmp_path)
    found = json.loads(done.stdout)
    assert (found["format"], found["before"], found["after"]) == (
        "prongsai/pack-changes/1", "nacc-2565", "nacc-2568"
    )  # fmt: skip
    assert found["new"] == [{"code": "o4", "title": "ข้อมูลเปิด", "topic": "open-data"}]
    assert [(one["before"]["code"], one["after"]["code"]) for one in found["renumbered"]] == [("o7", "o3")]
    assert [one["after"]["title"] for one in found["reworded"]] == ["ข้อมูลผู้บริหารท้องถิ่น"]
    assert len(found["gone"]) == 43 - 3


def test_what_cannot_be_compared_is_said(command: Command, tmp_path: Path) -> None:
    same = command("check", "--packs", "nacc-2566", "nacc-2566", cwd=tmp_path)
    assert (same.returncode, same.stdout.endswith("เลขและชื่อตรงกันทุกข้อ\n")) == (0, True)
    unknown = command("check", "--packs", "nacc-2566", "nacc-2576", cwd=tmp_path)
    assert unknown.returncode == 2
    assert "ไม่มีกรอบ “nacc-2576”" in unknown.stderr
    assert "nacc-2565, nacc-2566, nacc-2567" in unknown.stderr
    form = command("check", "--packs", "nacc-2566", "nacc-2567", "--format", "sarif", cwd=tmp_path)
    assert (form.returncode, "--format text" in form.stderr) == (2, True)
    (tmp_path / "content/frameworks").mkdir(parents=True)
    (tmp_path / "content/frameworks/nacc-2568.yml").write_text(PACK.replace("o4", "o3"), "utf-8")
    broken = command("check", "--packs", "nacc-2567", "nacc-2568", cwd=tmp_path)
    assert broken.returncode == 2
    assert "content/frameworks/nacc-2568.yml:16" in broken.stderr
