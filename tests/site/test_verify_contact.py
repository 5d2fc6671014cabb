"""What visits say of themselves: the program's name, and an address to which people may write."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.serving import answering
from tests.site.test_verify import PAGE

SEEN: list[str | None] = []


class Noting(BaseHTTPRequestHandler):
    """Notes who asks."""

    def do_GET(self) -> None:
        SEEN.append(self.headers["User-Agent"])
        body = PAGE.encode()
        self.send_response(200 if self.path == "/contact.html" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    SEEN.clear()
    with answering(ThreadingHTTPServer(("127.0.0.1", 0), Noting)) as server:
        yield f"127.0.0.1:{server.server_port}"


def asked_as(*said: str) -> bool:
    """Whether all requests came from just this agent."""
    return bool(SEEN) and {*SEEN} == {f"Prongsai/0.1.0 (checks links of public disclosures{''.join(said)})"}


def test_a_project_is_introduced_by_its_agency(town: Path, host: str, prongsai: Run) -> None:
    """By its mail, else by its site; by what the person says before both."""
    (town / "content/2566/o5.md").write_text(
        f'---\nreported: done\nevidence:\n  - {{title: ติดต่อ, url: "http://{host}/contact.html"}}\n---\n',
        "utf-8",
    )
    agency = town / "content/agency.yml"
    plain = "\n".join(
        line for line in agency.read_text("utf-8").splitlines() if not line.startswith(("email:", "website:"))
    )
    for more, said in (
        ("", ""),
        ("website: https://www.example.go.th/", "; +https://www.example.go.th/"),
        ("website: https://www.example.go.th/\nemail: saraban@example.go.th", "; +saraban@example.go.th"),
    ):
        SEEN.clear()
        agency.write_text(f"{plain}\n{more}\n", "utf-8")
        done = prongsai("verify", "--allow", host, "--own-host", host, cwd=town)
        assert done.returncode == 0, done.stderr
        assert asked_as(said), SEEN
    SEEN.clear()
    prongsai("verify", "--allow", host, "--own-host", host, "--contact", "https://เทศบาล.ไทย/", cwd=town)
    assert asked_as("; +https://xn--o3cg7ak5c9d.xn--o3cw4h/"), SEEN


@pytest.mark.parametrize("contact", ["nobody", "a@b\r\nX: 1", "javascript:alert(1)", ""])
def test_a_contact_that_nobody_can_write_to(contact: str, host: str, tmp_path: Path, prongsai: Run) -> None:
    (tmp_path / "links.jsonl").write_text(f'{{"url": "http://{host}/contact.html"}}\n', "utf-8")
    done = prongsai("verify", "--links", "links.jsonl", "--allow", host, "--contact", contact, cwd=tmp_path)
    if contact:
        assert (done.returncode, SEEN) == (2, [])
        assert "--contact" in done.stderr and "saraban@example.go.th" in done.stderr
    else:
        assert asked_as(), SEEN
