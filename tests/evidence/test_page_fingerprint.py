"""Fingerprints: deaf to time, not to content; and the reading of pages beneath them."""

import time

import pytest

from prongsai.evidence.charset import decode
from prongsai.evidence.lasting import fingerprint
from prongsai.evidence.page import read_page
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
    ("<p>คุณเป็นผู้เข้าชมลำดับที่ 123</p>", "<p>คุณเป็นผู้เข้าชมลำดับที่ 124</p>"),
    ("<p>ขณะนี้เวลา 10.15 น.</p>", "<p>ขณะนี้เวลา 11.20 น.</p>"),
    ("<p>วันพุธที่ ๕ มีนาคม พ.ศ. ๒๕๖๖</p>", "<p>วันพฤหัสบดีที่ ๖ มีนาคม พ.ศ. ๒๕๖๖</p>"),
    ("<p>5 มีนาคม 2566 | 10:15:01</p>", "<p>6 มีนาคม 2566 | 10:16:01</p>"),
    ("<p>วันนี้วันที่ 5 มีนาคม 2566</p>", "<p>วันนี้วันที่ 6 มีนาคม 2566</p>"),
    ("<p>ขณะนี้มีผู้ใช้งาน 3 คน</p>", "<p>ขณะนี้มีผู้ใช้งาน 12 คน</p>"),
    ("<p>IP ของคุณ 1.2.3.4</p>", "<p>IP ของคุณ 101.2.3.4</p>"),
    ("<p>สถิติ วันนี้ 5 เมื่อวาน 7 ทั้งหมด 99</p>", "<p>สถิติ วันนี้ 6 เมื่อวาน 7 ทั้งหมด 100</p>"),
    ("<p>จำนวนผู้เข้าชม : 0001234</p>", "<p>จำนวนผู้เข้าชม : 0001235</p>"),
    ("<p>ยอดวิว 5</p>", "<p>ยอดวิว 6</p>"),
    ("<p>Hits: 5</p>", "<p>Hits: 15</p>"),
    ("<p>Page load 0.12 วินาที</p>", "<p>Page load 0.3 วินาที</p>"),
    ("<p>ประมวลผลใน 0.12 วินาที</p>", "<p>ประมวลผลใน 0.55 วินาที</p>"),
    (
        "<table><tr><td>แผน</td><td>ดาวน์โหลด 12 ครั้ง</td></tr></table>",
        "<table><tr><td>แผน</td><td>ดาวน์โหลด 13 ครั้ง</td></tr></table>",
    ),
    ("<p>เวลา ๑๐:๑๕:๐๑ น.</p>", "<p>เวลา ๑๑:๑๕:๐๑ น.</p>"),
    ("<p>Wed Mar 5 10:15:01 ICT 2025</p>", "<p>Thu Mar 6 11:15:01 ICT 2025</p>"),
    ("<p>5 Mar 2023 10:15 AM</p>", "<p>6 Mar 2023 11:15 AM</p>"),
    ("<ul><li>ออนไลน์</li><li>3</li></ul>", "<ul><li>ออนไลน์</li><li>4</li></ul>"),
    (
        "<table><tr><td>วันนี้</td><td>1,234</td></tr><tr><td>เดือนนี้</td><td>9,234</td></tr></table>",
        "<table><tr><td>วันนี้</td><td>1,235</td></tr><tr><td>เดือนนี้</td><td>9,235</td></tr></table>",
    ),
    ("<p>session: abcDEF123456789012345xyz</p>", "<p>session: zbcDEF923456789012345xyz</p>"),
    ("<p>Request ID: 7f3a-22</p>", "<p>Request ID: 9c1b-77</p>"),
    ("<p>Ray ID: 7a8b9c0d1e2f3a4b</p>", "<p>Ray ID: 1a8b9c0d1e2f3a4c</p>"),
    ("<div id='clock'>x1</div>", "<div id='clock'>x2</div>"),
    (
        "<marquee>วันอังคารที่ 4 มีนาคม 2566 เวลา 09.00 น.</marquee>",
        "<marquee>วันพุธที่ 5 มีนาคม 2566 เวลา 09.10 น.</marquee>",
    ),
    ("<p>ผู้ชมออนไลน์ขณะนี้ : <b>12</b></p>", "<p>ผู้ชมออนไลน์ขณะนี้ : <b>14</b></p>"),
    ("<p>อ่าน 1,204 ครั้ง</p>", "<p>อ่าน 1,205 ครั้ง</p>"),
    ("<p>เข้าชม (12)</p>", "<p>เข้าชม (13)</p>"),
    ("<p>เมื่อ 5 นาทีที่แล้ว</p>", "<p>เมื่อ 9 นาทีที่แล้ว</p>"),
    ("<p>3 hours ago</p>", "<p>4 hours ago</p>"),
    ("<p>Copyright © 2024</p>", "<p>Copyright © 2025</p>"),
    ("<iframe src='https://ads.example/?r=1'></iframe>", "<iframe src='https://ads.example/?r=2'></iframe>"),
    ("<img src='/counter.php?n=1'>", "<img src='/counter.php?n=2'>"),
    ("<p>1 8 3 2</p>", "<p>1 8 3 3</p>"),
    ("<span>0</span><span>1</span><span>7</span>", "<span>0</span><span>1</span><span>8</span>"),
    (
        "<div>ผู้เข้าชมวันนี้</div><div>5 คน</div><div>ผู้เข้าชมทั้งหมด</div><div>99 คน</div>",
        "<div>ผู้เข้าชมวันนี้</div><div>6 คน</div><div>ผู้เข้าชมทั้งหมด</div><div>100 คน</div>",
    ),
    ("<p>Today 5 | Yesterday 6 | All 7</p>", "<p>Today 6 | Yesterday 6 | All 8</p>"),
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
    ("<p>ประชุมเวลา 09.00 น.</p>", "<p>ประชุมเวลา 13.00 น.</p>"),
    ("<p>วันที่ 5 มีนาคม 2566 เปิดรับสมัคร</p>", "<p>วันที่ 6 มีนาคม 2566 เปิดรับสมัคร</p>"),
    ("<p>รวมทั้งหมด 450 ครัวเรือน</p>", "<p>รวมทั้งหมด 540 ครัวเรือน</p>"),
    (
        "<table><tr><td>รวม</td><td>450,000</td></tr></table>",
        "<table><tr><td>รวม</td><td>540,000</td></tr></table>",
    ),
    ("<p>ปี 2565 ร้องเรียน 3 เรื่อง</p>", "<p>ปี 2565 ร้องเรียน 4 เรื่อง</p>"),
    ("<p>โทร 032-123456</p>", "<p>โทร 032-123457</p>"),
    ("<p>งบประมาณ 2566</p>", "<p>งบประมาณ 2567</p>"),
    ("<p>ประกาศ 5/2566</p>", "<p>ประกาศ 6/2566</p>"),
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


def test_two_megabytes() -> None:
    """A page as long as any is read and marked in a moment, whatever it is made of."""
    for piece in (
        "<p>ผู้เข้าชม 1,234 คน</p>",
        "<tr><td>ถนน</td><td>450,000</td></tr>",
        "<p>ISO-8859-1</p>",
        "aA1-" * 50,
    ):
        html = f"<html><body>{piece * (2_000_000 // len(piece.encode()))}</body></html>"
        began = time.process_time()
        mark(html)
        assert time.process_time() - began < 10, piece
