"""Every case through one run of ``visit``: each verdict, the canary, politeness, and the time it takes."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from prongsai.evidence.visit import Settings, Wanted, visit
from prongsai.model.receipt import Receipt
from tests.evidence.cases import Case
from tests.evidence.server import FaultServer
from tests.evidence.sites import EVERYWHERE, GROUPS, tables
from tests.evidence.test_reasons import is_in_both

CASES = [case for cases in GROUPS.values() for case in cases]
FOREIGN = ("foreign",)


@dataclass
class Run:
    """What came of the run."""

    server: FaultServer
    receipts: dict[str, Receipt]
    handed: list[Receipt]
    seconds: float


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """All cases visited in one go, with a proxy in the environment that leads to the canary."""
    folder = tmp_path_factory.mktemp("authority")
    with FaultServer(tables(), EVERYWHERE, folder) as server, pytest.MonkeyPatch.context() as patch:
        for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            patch.setenv(name, server.fill("http://127.0.0.1:{port}"))
        yield _visited(server, folder / "ca.pem")


def _visited(server: FaultServer, ca: Path) -> Run:
    wanted = [
        Wanted(url=server.fill(case.url), expect=case.expect, sha256=case.sha256, etag=None, items=())
        for case in CASES
    ]
    foreign = [str(server.ports[name]) for name in FOREIGN]
    settings = Settings(
        own_hosts=tuple(host for host in server.allowed() if host.rpartition(":")[2] not in foreign),
        allow=tuple(server.allowed()),
        ca_files=(ca,),
        user_agent="prongsai-test (+https://test.invalid)",
        now=lambda: datetime.now(UTC),
    )
    handed: list[Receipt] = []
    start = time.monotonic()
    receipts = asyncio.run(visit(wanted, settings, handed.append))
    return Run(server, {each.url: each for each in receipts}, handed, time.monotonic() - start)


def test_cases_are_many_and_differ() -> None:
    """Several hundred, and no name or address twice."""
    assert len(CASES) > 600
    assert len({case.name for case in CASES}) == len({case.url for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_verdict(run: Run, case: Case) -> None:
    """The verdict is the right one."""
    receipt = run.receipts[run.server.fill(case.url)]
    assert receipt.verdict in case.verdict.split("|"), receipt


def test_reasons_in_both_languages(run: Run) -> None:
    """Thai for the clerk, English for ``--lang en``: no Thai there but what pages say themselves."""
    assert not [each.reason for each in run.handed if not is_in_both(each.reason)]


def test_each_receipt_is_handed_over_once(run: Run) -> None:
    """One receipt for each address, also while the run goes on."""
    assert sorted(each.url for each in run.handed) == sorted(run.receipts)


def test_nobody_reaches_the_canary(run: Run) -> None:
    """Not by a notation, a redirect, a page's own links or a proxy in the environment."""
    assert run.server.canary_hits == []


def test_at_most_four_in_flight(run: Run) -> None:
    """For every host; and a host that takes its time does get four."""
    seen = run.server.seen
    assert {name: each.most for name, each in seen.items() if each.most > 4} == {}
    assert {name: each.most_open for name, each in seen.items() if each.most_open > 4} == {}
    assert seen["busy"].most >= 3


def test_only_whole_gets(run: Run) -> None:
    """No HEAD, no Range, and the user agent that was given."""
    requests = [each for seen in run.server.seen.values() for each in seen.requests if each[1] != "*raw"]
    assert {method for method, *_ in requests} == {"GET"}
    assert not [target for _, target, headers, _ in requests if "range" in headers]
    assert {headers.get("user-agent") for _, _, headers, _ in requests} == {
        "prongsai-test (+https://test.invalid)"
    }


def test_asked_delays_are_kept(run: Run) -> None:
    """Retry-After and a crawl delay are waited for; a long one is not asked again."""
    seen = run.server.seen
    first, second = seen["again"].starts("/plan.pdf")
    assert second - first >= 1.95
    assert len(seen["hour"].starts("/plan.pdf")) <= 2
    starts = seen["unhurried"].starts()
    gaps = [round(later - earlier, 3) for earlier, later in pairwise(starts)]
    assert min(gaps) >= 0.95, gaps
    assert not seen["robots"].starts("/private/plan.pdf")


def test_the_run_is_quick(run: Run) -> None:
    """Stalled hosts do not hold up the others."""
    assert run.seconds < 60
