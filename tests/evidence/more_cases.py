"""More decidable cases: what servers in the field do, and what somebody would do who wants to be called good."""

import gzip
import zlib
from urllib.parse import quote

import brotli  # type: ignore[import-untyped]

from prongsai.model.receipt import Expected
from tests.evidence.bodies import ARTICLE, jpeg, page, pdf, png
from tests.evidence.cases import DOCX, HTML, OFFICE, PAGE, PDF, PLAN, XLSX, Case, sha
from tests.evidence.pages import GOOD, MISSING, divs, tables
from tests.evidence.server import Behaviour, Exchange, answer, by_cookie, endless, raw, redirect, turns

LIKE_HOME = tables("<h1>ยินดีต้อนรับ</h1><p>ข่าวประชาสัมพันธ์</p>")


def _sent(name: str, path: str, arrives: str | None = None) -> Case:
    return Case(f"more: {name}", "{names}" + path, PLAN, "ok", "pdf", target=arrives)


MORE_NAMES = (
    _sent("an empty query", "/empty.pdf?", "/empty.pdf?"),
    _sent("parameters of a path", "/p;v=1/plan.pdf;x=2"),
    _sent("dots in a path", "/a/../b/./plan.pdf"),
    _sent("a backslash", "/back\\slash.pdf", "/back/slash.pdf"),
    _sent("a tilde and a colon", "/~town/a:b.pdf"),
    _sent("Thai digits", "/แผน๒๕๖๖.pdf", f"/{quote('แผน๒๕๖๖')}.pdf"),
    _sent("a face", "/😀.pdf", f"/{quote('😀')}.pdf"),
    _sent("a long path", "/" + "a" * 6000 + ".pdf"),
    _sent("an escaped line end", "/a%0D%0AX-Evil:1.pdf"),
    _sent("an escaped NUL", "/a%00b.pdf"),
    _sent("a question in the fragment", "/frag.pdf#a?b", "/frag.pdf"),
    _sent("raw Thai beside TIS-620", "/%E1%BC%B9/แผน.pdf", f"/%E1%BC%B9/{quote('แผน')}.pdf"),
    _sent("Thai vowels in two orders", "/ที่ี.pdf", f"/{quote('ที่ี')}.pdf"),
    _sent("a plus in a path", "/a+b.pdf"),
    _sent("an asterisk", "/*.pdf"),
    _sent("a square bracket in a query", "/get?a[]=1&a[]=2"),
    _sent("a pipe in a query", "/get?a=1|2"),
    _sent("blanks about it", "/blank.pdf ", "/blank.pdf"),
    Case("more: a name and a password", "http://town:secret@127.0.0.1:{names:port}/user.pdf", None, "ok", "pdf"),
    Case("more: a dot at the end of the host", "http://127.0.0.1.:{names:port}/dot.pdf", None, "ok", "pdf"),
    Case("more: host by number", "http://2130706433:{names:port}/number.pdf", None, "ok", "pdf"),
    Case("more: mixed scheme", "hTTp://127.0.0.1:{names:port}/mixed.pdf", None, "ok", "pdf"),
    Case("more: no path", "{home-only}", None, "ok", "html"),
    Case("more: no path but a query", "{home-only}?x=1", None, "ok", "html"),
    Case("more: one slash", "http:/127.0.0.1/plan.pdf", None, "invalid_url"),
    Case("more: no colon", "https//127.0.0.1/plan.pdf", None, "invalid_url"),
    Case("more: port nought", "http://127.0.0.1:0/plan.pdf", None, "invalid_url"),
    Case("more: port of letters", "http://127.0.0.1:http/plan.pdf", None, "invalid_url"),
    Case("more: scheme twice", "http://http://127.0.0.1/plan.pdf", None, "invalid_url"),
    Case("more: a line end inside", "http://127.0.0.1/a\nb.pdf", None, "invalid_url"),
    Case("more: nothing", "", None, "invalid_url"),
    Case("more: a sign", "-", None, "invalid_url"),
    Case("more: data", "data:application/pdf;base64,JVBERi0=", None, "invalid_url"),
    Case("more: a path alone", "/files/plan.pdf", None, "invalid_url"),
    Case("more: too many numbers", "http://1.2.3.4.5/", None, "invalid_url"),
    Case("more: number too large", "http://999.1.1.1/", None, "invalid_url"),
    Case("more: odd host", "http://exa mple.go.th/", None, "invalid_url"),
    Case("more: host of dots", "http://.../", None, "invalid_url"),
)  # fmt: skip


def _hop(name: str, behaviour: Behaviour | None, verdict: str, expect: Expected | None = "pdf") -> Case:
    return Case(f"more: {name}", "{hops}/more-" + name.replace(" ", "-"), behaviour, verdict, expect)


def _refresh(to: str, text: str = "", seconds: str = "0") -> Behaviour:
    return answer(f'<html><head><meta http-equiv="refresh" content="{seconds};url={to}"></head><body>{text}</body></html>'
                  .encode(), HTML)  # fmt: skip


def _located(*lines: bytes, status: bytes = b"302 Found") -> Behaviour:
    return raw(b"HTTP/1.1 " + status + b"\r\n" + b"".join(line + b"\r\n" for line in lines)
               + b"Content-Length: 0\r\nConnection: close\r\n\r\n")  # fmt: skip


def _script(code: str, text: str = "") -> Behaviour:
    return answer(f"<html><head><script>{code}</script></head><body>{text}</body></html>".encode(), HTML)


MORE_REDIRECTS = (
    _hop("raw TIS-620 target", _located(b"Location: /\xe1\xbc\xb9.pdf"), "ok"),
    _hop("raw UTF-8 target", _located("Location: /แผน.pdf".encode()), "ok"),
    _hop("blanks about the target", _located(b"Location:    /plan.pdf  "), "ok"),
    _hop("target in capitals", redirect(302, "HTTP://127.0.0.1:{hops:port}/plan.pdf"), "ok"),
    _hop("target of a query alone", redirect(302, "?way=2"), "ok"),
    _hop("target above", redirect(302, "../../plan.pdf"), "ok"),
    _hop("empty target", _located(b"Location: "), "protocol_error"),
    _hop("target of blanks", _located(b"Location:     "), "protocol_error"),
    _hop("script for a target", redirect(302, "javascript:alert(1)"), "protocol_error|invalid_url"),
    _hop("no host in the target", redirect(302, "http://"), "protocol_error|invalid_url"),
    _hop("choices with a target", redirect(300, "/plan.pdf"), "ok"),
    _hop("choices without", answer(page("<h1>Multiple Choices</h1>"), HTML, 300), "protocol_error|not_found"),
    _hop("use a proxy", redirect(305, "http://127.0.0.1:{port}/"), "protocol_error|ssrf_blocked"),
    _hop("not modified", answer(b"", HTML, 304), "protocol_error"),
    _hop("nine steps", redirect(302, "/steps/52"), "ok"),
    _hop("to a folder and back", redirect(301, "/more-folder/"), "redirect_loop"),
    _hop("a new cookie each time", raw(
        b"HTTP/1.1 302 Found\r\nLocation: /more-a-new-cookie-each-time\r\nSet-Cookie: a=1\r\nContent-Length: 0\r\n"
        b"Connection: close\r\n\r\n"), "redirect_loop"),
    _hop("two cookies", by_cookie(redirect(302, "/more-two-cookies", Set_Cookie="a=b; Path=/; HttpOnly"), PLAN), "ok"),
    _hop("to the other town host", redirect(301, "{names}/plan.pdf"), "moved"),
    _hop("to a page of the home", redirect(302, "/index.php"), "soft_404", None),
    _hop("to the Thai home", redirect(302, "/th/"), "soft_404", None),
    _hop("to the home with a message", redirect(302, "/?msg=notfound"), "soft_404", None),
    _hop("to the home with an error", redirect(302, "/?error=404"), "soft_404", None),
    _hop("to an error of ASP.NET", redirect(302, "/Error.aspx?aspxerrorpath=/x"), "soft_404", None),
    _hop("to not found in a folder", redirect(302, "/th/not-found.html"), "soft_404", None),
    _hop("to repairs", redirect(302, "/maintenance.html"), "unavailable", None),
    _hop("to what fails", redirect(302, "/more-fails"), "server_error", None),
    _hop("to the home that fails", redirect(302, "/home"), "server_error|unavailable|soft_404", None),
    _hop("to a sign-in", redirect(302, "/auth/sign-in?return=/x"), "login_wall", None),
    _hop("to a login that forbids", redirect(302, "/member/login"), "login_wall", None),
    _hop("refresh to a PDF", _refresh("/plan.pdf"), "ok"),
    _hop("refresh to a page", _refresh("/more-page", "กำลังพาท่านไป"), "ok", "html"),
    _hop("refresh by a header", answer(b"<p>.", HTML, Refresh="0; url=/plan.pdf"), "ok"),
    _hop("refresh to the root", _refresh("/"), "soft_404", None),
    _hop("refresh to a login", _refresh("login.php"), "login_wall", None),
    _hop("refresh abroad", _refresh("{foreign}/plan.pdf"), "wrong_host", None),
    _hop("refresh to nothing", _refresh("/nothing-here.pdf"), "not_found"),
    _hop("refresh inside", _refresh("http://127.0.0.1:{port}/"), "ssrf_blocked"),
    _hop("refresh to and fro", _refresh("/more-refresh-fro"), "redirect_loop"),
    _hop("refresh of a news page", _refresh("", ARTICLE, "300"), "ok", "html"),
    _hop("jump to the root", _script("window.location.href='/index.php'"), "soft_404", None),
    _hop("jump abroad", _script("location.replace('{foreign}/x')"), "wrong_host", None),
    _hop("jump onward", _script("location='/more-page'"), "unverifiable", None),
    _hop("box and back", _script("alert('ไม่พบไฟล์ที่ต้องการ');history.back()"), "soft_404", None),
    _hop("box and the root", _script("alert('ไม่มีข้อมูล');window.location='/'"), "soft_404", None),
    _hop("long way with a foreign step", redirect(302, "{foreign}/back-home"), "ok|wrong_host"),
    Case("more: root that refreshes inside", "{intro}/", _refresh("/main.php"), "ok", "html"),
    Case("more: root for a splash", "{splash}/", answer(page("<img src=/s.jpg><a href=/home>เข้าสู่เว็บไซต์</a>"), HTML),
         "ok", "html"),
)  # fmt: skip


def _body(
    name: str, behaviour: Behaviour, verdict: str, expect: Expected | None = None, last: str = ""
) -> Case:
    return Case(
        f"more: {name}", "{files}/more-" + name.replace(" ", "-"), behaviour, verdict, expect, last or None
    )


def _packed(data: bytes, coding: str, media_type: str = "application/pdf") -> Behaviour:
    return answer(data, media_type, Content_Encoding=coding)


def _head(*lines: str, first: str = "HTTP/1.1 200 OK", end: str = "\r\n") -> bytes:
    return end.join([first, *lines, "Connection: close", "", ""]).encode()


BR = brotli.compress(PDF)
GZ = gzip.compress(PDF, mtime=0)
TYPED, LENGTH = "Content-Type: application/pdf", f"Content-Length: {len(PDF)}"
CHUNKED = _head(TYPED, "Transfer-Encoding: chunked")
EVERY = b"".join(
    b"%x;n=v\r\n%s\r\n" % (len(PDF[at : at + 700]), PDF[at : at + 700]) for at in range(0, len(PDF), 700)
)
MORE_BODIES = (
    _body("pdf in brotli", _packed(BR, "br"), "ok", "pdf"),
    _body("pdf in brotli cut", _packed(BR[:-9], "br"), "truncated", "pdf"),
    _body("pdf in bad brotli", _packed(b"\xff" * 90, "br"), "protocol_error|truncated", "pdf"),
    _body("pdf in deflate cut", _packed(zlib.compress(PDF)[:-9], "deflate"), "truncated", "pdf"),
    _body("pdf in bad deflate", _packed(b"\x78\x9c" + b"\xff" * 90, "deflate"), "protocol_error|truncated", "pdf"),
    _body("pdf in gzip of capitals", _packed(GZ, "GZIP"), "ok", "pdf"),
    _body("pdf in x-gzip", _packed(GZ, "x-gzip"), "ok", "pdf"),
    _body("pdf in no coding by name", _packed(PDF, "identity"), "ok", "pdf"),
    _body("pdf in a charset for a coding", _packed(PDF, "utf-8"), "ok", "pdf"),
    _body("pdf in gzip with zeros after", _packed(GZ + bytes(64), "gzip"), "ok", "pdf"),
    _body("pdf in gzip of two members", _packed(gzip.compress(PDF[:99]) + gzip.compress(PDF[99:]), "gzip"), "ok", "pdf"),
    _body("pdf in gzip, head alone", _packed(GZ[:10], "gzip"), "truncated|empty", "pdf"),
    _body("pdf in an empty gzip", _packed(gzip.compress(b""), "gzip"), "empty", "pdf"),
    _body("empty in gzip by name", _packed(b"", "gzip"), "empty", "pdf"),
    _body("bomb in brotli", _packed(brotli.compress(bytes(200_000_000), quality=3), "br", HTML), "bomb"),
    _body("bomb behind an error", answer(gzip.compress(bytes(50_000_000)), HTML, 404, Content_Encoding="gzip"), "not_found"),
    _body("bad gzip behind a failure", answer(b"no gzip", HTML, 500, Content_Encoding="gzip"), "server_error"),
    _body("chunks with extensions and a trailer", raw(CHUNKED + EVERY + b"0\r\nX-Sum: 1\r\n\r\n"), "ok", "pdf"),
    _body("chunks without the last", raw(CHUNKED + EVERY), "truncated", "pdf"),
    _body("chunks cut in a chunk", raw(CHUNKED + EVERY[:900]), "truncated", "pdf"),
    _body("chunks of nothing", raw(CHUNKED + b"0\r\n\r\n"), "empty", "pdf"),
    _body("chunk of a bad size", raw(CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n"), "protocol_error|truncated", "pdf"),
    _body("nothing of what was announced", raw(_head(TYPED, "Content-Length: 500")), "truncated|empty", "pdf"),
    _body("line ends of Unix", raw(_head(TYPED, LENGTH, end="\n") + PDF), "ok", "pdf"),
    _body("old status line", raw(_head(TYPED, LENGTH, first="HTTP/1.0 200 OK") + PDF), "ok", "pdf"),
    _body("no reason", raw(_head(TYPED, LENGTH, first="HTTP/1.1 200") + PDF), "ok", "pdf"),
    _body("the same length twice", raw(_head(TYPED, LENGTH, LENGTH) + PDF), "ok|protocol_error", "pdf"),
    _body("raw Thai in a header", raw(_head(TYPED, LENGTH, "Content-Disposition: inline; filename=แผน.pdf") + PDF), "ok", "pdf"),
    _body("raw TIS-620 in a header", raw(_head(TYPED, LENGTH).replace(b"Connection", b"X-Name: \xe1\xbc\xb9\r\nConnection") + PDF),
          "ok", "pdf"),
    _body("many cookies", raw(_head(TYPED, LENGTH, *(f"Set-Cookie: c{n}=v; Path=/" for n in range(60))) + PDF), "ok", "pdf"),
    _body("long cookie", raw(_head(TYPED, LENGTH, "Set-Cookie: c=" + "v" * 9000) + PDF), "ok", "pdf"),
    _body("no type at all", raw(_head(LENGTH) + PDF), "ok", "pdf"),
    _body("a type that is none", answer(PDF, "pdf"), "ok", "pdf"),
    _body("forced download", answer(PDF, "application/force-download", Content_Disposition="attachment; filename=p.pdf"), "ok", "pdf"),
    _body("pdf for a page", PLAN, "wrong_type", "html"),
    _body("page called octets", answer(page(ARTICLE), "application/octet-stream"), "ok", "html"),
    _body("page called text", answer(page(ARTICLE), "text/plain"), "ok", "html"),
    _body("page called a pdf, nothing claimed", answer(page(ARTICLE), "application/pdf"), "wrong_type"),
    _body("page in UTF-16", answer(page(ARTICLE).decode().encode("utf-16"), "text/html"), "ok", "html"),
    _body("page with a mark at its start", answer(b"\xef\xbb\xbf" + page(ARTICLE), HTML), "ok", "html"),
    _body("page of three megabytes", answer(page(ARTICLE * 3200), HTML), "ok", "html"),
    _body("page in two charsets", answer(page(ARTICLE), "text/html; charset=tis-620"), "ok", "html"),
    _body("page with NULs", answer(page(ARTICLE).replace(b"<p>", b"<p>\0"), HTML), "ok", "html"),
    _body("words as a page", answer("แผนดำเนินงานของเทศบาล".encode(), HTML), "ok", "html"),
    _body("words for a pdf", answer("ไม่พบไฟล์".encode(), "text/html; charset=utf-8"), "soft_404|wrong_type", "pdf"),
    _body("error in JSON", answer(b'{"status":404,"message":"Not Found"}', "application/json"), "soft_404"),
    _body("error in JSON for a pdf", answer(b'{"status":404,"message":"Not Found"}', "application/json"), "soft_404|wrong_type", "pdf"),
    _body("error in text", answer(b"File not found", "text/plain"), "soft_404"),
    _body("error of PHP", answer(b"<br />\n<b>Warning</b>: readfile(plan.pdf): failed to open stream: No such file or directory in "
                                 b"<b>/var/www/get.php</b> on line <b>9</b><br />", HTML), "soft_404|server_error|wrong_type", "pdf"),
    _body("error of PHP before a pdf", answer(b"<br />\n<b>Notice</b>: Undefined index in <b>/a.php</b> on line <b>1</b><br />\n" + PDF),
          "wrong_type|ok|truncated", "pdf"),
    _body("pdf with a locked door", answer(PDF.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 9 0 R")), "ok", "pdf"),
    _body("pdf head alone", answer(b"%PDF-1.7"), "truncated", "pdf"),
    _body("pdf zeros for its end", answer(PDF[: len(PDF) // 2] + bytes(2000)), "truncated", "pdf"),
    _body("pdf of zeros", answer(bytes(5000)), "empty|wrong_type", "pdf"),
    *(_body(f"pdf cut at {share} per cent", answer(PDF[: len(PDF) * share // 100]), "truncated", "pdf") for share in (1, 30, 60, 90, 99)),
    *(_body(f"docx cut at {share} per cent", answer(DOCX[: len(DOCX) * share // 100], f"{OFFICE}.wordprocessingml.document"),
            "truncated", "docx") for share in (20, 50, 99)),
    _body("xlsx without its contents", answer(XLSX[: XLSX.rindex(b"PK\x01\x02")]), "truncated", "xlsx"),
    _body("docx called zip", answer(DOCX, "application/zip"), "ok", "docx"),
    _body("docx for a zip", answer(DOCX, "application/zip"), "ok", "zip"),
    _body("jpeg called png", answer(jpeg(), "image/png"), "ok", "image"),
    _body("page for an image", answer(page("<h1>ไม่พบภาพ</h1>"), "image/jpeg"), "soft_404|wrong_type", "image"),
    _body("png cut in two", answer(png()[: len(png()) // 2], "image/png"), "truncated", "image"),
    _body("image of nothing", answer(b"", "image/png"), "empty", "image"),
    _body("changed for a page", answer(page(ARTICLE), HTML), "wrong_type", "pdf", sha(PDF)),
    _body("changed and cut", answer(pdf("Other")[:900]), "truncated", "pdf", sha(PDF)),
    _body("unchanged, sum in capitals", PLAN, "ok", "pdf", sha(PDF).upper()),
    _body("changed by one byte", answer(PDF.replace(b"Annual", b"annual", 1)), "changed", "pdf", sha(PDF)),
    _body("missing, and says much", answer(page(ARTICLE * 9), HTML, 404), "not_found", "html"),
    _body("gone, and brings a PDF", answer(PDF, status=410), "gone", "pdf"),
    _body("payment", answer(b"", HTML, 402), "blocked"),
    _body("teapot", answer(b"", HTML, 418), "blocked|not_found"),
    _body("legal reasons", answer(b"", HTML, 451), "blocked"),
    _body("not allowed", answer(b"", HTML, 405), "blocked"),
    _body("not implemented", answer(b"", HTML, 501), "server_error"),
    _body("cloud's own failure", answer(b"", HTML, 522), "server_error"),
    _body("status of no class", answer(b"", HTML, 799), "protocol_error"),
    _body("accepted", answer(b"", HTML, 202), "unavailable"),
    _body("created", answer(PDF, status=201), "ok", "pdf"),
    _body("reset content", answer(b"", HTML, 205), "empty"),
    _body("all in a part", answer(PDF, status=206, Content_Range=f"bytes 0-{len(PDF) - 1}/{len(PDF)}"), "ok", "pdf"),
    _body("error page without end", endless(_head("Content-Type: text/html", first="HTTP/1.1 404 Not Found"), b"x" * 99_999), "not_found"),
    _body("error page that stalls", raw(_head("Content-Length: 900", first="HTTP/1.1 503 No") + b"<p>", then="stall"), "unavailable"),
)  # fmt: skip


def _soft(
    host: str, name: str, path: str, body: bytes | None, verdict: str, expect: Expected | None = None
) -> Case:
    behaviour = answer(body, HTML) if body is not None else None
    return Case(f"more: {host}: {name}", f"{{{host}}}{path}", behaviour, verdict, expect)


MORE_SOFT = (
    *(_soft("kinds", name, f"/missing/{place}-x", body, "soft_404") for place, (name, body) in enumerate(MISSING.items())),
    *(_soft("kinds", name, f"/good/{place}-x", body, "ok") for place, (name, body) in enumerate(GOOD.items())),
    *(_soft("says-home", f"good {name}", f"/good/{place}-x", body, "ok") for place, (name, body) in enumerate(GOOD.items())
      if place % 4 == 0),
    _soft("says-home", "missing", "/2566/plan", None, "soft_404"),
    _soft("says-home", "missing file", "/2566/plan.pdf", None, "soft_404|wrong_type", "pdf"),
    _soft("says-home", "the home itself", "/", LIKE_HOME, "ok", "html"),
    _soft("says-home", "the home by its name", "/index.php", LIKE_HOME, "ok", "html"),
    _soft("says-search", "missing", "/news/gift-policy", None, "soft_404"),
    _soft("says-search", "there", "/news/road-plan", divs("<h1>Road plan</h1><p>ถนนสายใหม่</p>"), "ok"),
    _soft("says-pdf", "missing", "/gone.pdf", None, "soft_404", "pdf"),
    Case("more: says-pdf: there", "{says-pdf}/there.pdf", PLAN, "ok", "pdf"),
    Case("more: says-picture: missing", "{says-picture}/gone.png", None, "soft_404", "image"),
    Case("more: says-picture: there", "{says-picture}/there.jpg", answer(jpeg(), "image/jpeg"), "ok", "image"),
    Case("more: records by path", "{shop}/news/view/12", None, "ok", "html"),
    Case("more: no such record by path", "{shop}/news/view/4711", None, "soft_404", "html"),
    Case("more: record of another name", "{shop}/show.aspx?nid=12", None, "ok", "html"),
    Case("more: no such record of another name", "{shop}/show.aspx?nid=4711", None, "soft_404", "html"),
    Case("more: page that heeds no number", "{shop}/contact.php?id=9", None, "ok", "html"),
)  # fmt: skip


def _search(exchange: Exchange) -> bytes:
    words = exchange.target.rpartition("/")[2].replace("-", " ")
    return divs(f"<h2>ผลการค้นหาสำหรับ {words}</h2><p>ลองใช้คำอื่น</p>")


def _shop(exchange: Exchange) -> bytes:
    target = exchange.target
    if target == "/":
        return tables("<h1>ยินดีต้อนรับ</h1>")
    if target.startswith("/contact.php"):
        return tables(
            "<h1>ติดต่อเรา</h1>" + "<p>สำนักปลัดเทศบาล ในวันและเวลาราชการ ตั้งแต่ ๐๘.๓๐ น. ถึง ๑๖.๓๐ น.</p>" * 4
        )
    told = "<b>เปิดถนนสายใหม่</b><br>ประชาชนสัญจรได้ตั้งแต่วันนี้" if target.endswith(("/12", "=12")) else "<b></b>"
    return tables(f"<h3>รายละเอียดข่าว</h3>{told}<p>ผู้ลงข่าว</p><p>แนบไฟล์</p>")


def _by_path(exchange: Exchange) -> bytes | None:
    known = ("/news/view/", "/show.aspx?", "/contact.php?")
    return _shop(exchange) if exchange.target == "/" or exchange.target.startswith(known) else None


def _or_missing() -> Behaviour:
    async def behave(exchange: Exchange) -> None:
        made = _by_path(exchange)
        await answer(made or b"<h1>Not Found</h1>", HTML, 200 if made else 404)(exchange)

    return behave


async def _says_search(exchange: Exchange) -> None:
    await answer(_search(exchange), HTML)(exchange)


async def _says_picture(exchange: Exchange) -> None:
    png_asked = exchange.target.endswith(".png")
    await answer(
        png() if png_asked else b"no", "image/png" if png_asked else HTML, 200 if png_asked else 404
    )(exchange)


MORE_EVERYWHERE: dict[str, Behaviour] = {
    "says-home": answer(LIKE_HOME, HTML),
    "says-search": _says_search,
    "says-pdf": answer(pdf("Sorry")),
    "says-picture": _says_picture,
    "shop": _or_missing(),
}

CLOSES, RESETS = raw(), raw(then="reset")
SLOWLY = raw(
    _head(TYPED, LENGTH), *(part for at in range(0, len(PDF), 700) for part in (PDF[at : at + 700], 0.8))
)
MORE_THROTTLING = (
    Case("more: flapping, closed", "{flap}/closed.pdf", turns(CLOSES, PLAN), "ok", "pdf"),
    Case("more: flapping, reset", "{flap}/reset.pdf", turns(RESETS, PLAN), "ok", "pdf"),
    Case("more: flapping, failed", "{flap}/failed.pdf", turns(answer(b"", HTML, 500), PLAN), "ok", "pdf"),
    Case("more: flapping, bad gateway", "{flap}/gateway.pdf", turns(answer(b"", HTML, 502), PLAN), "ok", "pdf"),
    Case("more: flapping, cut", "{flap}/cut.pdf", turns(raw(_head(TYPED, LENGTH) + PDF[:900]), PLAN), "ok", "pdf"),
    Case("more: flapping, silent", "{flap}/silent.pdf", turns(raw(then="stall"), PLAN), "ok", "pdf"),
    Case("more: slow but steady", "{steady}/plan.pdf", SLOWLY, "ok", "pdf"),
    Case("more: slow to begin", "{steady}/late.pdf", answer(PDF, wait=6), "ok", "pdf"),
    Case("more: 429 without a word", "{wordless}/plan.pdf", turns(answer(b"", HTML, 429), PLAN), "ok", "pdf"),
    Case("more: 429 for ever", "{wordless}/never.pdf", answer(b"", HTML, 429), "rate_limited", "pdf"),
    Case("more: 429 with nonsense", "{wordless}/nonsense.pdf", answer(b"", HTML, 429, Retry_After="soon"), "rate_limited", "pdf"),
    Case("more: 503 for ever", "{wordless}/503.pdf", answer(b"", HTML, 503, Retry_After="86400"), "unavailable", "pdf"),
    Case("more: 429 in the past", "{past}/plan.pdf",
         turns(answer(b"", HTML, 429, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"), PLAN), "ok", "pdf"),
    Case("more: rules that fail", "{rules-fail}/plan.pdf", PLAN, "ok", "pdf"),
    Case("more: rules that stall", "{rules-stall}/plan.pdf", PLAN, "ok", "pdf"),
    Case("more: rules that are a page", "{rules-page}/plan.pdf", PLAN, "ok", "pdf"),
    Case("more: rules that lead round", "{rules-round}/plan.pdf", PLAN, "ok", "pdf"),
    Case("more: rules against everybody", "{rules-all}/plan.pdf", PLAN, "blocked", "pdf"),
    Case("more: rules against another", "{rules-other}/plan.pdf", PLAN, "ok", "pdf"),
)  # fmt: skip

MORE_TLS = (
    Case("more: expired, missing behind", "{tls-expired}/nothing", None, "tls_error", "pdf"),
    Case("more: self-signed page", "{tls-self}/page", PAGE, "tls_error", "html"),
    Case("more: TLS led to bad TLS", "{tls}/bad", redirect(301, "{tls-name}/plan.pdf"), "tls_error", "pdf"),
    Case("more: TLS soft", "{tls}/soft", answer(MISSING["wordpress"], HTML), "soft_404", "html"),
    Case("more: TLS that closes", "https://127.0.0.1:{slammed:port}/plan.pdf", None, "connect_error|tls_error", "pdf"),
    Case("more: TLS answered in words", "https://127.0.0.1:{words:port}/plan.pdf", None, "tls_error", "pdf"),
)  # fmt: skip

PLACES = (
    "[::ffff:0:127.0.0.1]:{port}", "[::127.0.0.1]:{port}", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::7f00:1]:{port}", "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
    "[fe80::1%25lo]:{port}", "[fe80::1%lo]:{port}", "[::1%25lo]:{port}", "0x7f.1:{port}", "017700000001:{port}", "127.0.1:{port}", "0x7F.0x0.0x0.0x1:{port}",
    "localhost.:{port}", "a.localhost:{port}", "ｌｏｃａｌｈｏｓｔ:{port}", "%6c%6f%63alhost:{port}", "127.0.0.1%2e:{port}", "①②⑦.0.0.1:{port}",
    "192.0.0.170", "192.88.99.1", "203.0.113.9", "198.51.100.1", "168.63.129.16", "100.100.100.200", "[fd00:ec2::254]", "[fec0::1]", "[5f00::1]", "[3fff::1]",
    "0.0.0.1", "172.31.255.255", "10.255.255.255", "[2002:a00:1::]", "[100::1]", "user:pw@127.0.0.1:{port}", "127.0.0.1:{port}#@town.example",
)  # fmt: skip
MORE_ADDRESSES = (
    *(Case(f"more: place {place}", f"http://{place}" + ("/" if "#" not in place else ""), None, "ssrf_blocked|invalid_url")
      for place in PLACES),
    Case("more: led by a mapped address", "{hops}/in-mapped", redirect(302, "http://[::ffff:127.0.0.1]:{port}/"), "ssrf_blocked"),
    Case("more: led by userinfo", "{hops}/in-user", redirect(302, "http://{hops}@127.0.0.1:{port}/"), "ssrf_blocked|protocol_error"),
    Case("more: led by a backslash", "{hops}/in-back", redirect(302, "\\\\127.0.0.1:{port}\\"), "ssrf_blocked|protocol_error"),
    Case("more: led by octal", "{hops}/in-octal", redirect(302, "http://0177.1:{port}/"), "ssrf_blocked"),
    Case("more: led by slashes", "{hops}/in-slashes", redirect(302, "///127.0.0.1:{port}/"),
         "ssrf_blocked|protocol_error|not_found|invalid_url"),
)  # fmt: skip

MORE_GROUPS = (MORE_NAMES, MORE_REDIRECTS, MORE_BODIES, MORE_SOFT, MORE_THROTTLING, MORE_TLS, MORE_ADDRESSES)
ROBOTS = {
    "rules-fail": answer(b"no", HTML, 500),
    "rules-stall": raw(then="stall"),
    "rules-page": answer(page("<p>Disallow: /</p>"), HTML),
    "rules-round": redirect(302, "/robots.txt"),
    "rules-all": answer(b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\n", "text/plain"),
    "rules-other": answer(b"User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow:\n", "text/plain"),
}
MORE_TABLES: dict[str, dict[str, Behaviour]] = {
    **{host: {"/robots.txt": rules} for host, rules in ROBOTS.items()},
    "names": dict.fromkeys(("/user.pdf", "/dot.pdf", "/number.pdf", "/mixed.pdf"), PLAN),
    "home-only": {"/": PAGE, "/?x=1": PAGE},
    "intro": {"/main.php": PAGE},
    "slammed": {"*raw": raw()},
    "words": {"*raw": raw(b"220 town mail server\r\n")},
    "hops": {
        "/?way=2": PLAN, "/more-page": PAGE, "/more-fails": answer(b"", HTML, 500), "/home": answer(b"", HTML, 503),
        "/more-target-of-a-query-alone?way=2": PLAN, "/more-folder/": redirect(301, "/more-to-a-folder-and-back"),
        "/th/": answer(LIKE_HOME, HTML), "/index.php": answer(LIKE_HOME, HTML), "/?msg=notfound": answer(LIKE_HOME, HTML),
        "/?error=404": answer(LIKE_HOME, HTML), "/Error.aspx?aspxerrorpath=/x": answer(page("<h1>เกิดข้อผิดพลาด</h1>"), HTML),
        "/th/not-found.html": answer(page("<p>ลองค้นหา</p>"), HTML), "/maintenance.html": answer(page("<p>ปิดปรับปรุง</p>"), HTML),
        "/auth/sign-in?return=/x": answer(page("<form><input type=password></form>"), HTML),
        "/member/login": answer(b"", HTML, 403), "/login.php": answer(page("<form><input type=password></form>"), HTML),
        "/more-refresh-fro": _refresh("/more-refresh-to-and-fro"),
        **{f"/steps/{n}": redirect(302, f"/steps/{n + 1}" if n < 59 else "/plan.pdf") for n in range(52, 60)},
    },
    "foreign": {"/back-home": redirect(302, "{hops}/plan.pdf")},
}  # fmt: skip
