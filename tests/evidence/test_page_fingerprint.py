"""Fingerprints: deaf to time, not to content; and the reading of pages beneath them."""

import pytest

from prongsai.evidence.lasting import fingerprint
from prongsai.evidence.page import decode, read_page
from tests.evidence.bodies import ARTICLE, counted, page


def mark(html: bytes | str) -> str:
    return fingerprint(read_page(html.encode() if isinstance(html, str) else html, {}))


def on(extra: str, head: str = "") -> str:
    return mark(page(ARTICLE + extra, head=head))


SAME = [
    ("<p>ผู้เข้าชม 1,234 คน</p>", "<p>ผู้เข้าชม 1,240 คน</p>"),
    ("<p>ผู้เข้าชม ๑๒๓ คน</p>", "<p>ผู้เข้าชม ๙๙๙๙ คน</p>"),
    ("<p>เปิดอ่าน <b>12</b> ครั้ง</p>", "<p>เปิดอ่าน <b>13</b> ครั้ง</p>"),
    ("<p>Views: 5</p>", "<p>Views: 1006</p>"),
    ("<div>สถิติผู้เยี่ยมชม</div><div>55</div>", "<div>สถิติผู้เยี่ยมชม</div><div>56</div>"),
    ("<table><tr><td>วันนี้</td><td>4</td></tr></table>", "<table><tr><td>วันนี้</td><td>7</td></tr></table>"),
    ('<span class="counter">8 x</span>', '<span class="counter">9 y</span>'),
    ("<p>000123</p>", "<p>000124</p>"),
    ("<p>10:15:01</p>", "<p>23:59:59</p>"),
    ("<p>เวลา 10:15 น.</p>", "<p>เวลา 10:16 น.</p>"),
    ("<p>วันจันทร์ที่ 5 มีนาคม 2565 เวลา 10:15:01 น.</p>", "<p>วันอังคารที่ 6 มีนาคม 2565 เวลา 09:00:00 น.</p>"),
    ("<p>วันนี้ 5 มี.ค. 2565</p>", "<p>วันนี้ 6 เม.ย. 2565</p>"),
    ("<p>Monday, 7 March 2022</p>", "<p>Tuesday, 8 March 2022</p>"),
    ("<p>2022-03-05T10:00:00Z</p>", "<p>2022-03-06T11:22:33Z</p>"),
    ("<p>Your IP: 10.0.0.1</p>", "<p>Your IP: 192.0.2.77</p>"),
    ("<p>Page generated in 0.031 seconds</p>", "<p>Page generated in 1.2 seconds</p>"),
    ("<p>ออนไลน์ 3 คน</p>", "<p>ออนไลน์ 14 คน</p>"),
    ("<p>ref 9f86d081884c7d659a2feaa0c55ad015</p>", "<p>ref 60303ae22b998861bce3b28f33eec1be</p>"),
    ("<p>550e8400-e29b-41d4-a716-446655440000</p>", "<p>6ba7b810-9dad-11d1-80b4-00c04fd430c8</p>"),
    ('<input type="hidden" name="csrf" value="a1">', '<input type="hidden" name="csrf" value="b2">'),
    ('<script nonce="x1">var t = 1</script>', '<script nonce="y2">var t = 2</script>'),
    ("<!-- 12 queries -->", "<!-- 13 queries -->"),
    ('<a href="/a.pdf?sid=1">แผน</a>', '<a href="/a.pdf?sid=2">แผน</a>'),
    ('<a href="/a.pdf;jsessionid=AA">แผน</a>', '<a href="/a.pdf;jsessionid=BB">แผน</a>'),
    ('<a href="/x?PHPSESSID=1">อ่าน</a>', '<a href="/x?PHPSESSID=2">อ่าน</a>'),
    ("<p>  ข้อความ   เดิม </p>", "<p>ข้อความ\nเดิม</p>"),
]
DIFFERENT = [
    ("<p>งบประมาณ 450,000 บาท</p>", "<p>งบประมาณ 540,000 บาท</p>"),
    ("<p>โครงการถนน</p>", "<p>โครงการประปา</p>"),
    (
        "<table><tr><td>ถนน</td><td>450,000</td></tr></table>",
        "<table><tr><td>ถนน</td><td>5</td></tr></table>",
    ),
    ("<p>ประกาศ ณ วันที่ 5 มีนาคม 2565</p>", "<p>ประกาศ ณ วันที่ 6 มีนาคม 2565</p>"),
    ('<a href="/a.pdf">แผน</a>', '<a href="/b.pdf">แผน</a>'),
    ("<p>มี</p>", ""),
    ("<p>หมู่ที่ ๓ และ ๔</p>", "<p>หมู่ที่ ๓ และ ๕</p>"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_deaf_to_time(one: str, other: str) -> None:
    assert on(one) == on(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_not_to_content(one: str, other: str) -> None:
    assert on(one) != on(other)


def test_whole_page_that_counts() -> None:
    assert mark(counted(ARTICLE)) == mark(counted(ARTICLE))
    assert mark(counted(ARTICLE)) != mark(counted(ARTICLE + "<p>เพิ่มเติม</p>"))


TEXT = "แผนดำเนินงานของเทศบาลตำบลทดสอบ ประจำปีงบประมาณ"
CHARSETS = [
    (TEXT.encode(), {}),
    (TEXT.encode(), {"content-type": "text/html; charset=TIS-620"}),
    (TEXT.encode("tis-620"), {"content-type": "text/html; charset=TIS-620"}),
    (TEXT.encode("tis-620"), {}),
    (TEXT.encode("cp874"), {"content-type": 'text/html; charset="windows-874"'}),
    (TEXT.encode("cp874"), {"content-type": "text/html; charset=utf-8"}),
    (TEXT.encode("cp874"), {"content-type": "text/html; charset=iso-8859-1"}),
    (TEXT.encode("iso-8859-11"), {"content-type": "text/html; charset=iso-8859-11"}),
    (TEXT.encode("utf-8-sig"), {}),
    (TEXT.encode("utf-16"), {}),
    (b'<meta charset="tis-620">' + TEXT.encode("tis-620"), {}),
    (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-874">' + TEXT.encode("cp874"), {}),
    (TEXT.encode() + b"\xe0\xb8", {}),
    (TEXT.encode() + b" \xff\xfe x", {"content-type": "text/html; charset=utf-8"}),
]


@pytest.mark.parametrize(("raw", "headers"), CHARSETS)
def test_charsets(raw: bytes, headers: dict[str, str]) -> None:
    assert TEXT in decode(raw, headers)


def test_unknown_charset() -> None:
    assert decode(b"\xff\xfd\x81 plan", {"content-type": "text/html; charset=no-such"})


def test_reading() -> None:
    read = read_page(
        b"<title>T</title><nav><a href=/m>Menu</a></nav><h1>Head <b>line</b></h1><p>One<br>Two</p>"
        b"<div style='display: none'>Never</div><footer>Foot</footer>",
        {},
    )
    assert (read.title, read.headings) == ("T", ["Head line"])
    assert read.main.split("\n") == ["Head line", "One", "Two"]
    assert "Foot" in read.text and "Never" not in read.text
