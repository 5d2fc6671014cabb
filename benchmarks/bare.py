"""The floor for a program on this client library: every body fetched and hashed, nothing looked at.

Run: ``python benchmarks/bare.py LINKS``; prints nothing but a count.
"""

import asyncio
import hashlib
import json
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp

AT_ONCE = 4
"""Requests at once for a host, as ours."""


async def fetch(urls: list[str]) -> int:
    """How many bodies came; each host has its own workers."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in urls:
        hosts[urlsplit(url).netloc].append(url)
    seen: set[str] = set()

    async def worker(session: aiohttp.ClientSession, waiting: list[str]) -> None:
        while waiting:
            async with session.get(waiting.pop(), allow_redirects=False) as response:
                seen.add(hashlib.sha256(await response.read()).hexdigest())

    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session, asyncio.TaskGroup() as group:
        for waiting in hosts.values():
            for _ in range(AT_ONCE):
                group.create_task(worker(session, waiting))
    return len(seen)


def main() -> None:
    """Command line."""
    links = [json.loads(line)["url"] for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    print(asyncio.run(fetch(links)))


if __name__ == "__main__":
    main()
