"""Firefox over WebDriver BiDi: as much of it as the tests of the search need."""

import asyncio
import itertools
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

_LISTENS = re.compile(rb"WebDriver BiDi listening on (ws://127\.0\.0\.1:\d+)")
SECONDS = 120


class Failed(Exception):
    """Firefox answered with an error, or not at all."""


class Firefox:
    """One page of a running Firefox."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self.context = ""

    async def send(self, method: str, **params: Any) -> dict[str, Any]:
        """A command and its answer; events between the two are passed over."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while True:
            answer: dict[str, Any] = await self._socket.receive_json(timeout=SECONDS)
            if answer.get("id") != number:
                continue
            if answer["type"] == "error":
                raise Failed(f"{method}: {answer['message']}")
            result: dict[str, Any] = answer["result"]
            return result

    async def goto(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        await self.send("browsingContext.navigate", context=self.context, url=address, wait="complete")

    async def call(self, function: str, *arguments: Any) -> Any:
        """What a function of the page, or its promise, returns; plain values in and out."""
        result = await self.send(
            "script.callFunction",
            functionDeclaration=function,
            arguments=[_remote(one) for one in arguments],
            target={"context": self.context},
            awaitPromise=True,
        )
        if result["type"] != "success":
            raise Failed(str(result["exceptionDetails"]["text"]))
        return _local(result["result"])


@asynccontextmanager
async def firefox(program: str) -> AsyncIterator[Firefox]:
    """A headless Firefox with an empty profile; ended with all its processes."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            program,
            *("--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            address = await asyncio.wait_for(_address(process), SECONDS)
            async with (
                ClientSession() as session,
                session.ws_connect(f"{address}/session", max_msg_size=0) as socket,
            ):
                opened = Firefox(socket)
                await opened.send("session.new", capabilities={})
                tree = await opened.send("browsingContext.getTree")
                opened.context = tree["contexts"][0]["context"]
                yield opened
                await opened.send("browser.close")
                await asyncio.wait_for(process.communicate(), SECONDS)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()


async def _address(process: asyncio.subprocess.Process) -> str:
    assert process.stderr is not None
    while line := await process.stderr.readline():
        if match := _LISTENS.search(line):
            return match[1].decode()
    raise Failed("Firefox ended before it listened")


def _remote(value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        return {"type": "string", "value": value}
    if isinstance(value, int):
        return {"type": "number", "value": value}
    return {"type": "array", "value": [_remote(one) for one in value]}


def _local(value: dict[str, Any]) -> Any:
    if value["type"] == "array":
        return [_local(one) for one in value["value"]]
    if value["type"] == "object":
        return {key: _local(one) for key, one in value["value"]}
    return value.get("value")
