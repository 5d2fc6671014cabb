"""The queries, and asking them of a built site through its search box, in whatever browser runs scripts."""

from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
ASKED = (
    "heldout",
    "queries",
    "fresh",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty_first",
    "twenty_second",
    "twenty_third",
    "twenty_fourth",
    "twenty_fifth",
    "twenty_sixth",
    "twenty_seventh",
    "twenty_eighth",
    "twenty_ninth",
    "thirtieth",
    "thirty_first",
    "thirty_second",
    "thirty_third",
)
"""The files of queries."""

HARD = {
    "tenth": (0.88, 0.99),
    "eleventh": (0.93, 0.99),
    "thirteenth": (0.94, 1.0),
    "seventeenth": (0.97, 0.99),
    "thirty_second": (0.94, 0.98),
}
"""The rates of lots that ask for what stands deep in measures and tables, or as unlike titles as can be."""


@dataclass(frozen=True)
class Query:
    """What somebody types on the site of a project, and the pages any of which answers it."""

    project: str
    text: str
    right: tuple[str, ...]


def queries(name: str) -> list[Query]:
    """The queries of a file in this folder."""
    read = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return [
        Query(project, str(text), tuple(map(str, right)))
        for project, several in read.items()
        for text, *right in several
    ]


# Types into the box as a person's paste would, and tells the pages found, best first.
ASK = """
async (texts) => {
  const box = document.querySelector("input[name=query]");
  const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const status = () => box.form.querySelector("[role=status]").textContent;
  box.focus();
  const found = [];
  for (const text of texts) {
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const panel = box.form.querySelector(".frame-found");
    for (let tries = 0; (!status() || panel.ariaBusy === "true") && tries < 1000; tries += 1) await wait(20);
    // Documents count where they come first, with the pages of their items.
    const come = panel.querySelector(".frame-found__documents + ol");
    const held = [...panel.querySelectorAll(".frame-found__documents li")];
    const documents = held.map((one) => one.querySelector("a.frame-found__item") || one.querySelector("a"));
    const links = [...(come ? documents : []), ...panel.querySelectorAll(":scope > ol [data-oit-result]")];
    const page = (link) => new URL(link.href).pathname.replace(/index\\.html$/, "").replace(/^\\/|\\/$/g, "");
    found.push([...new Set(links.map(page))].slice(0, 5));
  }
  return found;
}
"""


@dataclass(frozen=True)
class Rates:
    """How often a right page came first, how often among the first five; ``missed`` tells of the others."""

    first: float
    five: float
    missed: tuple[str, ...]


def rates(asked: list[tuple[Query, list[str]]]) -> Rates:
    """The rates over queries with the pages found for each."""
    ranks = [next((at for at, page in enumerate(found) if page in query.right), 99) for query, found in asked]
    missed = [
        f"{query.project} {query.text!r}: wanted {' or '.join(query.right)}, found {found}"
        for (query, found), rank in zip(asked, ranks, strict=True)
        if rank
    ]
    count = len(asked)
    return Rates(
        sum(rank == 0 for rank in ranks) / count, sum(rank < 5 for rank in ranks) / count, tuple(missed)
    )
