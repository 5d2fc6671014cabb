"""A server in a thread for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from threading import Thread
from typing import TypeVar

Kind = TypeVar("Kind", bound=BaseServer)
NOTICED = 0.02
"""Seconds until a server notices that it is over; half a second each, as usual, would add up to minutes."""


@contextmanager
def answering(server: Kind) -> Iterator[Kind]:
    """The server, answering until the context ends."""
    thread = Thread(target=server.serve_forever, args=(NOTICED,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without telling of it."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def folder_served(folder: Path) -> Iterator[str]:
    """The address, ending in a slash, at which ``folder`` is served until the context ends."""
    with answering(ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))) as server:
        yield f"http://127.0.0.1:{server.server_port}/"
