"""Visits shared by workers in processes of their own: the same receipts, and no host is asked by more than four."""

import asyncio
import json
import multiprocessing
import os
import pickle
import signal
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from prongsai.cli.cluster import on_cluster
from prongsai.errors import NetworkError
from prongsai.evidence.hosts import by_host
from prongsai.evidence.links import Wanted
from prongsai.evidence.settings import Settings
from prongsai.evidence.share import Outcome, Share, quick_tries
from prongsai.evidence.spread import spread
from prongsai.evidence.visit import visit
from prongsai.model.receipt import Receipt
from tests.conftest import Run
from tests.evidence.bodies import ARTICLE, page
from tests.evidence.server import Behaviour, FaultServer, answer, redirect, turns

HTML = "text/html; charset=utf-8"
HOSTS = [f"town{number}" for number in range(8)]
EACH = 4
SLOW = answer(page(ARTICLE), HTML, wait=0.1)
POPULAR = {f"/{name}/{number}": SLOW for name in HOSTS for number in range(EACH)}


def towns() -> dict[str, dict[str, Behaviour]]:
    """Towns with pages of their own and pages that are on one popular host by now, which leads back for some."""
    tables: dict[str, dict[str, Behaviour]] = {"popular": dict(POPULAR)}
    for name in HOSTS:
        tables[name] = {
            **{f"/own/{number}": SLOW for number in range(EACH)},
            **{f"/moved/{number}": redirect(301, f"{{popular}}/{name}/{number}") for number in range(EACH)},
            "/there-and-back": redirect(302, f"{{popular}}/back/{name}"),
            "/back": SLOW,
            "/round": redirect(302, f"{{popular}}/round/{name}"),
        }
        tables["popular"][f"/back/{name}"] = redirect(302, f"{{{name}}}/back")
        tables["popular"][f"/round/{name}"] = redirect(302, f"{{{name}}}/round")
    return tables


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FaultServer]:
    with FaultServer(towns(), {}, tmp_path) as served:
        yield served


def wanted_of(server: FaultServer) -> dict[str, str]:
    """Every address with the verdict that is right."""
    right: dict[str, str] = {}
    for name in HOSTS:
        right |= {f"{{{name}}}/own/{number}": "ok" for number in range(EACH)}
        right |= {f"{{{name}}}/moved/{number}": "moved" for number in range(EACH)}
        right |= {f"{{{name}}}/there-and-back": "ok", f"{{{name}}}/round": "redirect_loop"}
        right |= {f"{{{name}}}/missing": "not_found"}
    return {server.fill(url): verdict for url, verdict in right.items()}


def settings_for(server: FaultServer) -> Settings:
    return Settings(allow=tuple(server.allowed()), gap=0.0)


def check(server: FaultServer, receipts: list[Receipt]) -> None:
    """All receipts are right, and no host had more than four requests to answer at once."""
    right = wanted_of(server)
    assert {one.url: one.verdict for one in receipts} == right
    most = {name: seen.most for name, seen in server.seen.items() if name in towns()}
    assert max(most.values()) <= 4, most
    assert most["popular"] >= 3


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """A real cluster: a scheduler, and two workers in processes of their own."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=":0"
    ) as made:
        made.wait_for_workers(2)
        yield made


def test_a_cluster_of_two_workers(server: FaultServer, cluster: LocalCluster) -> None:
    """Both have work, and the politeness of a host holds, also where all are led to it."""
    handed: list[str] = []
    with on_cluster(cluster.scheduler_address) as visits, Client(cluster) as client:
        receipts = visits(
            [Wanted(url) for url in wanted_of(server)],
            settings_for(server),
            lambda one: handed.append(one.url),
        )
        worked = client.run(lambda dask_worker: dask_worker.state.executed_count)
    check(server, receipts)
    assert sorted(handed) == sorted(wanted_of(server))
    assert len(worked) == 2
    assert all(worked.values())


def test_the_command_hands_its_links_to_a_cluster(
    server: FaultServer, cluster: LocalCluster, program: Run, tmp_path: Path
) -> None:
    """``verify --scheduler`` as it is typed, with the address that a scheduler tells."""
    right = {url: verdict for url, verdict in wanted_of(server).items() if "moved" in url}
    links = tmp_path / "links.jsonl"
    links.write_text("".join(json.dumps({"url": url}) + "\n" for url in right), "utf-8")
    allowed = [word for entry in server.allowed() for word in ("--allow", entry)]
    scheduler = ("--scheduler", cluster.scheduler_address)
    done = program("verify", "--links", links, *allowed, *scheduler, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {one["url"]: one["verdict"] for one in json.loads(done.stdout)["receipts"]} == right


def test_a_scheduler_that_is_not_there_is_told(prongsai: Run, tmp_path: Path) -> None:
    (tmp_path / "links.jsonl").write_text('{"url": "https://www.example.invalid/"}\n', "utf-8")
    done = prongsai("verify", "--links", "links.jsonl", "--scheduler", "nonsense", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--scheduler" in done.stderr or "dask scheduler" in done.stderr
    assert "Traceback" not in done.stderr


def test_copies_are_not_kept_by_a_cluster(prongsai: Run, tmp_path: Path) -> None:
    """What a worker reads stays with it, so the two options are refused together."""
    words = ("verify", "--links", "links.jsonl", "--scheduler", "127.0.0.1:9", "--archive", "kept")
    done = prongsai(*words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--archive" in done.stderr
    assert "--scheduler" in done.stderr


def killed_midway(server: FaultServer, process: int) -> threading.Thread:
    """Kills ``process`` once the visits are under way."""

    def kill() -> None:
        deadline = time.monotonic() + 60
        while sum(len(seen.requests) for seen in server.seen.values()) < 16 and time.monotonic() < deadline:
            time.sleep(0.01)
        os.kill(process, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    return killer


def test_a_lost_worker_of_a_cluster_loses_nothing(server: FaultServer, cluster: LocalCluster) -> None:
    with on_cluster(cluster.scheduler_address) as visits, Client(cluster) as client:
        victim = next(iter(client.run(os.getpid).values()))
        killer = killed_midway(server, victim)
        receipts = visits([Wanted(url) for url in wanted_of(server)], settings_for(server), lambda one: None)
        killer.join()
    assert {one.url: one.verdict for one in receipts} == wanted_of(server)


def test_a_lost_process_loses_nothing(server: FaultServer) -> None:
    """A pool of processes is broken for good when one is killed: what is left is visited from here."""
    handed: list[Receipt] = []
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as executor:
        victim = executor.submit(os.getpid).result()
        killer = killed_midway(server, victim)
        links = [Wanted(url) for url in wanted_of(server)]
        receipts = spread(links, settings_for(server), handed.append, executor, 2)
        killer.join()
    assert {one.url: one.verdict for one in receipts} == wanted_of(server)
    assert len(handed) == len(receipts)


def test_shares_and_one_run_find_the_same(server: FaultServer) -> None:
    links = [Wanted(url, items=("2566/o1",)) for url in [*wanted_of(server), "nonsense", *wanted_of(server)]]
    alone = asyncio.run(visit(links, settings_for(server), lambda one: None))
    with ThreadPoolExecutor(3) as executor:
        shared = spread(links, settings_for(server), lambda one: None, executor, 3)
    told = [
        (one.url, one.verdict, one.final_url, one.redirects, one.fingerprint, one.items) for one in shared
    ]
    assert told == [
        (one.url, one.verdict, one.final_url, one.redirects, one.fingerprint, one.items) for one in alone
    ]


class _Breaking(Executor):
    """An executor whose every worker breaks down at one host; the others do their work."""

    def __init__(self, host: str) -> None:
        self.host = host
        self.shares: list[Share] = []

    def submit(self, tries: Any, share: Share, settings: Settings) -> "Future[Outcome]":  # type: ignore[override]
        self.shares.append(share)
        future: Future[Outcome] = Future()
        if self.host in share.hosts:
            future.set_exception(MemoryError())
        else:
            future.set_result(tries(share, settings))
        return future


def test_a_host_at_which_workers_break_down_takes_no_others_with_it(server: FaultServer) -> None:
    """It is given up after three times, and that is what its receipts say."""
    bad = f"127.0.0.1:{server.ports['town0']}"
    executor = _Breaking(bad)
    links = [Wanted(url) for url in wanted_of(server)]
    receipts = spread(links, settings_for(server), lambda one: None, executor, 1)
    right = wanted_of(server)
    lost = [one for one in receipts if one.verdict == "unverifiable"]
    assert {one.url for one in lost} >= {url for url in right if f":{server.ports['town0']}/" in url}
    assert all("MemoryError" in one.reason.en and one.checked_at for one in lost)
    assert [list(share.hosts) for share in executor.shares if bad in share.hosts][-1] == [bad]
    others = {one.url: one.verdict for one in receipts if one not in lost}
    assert others == {url: verdict for url, verdict in right.items() if url in others}
    assert len(others) == len(right) - len(lost) > len(right) * 0.8


def test_what_a_host_asked_for_holds_into_its_next_share(tmp_path: Path) -> None:
    """A crawl delay and what redirects hand back: no two requests come closer than the delay."""
    robots = answer(b"User-agent: *\nCrawl-delay: 1\n", "text/plain")
    tables = {
        "popular": {"/robots.txt": robots, "/a": SLOW, "/b": SLOW},
        "first": {"/a": redirect(301, "{popular}/a")},
        "second": {"/b": redirect(301, "{popular}/b")},
    }
    with FaultServer(tables, {}, tmp_path) as server, ThreadPoolExecutor(2) as executor:
        links = [Wanted(server.fill(url)) for url in ("{first}/a", "{popular}/a", "{second}/b")]
        receipts = spread(links, settings_for(server), lambda one: None, executor, 2)
        starts = sorted(server.seen["popular"].starts() + server.seen["popular"].starts("/robots.txt"))
    assert [one.verdict for one in receipts] == ["moved", "ok", "moved"]
    assert all(later - earlier >= 0.95 for earlier, later in pairwise(starts)), starts


def test_the_slow_wait_for_the_end_and_are_tried_again_together(tmp_path: Path) -> None:
    """A silent host and one that fails at first hold up nobody; both get their second try."""
    fails_first = turns(answer(b"", status=500), SLOW)

    async def silent(exchange: Any) -> None:
        await exchange.gone()

    tables = {"quick": {"/a": SLOW}, "shaky": {"/a": fails_first}, "silent": {"*raw": silent}}
    settings = {"stall": 0.5, "patience": 1.0, "quick": 2.0, "slow": 3.0}
    handed: list[str] = []
    with FaultServer(tables, {}, tmp_path) as server, ThreadPoolExecutor(1) as executor:
        links = [Wanted(server.fill(f"{{{name}}}/a")) for name in ("silent", "shaky", "quick")]
        receipts = spread(
            links,
            replace(settings_for(server), **settings),
            lambda one: handed.append(one.verdict),
            executor,
            1,
        )
    assert [one.verdict for one in receipts] == ["timeout", "ok", "ok"]
    assert len(handed) == 3


def test_a_share_travels() -> None:
    """What is sent to a worker and back can be pickled."""
    share = Share(by_host([Wanted("http://127.0.0.1:1/x", items=("2566/o1",)), Wanted("nonsense")]))
    settings = Settings(allow=("127.0.0.0/8",), ca_files=(Path("x.pem"),))
    sent = pickle.loads(pickle.dumps((quick_tries, share, settings)))
    assert sent[1:] == (share, settings)
    outcome = pickle.loads(pickle.dumps(quick_tries(share, replace(settings, ca_files=()))))
    assert [receipt.verdict for _, receipt in outcome.receipts] == ["invalid_url"]
    assert [job.url for jobs in outcome.left.values() for job in jobs] == ["http://127.0.0.1:1/x"]


@pytest.mark.parametrize("address", ["127.0.0.1:9", "nonsense", "tcp://127.0.0.1:{port}"])
def test_no_scheduler_is_told(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody there, no address, or somebody who is none and says nothing."""
    monkeypatch.setattr("prongsai.cli.cluster._PATIENCE", 1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = address.format(port=silent.getsockname()[1])
        with pytest.raises(NetworkError) as told, on_cluster(address):
            pass
    assert address in told.value.text.th
    assert "dask scheduler" in told.value.text.en


def test_a_cluster_without_workers_is_told() -> None:
    with (
        LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=":0") as empty,  # type: ignore[no-untyped-call]
        pytest.raises(NetworkError) as told,
        on_cluster(empty.scheduler_address),
    ):
        pass
    assert "dask worker" in told.value.text.en
