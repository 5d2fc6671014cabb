"""Hosts that answer for any path in their own way: soft 404s, databases, logins; where redirects lead."""

from collections.abc import Mapping

from tests.evidence.bodies import ARTICLE, NAME, counted, page
from tests.evidence.cases import ADDRESSES, BODIES, HTML, NAMES, PAGE, PLAN, REDIRECTS, THROTTLING, TLS, Case
from tests.evidence.more_cases import MORE_EVERYWHERE, MORE_GROUPS, MORE_TABLES
from tests.evidence.server import Behaviour, Exchange, answer, made, raw, redirect

SORRY = "<h1>ขออภัย</h1><p>ไม่พบหน้าที่ท่านต้องการ</p>"
HOME = page("<h1>ยินดีต้อนรับ</h1><p>ข่าวประชาสัมพันธ์ล่าสุดของเทศบาล</p><ul><li>รับสมัครงาน</li><li>วันสงกรานต์</li></ul>")
LOGIN = (
    '<h1>เข้าสู่ระบบ</h1><form method="post"><input name="user"><input type="password" name="pass">'
    "<button>เข้าสู่ระบบ</button></form>"
)
ABOUT_404 = (
    "<h1>วิธีแก้ปัญหา 404 Not Found เมื่อไม่พบหน้าเว็บไซต์</h1>"
    + "<p>เจ้าหน้าที่ควรตรวจสอบลิงก์ของหน่วยงานทุกเดือน เมื่อประชาชนพบข้อความว่าไม่พบหน้าที่ต้องการ "
    "ให้แจ้งสำนักปลัดเพื่อแก้ไขภายในสามวันทำการ "
    "และให้บันทึกสาเหตุไว้ในทะเบียน</p>" * 3
)
SCRIPTED = (
    b'<!DOCTYPE html><html><head><title>ITA</title></head><body><div id="root"></div>'
    b'<noscript>Please enable JavaScript</noscript><script src="/static/main.js"></script></body></html>'
)


def _record(exchange: Exchange) -> bytes:
    number = exchange.target.rpartition("=")[2]
    known = {
        "12": ARTICLE,
        "13": "<h1>ประกาศราคากลาง</h1><p>ราคากลางงานก่อสร้างอาคาร ๑,๒๐๐,๐๐๐ บาท ประกาศเมื่อ ๓ มีนาคม</p>",
    }
    return counted("<h2>ข่าวประชาสัมพันธ์</h2>" + known.get(number, ""))


def _telling(exchange: Exchange) -> bytes:
    return _record(exchange) if exchange.target.endswith(("=12", "=13")) else page("<p>ไม่พบข้อมูล</p>")


def _echo(exchange: Exchange) -> bytes:
    return counted(f"<p>ระบบค้นหา {exchange.target} แล้ว เชิญดูรายการอื่นของเรา</p>")


def _soft(host: str, name: str, verdict: str, path: str, behaviour: Behaviour | None = None) -> Case:
    return Case(name, f"{{{host}}}{path}", behaviour, verdict, "html" if verdict == "ok" else None)


ELSEWHERE: Mapping[str, Behaviour] = {
    "thai": answer(page(SORRY), HTML),
    "english": answer(b"<title>404 - Page Not Found</title><p>The page you requested does not exist.", HTML),
    "titled": answer(page("<p>ลองค้นหาดู</p>", f"ไม่พบหน้าเว็บ – {NAME}"), HTML),
    "tis": answer(page(SORRY).replace(b"utf-8", b"tis-620").decode().encode("cp874", "ignore"), "text/html"),
    "home": answer(HOME, HTML),
    "echo": made(_echo),
    "bounce": redirect(302, "/"),
    "bounce-error": redirect(302, "/error.aspx?path=x"),
    "dated": made(lambda _: counted("<h1>ข้อมูลถูกย้ายหรือถูกลบไปแล้ว</h1>")),
}
SOFT = (
    *(
        case
        for host in ELSEWHERE
        for case in (
            _soft(host, f"{host}: missing", "soft_404", "/2566/plan.html"),
            _soft(host, f"{host}: there", "ok", "/2565/plan.html", PAGE),
        )
    ),
    _soft("home", "home: missing by number", "soft_404", "/index.php?page=plan2566"),
    _soft("home", "home: the root itself", "ok", "/", answer(HOME, HTML)),
    Case("thai: missing PDF", "{thai}/2566/plan.pdf", None, "soft_404|wrong_type", "pdf"),
    Case("thai: PDF", "{thai}/2565/plan.pdf", PLAN, "ok", "pdf"),
    _soft("echo", "echo: page that counts", "ok", "/2565/news.html", made(lambda _: counted(ARTICLE))),
    _soft("thai", "article about missing pages", "ok", "/howto.html", answer(page(ABOUT_404), HTML)),
    _soft("town", "article about missing pages, long titled", "ok", "/howto.html",
          answer(page(ABOUT_404, "วิธีแก้ปัญหา 404 Not Found"), HTML)),
    _soft("town", "no data", "soft_404", "/nodata", answer(page("<h1>ไม่พบข้อมูล</h1>"), HTML)),
    _soft("town", "file deleted", "soft_404", "/deleted", answer(page("<h1>ไม่พบไฟล์ที่ต้องการ</h1>"), HTML)),
    _soft("town", "short but there", "ok", "/short.html",
          answer(page("<h1>นโยบายไม่รับของขวัญ</h1><p>ผู้บริหารและพนักงานทุกคนไม่รับของขวัญ"
          "และของกำนัลทุกชนิดจากการปฏิบัติหน้าที่</p>"), HTML)),
    _soft("town", "login page", "login_wall", "/members", answer(page(LOGIN, "เข้าสู่ระบบ"), HTML)),
    _soft("town", "page with a login at its side", "ok", "/side.html", answer(
        page(ARTICLE * 2 + '<form><input name="u"><input type="password" name="p"></form>'), HTML)),
    _soft("town", "scripts only", "unverifiable", "/app", answer(SCRIPTED, HTML)),
    _soft("town", "page with scripts", "ok", "/scripts.html", answer(
        page(ARTICLE + '<script src="/a.js"></script><noscript>Please enable JavaScript</noscript>'), HTML)),
)  # fmt: skip
DATABASES = (
    _soft("records", "record", "ok", "/news.php?id=12", made(_record)),
    _soft("records", "other record", "ok", "/news.php?id=13", made(_record)),
    _soft("records", "no such record", "soft_404", "/news.php?id=4711", made(_record)),
    _soft("telling", "told record", "ok", "/view.aspx?id=12", made(_telling)),
    _soft("telling", "no such told record", "soft_404", "/view.aspx?id=4711", made(_telling)),
)
GROUPS: Mapping[str, tuple[Case, ...]] = {
    "names": NAMES, "redirects": REDIRECTS, "bodies": BODIES, "soft": SOFT, "databases": DATABASES,
    "tls": TLS,
    "addresses": ADDRESSES, "throttling": THROTTLING,
    **{f"more {place}": cases for place, cases in enumerate(MORE_GROUPS)},
}  # fmt: skip


def _database(exchange_path: str, page_of: Behaviour) -> Behaviour:
    async def behave(exchange: Exchange) -> None:
        missing = answer(b"<h1>Not Found</h1>", "text/html", 404)
        await (page_of if exchange.target.startswith(exchange_path) else missing)(exchange)

    return behave


EVERYWHERE: Mapping[str, Behaviour] = {
    **ELSEWHERE,
    **MORE_EVERYWHERE,
    "records": _database("/news.php?", made(_record)),
    "telling": _database("/view.aspx?", made(_telling)),
}


def _hops() -> dict[str, Behaviour]:
    deep = {f"/deep/{number}": redirect(302, f"/deep/{number + 1}") for number in range(1, 60)}
    return deep | {
        "/": answer(HOME, HTML), "/plan.pdf": PLAN, "/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf": PLAN,
        "/the%20plan.pdf": PLAN, "/%E1%BC%B9.pdf": PLAN, "/forth": redirect(302, "/back-and-forth"),
        "/gone.pdf": answer(b"gone", HTML, 410), "/login.php?next=/plan": answer(page(LOGIN), HTML),
        "/error.html": answer(page("<h1>เกิดข้อผิดพลาด</h1>"), HTML), "/404": answer(page(SORRY), HTML),
    }  # fmt: skip


def tables() -> dict[str, dict[str, Behaviour]]:
    """Each host's table: its cases, and what else stands there."""
    found: dict[str, dict[str, Behaviour]] = {
        "hops": _hops(),
        "inner": {"/th/index.php": answer(HOME, HTML)},
        "mute": {"*raw": raw(then="stall")},
        "bounce": {"/": answer(HOME, HTML)},
        "bounce-error": {"/error.aspx?path=x": answer(page("<h1>เกิดข้อผิดพลาด</h1>"), HTML)},
        "unhurried": {"/robots.txt": answer(b"User-agent: *\nCrawl-delay: 1\n", "text/plain")},
        "robots": {"/robots.txt": answer(b"User-agent: *\nDisallow: /private/\n", "text/plain")},
    }
    for host, table in MORE_TABLES.items():
        found.setdefault(host, {}).update(table)
    for case in (case for cases in GROUPS.values() for case in cases):
        host, brace, path = case.url.removeprefix("{").partition("}")
        if brace and case.url.startswith("{") and host not in ("dead", "canary"):
            table = found.setdefault(host, {})
            if case.behaviour:
                table[case.target or path] = case.behaviour
    return found
