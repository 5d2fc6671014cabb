"""Visits a list as ``prongsai verify`` does, with a gap and a number of processes of one's own choice.

Run: ``python benchmarks/ours.py LINKS --gap 0 --workers 2``; prints a JSON object of verdicts by address.
"""

import argparse
import asyncio
import json
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from prongsai.evidence.links import Wanted, read_links
from prongsai.evidence.settings import Settings
from prongsai.evidence.spread import spread
from prongsai.evidence.visit import visit
from prongsai.model.receipt import Receipt


def visited(links: list[Wanted], settings: Settings, workers: int) -> list[Receipt]:
    """Receipts of ``links``; with more than one worker each is a process of its own."""
    if workers == 1:
        return asyncio.run(visit(links, settings, lambda receipt: None))
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as executor:
        return spread(links, settings, lambda receipt: None, executor, workers)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("links", type=Path)
    parser.add_argument(
        "--gap", type=float, default=Settings().gap, help="seconds between requests to a host"
    )
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    links, _ = read_links(options.links.read_text("utf-8"), str(options.links))
    settings = Settings(allow=("127.0.0.0/8",), gap=options.gap)
    receipts = visited(links, settings, options.workers)
    print(json.dumps({receipt.url: receipt.verdict for receipt in receipts}))


if __name__ == "__main__":
    main()
