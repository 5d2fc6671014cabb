"""Cookies: for one look, for the site that gave them, and never in the clear where they are secure."""

from prongsai.evidence.way import Way, site_of
from prongsai.evidence.wire import target


def way(*lines: str, url: str = "https://town.example/a") -> Way:
    kept = Way("https://town.example/", 1.0)
    kept.keep(target(url), lines)
    return kept


def test_given_back_to_their_site() -> None:
    """With or without www., whatever the path."""
    kept = way("a=1; Path=/", "b=2; HttpOnly")
    assert kept.cookie(target("https://www.town.example/other")) == "a=1; b=2"
    assert kept.cookie(target("http://town.example/")) == "a=1; b=2"


def test_to_nobody_else() -> None:
    """Not to another host, nor to another port of the same."""
    kept = way("a=1; Domain=.example; Path=/")
    for url in ("https://city.example/", "https://sub.town.example/", "https://town.example:8443/",
                "https://town.example.evil/", "https://eviltown.example/"):  # fmt: skip
        assert kept.cookie(target(url)) == "", url


def test_secure_ones_over_tls_alone() -> None:
    """So that nobody on the way reads them."""
    kept = way("a=1; Secure", "b=2")
    assert kept.cookie(target("http://town.example/")) == "b=2"


def test_taken_back() -> None:
    """A cookie that is ended is gone."""
    kept = way("a=1", "a=; Max-Age=0", "b=2")
    assert kept.cookie(target("https://town.example/")) == "b=2"


def test_odd_and_hostile_lines() -> None:
    """Nothing breaks a look, nothing grows without bounds, nothing new gets into the request."""
    kept = way(
        "", "=", ";;;", "ก=1", "a=\r\nX-Evil: 1", "x" * 9000, *(f"n{number}=1" for number in range(90))
    )
    sent = kept.cookie(target("https://town.example/"))
    assert len(sent) < 10_000
    assert "\r" not in sent and "\n" not in sent
    assert kept.cookie(target("https://town.example/")).count("=") <= 20


def test_one_site() -> None:
    """What counts as one host for cookies and for politeness."""
    same = (
        "http://town.example/",
        "https://www.town.example/x",
        "http://TOWN.example./",
        "https://town.example:443/",
    )
    assert {site_of(target(url)) for url in same} == {"town.example"}
    assert site_of(target("http://localhost:8080/")) == site_of(target("http://127.0.0.1:8080/"))
    assert site_of(target("http://town.example:8080/")) == "town.example:8080"
