"""What an officer's Windows does differently, as far as another system can show it."""

import subprocess
import sys
from pathlib import Path

import pytest

# Every command in one process, on a console that knows no Thai; a text that is read or written in the
# system's own encoding is an error. What MkDocs and others do is theirs.
SCRIPT = """\
import sys, warnings
from pathlib import Path

warnings.filterwarnings("error", category=EncodingWarning, module="prongsai")
from prongsai.cli import main

encoding, folder = sys.argv[1], Path(sys.argv[2])
town, table, document = folder / "town", folder / "table.csv", folder / "แผน.csv"
text = "ข้อ,ข้อมูล,ผู้รับผิดชอบ,ตำแหน่งข้อมูลบนเว็บไซต์\\n"
for number, title in ((1, "โครงสร้าง"), (2, "ข้อมูลผู้บริหาร")):
    text += f"o{number},{title},สำนักปลัด,https://www.test.go.th/{number}\\n"
table.write_text("รายงาน OIT เทศบาลตำบลทดสอบ ปีงบประมาณ พ.ศ. 2566\\n" + text, "utf-8")
document.write_text("เดือน,จำนวน\\nตุลาคม,1\\n", "utf-8")
project = ["--project", str(town)]
for words in (
    ["--help"],
    ["new", str(town), "--name", "เทศบาลตำบลทดสอบ", "--year", "2566"],
    ["add", "o1", str(document), "--keep-name", *project],
    ["add", "o๙๙", str(document), *project],
    ["year", "2567", *project],
    ["year", "2599", *project],
    ["check", *project],
    ["check", "--format", "json", *project],
    ["score", *project],
    ["rule", "A301"],
    ["build", *project],
    ["pages", "--out", str(folder / "pages"), *project],
    ["import", str(table), "--into", str(folder / "imported")],
    ["export", "sheet", "--year", "2566", "--out", str(folder / "oit.xlsx"), *project],
    ["import", str(folder / "oit.xlsx"), "--into", str(town), "--merge", "--yes"],
    ["export", "worklist", "--year", "2566", "--out", str(folder / "work"), *project],
    ["export", "itas", "--year", "2566", "--draft", "--out", str(folder / "filed"), "--address",
     "https://oit.test.invalid/", *project],
    ["publish", "zip", str(folder / "site.zip"), "--dry-run", *project],
    ["build", "--project", str(folder / "nowhere")],
):
    sys.stdout.reconfigure(encoding=encoding, errors="strict")
    sys.stderr.reconfigure(encoding=encoding, errors="strict")
    sys.argv = ["prongsai", *words]
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    print(f"EXIT {code or 0} {words[0]}")
"""


@pytest.mark.parametrize("encoding", ["cp1252", pytest.param("cp874", marks=pytest.mark.more)])
def test_every_command_on_a_console_of_another_code_page(encoding: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", str(script), encoding, str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
        check=False,
        env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C.UTF-8", "PATH": "", "CI": "1"},
    )
    out, told = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == 0, told
    assert "ไม่คาดคิด" not in told, told
    ends = [line.split() for line in out.splitlines() if line.startswith("EXIT ")]
    assert [f"{name} {code}" for _, code, name in ends] == [
        "--help 0", "new 0", "add 0", "add 2", "year 0", "year 2", "check 0", "check 0", "score 0", "rule 0",
        "build 0", "pages 0", "import 0", "export 0", "import 0", "export 0", "export 0", "publish 1",
        "build 2",
    ]  # fmt: skip
    assert (tmp_path / "town/content/2566/data/แผน.csv").is_file()


@pytest.mark.more
def test_nothing_is_used_that_windows_lacks(root: Path, tmp_path: Path) -> None:
    command = ["-m", "mypy", "--platform", "win32", "--cache-dir", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, *command], cwd=root, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout
