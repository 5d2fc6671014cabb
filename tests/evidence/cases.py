"""Decidable cases for ``verify``: what a server does, and the verdict that is right.

``{name}`` in an address is a host of the fault server. ``sites.py`` holds hosts that answer for any path.
A verdict with ``|`` leaves a choice within one class.
"""

import gzip
import hashlib
import zlib
from dataclasses import dataclass
from urllib.parse import quote

from prongsai.model.receipt import Expected
from tests.evidence import bodies
from tests.evidence.bodies import ARTICLE, GIF, counted, jpeg, packed, page, pdf, png, webp
from tests.evidence.server import Behaviour, answer, by_cookie, endless, made, raw, redirect, turns

HTML = "text/html; charset=utf-8"
PDF = pdf()
PLAN = answer(PDF)
PAGE = answer(page(ARTICLE), HTML)
DOCX, XLSX = packed(*bodies.DOCX), packed(*bodies.XLSX)
OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Case:
    """One address and what is right to say about it; ``target`` is how it must arrive, if not as written."""

    name: str
    url: str
    behaviour: Behaviour | None
    verdict: str
    expect: Expected | None = None
    sha256: str | None = None
    target: str | None = None


def sha(data: bytes) -> str:
    """A document's hash as the last receipt has it."""
    return hashlib.sha256(data).hexdigest()


def _sent(name: str, path: str, arrives: str | None = None) -> Case:
    return Case(name, "{names}" + path, PLAN, "ok", "pdf", target=arrives)


THAI = quote("แผนดำเนินงาน")
NAMES = (
    _sent("plain name", "/plan.pdf"),
    _sent("raw Thai", "/แผนดำเนินงาน.pdf", f"/{THAI}.pdf"),
    _sent("raw Thai and spaces", "/แผน ปี ๒๕๖๖.pdf", f"/{quote('แผน ปี ๒๕๖๖')}.pdf"),
    _sent("escaped Thai", f"/files/{THAI}.pdf"),
    _sent("escapes in lower case", f"/lower/{THAI.lower()}.pdf"),
    _sent("escapes in TIS-620", "/%E1%BC%B9.pdf"),
    _sent("escaped beside raw", f"/{THAI}/ปี.pdf", f"/{THAI}/{quote('ปี')}.pdf"),
    _sent("escaped slash", "/a%2Fb.pdf"),
    _sent("escaped twice", "/a%2520b.pdf"),
    _sent("escaped letters that need none", "/%70lan%2Epdf"),
    _sent("raw Thai in a query", "/get?file=แผน.pdf", f"/get?file={quote('แผน')}.pdf"),
    _sent("TIS-620 in a query", "/get?file=%E1%BC%B9.pdf"),
    _sent("plus and order in a query", "/get?b=1+2&a=&b=3"),
    _sent("escaped ampersand in a query", "/get?n=a%26b%3Dc"),
    _sent("slash and colon in a query", "/get?u=http://x/y:z"),
    _sent("brackets and quotes", "/plan(2)'s!,;=@.pdf"),
    _sent("doubled slash", "/files//plan.pdf"),
    _sent("a per cent sign alone", "/50%.pdf"),
    _sent("fragment stays here", "/part.pdf#page=3", "/part.pdf"),
    Case("scheme in capitals", "HTTP://127.0.0.1:{names:port}/plan.pdf", None, "ok", "pdf"),
    Case("host by name", "http://LocalHost:{names:port}/plan.pdf", None, "ok", "pdf"),
    Case("Thai file name in a header", "{names}/named.pdf",
         answer(PDF, Content_Disposition='inline; filename="แผน.pdf"'), "ok", "pdf"),
    Case("no scheme", "www.test.invalid/plan.pdf", None, "invalid_url"),
    Case("another scheme", "ftp://127.0.0.1/plan.pdf", None, "invalid_url"),
    Case("a file here", "file:///etc/passwd", None, "invalid_url"),
    Case("mail", "mailto:town@test.invalid", None, "invalid_url"),
    Case("a script", "javascript:void(0)", None, "invalid_url"),
    Case("no host", "http:///plan.pdf", None, "invalid_url"),
    Case("impossible port", "http://127.0.0.1:99999/", None, "invalid_url"),
    Case("blank in the host", "http://www test.invalid/", None, "invalid_url"),
    Case("open bracket", "http://[::1/", None, "invalid_url"),
    Case("words", "ดูที่เว็บไซต์", None, "invalid_url"),
    Case("label too long", f"http://{'a' * 70}.invalid/", None, "invalid_url|dns_error"),
    Case("name that does not exist", "http://www.no-such-town.invalid/plan.pdf", None, "dns_error"),
    Case("Thai name that does not exist", "http://ไม่มีตำบลนี้.invalid/", None, "dns_error"),
)  # fmt: skip


def _hop(name: str, behaviour: Behaviour, verdict: str, expect: Expected | None = "pdf") -> Case:
    return Case(name, "{hops}/" + name.replace(" ", "-"), behaviour, verdict, expect)


REDIRECTS = (
    _hop("moved for good", redirect(301, "{hops}/plan.pdf"), "moved"),
    _hop("moved by 308", redirect(308, "/plan.pdf"), "moved"),
    _hop("for now", redirect(302, "/plan.pdf"), "ok"),
    _hop("see other", redirect(303, "/plan.pdf"), "ok"),
    _hop("by 307", redirect(307, "plan.pdf"), "ok"),
    _hop("mixed", redirect(301, "for-now"), "ok"),
    _hop("three for good", redirect(301, "moved-for-good"), "moved"),
    _hop("without scheme", redirect(301, "//127.0.0.1:{hops:port}/plan.pdf"), "moved"),
    _hop("raw Thai target", redirect(302, "/แผน.pdf"), "ok"),
    _hop("target with blanks", redirect(302, "/the plan.pdf"), "ok"),
    _hop("target in TIS-620", redirect(302, "/%E1%BC%B9.pdf"), "ok"),
    _hop("target with fragment", redirect(301, "/plan.pdf#page=2"), "moved"),
    _hop("to good TLS", redirect(301, "{tls}/plan.pdf"), "moved"),
    _hop("with a cookie", by_cookie(redirect(302, "/with-a-cookie", Set_Cookie="seen=1; Path=/"), PLAN),
         "ok"),
    _hop("to itself", redirect(302, "/to-itself"), "redirect_loop"),
    _hop("back and forth", redirect(302, "/forth"), "redirect_loop"),
    _hop("longer and longer", redirect(302, "/deep/1"), "redirect_loop"),
    _hop("to nothing", redirect(301, "/nothing-here.pdf"), "not_found"),
    _hop("to what is gone", redirect(302, "/gone.pdf"), "gone"),
    _hop("to a closed port", redirect(302, "{dead}/plan.pdf"), "connect_error"),
    _hop("to bad TLS", redirect(302, "{tls-expired}/plan.pdf"), "tls_error"),
    _hop("to no such name", redirect(302, "http://www.no-such-town.invalid/"), "dns_error"),
    _hop("to a file", redirect(302, "file:///etc/passwd"), "invalid_url|protocol_error|ssrf_blocked"),
    _hop("without target", raw(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
         "protocol_error"),
    _hop("to a foreign host", redirect(302, "{foreign}/plan.pdf"), "wrong_host"),
    _hop("to the root", redirect(302, "/"), "soft_404", None),
    _hop("for good to the root", redirect(301, "{hops}/"), "soft_404", None),
    _hop("to the root asked for a PDF", redirect(302, "/"), "soft_404|wrong_type"),
    _hop("to a login", redirect(302, "/login.php?next=/plan"), "login_wall", None),
    _hop("to an error page", redirect(302, "/error.html"), "soft_404", None),
    _hop("to a page named 404", redirect(302, "/404"), "soft_404", None),
    Case("the root itself", "{hops}/", None, "ok", "html"),
    Case("the root that leads inside", "{inner}/", redirect(302, "/th/index.php"), "ok", "html"),
    Case("another host from the start", "{foreign}/plan.pdf", PLAN, "wrong_host", "pdf"),
    Case("parked", "{parked}/plan", answer(
        b"<title>test.go.th</title><h1>This domain is for sale</h1><p>Buy this domain. Related searches</p>",
        HTML),
        "wrong_host"),
)  # fmt: skip


def _body(
    name: str, behaviour: Behaviour, verdict: str, expect: Expected | None = None, last: str = ""
) -> Case:
    return Case(name, "{files}/" + name.replace(" ", "-"), behaviour, verdict, expect, last or None)


def _packed(data: bytes, coding: str = "gzip", media_type: str = "application/pdf") -> Behaviour:
    return answer(data, media_type, Content_Encoding=coding)


def _short(body: bytes, length: int) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: %d\r\n\r\n%s" % (
        length,
        body,
    )


def _chunks(*parts: bytes) -> bytes:
    lines = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts)
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n" + lines


GZ = gzip.compress(PDF, mtime=0)
BOMB = gzip.compress(bytes(300_000_000), 9, mtime=0)
DEFLATED = zlib.compressobj(wbits=-15)
RAW_DEFLATE = DEFLATED.compress(PDF) + DEFLATED.flush()
OLD = b"HTTP/1.0 200 OK\r\nContent-Type: application/pdf\r\n\r\n"
BODIES = (
    _body("pdf", PLAN, "ok", "pdf"),
    _body("pdf of unknown type", answer(PDF, "application/octet-stream"), "ok", "pdf"),
    _body("pdf called html", answer(PDF, HTML), "ok", "pdf"),
    _body("pdf after blank lines", answer(b"\n\n" + PDF), "ok", "pdf"),
    _body("pdf before blank lines", answer(PDF + b"\r\n\0\0"), "ok", "pdf"),
    _body("pdf in chunks", raw(_chunks(PDF[:99], PDF[99:]) + b"0\r\n\r\n"), "ok", "pdf"),
    _body("pdf until the close", raw(OLD + PDF), "ok", "pdf"),
    _body("pdf bit by bit", raw(_short(PDF[:500], len(PDF)), 0.6, PDF[500:900], 0.6, PDF[900:]), "ok", "pdf"),
    _body("pdf after early hints", raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" + _short(PDF,
         len(PDF))),
          "ok", "pdf"),
    _body("status without words", raw(_short(PDF, len(PDF)).replace(b"200 OK", b"200 ")), "ok", "pdf"),
    _body("pdf in gzip", _packed(GZ), "ok", "pdf"),
    _body("pdf in deflate", _packed(zlib.compress(PDF), "deflate"), "ok", "pdf"),
    _body("pdf in raw deflate", _packed(RAW_DEFLATE, "deflate"), "ok", "pdf"),
    _body("pdf in gzip twice", _packed(gzip.compress(GZ), "gzip, gzip"), "ok", "pdf"),
    _body("pdf unchanged", PLAN, "ok", "pdf", sha(PDF)),
    _body("pdf unchanged in gzip", _packed(GZ), "ok", "pdf", sha(PDF)),
    _body("pdf changed", PLAN, "changed", "pdf", sha(pdf("Draft"))),
    _body("page with a hash", PAGE, "ok", "html", sha(b"anything")),
    _body("docx", answer(DOCX, f"{OFFICE}.wordprocessingml.document"), "ok", "docx"),
    _body("xlsx", answer(XLSX, f"{OFFICE}.spreadsheetml.sheet"), "ok", "xlsx"),
    _body("zip", answer(packed("a.txt", "b.txt"), "application/zip"), "ok", "zip"),
    _body("png", answer(png(), "image/png"), "ok", "image"),
    _body("jpeg", answer(jpeg(), "image/jpeg"), "ok", "image"),
    _body("gif", answer(GIF, "image/gif"), "ok", "image"),
    _body("webp", answer(webp(), "image/webp"), "ok", "image"),
    _body("page", answer(page(ARTICLE + '<img src="{canary}/pixel.png">'), HTML), "ok", "html"),
    _body("page in TIS-620", answer(
        page(ARTICLE).replace(b"utf-8", b"tis-620").decode().encode("cp874", "ignore"), "text/html"),
             "ok", "html"),
    _body("page that counts", made(lambda _: counted(ARTICLE)), "ok", "html"),
    _body("page without an end", answer(page(ARTICLE).removesuffix(b"</body></html>"), HTML), "ok", "html"),
    _body("missing", answer(page("<h1>ไม่พบหน้า</h1>"), HTML, 404), "not_found"),
    _body("missing though a PDF", answer(PDF, status=404), "not_found", "pdf"),
    _body("gone", answer(page("<h1>Gone</h1>"), HTML, 410), "gone"),
    _body("forbidden", answer(page("<h1>Forbidden</h1>"), HTML, 403), "blocked"),
    _body("unauthorised", answer(b"", HTML, 401, WWW_Authenticate="Basic"), "login_wall"),
    _body("failing", answer(page("<h1>Fatal error</h1>"), HTML, 500), "server_error"),
    _body("bad gateway", answer(b"<h1>502</h1>", HTML, 502), "server_error"),
    _body("empty", answer(b""), "empty", "pdf"),
    _body("empty page", answer(b" \n\t\n", HTML), "empty", "html"),
    _body("no content", answer(b"", status=204), "empty"),
    _body("pdf cut", answer(PDF[:2000]), "truncated", "pdf"),
    _body("pdf without its last line", answer(PDF[: PDF.rindex(b"startxref")]), "truncated", "pdf"),
    _body("pdf shorter than told", raw(_short(PDF[:2000], len(PDF))), "truncated", "pdf"),
    _body("pdf cut by a reset", raw(_short(PDF[:2000], len(PDF)), then="reset"), "truncated", "pdf"),
    _body("pdf without last chunk", raw(_chunks(PDF[:2000])), "truncated", "pdf"),
    _body("pdf in gzip cut", _packed(GZ[:-20]), "truncated", "pdf"),
    _body("pdf in gzip of bad sum", _packed(GZ[:-8] + b"\0" * 8), "truncated|protocol_error", "pdf"),
    _body("part only", answer(PDF[:2000], status=206, Content_Range=f"bytes 0-1999/{len(PDF)}"),
          "truncated|protocol_error", "pdf"),
    _body("page cut", raw(_chunks(page(ARTICLE)[:900]).replace(b"application/pdf", b"text/html")),
         "truncated", "html"),
    _body("docx cut", answer(DOCX[:-30], "application/octet-stream"), "truncated", "docx"),
    _body("zip cut", answer(packed("a.txt")[:60], "application/zip"), "truncated", "zip"),
    _body("png cut", answer(png()[:-16], "image/png"), "truncated", "image"),
    _body("jpeg cut", answer(jpeg()[:-50], "image/jpeg"), "truncated", "image"),
    _body("gif cut", answer(GIF[:-4], "image/gif"), "truncated", "image"),
    _body("webp cut", answer(webp()[:-20], "image/webp"), "truncated", "image"),
    _body("page called pdf", answer(page(ARTICLE)), "wrong_type", "pdf"),
    _body("page for a picture", PAGE, "wrong_type", "image"),
    _body("picture for a pdf", answer(png()), "wrong_type", "pdf"),
    _body("xlsx for docx", answer(XLSX, f"{OFFICE}.wordprocessingml.document"), "wrong_type", "docx"),
    _body("zip for docx", answer(packed("a.txt"), f"{OFFICE}.wordprocessingml.document"), "wrong_type",
         "docx"),
    _body("bomb", _packed(BOMB, media_type=HTML), "bomb"),
    _body("bomb in a bomb", _packed(gzip.compress(BOMB), "gzip, gzip"), "bomb", "pdf"),
    _body("gigabytes announced", raw(_short(b"%PDF-1.4\n", 9_000_000_000), then="stall"), "too_large", "pdf"),
    _body("without end", endless(OLD + b"%PDF-1.4\n", b"x" * 1_000_000), "too_large", "pdf"),
    _body("unknown coding", _packed(PDF[::-1], "squeeze"), "protocol_error|wrong_type", "pdf"),
    _body("not gzip at all", _packed(PDF), "protocol_error|truncated", "pdf"),
    _body("two lengths", raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
          "protocol_error"),
    _body("length below nought", raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello"),
         "protocol_error"),
    _body("chunk of no size", raw(_chunks() + b"zz\r\nhello\r\n0\r\n\r\n"), "protocol_error|truncated"),
    _body("noise", raw(b"\x16\x03\x01 this is no HTTP\r\n\r\n"), "protocol_error"),
    _body("page without a head", raw(page(ARTICLE)), "protocol_error"),
    _body("nothing said", raw(), "protocol_error|connect_error"),
    _body("head without end", endless(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"y" * 4000 + b"\r\n"),
         "protocol_error"),
    Case("silent", "{stalled}/silent", raw(then="stall"), "timeout"),
    Case("silent too", "{stalled}/silent-too.pdf", raw(then="stall"), "timeout", "pdf"),
    Case("silent after the head", "{stalled}/half", raw(_short(PDF[:500], len(PDF)), then="stall"),
         "timeout", "pdf"),
    Case("dripping for ever", "{stalled}/drip", endless(_short(b"%PDF-1.4\n", 90_000), b"x", 0.5),
         "timeout", "pdf"),
    Case("slow but there", "{slow}/plan.pdf", answer(PDF, wait=3), "ok", "pdf"),
)  # fmt: skip

TLS = (
    Case("good TLS", "{tls}/plan.pdf", PLAN, "ok", "pdf"),
    Case("TLS down to plain", "{tls}/down", redirect(302, "{hops}/plan.pdf"), "ok", "pdf"),
    Case("expired", "{tls-expired}/plan.pdf", PLAN, "tls_error", "pdf"),
    Case("not yet valid", "{tls-early}/plan.pdf", PLAN, "tls_error", "pdf"),
    Case("of another name", "{tls-name}/plan.pdf", PLAN, "tls_error", "pdf"),
    Case("signed by itself", "{tls-self}/plan.pdf", PLAN, "tls_error", "pdf"),
    Case("without the middle of its chain", "{tls-chain}/plan.pdf", PLAN, "tls_error", "pdf"),
    Case("TLS 1.0 only", "{tls-old}/plan.pdf", PLAN, "tls_error", "pdf"),
    Case("bad TLS and missing", "{tls-expired}/missing", None, "tls_error"),
    Case("no TLS there", "https://127.0.0.1:{hops:port}/plan.pdf", None, "timeout|tls_error", "pdf"),
    Case(
        "TLS asked plainly",
        "http://127.0.0.1:{tls:port}/plan.pdf",
        None,
        "protocol_error|connect_error",
        "pdf",
    ),
    Case("handshake that stalls", "https://127.0.0.1:{mute:port}/plan.pdf", None, "timeout|tls_error", "pdf"),
)

PLACES = (
    "127.0.0.1:{port}", "127.1:{port}", "2130706433:{port}", "0x7f000001:{port}", "0177.0.0.1:{port}",
    "127.0.0.2:{port}", "0.0.0.0:{port}", "0:{port}", "localhost:{port}", "LOCALHOST.:{port}",
    "[::1]:{port}", "[::]:{port}",
    "[::ffff:127.0.0.1]:{port}", "[::ffff:7f00:1]:{port}", "[64:ff9b::7f00:1]:{port}",
    "[2002:7f00:1::]:{port}",
    "１２７.０.０.１:{port}", "127。0。0。1:{port}", "test@127.0.0.1:{port}",
    "10.0.0.1", "172.16.5.4", "192.168.1.1",
    "169.254.169.254/latest/meta-data", "100.64.0.1", "198.18.0.1", "192.0.2.7", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "[fe80::1]", "[fd00::1]", "[ff02::1]", "[2001:db8::1]",
)  # fmt: skip
ADDRESSES = (
    *(Case(f"place {place}", f"http://{place}/", None, "ssrf_blocked") for place in PLACES),
    Case("secure place", "https://127.0.0.1:{port}/", None, "ssrf_blocked"),
    Case("led to a private place", "{hops}/in", redirect(302, "{canary}/"), "ssrf_blocked"),
    Case("led by number", "{hops}/in-number", redirect(301, "http://2130706433:{port}/"), "ssrf_blocked"),
    Case("led by name", "{hops}/in-name", redirect(302, "http://localhost:{port}/"), "ssrf_blocked"),
    Case("led in two steps", "{hops}/in-two", redirect(302, "/in"), "ssrf_blocked"),
    Case("led from TLS", "{tls}/in", redirect(302, "//127.0.0.1:{port}/"), "ssrf_blocked"),
    Case("led to metadata", "{hops}/in-cloud", redirect(302, "http://169.254.169.254/"), "ssrf_blocked"),
    Case("page that leads on by itself", "{hops}/refresh", answer(
        page(ARTICLE).replace(b"</title>", b'</title><link rel=icon href="{canary}/i.png">'), HTML), "ok",
             "html"),
    Case("closed port", "{dead}/plan.pdf", None, "connect_error", "pdf"),
)  # fmt: skip

THROTTLING = (
    *(Case(f"busy {n}", f"{{busy}}/{n}.pdf", answer(PDF, wait=0.9), "ok", "pdf") for n in range(10)),
    *(Case(f"unhurried {n}", f"{{unhurried}}/{n}.pdf", PLAN, "ok", "pdf") for n in range(3)),
    *(Case(f"short of breath {n}", f"{{short}}/{n}.pdf", raw(_short(PDF, len(PDF)), 0.02), "ok", "pdf")
      for n in range(4)),
    Case("come again", "{again}/plan.pdf", turns(answer(b"", HTML, 429, Retry_After="2"), PLAN), "ok", "pdf"),
    Case("come again, unavailable", "{again-503}/plan.pdf",
         turns(answer(b"", HTML, 503, Retry_After="1"), PLAN), "ok", "pdf"),
    Case("come in an hour", "{hour}/plan.pdf", answer(b"", HTML, 429, Retry_After="3600"), "rate_limited",
         "pdf"),
    Case("come some day", "{some-day}/plan.pdf",
         answer(b"", HTML, 429, Retry_After="Fri, 31 Dec 2199 23:59:59 GMT"), "rate_limited", "pdf"),
    Case("closed for repairs", "{repairs}/plan.pdf", answer(page("<h1>ปิดปรับปรุง</h1>"), HTML, 503),
         "unavailable"),
    Case("robots may not", "{robots}/private/plan.pdf", PLAN, "blocked", "pdf"),
    Case("robots may", "{robots}/public/plan.pdf", PLAN, "ok", "pdf"),
)  # fmt: skip
