"""A server in a thread for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager
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
