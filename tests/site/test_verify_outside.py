"""``verify --site``: a published site judged by its own data, over a real server on this machine."""

import gzip
import hashlib
import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.running import run_here
from tests.site.web import Server, page, pdf, served


@dataclass
class Outside:
    """A built site in a subfolder of a served folder, and the town's own web site beside it."""

    web: Server
    other: Server
    site: Path
    run: Callable[..., "subprocess.CompletedProcess[str]"]

    @property
    def address(self) -> str:
        return f"http://{self.web.host}/oit/"

    def judged(self, *words: str | Path) -> dict[str, Any]:
        """The JSON document of a run."""
        done = self.run(*words, "--format", "json")
        assert done.returncode in (0, 1), done.stderr
        document: dict[str, Any] = json.loads(done.stdout)
        return document

    def verdicts(self, *words: str | Path) -> dict[str, str]:
        """The verdicts by address, without the server's name, and without pages that are well."""
        return {
            one["url"].removeprefix(f"http://{self.web.host}"): one["verdict"]
            for one in self.judged(*words)["receipts"]
            if not (one["page"] and one["verdict"] == "ok")
        }

    def edit(self, name: str, change: Callable[[Any], None]) -> None:
        """Change a published file, as somebody with the server's password could."""
        path = self.site / "data" / name
        document = json.loads(path.read_text("utf-8"))
        change(document)
        path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, prongsai: Run) -> Path:
    """A town's built site: a document held on it, its name Thai with a sign in it; one link; one item nil."""
    root = tmp_path_factory.mktemp("town")
    year = root / "content/2566"
    (year / "files").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(
        "site_name: ทดสอบ\ndocs_dir: content\ntheme: {name: prongsai}\nplugins: [prongsai]\n", "utf-8"
    )
    (root / "content/agency.yml").write_text(
        "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\nwebsite: http://WEB\nhosts: [WEB]\n", "utf-8"
    )
    (year / "o1.md").write_text(
        "---\nreported: done\nevidence:\n  - {title: โครงสร้าง, file: 'files/ผัง #1 100%.pdf'}\n"
        '  - {title: ติดต่อ, url: "http://WEB/contact.html"}\n---\n',
        "utf-8",
    )
    (year / "o4.md").write_text(
        '---\nreported: done\nevidence:\n  - {title: ที่อื่น, url: "http://OTHER/elsewhere.html"}\n---\n', "utf-8"
    )
    (year / "files/ผัง #1 100%.pdf").write_bytes(pdf("ผัง"))
    site = tmp_path_factory.mktemp("built") / "site"
    sources = {
        path: path.read_text("utf-8")
        for path in (root / "content/agency.yml", year / "o1.md", year / "o4.md")
    }
    for path, text in sources.items():
        path.write_text(text.replace("WEB", "web.invalid").replace("OTHER", "other.invalid"), "utf-8")
    done = prongsai("build", "--project", root, "--site-dir", site)
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture
def outside(built: Path, tmp_path: Path) -> Iterator[Outside]:
    """The site as it is published, but that its data name four items: a visit of all takes long."""
    folder, elsewhere = tmp_path / "web", tmp_path / "other"
    shutil.copytree(built, folder / "oit")
    elsewhere.mkdir()
    (folder / "contact.html").write_text(page("ติดต่อเรา"), "utf-8")
    (elsewhere / "elsewhere.html").write_text(page("ประกาศของที่อื่น"), "utf-8")
    with served(folder) as web, served(elsewhere) as other:
        for path in (folder / "oit/data").rglob("*.json"):
            text = path.read_text("utf-8")
            path.write_text(
                text.replace("web.invalid", web.host).replace("other.invalid", other.host), "utf-8"
            )

        def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
            address = words[0] if words and str(words[0]).startswith("http") else f"http://{web.host}/oit/"
            rest = words[1:] if words and str(words[0]).startswith("http") else words
            return run_here("verify", "--site", address, "--allow", web.host, "--allow", other.host, *rest)

        found = Outside(web, other, folder / "oit", run)
        (folder / "whole.json").write_bytes((folder / "oit/data/2566/oit.json").read_bytes())
        found.edit("2566/oit.json", lambda oit: oit.update(items=oit["items"][:4]))
        yield found


HELD = "/oit/2566/files/ผัง %231 100%25.pdf"


def test_a_site_is_judged_by_its_own_data(outside: Outside) -> None:
    document = outside.judged()
    assert document["format"] == "prongsai/receipts/1"
    assert document["site"]["url"] == outside.address
    assert document["site"]["years"] == [2566]
    assert outside.verdicts() == {
        HELD: "ok",
        "/contact.html": "ok",
        f"http://{outside.other.host}/elsewhere.html": "wrong_host",
    }
    pages = [one for one in document["receipts"] if one["page"]]
    assert len(pages) == 4
    assert {one["verdict"] for one in pages} == {"ok"}
    assert pages[0]["items"] == ["2566/o1"]
    held = next(one for one in document["receipts"] if one["url"].endswith("pdf"))
    assert held["items"] == ["2566/o1"]
    assert held["sha256"] == hashlib.sha256(pdf("ผัง")).hexdigest()
    assert not list(outside.site.parent.parent.glob("*.json"))


def test_every_items_page_answers_even_where_nothing_is_reported(outside: Outside) -> None:
    shutil.move(outside.site.parent / "whole.json", outside.site / "data/2566/oit.json")
    pages = [one for one in outside.judged()["receipts"] if one["page"]]
    assert len(pages) == 43
    assert {one["verdict"] for one in pages} == {"ok"}


@pytest.mark.parametrize("tail", ["", "/", "/index.html", "/2566/o1/", "/2566/o1/index.html?x=1#top", "//"])
def test_any_address_of_the_site_leads_to_its_root(tail: str, outside: Outside) -> None:
    found = outside.judged(f"http://{outside.web.host}/oit{tail}", "--year", "66")
    assert found["site"]["url"] == outside.address


def test_a_site_that_moved_is_followed(outside: Outside) -> None:
    outside.web.moves["/old/data/index.json"] = "/oit/data/index.json"
    assert outside.judged(f"http://{outside.web.host}/old/")["site"]["url"] == outside.address


def test_a_file_that_was_replaced_has_changed(outside: Outside) -> None:
    (outside.site / "2566/files/ผัง #1 100%.pdf").write_bytes(pdf("แก้แล้ว"))
    assert outside.verdicts()[HELD] == "changed"


def test_a_page_that_is_gone_fails_for_its_item(outside: Outside) -> None:
    shutil.rmtree(outside.site / "2566/o2")
    done = outside.run()
    assert done.returncode == 1
    assert "2566/o2" in done.stdout
    assert outside.verdicts()["/oit/2566/o2/"] == "not_found"


def test_own_hosts_can_be_named_by_the_reader(outside: Outside) -> None:
    found = outside.verdicts("--own-host", outside.other.host)
    assert found[f"http://{outside.other.host}/elsewhere.html"] == "ok"
    assert found["/contact.html"] == "wrong_host"


def test_a_topic_of_the_site_does_not_excuse_a_foreign_host(outside: Outside) -> None:
    def claim(oit: Any) -> None:
        for item in oit["items"]:
            item["topic"] = "social-media"

    outside.edit("2566/oit.json", claim)
    assert outside.verdicts()[f"http://{outside.other.host}/elsewhere.html"] == "wrong_host"


@pytest.mark.parametrize(
    "trick",
    [
        "../../secret.html",
        "2566/files/../../../secret.html",
        "2566/files/%2e%2e/%2E%2E/%2e%2e/secret.html",
        "2566/files/%252e%252e/secret.html",
        "/secret.html",
        "//127.0.0.1:1/secret.html",
        "\\\\127.0.0.1\\secret.html",
        "2566\\..\\..\\secret.html",
        "http:secret.html",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "",
    ],
)
def test_tricks_with_addresses_lead_nowhere(trick: str, outside: Outside) -> None:
    (outside.site.parent / "secret.html").write_text(page("ความลับ"), "utf-8")

    def plant(oit: Any) -> None:
        oit["items"][0]["evidence"][0]["url"] = trick
        oit["items"][1]["page"] = trick or "x/../../y"

    outside.edit("2566/oit.json", plant)
    verdicts = outside.verdicts()
    assert verdicts[trick] == "invalid_url"
    assert not [path for path in outside.web.asked if "secret" in path or "etc" in path]


def test_what_the_site_shows_is_compared(outside: Outside) -> None:
    def show(oit: Any) -> None:
        receipt = {
            "verdict": "ok",
            "class": "pass",
            "checked_at": "2023-03-05T01:00:00+00:00",
            "sha256": None,
        }
        for item in oit["items"]:
            for evidence in item["evidence"]:
                evidence["receipt"] = receipt

    outside.edit("2566/oit.json", show)
    (outside.site.parent / "contact.html").unlink()
    text = outside.run().stdout
    assert "ต่างจากที่เว็บไซต์แสดง 2" in text
    assert "5 มี.ค. 2566" in text
    shown = {one["url"]: one["shown"] for one in outside.judged()["receipts"]}
    assert shown[f"http://{outside.web.host}/contact.html"]["verdict"] == "ok"


def test_receipts_of_ones_own_are_kept_only_on_request(outside: Outside, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    (outside.site.parent / "plan.pdf").write_bytes(pdf("แผน"))

    def link(oit: Any) -> None:
        oit["items"][2]["evidence"] = [{"title": "แผน", "url": f"http://{outside.web.host}/plan.pdf"}]

    outside.edit("2566/oit.json", link)
    assert outside.verdicts("--receipts", mine)["/plan.pdf"] == "ok"
    (outside.site.parent / "plan.pdf").write_bytes(pdf("แผนใหม่"))
    outside.web.asked.clear()
    assert outside.verdicts("--receipts", mine)["/plan.pdf"] == "changed"
    taken = outside.verdicts("--receipts", mine, "--accept", f"http://{outside.web.host}/plan.pdf")
    assert taken["/plan.pdf"] == "ok"
    outside.web.asked.clear()
    again = outside.judged("--receipts", mine, "--max-age", "7d")
    assert len(again["receipts"]) == 8
    assert "/plan.pdf" not in outside.web.asked
    assert "/oit/2566/o1/" not in outside.web.asked


def test_years_are_chosen(outside: Outside) -> None:
    assert outside.judged("--year", "๒๕๖๖")["site"]["years"] == [2566]
    done = outside.run("--year", "2560")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2566" in done.stderr


def test_a_private_site_is_refused_unless_named(outside: Outside) -> None:
    done = run_here("verify", "--site", outside.address)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--allow" in done.stderr
    assert outside.web.asked == []


def test_a_site_may_not_lead_to_a_private_address(outside: Outside) -> None:
    canary = outside.other
    outside.web.moves["/oit/data/index.json"] = f"http://{canary.host}/data/index.json"
    done = run_here("verify", "--site", outside.address, "--allow", outside.web.host)
    assert done.returncode == 2
    assert canary.asked == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("index.json", b"<html><title>x</title></html>"),
        ("index.json", b"[" * 5_000_000),
        ("index.json", b'{"format": "prongsai/index/1", "years": ' + b"[" * 100_000),
        ("index.json", b'{"format": "prongsai/index/9", "years": []}'),
        ("index.json", b'{"format": "prongsai/index/1", "years": [{"fiscal_year": 9' + b"9" * 9_000 + b"}]}"),
        (
            "index.json",
            b'{"format": "prongsai/index/1", "years": [{"fiscal_year": 2566, "files": {}}], "files": {}}',
        ),
        ("agency.json", b""),
        ("2566/oit.json", b'{"format": "prongsai/oit/1", "fiscal_year": 2566, "items": [{"code": "../x"}]}'),
        ("2566/oit.json", b'{"format": "prongsai/oit/1", "fiscal_year": 2565, "items": []}'),
        (
            "2566/oit.json",
            b'{"format": "prongsai/oit/1", "fiscal_year": 2566, "items": [' + b"[]," * 300_000 + b"[]]}",
        ),
        ("2566/oit.json", b'{"x": "' + b"y" * 5_000_000 + b'"}'),
    ],
)
def test_files_that_are_not_what_they_should_be(name: str, content: bytes, outside: Outside) -> None:
    (outside.site / "data" / name).write_bytes(content)
    done = outside.run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert len(done.stderr) < 2_000


def test_terminal_tricks_in_titles_are_shown_as_text(outside: Outside) -> None:
    def plant(oit: Any) -> None:
        oit["items"][0]["title"] = "\x1b[2J\u202eหัวข้อ"

    outside.edit("2566/oit.json", plant)
    (outside.site / "2566/files/ผัง #1 100%.pdf").unlink()
    done = outside.run()
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_no_site_at_all(outside: Outside) -> None:
    done = outside.run(f"http://{outside.other.host}/")
    assert (done.returncode, done.stdout) == (2, "")
    assert "ไม่ใช่เว็บไซต์ที่สร้างด้วยโปร่งใส" in done.stderr
    for address in ("not an address", "ftp://x.invalid/", "nowhere.invalid"):
        done = run_here("verify", "--site", address, "--lang", "en")
        assert (done.returncode, done.stdout) == (2, ""), address


def test_gzip_without_end_is_not_unpacked(outside: Outside) -> None:
    bomb = gzip.compress(b"[" * 200_000_000)
    (outside.site / "data/index.json").write_bytes(bomb)
    outside.web.headers["/oit/data/index.json"] = ("Content-Encoding", "gzip")
    done = outside.run()
    assert done.returncode == 2


@pytest.mark.parametrize("form", ["sarif", "junit", "github", "markdown"])
def test_the_forms_name_pages(form: str, outside: Outside) -> None:
    done = outside.run("--format", form)
    assert done.returncode == 1
    assert "elsewhere.html" in done.stdout.replace("\\", "")
    if form in ("sarif", "github"):
        assert "/oit/2566/o4/" in done.stdout
