"""A web server as a town would rent one: it compresses, and lets browsers keep files.

What it sends are the headers of ``_headers``, the strict security policy among them. Only loopback is bound.
"""

import gzip
import mimetypes
import posixpath
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import sleep
from urllib.parse import unquote, urlsplit

from prongsai.report.headers import HEADERS, POLICY
from tests.serving import answering

__all__ = ["POLICY", "served"]
COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".csv", ".ics", ".jsonld"}
TYPES = {
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".woff2": "font/woff2",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}


@lru_cache(maxsize=4096)
def compressed(path: Path) -> bytes:
    """The file as sent: gzipped where that is worth it (level 6, what servers do unless told otherwise)."""
    data = path.read_bytes()
    return gzip.compress(data, 6, mtime=0) if path.suffix in COMPRESSED else data


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD from a folder; ``slow`` maps the end of a path to seconds that it is late."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, folder: Path, slow: Mapping[str, float]) -> None:
        self.folder = folder
        self.slow = slow
        super().__init__(*arguments)  # type: ignore[arg-type]

    def log_message(self, format: str, *arguments: object) -> None:
        """Be quiet."""

    def do_GET(self) -> None:
        """Send the file, a redirect to its folder's page, or the page for lost addresses."""
        address = posixpath.normpath(unquote(urlsplit(self.path).path))
        path = self.folder / address.lstrip("/")
        if path.is_dir():
            if not urlsplit(self.path).path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", urlsplit(self.path).path + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            path = path / "index.html"
        if path.is_file():
            self._send(HTTPStatus.OK, path)
        else:
            self._send(HTTPStatus.NOT_FOUND, self.folder / "404.html")

    do_HEAD = do_GET

    def _send(self, status: HTTPStatus, path: Path) -> None:
        for end, seconds in self.slow.items():
            if path.name.endswith(end):
                sleep(seconds)
        data = compressed(path)
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        page = path.suffix == ".html"
        self.send_response(status)
        text = kind.startswith("text/") or path.suffix in {".json", ".svg"}
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(data)))
        if path.suffix in COMPRESSED:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.send_header("Cache-Control", "no-cache" if page else "max-age=31536000")
        # HTTP/2 sends what repeats once; over HTTP/1.1 only what matters to a file is repeated with each.
        for name, value in HEADERS.items():
            if page or name in ("Content-Security-Policy", "X-Content-Type-Options"):
                self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)


class Server(ThreadingHTTPServer):
    """Threads die with the program; a browser that hangs up is no error."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser closes connections as it likes."""


@contextmanager
def served(folder: Path, slow: Mapping[str, float] | None = None) -> Iterator[str]:
    """The address, ending in a slash, at which ``folder`` is served until the context ends."""
    with answering(Server(("127.0.0.1", 0), partial(Handler, folder=folder, slow=slow or {}))) as server:
        yield f"http://127.0.0.1:{server.server_port}/"
