"""Headers: read back by programs that are not ours."""

import socket
import subprocess
import time
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import crossplane
import pytest

from prongsai.report.headers import HEADERS, POLICY, TRANSPORT, header_files

ALONE = "https://oit.test.invalid/"
FOLDER = "https://www.test.invalid/oit/"


def netlify(text: str) -> dict[str, str]:
    first, *lines = text.splitlines()
    assert first == "/*"
    assert all(line.startswith("  ") for line in lines)
    return {name: value for name, _, value in (line.strip().partition(": ") for line in lines)}


def nginx(data: bytes, folder: Path) -> Mapping[str, str]:
    """What nginx' own parser reads from the snippet, put where the documentation says."""
    (folder / "headers.conf").write_bytes(data)
    whole = folder / "nginx.conf"
    whole.write_text("events {}\nhttp { server { listen 127.0.0.1:8080; include headers.conf; } }\n", "utf-8")
    found = crossplane.parse(str(whole), strict=True, check_ctx=True, check_args=True)
    assert found["status"] == "ok", found["errors"]
    lines = found["config"][1]["parsed"]
    added = [line["args"] for line in lines if line["directive"] == "add_header"]
    assert all(args[2:] == ["always"] for args in added)
    return {name: value for name, value, _ in added}


@pytest.mark.parametrize(("site_url", "strict"), [(ALONE, True), (FOLDER, False), (None, True)])
def test_one_list_for_all_who_read_headers_files(site_url: str | None, strict: bool) -> None:
    wanted = HEADERS | (dict([TRANSPORT]) if strict else {})
    assert netlify(header_files(site_url)["_headers"].decode()) == wanted


@pytest.mark.parametrize(("site_url", "strict"), [(ALONE, True), (FOLDER, False), (None, False)])
def test_nginx_reads_the_same_list(site_url: str | None, strict: bool, tmp_path: Path) -> None:
    """A folder on somebody's host, or one that nobody named, does not bind the whole host to https."""
    wanted = HEADERS | (dict([TRANSPORT]) if strict else {})
    data = header_files(site_url)["data/nginx-headers.conf"]
    assert nginx(data, tmp_path) == wanted
    assert TRANSPORT[0] in data.decode()


def test_nothing_inline_is_allowed() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_apache_is_told_where_the_lost_are_sent() -> None:
    assert "ErrorDocument 404 /oit/404.html\n" in header_files(FOLDER)[".htaccess"].decode()
    assert "ErrorDocument 404 /404.html\n" in header_files(ALONE)[".htaccess"].decode()
    assert "ErrorDocument" not in header_files(None)[".htaccess"].decode()
    odd = header_files('https://www.test.invalid/"\nSetHandler x/')[".htaccess"].decode()
    assert "\nSetHandler" not in odd
    strict = [line for line in header_files(ALONE)[".htaccess"].decode().splitlines() if TRANSPORT[0] in line]
    assert strict == [f"""  Header always set {TRANSPORT[0]} "{TRANSPORT[1]}" "expr=%{{HTTPS}} == 'on'\""""]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.mark.more
def test_a_real_nginx_sends_them_with_pages_and_with_what_is_not_there(tmp_path: Path) -> None:
    port = free_port()
    (tmp_path / "headers.conf").write_bytes(header_files(ALONE)["data/nginx-headers.conf"])
    (tmp_path / "index.html").write_text("<!doctype html><title>x</title>", "utf-8")
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {tmp_path}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; client_body_temp_path {tmp_path}/t1; proxy_temp_path {tmp_path}/t2;\n"
        f"fastcgi_temp_path {tmp_path}/t3; uwsgi_temp_path {tmp_path}/t4; scgi_temp_path {tmp_path}/t5;\n"
        f"server {{ listen 127.0.0.1:{port}; root {tmp_path}; include headers.conf; }} }}\n",
        "utf-8",
    )
    command = ["nginx", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-e", "stderr"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
        try:
            for path, status in (("/", 200), ("/gone/", 404)):
                answer, sent = asked(port, path)
                assert answer == status
                assert {name: sent[name] for name in (*HEADERS, TRANSPORT[0])} == HEADERS | dict([TRANSPORT])
        finally:
            server.terminate()


def asked(port: int, path: str) -> tuple[int, Mapping[str, str]]:
    """Status and headers of the answer, as soon as the server listens."""
    until = time.monotonic() + 20
    while True:
        with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
            try:
                connection.request("GET", path)
            except ConnectionRefusedError:
                assert time.monotonic() < until
                time.sleep(0.05)
                continue
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.headers
