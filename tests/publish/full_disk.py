"""A disk that is full, run as a program in a world of its own: ``full_disk.py KIND FOLDER``.

It mounts a small disk that nobody else sees, publishes one site onto it, and then another that does not fit:
the first must stand to the byte. Afterwards the disk has room again and the same run comes to its end.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from prongsai.errors import ProngsaiError
from prongsai.publish.github import Branch, fetched, hashed, push
from prongsai.publish.listing import listing_of
from prongsai.publish.placed import place
from prongsai.publish.remote import plan, send_site
from prongsai.publish.zipped import write_zip
from tests.publish.servers import sshd
from tests.publish.sites import make_site

LARGE, SMALL_DISK = 6_000_000, "4m"
Publish = Callable[[Path], None]


def nothing() -> None:
    return


def seen(disk: Path) -> dict[str, bytes]:
    """What a citizen may open: names that do not begin with a dot."""
    shown = (path for path in disk.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(disk).as_posix(): path.read_bytes() for path in shown}


@contextmanager
def to_folder(disk: Path, folder: Path) -> Iterator[Publish]:
    yield lambda site: place(site, listing_of(site), disk / "www", nothing)


@contextmanager
def to_zip(disk: Path, folder: Path) -> Iterator[Publish]:
    yield lambda site: write_zip(site, listing_of(site), disk / "site.zip", nothing)


@contextmanager
def to_sftp(disk: Path, folder: Path) -> Iterator[Publish]:
    with sshd(folder / "sshd") as server:
        there = server.__class__(server.folder, server.port, disk / "www", server.process)

        def publish(site: Path) -> None:
            with there.open() as remote:
                listing = listing_of(site)
                send_site(remote, site, listing, plan(remote, listing), nothing, delete=True)

        yield publish


@contextmanager
def to_github(disk: Path, folder: Path) -> Iterator[Publish]:
    subprocess.run(["git", "init", "-q", "--bare", disk / "server.git"], check=True)
    subprocess.run(["git", "init", "-q", folder / "town"], check=True)
    subprocess.run(["git", "-C", folder / "town", "remote", "add", "origin", disk / "server.git"], check=True)
    branch = Branch(folder / "town")

    def publish(site: Path) -> None:
        push(branch, site, hashed(site, listing_of(site)), "m", None, there=fetched(branch))

    yield publish


def shown_by_git(disk: Path) -> dict[str, bytes]:
    words = ["git", "-C", disk / "server.git", "rev-parse", "gh-pages^{tree}"]
    return {"tree": subprocess.run(words, check=True, capture_output=True).stdout}


KINDS = {"folder": to_folder, "zip": to_zip, "sftp": to_sftp, "github": to_github}


def main(kind: str, folder: Path) -> None:
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o"]
    subprocess.run([*mount, f"size={SMALL_DISK}", "tmpfs", disk], check=True)
    one, two = make_site(folder / "one", "one"), make_site(folder / "two", "two")
    # Bytes that cannot be packed any smaller.
    (two / "2566/files/plan.pdf").write_bytes(Path("/dev/urandom").open("rb").read(LARGE))  # noqa: SIM115
    look = shown_by_git if kind == "github" else seen
    with KINDS[kind](disk, folder) as publish:
        publish(one)
        before = look(disk)
        try:
            publish(two)
        except ProngsaiError as error:
            print("told:", error.text.en)
        else:
            raise AssertionError("it fitted")
        after = look(disk)
        known = [before, *([{**before, **files(two)}] if kind == "sftp" else [])]
        assert all(any(data == each.get(name) for each in known) for name, data in after.items())
        assert before.keys() <= after.keys()
        subprocess.run([*mount, "remount,size=64m", "tmpfs", disk], check=True)
        publish(two)
        assert look(disk) != before
        print("whole")


def files(site: Path) -> dict[str, bytes]:
    return {f"www/{name}": (site / name).read_bytes() for name in listing_of(site)}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
