"""The theme: found by MkDocs, light, closed to the outside, readable in both schemes."""

import re
import subprocess
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from mkdocs.theme import Theme

import prongsai_theme
from prongsai.pages.style import COMPONENTS
from prongsai.pages.style import tokens as design_tokens
from tests.conftest import Run

THEME = Path(prongsai_theme.__file__).parent
ASSETS = THEME / "assets" / "prongsai"
TEMPLATES = sorted([*THEME.rglob("*.html"), *COMPONENTS.rglob("*.html")])
OWN_TEXT = sorted(
    path
    for folder in (THEME, COMPONENTS)
    for path in folder.rglob("*.*")
    if path.suffix in (".html", ".css", ".js", ".svg")
)
NAMESPACE = "http://www.w3.org/2000/svg"
VOID = {"meta", "link", "input", "br", "hr", "img", "wbr"}
HOSTILE = '<img src=x onerror=alert(1)> "quoted" & </title><script>alert(2)</script>'


def short(path: Path) -> str:
    root = THEME if path.is_relative_to(THEME) else COMPONENTS
    return path.relative_to(root).as_posix()


def test_mkdocs_finds_our_files_before_materials() -> None:
    theme = Theme("prongsai")
    first, second = (Path(folder) for folder in theme.dirs[:2])
    assert first == THEME
    assert second.parent.name == "material"
    assert theme["language"] == "th"
    assert theme["font"] is False
    assert (THEME / theme["favicon"]).is_file()


@pytest.mark.parametrize("path", TEMPLATES, ids=short)
def test_templates_hold_no_inline_script_or_style(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    # A block of data is no script: no browser runs it.
    assert not re.search(r'<script(?![^>]*\ssrc=)(?! type="application/ld\+json">)', text)


@pytest.mark.parametrize("path", OWN_TEXT, ids=short)
def test_nothing_is_loaded_from_elsewhere(path: Path) -> None:
    text = path.read_text("utf-8").replace(NAMESPACE, "")
    assert not re.search(r"""https?://|["'(]//|@import""", text)


# Colours


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme; what it doesn't set is the light scheme's."""
    css = design_tokens()
    blocks = re.findall(r"(@media [^{]+\{\s*)?:root \{(.*?)\}", css, flags=re.DOTALL)
    sets = {
        "dark" if "dark" in media else "print" if "print" in media else "light": dict(
            re.findall(r"--pr-([a-z-]+): (#[0-9a-f]{6});", body)
        )
        for media, body in blocks
    }
    return {**sets["light"], **sets[scheme]}


PAIRS = [
    *product(["ink", "ink-soft", "brand", "accent"], ["paper", "surface", "brand-soft"]),
    ("on-brand", "brand"),
    ("paper", "brand"),
    ("surface", "accent"),
]
SCREEN_PAIRS = [
    ("on-header", "header"),
    ("on-header-soft", "header"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("on-header-focus", "header"),
]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_stands_out_from_its_ground(scheme: str) -> None:
    colours = tokens(scheme)
    pairs = PAIRS if scheme == "print" else [*PAIRS, *SCREEN_PAIRS]
    weak = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


def test_the_schemes_differ() -> None:
    assert tokens("light")["paper"] != tokens("dark")["paper"]


# Fonts


def test_each_font_is_here_and_used_and_licensed() -> None:
    css = (ASSETS / "theme.css").read_text("utf-8")
    used = set(re.findall(r'url\("(fonts/[^"]+)"\)', css))
    held = {path.relative_to(ASSETS).as_posix() for path in (ASSETS / "fonts").glob("*.woff2")}
    assert used == held != set()
    licence = (ASSETS / "fonts" / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "The Sarabun Project Authors" in licence
    # Those are swapped only where there are no scripts to wait for them; rare letters never are.
    assert css.count("font-display: swap") == 4
    assert css.count("font-display: optional") == css.count("rare-") == css.count("@font-face") - 4
    script = (ASSETS / "fonts.js").read_text("utf-8")
    fetched = {f"fonts/sarabun-{name}.woff2" for name in re.findall(r'"(\w+-\d00)"', script)}
    assert held - fetched == {"fonts/sarabun-rare-400.woff2", "fonts/sarabun-rare-700.woff2"}
    assert sum((ASSETS / path).stat().st_size for path in fetched) < 34_000
    for path in held:
        assert (ASSETS / path).read_bytes()[:4] == b"wOF2"


# Built pages


class Document(HTMLParser):
    """What the tests ask of a page; open elements are counted to see that each is closed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.text = path.read_text("utf-8")
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "path" and self.open:
            assert self.open.pop() == tag, (self.path, tag, self.getpos())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def title(self) -> str:
        found = re.search(r"<title>(.*?)</title>", self.text, flags=re.DOTALL)
        assert found
        return unescape(found[1])

    def local_links(self) -> set[str]:
        links = {str(one.get("href") or "") for tag in ("a", "link") for one in self.all(tag)}
        links |= {str(one.get("src") or "") for one in self.all("script")}
        return {link for link in links if link and not urlsplit(link).scheme and not link.startswith("#")}


@pytest.fixture
def hostile(town: Path, prongsai: Run) -> Path:
    """A site with a name and a hand-written page that try to break out."""
    (town / "hand").mkdir()
    quoted = HOSTILE.replace("'", "''")
    (town / "hand/about.md").write_text(f"---\ntitle: '{quoted}'\n---\nข้อความ\n", "utf-8")
    (town / "mkdocs.yml").write_text(
        f"site_name: '{quoted}'\nsite_description: '{quoted}'\nsite_url: https://town.invalid/oit/\n"
        "docs_dir: hand\ntheme: {name: prongsai}\nplugins: [prongsai]\n",
        "utf-8",
    )
    (town / "content/agency.yml").write_text(f"name: 'ก {quoted}'\n", "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    return town / "site"


def pages(site: Path) -> list[Document]:
    return [Document(path) for path in sorted(site.rglob("index.html"))]


def test_titles_cannot_break_out(hostile: Path) -> None:
    found = [*pages(hostile), Document(hostile / "404.html")]
    assert len(found) > 50
    for page in found:
        assert "<img src=x" not in page.text, page.path
        assert "<script>alert" not in page.text, page.path


def test_every_page_has_the_frame(site_of: Callable[[str], Path]) -> None:
    site = site_of(".")
    for page in pages(site):
        assert page.open == [], page.path
        assert page.all("html")[0]["lang"] == "th"
        assert page.text.index("<meta charset=") < 512
        assert len(page.all("h1")) == 1, page.path
        assert len(page.all("main")) == 1
        assert len([one for one in page.all("input") if one.get("name") == "query"]) == 1
        assert [one for one in page.all("form") if one.get("role") == "search"]
        assert "#content" in {one.get("href") for one in page.all("a")}
        button = next(one for one in page.all("button") if "popovertarget" in one)
        assert button["popovertarget"] in {one.get("id") for one in page.all("nav")}
        ids = [str(one["id"]) for _, one in page.elements if one.get("id")]
        assert len(ids) == len(set(ids)), page.path


def test_pages_run_nothing_inline_and_load_nothing_from_elsewhere(site_of: Callable[[str], Path]) -> None:
    for page in pages(site_of(".")):
        inline = [one for one in page.all("script") if not one.get("src")]
        assert all(one.get("type") == "application/ld+json" for one in inline), page.path
        assert page.all("style") == []
        assert not [one for _, one in page.elements if "style" in one or any(k.startswith("on") for k in one)]
        loaded = [one.get("href") for one in page.all("link") if one.get("rel") != "canonical"]
        loaded += [one.get("src") for tag in ("script", "img") for one in page.all(tag)]
        assert not [address for address in loaded if address and re.match(r"(https?:)?//", address)]


def test_the_frames_links_lead_somewhere(site_of: Callable[[str], Path]) -> None:
    site = site_of(".")
    missing = {
        (page.path.relative_to(site).as_posix(), link)
        for page in pages(site)
        for link in page.local_links()
        if not (page.path.parent / unquote(urlsplit(link).path)).is_file()
    }
    assert missing == set()


def test_titles_say_item_year_and_agency(site_of: Callable[[str], Path]) -> None:
    site = site_of(".")
    assert Document(site / "2565/o1/index.html").title() == "o1 โครงสร้าง · ปี 2565 · เทศบาลตำบลเขาย้อย"
    assert Document(site / "index.html").title() == "เทศบาลตำบลเขาย้อย"
    assert Document(site / "about/index.html").title() == "เกี่ยวกับเว็บไซต์นี้ · เทศบาลตำบลเขาย้อย"


def test_generated_pages_leave_materials_weight_behind(site_of: Callable[[str], Path]) -> None:
    site = site_of(".")
    names = {Path(link).name for link in Document(site / "2565/o1/index.html").local_links()}
    assert {"theme.css", "pages.css", "fonts.js", "frame.js"} <= names
    assert not [name for name in names if name.startswith(("main.", "bundle."))]
    written = {Path(link).name for link in Document(site / "about/index.html").local_links()}
    assert {"theme.css", "material.css"} <= written
    assert [name for name in written if name.startswith("main.") and name.endswith(".css")]
    assert not [name for name in written if name.startswith("bundle.")]


def test_the_page_for_lost_addresses_needs_no_file(site_of: Callable[[str], Path]) -> None:
    """It is shown at any depth of any folder, so nothing that is asked for relative to it would be found."""
    page = Document(site_of(".") / "404.html")
    assert [one for tag in ("link", "script", "img", "style") for one in page.all(tag)] == []
    assert "ไม่พบหน้านี้" in page.title()


def test_the_page_for_lost_addresses_is_in_the_site_s_language(town: Path, prongsai: Run) -> None:
    (town / "content/agency.yml").write_text("name: Example Town\nlanguage: en\n", "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    page = Document(town / "site/404.html")
    assert page.all("html")[0]["lang"] == "en"
    assert page.title() == "This page does not exist · Example Town"
    assert "<h1>This page does not exist</h1>" in page.text
    assert '<p lang="th">ไม่พบหน้านี้' in page.text


def test_a_plain_mkdocs_build_prints_no_notice(town: Path, mkdocs: Run) -> None:
    done: subprocess.CompletedProcess[str] = mkdocs("build", "--quiet", cwd=town)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
