"""SFTP to a real sshd, seen through a real nginx: killed, cut off, refused, full; never a broken page."""

import os
import stat
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from prongsai.errors import NetworkError, OutputError, ProjectError, ProngsaiError
from prongsai.publish.listing import MANIFEST, Listing, listing_of
from prongsai.publish.remote import plan, send_site
from prongsai.publish.ssh import Place, read_place
from tests.publish.servers import Sshd, nginx, sshd
from tests.publish.sites import Killer, each_file_is_whole, leftovers, make_site
from tests.running import run_here

SEND = (
    "import sys; from pathlib import Path; from prongsai.publish.sftp import Sftp;"
    "from prongsai.publish.ssh import read_place; from prongsai.publish.remote import plan, send_site;"
    "from prongsai.publish.listing import listing_of;"
    "site = Path(sys.argv[1]); listing = listing_of(site); server = Sftp(read_place(sys.argv[2]), ('-F', "
    "sys.argv[3]));"
    "print('ready', flush=True); server.__enter__();"
    "send_site(server, site, listing, plan(server, listing), lambda: None); server.__exit__()"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sshd]:
    with sshd(tmp_path_factory.mktemp("sshd")) as running:
        yield running


@pytest.fixture
def fresh(server: Sshd, tmp_path: Path) -> Sshd:
    """The server with a folder of the test's own."""
    return Sshd(server.folder, server.port, tmp_path / "srv/www", server.process)


def send(server: Sshd, site: Path, *, delete: bool = False) -> int:
    listing = listing_of(site)
    with server.open() as remote:
        todo = plan(remote, listing)
        send_site(remote, site, listing, todo, lambda: None, delete=delete)
    return len(todo.send)


def pages_of(folder: Path) -> Listing:
    return {name: entry for name, entry in listing_of(folder).items() if not name.startswith("assets/t")}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("town@host.invalid/public_html/oit/", Place("host.invalid", "town", None, "public_html/oit")),
        ("host.invalid:2222/www", Place("host.invalid", None, 2222, "www")),
        ("sftp://town@host.invalid//var/www", Place("host.invalid", "town", None, "/var/www")),
        ("[::1]:22/www", Place("::1", None, 22, "www")),
        ("host.invalid/", Place("host.invalid", None, None, "")),
    ],
)
def test_places_as_people_write_them(text: str, place: Place) -> None:
    assert read_place(text) == place


@pytest.mark.parametrize(
    "text", ["", "host", "a:b@host/www", "sftp://a:b@host/", "-x/www", "-a@h/www", "h/a\nb", "h\\a/b"]
)
def test_places_that_are_refused(text: str) -> None:
    with pytest.raises(ProjectError):
        read_place(text)


@pytest.mark.more
def test_a_site_arrives_whole_and_readable(fresh: Sshd, tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    (site / "2566/files/แผน งาน [1].pdf").write_bytes(os.urandom(3_000_000))
    (site / "2566/files/empty.txt").write_bytes(b"")
    assert send(fresh, site) == len(listing_of(site))
    assert listing_of(fresh.www) == listing_of(site)
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o444 == 0o444 for path in fresh.www.rglob("*"))
    assert send(fresh, site) == 0
    (site / "assets/one.css").unlink()
    (site / "2566/o1/index.html").write_text("new", "utf-8")
    assert send(fresh, site) == 1
    assert (fresh.www / "assets/one.css").is_file()
    send(fresh, site, delete=True)
    assert listing_of(fresh.www) == listing_of(site)
    assert leftovers(fresh.www) == []


@pytest.mark.more
def test_a_file_that_became_a_page_and_a_refused_name(fresh: Sshd, tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    send(fresh, site)
    (site / "2566/files/plan.pdf").unlink()
    (site / "2566/files/plan.pdf").mkdir()
    (site / "2566/files/plan.pdf/index.html").write_text("moved", "utf-8")
    send(fresh, site)
    assert (fresh.www / "2566/files/plan.pdf/index.html").read_text("utf-8") == "moved"
    (site / "2566/files" / ("n" * 250)).write_text("x", "utf-8")
    (fresh.www / "2566/o2/index.html").unlink()
    (fresh.www / "2566/o2/index.html").mkdir()
    (site / "2566/o2/index.html").write_text("new", "utf-8")
    with pytest.raises(OutputError, match=r"refuses .*o2/index\.html"):
        send(fresh, site)


@pytest.mark.more
def test_who_is_not_known_gets_nothing(server: Sshd, tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    listing = listing_of(site)
    known = server.folder / "known"
    right = known.read_text("utf-8")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "other")], check=True)
    wrong = f"[127.0.0.1]:{server.port} {(tmp_path / 'other.pub').read_text('utf-8')}"
    try:
        for text, words in (("", "compare the fingerprint"), (wrong, "somebody may be in between")):
            known.write_text(text, "utf-8")
            with pytest.raises(NetworkError, match=words), server.open() as remote:
                plan(remote, listing)
    finally:
        known.write_text(right, "utf-8")
    key = server.folder / "user.pub"
    kept = key.read_bytes()
    try:
        key.write_bytes(b"")
        with pytest.raises(NetworkError, match="does not let you in"), server.open():
            pass
    finally:
        key.write_bytes(kept)
    with (
        pytest.raises(NetworkError, match=r"gone|refused"),
        Sshd(server.folder, 1, tmp_path, server.process).open(),
    ):
        pass


@pytest.mark.more
def test_a_server_that_prints_something_before_it_answers(fresh: Sshd, tmp_path: Path) -> None:
    chatty = tmp_path / "chatty"
    chatty.write_text("#!/bin/sh\necho Welcome to our hosting\nexec /usr/lib/openssh/sftp-server\n", "utf-8")
    chatty.chmod(0o755)
    with (
        sshd(tmp_path / "other", str(chatty)) as other,
        pytest.raises(NetworkError, match="no SFTP"),
        other.open(),
    ):
        pass


@pytest.mark.more
def test_a_full_disk_and_a_cut_line_are_told_and_the_next_run_completes(fresh: Sshd, tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "one"), make_site(tmp_path / "two", "two")
    (two / "2566/files/plan.pdf").write_bytes(os.urandom(20_000_000))
    send(fresh, one)
    first, second = listing_of(one), listing_of(two)
    with fresh.open() as remote:
        todo = plan(remote, second)
        process = remote._line._process
        Thread(target=lambda: (time.sleep(0.02), process.kill()), daemon=True).start()
        with pytest.raises(NetworkError, match="goes on from there"):
            send_site(remote, two, second, todo, lambda: None)
    assert each_file_is_whole(fresh.www, first, second)
    limited = tmp_path / "limited"
    limited.write_text("#!/bin/sh\nulimit -f 2000\nexec /usr/lib/openssh/sftp-server\n", "utf-8")
    limited.chmod(0o755)
    with sshd(tmp_path / "small", str(limited)) as small:
        full = Sshd(small.folder, small.port, fresh.www, small.process)
        with pytest.raises(ProngsaiError):
            send(full, two)
    assert each_file_is_whole(fresh.www, first, second)
    send(fresh, two, delete=True)
    assert listing_of(fresh.www) == second
    assert leftovers(fresh.www) == []


def watch(host: str, known: set[bytes], stop: Event, bad: list[str], seen: list[int]) -> None:
    """A citizen who opens pages without end: each must be one of ``known``, to the byte."""
    names = ["", "2566/o1/", "2566/o7/", "2566/files/plan.pdf", "assets/site.js"]
    while not stop.is_set():
        for name in names:
            with urllib.request.urlopen(f"http://{host}/{name}", timeout=20) as answer:
                if answer.read() not in known:
                    bad.append(name)
            seen.append(1)


@pytest.mark.more
def test_sixty_killed_sendings_while_citizens_read(fresh: Sshd, tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "one"), make_site(tmp_path / "two", "two")
    first, second, killer = listing_of(one), listing_of(two), Killer(5, 0.4)
    known = {(site / "index.html").read_bytes() for site in (one, two)}
    send(fresh, one)
    stop, bad, seen = Event(), [], []
    complete = 0
    with nginx(tmp_path / "nginx", fresh.www) as host:
        reader = Thread(target=watch, args=(host, known, stop, bad, seen))
        reader.start()
        for number in range(60):
            site = two if number % 2 == 0 else one
            killer.run(SEND, site, fresh.written, fresh.config)
            assert each_file_is_whole(fresh.www, first, second), number
            wanted = second if site is two else first
            complete += all(listing_of(fresh.www).get(name) == entry for name, entry in wanted.items())
        send(fresh, two)
        stop.set()
        reader.join()
    assert bad == []
    assert len(seen) > 100
    assert 0 < complete < 60
    assert all(listing_of(fresh.www).get(name) == entry for name, entry in second.items())


@pytest.mark.more
def test_the_command_sends_and_looks_through_nginx(fresh: Sshd, town: Path, tmp_path: Path) -> None:
    with nginx(tmp_path / "nginx", fresh.www) as host:
        words = ["publish", "sftp", fresh.written, "--ssh-config", fresh.config, "--project", town]
        words += ["--lang", "en"]
        look = ["--address", f"http://{host}/", "--allow", host]
        dry = run_here(*words, "--dry-run")
        assert "+ 2566/o1/index.html" in dry.stdout.splitlines()
        assert not (fresh.www / MANIFEST).exists()
        done = run_here(*words, *look)
        assert done.returncode == 0, done.stderr
        assert "answer with this build" in done.stderr
        assert (town / "content/addresses.lock").is_file()
        (town / "content/agency.yml").write_text("name: เทศบาลตำบลอื่น\nkind: เทศบาลตำบล\n", "utf-8")
        done = run_here(*words, *look)
        assert done.returncode == 0, done.stderr
        with urllib.request.urlopen(f"http://{host}/2566/o1/") as answer:
            assert "เทศบาลตำบลอื่น" in answer.read().decode()
