"""``verify --archive`` and what a build makes of it, over a real server on this machine."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.evidence.bodies import ARTICLE, page, pdf, png
from tests.serving import answering

NUMBER = "1-2345-67890-12-1"
PLAN, PERSON, PICTURE = pdf("A plan"), pdf(f"ID {NUMBER}"), png()
PAGE = page(ARTICLE)


class Web:
    """A town's web site, from which documents go."""

    def __init__(self) -> None:
        self.there: dict[str, tuple[bytes, str]] = {
            "/plan.pdf": (PLAN, "application/pdf"),
            "/person.pdf": (PERSON, "application/pdf"),
            "/page.html": (PAGE, "text/html; charset=utf-8"),
            "/photo.png": (PICTURE, "image/png"),
        }
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body, kind = web.there.get(self.path, (b"gone", "text/plain"))
                self.send_response(200 if self.path in web.there else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"


@pytest.fixture
def web() -> Iterator[Web]:
    found = Web()
    with answering(found.server):
        yield found


@pytest.fixture
def project(town: Path, web: Web) -> Path:
    """The town, with evidence on that site."""
    lines = "".join(f'  - {{title: ก, url: "http://{web.host}{path}"}}\n' for path in web.there)
    (town / "content/2566/o5.md").write_text(f"---\nreported: done\nevidence:\n{lines}---\n", "utf-8")
    return town


def verified(prongsai: Run, project: Path, web: Web, *words: str | Path) -> tuple[int, str]:
    done = prongsai("verify", "--allow", web.host, "--own-host", web.host, *words, cwd=project)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


def lock(project: Path) -> dict[str, Any]:
    return dict(json.loads((project / "content/receipts.lock.json").read_text("utf-8")))


def copies(project: Path, web: Web) -> Mapping[str, str]:
    """The copies that receipts name, by path."""
    receipts = lock(project)["receipts"]
    return {url.partition(web.host)[2]: entry["copy"] for url, entry in receipts.items() if "copy" in entry}


def name_of(body: bytes, ending: str) -> str:
    return f"{hashlib.sha256(body).hexdigest()}.{ending}"


def published(project: Path) -> dict[str, bytes]:
    folder = project / "site/copies"
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def findings(prongsai: Run, project: Path) -> list[dict[str, Any]]:
    return list(json.loads(prongsai("check", "--format", "json", cwd=project).stdout)["findings"])


def test_a_dead_link_leads_to_the_copy_and_a_living_one_to_none(
    project: Path, web: Web, prongsai: Run
) -> None:
    code, told = verified(prongsai, project, web, "--archive", "archive")
    assert code == 0, told
    assert lock(project)["archive"] == "archive"
    assert copies(project, web) == {
        "/plan.pdf": name_of(PLAN, "pdf"),
        "/photo.png": name_of(PICTURE, "png"),
    }
    assert prongsai("build", cwd=project).returncode == 0
    assert published(project) == {}
    del web.there["/plan.pdf"], web.there["/person.pdf"], web.there["/page.html"]
    code, _ = verified(prongsai, project, web)
    assert code == 1
    assert lock(project)["archive"] == "archive"
    done = prongsai("build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert published(project) == {name_of(PLAN, "pdf"): PLAN}


def test_a_changed_document_keeps_the_accepted_copy(project: Path, web: Web, prongsai: Run) -> None:
    verified(prongsai, project, web, "--archive", "archive")
    web.there["/plan.pdf"] = (pdf("Another plan"), "application/pdf")
    code, _ = verified(prongsai, project, web, "--archive", "archive")
    assert code == 1
    assert copies(project, web)["/plan.pdf"] == name_of(PLAN, "pdf")
    assert prongsai("build", cwd=project).returncode == 0
    assert published(project) == {name_of(PLAN, "pdf"): PLAN}
    verified(prongsai, project, web, "--archive", "archive", "--accept", f"http://{web.host}/plan.pdf")
    assert copies(project, web)["/plan.pdf"] == name_of(pdf("Another plan"), "pdf")


def test_a_copy_with_an_identity_number_is_kept_and_never_published(
    project: Path, web: Web, prongsai: Run
) -> None:
    for _ in range(2):
        _, told = verified(prongsai, project, web, "--archive", "archive")
        assert "/person.pdf" in told
        assert "1-XXXX-XXXXX-XX-1" in told
        assert NUMBER not in told
    kept = project / "archive/documents" / name_of(PERSON, "pdf")
    assert kept.read_bytes() == PERSON
    del web.there["/person.pdf"]
    verified(prongsai, project, web, "--archive", "archive")
    assert prongsai("build", cwd=project).returncode == 0
    assert published(project) == {}
    texts = (project / "archive/index").iterdir()
    assert NUMBER not in "".join(path.read_text("utf-8") for path in texts)


def test_a_copy_that_is_not_right_is_not_published(
    project: Path, web: Web, prongsai: Run, tmp_path: Path
) -> None:
    verified(prongsai, project, web, "--archive", "archive")
    del web.there["/plan.pdf"]
    verified(prongsai, project, web)
    path = project / "archive/documents" / name_of(PLAN, "pdf")
    (tmp_path / "outside.pdf").write_bytes(PLAN)
    for damage in (PLAN[:-1], b"x" * len(PLAN), "link"):
        path.unlink()
        if isinstance(damage, bytes):
            path.write_bytes(damage)
        else:
            path.symlink_to(tmp_path / "outside.pdf")
        done = prongsai("build", cwd=project)
        assert done.returncode == 0, done.stderr
        assert published(project) == {}
    path.unlink()
    (found,) = [one for one in findings(prongsai, project) if one["rule"] == "S511"]
    assert (found["path"], found["severity"]) == ("content/receipts.lock.json", "warning")
    line = (project / found["path"]).read_text("utf-8").splitlines()[found["line"] - 1]
    assert f"http://{web.host}/plan.pdf" in line


def test_a_copy_of_what_is_no_evidence_any_more_is_not_published(
    project: Path, web: Web, prongsai: Run
) -> None:
    verified(prongsai, project, web, "--archive", "archive")
    del web.there["/plan.pdf"]
    verified(prongsai, project, web)
    (project / "content/2566/o5.md").write_text("---\nreported: done\n---\n", "utf-8")
    assert prongsai("build", cwd=project).returncode == 0
    assert published(project) == {}


def test_copies_outside_the_project_are_kept_but_cannot_be_offered(
    project: Path, web: Web, prongsai: Run, tmp_path: Path
) -> None:
    code, told = verified(prongsai, project, web, "--archive", tmp_path / "elsewhere")
    assert code == 0
    assert "นอกโครงการ" in told
    assert "archive" not in lock(project)
    assert (tmp_path / "elsewhere/documents" / name_of(PLAN, "pdf")).is_file()
    del web.there["/plan.pdf"]
    verified(prongsai, project, web)
    assert prongsai("build", cwd=project).returncode == 0
    assert published(project) == {}
    assert [one for one in findings(prongsai, project) if one["rule"] == "S511"] == []


PLACES = (".", "..", "content", "content/2566/files", "content/๒๕๖๖/x", "content/frameworks/x", "site",
          "site/data", "letters", "content/agency.yml")  # fmt: skip


def test_places_where_no_copies_can_be_kept(project: Path, web: Web, prongsai: Run) -> None:
    assert prongsai("build", cwd=project).returncode == 0
    (project / "letters").mkdir()
    (project / "letters/one.txt").write_text("keep", "utf-8")
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    for place in PLACES:
        code, told = verified(prongsai, project, web, "--archive", place)
        assert (place, code) == (place, 2)
        assert told.strip()
        assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("docs", ["content", "hand"])
def test_nothing_of_an_archive_among_the_pages_is_published(
    docs: str, project: Path, web: Web, prongsai: Run
) -> None:
    """An archive under the sources, or under hand-written pages, is no part of the site, nor strange."""
    (project / docs).mkdir(exist_ok=True)
    text = (project / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content", f"docs_dir: {docs}")
    (project / "mkdocs.yml").write_text(text, "utf-8")
    before = {(one["rule"], one["path"]) for one in findings(prongsai, project)}
    code, told = verified(prongsai, project, web, "--archive", f"{docs}/archive")
    assert code == 0, told
    assert {(one["rule"], one["path"]) for one in findings(prongsai, project)} == before
    assert prongsai("build", cwd=project).returncode == 0
    for path in (project / "site").rglob("*"):
        assert "archive" not in path.name
        assert path.is_dir() or path.read_bytes() not in (PLAN, PERSON, PICTURE)


def test_a_list_of_links_is_kept_too(web: Web, prongsai: Run, tmp_path: Path) -> None:
    links = tmp_path / "links.jsonl"
    links.write_text(json.dumps({"url": f"http://{web.host}/plan.pdf"}), "utf-8")
    words = ("verify", "--links", links, "--allow", web.host, "--archive", "kept")
    done = prongsai(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "kept/documents" / name_of(PLAN, "pdf")).read_bytes() == PLAN
    assert len(list((tmp_path / "kept/warc").glob("*.warc.gz"))) == 1


def test_a_disk_that_refuses_is_told_after_the_receipts_are_kept(
    project: Path, web: Web, prongsai: Run
) -> None:
    verified(prongsai, project, web, "--archive", "archive")
    web.there["/plan.pdf"] = (pdf("Another plan"), "application/pdf")
    blocked = project / "archive/documents" / name_of(pdf("Another plan"), "pdf")
    blocked.mkdir()
    code, told = verified(prongsai, project, web, "--archive", "archive")
    assert code == 2
    assert "archive" in told
    assert lock(project)["receipts"][f"http://{web.host}/plan.pdf"]["verdict"] == "changed"
