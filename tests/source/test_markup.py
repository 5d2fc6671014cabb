"""Markdown: ordinary text comes through unharmed, and nothing that runs does."""

import re
import time
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.source import markup
from prongsai.source.inspection import SCHEMES, TAGS, scheme_of
from prongsai.source.problems import Problems


def render(text: str, first_line: int = 1, resolve: markup.Resolve | None = None) -> tuple[str, Problems]:
    problems = Problems()
    html = markup.render(text, "o1.md", first_line, problems, *([resolve] if resolve else []))
    return html, problems


def safe(text: str) -> str:
    html, problems = render(text)
    assert [problem.message("en") for problem in problems] == []
    return html.replace("\n", "")


def refused(text: str) -> list[tuple[str, int, int]]:
    html, problems = render(text)
    assert html == ""
    return [(p.kind.code, p.place.line, p.place.column) for p in problems]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n\t\n", ""),
        ("ก่อน **หนา** และ *เอน*", "<p>ก่อน <strong>หนา</strong> และ <em>เอน</em></p>"),
        ("### ก\n\n## ข\n\n#### ค\n\n## ง", "<h2>ก</h2><h2>ข</h2><h3>ค</h3><h2>ง</h2>"),
        ("# หัวข้อ\n\n##### เล็ก", "<h2>หัวข้อ</h2><h3>เล็ก</h3>"),
        ("- ก\n- ข", "<ul><li>ก</li><li>ข</li></ul>"),
        ("3. ก\n4. ข", '<ol start="3"><li>ก</li><li>ข</li></ol>'),
        ("1. ก\n\n    - ข", "<ol><li><p>ก</p><ul><li>ข</li></ul></li></ol>"),
        ("> ก", "<blockquote><p>ก</p></blockquote>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
        ("    <script>", "<pre><code>&lt;script&gt;</code></pre>"),
        ("รายได้ < 100 บาท & รายจ่าย > 50", "<p>รายได้ &lt; 100 บาท &amp; รายจ่าย &gt; 50</p>"),
        ("a<b และ <น้อย>", "<p>a&lt;b และ &lt;น้อย&gt;</p>"),
        ("โทร 02-123-4567 ต่อ *12", "<p>โทร 02-123-4567 ต่อ *12</p>"),
        ("snake_case_name", "<p>snake_case_name</p>"),
        ("---\n", "<hr>"),
        ("บรรทัด  \nใหม่", "<p>บรรทัด<br>ใหม่</p>"),
        ("H<sub>2</sub>O <u>ขีดเส้น</u>", "<p>H<sub>2</sub>O <u>ขีดเส้น</u></p>"),
        (
            "[เว็บ](https://a.example/?a=1&b=2 'ชื่อ')",
            '<p><a href="https://a.example/?a=1&amp;b=2" title="ชื่อ" rel="noopener noreferrer">เว็บ</a></p>',
        ),
        (
            "[โทร](tel:021234567) <https://a.example/ก>",
            '<p><a href="tel:021234567" rel="noopener noreferrer">โทร</a> '
            '<a href="https://a.example/ก" rel="noopener noreferrer">https://a.example/ก</a></p>',
        ),
        ("![แผนที่](/x/map.png)", '<p><img alt="แผนที่" src="/x/map.png"></p>'),
        (
            "| ปี | เรื่อง |\n|:---|---:|\n| ๒๕๖๕ | ๓ |",
            '<table><thead><tr><th align="left">ปี</th><th align="right">เรื่อง</th></tr></thead>'
            '<tbody><tr><td align="left" data-label="ปี">๒๕๖๕</td>'
            '<td align="right" data-label="เรื่อง">๓</td></tr></tbody></table>',
        ),
        ("ก {#__config} ข", "<p>ก {#__config} ข</p>"),
        ("# ก {: #__config onclick=x }", "<h2>ก {: #__config onclick=x }</h2>"),
        ("{{ config.x }} {% raw %}", "<p>{{ config.x }} {% raw %}</p>"),
        ("```mermaid\ngraph TD\n```", "<p><code>mermaidgraph TD</code></p>"),
        ("&lt;script&gt; &copy; &#3585;", "<p>&lt;script&gt; © ก</p>"),
        ("<div>ไม่ปิด", "<div>ไม่ปิด</div>"),
        ("<b>ไม่ปิด\n\nต่อ", "<p><b>ไม่ปิด</b></p><b><p>ต่อ</p></b>"),
    ],
)
def test_ordinary_text(text: str, html: str) -> None:
    found = safe(text)
    assert found == html.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("<script>alert(1)</script>", 1, 1),
        ("ก\n\n  <SCRIPT SRC=//evil.example>", 3, 3),
        ("ก <b onclick=alert(1)>ข</b>", 1, 6),
        ("ก\nข <img src=x onerror=alert(1)>", 2, 14),
        ("<p style='color:red'>ก</p>", 1, 4),
        ("<p id=__config>ก</p>", 1, 4),
        ("<p class=md-search>ก</p>", 1, 4),
        ("<iframe src=https://a.example></iframe>", 1, 1),
        ("<svg onload=alert(1)>", 1, 1),
        ("<style>body{display:none}</style>", 1, 1),
        ("<form action=https://a.example><input></form>", 1, 1),
        ("<base href=//evil.example>", 1, 1),
        ("<meta http-equiv=refresh content=0>", 1, 1),
        ("<object data=x></object>", 1, 1),
        ("<math><mi>x</mi></math>", 1, 1),
        ("ก <!-- ซ่อน --> ข", 1, 3),
        ("<?php x ?>", 1, 1),
        ("<!DOCTYPE html>", 1, 1),
        ("<![CDATA[x]]>", 1, 1),
        ("ก </textarea> ข", 1, 3),
        ("[x](javascript:alert(1))", 1, 5),
        ("[x](JaVaScRiPt:alert(1))", 1, 5),
        ("ก [x](java&#115;cript:alert(1))", 1, 7),
        ("[x](&#x6A;avascript&colon;alert(1))", 1, 5),
        ("[x](<java\tscript:alert(1)>)", 1, 6),
        ("<a href='java\nscript:alert(1)'>x</a>", 1, 10),
        ("[x](java\u200bscript:alert(1))", 1, 5),
        ("[x](\u00a0javascript:alert(1))", 1, 6),
        ("<a href=' javascript:alert(1)'>x</a>", 1, 11),
        ("<javascript:alert(1)>", 1, 1),
        ("[x][r]\n\n[r]: javascript:alert(1)", 3, 6),
        ("[x](vbscript:x)", 1, 5),
        ("[x](data:text/html;base64,AAAA)", 1, 5),
        ("[x](file:///etc/passwd)", 1, 5),
        ("[x](ftp://a.example/)", 1, 5),
        ("[x](//evil.example/)", 1, 5),
        ("[x](/\\evil.example/)", 1, 5),
        ("![x](https://evil.example/x.png)", 1, 6),
        ("![x](data:image/svg+xml,x)", 1, 6),
        ("![x](//evil.example/x.png)", 1, 6),
        ("<img src=x srcset='https://evil.example 2x'>", 1, 12),
    ],
)
def test_what_must_not_be_published(text: str, line: int, column: int) -> None:
    assert ("S401", line, column) in refused(text)


def test_every_fault_is_told_where_it_stands() -> None:
    text = "ก `<script>`\n\n<script>1</script>\n\n<script>2</script>\n\n[a](ftp://x) [b](ftp://x)\n"
    html, problems = render(text, first_line=10)
    assert html == ""
    assert [(p.place.line, p.place.column) for p in problems] == [(12, 1), (14, 1), (16, 5), (16, 18)]


def test_what_would_not_be_shown_is_told() -> None:
    assert refused("ก\n\n[หมายเหตุ]: แผนยังไม่ประกาศ") == [("S403", 3, 1)]
    assert safe("[ก][ข]\n\n[ข]: https://a.example/").startswith("<p><a ")


def test_files_are_resolved_and_missing_ones_told() -> None:
    asked: list[str] = []

    def resolve(address: str) -> str | None:
        asked.append(address)
        return "../files/a.pdf" if address == "files/a.pdf" else None

    html, problems = render("[ก](files/a.pdf) [ข](#ค) [ง](/จ) [ฉ](../o2/) [ช](https://a.example)", 1, resolve)
    assert not problems.found
    assert 'href="../files/a.pdf"' in html and 'href="#ค"' in html
    assert set(asked) == {"files/a.pdf"}
    html, problems = render("ก\n\n[ข](files/b.pdf) ![ค](c.png)", 4, resolve)
    assert html == ""
    assert [(p.kind.code, p.place.line, p.place.column) for p in problems] == [
        ("S308", 6, 5),
        ("S308", 6, 23),
    ]


FLOODS: dict[str, str] = {
    **{f"20,000 of {mark}": mark * 20_000 for mark in "[]<>*_`!&()|#-=~:\\'\"{ "},
    "links": "[a](" * 7_000,
    "links with words": ("[a](" + "a" * 29) * 900,
    "images": "![" * 10_000,
    "references": "[a][" * 7_000,
    "definitions": "[a]: b\n" * 4_000,
    "comments": "<!--" * 7_000,
    "declarations": "<![" * 9_000,
    "tags": "<a " * 9_000,
    "tag lines": "<p\n" * 9_000,
    "divs": "<div>" * 6_000,
    "closed": "</div>" * 5_000,
    "quotes": "".join("> " * n + "ก\n" for n in range(1, 200)),
    "one deep quote": "> " * 10_000 + "ก",
    "deep list": "".join("    " * n + "- ก\n" for n in range(120)),
    "list on a line": "- " * 10_000 + "ก",
    "table": "| ก | ข |\n|---|---|\n" + "| ค | ง |\n" * 950,
    "wide table": "|".join("ก" * 10_000) + "\n" + "|".join(["-"] * 10_000),
    "headings": "# \n" * 9_000,
    "underlined": "ก\n===\n" * 5_000,
    "rules": "-\n" * 14_000,
    "emphasis": "*a*" * 9_000,
    "bold": "**a" * 9_000,
    "mixed": "*_" * 10_000,
    "entities": "&#" * 10_000,
    "code": "`a" * 10_000,
    "lines": "\n" * 29_000,
    "spaces": " \n" * 14_000 + "ก",
    "words": "ก " * 14_000,
    "too long": "ก" * 1_000_000,
    "emails": "a@" * 14_000,
    "items": "\n- " * 9_000,
}


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_floods_end_soon(text: str) -> None:
    start = time.process_time()
    html, problems = render(text)
    assert time.process_time() - start < 2
    assert bool(html) != bool(problems.found) or not text.strip()


def test_a_converter_that_broke_down_is_not_used_again() -> None:
    before = safe("- ก\n\n    ข")
    html, problems = render("- " * 10_000 + "ก")
    assert html == "" and problems.found[0].kind.code == "S403"
    assert safe("- ก\n\n    ข") == before


class _Browser(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert not name.startswith("on") and name not in ("style", "class", "id", "name", "srcset")
            if name in ("href", "src"):
                assert scheme_of(value or "") in (None, *SCHEMES)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def check(text: str) -> None:
    html, problems = render(text, first_line=3)
    browser = _Browser()
    browser.feed(html)
    browser.close()
    lines = text.split("\n")
    for problem in problems:
        assert problem.message("th") and problem.message("en")
        line, column = problem.place.line - 3, problem.place.column - 1
        assert 0 <= line < len(lines) and 0 <= column <= len(lines[line])
    if not problems.found:
        words: Callable[[str], list[str]] = lambda shown: re.findall("[ก-๙]+", shown)  # noqa: E731
        assert words(text) == words(html)


@given(st.text())
def test_any_text(text: str) -> None:
    check(re.sub("[ก-๙]", "", text))


PIECES = st.sampled_from(
    [
        *(
            "<script>",
            "</script>",
            "<b>",
            "</b>",
            "<p ",
            "<div>",
            "</div>",
            "<td>",
            "<svg>",
            "<style>",
            "<!--",
        ),
        *(
            "-->",
            "<![",
            "]]>",
            "<?",
            "<!DOCTYPE",
            "javascript:",
            "&#106;",
            "&colon;",
            "&",
            "<",
            ">",
            '"',
            "'",
        ),
        *("[a](", ")", "![", "]", "[r]: ", "[a][r]", "`", "```", "**", "_", "|", "# ", "> ", "- ", "1. "),
        *("//", "\\", "=", "onclick=", "href=", "src=", "x", "\n", "\n\n", "    ", " ", "\t", "\u200b"),
        "| a |\n|---|\n",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_markup(text: str) -> None:
    check(text)
