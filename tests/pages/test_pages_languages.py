"""Thai words on an English page are marked as Thai, wherever they come from."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.model.site import Site
from prongsai.pages.languages import mark_thai
from prongsai.pages.render import render_pages
from tests.conftest import Run
from tests.pages.conftest import small_site


class Languages(HTMLParser):
    """The texts of a page with the language that an ancestor says they are in; ``bare`` is all text."""

    def __init__(self, html: str, lang: str = "en") -> None:
        super().__init__()
        self.open = [("", lang)]
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("img", "br", "hr", "meta", "link", "input"):
            self.open.append((tag, dict(attrs).get("lang") or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _ in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self.open[-1][0] == "script":  # data for programs, which say themselves what language they are in
            return
        self.texts.append((data, self.open[-1][1]))

    @property
    def unmarked(self) -> list[str]:
        """Texts with Thai letters that nothing says are Thai."""
        return [
            text for text, lang in self.texts if lang != "th" and any("ก" <= letter <= "๛" for letter in text)
        ]

    @property
    def bare(self) -> str:
        """All text."""
        return "".join(text for text, _ in self.texts)


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>ไทย</p>", '<p lang="th">ไทย</p>'),
        ("<p> ไทย <b>x</b></p>", '<p> <span lang="th">ไทย</span> <b>x</b></p>'),
        (
            "<a href='x'>o1 แผน (e-bidding) ปี</a>",
            "<a href='x'>o1 <span lang=\"th\">แผน (e-bidding) ปี</span></a>",
        ),
        ("<p lang=th>ไทย <b>หนา</b></p>", "<p lang=th>ไทย <b>หนา</b></p>"),
        ('<div lang="th"><p>ไทย</p></div><p>ไทย</p>', '<div lang="th"><p>ไทย</p></div><p lang="th">ไทย</p>'),
        ('<q lang="en">ไทย</q>', '<q lang="en"><span lang="th">ไทย</span></q>'),
        (
            "<svg><title>รูป ก</title><path d='M0'/></svg>",
            "<svg><title lang=\"th\">รูป ก</title><path d='M0'/></svg>",
        ),
        ('<img alt="ภาพ" src="a">', '<img lang="th" alt="ภาพ" src="a">'),
        ("<script>a = 'ก'</script>", "<script>a = 'ก'</script>"),
        ("<p>ก &amp; ข &#3588;<!-- ค --></p>", '<p lang="th">ก &amp; ข ค<!-- ค --></p>'),
        ('<p title="a > b">ก</p>', '<p lang="th" title="a > b">ก</p>'),
        ("English alone", "English alone"),
    ],
)
def test_thai_is_marked(html: str, marked: str) -> None:
    assert mark_thai(html, "en") == marked
    assert mark_thai(html, "th") == html


words = st.text(alphabet="abกข &", max_size=8).map(lambda text: text.replace("&", "&amp;"))
starts = st.sampled_from(["p", "b", 'i lang="th"', 'i lang="en"'])
fragments = st.recursive(
    words,
    lambda inner: st.tuples(starts, st.lists(inner, max_size=3)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0].split()[0]}>"
    ),
    max_leaves=12,
)


@given(st.text(alphabet="<>/ab \"='&;กาน้ำ!-?1", max_size=60))
def test_any_text_is_passed_through(text: str) -> None:
    marked = mark_thai(text, "en")
    assert mark_thai(marked, "en").count("<span") == marked.count("<span")


@given(fragments)
def test_all_thai_is_marked_and_no_text_changes(html: str) -> None:
    marked = mark_thai(html, "en")
    assert Languages(marked).unmarked == []
    assert Languages(marked).bare == Languages(html).bare
    assert mark_thai(marked, "en") == marked


def test_on_english_pages_all_thai_is_marked() -> None:
    site: Site = small_site(language="en")
    unmarked = {}
    for page in render_pages(site):
        found = Languages(mark_thai(page.html, "en"))
        assert Languages(page.html).unmarked
        if found.unmarked:
            unmarked[page.address] = found.unmarked
    assert unmarked == {}


@pytest.mark.parametrize("key", ["language", "lang"])
def test_a_built_english_site_marks_all_its_thai(key: str, town: Path, prongsai: Run) -> None:
    """The frame, hand-written pages and the page for lost addresses too."""
    (town / "content/agency.yml").write_text(f"name: เทศบาลตำบลทดสอบ\n{key}: en\n", "utf-8")
    (town / "hand").mkdir()
    (town / "hand/about.md").write_text("# เกี่ยวกับเรา\n\nAbout เทศบาล *ของเรา* here\n", "utf-8")
    settings = "site_name: ทดสอบ\ndocs_dir: hand\ntheme: prongsai\nplugins: [prongsai]\n"
    (town / "mkdocs.yml").write_text(settings, "utf-8")
    done = prongsai("build", cwd=town)
    assert done.returncode == 0, done.stderr
    pages = sorted((town / "site").rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        html = path.read_text("utf-8")
        assert html.startswith('<!doctype html>\n<html lang="en"'), path
        assert Languages(html).unmarked == [], path
