"""Replays what ``prongsai verify --archive`` keeps in pywb, and compares every byte with what was served.

``python scripts/replay.py`` serves documents and pages on this machine, keeps them in two runs, gives the
WARCs to pywb (in ``.venv/replay``, made for it the first time) and asks it for every address as it was at
either time. Exits 1 when anything differs.
"""

import gzip
import hashlib
import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

ROOT = Path(__file__).parent.parent
PINS = ROOT / "requirements" / "replay.txt"
PLACE = ROOT / ".venv" / "replay"
STAMP = PLACE / "pins.sha256"
BIN = PLACE / ("Scripts" if sys.platform == "win32" else "bin")
PAGE = "<!doctype html><html lang=th><meta charset=utf-8><title>{0}</title><h1>{0}</h1><p>{1}</p></html>"
SENTENCE = "เทศบาลตำบลประกาศใช้แผนพัฒนาท้องถิ่นห้าปี ตามมติที่ประชุมสภา ครั้งที่ {}/2566 "


def served() -> dict[str, bytes]:
    """What the town's host has, by path: real documents, and pages in Thai."""
    documents = sorted((ROOT / "examples" / "namsai" / "content").glob("*/files/*.*"))
    found = {f"/files/{quote(path.name)}": path.read_bytes() for path in documents}
    for number in range(5):
        text = "".join(SENTENCE.format(each) for each in range(number * 40 + 5))
        found[f"/{quote('ข่าว')}/{number}.html?id={number}"] = PAGE.format(f"ข่าวที่ {number}", text).encode()
    return found


def handler(bodies: dict[str, bytes]) -> type[BaseHTTPRequestHandler]:
    """Serves ``bodies``: every other one compressed, some with a tag; ``/old/…`` leads to all of them."""
    order = list(bodies)

    class Town(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.removeprefix("/old")
            if path not in bodies or path != self.path:
                self._head(301 if path in bodies else 404, b"", path)
                return
            body, number = bodies[path], order.index(path)
            tag = f'"{hashlib.sha256(body).hexdigest()[:8]}"' if number % 3 == 0 else ""
            if tag and self.headers.get("If-None-Match") == tag:
                self._head(304, b"", "", tag)
                return
            self._head(200, body, "", tag, compressed=number % 2 == 0)

        def _head(
            self, status: int, body: bytes, location: str, tag: str = "", *, compressed: bool = False
        ) -> None:
            data = gzip.compress(body) if compressed else body
            kind = "application/pdf" if body.startswith(b"%PDF") else "text/html; charset=utf-8"
            more = {"Location": location if status == 301 else "", "ETag": tag,
                    "Content-Encoding": "gzip" if compressed else ""}  # fmt: skip
            self.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **more}.items():
                if value:
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Town


@contextmanager
def town(bodies: dict[str, bytes]) -> Iterator[str]:
    """The host while it runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(bodies))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def keep(folder: Path, host: str, paths: list[str]) -> list[dict[str, str]]:
    """One run over a project whose evidence are ``paths``; its receipts."""
    content = folder / "content" / "2566"
    content.mkdir(parents=True, exist_ok=True)
    (folder / "content" / "agency.yml").write_text("name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\n", "utf-8")
    lines = "".join(f'  - {{title: ก, url: "http://{host}{path}"}}\n' for path in paths)
    (content / "o1.md").write_text(f"---\nreported: done\nevidence:\n{lines}---\n", "utf-8")
    words = ["verify", "--project", folder, "--allow", host, "--archive", folder / "kept", "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-m", "prongsai", *map(str, words)], capture_output=True, text=True, check=False
    )
    if done.returncode == 2:
        sys.exit(done.stderr)
    return list(json.loads(done.stdout)["receipts"])


def pywb() -> None:
    """The replaying program in its own place, pinned by hash."""
    pins = hashlib.sha256(PINS.read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text("utf-8") == pins:
        return
    venv.create(PLACE, clear=True, with_pip=True)
    pip = [
        str(BIN / "python"),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "install",
        "--quiet",
    ]
    done = subprocess.run(
        [*pip, "--require-hashes", "-r", str(PINS)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    STAMP.write_text(pins, "utf-8")


@contextmanager
def replaying(folder: Path, warcs: list[Path]) -> Iterator[str]:
    """pywb's address for the collection of ``warcs``."""
    folder.mkdir()
    manager = str(BIN / "wb-manager")
    subprocess.run([manager, "init", "kept"], cwd=folder, check=True, capture_output=True)
    subprocess.run([manager, "add", "kept", *map(str, warcs)], cwd=folder, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [str(BIN / "wayback"), "-b", "127.0.0.1", "-p", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(words, cwd=folder, stdout=log, stderr=log)
    try:
        for _ in range(300):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/kept"
    finally:
        process.terminate()
        process.wait()


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


_ASK = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)


def asked(url: str) -> tuple[int, bytes]:
    """Status and body of what is replayed."""
    try:
        with _ASK.open(url, timeout=30) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def main() -> int:
    """Keep, replay, compare; the number of differences."""
    pywb()
    bodies = served()
    paths = [*bodies, *(f"/old{path}" for path in bodies), "/gone.html"]
    with tempfile.TemporaryDirectory() as name, town(bodies) as host:
        folder = Path(name)
        times = []
        for _ in range(2):
            receipts = keep(folder, host, paths)
            times.append(time.strftime("%Y%m%d%H%M%S", time.gmtime()))
            time.sleep(1.1)
        warcs = sorted((folder / "kept" / "warc").glob("*.warc.gz"))
        check = [sys.executable, "-c", "import sys; from warcio.cli import main; sys.exit(main())", "check"]
        subprocess.run([*check, *map(str, warcs)], check=True)
        wrong, right = [], 0
        with replaying(folder / "pywb", warcs) as collection:
            for moment in times:
                for path in paths:
                    status, body = asked(f"{collection}/{moment}id_/http://{host}{path}")
                    expected = 301 if path.startswith("/old") else 200 if path in bodies else 404
                    if (status, body) == (expected, bodies.get(path, b"")):
                        right += 1
                    else:
                        wrong.append(f"{moment} {path}: {status}, {len(body)} bytes")
    print(
        f"replayed as served: {right} of {right + len(wrong)},",
        f"from {len(warcs)} WARCs of {len(receipts)} addresses",
    )
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
