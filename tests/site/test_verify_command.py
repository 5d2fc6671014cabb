"""``verify`` as a person meets it: ages, filing, forms, faults in what was given, a machine offline."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from subprocess import PIPE
from typing import IO, Any

import pytest
from sarif_pydantic import Sarif

from prongsai.evidence import offline
from tests.running import run_here
from tests.site.web import Server, page, pdf, served


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Server]:
    """A town's web site."""
    folder = tmp_path / "web"
    folder.mkdir()
    (folder / "contact.html").write_text(page("ติดต่อเรา"), "utf-8")
    (folder / "plan.pdf").write_bytes(pdf("แผน"))
    with served(folder) as server:
        yield server


Project = Callable[..., Path]


@pytest.fixture
def project(town: Path, web: Server) -> Project:
    """The town with links: ``o5`` of 2566 to all given paths, ``o1`` of 2567 to the first."""

    def write(*paths: str, host: str = web.host) -> Path:
        urls = [path if ":" in path else f"http://{host}{path}" for path in paths]
        listed = "".join(f'  - {{title: หลักฐาน, url: "{url}"}}\n' for url in urls)
        (town / "content/2566/o5.md").write_text(f"---\nreported: done\nevidence:\n{listed}---\n", "utf-8")
        year = town / "content/2567"
        year.mkdir(exist_ok=True)
        (year / "o1.md").write_text(
            f'---\nreported: done\nevidence:\n  - {{title: หลักฐาน, url: "{urls[0]}"}}\n---\n', "utf-8"
        )
        return town

    return write


def verified(town: Path, web: Server, *words: str | Path) -> "Any":
    return run_here("verify", "--project", town, "--allow", web.host, *words)


def lock_of(town: Path) -> Path:
    return town / "content/receipts.lock.json"


def kept(town: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(lock_of(town).read_text("utf-8"))["receipts"]
    return found


def set_looked(town: Path, path: str, when: datetime) -> None:
    """Make the receipt of ``path`` say another time of its look."""
    document = json.loads(lock_of(town).read_text("utf-8"))
    (found,) = [receipt for url, receipt in document["receipts"].items() if url.endswith(path)]
    found["checked_at"] = when.isoformat(timespec="seconds")
    lock_of(town).write_text(json.dumps(document, ensure_ascii=False), "utf-8")


# what is told


def test_the_report_tells_by_item_what_to_do(project: Project, web: Server) -> None:
    town = project("/contact.html", "/gone.pdf")
    done = verified(town, web)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "ต้องแก้ 1"
    place = lines.index("2566/o5 ข้อมูลการติดต่อ") if "2566/o5 ข้อมูลการติดต่อ" in lines else 2
    assert lines[place].startswith("2566/o5 ")
    assert lines[place + 1] == f"  http://{web.host}/gone.pdf"
    assert "(not_found)" in lines[place + 2]
    assert lines[place + 3].startswith("    แก้: ")
    assert lines[-1] == "ผ่าน 1, เสีย 1, ไม่แน่ชัด 0"


def test_a_project_without_links_is_told_so_kindly(town: Path) -> None:
    (town / "content/2566/o5.md").unlink()
    done = run_here("verify", "--project", town)
    assert done.returncode == 0
    assert done.stdout.startswith("ยังไม่มีลิงก์หลักฐานให้ตรวจ")
    assert not lock_of(town).exists()
    done = run_here("verify", "--project", town, "--format", "json")
    assert json.loads(done.stdout) == {"format": "prongsai/receipts/1", "receipts": []}


def test_sarif_points_at_the_line_of_each_evidence(project: Project, web: Server) -> None:
    town = project("/gone.pdf", "/contact.html")
    done = verified(town, web, "--format", "sarif")
    assert done.returncode == 1
    Sarif.model_validate_json(done.stdout)
    results = json.loads(done.stdout)["runs"][0]["results"]
    places = [
        (
            place["artifactLocation"]["uri"],
            place["region"]["startLine"],
            (town / place["artifactLocation"]["uri"])
            .read_text("utf-8")
            .splitlines()[place["region"]["startLine"] - 1],
        )
        for result in results
        for place in [result["locations"][0]["physicalLocation"]]
    ]
    assert [(path, line) for path, line, _ in places] == [
        ("content/2567/o1.md", 4),
        ("content/2566/o5.md", 4),
    ]
    assert all("/gone.pdf" in text for _, _, text in places)
    assert {result["level"] for result in results} == {"error"}
    assert {result["ruleId"] for result in results} == {"not_found"}


def test_a_list_is_pointed_at_by_its_lines(web: Server, tmp_path: Path) -> None:
    links = tmp_path / "links.jsonl"
    urls = [f"http://{web.host}/contact.html", f"http://{web.host}/gone", f"http://{web.host}/gone"]
    links.write_text("\n\n".join(json.dumps({"url": url}) for url in urls), "utf-8")
    done = run_here("verify", "--links", links, "--allow", web.host, "--format", "github")
    assert [line.split("line=")[1].split(",")[0] for line in done.stdout.splitlines()] == ["3", "5"]
    done = run_here("verify", "--links", links, "--allow", web.host, "--format", "junit")
    suites = ET.fromstring(done.stdout)
    assert (suites.get("tests"), suites.get("failures"), suites.get("skipped")) == ("3", "2", None)


def test_unknown_is_skipped_and_no_failure(project: Project, web: Server) -> None:
    sock = socket.socket()
    sock.bind(("127.0.0.1", 0))
    dead = f"127.0.0.1:{sock.getsockname()[1]}"
    town = project("/contact.html", f"http://{dead}/x.pdf")
    words = ("--allow", dead, "--format")
    done = verified(town, web, *words, "junit")
    sock.close()
    assert done.returncode == 0
    suites = ET.fromstring(done.stdout)
    (skipped,) = suites.iter("skipped")
    assert skipped.get("type") == "connect_error"
    done = verified(town, web, *words, "sarif")
    assert [one["level"] for one in json.loads(done.stdout)["runs"][0]["results"]] == ["note"]


def test_the_issue_lists_what_broke(project: Project, web: Server) -> None:
    town = project("/contact.html", "/gone.pdf")
    done = verified(town, web, "--format", "markdown")
    assert done.stdout.startswith("## ลิงก์หลักฐานที่ต้องแก้ 1\n")
    assert f"- [ ] **ไม่พบหน้าหรือไฟล์** `http://{web.host}/gone.pdf`" in done.stdout
    (town / "content/2566/o5.md").unlink()
    done = verified(town, web, "--format", "markdown")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "## ลิงก์หลักฐานเปิดได้ทุกลิงก์")


def test_a_terminal_sees_a_bar_and_nobody_else(project: Project, web: Server) -> None:
    town = project("/contact.html", "/gone.pdf")
    web.slow["/contact.html"] = 1.0
    words = [sys.executable, "-m", "prongsai", "verify", "--allow", web.host]
    for quiet in ([], ["--quiet"]):
        near, far = os.openpty()
        with os.fdopen(near, "rb", buffering=0) as terminal:
            done = subprocess.run(
                [*words, *quiet], cwd=town, stdout=PIPE, stderr=far, timeout=120, check=False,
                env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
            )  # fmt: skip
            os.close(far)
            seen = b"".join(_read(terminal)).decode("utf-8", "replace")
        assert done.returncode == 1
        assert "กำลังเปิดดู" not in done.stdout.decode("utf-8")
        assert ("กำลังเปิดดู (เสีย 1, ไม่แน่ชัด 0)" in seen) is (not quiet)
    assert "กำลังเปิดดู" not in verified(town, web).stderr


def _read(terminal: IO[bytes]) -> Iterator[bytes]:
    """What was written to a terminal; its end is an error where the system is Linux."""
    with suppress(OSError):
        while piece := terminal.read(4096):
            yield piece


# ages


def test_only_what_is_due_is_looked_at(project: Project, web: Server) -> None:
    town = project("/contact.html", "/plan.pdf", "/gone.pdf")
    assert verified(town, web).returncode == 1
    web.asked.clear()
    done = verified(town, web, "--max-age", "๗d", "--format", "json")
    assert [one["verdict"] for one in json.loads(done.stdout)["receipts"]] == ["ok", "ok", "not_found"]
    assert [path for path in web.asked if path in ("/contact.html", "/plan.pdf", "/gone.pdf")] == [
        "/gone.pdf"
    ]
    set_looked(town, "/plan.pdf", datetime.now(UTC) - timedelta(days=8))
    set_looked(town, "/contact.html", datetime.now(UTC) + timedelta(days=300))
    web.asked.clear()
    verified(town, web, "--max-age", "1w")
    assert {"/contact.html", "/plan.pdf"} <= set(web.asked)
    assert len(kept(town)) == 3


@pytest.mark.parametrize("text", ["7", "d", "-1d", "7y", "99999999999d", "7d7d", "", "๗"])
def test_an_age_that_is_none(text: str, town: Path) -> None:
    done = run_here("verify", "--project", town, "--max-age", text)
    assert (done.returncode, done.stdout) == (2, "")
    assert "7d" in done.stderr


def test_a_receipt_that_stands_is_of_the_items_of_today(project: Project, web: Server) -> None:
    town = project("/contact.html")
    verified(town, web)
    (town / "content/2567/o1.md").unlink()
    web.asked.clear()
    done = verified(town, web, "--max-age", "1d", "--format", "json")
    assert web.asked == []
    (receipt,) = json.loads(done.stdout)["receipts"]
    assert receipt["items"] == ["2566/o5"]
    assert kept(town)[receipt["url"]]["items"] == ["2566/o5"]


def test_a_year_alone_is_looked_at_and_the_rest_stays(project: Project, web: Server) -> None:
    town = project("/contact.html", "/plan.pdf")
    verified(town, web)
    before = kept(town)
    web.asked.clear()
    done = verified(town, web, "--year", "67", "--format", "json")
    assert [one["url"] for one in json.loads(done.stdout)["receipts"]] == [f"http://{web.host}/contact.html"]
    assert "/plan.pdf" not in web.asked
    assert kept(town).keys() == before.keys()
    done = verified(town, web, "--year", "2560")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2567, 2566" in done.stderr


# accepting


def test_a_lawful_update_is_accepted_however_it_is_written(
    project: Project, web: Server, tmp_path: Path
) -> None:
    (tmp_path / "web/แผน ๒.pdf").write_bytes(pdf("หนึ่ง"))
    town = project("/contact.html", "/แผน ๒.pdf")
    assert verified(town, web).returncode == 0
    (tmp_path / "web/แผน ๒.pdf").write_bytes(pdf("สอง"))
    assert "(changed)" in verified(town, web).stdout
    escaped = f"http://{web.host}/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B9%92.pdf"
    assert verified(town, web, "--accept", escaped, "--max-age", "7d").returncode == 0
    assert verified(town, web).returncode == 0


def test_an_address_that_is_no_evidence_is_not_accepted(project: Project, web: Server) -> None:
    town = project("/contact.html", "/plan.pdf")
    done = verified(town, web, "--accept", f"http://{web.host}/plam.pdf")
    assert (done.returncode, done.stdout, web.asked) == (2, "", [])
    assert f"http://{web.host}/plan.pdf" in done.stderr


def test_a_list_takes_an_update_too(web: Server, tmp_path: Path) -> None:
    links, url = tmp_path / "links.jsonl", f"http://{web.host}/plan.pdf"
    links.write_text(json.dumps({"url": url, "sha256": "0" * 64}), "utf-8")
    words = ("verify", "--links", links, "--allow", web.host)
    assert "(changed)" in run_here(*words).stdout
    assert run_here(*words, "--accept", url).returncode == 0


# filing


def test_receipts_are_filed_once(project: Project, web: Server) -> None:
    town = project("/contact.html", "/gone.pdf")
    done = verified(town, web, "--as-filed", "๒๕๖๖")
    assert done.returncode == 1
    path = town / "content/2566/receipts.filed.json"
    filed = json.loads(path.read_text("utf-8"))
    assert list(filed) == ["format", "fiscal_year", "filed_at", "receipts"]
    assert (filed["format"], filed["fiscal_year"]) == ("prongsai/receipts-lock/1", 2566)
    assert datetime.fromisoformat(filed["filed_at"]).tzinfo is not None
    assert [one["items"] for one in filed["receipts"].values()] == [["2566/o5"], ["2566/o5"]]
    assert kept(town)[f"http://{web.host}/contact.html"]["items"] == ["2567/o1", "2566/o5"]
    told = run_here("check", "--project", town, "--format", "json")
    assert "filed" not in told.stdout
    before = path.read_bytes()
    web.asked.clear()
    done = verified(town, web, "--as-filed", "2566")
    assert (done.returncode, done.stdout, web.asked) == (2, "", [])
    assert "receipts.filed.json" in done.stderr
    assert path.read_bytes() == before
    assert [name.name for name in path.parent.iterdir() if "filed" in name.name] == ["receipts.filed.json"]


@pytest.mark.parametrize("year", ["2560", "66x", "2023", ""])
def test_a_year_that_cannot_be_filed(year: str, project: Project, web: Server) -> None:
    done = verified(project("/contact.html"), web, "--as-filed", year)
    assert (done.returncode, done.stdout, web.asked) == (2, "", [])


# faults in what was given


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--allow", "nonsense"], "nonsense"),
        (["--allow", "10.0.0.0/99"], "10.0.0.0/99"),
        (["--allow", "host:99999"], "host:99999"),
        (["--own-host", "https://www.example.go.th/x"], "www.example.go.th"),
        (["--own-host", "a b"], "a b"),
        (["--own-host", ""], "--own-host"),
        (["--ca", "missing.pem"], "missing.pem"),
        (["--ca", "."], "--ca"),
        (["--ca", "mkdocs.yml"], "PEM"),
        (["--site", "https://x.invalid", "--links", "x"], "--links"),
        (["--receipts", "x.json"], "--site"),
        (["--site", "https://x.invalid", "--max-age", "7d"], "--receipts"),
        (["--as-filed", "2566", "--year", "2566"], "--year"),
        (["--links", "x", "--year", "2566"], "--year"),
        (["--links", "missing.jsonl"], "missing.jsonl"),
    ],
)
def test_what_cannot_be_used_is_named(
    words: list[str], named: str, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(town)
    for lang in ("th", "en"):
        done = run_here("verify", *words, "--lang", lang)
        assert (done.returncode, done.stdout) == (2, ""), done.stderr
        assert named in done.stderr
        assert "Traceback" not in done.stderr
        assert "unexpected" not in done.stderr


def test_receipts_that_cannot_be_written_are_told_after_the_result(project: Project, web: Server) -> None:
    town = project("/contact.html")
    blocked = town / "content/.receipts.lock.json.new"
    blocked.mkdir()  # what is written beside the lock first cannot be
    done = verified(town, web)
    assert done.returncode == 2
    assert "ผ่าน 1" in done.stdout
    assert "receipts.lock.json" in done.stderr
    assert not lock_of(town).exists()
    assert stat.S_ISDIR(blocked.stat().st_mode)


# a machine offline


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says of every name where there is no network."""

    def refuse(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("count", [1, 2, 5])
def test_offline_nothing_is_recorded(count: int, project: Project, web: Server) -> None:
    town = project(*(f"http://host{number}.example.go.th/plan.pdf" for number in range(count)))
    lock_of(town).write_text('{"format": "prongsai/receipts-lock/1", "receipts": {}}\n', "utf-8")
    before = lock_of(town).read_bytes()
    done = verified(town, web)
    assert (done.returncode, done.stdout) == (2, "")
    assert "ไม่มีอินเทอร์เน็ต?" in done.stderr
    assert lock_of(town).read_bytes() == before


@pytest.mark.usefixtures("no_network")
def test_one_answer_proves_a_network(project: Project, web: Server) -> None:
    town = project("/contact.html", "http://www.example.go.th/x.pdf")
    done = verified(town, web)
    assert done.returncode == 1
    assert kept(town)["http://www.example.go.th/x.pdf"]["verdict"] == "dns_error"


def test_a_dead_host_is_recorded_where_names_resolve(
    project: Project, web: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def answer(host: str, *rest: Any, **more: Any) -> list[Any]:
        if host == offline.CONTROL:
            return real("127.0.0.1", None)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    town = project("http://www.example.go.th/x.pdf")
    assert verified(town, web).returncode == 1
    assert kept(town)["http://www.example.go.th/x.pdf"]["failures"] == 1


# interrupted


def test_what_is_done_is_kept_and_a_second_run_goes_on(project: Project, web: Server) -> None:
    town = project("/contact.html", "/gone.pdf", "/plan.pdf")
    web.slow["/plan.pdf"] = 60
    words = [sys.executable, "-m", "prongsai", "verify", "--allow", web.host]
    with subprocess.Popen(words, cwd=town, stdout=PIPE, stderr=PIPE, encoding="utf-8") as running:
        deadline = time.monotonic() + 60
        while not {"/contact.html", "/gone.pdf", "/plan.pdf"} <= set(web.asked):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(1.5)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, "")
    assert "2/3" in err
    assert "Traceback" not in err
    assert [one["verdict"] for one in kept(town).values()] == ["ok", "not_found"]
    web.slow.clear()
    web.asked.clear()
    done = verified(town, web)
    assert done.returncode == 1
    assert "/contact.html" not in web.asked
    assert {"/gone.pdf", "/plan.pdf"} <= set(web.asked)
    assert "unfinished" not in json.loads(lock_of(town).read_text("utf-8"))
    assert len(kept(town)) == 3


def test_a_run_that_was_broken_off_long_ago_is_not_continued(project: Project, web: Server) -> None:
    town = project("/contact.html", "/plan.pdf")
    verified(town, web)
    document = json.loads(lock_of(town).read_text("utf-8"))
    began = (datetime.now(UTC) - timedelta(days=3)).isoformat(timespec="seconds")
    document = {"format": document["format"], "unfinished": began, "receipts": document["receipts"]}
    lock_of(town).write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")
    web.asked.clear()
    assert verified(town, web).returncode == 0
    assert {"/contact.html", "/plan.pdf"} <= set(web.asked)
