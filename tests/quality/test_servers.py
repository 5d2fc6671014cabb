"""The built site behind a real Apache, as on shared hosting, and a real nginx: addresses, headers, policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from prongsai.report.headers import HEADERS
from tests.publish.servers import apache, nginx
from tests.quality.kinds import Sample
from tests.quality.looking import visit, window
from tests.quality.test_policy import LISTEN, use

pytestmark = [pytest.mark.more, pytest.mark.e2e]
SERVERS = ("apache", "nginx")
TOWN = "examples/namsai"


@contextmanager
def behind(server: str, site: Path, folder: Path) -> Iterator[str]:
    """The site as its own files ask to be served; gives ``HOST:PORT``."""
    include = f"include {site}/data/nginx-headers.conf; error_page 404 /404.html;"
    with apache(site) if server == "apache" else nginx(folder / "nginx", site, include) as host:
        yield host


def asked(host: str, path: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(host, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize("server", SERVERS)
def test_every_address_answers_with_its_headers(server: str, sites: dict[str, Path], tmp_path: Path) -> None:
    site = sites[TOWN]
    file = next((site / "2567/files").glob("*.pdf"))
    held = [f"2567/files/{file.name}", "data/catalog.jsonld", "deadlines.ics", "feed.xml"]
    with behind(server, site, tmp_path) as host:
        for address in ("", "2567/", "2567/o12/", "topics/structure/", *held):
            answer, body = asked(host, f"/{address}")
            path = site / address
            assert answer.status == 200, address
            assert body == (path / "index.html" if path.is_dir() else path).read_bytes(), address
            assert {name: answer.headers[name] for name in HEADERS} == HEADERS, address
        answer, _ = asked(host, "/2567/o12")
        assert (answer.status, answer.headers["Location"]) == (301, f"http://{host}/2567/o12/")
        answer, _ = asked(host, "/2567/o99/")
        assert answer.status == 404
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_apache_names_what_it_would_not_know(sites: dict[str, Path], tmp_path: Path) -> None:
    with behind("apache", sites[TOWN], tmp_path) as host:
        for address, media in (
            ("data/catalog.jsonld", "application/ld+json"),
            ("deadlines.ics", "text/calendar; charset=utf-8"),
            ("2567/o12/", "text/html; charset=utf-8"),
        ):
            assert asked(host, f"/{address}")[0].headers["Content-Type"] == media


def test_a_host_without_the_module_serves_the_site_all_the_same(sites: dict[str, Path]) -> None:
    with apache(sites[TOWN], ("mpm_event", "authz_core", "dir")) as host:
        answer, _ = asked(host, "/2567/o12/")
        assert answer.status == 200
        assert "Content-Security-Policy" not in answer.headers


@pytest.mark.parametrize("server", SERVERS)
def test_no_page_kind_breaks_the_policy_that_the_server_sends(
    server: str, browser: Browser, kinds: list[Sample], sites: dict[str, Path], tmp_path: Path
) -> None:
    broken = {}
    for project in sorted({sample.project for sample in kinds}):
        folder = tmp_path / project.replace("/", "-").replace(".", "own")
        with behind(server, sites[project], folder) as host, window(browser, 360) as page:
            page.context.add_init_script(LISTEN)
            for sample in (one for one in kinds if one.project == project):
                answer = page.request.get(f"http://{host}/{sample.path}")
                assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
                visit(page, f"http://{host}/{sample.path}")
                use(page)
                if found := page.evaluate("window.violations"):
                    broken[sample.name] = found
    assert broken == {}
