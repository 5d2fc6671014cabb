"""What a run of ``prongsai verify --links`` takes in memory when many large bodies come at once."""

import asyncio
import gzip
import json
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.evidence.bodies import page, pdf
from tests.evidence.server import FaultServer
from tests.evidence.sites import EVERYWHERE, GROUPS, tables

HOSTS, EACH = 25, 4
MOST = 200 << 20
"""Bytes that a run may take in all."""

SIZE = 8_000_000
LARGE = pdf()[:15] + random.Random(1).randbytes(SIZE) + pdf()[15:]
STRETCHED = gzip.compress(pdf()[:15] + random.Random(2).randbytes(SIZE // 2).hex().encode() + pdf()[15:], 1)
LONG = page("<ul>" + "<li><a href='/x'>ข่าว ประกาศ</a></li>" * 1_500 + "</ul>")
KINDS = {
    "plain": (LARGE, "Content-Type: application/pdf"),
    "stretched": (STRETCHED, "Content-Type: application/pdf\r\nContent-Encoding: gzip"),
    "pages": (LONG, "Content-Type: text/html"),
}


@contextmanager
def hosts(body: bytes, fields: str) -> Iterator[list[int]]:
    """The ports of hosts that give ``body`` for every address that isn't made up."""
    loop = asyncio.new_event_loop()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                there = head.startswith(b"GET /there/plan")
                given, status, more = (body, "200 OK", fields) if there else (b"no", "404 No", "X-Y: z")
                writer.write(f"HTTP/1.1 {status}\r\n{more}\r\nContent-Length: {len(given)}\r\n\r\n".encode())
                for start in range(0, len(given), 65_536):
                    writer.write(given[start : start + 65_536])
                    await writer.drain()
        writer.close()

    writers: list[asyncio.StreamWriter] = []
    serving: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        serving.add(loop.create_task(serve(reader, writer)))

    async def start() -> list[asyncio.Server]:
        return [await asyncio.start_server(connected, "127.0.0.1", 0) for _ in range(HOSTS)]

    async def stop() -> None:
        for server in servers:
            server.close()
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)
        for writer in writers:
            writer.transport.abort()
        await asyncio.sleep(0.1)

    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    servers = _on(loop, start)
    try:
        yield [server.sockets[0].getsockname()[1] for server in servers]
    finally:
        _on(loop, stop)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


def _on(loop: asyncio.AbstractEventLoop, act: Callable[[], object]) -> list[asyncio.Server]:
    return asyncio.run_coroutine_threadsafe(act(), loop).result(20)  # type: ignore[arg-type]


def _peak(process: subprocess.Popen[bytes]) -> int:
    """The most memory that a process held by the time it ended, in bytes, as the kernel counts it.

    What ``wait`` reports won't do: it counts the memory of the parent, from which the process was copied.
    """
    peak, status = 0, Path(f"/proc/{process.pid}/status")
    while process.poll() is None:
        with suppress(OSError):
            found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii", "replace"))
            peak = max(peak, int(found[1]) << 10 if found else 0)
        time.sleep(0.02)
    return peak


@pytest.mark.parametrize("kind", KINDS)
def test_memory(kind: str, tmp_path: Path) -> None:
    """A hundred large bodies over twenty-five hosts, all of them read, hashed and judged."""
    with hosts(*KINDS[kind]) as ports:
        urls = [f"http://127.0.0.1:{port}/there/plan-{number}x" for port in ports for number in range(EACH)]
        links, said = tmp_path / "links.jsonl", tmp_path / "said.json"
        links.write_text("\n".join(json.dumps({"url": url}) for url in urls), "utf-8")
        command = [
            sys.executable,
            "-m",
            "prongsai",
            "verify",
            "--links",
            str(links),
            "--allow",
            "127.0.0.0/8",
        ]
        with said.open("wb") as out, subprocess.Popen([*command, "--format", "json"], stdout=out) as process:
            peak = _peak(process)
    receipts = json.loads(said.read_text("utf-8"))["receipts"]
    assert Counter(receipt["verdict"] for receipt in receipts) == {"ok": HOSTS * EACH}
    assert 30 << 20 < peak < MOST


@pytest.mark.more
def test_all_faults_from_the_command_line(tmp_path: Path) -> None:
    """Bombs, floods and stalls in one run: its memory, its time, its exit, and English without a Thai word."""
    with FaultServer(tables(), EVERYWHERE, tmp_path) as server:
        cases = [case for cases in GROUPS.values() for case in cases]
        links, said = tmp_path / "links.jsonl", tmp_path / "said.json"
        wanted = [
            {"url": server.fill(case.url), "expect": case.expect, "sha256": case.sha256} for case in cases
        ]
        links.write_text("\n".join(map(json.dumps, wanted)), "utf-8")
        command = [sys.executable, "-m", "prongsai", "verify", "--links", str(links), "--format", "json"]
        command += ["--lang", "en", "--ca", str(tmp_path / "ca.pem")]
        command += [part for host in server.allowed() for part in ("--allow", host)]
        began = time.monotonic()
        with said.open("wb") as out, subprocess.Popen(command, stdout=out) as process:
            peak = _peak(process)
        seconds = time.monotonic() - began
        assert server.canary_hits == []
    receipts = json.loads(said.read_text("utf-8"))["receipts"]
    assert len(receipts) == len(cases)
    assert process.returncode == 1
    assert not [
        each["reason"]
        for each in receipts
        if re.search("[ก-๛]", re.sub("“[^”]*”|https?://.*", "", each["reason"]))
    ]
    assert peak < MOST
    assert seconds < 60
