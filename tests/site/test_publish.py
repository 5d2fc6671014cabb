"""``prongsai publish`` as an officer runs it: what stops it, what it leaves, what it records."""

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml

from prongsai.publish.listing import MANIFEST, addresses_of, listing_of
from tests.running import run_here
from tests.site.web import served


def git(town: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", str(town), *words], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def committed(town: Path) -> str:
    git(town, "init", "-q")
    git(town, "config", "user.email", "a@town.invalid")
    git(town, "config", "user.name", "town")
    git(town, "add", "-A")
    git(town, "commit", "-qm", "sources")
    return git(town, "rev-parse", "HEAD")


def records(town: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load((town / "content/published.yml").read_text("utf-8"))
    return found


def test_a_folder_is_published_recorded_and_taken_back(town: Path, tmp_path: Path) -> None:
    commit, www = committed(town), tmp_path / "www"
    done = run_here("publish", "folder", www, "--lang", "en", "--project", town)
    assert done.returncode == 0, done.stderr
    assert (www / "2566/o1/index.html").is_file()
    lock = (town / "content/addresses.lock").read_text("utf-8").splitlines()
    assert lock[1:] == sorted(f"/{address}" for address in addresses_of(listing_of(www)))
    assert {"/", "/2566/o1/", "/2566/files/chart.pdf"} < set(lock)
    assert not any("assets" in line or line.startswith("/data") for line in lock)
    (record,) = records(town)
    assert record["commit"] == commit
    assert record["target"] == f"folder {www}"
    # what publishing records is not what keeps the next from going out
    text = (town / "content/2566/o1.md").read_text("utf-8")
    (town / "content/2566/o1.md").write_text(f"{text}\nเพิ่มเติม\n", "utf-8")
    git(town, "add", "content/2566/o1.md")
    git(town, "commit", "-qm", "more")
    before = listing_of(www)
    dry = run_here("publish", "folder", www, "--dry-run", "--project", town)
    assert dry.returncode == 0, dry.stderr
    assert "~ 2566/o1/index.html" in dry.stdout.splitlines()
    assert listing_of(www) == before
    assert run_here("publish", "folder", www, "--project", town).returncode == 0
    assert listing_of(www) != before
    assert len(records(town)) == 2
    assert run_here("publish", "folder", www, "--undo", "--project", town).returncode == 0
    assert listing_of(www) == before
    first, _, third = records(town)
    assert (third["target"], third["build"]) == (f"folder {www} --undo", first["build"])


def test_everything_that_stands_in_the_way_is_told_at_once(town: Path, tmp_path: Path) -> None:
    (town / "hand").mkdir()
    (town / "hand/about.md").write_text('# x\n\n<a href="../nowhere/">x</a>\n', "utf-8")
    text = (town / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content", "docs_dir: hand")
    (town / "mkdocs.yml").write_text(text, "utf-8")
    committed(town)
    (town / "content/2566/o5.md").write_text(
        "---\nreported: done\nresults: [ผู้ถือบัตรประชาชนเลขที่ 1-2345-67890-12-1]\n---\n", "utf-8"
    )
    done = run_here("publish", "folder", tmp_path / "www", "--lang", "en", "--project", town)
    assert done.returncode == 1
    assert not (tmp_path / "www").exists()
    assert not (town / "content/addresses.lock").exists()
    for words in ("uncommitted: ", "content/2566/o5.md", "dead-links: ", "about/index.html: ../nowhere/"):
        assert words in done.stderr
    names = [word for line in done.stderr.splitlines() if "--reason" in line for word in line.split()]
    wanted = [names[place + 1] for place, word in enumerate(names) if word == "--despite"]
    assert {"uncommitted", "dead-links"} < set(wanted)
    despite = [word for name in wanted for word in ("--despite", name)]
    assert run_here("publish", "folder", tmp_path / "www", *despite, "--project", town).returncode == 2
    why = ("--reason", "ด่วน: ยื่นวันนี้")
    done = run_here("publish", "folder", tmp_path / "www", *despite, *why, "--project", town)
    assert done.returncode == 0, done.stderr
    (record,) = records(town)
    assert record["despite"] == dict.fromkeys(wanted, "ด่วน: ยื่นวันนี้")


def test_sources_with_errors_and_dropped_addresses_are_never_published(town: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    assert run_here("publish", "folder", www, "--project", town).returncode == 0
    before = listing_of(www)
    (town / "content/2566/files/chart.pdf").rename(town / "content/2566/files/new.pdf")
    text = (town / "content/2566/o1.md").read_text("utf-8")
    (town / "content/2566/o1.md").write_text(text.replace("chart", "new"), "utf-8")
    done = run_here("publish", "folder", www, "--despite", "S601", "--reason", "x", "--project", town)
    assert done.returncode == 1
    assert "/2566/files/chart.pdf" in done.stderr
    assert "moved.yml" in done.stderr
    assert listing_of(www) == before
    (town / "content/moved.yml").write_text(
        "moved: [{address: /2566/files/chart.pdf, to: /2566/files/new.pdf}]\n", "utf-8"
    )
    assert run_here("publish", "folder", www, "--project", town).returncode == 0
    assert (www / "2566/files/chart.pdf").is_file()
    (town / "content/2566/o5.md").write_text("---\nreported: finished\n---\n", "utf-8")
    done = run_here("publish", "folder", www, "--despite", "S204", "--reason", "x", "--project", town)
    assert done.returncode == 1


def test_a_folder_with_other_things_or_the_sources_is_refused(town: Path, tmp_path: Path) -> None:
    (tmp_path / "www").mkdir()
    (tmp_path / "www/letter.txt").write_text("keep", "utf-8")
    for place in (tmp_path / "www", town, town / "content"):
        done = run_here("publish", "folder", place, "--project", town)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
    assert (tmp_path / "www/letter.txt").read_text("utf-8") == "keep"


def test_a_zip_and_its_names(town: Path, tmp_path: Path) -> None:
    (town / "content/2566/files/ผัง.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    done = run_here("publish", "zip", tmp_path / "site.zip", "--lang", "en", "--project", town)
    assert done.returncode == 1
    assert "2566/files/ผัง.pdf: it has characters beyond ASCII → document-2566.pdf" in done.stderr
    assert "moved.yml" not in done.stderr
    (town / "content/2566/files/ผัง.pdf").unlink()
    for name in ("site.zip", "again.zip"):
        assert run_here("publish", "zip", tmp_path / name, "--project", town).returncode == 0
    assert (tmp_path / "site.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "site.zip") as packed:
        assert "2566/o1/index.html" in packed.namelist()
        assert MANIFEST not in packed.namelist()


def test_a_published_name_is_changed_as_the_zip_says_and_its_address_still_answers(
    town: Path, tmp_path: Path
) -> None:
    files, item = town / "content/2566/files", town / "content/2566/o1.md"
    (files / "chart.pdf").rename(files / "ผัง.pdf")
    item.write_text(item.read_text("utf-8").replace("chart.pdf", "ผัง.pdf"), "utf-8")
    (town / "content/addresses.lock").write_text("/2566/files/ผัง.pdf\n", "utf-8")
    words = ("publish", "zip", tmp_path / "site.zip", "--lang", "en", "--project", town)
    done = run_here(*words)
    assert done.returncode == 1
    assert "ผัง.pdf: it has characters beyond ASCII → o1-structure-2566.pdf" in done.stderr
    (files / "ผัง.pdf").rename(files / "o1-structure-2566.pdf")
    item.write_text(item.read_text("utf-8").replace("ผัง.pdf", "o1-structure-2566.pdf"), "utf-8")
    lines = done.stderr.partition("\nmoved:")[2].partition("\n--")[0].splitlines()
    moved = "moved:\n" + "\n".join(line for line in lines if line.startswith("  - "))
    (town / "content/moved.yml").write_text(moved, "utf-8")
    done = run_here(*words)
    assert done.returncode == 0, done.stderr
    assert "1 old addresses keep their names" in done.stderr
    with zipfile.ZipFile(tmp_path / "site.zip") as packed:
        assert [name for name in packed.namelist() if not name.isascii()] == ["2566/files/ผัง.pdf"]
        assert packed.read("2566/files/ผัง.pdf") == packed.read("2566/files/o1-structure-2566.pdf")


def test_targets_stand_in_the_settings(town: Path, tmp_path: Path) -> None:
    done = run_here("publish", "folder", "--lang", "en", "--project", town)
    assert done.returncode == 2
    assert "publish: {folder: …}" in done.stderr
    settings = (
        (town / "mkdocs.yml")
        .read_text("utf-8")
        .replace(
            "plugins: [prongsai]", f"plugins:\n  - prongsai:\n      publish: {{folder: {tmp_path / 'www'}}}"
        )
    )
    (town / "mkdocs.yml").write_text(settings, "utf-8")
    done = run_here("publish", "folder", "--project", town)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "www/index.html").is_file()


def test_the_branch_of_github_names_the_sources(town: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "server.git")
    commit = committed(town)
    git(town, "remote", "add", "origin", str(tmp_path / "server.git"))
    words = ("--domain", "oit.town.invalid", "--no-look", "--project", town)
    dry = run_here("publish", "github", "--dry-run", *words)
    assert "+ 2566/o1/index.html" in dry.stdout.splitlines()
    assert git(tmp_path / "server.git", "branch", "--list") == ""
    done = run_here("publish", "github", *words)
    assert done.returncode == 0, done.stderr
    server = tmp_path / "server.git"
    assert f"Sources: {commit}" in git(server, "log", "-1", "--format=%B", "gh-pages")
    assert {"CNAME", ".nojekyll", "index.html"} < set(
        git(server, "ls-tree", "--name-only", "gh-pages").split()
    )
    (record,) = records(town)
    assert record["target"] == "github origin gh-pages"


@pytest.mark.parametrize(
    "place", ["town:secret@host.invalid/www", "host.invalid", "-oProxyCommand=x/www", "a@-x/www"]
)
def test_a_server_is_never_given_a_password_or_an_option(town: Path, place: str) -> None:
    done = run_here("publish", "sftp", "--lang", "en", "--project", town, "--", place)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


def test_the_published_site_is_looked_at(town: Path, tmp_path: Path) -> None:
    www, elsewhere = tmp_path / "www", tmp_path / "elsewhere"
    assert run_here("publish", "folder", www, "--project", town).returncode == 0
    with served(www) as server:
        address = f"http://{server.host}/"
        words = ("--address", address, "--allow", server.host, "--lang", "en", "--project", town)
        done = run_here("publish", "folder", elsewhere, *words)
        assert done.returncode == 0, done.stderr
        assert "answer with this build" in done.stderr
        assert "/2566/files/chart.pdf" in server.asked
        (town / "content/agency.yml").write_text("name: เทศบาลตำบลอื่น\nkind: เทศบาลตำบล\n", "utf-8")
        shutil.rmtree(www / "2566/o1")
        done = run_here("publish", "folder", elsewhere, *words)
    assert done.returncode == 1
    assert f"{address}2566/: answers with something else than this build" in done.stderr
    assert f"{address}2566/o1/: answers 404" in done.stderr
    assert json.loads((elsewhere / MANIFEST).read_text("utf-8"))["files"]
