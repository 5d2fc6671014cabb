"""Folders served over real sockets on this machine."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.serving import answering

PAGE = (
    "<!doctype html><html lang=th><head><meta charset=utf-8><title>{title}</title></head>"
    "<body><h1>{title}</h1>"
    "<p>สำนักงานเทศบาลตำบลทดสอบ เลขที่ 1 ถนนทดสอบ ตำบลทดสอบ เปิดวันจันทร์ถึงวันศุกร์ เวลา 08.30 ถึง 16.30 น.</p>"
    "</body></html>"
)


def page(title: str) -> str:
    """A plain page of a town's own site."""
    return PAGE.format(title=title)


def pdf(text: str) -> bytes:
    """A small whole PDF whose bytes differ by ``text``."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    body += b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    body += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\n% " + text.encode() + b"\n"
    place = len(body)
    return (
        body
        + b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n%d\n%%%%EOF\n" % place
    )


class Server(ThreadingHTTPServer):
    """Serves a folder; ``asked`` are the paths in order, ``moves`` maps a path to where it redirects."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.moves: dict[str, str] = {}
        self.slow: dict[str, float] = {}
        self.headers: dict[str, tuple[str, str]] = {}
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))

    @property
    def host(self) -> str:
        """``HOST:PORT``."""
        return f"127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is nothing to tell."""


class _Handler(SimpleHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        time.sleep(self.server.slow.get(self.path, 0))
        if self.path in self.server.moves:
            self.send_response(301)
            self.send_header("Location", self.server.moves[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        super().do_GET()

    def end_headers(self) -> None:
        if self.path in self.server.headers:
            self.send_header(*self.server.headers[self.path])
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """The folder, on a port of its own."""
    with answering(Server(folder)) as server:
        yield server
