"""FTPS to a real server: the same promises as SFTP, and nothing in the clear."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import trustme

from prongsai.errors import NetworkError, OutputError
from prongsai.publish.ftps import Ftps
from prongsai.publish.listing import MANIFEST, listing_of
from prongsai.publish.remote import plan, send_site
from prongsai.publish.ssh import Place
from tests.publish.ftp_server import PASSWORD, USER
from tests.publish.sites import Killer, each_file_is_whole, leftovers, make_site
from tests.running import run_here

SERVER = Path(__file__).with_name("ftp_server.py")
pytestmark = pytest.mark.more


class Ftp:
    """A running server: its folder, its port and the authority that vouches for it."""

    def __init__(self, folder: Path) -> None:
        self.home, self.ca = folder / "home", folder / "ca.pem"
        self.home.mkdir()
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.ca))
        authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(
            str(folder / "server.pem")
        )
        self.process = subprocess.Popen(
            [sys.executable, SERVER, self.home, folder / "server.pem"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    @property
    def www(self) -> Path:
        return self.home / "public_html/oit"

    @property
    def place(self) -> Place:
        return Place("localhost", USER, self.port, "public_html/oit")

    def open(self, password: str = PASSWORD, *, known: bool = True) -> Ftps:
        return Ftps(self.place, password, [self.ca] if known else [])

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Ftp]:
    (tmp_path / "ftp").mkdir()
    running = Ftp(tmp_path / "ftp")
    yield running
    running.close()


def send(server: Ftp, site: Path, *, delete: bool = False) -> int:
    listing = listing_of(site)
    with server.open() as remote:
        todo = plan(remote, listing)
        send_site(remote, site, listing, todo, lambda: None, delete=delete)
    return len(todo.send)


def test_a_site_arrives_whole_and_only_changes_are_sent(server: Ftp, tmp_path: Path) -> None:
    site = make_site(tmp_path / "one", "one")
    (site / "2566/files/แผน งาน.pdf").write_bytes(bytes(range(256)) * 5_000)
    (site / "2566/files/empty.txt").write_bytes(b"")
    assert send(server, site) == len(listing_of(site))
    assert listing_of(server.www) == listing_of(site)
    assert send(server, site) == 0
    (site / "assets/one.css").unlink()
    (site / "index.html").write_text("new", "utf-8")
    (site / "2566/files/plan.pdf").unlink()
    (site / "2566/files/plan.pdf").mkdir()
    (site / "2566/files/plan.pdf/index.html").write_text("moved", "utf-8")
    assert send(server, site) == 2
    assert (server.www / "assets/one.css").is_file()
    send(server, site, delete=True)
    assert listing_of(server.www) == listing_of(site)
    assert leftovers(server.www) == []


def test_a_folder_with_other_things_is_refused(server: Ftp, tmp_path: Path) -> None:
    server.www.mkdir(parents=True)
    (server.www / "index.php").write_text("town", "utf-8")
    with pytest.raises(OutputError, match=r"index\.php"):
        send(server, make_site(tmp_path / "one", "one"))


def test_who_is_not_known_is_told_nothing(server: Ftp) -> None:
    with pytest.raises(NetworkError, match="certificate"), server.open(known=False):
        pass
    with pytest.raises(NetworkError, match="check the user and the password"), server.open("wrong"):
        pass
    with (
        pytest.raises(NetworkError, match="certificate"),
        Ftps(server.place._replace(host="127.0.0.1"), PASSWORD, [server.ca]),
    ):
        pass
    server.close()
    with pytest.raises(NetworkError, match="gone or not encrypted"), server.open():
        pass


def test_a_server_that_dies_leaves_whole_files_and_the_next_completes(server: Ftp, tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "one"), make_site(tmp_path / "two", "two", pages=60)
    send(server, one)
    first, second = listing_of(one), listing_of(two)
    Thread(target=lambda: (time.sleep(0.3), server.process.kill()), daemon=True).start()
    with pytest.raises(NetworkError):
        send(server, two)
    assert each_file_is_whole(server.www, first, second)
    (tmp_path / "again").mkdir()
    again = Ftp(tmp_path / "again")
    try:
        (server.www).parent.rename(again.home / "public_html")
        send(again, two, delete=True)
        assert listing_of(again.www) == second
        assert leftovers(again.www) == []
    finally:
        again.close()


SEND = (
    "import sys; from pathlib import Path; from prongsai.publish.ftps import Ftps;"
    "from prongsai.publish.ssh import Place; from prongsai.publish.remote import plan, send_site;"
    "from prongsai.publish.listing import listing_of; site = Path(sys.argv[1]); listing = listing_of(site);"
    "server = Ftps(Place('localhost', sys.argv[2], int(sys.argv[3]), sys.argv[4]), sys.argv[5], "
    "[Path(sys.argv[6])]);"
    "print('ready', flush=True); server.__enter__();"
    "send_site(server, site, listing, plan(server, listing), lambda: None); server.__exit__()"
)


def test_ten_killed_sendings(server: Ftp, tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "one"), make_site(tmp_path / "two", "two")
    first, second, killer = listing_of(one), listing_of(two), Killer(13, 0.4)
    send(server, one)
    place = server.place
    for number in range(10):
        site = two if number % 2 == 0 else one
        killer.run(SEND, site, USER, place.port, place.folder, PASSWORD, server.ca)
        assert each_file_is_whole(server.www, first, second), number
    assert killer.done < 10
    send(server, two, delete=True)
    assert listing_of(server.www) == second
    assert leftovers(server.www) == []


def test_a_name_that_the_server_refuses_is_told_and_the_rest_stays(server: Ftp, tmp_path: Path) -> None:
    one, two = make_site(tmp_path / "one", "one"), make_site(tmp_path / "two", "two")
    send(server, one)
    (server.www / "2566/o2/index.html").unlink()
    (server.www / "2566/o2/index.html").mkdir()
    with pytest.raises(OutputError, match=r"o2/index\.html"):
        send(server, two)
    assert each_file_is_whole(server.www, listing_of(one), listing_of(two))
    assert (server.www / "index.html").read_bytes() == (one / "index.html").read_bytes()


def test_the_command_takes_the_password_from_the_environment_alone(
    server: Ftp, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = (
        "publish",
        "ftps",
        str(server.place),
        "--ca",
        server.ca,
        "--no-look",
        "--lang",
        "en",
        "--project",
        town,
    )
    done = run_here(*words)
    assert done.returncode == 2
    assert "PRONGSAI_FTP_PASSWORD" in done.stderr
    monkeypatch.setenv("PRONGSAI_FTP_PASSWORD", PASSWORD)
    done = run_here(*words)
    assert done.returncode == 0, done.stderr
    assert (server.www / MANIFEST).is_file()
    assert (server.www / "2566/o1/index.html").is_file()
    for name in ("published.yml", "addresses.lock"):
        assert PASSWORD not in (town / "content" / name).read_text("utf-8")
