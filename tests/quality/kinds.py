"""Which pages stand for all: of every kind that any of the sites has, the fullest and the emptiest.

The kind stands in the page itself, so a kind that is added later is looked at without anybody listing it.
``lost`` is 404.html: it asks for no file, so what follows from the site's style sheet is not asked of it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

PROJECTS = (".", "examples/huaruea", "examples/kalase", "examples/namsai", "examples/plalai", "examples/tako")
MAIN = ("assess", "front", "item", "search", "year")
"""Kinds that `make test` looks at in a second way too: the most visited, and the sheet, laid out by width."""
_KIND = re.compile(r'class="pr-page pr-page--([\w-]+)')


@dataclass(frozen=True, order=True)
class Sample:
    """A page that stands for its kind: the project, and its address below the site's root."""

    kind: str
    project: str
    path: str

    @property
    def name(self) -> str:
        """For file names and messages."""
        return f"{self.kind}-{self.project.rsplit('/', 1)[-1].replace('.', 'khaoyoi')}"


def kind_of(html: str) -> str:
    """What kind of page this is; ``written`` by hand where it says none."""
    found = _KIND.search(html)
    return found[1] if found else "written"


def samples(sites: dict[str, Path], *, most: int = 2) -> list[Sample]:
    """Of each kind the longest page and, with ``most`` 2, the shortest one as well, over all sites."""
    sizes: dict[str, list[tuple[int, str, str]]] = {}
    for project, site in sites.items():
        for path in sorted(site.rglob("*.html")):
            html = path.read_text("utf-8")
            kind = "lost" if path.name == "404.html" else kind_of(html)
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            sizes.setdefault(kind, []).append((len(html), project, address))
    chosen = []
    for kind, pages in sorted(sizes.items()):
        pages.sort()
        ends = dict.fromkeys([pages[-1][1:], pages[0][1:]][:most])
        chosen += [Sample(kind, project, address) for project, address in ends]
    return chosen
