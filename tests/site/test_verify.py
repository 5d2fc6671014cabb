"""``verify`` as a person or a program calls it, over a real server on this machine."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import Run
from tests.serving import folder_served

PAGE = (
    "<!doctype html><html lang=th><head><meta charset=utf-8><title>ติดต่อเรา</title></head>"
    "<body><h1>ติดต่อเรา</h1>"
    "<p>สำนักงานเทศบาลตำบลทดสอบ เลขที่ 1 ถนนทดสอบ ตำบลทดสอบ เปิดวันจันทร์ถึงวันศุกร์ เวลา 08.30 ถึง 16.30 น.</p>"
    "</body></html>"
)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """A town's web site with one page and one document."""
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "contact.html").write_text(PAGE, "utf-8")
    (folder / "notes.txt").write_text("บันทึก\n", "utf-8")
    with folder_served(folder) as root:
        yield urlsplit(root).netloc


def test_a_list_is_judged_in_its_order(host: str, tmp_path: Path, program: Run) -> None:
    wanted = [
        f"http://{host}/contact.html",
        f"http://{host}/gone.pdf",
        "http://10.0.0.1/",
        "ftp://x.invalid/",
    ]
    links = tmp_path / "links.jsonl"
    links.write_text("\n".join(json.dumps({"url": url}) for url in wanted), "utf-8")
    done = program("verify", "--links", links, "--allow", host, "--format", "json", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    document = json.loads(done.stdout)
    assert document["format"] == "prongsai/receipts/1"
    assert [receipt["url"] for receipt in document["receipts"]] == wanted
    assert [receipt["verdict"] for receipt in document["receipts"]] == [
        "ok",
        "not_found",
        "ssrf_blocked",
        "invalid_url",
    ]
    assert [receipt["class"] for receipt in document["receipts"]] == ["pass", "fail", "fail", "fail"]


def test_own_hosts_are_the_only_right_ones(host: str, tmp_path: Path, prongsai: Run) -> None:
    links = tmp_path / "links.jsonl"
    links.write_text(json.dumps({"url": f"http://{host}/contact.html"}), "utf-8")
    words = ("verify", "--links", links, "--allow", host, "--format", "json", "--own-host")
    assert prongsai(*words, host, cwd=tmp_path).returncode == 0
    done = prongsai(*words, "www.other.invalid", cwd=tmp_path)
    assert [receipt["verdict"] for receipt in json.loads(done.stdout)["receipts"]] == ["wrong_host"]


@pytest.mark.parametrize(
    "text", ["x\n", '{"u": 1}', '{"url": 5}', '{"url": "http://a.invalid", "expect": "film"}']
)
def test_a_broken_list_is_told_with_its_line(text: str, tmp_path: Path, prongsai: Run) -> None:
    (tmp_path / "links.jsonl").write_text("\n" + text, "utf-8")
    done = prongsai("verify", "--links", "links.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "links.jsonl:2:1" in done.stderr


def test_a_projects_receipts_are_kept_and_a_broken_lock_is_put_aside(
    town: Path, host: str, prongsai: Run
) -> None:
    (town / "content/2566/o5.md").write_text(
        f'---\nreported: done\nevidence:\n  - {{title: ติดต่อ, url: "http://{host}/contact.html"}}\n---\n',
        "utf-8",
    )
    lock = town / "content/receipts.lock.json"
    first = prongsai("verify", "--allow", host, cwd=town)
    assert first.returncode == 0, first.stderr
    kept = json.loads(lock.read_text("utf-8"))["receipts"][f"http://{host}/contact.html"]
    assert (kept["verdict"], kept["items"]) == ("ok", ["2566/o5"])
    checked = prongsai("check", "--format", "json", cwd=town)
    assert "receipts.lock.json" not in checked.stdout
    assert prongsai("build", cwd=town).returncode == 0
    lock.write_text("{broken", "utf-8")
    again = prongsai("verify", "--allow", host, cwd=town)
    assert again.returncode == 0
    assert "receipts.lock.json.broken-1" in again.stderr
    assert (town / "content/receipts.lock.json.broken-1").read_text("utf-8") == "{broken"
    assert json.loads(lock.read_text("utf-8"))["format"] == "prongsai/receipts-lock/1"


def test_sources_that_cannot_be_read(town: Path, prongsai: Run) -> None:
    (town / "content/agency.yml").unlink()
    done = prongsai("verify", cwd=town)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
