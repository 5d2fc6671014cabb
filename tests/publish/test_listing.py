"""What a site holds, in which order it goes out, and which of its addresses must answer for years."""

from pathlib import Path

from prongsai.publish.listing import (
    MANIFEST,
    Entry,
    addresses_of,
    build_of,
    listing_of,
    manifest,
    read_manifest,
    stages,
)
from tests.publish.sites import make_site


def test_pages_and_documents_are_addresses_what_serves_them_is_not() -> None:
    names = [
        "index.html",
        "404.html",
        "2566/index.html",
        "2566/9.1/index.html",
        "2566/files/plan.pdf",
        "2566/files/photo.jpg",
        "2566/data/budget.csv",
        "2566/o1/qr.svg",
        "about/rules.PDF",
        "about/photo.jpg",
        "assets/site.js",
        "assets/help.pdf",
        "data/2566/oit.xlsx",
        "copies/ab.pdf",
        "feed.xml",
        ".well-known/security.txt",
        ".htaccess",
    ]
    assert list(addresses_of(names)) == [
        "2566/9.1/",
        "2566/data/budget.csv",
        "2566/files/photo.jpg",
        "2566/files/plan.pdf",
        "2566/",
        "about/rules.PDF",
        "",
    ]


def test_what_publishing_leaves_is_no_part_of_the_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    before = listing_of(site)
    (site / MANIFEST).write_text("{}", "utf-8")
    (site / "2566/.prongsai-0123abcd-0123456789abcdef.part").write_text("half", "utf-8")
    assert listing_of(site) == before
    assert list(before) == sorted(before)


def test_a_manifest_is_read_as_it_was_written() -> None:
    listing = {"index.html": Entry(1, "a" * 64), "2566/files/แผน.pdf": Entry(2, "b" * 64)}
    assert read_manifest(manifest(listing)) == (listing, ())
    assert read_manifest(manifest(listing, ["0123abcd", "x"])) == (listing, ("0123abcd",))


def test_one_hash_for_a_whole_site(tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    first = build_of(listing_of(site))
    assert first == build_of(dict(reversed(listing_of(site).items())))
    (site / "index.html").write_text("new", "utf-8")
    assert build_of(listing_of(site)) != first


def test_the_front_page_is_a_stage_of_its_own() -> None:
    assert stages(["index.html", "a.css", "b/index.html", "404.html"]) == (
        ["a.css"],
        ["404.html", "b/index.html"],
        ["index.html"],
    )
