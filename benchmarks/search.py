"""Measures the search on a slow phone: sizes, the time until it is ready, and the time of a keystroke.

Towns of several sizes are compiled; every page of an item gets three titles of evidence and a paragraph that
no other page has. The index is opened in Chromium with the processor slowed down
(``Emulation.setCPUThrottlingRate``). A keystroke is timed from the event to the results in the page, layout
included; every query is typed letter by letter, three times over, and each keystroke counts with its best
time, so that what else runs on the machine counts less.

Run: ``make bench`` (or ``python -m benchmarks.search --years 1 8 18 --throttle 4``).
"""

import argparse
import gzip
import json
import os
import random
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

import prongsai_theme
from benchmarks.bench import make_town
from prongsai.load.project import load_project
from prongsai.load.vocabulary import vocabulary
from prongsai.pages.search import search_data
from prongsai.pages.style import COMPONENTS

ASSETS = Path(prongsai_theme.__file__).parent / "assets" / "prongsai"
TOKENS = COMPONENTS / "tokens.css"
QUERIES = (
    *("แผนการจัดซื้อจัดจ้าง", "รายงานผลการดำเนินงานประจำปี", "เบอร์โทรนายก", "อยากร้องเรียนเจ้าหน้าที่เรียกเงินใต้โต๊ะ"),
    *("ขออนุญาดก่อสร้าง", "o12 2566", "การ", "งบประมาณ กองคลัง", "สถิติร้องเรยน", "กองช่าง ถนน ปี 2565"),
)
DOCUMENT = """<!doctype html><html lang="th"><head><meta charset="utf-8"><title>-</title>
<link rel="stylesheet" href="{tokens}"><link rel="stylesheet" href="{assets}/theme.css"></head><body>
<form class="frame-search" role="search" action="search/index.html" data-root="./">
<input type="search" name="query">
<div class="frame-found"><p class="frame-found__count" role="status"></p></div>
</form><script src="{assets}/frame.js"></script></body></html>"""

# One keystroke: the event, what it does at once, and the layout that follows.
KEYSTROKES = """
async (queries) => {
  const box = document.querySelector("input");
  const panel = document.querySelector(".frame-found");
  const times = new Map();
  for (const query of [...queries, ...queries, ...queries]) {
    for (let length = 1; length <= query.length; length += 1) {
      const start = performance.now();
      box.value = query.slice(0, length);
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      panel.getBoundingClientRect();
      const took = performance.now() - start;
      const key = box.value;
      times.set(key, Math.min(took, times.get(key) ?? took));
      await new Promise((done) => setTimeout(done, 5));
    }
  }
  return [...times.values()];
}
"""
READY = """
async () => {
  const start = performance.now();
  let longest = 0;
  let last = start;
  const box = document.querySelector("input");
  box.value = "o1";
  box.focus();
  const status = document.querySelector("[role=status]");
  while (!status.textContent) {
    await new Promise((done) => setTimeout(done));
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  return [performance.now() - start, longest];
}
"""


def index_of(years: int) -> dict[str, dict[str, Any]]:
    """The data of the search for a town of so many years."""
    with tempfile.TemporaryDirectory() as name:
        make_town(Path(name), years)
        site = load_project(Path(name)).site
    assert site is not None
    data = search_data(site, vocabulary(), {})
    draw = random.Random(years)
    words = [word for topic in data["search"]["topics"].values() for word in topic["words"]]
    for page in data["search"]["pages"]:
        if page["kind"] == "item":
            titles = [f"{' '.join(draw.choices(words, k=3))} {draw.randrange(10_000)}" for _ in range(3)]
            page["shown"] = page.get("shown", []) + titles
            page["said"] = [*page.get("said", []), " ".join(draw.choices(words, k=30))]
    return data


@contextmanager
def opened(data: dict[str, dict[str, Any]], chromium: str | None, throttle: float) -> Iterator[Page]:
    """A page with a search box over such data, in a browser so many times slower than it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data").mkdir()
        (folder / "index.html").write_text(
            DOCUMENT.replace("{assets}", ASSETS.as_uri()).replace("{tokens}", TOKENS.as_uri()), "utf-8"
        )
        for key, one in data.items():
            text = json.dumps(one, ensure_ascii=False, separators=(",", ":"))
            (folder / f"data/{key}.js").write_text(f"(globalThis.prongsaiData??={{}}).{key}={text};", "utf-8")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 360, "height": 740})
            page.goto((folder / "index.html").as_uri())
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
            yield page
            browser.close()


def measure(years: int, chromium: str | None, throttle: float) -> dict[str, float]:
    """Sizes in bytes and times in milliseconds."""
    data = index_of(years)
    text = json.dumps(data["search"], ensure_ascii=False, separators=(",", ":")).encode()
    with opened(data, chromium, throttle) as page:
        ready, longest = page.evaluate(READY)
        times = sorted(page.evaluate(KEYSTROKES, list(QUERIES)))
    return {
        "pages": len(data["search"]["pages"]),
        "bytes": len(text),
        "gzipped": len(gzip.compress(text, 9)),
        "ready_ms": round(ready),
        "longest_task_ms": round(longest),
        "keystroke_median_ms": round(statistics.median(times), 1),
        "keystroke_p95_ms": round(times[int(len(times) * 0.95)], 1),
        "keystroke_worst_ms": round(times[-1], 1),
    }


def scripts() -> dict[str, int]:
    """The search's own scripts, gzipped one by one, in bytes."""
    return {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in sorted(ASSETS.glob("search*.js"))}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, nargs="+", default=[1, 8, 18])
    parser.add_argument("--throttle", type=float, default=4)
    parser.add_argument("--json", type=Path, help="write the figures here")
    options = parser.parse_args()
    sizes = scripts()
    print(f"scripts: {sum(sizes.values())} bytes gzipped ({len(sizes)} files)", flush=True)
    found = {"scripts": sizes, "throttle": options.throttle, "sites": []}
    for years in options.years:
        one = measure(years, os.environ.get("PRONGSAI_CHROMIUM"), options.throttle)
        found["sites"].append(one)
        print(" ".join(f"{key}={value}" for key, value in one.items()), flush=True)
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
