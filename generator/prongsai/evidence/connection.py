"""Connections: how far TLS is trusted, and how one is left before its answer is complete."""

import socket
import ssl
import struct
import sys
from asyncio.sslproto import SSLProtocol
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import aiohttp

_AT_ONCE: Final = 64 << 10
"""Bytes that are taken from a socket at once; asyncio's quarter of a megabyte adds up over a hundred."""

_LINGER: Final = "hh" if sys.platform == "win32" else "ii"


def cut_on_close(made: socket.socket, *, cut: bool) -> None:
    """Whether closing ``made`` cuts it at once, so that the other side knows that nobody listens any more.

    A close alone ends our own side: many servers work on as if somebody were still there.
    """
    made.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER, cut, 0))


class Response(aiohttp.ClientResponse):
    """An answer whose connection is cut when it is left early, and otherwise kept for the next request.

    ``cut`` says that it was.
    """

    cut = False

    async def start(self, connection: Any) -> "Response":
        """Wait for the head of the answer."""
        _settle(connection.transport, cut=False)
        _read_little(connection.transport)
        try:
            await super().start(connection)
        except BaseException:
            self._leave()
            raise
        return self

    def release(self) -> Any:
        """Be done with the answer."""
        self._leave()
        return super().release()

    def close(self) -> None:
        """Be done with the answer and its connection."""
        self._leave()
        super().close()

    def _leave(self) -> None:
        # At the end of its body an answer gives its connection back by itself.
        if self.connection is not None and self.connection.transport is not None:
            self.cut = True
            _settle(self.connection.transport, cut=True)
            self.connection.transport.abort()


def take_little() -> None:
    """Let TLS connections made from now on have small buffers."""
    SSLProtocol.max_size = _AT_ONCE


def _read_little(transport: Any) -> None:
    """Let ``transport`` take little at once, whether it is one of TLS or of a plain socket."""
    if hasattr(transport, "set_read_buffer_limits"):
        transport.set_read_buffer_limits(_AT_ONCE)
    elif hasattr(transport, "max_size"):
        transport.max_size = _AT_ONCE


def _settle(transport: Any, *, cut: bool) -> None:
    made = transport.get_extra_info("socket") if transport is not None else None
    if made is not None:
        try:
            cut_on_close(made, cut=cut)
        except OSError:
            return


def verifying(authorities: Iterable[Path]) -> ssl.SSLContext:
    """Everything verified as a browser does, with these authorities besides the usual."""
    context = ssl.create_default_context()
    for file in authorities:
        context.load_verify_locations(file)
    return context


def unverifying() -> ssl.SSLContext:
    """Nothing verified, old protocols allowed: to record what stands there, never to trust it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.options |= getattr(ssl, "OP_LEGACY_SERVER_CONNECT", 0x4)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    return context


def outdated() -> ssl.SSLContext:
    """The same, of protocols that browsers no longer speak alone."""
    context = unverifying()
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    return context
