"""``prongsai new`` from the outside: questions, options, exit codes, and what is there already."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from prongsai.starting.code_hosts import WHEEL
from tests.starting.conftest import Command

NAME = "เทศบาลตำบลทุ่งตัวอย่าง"


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_new_folder_checks(command: Command, tmp_path: Path) -> None:
    done = command("new", "town", "--name", NAME, "--province", "จ.ตรัง", "--district", "เมือง", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "prongsai serve" in done.stdout
    town = tmp_path / "town"
    agency = (town / "content/agency.yml").read_text("utf-8")
    assert "kind: เทศบาลตำบล\n" in agency
    assert "district: เมืองตรัง\nprovince: ตรัง\n" in agency
    assert not list(tmp_path.rglob(".prongsai-new*"))
    checked = command("check", cwd=town)
    assert "ยังไม่ได้รายงานข้อใดเลย" in checked.stdout
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("host", "places"),
    [
        ("github", [".github/workflows/publish.yml", ".github/workflows/verify.yml"]),
        ("gitlab", [".gitlab-ci.yml"]),
    ],
)
def test_workflows_come_on_request(host: str, places: list[str], command: Command, tmp_path: Path) -> None:
    plain = command("new", tmp_path / "plain", "--name", NAME)
    assert "--workflows github" in plain.stdout
    done = command("new", tmp_path / "town", "--name", NAME, "--workflows", host)
    assert done.returncode == 0, done.stderr
    assert sorted(files(tmp_path / "town").keys() - files(tmp_path / "plain").keys()) == places
    for place in places:
        assert place in done.stdout
        text = (tmp_path / "town" / place).read_text("utf-8")
        assert f"  PRONGSAI: ./{WHEEL}" in text
        assert yaml.safe_load(text)


def test_the_last_framework_is_told_plainly(command: Command, tmp_path: Path) -> None:
    done = command("new", tmp_path / "town", "--name", NAME)
    assert "มีถึงปี 2567" in done.stderr
    assert "--as framework" in done.stderr
    refused = command("new", tmp_path / "other", "--name", NAME, "--year", "2569", "--lang", "en")
    assert refused.returncode == 2
    assert "there is no framework (list of items) of 2569" in refused.stderr
    assert "--framework nacc-2567" in refused.stderr
    assert not (tmp_path / "other").exists()


def test_a_pack_that_lies_in_the_folder_is_used(command: Command, root: Path, tmp_path: Path) -> None:
    pack = (root / "generator/prongsai/frameworks/nacc-2567.yml").read_text("utf-8")
    own = tmp_path / "content/frameworks/nacc-2569.yml"
    own.parent.mkdir(parents=True)
    own.write_text(pack.replace("2567", "2569"), "utf-8")
    done = command("new", ".", "--name", NAME, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "framework: nacc-2569" in (tmp_path / "content/2569/year.yml").read_text("utf-8")
    assert command("check", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "--name"),
        (["--name", "\u200b \u200b"], "--name"),
        (["--name", "… - …"], "ไม่มีตัวอักษรที่มองเห็น"),
        (["--name", "ก" * 4_001], "4,000"),
        (["--name", NAME, "--website", "ftp://x.go.th"], "--website"),
        (["--name", NAME, "--website", "https://a b.go.th"], "--website"),
        (["--name", NAME, "--website", "http://user:pw@x.go.th"], "--website"),
        (["--name", NAME, "--year", "2024"], "2567"),
        (["--name", NAME, "--year", "ปีหน้า"], "ปีหน้า"),
        (["--name", NAME, "--framework", "nacc-2657"], "nacc-2567"),
    ],
)
def test_what_cannot_be_used_is_told_and_nothing_written(
    options: list[str], told: str, command: Command, tmp_path: Path
) -> None:
    done = command("new", tmp_path / "town", *options)
    assert done.returncode == 2, done.stdout
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "town").exists()


def test_nothing_that_is_there_is_overwritten(command: Command, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/agency.yml").write_text("name: เดิม\n", "utf-8")
    (tmp_path / "notes.txt").write_text("เดิม", "utf-8")
    before = files(tmp_path)
    done = command("new", tmp_path, "--name", NAME)
    assert done.returncode == 2
    assert "content/agency.yml" in done.stderr
    assert files(tmp_path) == before
    (tmp_path / "content/agency.yml").unlink()
    assert command("new", tmp_path, "--name", NAME).returncode == 0
    assert (tmp_path / "notes.txt").read_text("utf-8") == "เดิม"
    again = command("new", tmp_path, "--name", "อื่น")
    assert again.returncode == 2


def test_a_table_is_imported_into_what_was_begun(command: Command, tmp_path: Path) -> None:
    table = "รายงาน OIT เทศบาลตำบลทุ่งตัวอย่าง ปีงบประมาณ พ.ศ. 2566\nข้อ,ข้อมูล,ผู้รับผิดชอบ,ตำแหน่งข้อมูลบนเว็บไซต์\n"
    table += "o1,โครงสร้าง,สำนักปลัด,https://www.test.go.th/1\no2,ข้อมูลผู้บริหาร,กองคลัง,https://www.test.go.th/2\n"
    (tmp_path / "table.csv").write_text(table, "utf-8")
    town = tmp_path / "town"
    command("new", town, "--name", NAME, "--year", "2566")
    done = command("import", tmp_path / "table.csv", "--into", town, "--merge", "--yes")
    assert done.returncode == 0, done.stderr
    text = (town / "content/2566/o1.md").read_text("utf-8")
    assert "responsible:\n  - สำนักปลัด\n" in text
    assert "    url: https://www.test.go.th/1\n" in text
    assert "# ต้องแสดง" in text
    assert command("check", "--project", town).returncode == 0


def test_names_are_kept_as_they_look(command: Command, tmp_path: Path) -> None:
    done = command("new", tmp_path, "--name", "  เทศบาล\u200bตำบลนํ้าใส\ufeff  ")
    assert done.returncode == 0
    assert "name: เทศบาลตำบลน้ำใส\nkind: เทศบาลตำบล\n" in (tmp_path / "content/agency.yml").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_told(command: Command, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = command("new", tmp_path / "file", "--name", NAME)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "เขียน" in done.stderr
    assert files(tmp_path) == {"file": b""}


def answered(folder: Path, text: str) -> tuple[int, str]:
    """How ``prongsai new town`` ends on a terminal on which ``text`` is typed, and what it said."""
    import pty

    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    main, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "prongsai", "new", "town"],
        cwd=folder, stdin=side, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        env={**environment, "PYTHONUTF8": "1"},
    )  # fmt: skip
    os.close(side)
    os.write(main, text.encode())
    out, _ = process.communicate(timeout=60)
    os.close(main)
    return process.returncode, out.decode()


def test_questions_on_a_terminal(tmp_path: Path) -> None:
    answers = ["", NAME, "", "ตรัง", "", "", "not an address", "http://x.go.th", "2599", "2566"]
    code, told = answered(tmp_path, "".join(f"{answer}\n" for answer in answers))
    assert code == 0, told
    assert "เว้นว่างได้" in told
    assert "ยังไม่มีกรอบ (รายการข้อ) ของปี 2599" in told
    agency = (tmp_path / "town/content/agency.yml").read_text("utf-8")
    assert f"name: {NAME}\nkind: เทศบาลตำบล\n" in agency
    assert "website: http://x.go.th\n" in agency
    assert (tmp_path / "town/content/2566/o43.md").is_file()


def test_questions_may_be_left(tmp_path: Path) -> None:
    code, told = answered(tmp_path, f"{NAME}\n\x04")
    assert code == 2
    assert "ยกเลิกแล้ว ยังไม่ได้เขียนอะไร" in told
    assert not (tmp_path / "town").exists()
