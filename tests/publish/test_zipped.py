"""A ZIP file: the same bytes each time, names that survive, what stood there until the new one is whole."""

import os
import zipfile
from pathlib import Path

import pytest

from prongsai.errors import OutputError
from prongsai.publish.listing import Entry, listing_of
from prongsai.publish.zipped import bad_names, write_zip
from tests.publish.sites import make_site


def nothing() -> None:
    return


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "same"), make_site(tmp_path / "two", "same")
    for path in two.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)
    write_zip(one, listing_of(one), tmp_path / "1.zip", nothing)
    write_zip(two, listing_of(two), tmp_path / "2.zip", nothing)
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "1.zip") as packed:
        assert packed.testzip() is None
        assert packed.namelist() == list(listing_of(one))
        packed.extractall(tmp_path / "out")
    assert listing_of(tmp_path / "out") == listing_of(one)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("2566/files/แผน.pdf", "ASCII"),
        ("2566/files/aux.pdf", "Windows"),
        ("2566/files/CON", "Windows"),
        ("2566/files/a./b.pdf", "Windows"),
        ("2566/files/" + "a" * 180, "longer"),
    ],
)
def test_names_that_would_not_survive(name: str, words: str) -> None:
    (found,) = bad_names([name, "index.html", "2566/o1/index.html", "2566/files/conference.pdf"])
    assert found.name == name
    assert words in found.reason.en


def test_names_that_differ_in_capitals_alone() -> None:
    assert [each.name for each in bad_names(["a/Plan.pdf", "a/plan.pdf"])] == ["a/plan.pdf"]


def test_what_stood_there_stays_when_a_file_changed(tmp_path: Path) -> None:
    site, out = make_site(tmp_path / "one", "one"), tmp_path / "site.zip"
    out.write_bytes(b"old")
    listing = listing_of(site) | {"index.html": Entry(1, "0" * 64)}
    with pytest.raises(OutputError, match=r"index\.html"):
        write_zip(site, listing, out, nothing)
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "site.zip"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    with pytest.raises(OutputError):
        write_zip(site, listing_of(site), site / "index.html" / "x.zip", nothing)
