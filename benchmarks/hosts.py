"""Hosts to measure ``verify`` by: real sockets on loopback addresses, in a process of its own.

Each host holds as many links as the others, pages and documents in turn. It keeps connections, answers after
a latency of its own, and counts the requests in flight. With ``--faults`` one link in twenty is at fault; the
stalled ones are all on one host, which accepts connections and never says a word. First it prints a JSON
object on one line (``links``, ``latency``); then, for each line on its standard input, what its hosts have
seen.

Run: ``python benchmarks/hosts.py --hosts 50 --each 100 --latency 0.05 0.3``
"""

import argparse
import asyncio
import json
import random
import socket
import sys
from collections import deque
from dataclasses import dataclass, field
from functools import cache

WELCOME = "LinkChecker: welcome\r\n"
"""LinkChecker asks each host ten times a second at most, unless the host says this."""

FAULTY = 20
"""One link in so many is at fault."""

STALLED = 0
"""The host that holds all stalled links."""

NAME = "เทศบาลตำบลทดสอบ"
MENU = "".join(
    f'<li><a href="/m{number}">{word}</a></li>'
    for number, word in enumerate(
        ("หน้าแรก", "ข้อมูลพื้นฐาน", "โครงสร้าง", "แผนพัฒนา", "ข่าวประชาสัมพันธ์", "จัดซื้อจัดจ้าง", "ร้องเรียน", "ติดต่อ") * 3
    )
)
PARAGRAPH = (
    "<p>เทศบาลได้จัดทำแผนดำเนินงานเพื่อให้ประชาชนทราบโครงการ งบประมาณ และระยะเวลาที่จะดำเนินการ "
    "โครงการที่ {0}.{1} ปรับปรุงถนนและระบบประปาหมู่บ้าน หมู่ที่ {1} งบประมาณ {0}{1}0,000 บาท</p>"
)
PADDING = b"0.5 0 0 0.5 72 720 cm /F1 12 Tf (page) Tj\n" * 900


@dataclass
class Host:
    """One host: its address, latency in seconds, which of its links are at fault, and what it has seen."""

    address: str
    latency: float
    faults: dict[int, str] = field(default_factory=dict)
    stalled: bool = False
    now: int = 0
    most: int = 0
    requests: int = 0


def page(body: str, title: str = NAME) -> bytes:
    """A page of a town."""
    return (
        f'<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<header><p>{NAME}</p><ul>{MENU}</ul></header><main>{body}</main>"
        f"<footer><p>{NAME} อำเภอทดสอบ โทรศัพท์ ๐๓๒-๐๐๐๐๐๐</p></footer></body></html>"
    ).encode()


def document(number: int) -> bytes:
    """A PDF of about 40 kB with a right table of its objects."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d >>\nstream\n%sendstream" % (len(PADDING), PADDING),
        b"<< /Title (document %d) >>" % number,
    ]
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for place, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (place, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


@cache
def article(number: int) -> bytes:
    """A page of about 12 kB with a text of its own."""
    text = "".join(PARAGRAPH.format(number, each) for each in range(12))
    return page(f"<h1>แผนดำเนินงาน ฉบับที่ {number}</h1>{text}", f"แผนดำเนินงาน {number}")


def reply(status: str, body: bytes, media_type: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    """A whole answer."""
    fields = f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n{WELCOME}{more}"
    return f"HTTP/1.1 {status}\r\n{fields}\r\n".encode() + body


MISSING = reply("404 Not Found", page("<h1>Not Found</h1>", "404"))
FAULTS = {
    "not_found": MISSING,
    "soft_404": reply("200 OK", page("<h1>ขออภัย</h1><p>ไม่พบหน้าที่ท่านต้องการ</p>")),
    "truncated": reply("200 OK", document(1)[:20_000], "application/pdf"),
    "wrong_type": reply("200 OK", article(1), "application/pdf"),
    "gone": reply("410 Gone", page("<h1>Gone</h1>", "410")),
    "server_error": reply("500 Internal Server Error", page("<h1>Error</h1>", "500")),
    "home": reply("302 Found", b"", more="Location: /\r\n"),
}


@cache
def good(number: int) -> bytes:
    """The answer of a good link."""
    if number % 2:
        return reply("200 OK", document(number), "application/pdf")
    return reply("200 OK", article(number))


def answer(host: Host, path: str) -> bytes:
    """What ``host`` says to ``path``."""
    stem = path.partition(".")[0].removeprefix("/files/plan-")
    if path == "/":
        return reply("200 OK", page("<h1>ยินดีต้อนรับ</h1>"))
    if not stem.isdigit():
        return MISSING
    number = int(stem)
    return FAULTS[host.faults[number]] if number in host.faults else good(number)


class Connection(asyncio.Protocol):
    """Answers one request after the other, each after the host's latency."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self.data = b""
        self.waiting: deque[str] = deque()
        self.busy = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.data += data
        while b"\r\n\r\n" in self.data:
            head, _, self.data = self.data.partition(b"\r\n\r\n")
            method, path, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
            self.waiting.append(f"{method} {path}")
        self.next()

    def next(self) -> None:
        """Begin with the next request."""
        if self.busy or not self.waiting:
            return
        self.busy = True
        self.host.requests += 1
        self.host.now += 1
        self.host.most = max(self.host.most, self.host.now)
        asked = self.waiting.popleft()
        if not self.host.stalled:
            asyncio.get_running_loop().call_later(self.host.latency, self.say, asked)

    def say(self, asked: str) -> None:
        """Answer."""
        method, _, path = asked.partition(" ")
        said = answer(self.host, path)
        self.end()
        if not self.transport.is_closing():
            self.transport.write(said.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if method == "HEAD" else said)
        self.next()

    def end(self) -> None:
        """The request is over."""
        if self.busy:
            self.busy = False
            self.host.now -= 1

    def connection_lost(self, error: Exception | None) -> None:
        self.end()


def make_hosts(options: argparse.Namespace) -> list[Host]:
    """Hosts on addresses of their own, the slowest the last; everything is the same in each run."""
    low, high = options.latency
    steps = max(1, options.hosts - 1)
    chance = random.Random(43)
    hosts = [
        Host(
            f"127.0.{1 + number // 200}.{1 + number % 200}:{options.port}",
            low + (high - low) * number / steps,
        )
        for number in range(options.hosts)
    ]
    if options.faults:
        hosts[STALLED].stalled = True
        healthy = [(host, number) for host in hosts[1:] for number in range(options.each)]
        count = max(0, options.hosts * options.each // FAULTY - options.each)
        kinds = list(FAULTS)
        for place, (host, number) in enumerate(chance.sample(healthy, count)):
            host.faults[number] = kinds[place % len(kinds)]
    return hosts


def links(hosts: list[Host], each: int) -> list[dict[str, str | None]]:
    """Each link with what is right to say of it (``verdict``), as ``verify --links`` reads them."""
    found: list[dict[str, str | None]] = []
    for number in range(each):
        for host in hosts:
            ending = "pdf" if number % 2 else "html"
            fault = "timeout" if host.stalled else host.faults.get(number, "ok")
            found.append({
                "url": f"http://{host.address}/files/plan-{number}.{ending}",
                "expect": ending if ending == "pdf" else None,
                "verdict": "soft_404" if fault == "home" else fault,
            })  # fmt: skip
    return found


def _free_port() -> int:
    """A port that is free on every address."""
    with socket.socket() as found:
        found.bind(("0.0.0.0", 0))
        return int(found.getsockname()[1])


async def serve(options: argparse.Namespace) -> None:
    """Serve until the standard input ends."""
    options.port = options.port or _free_port()
    hosts = make_hosts(options)
    loop = asyncio.get_running_loop()
    for host in hosts:
        address, _, port = host.address.partition(":")
        await loop.create_server(lambda host=host: Connection(host), address, int(port), backlog=1024)
    said = {
        "links": links(hosts, options.each),
        "latency": {host.address: host.latency for host in hosts},
    }
    print(json.dumps(said), flush=True)
    while await loop.run_in_executor(None, sys.stdin.readline):
        seen = {host.address: [host.requests, host.most] for host in hosts}
        print(json.dumps(seen), flush=True)
        for host in hosts:
            host.requests = host.most = 0


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument(
        "--latency", type=float, nargs=2, default=[0.0, 0.0], help="seconds, lowest and highest"
    )
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--port", type=int, default=0, help="0: one that is free on all")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
