"""Measures a whole build against a bare mkdocs-material build of the same pages with the same text.

Both run as processes of their own, one after the other, in one run of this program, so that a noisy machine
treats them alike; what counts is the ratio. ``--quick`` leaves out the 100 years.

Run: ``make bench`` (or ``python benchmarks/bench.py --years 1 10``).
"""

import argparse
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from urllib.request import urlopen

from prongsai.check import check_project
from prongsai.compile import compile_project
from prongsai.load.frameworks import shipped
from prongsai.load.project import load_project

FRAMEWORK = "nacc-2566"
LAST_YEAR = 2569


@dataclass(frozen=True)
class Cost:
    """What one build took: seconds, peak resident memory in MB, MB written, pages and MB of text in them."""

    seconds: float
    memory: float
    written: float
    pages: int


def make_town(folder: Path, years: int) -> None:
    """A project of ``years`` fiscal years with 43 items each, as full as a real one."""
    content = folder / "content"
    content.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: เมืองทดสอบ\ndocs_dir: content\ntheme: {name: prongsai}\nplugins: [prongsai]\n", "utf-8"
    )
    (content / "agency.yml").write_text(
        "name: เทศบาลตำบลทดสอบ\nkind: เทศบาลตำบล\nprovince: สมมุติ\nwebsite: https://www.test.invalid\n"
        "invented: true\n",
        "utf-8",
    )
    for year in range(LAST_YEAR - years + 1, LAST_YEAR + 1):
        _make_year(content / str(year), year)


def _make_year(folder: Path, year: int) -> None:
    folder.mkdir()
    (folder / "year.yml").write_text(f"fiscal_year: {year}\nframework: {FRAMEWORK}\n", "utf-8")
    for item in shipped().frameworks[FRAMEWORK].items:
        elements = "".join(f"  {element.id}: [1]\n" for element in item.elements)
        (folder / f"{item.code}.md").write_text(
            f"---\nreported: done\nupdated: {year - 543}-04-{len(item.code) + 10}\n"
            f"responsible: [สำนักปลัดเทศบาล, กองคลัง]\n"
            f"period: 1 ต.ค. {year - 1} - 31 มี.ค. {year}\n"
            f"breadcrumbs: [หน้าแรก > ข้อมูลปี {year} > {item.title}]\n"
            f"method: [รวบรวมข้อมูลของปี {year}, ตรวจกับต้นฉบับ, เผยแพร่บนเว็บไซต์]\n"
            f"results:\n  - {{text: เผยแพร่{item.title} ปี {year}, date: {year - 543}-03-15, state: done}}\n"
            f"elements:\n{elements}"
            f'evidence:\n  - {{title: {item.title} ปี {year}, url: "https://www.test.invalid/{year}/{item.code}.pdf",'
            f" way: 1, fiscal_years: [{year}]}}\n"
            f"---\nประชาชนดู{item.title}ของปีงบประมาณ {year} ได้ที่นี่ "
            f"เจ้าหน้าที่ปรับข้อมูลให้ตรงกับต้นฉบับก่อนเผยแพร่ทุกครั้ง\n",
            "utf-8",
        )


def make_bare(town: Path, folder: Path) -> int:
    """The same pages and text as Markdown for bare mkdocs-material; returns the number of pages."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: เมืองทดสอบ\ntheme: {name: material, language: th, font: false}\n", "utf-8"
    )
    pages = compile_project(town).pages
    for page in pages:
        path = docs / page.source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_as_markdown(page.html), "utf-8")
    return len(pages)


def _as_markdown(fragment: str) -> str:
    text = re.sub(r"<h(\d)[^>]*>", lambda match: "\n\n" + "#" * int(match[1]) + " ", fragment)
    text = re.sub(r"</(p|div|li|tr|h\d|dt|dd|section|table|caption)>", "\n\n", text)
    text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n\n".join(line.replace("<", "&lt;") for line in lines if line) + "\n"


def measure(command: list[str], folder: Path, site: Path, pages: int) -> Cost:
    """Run one build to its end; say what it took."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"}
    shutil.rmtree(site, ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} in {folder} failed with {process.returncode}")
    written = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Cost(round(seconds, 2), round(usage.ru_maxrss / unit), round(written / 1e6, 1), pages)


def measure_serve(town: Path, year: int) -> float:
    """Seconds from saving a changed item to the moment when the served page has the change."""
    port = 8700 + os.getpid() % 200
    address = f"127.0.0.1:{port}"
    process = subprocess.Popen(
        [sys.executable, "-m", "prongsai", "serve", "--address", address],
        cwd=town,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    page = f"http://{address}/{year}/o5/index.html"
    try:
        _wait_for(page, "", 120)
        time.sleep(1.5)
        waits = []
        for number in range(3):
            source = town / f"content/{year}/o5.md"
            mark = f"ปรับครั้งที่{number}"
            source.write_text(source.read_text("utf-8") + f"\n{mark}\n", "utf-8")
            waits.append(_wait_for(page, mark, 60))
            time.sleep(1)
        return round(sorted(waits)[1], 2)
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str, mark: str, limit: float) -> float:
    start = time.perf_counter()
    while time.perf_counter() - start < limit:
        try:
            with urlopen(address, timeout=limit) as answer:
                if mark in answer.read().decode():
                    return time.perf_counter() - start
        except OSError:
            pass
        time.sleep(0.02)
    raise SystemExit(f"{address} did not show {mark!r} within {limit} s")


def measure_check(town: Path) -> dict[str, float]:
    """Seconds that loading takes, and loading with every rule, one after the other in one process."""
    today = date(LAST_YEAR - 543, 3, 1)
    shipped()
    times = []
    for work in (lambda: load_project(town), lambda: check_project(town, today)):
        start = time.perf_counter()
        work()
        times.append(round(time.perf_counter() - start, 2))
    return {"load": times[0], "check": times[1], "ratio": round(times[1] / times[0], 2)}


def run(sizes: list[int], serve_sizes: list[int]) -> dict[str, object]:
    """All measurements, printed as they come."""
    checks = {}
    found: dict[str, dict[str, object]] = {}
    for years in sizes:
        with tempfile.TemporaryDirectory() as name:
            town, bare = Path(name, "town"), Path(name, "bare")
            make_town(town, years)
            pages = make_bare(town, bare)
            ours = measure([sys.executable, "-m", "prongsai", "build"], town, town / "site", pages)
            theirs = measure([sys.executable, "-m", "mkdocs", "build"], bare, bare / "site", pages)
            ratio = round(ours.seconds / theirs.seconds, 3)
            found[str(years)] = {"prongsai": asdict(ours), "bare": asdict(theirs), "ratio": ratio}
            print(
                f"{years:>3} year(s), {pages} pages: prongsai {ours.seconds} s {ours.memory} MB "
                f"{ours.written} MB written; bare {theirs.seconds} s {theirs.memory} MB "
                f"{theirs.written} MB written; ratio {ratio}",
                flush=True,
            )
            checks[str(years)] = measure_check(town)
            told = checks[str(years)]
            print(
                f"{years:>3} year(s): load {told['load']} s, check {told['check']} s, ratio {told['ratio']}"
            )
    serve = {}
    for years in serve_sizes:
        with tempfile.TemporaryDirectory() as name:
            make_town(Path(name), years)
            serve[str(years)] = measure_serve(Path(name), LAST_YEAR)
            print(f"serve shows a changed item of {years} year(s) after {serve[str(years)]} s", flush=True)
    return {"builds": found, "checks": checks, "serve": serve}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--serve", type=int, nargs="*", default=[1, 10])
    parser.add_argument("--quick", action="store_true", help="1 and 10 years only")
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    figures = run([1, 10] if options.quick else options.years, options.serve)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
