"""Addresses as they are sent."""

import pytest

from prongsai.evidence.wire import InvalidUrl, follow, target

SENT = {
    "http://h.th": "http://h.th/",
    " HTTP://H.TH:80/A ": "http://h.th/A",
    "https://h.th:443?x=1": "https://h.th/?x=1",
    "http://h.th:8080/#top": "http://h.th:8080/",
    "http://h.th/%E0%B8%81%e0%b8%81/%A1%a1%2F%zz%": "http://h.th/%E0%B8%81%e0%b8%81/%A1%a1%2F%zz%",
    "http://h.th/แผน 1.pdf?ก=ข ค": "http://h.th/%E0%B9%81%E0%B8%9C%E0%B8%99%201.pdf?%E0%B8%81=%E0%B8%82%20%E0%B8%84",
    "http://h.th/a/../b/./c//d": "http://h.th/a/../b/./c//d",
    "http://h.th/a+b&c;d=(e)'!*[1]|~": "http://h.th/a+b&c;d=(e)'!*[1]|~",
    'http://h.th/"<>`{}^': "http://h.th/%22%3C%3E%60%7B%7D%5E",
    "http://h.th/a?b?c=/../": "http://h.th/a?b?c=/../",
    "http://h.th\\a\\b": "http://h.th/a/b",
    "http://เทศบาล.ไทย/": "http://xn--22cja0d9aw8b9d.xn--o3cw4h/",
    "http://user:pass@h.th/": "http://h.th/",
    "http://www.good.th@evil.th/": "http://evil.th/",
    "http://0x7f.1/": "http://127.0.0.1/",
    "http://[::FFFF:127.0.0.1]:81/": "http://[::ffff:7f00:1]:81/",
    "http://a_b.h.th/": "http://a_b.h.th/",
}
BAD = [
    "", "x", "www.h.th/a", "//h.th/", "ftp://h.th/", "javascript:alert(1)", "http://", "http:///a",
    "http:/h.th/a",
    "http:h.th", "http://h.th:99999/", "http://h.th:0/", "http://h.th:8a/", "http://h h.th/", "http://h..th/",
    "http://.h.th/", "http://-a.th/", "http://h.th/a\r\nHost: x", "http://h.th/\x00", "http://[::1/",
    "http://[x]/",
    "http://1.2.3.4.5/", "http://999.1.1.1/", "http://0x100000000/", "http://1.2.3.08/", "http://%ff/",
    "http://http://h.th/", "http://" + "a" * 64 + ".th/", "http://" + "a." * 130 + "th/", "http://@/", "http://ho%00st/",
]  # fmt: skip
LED = {
    "/b": "http://h.th/b",
    "b?c": "http://h.th/x/b?c",
    "../b": "http://h.th/b",
    "?q": "http://h.th/x/y?q",
    "/b?": "http://h.th/b?",
    "/b?#c": "http://h.th/b?",
    "?": "http://h.th/x/y?",
    "//other.th/z": "http://other.th/z",
    "https://o.th/%A1/../k": "https://o.th/%A1/../k",
    "/แผน 1": "http://h.th/%E0%B9%81%E0%B8%9C%E0%B8%99%201",
    "/\udca1\udcc1": "http://h.th/%A1%C1",
    "/%a1%A1": "http://h.th/%a1%A1",
}


@pytest.mark.parametrize(("written", "sent"), [*SENT.items()])
def test_sent(written: str, sent: str) -> None:
    """Escapes are kept byte for byte, the rest is encoded once, and a second time changes nothing."""
    if "เทศบาล" in written:
        sent = "http://" + "เทศบาล.ไทย".encode("idna").decode() + "/"
    assert target(written).url == sent
    assert target(sent).url == sent


@pytest.mark.parametrize("written", BAD)
def test_invalid(written: str) -> None:
    """What cannot be asked for is said to be so."""
    with pytest.raises(InvalidUrl):
        target(written)


@pytest.mark.parametrize(("location", "led"), [*LED.items()])
def test_redirects(location: str, led: str) -> None:
    """Relative and absolute, in any bytes."""
    assert follow(target("http://h.th/x/y?z"), location).url == led


@pytest.mark.parametrize(
    "location", ["ftp://h/", "javascript:1", "file:///etc/passwd", "http:foo", "data:,x"]
)
def test_redirects_to_nowhere(location: str) -> None:
    """Other schemes are not followed."""
    with pytest.raises(InvalidUrl):
        follow(target("http://h.th/"), location)
