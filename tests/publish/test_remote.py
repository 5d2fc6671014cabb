"""Sending file by file: in order, only what changed, continued after a cut, nothing seen half-written."""

import shutil
from pathlib import Path

import pytest

from prongsai.errors import NetworkError, OutputError
from prongsai.publish.listing import MANIFEST, Listing, listing_of, manifest, read_manifest
from prongsai.publish.remote import Plan, plan, send_site
from tests.publish.sites import FolderRemote, each_file_is_whole, leftovers, make_site


def send(server: FolderRemote, site: Path, **options: bool) -> Plan:
    listing = listing_of(site)
    todo = plan(server, listing, again=options.pop("again", False), take_over=options.pop("take_over", False))
    send_site(server, site, listing, todo, lambda: None, **options)
    return todo


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return make_site(tmp_path / "one", "one")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return make_site(tmp_path / "two", "two")


def test_files_go_first_pages_next_the_front_page_last(one: Path, tmp_path: Path) -> None:
    server = FolderRemote(tmp_path / "www")
    send(server, one)
    order = [line.removeprefix("rename ") for line in server.log if line.startswith("rename ")]
    assert order[0] == order[-1] == MANIFEST
    assert order[-2] == "index.html"
    sent = order[1:-2]
    kinds = [name.endswith(".html") for name in sent]
    assert kinds == sorted(kinds)
    assert listing_of(tmp_path / "www") == listing_of(one)


def test_only_what_changed_is_sent_and_nothing_is_deleted_unless_asked(
    one: Path, two: Path, tmp_path: Path
) -> None:
    www = tmp_path / "www"
    send(FolderRemote(www), one)
    quiet = FolderRemote(www)
    assert send(quiet, one).send == ()
    assert not [line for line in quiet.log if line.startswith(("write", "rename"))]
    shutil.copy(one / "2566/o3/index.html", two / "2566/o3/index.html")
    todo = send(FolderRemote(www), two)
    assert "2566/o3/index.html" not in todo.send
    assert todo.extra == ("assets/one.css",)
    assert (www / "assets/one.css").is_file()
    assert send(FolderRemote(www), two, delete=True).send == ()
    assert listing_of(www) == listing_of(two)
    assert len(send(FolderRemote(www), two, again=True).send) == len(listing_of(two))


def test_a_folder_with_other_things_is_not_written_into(one: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (www / "index.php").write_text("town", "utf-8")
    with pytest.raises(OutputError, match=r"index\.php"):
        send(FolderRemote(www), one)
    assert [path.name for path in www.iterdir()] == ["index.php"]
    send(FolderRemote(www), one, take_over=True)
    assert (www / "index.php").read_text("utf-8") == "town"


def test_hanging_up_at_any_request_leaves_whole_files_and_the_next_run_completes(
    one: Path, two: Path, tmp_path: Path
) -> None:
    www, first, second = tmp_path / "www", listing_of(one), listing_of(two)
    send(FolderRemote(www), one)
    whole = FolderRemote(tmp_path / "count")
    send(FolderRemote(tmp_path / "count"), one)
    send(whole, two)
    for cut in range(0, len(whole.log), 31):
        shutil.rmtree(www)
        send(FolderRemote(www), one)
        with pytest.raises(NetworkError):
            send(FolderRemote(www, cut), two)
        assert each_file_is_whole(www, first, second)
        again = send(FolderRemote(www), two)
        assert len(again.send) <= len(second)
        assert {name: entry for name, entry in listing_of(www).items() if name in second} == second
        assert leftovers(www) == []


def test_what_arrived_before_the_cut_is_not_sent_again(one: Path, tmp_path: Path) -> None:
    class Refusing(FolderRemote):
        def rename(self, name: str, to: str) -> None:
            if to == "2566/o9/index.html":
                raise OutputError("ไม่รับชื่อ", f"refuses {to}")
            super().rename(name, to)

    www = tmp_path / "www"
    with pytest.raises(OutputError, match="o9"):
        send(Refusing(www), one)
    todo = send(FolderRemote(www), one)
    assert 0 < len(todo.send) < 8
    assert "assets/site.js" not in todo.send
    assert listing_of(www) == listing_of(one)


def test_a_site_sent_half_is_not_taken_for_the_one_before(one: Path, two: Path, tmp_path: Path) -> None:
    """Published, then broken off with another, then the first again: nothing of the other may stay."""
    www = tmp_path / "www"
    send(FolderRemote(www), one)
    with pytest.raises(NetworkError):
        send(FolderRemote(www, 60), two)
    send(FolderRemote(www), one)
    first = listing_of(one)
    assert {name: entry for name, entry in listing_of(www).items() if name in first} == first


def test_a_file_that_changes_while_it_is_sent_stops_the_sending(one: Path, tmp_path: Path) -> None:
    www, listing = tmp_path / "www", listing_of(one)
    server = FolderRemote(www)
    todo = plan(server, listing)
    (one / "2566/files/plan.pdf").write_bytes(b"half")
    with pytest.raises(OutputError, match=r"plan\.pdf"):
        send_site(server, one, listing, todo, lambda: None)
    assert not (www / "2566/files/plan.pdf").exists()
    assert not (www / "index.html").exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"format": "other/1", "files": {}}', b"\xff", b"[" * 100_000,
     b'{"format": "prongsai/published/1", "files": 3}',
     b'{"format": "prongsai/published/1", "files": {"a": [1]}}'],
)  # fmt: skip
def test_a_broken_manifest_means_sending_everything(data: bytes, one: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (www / MANIFEST).write_bytes(data)
    assert len(send(FolderRemote(www), one).send) == len(listing_of(one))


def test_a_hostile_manifest_cannot_have_files_elsewhere_deleted(one: Path, tmp_path: Path) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (tmp_path / "secret").write_text("keep", "utf-8")
    listing: Listing = listing_of(one)
    bad = {
        name: next(iter(listing.values()))
        for name in ("../secret", "/etc/x", "a/../../secret", "a\\b", "./x", "")
    }
    (www / MANIFEST).write_bytes(manifest(bad))
    found = read_manifest((www / MANIFEST).read_bytes())
    assert found is not None
    assert found[0] == {}
    send(FolderRemote(www), one, delete=True)
    assert (tmp_path / "secret").read_text("utf-8") == "keep"
