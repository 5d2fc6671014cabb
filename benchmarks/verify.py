"""Measures the visits of evidence side by side with three link checkers, over the same hosts in the same run.

The hosts are real sockets on loopback addresses in a process of their own (``hosts.py``). In each scene the
tools take turns, several times; what counts is the ratio of the medians: a busy machine slows all of them.
The best of the times is kept, too: it is the least disturbed.

- ``plain``: no latency, and ours without its gap: what the work costs. Ours also with two processes; beside
  it the client library alone (``bare.py``), which looks at nothing.
- ``latency``: 50 to 300 ms; ours is the command with the politeness that ships, against the ideal: the
  requests of the busiest host times its gap, or times a quarter of its latency, whichever is longer.
- ``faults``: the same, one link in twenty at fault, the stalled ones all on one host.
- ``accuracy``: the cases of the fault server in ``tests/evidence`` that every tool can take.
- ``country``: ours alone with the politeness that ships, 43 links for each of many hosts (``--hosts``, 7,850
  for all local authorities), in one process and in two.

``--quick`` is ours alone over fewer links, for the tests; no other tool is installed. Where ours judges a
link wrongly, the program fails. Run: ``make bench-verify`` or ``python benchmarks/verify.py --scene plain``.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tools import Tool, install, plain, write_page

ROOT: Final = Path(__file__).resolve().parent.parent
HERE: Final = Path(__file__).resolve().parent
TOOLS: Final = ROOT / ".venv" / "bench-tools"
GAP: Final = 0.1
LATENCY: Final = ("0.05", "0.3")
SCENES: Final[dict[str, list[str]]] = {
    "plain": [],
    "latency": ["--latency", *LATENCY],
    "faults": ["--latency", *LATENCY, "--faults"],
    "country": ["--latency", *LATENCY],
}
LONGEST: Final = 120
"""Seconds after which another tool is broken off: its time is this then."""


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds, seconds of processor time, peak resident memory in MB."""

    seconds: float
    cpu: float
    memory: float
    output: str = field(repr=False)


@dataclass(frozen=True)
class Runner:
    """One way to visit: a name, its command for a list of links and for a page of the same links."""

    name: str
    command: Callable[[Path, Path], list[str]]
    longest: float | None = None


@dataclass
class Hosts:
    """The hosts while they serve."""

    process: "subprocess.Popen[str]"
    links: list[dict[str, Any]]
    latency: dict[str, float]

    def seen(self) -> dict[str, list[int]]:
        """Requests, and the most in flight, of each host since this was asked before."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        found: dict[str, list[int]] = json.loads(self.process.stdout.readline())
        return found


@contextmanager
def serving(*words: str) -> Iterator[Hosts]:
    """Hosts as ``hosts.py`` makes them of ``words``."""
    command = [sys.executable, str(HERE / "hosts.py"), *words]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout and process.stdin
        told = json.loads(process.stdout.readline())
        try:
            yield Hosts(process, told["links"], told["latency"])
        finally:
            process.stdin.close()


def measure(
    command: list[str], folder: Path, longest: float | None = None, environment: dict[str, str] | None = None
) -> Cost:
    """Run a command to its end, or for ``longest`` seconds."""
    output = folder / "output"
    start = time.perf_counter()
    with output.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=out,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )
        killer = threading.Timer(longest or 0, process.kill)
        if longest:
            killer.start()
        _, status, usage = os.wait4(process.pid, 0)
        killer.cancel()
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 2) and not (longest and seconds >= longest):
        raise SystemExit(f"{' '.join(command)} failed with {process.returncode}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, output.read_text("utf-8"))


def ours(gap: float, workers: int) -> Runner:
    """Ours by the library, with another gap than ships."""

    def command(links: Path, page: Path) -> list[str]:
        return [
            sys.executable,
            str(HERE / "ours.py"),
            str(links),
            "--gap",
            str(gap),
            "--workers",
            str(workers),
        ]

    return Runner("Prongsai" if workers == 1 else f"Prongsai, {workers} processes", command)


def shipped() -> Runner:
    """Ours as everybody has it."""

    def command(links: Path, page: Path) -> list[str]:
        words = ["verify", "--links", str(links), "--allow", "127.0.0.0/8", "--format", "json", "--quiet"]
        return [sys.executable, "-m", "prongsai", *words]

    return Runner("Prongsai", command)


def bare() -> Runner:
    """The client library alone: bodies fetched and hashed, nothing looked at."""
    return Runner("aiohttp alone", lambda links, page: [sys.executable, str(HERE / "bare.py"), str(links)])


def theirs(tool: Tool) -> Runner:
    """Another tool."""
    return Runner(tool.name, lambda links, page: tool.command(page, page.with_name("none.pem")), LONGEST)


def run_scene(name: str, runners: list[Runner], times: int, sizes: list[str]) -> dict[str, Any]:
    """All runners in turn, several times; medians, what the hosts saw, and the ideal of the politeness."""
    costs: dict[str, list[Cost]] = {runner.name: [] for runner in runners}
    most: Counter[str] = Counter()
    ideals = []
    with serving(*sizes, *SCENES[name]) as hosts, tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        links, page = write_lists(hosts, folder)
        for turn in range(times):
            for runner in runners:
                cost = measure(runner.command(links, page), folder, runner.longest)
                seen = hosts.seen()
                costs[runner.name].append(cost)
                most[runner.name] = max(most[runner.name], *(entry[1] for entry in seen.values()))
                if runner.name.startswith("Prongsai"):
                    check(hosts, cost.output)
                if runner.name == "Prongsai":
                    ideals.append(
                        max(entry[0] * max(GAP, hosts.latency[host] / 4) for host, entry in seen.items())
                    )
                told = f"{cost.seconds:.2f} s, {cost.cpu:.2f} s of processor, {cost.memory:.0f} MB"
                print(f"{name} {turn + 1}: {runner.name} {told}", flush=True)
        count = len(hosts.links)
    return {
        "times": times,
        "links": count,
        "ideal": round(statistics.median(ideals), 2),
        "tools": {runner: {**_medians(found), "most": most[runner]} for runner, found in costs.items()},
    }


def _medians(costs: list[Cost]) -> dict[str, float]:
    return {
        "seconds": round(statistics.median(cost.seconds for cost in costs), 2),
        "best": round(min(cost.seconds for cost in costs), 2),
        "cpu": round(statistics.median(cost.cpu for cost in costs), 2),
        "memory": round(max(cost.memory for cost in costs)),
    }


def write_lists(hosts: Hosts, folder: Path) -> tuple[Path, Path]:
    """The links as ``verify --links`` reads them, and as a page."""
    links = folder / "links.jsonl"
    links.write_text("".join(
        json.dumps({"url": link["url"], "expect": link["expect"]}) + "\n" for link in hosts.links
    ), "utf-8")  # fmt: skip
    return links, write_page([link["url"] for link in hosts.links], folder / "links.html")


def check(hosts: Hosts, output: str) -> None:
    """Ours has to be right about every link: a quick run that looks away is worth nothing."""
    document = json.loads(output)
    found = (
        {one["url"]: one["verdict"] for one in document["receipts"]} if "receipts" in document else document
    )
    wrong = [(link["url"], link["verdict"], found.get(link["url"]))
             for link in hosts.links if found.get(link["url"]) != link["verdict"]]  # fmt: skip
    if wrong:
        raise SystemExit(f"{len(wrong)} links judged wrongly, the first: {wrong[0]}")


def run_accuracy(tools: list[Tool]) -> dict[str, Any]:
    """How many faults each calls good, and how many good ones at fault, of the cases that all can take."""
    sys.path.insert(0, str(ROOT))
    from prongsai.model.receipt import CLASS_OF
    from tests.evidence.server import FaultServer
    from tests.evidence.sites import EVERYWHERE, GROUPS, tables

    with tempfile.TemporaryDirectory() as place, FaultServer(tables(), EVERYWHERE, Path(place)) as server:
        folder, authority = Path(place), Path(place) / "ca.pem"
        right = {}
        for case in (case for cases in GROUPS.values() for case in cases):
            verdicts: Any = case.verdict.split("|")
            verdict = verdicts[0]
            told_by_us_alone = case.sha256 or (case.expect is not None and verdict == "wrong_type")
            needs_own_hosts = any(word in case.url + case.name for word in ("foreign", "abroad"))
            certain = {CLASS_OF[each] for each in verdicts} in ({"pass"}, {"fail"})
            if certain and not told_by_us_alone and not needs_own_hosts:
                right[server.fill(case.url)] = CLASS_OF[verdict] == "pass"
        found: dict[str, Any] = {"faults": sum(not good for good in right.values()),
                                 "good": sum(right.values()), "tools": {}}  # fmt: skip
        for name, judged in _judgements(tools, right, server, folder, authority):
            reached = len(server.canary_hits)
            server.canary_hits.clear()
            judged = {url: good for url, good in judged.items() if good is not None}
            found["tools"][name] = {
                "missed": sum(judged.get(plain(url), False) for url, good in right.items() if not good),
                "alarms": sum(not judged.get(plain(url), True) for url, good in right.items() if good),
                "private": reached,
            }
            print(f"accuracy: {name} {found['tools'][name]}", flush=True)
    return found


def _judgements(
    tools: list[Tool], right: dict[str, bool], server: Any, folder: Path, authority: Path
) -> Iterator[tuple[str, dict[str, bool | None]]]:
    """Of each tool, for each address: good, at fault, or None where it does not say."""
    links, page = folder / "links.jsonl", write_page([*right], folder / "links.html")
    links.write_text("".join(json.dumps({"url": url}) + "\n" for url in right), "utf-8")
    allowed = [word for entry in server.allowed() for word in ("--allow", entry)]
    command = [sys.executable, "-m", "prongsai", "verify", "--links", str(links), "--ca", str(authority),
               *allowed, "--format", "json", "--quiet"]  # fmt: skip
    receipts = json.loads(measure(command, folder).output)["receipts"]
    known = {"pass": True, "fail": False, "unknown": None}
    yield "Prongsai", {plain(one["url"]): known[one["class"]] for one in receipts}
    environment = {"SSL_CERT_FILE": str(authority), "NODE_EXTRA_CA_CERTS": str(authority)}
    for tool in tools:
        yield (
            tool.name,
            dict(tool.read(measure(tool.command(page, authority), folder, LONGEST, environment).output)),
        )


def run_country(count: int, workers: list[int]) -> dict[str, Any]:
    """The rate of ours over ``count`` hosts, and the memory that the links that wait take in one process."""
    runners = [ours(GAP, number) for number in workers]
    return {"hosts": count} | run_scene("country", runners, 1, ["--hosts", str(count), "--each", "43"])


def run(scenes: list[str], times: int, hosts: int, workers: list[int]) -> dict[str, Any]:
    """All scenes."""
    tools = install(TOOLS) if scenes != ["country"] else []
    found: dict[str, Any] = {"versions": {tool.name: tool.version for tool in tools}} if tools else {}
    for scene in scenes:
        if scene == "country":
            found[f"country-{hosts}"] = run_country(hosts, workers)
            continue
        if scene == "accuracy":
            found[scene] = run_accuracy(tools)
        else:
            mine = [ours(0, 1), ours(0, 2), bare()] if scene == "plain" else [shipped()]
            found[scene] = run_scene(
                scene, [*mine, *map(theirs, tools)], times, ["--hosts", "50", "--each", "100"]
            )
    return found


def quick() -> None:
    """Ours alone, over some hundred links of ten hosts, in one process and in two."""
    sizes = ["--hosts", "10", "--each", "20"]
    found = run_scene("plain", [ours(0, 1), ours(0, 2)], 1, sizes)
    print(f"{found['links']} links, all judged rightly")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    every = [*SCENES, "accuracy"]
    parser.add_argument("--scene", action="append", choices=every, help="only this one; may be repeated")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--hosts", type=int, default=785, help="of the country")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="processes for the country")
    parser.add_argument("--quick", action="store_true", help="ours alone, over few links")
    parser.add_argument(
        "--json", type=Path, help="put the figures into this file, over those of the same scenes"
    )
    options = parser.parse_args()
    if options.quick:
        quick()
        return
    figures = run(options.scene or every, options.times, options.hosts, options.workers)
    if options.json:
        former = json.loads(options.json.read_text("utf-8")) if options.json.exists() else {}
        options.json.write_text(json.dumps(former | figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
