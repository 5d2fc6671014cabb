"""Conditional requests: only with a strong tag of bytes that were hashed, and never believed too easily."""

import asyncio
import hashlib

import pytest

from prongsai.evidence.answer import strong_tag
from prongsai.evidence.links import Wanted
from prongsai.evidence.visit import visit
from prongsai.model.receipt import Receipt
from tests.evidence.bodies import pdf
from tests.evidence.test_visit import FAST, Serve, Site, replace, reply, served

OLD, NEW = pdf("Old"), pdf("New")
HASH = hashlib.sha256(OLD).hexdigest()
PDF = "Content-Type: application/pdf"


def _serves(*answers: bytes, when: str | None = None, then: bytes = b"") -> Serve:
    """The answers in turn; ``then`` where the tag ``when`` is sent along."""
    turn = iter(range(1000))

    async def behave(path: str, headers: dict[str, str], writer: asyncio.StreamWriter) -> None:
        asked = headers.get("if-none-match")
        known = asked is not None and (when is None or asked == when) and then
        writer.write(then if known else answers[min(next(turn), len(answers) - 1)])

    return behave


def same(*lines: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 304 Not Modified", *lines, "", ""]).encode()


def look(serve: Serve, **known: str | None) -> tuple[Receipt, list[str | None]]:
    """The receipt of one address, and the tags with which it was asked for."""
    site = Site({"/plan.pdf": serve})

    async def run() -> list[Receipt]:
        async with served(site):
            settings = replace(FAST, allow=(f"127.0.0.1:{site.port}",))
            return await visit([Wanted(site.url("/plan.pdf"), "pdf", **known)], settings, lambda _: None)

    (receipt,) = asyncio.run(run())
    asked = [each.get("if-none-match") for each in site.sent[1:]]  # after robots.txt, before anything made up
    return receipt, asked[: site.hits["/plan.pdf"]]


def test_a_tag_is_kept_and_asked_with() -> None:
    """The receipt has the tag of the bytes that were hashed; with it, 304 is as good as the file."""
    tagged = _serves(reply(OLD, "200 OK", 'ETag: "7"', PDF), when='"7"', then=same('ETag: "7"'))
    first, _ = look(tagged)
    assert (first.verdict, first.etag, first.sha256) == ("ok", '"7"', HASH)
    again, asked = look(tagged, etag=first.etag, sha256=first.sha256)
    assert (again.verdict, again.status, again.sha256, again.etag) == ("ok", 304, HASH, '"7"')
    assert again.bytes is None
    assert asked == ['"7"']


@pytest.mark.parametrize("etag", [None, 'W/"7"', "7", '"7', '"a"b"', '"\n"', "", '"' + "x" * 999 + '"'])
def test_only_strong_tags_are_asked_with(etag: str | None) -> None:
    """What is no strong tag stays at home."""
    receipt, asked = look(_serves(reply(OLD, "200 OK", PDF)), etag=etag, sha256=HASH)
    assert (receipt.verdict, asked) == ("ok", [None])


def test_a_tag_without_a_hash_is_not_asked_with() -> None:
    """Nobody would know what is unchanged."""
    receipt, asked = look(_serves(reply(OLD, "200 OK", PDF)), etag='"7"')
    assert (receipt.verdict, asked) == ("ok", [None])


@pytest.mark.parametrize("told", [same('ETag: "8"'), same('ETag: W/"7"'), same()])
def test_another_tag_is_no_proof(told: bytes) -> None:
    """304 with another tag, a weak one or none: the document is asked for in full, and judged."""
    for body, verdict in ((OLD, "ok"), (NEW, "changed")):
        serve = _serves(reply(body, "200 OK", 'ETag: "8"', PDF), when='"7"', then=told)
        receipt, asked = look(serve, etag='"7"', sha256=HASH)
        assert (receipt.verdict, receipt.status, asked) == (verdict, 200, ['"7"', None])


def test_304_without_being_asked() -> None:
    """A server that says so to whoever comes has shown nothing."""
    for known in ({}, {"sha256": HASH}, {"etag": 'W/"7"', "sha256": HASH}):
        receipt, _ = look(_serves(same()), **known)
        assert (receipt.verdict, receipt.status, receipt.sha256) == ("protocol_error", 304, None)
    receipt, asked = look(_serves(same()), etag='"7"', sha256=HASH)
    assert (receipt.verdict, asked) == ("protocol_error", ['"7"', None])


def test_weak_tags_and_tags_of_pages_are_not_kept() -> None:
    """They stand for what is alike, or for what is not held to its bytes."""
    weak, _ = look(_serves(reply(OLD, "200 OK", 'ETag: W/"7"', PDF)))
    assert (weak.verdict, weak.etag) == ("ok", None)
    page, _ = look(_serves(reply(status="200 OK")))
    assert page.etag is None


def test_a_tag_stays_with_its_site() -> None:
    """Another host gets neither the tag nor the cookies of the first, and is believed nothing by them."""
    there = Site({"/plan.pdf": _serves(reply(OLD, "200 OK", PDF), then=same('ETag: "7"'))})
    site = Site({})

    async def run() -> Receipt:
        async with served(there), served(site):
            location = f"Location: {there.url('/plan.pdf')}"
            site.paths["/plan.pdf"] = reply(b"", "302 Found", location, "Set-Cookie: secret=1; Path=/")
            settings = replace(FAST, allow=(f"127.0.0.1:{site.port}", f"127.0.0.1:{there.port}"))
            wanted = Wanted(site.url("/plan.pdf"), "pdf", HASH, '"7"')
            return (await visit([wanted], settings, lambda _: None))[0]

    receipt = asyncio.run(run())
    assert (receipt.verdict, receipt.status) == ("ok", 200)
    assert any(sent.get("if-none-match") == '"7"' for sent in site.sent)
    for sent in there.sent:
        assert not {"if-none-match", "cookie", "authorization", "referer"} & set(sent)


def test_unchanged_but_led_to_a_login() -> None:
    """304 is no pass for an address that leads elsewhere now."""
    site = Site({})

    async def run() -> Receipt:
        async with served(site):
            site.paths["/plan.pdf"] = reply(b"", "302 Found", "Location: /login.php")
            site.paths["/login.php"] = same('ETag: "7"')
            settings = replace(FAST, allow=(f"127.0.0.1:{site.port}",))
            wanted = Wanted(site.url("/plan.pdf"), "pdf", HASH, '"7"')
            return (await visit([wanted], settings, lambda _: None))[0]

    assert asyncio.run(run()).verdict == "login_wall"


def test_strong_tags() -> None:
    """As RFC 9110 writes them."""
    assert strong_tag('"a-1:gz"') == '"a-1:gz"'
    assert [strong_tag(each) for each in (None, "", "a", 'W/"a"', '""', '"a b"', '"ก"')] == [None] * 7
