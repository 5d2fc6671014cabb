"""Small sites for the tests of publishing, and a folder that is used as a server."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from prongsai.errors import NetworkError
from prongsai.publish.listing import MANIFEST, Listing, listing_of

PAGES = 12


def make_site(folder: Path, edition: str, pages: int = PAGES) -> Path:
    """A site of one edition: every page names it, as does the script that the pages load."""
    text = (f"<p>{edition}</p>\n" * 400).encode()
    names = ["index.html", "data/index.json", "assets/site.js", "2566/files/plan.pdf"]
    names += [f"2566/o{number}/index.html" for number in range(1, pages + 1)]
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    (folder / f"assets/{edition}.css").write_bytes(text)
    return folder


def is_whole(folder: Path, *editions: Listing) -> bool:
    """Whether a folder holds one of the editions to the byte, and nothing else."""
    return listing_of(folder) in editions


def each_file_is_whole(folder: Path, *editions: Listing) -> bool:
    """Whether every file that a citizen may open is, to the byte, that of one of the editions."""
    return all(
        any(known.get(name) == entry for known in editions) for name, entry in listing_of(folder).items()
    )


class FolderRemote:
    """A folder as a server; it hangs up for good after ``operations`` requests, amid a file as well."""

    at_once = 3

    def __init__(self, folder: Path, operations: int = 10**9) -> None:
        self.folder, self.left = folder, operations
        self.log: list[str] = []

    def _count(self, what: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise NetworkError("สายหลุด", "hung up")
        self.log.append(what)

    def names(self) -> list[str]:
        self._count("names")
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.is_dir() else []

    def read(self, name: str, most: int) -> bytes | None:
        self._count(f"read {name}")
        path = self.folder / name
        return path.read_bytes()[:most] if path.is_file() else None

    def make_folder(self, name: str) -> None:
        self._count(f"folder {name}")
        (self.folder / name).mkdir(parents=True, exist_ok=True)

    def write(self, name: str, data: Iterable[bytes]) -> None:
        with (self.folder / name).open("wb") as file:
            for piece in data:
                for start in range(0, len(piece), 1000):
                    self._count("piece")
                    file.write(piece[start : start + 1000])
                    file.flush()
        self._count(f"write {name}")

    def rename(self, name: str, to: str) -> None:
        self._count(f"rename {to}")
        (self.folder / name).replace(self.folder / to)

    def remove(self, name: str) -> None:
        self._count(f"remove {name}")
        (self.folder / name).unlink(missing_ok=True)


def leftovers(folder: Path) -> list[str]:
    """What publishing left behind that is neither the site nor its manifest."""
    return [path.name for path in folder.rglob(".prongsai-*") if path.name != MANIFEST]


def clean(folder: Path) -> None:
    """Take a folder away."""
    shutil.rmtree(folder, ignore_errors=True)


class Killer:
    """Kills Python programs without a word at random moments, from their line ``ready`` to about their end.

    How long they take depends on what else the machine does: the window grows while they are killed before
    their end, and shrinks when they were done.
    """

    def __init__(self, seed: int, window: float) -> None:
        self._chance, self._window = random.Random(seed), window
        self.done = 0

    def run(self, program: str, *words: object) -> None:
        """Start the program and kill it."""
        started = subprocess.Popen(
            [sys.executable, "-c", program, *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert started.stdout is not None
        assert started.stdout.readline() == b"ready\n"
        time.sleep(self._chance.random() * self._window)
        if started.poll() is None:
            started.send_signal(signal.SIGKILL)
            self._window *= 1.1
        else:
            self.done += 1
            self._window *= 0.7
        started.wait()
        started.stdout.close()
