"""Verdicts from final answers, one row each; near misses beside what they nearly are."""

import hashlib
import time
from collections.abc import Sequence

import pytest

from prongsai.evidence.answer import Answer
from prongsai.evidence.judge import Found, judge
from prongsai.evidence.nowhere import Kind, Nowhere, nowhere_of
from prongsai.evidence.places import is_error, is_login, is_root
from prongsai.model.receipt import Expected
from tests.evidence import bodies
from tests.evidence.bodies import ARTICLE, page

SITE = "https://town.example"
LONG = ARTICLE + "<p>รายละเอียดของโครงการตามแผนดำเนินงาน งบประมาณ และผู้รับผิดชอบในแต่ละไตรมาส</p>" * 25
HTML = "text/html; charset=utf-8"
LOGIN_FORM = '<form><input name="user"><input type="password" name="pass"><button>ตกลง</button></form>'
SPA = (
    b'<!doctype html><html><head><title>Town</title></head><body><div id="app"></div>'
    b'<noscript>Please enable JavaScript.</noscript><script src="/a.js"></script></body></html>'
)


def look(
    body: bytes | str = b"",
    kind: str | None = HTML,
    *,
    status: int = 200,
    path: str = "/plan",
    final: str | None = None,
    expect: Expected | None = None,
    last: str | None = None,
    probe: Nowhere | Sequence[Nowhere] | None = None,
    whole: bool = True,
    permanent: bool = False,
    headers: dict[str, str] | None = None,
    hosts: tuple[str, ...] = ("town.example", "www.town.example"),
) -> Found:
    url = path if "://" in path else SITE + path
    to = url if final is None else final if "://" in final else SITE + final
    given = ({"content-type": kind} if kind else {}) | (headers or {})
    raw = body.encode() if isinstance(body, str) else body
    answer = Answer(url, to, status, given, raw, whole, () if to == url else (to,), permanent)
    nowheres = [probe] if isinstance(probe, Nowhere) else probe or []
    return judge(
        answer, expect=expect, last_sha256=last, nowheres=nowheres, allowed_host=lambda host: host in hosts
    )


def nowhere(
    body: bytes,
    status: int = 200,
    path: str = "/prongsai-5f0c21ab77e1",
    kind: Kind = "path",
    media: str = HTML,
) -> Nowhere | None:
    answer = Answer(SITE + path, SITE + path, status, {"content-type": media}, body)
    return nowhere_of(answer, kind)


STATUSES = [
    (204, "empty"),
    (205, "empty"),
    (206, "truncated"),
    (400, "not_found"),
    (401, "login_wall"),
    (403, "blocked"),
    (404, "not_found"),
    (405, "blocked"),
    (408, "timeout"),
    (410, "gone"),
    (429, "rate_limited"),
    (451, "blocked"),
    (500, "server_error"),
    (502, "server_error"),
    (503, "unavailable"),
    (504, "server_error"),
    (999, "blocked"),
    (302, "protocol_error"),
    (200, "ok"),
    (203, "ok"),
]


@pytest.mark.parametrize(("status", "verdict"), STATUSES)
def test_statuses(status: int, verdict: str) -> None:
    assert look(page(LONG), status=status).verdict == verdict


def test_partial_answers() -> None:
    pdf = bodies.pdf()
    whole = {"content-range": f"bytes 0-{len(pdf) - 1}/{len(pdf)}"}
    assert look(pdf, "application/pdf", status=206, headers=whole).verdict == "ok"
    part = {"content-range": f"bytes 0-99/{len(pdf)}"}
    assert look(pdf[:100], "application/pdf", status=206, headers=part).verdict == "truncated"


SOFT = {
    "Thai phrase": page("<h1>ไม่พบหน้าที่ต้องการ</h1><p>กรุณาตรวจสอบที่อยู่อีกครั้ง</p>"),
    "Thai phrase in a paragraph": page("<p>ขออภัย ไม่พบหน้าที่ท่านต้องการ</p>"),
    "Thai title": page("<p>ลองค้นหาดู</p>", "ไม่พบหน้าเว็บ – เทศบาล"),
    "Thai heading": page("<h2>ไม่พบข้อมูลที่คุณร้องขอ</h2>"),
    "no data": page("<p>ไม่พบข้อมูล</p>"),
    "file": page("<div>ไม่พบไฟล์นี้ในระบบ</div>"),
    "deleted": page("<p>ข้อมูลนี้ถูกลบหรือย้ายไปแล้ว</p>"),
    "404 alone": b"<html><title>404</title><body><h1>404</h1></body></html>",
    "English": b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>",
    "English sentence": page("<p>The page you are looking for could not be found.</p>"),
    "English oops": page("<h1>Oops!</h1><p>We can't find the page you're looking for.</p>"),
    "title beside a site's name": page("<p>Try the search.</p>", "Page not found | Town"),
    "nginx": b"<html><body><center><h1>404 Not Found</h1></center><hr><center>nginx</center></body></html>",
    "Thai in TIS-620": "<html><body><h1>ไม่พบหน้าที่ต้องการ</h1></body></html>".encode("tis-620"),
    "heading, in Thai numerals' company": page("<h1>เกิดข้อผิดพลาด 404</h1><p>ไม่พบเอกสารที่ท่านเรียก</p>"),
}
REAL = {
    "article": page(LONG),
    "article about 404s": page("<h1>วิธีแก้ปัญหา 404 Not Found</h1>" + LONG, "วิธีแก้ปัญหา 404 Not Found - เทศบาล"),
    "article titled by the phrase": page("<h1>404 Not Found: คืออะไร</h1>" + LONG, "404 Not Found: คืออะไร"),
    "no complaints": page("<h1>ข้อมูลเรื่องร้องเรียน</h1><p>ปีงบประมาณ ๒๕๖๖ ไม่พบเรื่องร้องเรียนการทุจริต</p>"),
    "no corruption found": page("<h1>ผลการตรวจสอบ</h1><p>ไม่พบข้อมูลการทุจริตของเจ้าหน้าที่</p>"),
    "no comments": page(ARTICLE + "<p>ไม่พบความคิดเห็น</p>"),
    "house 404": page("<h1>ที่ตั้ง</h1><p>บ้านเลขที่ 404 หมู่ 3 ตำบลทดสอบ</p>"),
    "short policy": page("<h1>นโยบายไม่รับของขวัญ</h1><p>ผู้บริหารทุกคนไม่รับของขวัญและของกำนัลทุกชนิด</p>"),
    "list of one document": page('<h1>แผน</h1><a href="/plan.pdf">แผนพัฒนา</a>'),
    "scan as a picture": b'<html><body><img src="/order.jpg"></body></html>',
    "login box in the header": page(ARTICLE).replace(b"</header>", LOGIN_FORM.encode() + b"</header>"),
    "login box in a side bar": page(f'<div class="sidebar">{LOGIN_FORM} เข้าสู่ระบบ</div>{ARTICLE}'),
    "login box beside an article": page(LONG + LOGIN_FORM),
    "guide to logging in": page("<h1>คู่มือการเข้าสู่ระบบ E-Service</h1>" + LONG, "คู่มือการเข้าสู่ระบบ"),
    "scripts beside text": page(
        ARTICLE + '<script src="/a.js"></script><noscript>Enable JavaScript</noscript>'
    ),
    "rendered app": SPA.replace(b'<div id="app">', f'<div id="app">{ARTICLE}'.encode()),
    "maintenance of roads": page("<h1>การปรับปรุงระบบประปา</h1>" + ARTICLE),
    "domain told of": page("<h1>ขอเชิญอบรม</h1><p>การขายโดเมนและเว็บไซต์ให้ชุมชน</p>" + LONG),
    "no end tags": b"<title>Plan</title><h1>Plan of the year</h1><p>Roads and water for every village",
    "plain words as HTML": "แผนดำเนินงานประจำปีงบประมาณ".encode(),
    "TIS-620": page(LONG).decode().replace("utf-8", "tis-620").encode("cp874", "ignore"),
    "UTF-16": page(LONG).decode().encode("utf-16"),
}
OTHER = {
    "login page": (page(LOGIN_FORM, "เข้าสู่ระบบ"), "login_wall"),
    "bare password form": (page(LOGIN_FORM), "login_wall"),
    "login asked for": (page("<p>กรุณาเข้าสู่ระบบก่อนดูเอกสาร</p>"), "login_wall"),
    "login asked for in English": (page("<p>You must be logged in to view this page.</p>"), "login_wall"),
    "Drive": (
        page("<h1>You need access</h1><p>Request access, or switch to another account.</p>"),
        "login_wall",
    ),
    "sign in without a password": (page('<h1>Sign in</h1><form><input type="email"></form>'), "login_wall"),
    "parked": (b"<html><title>town.example</title><h1>This domain is for sale</h1></html>", "wrong_host"),
    "expired": (page("<h1>โดเมนนี้หมดอายุ</h1>"), "wrong_host"),
    "stage": (SPA, "unverifiable"),
    "loading": (
        b"<html><body><div>Loading...</div><script src=/a.js></script></body></html>",
        "unverifiable",
    ),
    "only a script": (b"<html><body><script>boot()</script></body></html>", "unverifiable"),
    "frameset": (b'<html><frameset><frame src="/a.htm"></frameset></html>', "unverifiable"),
    "challenge": (
        b"<html><title>Just a moment...</title><body>Checking your browser</body></html>",
        "blocked",
    ),
    "denied": (b"<html><title>Access Denied</title><h1>Access Denied</h1></html>", "blocked"),
    "maintenance": (page("<h1>ปิดปรับปรุงระบบชั่วคราว</h1>"), "unavailable"),
    "database down": (b"<h1>Error establishing a database connection</h1>", "server_error"),
    "PHP error": (b"<br /><b>Fatal error</b>: Uncaught Error in /var/www/index.php:3", "server_error"),
    "nothing": (b"", "empty"),
    "spaces": (b" \n\t \n", "empty"),
    "NULs": (b"\0" * 400, "empty"),
    "empty HTML": (
        b"<!DOCTYPE html><html><head><title></title></head><body>  &nbsp; </body></html>",
        "empty",
    ),
    "only a comment": (b"<html><body><!-- content --></body></html>", "empty"),
    "cut inside a tag": (page(LONG)[: page(LONG).rfind(b"<footer") + 4], "truncated"),
    "refresh to the root": (
        b'<html><meta http-equiv="refresh" content="0; url=/"><body></body></html>',
        "soft_404",
    ),
    "refresh to a login": (b'<meta http-equiv=refresh content="0;url=/login.php"><p>...</p>', "login_wall"),
    "refresh abroad": (b'<meta http-equiv=refresh content="1;url=https://slot.example/"><p>go', "wrong_host"),
    "jump to the root": (b"<html><script>window.location.href = '/';</script></html>", "soft_404"),
    "jump onward": (b"<html><script>location.replace('/view/9')</script></html>", "unverifiable"),
}


@pytest.mark.parametrize("name", SOFT)
def test_soft_404(name: str) -> None:
    found = look(SOFT[name])
    assert found.verdict == "soft_404", found
    assert found.fingerprint is None


@pytest.mark.parametrize("name", REAL)
def test_real_pages(name: str) -> None:
    found = look(REAL[name], "text/html")
    assert (found.verdict, found.media_type) == ("ok", "text/html"), found
    assert found.fingerprint
    assert found.sha256 is None


@pytest.mark.parametrize("name", OTHER)
def test_other_pages(name: str) -> None:
    body, verdict = OTHER[name]
    found = look(body)
    assert found.verdict == verdict, found


REDIRECTS = [
    ("/plan.pdf", "/", "soft_404"),
    ("/plan.pdf", "/index.php", "soft_404"),
    ("/plan", "/th/home", "soft_404"),
    ("/", "/home", "ok"),
    ("/", "/th/", "ok"),
    ("/index.php", "/", "ok"),
    ("/plan", "/login", "login_wall"),
    ("/plan", "/wp-login.php?redirect_to=x", "login_wall"),
    ("/plan", "/index.php?view=login", "login_wall"),
    ("/plan", "https://accounts.google.com/ServiceLogin?x=1", "login_wall"),
    ("/plan", "/404.html", "soft_404"),
    ("/plan", "/error.aspx?path=x", "soft_404"),
    ("/plan", "/page-not-found", "soft_404"),
    ("/plan", "/maintenance.html", "unavailable"),
    ("/plan", "https://other.example/plan", "wrong_host"),
    ("/plan", "/cgi-sys/defaultwebpage.cgi", "wrong_host"),
    ("/plan", "https://www.town.example/plan", "ok"),
    ("/plan", "/2566/plan", "ok"),
    ("/news/404-roads", "/news/404-roads-built", "ok"),
    ("/node/12", "/news/how-to-login", "ok"),
    ("/error-reports", "/error-reports/2566", "ok"),
    ("/plan", "/login-system-guide", "ok"),
]


@pytest.mark.parametrize(("path", "final", "verdict"), REDIRECTS)
def test_redirects(path: str, final: str, verdict: str) -> None:
    assert look(page(LONG), path=path, final=final).verdict == verdict
    lasting = look(page(LONG), path=path, final=final, permanent=True).verdict
    assert lasting == ("moved" if verdict == "ok" else verdict)


def test_files_behind_redirects() -> None:
    assert look(bodies.pdf(), "application/pdf", final="/files/login", expect="pdf").verdict == "ok"
    assert look(bodies.pdf(), "application/pdf", final="/x.pdf", permanent=True).verdict == "moved"
    assert look(bodies.pdf(), "application/pdf", final="https://cdn.example/x.pdf").verdict == "wrong_host"
    assert look(bodies.pdf(), "application/pdf", path="https://other.example/x.pdf").verdict == "wrong_host"


DOCX, XLSX, ZIP = bodies.packed(*bodies.DOCX), bodies.packed(*bodies.XLSX), bodies.packed("a.txt", "b.txt")
TYPES: list[tuple[bytes, str, Expected | None, str]] = [
    (bodies.pdf(), "application/pdf", "pdf", "ok"),
    (bodies.pdf(), "application/octet-stream", "pdf", "ok"),
    (bodies.pdf(), "text/html", "pdf", "ok"),
    (bodies.pdf(), "application/pdf", None, "ok"),
    (bodies.pdf(), "application/pdf", "html", "wrong_type"),
    (bodies.pdf(), "application/pdf", "image", "wrong_type"),
    (bodies.pdf()[: len(bodies.pdf()) // 2], "application/pdf", "pdf", "truncated"),
    (page(LONG), "application/pdf", "pdf", "wrong_type"),
    (page(LONG), HTML, "docx", "wrong_type"),
    (page(LONG), "application/pdf", None, "wrong_type"),
    (page(LONG), "image/png", None, "wrong_type"),
    (SOFT["Thai phrase"], "application/pdf", "pdf", "soft_404"),
    (OTHER["login page"][0], HTML, "pdf", "login_wall"),
    (SPA, HTML, "pdf", "wrong_type"),
    (DOCX, "application/zip", "docx", "ok"),
    (DOCX, "application/zip", "xlsx", "wrong_type"),
    (XLSX, "application/octet-stream", "xlsx", "ok"),
    (XLSX, "application/octet-stream", "docx", "wrong_type"),
    (XLSX[: len(XLSX) // 2], "application/octet-stream", "xlsx", "truncated"),
    (ZIP, "application/zip", "zip", "ok"),
    (ZIP, "application/zip", "docx", "wrong_type"),
    (ZIP[:-30], "application/zip", "zip", "truncated"),
    (ZIP, "application/zip", "pdf", "wrong_type"),
    (bodies.png(), "image/png", "image", "ok"),
    (bodies.jpeg(), "image/jpeg", "image", "ok"),
    (bodies.jpeg(), "image/jpeg", "pdf", "wrong_type"),
    (bodies.png()[:-20], "image/png", "image", "truncated"),
    (b'{"plan": [1, 2]}', "application/json", "html", "wrong_type"),
    (b'{"plan": [1, 2]}', "text/html", "html", "wrong_type"),
    (b'{"plan": [1, 2]}', "application/json", None, "ok"),
    (b'{"error": "Not found"}', "application/json", None, "soft_404"),
    (b"name,amount\nroad,100\n", "text/csv", None, "ok"),
    (b"Plan of the year", "text/plain", "html", "wrong_type"),
    (b"File not found.", "text/plain", None, "soft_404"),
    (b"File not found.", "text/plain", "pdf", "soft_404"),
    (b"\x01\x02\x03\xff" * 90, "application/octet-stream", "pdf", "wrong_type"),
    (b"\x01\x02\x03\xff" * 90, "application/pdf", None, "wrong_type"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "application/msword", "docx", "wrong_type"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "application/msword", None, "ok"),
    (page(LONG), HTML, "html", "ok"),
    (page(LONG), "text/plain", "html", "ok"),
]


@pytest.mark.parametrize(("body", "kind", "expect", "verdict"), TYPES)
def test_types(body: bytes, kind: str, expect: Expected | None, verdict: str) -> None:
    found = look(body, kind, expect=expect)
    assert found.verdict == verdict, found
    assert found.bytes == len(body)


def test_hashes() -> None:
    pdf = bodies.pdf()
    sha256 = hashlib.sha256(pdf).hexdigest()
    assert look(pdf, "application/pdf", last=sha256.upper()).sha256 == sha256
    changed = look(pdf, "application/pdf", last="0" * 64)
    assert (changed.verdict, changed.sha256) == ("changed", sha256)
    assert look(page(LONG), last="0" * 64).verdict == "ok"
    assert look(pdf[:500], "application/pdf", last="0" * 64).verdict == "truncated"


def test_early_end() -> None:
    assert look(page(LONG), whole=False).verdict == "truncated"
    assert look(b"", whole=False).verdict == "truncated"
    assert look(page(LONG), whole=False, status=404).verdict == "not_found"


CATCH_ALL = page("<h2>ข่าวล่าสุด</h2><p>ขอเชิญร่วมงานประเพณี</p><p>ผู้เข้าชม 1234 คน</p>")


def test_probe() -> None:
    same = page("<h2>ข่าวล่าสุด</h2><p>ขอเชิญร่วมงานประเพณี</p><p>ผู้เข้าชม 1299 คน</p>")
    assert look(same, probe=nowhere(CATCH_ALL)).verdict == "soft_404"
    assert look(same, probe=nowhere(CATCH_ALL, 404)).verdict == "ok"
    assert look(same, path="/", probe=nowhere(CATCH_ALL)).verdict == "ok"
    assert look(page(ARTICLE), probe=nowhere(CATCH_ALL)).verdict == "ok"
    echo = page(f"<p>เราหา /plan-2566 ให้ไม่ได้</p><p>{'ลองดูที่เมนู ' * 60}</p>")
    echoed = echo.replace(b"/plan-2566", b"/prongsai-5f0c21ab77e1")
    assert look(echo, path="/plan-2566", probe=nowhere(echoed)).verdict == "soft_404"
    assert look(SPA, probe=nowhere(SPA)).verdict == "unverifiable"
    linked = page('<p>ขอเชิญร่วมงานประเพณี</p><a href="/a.pdf">1</a>')
    assert look(linked, probe=nowhere(CATCH_ALL)).verdict == "ok"


def test_probe_of_files() -> None:
    pdf = bodies.pdf()
    probe = nowhere(pdf, media="application/pdf")
    assert look(pdf, "application/pdf", expect="pdf", probe=probe).verdict == "soft_404"
    assert look(bodies.pdf("Other"), "application/pdf", expect="pdf", probe=probe).verdict == "ok"


def test_records() -> None:
    template = "<h2>รายละเอียดข่าว</h2><p>หัวข้อ</p><p>วันที่</p>"
    probe = nowhere(page(template), path="/news.php?id=987654321", kind="record")
    assert look(page(template), path="/news.php?id=47", probe=probe).verdict == "soft_404"
    assert (
        look(page(template + "<p>เปิดถนนสายใหม่แล้ว</p>"), path="/news.php?id=47", probe=probe).verdict == "ok"
    )
    heedless = nowhere(page(LONG), path="/plan.php?id=987654321", kind="record")
    assert look(page(LONG), path="/plan.php?id=1", probe=heedless).verdict == "ok"


def test_places() -> None:
    assert all(map(is_root, (SITE, f"{SITE}/", f"{SITE}/index.php", f"{SITE}/th/index.html")))
    assert not any(map(is_root, (f"{SITE}/?id=3", f"{SITE}/plan", f"{SITE}/th/plan")))
    assert is_login(f"{SITE}/user/signin") and not is_login(f"{SITE}/logins-of-2566")
    assert is_error(f"{SITE}/not_found.html") and not is_error(f"{SITE}/errors-we-made")
    assert is_root("http://[broken") is False


HOSTILE = [
    "<!--", "<a ", "<?", "</", "<![", "<div>", '<p class="', "1:", "&", "aA1_", "ไม่พบ", "12 ", "ISO-8859-1", "1.1", "<b>ไม่พบหน้า</b>",
    "ขออภัย ไม่พบ", "หน้าที่ท่าน", "the page you are looking ", "could not ", "domain ", "404 ", "10:10:10 ", "5 ม.ค. ", "| ", "((",
    "<h1>x</h1>", "<script>location=", "<script>alert('", "<meta http-equiv=refresh content='", "<meta charset", "<svg ", "<?xml ",
    "startxref ", "1 0 obj ", "javascript ", "/(S(", "<li><a href=x>y</a></li>", "<td>ไม่มีข้อมูล</td>", "\u200b", "ํา", "<svg>",
    "<title>", "<template>", "วันนี้ 1 ", "today , ", "related searches ", "<td hidden>",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_pages_are_judged_in_time(piece: str) -> None:
    """Each again and again, alone and within a title and a heading, beside itself as the host's answer."""
    much = piece * (150_000 // len(piece.encode()))
    started = time.process_time()
    for body in (
        f"<html>{much}",
        f"<html>{much}>",
        f"<title>{much[:20_000]}</title><h1>{much[:20_000]}</h1>",
        f"%PDF-1.4 {much}",
    ):
        raw = body.encode()
        look(raw, path="/news.php?id=1", probe=nowhere(raw, path="/news.php?id=99999999", kind="record"))
    assert time.process_time() - started < 4
