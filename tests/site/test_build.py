"""Whole builds: by our command, by MkDocs', and when something is wrong."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_same_sources_twice_give_the_same_bytes(town: Path, program: Run) -> None:
    for name in ("first", "second"):
        assert program("build", "--site-dir", town / name, cwd=town).returncode == 0
    first, second = digest(town / "first"), digest(town / "second")
    assert "data/2566/oit.xlsx" in first
    assert first == second


def test_a_build_in_another_zone_and_locale_is_the_same(town: Path, program: Run) -> None:
    assert program("build", "--site-dir", town / "a", cwd=town, TZ="Asia/Bangkok", LC_ALL="C").returncode == 0
    assert program("build", "--site-dir", town / "b", cwd=town, TZ="America/New_York").returncode == 0
    assert digest(town / "a") == digest(town / "b")


def test_a_held_document_is_copied_and_described(town: Path, prongsai: Run) -> None:
    assert prongsai("build", cwd=town).returncode == 0
    data = (town / "content/2566/files/chart.pdf").read_bytes()
    assert (town / "site/2566/files/chart.pdf").read_bytes() == data
    oit = json.loads((town / "site/data/2566/oit.json").read_text("utf-8"))
    evidence = oit["items"][0]["evidence"][0]
    assert evidence["url"] == "2566/files/chart.pdf"
    assert evidence["media_type"] == "application/pdf"
    assert evidence["bytes"] == len(data)
    assert evidence["sha256"] == hashlib.sha256(data).hexdigest()


def test_broken_sources_leave_the_last_site_and_tell_all(town: Path, program: Run) -> None:
    assert program("build", cwd=town).returncode == 0
    before = digest(town / "site")
    (town / "content/2566/o5.md").write_text("---\nreportd: done\nperiod: 2565-13-40\n---\n", "utf-8")
    (town / "content/2566/o99.md").write_text("---\nreported: done\n---\n<script>x()</script>\n", "utf-8")
    done = program("build", cwd=town)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    for expected in ("content/2566/o5.md:2:1", "content/2566/o5.md:3:9", "content/2566/o99.md:4:1", "S301"):
        assert expected in done.stderr
    assert digest(town / "site") == before
    assert not list(town.glob(".site-*"))


def test_messages_in_english(town: Path, prongsai: Run) -> None:
    (town / "content/2566/o5.md").write_text("---\nreported: finished\n---\n", "utf-8")
    done = prongsai("build", "--lang", "en", cwd=town)
    assert done.returncode == 2
    assert (
        "reported cannot be “finished” — choose one of: done, in_progress, not_started, not_applicable"
        in done.stderr
    )


def test_mkdocs_build_works_by_itself_and_quietly(town: Path, mkdocs: Run) -> None:
    done = mkdocs("build", cwd=town)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    lines = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    assert lines == []
    assert (town / "site/2566/o1/index.html").is_file()


def test_mkdocs_build_of_broken_sources(town: Path, mkdocs: Run) -> None:
    assert mkdocs("build", cwd=town).returncode == 0
    before = digest(town / "site")
    (town / "content/2566/o5.md").write_text("no front matter\n", "utf-8")
    done = mkdocs("build", cwd=town)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "content/2566/o5.md:1:1: S121" in done.stderr
    assert digest(town / "site") == before


def test_material_itself_as_the_theme(town: Path, mkdocs: Run) -> None:
    text = (town / "mkdocs.yml").read_text("utf-8").replace("name: prongsai", "name: material, font: false")
    (town / "mkdocs.yml").write_text(text, "utf-8")
    done = mkdocs("build", cwd=town)
    assert done.returncode == 0, done.stderr
    assert 'data-oit-item="o1"' in (town / "site/2566/o1/index.html").read_text("utf-8")


def test_hand_written_pages_stand_beside_generated_ones(town: Path, prongsai: Run) -> None:
    (town / "hand").mkdir()
    (town / "hand/about.md").write_text("# เกี่ยวกับเรา\n\nหน้านี้เขียนเอง\n", "utf-8")
    text = (town / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content", "docs_dir: hand")
    (town / "mkdocs.yml").write_text(text, "utf-8")
    assert prongsai("build", cwd=town).returncode == 0
    assert "หน้านี้เขียนเอง" in (town / "site/about/index.html").read_text("utf-8")
    assert (town / "site/2566/o1/index.html").is_file()


def test_hand_written_pages_are_in_what_the_search_finds(town: Path, prongsai: Run) -> None:
    (town / "hand/แนะนำ").mkdir(parents=True)
    (town / "hand/about.md").write_text("# เกี่ยวกับเรา\n\n## ใครทำ\n\nหน้านี้เขียนเอง\n", "utf-8")
    (town / "hand/แนะนำ/index.md").write_text("วิธีใช้เว็บไซต์\n", "utf-8")
    (town / "hand/secret.md").write_text("---\nsearch: {exclude: true}\n---\n# ลับ\n", "utf-8")
    (town / "hand/odd.md").write_text("---\nsearch: ไม่\n---\n# แปลก\n", "utf-8")
    text = (town / "mkdocs.yml").read_text("utf-8").replace("docs_dir: content", "docs_dir: hand")
    (town / "mkdocs.yml").write_text(text, "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    data = json.loads((town / "site/data/search.json").read_text("utf-8"))
    found = {page["page"]: page for page in data["pages"] if page["kind"] in ("about", "written")}
    assert set(found) == {"about/", "แนะนำ/", "odd/"}
    assert found["about/"]["title"] == "เกี่ยวกับเรา"
    assert found["about/"]["near"] == ["ใครทำ"]
    assert "หน้านี้เขียนเอง" in found["about/"]["said"][0]
    assert found["odd/"]["title"] == "แปลก"
    script = (town / "site/data/search.js").read_text("utf-8")
    assert "หน้านี้เขียนเอง" in script


def test_raw_sources_are_not_published(town: Path, prongsai: Run) -> None:
    assert prongsai("build", cwd=town).returncode == 0
    published = digest(town / "site")
    assert not [name for name in published if name.endswith((".md", ".yml"))]


@pytest.mark.parametrize("where", [".", "content", "content/2566"])
def test_the_site_never_replaces_sources(town: Path, where: str, prongsai: Run) -> None:
    before = digest(town)
    done = prongsai("build", "--site-dir", town / where, cwd=town)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert digest(town) == before


def test_the_site_never_replaces_other_things(town: Path, prongsai: Run) -> None:
    (town / "papers").mkdir()
    (town / "papers/letter.txt").write_text("keep", "utf-8")
    done = prongsai("build", "--site-dir", town / "papers", cwd=town)
    assert done.returncode == 2
    assert "papers" in done.stderr
    assert (town / "papers/letter.txt").read_text("utf-8") == "keep"


@pytest.mark.parametrize(
    "settings",
    [
        None,
        "",
        "site_name: x\n",
        "site_name: x\nplugins: [prongsai]\ndocs_dir: nowhere\n",
        "site_name: [\n",
        "plugins: [prongsai]\n",
        "site_name: x\ntheme: {name: nothing}\nplugins: [prongsai]\n",
        "- 1\n",
    ],
)
def test_broken_settings_are_told(town: Path, settings: str | None, prongsai: Run) -> None:
    if settings is None:
        (town / "mkdocs.yml").unlink()
    else:
        (town / "mkdocs.yml").write_text(settings, "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "mkdocs.yml" in done.stderr


def test_no_sources(town: Path, prongsai: Run) -> None:
    (town / "docs").mkdir()
    (town / "mkdocs.yml").write_text("site_name: x\ntheme: {name: prongsai}\nplugins: [prongsai]\n", "utf-8")
    shutil.rmtree(town / "content")
    done = prongsai("build", cwd=town)
    assert done.returncode == 2
    assert "content" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_link_inside_leads_somewhere(site_of: Callable[[str], Path]) -> None:
    site = site_of(".")
    dead = []
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in set(re.findall(r'(?:href|src)="([^"]*)"', page.read_text("utf-8"))):
            if re.match(r"[a-z]+:", link) or link.startswith("#"):
                continue
            path = link.split("#")[0].split("?")[0]
            if path and not (page.parent / path).resolve().is_file():
                dead.append(f"{page.relative_to(site)}: {link}")
    assert not dead


def test_nothing_is_loaded_from_elsewhere(site_of: Callable[[str], Path]) -> None:
    site = site_of(".")
    pattern = re.compile(
        r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=\"(?:https?:)?//[^\"]*\"[^>]*>"
    )
    found = [
        f"{page.relative_to(site)}: {match}"
        for page in site.rglob("*.html")
        for match in pattern.findall(page.read_text("utf-8"))
        if 'rel="canonical"' not in match
    ]
    assert not found


def test_pages_on_disk_for_another_engine(town: Path, prongsai: Run) -> None:
    done = prongsai("pages", "--out", town / "out", cwd=town)
    assert done.returncode == 0, done.stderr
    text = (town / "out/2566/o1.md").read_text("utf-8")
    assert text.startswith('---\ntitle: "')
    assert 'data-oit-item="o1"' in text
    assert "\n\n" not in text.split("---\n\n", 1)[1].strip()
    assert (town / "out/2566/files/chart.pdf").is_file()
    assert (town / "out/data/2566/oit.json").is_file()
    style = (town / "out/assets/prongsai/pages.css").read_text("utf-8")
    assert "--pr-ink:" in style
    assert ".pr-sign" in style


def test_a_towns_own_style_and_tokens_of_the_frame_stand(town: Path, prongsai: Run) -> None:
    own = town / "overrides/assets/prongsai"
    own.mkdir(parents=True)
    (own / "pages.css").write_text(".pr-page { color: red }\n", "utf-8")
    (own / "theme.css").write_text("body { color: green }\n", "utf-8")
    settings = "site_name: ทดสอบ\ntheme: {name: prongsai, custom_dir: overrides}\nplugins: [prongsai]\n"
    (town / "mkdocs.yml").write_text(settings, "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    made = town / "site/assets/prongsai"
    assert (made / "pages.css").read_text("utf-8") == ".pr-page { color: red }\n"
    theme = (made / "theme.css").read_text("utf-8")
    assert theme.startswith(":root {")
    assert theme.endswith("body { color: green }\n")


def test_check_tells_as_json(town: Path, prongsai: Run) -> None:
    done = prongsai("check", "--format", "json", cwd=town)
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert list(document) == ["format", "findings"]
    assert document["format"] == "prongsai/findings/1"
    assert {finding["severity"] for finding in document["findings"]} == {"warning", "info"}
    (town / "content/2566/o5.md").write_text("---\nreported: finished\n---\n", "utf-8")
    done = prongsai("check", "--format", "json", "--lang", "en", cwd=town)
    assert done.returncode == 1
    (finding,) = [one for one in json.loads(done.stdout)["findings"] if one["family"] == "source"]
    assert (finding["rule"], finding["family"], finding["severity"]) == ("S204", "source", "error")
    assert (finding["path"], finding["line"], finding["column"]) == ("content/2566/o5.md", 2, 11)
    assert (finding["fiscal_year"], finding["item"]) == (2566, "o5")


@pytest.mark.parametrize("extra", ["", "theme: prongsai\n", "theme: material\n", "theme: {name: mkdocs}\n"])
def test_the_smallest_settings_are_enough(town: Path, extra: str, prongsai: Run) -> None:
    (town / "mkdocs.yml").write_text(f"site_name: ทดสอบ\nplugins: [prongsai]\n{extra}", "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    page = (town / "site/2566/o1/index.html").read_text("utf-8")
    assert 'data-oit-item="o1"' in page
    assert "assets/prongsai/theme.css" in page


SEARCH = ("", "-data", "-held", "-query", "-cover", "-rank", "-runs", "-show", "-text")


def test_no_script_of_the_engine_is_published(site_of: Callable[[str], Path]) -> None:
    site = site_of(".")
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.js")} == {
        "assets/prongsai/fonts.js",
        "assets/prongsai/frame.js",
        "assets/prongsai/sheet.js",
        *(f"assets/prongsai/search{part}.js" for part in SEARCH),
        "data/search.js",
    }
