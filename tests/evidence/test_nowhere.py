"""Hosts that answer to addresses nobody made: what is asked of them, how often, and what it shows."""

import asyncio
import hashlib
import itertools
import random
from collections.abc import Callable

import pytest

from prongsai.evidence.links import Wanted
from prongsai.evidence.nowhere import _asks
from prongsai.evidence.visit import visit
from prongsai.evidence.wire import target
from prongsai.model.receipt import Expected, Receipt
from tests.evidence.bodies import ARTICLE, page, pdf, png
from tests.evidence.test_visit import FAST, Serve, Site, replace, reply, served

PDF = "Content-Type: application/pdf"
MISSING = reply(b"<h1>Not Found</h1>", "404 Not Found")


class Anywhere(Site):
    """A site with an answer to every path that is not in its table."""

    def __init__(self, paths: dict[str, bytes | Serve], otherwise: Callable[[str], bytes]) -> None:
        super().__init__(paths)
        self.otherwise = otherwise

    async def _answer(self, path: str, writer: asyncio.StreamWriter) -> None:
        if path not in self.paths and path != "/robots.txt":
            writer.write(self.otherwise(path))
            await writer.drain()
            return
        await super()._answer(path, writer)


def looked(site: Site, *wanted: tuple[str, Expected | None], sha256: str | None = None) -> dict[str, Receipt]:
    """The receipts by path."""

    async def run() -> list[Receipt]:
        async with served(site):
            settings = replace(FAST, allow=(f"127.0.0.1:{site.port}",), quick=5.0, stall=3.0)
            links = [Wanted(site.url(path), expect, sha256) for path, expect in wanted]
            return await visit(links, settings, lambda _: None)

    return {path: receipt for (path, _), receipt in zip(wanted, asyncio.run(run()), strict=True)}


def test_ordinary_hosts_are_asked_once_more() -> None:
    """Sixty documents of three kinds: one impossible address for each kind, not for each document."""
    paths: dict[str, bytes | Serve] = {f"/{n}.pdf": reply(pdf(str(n)), "200 OK", PDF) for n in range(20)}
    paths |= {f"/{n}.png": reply(png(), "200 OK", "Content-Type: image/png") for n in range(20)}
    paths |= {f"/page/{n}.html": reply(page(ARTICLE + str(n))) for n in range(20)}
    site = Site(paths)
    receipts = looked(site, *((path, None) for path in paths))
    assert {receipt.verdict for receipt in receipts.values()} == {"ok"}
    assert site.hits.total() <= (60 + 1) * 1.15
    assert len([path for path in site.hits if "prongsai-" in path]) == 3


def test_a_known_file_asks_for_nothing_more() -> None:
    """Where the bytes are the accepted ones, nothing is left to doubt."""
    site = Site({"/a.pdf": reply(pdf(), "200 OK", PDF)})
    receipts = looked(site, ("/a.pdf", "pdf"), sha256=hashlib.sha256(pdf()).hexdigest())
    assert receipts["/a.pdf"].verdict == "ok"
    assert site.hits.total() == 2


BIG = pdf("x")[:9] + random.Random(1).randbytes(2_000_000) + pdf("x")[-400:]


@pytest.mark.parametrize("body", [pdf("Sorry"), BIG], ids=["small", "two megabytes"])
def test_the_same_file_for_every_address(body: bytes) -> None:
    """It is no document, unless it is one of its own."""
    site = Anywhere({"/there.pdf": reply(pdf("There"), "200 OK", PDF)}, lambda _: reply(body, "200 OK", PDF))
    receipts = looked(site, ("/files/gone.pdf", "pdf"), ("/there.pdf", "pdf"), ("/files/too.pdf", "pdf"))
    verdicts = {path: receipt.verdict for path, receipt in receipts.items()}
    assert verdicts == {"/files/gone.pdf": "soft_404", "/there.pdf": "ok", "/files/too.pdf": "soft_404"}


def test_the_same_picture_for_every_picture() -> None:
    """By its ending alone: pages and PDFs of the host say that they are missing."""

    def otherwise(path: str) -> bytes:
        return reply(png(), "200 OK", "Content-Type: image/png") if path.endswith(".png") else MISSING

    site = Anywhere({"/a.pdf": reply(pdf(), "200 OK", PDF)}, otherwise)
    receipts = looked(site, ("/gone.png", "image"), ("/a.pdf", "pdf"))
    assert [receipt.verdict for receipt in receipts.values()] == ["soft_404", "ok"]


def test_any_address_led_to_the_same_file() -> None:
    """By a redirect as well."""
    paths: dict[str, bytes | Serve] = {"/sorry.pdf": reply(pdf("Sorry"), "200 OK", PDF)}
    site = Anywhere(paths, lambda _: reply(b"", "302 Found", "Location: /sorry.pdf"))
    assert looked(site, ("/gone.pdf", "pdf"))["/gone.pdf"].verdict == "soft_404"


def _by_number(known: dict[str, bytes], otherwise: bytes) -> Callable[[str], bytes]:
    def answer(path: str) -> bytes:
        return known.get(path, otherwise if path.startswith("/get.php?") else MISSING)

    return answer


def test_files_by_number() -> None:
    """A placeholder for whatever number; and a script that heeds no number, being asked by another name."""
    sorry, there = (reply(pdf(words), "200 OK", PDF) for words in ("Sorry", "There"))
    site = Anywhere({}, _by_number({"/get.php?id=7": there}, sorry))
    receipts = looked(site, ("/get.php?id=4711", "pdf"), ("/get.php?id=7", "pdf"))
    assert [receipt.verdict for receipt in receipts.values()] == ["soft_404", "ok"]
    heedless = Anywhere({}, lambda path: there if "file=plan" in path else MISSING)
    receipts = looked(heedless, ("/get.php?file=plan&id=3", "pdf"), ("/get.php?file=plan&sid=3", "pdf"))
    assert {receipt.verdict for receipt in receipts.values()} == {"ok"}


MENU = "".join(
    f"<div><a href='/m{n}'>เมนูของเทศบาล รายการที่ {'กขคงจฉชซ'[n % 8]}{n}</a></div>" for n in range(40)
)
POOL = [f"<div>ข่าวน่าสนใจ เรื่อง{word} ประจำสัปดาห์</div>" for word in
        ("ถนน", "ประปา", "ไฟฟ้า", "ตลาด", "โรงเรียน", "วัด", "ป่าชุมชน", "กีฬา", "ดนตรี", "สุขภาพ", "ผู้สูงอายุ", "เด็ก")]  # fmt: skip


TURNS = itertools.count()


def _changing(middle: str) -> bytes:
    """A page whose side shows other news each time, in a frame that has no telling names.

    Never the same four twice running: a draw would give them once in some hundred looks, and what shows no
    change can't be known to change.
    """
    turn = next(TURNS)
    side = "".join(POOL[(turn * 5 + step * 2) % len(POOL)] for step in range(4))
    return reply(
        f"<html><head><title>เทศบาลตำบลทดสอบ</title></head><body><div class=a>{MENU}</div><div class=b>{middle}</div>"
        f"<div class=c>{side}</div><div class=d>ที่อยู่ ๙๙ หมู่ ๔ ตำบลทดสอบ</div></body></html>".encode()
    )


HOME = "<h1>ยินดีต้อนรับ</h1><p>เว็บไซต์ของเทศบาลตำบลทดสอบ บริการประชาชน</p>"
SHORT = "<h1>นโยบายไม่รับของขวัญ</h1><p>ผู้บริหารทุกคนไม่รับของขวัญ</p>"


def test_changing_pages_for_any_address() -> None:
    """What changes by itself on a page that anybody gets is no content of this one."""
    site = Anywhere({}, lambda path: _changing(SHORT if path == "/policy" else HOME))
    receipts = looked(site, ("/2566/plan", None), ("/policy", None), ("/index.php?page=plan", "html"))
    verdicts = [receipt.verdict for receipt in receipts.values()]
    assert verdicts == ["soft_404", "ok", "soft_404"]


def test_long_pages_around_a_short_apology() -> None:
    """Two thousand characters of frame and changing news don't hide that nothing was found."""
    sorry = "<p>ขออภัย ไม่พบหน้าที่ท่านต้องการ</p>"
    site = Anywhere({}, lambda path: _changing(SHORT if path == "/policy" else sorry))
    receipts = looked(site, ("/2566/plan", None), ("/policy", None))
    assert [receipt.verdict for receipt in receipts.values()] == ["soft_404", "ok"]


def test_records_of_a_changing_site() -> None:
    """An empty record in a long frame; a short one; a page that heeds no number."""

    def otherwise(path: str) -> bytes:
        if path == "/":
            return _changing(HOME)
        if path.startswith("/news/view/"):
            told = "<h1>เปิดถนนสายใหม่</h1><p>เปิดให้สัญจรแล้ว</p>" if path == "/news/view/12" else ""
            return _changing(f"<h2>รายละเอียดข่าว</h2>{told}<p>ผู้ลงข่าว</p>")
        if path.startswith("/contact.php?id="):
            return _changing(
                "<h1>ติดต่อเรา</h1>" + "<p>สำนักปลัดเทศบาล โทรศัพท์ ๐๓๒ ๐๐๐ ๐๐๐ ในวันและเวลาราชการ</p>" * 4
            )
        return MISSING

    wanted = ("/news/view/12", "/news/view/4711", "/contact.php?id=3")
    receipts = looked(Anywhere({}, otherwise), *((path, None) for path in wanted))
    assert [receipt.verdict for receipt in receipts.values()] == ["ok", "soft_404", "ok"]


def test_searches_that_repeat_the_address() -> None:
    """A search page for whatever was asked, in words of the address."""

    def otherwise(path: str) -> bytes:
        words = path.rpartition("/")[2].replace("-", " ")
        return reply(page(f"<h2>ผลการค้นหาสำหรับ {words}</h2><p>ลองค้นหาด้วยคำอื่นหรือดูเมนูของเรา</p>"))

    site = Anywhere({"/news/road-plan": reply(page("<h2>Road plan</h2><p>ถนนสายใหม่เปิดแล้ว</p>"))}, otherwise)
    receipts = looked(site, ("/news/gift-policy-2566", None), ("/news/road-plan", None))
    assert [receipt.verdict for receipt in receipts.values()] == ["soft_404", "ok"]


KEYS = [
    ("https://a.example/x/plan.html", True, ["path"]),
    ("https://a.example/news.php?id=5", True, ["path", "record", "root"]),
    ("https://a.example/news.php?page=2&id=5", True, ["path", "record", "root"]),
    ("https://a.example/plan.html?id=5", True, ["path"]),
    ("https://a.example/?p=12", True, ["path", "record", "root"]),
    ("https://a.example/news.php?lang_id=2", True, ["path"]),
    ("https://a.example/news/12", True, ["path", "record", "root"]),
    ("https://a.example/news/12-title/", True, ["path", "record", "root"]),
    ("https://a.example/files/12.pdf", False, ["path"]),
    ("https://a.example/download/12", False, ["path", "record"]),
    ("https://a.example/get.php?id=12", False, ["path", "record"]),
    ("https://a.example/get.php?f=a&id=12", False, ["path"]),
]


@pytest.mark.parametrize(("url", "is_page", "kinds"), KEYS)
def test_what_is_asked(url: str, is_page: bool, kinds: list[str]) -> None:
    """Beside each sort of address."""
    asks = _asks(target(url), is_page)
    assert [ask.kind for ask in asks] == kinds
    for ask in asks:
        assert target(ask.make()).origin == "https://a.example"
        assert ask.kind == "root" or ask.make() != ask.make()
